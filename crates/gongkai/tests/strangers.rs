//! A form that nobody asked for changes nothing in how the others are read, whatever its labels are.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use gongkai::{Engine, Registry};
use gongkai_extract::{Block, Column, Extractor, Needs, Registration, Row, Table, Template};
use gongkai_model::{IndicatorDef, ValueKind};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures");

/// A form as a stranger may register it.
struct Stranger(&'static Template);

impl Extractor for Stranger {
    fn template(&self) -> &'static Template {
        self.0
    }
}

fn leaked<T>(values: Vec<T>) -> &'static [T] {
    Box::leak(values.into_boxed_slice())
}

fn text(words: String) -> &'static str {
    Box::leak(words.into_boxed_str())
}

/// Rows of so many cells, with the labels given, that are never seen often enough to be claimed.
fn stranger(id: &'static str, labels: &BTreeSet<String>, widths: &[usize]) -> Stranger {
    let labels: Vec<&'static str> = labels.iter().map(|label| text(label.clone())).collect();
    let mut indicators = Vec::new();
    let mut blocks = Vec::new();
    for (chunk, width) in labels.chunks(labels.len().div_ceil(widths.len()).max(1)).zip(widths) {
        let mut columns = Vec::new();
        for at in 0..*width {
            let key = text(format!("w{width}c{at}"));
            indicators.push(IndicatorDef::new(
                text(format!("{id}.cell.{key}")),
                "别处的格",
                "A cell of elsewhere",
                ValueKind::Count,
            ));
            columns.push(Column::new(key, labels[(at * 7) % labels.len()]));
        }
        let id = text(format!("{id}.cell"));
        let rows = chunk.iter().map(|label| Row::new(label, id)).collect();
        blocks.push(Block { columns: leaked(columns), rows: leaked(rows) });
    }
    let table = Table {
        number: 2,
        caption: "别处的表",
        needs: Needs { rows: usize::MAX, rows_with_headers: usize::MAX, headers: usize::MAX },
        headings: leaked(labels.clone()),
        blocks: leaked(blocks),
    };
    // What is leaked ends with the tests.
    Stranger(Box::leak(Box::new(Template {
        id,
        title: "别处的表",
        name: "A form of elsewhere",
        basis: "a test",
        years: "",
        tables: leaked(vec![table]),
        identities: &[],
        indicators: leaked(indicators),
    })))
}

/// Every label, heading and column label of the forms at hand, as printed.
fn printed() -> BTreeSet<String> {
    let registry = Registry::linked().unwrap();
    let mut words = BTreeSet::new();
    for table in registry.plans().flat_map(|plan| plan.template.tables) {
        words.extend(table.headings.iter().copied());
        for block in table.blocks {
            let rows = block.rows.iter().flat_map(|row| row.aliases.iter().chain([&row.label, &row.under]));
            let columns = block.columns.iter().flat_map(|it| it.aliases.iter().chain([&it.label, &it.group]));
            words.extend(rows.chain(columns).copied());
        }
    }
    words.into_iter().filter(|words| !words.is_empty()).map(str::to_owned).collect()
}

/// The beginnings, or the ends, of every label.
fn parts(labels: &BTreeSet<String>, is_beginning: bool) -> BTreeSet<String> {
    let cut = |label: &String| {
        let places: Vec<usize> = label.char_indices().map(|(at, _)| at).skip(1).collect();
        let part = |at: usize| if is_beginning { &label[..at] } else { &label[at..] };
        places.into_iter().map(|at| part(at).to_owned()).collect::<Vec<_>>()
    };
    labels.iter().flat_map(cut).collect()
}

/// Each label run together with the next one, with figures, units and marks before, between and behind.
fn overlaps(labels: &BTreeSet<String>) -> BTreeSet<String> {
    let all: Vec<&String> = labels.iter().collect();
    let pairs = all.iter().zip(all.iter().cycle().skip(1));
    pairs
        .flat_map(|(one, next)| {
            [
                format!("{one}{next}"),
                format!("0{one}"),
                format!("12 {one}"),
                format!("{one}件"),
                format!("{one} 0"),
                format!("（一）{one}"),
                format!("9.{one}"),
            ]
        })
        .collect()
}

/// The reports under `fixtures`.
fn sources() -> Vec<PathBuf> {
    let files = |path: &Path| -> Vec<PathBuf> {
        let mut found: Vec<PathBuf> =
            fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect();
        found.sort();
        found
    };
    let forms = files(Path::new(FIXTURES)).into_iter().filter(|path| path.is_dir());
    let cases = forms.flat_map(|form| files(&form)).filter(|path| path.is_dir());
    let is_source =
        |path: &PathBuf| path.extension().is_none_or(|it| it != "expect") && !path.ends_with("note.md");
    cases.flat_map(|case| files(&case)).filter(is_source).collect()
}

/// Reads every fixture with `strangers` beside the built-in forms: all but the list of claims is the same.
#[track_caller]
fn check(strangers: Vec<Stranger>) {
    let others = strangers
        .into_iter()
        .map(|stranger| Registration { extractor: Box::leak(Box::new(stranger)), file: "elsewhere.rs" });
    let linked = gongkai_extract::__inventory::iter::<Registration>.into_iter().copied();
    let registered = Registry::new(linked.chain(others)).unwrap();
    let (alone, beside) = (Engine::linked().unwrap(), Engine::new(registered));
    let mut changed = Vec::new();
    let sources = sources();
    assert!(sources.len() > 100, "the fixtures are not there");
    for path in sources {
        let bytes = fs::read(&path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        let [one, other] = [&alone, &beside].map(|engine| {
            let mut audit = engine.check(name, &bytes);
            // Of a document that nobody claims every form says why not.
            audit.report.claims.retain(|claim| !claim.extractor.starts_with("elsewhere"));
            format!("{audit:#?}")
        });
        if one != other {
            let line = one.lines().zip(other.lines()).find(|(a, b)| a != b);
            changed.push(format!("{}: {line:?}", path.strip_prefix(FIXTURES).unwrap().display()));
        }
    }
    assert!(changed.is_empty(), "{} reports changed:\n{}", changed.len(), changed.join("\n"));
}

#[test]
fn labels_of_another_form_change_nothing() {
    check(vec![stranger("elsewhere-a", &printed(), &[1, 2, 5, 8])]);
}

#[test]
fn beginnings_of_labels_change_nothing() {
    check(vec![stranger("elsewhere-b", &parts(&printed(), true), &[1, 6])]);
}

#[test]
fn ends_of_labels_change_nothing() {
    check(vec![stranger("elsewhere-e", &parts(&printed(), false), &[3, 7])]);
}

#[test]
fn overlaps_of_labels_change_nothing() {
    check(vec![
        stranger("elsewhere-o", &overlaps(&printed()), &[1, 10]),
        stranger("elsewhere-a", &printed(), &[4]),
    ]);
}
