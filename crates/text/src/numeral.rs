//! Numerals: Arabic, Chinese, formal and mixed figures to exact decimals.
//!
//! One small state machine reads `1,234`, `三十二万零五`, `3亿5千万`, `六点四二万` and `叁拾贰萬`. It allocates
//! nothing, and what it cannot read exactly it refuses: a numeral is read whole or not at all.

mod arabic;
pub(crate) mod money;
mod state;
mod token;
mod whole;

use crate::quantity::kind::QuantityKind;
use crate::{Decimal, classifiers};
pub(crate) use arabic::{Arabic, Grouping};
use state::{State, prefixes_unit};
pub(crate) use token::{Blank, Token, decode, previous, token};
pub use whole::{digits, parse};

/// The digits at `at`, of one script: value, how many, and where they end.
pub(crate) fn digit_string(text: &str, at: usize) -> (u64, usize, usize) {
    let bytes = text.as_bytes();
    let (mut value, mut count, mut end) = (0_u64, 0, at);
    if bytes.get(at).is_some_and(u8::is_ascii_digit) {
        while let Some(digit) = bytes.get(end).filter(|byte| byte.is_ascii_digit()) {
            value = value.wrapping_mul(10).wrapping_add(u64::from(digit - b'0'));
            (count, end) = (count + 1, end + 1);
        }
        return (value, count, end);
    }
    while let (token @ (Token::Digit(_) | Token::Zero), len) = token(text, end) {
        let digit = if let Token::Digit(digit) = token { digit } else { 0 };
        value = value.wrapping_mul(10).wrapping_add(u64::from(digit));
        (count, end) = (count + 1, end + len);
    }
    (value, count, end)
}

/// A sign at `at`: whether it is a minus, and where the figure begins.
pub(crate) fn sign(text: &str, at: usize) -> (bool, usize) {
    let rest = &text[at..];
    for (mark, negative) in [("-", true), ("负", true), ("負", true), ("+", false)] {
        if let Some(figure) = rest.strip_prefix(mark) {
            return (negative, text.len() - figure.len());
        }
    }
    (false, at)
}

