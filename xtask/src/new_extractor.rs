//! `cargo xtask new-extractor NAME --from FILE`: a form begun, with the labels that stand in a filled report.
//!
//! Writes the file of the extractor and its first case, then runs that case once, so that what the form reads now is
//! there to be read against the source. What only a person knows is marked TODO, and `tidy` finds it.

mod found;
mod sums;
mod written;

use crate::carriers::saved_as;
use crate::workspace::{Done, cargo, fail, output, root};
use found::Table;
use gongkai::Engine;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where extractors stand: the build script of `gongkai-formats` lists the folder.
const EXTRACTORS: &str = "crates/formats/src/extractors";

/// Where the reports stand that `--try` begins forms from.
const SAMPLES: &str = "xtask/samples";

/// What the forms of `--try` are called, before the name of their sample.
const SAMPLE: &str = "sample-";

/// The samples that are tried as files of another kind, by their names.
const SAVED_AS: [(&str, &str); 2] = [("sheet", "xlsx"), ("word", "docx")];

/// The files of one new form.
struct Files {
    extractor: PathBuf,
    fixtures: PathBuf,
    case: PathBuf,
}

impl Files {
    fn of(name: &str) -> Self {
        let fixtures = root().join("fixtures").join(name);
        Self {
            extractor: root().join(EXTRACTORS).join(format!("{}.rs", name.replace('-', "_"))),
            case: fixtures.join("first"),
            fixtures,
        }
    }

    /// Copies the form and what it reads to where nothing compiles it.
    fn keep(&self) -> std::io::Result<()> {
        let folder = root().join("target/samples");
        fs::create_dir_all(&folder)?;
        let name = self.extractor.file_stem().unwrap_or_default();
        fs::copy(&self.extractor, folder.join(name).with_extension("rs"))?;
        fs::copy(self.case.join("report.expect"), folder.join(name).with_extension("expect")).map(drop)
    }

    fn remove(&self) {
        let _ = fs::remove_file(&self.extractor);
        let _ = fs::remove_dir_all(&self.fixtures);
    }
}

/// Begins the form `name` from the report in `file`.
pub(crate) fn run(name: &str, file: &str) -> Done {
    let files = Files::of(name);
    if files.extractor.exists() || files.fixtures.exists() {
        return fail(format!("the form {name} is there already; choose another name, or remove its files"));
    }
    let tables = begin(name, Path::new(file), &files)?;
    accept(&format!("{name}/"))?;
    let report = fs::read_to_string(files.case.join("report.expect")).unwrap_or_default();
    let seen: Vec<&str> = report.lines().filter(|line| line.starts_with("table ")).collect();
    let unread = report.lines().filter(|line| line.starts_with("unread ")).count();
    let shown = |path: &Path| path.strip_prefix(root()).unwrap_or(path).display().to_string();
    Ok(format!(
        "{} tables{}\n  {}   the form: settle what is marked TODO\n  {}/   its first case: read report.expect against the source\n  read now: {}; {unread} lines unread{}\n  then `UPDATE_EXPECT=1 cargo test -p gongkai --test fixtures {name}/` after every change",
        tables.len(),
        tables.iter().map(taken).collect::<String>(),
        shown(&files.extractor),
        shown(&files.case),
        seen.join(", "),
        lost(name, &seen, file),
    ))
}

/// What was taken for a table of the form, and how much of it others read before.
fn taken(table: &Table) -> String {
    let Table { caption, readers, .. } = table;
    let caption = if caption.is_empty() { "without a caption" } else { caption };
    let others: Vec<String> =
        readers.iter().map(|(form, rows)| format!("; {form} alone reads {rows} of them")).collect();
    format!("\n  {caption}: {} rows{}", table.rows(), others.concat())
}

