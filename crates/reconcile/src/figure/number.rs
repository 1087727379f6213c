//! Exact numbers on one fixed grid.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Neg, Sub};
use std::str::FromStr;

/// An exact number on a grid of half millionths, so that six printed decimals and the half of the last one are
/// points of it.
///
/// ```
/// use gongkai_reconcile::figure::Number;
/// let fee: Number = "439.50".parse().unwrap();
/// assert_eq!((fee + Number::whole(2)).to_string(), "441.5");
/// assert_eq!("0.0000001".parse::<Number>(), Err(gongkai_reconcile::figure::OffTheGrid));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(pub(super) i128);

/// Grid points in one unit.
pub(super) const GRID: i128 = 2_000_000;

/// Largest magnitude of a figure, in units: products of a figure with a percentage stay within 128 bits.
const LARGEST: i128 = 10_i128.pow(20);

/// Stands for "without end"; no sum of figures comes near it.
pub(super) const FAR: i128 = 10_i128.pow(36);

/// `value / by`, rounded down; in 64 bits where both fit, as nearly all do: a division of 128 bits costs ten times more.
pub(super) fn floor(value: i128, by: i128) -> i128 {
    match (i64::try_from(value), i64::try_from(by)) {
        (Ok(value), Ok(by)) if by > 0 => i128::from(value.div_euclid(by)),
        _ => value.div_euclid(by),
    }
}

/// A number that has more than six decimals, is beyond 10²⁰, or is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OffTheGrid;

impl fmt::Display for OffTheGrid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected a number below 10^20 with at most six decimals, such as 2602.76")
    }
}

impl std::error::Error for OffTheGrid {}

impl Number {
    /// Zero.
    pub const ZERO: Self = Self(0);
    /// One.
    pub const ONE: Self = Self(GRID);
    /// One hundredth: a cent of a yuan.
    pub const HUNDREDTH: Self = Self(GRID / 100);
    /// A hundred: the whole in percent.
    pub const HUNDRED: Self = Self(100 * GRID);

    /// The whole number `value`.
    pub const fn whole(value: i64) -> Self {
        Self(value as i128 * GRID)
    }

    /// `mantissa × 10^-places`; `None` where it does not lie on the grid.
    pub fn decimal(mantissa: i128, places: u8) -> Option<Self> {
        let unit = 10_i128.checked_pow(u32::from(places))?;
        let scaled = mantissa.checked_mul(GRID)?;
        (scaled % unit == 0 && (mantissa / unit).abs() < LARGEST).then_some(Self(scaled / unit))
    }

    /// The number as a whole one, when it is.
    pub fn to_i64(self) -> Option<i64> {
        (self.0 % GRID == 0).then(|| i64::try_from(self.0 / GRID).ok()).flatten()
    }

    /// Its size without its sign.
    #[must_use]
    pub const fn abs(self) -> Self {
        Self(self.0.abs())
    }

    /// Whether it is below zero.
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// `factor` times the number; `None` beyond 128 bits.
    pub fn times(self, factor: i64) -> Option<Self> {
        self.0.checked_mul(factor.into()).map(Self)
    }

    /// The number as `mantissa × 10^-places` with as few places as it needs.
    pub fn parts(self) -> (i128, u8) {
        // Seven places hold every half millionth.
        let (mut mantissa, mut places) = (self.0 * 5, 7);
        while places > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            places -= 1;
        }
        (mantissa, places)
    }

    pub(super) const fn is_far(self) -> bool {
        self.0 >= FAR / 2 || self.0 <= -FAR / 2
    }
}

impl FromStr for Number {
    type Err = OffTheGrid;

    fn from_str(text: &str) -> Result<Self, OffTheGrid> {
        let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
        let both = [whole, decimals].concat();
        let is_number = !whole.is_empty() && both.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number || both.len() > 30 || digits.ends_with('.') {
            return Err(OffTheGrid);
        }
        let mantissa: i128 = both.parse().map_err(|_| OffTheGrid)?;
        Self::decimal(sign * mantissa, decimals.len() as u8).ok_or(OffTheGrid)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mantissa, places) = self.parts();
        let (sign, size) = (if mantissa < 0 { "-" } else { "" }, mantissa.unsigned_abs());
        let unit = 10_u128.pow(places.into());
        match places {
            0 => write!(f, "{sign}{size}"),
            _ => write!(f, "{sign}{}.{:0width$}", size / unit, size % unit, width = usize::from(places)),
        }
    }
}

impl Add for Number {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self((self.0 + other.0).clamp(-FAR, FAR))
    }
}

impl Sub for Number {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Neg for Number {
    type Output = Self;

    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Sum for Number {
    fn sum<I: Iterator<Item = Self>>(numbers: I) -> Self {
        numbers.fold(Self::ZERO, Add::add)
    }
}
