//! How a relation comes out on observations.

use crate::observation::Bounds;
use crate::{Comparison, Domain, Observation, System};

/// How far rounding had to be stretched for a relation to hold, best first; one reading for all its figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// Every figure rounded to nearest.
    Rounded,
    /// Every figure cut off.
    Truncated,
    /// Every figure rounded up.
    RoundedUp,
    /// Each figure in its own way.
    Loose,
}

/// The only value a missing variable can have if the relation is to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forced {
    /// Position of the variable.
    pub variable: usize,
    /// The value.
    pub value: i64,
}

/// How a relation came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It holds, whatever the missing operands are.
    Satisfied {
        /// All operands were observed and are zero: it holds, and says nothing.
        vacuous: bool,
    },
    /// It holds within the rounding of its figures.
    WithinRounding(Grade),
    /// It fails, whatever the missing operands are.
    Violated,
    /// It depends on what is missing.
    Undetermined {
        /// The missing operands.
        missing: Vec<usize>,
        /// Whether it would hold for certain if every blank were zero.
        if_zero: bool,
        /// What the relation forces missing operands to be.
        forced: Vec<Forced>,
    },
}

impl Outcome {
    /// Whether it was decided, and holds.
    pub const fn holds(&self) -> bool {
        matches!(self, Self::Satisfied { .. } | Self::WithinRounding(_))
    }
}

const GRADES: [Grade; 4] = [Grade::Rounded, Grade::Truncated, Grade::RoundedUp, Grade::Loose];

/// `left - right` split by what is observed and what is missing.
#[derive(Clone, Copy)]
struct Difference {
    observed: (i128, i128),
    missing: Bounds,
}

impl Difference {
    /// Whether some value of what is missing lets the relation hold.
    fn may_hold(self, comparison: Comparison) -> bool {
        let low_end = self.missing.0.is_none_or(|low| self.observed.0 + low <= 0);
        let high_end = self.missing.1.is_none_or(|high| self.observed.1 + high >= 0);
        match comparison {
            Comparison::Equal => low_end && high_end,
            Comparison::AtMost => low_end,
            Comparison::AtLeast => high_end,
        }
    }

    /// Whether every value of what is missing lets the relation hold.
    fn must_hold(self, comparison: Comparison) -> bool {
        let low_end = self.missing.1.is_some_and(|high| self.observed.0 + high <= 0);
        let high_end = self.missing.0.is_some_and(|low| self.observed.1 + low >= 0);
        match comparison {
            Comparison::Equal => low_end && high_end,
            Comparison::AtMost => low_end,
            Comparison::AtLeast => high_end,
        }
    }
}

impl System {
    /// How relation `relation` comes out; variables beyond the end of `observations` are unknown. A relation
    /// that does not exist is satisfied vacuously.
    ///
    /// Blanks are taken twice, as unknown and as zero: what fails for every value is violated, what holds for
    /// every value is satisfied, anything else is undetermined.
    pub fn evaluate(&self, relation: usize, observations: &[Observation]) -> Outcome {
        let Some(comparison) = self.comparison(relation) else { return Outcome::Satisfied { vacuous: true } };
        let (mut missing, mut inexact, mut nonzero) = (false, false, false);
        for observation in self.operands(relation, observations) {
            missing |= observation.is_missing();
            inexact |= observation.is_inexact();
            nonzero |= !matches!(
                observation,
                Observation::Exact(0) | Observation::Rounded { value: 0, .. } | Observation::Between(0, 0)
            );
        }
        let grades = if inexact { &GRADES[..] } else { &GRADES[..1] };
        let certain = |blank_is_zero| {
            grades.iter().copied().find(|&grade| {
                self.difference(relation, observations, grade, blank_is_zero).must_hold(comparison)
            })
        };
        match certain(false) {
            Some(grade) if inexact => return Outcome::WithinRounding(grade),
            Some(_) => return Outcome::Satisfied { vacuous: !missing && !nonzero },
            None => {}
        }
        if !missing || self.is_violated(relation, observations) {
            return Outcome::Violated;
        }
        Outcome::Undetermined {
            missing: self.missing(relation, observations),
            if_zero: certain(true).is_some(),
            forced: {
                let known = self.difference(relation, observations, Grade::Loose, false).observed;
                self.forced(relation, comparison, observations, known)
            },
        }
    }