/// What to do where another form than `name` reads a table.
fn lost(name: &str, seen: &[&str], file: &str) -> String {
    let forms: BTreeSet<&str> = seen.iter().filter_map(|line| line.split(' ').nth(2)).collect();
    let others: Vec<&str> = forms.into_iter().filter(|form| *form != name).collect();
    if others.is_empty() {
        return String::new();
    }
    format!(
        "\n  ATTENTION: {} reads a table of this report, because its rows fit as well or better. `cargo run -p gongkai-cli -- formats --why {file}` says what each form saw; where {name} misses rows, write them into its file. Where nothing is missed, the report follows that form, and needs no new one",
        others.join(", ")
    )
}

/// A form that `--try` begins.
struct Sample {
    name: String,
    file: PathBuf,
    /// How many cells its tables have.
    cells: usize,
    /// How many sums hold in it.
    sums: usize,
}

/// Begins a form from each sample and from the table of the tutorial, has them compiled, linted and tested, sees that
/// they read every cell, and removes them. With `keeps`, what was made goes to `target/samples`, to be looked at.
pub(crate) fn try_out(keeps: bool) -> Done {
    let samples = samples()?;
    let files: Vec<Files> = samples.iter().map(|sample| Files::of(&sample.name)).collect();
    files.iter().for_each(Files::remove);
    let done = tried(&samples, &files);
    if keeps {
        for files in &files {
            files.keep().map_err(|error| vec![format!("cannot be kept: {error}")])?;
        }
    }
    files.iter().for_each(Files::remove);
    done
}

/// The samples: a file `NAME.KIND`, and in `cells.tsv` how many cells its tables have, and how many sums hold.
fn samples() -> Result<Vec<Sample>, Vec<String>> {
    let folder = root().join(SAMPLES);
    let list = folder.join("cells.tsv");
    let failed = |path: &Path, error: &dyn std::fmt::Display| vec![format!("{}: {error}", path.display())];
    let text = fs::read_to_string(&list).map_err(|error| failed(&list, &error))?;
    let mut samples = Vec::new();
    for line in text.lines() {
        let [file, cells, sums] = line.split('\t').collect::<Vec<_>>()[..] else {
            return Err(failed(&list, &"expected FILE, CELLS and SUMS with tabs between"));
        };
        let [cells, sums] = [cells, sums].map(str::parse);
        let cells = cells.map_err(|error| failed(&list, &error))?;
        let sums = sums.map_err(|error| failed(&list, &error))?;
        let mut file = folder.join(file);
        let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if let Some((_, kind)) = SAVED_AS.iter().find(|it| it.0 == stem) {
            let source = fs::read_to_string(&file).map_err(|error| failed(&file, &error))?;
            let saved = root().join("target/samples").join(format!("{stem}.{kind}"));
            let bytes = saved_as(&source, kind).ok_or_else(|| failed(&file, &"cannot be saved so"))?;
            fs::create_dir_all(root().join("target/samples")).map_err(|error| failed(&saved, &error))?;
            fs::write(&saved, bytes).map_err(|error| failed(&saved, &error))?;
            file = saved;
        }
        samples.push(Sample { name: format!("{SAMPLE}{stem}"), file, cells, sums });
    }
    Ok(samples)
}

