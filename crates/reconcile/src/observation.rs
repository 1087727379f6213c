//! What was printed for a variable.

use crate::{Domain, Grade};

/// What was printed for a variable, as integers on a scale that all variables of the system share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Observation {
    /// A number that is a point: a printed count.
    Exact(i64),
    /// A rounded number: `value` with one unit of its last printed place. An `ulp` of 1 or less is a point.
    Rounded {
        /// As printed.
        value: i64,
        /// One unit of the last printed place.
        ulp: i64,
    },
    /// A range, both ends included, for words such as "some 300".
    Between(i64, i64),
    /// The place for the number is there and holds none: a blank, a dash, a word. Taken twice, as unknown
    /// and as zero.
    Blank,
    /// Nothing is known.
    Unknown,
}

/// Lowest and highest possible value; `None` is without limit.
pub(crate) type Bounds = (Option<i128>, Option<i128>);

impl Observation {
    /// Whether no number was observed.
    pub const fn is_missing(self) -> bool {
        matches!(self, Self::Blank | Self::Unknown)
    }

    /// Whether a number was observed that stands for more than one value.
    pub const fn is_inexact(self) -> bool {
        match self {
            Self::Rounded { ulp, .. } => ulp > 1,
            Self::Between(low, high) => low != high,
            Self::Exact(_) | Self::Blank | Self::Unknown => false,
        }
    }

    /// The values it admits when figures are rounded as `grade` says.
    pub(crate) fn bounds(self, domain: Domain, grade: Grade) -> Bounds {
        let range = |low: i128, high: i128| (Some(low.min(high)), Some(high.max(low)));
        match self {
            Self::Exact(value) => range(value.into(), value.into()),
            Self::Rounded { value, ulp } => {
                let (value, step) = (i128::from(value), i128::from(ulp.max(1)));
                // "Cut off" and "rounded up" mean the magnitude: mirrored below zero.
                let sign = if value < 0 { -1 } else { 1 };
                match grade {
                    Grade::Rounded => range(value - step / 2, value + step / 2),
                    Grade::Truncated => range(value, value + sign * (step - 1)),
                    Grade::RoundedUp => range(value - sign * (step - 1), value),
                    Grade::Loose => range(value - (step - 1).max(step / 2), value + (step - 1).max(step / 2)),
                }
            }
            Self::Between(low, high) => range(low.into(), high.into()),
            Self::Blank | Self::Unknown => match domain {
                Domain::NonNegative => (Some(0), None),
                Domain::Signed => (None, None),
            },
        }
    }
}
