//! PDF files that hold text: ruling lines to tables, the other characters to paragraphs.
//!
//! A page is read as what it shows: characters where they stand and the lines that are ruled, whatever their order
//! in the file. Lines enclose cells; a table that goes on over pages is one grid, in which a header that is repeated
//! stands once and a row that the page cut in two is whole again. What a cell prints in several lines runs on
//! without a blank. Lines outside of tables become paragraphs; lines with wide gaps become rows of a grid without
//! rules. Page numbers and repeated page headers are left out. Radicals that fonts are mapped to in place of
//! ideographs are mended.
//!
//! A file without any text is [`ReadError::NoTextLayer`], one that needs a password [`ReadError::Locked`], one that
//! cannot be opened [`ReadError::Damaged`]. Bounds, beyond which a file is [`ReadError::Damaged`] too: 2,000 pages,
//! 4 million characters and strokes, 64 MiB in one packed stream and 512 MiB in all, 2 million places in tables.

mod bounds;
mod canvas;
mod columns;
mod lattice;
mod lines;
mod open;
mod prose;
mod stitch;

use crate::{Phrase, ReadError};
use canvas::{Glyph, Page};
use gongkai_document::{Builder, Document, Origin, Remark};
use gongkai_text::{Carrier, Span};
use lines::Block;
use prose::{Furniture, Measure, Printed};
use stitch::Table;

/// The kind of file.
const PDF: Phrase = Phrase::new("a PDF", "PDF文件");

/// The most places in the tables of a file.
const MOST_PLACES: usize = 2_000_000;

/// What stands on a page, from top to bottom.
#[derive(Debug)]
enum Item {
    Line(Printed),
    Table(Table),
}

/// Builds the document of a PDF file.
pub(crate) fn document(bytes: &[u8]) -> Result<Document, ReadError> {
    let pages = open::pages(bytes)?;
    let remarks = remarks(&pages, bytes)?;
    let mut places = MOST_PLACES;
    let mut items = Vec::new();
    for (at, page) in pages.into_iter().enumerate() {
        items.extend(arrange(page, at as u32 + 1, &mut places)?);
    }
    let mut furniture = Furniture::default();
    items.retain(|item| !matches!(item, Item::Line(printed) if furniture.holds(printed)));
    let lines = items.iter().filter_map(|item| match item {
        Item::Line(printed) => Some(&printed.line),
        Item::Table(_) => None,
    });
    let mut writer = Writer::new(Measure::of(lines));
    for item in items {
        match item {
            Item::Line(printed) => writer.line(printed),
            Item::Table(table) => writer.table(table),
        }
    }
    Ok(writer.finish().with_remarks(remarks))
}

/// What is odd about the file; fails when no page has text.
fn remarks(pages: &[Page], bytes: &[u8]) -> Result<Vec<Remark>, ReadError> {
    let is_bare =
        |page: &Page| page.glyphs.iter().all(|glyph| matches!(glyph.c, ' ' | char::REPLACEMENT_CHARACTER));
    let bare: Vec<u32> =
        (1..).zip(pages).filter(|(_, page)| is_bare(page)).map(|(number, _)| number).collect();
    if bare.len() == pages.len() {
        return Err(ReadError::NoTextLayer { kind: PDF, pages: bare });
    }
    let mut remarks = Vec::new();
    if !bare.is_empty() {
        let list = crate::error::page_list(&bare);
        remarks.push(Remark {
            code: "pages-without-text",
            chinese: format!("第{list}页没有文字层（空白或扫描图像），未读取"),
            english: format!("no text layer on page {list} (blank, or a scanned image): not read"),
        });
    }
    let sum = |count: fn(&Page) -> usize| pages.iter().map(count).sum::<usize>();
    let (all, unmapped) = (sum(|page| page.glyphs.len()), sum(|page| page.unmapped));
    if unmapped > 0 {
        remarks.push(Remark {
            code: "characters-unmapped",
            chinese: format!("有{unmapped}个字符在文件中没有对应的文字编码，读作U+FFFD"),
            english: format!(
                "{unmapped} characters have no Unicode value in the file and are read as U+FFFD"
            ),
        });
    }
    if sum(|page| page.invisible) * 2 > all {
        remarks.push(Remark {
            code: "recognised-text",
            chinese: "文字层不可见，应为图像识别所得，可能有误".to_owned(),
            english: "the text layer is invisible, so a recogniser made it from images and may have erred"
                .to_owned(),
        });
    }
    if memchr::memmem::rfind(&bytes[bytes.len().saturating_sub(2048)..], b"%%EOF").is_none() {
        remarks.push(Remark {
            code: "file-cut-short",
            chinese: "文件末尾缺失，可能少页；请重新下载核对".to_owned(),
            english: "the end of the file is missing, so pages may be too; download it again".to_owned(),
        });
    }
    Ok(remarks)
}

