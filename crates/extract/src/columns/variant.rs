//! Printings of a form that lack its optional columns (本年度 without 历年累计).
//!
//! The form is kept twice, whole and without them; which one a document prints is told by its headers and by how many
//! values its rows hold.

use crate::columns::foreign::Foreign;
use crate::columns::header::{header_words, words_before};
use crate::columns::named::{foreign, names_few};
use crate::columns::numbering::Numbering;
use crate::form::plan::TablePlan;
use crate::rows::survey::Survey;
use crate::strips::sheet::Sheet;
use crate::strips::strip::{Printed, Strip};

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
    if foreign(narrow, sheet, survey) != Foreign::No {
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
