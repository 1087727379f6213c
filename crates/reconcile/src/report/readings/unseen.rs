//! Cells of one row in which no figure was seen, where none can be believed to be blank: one finding, however many cells.

use crate::report::finding::on_cells;
use crate::report::wording::{cell_en, cell_zh, counted, places, row_zh};
use gongkai_model::{Fact, Finding, Message, Outcome, Report, Severity};

/// Whether nothing was read where `fact` should stand, as in a row in which the document ends.
pub(super) fn is_unseen(fact: &Fact) -> bool {
    fact.raw.trim().is_empty() && !fact.candidates.is_empty() && fact.candidates.iter().all(String::is_empty)
}

/// Whether nothing was read in either, and they stand in one row.
pub(super) fn of_one_row(left: &Fact, right: &Fact) -> bool {
    is_unseen(left) && is_unseen(right) && left.label.halves().0 == right.label.halves().0
}

/// That `facts` of one row may be blank or may not have been read.
pub(super) fn finding(report: &Report, facts: &[Fact]) -> Finding {
    let all: Vec<&Fact> = facts.iter().collect();
    let (place_zh, place_en) = places(&all.iter().copied());
    let names: Vec<String> = facts.iter().map(cell_en).collect();
    let cells_en = names.join(", ");
    let cells_zh = if let [fact] = facts {
        cell_zh(fact)
    } else {
        let columns = facts.iter().map(|fact| format!("“{}”", fact.label.halves().1));
        format!("{}有{}格（{}）", row_zh(&facts[0]), facts.len(), columns.collect::<Vec<_>>().join("、"))
    };
    let count = counted(facts.len(), "box shows", "boxes show");
    let message = Message {
        zh: format!("{cells_zh}没有见到数字，可能本是空白，也可能有数没有读到{place_zh}；请对照原件。"),
        en: format!(
            "{count} no figure: {cells_en} may be blank, or the figure was not read{place_en}; compare with the original."
        ),
    };
    on_cells(report, "reading-ambiguous", (Severity::Note, Outcome::Undetermined), message, &all)
}
