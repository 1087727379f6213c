//! The document that a carrier yields: headings, paragraphs and grids, all pointing into one text.
//!
//! Every carrier (plain text, Markdown, later HTML, DOCX, PDF …) is turned into this one shape, so that nothing
//! after it needs to know what file a report came in. Cells are spans into [`Document::text`]: what a carrier saw can
//! always be pointed at.
//!
//! ```
//! use gongkai_document::{Block, Builder};
//! use gongkai_text::{Carrier, Span};
//!
//! let mut builder = Builder::new("规 章\t0", Carrier::Text);
//! builder.row(0, &[Span::new(0, 7), Span::new(8, 9)]);
//! let document = builder.finish();
//! let Block::Row(row) = document.blocks()[0] else { panic!("a row") };
//! let cells = document.cells(row);
//! assert_eq!(document.slice(cells[1].span), "0");
//! ```

#![warn(clippy::disallowed_methods, clippy::disallowed_types, clippy::disallowed_macros)]

mod source;

use gongkai_text::{Carrier, LineIndex, Position, Span};
pub use source::Piece;
use source::Source;

/// One cell of a grid, in the place it was printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its characters, trimmed; an empty cell keeps the place where they would stand.
    pub span: Span,
    /// Grid column, from 0, merged columns counted.
    pub column: u16,
    /// How many columns it covers, at least 1.
    pub column_span: u16,
    /// How many rows it covers, at least 1.
    pub row_span: u16,
}

/// One row of a grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which grid of the document it belongs to, from 0.
    pub grid: u32,
    /// Everything from the first to the last cell.
    pub span: Span,
    first: u32,
    len: u32,
}

/// Where something stands in a carrier that has pages or sheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A page, from 1.
    Page(u32),
    /// A cell of a spreadsheet.
    Sheet {
        /// Position in [`Document::sheets`].
        sheet: u16,
        /// Row, from 0.
        row: u32,
        /// Column, from 0.
        column: u32,
    },
}

/// How the file ends: some were cut off on their way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ending {
    /// Behind all that it began, as far as the carrier can tell.
    #[default]
    Whole,
    /// Behind a cell, in a row that was not closed: cells of it may be missing.
    InRow,
    /// In a cell that was not closed: what it prints may go on.
    InCell,
}

/// One piece of a document, in reading order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading the carrier marks as one, with its level from 1.
    Heading(u8, Span),
    /// A paragraph, or one line of plain text.
    Paragraph(Span),
    /// One row of a grid; rows of one grid carry the same number.
    Row(Row),
}

impl Block {
    /// Where it stands.
    pub const fn span(self) -> Span {
        match self {
            Self::Heading(_, span) | Self::Paragraph(span) => span,
            Self::Row(row) => row.span,
        }
    }
}

/// Something odd about the file itself, which whoever reads the report should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Stable, in kebab-case: `charset-mismatch`.
    pub code: &'static str,
    /// What it is, in Chinese.
    pub chinese: String,
    /// What it is, in English.
    pub english: String,
}

/// A document: one text, and blocks that point into it.
///
/// Where the carrier is itself text, the text that is read was put together from it: entities resolved, markup left
/// out. Spans point into the text that is read; [`Document::in_source`] says where they stand in the file.
#[derive(Clone, Debug)]
pub struct Document {
    carrier: Carrier,
    text: String,
    lines: LineIndex,
    source: Source,
    blocks: Vec<Block>,
    cells: Vec<Cell>,
    origins: Vec<(u32, Origin)>,
    sheets: Vec<String>,
    remarks: Vec<Remark>,
    ending: Ending,
}

