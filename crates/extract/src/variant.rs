//! Printings of a form that lack its optional columns (本年度 without 历年累计).
//!
//! The form is kept twice, whole and without them; which one a document prints is told by its headers and by how many
//! values its rows hold.

use crate::foreign::Foreign;
use crate::named::names_few;
use crate::numbering::Numbering;
use crate::plan::TablePlan;
use crate::sheet::Sheet;
use crate::strip::{Piece, Printed, Strip};
use crate::survey::Survey;

/// Longer than this many characters a piece is no header.
const LONGEST_HEADER: usize = 20;

/// Whether the printing lacks the optional columns of `table`, so that `narrow` describes it.
///
/// No header names them, and no row has a value for them. Where values are not cut apart, only a header that names the
/// other columns can tell.
pub(crate) fn lacks_columns(
    table: &TablePlan,
    narrow: &TablePlan,
    sheet: &Sheet<'_>,
    survey: &Survey,
) -> bool {
    let Some((&(first, _), &(last, _))) = survey.chain.first().zip(survey.chain.last()) else { return false };
    let first_line = survey.lines.start;
    let above = sheet.strips[..=last].iter().rev().take_while(|strip| strip.line >= first_line);
    let headers: Vec<&str> = above.flat_map(|strip| header_words(sheet, strip)).collect();
    let is_flat = |strip: &Strip<'_>| strip.values.iter().any(|it| matches!(it.printed, Printed::Run(_)));
    let flat = is_flat(&sheet.strips[first]).then(|| words_before(sheet, first));
    let names = |plan: &TablePlan, wanted: &dyn Fn(&str) -> bool| {
        plan.columns.iter().flatten().flatten().any(|label| !label.is_empty() && wanted(label))
    };
    let in_header = |label: &str| match &flat {
        Some(words) => words.contains(label),
        None => headers.iter().any(|words| words.contains(label)),
    };
    if flat.is_none()
        && let Some(is_narrow) = names_few(table, narrow, sheet, survey)
    {
        return is_narrow;
    }
    let is_narrow = |label: &str| names(narrow, &|it| it == label);
    if names(table, &|label| !is_narrow(label) && in_header(label)) {
        return false;
    }
    if flat.is_some() {
        return names(narrow, &in_header);
    }
    // Beside the year stands another thing than the form's: last year, a share, a growth.
    if Foreign::of(narrow, sheet, survey) != Foreign::No {
        return true;
    }
    let has_codes = table.code_columns.iter().flatten().any(|label| headers.contains(&label.as_str()))
        || Numbering::among(sheet, survey.chain.iter().map(|&(at, row)| (at, narrow.rows[row].cells)))
            .is_some();
    let codes = usize::from(has_codes);
    survey.chain.iter().all(|&(at, row)| {
        let strip = &sheet.strips[at];
        let places = if strip.printed() == 0 { strip.values.len() } else { strip.printed() };
        places <= narrow.rows[row].cells + codes
    })
}

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
