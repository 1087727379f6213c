//! A table to rows of cells: spans expanded, columns that no cell stands in left out.

use super::kind::{Kind, MOST_SPAN};
use super::stats::Stats;
use super::tree::{Data, NONE, Tree};

/// The most columns of a table; cells further right are left out.
const MOST_COLUMNS: usize = 1000;

/// The most places (rows times columns) of a table that is read.
pub(crate) const MOST_PLACES: usize = 2_000_000;

/// A cell in its place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    /// Its node.
    pub(crate) node: u32,
    pub(crate) column: u16,
    pub(crate) columns: u16,
    pub(crate) rows: u32,
}

/// The rows of a table, each with the cells that begin in it, left to right.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    pub(crate) rows: Vec<Line>,
    pub(crate) width: usize,
}

/// One row.
#[derive(Debug)]
pub(crate) struct Line {
    pub(crate) cells: Vec<Place>,
    /// Whether the row was given no height.
    pub(crate) is_flat: bool,
}

/// The rows of `table` itself, not of tables inside it; `None` when there are more than [`MOST_PLACES`].
pub(crate) fn grid(tree: &Tree, table: u32) -> Option<Grid> {
    let rows = rows(tree, table);
    let mut lines: Vec<Line> = Vec::with_capacity(rows.len());
    // For each column the first row that the cell in it does not cover.
    let mut free: Vec<u32> = Vec::new();
    for (at, &(row, is_flat)) in rows.iter().enumerate() {
        let left = (rows.len() - at) as u32;
        let mut cells = Vec::new();
        let mut column = 0;
        for node in tree.children(row) {
            let Data::Element(Kind::Cell(columns, rows)) = tree.data(node) else { continue };
            while free.get(column).is_some_and(|&free| free > at as u32) {
                column += 1;
            }
            if column >= MOST_COLUMNS {
                break;
            }
            let columns = usize::from(*columns).min(MOST_COLUMNS - column);
            let rows = if *rows == 0 { left } else { u32::from(*rows).min(left) };
            let end = column + columns;
            free.resize(free.len().max(end), 0);
            free[column..end].fill(at as u32 + rows);
            cells.push(Place { node, column: column as u16, columns: columns as u16, rows });
            column = end;
        }
        lines.push(Line { cells, is_flat });
    }
    let mut grid = Grid { rows: lines, width: free.len() };
    let begins = |grid: &Grid| {
        let mut begins = vec![false; grid.width];
        grid.rows.iter().flat_map(|row| &row.cells).for_each(|cell| begins[usize::from(cell.column)] = true);
        begins
    };
    grid.keep(&begins(&grid));
    grid.keep(&printed(&grid));
    (grid.rows.len().saturating_mul(grid.width) <= MOST_PLACES).then_some(grid)
}

/// Whether most cells at and below the table `id` are its own: it does not lay out the page.
pub(crate) fn is_of_figures(tree: &Tree, stats: &[Stats], id: u32) -> bool {
    let all = &stats[id as usize];
    let own = || {
        let cells = rows(tree, id).into_iter().flat_map(|(row, _)| tree.children(row));
        cells.filter(|&cell| stats[cell as usize].cells > 0).count()
    };
    all.tables <= 1 || own() * 2 > all.cells as usize
}

/// The rows of `table` itself, each with whether it was given no height.
fn rows(tree: &Tree, table: u32) -> Vec<(u32, bool)> {
    let mut rows = Vec::new();
    let mut add = |node: u32| {
        if let Data::Element(Kind::Row { flat }) = tree.data(node) {
            rows.push((node, *flat));
        }
    };
    for child in tree.children(table) {
        add(child);
        if matches!(tree.data(child), Data::Element(Kind::Block)) {
            tree.children(child).for_each(&mut add);
        }
    }
    rows
}

/// Which columns are no phantoms.
///
/// Exports of word processors round the widths of columns, and two boundaries that were one come apart: then no cell
/// stands in the sliver alone, nor in its neighbour, and most rows have one cell over both.
fn printed(grid: &Grid) -> Vec<bool> {
    let mut single = vec![false; grid.width];
    let mut over = vec![0_u64; grid.width];
    for cell in grid.rows.iter().flat_map(|row| &row.cells) {
        let column = usize::from(cell.column);
        if cell.columns == 1 {
            single[column] = true;
        }
        over[column + 1..column + usize::from(cell.columns)]
            .iter_mut()
            .for_each(|it| *it += u64::from(cell.rows));
    }
    let most = |at: usize| over[at] * 2 > grid.rows.len() as u64;
    (0..grid.width).map(|at| at == 0 || single[at] || single[at - 1] || !most(at)).collect()
}

impl Grid {
    /// Keeps the columns that are marked.
    fn keep(&mut self, kept: &[bool]) {
        let mut before = Vec::with_capacity(kept.len() + 1);
        before.push(0_u16);
        for &kept in kept {
            let so_far = before.last().copied().unwrap_or_default();
            before.push(so_far + u16::from(kept));
        }
        self.width = before.last().copied().unwrap_or_default().into();
        for cell in self.rows.iter_mut().flat_map(|row| &mut row.cells) {
            let end = usize::from(cell.column + cell.columns);
            cell.column = before[usize::from(cell.column)].min(self.width.saturating_sub(1) as u16);
            cell.columns = (before[end].saturating_sub(cell.column)).max(1);
        }
    }

    /// The rows that a cell covers, as a document has it.
    pub(crate) fn span(rows: u32) -> u16 {
        rows.min(MOST_SPAN.into()) as u16
    }

    /// Whether the table is a list: no two cells stand beside each other.
    pub(crate) fn is_list(&self) -> bool {
        self.width <= 1
    }

    /// The nodes of all cells.
    pub(crate) fn nodes(&self) -> impl Iterator<Item = u32> + '_ {
        self.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.node).filter(|&node| node != NONE)
    }
}
