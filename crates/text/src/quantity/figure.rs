//! One figure: its numeral, sign and unit, and whether it is a quantity.

use super::flags::Flags;
use super::kind::{Qualifier, QuantityKind};
use super::{lexicon, words};
use crate::classifiers::{self, Classifier};
use crate::numeral::{Grouping, Numeral, Open, Token, token};
use crate::{Decimal, Unit};

/// A figure as read, before the words around it are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    /// Where it begins, the sign included.
    pub(super) start: usize,
    /// Where its numeral ends.
    pub(super) figure_end: usize,
    /// Where its unit ends.
    pub(super) end: usize,
    pub(super) value: Decimal,
    pub(super) ulp: Decimal,
    pub(super) scale: i64,
    pub(super) spread: i64,
    /// How far the upper end of 几十 lies beyond the value; 0 for all others.
    pub(super) decade: i64,
    /// What divides the value; 0 where nothing does.
    pub(super) denominator: i64,
    pub(super) unit: Option<&'static Classifier>,
    pub(super) named: Option<Unit>,
    pub(super) kind: Option<QuantityKind>,
    pub(super) qualifier: Option<Qualifier>,
    pub(super) word: Option<&'static str>,
    pub(super) flags: Flags,
    /// It begins with 百分之, which a second figure of a range may lack.
    pub(super) spoken_percent: bool,
}

impl Reading {
    pub(super) fn new(start: usize, end: usize, value: Decimal) -> Self {
        Self {
            start,
            figure_end: end,
            end,
            value,
            ulp: Decimal::whole(1),
            scale: 1,
            spread: 0,
            decade: 0,
            denominator: 0,
            unit: None,
            named: None,
            kind: None,
            qualifier: None,
            word: None,
            flags: Flags::default(),
            spoken_percent: false,
        }
    }

    pub(super) fn of(start: usize, numeral: &Numeral) -> Self {
        let mut reading = Self::new(start, numeral.end, numeral.value);
        (reading.ulp, reading.scale, reading.spread) = (numeral.ulp, numeral.scale, numeral.spread);
        match numeral.approx {
            Some(Open::Over(word)) => (reading.qualifier, reading.word) = (Some(Qualifier::Over), Some(word)),
            Some(Open::Some(word)) => {
                (reading.qualifier, reading.word) = (Some(Qualifier::Decade), Some(word));
                // 十几 ends at 二十, 几十 at 一百.
                let leading = Decimal::whole(numeral.open_place) == numeral.value;
                reading.decade = numeral.open_place.saturating_mul(if leading { 9 } else { 10 });
            }
            None => {}
        }
        if numeral.elided {
            reading.flags.set(Flags::ELIDED_UNIT);
        }
        if numeral.odd_point {
            reading.flags.set(Flags::OCR_DOT);
        }
        match numeral.grouping {
            Grouping::None => {}
            Grouping::Wide => reading.flags.set(Flags::COMMA_GROUPED),
            Grouping::Spaces => reading.flags.set(Flags::SPACE_GROUPED),
            Grouping::Letters => reading.flags.set(Flags::LETTER_SPACED),
            Grouping::Lines => {
                reading.flags.set(Flags::SPANS_LINE_BREAK);
                reading.flags.set(Flags::JOINED_LINES);
            }
        }
        reading
    }

    pub(super) fn fold(&mut self) {
        (self.kind, self.named) = (Some(QuantityKind::Multiple), Some(Unit::FOLD));
        self.flags.set(Flags::IDIOMATIC);
    }

    pub(super) fn take_unit(&mut self, unit: &'static Classifier, end: usize) {
        (self.unit, self.end) = (Some(unit), end);
    }

    /// A half more: 两个半小时.
    pub(super) fn halve(&mut self) {
        if let Some(half) = Decimal::new(5, 1) {
            (self.value, self.ulp) = (self.value + half, half);
        }
    }

    pub(super) fn kind(&self) -> QuantityKind {
        self.kind.or(self.unit.map(|unit| unit.kind)).unwrap_or(QuantityKind::Count)
    }

    pub(super) fn unit(&self) -> Option<Unit> {
        self.named.or(self.unit.map(Unit::of))
    }
}

/// The unit at `at`, unless another word begins there.
pub(super) fn unit(text: &str, at: usize) -> Option<(&'static Classifier, usize)> {
    // `12.5 %`: both are ASCII, so normalisation leaves the space.
    let bytes = text.as_bytes();
    let at = if bytes.get(at) == Some(&b' ') && bytes.get(at + 1) == Some(&b'%') { at + 1 } else { at };
    let (unit, end) = classifiers::at(text, at)?;
    let latin = unit.print.as_bytes()[0].is_ascii_alphabetic();
    if latin && bytes.get(end).is_some_and(u8::is_ascii_alphanumeric) {
        return None;
    }
    (unit.print.len() > 3 || !lexicon::is_word(text, at)).then_some((unit, end))
}

