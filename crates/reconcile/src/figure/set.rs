//! Sets of admissible values: an interval, its ends closed or open, on a lattice or not.

use super::Number;
use super::number::{FAR, floor};
use std::fmt;

/// The values that a figure, or a sum of figures, may truly have.
///
/// Printed as mathematics does: `[706650, 706750]Z` has both ends and whole numbers only, `(95.8, 95.9]` leaves its lower
/// end out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Set {
    low: Number,
    high: Number,
    low_open: bool,
    high_open: bool,
    /// Distance of neighbouring values; zero is none.
    step: Number,
}

impl Set {
    /// Zero and nothing else.
    pub const ZERO: Self = Self::closed(Number::ZERO, Number::ZERO);

    /// From `low` to `high`, both included.
    pub const fn closed(low: Number, high: Number) -> Self {
        Self { low, high, low_open: false, high_open: false, step: Number::ZERO }
    }

    /// One value.
    pub const fn point(value: Number) -> Self {
        Self::closed(value, value)
    }

    /// Everything from `low` up.
    pub const fn from(low: Number) -> Self {
        Self::closed(low, Number(FAR))
    }

    /// Without its lower end.
    #[must_use]
    pub const fn without_low(mut self) -> Self {
        self.low_open = true;
        self
    }

    /// Without its upper end.
    #[must_use]
    pub const fn without_high(mut self) -> Self {
        self.high_open = true;
        self
    }

    /// Lower end; `None` is without end.
    pub fn low(self) -> Option<Number> {
        (!self.low.is_far()).then_some(self.low)
    }

    /// Upper end; `None` is without end.
    pub fn high(self) -> Option<Number> {
        (!self.high.is_far()).then_some(self.high)
    }

    /// Whether the lower end is left out.
    pub const fn low_is_open(self) -> bool {
        self.low_open
    }

    /// Whether the upper end is left out.
    pub const fn high_is_open(self) -> bool {
        self.high_open
    }

    /// Distance of neighbouring values; zero where every value between the ends is in.
    pub const fn step(self) -> Number {
        self.step
    }

    /// The value, when there is one only.
    pub fn value(self) -> Option<Number> {
        (self.low == self.high && !self.is_empty()).then_some(self.low)
    }

    /// Whether nothing is in it.
    pub fn is_empty(self) -> bool {
        self.low > self.high || (self.low == self.high && (self.low_open || self.high_open))
    }

    /// Whether `value` is in it.
    pub fn contains(self, value: Number) -> bool {
        let above = value > self.low || (value == self.low && !self.low_open);
        let below = value < self.high || (value == self.high && !self.high_open);
        above && below && (self.step.0 == 0 || value.0 % self.step.0 == 0)
    }

    /// Multiples of `step` in it, with ends that are such.
    #[must_use]
    pub fn on_lattice(self, step: Number) -> Self {
        let size = step.0;
        if size <= 0 {
            return self;
        }
        let mut low = if self.low.is_far() { self.low.0 } else { -floor(-self.low.0, size) * size };
        let mut high = if self.high.is_far() { self.high.0 } else { floor(self.high.0, size) * size };
        low += if self.low_open && low == self.low.0 { size } else { 0 };
        high -= if self.high_open && high == self.high.0 { size } else { 0 };
        Self { low: Number(low), high: Number(high), low_open: false, high_open: false, step }
    }

    /// What both have in common.
    #[must_use]
    pub fn intersect(self, other: Self) -> Self {
        let mut both = self;
        if other.low > both.low {
            (both.low, both.low_open) = (other.low, other.low_open);
        } else if other.low == both.low {
            both.low_open |= other.low_open;
        }
        if other.high < both.high {
            (both.high, both.high_open) = (other.high, other.high_open);
        } else if other.high == both.high {
            both.high_open |= other.high_open;
        }
        match (self.step.0, other.step.0) {
            (0, 0) => both,
            (0, step) | (step, 0) => both.on_lattice(Number(step)),
            (one, two) => both.on_lattice(Number(one / gcd(one, two) * two)),
        }
    }

    /// Whether both have a value in common.
    pub fn meets(self, other: Self) -> bool {
        // Nearly every set of counts is a point or a run of whole numbers: no lattice to intersect.
        let apart = self.low > other.high || other.low > self.high;
        !apart && !self.intersect(other).is_empty()
    }

    /// The smallest interval around both, on no lattice but a shared one.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        let (low, low_open) = match self.low.cmp(&other.low) {
            std::cmp::Ordering::Less => (self.low, self.low_open),
            std::cmp::Ordering::Equal => (self.low, self.low_open && other.low_open),
            std::cmp::Ordering::Greater => (other.low, other.low_open),
        };
        let (high, high_open) = match self.high.cmp(&other.high) {
            std::cmp::Ordering::Greater => (self.high, self.high_open),
            std::cmp::Ordering::Equal => (self.high, self.high_open && other.high_open),
            std::cmp::Ordering::Less => (other.high, other.high_open),
        };
        let step = if self.step == other.step { self.step } else { Number::ZERO };
        Self { low, high, low_open, high_open, step }
    }

    /// Every sum of a value of each.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        let step = match (self.step.0, other.step.0) {
            (one, two) if one == two => one,
            (0, _) | (_, 0) => 0,
            (one, two) => gcd(one, two),
        };
        Self {
            low: self.low + other.low,
            high: self.high + other.high,
            low_open: self.low_open || other.low_open,
            high_open: self.high_open || other.high_open,
            step: Number(step),
        }
    }

    /// The negatives of its values.
    #[must_use]
    pub fn negated(self) -> Self {
        Self {
            low: -self.high,
            high: -self.low,
            low_open: self.high_open,
            high_open: self.low_open,
            step: self.step,
        }
    }

    /// How far the two are apart; zero when an end of one reaches the other.
    pub fn distance(self, other: Self) -> Number {
        (self.low - other.high).max(other.low - self.high).max(Number::ZERO)
    }

    /// Ends on the grid, for arithmetic: lower, upper.
    pub(super) const fn ends(self) -> (i128, i128) {
        (self.low.0, self.high.0)
    }

    /// How many lattice points there are; `None` without a lattice or beyond `most`.
    pub(super) fn count(self, most: i128) -> Option<i128> {
        let step = self.step.0;
        if step == 0 || self.is_empty() || self.low.is_far() || self.high.is_far() {
            return None;
        }
        Some((self.high.0 - self.low.0) / step + 1).filter(|&count| count <= most)
    }
}

fn gcd(mut one: i128, mut two: i128) -> i128 {
    while two != 0 {
        (one, two) = (two, one % two);
    }
    one.max(1)
}

impl fmt::Display for Set {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.low_open || self.low().is_none() { "(" } else { "[" })?;
        match self.low() {
            Some(low) => write!(f, "{low}, ")?,
            None => f.write_str("-∞, ")?,
        }
        match self.high() {
            Some(high) => write!(f, "{high}")?,
            None => f.write_str("∞")?,
        }
        f.write_str(if self.high_open || self.high().is_none() { ")" } else { "]" })?;
        f.write_str(if self.step == Number::ONE { "Z" } else { "" })
    }
}
