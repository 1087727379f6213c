//! Whether a numeral is a quantity: what its unit and its neighbours say.

use super::beside::{Beside, Rule};
use super::figure::{Reading, leads_zero, signed, unit, upwards};
use super::flags::Flags;
use super::found::Found;
use super::kind::{Qualifier, QuantityKind};
use super::reject::{No, Reason};
use super::scanner::Scanner;
use super::unitless::without_unit;
use super::{dates, lexicon, range, words};
use crate::classifiers::{self, Classifier};
use crate::numeral::{Grouping, Numeral, Token, token};
use crate::{Decimal, Unit};

/// Whether the numeral at `at`, so far read as `reading`, is a quantity; what its neighbours add goes into the reading.
#[inline]
pub(super) fn judge<F: FnMut(Found)>(
    scanner: &Scanner<'_, F>,
    at: usize,
    numeral: &Numeral,
    reading: &mut Reading,
) -> Result<(), No> {
    let text = scanner.text;
    let official = scanner.is_official();
    let no = |end: usize, reason: Reason| No { start: at, end, reason: Some(reason) };
    let quiet = |end: usize| No { start: at, end, reason: None };
    let end = numeral.end;
    let behind = Beside::behind(text, end);
    if numeral.arabic
        && behind.may(Rule::Date)
        && let Some(date) = dates::at(text, at)
    {
        return Err(no(date.end, date.reason));
    }
    let before = Beside::before(text, scanner.floor, at);
    if before.may(Rule::Sign) {
        let (start, negative, flags) = signed(text, at, scanner.floor, true);
        reading.start = start;
        if negative {
            reading.value = -reading.value;
        }
        reading.flags.set(flags);
    }
    let (start, rest) = (reading.start, &text[end..]);
    if behind.may(Rule::Parts)
        && let Some(after) = rest.strip_prefix("分之")
        && let Some(top) = Numeral::at(text, text.len() - after.len(), Grouping::None)
    {
        let Some(denominator) = numeral.value.to_i64().filter(|value| *value > 0) else {
            return Err(no(top.end, Reason::Malformed));
        };
        (reading.denominator, reading.value) = (denominator, top.value);
        (reading.kind, reading.ulp) = (Some(QuantityKind::Fraction), top.ulp);
        (reading.figure_end, reading.end) = (top.end, top.end);
        return Ok(());
    }
    if behind.may(Rule::Tenths) && tenths(text, numeral, reading) {
        return Ok(());
    }
    if numeral.bare && numeral.approx.is_none() && !is_qualified(scanner, start, end) {
        return Err(quiet(end));
    }
    // .5 has lost what stood before its point.
    if official
        && numeral.arabic
        && (start < at || before.may(Rule::Point))
        && text[scanner.floor.min(start)..start].ends_with('.')
    {
        return Err(no(end, Reason::Malformed));
    }
    // 余, 多 behind the figure; 个多月; 2000万+.
    let mut from = end;
    let bytes = text.as_bytes();
    if bytes.get(end) == Some(&b'+') && !bytes.get(end + 1).is_some_and(u8::is_ascii_alphanumeric) {
        from += 1;
        (reading.qualifier, reading.word) = (Some(Qualifier::AtLeast), Some("+"));
    }
    if reading.qualifier.is_none()
        && behind.may(Rule::Open)
        && let Some((word, len)) = words::open(text, end)
    {
        from += len;
        let after_scale = numeral.scale > 1;
        reading.qualifier = Some(if after_scale { Qualifier::OverAfterScale } else { Qualifier::Over });
        reading.word = Some(word);
    }
    reading.end = from;
    if !numeral.arabic && lexicon::is_plan(&text[at..from]) && unit(text, from).is_none() {
        return Err(no(end, Reason::Idiom));
    }
    if behind.may(Rule::Piece) && rest.starts_with("个半月") {
        (reading.named, reading.kind) = (Some(Unit::MONTH), Some(QuantityKind::Duration));
        reading.end = end + "个半月".len();
        reading.halve();
        return Ok(());
    }
    if (from > end || behind.may(Rule::Piece))
        && let Some((unit, after)) = half(text, from)
    {
        // 两个半小时, 一个半月.
        reading.take_unit(unit, after);
        reading.halve();
        return Ok(());
    }
    match unit(text, from) {
        Some((unit, unit_end)) => {
            reading.take_unit(unit, unit_end);
            // 3个多月, 2个多百分点.
            if behind.may(Rule::Piece)
                && let Some(after) = rest.strip_prefix("个多")
                && let Some((longer, unit_end)) = classifiers::behind_ge(text, text.len() - after.len())
            {
                (reading.named, reading.kind) = (Some(Unit::of(longer)), Some(longer.kind));
                (reading.qualifier, reading.word) = (Some(Qualifier::OverAfterScale), Some("多"));
                reading.end = unit_end;
            }
            if official {
                with_unit(scanner, at, numeral, reading, unit)
            } else {
                general(scanner, at, numeral, reading)
            }
        }
        // 3～5名, 三至五名: the unit stands behind the second figure.
        None if range::begins(scanner, reading) => Ok(()),
        None if official => without_unit(scanner, at, numeral, reading),
        None => general(scanner, at, numeral, reading),
    }
}

