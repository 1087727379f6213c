//! Deciding between readings: the redundancy of a table as an error-correcting code.

use crate::{Observation, System};
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

/// Steps of search for one connected group of alternatives that [`decode`] is usually given: a few
/// milliseconds.
pub const BUDGET: u32 = 20_000;

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
    /// Every variable of a set is unknown except while a reading of it is tried.
    observations: Vec<Observation>,
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
        Self { system, sets, observations, touched, aside, decisions }
    }

    fn set(&mut self, at: usize, reading: usize) {
        let set = &self.sets[at];
        for (slot, &variable) in set.variables.iter().enumerate() {
            let observation = set.readings[reading].get(slot).copied().unwrap_or(Observation::Unknown);
            self.observations[variable] = observation;
        }
    }

    fn unset(&mut self, at: usize) {
        for &variable in &self.sets[at].variables {
            self.observations[variable] = Observation::Unknown;
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

    fn decide(&mut self, group: &[usize], budget: u32) {
        let mut steps = 0;
        let Some(mut order) = self.narrow(group, &mut steps, budget) else {
            self.unset_all(group);
            return self.conclude(
                group,
                None,
                if steps > budget { Verdict::OutOfBudget } else { Verdict::NoneFits },
            );
        };
        // Few readings first: less to try again.
        order.sort_by_key(|(at, kept)| (kept.len(), *at));
        let supported = self.combine(&order, &mut steps, budget);
        self.unset_all(group);
        let supported = match supported {
            Ok(supported) => supported,
            // What was narrowed is sound even when the combinations were not all tried.
            Err(OverBudget) => order.iter().map(|(_, kept)| vec![true; kept.len()]).collect(),
        };
        let limit = steps > budget;
        if supported.iter().any(|it| !it.contains(&true)) {
            return self.conclude(group, None, Verdict::NoneFits);
        }
        for ((at, kept), supported) in order.iter().zip(&supported) {
            let kept: Vec<usize> =
                kept.iter().zip(supported).filter(|(_, is)| **is).map(|(&it, _)| it).collect();
            let verdict = if limit { Verdict::OutOfBudget } else { Verdict::Open };
            self.conclude(&[*at], Some(&kept), verdict);
        }
    }

    fn unset_all(&mut self, group: &[usize]) {
        for &at in group {
            self.unset(at);
        }
    }

    fn conclude(&mut self, sets: &[usize], kept: Option<&[usize]>, verdict: Verdict) {
        for &at in sets {
            let decision = &mut self.decisions[at];
            if let Some(kept) = kept {
                decision.kept = kept.to_vec();
            }
            let decided = decision.kept.len() == 1 && verdict != Verdict::NoneFits;
            decision.verdict = if decided { Verdict::Decided } else { verdict };
        }
    }

    /// Drops readings that fail on their own, fixing the sets of which one is left, until nothing changes;
    /// `None` when a set has none left or the budget is spent. Fixed sets stay set.
    fn narrow(&mut self, group: &[usize], steps: &mut u32, budget: u32) -> Option<Vec<(usize, Vec<usize>)>> {
        let mut kept: Vec<(usize, Vec<usize>)> =
            group.iter().map(|&at| (at, self.decisions[at].kept.clone())).collect();
        let mut fixed = vec![false; kept.len()];
        loop {
            let mut changed = false;
            for ((at, kept), fixed) in kept.iter_mut().zip(&mut fixed) {
                if *fixed {
                    continue;
                }
                kept.retain(|&reading| {
                    *steps += 1;
                    self.set(*at, reading);
                    self.is_consistent(*at)
                });
                self.unset(*at);
                match kept[..] {
                    [] => return None,
                    [only] => {
                        self.set(*at, only);
                        (*fixed, changed) = (true, true);
                    }
                    _ => {}
                }
                if *steps > budget {
                    return None;
                }
            }
            if !changed {
                return Some(kept);
            }
        }
    }

    /// Which readings of each set take part in a consistent combination.
    fn combine(
        &mut self,
        order: &[(usize, Vec<usize>)],
        steps: &mut u32,
        budget: u32,
    ) -> Result<Vec<Vec<bool>>, OverBudget> {
        let mut supported: Vec<Vec<bool>> = order.iter().map(|(_, kept)| vec![false; kept.len()]).collect();
        let mut unsupported: usize = supported.iter().map(Vec::len).sum();
        for (at, _) in order {
            self.unset(*at);
        }
        // The readings picked so far, one for each set of `order` from the front.
        let mut picks: Vec<usize> = Vec::with_capacity(order.len());
        let mut next = 0;
        loop {
            let tried = order.get(picks.len()).and_then(|(at, kept)| Some((*at, *kept.get(next)?)));
            if let Some((at, reading)) = tried {
                *steps += 1;
                if *steps > budget {
                    return Err(OverBudget);
                }
                self.set(at, reading);
                if self.is_consistent(at) {
                    picks.push(next);
                    next = 0;
                } else {
                    self.unset(at);
                    next += 1;
                }
                continue;
            }
            if picks.len() == order.len() {
                for (seen, &pick) in supported.iter_mut().zip(&picks) {
                    unsupported -= usize::from(!std::mem::replace(&mut seen[pick], true));
                }
                if unsupported == 0 {
                    return Ok(supported);
                }
            }
            let Some(last) = picks.pop() else { return Ok(supported) };
            self.unset(order[picks.len()].0);
            next = last + 1;
        }
    }
}

/// The search was given up.
struct OverBudget;
