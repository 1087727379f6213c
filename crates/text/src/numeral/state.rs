//! The state machine that reads a numeral with Chinese weights: one token after the other, every place checked.

use super::{Arabic, Blank, Grouping, Numeral, Open, Token, WAN, YI, previous, token};
use crate::Decimal;

/// What was read of a numeral so far.
#[derive(Default)]
#[allow(clippy::struct_excessive_bools, reason = "independent facts about one numeral")]
pub(super) struct State {
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

impl State {
    /// Nothing read yet; `allowed` and what is stricter may set thousands apart.
    pub(super) fn new(allowed: Grouping) -> Self {
        Self { allowed, ..Self::default() }
    }

    /// The longest numeral at `at`.
    pub(super) fn read(mut self, text: &str, at: usize) -> Option<Numeral> {
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
            Token::Tens(tens) => {
                if self.pending.is_some() || self.small == 10 {
                    return None;
                }
                self.section = self.section.checked_add(i128::from(tens) * 10)?;
                (self.small, self.place) = (10, 10);
                (self.zero, self.gap, self.weighted, self.han) = (false, false, true, self.han + 1);
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

/// Whether the 千 or 百 at `at` belongs to a unit: 千克, 千瓦; after Arabic digits also 千米; 百分点.
pub(super) fn prefixes_unit(text: &str, at: usize, arabic: bool) -> bool {
    let rest = &text[at..];
    if let Some(after) = rest.strip_prefix('千') {
        return after.starts_with(['克', '瓦', '伏', '卡', '赫']) || (arabic && after.starts_with('米'));
    }
    rest.starts_with("百分点") || rest.starts_with("百分比")
}
