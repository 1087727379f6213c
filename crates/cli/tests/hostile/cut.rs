//! Files cut off at many places: whatever is still read of them is what the whole file says.

use gongkai::model::{Presence, Status};
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