/// Whether something beside 百, 千 or 万 makes a figure of it: 上百, 百余, 近千.
fn is_qualified<F: FnMut(Found)>(scanner: &Scanner<'_, F>, start: usize, end: usize) -> bool {
    upwards(scanner.text, start, scanner.floor).is_some()
        || words::open(scanner.text, end).is_some()
        || words::before(scanner.text, start, scanner.floor).is_some()
}

/// 个半 and a time at `at`: the time, and where it ends.
fn half(text: &str, at: usize) -> Option<(&'static Classifier, usize)> {
    let after = text[at..].strip_prefix("个半")?;
    unit(text, text.len() - after.len()).filter(|(unit, _)| unit.kind == QuantityKind::Duration)
}

/// Reads 八成, 七成六, 七成半 as percent, where 成 behind a figure means tenths.
fn tenths(text: &str, numeral: &Numeral, reading: &mut Reading) -> bool {
    let Some(rest) = text[numeral.end..].strip_prefix('成') else { return false };
    let small = numeral.value.scale() > 0 || (1..=10).contains(&numeral.value.to_i64().unwrap_or(0));
    let next = rest.chars().next().unwrap_or('\n');
    let word = "员立为了功果就效分都本绩长熟交年品型语份人套因名片千群家批不体".contains(next);
    if !small || numeral.weighted || word {
        return false;
    }
    let tenfold = |value: Decimal| Decimal::new(value.mantissa() * 10, value.scale()).unwrap_or(value);
    (reading.value, reading.ulp) = (tenfold(numeral.value), tenfold(numeral.ulp));
    (reading.kind, reading.named) = (Some(QuantityKind::Percent), Some(Unit::PERCENT));
    reading.end = text.len() - rest.len();
    let ones = match token(text, reading.end) {
        (Token::Digit(digit), _) => i64::from(digit),
        _ if next == '半' => 5,
        _ => 0,
    };
    if ones > 0 && unit(text, reading.end + next.len_utf8()).is_none() {
        (reading.value, reading.ulp) = (reading.value + Decimal::whole(ones), Decimal::whole(1));
        reading.end += next.len_utf8();
    }
    true
}