    /// How every relation comes out, in order: what [`System::evaluate`] says of each, at a fraction of the cost where
    /// the figures are there and hold as they stand or rounded to nearest. `outcomes` is written anew.
    pub fn evaluate_all(&self, observations: &[Observation], outcomes: &mut Vec<Outcome>) {
        let lowered: Vec<Lowered> =
            (0..self.variables()).map(|it| Lowered::of(observed(observations, it as u32))).collect();
        let (comparisons, ends, terms) = self.flat();
        outcomes.clear();
        outcomes.reserve(comparisons.len());
        let mut start = 0;
        for (relation, (&comparison, &end)) in comparisons.iter().zip(ends).enumerate() {
            let own = &terms[start..end as usize];
            start = end as usize;
            // The lowest value of the difference, and the highest with its sign turned.
            let (mut ends, mut marks, mut weights) = ([0_i64; 2], 0, 0_u32);
            for term in own {
                let Lowered { ends: [low, high], marks: own } = lowered[term.variable as usize];
                let [low, high] = match term.coefficient {
                    1 => [low, high],
                    -1 => [high, low],
                    weight => {
                        let times = i64::from(weight.unsigned_abs());
                        weights |= weight.unsigned_abs();
                        let (low, high) = (low.wrapping_mul(times), high.wrapping_mul(times));
                        if weight < 0 { [high, low] } else { [low, high] }
                    }
                };
                ends = [ends[0].wrapping_add(low), ends[1].wrapping_add(high)];
                marks |= own;
            }
            let fits = u64::from(weights | 1) * (own.len() as u64) < Lowered::MOST_WEIGHT;
            let holds = match comparison {
                Comparison::Equal => ends[0] <= 0 && ends[1] <= 0,
                Comparison::AtMost => ends[0] <= 0,
                Comparison::AtLeast => ends[1] <= 0,
            };
            outcomes.push(match marks & !Lowered::NONZERO {
                0 if fits && holds => Outcome::Satisfied { vacuous: marks == 0 },
                0 if fits => Outcome::Violated,
                Lowered::INEXACT if fits && holds => Outcome::WithinRounding(Grade::Rounded),
                Lowered::MISSING if fits => {
                    self.evaluate_missing(relation, comparison, ends[0], observations)
                }
                _ => self.evaluate(relation, observations),
            });
        }
    }

    /// The same where operands are missing and all others are points, whose difference is `known`.
    fn evaluate_missing(
        &self,
        relation: usize,
        comparison: Comparison,
        known: i64,
        observations: &[Observation],
    ) -> Outcome {
        let mut missing = Vec::new();
        // Whether what is missing may lift the difference, or lower it; and the same when every blank is zero.
        let (mut opens, mut opens_unknown) = ([false; 2], [false; 2]);
        for term in self.terms(relation) {
            let observation = observed(observations, term.variable);
            if observation.is_missing() {
                let signed = self.domain(term.variable as usize) == Domain::Signed;
                let own = [signed || term.coefficient > 0, signed || term.coefficient < 0];
                let is_unknown = observation == Observation::Unknown;
                for it in 0..2 {
                    opens[it] |= own[it];
                    opens_unknown[it] |= own[it] && is_unknown;
                }
                missing.push(term.variable as usize);
            }
        }
        let is_certain = |[up, down]: [bool; 2]| match comparison {
            Comparison::Equal => known == 0 && !up && !down,
            Comparison::AtMost => known <= 0 && !up,
            Comparison::AtLeast => known >= 0 && !down,
        };
        if is_certain(opens) {
            return Outcome::Satisfied { vacuous: false };
        }
        let (too_much, too_little) = (known > 0 && !opens[1], known < 0 && !opens[0]);
        let is_violated = match comparison {
            Comparison::Equal => too_much || too_little,
            Comparison::AtMost => too_much,
            Comparison::AtLeast => too_little,
        };
        if is_violated {
            return Outcome::Violated;
        }
        let known = i128::from(known);
        let forced = self.forced(relation, comparison, observations, (known, known));
        Outcome::Undetermined { missing, if_zero: is_certain(opens_unknown), forced }
    }

    /// Whether relation `relation` fails whatever the missing operands are.
    pub fn is_violated(&self, relation: usize, observations: &[Observation]) -> bool {
        // The loosest reading contains all others.
        self.comparison(relation).is_some_and(|comparison| {
            !self.difference(relation, observations, Grade::Loose, false).may_hold(comparison)
        })
    }

