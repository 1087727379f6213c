//! First pass: characters and markup, which mean the same wherever they stand.

use super::Context;
use super::edits::{EditKind, Rewrite, Rewriter};
use crate::char_set::CharSet;
use crate::width::plain;

/// Whether a later round could find markup that this one uncovered.
pub(super) fn may_hold_markup(text: &str) -> bool {
    memchr::memchr2_iter(b'<', b'*', text.as_bytes())
        .any(|at| text.as_bytes()[at] == b'<' || text[at + 1..].starts_with('*'))
}

/// Characters of three bytes that may have to change: all that [`change`] names, and few others.
static EXOTIC: CharSet = CharSet::of("\u{2212}\u{3000}\u{FEFF}")
    .with('\u{2000}', '\u{2012}')
    .with('\u{2028}', '\u{202F}')
    .with('\u{205F}', '\u{2069}')
    .with('\u{2E80}', '\u{2FD5}')
    .with('\u{F900}', '\u{FAD9}')
    .with('\u{FF01}', '\u{FF64}')
    .without(WIDE_MARKS);

/// Other bytes at which something may have to change: line ends, markup, the first byte of a hard space.
static STOPS: [bool; 256] = {
    let mut stops = [false; 256];
    let bytes = [b'\r', 0x0B, 0x0C, b'*', b'<', b'>', 0xC2];
    let mut i = 0;
    while i < bytes.len() {
        stops[bytes[i] as usize] = true;
        i += 1;
    }
    stops
};

/// The first place at or beyond `at` where something may have to change.
fn next_stop(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let &byte = bytes.get(at)?;
        if byte & 0xF0 == 0xE0 {
            // Ideographs stay.
            let next = EXOTIC.next_but(bytes, at, |lead| matches!(lead, 0xE4..=0xE9));
            if next == at {
                return Some(at);
            }
            at = next;
        } else if STOPS[usize::from(byte)] {
            return Some(at);
        } else {
            at += 1;
        }
    }
}

/// Plain characters for exotic ones, and no markup; `None` when nothing had to change.
pub(super) fn pass(source: &str, context: Context) -> Option<Rewrite> {
    let bytes = source.as_bytes();
    let mut out = Rewriter::new(source);
    // Where the bold text and the link that are open end, their marks included.
    let mut bold = 0..0;
    let mut link = 0..0;
    let mut at = 0;
    while let Some(stop) = next_stop(bytes, at) {
        at = stop;
        let mut end = at + 1;
        match bytes[at] {
            b'*' => {
                end = at + run(bytes, at);
                if at == bold.start && end == bold.end {
                    out.replace(at, end, "", EditKind::Markup);
                } else if bold.end <= at
                    && let Some(close) = bold_end(source, at, end)
                {
                    bold = close..close + (end - at);
                    out.replace(at, end, "", EditKind::Markup);
                }
            }
            b'<' => match tag(&source[at..]) {
                Some(Tag::Gone(len)) => {
                    end = at + len;
                    out.replace(at, end, "", EditKind::Markup);
                }
                Some(Tag::Break(len)) => {
                    end = at + len;
                    let blank = if context.closes_up() { "\n" } else { " " };
                    out.replace(at, end, blank, EditKind::Markup);
                }
                Some(Tag::Link(len)) => {
                    link = at + len - 1..at + len;
                    out.replace(at, end, "", EditKind::Markup);
                }
                None => {}
            },
            b'>' if link.contains(&at) => out.replace(at, end, "", EditKind::Markup),
            b'\r' if bytes.get(at + 1) == Some(&b'\n') => out.replace(at, end, "", EditKind::LineEnd),
            b'\r' | 0x0B | 0x0C => out.replace(at, end, "\n", EditKind::LineEnd),
            lead if lead >= 0x80 => {
                let c = source[at..].chars().next().expect("a lead byte starts a character");
                end = at + c.len_utf8();
                match change(c) {
                    Change::None => {}
                    Change::To(new, kind) => out.replace(at, end, new.encode_utf8(&mut [0; 4]), kind),
                    Change::Gone => out.replace(at, end, "", EditKind::Invisible),
                }
            }
            _ => {}
        }
        at = end;
    }
    out.finish()
}

