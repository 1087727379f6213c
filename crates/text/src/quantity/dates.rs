//! Years, days and times, which are no quantities.

use super::reject::Reason;
use crate::numeral::{Grouping, Numeral, Token, digit_string, token};

/// A date at some place: where it ends, what it is, and the number in it that comes first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Date {
    pub(super) end: usize,
    pub(super) reason: Reason,
    pub(super) value: u64,
    /// Where its first number ends.
    pub(super) figure: usize,
}

/// Years that a report can speak of; other numbers before 年 are lengths of time.
pub(super) const fn is_year(value: u64) -> bool {
    matches!(value, 1900..=2100)
}

/// The date or range of dates at `at`.
pub(super) fn at(text: &str, at: usize) -> Option<Date> {
    let mut first = match one(text, at) {
        Some(first) => first,
        None => leading(text, at)?,
    };
    while let Some(next) = separator(text, first.end).and_then(|next| one(text, next)) {
        if first.reason == Reason::Time && next.reason != Reason::Time {
            break;
        }
        first.end = next.end;
    }
    Some(first)
}

/// Where what stands behind a mark between two dates begins.
fn separator(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let mut next = rest.chars();
    let first = next.next()?;
    let more = match first {
        '起' if next.next() == Some('至') => '至'.len_utf8(),
        '—' | '-' if next.next() == Some(first) => first.len_utf8(),
        '至' | '到' | '-' | '—' | '–' | '~' | '～' | '、' | '和' | '及' | '与' => 0,
        _ => return None,
    };
    Some(at + first.len_utf8() + more)
}

/// The first number of 2018—2022年, 1至3月, 3、4月.
fn leading(text: &str, at: usize) -> Option<Date> {
    let (value, count, end) = number(text, at)?;
    let next = separator(text, end)?;
    let (second, second_count, _) = number(text, next)?;
    let date = one(text, next)?;
    let like = match date.reason {
        Reason::Year => count == 4 && is_year(value),
        Reason::Date => value <= 31 && second_count <= 2 && value < second,
        _ => false,
    };
    like.then_some(Date { value, figure: end, ..date })
}

/// A small number or a year: value, count of digits, end.
fn number(text: &str, at: usize) -> Option<(u64, usize, usize)> {
    const LONGEST: usize = 4;
    let (value, count, end) = digit_string(text, at);
    if text.as_bytes().get(at).is_some_and(u8::is_ascii_digit) {
        return (count <= LONGEST).then_some((value, count, end));
    }
    let (next, _) = token(text, end);
    if count == LONGEST && !next.weighs() {
        return Some((value, count, end));
    }
    // 二〇二三 has zeros that a string of digits reads as such; 十二 is a numeral.
    if let Some(year) = han_year(text, at) {
        return Some((year, LONGEST, at + 3 * LONGEST));
    }
    let numeral = Numeral::at(text, at, Grouping::None)?;
    let small = !numeral.arabic && numeral.spread == 0 && numeral.approx.is_none() && !numeral.elided;
    let value = u64::try_from(numeral.value.to_i64()?).ok()?;
    (small && value <= 31).then_some((value, 2, numeral.end))
}

/// Four Chinese digits, 零 among them.
pub(super) fn han_year(text: &str, at: usize) -> Option<u64> {
    let (mut value, mut end) = (0, at);
    for _ in 0..4 {
        let digit = match token(text, end) {
            (Token::Digit(digit), _) => digit,
            (Token::Zero, _) => 0,
            _ => return None,
        };
        (value, end) = (value * 10 + u64::from(digit), end + 3);
    }
    (!token(text, end).0.is_figure()).then_some(value)
}

/// What stands behind the first number of a date.
pub(super) const BEHIND: &str = "年月日时点季世至到—–～、~和及与起-";

