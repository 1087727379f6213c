//! Tables that a crawler flattened into running text: labels are found in it, runs of digits left for arithmetic.
//!
//! `规章 000行政规范性文件693665第二十条第（五）项…` has no separators at all. Every run of digits belongs to the row label
//! right before it; how the run divides into cells is a choice for the form's identities ([`splits()`]).

mod codes;
mod dates;
mod splits;

pub(crate) use splits::splits;

use crate::form::forms::{Count, Forms};
use crate::form::known::Known;
use crate::strips::strip::{Piece, Printed, Strip, Token};
use codes::{LEAST_NUMBERED, without_codes};
use dates::date_at_end;
use gongkai_document::Document;
use gongkai_grammar::{enumerator, unmarked};
use gongkai_text::label::{digest, fold, fold_into};
use gongkai_text::{Span, Unit};
use splits::is_mark;

/// The longest label that is looked for, in characters.
const LONGEST_LABEL: usize = 48;

/// The longest bracket behind a label, in bytes.
const LONGEST_ASIDE: usize = 96;

/// Units that may stand behind a figure too; the longer one first.
const AMOUNTS: [Unit; 2] = [Unit::TEN_THOUSAND_YUAN, Unit::YUAN];

/// Cuts the paragraph at `span` into strips: one for each run of digits behind the label of a row, and one without
/// values for whatever stands between. Says whether rows without any figure are among them.
pub(crate) fn cut<'d>(
    document: &'d Document,
    known: &Known<'_>,
    (span, line): (Span, usize),
    folded: &mut String,
    strips: &mut Vec<Strip<'d>>,
) -> bool {
    let mut loses_blanks = false;
    let text = document.slice(span);
    let place = |part: &str| Span::of(part, document.text()).unwrap_or(span);
    let mut from = 0;
    let first = strips.len();
    for run in runs(text) {
        let before = &text[from..run.start];
        if is_counted_in_a_sentence(&text[run.end..]) {
            continue;
        }
        // 申请数02件12: what stood before the unit is the code of the row.
        if let (Some(unit), Some(strip)) = (Unit::parse(before.trim()), strips[first..].last_mut())
            && strip.unit.is_none_or(|own| own == unit && AMOUNTS.contains(&own))
            && let Some(token) = strip.values.first_mut()
        {
            let digits = &text[run.start..run.end];
            *token = Token { printed: Printed::Run(digits), span: place(digits), column: 0 };
            strip.unit = Some(unit);
            strip.has_serial = true;
            from = run.end;
            continue;
        }
        // 收到申请数12, or with the unit in between: 受理依申请公开信息总数条12.
        let (unit, labelled) = match label_at_end(before, known) {
            Some(label) => (run.unit, Some(label)),
            None => match unit_at_end(before) {
                Some((unit, before)) => (Some(unit), label_at_end(before, known)),
                None => (None, None),
            },
        };
        let Some((label, key)) = labelled else { continue };
        // The next column is a rate, 28 5%: where the figure ends is not to be seen.
        if text[run.end..].starts_with(['%', '％']) {
            continue;
        }
        let start = label.as_ptr() as usize - before.as_ptr() as usize;
        let between = before[..start].trim();
        // 行政许可14253件,行政处罚181: behind a unit and a comma stands a part of a sentence.
        let clause = between.strip_suffix([',', '，', ';', '；']);
        if clause.is_some_and(|clause| Unit::ALL.into_iter().any(|unit| clause.ends_with(unit.label()))) {
            continue;
        }
        // 其中：1. belongs to the row that it numbers.
        if !unmarked(between).is_empty() {
            loses_blanks |= is_blank_row(between, known);
            let piece = piece(between, place(between), None, folded);
            strips.push(Strip { line, label: vec![piece], ..Strip::default() });
        }
        let mut piece = piece(label, place(label), mark_before(&before[..start]), folded);
        piece.known = true;
        piece.keys = [key, key];
        let digits = &text[run.start..run.end];
        let mut strip = Strip { line, keys: vec![key], mark: piece.mark, unit, ..Strip::default() };
        strip.label.push(piece);
        strip.values.push(Token { printed: Printed::Run(digits), span: place(digits), column: 0 });
        strips.push(strip);
        from = run.end;
    }
    // The number of a row without a figure ends the last run.
    without_codes(&mut strips[first..], begins_with_row(text[from..].trim(), known));
    // Where other rows print a code before their unit, a lone figure is that code, and the cell is blank.
    if strips[first..].iter().filter(|strip| strip.has_serial).count() >= LEAST_NUMBERED {
        strips[first..].iter_mut().filter(|strip| !strip.has_serial).for_each(|strip| strip.values.clear());
    }
    let rest = text[from..].trim();
    if !rest.is_empty() {
        let piece = piece(rest, place(rest), None, folded);
        strips.push(Strip { line, label: vec![piece], ..Strip::default() });
    }
    loses_blanks
}