/// Wide punctuation tells a sentence from a number: `28，政府` is no thousand.
const WIDE_MARKS: &str = "！＂＇（），：；＜＞？［］｛｝｜～＊＼＾｀";

enum Change {
    None,
    To(char, EditKind),
    Gone,
}

fn change(c: char) -> Change {
    let kind = match c {
        _ if WIDE_MARKS.contains(c) => return Change::None,
        '\u{FF01}'..='\u{FF64}' | '\u{2010}'..='\u{2012}' | '\u{2212}' => EditKind::Width,
        '\u{2E80}'..='\u{2FD5}' | '\u{F900}'..='\u{FAD9}' => EditKind::Ideograph,
        '\u{3000}' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' => EditKind::Blank,
        '\u{AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'
        | '\u{2066}'..='\u{2069}'
        | '\u{FEFF}' => return Change::Gone,
        '\u{85}' | '\u{2028}' | '\u{2029}' => return Change::To('\n', EditKind::LineEnd),
        _ => return Change::None,
    };
    let new = plain(c);
    if new == c { Change::None } else { Change::To(new, kind) }
}

/// How many `*` stand at `at`.
fn run(bytes: &[u8], at: usize) -> usize {
    bytes[at..].iter().take_while(|&&byte| byte == b'*').count()
}

/// Where the text that the `**` or `***` at `at..end` opens is closed: by as many, on the same line.
///
/// A `**` before punctuation or the end of a line opens nothing: it masks a name, 张**。
fn bold_end(source: &str, at: usize, end: usize) -> Option<usize> {
    const MOST_RUNS: usize = 4;
    let bytes = source.as_bytes();
    if !(2..=3).contains(&(end - at)) {
        return None;
    }
    let next = source[end..].chars().find(|&c| c != ' ')?;
    if matches!(
        next,
        '\n' | '\r'
            | '\t'
            | '|'
            | '，'
            | '。'
            | '、'
            | '；'
            | '：'
            | '）'
            | '”'
            | '》'
            | ','
            | '.'
            | ';'
            | ':'
            | ')'
    ) {
        return None;
    }
    let mut from = end;
    for _ in 0..MOST_RUNS {
        from += memchr::memchr2(b'*', b'\n', &bytes[from..])?;
        let len = run(bytes, from);
        if len == 0 {
            return None;
        }
        if len == end - at {
            return Some(from);
        }
        from += len;
    }
    None
}

/// What stands at a `<`, with its length in bytes.
enum Tag {
    /// Formatting or a form field, without text of its own.
    Gone(usize),
    /// A line break.
    Break(usize),
    /// A link in angle brackets.
    Link(usize),
}

fn tag(text: &str) -> Option<Tag> {
    const LONGEST: usize = 512;
    let bytes = &text.as_bytes()[..text.len().min(LONGEST)];
    let len = memchr::memchr2(b'>', b'\n', &bytes[1..])? + 2;
    if bytes[len - 1] == b'\n' {
        return None;
    }
    let inner = &text[1..len - 1];
    let starts =
        |prefix: &str| inner.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix));
    if ["http://", "https://", "mailto:"].into_iter().any(starts) && !inner.contains(' ') {
        return Some(Tag::Link(len));
    }
    let name = inner.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
    let is = |names: &[&str]| names.iter().any(|known| name.eq_ignore_ascii_case(known));
    if is(&["br"]) {
        Some(Tag::Break(len))
    } else if is(&["i", "b", "u", "em", "strong", "span", "font", "input"]) {
        Some(Tag::Gone(len))
    } else {
        None
    }
}
