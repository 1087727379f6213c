//! HTML: headings, paragraphs and tables of the article on a page.
//!
//! The parser repairs what browsers repair. Text is what a reader sees: hidden elements, scripts and comments are
//! left out, blanks are folded, inline elements run on without a blank, blocks and `<br>` end a line. A table that
//! holds tables, headings or whole sections lays the page out and is walked into; any other is a grid, in which a
//! merged cell's text stands once, in its first place. Navigation, lists of links and imprints are left out. The raised
//! mark of a note beside a figure becomes a note in brackets; a cell that shows a picture, or only what was struck out,
//! holds U+FFFC.
//!
//! Bounds: 512 levels of elements, 4 million nodes and 2 million places in a table end in
//! [`ReadError::TooTangled`]; a cell covers at most 999 columns and 999 rows, and a table has at most 1,000 columns,
//! beyond which nothing is read.

mod article;
mod ending;
mod grid;
mod ink;
mod kind;
mod parse;
mod pieces;
mod shown;
mod stats;
mod styles;
mod tokens;
mod tree;
mod words;

use crate::{Phrase, ReadError};
pub(crate) use ending::ending;
use gongkai_document::{Builder, Document};
use gongkai_text::{Carrier, Span};
use grid::Grid;
use ink::Ink;
use kind::Kind;
use shown::{gather, is_mark};
use stats::Stats;
use styles::Unseen;
use tree::{Data, Step, Tree};
use words::Words;

/// A cell with more characters than this is a part of the page, not of a table.
const LONGEST_CELL: u32 = 1000;

/// Alone in its row, a text with at least so many characters may be a sentence.
const SHORTEST_SENTENCE: u32 = 20;

/// A page without an article of its own.
const SCRIPTED: Phrase = Phrase::new(
    "a page that a script fills in (HTML inside JavaScript)",
    "由脚本填入内容的网页（HTML在JavaScript中）",
);

/// What only a page begins with.
const PAGE_OPENERS: [&str; 7] = ["doctype", "html", "head", "body", "meta", "title", "xml"];

/// What a page, or HTML inside Markdown, begins with.
const PART_OPENERS: [&str; 16] = [
    "table", "tbody", "tr", "td", "div", "p", "span", "h1", "h2", "h3", "center", "article", "section",
    "font", "style", "ul",
];

/// Whether `text` is a page or a part of one: by its first tag, or by tags that nothing else holds so many of;
/// `is_marked` when it has headings or tables of Markdown.
pub(crate) fn is_html(text: &str, is_marked: bool) -> bool {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    let rest = text.strip_prefix('<').unwrap_or_default();
    let name = rest.trim_start_matches(['!', '?', '-', ' ']);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    let begins = |openers: &[&str]| openers.iter().any(|opener| name[..end].eq_ignore_ascii_case(opener));
    let many = |tag: &str| memchr::memmem::find_iter(text.as_bytes(), tag).nth(2).is_some();
    begins(&PAGE_OPENERS)
        || rest.starts_with("!--") && many("</")
        || !is_marked && (begins(&PART_OPENERS) || many("</p>") || many("</P>"))
}

/// Builds the document of the page `source`.
pub(crate) fn document(source: &str) -> Result<Document, ReadError> {
    let unseen = Unseen::of(source);
    let mut tree = parse::parse(source, 0, &unseen)?;
    let mut stats = Stats::of(&tree);
    if !unseen.is_empty() {
        // What a script shows after all is most of the page.
        let whole = parse::parse(source, 0, &unseen.displayed())?;
        let counted = Stats::of(&whole);
        if stats[0].weight() * 2 < counted[0].weight() {
            (tree, stats) = (whole, counted);
        }
    }
    let root = article::article(&tree, &stats);
    let mut builder = Builder::over(source, Carrier::Html);
    let mut page = Page { tree: &tree, stats: &stats, builder: &mut builder, grids: 0, in_place: false };
    for title in article::titles(&tree, &stats, root) {
        page.block(&title, Some(1));
    }
    page.flow(root)?;
    builder.end(ending(source));
    let document = builder.finish();
    if !document.blocks().is_empty() {
        return Ok(document);
    }
    let is_scripted = memchr::memmem::find(source.as_bytes(), b"<script").is_some();
    Err(if is_scripted { ReadError::NotRead { kind: SCRIPTED } } else { ReadError::Empty })
}

/// Adds the HTML in `source`, which stands at byte `base` of the builder's text, and says how many grids there are
/// now. A table whose cells all stand in the source as they are read is pointed at where it stands.
pub(crate) fn fragment(builder: &mut Builder, source: &str, base: u32, grids: u32) -> Result<u32, ReadError> {
    let tree = parse::parse(source, base, &Unseen::of_part(source))?;
    let stats = Stats::of(&tree);
    let mut page = Page { tree: &tree, stats: &stats, builder, grids, in_place: true };
    page.flow(0)?;
    Ok(page.grids)
}

/// What is read of a page, and what it becomes.
struct Page<'t> {
    tree: &'t Tree,
    stats: &'t [Stats],
    builder: &'t mut Builder,
    grids: u32,
    /// Whether cells are pointed at in the source.
    in_place: bool,
}

