//! Rows that their figures alone show to be whole: as many as the form's rows have, the last one the sum of the others.

use crate::form::plan::{LEAST_TOTALLED, TablePlan};
use crate::strips::sheet::Sheet;
use crate::strips::strip::{Strip, Token};
use crate::strips::torn::has_total;
use std::ops::Range;

/// Whether `strip` prints exactly `cells` figures, the last one the sum of the others.
pub(crate) fn is_whole(strip: &Strip<'_>, cells: usize) -> bool {
    cells >= LEAST_TOTALLED && strip.printed() == cells && {
        let printed: Vec<_> = strip.values.iter().copied().filter(Token::is_printed).collect();
        has_total(&printed)
    }
}

/// The cells of the rows of `table` that end in a total, when all that do have as many.
pub(crate) fn totalled(table: &TablePlan) -> Option<usize> {
    let mut widths = table.totalled_widths();
    let first = widths.next()?;
    widths.all(|width| width == first).then_some(first)
}

/// The lines from the first to the last of `lines`, and on to whole rows of figures that stand no further than `reach`
/// lines apart.
pub(crate) fn with_whole_rows(
    table: &TablePlan,
    sheet: &Sheet<'_>,
    lines: Range<usize>,
    reach: usize,
) -> Range<usize> {
    let Some(cells) = totalled(table) else { return lines };
    let strips = sheet.strips_in(&lines);
    let (mut first, mut last) = (lines.start, lines.end);
    for strip in sheet.strips[..strips.start].iter().rev() {
        if first.saturating_sub(strip.line) > reach {
            break;
        }
        if is_whole(strip, cells) {
            first = strip.line;
        }
    }
    for strip in &sheet.strips[strips.end..] {
        if strip.line.saturating_sub(last) > reach {
            break;
        }
        if is_whole(strip, cells) {
            last = strip.line + 1;
        }
    }
    first..last
}
