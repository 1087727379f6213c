//! ODT and ODS: one reader for the text and the tables of `content.xml`.

use super::flow::{self, Boxed, Collector};
use super::grid::MOST_COVERED;
use super::number::digits;
use super::package::Package;
use super::sheet::{self, Sheet};
use super::xml::{Next, Node, Tag, walk};
use super::zipped::Zipped;
use crate::marks::{PICTURE, is_mark, noted};
use crate::{Phrase, ReadError};
use gongkai_document::Document;
use gongkai_text::Carrier;

const KIND: Phrase = Zipped::Odf.phrase();

/// The most times that a printed cell or row is repeated.
const MOST_REPEATED: u32 = 1000;

/// Builds the document of the OpenDocument file `bytes`.
pub(crate) fn document(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut package = Package::open(bytes, KIND)?;
    if package.part("META-INF/manifest.xml")?.is_some_and(|manifest| manifest.contains("encryption-data")) {
        return Err(ReadError::Locked { kind: KIND });
    }
    let content = package.needed("content.xml")?;
    let mut reader = Reader { collector: Collector::new(), ..Reader::default() };
    walk(&content, KIND, |node| {
        match node {
            Node::Open(tag) => return reader.open(tag),
            Node::Close(name) => reader.close(name)?,
            Node::Text(text) => reader.text(text),
        }
        Ok(Next::Enter)
    })?;
    match reader.body {
        Some(Body::Text) => flow::document(reader.collector.finish(), Carrier::Odt),
        Some(Body::Sheets) => {
            // Where all sheets are hidden, all are read.
            let (mut shown, unseen): (Vec<_>, Vec<_>) =
                reader.sheets.into_iter().partition(|(_, is_hidden)| !is_hidden);
            let mut hidden: Vec<String> = unseen.iter().map(|(sheet, _)| sheet.name.clone()).collect();
            if shown.is_empty() {
                shown = unseen;
                hidden.clear();
            }
            let shown: Vec<Sheet> = shown.into_iter().map(|(sheet, _)| sheet).collect();
            sheet::document(shown, &hidden, Carrier::Ods)
        }
        None => Err(ReadError::NotRead { kind: super::PPT }),
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Body {
    Text,
    Sheets,
}

/// How a style shows text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    /// Not at all.
    Hidden,
    Struck,
    /// Above or below the line.
    Raised,
}

impl Look {
    fn of(tag: &Tag<'_>) -> Option<Self> {
        let is = |name: &str, test: fn(&str) -> bool| tag.attribute(name).is_some_and(|value| test(&value));
        let hidden = is("display", |it| it == "none").then_some(Self::Hidden);
        let struck = is("text-line-through-style", |it| it != "none").then_some(Self::Struck);
        let raised = is("text-position", |it| it.starts_with("su")).then_some(Self::Raised);
        hidden.or(struck).or(raised)
    }
}

/// The cell that is being read.
#[derive(Clone, Debug, Default)]
struct OpenCell {
    columns: u32,
    rows: u32,
    repeated: u32,
    value: Option<String>,
    text: String,
    /// Something else than text is shown.
    is_shown: bool,
}

#[derive(Debug, Default)]
struct Reader {
    collector: Collector,
    body: Option<Body>,
    /// How styles show text, where they do otherwise than plainly, and how open spans do.
    looks: Vec<(String, Look)>,
    spans: Vec<Option<Look>>,
    /// Open paragraphs: characters count inside of one only.
    paragraphs: usize,
    cells: Vec<OpenCell>,
    /// For each open table of a text the column of the next cell.
    columns: Vec<u32>,
    /// The style that is being read, and the styles of sheets that are hidden.
    style: String,
    unseen: Vec<String>,
    /// Each with whether it is hidden.
    sheets: Vec<(Sheet, bool)>,
    tables: usize,
    row: u32,
    row_repeated: u32,
    is_row_hidden: bool,
    column: u32,
    /// The printed cells of the row, for rows that are repeated.
    printed: Vec<(u32, String, OpenCell)>,
}

/// Whether a row or a column is hidden, or filtered out.
fn is_collapsed(tag: &Tag<'_>) -> bool {
    tag.attribute("visibility").is_some_and(|it| it == "collapse" || it == "filter")
}

impl Reader {
    fn is_sheet(&self) -> bool {
        self.body == Some(Body::Sheets)
    }

    fn text(&mut self, text: &str) {
        if self.paragraphs == 0 {
            return;
        }
        let look = self.spans.iter().rev().find_map(|look| *look);
        match (self.cells.last_mut().filter(|_| self.body == Some(Body::Sheets)), look) {
            (_, Some(Look::Hidden)) => {}
            (Some(cell), Some(Look::Struck)) => cell.is_shown = true,
            (Some(cell), Some(Look::Raised)) if is_mark(text.chars()) => noted(&mut cell.text, text),
            (Some(cell), _) => cell.text.push_str(text),
            (None, Some(Look::Struck)) => self.collector.picture(),
            (None, Some(Look::Raised)) => self.collector.raised(text),
            (None, None) => self.collector.text(text),
        }
    }

    fn open(&mut self, tag: &Tag<'_>) -> Result<Next, ReadError> {
        match tag.name() {
            "office:font-face-decls"
            | "office:scripts"
            | "office:forms"
            | "text:tracked-changes"
            | "office:annotation"
            | "text:ruby-text"
            | "text:hidden-text"
            | "table:shapes"
            | "table:tracked-changes"
            | "table:content-validations"
            | "svg:title"
            | "svg:desc"
            | "text:note-citation" => {
                return Ok(Next::Skip);
            }
            "style:style" => self.style = tag.attribute("name").unwrap_or_default(),
            "style:table-properties" if tag.attribute("display").is_some_and(|it| it == "false") => {
                self.unseen.push(std::mem::take(&mut self.style));
            }
            "style:text-properties" => {
                let style = self.style.clone();
                self.looks.extend(Look::of(tag).map(|look| (style, look)));
            }
            "text:span" => {
                let style = tag.attribute("style-name").unwrap_or_default();
                self.spans.push(self.looks.iter().find(|(name, _)| *name == style).map(|(_, look)| *look));
            }
            "office:text" => self.body = Some(Body::Text),
            "office:spreadsheet" => self.body = Some(Body::Sheets),
            "text:p" | "text:h" => {
                self.paragraphs += 1;
                if self.is_sheet() {
                    if self.cells.last().is_some_and(|cell| !cell.text.is_empty()) {
                        self.text("\n");
                    }
                } else if tag.name() == "text:h" {
                    let level = tag.number("outline-level").unwrap_or(1).clamp(1, 9);
                    self.collector.heading(Some(level as u8));
                }
            }
            "text:s" => {
                let count = tag.number("c").unwrap_or(1).min(100) as usize;
                self.text(&" ".repeat(count));
            }
            "text:tab" => self.text("\t"),
            "text:line-break" => self.text("\n"),
            "draw:text-box" | "text:note-body" if !self.is_sheet() => self.collector.open(),
            // What floats over a sheet stands in no cell.
            "draw:frame" | "draw:custom-shape" if self.is_sheet() => return Ok(Next::Skip),
            "draw:frame" | "draw:custom-shape" => self.collector.picture(),
            name if name.starts_with("table:") => self.open_in_table(tag)?,
            _ => {}
        }
        Ok(Next::Enter)
    }

    fn open_in_table(&mut self, tag: &Tag<'_>) -> Result<(), ReadError> {
        match tag.name() {
            "table:table" if self.is_sheet() => {
                self.tables += 1;
                let is_hidden = tag.attribute("style-name").is_some_and(|style| self.unseen.contains(&style));
                self.sheets.push((Sheet::new(tag.attribute("name").unwrap_or_default()), is_hidden));
                (self.row, self.column) = (0, 0);
            }
            "table:table" => {
                self.collector.open_table()?;
                self.columns.push(0);
            }
            "table:table-column" if self.is_sheet() => {
                let count = tag.number("number-columns-repeated").unwrap_or(1).max(1);
                let first = self.column;
                self.column = first.saturating_add(count);
                if let Some((sheet, _)) = self.sheets.last_mut().filter(|_| is_collapsed(tag)) {
                    sheet.hide_columns(first, self.column);
                }
            }
            "table:table-row" if self.is_sheet() => {
                self.is_row_hidden = is_collapsed(tag);
                self.column = 0;
                self.row_repeated = tag.number("number-rows-repeated").unwrap_or(1).max(1);
                self.printed.clear();
            }
            "table:table-row" => {
                if let (Some(rows), Some(column)) = (self.collector.rows(), self.columns.last_mut()) {
                    rows.push(Vec::new());
                    *column = 0;
                }
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let kind = tag.attribute("value-type");
                let is_number = matches!(kind.as_deref(), Some("float" | "currency"));
                self.cells.push(OpenCell {
                    columns: tag.number("number-columns-spanned").unwrap_or(1).clamp(1, MOST_COVERED),
                    rows: tag.number("number-rows-spanned").unwrap_or(1).clamp(1, MOST_COVERED),
                    repeated: tag.number("number-columns-repeated").unwrap_or(1).max(1),
                    value: tag.attribute("value").filter(|_| is_number),
                    ..OpenCell::default()
                });
                if !self.is_sheet() {
                    self.collector.open();
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), ReadError> {
        match name {
            "text:span" => {
                self.spans.pop();
            }
            "text:p" | "text:h" => {
                self.paragraphs = self.paragraphs.saturating_sub(1);
                if !self.is_sheet() {
                    self.collector.end_paragraph()?;
                }
            }
            "draw:text-box" | "text:note-body" if !self.is_sheet() => {
                let items = self.collector.close();
                self.collector.float(items);
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let cell = self.cells.pop().unwrap_or_default();
                let is_covered = name == "table:covered-table-cell";
                if self.is_sheet() {
                    self.sheet_cell(cell, is_covered)?;
                } else {
                    self.text_cell(&cell, is_covered)?;
                }
            }
            "table:table-row" if self.is_sheet() => self.sheet_row()?,
            "table:table" if !self.is_sheet() => {
                self.columns.pop();
                self.collector.close_table();
            }
            _ => {}
        }
        Ok(())
    }

    fn text_cell(&mut self, cell: &OpenCell, is_covered: bool) -> Result<(), ReadError> {
        let items = self.collector.close_cell();
        let Some(next) = self.columns.last_mut() else { return Ok(()) };
        let column = *next;
        let repeated = cell.repeated.min(MOST_REPEATED);
        *next = column.saturating_add(repeated);
        if is_covered {
            return Ok(());
        }
        self.collector.cell(Boxed { items, column, columns: cell.columns, rows: cell.rows })?;
        for column in column + 1..column.saturating_add(repeated) {
            self.collector.cell(Boxed { column, columns: 1, rows: 1, ..Boxed::default() })?;
        }
        Ok(())
    }

    fn sheet_cell(&mut self, mut cell: OpenCell, is_covered: bool) -> Result<(), ReadError> {
        let column = self.column;
        self.column = column.saturating_add(cell.repeated);
        if let Some(number) = cell.value.take().and_then(|value| value.parse().ok()) {
            cell.text = digits(number);
        } else if cell.is_shown && cell.text.trim().is_empty() {
            PICTURE.clone_into(&mut cell.text);
        }
        if is_covered || cell.text.trim().is_empty() && cell.columns == 1 && cell.rows == 1 {
            return Ok(());
        }
        if cell.repeated > MOST_REPEATED {
            return Err(ReadError::TooTangled);
        }
        for column in column..column.saturating_add(cell.repeated) {
            self.printed.push((column, cell.text.clone(), cell.clone()));
        }
        Ok(())
    }

    fn sheet_row(&mut self) -> Result<(), ReadError> {
        let row = self.row;
        self.row = row.saturating_add(self.row_repeated);
        let Some((sheet, _)) = self.sheets.last_mut() else { return Ok(()) };
        if self.printed.is_empty() {
            return Ok(());
        }
        if self.is_row_hidden {
            sheet.hide_rows(row, self.row);
        }
        if self.row_repeated > MOST_REPEATED {
            return Err(ReadError::TooTangled);
        }
        for row in row..row.saturating_add(self.row_repeated) {
            for (column, text, cell) in &self.printed {
                sheet.merge(row, *column, cell.rows, cell.columns);
                sheet.cell(row, *column, text)?;
            }
        }
        Ok(())
    }
}
