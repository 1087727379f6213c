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
    Slip { row: u32, first: u8, last: u8, to_the_right: bool, value: i64 },
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
    pub(super) residuals: &'a [i64],
    /// What the same variables were a year before.
    pub(super) previous: &'a [Option<i64>],
    /// The grid row by row, as [`cells`] makes it.
    pub(super) cells: &'a [Cell],
}

/// One place of the grid with what the enumeration needs of it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Cell {
    value: i64,
    key: u64,
    variable: u32,
    is_here: bool,
}

/// Every place of `grid`, row by row.
pub(super) fn cells(grid: &Grid, code: &Code, values: &[i64], fixed: &[bool]) -> Vec<Cell> {
    let places = (0..grid.rows()).flat_map(|row| (0..grid.columns()).map(move |column| (row, column)));
    // A figure on no equality could have taken any value from another without a trace.
    let takes_part = |it: &usize| *it < values.len() && !fixed[*it] && !code.column(*it).is_empty();
    let cell = |(row, column)| match grid.at(row, column).filter(takes_part) {
        Some(it) => Cell { value: values[it], key: code.key(it), variable: it as u32, is_here: true },
        None => Cell::default(),
    };
    places.map(cell).collect()
}

/// Pairs of whole rows and of whole columns whose exchange changes some residual.
#[derive(Clone, Debug, Default)]
pub(super) struct Visible {
    pub(super) rows: Vec<(u32, u32)>,
    pub(super) columns: Vec<(u32, u32)>,
}

