//! Where something stands in the source, for whoever looks it up there.

use gongkai_document::Document;
use gongkai_model::Place;
use gongkai_text::Span;

/// The place of `span`, a part of the text that is read, in the file's own text.
pub(crate) fn place(document: &Document, span: Span) -> Place {
    let span = document.in_source(span);
    Place::new(span, document.position(span.start))
}
