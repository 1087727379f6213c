//! How a relation between printed figures comes out.

use super::{Figure, Number, Reading};
use crate::Grade;

/// How a relation between printed figures comes out; the first reading of rounding that lets it hold gives the grade.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// It holds on what is printed, digit by digit.
    Exact,
    /// It holds within rounding, read as the grade says.
    Within(Grade),
    /// It fails under every reading.
    Violated,
    /// Every operand is zero: it holds, and says nothing.
    Vacuous,
    /// It could not be looked at.
    NotAssessed(Obstacle),
}

/// Why a relation could not be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Obstacle {
    /// An operand is not stated, and nothing else gives it.
    MissingOperand,
    /// An operand could not be read for certain.
    Unreadable,
    /// The figures speak of different bodies or periods.
    ScopeMismatch,
    /// The figures count different things.
    UnitMismatch,
    /// A ratio whose denominator is zero.
    DenominatorZero,
    /// The figure of another period is not there.
    OtherPeriodAbsent,
    /// Figures too large for exact arithmetic in 128 bits.
    TooLarge,
}

impl Status {
    /// Whether it was looked at and holds.
    pub const fn holds(self) -> bool {
        matches!(self, Self::Exact | Self::Within(_) | Self::Vacuous)
    }

    /// The grade of rounding under which it holds.
    pub const fn grade(self) -> Option<Grade> {
        match self {
            Self::Within(grade) => Some(grade),
            _ => None,
        }
    }
}

impl From<Reading> for Grade {
    fn from(reading: Reading) -> Self {
        match reading {
            Reading::Nearest => Self::Rounded,
            Reading::Truncated => Self::Truncated,
            Reading::RoundedUp => Self::RoundedUp,
            Reading::Loose => Self::Loose,
        }
    }
}

/// A status, and how far from holding a violated relation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// How it came out.
    pub status: Status,
    /// How far apart the sides are under the loosest reading, in the units of the last operand; zero where it holds, and
    /// for ratios whose distance is no finite number.
    pub gap: Number,
}

impl Assessment {
    pub(crate) const fn of(status: Status) -> Self {
        Self { status, gap: Number::ZERO }
    }

    pub(crate) const fn not(obstacle: Obstacle) -> Self {
        Self::of(Status::NotAssessed(obstacle))
    }
}

/// Tries what is printed, then each reading: `holds` is asked with `None` for the exact one.
pub(super) fn graded<'a>(
    figures: &(impl Iterator<Item = &'a Figure> + Clone),
    mut holds: impl FnMut(Option<Reading>) -> Option<bool>,
) -> Status {
    let zero = |figure: &Figure| figure.value() == Number::ZERO && figure.approximation().is_none();
    if figures.clone().all(Figure::reads_exactly) {
        match holds(None) {
            None => return Status::NotAssessed(Obstacle::TooLarge),
            Some(true) if figures.clone().all(zero) => return Status::Vacuous,
            Some(true) => return Status::Exact,
            Some(false) if figures.clone().all(Figure::is_point) => return Status::Violated,
            Some(false) => {}
        }
    }
    for reading in Reading::ALL {
        match holds(Some(reading)) {
            None => return Status::NotAssessed(Obstacle::TooLarge),
            Some(true) => return Status::Within(reading.into()),
            Some(false) => {}
        }
    }
    Status::Violated
}

impl Figure {
    /// The values it admits; `None` is the exact reading.
    pub(super) fn read(&self, reading: Option<Reading>) -> super::Set {
        reading.map_or_else(|| self.point(), |reading| self.admits(reading))
    }
}
