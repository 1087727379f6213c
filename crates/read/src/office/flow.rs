//! Paragraphs and tables of a text document, before they are laid into one text.

use super::grid::{Cell, MOST_PLACES, Writer};
use crate::ReadError;
use crate::marks::{PICTURE, is_mark, noted};
use crate::unprinted::is_unprinted;
use gongkai_document::{Builder, Document};
use gongkai_text::Carrier;

/// The deepest nesting of tables.
const DEEPEST_TABLE: usize = 32;

/// A longer heading is a paragraph in the wrong style.
const LONGEST_HEADING: usize = 300;

/// One piece of a text document.
#[derive(Debug)]
pub(crate) enum Item {
    /// Its text and its level, if it is a heading.
    Paragraph(String, Option<u8>),
    Table(Table),
}

/// Rows of cells.
#[derive(Debug, Default)]
pub(crate) struct Table {
    pub(crate) rows: Vec<Vec<Boxed>>,
}

/// A cell of a table and what stands in it.
#[derive(Debug, Default)]
pub(crate) struct Boxed {
    pub(crate) items: Vec<Item>,
    pub(crate) column: u32,
    pub(crate) columns: u32,
    pub(crate) rows: u32,
}

/// A sequence of paragraphs and tables that is being read: the body, a cell, a text box.
#[derive(Debug, Default)]
struct Flow {
    items: Vec<Item>,
    text: String,
    level: Option<u8>,
    /// The marks of notes beside the open paragraph.
    marks: String,
    /// There is more to see than text.
    has_picture: bool,
}

/// Collects a text document in reading order.
#[derive(Debug, Default)]
pub(crate) struct Collector {
    flows: Vec<Flow>,
    tables: Vec<Table>,
    /// What floats beside the block that is being read: text boxes.
    aside: Vec<Item>,
    count: usize,
}

impl Collector {
    pub(crate) fn new() -> Self {
        Self { flows: vec![Flow::default()], ..Self::default() }
    }

    /// Adds characters to the open paragraph, but for those that print nothing.
    pub(crate) fn text(&mut self, text: &str) {
        if let Some(flow) = self.flows.last_mut() {
            flow.text.extend(text.chars().filter(|c| !is_unprinted(*c)));
        }
    }

    /// Adds characters that stand above or below the line.
    pub(crate) fn raised(&mut self, text: &str) {
        match self.flows.last_mut().filter(|_| is_mark(text.chars())) {
            Some(flow) => flow.marks.push_str(text),
            None => self.text(text),
        }
    }

    /// Says that something is shown here that is no text: a picture, a text box, what was struck out.
    pub(crate) fn picture(&mut self) {
        if let Some(flow) = self.flows.last_mut() {
            flow.has_picture = true;
        }
    }

    /// Says that the open paragraph is a heading.
    pub(crate) fn heading(&mut self, level: Option<u8>) {
        if let Some(flow) = self.flows.last_mut() {
            flow.level = level;
        }
    }

    /// Ends the open paragraph.
    pub(crate) fn end_paragraph(&mut self) -> Result<(), ReadError> {
        self.counted()?;
        if let Some(flow) = self.flows.last_mut() {
            let mut text = std::mem::take(&mut flow.text);
            noted(&mut text, &std::mem::take(&mut flow.marks));
            let level = flow.level.take().filter(|_| text.len() <= LONGEST_HEADING);
            if !text.trim().is_empty() {
                flow.items.push(Item::Paragraph(text, level));
            }
        }
        self.settle();
        Ok(())
    }

    /// Begins a sequence of its own: a cell, a text box, a note.
    pub(crate) fn open(&mut self) {
        self.flows.push(Flow::default());
    }

    /// Ends the sequence that [`Self::open`] began.
    pub(crate) fn close(&mut self) -> Vec<Item> {
        let flow = if self.flows.len() > 1 { self.flows.pop() } else { None };
        flow.map(|flow| flow.items).unwrap_or_default()
    }

    /// Ends the cell that [`Self::open`] began: where only something else than text is shown in it, it is not blank.
    pub(crate) fn close_cell(&mut self) -> Vec<Item> {
        let is_shown = self.flows.last().is_some_and(|flow| flow.has_picture);
        let mut items = self.close();
        if items.is_empty() && is_shown {
            items.push(Item::Paragraph(PICTURE.to_owned(), None));
        }
        items
    }

