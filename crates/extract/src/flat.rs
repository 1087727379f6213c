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

/// Words of every form, as a page in traditional characters prints them.
const TRADITIONAL: &[&str] = &["公開", "數量"];

/// The longest label that is looked for, in characters.
const LONGEST_LABEL: usize = 48;

/// The longest bracket behind a label, in bytes.
const LONGEST_ASIDE: usize = 96;

/// The most ways to divide a run that are kept.
const MOST_SPLITS: usize = 600;

/// No figure of a form takes more bytes, blanks around it included.
const LONGEST_FIGURE: usize = 24;

/// Units that may stand behind a figure too; the longer one first.
const AMOUNTS: [Unit; 2] = [Unit::TEN_THOUSAND_YUAN, Unit::YUAN];

/// The headings of all forms as they are printed, looked for all at once.
#[derive(Debug, Default)]
pub(crate) struct Headings {
    words: Vec<String>,
    /// The same folded, for paragraphs in traditional characters.
    folded: Vec<String>,
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
        let folded = words.iter().map(|words| fold(words)).collect();
        Self { words, folded, finder }
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
        self.make_table_in_traditional(paragraph)
    }

    /// The same for a paragraph in traditional characters.
    fn make_table_in_traditional(&self, paragraph: &str) -> bool {
        let is_traditional =
            |word: &&str| memchr::memmem::find(paragraph.as_bytes(), word.as_bytes()).is_some();
        if !TRADITIONAL.iter().any(is_traditional) {
            return false;
        }
        let words = fold(paragraph);
        self.folded.iter().filter(|heading| words.contains(heading.as_str())).count() >= LEAST_HEADINGS
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
/// values for whatever stands between. Says whether rows without any figure are among them.
pub(crate) fn cut<'d>(
    document: &'d Document,
    known: &KnownLabels,
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

/// Whether `words` end with a row of several cells and its unit, behind which nothing is printed.
fn is_blank_row(words: &str, known: &KnownLabels) -> bool {
    // The number of the next row stands behind it.
    let words = words.trim_end_matches(|c: char| !c.is_alphabetic());
    let words = words.strip_suffix("其中").unwrap_or(words);
    let label = unit_at_end(words).and_then(|(_, words)| label_at_end(words, known));
    label.is_some_and(|(_, key)| known.cells.get(&key).is_some_and(|cells| *cells > 1))
}

/// So many runs that go on counting hold the numbers of their rows.
const LEAST_NUMBERED: usize = 6;

/// No row is numbered with more digits.
const LONGEST_CODE: usize = 3;

/// The numbers of two rows with figures are at most so far apart: headings between them are numbered too.
const MOST_APART: u32 = 4;

/// Takes the numbers of rows out of the runs that hold them, where each run begins or ends with the next number.
///
/// A number printed before its label ends the run of the row above, so the last row's run has none, unless another row
/// follows (`goes_on`).
fn without_codes(strips: &mut [Strip<'_>], goes_on: bool) {
    let is_run =
        |strip: &&mut Strip<'_>| matches!(strip.values[..], [Token { printed: Printed::Run(_), .. }]);
    let mut rows: Vec<&mut Strip<'_>> = strips.iter_mut().filter(is_run).collect();
    let digits: Vec<&str> = rows.iter().filter_map(|strip| run_of(strip)).collect();
    let cuts: Vec<(usize, usize)> = if let Some(codes) = rising(&digits, true) {
        codes.into_iter().zip(&digits).map(|(len, digits)| (len, digits.len())).collect()
    } else {
        let before = &digits[..digits.len().saturating_sub(usize::from(!goes_on))];
        let codes = rising(before, false).unwrap_or_default();
        codes.into_iter().zip(before).map(|(len, digits)| (0, digits.len() - len)).collect()
    };
    for ((strip, digits), (start, end)) in rows.iter_mut().zip(digits).zip(cuts) {
        let kept = digits[start..end].trim();
        let token = strip.values[0];
        strip.values.clear();
        if let Some(part) = Span::of(kept, digits).filter(|_| !kept.is_empty()) {
            let span = part.shifted(token.span.start);
            strip.values.push(Token { printed: Printed::Run(kept), span, ..token });
        }
    }
}

/// Whether `text` begins with the label of a row.
fn begins_with_row(text: &str, known: &KnownLabels) -> bool {
    let bare = unmarked(text).trim_start();
    let ends = bare.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST_LABEL);
    ends.skip(1).any(|end| known.rows.contains_key(&digest(&fold(&bare[..end]))))
}

/// The run of a row.
fn run_of<'d>(strip: &Strip<'d>) -> Option<&'d str> {
    match strip.values[..] {
        [Token { printed: Printed::Run(digits), .. }] => Some(digits),
        _ => None,
    }
}

