//! A figure as printed, and the values each way of reading it admits.

use super::{Number, Set};

/// What a figure measures, which says on which lattice its true value lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UnitClass {
    /// Things counted: whole numbers, zero or more. Printed in full they are exact.
    Counted,
    /// An amount with a smallest part, such as 0.01 for money; zero or more.
    Amount {
        /// The smallest part; zero where there is none.
        smallest: Number,
    },
    /// A rate such as a percentage: any number.
    Rate,
    /// Exactly what is printed: 100 %, three quarters.
    Exact,
}

/// A word that says how exact a figure is, and on which side it errs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Approximation {
    /// "Some 13230 and over": the value or a little more.
    Over,
    /// The same, said after a scale word: one unit of the last place at most.
    OverAfterScale,
    /// "Nearly": the value or a little less.
    Near,
    /// "Not quite": below the value.
    Below,
    /// "About": either side.
    About,
    /// "More than": above the value.
    Above,
    /// "At least".
    AtLeast,
    /// "At most".
    AtMost,
    /// Printed as a range, or as a decade ("several dozen"), given by its ends.
    Between {
        /// Upper end; the figure's value is the lower one.
        upper: Number,
        /// Whether the ends are vague, as those of a decade are.
        vague: bool,
    },
}

/// One way to read how figures were rounded; a relation is read in one way as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reading {
    /// To the nearest, ties either way.
    Nearest,
    /// Cut off.
    Truncated,
    /// Rounded up.
    RoundedUp,
    /// Each figure in its own way, and words taken loosely. Admits whatever another reading admits.
    Loose,
}

impl Reading {
    /// All of them, strictest first.
    pub const ALL: [Self; 4] = [Self::Nearest, Self::Truncated, Self::RoundedUp, Self::Loose];
}

/// A figure as printed.
///
/// ```
/// use gongkai_reconcile::figure::{Figure, Reading};
/// // 70.67 ten-thousands, a count.
/// let printed = Figure::scaled_count("70.67", 10_000).unwrap();
/// assert_eq!(printed.admits(Reading::Nearest).to_string(), "[706650, 706750]Z");
/// assert_eq!(printed.admits(Reading::Truncated).to_string(), "[706700, 706799]Z");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    value: Number,
    ulp: Number,
    scale: Number,
    class: UnitClass,
    approximation: Option<Approximation>,
}

impl Figure {
    /// A count printed in full: a point.
    pub const fn count(value: i64) -> Self {
        Self {
            value: Number::whole(value),
            ulp: Number::ONE,
            scale: Number::ONE,
            class: UnitClass::Counted,
            approximation: None,
        }
    }

    /// `value` with one unit of its last printed place and the weight of its scale word, all in base units.
    pub const fn new(value: Number, ulp: Number, scale: Number, class: UnitClass) -> Self {
        Self { value, ulp, scale, class, approximation: None }
    }

    /// A number that is exactly what it says.
    pub const fn exact(value: Number) -> Self {
        Self::new(value, Number::ZERO, Number::ONE, UnitClass::Exact)
    }

    /// `digits` with their decimals, times `scale`, as things of `class`; `None` off the grid.
    pub fn printed(digits: &str, scale: i64, class: UnitClass) -> Option<Self> {
        let value = digits.parse::<Number>().ok()?.times(scale)?;
        let places = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        let ulp = Number::decimal(1, u8::try_from(places).ok()?)?.times(scale)?;
        Some(Self::new(value, ulp, Number::whole(scale), class))
    }

    /// A count printed with a scale word: `70.67` ten-thousands.
    pub fn scaled_count(digits: &str, scale: i64) -> Option<Self> {
        Self::printed(digits, scale, UnitClass::Counted)
    }

    /// A percentage, its value the number before `%`.
    pub fn percent(digits: &str) -> Option<Self> {
        Self::printed(digits, 1, UnitClass::Rate)
    }

    /// With a word that says how exact it is.
    #[must_use]
    pub const fn approximately(mut self, word: Approximation) -> Self {
        self.approximation = Some(word);
        self
    }

    /// As printed; of a range, its lower end.
    pub const fn value(&self) -> Number {
        self.value
    }

    /// One unit of the last printed place.
    pub const fn ulp(&self) -> Number {
        self.ulp
    }

    /// What it measures.
    pub const fn class(&self) -> UnitClass {
        self.class
    }

    /// The word that says how exact it is.
    pub const fn approximation(&self) -> Option<Approximation> {
        self.approximation
    }

    /// Whether it stands for one value only: a count in full, or something exact.
    pub fn is_point(&self) -> bool {
        let in_full = self.ulp == Number::ONE && self.scale == Number::ONE;
        let counted = matches!(self.class, UnitClass::Counted) && in_full;
        self.approximation.is_none() && (counted || matches!(self.class, UnitClass::Exact))
    }

    /// Whether it can be taken for exactly what is printed: a point, or a printed zero.
    pub fn reads_exactly(&self) -> bool {
        self.is_point() || (self.approximation.is_none() && self.value == Number::ZERO)
    }

