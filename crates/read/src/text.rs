//! Plain text and Markdown: tabs or bars between cells, everything else a line; HTML tables among them.

mod bars;
mod boxes;
mod broken;
mod commas;
mod ending;
mod glued;
mod markup;
mod segments;

pub(crate) use bars::is_table_rule;

use crate::ReadError;
use bars::{Bars, MOST_BARS};
use gongkai_document::{Builder, Document, Piece};
use gongkai_text::{Carrier, Span};
use segments::{Segment, segments};

#[cfg(feature = "html")]
use crate::html::{ending as html_ending, fragment};

/// Without the feature no text is cut out as HTML.
#[cfg(not(feature = "html"))]
#[allow(clippy::unnecessary_wraps, reason = "stands in for a reader that can fail")]
fn fragment(_: &mut Builder, _: &str, _: u32, grids: u32) -> Result<u32, ReadError> {
    Ok(grids)
}

/// Nor does a text without HTML break off in it.
#[cfg(not(feature = "html"))]
fn html_ending(_: &str) -> gongkai_document::Ending {
    gongkai_document::Ending::Whole
}

/// The most lines and cells of a text, as far as what may end one tells: no report comes near it.
const MOST_PARTS: usize = 2_000_000;

/// Whether `text` has no more than [`MOST_PARTS`] lines and cells.
fn is_bounded(text: &str) -> bool {
    // Lines drawn around cells are of three bytes, the first of them this.
    let ends = |byte: &u8| matches!(byte, b'\n' | b'\t' | b'|' | b',' | b';' | 0x0C | 0xE2);
    text.len() <= MOST_PARTS || text.bytes().filter(|byte| ends(byte)).count() <= MOST_PARTS
}

/// Builds the document of `text`.
pub(crate) fn document(text: &str, carrier: Carrier) -> Result<Document, ReadError> {
    if !is_bounded(text) {
        return Err(ReadError::TooTangled);
    }
    let mut page = Page {
        text,
        builder: Builder::new(text, carrier),
        carrier,
        bars: Bars::of(text),
        grid: 0,
        in_grid: false,
        cells: Vec::with_capacity(16),
        drawn: Vec::new(),
        is_ruled: boxes::are_ruled(text),
        is_row_open: false,
    };
    let segments = segments(text);
    let ending = match segments.last() {
        Some(Segment::Html(html)) => html_ending(html),
        _ => ending::ending(text),
    };
    for segment in segments {
        match segment {
            Segment::Html(html) => page.html(html)?,
            Segment::Run(run) => page.paragraph(run),
            Segment::Label(lines) => page.label(lines),
            Segment::Commas(rows, between) => page.commas(rows, between),
            Segment::Lines(lines) => {
                let ends = memchr::memchr2_iter(b'\n', b'\x0C', lines.as_bytes()).chain([lines.len()]);
                let mut start = 0;
                for end in ends {
                    page.line(lines[start..end].trim_end_matches('\r'));
                    start = end + 1;
                }
            }
        }
    }
    page.flush();
    let mut builder = page.builder;
    builder.end(ending);
    Ok(builder.finish())
}

/// The text, and what was made of it so far.
struct Page<'t> {
    text: &'t str,
    builder: Builder,
    carrier: Carrier,
    bars: Bars,
    grid: u32,
    in_grid: bool,
    /// The cells of the open row.
    cells: Vec<Span>,
    /// The lines of each cell of an open row between drawn lines.
    drawn: Vec<Vec<Span>>,
    /// Whether lines are drawn between the rows, so that several lines of text are one row.
    is_ruled: bool,
    /// Whether the open row may go on: its cells were parted by bars.
    is_row_open: bool,
}

impl<'t> Page<'t> {
    fn html(&mut self, html: &'t str) -> Result<(), ReadError> {
        self.flush();
        (self.is_row_open, self.in_grid) = (false, false);
        let base = Span::of(html, self.text).unwrap_or_default().start;
        self.grid = fragment(&mut self.builder, html, base, self.grid + 1)? - 1;
        Ok(())
    }

    /// Rows of a table with commas, or semicolons, between its cells.
    fn commas(&mut self, rows: &'t str, between: char) {
        self.flush();
        (self.is_row_open, self.in_grid) = (false, false);
        self.grid += 1;
        for line in rows.lines() {
            let places =
                commas::cells(line, between).map(|cell| Span::of(cell, self.text).unwrap_or_default());
            self.cells.extend(places);
            self.flush();
        }
    }

    fn line(&mut self, line: &'t str) {
        let has_tab = memchr::memchr(b'\t', line.as_bytes()).is_some();
        let trimmed = line.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
        if trimmed.is_empty() && !has_tab {
            return;
        }
        if self.bars != Bars::None && trimmed.len() > MOST_BARS && trimmed.matches('|').count() > MOST_BARS {
            let mut from = 0;
            for run in broken::runs(trimmed, '|') {
                self.between_bars(&trimmed[from..run.start]);
                self.label(&trimmed[run.clone()]);
                from = run.end;
            }
            self.between_bars(&trimmed[from..]);
            return;
        }
        if boxes::is_rule(trimmed) {
            self.flush();
            self.in_grid = true;
            return;
        }
        if boxes::is_row(trimmed) {
            self.drawn(trimmed);
            return;
        }
        // Bars at both ends outweigh a tab that slipped in between.
        let barred = trimmed.len() > 2 && trimmed.starts_with('|') && trimmed.ends_with('|');
        let separator = if has_tab && !barred {
            Some('\t')
        } else if self.bars.is_row(trimmed) {
            Some('|')
        } else {
            None
        };
        match separator {
            Some('|') if is_table_rule(trimmed) => self.in_grid = true,
            Some(separator) => {
                let goes_on = separator == '|'
                    && self.bars == Bars::Trailing
                    && trimmed.starts_with('|')
                    && self.is_row_open;
                if !goes_on {
                    self.flush();
                    self.grid += u32::from(!self.in_grid);
                }
                self.in_grid = true;
                self.is_row_open = separator == '|';
                self.split(if separator == '|' { trimmed } else { line }, separator);
            }
            None => self.paragraph(trimmed),
        }
    }

