//! The prose of a document: runs of paragraphs outside the tables, normalised, each byte traceable.

use gongkai_document::{Block, Document};
use gongkai_text::normalise::{Context, Normalised, normalise};
use gongkai_text::{Span, in_simplified};

/// Paragraphs that follow one another, as one normalised text.
pub(super) struct Prose {
    clean: Normalised,
    /// Where each piece begins before normalisation, and where it begins in the document.
    pieces: Vec<(u32, u32)>,
}

impl Prose {
    /// The runs of `document`: a heading, a row and a table end one.
    pub(super) fn of(document: &Document, tables: &[Span]) -> Vec<Self> {
        let mut runs = Vec::new();
        let mut open = Open { text: String::with_capacity(document.text().len()), ..Open::default() };
        for block in document.blocks() {
            match *block {
                Block::Paragraph(span) => {
                    let place = document.in_source(span);
                    let mut rest = span;
                    for table in
                        tables.iter().filter(|table| table.start < place.end && place.start < table.end)
                    {
                        let (start, end) =
                            (beyond(document, rest, table.start), beyond(document, rest, table.end));
                        open.push(document, Span::new(rest.start, start));
                        open.close(&mut runs);
                        rest.start = end;
                    }
                    open.push(document, rest);
                }
                Block::Heading(_, span) => {
                    open.close(&mut runs);
                    let place = document.in_source(span);
                    if !tables.iter().any(|table| table.contains(place)) {
                        open.push(document, span);
                        open.close(&mut runs);
                    }
                }
                Block::Row(_) => open.close(&mut runs),
            }
        }
        open.close(&mut runs);
        runs
    }

    /// The normalised text.
    pub(super) fn text(&self) -> &str {
        self.clean.text()
    }

    /// Where `span` of the normalised text stands in the document.
    pub(super) fn in_document(&self, span: Span) -> Span {
        let joined = self.clean.to_source(span);
        let first = self.begun(joined.start);
        let start = self.place(first, joined.start);
        if joined.is_empty() {
            return Span::new(start, start);
        }
        // The byte after the last one may belong to the next piece.
        let last = joined.end - 1;
        let in_next = self.pieces.get(first).is_some_and(|(next, _)| *next <= last);
        let piece = if in_next { self.begun(last) } else { first };
        Span::new(start, self.place(piece, last) + 1)
    }

    /// How many pieces begin at `at` or before.
    fn begun(&self, at: u32) -> usize {
        self.pieces.partition_point(|(start, _)| *start <= at)
    }

    /// Where `at` stands, in the last of so many pieces.
    fn place(&self, begun: usize, at: u32) -> u32 {
        begun.checked_sub(1).map_or(at, |piece| at - self.pieces[piece].0 + self.pieces[piece].1)
    }
}

/// The first character of `span` that stands at byte `limit` of the source or behind.
fn beyond(document: &Document, span: Span, limit: u32) -> u32 {
    let text = document.slice(span);
    let starts =
        |at: usize| document.in_source(Span::new(span.start + at as u32, span.start + at as u32 + 1)).start;
    text.char_indices()
        .find(|(at, _)| starts(*at) >= limit)
        .map_or(span.end, |(at, _)| span.start + at as u32)
}

/// A run that is being collected.
#[derive(Default)]
struct Open {
    text: String,
    pieces: Vec<(u32, u32)>,
}

impl Open {
    fn push(&mut self, document: &Document, span: Span) {
        let piece = document.slice(span);
        if piece.trim().is_empty() {
            return;
        }
        self.pieces.push((self.text.len() as u32, span.start));
        self.text.push_str(piece);
        self.text.push('\n');
    }

    fn close(&mut self, runs: &mut Vec<Prose>) {
        if !self.text.is_empty() {
            // Pages from a converter: the words beside figures are known in simplified characters, which stand in the
            // same places.
            let folded = in_simplified(&self.text);
            let clean = normalise(folded.as_deref().unwrap_or(&self.text), Context::Narrative);
            runs.push(Prose { clean, pieces: std::mem::take(&mut self.pieces) });
            self.text.clear();
        }
    }
}
