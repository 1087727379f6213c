//! Tables whose columns align on a terminal, full-width characters included.

use crate::Paint;
use crate::paint::visible;
use unicode_width::UnicodeWidthStr;

/// Blanks between two columns.
const GAP: usize = 2;

/// Where the text stands in its column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Words.
    #[default]
    Left,
    /// Figures.
    Right,
}

/// One cell: its text and its colour.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    text: String,
    width: usize,
    paint: Paint,
}

impl Cell {
    /// `text` in the colour of `paint`, with characters that would break the alignment replaced.
    pub fn new(text: &str, paint: Paint) -> Self {
        let text = one_width(&visible(text));
        Self { width: text.width_cjk(), text, paint }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::new(text, Paint::Plain)
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

/// A table under one header; every line of it is equally wide.
///
/// ```
/// use gongkai_render::table::{Align, Table};
/// let mut table = Table::new(&[("项目", Align::Left), ("件数", Align::Right)]);
/// table.row(["予以公开".into(), "25".into()]);
/// table.row(["总计".into(), "113".into()]);
/// assert_eq!(table.render("", false), "项目      件数\n--------------\n予以公开    25\n总计       113\n");
/// ```
#[derive(Clone, Debug)]
pub struct Table {
    aligns: Vec<Align>,
    header: Vec<Cell>,
    rows: Vec<Vec<Cell>>,
}

impl Table {
    /// No rows yet, under the given column titles.
    pub fn new(columns: &[(&str, Align)]) -> Self {
        Self {
            aligns: columns.iter().map(|&(_, align)| align).collect(),
            header: columns.iter().map(|&(title, _)| Cell::new(title, Paint::Dim)).collect(),
            rows: Vec::new(),
        }
    }

    /// Adds a row; cells that lack are blank, cells too many are dropped.
    pub fn row(&mut self, cells: impl IntoIterator<Item = Cell>) {
        let mut row: Vec<Cell> = cells.into_iter().take(self.aligns.len()).collect();
        row.resize_with(self.aligns.len(), Cell::default);
        self.rows.push(row);
    }

    /// Whether there is nothing under the header.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The lines, each after `indent`; columns in which no row has anything are left out.
    pub fn render(&self, indent: &str, colour: bool) -> String {
        let shown: Vec<(usize, usize)> = (0..self.aligns.len())
            .filter(|&at| self.rows.iter().any(|row| row[at].width > 0))
            .map(|at| (at, self.rows.iter().map(|row| row[at].width).fold(self.header[at].width, usize::max)))
            .collect();
        let total = shown.iter().map(|(_, width)| width).sum::<usize>() + GAP * shown.len().saturating_sub(1);
        let mut out = String::new();
        if total == 0 {
            return out;
        }
        self.line(&mut out, &self.header, &shown, indent, colour);
        out.push_str(indent);
        out.push_str(&Paint::Dim.on(&"-".repeat(total), colour));
        out.push('\n');
        for row in &self.rows {
            self.line(&mut out, row, &shown, indent, colour);
        }
        out
    }

    fn line(&self, out: &mut String, row: &[Cell], shown: &[(usize, usize)], indent: &str, colour: bool) {
        out.push_str(indent);
        for (nth, &(at, width)) in shown.iter().enumerate() {
            let blanks = " ".repeat(width - row[at].width);
            let text = row[at].paint.on(&row[at].text, colour);
            if nth > 0 {
                out.push_str(&" ".repeat(GAP));
            }
            match self.aligns[at] {
                Align::Left => out.extend([text, blanks]),
                Align::Right => out.extend([blanks, text]),
            }
        }
        out.push('\n');
    }
}

/// Terminals disagree on how wide some punctuation is; a plain kin of the same meaning is one column on all.
fn one_width(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '“' | '”' => out.push('"'),
            '‘' | '’' => out.push('\''),
            '·' => out.push('/'),
            '—' | '―' => out.push('-'),
            '…' => out.push_str(".."),
            _ => out.push(c),
        }
    }
    out
}

/// The beginning of `text`, at most `width` columns wide, with `..` where it was cut.
pub(crate) fn shortened(text: &str, width: usize) -> String {
    if text.width_cjk() <= width {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut used = 2;
    for c in text.chars() {
        used += c.to_string().width_cjk();
        if used > width {
            break;
        }
        out.push(c);
    }
    out + ".."
}