    /// A line of a drawn table: a row, or more of the row above where lines are drawn between the rows.
    fn drawn(&mut self, line: &'t str) {
        if !self.is_ruled || boxes::is_parted(line) {
            self.flush();
        }
        self.grid += u32::from(!self.in_grid);
        self.in_grid = true;
        for (at, cell) in boxes::cells(line).enumerate() {
            let place = Span::of(cell, self.text).unwrap_or_default();
            match self.drawn.get_mut(at) {
                None => self.drawn.push(vec![place]),
                Some(parts) if !place.is_empty() => parts.push(place),
                Some(_) => {}
            }
        }
    }

    /// Makes cells of the lines of a drawn row.
    fn join_drawn(&mut self) {
        for mut parts in std::mem::take(&mut self.drawn) {
            if parts.len() > 1 && parts[0].is_empty() {
                parts.remove(0);
            }
            let cell = if let [only] = parts[..] { only } else { self.joined(parts) };
            self.cells.push(cell);
        }
    }

    /// Puts parts together behind the text.
    fn joined(&mut self, parts: impl IntoIterator<Item = Span>) -> Span {
        let mut whole = String::new();
        let mut pieces = Vec::new();
        for place in parts {
            pieces.push(Piece { at: whole.len() as u32, place, is_verbatim: true });
            whole.push_str(place.text(self.text));
        }
        let span = self.builder.push_from(&whole, pieces);
        self.builder.push("\t");
        span
    }

    /// Adds cells of a table that is all in one line, each for itself.
    fn between_bars(&mut self, cells: &'t str) {
        let cells = cells.split('|').map(str::trim).filter(|cell| !cell.is_empty());
        cells.for_each(|cell| self.paragraph(cell));
    }

    /// Adds a label that stands in several lines, or between several bars.
    fn label(&mut self, lines: &'t str) {
        self.flush();
        self.is_row_open = false;
        let parts = lines.split(|c: char| c.is_whitespace() || c == '|').filter(|part| !part.is_empty());
        let parts = parts.filter_map(|part| Span::of(part, self.text));
        let span = self.joined(parts.collect::<Vec<_>>());
        self.builder.paragraph(span);
    }

    /// Adds a line without cells, or several that make sense only together.
    fn paragraph(&mut self, line: &'t str) {
        self.flush();
        self.is_row_open = false;
        let span = Span::of(line, self.text).unwrap_or_default();
        match heading_level(line) {
            Some(level) if self.carrier == Carrier::Markdown => {
                let title = line.trim_start_matches('#').trim();
                let span = Span::of(title, self.text).unwrap_or(span);
                let span = markup::printed(&mut self.builder, span, self.carrier);
                self.builder.heading(level, span);
                self.in_grid = false;
            }
            _ => {
                // A page number or one stray line does not end a table; a sentence does.
                self.in_grid &= line.len() < 60;
                let span = markup::printed(&mut self.builder, span, self.carrier);
                self.builder.paragraph(span);
            }
        }
    }

    /// Cuts `line` at each `separator`, trimming blanks around cells.
    fn split(&mut self, line: &'t str, separator: char) {
        let mut at = Span::of(line, self.text).unwrap_or_default().start;
        let mut pieces = line.split(separator).peekable();
        if separator == '|' && line.starts_with('|') && self.bars == Bars::Outer {
            pieces.next();
            at += 1;
        }
        while let Some(piece) = pieces.next() {
            // The bar that closes a row opens no cell.
            let is_last = separator == '|' && self.bars != Bars::Inner && pieces.peek().is_none();
            if is_last && piece.trim().is_empty() {
                break;
            }
            let lead = (piece.len() - piece.trim_start().len()) as u32;
            let cell = Span::new(at + lead, at + lead + piece.trim().len() as u32);
            self.cells.push(if separator == '\t' { markup::unquoted(cell, self.text) } else { cell });
            at += piece.len() as u32 + 1;
        }
    }

    /// Ends the open row.
    fn flush(&mut self) {
        self.join_drawn();
        if self.cells.is_empty() {
            return;
        }
        // A cell put together of several lines stands behind the text already.
        let own = self.text.len() as u32;
        for cell in self.cells.iter_mut().filter(|cell| cell.end <= own) {
            *cell = markup::printed(&mut self.builder, *cell, self.carrier);
        }
        self.builder.row(self.grid, &self.cells);
        self.cells.clear();
    }
}

/// The level of a Markdown heading line.
pub(crate) fn heading_level(line: &str) -> Option<u8> {
    let level = line.bytes().take_while(|&byte| byte == b'#').count();
    ((1..=6).contains(&level) && line[level..].starts_with(' ')).then_some(level as u8)
}