    /// Puts `items` behind the block of the body that is being read.
    pub(crate) fn float(&mut self, items: Vec<Item>) {
        self.aside.extend(items);
    }

    pub(crate) fn open_table(&mut self) -> Result<(), ReadError> {
        if self.tables.len() >= DEEPEST_TABLE {
            return Err(ReadError::TooTangled);
        }
        self.tables.push(Table::default());
        Ok(())
    }

    /// The rows of the innermost table.
    pub(crate) fn rows(&mut self) -> Option<&mut Vec<Vec<Boxed>>> {
        self.tables.last_mut().map(|table| &mut table.rows)
    }

    /// Adds `cell` to the last row of the innermost table.
    pub(crate) fn cell(&mut self, cell: Boxed) -> Result<(), ReadError> {
        self.counted()?;
        if let Some(row) = self.rows().and_then(|rows| rows.last_mut()) {
            row.push(cell);
        }
        Ok(())
    }

    pub(crate) fn close_table(&mut self) {
        if let (Some(table), Some(flow)) = (self.tables.pop(), self.flows.last_mut()) {
            flow.items.push(Item::Table(table));
        }
        self.settle();
    }

    /// Between two blocks of the body is where floating text goes.
    fn settle(&mut self) {
        if self.flows.len() == 1 && self.tables.is_empty() {
            self.flows[0].items.append(&mut self.aside);
        }
    }

    fn counted(&mut self) -> Result<(), ReadError> {
        self.count += 1;
        if self.count > MOST_PLACES { Err(ReadError::TooTangled) } else { Ok(()) }
    }

    /// Everything that was read.
    pub(crate) fn finish(mut self) -> Vec<Item> {
        let mut items = self.flows.drain(..).next().map(|flow| flow.items).unwrap_or_default();
        items.append(&mut self.aside);
        items
    }
}

/// Lays `items` into the text of a document.
pub(crate) fn document(items: Vec<Item>, carrier: Carrier) -> Result<Document, ReadError> {
    let mut writer = Writer::new(Builder::new("", carrier));
    lay(items, &mut writer)?;
    let document = writer.builder.finish();
    if document.blocks().is_empty() { Err(ReadError::Empty) } else { Ok(document) }
}

fn lay(items: Vec<Item>, writer: &mut Writer) -> Result<(), ReadError> {
    for item in items {
        match item {
            Item::Paragraph(text, level) => writer.lines(&text, level, None),
            // A table that is mostly other tables lays the page out.
            Item::Table(table) if table.nested() > table.own() => {
                for cell in table.rows.into_iter().flatten() {
                    lay(cell.items, writer)?;
                }
            }
            Item::Table(table) => {
                let rows: Vec<Vec<Cell>> =
                    table.rows.into_iter().map(|row| row.into_iter().map(Boxed::flat).collect()).collect();
                writer.table(&rows, |_, _| None)?;
            }
        }
    }
    Ok(())
}

impl Table {
    fn own(&self) -> usize {
        self.rows.iter().map(Vec::len).sum()
    }

    /// How many cells the tables in its cells have.
    fn nested(&self) -> usize {
        let items = self.rows.iter().flatten().flat_map(|cell| &cell.items);
        let cells = items.map(|item| match item {
            Item::Table(table) => table.own() + table.nested(),
            Item::Paragraph(..) => 0,
        });
        cells.sum()
    }
}

impl Boxed {
    /// The cell with the text of all that stands in it.
    fn flat(self) -> Cell {
        let mut text = String::new();
        gather(self.items, &mut text);
        Cell { text, column: self.column, columns: self.columns, rows: self.rows }
    }
}

fn gather(items: Vec<Item>, text: &mut String) {
    for item in items {
        match item {
            Item::Paragraph(paragraph, _) => {
                if !text.is_empty() {
                    text.push('\n');
                }
                text.push_str(paragraph.trim());
            }
            Item::Table(table) => {
                table.rows.into_iter().flatten().for_each(|cell| gather(cell.items, text));
            }
        }
    }
}
