//! Damage to columns: two of them exchanged, with their headers or without.

use crate::damaged::{Damaged, exchanged};
use crate::rng::Rng;
use crate::rows::{exchanges, values_exchanged};
use crate::source::{Row, Source, tokens};
use gongkai::text::label::fold;
use std::ops::Range;

/// Two columns under one header.
struct Pair<'a> {
    /// One of the rows under the header.
    row: &'a Row,
    left: usize,
    right: usize,
    /// The cells of both columns, row by row.
    cells: Vec<(usize, usize)>,
}

fn choose<'a>(source: &'a Source, rng: &mut Rng) -> Option<Pair<'a>> {
    let wide: Vec<&Row> = source.rows.iter().filter(|row| row.cells.len() > 1).collect();
    let row = *rng.pick(&wide)?;
    let columns: Vec<usize> = (0..row.cells.len()).collect();
    let (&left, &right) = rng.pick_two(&columns)?;
    let header = source.header_of(row);
    let with_it = |other: &&&Row| other.table == row.table && source.header_of(other) == header;
    let both = |other: &&Row| Some((*other.cells.get(left)?, *other.cells.get(right)?));
    let cells = wide.iter().filter(with_it).map(both).collect::<Option<_>>()?;
    Some(Pair { row, left, right, cells })
}

/// Figures exchanged under headers that stay.
pub(crate) fn column_values_exchanged(source: &Source, rng: &mut Rng) -> Option<Damaged> {
    values_exchanged(source, &choose(source, rng)?.cells)
}

/// Figures and headers exchanged: every figure still stands under its own header.
pub(crate) fn columns_exchanged(source: &Source, rng: &mut Rng) -> Option<Damaged> {
    let Pair { row, left, right, cells } = choose(source, rng)?;
    let header = source.header_of(row)?;
    let words: Vec<Range<usize>> =
        header.flat_map(|line| tokens(&source.text, source.lines[line].clone())).collect();
    let labels = &source.tables[row.table].columns[row.number];
    let header_of = |column: usize| {
        let printings = &labels[column];
        let mut found = words.iter().filter(|word| printings.contains(&fold(&source.text[(*word).clone()])));
        let first = found.next()?;
        found.next().is_none().then_some(first)
    };
    let heads = exchanged(&source.text, header_of(left)?, header_of(right)?);
    let mut edits = exchanges(source, &cells)?;
    edits.extend(heads);
    Damaged::new(source, edits)
}
