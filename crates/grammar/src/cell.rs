//! What a table cell holds.

use gongkai_text::{Decimal, Unit, width::plain};
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while, take_while1};
use nom::character::complete::one_of;
use nom::combinator::{all_consuming, map_opt, opt, recognize};
use nom::sequence::preceded;
use nom::{IResult, Parser};

/// What is odd about a number, so that it must not pass unflagged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Oddity {
    /// `-0`.
    NegativeZero,
    /// A letter that looks like a digit: `O` for 0, `l` for 1.
    Lookalike,
    /// Blanks between its digits: `1 4`.
    InnerSpace,
    /// A leading zero: `07`.
    LeadingZero,
    /// It may have run into a figure of the next row; only whoever sees the row can tell.
    RunTogether,
}

/// A number in a cell, with all that was printed around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number<'a> {
    /// The value in the printed unit.
    pub value: Decimal,
    /// Whether a sign (`+`, `-`, 增, 减) was printed.
    pub signed: bool,
    /// Unit printed behind it.
    pub unit: Option<Unit>,
    /// Annotation in brackets behind it, without the brackets.
    pub note: Option<&'a str>,
    /// What is odd about it.
    pub oddity: Option<Oddity>,
}

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Nothing.
    Empty,
    /// A number.
    Number(Number<'a>),
    /// `-`, `—`, `－`: no figure, and no zero.
    Dash,
    /// `/`, 无, 不适用, N/A.
    NotApplicable,
    /// A unit alone, as in the middle column of the 2014 form.
    Unit(Unit),
    /// A label with a number stuck to its end: `行政许可 14253`.
    Glued(&'a str, Number<'a>),
    /// Any other words.
    Words(&'a str),
}

/// Reads one cell.
pub fn cell(text: &str) -> Cell<'_> {
    // Most cells of most reports.
    if let Some(value) = count(text.as_bytes()) {
        return Cell::Number(Number { value, signed: false, unit: None, note: None, oddity: None });
    }
    let text = if is_trim(text) { text } else { text.trim().trim_matches('*').trim() };
    if text.is_empty() || text == "&nbsp;" {
        return Cell::Empty;
    }
    let first = text.chars().next().map_or(' ', plain);
    let may_open =
        matches!(first, '0'..='9' | '+' | '-' | '增' | '减' | '減' | '加' | '↑' | '↓' | '—' | '–' | '－');
    if may_open || text.len() <= 3 {
        if text.chars().all(|c| "-—–－─―".contains(c)) {
            return Cell::Dash;
        }
        if let Ok((_, number)) = all_consuming(number).parse(text) {
            return Cell::Number(number);
        }
        if let Some(value) = lookalike(text) {
            let oddity = Some(Oddity::Lookalike);
            return Cell::Number(Number { value, signed: false, unit: None, note: None, oddity });
        }
    }
    if ["/", "／", "无", "無", "不适用", "不適用", "n/a", "N/A", "无此项", "無此項", "不涉及"].contains(&text)
    {
        return Cell::NotApplicable;
    }
    if let Some(unit) = Unit::parse(text) {
        return Cell::Unit(unit);
    }
    glued(text).map_or(Cell::Words(text), |(label, number)| Cell::Glued(label, number))
}

/// Whether a text begins and ends with an ideograph, as most labels do: there is nothing to trim.
const fn is_trim(text: &str) -> bool {
    matches!(text.as_bytes(), [0xE4..=0xE9, .., 0xE4..=0xE9, _, _])
}

/// Digits and nothing else, the first one no zero that another follows.
fn count(digits: &[u8]) -> Option<Decimal> {
    const MOST: usize = 18;
    let plain = match digits {
        [] | [b'0', _, ..] => false,
        _ => digits.len() <= MOST && digits.iter().all(u8::is_ascii_digit),
    };
    plain.then(|| Decimal::whole(digits.iter().fold(0, |value, digit| value * 10 + i64::from(digit - b'0'))))
}

/// A label, blanks, a number: split at the last blank.
fn glued(text: &str) -> Option<(&str, Number<'_>)> {
    let at = text.rfind(char::is_whitespace)?;
    let (label, tail) = (text[..at].trim_end(), text[at..].trim_start());
    if !label.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c))
        || !tail.starts_with(|c: char| plain(c).is_ascii_digit())
    {
        return None;
    }
    all_consuming(number).parse(tail).ok().map(|(_, number)| (label, number))
}

/// One letter that is a digit to a careless eye, alone in its cell.
fn lookalike(text: &str) -> Option<Decimal> {
    match text {
        "O" | "o" | "〇" | "○" | "Ο" | "О" => Some(Decimal::ZERO),
        "l" | "I" => Some(Decimal::whole(1)),
        _ => None,
    }
}

fn number(input: &str) -> IResult<&str, Number<'_>> {
    let (rest, (sign, (value, oddity), unit, note)) =
        (opt(sign), figure, opt(preceded(blanks, unit)), opt(preceded(blanks, note))).parse(input)?;
    let negative = sign == Some(true);
    let oddity = if negative && value.is_zero() { Some(Oddity::NegativeZero) } else { oddity };
    let value = if negative { -value } else { value };
    Ok((rest, Number { value, signed: sign.is_some(), unit, note, oddity }))
}

