//! Where the complete rows of a table print their values: what a row that lost some of them is measured by.

use crate::plan::TablePlan;
use crate::sheet::Sheet;
use crate::strip::Strip;
use crate::survey::Match;
use std::collections::BTreeMap;

/// Every complete row of a table, in reading order.
pub(crate) struct Layout {
    rows: Vec<Start>,
    /// For each shape and number of values among them, one of its rows when all agree where the values stand.
    agreed: BTreeMap<(Shape, usize), Option<usize>>,
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
        Self { rows, agreed }
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
