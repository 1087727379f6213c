//! The words of a line that may be the headers of columns.

use crate::strips::sheet::Sheet;
use crate::strips::strip::{Piece, Strip};

/// Longer than this many characters a piece is no header.
const LONGEST_HEADER: usize = 20;

/// The words of a strip that may be headers.
pub(crate) fn header_words<'s>(sheet: &'s Sheet<'_>, strip: &'s Strip<'_>) -> impl Iterator<Item = &'s str> {
    header_pieces(sheet, strip).map(|piece| sheet.folded(piece))
}

/// The label pieces of a strip that may be headers.
pub(crate) fn header_pieces<'s>(
    sheet: &'s Sheet<'_>,
    strip: &'s Strip<'_>,
) -> impl Iterator<Item = &'s Piece> {
    // Below each other, the headers open the label of the first row.
    let count = match strip.figures() {
        0 => strip.label.len(),
        _ if strip.stacked => strip.label.len().saturating_sub(1),
        _ => 0,
    };
    strip.label[..count].iter().filter(|piece| sheet.folded(piece).chars().count() <= LONGEST_HEADER)
}

/// What stands right before the label of strip `first`, the first row of a table without a grid, folded: earlier pieces
/// of its own label, or the end of the strip before it.
pub(crate) fn words_before(sheet: &Sheet<'_>, first: usize) -> String {
    let strip = &sheet.strips[first];
    if sheet.lines[strip.line].is_row {
        return String::new();
    }
    let own = strip.label.split_last().map_or(&[][..], |(_, before)| before);
    let before =
        first.checked_sub(1).map(|at| &sheet.strips[at]).filter(|it| it.printed() <= usize::from(it.stacked));
    let before = before.filter(|_| own.is_empty()).map_or(&[][..], |strip| &strip.label);
    let words: String = before.iter().chain(own).map(|piece| sheet.folded(piece)).collect();
    let from = words.char_indices().rev().nth(2 * LONGEST_HEADER - 1).map_or(0, |(at, _)| at);
    words[from..].to_owned()
}
