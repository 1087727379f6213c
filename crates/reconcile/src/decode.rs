//! Deciding between readings: the redundancy of a table as an error-correcting code.

use crate::{Domain, Grade, Observation, System};
use std::collections::BTreeSet;

/// Variables whose readings depend on each other, with the ways to read them together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternatives {
    /// Positions of the variables. A variable belongs to one set: a later set that names it again stays open.
    pub variables: Vec<usize>,
    /// Observations in the order of `variables`, likeliest first; the order never decides.
    pub readings: Vec<Vec<Observation>>,
}

/// Why a decision is what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// One reading is left.
    Decided,
    /// Several readings are left.
    Open,
    /// No combination of readings satisfies the relations: at least one figure is wrong in the source, or
    /// its true reading is not among the alternatives.
    NoneFits,
    /// The search was given up before every reading was tried.
    OutOfBudget,
}

/// What is left of one [`Alternatives`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Positions in [`Alternatives::readings`], ascending; of readings that are the same, the first.
    pub kept: Vec<usize>,
    /// Why.
    pub verdict: Verdict,
}

/// Steps of search for one connected group of alternatives that [`decode`] is usually given: tens of
/// milliseconds, when half a table is in doubt.
pub const BUDGET: u32 = 40_000;

/// Keeps the readings that take part in a combination which violates none of the relations it touches.
///
/// Only relations that fail whatever is missing rule a combination out. A relation that fails under every
/// reading of one set, whatever the other sets are, accuses the source and not the reading: it is left aside.
/// Where no combination is left, or a group of connected sets needs more than `budget` steps, nothing is
/// decided there. Steps are counted, not timed, so the answer is the same everywhere.
///
/// ```
/// use gongkai_reconcile::{decode, Alternatives, Comparison, Domain, Observation as O, System, Verdict, BUDGET};
///
/// // Exports to two neighbours and their total; the first figure is smudged: 31 or 81.
/// let mut trade = System::new();
/// let [north, south, total] = [(); 3].map(|()| trade.variable(Domain::NonNegative));
/// trade.relation(&[north, south], Comparison::Equal, &[total]);
/// let printed = [O::Unknown, O::Exact(19), O::Exact(100)];
/// let smudge = Alternatives { variables: vec![north], readings: vec![vec![O::Exact(31)], vec![O::Exact(81)]] };
/// let decision = &decode(&trade, &printed, &[smudge], BUDGET)[0];
/// assert_eq!((decision.verdict, &decision.kept[..]), (Verdict::Decided, &[1][..]));
/// ```
pub fn decode(
    system: &System,
    observations: &[Observation],
    sets: &[Alternatives],
    budget: u32,
) -> Vec<Decision> {
    let mut search = Search::new(system, observations, sets);
    search.leave_hopeless_aside();
    for group in search.groups() {
        search.decide(&group, budget);
    }
    search.decisions
}

struct Search<'a> {
    system: &'a System,
    sets: &'a [Alternatives],
    /// A variable of a set is what its readings have in common except while one of them is tried.
    observations: Vec<Observation>,
    /// What the readings still in play of each set have in common, variable by variable.
    hulls: Vec<Vec<Observation>>,
    /// Relations that each set touches, ascending.
    touched: Vec<Vec<usize>>,
    /// Sets that name a variable of an earlier set, or none at all: they stay as they are.
    aside: Vec<bool>,
    decisions: Vec<Decision>,
}

impl<'a> Search<'a> {
    fn new(system: &'a System, observations: &[Observation], sets: &'a [Alternatives]) -> Self {
        let mut observations = observations.to_vec();
        observations.resize(system.variables(), Observation::Unknown);
        let mut owner = vec![usize::MAX; system.variables()];
        let mut aside = vec![false; sets.len()];
        for (at, set) in sets.iter().enumerate() {
            let free = |&v: &usize| owner.get(v).is_some_and(|&it| it == usize::MAX);
            aside[at] = set.readings.is_empty() || !set.variables.iter().all(free);
            for &variable in &set.variables {
                if let Some(slot) = observations.get_mut(variable) {
                    *slot = Observation::Unknown;
                }
                if !aside[at] {
                    owner[variable] = at;
                }
            }
        }
        let mut touched = vec![Vec::new(); sets.len()];
        for relation in 0..system.relations() {
            for term in system.terms(relation) {
                let at = owner[term.variable as usize];
                if at != usize::MAX && touched[at].last() != Some(&relation) {
                    touched[at].push(relation);
                }
            }
        }
        let decisions = sets
            .iter()
            .map(|set| {
                let first =
                    |at: &usize| set.readings.iter().position(|it| *it == set.readings[*at]) == Some(*at);
                let kept: Vec<usize> = (0..set.readings.len()).filter(first).collect();
                let verdict = if kept.len() == 1 { Verdict::Decided } else { Verdict::Open };
                Decision { kept, verdict }
            })
            .collect();
        // At first nothing: a relation is judged by one set at a time.
        let hulls = sets.iter().map(|set| vec![Observation::Unknown; set.variables.len()]).collect();
        Self { system, sets, observations, hulls, touched, aside, decisions }
    }

