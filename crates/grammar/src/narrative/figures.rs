//! The figures of a text: those that are quantities, and those that may be more parts of a list.

use gongkai_text::Span;
use gongkai_text::quantity::{Found, Options, Quantity, Reason, scan};

/// The quantities of `text`, and the figures in it that have no unit to tell what they are.
pub(super) fn figures(text: &str) -> (Vec<Quantity>, Vec<Span>) {
    // Dense prose has a figure in so many bytes.
    const APART: usize = 120;
    let (mut quantities, mut strays) = (Vec::with_capacity(text.len() / APART), Vec::new());
    scan(text, Options::OFFICIAL, |found| match found {
        Found::Quantity(quantity) => quantities.push(quantity),
        Found::Rejected(rejected) if rejected.reason == Reason::NoUnit => strays.push(rejected.figure),
        Found::Rejected(_) => {}
    });
    (quantities, strays)
}
