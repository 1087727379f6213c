//! `cargo xtask new-extractor NAME --from FILE`: a form begun, with the labels that stand in a filled report.
//!
//! Writes the file of the extractor and its first case, then runs that case once, so that what the form reads now is
//! there to be read against the source. What only a person knows is marked TODO, and `tidy` finds it.

mod found;
mod written;

use crate::workspace::{Done, cargo, fail, output, root};
use gongkai::Engine;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where extractors stand: the build script of `gongkai-formats` lists the folder.
const EXTRACTORS: &str = "crates/formats/src/extractors";

/// The form that `--try` begins, from a table made up for it.
const SAMPLE: (&str, &str) = ("sample-form", "docs/new-format.txt");

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
    accept(name)?;
    let report = fs::read_to_string(files.case.join("report.expect")).unwrap_or_default();
    let seen: Vec<&str> = report.lines().filter(|line| line.starts_with("table ")).collect();
    let unread = report.lines().filter(|line| line.starts_with("unread ")).count();
    let shown = |path: &Path| path.strip_prefix(root()).unwrap_or(path).display().to_string();
    Ok(format!(
        "{tables} tables\n  {}   the form: settle what is marked TODO\n  {}/   its first case: read report.expect against the source\n  read now: {}; {unread} lines unread\n  then `UPDATE_EXPECT=1 cargo test -p gongkai --test fixtures {name}/` after every change",
        shown(&files.extractor),
        shown(&files.case),
        seen.join(", "),
    ))
}

/// Begins a form from the sample, has it compiled, linted and tested, sees that it reads every cell, and removes it.
pub(crate) fn try_out() -> Done {
    let (name, file) = SAMPLE;
    let files = Files::of(name);
    files.remove();
    let done = tried(name, &root().join(file), &files);
    files.remove();
    done
}

fn tried(name: &str, file: &Path, files: &Files) -> Done {
    begin(name, file, files)?;
    accept(name)?;
    let report = fs::read_to_string(files.case.join("report.expect"))
        .map_err(|error| vec![format!("no expected report was written: {error}")])?;
    let tables: Vec<&str> = report.lines().filter(|line| line.starts_with("table ")).collect();
    let is_whole = |line: &&str| {
        let cells = line.split(' ').nth(3).and_then(|cells| cells.split_once('/'));
        cells.is_some_and(|(found, all)| found == all && found != "0")
    };
    if tables.is_empty() || !tables.iter().all(is_whole) || report.contains("\nunread ") {
        return fail(format!("the form made from {} does not read it whole:\n{report}", file.display()));
    }
    output(&mut fixtures(name))?;
    let lints = ["clippy", "-p", "gongkai-formats", "--locked", "--", "-D", "warnings"];
    output(cargo().args(lints).current_dir(root()))?;
    Ok(format!("made, compiled, tested and removed: {}", tables.join(", ")))
}

/// Writes the extractor and its first case; gives the number of tables.
fn begin(name: &str, file: &Path, files: &Files) -> Result<usize, Vec<String>> {
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
        let mut claims: Vec<&str> = read.map(|table| &*table.template).collect();
        claims.dedup();
        let found = if claims.is_empty() {
            "found none; a filled report is needed, not a blank form, with the labels in its first column"
                .to_owned()
        } else {
            format!(
                "found one that is claimed by {}; `gongkai formats --why` shows what it saw of it",
                claims.join(", ")
            )
        };
        let file = file.display();
        return fail(format!(
            "{file}: expected a table with labels and figures that no form claims yet, {found}"
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
    Ok(tables.len())
}

/// Runs the cases of the form once and takes what is read for what is expected.
fn accept(name: &str) -> Result<(), Vec<String>> {
    output(fixtures(name).env("UPDATE_EXPECT", "1")).map(drop)
}

/// The run of the form's cases, by a program that knows the form: this one was built without it.
fn fixtures(name: &str) -> Command {
    let mut command = cargo();
    command.args(["test", "--quiet", "-p", "gongkai", "--test", "fixtures", "--", &format!("{name}/")]);
    command.current_dir(root());
    command
}