/// A shorter line, in bytes, is a row or two and not a whole table.
const SHORTEST: usize = 320;

/// So many different rows of a form in one paragraph make it a table without separators, whatever stands above them.
const LEAST_ROWS: usize = 5;

/// For which forms `text` holds a table without separators, by its rows: each stands right before a run of digits.
pub(crate) fn table_by_rows(text: &str, known: &Known<'_>) -> Forms {
    if text.len() < SHORTEST || text.contains('。') {
        return Forms::NONE;
    }
    let (mut seen, mut count) = (Vec::new(), Count::<LEAST_ROWS>::new());
    let mut from = 0;
    for run in runs(text) {
        let before = text[from..run.start].trim_end();
        from = run.end;
        if is_counted_in_a_sentence(&text[run.end..]) {
            continue;
        }
        let before = unit_at_end(before).map_or(before, |(_, label)| label.trim_end());
        let mut forms = Forms::NONE;
        for (at, _) in before.char_indices().rev().take(LONGEST_LABEL) {
            let key = digest(&fold(&before[at..]));
            let of = known.forms_of_row(key);
            if of != Forms::NONE && !seen.contains(&key) {
                seen.push(key);
                forms = forms.or(of);
            }
        }
        count.add(forms);
    }
    known.own(count.enough())
}

/// Whether `words` end with a row of several cells and its unit, behind which nothing is printed.
fn is_blank_row(words: &str, known: &Known<'_>) -> bool {
    // The number of the next row stands behind it.
    let words = words.trim_end_matches(|c: char| !c.is_alphabetic());
    let words = words.strip_suffix("其中").unwrap_or(words);
    let label = unit_at_end(words).and_then(|(_, words)| label_at_end(words, known));
    label.is_some_and(|(_, key)| known.fewest_cells(key).is_some_and(|cells| cells > 1))
}

/// Whether `text` begins with the label of a row.
fn begins_with_row(text: &str, known: &Known<'_>) -> bool {
    let bare = unmarked(text).trim_start();
    let ends = bare.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST_LABEL);
    ends.skip(1).any(|end| known.is_row(digest(&fold(&bare[..end]))))
}

/// A run of digits, blanks and points among them, and the unit behind it.
struct Run {
    start: usize,
    end: usize,
    unit: Option<Unit>,
}

/// The runs of digits in `text`, the enumerator of a following label left out: `00000002.其他` ends before the 2.
fn runs(text: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut rest = 0;
    while let Some(at) = text[rest..].find(|c: char| c.is_ascii_digit()) {
        // Cells before the first figure that print a dash or a stroke.
        let before = text[rest..rest + at].trim_end_matches(|c: char| is_mark(c) || c == ' ');
        let marked = text[rest + before.len()..rest + at].trim_start();
        let is_page = page_number(marked.len(), &text[rest + at - marked.len()..]);
        let start = rest + at - if is_page { 0 } else { marked.len() };
        let end = rest + at + run_length(&text[rest + at..]);
        rest = end;
        let mut digits = text[start..end].trim_end();
        let after = &text[start + digits.len()..];
        let has_mark = digits.ends_with('.') || after.starts_with(['、', '．']);
        if has_mark {
            digits = digits.trim_end_matches('.');
            digits = &digits[..digits.len().saturating_sub(1)];
            digits = digits.trim_end();
        }
        digits = digits[..digits.len() - date_at_end(digits, after)].trim_end();
        let unit = AMOUNTS.into_iter().find(|unit| after.starts_with(unit.label()));
        if digits.bytes().any(|byte| byte.is_ascii_digit()) {
            runs.push(Run { start, end: start + digits.len(), unit });
        }
    }
    runs
}

