//! Tables that a crawler flattened into running text: labels are found in it, runs of digits left for arithmetic.
//!
//! `规章 000行政规范性文件693665第二十条第（五）项…` has no separators at all. Every run of digits belongs to the row label
//! right before it; how the run divides into cells is a choice for the form's identities, made in
//! [`splits`](splits).

use crate::strip::{KnownLabels, Piece, Printed, Strip, Token};
use aho_corasick::{AhoCorasick, Input, MatchKind};
use gongkai_document::Document;
use gongkai_grammar::{Cell, cell, enumerator, unmarked};
use gongkai_text::label::{digest, fold, fold_into};
use gongkai_text::{Span, Unit};
use memchr::memmem::Finder;

/// A paragraph shorter than this many bytes is no flattened table.
const SHORTEST: usize = 120;

/// So many different headings in one paragraph make it one.
const LEAST_HEADINGS: usize = 3;

/// The longest label that is looked for, in characters.
const LONGEST_LABEL: usize = 48;

/// The longest bracket behind a label, in bytes.
const LONGEST_ASIDE: usize = 96;

/// The most ways to divide a run that are kept.
const MOST_SPLITS: usize = 600;

/// No figure of a form takes more bytes, blanks around it included.
const LONGEST_FIGURE: usize = 24;

/// The headings of all forms as they are printed, looked for all at once.
#[derive(Debug, Default)]
pub(crate) struct Headings {
    words: Vec<String>,
    /// `None` while there are none.
    finder: Option<AhoCorasick>,
}

impl Headings {
    /// Makes `words`, each of which may be given several times, ready to be looked for.
    pub(crate) fn new(words: impl IntoIterator<Item = String>) -> Self {
        let mut words: Vec<String> = words.into_iter().filter(|words| !words.is_empty()).collect();
        words.sort_unstable();
        words.dedup();
        let finder = (!words.is_empty()).then(|| {
            let built = AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(&words);
            built.expect("the headings of some forms fill no automaton")
        });
        Self { words, finder }
    }

    /// Whether `paragraph` holds a table without separators.
    pub(crate) fn make_table(&self, paragraph: &str) -> bool {
        let Some(finder) = self.finder.as_ref().filter(|_| paragraph.len() >= SHORTEST) else { return false };
        let mut seen: Vec<&str> = Vec::new();
        let mut at = 0;
        while let Some(found) = finder.find(Input::new(paragraph).range(at..)) {
            let here = &paragraph[found.start()..];
            // One heading may begin as another does, or inside another.
            for words in self.words.iter().filter(|words| here.starts_with(words.as_str())) {
                if !seen.contains(&words.as_str()) {
                    seen.push(words);
                }
            }
            if seen.len() >= LEAST_HEADINGS {
                return true;
            }
            at = found.start() + here.chars().next().map_or(1, char::len_utf8);
        }
        false
    }
}

/// Where `words` begin in `text`, in order, overlapping places too.
pub(crate) fn places(text: &[u8], words: &Finder<'_>) -> Vec<u32> {
    let mut from = 0;
    let next = || {
        let at = from + words.find(text.get(from..)?)?;
        from = at + 1;
        Some(at as u32)
    };
    std::iter::from_fn(next).collect()
}

