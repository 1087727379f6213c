//! Second pass: line ends, spaces and punctuation, which mean what their neighbours make them mean.

use std::ops::Range;

use super::Context;
use super::edits::{EditKind, Rewrite, Rewriter};
use super::lines::{Role, bullet_len, is_page_number, prose_roles, wrapped_roles};
use crate::han::{is_han, is_opening, is_square};

/// Lines joined, spaces closed up, punctuation widened; `None` when nothing had to change.
pub(super) fn pass(source: &str, context: Context) -> Option<Rewrite> {
    let mut pass =
        Pass { source, closes_up: context.closes_up(), out: Rewriter::new(source), open: Vec::new() };
    let ranges = line_ranges(source);
    match context {
        Context::Narrative => pass.joined(&prose_roles(source, &ranges), &ranges),
        Context::Heading | Context::Cell => pass.joined(&wrapped_roles(source, &ranges), &ranges),
        Context::Line if is_page_number(source) => {
            pass.out.replace(0, source.len(), "", EditKind::PageNumber);
        }
        Context::Line | Context::TableRow => {
            for &(start, end) in &ranges {
                pass.open.clear();
                pass.line(start, end, start, '\n');
            }
        }
    }
    pass.out.finish()
}

/// Byte ranges of the lines of `source`, without their `\n`.
fn line_ranges(source: &str) -> Vec<(usize, usize)> {
    let mut start = 0;
    let ends = memchr::memchr_iter(b'\n', source.as_bytes()).chain([source.len()]);
    ends.map(|end| (std::mem::replace(&mut start, end + 1), end)).collect()
}

/// The same range without spaces at either end.
fn trimmed(source: &str, (start, end): (usize, usize)) -> (usize, usize) {
    let line = source[start..end].trim_start_matches(' ');
    (end - line.len(), end - line.len() + line.trim_end_matches(' ').len())
}

/// Bytes at which a line may have to change.
static STOPS: [bool; 256] = {
    let mut stops = [false; 256];
    let bytes = b" ,;:!?()";
    let mut i = 0;
    while i < bytes.len() {
        stops[bytes[i] as usize] = true;
        i += 1;
    }
    stops
};

/// The first stop at or beyond `at`.
fn next_stop(bytes: &[u8], mut at: usize) -> Option<usize> {
    // Every stop is ASCII and Chinese is not: of eight bytes only those without the high bit are looked at.
    const HIGH: u64 = 0x8080_8080_8080_8080;
    while let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        let mut ascii = !u64::from_le_bytes(*eight) & HIGH;
        while ascii != 0 {
            let place = ascii.trailing_zeros() as usize / 8;
            if STOPS[usize::from(eight[place])] {
                return Some(at + place);
            }
            ascii &= ascii - 1;
        }
        at += eight.len();
    }
    bytes.get(at..)?.iter().position(|&byte| STOPS[usize::from(byte)]).map(|stop| at + stop)
}

struct Pass<'a> {
    source: &'a str,
    /// Spaces beside Chinese separate nothing.
    closes_up: bool,
    out: Rewriter<'a>,
    /// For each ASCII parenthesis that is open on this line: whether it was widened.
    open: Vec<bool>,
}

