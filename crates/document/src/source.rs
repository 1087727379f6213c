//! From the text that is read back to the text of the file.

use gongkai_text::{LineIndex, Span};

/// A piece of the text that is read, up to the next one, and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it begins: a byte of the text it is a piece of.
    pub at: u32,
    /// Where it stands in the file.
    pub place: Span,
    /// Whether it stands there character for character; if not, all of it points at the whole place, as what was
    /// written as an entity does.
    pub is_verbatim: bool,
}

/// Where a document's text comes from.
#[derive(Clone, Debug, Default)]
pub(crate) struct Source {
    /// The text of the file, where it is not the beginning of the text that is read.
    pub(crate) text: Option<(String, LineIndex)>,
    /// So many bytes at the beginning of the text that is read are the file itself.
    pub(crate) own: u32,
    /// In rising order.
    pub(crate) pieces: Vec<Piece>,
}

impl Source {
    /// Where `span` of the text that is read stands in the file.
    pub(crate) fn locate(&self, span: Span) -> Span {
        if self.pieces.is_empty() || span.end <= self.own {
            return span;
        }
        let start = self.byte(span.start).start;
        let end = if span.is_empty() { start } else { self.byte(span.end - 1).end };
        Span::new(start, end)
    }

    /// The place of the byte at `offset`.
    fn byte(&self, offset: u32) -> Span {
        if offset < self.own {
            return Span::new(offset, offset + 1);
        }
        let next = self.pieces.partition_point(|piece| piece.at <= offset);
        // Before the first piece there is nothing but what was put in between.
        let Piece { at, place, is_verbatim } = self.pieces[next.saturating_sub(1)];
        if !is_verbatim {
            return place;
        }
        // What was put between two pieces, such as the end of a line, stands where the first of them ends.
        let start = place.start.saturating_add(offset.saturating_sub(at)).min(place.end);
        Span::new(start, place.end.min(start.saturating_add(1)))
    }
}