/// `true` for a minus.
fn sign(input: &str) -> IResult<&str, bool> {
    let minus = alt((tag("减少"), tag("減少"), tag("减"), tag("減"), recognize(one_of("-－−—–↓"))));
    let plus = alt((tag("增加"), tag("增"), tag("加"), recognize(one_of("+＋↑"))));
    (alt((minus.map(|_| true), plus.map(|_| false))), blanks).map(|it| it.0).parse(input)
}

fn blanks(input: &str) -> IResult<&str, &str> {
    take_while(|c: char| c.is_whitespace()).parse(input)
}

fn unit(input: &str) -> IResult<&str, Unit> {
    map_opt(take_while1(|c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c)), Unit::parse).parse(input)
}

/// A bracketed annotation up to the end, with no bracket inside.
fn note(input: &str) -> IResult<&str, &str> {
    let inside = take_while(|c: char| !"()（）".contains(c));
    (one_of("(（"), inside, one_of(")）")).map(|it| it.1).parse(input)
}

/// Digits with thousands separators, blanks, ends of lines or a point among them.
fn figure(input: &str) -> IResult<&str, (Decimal, Option<Oddity>)> {
    let digits = |c: char| {
        plain(c).is_ascii_digit() || matches!(c, ',' | '，' | '.' | '．' | ' ' | '\n' | '\u{3000}' | '\u{A0}')
    };
    map_opt(take_while1(digits), read_figure).parse(input)
}

fn read_figure(raw: &str) -> Option<(Decimal, Option<Oddity>)> {
    let raw = raw.trim_end();
    let mut clean = [0_u8; 40];
    let mut len = 0;
    let mut spaced = false;
    // Digits since the last thousands separator; `None` before the first one.
    let mut group: Option<usize> = None;
    let mut fraction = false;
    for c in raw.chars() {
        match plain(c) {
            digit @ ('0'..='9') => {
                *clean.get_mut(len)? = digit as u8;
                len += 1;
                group = group.map(|seen| seen + 1);
            }
            ',' => {
                let whole_group = group.map_or((1..=3).contains(&len), |seen| seen == 3);
                if !whole_group || fraction {
                    return None;
                }
                group = Some(0);
            }
            '.' => {
                if fraction || len == 0 || group.is_some_and(|seen| seen != 3) {
                    return None;
                }
                (fraction, group) = (true, None);
                *clean.get_mut(len)? = b'.';
                len += 1;
            }
            _ => spaced = true,
        }
    }
    if group.is_some_and(|seen| seen != 3) {
        return None;
    }
    let text = std::str::from_utf8(&clean[..len]).ok()?;
    let value = text.parse().ok()?;
    let leading_zero = len > 1 && text.starts_with('0') && !text.starts_with("0.");
    let oddity = if spaced { Some(Oddity::InnerSpace) } else { leading_zero.then_some(Oddity::LeadingZero) };
    Some((value, oddity))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `1234`, `-3 signed`, `40 note`, `=dash`: a cell in one line.
    fn show(text: &str) -> String {
        match cell(text) {
            Cell::Empty => "empty".into(),
            Cell::Dash => "dash".into(),
            Cell::NotApplicable => "n/a".into(),
            Cell::Unit(unit) => format!("unit {unit}"),
            Cell::Words(words) => format!("words {words}"),
            Cell::Glued(label, number) => format!("{label} | {}", number.value),
            Cell::Number(n) => {
                let mut out = n.value.to_string();
                if n.signed {
                    out += " signed";
                }
                for part in [n.unit.map(Unit::label), n.note].into_iter().flatten() {
                    out = out + " " + part;
                }
                n.oddity.map_or(out.clone(), |odd| format!("{out} {odd:?}"))
            }
        }
    }

    #[test]
    fn reads_every_kind_of_cell() {
        for (text, expected) in [
            ("0", "0"),
            (" 14253 ", "14253"),
            ("１２３", "123"),
            ("1,234", "1234"),
            ("1，234，567", "1234567"),
            ("12,34", "words 12,34"),
            ("4482.67", "4482.67"),
            ("-0", "0 signed NegativeZero"),
            ("－3", "-3 signed"),
            ("+1036", "1036 signed"),
            ("增98", "98 signed"),
            ("减 4", "-4 signed"),
            ("減4", "-4 signed"),
            ("12萬元", "12 万元"),
            ("條", "unit 条"),
            ("無", "n/a"),
            ("增", "words 增"),
            ("184719元", "184719 元"),
            ("43.788万元", "43.788 万元"),
            ("9(县级)", "9 县级"),
            ("40（县级3次）", "40 县级3次"),
            ("1 4", "14 InnerSpace"),
            ("1,4\n53", "1453 InnerSpace"),
            ("07", "7 LeadingZero"),
            ("0.5", "0.5"),
            ("O", "0 Lookalike"),
            ("l", "1 Lookalike"),
            ("—", "dash"),
            ("-", "dash"),
            ("/", "n/a"),
            ("无", "n/a"),
            ("", "empty"),
            ("&nbsp;", "empty"),
            ("人次", "unit 人次"),
            ("行政许可 14253", "行政许可 | 14253"),
            ("信息内容 本年处理决定数量", "words 信息内容 本年处理决定数量"),
            ("1. 属于国家秘密", "words 1. 属于国家秘密"),
            ("O .", "words O ."),
            ("**12**", "12"),
        ] {
            assert_eq!(show(text), expected, "cell {text:?}");
        }
    }
}
