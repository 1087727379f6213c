//! Errors with a shape: cells exchanged, rows slipped, a column pasted. Each changes given cells by given amounts.

use super::cost::{Costs, ln};
use super::{Code, Grid, OperationKind};

/// One shaped error that may have happened, and what undoing it would do to the residuals.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shaped {
    /// Sum of the keys of its cells, each times the amount added: undoing it adds this to the key of the residuals.
    pub(super) key: u64,
    pub(super) cost: u32,
    pub(super) shape: Shape,
}

/// Which cells, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Two variables of one row hold each other's value.
    InRow(u32, u32),
    /// Two neighbouring variables of one column do.
    InColumn(u32, u32),
    /// The values of a row stand one place off between two columns, both included; `value` was lost.
    Slip { row: u32, first: u32, last: u32, to_the_right: bool, value: i64 },
    /// Two whole rows hold each other's values.
    Rows(u32, u32),
    /// Two whole columns do.
    Columns(u32, u32),
    /// A whole column is another year's.
    Pasted(u32),
}

impl Shape {
    pub(super) fn kind(self) -> OperationKind {
        match self {
            Self::InRow(..) => OperationKind::ExchangedInRow,
            Self::InColumn(..) => OperationKind::ExchangedInColumn,
            Self::Slip { .. } => OperationKind::RowSlip,
            Self::Rows(..) => OperationKind::RowsExchanged,
            Self::Columns(..) => OperationKind::ColumnsExchanged,
            Self::Pasted(_) => OperationKind::ColumnPasted,
        }
    }
}

/// What shaped errors are looked for in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scene<'a> {
    pub(super) grid: &'a Grid,
    pub(super) code: &'a Code,
    /// The equality that holds within each row of the grid.
    pub(super) row_equations: &'a [Option<usize>],
    /// Rows and columns whose exchange would show.
    pub(super) visible: &'a Visible,
    pub(super) costs: &'a Costs,
    pub(super) values: &'a [i64],
    /// Variables without a value.
    pub(super) fixed: &'a [bool],
    pub(super) residuals: &'a [i64],
    /// What the same variables were a year before.
    pub(super) previous: &'a [Option<i64>],
}

/// Pairs of whole rows and of whole columns whose exchange changes some residual.
#[derive(Clone, Debug, Default)]
pub(super) struct Visible {
    pub(super) rows: Vec<(u32, u32)>,
    pub(super) columns: Vec<(u32, u32)>,
}