    fn operands<'a>(
        &'a self,
        relation: usize,
        observations: &'a [Observation],
    ) -> impl Iterator<Item = Observation> + 'a {
        self.terms(relation).iter().map(|term| observed(observations, term.variable))
    }

    fn missing(&self, relation: usize, observations: &[Observation]) -> Vec<usize> {
        let terms = self.terms(relation).iter();
        terms
            .filter(|term| observed(observations, term.variable).is_missing())
            .map(|term| term.variable as usize)
            .collect()
    }

    fn difference(
        &self,
        relation: usize,
        observations: &[Observation],
        grade: Grade,
        blank_is_zero: bool,
    ) -> Difference {
        let mut observed_part = (0_i128, 0_i128);
        let mut missing: Bounds = (Some(0), Some(0));
        for term in self.terms(relation) {
            let observation = match observed(observations, term.variable) {
                Observation::Blank if blank_is_zero => Observation::Exact(0),
                other => other,
            };
            let weight = i128::from(term.coefficient);
            let (low, high) = observation.bounds(self.domain(term.variable as usize), grade);
            let (low, high) = if weight < 0 { (high, low) } else { (low, high) };
            match (low, high) {
                (Some(low), Some(high)) => {
                    observed_part.0 += weight * low;
                    observed_part.1 += weight * high;
                }
                // A missing variable has at least one open end; the other, if any, is zero.
                (low, high) => {
                    missing.0 = missing.0.filter(|_| low.is_some());
                    missing.1 = missing.1.filter(|_| high.is_some());
                }
            }
        }
        Difference { observed: observed_part, missing }
    }

    /// Values of missing operands that follow from the difference of all others, which lies from `low` to `high`.
    fn forced(
        &self,
        relation: usize,
        comparison: Comparison,
        observations: &[Observation],
        (low, high): (i128, i128),
    ) -> Vec<Forced> {
        // Open ends of `left - right`, by the missing operands that open them.
        let open = |term: &crate::Term| {
            let signed = self.domain(term.variable as usize) == Domain::Signed;
            (signed || term.coefficient < 0, signed || term.coefficient > 0)
        };
        let absent =
            || self.terms(relation).iter().filter(|term| observed(observations, term.variable).is_missing());
        let (mut open_low, mut open_high) = (0, 0);
        for term in absent() {
            let (down, up) = open(term);
            open_low += u32::from(down);
            open_high += u32::from(up);
        }
        let mut found = Vec::new();
        for term in absent() {
            let (down, up) = open(term);
            let rest_low = (open_low == u32::from(down)).then_some(low);
            let rest_high = (open_high == u32::from(up)).then_some(high);
            // weight * x + rest stands in the relation to zero.
            let share_low = if comparison == Comparison::AtMost { None } else { rest_high.map(|it| -it) };
            let share_high = if comparison == Comparison::AtLeast { None } else { rest_low.map(|it| -it) };
            let weight = i128::from(term.coefficient);
            let (from, to) = if weight > 0 { (share_low, share_high) } else { (share_high, share_low) };
            let mut least = from.map(|it| -(-it * weight.signum()).div_euclid(weight.abs()));
            let most = to.map(|it| (it * weight.signum()).div_euclid(weight.abs()));
            if self.domain(term.variable as usize) == Domain::NonNegative {
                least = Some(least.map_or(0, |it| it.max(0)));
            }
            if let (Some(least), Some(most)) = (least, most)
                && least == most
                && let Ok(value) = i64::try_from(least)
            {
                found.push(Forced { variable: term.variable as usize, value });
            }
        }
        found
    }
}

/// What an observation admits when it is rounded to nearest, in eight bytes; marks say what is more to it.
#[derive(Clone, Copy)]
struct Lowered {
    /// The lowest value, and the highest with its sign turned: so both ends are lowest ones.
    ends: [i64; 2],
    marks: u64,
}

impl Lowered {
    const INEXACT: u64 = 1;
    const NONZERO: u64 = 2;
    /// Too large for sums in eight bytes.
    const HARD: u64 = 4;
    const MISSING: u64 = 8;
    /// The largest magnitude that is not hard.
    const LARGEST: u64 = 1 << 46;
    /// Sums with weights below this fit.
    const MOST_WEIGHT: u64 = 1 << 15;

    fn of(observation: Observation) -> Self {
        match observation {
            Observation::Exact(value) => Self::range(value, value, value != 0),
            Observation::Rounded { value, ulp } => {
                // A rounded zero is printed as zero.
                let half = ulp.max(1) / 2;
                Self::range(value.saturating_sub(half), value.saturating_add(half), value != 0)
            }
            Observation::Between(one, other) => {
                Self::range(one.min(other), one.max(other), one != 0 || other != 0)
            }
            Observation::Blank | Observation::Unknown => Self { ends: [0; 2], marks: Self::MISSING },
        }
    }

    fn range(low: i64, high: i64, nonzero: bool) -> Self {
        if low.unsigned_abs().max(high.unsigned_abs()) > Self::LARGEST {
            return Self { ends: [0; 2], marks: Self::HARD };
        }
        let marks = (u64::from(low != high) * Self::INEXACT) | (u64::from(nonzero) * Self::NONZERO);
        Self { ends: [low, -high], marks }
    }
}

fn observed(observations: &[Observation], variable: u32) -> Observation {
    observations.get(variable as usize).copied().unwrap_or(Observation::Unknown)
}