    fn set(&mut self, at: usize, reading: usize) {
        let set = &self.sets[at];
        for (slot, &variable) in set.variables.iter().enumerate() {
            let observation = set.readings[reading].get(slot).copied().unwrap_or(Observation::Unknown);
            self.observations[variable] = observation;
        }
    }

    fn unset(&mut self, at: usize) {
        for (&variable, &hull) in self.sets[at].variables.iter().zip(&self.hulls[at]) {
            self.observations[variable] = hull;
        }
    }

    /// Whether no relation that set `at` touches fails for certain.
    fn is_consistent(&self, at: usize) -> bool {
        self.touched[at].iter().all(|&relation| !self.system.is_violated(relation, &self.observations))
    }

    fn leave_hopeless_aside(&mut self) {
        let mut hopeless = BTreeSet::new();
        for at in (0..self.sets.len()).filter(|&at| !self.aside[at]).collect::<Vec<_>>() {
            let mut failing = self.touched[at].clone();
            for reading in self.decisions[at].kept.clone() {
                self.set(at, reading);
                failing.retain(|&relation| self.system.is_violated(relation, &self.observations));
            }
            self.unset(at);
            hopeless.extend(failing);
        }
        for touched in &mut self.touched {
            touched.retain(|relation| !hopeless.contains(relation));
        }
    }

    /// Sets connected by shared relations, each group and the groups in ascending order.
    fn groups(&self) -> Vec<Vec<usize>> {
        let mut sets_of = vec![Vec::new(); self.system.relations()];
        for (at, touched) in self.touched.iter().enumerate() {
            for &relation in touched {
                sets_of[relation].push(at);
            }
        }
        let mut seen = self.aside.clone();
        let mut groups = Vec::new();
        for start in 0..self.sets.len() {
            if std::mem::replace(&mut seen[start], true) {
                continue;
            }
            let mut group = vec![start];
            let mut next = 0;
            while let Some(&at) = group.get(next) {
                next += 1;
                for &relation in &self.touched[at] {
                    // Each relation is walked once.
                    for other in std::mem::take(&mut sets_of[relation]) {
                        if !std::mem::replace(&mut seen[other], true) {
                            group.push(other);
                        }
                    }
                }
            }
            group.sort_unstable();
            groups.push(group);
        }
        groups
    }

    /// Narrows what the variables of set `at` may be to the readings `kept`.
    fn bound(&mut self, at: usize, kept: &[usize]) {
        let set = &self.sets[at];
        for (slot, hull) in self.hulls[at].iter_mut().enumerate() {
            let readings = kept.iter().map(|&reading| set.readings[reading].get(slot).copied());
            *hull = readings.reduce(hull_of).flatten().unwrap_or(Observation::Unknown);
        }
        self.unset(at);
    }

    fn decide(&mut self, group: &[usize], budget: u32) {
        let mut steps = Steps { left: budget };
        let verdict = match self.narrow(group, &mut steps) {
            Ok(mut order) => {
                // Few readings first: less to try again.
                order.sort_by_key(|open| (open.kept.len(), open.set));
                let complete = self.combine(&mut order, &mut steps);
                if order.iter().all(|open| !open.kept.is_empty()) {
                    // What was ruled out before the budget ran out is ruled out.
                    for open in &order {
                        let verdict = if complete.is_ok() { Verdict::Open } else { Verdict::OutOfBudget };
                        self.conclude(open.set, Some(&open.kept), verdict);
                    }
                    return;
                }
                Verdict::NoneFits
            }
            Err(Stop::NoneFits) => Verdict::NoneFits,
            Err(Stop::OutOfBudget) => Verdict::OutOfBudget,
        };
        for &at in group {
            self.conclude(at, None, verdict);
        }
    }

    fn conclude(&mut self, at: usize, kept: Option<&[usize]>, verdict: Verdict) {
        let decision = &mut self.decisions[at];
        if let Some(kept) = kept {
            decision.kept = kept.to_vec();
        }
        let decided = decision.kept.len() == 1 && verdict != Verdict::NoneFits;
        decision.verdict = if decided { Verdict::Decided } else { verdict };
    }

    /// Drops readings that fail whatever the other sets are, until nothing changes.
    fn narrow(&mut self, group: &[usize], steps: &mut Steps) -> Result<Vec<OpenSet>, Stop> {
        let mut open: Vec<OpenSet> =
            group.iter().map(|&set| OpenSet { set, kept: self.decisions[set].kept.clone() }).collect();
        for OpenSet { set, kept } in &open {
            self.bound(*set, kept);
        }
        loop {
            let mut changed = false;
            for OpenSet { set, kept } in &mut open {
                let before = kept.len();
                steps.take(before)?;
                kept.retain(|&reading| {
                    self.set(*set, reading);
                    self.is_consistent(*set)
                });
                if kept.is_empty() {
                    return Err(Stop::NoneFits);
                }
                changed |= kept.len() < before;
                self.bound(*set, kept);
            }
            if !changed {
                return Ok(open);
            }
        }
    }

