//! A total that stands before its parts, where no grid says so.
//!
//! 128 0 0 0 0 0 128 adds up in both directions; whether the first figure is the total or the last one, the other rows
//! tell, and the words above them.

use crate::columns::order::Headers;
use crate::form::plan::LEAST_TOTALLED;
use crate::form::plan::TablePlan;
use crate::rows::survey::Match;
use crate::strips::sheet::Sheet;
use crate::strips::strip::{Printed, Strip, Token};
use crate::strips::torn::has_total;
use std::ops::Range;

/// So many rows that add up in no other way than to their first figure tell that the total stands there.
const LEAST_ROWS: usize = 2;

/// Where the total of the rows of a block stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Leading {
    /// Last, as on the form, for all that is known.
    #[default]
    No,
    /// First, by the words above the rows and by their figures.
    Yes(Headers),
    /// First by the one and not by the other: what stands in which column is a guess.
    Perhaps,
}

impl Leading {
    /// Looks at the rows of `block` that `matches` found, and at the `strips` above the first of them.
    pub(crate) fn of(
        table: &TablePlan,
        block: usize,
        sheet: &Sheet<'_>,
        matches: &[Option<Match>],
        strips: Range<usize>,
    ) -> Self {
        let columns = &table.columns[block];
        let cells = columns.len();
        if cells < LEAST_TOTALLED || !table.totalled_widths().any(|width| width == cells) {
            return Self::No;
        }
        let rows = table.rows.iter().zip(matches).filter(|(row, _)| row.block == block && row.cells == cells);
        let strips_of = rows.filter_map(|(_, found)| Some(&sheet.strips[found.as_ref()?.strips[0]]));
        let (mut first, mut last, mut runs) = (0, 0, 0);
        for strip in strips_of {
            let figures: Vec<Token<'_>> = strip.values.iter().copied().filter(Token::is_printed).collect();
            let reversed: Vec<Token<'_>> = figures.iter().copied().rev().collect();
            let is_run = |token: &Token<'_>| matches!(token.printed, Printed::Run(_));
            runs += usize::from(figures.iter().any(is_run));
            if figures.len() == cells {
                match (has_total(&reversed), has_total(&figures)) {
                    (true, false) => first += 1,
                    (false, true) => last += 1,
                    _ => {}
                }
            }
        }
        let is_said = || says_so(columns, sheet, &sheet.strips[strips.clone()]);
        match (first, last) {
            (LEAST_ROWS.., 0) if is_said() => {
                let order = std::iter::once(cells - 1).chain(0..cells - 1).collect();
                Self::Yes(Headers { order, places: Vec::new(), width: 0 })
            }
            (LEAST_ROWS.., _) if first > last => Self::Perhaps,
            (0, 0) if runs > 0 && is_said() => Self::Perhaps,
            _ => Self::No,
        }
    }
}

/// Whether the label of the last column stands before that of the first one in the words of `strips`.
fn says_so(columns: &[Vec<String>], sheet: &Sheet<'_>, strips: &[Strip<'_>]) -> bool {
    let words: String =
        strips.iter().flat_map(|strip| &strip.label).map(|piece| sheet.folded(piece)).collect();
    let place = |labels: Option<&Vec<String>>| {
        labels
            .into_iter()
            .flatten()
            .filter(|label| !label.is_empty())
            .filter_map(|label| words.rfind(label))
            .max()
    };
    matches!((place(columns.last()), place(columns.first())), (Some(total), Some(part)) if total < part)
}