/// A word inside a numeral that leaves its last places open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Open {
    /// 余, 多 before the scale word: 170余万.
    Over(&'static str),
    /// 几 or 数 in place of a digit: 十几万, 数百.
    Some(&'static str),
}

/// A numeral at some place of a text.
#[derive(Clone, Copy, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "independent facts about one numeral")]
pub(crate) struct Numeral {
    /// Where it ends.
    pub(crate) end: usize,
    /// Its value; of 三五百 the lower end.
    pub(crate) value: Decimal,
    /// How far the upper end of 三五百 lies beyond the value; 0 for all others.
    pub(crate) spread: i64,
    /// Weight of the last written place.
    pub(crate) ulp: Decimal,
    /// Weight of the scale word that ends it; 1 without one.
    pub(crate) scale: i64,
    /// Weight of the digit that 几 or 数 stands for.
    pub(crate) open_place: i64,
    /// What leaves it open.
    pub(crate) approx: Option<Open>,
    /// It has an Arabic part.
    pub(crate) arabic: bool,
    /// Number of Chinese digits and weights.
    pub(crate) han: u32,
    /// It has a weight: 十 to 亿.
    pub(crate) weighted: bool,
    /// It begins with 百, 千, 万 or 亿 and so means nothing without 余, 上 or 近.
    pub(crate) bare: bool,
    /// The last weight is left out: 两千三.
    pub(crate) elided: bool,
    /// How its thousands are set apart.
    pub(crate) grouping: Grouping,
    /// Its decimal point was no point.
    pub(crate) odd_point: bool,
}

const WAN: i128 = 10_000;
const YI: i128 = 100_000_000;

impl Numeral {
    /// The longest numeral at `at`, without sign; thousands may be set apart by `allowed` and what is stricter.
    pub(crate) fn at(text: &str, at: usize, allowed: Grouping) -> Option<Self> {
        let bytes = text.as_bytes();
        // Nearly all figures: Arabic digits and no Chinese weight.
        if bytes.get(at)?.is_ascii_digit() {
            let figure = Arabic::at(text, at, allowed)?;
            if is_ten_thousands(text, figure.end) {
                return Self::in_ten_thousands(&figure);
            }
            let (next, len) = token(text, figure.end);
            let goes_on = match next {
                Token::None => false,
                Token::Zero => figure.scale == 0,
                // 余, 多, 几 before 万 or 亿.
                Token::Open(_) => matches!(token(text, figure.end + len).0, Token::Big(_)),
                next => next.weighs(),
            };
            if !goes_on {
                return Some(Self::plain(&figure));
            }
            if figure.scale > 0 {
                return Self::scaled(text, figure.mantissa, figure.scale, figure.end, |numeral| {
                    numeral.arabic = true;
                    numeral.grouping = figure.grouping;
                    numeral.odd_point = figure.odd_point;
                });
            }
        }
        State::new(allowed).read(text, at)
    }

    /// The numeral at `at` where it is digits alone before a percent sign, the end of a cell, or an ideograph that is no part
    /// of it, as most are.
    pub(crate) fn simple(text: &str, at: usize) -> Option<Self> {
        let (figure, next) = Arabic::simple(text.as_bytes(), at)?;
        let ends = match next {
            b'%' | b'|' | b'\t' => true,
            0xE4..=0xE9 => token(text, figure.end).0 == Token::None,
            _ => false,
        };
        ends.then(|| Self::plain(&figure))
    }

    /// The figure as it stands, without scale words.
    pub(crate) fn plain(figure: &Arabic) -> Self {
        Self {
            end: figure.end,
            value: Decimal::new(figure.mantissa, figure.scale).unwrap_or_default(),
            spread: 0,
            ulp: Decimal::new(1, figure.scale).unwrap_or_default(),
            scale: 1,
            open_place: 0,
            approx: None,
            arabic: true,
            han: 0,
            weighted: false,
            bare: false,
            elided: false,
            grouping: figure.grouping,
            odd_point: figure.odd_point,
        }
    }

    /// 1.2w: the letter for 万.
    fn in_ten_thousands(figure: &Arabic) -> Option<Self> {
        let mut numeral = Self::plain(figure);
        (numeral.value, numeral.ulp) = (lift(numeral.value, WAN)?, lift(numeral.ulp, WAN)?);
        (numeral.end, numeral.scale, numeral.weighted) = (figure.end + 1, 10_000, true);
        Some(numeral)
    }

    /// A decimal fraction and the scale words after it: 6.42万, 3.1千万, 4.78万亿.
    fn scaled(
        text: &str,
        mantissa: i128,
        scale: u8,
        at: usize,
        finish: impl FnOnce(&mut Self),
    ) -> Option<Self> {
        let (mut end, mut weight, mut last, mut approx, mut han) = (at, 1_i128, 1_i128, None, 0);
        loop {
            let (mut next, mut len) = token(text, end);
            if let Token::Open(word) = next
                && let (Token::Big(_), _) = token(text, end + len)
            {
                approx = Some(Open::Over(word.word()));
                end += len;
                (next, len) = token(text, end);
            }
            let by = match next {
                Token::Small(by) if weight == 1 && !prefixes_unit(text, end, true) => i128::from(by),
                Token::Big(power) if 10_i128.pow(u32::from(power)) > last || last < WAN => {
                    10_i128.pow(u32::from(power))
                }
                _ => break,
            };
            (weight, last, end, han) = (weight.checked_mul(by)?, by, end + len, han + 1);
        }
        let value = lift(Decimal::new(mantissa, scale)?, weight)?;
        let mut numeral = Self {
            end,
            value,
            spread: 0,
            ulp: lift(Decimal::new(1, scale)?, weight)?,
            scale: i64::try_from(weight).ok()?,
            open_place: 0,
            approx,
            arabic: false,
            han,
            weighted: weight > 1,
            bare: false,
            elided: false,
            grouping: Grouping::None,
            odd_point: false,
        };
        finish(&mut numeral);
        Some(numeral)
    }
}

/// Whether the letter at `at`, behind a figure, stands for 万: 1.2w次, 10W余人, 10w+. Behind it something is counted; 100W alone is
/// a power.
#[inline]
pub(crate) fn is_ten_thousands(text: &str, at: usize) -> bool {
    matches!(text.as_bytes().get(at), Some(b'w' | b'W')) && is_wan(text, at)
}

fn is_wan(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let plus = bytes.get(at + 1) == Some(&b'+');
    let from = at + 1 + usize::from(plus);
    if plus && !bytes.get(from).is_some_and(u8::is_ascii_alphanumeric) {
        return true;
    }
    let Some(rest) = text.get(from..) else { return false };
    let more = rest.strip_prefix(['余', '多']).map_or(from, |rest| text.len() - rest.len());
    classifiers::at(text, more).is_some_and(|(unit, _)| {
        matches!(unit.kind, QuantityKind::Count | QuantityKind::Money) && !unit.print.is_ascii()
    })
}

/// `value × weight`, without places that only hold zeros because the weight took them up.
pub(crate) fn lift(value: Decimal, weight: i128) -> Option<Decimal> {
    let (mut mantissa, mut scale) = (value.mantissa().checked_mul(weight)?, value.scale());
    while weight > 1 && scale > 0 {
        // Nearly every value is small: no division of 128 bits for those.
        let shorter = match i64::try_from(mantissa) {
            Ok(small) if small % 10 == 0 => i128::from(small / 10),
            Err(_) if mantissa % 10 == 0 => mantissa / 10,
            _ => break,
        };
        (mantissa, scale) = (shorter, scale - 1);
    }
    Decimal::new(mantissa, scale)
}
