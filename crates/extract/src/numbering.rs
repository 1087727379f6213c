//! Rows whose codes or numbers stand among their values, because nothing says in which column they are.

use crate::plan::TablePlan;
use crate::sheet::Sheet;
use crate::strip::{Printed, Strip};
use crate::survey::Match;

/// So many rows that go on counting are numbered.
const LEAST_NUMBERED: usize = 5;

/// Codes among the values of rows: 01, 02, 03 down the first places, or down the last.
pub(crate) struct Numbering {
    is_first: bool,
    /// Strip and code of the rows with one value too many, in reading order.
    codes: Vec<(usize, i64)>,
}

impl Numbering {
    /// Looks for codes in the rows that have one value too many: figures that rise from row to row, one by one but for
    /// rows that the form does not know.
    pub(crate) fn of(table: &TablePlan, sheet: &Sheet<'_>, matches: &[Option<Match>]) -> Option<Self> {
        let rows = table.rows.iter().zip(matches);
        let mut strips: Vec<usize> = rows
            .filter_map(|(row, found)| match found.as_ref()?.strips[..] {
                [only] if row.cells > 0 && sheet.strips[only].printed() == row.cells + 1 => Some(only),
                _ => None,
            })
            .collect();
        strips.sort_unstable();
        let counting = |is_first: bool| {
            let codes: Option<Vec<(usize, i64)>> =
                strips.iter().map(|&at| Some((at, code(&sheet.strips[at], is_first)?.1))).collect();
            let codes = codes?;
            let rises = codes.windows(2).all(|pair| pair[0].1 < pair[1].1);
            let (first, last) = (codes.first()?.1, codes.last()?.1);
            let is_dense = last - first < 2 * codes.len() as i64;
            (codes.len() >= LEAST_NUMBERED && rises && is_dense).then_some(Self { is_first, codes })
        };
        counting(true).or_else(|| counting(false))
    }

    /// Which value of `strip`, the strip `at`, is its code.
    pub(crate) fn place_in(&self, strip: &Strip<'_>, at: usize, cells: usize) -> Option<usize> {
        let (place, code) = code(strip, self.is_first)?;
        let next = self.codes.iter().find(|(other, _)| *other > at);
        let before = self.codes.iter().rfind(|(other, _)| *other < at);
        let is_between =
            next.is_some_and(|next| code < next.1) && before.is_none_or(|before| before.1 < code);
        (strip.printed() > cells || is_between).then_some(place)
    }
}

/// The first or last value of a strip, where it may be a code, with its place among the values.
fn code(strip: &Strip<'_>, is_first: bool) -> Option<(usize, i64)> {
    let is_printed = |at: &usize| strip.values[*at].is_printed();
    let mut places = 0..strip.values.len();
    let place = if is_first { places.find(is_printed) } else { places.rfind(is_printed) }?;
    match strip.values[place].printed {
        Printed::Number(number) if number.value.scale() == 0 => Some((place, number.value.to_i64()?)),
        _ => None,
    }
}
