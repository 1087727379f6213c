//! Cells of a table to rows of the document, merged ones standing once.

use crate::ReadError;
use gongkai_document::{Builder, Origin};
use gongkai_text::Span;

/// The most columns of a table.
const MOST_COLUMNS: usize = 1000;

/// The most places in the tables of a file.
pub(crate) const MOST_PLACES: usize = 2_000_000;

/// The most rows and columns that one cell covers.
pub(crate) const MOST_COVERED: u32 = 999;

/// A cell where it begins; what it covers has no cell of its own.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cell {
    pub(crate) text: String,
    pub(crate) column: u32,
    pub(crate) columns: u32,
    pub(crate) rows: u32,
}

/// Writes tables into a document.
#[derive(Debug)]
pub(crate) struct Writer {
    pub(crate) builder: Builder,
    grids: u32,
    places: usize,
}

impl Writer {
    pub(crate) fn new(builder: Builder) -> Self {
        Self { builder, grids: 0, places: 0 }
    }

    /// Adds a table, each row's cells in rising order of column; `origin` tells where row and column stand.
    pub(crate) fn table(
        &mut self,
        rows: &[Vec<Cell>],
        origin: impl Fn(usize, u32) -> Option<Origin>,
    ) -> Result<(), ReadError> {
        let covered = |count: u32| count.clamp(1, MOST_COVERED);
        // A table ends with the last column in which a cell begins, however far one says that it reaches.
        let width = rows.iter().flatten().map(|cell| cell.column as usize + 1).max().unwrap_or(0);
        let end = |cell: &Cell| width.min(cell.column.saturating_add(covered(cell.columns)) as usize);
        let first = rows.iter().flatten().map(|cell| cell.column as usize).min().unwrap_or(0);
        let is_blank = |row: &Vec<Cell>| row.iter().all(|cell| cell.text.trim().is_empty());
        let printed = rows.iter().rposition(|row| !is_blank(row)).map_or(0, |last| last + 1);
        // A last row that was left blank, place by place, is a row of the table.
        let is_left_blank = |row: &Vec<Cell>| row.len() == width - first;
        let len = printed + usize::from(rows.get(printed).is_some_and(is_left_blank));
        self.places = self.places.saturating_add(len.saturating_mul(width - first));
        if width - first > MOST_COLUMNS || width > usize::from(u16::MAX) || self.places > MOST_PLACES {
            return Err(ReadError::TooTangled);
        }
        // For each column the first row that the cell in it does not cover.
        let mut free = vec![0_usize; width];
        let mut cells: Vec<(Span, u16, u16, u16)> = Vec::with_capacity(width - first);
        for (at, row) in rows[..len].iter().enumerate() {
            cells.clear();
            let mut column = 0;
            for cell in row {
                let (start, end) = (cell.column as usize, end(cell));
                if start < column {
                    continue;
                }
                self.covered(&mut cells, (&free[..start], column), at, &origin);
                free[start..end].fill(at + covered(cell.rows) as usize);
                column = end;
                let span = self.place(cell.text.trim(), !cells.is_empty(), origin(at, cell.column));
                cells.push((span, start as u16, (end - start) as u16, covered(cell.rows) as u16));
            }
            self.covered(&mut cells, (&free, column), at, &origin);
            if !cells.is_empty() {
                self.builder.spanned_row(self.grids, cells.iter().copied());
                self.builder.push("\n");
            }
        }
        self.grids += 1;
        Ok(())
    }

    /// Adds empty cells where cells of rows above reach down, from `column` to the end of `free`.
    fn covered(
        &mut self,
        cells: &mut Vec<(Span, u16, u16, u16)>,
        (free, column): (&[usize], usize),
        row: usize,
        origin: &impl Fn(usize, u32) -> Option<Origin>,
    ) {
        for (column, _) in free.iter().enumerate().skip(column).filter(|(_, free)| **free > row) {
            let span = self.place("", !cells.is_empty(), origin(row, column as u32));
            cells.push((span, column as u16, 1, 1));
        }
    }

    fn place(&mut self, text: &str, separated: bool, origin: Option<Origin>) -> Span {
        if separated {
            self.builder.push("\t");
        }
        let span = self.builder.push(text);
        if let Some(origin) = origin {
            self.builder.mark(span.start, origin);
        }
        span
    }

    /// Adds a paragraph, or a heading, for each printed line of `text`.
    pub(crate) fn lines(&mut self, text: &str, level: Option<u8>, origin: Option<Origin>) {
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let span = self.place(line, false, origin);
            self.builder.push("\n");
            match level {
                Some(level) => self.builder.heading(level, span),
                None => self.builder.paragraph(span),
            }
        }
    }
}
