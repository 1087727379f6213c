//! DOCX: paragraphs and tables of the document as its reader sees it.
//!
//! Tracked changes are shown as final text, hidden text is left out, a fallback beside its choice too. Labels of lists
//! that Word numbers itself stand before their paragraphs. Text boxes follow the paragraph or table they float beside;
//! footnotes and endnotes come last, never into a cell.

mod numbering;
mod numerals;

use super::flow::{self, Boxed, Collector, Item};
use super::package::Package;
use super::xml::{Next, Node, Tag, walk};
use super::zipped::Zipped;
use crate::{Phrase, ReadError};
use gongkai_document::Document;
use gongkai_text::Carrier;
use numbering::Numbering;

const KIND: Phrase = Zipped::Docx.phrase();

/// Builds the document of the DOCX file `bytes`.
pub(crate) fn document(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut package = Package::open(bytes, KIND)?;
    let main = main_part(&mut package)?;
    let body = package.needed(&main)?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut part = |name: &str| package.part(&format!("{folder}/{name}"));
    let mut numbering = Numbering::new(part("numbering.xml")?.as_deref(), part("styles.xml")?.as_deref())?;
    let mut items = items(&body, &mut numbering)?;
    for notes in ["footnotes.xml", "endnotes.xml"] {
        if let Some(xml) = part(notes)? {
            items.extend(self::items(&xml, &mut numbering)?);
        }
    }
    flow::document(items, Carrier::Docx)
}

/// The name of the part that holds the text: nearly always the same, but the container has the last word.
fn main_part(package: &mut Package<'_>) -> Result<String, ReadError> {
    let mut name = "word/document.xml".to_owned();
    if let Some(relations) = package.part("_rels/.rels")? {
        walk(&relations, KIND, |node| {
            if let Node::Open(tag) = node
                && tag.attribute("Type").is_some_and(|kind| kind.ends_with("/officeDocument"))
                && let Some(target) = tag.attribute("Target")
            {
                target.trim_start_matches('/').clone_into(&mut name);
            }
            Ok(Next::Enter)
        })?;
    }
    Ok(name)
}

fn items(xml: &str, numbering: &mut Numbering) -> Result<Vec<Item>, ReadError> {
    let mut reader = Reader {
        collector: Collector::new(),
        numbering,
        prefix: None,
        shapes: Vec::new(),
        rows: Vec::new(),
        begun: Vec::new(),
        place: Place::default(),
        paragraph: Paragraph::default(),
        in_text: false,
        is_hidden: false,
        runs_on: false,
    };
    walk(xml, KIND, |node| {
        match node {
            Node::Open(tag) => return reader.open(tag),
            Node::Close(name) => reader.close(name)?,
            Node::Text(text) => {
                if reader.in_text && !reader.is_hidden {
                    reader.collector.text(text);
                }
            }
        }
        Ok(Next::Enter)
    })?;
    Ok(reader.collector.finish())
}

/// How a cell goes on with one before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Merge {
    #[default]
    None,
    Begins,
    GoesOn,
}

impl Merge {
    fn of(tag: &Tag<'_>) -> Self {
        if tag.attribute("val").is_some_and(|val| val == "restart") { Self::Begins } else { Self::GoesOn }
    }
}

/// What the properties of the open cell say.
#[derive(Clone, Copy, Debug, Default)]
struct Shape {
    columns: Option<u32>,
    down: Merge,
    across: Merge,
}

/// The row that is being read.
#[derive(Clone, Debug, Default)]
struct OpenRow {
    /// The column of the next cell.
    column: u32,
    is_deleted: bool,
    /// For each cell whether it goes on with the one above.
    down: Vec<Merge>,
}

/// Where the walk is, as far as elements of one name mean different things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Place {
    #[default]
    Elsewhere,
    RowProperties,
    ParagraphProperties,
    Run,
}

/// What the properties of the open paragraph say.
#[derive(Clone, Debug, Default)]
struct Paragraph {
    style: Option<String>,
    list: Option<u32>,
    level: Option<u32>,
}

#[derive(Debug)]
struct Reader<'n> {
    collector: Collector,
    numbering: &'n mut Numbering,
    /// The prefix of the root, which all elements of Word share.
    prefix: Option<String>,
    shapes: Vec<Shape>,
    rows: Vec<OpenRow>,
    /// For each open table and column the row where a merge downwards began, and its cell.
    begun: Vec<Vec<Option<(usize, usize)>>>,
    place: Place,
    paragraph: Paragraph,
    in_text: bool,
    is_hidden: bool,
    /// Whether the end of the open paragraph is deleted, so that the next one goes on with it.
    runs_on: bool,
}