impl Pass<'_> {
    /// Prose, a heading or a cell: its lines with their roles.
    fn joined(&mut self, roles: &[Role], ranges: &[(usize, usize)]) {
        // End of the text kept last, and the line after it.
        let (mut kept, mut since) = (0, 0);
        let mut texts = (0..ranges.len()).filter(|&index| roles[index].is_text()).peekable();
        while let Some(index) = texts.next() {
            let (start, end) = self.content(ranges[index], roles[index]);
            let marks = if let Role::Continued { bullet } = roles[index] {
                let paged = roles[since..index].contains(&Role::Page);
                self.join(kept, start, if paged { EditKind::PageNumber } else { soft_break(bullet) });
                start
            } else {
                self.tidy(kept, since..index, roles, ranges);
                self.drop(ranges[index].0, start, EditKind::Spacing);
                self.open.clear();
                start + marks_len(&self.source[start..end])
            };
            let next = texts.peek().map_or('\n', |&next| match roles[next] {
                Role::Continued { .. } => self.first_char(self.content(ranges[next], roles[next]).0),
                _ => '\n',
            });
            self.line(start, end, marks, next);
            (kept, since) = (end, index + 1);
        }
        self.tidy(kept, since..ranges.len(), roles, ranges);
    }

    /// The part of a line that is kept.
    fn content(&self, range: (usize, usize), role: Role) -> (usize, usize) {
        let (start, end) = trimmed(self.source, range);
        let bullet = matches!(role, Role::Continued { bullet: true });
        (if bullet { start + bullet_len(&self.source[start..end]) } else { start }, end)
    }

    /// Takes out what stands between two parts of a sentence; words of Latin letters stay apart.
    fn join(&mut self, from: usize, to: usize, kind: EditKind) {
        let latin =
            self.out.before(from).is_ascii_alphanumeric() && self.first_char(to).is_ascii_alphanumeric();
        self.out.replace(from, to, if latin { " " } else { "" }, kind);
    }

    /// Takes out page numbers and stray spaces between two lines that stay apart.
    fn tidy(&mut self, kept: usize, between: Range<usize>, roles: &[Role], ranges: &[(usize, usize)]) {
        if let Some(last) = between.start.checked_sub(1) {
            self.drop(kept, ranges[last].1, EditKind::Spacing);
        }
        for index in between {
            let (start, end) = ranges[index];
            if roles[index] == Role::Page {
                self.drop(start, self.source.len().min(end + 1), EditKind::PageNumber);
            } else {
                self.drop(start, end, EditKind::Spacing);
            }
        }
    }

    fn drop(&mut self, from: usize, to: usize, kind: EditKind) {
        if from < to {
            self.out.replace(from, to, "", kind);
        }
    }

    fn first_char(&self, at: usize) -> char {
        self.source[at..].chars().next().unwrap_or('\n')
    }

    /// Spaces and punctuation of `start..end`, which `next` follows; the space at `marks` stays.
    fn line(&mut self, start: usize, end: usize, marks: usize, next: char) {
        let bytes = &self.source.as_bytes()[..end];
        let mut at = start;
        while let Some(stop) = next_stop(bytes, at) {
            at = stop;
            if bytes[at] == b' ' {
                let len = bytes[at..].iter().take_while(|&&byte| byte == b' ').count();
                if at != marks || at == start {
                    self.spaces(start, at, at + len, end, next);
                }
                at += len;
                continue;
            }
            let wide = self.widened(at, end, next);
            if let Some(wide) = wide {
                self.out.replace(at, at + 1, wide, EditKind::Punctuation);
            }
            match bytes[at] {
                b'(' => self.open.push(wide.is_some()),
                b')' => {
                    self.open.pop();
                }
                _ => {}
            }
            at += 1;
        }
    }

    /// The wide form that the ASCII punctuation at `at` should have.
    ///
    /// A neighbour decides: `28,政府` and `件,28` are sentences, `1,234` and `10:30` are numbers.
    fn widened(&self, at: usize, end: usize, next: char) -> Option<&'static str> {
        let wide = match self.source.as_bytes()[at] {
            b',' => "，",
            b';' => "；",
            b':' => "：",
            b'!' => "！",
            b'?' => "？",
            b'(' => "（",
            b')' => "）",
            _ => return None,
        };
        let before = self.out.before(at);
        if wide == "）" {
            // It goes with its partner; `1)` is a list mark, （县级) lost its partner to an earlier line.
            return self.open.last().copied().unwrap_or(is_han(before)).then_some(wide);
        }
        let after = self.source[at + 1..end].chars().find(|&c| c != ' ').unwrap_or(next);
        (is_square(before) || is_han(after) || is_opening(after)).then_some(wide)
    }

    /// Takes out the spaces `from..to` of the line `start..end` when they separate nothing.
    fn spaces(&mut self, start: usize, from: usize, to: usize, end: usize, next: char) {
        let (left, right) = (self.out.before(from), self.source[to..end].chars().next().unwrap_or(next));
        let gone = if self.closes_up {
            let fixed = |c| matches!(c, '\t' | '|' | '\n');
            let beside =
                is_square(left) || is_square(right) || (to < end && self.widened(to, end, next).is_some());
            (beside && !fixed(left) && !fixed(right)) || self.spaced_year(start, from, end, next)
        } else {
            to - from == 1 && is_han(left) && is_han(right) && self.letter_spaced(start, from, end)
        };
        if gone {
            self.out.replace(from, to, "", EditKind::Spacing);
        }
    }

    /// Whether the space at `at` stands between two ideographs that each stand alone: 统 计 指 标.
    fn letter_spaced(&self, start: usize, at: usize, end: usize) -> bool {
        let apart = |c: Option<char>| c.is_none_or(|c| matches!(c, ' ' | '\t' | '|'));
        apart(self.source[start..at].chars().rev().nth(1)) && apart(self.source[at + 1..end].chars().nth(1))
    }

    /// Whether the space at `at` is one inside `2 0 2 3 年`: the only digits whose spaces can be trusted to be
    /// letter-spacing, since `4 2 0 8` may be four cells.
    fn spaced_year(&self, start: usize, at: usize, end: usize, next: char) -> bool {
        const LEN: usize = "2 0 2 3".len();
        let bytes = self.source.as_bytes();
        (0..3).any(|place| {
            let Some(first) = at.checked_sub(1 + 2 * place).filter(|&first| first >= start) else {
                return false;
            };
            let Some(year) = bytes[..end].get(first..first + LEN) else { return false };
            let digits = matches!(year[0], b'1' | b'2') && year.iter().step_by(2).all(u8::is_ascii_digit);
            if !digits || !year.iter().skip(1).step_by(2).all(|&byte| byte == b' ') {
                return false;
            }
            let before = bytes[start..first].iter().rfind(|&&byte| byte != b' ');
            let after = self.source[first + LEN..end].chars().find(|&c| c != ' ').unwrap_or(next);
            after == '年' && !before.is_some_and(u8::is_ascii_alphanumeric)
        })
    }
}

const fn soft_break(bullet: bool) -> EditKind {
    if bullet { EditKind::Bullet } else { EditKind::SoftBreak }
}

/// How long the Markdown mark at the start of a line is, whose space stays: `- `, `## `, `> `.
fn marks_len(line: &str) -> usize {
    let text = line.trim_start_matches(['#', '>', '-', '*', '+']);
    let len = line.len() - text.len();
    let heading = line[..len].bytes().all(|byte| byte == b'#');
    if len == 1 || heading { len } else { 0 }
}
