//! Whether all relations can hold at once, and if not, a smallest set of figures and relations that cannot.

use crate::observation::Bounds;
use crate::{Comparison, Domain, Grade, Observation, System};

/// Rounds of narrowing before nothing is concluded any more.
const MOST_ROUNDS: usize = 64;

/// An end beyond this is none: sums of such still fit.
const FAR: i128 = 1 << 80;

/// What comes of looking at all relations of a system together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Joint {
    /// No contradiction was found. Of variables whose range the relations narrow, what is left of it, in order.
    Possible(Vec<Narrowed>),
    /// They cannot hold together, whatever is missing and however figures were rounded.
    Impossible(Conflict),
    /// Narrowing did not come to an end within its limit; nothing is claimed.
    Unsettled,
}

/// The values that are left for a variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Narrowed {
    /// Position of the variable.
    pub variable: usize,
    /// The least; `None` where there is none.
    pub low: Option<i128>,
    /// The greatest; `None` where there is none.
    pub high: Option<i128>,
}

/// Relations and observations that contradict each other, none of which can be left out: without any one of them
/// narrowing finds no contradiction among the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Positions of the relations, ascending.
    pub relations: Vec<usize>,
    /// Variables whose observations take part, ascending.
    pub observed: Vec<usize>,
}

impl System {
    /// Looks at all relations together: each narrows what its variables can be, until nothing more follows.
    ///
    /// A contradiction that is found is one for certain: figures are taken in their widest reading, blanks and what is
    /// unknown as anything the domain allows, integers as integers. Not every contradiction is found: narrowing looks at
    /// one relation at a time, so two relations that only their difference shows to be at odds pass. The cost is at most
    /// 64 passes over the terms, and as many again for each relation and figure where there is a conflict.
    ///
    /// ```
    /// use gongkai_reconcile::{Comparison, Domain, Joint, Observation as O, System};
    ///
    /// // A reservoir over two months: start + inflow = end + outflow, and the end of May is the start of June.
    /// let mut water = System::new();
    /// let [start, may_in, may_out, between, june_in, june_out, end] = [(); 7].map(|()| water.variable(Domain::NonNegative));
    /// water.relation(&[start, may_in], Comparison::Equal, &[between, may_out]).unwrap();
    /// water.relation(&[between, june_in], Comparison::Equal, &[end, june_out]).unwrap();
    ///
    /// // The level between was not read. May alone would leave 40, June alone must have begun with 25.
    /// let read = [O::Exact(50), O::Exact(20), O::Exact(30), O::Unknown, O::Exact(5), O::Exact(10), O::Exact(20)];
    /// assert!((0..2).all(|month| !water.is_violated(month, &read)));
    /// let Joint::Impossible(conflict) = water.jointly(&read) else { panic!() };
    /// assert_eq!(conflict.relations, [0, 1]);
    /// // The inflow of June takes no part: had there been none, June would have begun with 30 at the most.
    /// assert_eq!(conflict.observed, [start, may_in, may_out, june_out, end]);
    /// ```
    pub fn jointly(&self, observations: &[Observation]) -> Joint {
        let observed: Vec<bool> = (0..self.variables())
            .map(|it| observations.get(it).is_some_and(|observation| !observation.is_missing()))
            .collect();
        let all = Kept { relations: vec![true; self.relations()], observed };
        match self.narrow(observations, &all) {
            End::Settled(ranges) => Joint::Possible(self.narrowed(observations, &ranges)),
            End::Unsettled => Joint::Unsettled,
            End::Empty => Joint::Impossible(self.least(observations, all)),
        }
    }

    /// Leaves out what is not needed for the contradiction, one after the other.
    fn least(&self, observations: &[Observation], mut kept: Kept) -> Conflict {
        // Relations first: whole parts of the system go with them.
        for relation in 0..kept.relations.len() {
            kept.relations[relation] = false;
            kept.relations[relation] = self.narrow(observations, &kept) != End::Empty;
        }
        let needed = |variable: usize| {
            let on = |it: usize| self.terms(it).iter().any(|term| term.variable as usize == variable);
            (0..self.relations()).any(|it| kept.relations[it] && on(it))
        };
        let needed: Vec<bool> = (0..kept.observed.len()).map(needed).collect();
        for (variable, needed) in needed.into_iter().enumerate() {
            if !needed {
                kept.observed[variable] = false;
            } else if kept.observed[variable] {
                kept.observed[variable] = false;
                kept.observed[variable] = self.narrow(observations, &kept) != End::Empty;
            }
        }
        let list = |flags: &[bool]| (0..flags.len()).filter(|&it| flags[it]).collect();
        Conflict { relations: list(&kept.relations), observed: list(&kept.observed) }
    }

