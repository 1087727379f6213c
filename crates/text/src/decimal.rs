//! Exact decimals: an integer mantissa and a scale, nothing binary in between.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// An exact decimal `mantissa × 10^-scale` that remembers its printed precision.
///
/// `4482.67` is `(448267, 2)`; `2.50` prints as `2.50` and equals `2.5`. At most 30 digits are
/// accepted, so sums and comparisons never overflow.
///
/// ```
/// use gongkai_text::Decimal;
/// let a: Decimal = "2602.76".parse().unwrap();
/// let b: Decimal = "439.5".parse().unwrap();
/// assert_eq!((a - b).to_string(), "2163.26");
/// assert_eq!("2.50".parse::<Decimal>().unwrap(), "2.5".parse().unwrap());
/// assert!("1e5".parse::<Decimal>().is_err());
/// ```
#[derive(Clone, Copy, Debug, Default)]
// 24 bytes instead of 32: a quantity holds seven of them, and reports hold thousands.
#[repr(Rust, packed(8))]
pub struct Decimal {
    mantissa: i128,
    scale: u8,
}

/// Why a text is no [`Decimal`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DecimalError {
    /// Not of the form `-?[0-9]+(\.[0-9]+)?`.
    NotANumber,
    /// More than 30 digits.
    TooLong,
}

impl fmt::Display for DecimalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotANumber => f.write_str("expected digits with at most one point, such as 4482.67"),
            Self::TooLong => f.write_str("expected at most 30 digits"),
        }
    }
}

impl std::error::Error for DecimalError {}

const MOST_DIGITS: usize = 30;

/// The first mantissa that has too many digits.
const TOO_LARGE: u128 = 10_u128.pow(MOST_DIGITS as u32);

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self { mantissa: 0, scale: 0 };

    /// `mantissa × 10^-scale`; `None` beyond 30 digits.
    pub fn new(mantissa: i128, scale: u8) -> Option<Self> {
        (mantissa.unsigned_abs() < TOO_LARGE && usize::from(scale) <= MOST_DIGITS)
            .then_some(Self { mantissa, scale })
    }

    /// The whole number `value`.
    pub const fn whole(value: i64) -> Self {
        Self { mantissa: value as i128, scale: 0 }
    }

    /// Integer mantissa, with the scale of [`Decimal::scale`].
    pub const fn mantissa(self) -> i128 {
        self.mantissa
    }

    /// Number of decimal places as printed.
    pub const fn scale(self) -> u8 {
        self.scale
    }

    /// Whether it is zero, whatever its precision.
    pub const fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    /// Whether it is below zero.
    pub const fn is_negative(self) -> bool {
        self.mantissa < 0
    }

    /// The value as a whole number, when it is one and fits.
    pub fn to_i64(self) -> Option<i64> {
        // Nearly every figure is a count: no division of 128 bits for those.
        if self.scale == 0 {
            return i64::try_from(self.mantissa).ok();
        }
        let unit = 10_i128.pow(u32::from(self.scale));
        (self.mantissa % unit == 0).then(|| i64::try_from(self.mantissa / unit).ok()).flatten()
    }

    /// The mantissa at `scale` places; `None` when that would round or overflow.
    pub fn at_scale(self, scale: u8) -> Option<i128> {
        match scale.cmp(&self.scale) {
            Ordering::Less => {
                let unit = 10_i128.checked_pow(u32::from(self.scale - scale))?;
                (self.mantissa % unit == 0).then_some(self.mantissa / unit)
            }
            _ => self.mantissa.checked_mul(10_i128.checked_pow(u32::from(scale - self.scale))?),
        }
    }

    fn aligned(self, other: Self) -> (i128, i128, u8) {
        if self.scale == other.scale {
            return (self.mantissa, other.mantissa, self.scale);
        }
        let scale = self.scale.max(other.scale);
        let lift = |d: Self| d.mantissa.saturating_mul(10_i128.saturating_pow(u32::from(scale - d.scale)));
        (lift(self), lift(other), scale)
    }
}

impl FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, DecimalError> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let mut mantissa: i128 = 0;
        let mut count = 0;
        let mut scale = None;
        let mut last_was_digit = false;
        for byte in digits.bytes() {
            last_was_digit = byte.is_ascii_digit();
            match byte {
                b'0'..=b'9' => {
                    count += 1;
                    if count > MOST_DIGITS {
                        return Err(DecimalError::TooLong);
                    }
                    mantissa = mantissa * 10 + i128::from(byte - b'0');
                    scale = scale.map(|s: u8| s + 1);
                }
                b'.' if scale.is_none() && count > 0 => scale = Some(0),
                _ => return Err(DecimalError::NotANumber),
            }
        }
        if !last_was_digit {
            return Err(DecimalError::NotANumber);
        }
        Ok(Self { mantissa: if negative { -mantissa } else { mantissa }, scale: scale.unwrap_or(0) })
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let magnitude = self.mantissa.unsigned_abs();
        if self.scale == 0 {
            return write!(f, "{sign}{magnitude}");
        }
        let unit = 10_u128.pow(u32::from(self.scale));
        write!(f, "{sign}{}.{:0width$}", magnitude / unit, magnitude % unit, width = usize::from(self.scale))
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let (left, right, _) = self.aligned(*other);
        left.cmp(&right)
    }
}

impl std::ops::Add for Decimal {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        let (left, right, scale) = self.aligned(other);
        Self { mantissa: left.saturating_add(right), scale }
    }
}

impl std::ops::Sub for Decimal {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl std::ops::Neg for Decimal {
    type Output = Self;

    fn neg(self) -> Self {
        Self { mantissa: -self.mantissa, scale: self.scale }
    }
}

impl std::iter::Sum for Decimal {
    fn sum<I: Iterator<Item = Self>>(values: I) -> Self {
        values.fold(Self::ZERO, |total, value| total + value)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Decimal {
    /// As a decimal string, never a float.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Decimal {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}
