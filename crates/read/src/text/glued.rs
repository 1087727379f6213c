//! Rows of a table that lost what stood between their cells, each still a line of its own.
//!
//! `行政规范性文件41234`: which digits belong to which cell only the whole table tells. Such lines are one paragraph,
//! as they are where the ends of the lines were lost too.

use std::ops::Range;

/// A longer line is a sentence.
const LONGEST: usize = 240;

/// So many rows make a table.
const LEAST_ROWS: usize = 3;

/// So many digits alone on a line are the row of a table without labels.
const LEAST_DIGITS: usize = 10;

/// Header lines above the first row that belong to the table.
const MOST_HEADERS: usize = 8;

/// What a line may be of such a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    /// A label and its digits, or many digits alone.
    Row { weight: usize },
    /// Words.
    Words,
    /// A sentence, the heading of a chapter, cells that still stand apart.
    Other,
}

/// The ranges of `text` that are such tables, in order.
pub(super) fn runs(text: &str) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    // Where the last few lines of words begin, the open table, and how many rows it has.
    let mut headers: Vec<usize> = Vec::new();
    let mut open: Option<Range<usize>> = None;
    let mut weight = 0;
    let mut at = 0;
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).map(|end| end + 1).chain([text.len()]);
    for end in ends {
        let start = std::mem::replace(&mut at, end);
        let line = &text[start..end];
        let body = line.trim();
        if body.is_empty() {
            continue;
        }
        match kind(body) {
            Line::Row { weight: own } => {
                weight += own;
                let first = headers.first().copied().unwrap_or(start);
                let end = start + line.trim_end().len();
                open = Some(open.map_or(first, |open| open.start)..end);
            }
            Line::Words => {
                headers.push(start);
                if open.is_none() && headers.len() > MOST_HEADERS {
                    headers.remove(0);
                }
                continue;
            }
            Line::Other => {
                runs.extend(open.take().filter(|_| weight >= LEAST_ROWS));
                weight = 0;
            }
        }
        headers.clear();
    }
    runs.extend(open.filter(|_| weight >= LEAST_ROWS));
    runs
}

fn kind(line: &str) -> Line {
    let is_row = || memchr::memchr2(b'\t', b'|', line.as_bytes()).is_some();
    if line.len() > LONGEST || is_row() || line.contains('。') {
        return Line::Other;
    }
    let label = line.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    let digits = line.len() - label.len();
    let is_label =
        label.ends_with(|c: char| c >= '\u{2E80}' && !"，、；：".contains(c)) || label.ends_with('”');
    if digits > 0 && is_label {
        Line::Row { weight: 1 }
    } else if label.is_empty() && digits >= LEAST_DIGITS {
        Line::Row { weight: LEAST_ROWS }
    } else if digits == 0 && !is_chapter(line) && !line.contains([' ', '\u{3000}']) {
        Line::Words
    } else {
        Line::Other
    }
}

/// 四、…, which begins what comes after the table.
fn is_chapter(line: &str) -> bool {
    let rest = line.trim_start_matches(['#', ' ']);
    let rest = rest.trim_start_matches(|c| "一二三四五六七八九十".contains(c));
    rest.len() < line.len() && rest.starts_with('、')
}
