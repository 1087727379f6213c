//! Where the rows of a table print their values: what a row that lost some of them is measured by.

use crate::form::plan::TablePlan;
use crate::rows::survey::Match;
use crate::strips::sheet::Sheet;
use crate::strips::strip::{Strip, Token};
use std::collections::{BTreeMap, BTreeSet};

/// Every complete row of a table, in reading order.
pub(crate) struct Layout {
    rows: Vec<Start>,
    /// For each shape and number of values among them, one of its rows when all agree where the values stand.
    agreed: BTreeMap<(Shape, usize), Option<usize>>,
    /// For each number of cells, on which side of them its rows are filled up.
    filled: BTreeMap<usize, Filled>,
}

/// On which side of a row's cells stand the blank places that are none of them.
///
/// Where a table was written out without its merges, each row is filled up to the width of the widest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Filled {
    /// Behind them: the cells follow the label.
    Behind,
    /// Before them: the label took several columns.
    Before,
}

impl Layout {
    /// The layout of the rows that `matches` found.
    pub(crate) fn of(table: &TablePlan, sheet: &Sheet<'_>, matches: &[Option<Match>]) -> Self {
        let rows = table.rows.iter().zip(matches);
        let complete = rows.filter_map(|(row, found)| {
            let [at] = found.as_ref()?.strips[..] else { return None };
            let strip = &sheet.strips[at];
            let printed = || strip.values.iter().filter(|token| token.is_printed());
            (printed().count() == row.cells).then(|| Start {
                at,
                shape: shape(strip),
                grid: sheet.grid_width(strip.line),
                places: printed().map(|token| token.column).collect(),
            })
        });
        let mut rows: Vec<Start> = complete.collect();
        rows.sort_unstable_by_key(|start| start.at);
        let mut agreed = BTreeMap::new();
        for (at, row) in rows.iter().enumerate() {
            let first = agreed.entry((row.shape, row.places.len())).or_insert(Some(at));
            *first = first.filter(|&first| rows[first].places == row.places);
        }
        Self { rows, agreed, filled: filled(table, sheet, matches) }
    }

    /// The `cells` values of a row that has more places than that, where its table tells which they are.
    pub(crate) fn window<'s, 'd>(
        &self,
        sheet: &'s Sheet<'d>,
        found: &Match,
        cells: usize,
    ) -> Option<&'s [Token<'d>]> {
        let [at] = found.strips[..] else { return None };
        let values = &sheet.strips[at].values;
        let more = values.len().checked_sub(cells).filter(|&more| more > 0)?;
        match self.filled.get(&cells)? {
            Filled::Behind => Some(&values[..cells]),
            Filled::Before => Some(&values[more..]),
        }
    }

    /// Whether any row prints all of its `cells` values.
    pub(crate) fn has_complete(&self, cells: usize) -> bool {
        self.rows.iter().any(|start| start.places.len() == cells)
    }

    /// The grid columns of the values in rows of the same shape, when they all agree; else in the complete rows next
    /// above and next below, when their grid has as many columns.
    pub(crate) fn expected(&self, sheet: &Sheet<'_>, found: &Match, cells: usize) -> Option<&[u16]> {
        let [at] = found.strips[..] else { return None };
        let strip = &sheet.strips[at];
        let is_like = |start: &&Start| start.places.len() == cells;
        if let Some(first) = self.agreed.get(&(shape(strip), cells)) {
            return first.map(|first| &self.rows[first].places[..]);
        }
        let grid = sheet.grid_width(strip.line);
        let (above, below) = self.rows.split_at(self.rows.partition_point(|start| start.at < at));
        let next = [above.last(), below.first()];
        agreed(next.into_iter().flatten().filter(is_like).filter(|start| grid > 0 && start.grid == grid))
    }
}

/// What the rows of one number of cells say of the blank places among their values.
#[derive(Default)]
struct Sides {
    /// Whether no figure stands where only a place behind the cells could be, and the same for one before them.
    is_behind: bool,
    is_before: bool,
    /// The columns that hold figures, when the places are behind or before.
    behind: BTreeSet<usize>,
    before: BTreeSet<usize>,
}

/// On which side the rows of `table` are filled up, for each number of cells.
///
/// A figure beyond the cells on one side tells that it is the other. Where no row tells, but all rows together print
/// figures in the last column alone when filled up on one side, and in several when on the other, it is the one.
fn filled(table: &TablePlan, sheet: &Sheet<'_>, matches: &[Option<Match>]) -> BTreeMap<usize, Filled> {
    let mut seen: BTreeMap<usize, Sides> = BTreeMap::new();
    for (row, found) in table.rows.iter().zip(matches) {
        let Some([at]) = found.as_ref().map(|found| &found.strips[..]) else { continue };
        let values = &sheet.strips[*at].values;
        let Some(more) = values.len().checked_sub(row.cells).filter(|_| row.cells > 1) else { continue };
        let sides = seen.entry(row.cells).or_insert_with(|| Sides {
            is_behind: true,
            is_before: true,
            ..Sides::default()
        });
        for (place, _) in values.iter().enumerate().filter(|(_, token)| token.is_printed()) {
            sides.is_behind &= place < row.cells;
            sides.is_before &= place >= more;
            sides.behind.insert(place);
            sides.before.insert(place.saturating_sub(more));
        }
    }
    let is_last =
        |columns: &BTreeSet<usize>, cells: usize| columns.len() == 1 && columns.contains(&(cells - 1));
    let side = |(cells, sides): (usize, Sides)| {
        let filled = match (sides.is_behind, sides.is_before) {
            (true, false) => Filled::Behind,
            (false, true) => Filled::Before,
            (true, true) if is_last(&sides.behind, cells) && sides.before.len() > 1 => Filled::Behind,
            (true, true) if is_last(&sides.before, cells) && sides.behind.len() > 1 => Filled::Before,
            _ => return None,
        };
        Some((cells, filled))
    };
    seen.into_iter().filter_map(side).collect()
}

/// A row all of whose values are printed.
struct Start {
    /// Its strip.
    at: usize,
    shape: Shape,
    /// How many grid columns its line has.
    grid: usize,
    /// The grid columns of its values.
    places: Vec<u16>,
}

/// The columns of the values, when all the rows have the same.
fn agreed<'s>(mut rows: impl Iterator<Item = &'s Start>) -> Option<&'s [u16]> {
    let first = rows.next()?;
    rows.all(|other| other.places == first.places).then_some(&first.places[..])
}

/// Column of the last label piece and number of grid columns, each from 1.
type Shape = (usize, usize);

/// What rows of one layout have in common: column of the last label piece, number of grid columns.
fn shape(strip: &Strip<'_>) -> Shape {
    let label = strip.label.last().map_or(0, |piece| usize::from(piece.column) + 1);
    let width = strip.values.last().map_or(0, |token| usize::from(token.column) + 1);
    (label, width)
}
