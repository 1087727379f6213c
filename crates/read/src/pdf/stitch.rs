//! Tables as they were before pages cut them.

use super::canvas::POINT;
use super::lattice::{Lattice, nearest};
use super::lines::{Block, PADDING};

/// Outer edges this far apart are still those of one table.
const SAME: i32 = 4 * POINT;

/// The most rows of a header.
const LONGEST_HEADER: usize = 6;

/// A table with its text.
#[derive(Clone, Debug)]
pub(super) struct Table {
    xs: Vec<i32>,
    /// The page of each row, from 1.
    pub(super) rows: Vec<u32>,
    /// Its cells, by row and column.
    pub(super) cells: Vec<Cell>,
    is_open: [bool; 2],
}

/// A cell: half-open ranges of columns and rows, and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) left: usize,
    pub(super) right: usize,
    pub(super) top: usize,
    pub(super) bottom: usize,
    pub(super) block: Block,
}

impl Cell {
    const fn area(&self) -> (usize, usize, usize, usize) {
        (self.left, self.right, self.top, self.bottom)
    }

    fn is_blank(&self) -> bool {
        self.block.text.is_empty()
    }

    /// A figure, or what stands for one.
    fn is_figure(&self) -> bool {
        let text = self.block.text.trim_start_matches(['增', '减', '+', '-', '－', '—', '−']);
        self.block.text.len() > text.len() && text.is_empty()
            || text == "/"
            || text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '０'..='９'))
                && !text.contains(|c: char| matches!(c, '\u{4E00}'..='\u{9FFF}'))
    }

    fn is_label(&self) -> bool {
        !self.is_blank() && !self.is_figure()
    }

    /// Begins a new item: （一）, 1., 一、.
    fn is_item(&self) -> bool {
        let text = self.block.text.trim_start_matches(['（', '(']);
        let mark = text.trim_start_matches(|c: char| {
            c.is_ascii_digit() || "一二三四五六七八九十０１２３４５６７８９".contains(c)
        });
        let stop = mark.starts_with(['.', '．', '、', ')', '）']);
        mark.len() < text.len() && stop
    }
}

impl Table {
    /// The table that `lattice` draws on `page`, cells filled with `blocks`.
    pub(super) fn new(lattice: Lattice, blocks: Vec<Block>, page: u32) -> Self {
        let cells = lattice.areas.iter().zip(blocks).map(|(area, block)| Cell {
            left: area.left,
            right: area.right,
            top: area.top,
            bottom: area.bottom,
            block,
        });
        Self {
            cells: cells.collect(),
            rows: vec![page; lattice.ys.len() - 1],
            xs: lattice.xs,
            is_open: lattice.is_open,
        }
    }

    /// How many columns it has.
    pub(super) const fn columns(&self) -> usize {
        self.xs.len() - 1
    }

    /// Adds the fragment that follows on the next page, or gives it back when it is a table of its own.
    pub(super) fn join(&mut self, mut next: Self) -> Option<Self> {
        let shift = self.xs[0] - next.xs[0];
        if (self.xs[self.columns()] - next.xs[next.columns()] - shift).abs() > SAME {
            return Some(next);
        }
        next.xs.iter_mut().for_each(|x| *x += shift);
        let mut union: Vec<i32> = self.xs.iter().chain(&next.xs).copied().collect();
        union.sort_unstable();
        union.dedup_by(|later, kept| *later - *kept < SAME);
        self.refine(&union);
        next.refine(&union);
        next.drop_repeated_header(self);
        if next.rows.is_empty() {
            return None;
        }
        let is_cut = self.is_row_cut(&next);
        self.carry_on(&mut next, is_cut);
        let offset = self.rows.len() - usize::from(is_cut);
        self.rows.extend_from_slice(&next.rows[usize::from(is_cut)..]);
        for mut cell in next.cells {
            cell.top += offset;
            cell.bottom += offset;
            self.cells.push(cell);
        }
        self.is_open[1] = next.is_open[1];
        self.cells.sort_by_key(|cell| (cell.top, cell.left));
        None
    }

    /// Counts columns by the edges `union`.
    fn refine(&mut self, union: &[i32]) {
        let places: Vec<usize> = self.xs.iter().map(|&x| nearest(union, x)).collect();
        for cell in &mut self.cells {
            cell.left = places[cell.left];
            cell.right = places[cell.right].max(cell.left + 1);
        }
        self.xs = union.to_vec();
    }

