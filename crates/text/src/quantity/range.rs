//! A figure with the words around it; two figures that make a range.

use super::beside::{Beside, Rule};
use super::figure::{self, Reading};
use super::found::{Found, Quantity};
use super::kind::{Qualifier, QuantityKind};
use super::scanner::Scanner;
use super::{dates, words};
use crate::numeral::{Grouping, Numeral, decode, lift, money};
use crate::{Decimal, Span, Unit};

/// Marks and words between the ends of a range.
const MARKS: &[&str] = &["——", "--", "－", " - ", "-", "—", "–", "~", "～", "〜", "至", "到"];

/// The quantity that `reading` makes with the words before and behind it, and where to read on.
#[inline]
pub(super) fn complete<F: FnMut(Found)>(scanner: &Scanner<'_, F>, reading: &Reading) -> (Quantity, usize) {
    let text = scanner.text;
    let floor = scanner.floor.min(reading.start);
    let mut quantity = bare_quantity(reading);
    let (mut start, mut end) = (reading.start, reading.end);
    let beside = Beside::behind(text, end);
    if beside.may(Rule::Range)
        && let Some((high, after)) = upper(scanner, reading, floor)
    {
        end = join(&mut quantity, reading, &high, after);
    }
    let mut before = Beside::before(text, floor, start);
    // ￥1.2万.
    if quantity.unit.is_none() && before.may(Rule::Yuan) && text[floor..start].ends_with(['¥', '￥']) {
        (quantity.kind, quantity.unit) = (QuantityKind::Money, Some(Unit::YUAN));
    }
    if quantity.kind == QuantityKind::Money && quantity.unit == Some(Unit::YUAN) {
        end = small_money(&mut quantity, text, end);
        start = money_prefix(text, start, floor);
        before = Beside::before(text, floor, start);
    }
    // 两年半, 一倍半.
    if matches!(quantity.kind, QuantityKind::Duration | QuantityKind::Multiple)
        && quantity.range.is_none()
        && let Some(rest) = text[end..].strip_prefix('半')
        && !rest.starts_with(['数', '载', '年', '月', '日', '天', '个', '径'])
        && let Some(half) = Decimal::new(5, 1)
    {
        (quantity.value, quantity.ulp) = (quantity.value + half, half);
        end += '半'.len_utf8();
    }
    // 3年多, 5公里余: behind the unit.
    if quantity.qualifier.is_none()
        && quantity.unit.is_some()
        && quantity.kind != QuantityKind::Count
        && (end != reading.end || beside.may(Rule::Open))
        && let Some((word, len)) = words::open(text, end)
    {
        (quantity.qualifier, quantity.word) = (Some(Qualifier::OverAfterScale), Some(word));
        end += len;
    }
    if before.may(Rule::Upwards)
        && let Some(up) = figure::upwards(text, start, floor)
        && is_bare(text, reading.start)
    {
        let decade = Decimal::new(reading.value.mantissa().saturating_mul(10), 0);
        quantity.range = decade.map(|high| (reading.value, high));
        (quantity.qualifier, quantity.word) = (Some(Qualifier::Decade), Some("上"));
        start = up;
        before = Beside::before(text, floor, start);
    }
    // 2元/本, 1次/月.
    if text.as_bytes().get(end) == Some(&b'/')
        && let Some((unit, after)) = figure::unit(text, end + 1)
    {
        quantity.per = Some(Unit::of(unit));
        end = after;
    }
    if before.may(Rule::Qualifier)
        && let Some((word, from)) = words::before(text, start, floor)
        && !(word.text == "近" && quantity.kind == QuantityKind::Duration)
    {
        qualify(&mut quantity, word);
        quantity.bound = quantity.bound.or(word.bound);
        start = from;
        before = Beside::before(text, floor, start);
    }
    if (end != reading.end || beside.may(Rule::Bound))
        && let Some((word, after)) = words::behind(text, end)
    {
        qualify(&mut quantity, word);
        quantity.bound = word.bound.or(quantity.bound);
        end = after;
    }
    if before.may(Rule::Growth) {
        quantity.direction = words::direction(text, start, floor);
    }
    if quantity.per.is_none() && before.may(Rule::Per) {
        quantity.per = words::per(text, start, floor);
    }
    quantity.span = span(start, end);
    (quantity, end)
}

/// The quantity of `reading` alone, without the words around it.
#[inline]
fn bare_quantity(reading: &Reading) -> Quantity {
    let mut quantity = Quantity {
        span: span(reading.start, reading.end),
        figure: span(reading.start, reading.figure_end),
        kind: reading.kind(),
        value: reading.value,
        ulp: reading.ulp,
        scale: Decimal::whole(reading.scale),
        denominator: (reading.denominator > 0).then(|| Decimal::whole(reading.denominator)),
        unit: reading.unit(),
        qualifier: reading.qualifier,
        word: reading.word,
        bound: None,
        range: None,
        direction: None,
        per: None,
        flags: reading.flags,
    };
    if reading.spread > 0 {
        quantity.range = Some((reading.value, reading.value + Decimal::whole(reading.spread)));
        quantity.flags.set(super::Flags::CONSECUTIVE);
    }
    if reading.decade > 0 {
        quantity.range = Some((reading.value, reading.value + Decimal::whole(reading.decade)));
    }
    quantity
}

fn span(from: usize, to: usize) -> Span {
    Span::new(from as u32, to as u32)
}

/// A word inside the figure says more than one around it.
fn qualify(quantity: &mut Quantity, word: words::Word) {
    if quantity.qualifier.is_none() && word.qualifier.is_some() {
        (quantity.qualifier, quantity.word) = (word.qualifier, Some(word.text));
    }
}