    /// Drops readings that take part in no consistent combination.
    fn combine(&mut self, order: &mut [OpenSet], steps: &mut Steps) -> Result<(), Stop> {
        let mut seen: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); order.len()];
        // Half of the steps for all combinations one by one: where they are few this is quickest.
        let mut half = Steps { left: steps.left / 2 };
        steps.left -= half.left;
        let all = order.iter().map(|open| open.kept.len()).sum();
        let sets: Vec<_> = order.iter().map(|open| (open.set, &open.kept[..])).collect();
        let walked = self.walk(&sets, &mut half, |combination| {
            seen.iter_mut().zip(combination).for_each(|(seen, &reading)| _ = seen.insert(reading));
            seen.iter().map(BTreeSet::len).sum::<usize>() < all
        });
        steps.left += half.left;
        // The other half for one combination each that contains a reading not seen yet.
        for place in 0..order.len() {
            for reading in order[place].kept.clone() {
                if !seen[place].contains(&reading) {
                    let found = walked.is_err() && self.support(order, place, reading, &mut seen, steps)?;
                    if !found {
                        order[place].kept.retain(|&it| it != reading);
                        self.bound(order[place].set, &order[place].kept.clone());
                    }
                }
            }
        }
        Ok(())
    }

    /// Looks for a consistent combination in which the set at `place` has `reading`, and adds it to `seen`.
    fn support(
        &mut self,
        order: &[OpenSet],
        place: usize,
        reading: usize,
        seen: &mut [BTreeSet<usize>],
        steps: &mut Steps,
    ) -> Result<bool, Stop> {
        let fixed = [reading];
        let others = (0..order.len()).filter(|&it| it != place);
        // The set at `place` comes first.
        let places: Vec<usize> = std::iter::once(place).chain(others).collect();
        let readings = |it: usize| if it == place { &fixed[..] } else { &order[it].kept[..] };
        let sets: Vec<_> = places.iter().map(|&it| (order[it].set, readings(it))).collect();
        let mut found = false;
        self.walk(&sets, steps, |combination| {
            for (&at, &reading) in places.iter().zip(combination) {
                seen[at].insert(reading);
            }
            found = true;
            false
        })?;
        Ok(found)
    }

    /// Visits every consistent combination of `sets`, one reading for each, until `visit` has enough.
    fn walk(
        &mut self,
        sets: &[(usize, &[usize])],
        steps: &mut Steps,
        mut visit: impl FnMut(&[usize]) -> bool,
    ) -> Result<(), Stop> {
        let mut picks: Vec<usize> = Vec::with_capacity(sets.len());
        let mut combination: Vec<usize> = Vec::with_capacity(sets.len());
        let mut next = 0;
        let outcome = loop {
            match sets.get(picks.len()).map(|(at, kept)| (*at, kept.get(next))) {
                Some((at, Some(&reading))) => {
                    if let Err(stop) = steps.take(1) {
                        break Err(stop);
                    }
                    self.set(at, reading);
                    if self.is_consistent(at) {
                        picks.push(next);
                        combination.push(reading);
                        next = 0;
                    } else {
                        next += 1;
                    }
                    continue;
                }
                Some((at, None)) => self.unset(at),
                None if !visit(&combination) => break Ok(()),
                None => {}
            }
            combination.pop();
            let Some(last) = picks.pop() else { break Ok(()) };
            next = last + 1;
        };
        for (at, _) in sets {
            self.unset(*at);
        }
        outcome
    }
}

/// A set with the readings still in play.
struct OpenSet {
    set: usize,
    kept: Vec<usize>,
}

/// Why a search ended early.
enum Stop {
    NoneFits,
    OutOfBudget,
}

/// Steps that may still be taken.
struct Steps {
    left: u32,
}

impl Steps {
    fn take(&mut self, count: usize) -> Result<(), Stop> {
        let left = u32::try_from(count).ok().and_then(|count| self.left.checked_sub(count));
        self.left = left.ok_or(Stop::OutOfBudget)?;
        Ok(())
    }
}

/// What two readings of one variable have in common; nothing where one of them is no number.
fn hull_of(left: Option<Observation>, right: Option<Observation>) -> Option<Observation> {
    let (left, right) = (left?, right?);
    if left == right {
        return Some(left);
    }
    if left.is_missing() || right.is_missing() {
        return None;
    }
    // Both are numbers, so the domain does not matter and the bounds are closed.
    let ends = |it: Observation| {
        let (low, high) = it.bounds(Domain::Signed, Grade::Loose);
        Some((i64::try_from(low?).ok()?, i64::try_from(high?).ok()?))
    };
    let ((low, high), (other_low, other_high)) = (ends(left)?, ends(right)?);
    Some(Observation::Between(low.min(other_low), high.max(other_high)))
}
