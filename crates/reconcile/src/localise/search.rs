//! The search for explanations, cheapest kinds first.

use super::code::{Code, key_of};
use super::cost::{Costs, ln};
use super::gathered::{Gathered, Violated};
use super::shapes::{Cell, Scene, Shaped, cells};
use super::supports::{Limit, Nodes, Supports};
use super::{Diagnosis, Evidence, Localisation, Localiser, Operation, OperationKind};
use crate::{Domain, LARGEST, Observation};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Explanations dearer than the best by more than this do not count: one in a thousand.
const COUNTED: u32 = 6_908;

/// Beyond so many blanks they are how the table prints its zeros.
const MOST_BLANKS: usize = 8;

/// One localisation.
pub(super) struct Search<'a> {
    pub(super) localiser: &'a Localiser,
    pub(super) evidence: &'a Evidence<'a>,
    pub(super) observations: Cow<'a, [Observation]>,
    pub(super) code: Cow<'a, Code>,
    pub(super) values: Vec<i64>,
    /// Variables that take no part.
    pub(super) fixed: Vec<bool>,
    pub(super) blank: Vec<bool>,
    pub(super) blanks: usize,
    /// What it costs that a blank stands for zero in a table that prints its zeros.
    pub(super) habit: u32,
    /// The blanks, while that costs anything.
    pub(super) blank_list: Vec<usize>,
    /// Per variable, the blank that a slip over it accounts for: itself, or for a zero one that only zeros part it from.
    pub(super) blank_of: Vec<Option<usize>>,
    /// Whether some variable has no value at all.
    pub(super) has_unknown: bool,
    pub(super) residuals: Vec<i64>,
    /// The part of the system that is looked at; all of it where there is none.
    pub(super) part: Option<usize>,
    /// Price of a position among the figures.
    pub(super) position: u32,
    pub(super) found: Vec<Found>,
    pub(super) best: u32,
    pub(super) nodes: Nodes,
    pub(super) failed: bool,
    pub(super) scratch: Vec<i64>,
    /// The changes of the explanation that is looked at.
    pub(super) changes: Vec<(usize, i64)>,
    pub(super) edits: Vec<(usize, i64)>,
    /// By what they change, the explanations found.
    pub(super) seen: BTreeMap<u64, usize>,
    pub(super) cells: Vec<Cell>,
}

/// A number lost whole: what a slip may have pushed out of its row.
fn is_lost(operation: &Operation) -> bool {
    operation.kind == OperationKind::LeftOut
}