impl Document {
    /// The kind of file it came in.
    pub const fn carrier(&self) -> Carrier {
        self.carrier
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The lines of the text.
    pub const fn lines(&self) -> &LineIndex {
        &self.lines
    }

    /// The text of the file, decoded; of a carrier that is no text, [`Document::text`].
    pub fn source(&self) -> &str {
        match &self.source.text {
            Some((text, _)) => text,
            None => self.text.get(..self.source.own as usize).unwrap_or(&self.text),
        }
    }

    /// Where `span` stands in [`Document::source`]: from the place of its first character to that of its last.
    pub fn in_source(&self, span: Span) -> Span {
        self.source.locate(span)
    }

    /// Line and column of byte `offset` of [`Document::source`].
    pub fn position(&self, offset: u32) -> Position {
        match &self.source.text {
            Some((text, lines)) => lines.position(text, offset),
            None => self.lines.position(&self.text, offset),
        }
    }

    /// The same where the position of another byte is known; nearer is cheaper.
    pub fn position_near(&self, offset: u32, known: (u32, Position)) -> Position {
        match &self.source.text {
            Some((text, lines)) => lines.position_near(text, offset, known),
            None => self.lines.position_near(&self.text, offset, known),
        }
    }

    /// The blocks in reading order.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The characters under `span`.
    pub fn slice(&self, span: Span) -> &str {
        span.text(&self.text)
    }

    /// Where byte `offset` stands in a carrier that has pages or sheets.
    pub fn origin(&self, offset: u32) -> Option<Origin> {
        let after = self.origins.partition_point(|(start, _)| *start <= offset);
        after.checked_sub(1).map(|at| self.origins[at].1)
    }

    /// The names of the sheets, in the order of the file.
    pub fn sheets(&self) -> &[String] {
        &self.sheets
    }

    /// How the file ends.
    pub const fn ending(&self) -> Ending {
        self.ending
    }

    /// What is odd about the file: a wrong declaration, bytes that could not be read.
    pub fn remarks(&self) -> &[Remark] {
        &self.remarks
    }

    /// The same document with `remarks` added.
    #[must_use]
    pub fn with_remarks(mut self, remarks: impl IntoIterator<Item = Remark>) -> Self {
        self.remarks.extend(remarks);
        self
    }

    /// The cells of `row`, left to right.
    pub fn cells(&self, row: Row) -> &[Cell] {
        self.cells.get(row.first as usize..(row.first + row.len) as usize).unwrap_or_default()
    }
}

/// Builds a [`Document`] in reading order.
#[derive(Debug)]
pub struct Builder(Document);

impl Builder {
    /// Begins a document over `text`. Texts above 4 GiB cannot be addressed and are cut there.
    pub fn new(text: impl Into<String>, carrier: Carrier) -> Self {
        let text = text.into();
        let lines = LineIndex::default();
        let source = Source { own: text.len() as u32, ..Source::default() };
        Self(Document {
            carrier,
            text,
            lines,
            source,
            blocks: Vec::new(),
            cells: Vec::new(),
            origins: Vec::new(),
            sheets: Vec::new(),
            remarks: Vec::new(),
            ending: Ending::Whole,
        })
    }

    /// Begins a document whose text is put together from `source`, the decoded file.
    pub fn over(source: impl Into<String>, carrier: Carrier) -> Self {
        let mut builder = Self::new("", carrier);
        let source = source.into();
        let lines = LineIndex::new(&source);
        builder.0.source.text = Some((source, lines));
        builder
    }

    /// The text, for the carrier that walks it.
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// Says that what begins at byte `start` and after stands at `origin`; marks must come in rising order.
    pub fn mark(&mut self, start: u32, origin: Origin) {
        self.0.origins.push((start, origin));
    }

    /// Names the sheets of a spreadsheet.
    pub fn name_sheets(&mut self, names: impl IntoIterator<Item = String>) {
        self.0.sheets = names.into_iter().collect();
    }

    /// Appends `text` to the document's text and says where it went: for carriers whose bytes are no text.
    pub fn push(&mut self, text: &str) -> Span {
        let start = self.0.text.len() as u32;
        self.0.text.push_str(text);
        Span::new(start, self.0.text.len() as u32)
    }

    /// Appends `text`, whose `pieces`, in rising order, say where it comes from in the source.
    pub fn push_from(&mut self, text: &str, pieces: impl IntoIterator<Item = Piece>) -> Span {
        let span = self.push(text);
        let placed = pieces.into_iter().map(|piece| Piece { at: span.start + piece.at, ..piece });
        self.0.source.pieces.extend(placed);
        span
    }

    /// Says how the file ends; without a word it is whole.
    pub fn end(&mut self, ending: Ending) {
        self.0.ending = ending;
    }

    /// Adds a heading of `level`, from 1.
    pub fn heading(&mut self, level: u8, span: Span) {
        self.0.blocks.push(Block::Heading(level, span));
    }

    /// Adds a paragraph.
    pub fn paragraph(&mut self, span: Span) {
        self.0.blocks.push(Block::Paragraph(span));
    }

    /// Adds a row of plain cells to grid number `grid`, one column each.
    pub fn row(&mut self, grid: u32, cells: &[Span]) {
        let spanned = cells.iter().enumerate().map(|(at, &span)| (span, at as u16, 1, 1));
        self.spanned_row(grid, spanned);
    }

    /// Adds a row of cells given as span, column, columns covered, rows covered.
    pub fn spanned_row(&mut self, grid: u32, cells: impl IntoIterator<Item = (Span, u16, u16, u16)>) {
        let document = &mut self.0;
        let first = document.cells.len() as u32;
        let mut whole: Option<Span> = None;
        for (span, column, column_span, row_span) in cells {
            document.cells.push(Cell { span, column, column_span, row_span });
            whole = Some(whole.map_or(span, |so_far| so_far.cover(span)));
        }
        let len = document.cells.len() as u32 - first;
        if let Some(span) = whole {
            document.blocks.push(Block::Row(Row { grid, span, first, len }));
        }
    }

    /// The finished document.
    pub fn finish(mut self) -> Document {
        if self.0.source.text.is_none() && self.0.source.pieces.is_empty() {
            self.0.source.own = self.0.text.len() as u32;
        }
        self.0.lines = LineIndex::new(&self.0.text);
        self.0
    }
}
