//! Rows whose labels were cut over several lines, told by their figures.
//!
//! In text taken from a page a narrow column of labels fills three or four lines a row, and the figures stand in one of
//! them. The label of that line alone names nothing; but the figures are a whole row, borne out by their own total,
//! and the rows of the form keep their order.

use crate::form::plan::{RowPlan, TablePlan};
use crate::rows::alike::Labels;
use crate::rows::survey::rows_named;
use crate::rows::whole::{is_whole, totalled};
use crate::strips::sheet::Sheet;
use std::ops::Range;

/// The open rows of a gap with the whole rows of figures in it, when there is one for each, nothing else in the gap could
/// be a row, and no number says otherwise: row, strip.
pub(crate) fn ordered(
    table: &TablePlan,
    sheet: &Sheet<'_>,
    rows: &Range<usize>,
    free: &[usize],
) -> Option<Vec<(usize, usize)>> {
    let cells = totalled(table)?;
    let open: Vec<usize> = rows.clone().filter(|&row| table.rows[row].cells > 0).collect();
    if open.iter().any(|&row| table.rows[row].cells != cells || table.rows[row].is_optional) {
        return None;
    }
    let whole: Vec<usize> = free.iter().copied().filter(|&at| is_whole(&sheet.strips[at], cells)).collect();
    // A lone figure is a page number, or one of a label's own.
    let is_row = |at: &usize| sheet.strips[*at].figures() > 1 && !whole.contains(at);
    if whole.len() != open.len() || free.iter().any(is_row) {
        return None;
    }
    let is_numbered_otherwise = |(&row, &at): (&usize, &usize)| {
        let marks = (sheet.strips[at].mark, table.rows[row].mark);
        matches!(marks, (Some(a), Some(b)) if a.style == b.style && a != b)
    };
    let fits = !open.iter().zip(&whole).any(is_numbered_otherwise);
    fits.then(|| open.into_iter().zip(whole).collect())
}

/// Whether the words of strip `at` name another row of the table than `row`, or are clearly more like another, or, where
/// the row is `alone` in its gap, are not like it at all.
pub(crate) fn is_contradicted(
    table: &TablePlan,
    sheet: &Sheet<'_>,
    (row, at): (usize, usize),
    alone: bool,
) -> bool {
    let strip = &sheet.strips[at];
    if strip.label.is_empty() {
        return false;
    }
    let mut named = rows_named(table, strip).peekable();
    if named.peek().is_some() {
        return named.all(|other| other != row);
    }
    sheet.budget.spend(table.rows.len());
    let labels = Labels::of(sheet, strip);
    let label = labels.longest();
    let own = label.likeness(&table.rows[row]);
    let clear = LEAST_LIKENESS.max(own + MARGIN);
    let is_more_like = |other: &RowPlan| label.may_reach(other, clear) && label.likeness(other) >= clear;
    let others = table.rows.iter().enumerate().filter(|(other, plan)| *other != row && plan.cells > 0);
    // The label of the group may be all that stands in the line of the figures.
    let group = table.labels[table.rows[row].first_cell].row.under;
    let names_group = !group.is_empty() && sheet.joined_label(strip).contains(group);
    (alone && own < LEAST_ALONE && !names_group) || others.map(|it| it.1).any(is_more_like)
}

/// Words less like a row than this, in thousandths, say nothing of it.
const LEAST_LIKENESS: u32 = 350;

/// Words as like to one row as to another but for this say nothing of either.
const MARGIN: u32 = 150;

/// The least likeness of a row that is known by nothing else than the place between its neighbours.
const LEAST_ALONE: u32 = 200;