fn general<F: FnMut(Found)>(
    scanner: &Scanner<'_, F>,
    at: usize,
    numeral: &Numeral,
    reading: &mut Reading,
) -> Result<(), No> {
    let text = scanner.text;
    let quiet = |end: usize| No { start: at, end, reason: None };
    let next = text[numeral.end..].chars().next().unwrap_or('\n');
    let prior = text[..at].chars().next_back().unwrap_or('\n');
    if next == '号' {
        return Err(No { start: at, end: numeral.end, reason: Some(Reason::Address) });
    }
    if numeral.arabic {
        let code = leads_zero(text, at);
        let joint = prior == '.'
            || (next == '.' && text[numeral.end + 1..].starts_with(|c: char| c.is_ascii_digit()));
        if code || joint {
            return Err(No { start: at, end: numeral.end, reason: Some(Reason::Code) });
        }
        return Ok(());
    }
    let lone = numeral.han == 1 && numeral.spread == 0 && numeral.approx.is_none();
    if lone {
        let alone = text.trim().len() == numeral.end - at;
        let formal =
            !"一二三四五六七八九十零〇两兩倆俩".contains(text[at..].chars().next().unwrap_or_default());
        let counted = reading.unit.is_some_and(|unit| {
            !(lexicon::phrase(text, at)) && (!formal || unit.kind == QuantityKind::Money)
        });
        let plain = alone && !formal;
        if !plain && !counted {
            return Err(quiet(numeral.end));
        }
    }
    if numeral.han == 2 && numeral.spread == 0 && !numeral.weighted && numeral.value.scale() == 0 {
        return Err(quiet(numeral.end));
    }
    if lexicon::phrase(text, at) && !numeral.weighted {
        return Err(quiet(numeral.end));
    }
    if reading.unit.is_none() {
        reading.flags.set(Flags::NO_UNIT);
    }
    Ok(())
}

/// A figure with a unit, in official prose.
fn with_unit<F: FnMut(Found)>(
    scanner: &Scanner<'_, F>,
    at: usize,
    numeral: &Numeral,
    reading: &mut Reading,
    unit: &'static Classifier,
) -> Result<(), No> {
    let text = scanner.text;
    let no = |end: usize, reason: Reason| No { start: at, end, reason: Some(reason) };
    let rest = &text[reading.end..];
    let prior = text[..reading.start].chars().next_back().unwrap_or('\n');
    let lone = !numeral.arabic && numeral.han == 1 && numeral.spread == 0 && numeral.approx.is_none();
    if unit.careful
        && let Some((end, reason)) = careful(numeral, reading, unit, (prior, rest), text)
    {
        return Err(no(end, reason));
    }
    if unit.careful && unit.print == "分" {
        minutes(reading, prior, rest);
    }
    if leads_zero(text, at) {
        return Err(no(reading.end, Reason::Code));
    }
    if numeral.arabic {
        let zero = reading.value.is_zero() && reading.start < at;
        if zero {
            reading.flags.set(Flags::NEGATIVE_ZERO);
        }
        // -12条 at the beginning of a line is a list item.
        if reading.start < at && unit.kind == QuantityKind::Count && scanner.at_line_start(at) {
            reading.start = at;
            reading.value = if reading.value.is_negative() { -reading.value } else { reading.value };
        }
        return Ok(());
    }
    if (!numeral.weighted || lone) && lexicon::phrase(text, at) {
        return Err(no(reading.end, Reason::Idiom));
    }
    // 收到申请零件 counts none, 汽车零件 are parts.
    if lone
        && text[at..].starts_with("零件")
        && (rest.starts_with(crate::han::is_han) || !"请共理到为结计有".contains(prior))
    {
        return Err(no(reading.end, Reason::Idiom));
    }
    if lone
        && lexicon::is_weak(unit.print)
        && !matches!(
            unit.print,
            "天" | "年" | "周" | "元" | "日" | "位" | "所" | "票" | "章" | "课" | "门" | "双"
        )
    {
        return Err(no(reading.end, Reason::Idiom));
    }
    // 最多跑一次.
    if lone && unit.print == "次" && prior == '跑' {
        return Err(no(reading.end, Reason::Slogan));
    }
    if lone && text[at..].starts_with("一起") && !lexicon::is_case(&text[..reading.start], rest) {
        return Err(no(reading.end, Reason::Idiom));
    }
    if lone && numeral.value.to_i64() == Some(1) && is_article(text, at, reading.end, unit.print) {
        return Err(no(reading.end, Reason::Indefinite));
    }
    if lone && lexicon::slogan_tail(rest) {
        return Err(no(reading.end, Reason::Slogan));
    }
    if numeral.han >= 2 && !numeral.weighted && numeral.spread == 0 && numeral.value.scale() == 0 {
        return Err(no(reading.end, Reason::Malformed));
    }
    Ok(())
}

