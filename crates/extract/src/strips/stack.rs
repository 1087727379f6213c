//! Lines that stand below each other and hold one cell each: a table printed cell by cell.

use crate::wording::{are_figures, ends_with_figure, leading_unit};
use gongkai_document::{Block, Document};
use gongkai_grammar::{Cell, cell};

/// No cell of a form holds a label of more bytes: a longer line is a sentence.
const LONGEST_CELL: usize = 200;

/// The least number of lines, and of figures among them, that make a stack of cells.
const LEAST_STACK: (usize, usize) = (8, 3);

/// How many blocks from the first on hold one cell each, and whether they are a table printed cell by cell.
pub(crate) fn stacked(document: &Document, blocks: &[Block]) -> (usize, bool) {
    let mut figures = 0;
    let mut len = 0;
    for block in blocks {
        let only = match *block {
            Block::Row(row) => {
                let mut printed = document.cells(row).iter().filter(|cell| !cell.span.is_empty());
                let only = printed.next();
                if printed.next().is_some() {
                    break;
                }
                only.map_or("", |cell| document.slice(cell.span))
            }
            Block::Paragraph(span) if span.len() as usize <= LONGEST_CELL => document.slice(span),
            Block::Paragraph(_) | Block::Heading(..) => break,
        };
        if only.contains('。') {
            break;
        }
        match cell(only) {
            Cell::Number(_) | Cell::Dash | Cell::NotApplicable => figures += 1,
            Cell::Words(words) if ends_with_figure(words) => break,
            Cell::Glued(..) if leading_unit(only).is_some() => figures += 1,
            Cell::Glued(..) => break,
            _ => {}
        }
        len += 1;
    }
    (len, len >= LEAST_STACK.0 && figures >= LEAST_STACK.1)
}

/// The longest line of a unit and figures, in bytes.
const LONGEST_FIGURES: u32 = 64;

/// Whether the first two of `blocks` are one row: a label, and below it what stands to its right, its unit first.
pub(crate) fn is_row_in_two_lines(document: &Document, blocks: &[Block]) -> bool {
    let &[Block::Paragraph(above), Block::Paragraph(below), ..] = blocks else { return false };
    let is_label = |words: &str| matches!(cell(words), Cell::Words(_)) && !words.contains('。');
    below.len() <= LONGEST_FIGURES
        && leading_unit(document.slice(below)).is_some_and(|(_, figures)| are_figures(figures))
        && above.len() as usize <= LONGEST_CELL
        && is_label(document.slice(above))
        && leading_unit(document.slice(above)).is_none()
}

/// Among so many figures and units in a stack of so many lines, one stands there twice.
const LEAST_WITH_REPEATS: (usize, usize) = (10, 30);

/// Whether no figure and no unit in a long stack stands there twice.
pub(crate) fn has_no_repeats(document: &Document, stack: &[Block]) -> bool {
    let lines = stack.iter().map(|block| document.slice(block.span()).trim());
    let mut figures: Vec<&str> =
        lines.filter(|line| matches!(cell(line), Cell::Number(_) | Cell::Unit(_))).collect();
    figures.sort_unstable();
    let (least, least_lines) = LEAST_WITH_REPEATS;
    stack.len() >= least_lines && figures.len() >= least && figures.windows(2).all(|pair| pair[0] != pair[1])
}
