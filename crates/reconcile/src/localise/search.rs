//! The search for explanations, cheapest kinds first.

use super::code::{Code, key_of};
use super::cost::{Costs, ln, weight};
use super::shapes::{Cell, Scene, Shaped, cells};
use super::supports::{Limit, Nodes, Supports};
use super::{Diagnosis, Edit, Evidence, Explanation, Localisation, Localiser, MOST_LISTED, Operation};
use crate::{Domain, LARGEST, Observation};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Explanations dearer than the best by more than this are not listed: one in a hundred.
const LISTED: u32 = 4_605;
/// Explanations dearer than the best by more than this do not count: one in a thousand.
const COUNTED: u32 = 6_908;
/// The share that makes an explanation unique, in thousandths.
const CERTAIN: u64 = 950;

/// One localisation.
pub(super) struct Search<'a> {
    pub(super) localiser: &'a Localiser,
    pub(super) evidence: &'a Evidence<'a>,
    observations: Cow<'a, [Observation]>,
    pub(super) code: Cow<'a, Code>,
    pub(super) values: Vec<i64>,
    /// Variables that take no part.
    fixed: Vec<bool>,
    pub(super) blank: Vec<bool>,
    pub(super) blanks: usize,
    /// Whether some variable has no value at all.
    has_unknown: bool,
    residuals: Vec<i64>,
    /// The part of the system that is looked at; all of it where there is none.
    part: Option<usize>,
    /// Price of a position among the figures.
    pub(super) position: u32,
    found: Vec<Found>,
    best: u32,
    nodes: Nodes,
    failed: bool,
    scratch: Vec<i64>,
    /// The changes of the explanation that is looked at.
    changes: Vec<(usize, i64)>,
    edits: Vec<(usize, i64)>,
    /// By what they change, the explanations found.
    seen: BTreeMap<u64, usize>,
    cells: Vec<Cell>,
}

struct Found {
    cost: u32,
    operations: Vec<Operation>,
    /// Variable and amount, by variable.
    changes: Vec<(usize, i64)>,
}

impl<'a> Search<'a> {
    /// Blanks are zero, or unknown where `blanks_unknown`. What is violated outside `part` is left alone.
    pub(super) fn new(
        localiser: &'a Localiser,
        code: &'a Code,
        observations: &'a [Observation],
        evidence: &'a Evidence<'a>,
        part: Option<usize>,
        blanks_unknown: bool,
    ) -> Self {
        let count = localiser.system.variables();
        let (mut values, mut fixed, mut blank) = (vec![0; count], vec![false; count], vec![false; count]);
        let mut unknown = Vec::new();
        for variable in 0..count {
            match observations.get(variable) {
                Some(&Observation::Exact(value)) if value.abs() <= LARGEST => values[variable] = value,
                Some(&Observation::Rounded { value, ulp }) if ulp <= 1 && value.abs() <= LARGEST => {
                    values[variable] = value;
                }
                Some(Observation::Blank) if !blanks_unknown => blank[variable] = true,
                _ => {
                    fixed[variable] = true;
                    unknown.push(variable);
                }
            }
        }
        let system = &localiser.system;
        let sum = |&relation: &usize| {
            let terms = system.terms(relation).iter();
            terms
                .map(|term| values[term.variable as usize] * i64::from(term.coefficient))
                .fold(0, i64::wrapping_add)
        };
        let mut residuals: Vec<i64> = localiser.equalities.iter().map(sum).collect();
        for (residual, own) in residuals.iter_mut().zip(&localiser.parts) {
            if part.is_some_and(|part| part != *own) {
                *residual = 0;
            }
        }
        let mut failed = false;
        let code = if unknown.is_empty() {
            Cow::Borrowed(code)
        } else {
            let reduced = code.without(&unknown, &mut residuals);
            failed = reduced.is_none();
            reduced.map_or(Cow::Borrowed(code), Cow::Owned)
        };
        let blanks = blank.iter().filter(|it| **it).count();
        let observed = count - unknown.len() - blanks;
        let observations = if blanks_unknown || observations.len() < count {
            let known = |it: Option<&Observation>| match it {
                Some(Observation::Blank) | None => Observation::Unknown,
                Some(&other) => other,
            };
            Cow::Owned((0..count).map(|it| known(observations.get(it))).collect())
        } else {
            Cow::Borrowed(observations)
        };
        Self {
            localiser,
            evidence,
            observations,
            code,
            values,
            fixed,
            blank,
            blanks,
            has_unknown: !unknown.is_empty(),
            residuals,
            part,
            position: ln(observed),
            found: Vec::new(),
            best: u32::MAX,
            nodes: Nodes { used: 0, most: localiser.most_nodes },
            failed,
            scratch: Vec::new(),
            changes: Vec::new(),
            edits: Vec::new(),
            seen: BTreeMap::new(),
            cells: Vec::new(),
        }
    }