/// One explanation.
pub(super) struct Found {
    /// Whether it is two figures wrong by different amounts: no other two explain the same.
    pub(super) is_told: bool,
    pub(super) cost: u32,
    pub(super) operations: Vec<Operation>,
    /// Variable and amount, by variable.
    pub(super) changes: Vec<(usize, i64)>,
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
            habit: 0,
            blank_list: Vec::new(),
            blank_of: Vec::new(),
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
        self.learn_habit();
        let complete = self.stages();
        self.conclude(region, complete.is_err())
    }

    /// Each stage only where it could still give something likely enough.
    ///
    /// What a single figure explains, or two figures wrong by different amounts, is not explained by more errors
    /// than that: a table whose code has distance four tells no other such pair apart from it, and chance finds
    /// three cheap changes in place of two dear ones. Where a blank stands among printed zeros and is not explained, the
    /// search goes on.
    fn stages(&mut self) -> Result<(), Limit> {
        self.figures(1)?;
        let by_one = !self.found.is_empty();
        let is_told = |it: &Found| it.changes.iter().all(|change| self.is_told_by_sums(change.0));
        if self.found.iter().any(|it| is_told(it) && !self.leaves_blanks(it)) {
            return self.slips_beside_lost();
        }
        self.cells = cells(&self.localiser.grid, &self.code, &self.values, &self.fixed);
        let mut shaped = Gathered::new(&self.scene(), self.violated_rows());
        self.nodes.take(shaped.all().len())?;
        let wanted = self.wanted();
        for it in shaped.all().iter().filter(|it| it.key == wanted) {
            self.offer_shaped(&[*it], &[]);
        }
        if by_one && self.habit == 0 {
            return Ok(());
        }
        let (one, further) = (self.cheapest(), self.costs().further);
        let pair = (self.costs().rare + self.position).min(2 * one + further);
        let mut by_two = false;
        if pair <= self.bound() {
            self.figures(2)?;
            for it in &mut self.found {
                it.is_told = it.operations.len() == 2
                    && it.changes.len() == 2
                    && it.changes[0].1.unsigned_abs() != it.changes[1].1.unsigned_abs();
            }
            by_two = self.found.iter().any(|it| it.is_told && !self.leaves_blanks(it));
        }
        let is_kept = |it: &Found| it.is_told && !it.operations.iter().any(is_lost);
        if by_two && self.found.iter().any(is_kept) {
            return Ok(());
        }
        let beside = |it: &Self, least: u32| !by_two && least + one + further <= it.bound();
        let in_pairs = |it: &Self, least: u32| 2 * least + further <= it.bound();
        // Slips are many: those of all rows are made only where they may cost little enough.
        let least = shaped.least().min(self.scene().slip_cost().1);
        let mut are_paired = false;
        if beside(self, least) || in_pairs(self, least) {
            shaped.add_all_slips(&self.scene());
            if beside(self, shaped.least()) {
                self.shaped_and_figure(shaped.all())?;
            }
            are_paired = in_pairs(self, shaped.least());
            if are_paired {
                self.shaped_pairs(shaped.all())?;
            }
        }
        if !are_paired {
            shaped.add_slips(2, &self.scene());
            self.slips(shaped.slips())?;
        }
        if !by_two && pair + one + further <= self.bound() {
            self.figures(3)?;
        }
        Ok(())
    }

    /// A number that is lost whole may have been pushed out of its row by a slip, and another row's slip hide the rest.
    fn slips_beside_lost(&mut self) -> Result<(), Limit> {
        if !self.found.iter().all(|it| it.operations.iter().any(is_lost)) {
            return Ok(());
        }
        self.cells = cells(&self.localiser.grid, &self.code, &self.values, &self.fixed);
        let (rows, mut slips) = (self.violated_rows(), Vec::new());
        self.scene().slips_of(|row| rows.leave(row, 2), &mut slips);
        self.nodes.take(slips.len())?;
        self.slips(&slips)
    }

    /// Two slipped rows, where two cost little enough: they stand beside single errors of any shape.
    fn slips(&mut self, slips: &[Shaped]) -> Result<(), Limit> {
        match slips.iter().min_by_key(|it| it.cost) {
            Some(least) if self.pair(least, least) <= self.bound() => self.shaped_pairs(slips),
            _ => Ok(()),
        }
    }

    /// Whoever prints zeros leaves no blank for one: so much likelier is it that a blank is part of the error.
    fn learn_habit(&mut self) {
        let zeros = (0..self.values.len()).filter(|&it| !self.fixed[it] && self.values[it] == 0);
        let places = zeros.count();
        if self.blanks == 0 || self.blanks > MOST_BLANKS {
            return;
        }
        self.habit = ln(places + 1).saturating_sub(ln(self.blanks + 1));
        self.blank_list = (0..self.values.len()).filter(|&it| self.blank[it]).collect();
        self.blank_of = vec![None; self.values.len()];
        for &blank in &self.blank_list {
            self.blank_of[blank] = Some(blank);
        }
        let grid = &self.localiser.grid;
        for &blank in &self.blank_list {
            let Some((row, place)) = grid.place(blank) else { continue };
            let mut claim = |column: usize| {
                let Some(variable) = grid.at(row, column).filter(|it| *it < self.values.len()) else {
                    return false;
                };
                let slot = &mut self.blank_of[variable];
                *slot = slot.or((self.values[variable] == 0).then_some(blank));
                self.values[variable] == 0
            };
            let _ = (place + 1..grid.columns()).all(&mut claim);
            let _ = (0..place).rev().all(&mut claim);
        }
    }

    /// The most that an explanation may cost to matter.
    pub(super) fn bound(&self) -> u32 {
        self.best.saturating_add(COUNTED)
    }

    /// What the keys of changes must sum to.
    pub(super) fn wanted(&self) -> u64 {
        let open = (0..self.residuals.len()).filter(|&it| self.code.is_open(it));
        open.fold(0, |sum: u64, it| {
            sum.wrapping_sub(key_of(it).wrapping_mul(self.residuals[it].cast_unsigned()))
        })
    }

    fn violated_rows(&self) -> Violated {
        let rows = self.localiser.row_equations.iter().enumerate().filter(|_| !self.has_unknown);
        let is_violated = |equation: Option<usize>| equation.is_some_and(|it| self.residuals[it] != 0);
        Violated(rows.filter(|(_, equation)| is_violated(**equation)).map(|(row, _)| row).collect())
    }

    pub(super) fn scene(&self) -> Scene<'_> {
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
            self.offer(cost, set, |_| operations.clone());
        }
        outcome
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
}
