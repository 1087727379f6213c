//! Plain text and Markdown: tabs or pipes between cells, everything else a line.

use gongkai_document::{Builder, Document};
use gongkai_text::{Carrier, Span};

/// Builds the document of `text`.
pub(crate) fn document(text: &str, carrier: Carrier) -> Document {
    let mut builder = Builder::new(text, carrier);
    let mut grid = 0;
    let mut in_grid = false;
    let mut cells: Vec<Span> = Vec::with_capacity(16);
    // Where rows end with a bar and begin without one, a line that begins with a bar goes on with the row above.
    let has_bars = text.as_bytes().contains(&b'|');
    let trailing = has_bars && bars_trail(text);
    let mut open_row = false;
    let ends = memchr::memchr2_iter(b'\n', b'\x0C', text.as_bytes()).chain([text.len()]);
    let mut start = 0;
    for end in ends {
        let line = text[start..end].trim_end_matches('\r');
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
    flush(&mut builder, grid, &mut cells);
    builder.finish()
}

/// Ends the open row.
fn flush(builder: &mut Builder, grid: u32, cells: &mut Vec<Span>) {
    if !cells.is_empty() {
        builder.row(grid, cells);
        cells.clear();
    }
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
