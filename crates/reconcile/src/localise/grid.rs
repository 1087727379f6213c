//! How the variables of a system stand on the page: rows, columns, and which of them are totals.

use crate::{Comparison, System};

/// Rows and columns of a table whose cells are variables of a [`System`].
///
/// Errors follow the page: neighbours are exchanged, rows slip. A system without a grid is still localised, by
/// single figures alone.
///
/// ```
/// use gongkai_reconcile::{Comparison, Domain, System, localise::Grid};
///
/// // Two markets by two quarters and their totals: variables 0 to 8, row by row.
/// let mut sales = System::new();
/// for _ in 0..9 { sales.variable(Domain::NonNegative); }
/// for row in 0..3 { sales.relation(&[3 * row, 3 * row + 1], Comparison::Equal, &[3 * row + 2]); }
/// for column in 0..3 { sales.relation(&[column, column + 3], Comparison::Equal, &[column + 6]); }
///
/// let grid = Grid::new(3, (0..9).map(Some)).with_totals_of(&sales);
/// assert_eq!((grid.rows(), grid.columns()), (3, 3));
/// assert!(grid.is_total(2) && grid.is_total(6) && !grid.is_total(0));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    columns: usize,
    cells: Vec<Option<usize>>,
    /// Row and column of each variable, where it has them.
    places: Vec<Option<(usize, usize)>>,
    totals: Vec<bool>,
}

impl Grid {
    /// A grid of `columns` columns filled row by row; `None` for a place that holds no variable. The last row may
    /// be short. A variable that is named again stands where it was first named.
    pub fn new(columns: usize, cells: impl IntoIterator<Item = Option<usize>>) -> Self {
        let columns = columns.max(1);
        let mut grid = Self { columns, ..Self::default() };
        for cell in cells {
            let at = grid.cells.len();
            let mut kept = None;
            if let Some(variable) = cell.filter(|&it| it < MOST_VARIABLES) {
                if grid.places.len() <= variable {
                    grid.places.resize(variable + 1, None);
                }
                if grid.places[variable].is_none() {
                    grid.places[variable] = Some((at / columns, at % columns));
                    kept = Some(variable);
                }
            }
            grid.cells.push(kept);
        }
        grid
    }

    /// The same grid, in which `variables` hold totals.
    #[must_use]
    pub fn with_totals(mut self, variables: &[usize]) -> Self {
        for &variable in variables.iter().filter(|&&it| it < MOST_VARIABLES) {
            if self.totals.len() <= variable {
                self.totals.resize(variable + 1, false);
            }
            self.totals[variable] = true;
        }
        self
    }

    /// The same grid, in which the variables that stand alone against a sum of at least two others are totals.
    #[must_use]
    pub fn with_totals_of(self, system: &System) -> Self {
        let mut totals = Vec::new();
        for relation in 0..system.relations() {
            let terms = system.terms(relation);
            if system.comparison(relation) != Some(Comparison::Equal) || terms.len() < 3 {
                continue;
            }
            for sign in [-1, 1] {
                let mut alone = terms.iter().filter(|term| term.coefficient.signum() == sign);
                if let (Some(term), None) = (alone.next(), alone.next()) {
                    totals.push(term.variable as usize);
                }
            }
        }
        self.with_totals(&totals)
    }

    /// How many columns there are.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// How many rows there are, a short last one included.
    pub fn rows(&self) -> usize {
        self.cells.len().div_ceil(self.columns.max(1))
    }

    /// The variable at a place.
    pub fn at(&self, row: usize, column: usize) -> Option<usize> {
        if column >= self.columns {
            return None;
        }
        self.cells.get(row.checked_mul(self.columns)?.checked_add(column)?).copied().flatten()
    }

    /// Row and column of a variable, from 0.
    pub fn place(&self, variable: usize) -> Option<(usize, usize)> {
        self.places.get(variable).copied().flatten()
    }

    /// Whether a variable holds a total.
    pub fn is_total(&self, variable: usize) -> bool {
        self.totals.get(variable).copied().unwrap_or(false)
    }
}

/// Positions of variables beyond this are no table's.
const MOST_VARIABLES: usize = 1 << 20;
