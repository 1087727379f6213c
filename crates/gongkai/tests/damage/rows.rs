//! Damage to rows: dropped, repeated, split, merged, exchanged.

use crate::damaged::{Damaged, Figure, exchanged};
use crate::rng::Rng;
use crate::source::{Cell, Printed, Row, Source, ideographs};
use std::ops::Range;

/// A line with its line feed.
fn whole_line(source: &Source, line: usize) -> Range<usize> {
    let range = &source.lines[line];
    range.start..(range.end + 1).min(source.text.len())
}

pub(crate) fn row_dropped(source: &Source, rng: &mut Rng) -> Option<Damaged> {
    let row = rng.pick(&source.rows)?;
    let damaged = Damaged::new(source, vec![(whole_line(source, row.line), String::new())])?;
    Some(damaged.with_row(source, row, Printed::Absent))
}

/// The row once more, below itself or below another row of its table.
pub(crate) fn row_repeated(source: &Source, rng: &mut Rng) -> Option<Damaged> {
    let row = rng.pick(&source.rows)?;
    let below = if rng.one_in(3) { rng.pick(&source.rows_of(row.table))?.line } else { row.line };
    let at = source.lines[below].end;
    Damaged::new(source, vec![(at..at, format!("\n{}", source.line(row.line)))])
}

pub(crate) fn row_split_at_cell(source: &Source, rng: &mut Rng) -> Option<Damaged> {
    let row = rng.pick(&source.rows)?;
    let line = source.lines[row.line].clone();
    let between: Vec<usize> = line
        .filter(|&at| ['\t', '|'].map(u32::from).contains(&u32::from(source.text.as_bytes()[at])))
        .collect();
    let at = *rng.pick(&between)?;
    Damaged::new(source, vec![(at..at + 1, "\n".to_owned())])
}

pub(crate) fn row_split_in_label(source: &Source, rng: &mut Rng) -> Option<Damaged> {
    let label = source.label_of(rng.pick(&source.rows)?)?;
    let places = ideographs(&source.text, label);
    let at = rng.pick(places.get(1..)?)?.start;
    Damaged::new(source, vec![(at..at, "\n".to_owned())])
}

pub(crate) fn row_split_in_number(source: &Source, rng: &mut Rng) -> Option<Damaged> {
    let long: Vec<(&Cell, Vec<usize>)> = source
        .rows
        .iter()
        .flat_map(|row| &row.cells)
        .filter_map(|&cell| {
            let cell = &source.cells[cell];
            Some((cell, Figure::of(source, cell)?.digits(source)))
        })
        .filter(|(_, digits)| digits.len() > 1)
        .collect();
    let (cell, digits) = rng.pick(&long)?;
    let at = *rng.pick(&digits[1..])?;
    Some(Damaged::new(source, vec![(at..at, "\n".to_owned())])?.with(cell, Printed::Unclear))
}

/// A row and the line below it, inside one table, made one line.
fn merged(source: &Source, rng: &mut Rng, glue: &str) -> Option<Damaged> {
    let inner: Vec<&Row> = source
        .rows
        .iter()
        .filter(|row| row.line + 1 < source.tables[row.table].lines.end)
        .filter(|row| !source.line(row.line + 1).trim().is_empty())
        .collect();
    let row = rng.pick(&inner)?;
    let end = source.lines[row.line].end;
    let damaged = Damaged::new(source, vec![(end..end + 1, glue.to_owned())])?;
    let last = &source.cells[*row.cells.last()?];
    let is_glued = glue.is_empty() && last.span.as_ref().is_some_and(|span| span.end == end);
    Some(if is_glued { damaged.with(last, Printed::Unclear) } else { damaged })
}

pub(crate) fn rows_merged_by_nothing(source: &Source, rng: &mut Rng) -> Option<Damaged> {
    merged(source, rng, "")
}

pub(crate) fn rows_merged_by_space(source: &Source, rng: &mut Rng) -> Option<Damaged> {
    merged(source, rng, " ")
}

pub(crate) fn rows_merged_by_tab(source: &Source, rng: &mut Rng) -> Option<Damaged> {
    merged(source, rng, "\t")
}

/// Whole lines exchanged: a label keeps its figures, unless another row has the same label and stands between.
pub(crate) fn rows_exchanged(source: &Source, rng: &mut Rng) -> Option<Damaged> {
    let table = rng.pick(&source.rows)?.table;
    let rows = source.rows_of(table);
    let (one, other) = rng.pick_two(&rows)?;
    // Where a figure has a line of its own, exchanging lines exchanges values and leaves the labels.
    let is_bare = |row: &Row| {
        let figure = row.cells.first().and_then(|&cell| source.cells[cell].span.clone());
        figure
            .is_some_and(|figure| source.text[source.lines[row.line].clone()].trim() == &source.text[figure])
    };
    if is_bare(one) || is_bare(other) {
        return None;
    }
    let edits = exchanged(&source.text, &source.lines[one.line], &source.lines[other.line]);
    let damaged = Damaged::new(source, edits.into())?;
    // Rows of one label are told apart by what stands above them, and that has moved.
    let moved =
        rows.iter().filter(|row| row.is_repeated_label && (one.line..=other.line).contains(&row.line));
    Some(moved.fold(damaged, |it, row| it.with_row(source, row, Printed::Unclear)))
}

/// The figures of two rows exchanged, each label staying where it is.
pub(crate) fn row_values_exchanged(source: &Source, rng: &mut Rng) -> Option<Damaged> {
    let table = rng.pick(&source.rows)?.table;
    let rows = source.rows_of(table);
    let (one, other) = rng.pick_two(&rows)?;
    if one.cells.len() != other.cells.len() {
        return None;
    }
    let pairs: Vec<_> = one.cells.iter().copied().zip(other.cells.iter().copied()).collect();
    values_exchanged(source, &pairs)
}

/// Cells exchanged pair by pair, as edits.
pub(crate) fn exchanges(source: &Source, pairs: &[(usize, usize)]) -> Option<Vec<(Range<usize>, String)>> {
    let mut edits = Vec::new();
    for &(one, other) in pairs {
        let (one, other) = (source.cells[one].span.as_ref()?, source.cells[other].span.as_ref()?);
        edits.extend(exchanged(&source.text, one, other));
    }
    Some(edits)
}

/// Cells exchanged pair by pair while their labels and headers stay.
pub(crate) fn values_exchanged(source: &Source, pairs: &[(usize, usize)]) -> Option<Damaged> {
    let damaged = Damaged::new(source, exchanges(source, pairs)?)?;
    Some(pairs.iter().fold(damaged, |it, &(one, other)| {
        let (one, other) = (&source.cells[one], &source.cells[other]);
        it.with(one, other.truth).with(other, one.truth)
    }))
}
