//! DOCX: paragraphs and tables of the document as its reader sees it.
//!
//! Tracked changes are shown as final text, hidden text is left out, a fallback beside its choice too. Labels of lists
//! that Word numbers itself stand before their paragraphs. Text boxes follow the paragraph or table they float beside;
//! footnotes and endnotes come last, never into a cell. What is struck out, drawn or a formula is not read: a cell that
//! shows nothing else holds U+FFFC, so that it is not blank. The raised mark of a note beside a figure becomes a note in
//! brackets.

mod numbering;
mod numerals;

use super::flow::{self, Boxed, Collector, Item};
use super::package::Package;
use super::xml::{Next, Node, Tag, walk};
use super::zipped::Zipped;
use crate::{Phrase, ReadError};
use gongkai_document::{Document, Remark};
use gongkai_text::Carrier;
use numbering::Numbering;

const KIND: Phrase = Zipped::Docx.phrase();

/// What programs make that leave it to Word to take a page apart.
const WRAPPER: Phrase = Phrase::new(
    "a Word document around another file (altChunk), which becomes its text once Word has saved it",
    "内嵌另一个文件（altChunk）的Word文档，用Word打开并保存后才成为正文",
);

/// Builds the document of the DOCX file `bytes`.
pub(crate) fn document(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut package = Package::open(bytes, KIND)?;
    let main = main_part(&mut package)?;
    let body = package.needed(&main)?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut part = |name: &str| package.part(&format!("{folder}/{name}"));
    let mut numbering = Numbering::new(part("numbering.xml")?.as_deref(), part("styles.xml")?.as_deref())?;
    let mut items = items(&body, &mut numbering)?;
    let wraps = memchr::memmem::find(body.as_bytes(), b":altChunk ").is_some();
    if wraps && items.is_empty() {
        return Err(ReadError::NotRead { kind: WRAPPER });
    }
    for notes in ["footnotes.xml", "endnotes.xml"] {
        if let Some(xml) = part(notes)? {
            items.extend(self::items(&xml, &mut numbering)?);
        }
    }
    let remark = wraps.then(|| Remark {
        code: "part-not-read",
        chinese: "文档中嵌有另一个文件（altChunk），未读取；请用Word打开并另存后再试".to_owned(),
        english: "another file inside the document (altChunk) was not read; open it in Word, save it anew and try again"
            .to_owned(),
    });
    Ok(flow::document(items, Carrier::Docx)?.with_remarks(remark))
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
        run: Run::Plain,
        is_numbered: false,
        runs_on: false,
    };
    walk(xml, KIND, |node| {
        match node {
            Node::Open(tag) => return reader.open(tag),
            Node::Close(name) => reader.close(name)?,
            Node::Text(text) => {
                if reader.in_text && reader.run != Run::Hidden {
                    reader.text(text);
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

/// How the open run shows its characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Run {
    Plain,
    /// Above or below the line.
    Raised,
    /// Not at all, or struck out.
    Hidden,
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
    run: Run,
    /// Whether the open paragraph has nothing but its number so far.
    is_numbered: bool,
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
            let is_formula = name.starts_with("m:oMath");
            if is_formula {
                self.collector.picture();
            }
            return Ok(if is_formula || name.ends_with(":Fallback") { Next::Skip } else { Next::Enter });
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
            "p" => (self.paragraph, self.is_numbered) = (Paragraph::default(), false),
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
            "r" => (self.place, self.run) = (Place::Run, Run::Plain),
            "strike" | "dstrike" if self.place == Place::Run && tag.is_on() => {
                self.run = Run::Hidden;
                self.collector.picture();
            }
            "vertAlign" if self.place == Place::Run => {
                let is_raised = tag.attribute("val").is_some_and(|it| it.ends_with("script"));
                if is_raised && self.run == Run::Plain {
                    self.run = Run::Raised;
                }
            }
            "drawing" | "pict" | "object" => self.collector.picture(),
            "sym" if self.run != Run::Hidden => self.symbol(tag),
            "vanish" if self.place == Place::Run && tag.is_on() => self.run = Run::Hidden,
            "t" => self.in_text = true,
            "tab" | "ptab" if self.place == Place::Run && self.run != Run::Hidden => {
                self.collector.text("\t");
            }
            "br" | "cr" if self.run != Run::Hidden => self.collector.text("\n"),
            "noBreakHyphen" if self.run != Run::Hidden => self.collector.text("-"),
            _ => {}
        }
        Ok(Next::Enter)
    }

    /// Adds characters of a run.
    fn text(&mut self, text: &str) {
        if self.run == Run::Raised {
            return self.collector.raised(text);
        }
        // The number of the paragraph and a figure behind it are two.
        if std::mem::take(&mut self.is_numbered) && text.starts_with(char::is_numeric) {
            self.collector.text(" ");
        }
        self.collector.text(text);
    }

    /// Adds a character that is given by its number in a font.
    fn symbol(&mut self, tag: &Tag<'_>) {
        const PICTURES: [&str; 4] = ["Symbol", "Wingdings", "Webdings", "MT Extra"];
        let font = tag.attribute("font").unwrap_or_default();
        let code = tag.attribute("char").and_then(|it| u32::from_str_radix(&it, 16).ok());
        // Fonts of old have their letters from F000 on.
        let letter = code.map(|code| if matches!(code, 0xF020..=0xF0FF) { code - 0xF000 } else { code });
        match letter.and_then(char::from_u32) {
            Some(letter) if !PICTURES.iter().any(|it| font.starts_with(it)) => {
                self.text(letter.encode_utf8(&mut [0; 4]));
            }
            _ => self.collector.picture(),
        }
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
                    self.is_numbered = !label.ends_with(char::is_whitespace);
                }
            }
            "trPr" => self.place = Place::Elsewhere,
            "r" => (self.place, self.run) = (Place::Elsewhere, Run::Plain),
            "t" => self.in_text = false,
            _ => {}
        }
        Ok(())
    }

    fn close_cell(&mut self) -> Result<(), ReadError> {
        // A paragraph that ran on to one outside the cell ends with it.
        self.collector.end_paragraph()?;
        let items = self.collector.close_cell();
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
