//! Plain text and Markdown: tabs or pipes between cells, everything else a line; HTML tables among them.

use crate::ReadError;
use gongkai_document::{Builder, Document, Piece};
use gongkai_text::{Carrier, Span};

#[cfg(feature = "html")]
use crate::html::fragment;

/// Without the feature no text is cut out as HTML.
#[cfg(not(feature = "html"))]
#[allow(clippy::unnecessary_wraps, reason = "stands in for a reader that can fail")]
fn fragment(_: &mut Builder, _: &str, _: u32, grids: u32) -> Result<u32, ReadError> {
    Ok(grids)
}

/// Builds the document of `text`.
pub(crate) fn document(text: &str, carrier: Carrier) -> Result<Document, ReadError> {
    let mut builder = Builder::new(text, carrier);
    let mut grid = 0;
    let mut in_grid = false;
    let mut cells: Vec<Span> = Vec::with_capacity(16);
    // Where rows end with a bar and begin without one, a line that begins with a bar goes on with the row above.
    let has_bars = text.as_bytes().contains(&b'|');
    let trailing = has_bars && bars_trail(text);
    let mut open_row = false;
    for (segment, is_html) in segments(text) {
        if is_html {
            flush(&mut builder, grid, &mut cells);
            (open_row, in_grid) = (false, false);
            let base = Span::of(segment, text).unwrap_or_default().start;
            grid = fragment(&mut builder, segment, base, grid + 1)? - 1;
            continue;
        }
        let ends = memchr::memchr2_iter(b'\n', b'\x0C', segment.as_bytes()).chain([segment.len()]);
        let mut start = 0;
        for end in ends {
            let line = segment[start..end].trim_end_matches('\r');
            start = end + 1;
            let has_tab = memchr::memchr(b'\t', line.as_bytes()).is_some();
            let trimmed = line.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
            if trimmed.is_empty() && !has_tab {
                continue;
            }
            // Bars at both ends outweigh a tab that slipped in between.
            let barred = trimmed.len() > 2 && trimmed.starts_with('|') && trimmed.ends_with('|');
            let separator = if has_tab && !barred {
                Some('\t')
            } else if has_bars && is_pipe_row(trimmed) {
                Some('|')
            } else {
                None
            };
            match separator {
                Some('|') if is_table_rule(trimmed) => in_grid = true,
                Some(separator) => {
                    let goes_on = separator == '|' && trailing && trimmed.starts_with('|') && open_row;
                    if !goes_on {
                        flush(&mut builder, grid, &mut cells);
                        grid += u32::from(!in_grid);
                    }
                    in_grid = true;
                    open_row = separator == '|';
                    let line = if separator == '|' { trimmed } else { line };
                    let first = Span::of(line, text).unwrap_or_default().start;
                    split(line, first, (separator, trailing), &mut cells);
                }
                None => {
                    flush(&mut builder, grid, &mut cells);
                    open_row = false;
                    let span = Span::of(trimmed, text).unwrap_or_default();
                    match heading_level(trimmed) {
                        Some(level) if carrier == Carrier::Markdown => {
                            let title = trimmed.trim_start_matches('#').trim();
                            builder.heading(level, Span::of(title, text).unwrap_or(span));
                            in_grid = false;
                        }
                        _ => {
                            // A page number or one stray line does not end a table; a sentence does.
                            in_grid &= trimmed.len() < 60;
                            builder.paragraph(span);
                        }
                    }
                }
            }
        }
    }
    flush(&mut builder, grid, &mut cells);
    Ok(builder.finish())
}

/// How often the end of a table of HTML is looked for in vain.
const MOST_UNCLOSED: u32 = 8;

/// Cuts `text` into what is written as text and the tables of HTML in between, which are marked.
fn segments(text: &str) -> Vec<(&str, bool)> {
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
        segments.extend([(before, false), (html, true)]);
        rest = after;
    }
    segments.push((rest, false));
    segments
}

/// Where `tag`, in small letters, begins in `text`, in any case of letters.
fn find_tag(text: &str, tag: &str) -> Option<usize> {
    let (bytes, tag) = (text.as_bytes(), tag.as_bytes());
    memchr::memchr2_iter(tag[0], tag[0].to_ascii_uppercase(), bytes)
        .find(|&at| bytes[at..].get(..tag.len()).is_some_and(|it| it.eq_ignore_ascii_case(tag)))
}

/// Ends the open row.
fn flush(builder: &mut Builder, grid: u32, cells: &mut Vec<Span>) {
    if !cells.is_empty() {
        if cells.iter().any(|cell| holds_markup(cell.text(builder.text()))) {
            // A line break inside a pipe table can only be written as HTML.
            for cell in &mut *cells {
                let text = cell.text(builder.text()).replace("&nbsp;", " ");
                let text: String = text.split_inclusive('>').map(without_break).collect();
                let whole = Piece { at: 0, place: *cell, is_verbatim: false };
                *cell = builder.push_from(text.trim(), [whole]);
                builder.push("\t");
            }
            builder.push("\n");
        }
        builder.row(grid, cells);
        cells.clear();
    }
}

/// Whether a cell of a pipe table holds `<br>` or `&nbsp;`.
fn holds_markup(cell: &str) -> bool {
    memchr::memchr2(b'<', b'&', cell.as_bytes()).is_some()
        && (cell.contains("&nbsp;") || cell.split_inclusive('>').any(|piece| without_break(piece) != piece))
}

/// A piece up to its `<br>`, `<br/>` or `<br />`; anything else as it is.
fn without_break(piece: &str) -> &str {
    let Some(start) = piece.rfind('<') else { return piece };
    let tag = piece[start..].trim_matches(['<', '>', '/', ' ']);
    if piece.ends_with('>') && tag.eq_ignore_ascii_case("br") { &piece[..start] } else { piece }
}

/// Whether more lines end with a bar only than begin with one.
fn bars_trail(text: &str) -> bool {
    let mut balance = 0_i64;
    for line in text.lines().map(str::trim).filter(|line| line.len() > 1 && line.ends_with('|')) {
        balance += if line.starts_with('|') { -1 } else { 1 };
    }
    balance > 0
}

/// Cuts `line`, which starts at byte `start`, at each `separator`, trimming blanks around cells.
fn split(line: &str, start: u32, (separator, trailing): (char, bool), cells: &mut Vec<Span>) {
    let mut at = start;
    let mut pieces = line.split(separator).peekable();
    if separator == '|' && line.starts_with('|') && !trailing {
        pieces.next();
        at += 1;
    }
    while let Some(piece) = pieces.next() {
        // The bar that closes a row opens no cell.
        if separator == '|' && piece.trim().is_empty() && pieces.peek().is_none() {
            break;
        }
        let lead = (piece.len() - piece.trim_start().len()) as u32;
        let body = piece.trim().len() as u32;
        cells.push(Span::new(at + lead, at + lead + body));
        at += piece.len() as u32 + 1;
    }
}

/// A row of a pipe table: a bar at its beginning, or at its end after another cell.
fn is_pipe_row(line: &str) -> bool {
    line.starts_with('|') || line.ends_with('|')
}

/// The `|---|---|` line under a Markdown table's header.
pub(crate) fn is_table_rule(line: &str) -> bool {
    line.starts_with('|') && line.contains("--") && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

/// The level of a Markdown heading line.
pub(crate) fn heading_level(line: &str) -> Option<u8> {
    let level = line.bytes().take_while(|&byte| byte == b'#').count();
    ((1..=6).contains(&level) && line[level..].starts_with(' ')).then_some(level as u8)
}
