//! Enumerators before labels: `一、`, `（三）`, `4.`, and the words 其中：.

use nom::branch::alt;
use nom::bytes::complete::take_while_m_n;
use nom::character::complete::{anychar, char, one_of};
use nom::combinator::{map_opt, opt, verify};
use nom::sequence::{delimited, terminated};
use nom::{IResult, Parser};

/// How an enumerator is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Style {
    /// `一、`
    Chinese,
    /// `（一）`
    Bracketed,
    /// `1.`
    Arabic,
}

/// The number before a label, kept apart from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Enumerator {
    /// How it is written.
    pub style: Style,
    /// Its number, from 1.
    pub number: u8,
}

/// Splits a leading enumerator off `label`.
///
/// ```
/// use gongkai_grammar::{Enumerator, Style, enumerator};
/// let (mark, rest) = enumerator("（三）不予公开");
/// assert_eq!(mark, Some(Enumerator { style: Style::Bracketed, number: 3 }));
/// assert_eq!(rest, "不予公开");
/// assert_eq!(enumerator("4.5").0, None);
/// ```
pub fn enumerator(label: &str) -> (Option<Enumerator>, &str) {
    let label = label.trim_start();
    // Most cells open with no enumerator: one look at the first character spares the parsers.
    let may_open = |c: char| {
        matches!(
            c,
            '0'..='9'
                | '('
                | '（'
                | '一'
                | '二'
                | '三'
                | '四'
                | '五'
                | '六'
                | '七'
                | '八'
                | '九'
                | '十'
                | '①'..='⒛'
        )
    };
    if !label.starts_with(may_open) {
        return (None, label);
    }
    match mark(label) {
        Ok((rest, mark)) => (Some(mark), rest.trim_start()),
        Err(_) => (None, label),
    }
}

/// `label` without its enumerator and without 其中：.
pub fn unmarked(label: &str) -> &str {
    marked(label).1
}

/// The enumerator that opens `label`, and `label` without it and without 其中：; an enumerator behind 其中： goes too.
///
/// ```
/// use gongkai_grammar::{enumerator, marked, unmarked};
/// let label = "（二）其中：1.重复申请";
/// assert_eq!(marked(label), (enumerator(label).0, unmarked(label)));
/// assert_eq!(unmarked(label), "重复申请");
/// ```
pub fn marked(label: &str) -> (Option<Enumerator>, &str) {
    let (mark, rest) = enumerator(label);
    let rest = rest.strip_prefix("其中").map_or(rest, |r| r.trim_start_matches([':', '：', ' ', '\u{3000}']));
    (mark, enumerator(rest).1)
}

fn mark(input: &str) -> IResult<&str, Enumerator> {
    let made = |style| move |number| Enumerator { style, number };
    // The first character tells which of them it can be.
    match input.chars().next() {
        Some('0'..='9') => terminated(arabic, dot).map(made(Style::Arabic)).parse(input),
        Some('(' | '（') => alt((
            delimited(one_of("(（"), (blanks, numeral, blanks).map(|it| it.1), one_of(")）"))
                .map(made(Style::Bracketed)),
            delimited(one_of("(（"), arabic, one_of(")）")).map(made(Style::Arabic)),
        ))
        .parse(input),
        Some('①'..='⑩') => map_opt(anychar, |c| u8::try_from(u32::from(c) - 0x245F).ok())
            .map(made(Style::Arabic))
            .parse(input),
        Some('⒈'..='⒐') => map_opt(anychar, |c| u8::try_from(u32::from(c) - 0x2487).ok())
            .map(made(Style::Arabic))
            .parse(input),
        _ => terminated(numeral, one_of("、，,")).map(made(Style::Chinese)).parse(input),
    }
}

fn blanks(input: &str) -> IResult<&str, &str> {
    take_while_m_n(0, 4, char::is_whitespace).parse(input)
}

/// A dot that is no decimal point: `1.` and `1．`, never `1.5`.
fn dot(input: &str) -> IResult<&str, char> {
    let (rest, dot) = one_of(".．、").parse(input)?;
    verify(|i| Ok((i, i)), |rest: &str| !rest.starts_with(|c: char| c.is_ascii_digit()))
        .parse(rest)
        .map(|(rest, _)| (rest, dot))
}

fn arabic(input: &str) -> IResult<&str, u8> {
    map_opt(take_while_m_n(1, 2, |c: char| c.is_ascii_digit()), |digits: &str| {
        digits.parse().ok().filter(|&n| n > 0)
    })
    .parse(input)
}

/// 一 to 九十九.
pub(crate) fn numeral(input: &str) -> IResult<&str, u8> {
    let ten = char('十').map(|_| 10_u8);
    alt((
        (opt(digit), ten, opt(digit)).map(|(tens, ten, units)| tens.unwrap_or(1) * ten + units.unwrap_or(0)),
        digit,
    ))
    .parse(input)
}

fn digit(input: &str) -> IResult<&str, u8> {
    let value = |c| {
        Some(match c {
            '一' => 1,
            '二' => 2,
            '三' => 3,
            '四' => 4,
            '五' => 5,
            '六' => 6,
            '七' => 7,
            '八' => 8,
            '九' => 9,
            _ => return None,
        })
    };
    map_opt(anychar, value).parse(input)
}