/// Whether `text` begins with a page number between two dashes, the first of them `len` bytes long: `— 6 —`.
fn page_number(len: usize, text: &str) -> bool {
    let is_dash = |c: char| "-—－–".contains(c);
    let (dash, rest) = text.split_at(len.min(text.len()));
    let number = rest.trim_start().trim_start_matches(|c: char| c.is_ascii_digit());
    let is_apart = rest.starts_with(char::is_whitespace) || dash.ends_with(char::is_whitespace);
    is_apart && dash.trim().chars().all(is_dash) && number.trim_start().starts_with(is_dash)
}

/// How many bytes at the start of `text` are a run: digits, points and blanks, thousands set apart, signs before a
/// figure, and the marks of cells without one.
fn run_length(text: &str) -> usize {
    let mut end = 0;
    for (at, c) in text.char_indices() {
        if at < end {
            continue;
        }
        let after = &text[at + c.len_utf8()..];
        let is_digit = |c: char| c.is_ascii_digit();
        let is_part = match c {
            '0'..='9' | '.' => true,
            // 1,809: a point of a sentence is followed by other than three digits.
            ',' => {
                let count = after.find(|c: char| !is_digit(c)).unwrap_or(after.len());
                count >= 3 && text[..at].ends_with(is_digit)
            }
            '+' => after.starts_with(is_digit),
            _ if is_mark(c) => !page_number(c.len_utf8(), &text[at..]),
            _ => c.is_whitespace(),
        };
        if !is_part {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

/// The unit that `text` ends with, and what stands before it.
fn unit_at_end(text: &str) -> Option<(Unit, &str)> {
    let text = text.trim_end();
    // 万元 ends with 元: the longer one first.
    [1, 0].into_iter().find_map(|place| {
        let (at, _) = text.char_indices().nth_back(place)?;
        Some((Unit::parse(&text[at..])?, &text[..at]))
    })
}

/// Whether what follows a run of digits makes it a figure of a sentence: a unit and a mark of punctuation.
fn is_counted_in_a_sentence(after: &str) -> bool {
    let is_mark = |rest: &str| rest.starts_with(['，', '。', '；', ',', ';', '、']);
    Unit::ALL.into_iter().any(|unit| after.strip_prefix(unit.label()).is_some_and(is_mark))
}

/// The longest row label at the end of `text`, with its key.
fn label_at_end<'t>(text: &'t str, known: &Known<'_>) -> Option<(&'t str, u64)> {
    let text = text.trim_end();
    let mut best = None;
    for (at, _) in text.char_indices().rev().take(LONGEST_LABEL) {
        let label = &text[at..];
        if label.starts_with(|c: char| !c.is_alphanumeric()) {
            continue;
        }
        let key = digest(&fold(label));
        if known.is_row(key) {
            best = Some((label, key));
        }
    }
    // 收费减免金额（元）: what stands in the bracket is no part of the label.
    best.or_else(|| {
        let closed = text.strip_suffix(['）', ')'])?;
        let open = closed.rfind(['（', '('])?;
        label_at_end(&text[..open], known).filter(|_| closed.len() - open <= LONGEST_ASIDE)
    })
}

/// The enumerator that `text` ends with.
fn mark_before(text: &str) -> Option<gongkai_grammar::Enumerator> {
    let text = text.trim_end();
    let starts = text.char_indices().rev().take(4);
    starts
        .filter_map(|(at, _)| match enumerator(&text[at..]) {
            (Some(mark), "") => Some(mark),
            _ => None,
        })
        .last()
}

fn piece(words: &str, span: Span, mark: Option<gongkai_grammar::Enumerator>, folded: &mut String) -> Piece {
    let start = folded.len();
    fold_into(words, folded);
    let key = digest(&folded[start..]);
    let folded = Span::new(start as u32, folded.len() as u32);
    Piece { span, column: 0, mark, folded, keys: [key, key], known: false, heading: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_ends_where_no_cell_goes_on() {
        for (text, expected) in [
            ("00000002.其他", &["0000000"][..]),
            ("105+121处理", &["105+121"]),
            ("1,809其他", &["1,809"]),
            ("12,其中3", &["12", "3"]),
            ("规章/0-其他", &["/0-"]),
            ("0000000— 6 —2.其他", &["0000000", "6 —"]),
            ("002013年1月15日", &["00", "1", "15"]),
            ("0 0 2013 年1月", &["0 0", "1"]),
            ("00 2013-01-15", &["00"]),
            ("122013.1.15", &["12"]),
            ("2013年", &[]),
            ("52013-13-2", &["52013-13-2"]),
        ] {
            let found: Vec<&str> = runs(text).iter().map(|run| &text[run.start..run.end]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