/// The tables and lines of a page, from top to bottom.
fn arrange(page: Page, number: u32, places: &mut usize) -> Result<Vec<Item>, ReadError> {
    let mut lattices = lattice::tables(&page.rules, places)?;
    // Of tables in tables the innermost takes a character.
    lattices.sort_by_key(lattice::Lattice::extent);
    let mut cells: Vec<Vec<Vec<Glyph>>> =
        lattices.iter().map(|lattice| vec![Vec::new(); lattice.areas.len()]).collect();
    let mut outside = Vec::new();
    for glyph in page.glyphs {
        let hit = lattices
            .iter()
            .zip(&mut cells)
            .find_map(|(lattice, cells)| lattice.cell_at(glyph.x, glyph.y).map(|cell| &mut cells[cell]));
        hit.unwrap_or(&mut outside).push(glyph);
    }
    let mut items: Vec<(i32, Item)> = Vec::new();
    for (lattice, cells) in lattices.into_iter().zip(cells) {
        let sides = lattice.areas.iter().map(|area| {
            (lattice.xs[area.right] - lattice.xs[area.left], lattice.ys[area.bottom] - lattice.ys[area.top])
        });
        let blocks: Vec<Block> =
            cells.into_iter().zip(sides).map(|(mut glyphs, sides)| Block::new(&mut glyphs, sides)).collect();
        if blocks.iter().any(|block| !block.text.is_empty()) {
            items.push((lattice.ys[0], Item::Table(Table::new(lattice, blocks, number))));
        }
    }
    let (top, bottom) = page.edges;
    outside.sort_by_key(|glyph| glyph.turn);
    for turned in outside.chunk_by_mut(|left, right| left.turn == right.turn) {
        let is_upright = turned[0].turn == 0;
        let mut lines = lines::lines(turned);
        columns::align(&mut lines);
        for line in lines {
            let down = if is_upright { line.base } else { bottom };
            let depth = i64::from(down - top) * 1000 / i64::from((bottom - top).max(1));
            items.push((down, Item::Line(Printed { line, page: number, depth: depth as i32 })));
        }
    }
    items.sort_by_key(|(down, _)| *down);
    Ok(items.into_iter().map(|(_, item)| item).collect())
}

/// Writes items as blocks, holding back the paragraph and the table that may go on.
struct Writer {
    builder: Builder,
    measure: Option<Measure>,
    page: u32,
    grids: u32,
    /// Where the open paragraph begins, its last line, and the distance of its lines.
    paragraph: Option<(u32, Printed, Option<i32>)>,
    table: Option<(Table, u32)>,
    /// The last block was a line with wide gaps.
    is_tabbed: bool,
}

impl Writer {
    fn new(measure: Option<Measure>) -> Self {
        Self {
            builder: Builder::new("", Carrier::Pdf),
            measure,
            page: 0,
            grids: 0,
            paragraph: None,
            table: None,
            is_tabbed: false,
        }
    }

    /// Says that what is pushed next stands on `page`.
    fn on_page(&mut self, page: u32) {
        if page != self.page {
            let here = self.builder.push("").start;
            self.builder.mark(here, Origin::Page(page));
            self.page = page;
        }
    }