fn tried(samples: &[Sample], files: &[Files]) -> Done {
    for (sample, files) in samples.iter().zip(files) {
        begin(&sample.name, &sample.file, files)?;
    }
    accept(SAMPLE)?;
    let mut problems = Vec::new();
    for (sample, files) in samples.iter().zip(files) {
        let report = fs::read_to_string(files.case.join("report.expect"))
            .map_err(|error| vec![format!("no expected report was written: {error}")])?;
        problems.extend(not_whole(sample, &report));
        let form = fs::read_to_string(&files.extractor)
            .map_err(|error| vec![format!("no form was written: {error}")])?;
        let sums = form.matches("relation: Relation::Equal").count();
        if sums != sample.sums {
            let (file, wanted) = (sample.file.display(), sample.sums);
            problems.push(format!("expected {wanted} sums in the form made from {file}, found {sums}"));
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    output(&mut fixtures(SAMPLE))?;
    let lints = ["clippy", "-p", "gongkai-formats", "--locked", "--", "-D", "warnings"];
    output(cargo().args(lints).current_dir(root()))?;
    let cells: usize = samples.iter().map(|sample| sample.cells).sum();
    Ok(format!("{} forms made, compiled, tested and removed: {cells} cells", samples.len()))
}

/// What `report` lacks of the cells of `sample`, or has under another form, or leaves in doubt or unread.
fn not_whole(sample: &Sample, report: &str) -> Option<String> {
    let (mut found, mut all, mut others) = (0, 0, false);
    for table in report.lines().filter_map(|line| line.strip_prefix("table ")) {
        let words: Vec<&str> = table.split(' ').collect();
        let [_, form, cells, ..] = words[..] else { continue };
        let count = |text: &str| text.parse::<usize>().unwrap_or(0);
        let (read, of) = cells.split_once('/').unwrap_or_default();
        (found, all, others) = (found + count(read), all + count(of), others || form != sample.name);
    }
    let is_doubtful = report.contains("\nunread ") || report.contains(" ambiguous ");
    let is_whole = found == sample.cells && all == sample.cells && !others && !is_doubtful;
    let (file, cells) = (sample.file.display(), sample.cells);
    (!is_whole).then(|| format!("the form made from {file} does not read its {cells} cells:\n{report}"))
}

/// Writes the extractor and its first case; gives the tables of the form.
fn begin(name: &str, file: &Path, files: &Files) -> Result<Vec<Table>, Vec<String>> {
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !name.starts_with(|c: char| c.is_ascii_lowercase())
        || !name.chars().all(is_plain)
        || name.ends_with('-')
    {
        return fail(format!("expected an id such as dingxi-2008 (a-z, 0-9, -), found {name:?}"));
    }
    let bytes = fs::read(file).map_err(|error| vec![format!("{}: {error}", file.display())])?;
    let source = file.file_name().unwrap_or_default().to_string_lossy();
    let document = gongkai::read::read(&source, &bytes).map_err(|error| vec![error.to_string()])?;
    let engine = Engine::linked().map_err(|error| vec![error.to_string()])?;
    let report = engine.read(&source, &bytes);
    let tables = found::tables(&document, &report);
    if tables.is_empty() {
        let read = report.tables.iter().filter(|table| table.found > 0);
        let forms: BTreeSet<&str> = read.map(|table| &*table.template).collect();
        let found = if forms.is_empty() {
            "found none; a filled report is needed, not a blank form, with at least two rows of a label and a figure behind it"
                .to_owned()
        } else {
            format!(
                "found only what {} reads already; `gongkai formats --why` shows what it saw",
                forms.into_iter().collect::<Vec<_>>().join(", ")
            )
        };
        let file = file.display();
        return fail(format!(
            "{file}: expected a table with labels and figures that no form reads whole, {found}"
        ));
    }
    let end = file.extension().map_or_else(|| "txt".into(), |end| end.to_string_lossy());
    let text = written::extractor(name, report.title.as_deref(), &tables);
    let note = format!(
        "TODO: say what this case shows. Begun from {source}; a case is written for this project: statutory labels, narrative of your own.\n"
    );
    let write = || -> std::io::Result<()> {
        fs::create_dir_all(&files.case)?;
        fs::write(files.case.join(format!("source.{end}")), &bytes)?;
        fs::write(files.case.join("note.md"), note)?;
        fs::write(&files.extractor, text)
    };
    write().map_err(|error| vec![format!("cannot write: {error}")])?;
    let mut format = Command::new("rustfmt");
    output(format.args(["--edition", "2024"]).arg(&files.extractor).current_dir(root()))?;
    Ok(tables)
}

/// Runs the cases whose names contain `filter` once, and takes what is read for what is expected.
fn accept(filter: &str) -> Result<(), Vec<String>> {
    output(fixtures(filter).env("UPDATE_EXPECT", "1")).map(drop)
}

/// The run of some cases, by a program that knows their form: this one was built without it.
fn fixtures(filter: &str) -> Command {
    let mut command = cargo();
    command.args(["test", "--quiet", "-p", "gongkai", "--test", "fixtures", "--", filter]);
    command.current_dir(root());
    command
}