/// The numbers that a run may begin or end with, each with its length in bytes.
fn codes_of(run: &str, in_front: bool) -> impl Iterator<Item = (u32, usize)> {
    (1..=LONGEST_CODE.min(run.len())).filter_map(move |len| {
        let code = if in_front { run.get(..len) } else { run.get(run.len() - len..) }?;
        let is_code = code.bytes().all(|byte| byte.is_ascii_digit());
        Some((code.parse().ok()?, len)).filter(|_| is_code)
    })
}

/// One number of each of `runs`, such that they count on from run to run: their lengths. The path that leaves out the
/// fewest numbers is taken; headings print nothing but theirs.
fn rising(runs: &[&str], in_front: bool) -> Option<Vec<usize>> {
    let counted = codes_of(runs.first()?, in_front).filter_map(|(start, len)| {
        let mut lengths = vec![len];
        let mut last = start;
        for run in &runs[1..] {
            let is_next = |(code, _): &(u32, usize)| (1..=MOST_APART).contains(&code.wrapping_sub(last));
            let (code, len) = codes_of(run, in_front).filter(is_next).min()?;
            last = code;
            lengths.push(len);
        }
        let is_row = |(run, len): &(&&str, &usize)| run.len() > **len;
        let rows = runs.iter().zip(&lengths).filter(is_row).count();
        (rows >= LEAST_NUMBERED).then_some((last - start, lengths))
    });
    counted.min_by_key(|(apart, _)| *apart).map(|(_, lengths)| lengths)
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
        let unit = AMOUNTS.into_iter().find(|unit| after.starts_with(unit.label()));
        if digits.bytes().any(|byte| byte.is_ascii_digit()) {
            runs.push(Run { start, end: start + digits.len(), unit });
        }
    }
    runs
}

/// A mark that a cell without a figure prints.
fn is_mark(c: char) -> bool {
    matches!(c, '-' | '—' | '－' | '–' | '/' | '／')
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
            Cell::NotApplicable => Printed::NotApplicable,
            _ => return None,
        };
        Some(Token { printed, span: at, column: 0 })
    };
    let ways: Vec<Vec<Token<'d>>> =
        ways.into_iter().filter_map(|way| way.into_iter().map(token).collect()).collect();
    (!ways.is_empty()).then_some(ways)
}

/// The pieces of `part`, cut before each sign, and around the marks of cells without a figure.
fn before_signs(part: &str) -> impl Iterator<Item = &str> {
    let mut rest = part;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let later = &rest[first.len_utf8()..];
        let next = if is_mark(first) && first != '-' {
            first.len_utf8()
        } else {
            later.find(|c: char| c == '+' || is_mark(c)).map_or(rest.len(), |at| at + first.len_utf8())
        };
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
    for at in 1..part.find('.').unwrap_or(part.len()) {
        if part.is_char_boundary(at) && is_figure(&part[..at]) {
            way.push(&part[..at]);
            let mut rest = vec![&part[at..]];
            rest.extend_from_slice(later);
            divide(&rest, n - 1, way, out);
            way.pop();
        }
    }
    if is_figure(part) {
        way.push(part);
        divide(later, n - 1, way, out);
        way.pop();
    }
}

/// Whether `part` may be one cell: a figure without leading zeros, its thousands set apart by threes, or a mark alone.
fn is_figure(part: &str) -> bool {
    match part.strip_prefix(['+', '-']).unwrap_or(part) {
        "" => part == "-",
        mark if mark.starts_with(is_mark) => mark.len() == part.len() && mark.chars().count() == 1,
        digits => {
            let by_threes =
                || digits.split(',').skip(1).all(|group| group.split('.').next().map_or(0, str::len) == 3);
            let begins = digits.len() == 1 || !digits.starts_with('0') || digits.starts_with("0.");
            begins && digits.starts_with(|c: char| c.is_ascii_digit()) && by_threes()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_that_count_on_hold_the_numbers_of_rows() {
        let check = |digits: &[&str], in_front: bool, expected: Option<&[usize]>| {
            let found = rising(digits, in_front);
            assert_eq!(found.as_deref(), expected, "{digits:?}");
        };
        check(
            &["2", "760693", "284", "285", "77", "756568", "09", "41110"],
            false,
            Some(&[1, 1, 1, 1, 1, 1, 1, 2]),
        );
        check(&["02756", "0328", "0428", "050", "077", "0812"], true, Some(&[2, 2, 2, 2, 2, 2]));
        check(&["0000000", "0000000", "0000000", "0000000", "0000000", "0000000"], false, None);
        check(&["12", "34", "5", "67", "8", "90"], false, None);
    }

    #[test]
    fn a_run_ends_where_no_cell_goes_on() {
        for (text, expected) in [
            ("00000002.其他", &["0000000"][..]),
            ("105+121处理", &["105+121"]),
            ("1,809其他", &["1,809"]),
            ("12,其中3", &["12", "3"]),
            ("规章/0-其他", &["/0-"]),
            ("0000000— 6 —2.其他", &["0000000", "6 —"]),
        ] {
            let found: Vec<&str> = runs(text).iter().map(|run| &text[run.start..run.end]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
