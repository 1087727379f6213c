//! Rows whose codes or numbers stand among their values, because nothing says in which column they are.

use crate::form::plan::TablePlan;
use crate::rows::survey::Match;
use crate::strips::sheet::Sheet;
use crate::strips::strip::{Printed, Strip};

/// So many rows that go on counting are numbered.
const LEAST_NUMBERED: usize = 5;

/// Codes among the values of rows: 01, 02, 03 down the first places, or down the last.
pub(crate) struct Numbering {
    is_first: bool,
    /// Strip and code of the rows with one value too many, in reading order.
    codes: Vec<(usize, i64)>,
    /// The last strip of any row.
    last: usize,
}

impl Numbering {
    /// Looks for codes in the rows of `table`, as [`Numbering::among`] does.
    pub(crate) fn of(table: &TablePlan, sheet: &Sheet<'_>, matches: &[Option<Match>]) -> Option<Self> {
        let rows = table.rows.iter().zip(matches);
        let single = rows.filter_map(|(row, found)| match found.as_ref()?.strips[..] {
            [only] if row.cells > 0 => Some((only, row.cells)),
            _ => None,
        });
        Self::among(sheet, single)
    }

    /// Looks for codes in `rows`, strips and how many cells each has, where they have one value too many: figures that
    /// rise from row to row, one by one but for rows that the form does not know.
    pub(crate) fn among(sheet: &Sheet<'_>, rows: impl Iterator<Item = (usize, usize)>) -> Option<Self> {
        let mut last = 0;
        let one_more = rows.filter(|&(at, cells)| {
            last = last.max(at);
            sheet.strips[at].printed() == cells + 1
        });
        let mut strips: Vec<usize> = one_more.map(|(at, _)| at).collect();
        strips.sort_unstable();
        let counting = |is_first: bool| {
            let codes: Option<Vec<(usize, i64)>> =
                strips.iter().map(|&at| Some((at, code(&sheet.strips[at], is_first)?.1))).collect();
            let codes = codes?;
            let rises = codes.windows(2).all(|pair| pair[0].1 < pair[1].1);
            let (low, high) = (codes.first()?.1, codes.last()?.1);
            let is_dense = high - low < 2 * codes.len() as i64;
            (codes.len() >= LEAST_NUMBERED && rises && is_dense).then_some(Self { is_first, codes, last })
        };
        counting(true).or_else(|| counting(false))
    }

    /// Which value of `strip`, the strip `at`, is its code.
    pub(crate) fn place_in(&self, strip: &Strip<'_>, at: usize, cells: usize) -> Option<usize> {
        let (place, code) = code(strip, self.is_first)?;
        let next = self.codes.iter().find(|(other, _)| *other > at);
        let before = self.codes.iter().rfind(|(other, _)| *other < at);
        let is_next = match next {
            Some(next) => code < next.1 && before.is_none_or(|before| before.1 < code),
            // Behind the figures of the last row no other row's code follows.
            None => (self.is_first || at < self.last) && before.is_some_and(|before| before.1 + 1 == code),
        };
        (strip.printed() > cells || is_next).then_some(place)
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
