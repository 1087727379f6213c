//! What is written inside a cell or a line and not printed: escapes, breaks, quotes, words for nothing.

use crate::filler::is_filler;
use gongkai_document::{Builder, Piece};
use gongkai_text::{Carrier, Span};

/// The characters at `span` as a reader sees them: where they stand, or put together behind the text.
pub(super) fn printed(builder: &mut Builder, span: Span, carrier: Carrier) -> Span {
    let text = span.text(builder.text());
    if is_filler(text) {
        return Span::new(span.start, span.start);
    }
    if !holds_markup(text, carrier) {
        return span;
    }
    let mut plain = String::with_capacity(text.len());
    let mut pieces = Vec::new();
    let mut from = 0;
    let marks = memchr::memchr3_iter(b'<', b'&', b'\\', text.as_bytes());
    let keep = |plain: &mut String, pieces: &mut Vec<Piece>, from: usize, to: usize| {
        if from < to {
            let place = Span::new(span.start + from as u32, span.start + to as u32);
            pieces.push(Piece { at: plain.len() as u32, place, is_verbatim: true });
            plain.push_str(&text[from..to]);
        }
    };
    for at in marks {
        let len = mark(&text[at..], carrier);
        if len > 0 && at >= from {
            keep(&mut plain, &mut pieces, from, at);
            from = at + len;
            if text.as_bytes()[at] == b'&' {
                plain.push(' ');
            }
        }
    }
    keep(&mut plain, &mut pieces, from, text.len());
    if plain.trim().is_empty() {
        // Nothing is printed, but it has its place.
        return Span::new(span.start, span.start);
    }
    let lead = (plain.len() - plain.trim_start().len()) as u32;
    let whole = builder.push_from(&plain, pieces);
    builder.push("\t");
    let start = whole.start + lead;
    Span::new(start, start + plain.trim().len() as u32)
}

fn holds_markup(text: &str, carrier: Carrier) -> bool {
    memchr::memchr3_iter(b'<', b'&', b'\\', text.as_bytes()).any(|at| mark(&text[at..], carrier) > 0)
}

/// How many bytes at the beginning of `text` are not printed: `<br>`, `&nbsp;`, the backslash of an escape.
fn mark(text: &str, carrier: Carrier) -> usize {
    match *text.as_bytes() {
        [b'<', b'b' | b'B', b'r' | b'R', ..] => {
            let rest = text[3..].trim_start_matches([' ', '/']);
            if rest.starts_with('>') { text.len() - rest.len() + 1 } else { 0 }
        }
        [b'&', ..] if text.starts_with("&nbsp;") => "&nbsp;".len(),
        [b'\\', escaped, ..] if carrier == Carrier::Markdown && escaped.is_ascii_punctuation() => 1,
        _ => 0,
    }
}

/// A cell without the quotes that separated values are put in.
pub(super) fn unquoted(cell: Span, text: &str) -> Span {
    match *cell.text(text).as_bytes() {
        [b'"', .., b'"'] => Span::new(cell.start + 1, cell.end - 1),
        _ => cell,
    }
}