impl Scene<'_> {
    fn cell(&self, row: usize, column: usize) -> Option<usize> {
        self.row(row).get(column).filter(|it| it.is_here).map(|it| it.variable as usize)
    }

    fn row(&self, row: usize) -> &[Cell] {
        let columns = self.grid.columns();
        self.cells.get(row * columns..(row + 1) * columns).unwrap_or_default()
    }

    /// Every shaped error but slips that would change something, in a fixed order.
    pub(super) fn exchanges(&self) -> Vec<Shaped> {
        let (rows, columns) = (self.grid.rows(), self.grid.columns());
        let mut out = Vec::with_capacity(2_048);
        if columns > 1 {
            let exchanged = self.costs.common + ln(rows * columns * (columns - 1) / 2);
            for row in 0..rows {
                self.exchanged_in_row(row, exchanged, &mut out);
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

    /// Every slip of the rows for which `is_meant` says so.
    pub(super) fn slips_of(&self, is_meant: impl Fn(usize) -> bool, out: &mut Vec<Shaped>) {
        for row in (0..self.grid.rows()).filter(|row| is_meant(*row)) {
            if self.row(row).iter().any(|it| it.value != 0) {
                self.slips(row, out);
            }
        }
    }

    /// What a slip costs before it is known how many runs come to the same, and the least it may cost then.
    pub(super) fn slip_cost(&self) -> (u32, u32) {
        let columns = self.grid.columns();
        let cost = self.costs.common + ln(self.grid.rows() * columns * columns.saturating_sub(1));
        // The cells before the filler and those from the place behind it on are no more than the row has.
        (cost, cost.saturating_sub(ln((columns / 2) * (columns - columns / 2))))
    }

    fn exchanged_in_row(&self, row: usize, cost: u32, out: &mut Vec<Shaped>) {
        let cells = self.row(row);
        for (at, one) in cells.iter().enumerate() {
            for other in &cells[at + 1..] {
                if one.value != other.value && one.is_here && other.is_here {
                    let shape = Shape::InRow(one.variable, other.variable);
                    out.push(Shaped { key: one.exchanged(other), cost, shape });
                }
            }
        }
    }

    fn exchanged_in_column(&self, row: usize, cost: u32, out: &mut Vec<Shaped>) {
        for (one, other) in self.row(row - 1).iter().zip(self.row(row)) {
            if one.value != other.value && one.is_here && other.is_here {
                let shape = Shape::InColumn(one.variable, other.variable);
                out.push(Shaped { key: one.exchanged(other), cost, shape });
            }
        }
    }

    /// Undoes every slip of a run of cells in `row`. The value that fell off the end is what the row's own
    /// equality asks for.
    fn slips(&self, row: usize, out: &mut Vec<Shaped>) {
        let columns = self.grid.columns();
        let Some(equation) = self.row_equations.get(row).copied().flatten() else { return };
        let cells = self.row(row);
        if !(2..=MOST_COLUMNS).contains(&columns)
            || !self.code.is_open(equation)
            || !cells.iter().all(|it| it.is_here)
        {
            return;
        }
        let (cost, _) = self.slip_cost();
        let mut run = [(Cell::default(), 0_i64); MOST_COLUMNS];
        for (place, cell) in run.iter_mut().zip(cells) {
            *place = (*cell, i64::from(self.code.coefficient(equation, cell.variable as usize)));
        }
        let run = &mut run[..columns];
        for to_the_right in [true, false] {
            for start in 0..columns - 1 {
                let origin = Slip { row: row as u32, balance: self.residuals[equation], to_the_right, cost };
                origin.each(run, start, out);
            }
            run.reverse();
        }
    }

    fn lines_exchanged(&self, out: &mut Vec<Shaped>) {
        let lines = self.visible.rows.iter().map(|&(one, other)| Shape::Rows(one, other));
        let lines = lines.chain(self.visible.columns.iter().map(|&(one, other)| Shape::Columns(one, other)));
        let (rows, columns) = (self.grid.rows(), self.grid.columns());
        for shape in lines {
            let count = if matches!(shape, Shape::Rows(..)) { rows } else { columns };
            let cost = self.costs.rare + ln(count * count.saturating_sub(1) / 2);
            let (key, changes) = match shape {
                Shape::Rows(one, other) => {
                    exchanged(self.row(one as usize).iter().zip(self.row(other as usize)))
                }
                _ => exchanged(self.pairs(shape)),
            };
            // A single cell is an exchange of cells.
            if changes > 1 {
                out.push(Shaped { key, cost, shape });
            }
        }
    }

    fn pairs(&self, shape: Shape) -> impl Iterator<Item = (&Cell, &Cell)> {
        let columns = self.grid.columns();
        let (count, step, one, other) = match shape {
            Shape::Rows(one, other) => (columns, 1, one as usize * columns, other as usize * columns),
            Shape::Columns(one, other) => (self.grid.rows(), columns, one as usize, other as usize),
            _ => (0, 1, 0, 0),
        };
        let pairs = (0..count)
            .filter_map(move |at| self.cells.get(one + at * step).zip(self.cells.get(other + at * step)));
        pairs.filter(|(one, other)| one.is_here && other.is_here)
    }

    /// A column that repeats the year before, where each row can say what it should have been.
    fn pasted(&self, out: &mut Vec<Shaped>) {
        if self.previous.is_empty() {
            return;
        }
        for column in 0..self.grid.columns() {
            let cells = || (0..self.grid.rows()).filter_map(|row| self.cell(row, column));
            let same = |variable: usize| {
                self.previous.get(variable).copied().flatten() == Some(self.values[variable])
            };
            let figures = cells().filter(|&it| self.values[it] != 0).count();
            if figures < 2 || !cells().all(same) {
                continue;
            }
            let shape = Shape::Pasted(column as u32);
            let mut edits = Vec::new();
            self.edits(shape, &mut edits);
            let key = |sum: u64, &(variable, amount): &(usize, i64)| {
                sum.wrapping_add(self.code.key(variable).wrapping_mul(amount.cast_unsigned()))
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
                    let at = |column: u8| self.cell(row as usize, column as usize);
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
                    out.push(change(one.variable as usize, other.value));
                    out.push(change(other.variable as usize, one.value));
                }
            }
            Shape::Pasted(column) => {
                for row in 0..self.grid.rows() {
                    let equation =
                        self.row_equations.get(row).copied().flatten().filter(|&it| self.code.is_open(it));
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

/// What the key of the residuals gains when the cells of all `pairs` take each other's value, and how many pairs change.
fn exchanged<'a>(pairs: impl Iterator<Item = (&'a Cell, &'a Cell)>) -> (u64, usize) {
    pairs
        .filter(|(one, other)| one.is_here && other.is_here && one.value != other.value)
        .fold((0, 0), |(key, changes), (one, other)| (key.wrapping_add(one.exchanged(other)), changes + 1))
}

impl Cell {
    /// What the key of the residuals gains when this and `other` take each other's value.
    fn exchanged(&self, other: &Self) -> u64 {
        let amount = other.value.wrapping_sub(self.value).cast_unsigned();
        amount.wrapping_mul(self.key.wrapping_sub(other.key))
    }
}

/// Slips of one row in one direction.
struct Slip {
    row: u32,
    /// What the row's own equality is off by.
    balance: i64,
    to_the_right: bool,
    cost: u32,
}

impl Slip {
    /// Slips whose filler stands at the place `start` of `run`: the row with its weights, from the left where it
    /// slipped to the right and from the right where to the left.
    ///
    /// Runs that differ by zeros alone, or by repeated figures, come to the same change: it is listed once, and as
    /// much likelier as there are such runs.
    fn each(&self, run: &[(Cell, i64)], start: usize, out: &mut Vec<Shaped>) {
        let filler = run[start].0.value;
        let starts = 1 + run[..start].iter().rev().take_while(|it| it.0.value == filler).count();
        // The slip that the place before the end gave, and how many ends it has.
        let mut tail_of: Option<(usize, u32, usize)> = None;
        let (mut balance, mut key) = (self.balance, 0_u64);
        // Where the place behind the filler holds the same, a shorter slip does the same from there on.
        let most = if run[start + 1].0.value == filler { start + 2 } else { run.len() };
        for end in start + 1..most {
            let ((tail, weight), (before, weight_before)) = (run[end], run[end - 1]);
            // The cell before the end takes back what stands at the end.
            let moved = tail.value.wrapping_sub(before.value);
            balance = balance.wrapping_add(weight_before.wrapping_mul(moved));
            key = key.wrapping_add(before.key.wrapping_mul(moved.cast_unsigned()));
            let fallen = match weight {
                0 => {
                    tail_of = None;
                    continue;
                }
                1 => tail.value.wrapping_sub(balance),
                -1 => tail.value.wrapping_add(balance),
                _ if balance % weight != 0 => continue,
                _ => tail.value.wrapping_sub(balance / weight),
            };
            if balance == 0 {
                if let Some((slip, extra, ends)) = &mut tail_of {
                    *ends += 1;
                    out[*slip].cost = self.cost + *extra - ln(starts * *ends);
                }
                continue;
            }
            tail_of = None;
            let extra = match (filler, fallen) {
                (0, 0) => 0,
                (0, _) => 1_000,
                _ if filler == fallen => 700,
                _ if filler == run[start + 1].0.value => 1_500,
                _ => continue,
            };
            let key =
                key.wrapping_add(tail.key.wrapping_mul(fallen.wrapping_sub(tail.value).cast_unsigned()));
            let place = |at: usize| if self.to_the_right { at } else { run.len() - 1 - at };
            let (first, last) = (place(start).min(place(end)) as u8, place(start).max(place(end)) as u8);
            let shape =
                Shape::Slip { row: self.row, first, last, to_the_right: self.to_the_right, value: fallen };
            tail_of = Some((out.len(), extra, 1));
            out.push(Shaped { key, cost: self.cost + extra - ln(starts), shape });
        }
    }
}

/// Rows wider than this do not slip.
const MOST_COLUMNS: usize = 64;
const _: () = assert!(MOST_COLUMNS <= u8::MAX as usize, "a place of a row fits one byte");
