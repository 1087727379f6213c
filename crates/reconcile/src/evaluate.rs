//! How a relation comes out on observations.

mod all;

use crate::observation::Bounds;
use crate::{Comparison, Domain, Observation, System, Term};

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
    Undetermined(Box<Open>),
}

/// What is open where a relation cannot be told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Open {
    /// The missing operands.
    pub missing: Vec<usize>,
    /// Whether it would hold for certain if every blank were zero.
    pub if_zero: bool,
    /// What the relation forces missing operands to be.
    pub forced: Vec<Forced>,
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
        let absent = self.absent(relation, observations);
        let known = self.difference(relation, observations, Grade::Loose, false).observed;
        Outcome::Undetermined(Box::new(Open {
            missing: absent.iter().map(|term| term.variable as usize).collect(),
            if_zero: certain(true).is_some(),
            forced: self.forced(comparison, &absent, known),
        }))
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

    /// The terms whose variables are missing.
    fn absent(&self, relation: usize, observations: &[Observation]) -> Vec<Term> {
        let terms = self.terms(relation).iter().copied();
        terms.filter(|term| observed(observations, term.variable).is_missing()).collect()
    }

    /// Whether a missing operand may lower `left - right`, and whether it may lift it.
    fn opens(&self, term: Term) -> (bool, bool) {
        let signed = self.domain(term.variable as usize) == Domain::Signed;
        (signed || term.coefficient < 0, signed || term.coefficient > 0)
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

    /// Values of the operands that are missing, `absent`, that follow from the difference of all others, which lies
    /// from `low` to `high`.
    fn forced(&self, comparison: Comparison, absent: &[Term], (low, high): (i128, i128)) -> Vec<Forced> {
        let (mut open_low, mut open_high) = (0, 0);
        for term in absent {
            let (down, up) = self.opens(*term);
            open_low += u32::from(down);
            open_high += u32::from(up);
        }
        let mut found = Vec::new();
        for term in absent {
            let (down, up) = self.opens(*term);
            let rest_low = (open_low == u32::from(down)).then_some(low);
            let rest_high = (open_high == u32::from(up)).then_some(high);
            // weight * x + rest stands in the relation to zero.
            let share_low = if comparison == Comparison::AtMost { None } else { rest_high.map(|it| -it) };
            let share_high = if comparison == Comparison::AtLeast { None } else { rest_low.map(|it| -it) };
            let weight = i128::from(term.coefficient);
            let (from, to) = if weight > 0 { (share_low, share_high) } else { (share_high, share_low) };
            // Nearly every weight is 1 or -1: nothing to divide.
            let divided = |it: i128| match weight {
                1 => it,
                -1 => -it,
                _ => (it * weight.signum()).div_euclid(weight.abs()),
            };
            let mut least = from.map(|it| -divided(-it));
            let most = to.map(divided);
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

fn observed(observations: &[Observation], variable: u32) -> Observation {
    observations.get(variable as usize).copied().unwrap_or(Observation::Unknown)
}
