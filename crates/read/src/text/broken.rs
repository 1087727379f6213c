//! Labels that came apart at their digits.
//!
//! Pages set figures in a font of their own; taken as text element by element, every run of digits has a line to itself,
//! those of labels too: `相同信息计`, `1`, `条）`, or `2.` above the words it numbers. Such a digit is no figure.

use std::ops::Range;

/// A number inside a label, or before one, has so many digits at most.
const MOST_DIGITS: usize = 2;
/// What stands between a number and the bracket that closes behind it is a unit, or few words.
const MOST_WORDS: usize = 8;
/// A label has so many characters at least.
const LEAST_LABEL: usize = 4;

/// The lines of `text`, each behind an `end`, that are one label, in order and apart from each other.
pub(super) fn runs(text: &str, end: char) -> Vec<Range<usize>> {
    if !may_be_broken(text, end) {
        return Vec::new();
    }
    let place = |line: &str| {
        let start = line.as_ptr() as usize - text.as_ptr() as usize;
        start..start + line.len()
    };
    let mut start = 0;
    let ends = memchr::memchr2_iter(end as u8, 0x0C, text.as_bytes()).chain([text.len()]);
    let lines = ends.map(|end| text[std::mem::replace(&mut start, end + 1)..end].trim());
    let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    let numbers: Vec<(usize, u32)> = (0..lines.len().saturating_sub(1))
        .filter_map(|at| Some((at, number_alone(lines[at]).filter(|_| is_label(lines[at + 1]))?)))
        .collect();
    let counted: Vec<usize> = (0..numbers.len())
        .filter(|&at| {
            let (_, number) = numbers[at];
            let is_next = |other: Option<&(usize, u32)>, by: u32| other.is_some_and(|it| it.1 == by);
            is_next(numbers.get(at + 1), number + 1)
                || number > 1 && is_next(at.checked_sub(1).and_then(|at| numbers.get(at)), number - 1)
        })
        .map(|at| numbers[at].0)
        .collect();
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    for (at, line) in lines.iter().enumerate() {
        let Some(next) = lines.get(at + 1) else { break };
        let first = if counted.binary_search(&at).is_ok() || is_numbered(line, next) {
            at
        } else if at > 0 && is_bracketed(lines[at - 1], line, next) {
            at - 1
        } else {
            continue;
        };
        if first >= from {
            runs.push(place(lines[first]).start..place(next).end);
            from = at + 2;
        }
    }
    runs
}

/// Whether a line holds nothing but one or two digits, with a point behind them or none.
fn may_be_broken(text: &str, end: char) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr_iter(end as u8, bytes).any(|at| {
        let line = bytes[at + 1..].trim_ascii_start();
        let digits = line.iter().take_while(|byte| byte.is_ascii_digit()).count();
        // Most lines of digits are figures; what follows them tells.
        (1..=4).contains(&digits)
            && matches!(line.get(digits), Some(b'\n' | b'\r' | b'|' | b' ' | b'.' | 0xE3 | 0xEF))
    })
}

fn digits(line: &str) -> usize {
    line.bytes().take_while(u8::is_ascii_digit).count()
}

/// The number of `2.` or `2、`, when that is all of `line`.
fn number_alone(line: &str) -> Option<u32> {
    let (number, mark) = line.split_at(digits(line));
    (number.len() <= MOST_DIGITS && [".", "．", "、"].contains(&mark)).then(|| number.parse().ok())?
}

/// Whether a number is followed by its point and words, `．属于国家秘密`, or a year by 年度.
fn is_numbered(line: &str, next: &str) -> bool {
    let is_number = !line.is_empty() && digits(line) == line.len();
    let words = next.strip_prefix(['.', '．', '、']);
    is_number
        && (line.len() <= MOST_DIGITS && words.is_some_and(is_label)
            || line.len() == 4 && next.starts_with("年度"))
}

/// Whether `line` is a number within the bracket that `above` opens and `below` closes.
fn is_bracketed(above: &str, line: &str, below: &str) -> bool {
    let is_number = (1..=MOST_DIGITS).contains(&line.len()) && digits(line) == line.len();
    let opens = || above.rfind(['（', '(']) > above.rfind(['）', ')']);
    let is_plain = |line: &str| !line.contains(['\t', '|']);
    let closes = || {
        let end = below.find(['（', '(', '）', ')']);
        end.is_some_and(|end| {
            below[end..].starts_with(['）', ')']) && below[..end].chars().count() <= MOST_WORDS
        })
    };
    is_number && is_plain(above) && is_plain(below) && opens() && closes()
}

/// Whether `line` is words, as a label is.
fn is_label(line: &str) -> bool {
    let is_han = |c: char| ('\u{3400}'..='\u{9FFF}').contains(&c);
    line.starts_with(is_han)
        && !line.contains(['\t', '|', '。'])
        && line.chars().filter(|c| is_han(*c)).count() >= LEAST_LABEL
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_labels_are_told_from_figures() {
        for (text, expected) in [
            ("信息数（相同信息计\n1\n条）\n条\n2274\n", &["信息数（相同信息计\n1\n条）"][..]),
            ("信息数（相同信息计\n\n1\n\n条）\n", &["信息数（相同信息计\n\n1\n\n条）"]),
            // A figure behind a label whose end is lost.
            ("信息数（相同信息计\n12\n网站公开信息数\n", &[]),
            ("信息数（计\n120\n条）\n", &[]),
            (
                "\n1.\n政府公报公开数\n28\n2.\n政府网站公开数\n9\n",
                &["1.\n政府公报公开数", "2.\n政府网站公开数"],
            ),
            // A figure cut at its point.
            ("收费金额\n12.\n政府集中采购\n3\n", &[]),
            ("0\n1\n．属于国家秘密\n0\n", &["1\n．属于国家秘密"]),
            ("0\n1\n属于国家秘密\n0\n", &[]),
            ("指标\n2011\n年度\n历年累计\n", &["2011\n年度"]),
            ("", &[]),
            ("1\n", &[]),
        ] {
            let found: Vec<&str> = runs(text, '\n').into_iter().map(|run| &text[run]).collect();
            assert_eq!(found, expected, "{text:?}");
            let barred = text.replace('\n', "|");
            let found: Vec<String> =
                runs(&barred, '|').into_iter().map(|run| barred[run].replace('|', "\n")).collect();
            assert_eq!(found, expected, "{barred:?}");
        }
    }
}
