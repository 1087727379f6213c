//! A report as what a writer needs: headings, paragraphs, tables with merged cells.

use gongkai::document::Block;

/// A report.
#[derive(Debug, Default)]
pub(crate) struct Page {
    pub(crate) title: String,
    pub(crate) blocks: Vec<Item>,
}

/// One piece of a report.
#[derive(Debug)]
pub(crate) enum Item {
    /// The heading of a chapter.
    Chapter(String),
    Paragraph(String),
    Table(Table),
}

/// A table: cells where they begin, row by row.
#[derive(Debug, Default)]
pub(crate) struct Table {
    pub(crate) rows: Vec<Vec<Cell>>,
    pub(crate) width: usize,
}

/// A cell and what it covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(crate) text: String,
    pub(crate) column: usize,
    pub(crate) columns: usize,
    pub(crate) rows: usize,
}

impl Cell {
    /// Whether it holds a figure.
    pub(crate) fn is_figure(&self) -> bool {
        is_figure(&self.text)
    }
}

fn is_figure(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

impl Page {
    /// The report in `source`, text with tabs between cells; `None` when there is none.
    pub(crate) fn of(source: &str) -> Option<Self> {
        let document = gongkai::read::read("source.txt", source.as_bytes()).ok()?;
        let mut page = Self::default();
        let mut rows: Vec<Vec<&str>> = Vec::new();
        for block in document.blocks() {
            match *block {
                Block::Row(row) => {
                    rows.push(document.cells(row).iter().map(|cell| document.slice(cell.span)).collect());
                }
                Block::Heading(_, span) | Block::Paragraph(span) => {
                    page.line(&mut rows, document.slice(span));
                }
            }
        }
        page.table(&mut rows);
        (!page.title.is_empty()).then_some(page)
    }

    fn line<'d>(&mut self, rows: &mut Vec<Vec<&'d str>>, line: &'d str) {
        // A short line between rows stands in the table: it names what follows.
        if !rows.is_empty() && line.starts_with('第') {
            rows.push(vec![line]);
            return;
        }
        self.table(rows);
        let numeral = line.trim_start_matches(|c| "一二三四五六七八九十".contains(c));
        let line = line.to_owned();
        if self.title.is_empty() {
            self.title = line;
        } else if numeral.len() < line.len() && numeral.starts_with('、') {
            self.blocks.push(Item::Chapter(line));
        } else {
            self.blocks.push(Item::Paragraph(line));
        }
    }

    fn table(&mut self, rows: &mut Vec<Vec<&str>>) {
        if !rows.is_empty() {
            self.blocks.push(Item::Table(Table::of(&std::mem::take(rows))));
        }
    }
}

impl Table {
    /// Blanks that a label was printed over become part of its cell.
    fn of(rows: &[Vec<&str>]) -> Self {
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        let mut table = Self { rows: Vec::new(), width };
        for row in rows {
            let at = |column: usize| row.get(column).copied().unwrap_or_default();
            let last = (0..width).rev().find(|column| !at(*column).is_empty()).unwrap_or(0);
            let has_figures = row.iter().any(|cell| is_figure(cell));
            let mut cells = Vec::new();
            let mut column = 0;
            while column < width {
                let mut columns = 1;
                let text = at(column);
                let is_label = !text.is_empty() && !is_figure(text);
                let end = if has_figures { last } else { width };
                while is_label && column + columns < end && at(column + columns).is_empty() {
                    columns += 1;
                }
                let above = text.is_empty() && column < 2 && column < last;
                let cover = if above { table.covering(column) } else { None };
                if let Some(cover) =
                    cover.filter(|cover| (column..column + cover.columns).all(|it| at(it).is_empty()))
                {
                    cover.rows += 1;
                    column += cover.columns;
                    continue;
                }
                cells.push(Cell { text: text.to_owned(), column, columns, rows: 1 });
                column += columns;
            }
            table.rows.push(cells);
        }
        table
    }

    /// The label at `column` that reaches down to the last row.
    fn covering(&mut self, column: usize) -> Option<&mut Cell> {
        let len = self.rows.len();
        let rows = self.rows.iter_mut().enumerate();
        let mut cells = rows.flat_map(|(at, row)| row.iter_mut().map(move |cell| (at, cell)));
        let found = cells.find(|(at, cell)| cell.column == column && at + cell.rows == len);
        found.map(|(_, cell)| cell).filter(|cell| !cell.text.is_empty() && !cell.is_figure())
    }

    /// The cell that begins above row `at` and covers `column` of it.
    pub(crate) fn reaching(&self, at: usize, column: usize) -> Option<&Cell> {
        let above = self.rows[..at].iter().enumerate();
        let mut cells = above.flat_map(|(row, cells)| cells.iter().map(move |cell| (row, cell)));
        cells
            .find(|(row, cell)| {
                row + cell.rows > at && (cell.column..cell.column + cell.columns).contains(&column)
            })
            .map(|(_, cell)| cell)
    }
}