impl Reader<'_> {
    /// The name behind the prefix of Word's own elements, or nothing.
    fn own<'t>(&self, name: &'t str) -> Option<&'t str> {
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        (self.prefix.as_deref() == Some(prefix)).then_some(local)
    }

    fn open(&mut self, tag: &Tag<'_>) -> Result<Next, ReadError> {
        let name = tag.name();
        if self.prefix.is_none() {
            self.prefix = Some(name.split_once(':').map_or("", |(prefix, _)| prefix).to_owned());
        }
        let Some(local) = self.own(name) else {
            let left_out = name.ends_with(":Fallback") || name.starts_with("m:oMath");
            return Ok(if left_out { Next::Skip } else { Next::Enter });
        };
        match local {
            "del" | "moveFrom" if self.place == Place::RowProperties => {
                if let Some(row) = self.rows.last_mut() {
                    row.is_deleted = true;
                }
            }
            "del" | "moveFrom" if self.place == Place::ParagraphProperties => self.runs_on = true,
            "del" | "moveFrom" | "sdtPr" | "rt" | "instrText" | "delText" => return Ok(Next::Skip),
            _ if local.ends_with("PrChange") => return Ok(Next::Skip),
            "tbl" => {
                self.collector.open_table()?;
                self.begun.push(Vec::new());
            }
            "tr" => {
                self.rows.push(OpenRow::default());
                if let Some(rows) = self.collector.rows() {
                    rows.push(Vec::new());
                }
            }
            "tc" => {
                self.collector.open();
                self.shapes.push(Shape::default());
            }
            "txbxContent" => self.collector.open(),
            "trPr" => self.place = Place::RowProperties,
            "pPr" => self.place = Place::ParagraphProperties,
            "gridBefore" => {
                if let Some(row) = self.rows.last_mut() {
                    row.column = tag.number("val").unwrap_or(0).min(1000);
                }
            }
            "gridSpan" | "vMerge" | "hMerge" => {
                if let Some(shape) = self.shapes.last_mut() {
                    match local {
                        "gridSpan" => shape.columns = tag.number("val"),
                        "vMerge" => shape.down = Merge::of(tag),
                        _ => shape.across = Merge::of(tag),
                    }
                }
            }
            "p" => self.paragraph = Paragraph::default(),
            "numId" if self.place == Place::ParagraphProperties => self.paragraph.list = tag.number("val"),
            "ilvl" if self.place == Place::ParagraphProperties => self.paragraph.level = tag.number("val"),
            "pStyle" => {
                let style = tag.attribute("val").unwrap_or_default();
                self.collector.heading(self.numbering.heading(&style).or_else(|| style_level(&style)));
                self.paragraph.style = Some(style);
            }
            "outlineLvl" => {
                if let Some(level) = tag.number("val").filter(|level| *level < 9) {
                    self.collector.heading(Some(level as u8 + 1));
                }
            }
            "r" => (self.place, self.is_hidden) = (Place::Run, false),
            "vanish" if self.place == Place::Run => self.is_hidden = tag.is_on(),
            "t" => self.in_text = true,
            "tab" | "ptab" if self.place == Place::Run && !self.is_hidden => self.collector.text("\t"),
            "br" | "cr" if !self.is_hidden => self.collector.text("\n"),
            "noBreakHyphen" if !self.is_hidden => self.collector.text("-"),
            _ => {}
        }
        Ok(Next::Enter)
    }

    fn close(&mut self, name: &str) -> Result<(), ReadError> {
        let Some(local) = self.own(name) else { return Ok(()) };
        match local {
            "p" if std::mem::take(&mut self.runs_on) => {}
            "p" => self.collector.end_paragraph()?,
            "tc" => self.close_cell()?,
            "tr" => self.close_row(),
            "tbl" => {
                self.begun.pop();
                self.collector.close_table();
            }
            "txbxContent" => {
                let items = self.collector.close();
                self.collector.float(items);
            }
            "pPr" => {
                self.place = Place::Elsewhere;
                let Paragraph { style, list, level } = std::mem::take(&mut self.paragraph);
                // One that is deleted with its paragraph is not counted either.
                if !self.runs_on
                    && let Some(label) = self.numbering.label(style.as_deref(), list, level)
                {
                    self.collector.text(&label);
                }
            }
            "trPr" => self.place = Place::Elsewhere,
            "r" => (self.place, self.is_hidden) = (Place::Elsewhere, false),
            "t" => self.in_text = false,
            _ => {}
        }
        Ok(())
    }

    fn close_cell(&mut self) -> Result<(), ReadError> {
        // A paragraph that ran on to one outside the cell ends with it.
        self.collector.end_paragraph()?;
        let items = self.collector.close();
        let shape = self.shapes.pop().unwrap_or_default();
        let Some(row) = self.rows.last_mut() else { return Ok(()) };
        let columns = shape.columns.unwrap_or(1).clamp(1, 1000);
        let column = row.column;
        row.column = row.column.saturating_add(columns);
        if shape.across == Merge::GoesOn
            && let Some(before) = self.collector.rows().and_then(|rows| rows.last_mut()?.last_mut())
        {
            before.columns += columns;
            return Ok(());
        }
        row.down.push(shape.down);
        self.collector.cell(Boxed { items, column, columns, rows: 1 })
    }

    /// Ends a row: cells that go on with one above are taken out and lengthen it.
    fn close_row(&mut self) {
        let Some(row) = self.rows.pop() else { return };
        let (Some(rows), Some(begun)) = (self.collector.rows(), self.begun.last_mut()) else { return };
        if row.is_deleted {
            rows.pop();
            return;
        }
        let at = rows.len().saturating_sub(1);
        let mut kept: Vec<Boxed> = Vec::new();
        for (cell, down) in std::mem::take(&mut rows[at]).into_iter().zip(row.down) {
            let (start, end) = (cell.column as usize, (cell.column + cell.columns) as usize);
            if begun.len() < end {
                begun.resize(end, None);
            }
            let above = begun[start];
            if down == Merge::GoesOn
                && let Some((first, index)) = above
            {
                rows[first][index].rows = (at - first + 1) as u32;
                continue;
            }
            begun[start..end].fill(None);
            if down != Merge::None {
                begun[start] = Some((at, kept.len()));
            }
            kept.push(cell);
        }
        rows[at] = kept;
    }
}

/// The level of the built-in heading styles.
fn style_level(style: &str) -> Option<u8> {
    if style.eq_ignore_ascii_case("title") {
        return Some(1);
    }
    let digits = style.get(..7).filter(|start| start.eq_ignore_ascii_case("heading")).map(|_| &style[7..])?;
    digits.trim().parse().ok().filter(|level| (1..=9).contains(level))
}