/// Where the run of Chinese digits and weights at `at` ends.
pub(super) fn run_end(text: &str, at: usize) -> usize {
    let mut end = at;
    while token(text, end).0.is_figure() {
        end += 3;
    }
    end
}

/// 百分之十二, 百分百, 千分之三 at `at`.
pub(super) fn percent(text: &str, at: usize) -> Option<Reading> {
    let rest = &text[at..];
    if rest.starts_with("百分百") {
        let mut reading = Reading::new(at, at + "百分百".len(), Decimal::whole(100));
        (reading.kind, reading.named) = (Some(QuantityKind::Percent), Some(Unit::PERCENT));
        return Some(reading);
    }
    let (weight, shift) = match token(text, at) {
        (Token::Small(100), len) => (len, 0),
        (Token::Small(1000), len) => (len, 1),
        (Token::Big(4), len) => (len, 2),
        _ => return None,
    };
    if !text[at + weight..].starts_with("分之") {
        return None;
    }
    let from = at + weight + "分之".len();
    let numeral = Numeral::at(text, from, Grouping::Wide)?;
    let mut reading = Reading::of(at, &numeral);
    let shifted = |value: Decimal| Decimal::new(value.mantissa(), value.scale() + shift);
    (reading.value, reading.ulp) = (shifted(reading.value)?, shifted(reading.ulp)?);
    (reading.kind, reading.named) = (Some(QuantityKind::Percent), Some(Unit::PERCENT));
    (reading.qualifier, reading.spoken_percent) = (None, true);
    Some(reading)
}

/// 占1/3, 超过2/3: a fraction with a slash, where what stands around it is said of a share; elsewhere it may be a date.
pub(super) fn slashed(text: &str, at: usize, end: usize) -> Option<Reading> {
    let (top, bottom) = text[at..end].split_once('/')?;
    let number = |digits: &str| digits.parse::<i64>().ok().filter(|value| (1..100).contains(value));
    let (top, bottom) = (number(top)?, number(bottom)?);
    let said = text[..at].ends_with(['占', '近', '约', '达', '超', '过', '足', '到', '少', '了', '低'])
        || text[end..].starts_with("以上")
        || text[end..].starts_with("左右");
    let mut reading = Reading::new(at, end, Decimal::whole(top));
    (reading.denominator, reading.kind) = (bottom, Some(QuantityKind::Fraction));
    (said && top < bottom).then_some(reading)
}

/// Where the figure at `at` begins with its sign, and whether it is below zero.
pub(super) fn signed(text: &str, at: usize, floor: usize, reads_dash: bool) -> (usize, bool, Flags) {
    let bytes = text.as_bytes();
    let mut flags = Flags::default();
    let Some(&last) = bytes[..at].last() else { return (at, false, flags) };
    if at <= floor {
        return (at, false, flags);
    }
    match last {
        b'-' => {
            let before = text[floor..at - 1].chars().next_back();
            let minus = before.is_none_or(|c| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '%' | '—'));
            // Behind the last figure a dash makes a range.
            let apart = at - 1 > floor || floor == 0;
            if minus && apart { (at - 1, true, flags) } else { (at, false, flags) }
        }
        b'+' => {
            let before = text[floor..at - 1].chars().next_back();
            let plus = before.is_none_or(|c| !c.is_ascii_alphanumeric());
            if plus { (at - 1, false, flags) } else { (at, false, flags) }
        }
        0x94 if reads_dash && text[floor..at].ends_with('—') => {
            let start = at - '—'.len_utf8();
            let compared = text[floor..start].ends_with("同比") || text[floor..start].ends_with("环比");
            if compared || words::direction(text, start, floor).is_some() {
                flags.set(Flags::DASH_AS_MINUS);
                return (start, true, flags);
            }
            (at, false, flags)
        }
        0x9F | 0xA0 => {
            let head = &text[floor..at];
            let Some(head) = head.strip_suffix(['负', '負']) else { return (at, false, flags) };
            let other = head.chars().next_back().is_some_and(|c| "担肩抱胜自减欠背辜".contains(c));
            if other { (at, false, flags) } else { (at - 3, true, flags) }
        }
        _ => (at, false, flags),
    }
}

/// 上百, 上千, 上万: where 上 begins.
pub(super) fn upwards(text: &str, at: usize, floor: usize) -> Option<usize> {
    let head = text[floor..at].strip_suffix('上')?;
    let prior = head.chars().next_back().unwrap_or('\n');
    (!"网线路史会以晚早掌马台场地世身手千".contains(prior)).then_some(floor + head.len())
}

/// Whether a zero and another digit stand at `at`: 012 is a code, 0.86 a figure.
pub(super) fn leads_zero(text: &str, at: usize) -> bool {
    matches!(text.as_bytes().get(at..), Some([b'0', b'0'..=b'9', ..]))
}