    /// Leaves out the rows at the top that repeat the first rows of `whole` and hold no figures.
    fn drop_repeated_header(&mut self, whole: &Self) {
        let most = self.rows.len().min(whole.rows.len()).min(LONGEST_HEADER);
        let repeated = (1..=most).rev().find(|&rows| {
            let [own, first] = [&*self, whole]
                .map(|table| table.cells.iter().filter(|cell| cell.top < rows).collect::<Vec<_>>());
            own.len() == first.len()
                && own.iter().any(|cell| !cell.is_blank())
                && own.iter().zip(first).all(|(own, first)| {
                    own.area() == first.area()
                        && own.bottom <= rows
                        && own.block.text == first.block.text
                        && !own.is_figure()
                })
        });
        if let Some(rows) = repeated {
            self.rows.drain(..rows);
            self.cells.retain(|cell| cell.top >= rows);
            for cell in &mut self.cells {
                cell.top -= rows;
                cell.bottom -= rows;
            }
            self.is_open[0] = false;
        }
    }

    /// The cells of the last row, left to right.
    fn last_row(&self) -> Vec<&Cell> {
        let mut row: Vec<&Cell> = self.cells.iter().filter(|cell| cell.bottom == self.rows.len()).collect();
        row.sort_by_key(|cell| cell.left);
        row
    }

    /// The cells of the first row, left to right.
    fn first_row(&self) -> Vec<&Cell> {
        self.cells.iter().filter(|cell| cell.top == 0).collect()
    }

    /// Whether the page cut the last row in two, the rest of which is the first row of `next`.
    fn is_row_cut(&self, next: &Self) -> bool {
        let (above, below) = (self.last_row(), next.first_row());
        if above.len() != below.len() {
            return false;
        }
        let pairs = || above.iter().zip(&below);
        let is_same = pairs().all(|(above, below)| (above.left, above.right) == (below.left, below.right));
        let starts_item = below.iter().find(|cell| cell.is_label()).is_some_and(|cell| cell.is_item());
        let some = |row: &[&Cell], is: fn(&Cell) -> bool| row.iter().any(|cell| is(cell));
        let figures = [some(&above, Cell::is_figure), some(&below, Cell::is_figure)];
        if !is_same || starts_item || figures == [true, true] {
            return false;
        }
        // A cell of more rows than one says little about the last.
        let single = |cell: &Cell, last: usize| cell.is_label() && cell.top == last;
        let labels = [
            above.iter().any(|cell| single(cell, self.rows.len() - 1)),
            below.iter().any(|cell| cell.is_label() && cell.bottom == 1),
        ];
        let runs_on = pairs().any(|(above, below)| {
            above.is_label() && below.is_label() && above.block.tail - below.block.head <= PADDING
        });
        // Words over a figure are its header, on the page before.
        let is_headed = pairs().any(|(above, below)| {
            above.is_label() && below.is_figure() || above.is_figure() && below.is_label()
        });
        match (labels, figures) {
            ([true, true], _) => runs_on,
            ([true, false], [false, true]) | ([false, true], [true, false]) => !is_headed,
            _ => false,
        }
    }

    /// Takes over from `next` what goes on from cells of the last row.
    fn carry_on(&mut self, next: &mut Self, is_cut: bool) {
        let rows = self.rows.len();
        let is_open = self.is_open[1] && next.is_open[0];
        let lead = next.first_row().iter().take_while(|cell| cell.is_blank()).map(|cell| cell.right).max();
        let is_all_blank = next.first_row().iter().all(|cell| cell.is_blank());
        next.cells.retain(|below| {
            let same = |above: &&mut Cell| (above.left, above.right) == (below.left, below.right);
            let Some(above) = self.cells.iter_mut().filter(|cell| cell.bottom == rows).find(same) else {
                return true;
            };
            if below.top > 0 {
                return true;
            }
            let is_tall = above.bottom - above.top > 1 || below.bottom > 1;
            let is_repeated = above.block.text == below.block.text;
            let runs_on = is_open || above.block.tail - below.block.head <= PADDING;
            let goes_on = is_cut
                || below.is_blank() && above.is_label() && !is_all_blank && Some(below.right) <= lead
                || is_tall
                    && above.is_label()
                    && below.is_label()
                    && (is_repeated || runs_on && !below.is_item());
            if goes_on {
                if !is_repeated {
                    above.block.text.push_str(&below.block.text);
                }
                above.bottom = rows + below.bottom - usize::from(is_cut);
                above.block.tail = below.block.tail;
            }
            !goes_on
        });
    }
}
