//! How the cells of a table stand in rows and columns.

use crate::System;
use crate::localise::Grid;
use gongkai_model::Indicator;

/// The grid of a table whose cells come row by row: an indicator's last part names the column, what is before it
/// the row. Where not every row has the same columns, the cells are a list of one column.
pub(super) fn grid(cells: &[Indicator], system: &System) -> Grid {
    let halves = |cell: &Indicator| cell.id().rsplit_once('.').unwrap_or(("", cell.id()));
    let first = cells.first().map_or("", |cell| halves(cell).0);
    let columns: Vec<&str> =
        cells.iter().map(halves).take_while(|(row, _)| *row == first).map(|(_, column)| column).collect();
    let is_row = |row: &[Indicator]| {
        let name = row.first().map_or("", |cell| halves(cell).0);
        row.len() == columns.len() && row.iter().map(halves).eq(columns.iter().map(|column| (name, *column)))
    };
    let is_grid = columns.len() > 1 && cells.chunks(columns.len()).all(is_row);
    let width = if is_grid { columns.len() } else { 1 };
    Grid::new(width, (0..cells.len()).map(Some)).with_totals_of(system)
}