    fn line(&mut self, printed: Printed) {
        self.end_table();
        if let Some((start, above, pitch)) = self.paragraph.take() {
            let is_same_page = above.page == printed.page;
            let pitch = pitch.filter(|_| is_same_page);
            let runs_on = |measure: Measure| measure.runs_on(&above.line, &printed.line, pitch);
            if self.measure.is_some_and(runs_on) {
                let ends = (above.line.text.chars().last(), printed.line.text.chars().next());
                if matches!(ends, (Some(last), Some(first)) if last.is_ascii_alphabetic() && first.is_ascii_alphabetic())
                {
                    self.builder.push(" ");
                }
                let pitch = if is_same_page { Some(printed.line.base - above.line.base) } else { pitch };
                self.on_page(printed.page);
                self.builder.push(&printed.line.text);
                self.paragraph = Some((start, printed, pitch));
                return;
            }
            self.paragraph = Some((start, above, None));
            self.end_paragraph();
        }
        self.on_page(printed.page);
        if printed.line.text.contains('\t') {
            self.grids += u32::from(!self.is_tabbed);
            self.is_tabbed = true;
            let mut cells = Vec::new();
            for piece in printed.line.text.split('\t') {
                if !cells.is_empty() {
                    self.builder.push("\t");
                }
                cells.push(self.builder.push(piece.trim()));
            }
            self.builder.row(self.grids, &cells);
            self.builder.push("\n");
        } else {
            self.is_tabbed = false;
            let start = self.builder.push(&printed.line.text).start;
            self.paragraph = Some((start, printed, None));
        }
    }

    fn table(&mut self, table: Table) {
        self.end_paragraph();
        let first = table.rows.first().copied().unwrap_or_default();
        let last = table.rows.last().copied().unwrap_or_default();
        let Some((whole, page)) = &mut self.table else {
            self.table = Some((table, last));
            return;
        };
        let next = if *page < first { whole.join(table) } else { Some(table) };
        *page = last;
        if let Some(next) = next {
            self.end_table();
            self.table = Some((next, last));
        }
    }

    fn end_paragraph(&mut self) {
        if let Some((start, ..)) = self.paragraph.take() {
            let end = self.builder.push("").start;
            self.builder.paragraph(Span::new(start, end));
            self.builder.push("\n");
        }
    }

    fn end_table(&mut self) {
        let Some((table, _)) = self.table.take() else { return };
        self.is_tabbed = false;
        self.grids += 1;
        // For each column the first row that the cell in it does not cover.
        let mut free = vec![0_usize; table.columns()];
        let mut rest = table.cells.as_slice();
        let mut cells: Vec<(Span, u16, u16, u16)> = Vec::with_capacity(table.columns());
        for (row, &page) in table.rows.iter().enumerate() {
            self.on_page(page);
            cells.clear();
            let len = rest.iter().take_while(|cell| cell.top == row).count();
            let (own, after) = rest.split_at(len);
            rest = after;
            let mut own = own.iter().peekable();
            let mut column = 0;
            while column < free.len() {
                let begun = own.next_if(|cell| cell.left <= column);
                if begun.is_some() || free[column] > row {
                    if !cells.is_empty() {
                        self.builder.push("\t");
                    }
                    let text = begun.map_or("", |cell| &cell.block.text);
                    let span = self.builder.push(text);
                    let (columns, rows) =
                        begun.map_or((1, 1), |cell| (cell.right - cell.left, cell.bottom - cell.top));
                    cells.push((span, column as u16, columns as u16, rows.min(999) as u16));
                    let end = (column + columns).min(free.len());
                    if begun.is_some() {
                        free[column..end].fill(row + rows);
                    }
                    column = end;
                } else {
                    column += 1;
                }
            }
            self.builder.spanned_row(self.grids, cells.iter().copied());
            self.builder.push("\n");
        }
    }

    fn finish(mut self) -> Document {
        self.end_paragraph();
        self.end_table();
        self.builder.finish()
    }
}