impl Page<'_> {
    /// Adds a heading or a paragraph, when there is anything in it.
    fn block(&mut self, words: &Words, heading: Option<u8>) {
        if words.text().is_empty() {
            return;
        }
        let span = words.push_to(self.builder, 0);
        self.builder.push("\n");
        match heading {
            Some(level) => self.builder.heading(level, span),
            None => self.builder.paragraph(span),
        }
    }

    /// Adds everything at and below `root`.
    fn flow(&mut self, root: u32) -> Result<(), ReadError> {
        let tree = self.tree;
        let mut words = Words::default();
        let mut heading = None;
        let mut result = Ok(());
        tree.walk(root, |step| {
            if result.is_err() {
                return false;
            }
            let (Step::Enter(id) | Step::Leave(id)) = step;
            let entering = matches!(step, Step::Enter(_));
            let kind = match tree.data(id) {
                Data::Text(text, place) => {
                    if entering {
                        words.run(text, *place);
                    }
                    return true;
                }
                Data::Element(kind) => *kind,
            };
            match kind {
                Kind::Hidden | Kind::Picture | Kind::Control | Kind::Title | Kind::Chrome => return false,
                Kind::Raised => return words.text().is_empty() || !is_mark(tree, id),
                Kind::Inline | Kind::Link => return true,
                _ => {}
            }
            self.block(&words, heading);
            words.clear();
            if !entering {
                heading = if matches!(kind, Kind::Heading(_)) { None } else { heading };
                return true;
            }
            if id != root && self.stats[id as usize].is_chrome() {
                return false;
            }
            match kind {
                Kind::Heading(level) => heading = Some(level),
                Kind::Table if grid::is_of_figures(tree, self.stats, id) => match self.table(id) {
                    Ok(is_grid) => return !is_grid,
                    Err(error) => result = Err(error),
                },
                _ => {}
            }
            true
        });
        self.block(&words, heading);
        result
    }

    /// Adds the table `id` as a grid and says so, or finds that it lays out the page.
    fn table(&mut self, id: u32) -> Result<bool, ReadError> {
        let grid = grid::grid(self.tree, id).ok_or(ReadError::TooTangled)?;
        if grid.is_list() || grid.nodes().any(|cell| self.stats[cell as usize].chars > LONGEST_CELL) {
            return Ok(false);
        }
        self.captions(id);
        self.rows(&grid);
        Ok(true)
    }

    /// What a table holds besides its rows.
    fn captions(&mut self, table: u32) {
        let tree = self.tree;
        for child in tree.children(table).filter(|&id| matches!(tree.data(id), Data::Element(Kind::Block))) {
            let is_row = |id| matches!(tree.data(id), Data::Element(Kind::Row { .. }));
            if !tree.children(child).any(is_row) {
                let mut words = Words::default();
                gather(tree, child, &mut words);
                self.block(&words, None);
            }
        }
    }

    fn rows(&mut self, grid: &Grid) {
        let is_blank =
            |row: &grid::Line| row.cells.iter().all(|cell| self.stats[cell.node as usize].is_blank());
        let printed = grid.rows.iter().rposition(|row| !is_blank(row)).map_or(0, |last| last + 1);
        // A last row that was left blank, place by place, is a row of the table.
        let is_left_blank = |row: &grid::Line| !row.is_flat && row.cells.len() == grid.width;
        let len = printed + usize::from(grid.rows.get(printed).is_some_and(is_left_blank));
        // For each column the first row that the cell in it does not cover.
        let mut free = vec![0_usize; grid.width];
        let mut cells: Vec<(Span, u16, u16, u16)> = Vec::with_capacity(grid.width);
        let mut ink = Ink::new(self.tree, grid, self.in_place);
        for (at, row) in grid.rows[..len].iter().enumerate() {
            cells.clear();
            let mut column = 0;
            for cell in &row.cells {
                let (start, end) = (usize::from(cell.column), usize::from(cell.column + cell.columns));
                self.covered(&mut ink, &mut cells, &free[..start.max(column)], (column, at));
                free[start..end].fill(at + cell.rows as usize);
                column = end;
                let span = ink.cell(self.tree, self.builder, cell.node, cells.is_empty());
                cells.push((span, cell.column, cell.columns, Grid::span(cell.rows)));
            }
            self.covered(&mut ink, &mut cells, &free, (column, at));
            if self.sentence(row, &free, at) {
                continue;
            }
            let skipped = row.is_flat && is_blank(row);
            if !cells.is_empty() && !skipped {
                self.builder.spanned_row(self.grids, cells.iter().copied());
                ink.end_row(self.builder);
            }
        }
        self.grids += 1;
    }

    /// Adds `row` as a paragraph and says so, where one sentence stands alone in it: a spreadsheet saved as a page is
    /// one table from its title to its last line.
    fn sentence(&mut self, row: &grid::Line, free: &[usize], at: usize) -> bool {
        let mut printed = row.cells.iter().filter(|cell| self.stats[cell.node as usize].chars > 0);
        let (Some(cell), None) = (printed.next(), printed.next()) else { return false };
        let is_alone = row.cells.iter().all(|cell| cell.rows == 1) && free.iter().all(|&free| free <= at + 1);
        if !is_alone || self.stats[cell.node as usize].chars < SHORTEST_SENTENCE {
            return false;
        }
        let mut words = Words::default();
        gather(self.tree, cell.node, &mut words);
        if !words.text().contains('。') {
            return false;
        }
        self.block(&words, None);
        self.grids += 1;
        true
    }

    /// Adds empty cells where cells of rows above reach down into `row`, from `column` to the end of `free`.
    fn covered(
        &mut self,
        ink: &mut Ink,
        cells: &mut Vec<(Span, u16, u16, u16)>,
        free: &[usize],
        (column, row): (usize, usize),
    ) {
        for (column, _) in free.iter().enumerate().skip(column).filter(|(_, free)| **free > row) {
            let span = ink.blank(self.builder, cells.is_empty());
            cells.push((span, column as u16, 1, 1));
        }
    }
}
