//! How all relations come out on observations, at a fraction of the cost of one after the other.

use super::{Grade, Open, Outcome, observed};
use crate::system::{MOST_WEIGHT, Parted};
use crate::{Comparison, Observation, System, Term};

impl System {
    /// How every relation comes out, in order: what [`System::evaluate`] says of each, at a fraction of the cost where
    /// the figures are there and hold as they stand or rounded to nearest. `outcomes` is written anew.
    pub fn evaluate_all(&self, observations: &[Observation], outcomes: &mut Vec<Outcome>) {
        outcomes.clear();
        outcomes.reserve(self.relations());
        match points(self.variables(), observations) {
            Some(values) => self.evaluate_points(&values, observations, outcomes),
            None => self.evaluate_ends(observations, outcomes),
        }
    }

    /// Every figure is there and a point: one sum tells.
    fn evaluate_points(&self, values: &[i64], observations: &[Observation], outcomes: &mut Vec<Outcome>) {
        for (at, relation) in self.parted().enumerate() {
            let residual = relation.residual(values);
            // Each outcome is made where it will lie: most of its bytes are never written.
            match relation.comparison.holds(residual.difference) {
                _ if !relation.is_light() => outcomes.push(self.evaluate(at, observations)),
                true => outcomes.push(Outcome::Satisfied { vacuous: !residual.nonzero }),
                false => outcomes.push(Outcome::Violated),
            }
        }
    }

    /// Rounded figures and missing ones: the lowest difference and the highest.
    fn evaluate_ends(&self, observations: &[Observation], outcomes: &mut Vec<Outcome>) {
        let lowered: Vec<Lowered> =
            (0..self.variables()).map(|it| Lowered::of(observed(observations, it as u32))).collect();
        for (at, relation) in self.parted().enumerate() {
            let all = Lowered::difference(relation, &lowered);
            let holds = match relation.comparison {
                Comparison::Equal => all.ends[0] <= 0 && all.ends[1] <= 0,
                Comparison::AtMost => all.ends[0] <= 0,
                Comparison::AtLeast => all.ends[1] <= 0,
            };
            match all.marks & !Lowered::NONZERO {
                _ if !relation.is_light() => outcomes.push(self.evaluate(at, observations)),
                0 if holds => outcomes.push(Outcome::Satisfied { vacuous: all.marks == 0 }),
                0 => outcomes.push(Outcome::Violated),
                Lowered::INEXACT if holds => outcomes.push(Outcome::WithinRounding(Grade::Rounded)),
                Lowered::MISSING => {
                    outcomes.push(self.evaluate_missing(at, relation.comparison, all.ends[0], observations));
                }
                _ => outcomes.push(self.evaluate(at, observations)),
            }
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
        let absent = self.absent(relation, observations);
        // Whether what is missing may lower the difference, or lift it; and the same when every blank is zero.
        let (mut opens, mut opens_unknown) = ((false, false), (false, false));
        for term in &absent {
            let (down, up) = self.opens(*term);
            let is_unknown = observed(observations, term.variable) == Observation::Unknown;
            opens = (opens.0 | down, opens.1 | up);
            if is_unknown {
                opens_unknown = (opens_unknown.0 | down, opens_unknown.1 | up);
            }
        }
        let is_certain = |(down, up): (bool, bool)| match comparison {
            Comparison::Equal => known == 0 && !up && !down,
            Comparison::AtMost => known <= 0 && !up,
            Comparison::AtLeast => known >= 0 && !down,
        };
        if is_certain(opens) {
            return Outcome::Satisfied { vacuous: false };
        }
        let (too_much, too_little) = (known > 0 && !opens.0, known < 0 && !opens.1);
        let is_violated = match comparison {
            Comparison::Equal => too_much || too_little,
            Comparison::AtMost => too_much,
            Comparison::AtLeast => too_little,
        };
        if is_violated {
            return Outcome::Violated;
        }
        Outcome::Undetermined(Box::new(Open {
            missing: absent.iter().map(|term| term.variable as usize).collect(),
            if_zero: is_certain(opens_unknown),
            forced: self.forced(comparison, &absent, (known.into(), known.into())),
        }))
    }
}

/// The figures, when every one is there, a point, and small enough for sums in eight bytes.
fn points(variables: usize, observations: &[Observation]) -> Option<Vec<i64>> {
    let observations = observations.get(..variables)?;
    let is_point = |it: &Observation| matches!(it, Observation::Exact(it) if is_small(*it));
    let value = |it: &Observation| if let Observation::Exact(value) = it { *value } else { 0 };
    observations.iter().all(is_point).then(|| observations.iter().map(value).collect())
}

/// The largest magnitude that is summed in eight bytes; with what rounding adds, it is less than twice that.
const LARGEST: i64 = 1 << 46;

const _: () =
    assert!(2 * LARGEST.unsigned_abs() <= (1 << 62) / MOST_WEIGHT, "sums of small figures fit eight bytes");

const fn is_small(value: i64) -> bool {
    -LARGEST <= value && value <= LARGEST
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
    const ZERO: Self = Self { ends: [0; 2], marks: 0 };

    fn of(observation: Observation) -> Self {
        let (low, high, is_zero) = match observation {
            Observation::Exact(value) if is_small(value) => (value, value, value == 0),
            Observation::Rounded { value, ulp } if is_small(value) && is_small(ulp) => {
                // A rounded zero is printed as zero.
                let half = ulp.max(0) / 2;
                (value - half, value + half, value == 0)
            }
            Observation::Between(one, other) if is_small(one) && is_small(other) => {
                (one.min(other), one.max(other), one == 0 && other == 0)
            }
            Observation::Blank | Observation::Unknown => {
                return Self { ends: [0; 2], marks: Self::MISSING };
            }
            _ => return Self { ends: [0; 2], marks: Self::HARD },
        };
        let marks = (u64::from(low != high) * Self::INEXACT) | (u64::from(!is_zero) * Self::NONZERO);
        Self { ends: [low, -high], marks }
    }

    /// Left minus right.
    fn difference(relation: Parted, lowered: &[Self]) -> Self {
        let sum = |terms: &[Term]| {
            terms.iter().fold(Self::ZERO, |sum, term| sum.plus(lowered[term.variable as usize]))
        };
        let mut all = sum(relation.plus).plus(sum(relation.minus).negated());
        for term in relation.weighted {
            let times = i64::from(term.coefficient.unsigned_abs());
            let Self { ends, marks } = lowered[term.variable as usize];
            let own = Self { ends: ends.map(|it| it.wrapping_mul(times)), marks };
            all = all.plus(if term.coefficient < 0 { own.negated() } else { own });
        }
        all
    }

    fn plus(self, other: Self) -> Self {
        let ends = [self.ends[0].wrapping_add(other.ends[0]), self.ends[1].wrapping_add(other.ends[1])];
        Self { ends, marks: self.marks | other.marks }
    }

    /// Mirrored at zero: the ends, one of them turned already, change places.
    const fn negated(self) -> Self {
        Self { ends: [self.ends[1], self.ends[0]], marks: self.marks }
    }
}