    pub(super) fn costs(&self) -> &'a Costs {
        &self.localiser.costs
    }

    pub(super) fn run(mut self) -> Localisation {
        let region = self.region();
        if self.failed {
            return Localisation::without_explanation(Diagnosis::SearchLimit, region, 0);
        }
        if self.code.shortest_violated(&self.residuals).is_none() {
            let diagnosis = if self.code.is_empty() || self.is_violated(&[]) {
                Diagnosis::OutsideCode
            } else {
                Diagnosis::Consistent
            };
            return Localisation::without_explanation(diagnosis, region, 0);
        }
        let complete = self.stages();
        self.conclude(region, complete.is_err())
    }

    /// Each stage only where it could still give something likely enough.
    ///
    /// What a single figure explains, or two figures wrong by different amounts, is not explained by more errors
    /// than that: a table whose code has distance four tells no other such pair apart from it, and chance finds
    /// three cheap changes in place of two dear ones.
    fn stages(&mut self) -> Result<(), Limit> {
        self.figures(1)?;
        let by_one = !self.found.is_empty();
        if self.found.iter().any(|it| self.is_guarded(&it.changes)) {
            return Ok(());
        }
        self.cells = cells(&self.localiser.grid, &self.code, &self.values, &self.fixed);
        let shaped = self.scene().all();
        self.nodes.take(shaped.len())?;
        let wanted = self.wanted();
        for it in shaped.iter().filter(|it| it.key == wanted) {
            self.offer_shaped(&[*it], &[]);
        }
        if by_one {
            return Ok(());
        }
        let (one, further) = (self.cheapest(), self.costs().further);
        let pair = (self.costs().rare + self.position).min(2 * one + further);
        if pair <= self.bound() {
            self.figures(2)?;
            let unequal = |it: &Found| {
                it.operations.len() == 2
                    && it.changes.len() == 2
                    && it.changes[0].1.unsigned_abs() != it.changes[1].1.unsigned_abs()
            };
            if self.found.iter().any(unequal) {
                return Ok(());
            }
        }
        if let Some(least) = shaped.iter().map(|it| it.cost).min() {
            if least + one + further <= self.bound() {
                self.shaped_and_figure(&shaped)?;
            }
            if 2 * least + further <= self.bound() {
                self.shaped_pairs(&shaped)?;
            }
        }
        if pair + one + further <= self.bound() {
            self.figures(3)?;
        }
        Ok(())
    }

    /// The most that an explanation may cost to matter.
    fn bound(&self) -> u32 {
        self.best.saturating_add(COUNTED)
    }

    /// What the keys of changes must sum to.
    fn wanted(&self) -> u64 {
        let open = (0..self.residuals.len()).filter(|&it| self.code.is_open(it));
        open.fold(0, |sum: u64, it| {
            sum.wrapping_sub(key_of(it).wrapping_mul(self.residuals[it].cast_unsigned()))
        })
    }

    fn scene(&self) -> Scene<'_> {
        Scene {
            grid: &self.localiser.grid,
            code: &self.code,
            row_equations: &self.localiser.row_equations,
            visible: &self.localiser.visible,
            costs: self.costs(),
            values: &self.values,
            residuals: &self.residuals,
            previous: self.evidence.previous,
            cells: &self.cells,
        }
    }

    /// Sets of `size` wrong figures.
    fn figures(&mut self, size: usize) -> Result<(), Limit> {
        let violated = self.code.shortest_violated(&self.residuals).map_or(0, |it| it.1);
        if violated > size * self.code.degree() {
            return Ok(());
        }
        let mut nodes = self.nodes;
        let mut sets: Vec<(usize, i64)> = Vec::new();
        let (values, system) = (&self.values, &self.localiser.system);
        let is_possible = |&(variable, amount): &(usize, i64)| {
            let meant = values[variable].wrapping_add(amount);
            meant.abs() <= LARGEST && (meant >= 0 || system.domain(variable) == Domain::Signed)
        };
        let outcome =
            Supports::new(&self.code, &self.residuals, &self.fixed, &mut nodes).each(size, &mut |set| {
                if set.iter().all(is_possible) {
                    sets.extend_from_slice(set);
                }
            });
        self.nodes = nodes;
        for set in sets.chunks_exact(size) {
            let (cost, operations) = self.several(set);
            self.offer(cost, set, |_| operations);
        }
        outcome
    }

    /// An error of a shape and one wrong figure.
    fn shaped_and_figure(&mut self, shaped: &[Shaped]) -> Result<(), Limit> {
        let (least, further) = (self.cheapest(), self.costs().further);
        let mut work = self.residuals.clone();
        let violated = (0..work.len()).filter(|&it| self.code.is_open(it) && work[it] != 0).count();
        let mut edits = Vec::new();
        for it in shaped {
            if it.cost + least + further > self.bound() {
                continue;
            }
            self.nodes.take(1)?;
            self.scene().edits(it.shape, &mut edits);
            let mut left = violated;
            for &(variable, amount) in &edits {
                for &(equation, coefficient) in self.code.column(variable) {
                    let residual = &mut work[equation as usize];
                    left -= usize::from(*residual != 0);
                    *residual = residual.wrapping_add(amount.wrapping_mul(i64::from(coefficient)));
                    left += usize::from(*residual != 0);
                }
            }
            if left > 0 && left <= self.code.degree() {
                self.figure_beside(*it, &work, left, &edits);
            }
            for &(variable, _) in &edits {
                for &(equation, _) in self.code.column(variable) {
                    work[equation as usize] = self.residuals[equation as usize];
                }
            }
        }
        Ok(())
    }

    /// The figures that mend what `shaped` leaves violated.
    fn figure_beside(&mut self, shaped: Shaped, work: &[i64], left: usize, edits: &[(usize, i64)]) {
        let Some((equation, _)) = self.code.shortest_violated(work) else { return };
        let mut figures = [(0, 0); 8];
        let mut count = 0;
        for (variable, &coefficient) in self.code.row(equation).iter().enumerate() {
            let column = || self.code.column(variable);
            if coefficient == 0 || self.fixed[variable] || column().len() != left || count == figures.len() {
                continue;
            }
            let (residual, coefficient) = (work[equation], i64::from(coefficient));
            if residual % coefficient != 0 || edits.iter().any(|it| it.0 == variable) {
                continue;
            }
            let amount = -(residual / coefficient);
            let mends = |&(at, weight): &(u32, i32)| {
                work[at as usize].wrapping_add(i64::from(weight).wrapping_mul(amount)) == 0
            };
            if column().iter().all(mends) {
                figures[count] = (variable, amount);
                count += 1;
            }
        }
        for figure in &figures[..count] {
            self.offer_shaped(&[shaped], std::slice::from_ref(figure));
        }
    }

    /// Two errors of a shape, by a table of what each would change.
    fn shaped_pairs(&mut self, shaped: &[Shaped]) -> Result<(), Limit> {
        let further = self.costs().further;
        self.nodes.take(shaped.len())?;
        let size = (shaped.len() * 2).next_power_of_two().max(16);
        let (mask, shift) = (size - 1, 64 - size.trailing_zeros());
        let slot_of = |key: u64| (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> shift) as usize;
        let mut table = vec![u32::MAX; size];
        let wanted = self.wanted();
        for (at, it) in shaped.iter().enumerate() {
            // Those entered before it that go with it, then itself.
            let partner = wanted.wrapping_sub(it.key);
            let mut slot = slot_of(partner);
            while let Some(other) = shaped.get(table[slot] as usize) {
                if other.key == partner && other.cost + it.cost + further <= self.bound() {
                    self.nodes.take(1)?;
                    self.offer_shaped(&[*other, *it], &[]);
                }
                slot = (slot + 1) & mask;
            }
            let mut slot = slot_of(it.key);
            while table[slot] != u32::MAX {
                slot = (slot + 1) & mask;
            }
            table[slot] = at as u32;
        }
        Ok(())
    }

    fn offer_shaped(&mut self, shaped: &[Shaped], figures: &[(usize, i64)]) {
        let further = self.costs().further;
        let count = shaped.len() + figures.len();
        let mut cost = further * (count as u32 - 1);
        let mut changes = std::mem::take(&mut self.changes);
        let mut edits = std::mem::take(&mut self.edits);
        changes.clear();
        for it in shaped {
            cost = cost.saturating_add(it.cost);
            self.scene().edits(it.shape, &mut edits);
            changes.extend_from_slice(&edits);
        }
        for &(variable, amount) in figures {
            cost = cost.saturating_add(self.one(variable, amount).1);
            changes.push((variable, amount));
        }
        changes.sort_unstable();
        // Errors on top of each other are not one after the other.
        if !changes.windows(2).any(|pair| pair[0].0 == pair[1].0) {
            self.offer(cost, &changes, |search| search.named(shaped, figures));
        }
        (self.changes, self.edits) = (changes, edits);
    }

    fn named(&self, shaped: &[Shaped], figures: &[(usize, i64)]) -> Vec<Operation> {
        let mut edits = Vec::new();
        let mut operations = Vec::with_capacity(shaped.len() + figures.len());
        for it in shaped {
            self.scene().edits(it.shape, &mut edits);
            let mut variables: Vec<usize> = edits.iter().map(|it| it.0).collect();
            variables.sort_unstable();
            operations.push(Operation { kind: it.shape.kind(), variables });
        }
        for &(variable, amount) in figures {
            operations.push(Operation { kind: self.one(variable, amount).0, variables: vec![variable] });
        }
        operations
    }

    /// Takes an explanation in, if after it every relation holds. `changes` are by variable.
    fn offer(
        &mut self,
        cost: u32,
        changes: &[(usize, i64)],
        operations: impl FnOnce(&Self) -> Vec<Operation>,
    ) {
        let cost = cost.saturating_add(self.disagreement(changes));
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
        self.found.push(Found { cost, operations, changes: changes.to_vec() });
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
    fn is_violated(&self, changes: &[(usize, i64)]) -> bool {
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

    /// Variables on violated equalities between observed figures; where only what follows from several equalities
    /// is violated, on those.
    fn region(&self) -> Vec<usize> {
        let system = &self.localiser.system;
        let mut on = vec![false; self.values.len()];
        for (terms, own) in
            self.localiser.equalities.iter().map(|&it| system.terms(it)).zip(&self.localiser.parts)
        {
            if self.part.is_some_and(|part| part != *own) {
                continue;
            }
            let of = |term: &crate::Term| self.values[term.variable as usize] * i64::from(term.coefficient);
            let is_whole = terms.iter().all(|term| !self.fixed[term.variable as usize]);
            if is_whole && terms.iter().map(of).fold(0, i64::wrapping_add) != 0 {
                for term in terms {
                    on[term.variable as usize] = true;
                }
            }
        }
        if !on.contains(&true) {
            for equation in (0..self.residuals.len()).filter(|&it| self.code.is_open(it)) {
                if self.residuals[equation] != 0 {
                    let row = self.code.row(equation).iter();
                    on.iter_mut().zip(row).for_each(|(on, coefficient)| *on |= *coefficient != 0);
                }
            }
        }
        (0..on.len()).filter(|&it| on[it]).collect()
    }

    fn conclude(mut self, region: Vec<usize>, out_of_nodes: bool) -> Localisation {
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
        let is_certain = weight(0) * 1_000 >= all * CERTAIN && is_guarded;
        let diagnosis = match (out_of_nodes, is_certain) {
            (true, _) => Diagnosis::SearchLimit,
            (_, true) => Diagnosis::Unique,
            _ => Diagnosis::Ambiguous,
        };
        if diagnosis == Diagnosis::Unique {
            found.truncate(1);
        } else {
            let most = self.best.saturating_add(LISTED);
            found.retain(|it| it.cost <= most || (!is_guarded && it.changes.len() == 1));
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
            let needed = if self.blank[variable] || said { 1 } else { 2 };
            self.code.column(variable).len() >= needed
        })
    }
}
