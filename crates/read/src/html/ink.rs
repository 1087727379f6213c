//! Where the characters of a table's cells are pointed at.

use super::grid::Grid;
use super::kind::Kind;
use super::shown::gather;
use super::tree::{Data, Step, Tree};
use super::words::Words;
use crate::filler::is_filler;
use crate::unprinted::is_unprinted;
use gongkai_document::Builder;
use gongkai_text::Span;

/// Where the characters of cells are found: in the source, or behind the text so far.
pub(crate) enum Ink {
    /// In the source: the end of the last cell.
    Source(u32),
    /// Put together.
    Made(Words),
}

impl Ink {
    pub(crate) fn new(tree: &Tree, grid: &Grid, in_place: bool) -> Self {
        let all = in_place && grid.nodes().all(|cell| in_source(tree, cell).is_some());
        let start = grid.nodes().filter_map(|cell| in_source(tree, cell)).find(|span| !span.is_empty());
        match start.filter(|_| all) {
            Some(span) => Self::Source(span.start),
            None => Self::Made(Words::default()),
        }
    }

    /// The text of `cell`; `is_first` in its row.
    pub(crate) fn cell(&mut self, tree: &Tree, builder: &mut Builder, node: u32, is_first: bool) -> Span {
        match self {
            Self::Source(last) => {
                let begins = tree.begins(node);
                let span = in_source(tree, node).filter(|span| !span.is_empty());
                let span = span.filter(|span| !is_filler(span.text(builder.text())));
                let span = span.unwrap_or(Span::new(begins, begins));
                *last = span.end;
                span
            }
            Self::Made(words) => {
                words.clear();
                gather(tree, node, words);
                if is_filler(words.text()) {
                    words.clear();
                }
                if !is_first {
                    builder.push("\t");
                }
                words.push_to(builder, tree.begins(node))
            }
        }
    }

    /// An empty place.
    pub(crate) fn blank(&mut self, builder: &mut Builder, is_first: bool) -> Span {
        match self {
            Self::Source(last) => Span::new(*last, *last),
            Self::Made(_) => {
                if !is_first {
                    builder.push("\t");
                }
                builder.push("")
            }
        }
    }

    /// Ends the row.
    pub(crate) fn end_row(&self, builder: &mut Builder) {
        if let Self::Made(_) = self {
            builder.push("\n");
        }
    }
}

/// Where the text of `cell` stands in the source, when it stands there as it is read; the empty span for no text.
fn in_source(tree: &Tree, cell: u32) -> Option<Span> {
    let mut found = Some(Span::default());
    tree.walk(cell, |step| {
        let Step::Enter(id) = step else { return true };
        match tree.data(id) {
            Data::Text(text, at) if !text.trim().is_empty() => {
                let body = text.trim();
                let lead = (text.len() - text.trim_start().len()) as u32;
                let is_plain = !body.contains(|c: char| c.is_whitespace() || is_unprinted(c));
                let is_verbatim = at.len() as usize == text.len();
                let span = Span::new(at.start + lead, at.start + lead + body.len() as u32);
                found = found.filter(|so_far| so_far.is_empty() && is_plain && is_verbatim).and(Some(span));
                true
            }
            Data::Element(Kind::Picture | Kind::Control | Kind::Raised) => {
                found = None;
                true
            }
            Data::Element(kind) => *kind != Kind::Hidden,
            Data::Text(..) => true,
        }
    });
    found
}