/// Cuts the paragraph at `span` into strips: one for each run of digits behind the label of a row, and one without
/// values for whatever stands between.
pub(crate) fn cut<'d>(
    document: &'d Document,
    known: &KnownLabels,
    (span, line): (Span, usize),
    folded: &mut String,
    strips: &mut Vec<Strip<'d>>,
) {
    let text = document.slice(span);
    let place = |part: &str| Span::of(part, document.text()).unwrap_or(span);
    let mut from = 0;
    for run in runs(text) {
        let before = &text[from..run.start];
        if is_counted_in_a_sentence(&text[run.end..]) {
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
        let start = label.as_ptr() as usize - before.as_ptr() as usize;
        let between = before[..start].trim();
        // 其中：1. belongs to the row that it numbers.
        if !unmarked(between).is_empty() {
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
    let rest = text[from..].trim();
    if !rest.is_empty() {
        let piece = piece(rest, place(rest), None, folded);
        strips.push(Strip { line, label: vec![piece], ..Strip::default() });
    }
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
        let start = rest + at;
        let is_part = |c: char| c.is_ascii_digit() || c == '.' || c.is_whitespace();
        let mut end = start;
        loop {
            end += text[end..].find(|c| !is_part(c)).unwrap_or(text.len() - end);
            // 105+121: a sign between digits begins the next figure of the run.
            match text[end..].strip_prefix(['+', '-']) {
                Some(after) if after.starts_with(|c: char| c.is_ascii_digit()) => end += 1,
                _ => break,
            }
        }
        rest = end;
        let mut digits = text[start..rest].trim_end();
        let after = &text[start + digits.len()..];
        let has_mark = digits.ends_with('.') || after.starts_with(['、', '．']);
        if has_mark {
            digits = digits.trim_end_matches('.');
            digits = &digits[..digits.len().saturating_sub(1)];
            digits = digits.trim_end();
        }
        let unit =
            [Unit::TEN_THOUSAND_YUAN, Unit::YUAN].into_iter().find(|unit| after.starts_with(unit.label()));
        if digits.bytes().any(|byte| byte.is_ascii_digit()) {
            runs.push(Run { start, end: start + digits.len(), unit });
        }
    }
    runs
}

/// The unit that `text` ends with, and what stands before it.
fn unit_at_end(text: &str) -> Option<(Unit, &str)> {
    let text = text.trim_end();
    let units = Unit::ALL.into_iter().filter_map(|unit| Some((unit, text.strip_suffix(unit.label())?)));
    // 万元 ends with 元.
    units.min_by_key(|(_, before)| before.len())
}

/// Whether what follows a run of digits makes it a figure of a sentence: a unit and a mark of punctuation.
fn is_counted_in_a_sentence(after: &str) -> bool {
    let is_mark = |rest: &str| rest.starts_with(['，', '。', '；', ',', ';', '、']);
    Unit::ALL.into_iter().any(|unit| after.strip_prefix(unit.label()).is_some_and(is_mark))
}

/// The longest row label at the end of `text`, with its key.
fn label_at_end<'t>(text: &'t str, known: &KnownLabels) -> Option<(&'t str, u64)> {
    let text = text.trim_end();
    let mut best = None;
    for (at, _) in text.char_indices().rev().take(LONGEST_LABEL) {
        let label = &text[at..];
        if label.starts_with(|c: char| !c.is_alphanumeric()) {
            continue;
        }
        let key = digest(&fold(label));
        if known.rows.contains_key(&key) {
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

/// Every way to divide `run`, which stands at `span`, into `n` numbers without leading zeros.
///
/// Blanks in the run divide it as far as they go; a decimal point can only stand in the last number. `None` when
/// there are too few digits, or more than 600 ways.
pub(crate) fn splits<'d>(run: &'d str, span: Span, n: usize) -> Option<Vec<Vec<Token<'d>>>> {
    if run.len() > n * LONGEST_FIGURE {
        return None;
    }
    let parts: Vec<&'d str> = run.split_whitespace().flat_map(before_signs).collect();
    let mut ways: Vec<Vec<&'d str>> = Vec::new();
    if parts.len() == n {
        ways.push(parts);
    } else {
        divide(&parts, n, &mut Vec::new(), &mut ways);
    }
    if ways.len() > MOST_SPLITS {
        return None;
    }
    let token = |part: &'d str| {
        let at = Span::of(part, run)?.shifted(span.start);
        let printed = match cell(part) {
            Cell::Number(number) => Printed::Number(number),
            Cell::Dash => Printed::Dash,
            _ => return None,
        };
        Some(Token { printed, span: at, column: 0 })
    };
    let ways: Vec<Vec<Token<'d>>> =
        ways.into_iter().filter_map(|way| way.into_iter().map(token).collect()).collect();
    (!ways.is_empty()).then_some(ways)
}

/// The pieces of `part`, cut before each sign.
fn before_signs(part: &str) -> impl Iterator<Item = &str> {
    let mut rest = part;
    std::iter::from_fn(move || {
        let next = rest.get(1..)?.find(['+', '-']).map_or(rest.len(), |at| at + 1);
        let (piece, later) = rest.split_at(next);
        rest = later;
        Some(piece)
    })
}

/// Adds to `out` every way to continue `way` with exactly `n` numbers made of `parts`, up to one more than are kept.
fn divide<'d>(parts: &[&'d str], n: usize, way: &mut Vec<&'d str>, out: &mut Vec<Vec<&'d str>>) {
    let Some((&part, later)) = parts.split_first() else {
        if n == 0 {
            out.push(way.clone());
        }
        return;
    };
    let digits: usize = parts.iter().map(|part| part.find('.').unwrap_or(part.len())).sum();
    if n < parts.len() || n > digits || out.len() > MOST_SPLITS {
        return;
    }
    // A minus alone is the dash of a cell without a figure.
    let is_number = |number: &str| match number.strip_prefix(['+', '-']).unwrap_or(number) {
        "" => number == "-",
        digits => digits.len() == 1 || !digits.starts_with('0') || digits.starts_with("0."),
    };
    for at in 1..part.find('.').unwrap_or(part.len()) {
        if is_number(&part[..at]) {
            way.push(&part[..at]);
            let mut rest = vec![&part[at..]];
            rest.extend_from_slice(later);
            divide(&rest, n - 1, way, out);
            way.pop();
        }
    }
    if is_number(part) {
        way.push(part);
        divide(later, n - 1, way, out);
        way.pop();
    }
}