    /// Narrows the ranges of all variables until nothing changes.
    fn narrow(&self, observations: &[Observation], kept: &Kept) -> End {
        let mut ranges: Vec<Bounds> = (0..self.variables())
            .map(|it| if kept.observed[it] { self.widest(it, observations[it]) } else { self.free(it) })
            .collect();
        if ranges.iter().any(is_empty) {
            return End::Empty;
        }
        for _ in 0..MOST_ROUNDS {
            let mut changed = false;
            for relation in (0..kept.relations.len()).filter(|&it| kept.relations[it]) {
                match self.narrow_by(relation, &mut ranges) {
                    Some(did) => changed |= did,
                    None => return End::Empty,
                }
            }
            if !changed {
                return End::Settled(ranges);
            }
        }
        End::Unsettled
    }

    /// Narrows the variables of one relation; whether any changed, `None` where one is left without a value.
    fn narrow_by(&self, relation: usize, ranges: &mut [Bounds]) -> Option<bool> {
        let terms = self.terms(relation);
        let comparison = self.comparison(relation)?;
        if terms.is_empty() {
            return Some(false);
        }
        // Sums of the ends that are there, and how many are not. They stay while the terms are narrowed by them: wider
        // than need be, and right.
        let (mut low, mut high, mut open_low, mut open_high) = (0_i128, 0_i128, 0, 0);
        for term in terms {
            let (least, most) = weighted(ranges[term.variable as usize], i128::from(term.coefficient));
            least.map_or_else(|| open_low += 1, |it| low = low.saturating_add(it));
            most.map_or_else(|| open_high += 1, |it| high = high.saturating_add(it));
        }
        let mut changed = false;
        for term in terms {
            let (variable, weight) = (term.variable as usize, i128::from(term.coefficient));
            let (least, most) = weighted(ranges[variable], weight);
            let rest_low =
                (open_low == u32::from(least.is_none())).then(|| low.saturating_sub(least.unwrap_or(0)));
            let rest_high =
                (open_high == u32::from(most.is_none())).then(|| high.saturating_sub(most.unwrap_or(0)));
            // weight * x + rest stands in the relation to zero.
            let at_most = if comparison == Comparison::AtLeast { None } else { rest_low.map(|it| -it) };
            let at_least = if comparison == Comparison::AtMost { None } else { rest_high.map(|it| -it) };
            let (from, to) = if weight > 0 {
                (at_least.map(|it| ceiling(it, weight)), at_most.map(|it| it.div_euclid(weight)))
            } else {
                (at_most.map(|it| ceiling(-it, -weight)), at_least.map(|it| (-it).div_euclid(-weight)))
            };
            let range = &mut ranges[variable];
            let (from, to) = (from.filter(|it| it.abs() < FAR), to.filter(|it| it.abs() < FAR));
            let narrowed = (larger(range.0, from), smaller(range.1, to));
            changed |= narrowed != *range;
            *range = narrowed;
            if is_empty(range) {
                return None;
            }
        }
        Some(changed)
    }

    fn widest(&self, variable: usize, observation: Observation) -> Bounds {
        let (low, high) = observation.bounds(self.domain(variable), Grade::Loose);
        let (least, most) = self.free(variable);
        (larger(low, least), smaller(high, most))
    }

    fn free(&self, variable: usize) -> Bounds {
        match self.domain(variable) {
            Domain::NonNegative => (Some(0), None),
            Domain::Signed => (None, None),
        }
    }

    fn narrowed(&self, observations: &[Observation], ranges: &[Bounds]) -> Vec<Narrowed> {
        let before = |it: usize| match observations.get(it) {
            Some(observation) if !observation.is_missing() => self.widest(it, *observation),
            _ => self.free(it),
        };
        let changed = |it: &usize| before(*it) != ranges[*it];
        let narrowed = |it: usize| Narrowed { variable: it, low: ranges[it].0, high: ranges[it].1 };
        (0..ranges.len()).filter(changed).map(narrowed).collect()
    }
}

/// What is still part of the question.
struct Kept {
    relations: Vec<bool>,
    observed: Vec<bool>,
}

#[derive(Debug, PartialEq, Eq)]
enum End {
    Settled(Vec<Bounds>),
    Empty,
    Unsettled,
}

fn weighted((low, high): Bounds, weight: i128) -> Bounds {
    let times = |it: Option<i128>| it.map(|it| it.saturating_mul(weight));
    if weight < 0 { (times(high), times(low)) } else { (times(low), times(high)) }
}

fn larger(one: Option<i128>, other: Option<i128>) -> Option<i128> {
    // No lower end is below every one.
    one.max(other)
}

fn smaller(one: Option<i128>, other: Option<i128>) -> Option<i128> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

fn is_empty((low, high): &Bounds) -> bool {
    matches!((low, high), (Some(low), Some(high)) if low > high)
}

/// The least integer at or above `of / by`, for positive `by`.
fn ceiling(of: i128, by: i128) -> i128 {
    -(-of).div_euclid(by)
}