    /// What it is exactly; the lower end of a range.
    pub(super) fn point(&self) -> Set {
        Set::point(self.value).on_lattice(match self.class {
            UnitClass::Counted if self.value.0 % Number::ONE.0 == 0 => Number::ONE,
            _ => Number::ZERO,
        })
    }

    /// The values it may truly have when it was rounded as `reading` says.
    pub fn admits(&self, reading: Reading) -> Set {
        if self.is_point() {
            return self.point();
        }
        let spread = match self.approximation {
            Some(word) if reading == Reading::Loose => self.loosely(word),
            Some(word) => self.closely(word),
            None => self.rounded(reading),
        };
        self.within_class(spread)
    }

    /// Weight of the last printed digit that is not zero: 1000 for 6000, 10⁵ for 170 ten-thousands.
    pub fn last_digit(&self) -> Number {
        let (mut digits, mut weight) = match self.ulp.0 {
            0 => return Number::ZERO,
            ulp => (self.value.0 / ulp, ulp),
        };
        while digits != 0 && digits % 10 == 0 {
            (digits, weight) = (digits / 10, weight * 10);
        }
        Number(weight)
    }

    /// How far words such as "nearly" reach: the last place where a scale word gives one, else the last digit.
    fn reach(&self) -> Number {
        if self.scale > Number::ONE { self.ulp } else { self.last_digit() }
    }

    fn rounded(&self, reading: Reading) -> Set {
        // "Cut off" and "rounded up" speak of the size: mirrored below zero.
        if self.value.is_negative() {
            return Self { value: -self.value, ..*self }.rounded(reading).negated();
        }
        let (value, ulp, half) = (self.value, self.ulp, Number(self.ulp.0 / 2));
        match reading {
            Reading::Nearest => Set::closed(value - half, value + half),
            Reading::Truncated => Set::closed(value, value + ulp).without_high(),
            Reading::RoundedUp => Set::closed(value - ulp, value).without_low(),
            Reading::Loose => {
                let each = Set::closed(value - ulp, value + ulp).without_low().without_high();
                // Zeros before a scale word may only fill the place: 300 ten-thousands for 286.
                let fills = self.scale > Number::ONE && self.ulp >= self.scale;
                let half = Number(if fills { self.last_digit().0 / 2 } else { 0 });
                each.hull(Set::closed(value - half, value + half))
            }
        }
    }

    fn closely(&self, word: Approximation) -> Set {
        let (value, digit, reach) = (self.value, self.last_digit(), self.reach());
        match word {
            Approximation::Over => Set::closed(value, value + digit).without_high(),
            Approximation::OverAfterScale => Set::closed(value, value + self.ulp).without_high(),
            Approximation::Near => Set::closed(value - reach, value),
            Approximation::Below => Set::closed(value - digit, value).without_high(),
            Approximation::About => Set::closed(value - reach, value + reach),
            Approximation::Above => Set::closed(value, value + digit).without_low(),
            Approximation::AtLeast => Set::closed(value, value + digit),
            Approximation::AtMost => Set::closed(value - digit, value),
            Approximation::Between { upper, vague } => {
                let exact = vague || (matches!(self.class, UnitClass::Counted) && self.scale == Number::ONE);
                let half = Number(if exact { 0 } else { self.ulp.0 / 2 });
                Set::closed(value - half, upper + half)
            }
        }
    }

    fn loosely(&self, word: Approximation) -> Set {
        let (value, digit) = (self.value, self.last_digit());
        let loose = match word {
            Approximation::Over | Approximation::OverAfterScale => {
                Set::closed(value, value + digit).without_high()
            }
            Approximation::Near => Set::closed(value - digit, value),
            Approximation::Below => Set::closed(Number::ZERO.min(value), value).without_high(),
            Approximation::About => {
                let reach = digit.max(Number(value.abs().0 / 10));
                Set::closed(value - reach, value + reach)
            }
            Approximation::Above => Set::from(value).without_low(),
            Approximation::AtLeast => Set::from(value),
            Approximation::AtMost => Set::closed(Number::ZERO.min(value), value),
            Approximation::Between { upper, vague: true } => {
                Set::closed(value, upper + upper.times(9).unwrap_or(upper) + Number::whole(9))
            }
            Approximation::Between { .. } => self.closely(word),
        };
        loose.hull(self.closely(word))
    }

    /// What of `spread` can be: whole numbers for counts, nothing below zero for counts and amounts.
    fn within_class(&self, spread: Set) -> Set {
        let (step, signed) = match self.class {
            // Half a thing counted is a measure.
            UnitClass::Counted if self.ulp < Number::ONE => (Number::ZERO, false),
            UnitClass::Counted => (Number::ONE, false),
            UnitClass::Amount { smallest } => (smallest, false),
            UnitClass::Rate | UnitClass::Exact => (Number::ZERO, true),
        };
        let floor = if signed || self.value.is_negative() {
            spread
        } else {
            spread.intersect(Set::from(Number::ZERO))
        };
        // What no lattice point satisfies was no count or no amount after all.
        Some(floor.on_lattice(step)).filter(|set| !set.is_empty()).unwrap_or(floor)
    }
}
