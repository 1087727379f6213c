//! Damage to the layout: tabs turned to spaces, page breaks, headers repeated.

use crate::damaged::Damaged;
use crate::rng::Rng;
use crate::source::{Printed, Row, Source};
use std::ops::Range;

/// The tabs of `lines` turned to spaces. Where a row of several cells has an empty one, spaces no longer say which.
fn spaced(source: &Source, rng: &mut Rng, lines: Range<usize>) -> Option<Damaged> {
    let blanks = " ".repeat(if rng.one_in(2) { 1 } else { rng.within(2..5) });
    let within = source.lines[lines.start].start..source.lines[lines.end - 1].end;
    let tabs = source.text[within.clone()].match_indices('\t');
    let edits = tabs.map(|(at, _)| (within.start + at..within.start + at + 1, blanks.clone())).collect();
    let damaged = Damaged::new(source, edits)?;
    let is_unclear = |row: &&Row| {
        let empty = row.cells.iter().any(|&cell| source.cells[cell].truth == Printed::Without);
        lines.contains(&row.line) && row.cells.len() > 1 && empty
    };
    let unclear = source.rows.iter().filter(is_unclear);
    Some(unclear.fold(damaged, |it, row| it.with_row(source, row, Printed::Unclear)))
}

pub(crate) fn row_tabs_to_spaces(source: &Source, rng: &mut Rng) -> Option<Damaged> {
    let line = rng.pick(&source.rows)?.line;
    spaced(source, rng, line..line + 1)
}

pub(crate) fn table_tabs_to_spaces(source: &Source, rng: &mut Rng) -> Option<Damaged> {
    let row = rng.pick(&source.rows)?;
    let lines = source.tables[row.table].lines.clone();
    let first = source.rows_of(row.table)[0];
    let start = source.header_of(first).map_or(lines.start, |header| header.start.min(lines.start));
    spaced(source, rng, start..lines.end)
}

/// A row that is not the last of its table.
fn inner<'a>(source: &'a Source, rng: &mut Rng) -> Option<&'a Row> {
    let rows: Vec<&Row> =
        source.rows.iter().filter(|row| row.line + 1 < source.tables[row.table].lines.end).collect();
    rng.pick(&rows).copied()
}

fn inserted_below(source: &Source, row: &Row, what: &str) -> Option<Damaged> {
    let at = source.lines[row.line].end;
    Damaged::new(source, vec![(at..at, what.to_owned())])
}

pub(crate) fn page_break_dashed(source: &Source, rng: &mut Rng) -> Option<Damaged> {
    let row = inner(source, rng)?;
    inserted_below(source, row, &format!("\n\n— {} —\n", rng.within(1..40)))
}

pub(crate) fn page_break_bare(source: &Source, rng: &mut Rng) -> Option<Damaged> {
    let row = inner(source, rng)?;
    inserted_below(source, row, &format!("\n\n{}\n", rng.within(1..40)))
}

/// A form feed at the head of the next line, alone or below a page number, as PDF converters write it.
pub(crate) fn page_break_fed(source: &Source, rng: &mut Rng) -> Option<Damaged> {
    let row = inner(source, rng)?;
    let at = source.lines[row.line].end + 1;
    let number = if rng.one_in(2) { String::new() } else { format!("{}\n", rng.within(1..40)) };
    Damaged::new(source, vec![(at..at, format!("{number}\u{C}"))])
}

pub(crate) fn header_repeated(source: &Source, rng: &mut Rng) -> Option<Damaged> {
    let rows: Vec<(&Row, Range<usize>)> = source
        .rows
        .iter()
        .filter_map(|row| {
            let header = source.header_of(row)?;
            let next = source.rows.iter().find(|other| other.table == row.table && other.line > row.line)?;
            (source.header_of(next)? == header).then_some((row, header))
        })
        .collect();
    let (row, header) = rng.pick(&rows)?;
    let words = &source.text[source.lines[header.start].start..source.lines[header.end - 1].end];
    inserted_below(source, row, &format!("\n{words}"))
}