impl Scene<'_> {
    fn cell(&self, row: usize, column: usize) -> Option<usize> {
        self.grid.at(row, column).filter(|&it| it < self.values.len() && !self.fixed[it])
    }

    /// Every shaped error that would change something, in a fixed order.
    pub(super) fn all(&self) -> Vec<Shaped> {
        let (rows, columns) = (self.grid.rows(), self.grid.columns());
        let mut out = Vec::with_capacity(256);
        if columns > 1 {
            let exchanged = self.costs.common + ln(rows * columns * (columns - 1) / 2);
            for row in 0..rows {
                self.exchanged_in_row(row, exchanged, &mut out);
                self.slips(row, &mut out);
            }
        }
        if rows > 1 {
            let exchanged = self.costs.common + ln((rows - 1) * columns);
            for row in 1..rows {
                self.exchanged_in_column(row, exchanged, &mut out);
            }
        }
        self.lines_exchanged(&mut out);
        self.pasted(&mut out);
        out
    }

    fn difference(&self, one: usize, other: usize) -> u64 {
        let amount = self.values[other].wrapping_sub(self.values[one]) as u64;
        amount.wrapping_mul(self.code.key(one).wrapping_sub(self.code.key(other)))
    }

    fn exchanged_in_row(&self, row: usize, cost: u32, out: &mut Vec<Shaped>) {
        for first in 0..self.grid.columns() {
            let Some(one) = self.cell(row, first) else { continue };
            for second in first + 1..self.grid.columns() {
                let Some(other) = self.cell(row, second) else { continue };
                if self.values[one] != self.values[other] {
                    let shape = Shape::InRow(one as u32, other as u32);
                    out.push(Shaped { key: self.difference(one, other), cost, shape });
                }
            }
        }
    }

    fn exchanged_in_column(&self, row: usize, cost: u32, out: &mut Vec<Shaped>) {
        for column in 0..self.grid.columns() {
            let (Some(one), Some(other)) = (self.cell(row - 1, column), self.cell(row, column)) else { continue };
            if self.values[one] != self.values[other] {
                let shape = Shape::InColumn(one as u32, other as u32);
                out.push(Shaped { key: self.difference(one, other), cost, shape });
            }
        }
    }

    /// Undoes every slip of a run of cells in `row`. The value that fell off the end is what the row's own
    /// equality asks for.
    fn slips(&self, row: usize, out: &mut Vec<Shaped>) {
        let columns = self.grid.columns();
        let Some(equation) = self.row_equations.get(row).copied().flatten() else { return };
        let mut cells = [0_usize; MOST_COLUMNS];
        if columns > MOST_COLUMNS || !self.code.is_open(equation) {
            return;
        }
        let mut zero = true;
        for (column, cell) in cells[..columns].iter_mut().enumerate() {
            let Some(variable) = self.cell(row, column) else { return };
            *cell = variable;
            zero &= self.values[variable] == 0;
        }
        if zero {
            return;
        }
        let cost = self.costs.common + ln(self.grid.rows() * columns * (columns - 1));
        for to_the_right in [true, false] {
            for start in 0..columns - 1 {
                self.slip(row, equation, &cells[..columns], start, to_the_right, cost, out);
            }
        }
    }

    /// Slips that begin at the place `start`, counted from where the filler stands.
    #[allow(clippy::too_many_arguments, reason = "the inner loop of the enumeration")]
    fn slip(
        &self,
        row: usize,
        equation: usize,
        cells: &[usize],
        start: usize,
        to_the_right: bool,
        cost: u32,
        out: &mut Vec<Shaped>,
    ) {
        let place = |at: usize| if to_the_right { at } else { cells.len() - 1 - at };
        let cell = |at: usize| cells[place(at)];
        let value = |at: usize| self.values[cell(at)];
        let filler = value(start);
        let mut balance = self.residuals[equation];
        let mut key = 0_u64;
        for end in start + 1..cells.len() {
            // The cell before the end takes back what stands at the end.
            let moved = value(end).wrapping_sub(value(end - 1));
            if moved == 0 && end == start + 1 {
                // A shorter slip does the same.
                return;
            }
            let weight = i64::from(self.code.coefficient(equation, cell(end - 1)));
            balance = balance.wrapping_add(weight.wrapping_mul(moved));
            key = key.wrapping_add(self.code.key(cell(end - 1)).wrapping_mul(moved as u64));
            let weight = i64::from(self.code.coefficient(equation, cell(end)));
            if weight == 0 || balance % weight != 0 || balance == 0 {
                continue;
            }
            let lost = value(end).wrapping_sub(balance / weight);
            let extra = match (filler, lost) {
                (0, 0) => 0,
                (0, _) => 1_000,
                _ if filler == lost => 700,
                _ if filler == value(start + 1) => 1_500,
                _ => continue,
            };
            let key = key.wrapping_add(self.code.key(cell(end)).wrapping_mul(lost.wrapping_sub(value(end)) as u64));
            let (first, last) = (place(start).min(place(end)) as u32, place(start).max(place(end)) as u32);
            let shape = Shape::Slip { row: row as u32, first, last, to_the_right, value: lost };
            out.push(Shaped { key, cost: cost + extra, shape });
        }
    }

    fn lines_exchanged(&self, out: &mut Vec<Shaped>) {
        let lines = self.visible.rows.iter().map(|&(one, other)| Shape::Rows(one, other));
        let lines = lines.chain(self.visible.columns.iter().map(|&(one, other)| Shape::Columns(one, other)));
        let (rows, columns) = (self.grid.rows(), self.grid.columns());
        for shape in lines {
            let count = if matches!(shape, Shape::Rows(..)) { rows } else { columns };
            let cost = self.costs.rare + ln(count * count.saturating_sub(1) / 2);
            let mut key = 0_u64;
            let mut changes = 0;
            for (one, other) in self.pairs(shape) {
                if self.values[one] != self.values[other] {
                    key = key.wrapping_add(self.difference(one, other));
                    changes += 1;
                }
            }
            // A single cell is an exchange of cells.
            if changes > 1 {
                out.push(Shaped { key, cost, shape });
            }
        }
    }

    fn pairs(&self, shape: Shape) -> impl Iterator<Item = (usize, usize)> + '_ {
        let (count, by_row, one, other) = match shape {
            Shape::Rows(one, other) => (self.grid.columns(), true, one as usize, other as usize),
            Shape::Columns(one, other) => (self.grid.rows(), false, one as usize, other as usize),
            _ => (0, true, 0, 0),
        };
        (0..count).filter_map(move |at| {
            if by_row {
                self.cell(one, at).zip(self.cell(other, at))
            } else {
                self.cell(at, one).zip(self.cell(at, other))
            }
        })
    }

    /// A column that repeats the year before, where each row can say what it should have been.
    fn pasted(&self, out: &mut Vec<Shaped>) {
        if self.previous.is_empty() {
            return;
        }
        for column in 0..self.grid.columns() {
            let cells = || (0..self.grid.rows()).filter_map(|row| self.cell(row, column));
            let same = |variable: usize| self.previous.get(variable).copied().flatten() == Some(self.values[variable]);
            let figures = cells().filter(|&it| self.values[it] != 0).count();
            if figures < 2 || !cells().all(same) {
                continue;
            }
            let shape = Shape::Pasted(column as u32);
            let mut edits = Vec::new();
            self.edits(shape, &mut edits);
            let key = |sum: u64, &(variable, amount): &(usize, i64)| {
                sum.wrapping_add(self.code.key(variable).wrapping_mul(amount as u64))
            };
            let key = edits.iter().fold(0, key);
            let cost = self.costs.rare + ln(self.grid.columns());
            if edits.len() > 1 {
                out.push(Shaped { key, cost, shape });
            }
        }
    }

    /// What undoing `shape` adds to which variables, only where it adds something; in the order of the grid.
    pub(super) fn edits(&self, shape: Shape, out: &mut Vec<(usize, i64)>) {
        out.clear();
        let change = |variable: usize, to: i64| (variable, to.wrapping_sub(self.values[variable]));
        match shape {
            Shape::InRow(one, other) | Shape::InColumn(one, other) => {
                let (one, other) = (one as usize, other as usize);
                out.push(change(one, self.values[other]));
                out.push(change(other, self.values[one]));
            }
            Shape::Slip { row, first, last, to_the_right, value } => {
                for column in first..=last {
                    let at = |column: u32| self.cell(row as usize, column as usize);
                    let from = match (to_the_right, column) {
                        (true, it) if it == last => Some(value),
                        (false, it) if it == first => Some(value),
                        (true, it) => at(it + 1).map(|it| self.values[it]),
                        (false, it) => at(it - 1).map(|it| self.values[it]),
                    };
                    if let (Some(variable), Some(from)) = (at(column), from) {
                        out.push(change(variable, from));
                    }
                }
            }
            Shape::Rows(..) | Shape::Columns(..) => {
                for (one, other) in self.pairs(shape) {
                    out.push(change(one, self.values[other]));
                    out.push(change(other, self.values[one]));
                }
            }
            Shape::Pasted(column) => {
                for row in 0..self.grid.rows() {
                    let equation = self.row_equations.get(row).copied().flatten().filter(|&it| self.code.is_open(it));
                    if let (Some(variable), Some(equation)) = (self.cell(row, column as usize), equation) {
                        let weight = i64::from(self.code.coefficient(equation, variable));
                        if weight != 0 && self.residuals[equation] % weight == 0 {
                            out.push((variable, -(self.residuals[equation] / weight)));
                        }
                    }
                }
            }
        }
        out.retain(|(_, amount)| *amount != 0);
    }
}

/// Rows wider than this do not slip.
const MOST_COLUMNS: usize = 64;
