//! What is taken in as an explanation, and what all of them come to.

use super::code::key_of;
use super::cost::weight;
use super::search::{Found, Search};
use super::{Diagnosis, Edit, Explanation, Localisation, MOST_LISTED, Operation, OperationKind};
use crate::{Domain, LARGEST, Observation};

/// Explanations dearer than the best by more than this are not listed, and do not keep it from being unique: one in
/// two hundred.
const LISTED: u32 = 5_298;
/// The share that makes an explanation unique, in thousandths.
const CERTAIN: u64 = 950;

impl Search<'_> {
    /// Takes an explanation in, if after it every relation holds. `changes` are by variable.
    ///
    /// `cost` is what its errors cost by themselves: what stands elsewhere, and blanks that they account for, come in
    /// here.
    pub(super) fn offer(
        &mut self,
        cost: u32,
        changes: &[(usize, i64)],
        operations: impl Fn(&Self) -> Vec<Operation>,
    ) {
        let mut cost = cost.saturating_add(self.disagreement(changes));
        if self.habit > 0 {
            cost = cost.saturating_add(self.unfilled(changes, &operations(self)));
        }
        // Single figures are few, and of those that one equality alone speaks of each may be the one.
        if cost > self.bound() && changes.len() > 1 {
            return;
        }
        let print = changes.iter().fold(changes.len() as u64, |print, &(variable, amount)| {
            print.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ key_of(variable).wrapping_mul(amount.cast_unsigned())
        });
        if let Some(&same) = self.seen.get(&print)
            && self.found[same].changes == changes
        {
            if self.found[same].cost > cost {
                let operations = operations(self);
                let same = &mut self.found[same];
                (same.cost, same.operations) = (cost, operations);
                self.best = self.best.min(cost);
            }
            return;
        }
        if !self.mends(changes) || self.is_violated(changes) {
            return;
        }
        self.best = self.best.min(cost);
        let operations = operations(self);
        self.seen.insert(print, self.found.len());
        self.found.push(Found { is_told: false, cost, operations, changes: changes.to_vec() });
    }

    /// What it costs to disagree with what is said elsewhere.
    fn disagreement(&self, changes: &[(usize, i64)]) -> u32 {
        let differs = |anchor: &&super::Anchor| {
            let Some(&printed) = self.values.get(anchor.variable) else { return false };
            let amount = changes.iter().find(|it| it.0 == anchor.variable).map_or(0, |it| it.1);
            printed.wrapping_add(amount) != anchor.value
        };
        let costs = self.evidence.anchors.iter().filter(differs).map(|it| it.cost);
        costs.fold(0, u32::saturating_add)
    }

    /// What it costs to leave blanks as they are where zeros are printed. Accounted for is a blank that is changed, and
    /// one that a slip of its row left behind.
    fn unfilled(&self, changes: &[(usize, i64)], operations: &[Operation]) -> u32 {
        self.habit.saturating_mul(self.blanks_left(changes, operations) as u32)
    }

    /// Whether an explanation says nothing of some blank that stands among printed zeros.
    pub(super) fn leaves_blanks(&self, found: &Found) -> bool {
        self.habit > 0 && self.blanks_left(&found.changes, &found.operations) > 0
    }

    fn blanks_left(&self, changes: &[(usize, i64)], operations: &[Operation]) -> usize {
        let slips = |it: &&Operation| matches!(it.kind, OperationKind::RowSlip | OperationKind::LeftOut);
        let slipped = || operations.iter().filter(slips).flat_map(|it| &it.variables);
        let is_open = |blank: &&usize| {
            !changes.iter().any(|it| it.0 == **blank)
                && !slipped().any(|&it| self.blank_of[it] == Some(**blank))
        };
        self.blank_list.iter().filter(is_open).count()
    }

    /// Whether `changes` bring every residual to zero and keep every variable in its domain.
    fn mends(&mut self, changes: &[(usize, i64)]) -> bool {
        let in_domain = |&(variable, amount): &(usize, i64)| {
            let meant = self.values[variable].wrapping_add(amount);
            meant.abs() <= LARGEST && (meant >= 0 || self.localiser.system.domain(variable) == Domain::Signed)
        };
        if changes.is_empty() || !changes.iter().all(in_domain) {
            return false;
        }
        self.scratch.clear();
        self.scratch.extend_from_slice(&self.residuals);
        for &(variable, amount) in changes {
            for &(equation, coefficient) in self.code.column(variable) {
                let residual = &mut self.scratch[equation as usize];
                *residual = residual.wrapping_add(amount.wrapping_mul(i64::from(coefficient)));
            }
        }
        self.scratch.iter().enumerate().all(|(equation, &it)| it == 0 || !self.code.is_open(equation))
    }

    /// Whether some relation fails for certain after `changes`: an inequality, or an equality with unknowns that
    /// would have to be negative.
    pub(super) fn is_violated(&self, changes: &[(usize, i64)]) -> bool {
        let system = &self.localiser.system;
        let touched = |relation: &usize| {
            let on = |term: &crate::Term| changes.iter().any(|it| it.0 == term.variable as usize);
            changes.is_empty() || system.terms(*relation).iter().any(on)
        };
        let equalities =
            if self.has_unknown || changes.is_empty() { &self.localiser.equalities[..] } else { &[] };
        let mut relations =
            self.localiser.inequalities.iter().chain(equalities).copied().filter(touched).peekable();
        if relations.peek().is_none() {
            return false;
        }
        if !self.has_unknown {
            // Everything has a value: blanks are zero here.
            let sum = |relation: usize| {
                let terms = system.terms(relation).iter();
                let one = |term: &crate::Term| {
                    let at = term.variable as usize;
                    let amount = changes.iter().find(|it| it.0 == at).map_or(0, |it| it.1);
                    self.values[at].wrapping_add(amount).wrapping_mul(i64::from(term.coefficient))
                };
                terms.map(one).fold(0, i64::wrapping_add)
            };
            return relations
                .any(|it| system.comparison(it).is_some_and(|comparison| !comparison.holds(sum(it))));
        }
        let mut observations = self.observations.to_vec();
        for &(variable, amount) in changes {
            observations[variable] = Observation::Exact(self.values[variable].wrapping_add(amount));
        }
        relations.any(|relation| system.is_violated(relation, &observations))
    }

    pub(super) fn conclude(mut self, region: Vec<usize>, out_of_nodes: bool) -> Localisation {
        let nodes = self.nodes.used;
        let mut found = std::mem::take(&mut self.found);
        found.sort_by(|a, b| {
            (a.cost, a.operations.len(), &a.changes).cmp(&(b.cost, b.operations.len(), &b.changes))
        });
        let all: u64 = found.iter().map(|it| weight(it.cost.saturating_sub(self.best))).sum();
        let Some(first) = found.first() else {
            let diagnosis = if out_of_nodes { Diagnosis::SearchLimit } else { Diagnosis::NoneWithin };
            return Localisation::without_explanation(diagnosis, region, nodes);
        };
        let is_guarded = self.is_guarded(&first.changes);
        // An amount that moved between two cells could have moved between any two of the same sums, and be two errors.
        let is_moved = first.operations.iter().any(|it| it.kind == OperationKind::Reclassified);
        // What is asserted has no rival that would be listed beside it.
        let is_alone = found.get(1).is_none_or(|it| it.cost > self.best.saturating_add(LISTED));
        let is_other_told = found[1..].iter().any(|it| it.is_told);
        let is_clear = (is_alone || first.changes.len() == 1) && !is_other_told;
        let is_certain = weight(0) * 1_000 >= all * CERTAIN && is_clear && is_guarded && !is_moved;
        let diagnosis = match (out_of_nodes, is_certain) {
            (true, _) => Diagnosis::SearchLimit,
            (_, true) => Diagnosis::Unique,
            _ => Diagnosis::Ambiguous,
        };
        if diagnosis == Diagnosis::Unique {
            found.truncate(1);
        } else {
            let most = self.best.saturating_add(LISTED);
            found.retain(|it| it.cost <= most || it.is_told || (!is_guarded && it.changes.len() == 1));
        }
        let (mut times, mut suspects) = (vec![0; self.values.len()], Vec::new());
        for (variable, _) in found.iter().flat_map(|it| &it.changes) {
            times[*variable] += 1;
        }
        let count = found.len();
        suspects.extend((0..times.len()).filter(|&it| times[it] > 0));
        let backbone = suspects.iter().copied().filter(|&it| times[it] == count).collect();
        let explanation = |it: Found| Explanation {
            edits: it.changes.iter().map(|&change| self.edit(change)).collect(),
            operations: it.operations,
            cost: it.cost,
            share: (weight(it.cost.saturating_sub(self.best)) * 1_000 / all.max(1)) as u32,
        };
        let explanations = found.into_iter().take(MOST_LISTED).map(explanation).collect();
        Localisation { diagnosis, explanations, count, backbone, suspects, region, nodes }
    }

    fn edit(&self, (variable, amount): (usize, i64)) -> Edit {
        let printed = self.values[variable];
        let from = (!self.blank[variable]).then_some(printed);
        Edit { variable, from, to: printed.wrapping_add(amount) }
    }

    /// Whether more than one relation, or something from elsewhere, speaks for each change. A figure on a single
    /// equality could as well be any of its neighbours.
    fn is_guarded(&self, changes: &[(usize, i64)]) -> bool {
        changes.iter().all(|&(variable, amount)| {
            let meant = self.values[variable].wrapping_add(amount);
            let said = self.evidence.anchors.iter().any(|it| it.variable == variable && it.value == meant);
            said || self.is_told_by_sums(variable)
        })
    }

    /// Whether enough equalities stand on a figure to tell it from its neighbours; a blank is suspect by itself.
    pub(super) fn is_told_by_sums(&self, variable: usize) -> bool {
        self.code.column(variable).len() >= if self.blank[variable] { 1 } else { 2 }
    }
}
