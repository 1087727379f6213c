//! A report as a PDF: text in a font that every viewer of Chinese has, ruled tables that go on over pages.

#![allow(clippy::cast_precision_loss, reason = "a line has few characters and a table few rows")]

use super::page::{Item, Page, Table};
use std::fmt::Write;

/// The page, in points.
const WIDTH: f64 = 595.0;
const HEIGHT: f64 = 842.0;
const MARGIN: f64 = 50.0;

/// The size of type outside and inside of tables, and what a line needs more.
const SIZE: f64 = 10.5;
const SMALL: f64 = 7.5;
const LEAD: f64 = 1.35;

/// Between the rules of a cell and its text.
const PADDING: f64 = 2.0;

/// The file.
pub(crate) fn write(page: &Page) -> Vec<u8> {
    let mut sheets = Sheets { pages: vec![String::new()], y: MARGIN };
    sheets.paragraph(&page.title, 16.0);
    for item in &page.blocks {
        match item {
            Item::Chapter(text) => sheets.paragraph(text, 12.0),
            Item::Paragraph(text) => sheets.paragraph(text, SIZE),
            Item::Table(table) => sheets.table(table),
        }
    }
    file(&sheets.pages)
}

/// The pages so far, and how far down the last one is filled.
struct Sheets {
    pages: Vec<String>,
    y: f64,
}

impl Sheets {
    fn last(&mut self) -> &mut String {
        self.pages.last_mut().expect("there is a first page")
    }

    /// Makes room for `height` and says where it begins.
    fn room(&mut self, height: f64) -> f64 {
        if self.y + height > HEIGHT - MARGIN {
            self.pages.push(String::new());
            self.y = MARGIN;
        }
        let y = self.y;
        self.y += height;
        y
    }

    fn text(&mut self, (x, y): (f64, f64), size: f64, text: &str) {
        let units = text.encode_utf16().fold(String::new(), |mut hex, unit| {
            let _ = write!(hex, "{unit:04X}");
            hex
        });
        let y = HEIGHT - y - size;
        let _ = writeln!(self.last(), "BT /F1 {size} Tf 1 0 0 1 {x:.2} {y:.2} Tm <{units}> Tj ET");
    }

    fn rule(&mut self, (x, y): (f64, f64), (width, height): (f64, f64)) {
        let (left, bottom) = (x, HEIGHT - y - height);
        let _ = writeln!(self.last(), "{left:.2} {bottom:.2} {width:.2} {height:.2} re f");
    }

    fn paragraph(&mut self, text: &str, size: f64) {
        for line in wrapped(text, WIDTH - 2.0 * MARGIN, size) {
            let y = self.room(size * LEAD);
            self.text((MARGIN, y), size, &line);
        }
        self.y += size * 0.6;
    }

    fn table(&mut self, table: &Table) {
        let edges = edges(table);
        let x = |column: usize| MARGIN + edges[column];
        let fits = |cell: &super::page::Cell| {
            wrapped(&cell.text, x(cell.column + cell.columns) - x(cell.column) - 2.0 * PADDING, SMALL)
        };
        // How far down the text of a label reaches that covers several rows: it is printed from its first row on.
        for (at, row) in table.rows.iter().enumerate() {
            let lines =
                row.iter().filter(|cell| cell.rows == 1).map(|cell| fits(cell).len()).max().unwrap_or(1);
            let tall = row
                .iter()
                .filter(|cell| cell.rows > 1)
                .map(|cell| fits(cell).len().div_ceil(cell.rows))
                .max();
            let lines = lines.max(tall.unwrap_or(1)).max(1);
            let height = lines as f64 * SMALL * LEAD + 2.0 * PADDING;
            let before = self.pages.len();
            let y = self.room(height);
            let is_first = at == 0 || self.pages.len() > before;
            for cell in row {
                for (line, text) in fits(cell).iter().enumerate() {
                    let below = y + PADDING + line as f64 * SMALL * LEAD;
                    self.text((x(cell.column) + PADDING, below), SMALL, text);
                }
            }
            // Above, below and between the cells of the row; nothing through one that goes on.
            for column in 0..table.width {
                let goes_on = at + 1 < table.rows.len()
                    && !table.rows[at + 1]
                        .iter()
                        .any(|cell| (cell.column..cell.column + cell.columns).contains(&column));
                let width = x(column + 1) - x(column);
                if is_first {
                    self.rule((x(column), y), (width, 0.5));
                }
                let is_last = y + height + 60.0 > HEIGHT - MARGIN;
                if !goes_on || is_last {
                    self.rule((x(column), y + height), (width, 0.5));
                }
            }
            let mut column = 0;
            while column <= table.width {
                self.rule((x(column), y), (0.5, height));
                let own = row.iter().find(|cell| cell.column == column);
                column += own.or_else(|| table.reaching(at, column)).map_or(1, |cell| cell.columns);
            }
        }
        self.y += SIZE;
    }
}

/// Where the columns begin and the last one ends, from the left margin.
fn edges(table: &Table) -> Vec<f64> {
    let width = WIDTH - 2.0 * MARGIN;
    let weights: Vec<f64> = (0..table.width)
        .map(|column| match (table.width, column) {
            (3.., 0) => 2.0,
            (10.., 1 | 2) => 2.2,
            _ => 1.0,
        })
        .collect();
    let sum: f64 = weights.iter().sum();
    let mut at = 0.0;
    let mut edges = vec![0.0];
    for weight in weights {
        at += weight / sum * width;
        edges.push(at);
    }
    edges
}

/// `text` in lines no wider than `width`.
fn wrapped(text: &str, width: f64, size: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut line, mut used) = (String::new(), 0.0);
    for c in text.chars() {
        let own = if c.is_ascii() { size / 2.0 } else { size };
        if used + own > width && !line.is_empty() {
            lines.push(std::mem::take(&mut line));
            used = 0.0;
        }
        line.push(c);
        used += own;
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// The file with these contents of pages.
fn file(pages: &[String]) -> Vec<u8> {
    let kids = (0..pages.len()).map(|at| format!("{} 0 R ", 6 + 2 * at)).collect::<Vec<_>>().concat();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!("<</Type/Pages/Count {}/Kids[{kids}]/MediaBox[0 0 {WIDTH} {HEIGHT}]>>", pages.len()),
        "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>".to_owned(),
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/FontDescriptor 5 0 R/DW 1000/W[1[500] 2 95 500 814 939 500]\
         /CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>"
            .to_owned(),
        "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880\
         /Descent -120/CapHeight 880/StemV 93>>"
            .to_owned(),
    ];
    for (at, content) in pages.iter().enumerate() {
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 3 0 R>>>>/Contents {} 0 R>>",
            7 + 2 * at
        ));
        objects.push(format!("<</Length {}>>\nstream\n{content}endstream", content.len()));
    }
    let (mut file, mut table) = ("%PDF-1.4\n".to_owned(), String::new());
    for (at, object) in objects.iter().enumerate() {
        let _ = writeln!(table, "{:010} 00000 n ", file.len());
        let _ = writeln!(file, "{} 0 obj\n{object}\nendobj", at + 1);
    }
    let (start, size) = (file.len(), objects.len() + 1);
    let _ = write!(
        file,
        "xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n"
    );
    file.into_bytes()
}
