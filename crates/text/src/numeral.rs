//! Numerals: Arabic, Chinese, formal and mixed figures to exact decimals.
//!
//! One small state machine reads `1,234`, `三十二万零五`, `3亿5千万`, `六点四二万` and `叁拾贰萬`. It allocates
//! nothing, and what it cannot read exactly it refuses: a numeral is read whole or not at all.

mod arabic;
mod token;

use crate::Decimal;
pub(crate) use arabic::{Arabic, Grouping};
pub(crate) use token::{Blank, Token, decode, previous, token};

/// The value of `text`, when all of it is one numeral; a sign, and 元, 圆, 角, 分, 整 of a formal amount are part of it.
///
/// ```
/// use gongkai_text::numeral::parse;
/// let value = |text| parse(text).map(|value| value.to_string());
/// assert_eq!(value("一万零三百").as_deref(), Some("10300"));
/// assert_eq!(value("3亿5千万").as_deref(), Some("350000000"));
/// assert_eq!(value("两千三").as_deref(), Some("2300"));
/// assert_eq!(value("壹拾壹元壹角").as_deref(), Some("11.1"));
/// assert_eq!(value("十一十二"), None);
/// ```
pub fn parse(text: &str) -> Option<Decimal> {
    let (negative, from) = sign(text, 0);
    if let Some((bottom, top)) = text[from..].split_once("分之") {
        let value = divide(parse(top)?, parse(bottom)?)?;
        return Some(if negative { -value } else { value });
    }
    let numeral = Numeral::at(text, from, Grouping::Wide)?;
    let value = if numeral.end == text.len() && !numeral.bare && numeral.approx.is_none() {
        numeral.value
    } else {
        let (value, end) = crate::quantity::money::amount(text, from)?;
        (end == text.len()).then_some(value)?
    };
    (numeral.spread == 0).then_some(if negative { -value } else { value })
}

/// `top / bottom`, when it is a decimal of at most 18 places.
fn divide(top: Decimal, bottom: Decimal) -> Option<Decimal> {
    const MOST: u8 = 18;
    let (bottom, top) = (bottom.at_scale(0)?, top.at_scale(0)?);
    (0..=MOST).find_map(|scale| {
        let lifted = top.checked_mul(10_i128.pow(u32::from(scale)))?;
        (bottom != 0 && lifted % bottom == 0).then(|| Decimal::new(lifted / bottom, scale))?
    })
}

/// The value of a numeral written digit by digit, as years are: 二〇二三, 2023. At most 18 digits.
///
/// ```
/// use gongkai_text::numeral::digits;
/// assert_eq!(digits("二○二三"), Some(2023));
/// assert_eq!(digits("二十三"), None);
/// ```
pub fn digits(text: &str) -> Option<u64> {
    const MOST: usize = 18;
    let (value, count, end) = digit_string(text, 0);
    (end == text.len() && (1..=MOST).contains(&count)).then_some(value)
}

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

/// What was read of a numeral so far.
#[derive(Default)]
#[allow(clippy::struct_excessive_bools, reason = "independent facts about one numeral")]
struct State {
    /// What 兆, 亿 and 万 have multiplied, and what no such word has multiplied yet.
    zhao: i128,
    yi: i128,
    wan: i128,
    section: i128,
    has_yi: bool,
    has_wan: bool,
    /// The figure that waits for its weight.
    pending: Option<i128>,
    pending_arabic: usize,
    spread: i128,
    /// The weight of the last 十, 百 or 千 of this section; 0 at its beginning.
    small: i128,
    /// The weight of the last written place.
    place: i128,
    /// The weight of the scale word that came last.
    scale: i128,
    /// 零 came last.
    zero: bool,
    /// 零 came since the last weight.
    gap: bool,
    han: u32,
    weighted: bool,
    bare: bool,
    arabic: bool,
    approx: Option<Open>,
    open_place: i128,
    grouping: Grouping,
    odd_point: bool,
    /// Which marks may set thousands apart.
    allowed: Grouping,
}

