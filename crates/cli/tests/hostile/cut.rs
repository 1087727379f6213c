//! Files cut off at many places: whatever is still read of them is what the whole file says.

use gongkai::model::{Fact, Presence, Status};
use gongkai::{Audit, Engine};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// One file of each kind.
pub(crate) const FILES: [&str; 9] = [
    "clean/source.txt",
    "markdown-pipe/source.md",
    "in-html/source.html",
    "in-docx/source.docx",
    "in-xlsx/source.xlsx",
    "in-xls-of-libreoffice/source.xls",
    "in-odt/source.odt",
    "in-ods/source.ods",
    "in-pdf/source.pdf",
];

/// So many cuts are made in a file.
const CUTS: usize = 40;

/// The figures that are believed, except the last one printed: a cut may go through it, and nothing can tell.
fn believed(audit: &Audit) -> BTreeMap<String, String> {
    let facts = audit.report.facts.iter().filter(|fact| {
        fact.presence == Presence::Number && matches!(fact.status, Status::Read | Status::Confirmed)
    });
    let last = facts.clone().filter_map(|fact| fact.span.map(|place| place.span().end)).max();
    let others = facts.filter(|fact| fact.span.map(|place| place.span().end) != last);
    others.filter_map(|fact| Some((fact.indicator.id().to_owned(), fact.value?.to_string()))).collect()
}

#[test]
fn what_is_left_of_a_file_is_never_read_otherwise() {
    let engine = Engine::linked().expect("the built-in forms");
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/annual-2021");
    for name in FILES.iter().filter(|name| cfg!(feature = "pdf") || !name.ends_with("pdf")) {
        let bytes = fs::read(fixtures.join(name)).expect("a fixture that is committed");
        let of = |bytes: &[u8]| engine.check(name, bytes);
        let whole = of(&bytes);
        assert!(believed(&whole).len() > 150, "{name} is read");
        let whole: BTreeMap<String, String> = whole
            .report
            .facts
            .iter()
            .filter_map(|fact| Some((fact.indicator.id().to_owned(), fact.value?.to_string())))
            .collect();
        for cut in 0..CUTS {
            let len = bytes.len() * cut / CUTS;
            let audit = of(&bytes[..len]);
            for (id, value) in believed(&audit) {
                assert_eq!(whole.get(&id), Some(&value), "{name} cut at {len}: {id}");
            }
            let is_whole =
                audit.report.facts.iter().filter(|fact| fact.value.is_some()).count() == whole.len();
            assert!(
                is_whole || !audit.findings.is_empty() || audit.report.unreadable.is_some(),
                "{name} cut at {len}"
            );
        }
    }
}

/// Files that are text; the last third of each is cut close by close.
const TEXTS: [&str; 7] = [
    "annual-2021/clean/source.txt",
    "annual-2021/commas/source.txt",
    "annual-2021/single-spaces/source.txt",
    "annual-2021/markdown-pipe/source.md",
    "annual-2021/in-html/source.html",
    "annual-2019/one-cell-a-line/source.txt",
    "provincial-2009/one-cell-a-line/source.txt",
];

/// So many bytes lie between two cuts.
const STEP: usize = 7;

/// What is believed of a cell, numbers and blanks alike, with the end of its place.
fn said(audit: &Audit) -> BTreeMap<String, (Presence, Option<String>, Option<u32>)> {
    let sure = |fact: &&Fact| matches!(fact.status, Status::Read | Status::Confirmed | Status::Repaired);
    let facts = audit.report.facts.iter().filter(sure).filter(|fact| fact.presence != Presence::NotFound);
    let said = |fact: &Fact| {
        let end = fact.span.map(|place| place.span().end);
        (fact.presence, fact.value.map(|value| value.to_string()), end)
    };
    facts.map(|fact| (format!("{} {:?}", fact.indicator.id(), fact.measure), said(fact))).collect()
}

#[test]
fn no_cell_of_a_row_that_was_cut_is_believed() {
    let engine = Engine::linked().expect("the built-in forms");
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures");
    for name in TEXTS {
        let bytes = fs::read(fixtures.join(name)).expect("a fixture that is committed");
        let whole = said(&engine.check(name, &bytes));
        // A figure that ends the text may be all of it, in the last cell of its table: only a page closes its cells.
        let may_be_whole = |end: Option<u32>, at: usize| !name.ends_with("html") && end == Some(at as u32);
        let to = bytes.iter().rposition(u8::is_ascii_digit).unwrap_or_default();
        for at in (bytes.len() * 2 / 3..to).step_by(STEP).filter(|&at| bytes[at].is_ascii()) {
            for (cell, (presence, value, end)) in said(&engine.check(name, &bytes[..at])) {
                let was = whole.get(&cell).map(|(presence, value, _)| (*presence, value.clone()));
                let is_same = was == Some((presence, value.clone())) || may_be_whole(end, at);
                assert!(is_same, "{name} cut at {at}: {cell} {presence:?} {value:?}, was {was:?}");
            }
        }
        assert!(whole.len() > 30 && to > bytes.len() * 2 / 3, "{name} is read, and cut");
    }
}
