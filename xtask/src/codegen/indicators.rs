//! `docs/indicators.md`: the catalogue.

use super::cell;
use gongkai::model::ValueKind;
use gongkai::model::catalog;
use std::fmt::Write;

pub(super) fn page() -> String {
    let all = catalog::all();
    let mut out = format!(
        "# Indicators\n\nThe {} indicators of the statutory forms. An id is one indicator wherever it is printed and is \
         public API; where two forms count differently the ids differ. An empty unit means that the form fixes none.\n\n\
         | id | printed label | English | unit | numbers |\n| --- | --- | --- | --- | --- |\n",
        all.len()
    );
    for it in all {
        let kind = match it.kind() {
            ValueKind::Count => "count",
            ValueKind::SignedCount => "signed count",
            ValueKind::Amount => "amount",
            ValueKind::Words => "words",
        };
        let unit = it.unit().map(|unit| unit.to_string()).unwrap_or_default();
        let _ =
            writeln!(out, "| `{}` | {} | {} | {unit} | {kind} |", it.id(), cell(it.label()), cell(it.name()));
    }
    out
}
