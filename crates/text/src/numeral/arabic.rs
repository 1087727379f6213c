//! Arabic figures: digits, thousands set apart, a decimal point.

/// How the thousands of a figure are set apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Grouping {
    /// Not at all, or by ASCII commas.
    #[default]
    None,
    /// By wide commas, which are sentence punctuation too.
    Wide,
    /// By single spaces, after the standard.
    Spaces,
    /// Not its thousands, but every digit, by single spaces.
    Letters,
    /// Not its thousands: a line ends inside it.
    Lines,
}

/// An Arabic figure `mantissa × 10^-scale`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Arabic {
    pub(crate) end: usize,
    pub(crate) mantissa: i128,
    pub(crate) scale: u8,
    pub(crate) grouping: Grouping,
    /// `·` or 。 stood for the point, or spaces around it.
    pub(crate) odd_point: bool,
}

/// More digits are a code, no figure.
const MOST_DIGITS: usize = 18;

impl Arabic {
    /// The digits at `at`, however they go on, and the byte behind them; `None` when they are too many.
    pub(super) fn simple(bytes: &[u8], at: usize) -> Option<(Self, u8)> {
        let (mantissa, end) = run(bytes, at, 0);
        let next = *bytes.get(end)?;
        let figure = Self {
            end,
            mantissa: i128::from(mantissa),
            scale: 0,
            grouping: Grouping::None,
            odd_point: false,
        };
        (end - at <= MOST_DIGITS).then_some((figure, next))
    }

    /// The figure at `at`, its thousands set apart by `allowed` and what is stricter; `None` when it has too many digits.
    pub(crate) fn at(text: &str, at: usize, allowed: Grouping) -> Option<Self> {
        let bytes = text.as_bytes();
        let (mut mantissa, mut end) = run(bytes, at, 0);
        let mut count = end - at;
        if count == 0 || count > MOST_DIGITS {
            return None;
        }
        let mut grouping = Grouping::None;
        if count <= 3 && bytes[at] != b'0' {
            while let Some((len, mark)) = separator(bytes, end) {
                if mark > allowed || (count > 3 && mark != grouping) {
                    break;
                }
                let (longer, after) = run(bytes, end + len, mantissa);
                if after - end - len != 3 || count + 3 > MOST_DIGITS {
                    break;
                }
                (mantissa, end, count, grouping) = (longer, after, count + 3, mark);
            }
        }
        let (point, odd_point) = match bytes.get(end..) {
            Some([b'.', b'0'..=b'9', ..]) => (1, false),
            Some([0xE3, 0x80, 0x82, b'0'..=b'9', ..] | [b' ', b'.', b' ', b'0'..=b'9', ..]) => (3, true),
            Some(
                [0xC2, 0xB7, b'0'..=b'9', ..] | [b' ', b'.', b'0'..=b'9', ..] | [b'.', b' ', b'0'..=b'9', ..],
            ) => (2, true),
            _ => (0, false),
        };
        let mut scale = 0;
        if point > 0 {
            let (longer, after) = run(bytes, end + point, mantissa);
            let places = after - end - point;
            if count + places > MOST_DIGITS {
                return None;
            }
            // Only before a unit or a percent sign can another mark have been a point.
            if !odd_point || (places <= 2 && counts(bytes, after)) {
                (mantissa, end, scale) = (longer, after, places as u8);
            }
        }
        Some(Self { end, mantissa: i128::from(mantissa), scale, grouping, odd_point: odd_point && scale > 0 })
    }
}

/// The digits at `at`, appended to `value`.
fn run(bytes: &[u8], at: usize, mut value: u64) -> (u64, usize) {
    let mut end = at;
    while let Some(digit) = bytes.get(end).map(|byte| byte.wrapping_sub(b'0')).filter(|digit| *digit < 10) {
        value = value.wrapping_mul(10).wrapping_add(u64::from(digit));
        end += 1;
    }
    (value, end)
}

/// Whether a percent sign or 万, 亿 stands at `at`.
fn counts(bytes: &[u8], at: usize) -> bool {
    matches!(bytes.get(at..), Some([b'%', ..] | [b' ', b'%', ..]))
        || ["万", "亿", "‰", "个百分点"].into_iter().any(|unit| bytes[at..].starts_with(unit.as_bytes()))
}

/// A mark between thousands at `at`: its length and kind.
fn separator(bytes: &[u8], at: usize) -> Option<(usize, Grouping)> {
    match bytes.get(at..)? {
        [b',', b'0'..=b'9', ..] => Some((1, Grouping::None)),
        [0xEF, 0xBC, 0x8C, b'0'..=b'9', ..] => Some((3, Grouping::Wide)),
        [b' ', b'0'..=b'9', ..] => Some((1, Grouping::Spaces)),
        [b',', b' ', b'0'..=b'9', ..] | [b' ', b',', b'0'..=b'9', ..] => Some((2, Grouping::Spaces)),
        _ => None,
    }
}
