//! What it costs that given figures changed by given amounts.

use super::cost::ln;
use super::search::Search;
use super::{Operation, OperationKind};

impl Search<'_> {
    /// The price of one wrong figure, its position included.
    pub(super) fn one(&self, variable: usize, amount: i64) -> (OperationKind, u32) {
        let printed = self.values[variable];
        let meant = printed.wrapping_add(amount);
        let offered =
            self.evidence.candidates.iter().filter(|it| it.variable == variable && it.value == meant);
        let offered = offered.map(|it| it.cost).min();
        let (kind, cost) = if self.blank[variable] {
            (OperationKind::LeftOut, self.costs().blank + ln(self.blanks))
        } else {
            let (kind, cost) = self.costs().change(meant, printed);
            (kind, cost + self.position)
        };
        match offered {
            Some(offered) if offered <= cost => (OperationKind::OtherReading, offered),
            _ => (kind, cost),
        }
    }

    /// The price of several wrong figures, and the errors that make it least: each alone, or two of them together
    /// where their amounts are equal.
    pub(super) fn several(&self, changes: &[(usize, i64)]) -> (u32, Vec<Operation>) {
        let alone: Vec<(OperationKind, u32)> =
            changes.iter().map(|&(it, amount)| self.one(it, amount)).collect();
        let further = self.costs().further;
        let total = |costs: &[(OperationKind, u32)]| -> u32 {
            let sum = costs.iter().fold(0_u32, |sum, it| sum.saturating_add(it.1));
            sum.saturating_add(further.saturating_mul(costs.len().saturating_sub(1) as u32))
        };
        let mut best = (total(&alone), None);
        for one in 0..changes.len() {
            for other in one + 1..changes.len() {
                let Some((kind, cost)) = self.together(changes[one], changes[other]) else { continue };
                let rest: Vec<_> = (0..changes.len()).filter(|it| *it != one && *it != other).collect();
                let others = rest.iter().map(|&it| alone[it].1.saturating_add(further));
                let cost = others.fold(cost, u32::saturating_add);
                if cost < best.0 {
                    best = (cost, Some((one, other, kind)));
                }
            }
        }
        let single = |at: usize| Operation { kind: alone[at].0, variables: vec![changes[at].0] };
        let operations = match best.1 {
            None => (0..changes.len()).map(single).collect(),
            Some((one, other, kind)) => {
                let variables = vec![changes[one].0, changes[other].0];
                let rest = (0..changes.len()).filter(|it| *it != one && *it != other).map(single);
                std::iter::once(Operation { kind, variables }).chain(rest).collect()
            }
        };
        (best.0, operations)
    }

    /// Two figures that changed by one error.
    fn together(&self, one: (usize, i64), other: (usize, i64)) -> Option<(OperationKind, u32)> {
        if one.1.unsigned_abs() != other.1.unsigned_abs() {
            return None;
        }
        let grid = self.localiser.grid();
        let ((row, column), (other_row, other_column)) = (grid.place(one.0)?, grid.place(other.0)?);
        let (is_total, other_total) = (grid.is_total(one.0), grid.is_total(other.0));
        let (same_row, same_column) = (row == other_row, column == other_column);
        if !same_row && !same_column {
            return None;
        }
        let (rows, columns) = (grid.rows(), grid.columns());
        // Nothing moves between figures that no equality relates.
        let related = || {
            let on = |equation: u32| self.code.column(other.0).iter().any(|it| it.0 == equation);
            self.code.column(one.0).iter().any(|it| on(it.0))
        };
        if !related() {
            return None;
        }
        if one.1 == other.1 {
            // A figure and the total that it enters.
            return (is_total != other_total).then(|| {
                (OperationKind::TotalNotUpdated, self.costs().rare + self.position + TOTAL_NOT_UPDATED)
            });
        }
        let (a, b) = (self.values[one.0], self.values[other.0]);
        if a.wrapping_add(one.1) == b && same_column {
            let pairs = columns * rows * (rows - 1) / 2;
            return Some((OperationKind::ExchangedInColumn, self.costs().rare + ln(pairs)));
        }
        if is_total || other_total {
            return None;
        }
        let pairs = if same_row { rows * columns * (columns - 1) } else { columns * rows * (rows - 1) };
        Some((OperationKind::Reclassified, self.costs().moved(one.1) + ln(pairs)))
    }

    /// The least that one wrong figure can cost.
    pub(super) fn cheapest(&self) -> u32 {
        let offered = self.evidence.candidates.iter().map(|it| it.cost).min().unwrap_or(u32::MAX);
        let blank = if self.blanks > 0 { self.costs().blank + ln(self.blanks) } else { u32::MAX };
        (self.position + self.costs().common).min(offered).min(blank)
    }
}

/// The late change itself: which amount.
const TOTAL_NOT_UPDATED: u32 = 2_300;
