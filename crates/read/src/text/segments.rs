//! What a text is made of: lines, tables of HTML, tables whose separators were lost.

use super::{broken, commas, glued};

/// A part of a text that is read in its own way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Segment<'t> {
    /// Lines, each for itself.
    Lines(&'t str),
    /// A table of HTML.
    Html(&'t str),
    /// Lines of a table that only make sense together.
    Run(&'t str),
    /// Lines of one label.
    Label(&'t str),
    /// Rows of a table with commas, or semicolons, between its cells.
    Commas(&'t str, char),
}

/// How often the end of a table of HTML is looked for in vain.
const MOST_UNCLOSED: u32 = 8;

/// Cuts `text` into its parts.
pub(super) fn segments(text: &str) -> Vec<Segment<'_>> {
    let mut segments = Vec::new();
    let mut rest = text;
    let mut unclosed = 0;
    while let Some(start) = find_tag(rest, "<table").filter(|_| cfg!(feature = "html")) {
        let (before, html) = rest.split_at(start);
        let (mut depth, mut end) = (0_u32, 0);
        while let Some(at) = find_tag(&html[end..], "table").map(|at| at + end) {
            end = at + "table".len();
            match html.as_bytes()[..at] {
                [.., b'<'] => depth += 1,
                [.., b'<', b'/'] => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
        // A table that is not closed ends with its paragraph; after some such, with the text.
        unclosed += u32::from(depth > 0);
        let end = match depth {
            0 => html[end..].find('>').map(|at| end + at + 1),
            _ => html.find("\n\n").filter(|_| unclosed <= MOST_UNCLOSED),
        };
        let (html, after) = html.split_at(end.unwrap_or(html.len()));
        lines(before, &mut segments);
        segments.push(Segment::Html(html));
        rest = after;
    }
    lines(rest, &mut segments);
    segments
}

/// Cuts what is written as text.
fn lines<'t>(text: &'t str, segments: &mut Vec<Segment<'t>>) {
    let mut from = 0;
    for (run, between) in commas::runs(text) {
        glued_lines(&text[from..run.start], segments);
        segments.push(Segment::Commas(&text[run.clone()], between));
        from = run.end;
    }
    glued_lines(&text[from..], segments);
}

/// Cuts lines out of which rows may have lost what stood between their cells.
fn glued_lines<'t>(text: &'t str, segments: &mut Vec<Segment<'t>>) {
    let mut from = 0;
    for run in glued::runs(text) {
        broken_lines(&text[from..run.start], segments);
        segments.push(Segment::Run(&text[run.clone()]));
        from = run.end;
    }
    broken_lines(&text[from..], segments);
}

/// Cuts lines of which several may be one label.
fn broken_lines<'t>(text: &'t str, segments: &mut Vec<Segment<'t>>) {
    let mut from = 0;
    for run in broken::runs(text, '\n') {
        segments.extend([Segment::Lines(&text[from..run.start]), Segment::Label(&text[run.clone()])]);
        from = run.end;
    }
    segments.push(Segment::Lines(&text[from..]));
}

/// Where `tag`, in small letters, begins in `text`, in any case of letters.
fn find_tag(text: &str, tag: &str) -> Option<usize> {
    let (bytes, tag) = (text.as_bytes(), tag.as_bytes());
    memchr::memchr2_iter(tag[0], tag[0].to_ascii_uppercase(), bytes)
        .find(|&at| bytes[at..].get(..tag.len()).is_some_and(|it| it.eq_ignore_ascii_case(tag)))
}