fn is_bare(text: &str, at: usize) -> bool {
    text[at..].starts_with(['百', '千', '万', '亿'])
}

/// Adds 角 and 分 behind an amount in yuan; where it ends, 人民币 included.
fn small_money(quantity: &mut Quantity, text: &str, end: usize) -> usize {
    let (added, mut end) = money::tail(text, end);
    if !added.is_zero() {
        quantity.value =
            if quantity.value.is_negative() { quantity.value - added } else { quantity.value + added };
        quantity.ulp = Decimal::new(1, added.scale()).unwrap_or(quantity.ulp);
    }
    if text[end..].starts_with("人民币") {
        end += "人民币".len();
    }
    end
}

/// Where 人民币 or ¥ before an amount begins.
fn money_prefix(text: &str, start: usize, floor: usize) -> usize {
    let head = text[floor..start].trim_end_matches(' ');
    for word in ["人民币", "¥", "￥"] {
        if let Some(before) = head.strip_suffix(word) {
            return floor + before.len();
        }
    }
    start
}

/// Whether a figure without a unit begins a range that has one; in official prose a range without any is a code.
pub(super) fn begins<F: FnMut(Found)>(scanner: &Scanner<'_, F>, low: &Reading) -> bool {
    let high = upper(scanner, low, scanner.floor.min(low.start));
    high.is_some_and(|(high, end)| high.unit.is_some() || end > high.end || !scanner.is_official())
}

/// The upper end of a range that begins with `low`, and where it ends.
fn upper<F: FnMut(Found)>(scanner: &Scanner<'_, F>, low: &Reading, floor: usize) -> Option<(Reading, usize)> {
    let text = scanner.text;
    if scanner.is_tabular() && low.unit.is_none() {
        return None;
    }
    let rest = &text[low.end..];
    if !Beside::behind(text, low.end).may(Rule::Range) {
        return None;
    }
    let (from, between) = if let Some(mark) = MARKS.iter().find(|mark| rest.starts_with(**mark)) {
        (low.end + mark.len(), false)
    } else {
        let mark = ["与", "和"].into_iter().find(|mark| rest.starts_with(mark))?;
        (low.end + mark.len(), true)
    };
    // 由23个到96个 is a change.
    let prior = text[floor..low.start].chars().next_back().unwrap_or('\n');
    if matches!(prior, '由' | '从' | '自') && rest.starts_with(['至', '到']) {
        return None;
    }
    let high = second(text, from, low)?;
    let mut high = high;
    if between && high.unit.is_some_and(|unit| unit.print == "间") {
        (high.unit, high.end) = (None, high.figure_end);
    }
    let mut end = high.end;
    if between {
        let word = ["之间", "间"].into_iter().find(|word| text[end..].starts_with(word))?;
        end += word.len();
    } else if text[end..].starts_with("之间") {
        end += "之间".len();
    }
    (low.value <= high.value || shares_scale(low, &high)).then_some((high, end))
}

/// The figure at `from` as the second end of a range.
fn second(text: &str, from: usize, low: &Reading) -> Option<Reading> {
    if dates::at(text, from).is_some() {
        return None;
    }
    if let Some(reading) = figure::percent(text, from) {
        return low.spoken_percent.then_some(reading);
    }
    let bytes = text.as_bytes();
    let begins = bytes.get(from).is_some_and(u8::is_ascii_digit)
        || matches!(decode(bytes, from), 0x4E00..=0x9FFF | 0x3007);
    let numeral = Numeral::at(text, from, Grouping::None).filter(|numeral| begins && !numeral.bare)?;
    if !numeral.arabic && figure::run_end(text, from) > numeral.end {
        return None;
    }
    let mut high = Reading::new(from, numeral.end, numeral.value);
    (high.ulp, high.scale) = (numeral.ulp, numeral.scale);
    if let Some((unit, end)) = figure::unit(text, numeral.end) {
        (high.unit, high.end) = (Some(unit), end);
    }
    let fits = match (low.unit, high.unit) {
        _ if low.spoken_percent => high.unit.is_none(),
        // 2个—6个月, 15项—20项; 七八 of one thing and nine of another are two figures.
        (Some(low), Some(high)) => {
            low.name == high.name || (low.name == "个" && text[numeral.end..].starts_with(['个', '個']))
        }
        (Some(_), None) => false,
        (None, _) => low.kind.is_none(),
    };
    let next = text[numeral.end..].chars().next().unwrap_or('\n');
    (fits && !matches!(next, '号' | '楼' | '室')).then_some(high)
}

/// 1-5万元, 一百二十到一百五十万元: the scale word serves both.
fn shares_scale(low: &Reading, high: &Reading) -> bool {
    high.scale > 1
        && low.scale == 1
        && low.unit.is_none()
        && lift(low.value, high.scale.into()).is_some_and(|lifted| lifted < high.value)
}

/// Makes `quantity` the range from `low` to `high`; where it ends.
fn join(quantity: &mut Quantity, low: &Reading, high: &Reading, end: usize) -> usize {
    let mut bottom = low.value;
    if shares_scale(low, high) {
        bottom = lift(low.value, high.scale.into()).unwrap_or(bottom);
    }
    quantity.value = bottom;
    quantity.range = Some((bottom, high.value));
    (quantity.ulp, quantity.scale) = (high.ulp, Decimal::whole(high.scale));
    quantity.figure.end = high.figure_end as u32;
    if high.unit.is_some() {
        (quantity.unit, quantity.kind) = (high.unit(), high.kind());
    }
    end
}