/// 1小时20分, 3分30秒: minutes, no points.
fn minutes(reading: &mut Reading, prior: char, rest: &str) {
    let before_seconds = || rest.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with('秒');
    if reading.value.scale() == 0 && (matches!(prior, '时' | '時') || before_seconds()) {
        (reading.named, reading.kind) = (Unit::classifier("分钟"), Some(QuantityKind::Duration));
    }
}

/// Whether 一个, 一种 is the indefinite article: nothing before it counts, and a noun follows.
fn is_article(text: &str, at: usize, end: usize, unit: &str) -> bool {
    let prior = text[..at].chars().next_back().unwrap_or('\n');
    if "同每另某任唯第这那进首逐统之前后下上单".contains(prior) {
        return true;
    }
    if unit == "年" && "的要新度".contains(prior) {
        return true;
    }
    if unit == "批" {
        return true;
    }
    let next = text[end..].chars().next().unwrap_or('\n');
    let ends = !crate::han::is_han(next) || "的".contains(next);
    let counts = "共有到了仅各为计加少增减设立开办现新".contains(prior);
    let article = [
        "个", "种", "批", "套", "系", "类", "张", "支", "部", "块", "条", "项", "款", "片", "轮", "道", "本",
        "只", "根", "座", "组", "栏",
    ];
    if article.contains(&unit) { !(ends || counts && unit != "种" && unit != "套") } else { false }
}

/// Why a figure before a unit that is often part of a name is none, and where the name ends.
fn careful(
    numeral: &Numeral,
    reading: &Reading,
    unit: &Classifier,
    (prior, rest): (char, &str),
    text: &str,
) -> Option<(usize, Reason)> {
    let end = reading.end;
    let starts = |words: &[&str]| words.iter().any(|word| rest.starts_with(word));
    let found = match unit.print {
        "届" => (end, Reason::Session),
        "次" if matches!(prior, '届' | '大' | '协' | '会' | '中')
            && !numeral.arabic
            && starts(&["会议", "全会", "全体", "常委"]) =>
        {
            (end + "会议".len(), Reason::Session)
        }
        "版" if numeral.value.scale() > 0
            || dates::is_year(numeral.value.to_i64().unwrap_or(0).unsigned_abs()) =>
        {
            (if rest.starts_with('本') { end + 3 } else { end }, Reason::Version)
        }
        "小时" if lexicon::is_attribute(rest) || matches!(prior, '×' | '候') => (end, Reason::Attribute),
        "分" if !numeral.arabic && text[reading.start..].starts_with("十分") => (end, Reason::Idiom),
        "天" if prior == '×' => (end, Reason::Attribute),
        "名" | "位" | "强" | "季度" if prior == '前' => (end, Reason::Ordinal),
        // 4017栋4994户 are two figures, 3栋502室 is one place.
        "层" | "栋" | "幢"
            if rest.starts_with(|c: char| c.is_ascii_digit())
                && !rest
                    .trim_start_matches(|c: char| c.is_ascii_digit())
                    .starts_with(['户', '套', '间', '人', '家']) =>
        {
            (end, Reason::Address)
        }
        // 1231日 has lost 年 and 月.
        "日" if numeral.arabic && !numeral.weighted && numeral.value >= Decimal::whole(1000) => {
            (end, Reason::Date)
        }
        "层" if prior == '楼' || rest.starts_with('楼') => (end, Reason::Address),
        // 九十年代.
        "年" if rest.starts_with('代') && !starts(&["代理", "代表", "代码"]) => {
            (end + 3, Reason::Date)
        }
        "年" if starts(&["规划", "计划", "行动", "纲要"]) => (end, Reason::Attribute),
        _ => return None,
    };
    Some(found)
}