fn one(text: &str, at: usize) -> Option<Date> {
    let (value, count, figure) = number(text, at)?;
    let rest = &text[figure..];
    // Nearly every figure stands before something else.
    let first = rest.chars().next()?;
    let found = |len: usize, reason: Reason| Some(Date { end: figure + len, reason, value, figure });
    match first {
        '年' => {
            let after = figure + '年'.len_utf8();
            let month = month(text, after);
            if count == 4 && is_year(value) {
                let tail = if text[after..].starts_with('度') { after + '度'.len_utf8() } else { after };
                return Some(match month {
                    Some(end) => Date { end, reason: Reason::Date, value, figure },
                    None => Date { end: tail, reason: Reason::Year, value, figure },
                });
            }
            if text[after..].starts_with('代') && value % 10 == 0 {
                return found("年代".len(), Reason::Date);
            }
            // 23年3月.
            let end = month.filter(|_| count == 2 && (10..100).contains(&value))?;
            Some(Date { end, reason: Reason::Date, value, figure })
        }
        '月' if (1..=12).contains(&value) => {
            month(text, at).and_then(|end| found(end - figure, Reason::Date))
        }
        '日' if (1..=31).contains(&value)
            && !is_term(&rest['日'.len_utf8()..])
            && !rest.starts_with("日均") =>
        {
            found('日'.len_utf8(), Reason::Date)
        }
        '点' if value <= 24
            && !rest.starts_with("点击")
            && text.as_bytes().get(at).is_some_and(u8::is_ascii_digit) =>
        {
            found('点'.len_utf8(), Reason::Time)
        }
        '时' if value <= 24 && !rest.starts_with("时间") => {
            let (_, count, end) = digit_string(text, figure + '时'.len_utf8());
            let minutes = count > 0 && text[end..].starts_with('分');
            found(if minutes { end + '分'.len_utf8() - figure } else { '时'.len_utf8() }, Reason::Time)
        }
        '季' if rest.starts_with("季度") && (1..=4).contains(&value) => found("季度".len(), Reason::Date),
        '世' if rest.starts_with("世纪") => found("世纪".len(), Reason::Date),
        _ => None,
    }
}

/// Whether a term is meant: 15日内, 30日以上.
fn is_term(rest: &str) -> bool {
    ["内", "以内", "之内", "以上", "以下", "之后", "游"].into_iter().any(|word| rest.starts_with(word))
}

/// 3月, 3月5日, 12月底 at `at`: where it ends.
fn month(text: &str, at: usize) -> Option<usize> {
    let (value, _, end) = number(text, at)?;
    if !(1..=12).contains(&value) || !text[end..].starts_with('月') {
        return None;
    }
    let end = end + '月'.len_utf8();
    let rest = &text[end..];
    if let Some(word) =
        ["份", "底", "初", "末", "中旬", "上旬", "下旬"].into_iter().find(|word| rest.starts_with(word))
    {
        return Some(end + word.len());
    }
    if let Some((day, _, after)) = number(text, end)
        && (1..=31).contains(&day)
        && text[after..].starts_with(['日', '号'])
    {
        return Some(after + '日'.len_utf8());
    }
    Some(end)
}

/// 二O二三年, 二0二三年: a year of Chinese digits with a zero that is none of theirs; the year, and where 年 ends.
pub(super) fn odd_year(text: &str, at: usize) -> Option<(i64, usize)> {
    let bytes = text.as_bytes();
    // Nearly every digit stands before another ideograph.
    let zero = match bytes.get(at + 3)? {
        b'0' | b'O' | b'o' => 1,
        0xCE | 0xD0 if text[at + 3..].starts_with(['О', 'о', 'Ο', 'ο']) => 2,
        _ => return None,
    };
    let (tail, count, end) = digit_string(text, at + 3 + zero);
    let first = token(text, at).0 == Token::Digit(2);
    (first && count == 2 && text[end..].starts_with('年') && !bytes[end - 1].is_ascii_digit())
        .then(|| (2000 + tail as i64, end + '年'.len_utf8()))
}