impl Numeral {
    /// The longest numeral at `at`, without sign; thousands may be set apart by `allowed` and what is stricter.
    pub(crate) fn at(text: &str, at: usize, allowed: Grouping) -> Option<Self> {
        let bytes = text.as_bytes();
        // Nearly all figures: Arabic digits and no Chinese weight.
        if bytes.get(at)?.is_ascii_digit() {
            let figure = Arabic::at(text, at, allowed)?;
            let (next, _) = token(text, figure.end);
            let goes_on = next.weighs() || (next == Token::Zero && figure.scale == 0);
            if !goes_on && !opens(text, figure.end) {
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
        State { allowed, ..State::default() }.read(text, at)
    }

    fn plain(figure: &Arabic) -> Self {
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

/// `value × weight`, without places that only hold zeros because the weight took them up.
pub(crate) fn lift(value: Decimal, weight: i128) -> Option<Decimal> {
    let (mut mantissa, mut scale) = (value.mantissa().checked_mul(weight)?, value.scale());
    while weight > 1 && scale > 0 && mantissa % 10 == 0 {
        (mantissa, scale) = (mantissa / 10, scale - 1);
    }
    Decimal::new(mantissa, scale)
}

/// Whether 余, 多 or 几 stands at `at` and 万 or 亿 behind it.
fn opens(text: &str, at: usize) -> bool {
    let (next, len) = token(text, at);
    matches!(next, Token::Open(_)) && matches!(token(text, at + len).0, Token::Big(_))
}

/// Whether the 千 or 百 at `at` belongs to a unit: 千克, 千瓦; after Arabic digits also 千米; 百分点.
fn prefixes_unit(text: &str, at: usize, arabic: bool) -> bool {
    let rest = &text[at..];
    if let Some(after) = rest.strip_prefix('千') {
        return after.starts_with(['克', '瓦', '伏', '卡', '赫']) || (arabic && after.starts_with('米'));
    }
    rest.starts_with("百分点") || rest.starts_with("百分比")
}

impl State {
    fn read(mut self, text: &str, at: usize) -> Option<Numeral> {
        let mut end = at;
        // 几十, 数百: the word stands for a digit, and only a weight may follow it.
        if let (Token::Open(word @ (Blank::Ji | Blank::Shu)), len) = token(text, at) {
            if !token(text, at + len).0.weighs() {
                return None;
            }
            (self.approx, self.pending, end) = (Some(Open::Some(word.word())), Some(1), at + len);
        }
        while let Some(next) = self.step(text, end) {
            end = next;
        }
        if end == at || (self.pending.is_none() && !self.weighted && !self.zero) {
            return None;
        }
        self.finish(text, end)
    }

    /// Takes the token at `at`; `None` when the numeral ends before it.
    fn step(&mut self, text: &str, at: usize) -> Option<usize> {
        if text.as_bytes().get(at)?.is_ascii_digit() {
            let figure = Arabic::at(text, at, self.allowed)?;
            let room = if self.small > 0 {
                self.small
            } else if self.has_wan || self.has_yi {
                WAN
            } else {
                i128::MAX
            };
            if self.pending.is_some() || figure.scale > 0 || figure.mantissa >= room {
                return None;
            }
            (self.pending, self.pending_arabic, self.arabic) = (Some(figure.mantissa), figure.end - at, true);
            (self.zero, self.grouping) = (false, figure.grouping);
            return Some(figure.end);
        }
        let (next, len) = token(text, at);
        match next {
            Token::Zero => {
                // 二〇 is a string of digits, 三十零 is nothing.
                if self.pending.is_some() || self.zero {
                    return None;
                }
                (self.zero, self.gap) = (true, true);
            }
            Token::Digit(digit) => {
                let digit = i128::from(digit);
                match self.pending {
                    None => (self.pending, self.pending_arabic) = (Some(digit), 0),
                    // 三四, 三五: about so many; but 一二三 is a string of digits.
                    Some(first)
                        if self.spread == 0
                            && self.pending_arabic == 0
                            && (digit == first + 1 && digit > 1
                                || ((first, digit) == (3, 5) && !self.weighted))
                            && first > 0
                            && !matches!(token(text, at + len).0, Token::Digit(_) | Token::Zero) =>
                    {
                        self.spread = digit - first;
                    }
                    Some(_) => return None,
                }
                (self.zero, self.han) = (false, self.han + 1);
            }
            Token::Small(weight) => return self.small(text, at, len, i128::from(weight)),
            Token::Big(power) => return self.big(at + len, 10_i128.pow(u32::from(power))),
            Token::Open(word) => return self.open(text, at, len, word),
            Token::Point | Token::None => return None,
        }
        Some(at + len)
    }

    /// 十, 百, 千.
    fn small(&mut self, text: &str, at: usize, len: usize, weight: i128) -> Option<usize> {
        let descends = self.small == 0 || weight < self.small;
        let arabic = self.pending_arabic > 0;
        if !descends || prefixes_unit(text, at, arabic) {
            return None;
        }
        // 3十 is not written; 12百 neither.
        let first = self.han == 0 && !self.arabic && self.pending.is_none();
        let coefficient = match self.pending {
            Some(0) => return None,
            Some(figure) if arabic && figure >= 10 && weight < 1000 => return None,
            Some(figure) => figure,
            None if weight == 10 || self.zero => 1,
            None if first => {
                self.bare = true;
                1
            }
            None => return None,
        };
        self.section = self.section.checked_add(coefficient.checked_mul(weight)?)?;
        self.spread *= weight;
        if matches!(self.approx, Some(Open::Some(_))) {
            self.open_place = if self.open_place == 0 { weight } else { self.open_place };
        }
        (self.small, self.place, self.pending) = (weight, weight, None);
        (self.zero, self.gap, self.weighted, self.han) = (false, false, true, self.han + 1);
        Some(at + len)
    }

    /// 万, 亿, 兆.
    fn big(&mut self, end: usize, weight: i128) -> Option<usize> {
        let first = self.han == 0 && !self.arabic && self.pending.is_none();
        let own = self.section.checked_add(self.pending.unwrap_or(0))?;
        if own == 0 && !first && !(weight == YI && self.has_wan && self.section == 0) {
            return None;
        }
        if first {
            self.bare = true;
        }
        let own = if first { 1 } else { own };
        match weight {
            WAN if !self.has_wan => {
                self.wan = own.checked_mul(WAN)?;
                self.has_wan = true;
            }
            YI if !self.has_yi => {
                self.yi = self.wan.checked_add(own)?.checked_mul(YI)?;
                (self.wan, self.has_yi, self.has_wan) = (0, true, false);
            }
            // 兆 is written in front of everything else or not at all.
            _ if weight > YI && self.zhao == 0 && !self.has_yi && !self.has_wan => {
                self.zhao = own.checked_mul(weight)?;
            }
            _ => return None,
        }
        // 3千万 has one digit, 3000万 four; 三千万 is read as the latter. 万亿 is one word.
        let times = match self.pending {
            None if self.arabic && self.small > 0 => self.small,
            None if self.place == WAN && weight == YI => WAN,
            _ => 1,
        };
        self.spread = self.spread.checked_mul(weight)?;
        if matches!(self.approx, Some(Open::Some(_))) {
            self.open_place = self.open_place.max(1).checked_mul(weight)?;
        }
        (self.section, self.pending, self.small, self.place) = (0, None, 0, times * weight);
        self.scale = weight.checked_mul(if times == WAN { WAN } else { 1 })?;
        (self.zero, self.gap, self.weighted, self.han) = (false, false, true, self.han + 1);
        Some(end)
    }

    /// 余, 多, 几 inside: only before 万 or 亿, and 几 also in place of the last digit: 十几.
    fn open(&mut self, text: &str, at: usize, len: usize, word: Blank) -> Option<usize> {
        if self.pending.is_none() && !self.weighted {
            return None;
        }
        let before_scale = matches!(token(text, at + len).0, Token::Big(_));
        match word {
            Blank::Ji if self.pending.is_none() && (before_scale || self.small == 10) => {
                (self.approx, self.open_place) = (Some(Open::Some(word.word())), 1);
            }
            Blank::Yu | Blank::Duo if before_scale => {
                self.approx.get_or_insert(Open::Over(word.word()));
            }
            _ => return None,
        }
        self.zero = false;
        Some(at + len)
    }

    fn finish(mut self, text: &str, mut end: usize) -> Option<Numeral> {
        // A 零 that leads nowhere is not part of it.
        if self.zero && (self.weighted || self.pending.is_some()) {
            let (_, len) = previous(text, end);
            end -= len;
        } else if self.zero {
            self.pending = Some(0);
        }
        let mut elided = false;
        if let Some(figure) = self.pending {
            // 两千三, 一万五: the weight below the last one is left out.
            let one_digit = figure > 0 && figure < 10 && self.pending_arabic < 2;
            let below = if self.small > 10 {
                self.small / 10
            } else if self.small == 0 {
                self.place / 10
            } else {
                1
            };
            let place = if one_digit && !self.gap && self.weighted && below > 1 {
                elided = true;
                below
            } else {
                1
            };
            self.section = self.section.checked_add(figure.checked_mul(place)?)?;
            self.spread *= place;
            self.place = place;
        }
        let whole = self.zhao.checked_add(self.yi)?.checked_add(self.wan)?.checked_add(self.section)?;
        let multiplied = self.scale > 0;
        let scale = if multiplied && self.section == 0 { self.scale } else { 1 };
        let ulp = if multiplied || self.arabic { self.place.max(1) } else { 1 };
        let fraction = point(text, end).filter(|_| self.approx.is_none() && self.spread == 0 && !elided);
        let numeral = if let Some((digits, places, after)) = fraction.filter(|_| !self.arabic) {
            let shift = 10_i128.checked_pow(u32::from(places))?;
            let mantissa = whole.checked_mul(shift)?.checked_add(digits)?;
            let han = self.han + u32::from(places);
            Numeral::scaled(text, mantissa, places, after, |numeral| {
                numeral.han += han;
                numeral.weighted |= self.weighted;
            })?
        } else {
            Numeral {
                end,
                value: Decimal::new(whole, 0)?,
                spread: i64::try_from(self.spread).ok()?,
                ulp: Decimal::new(ulp, 0)?,
                scale: i64::try_from(scale).ok()?,
                open_place: i64::try_from(self.open_place).ok()?,
                approx: self.approx,
                arabic: self.arabic,
                han: self.han.max(u32::from(!self.arabic)),
                weighted: self.weighted,
                bare: self.bare,
                elided,
                grouping: self.grouping,
                odd_point: self.odd_point,
            }
        };
        Some(numeral)
    }
}

/// 点 and the digits behind it: their value, how many, and where they end.
fn point(text: &str, at: usize) -> Option<(i128, u8, usize)> {
    const MOST: usize = 18;
    let (Token::Point, len) = token(text, at) else { return None };
    let (mut value, mut places, mut end) = (0_i128, 0_usize, at + len);
    while let (token @ (Token::Digit(_) | Token::Zero), len) = token(text, end) {
        let digit = if let Token::Digit(digit) = token { digit } else { 0 };
        // 一点五十 is no decimal fraction; the digits end before a weight they would belong to.
        (value, places, end) = (value * 10 + i128::from(digit), places + 1, end + len);
        if places > MOST {
            return None;
        }
    }
    (places > 0).then_some((value, places as u8, end))
}
