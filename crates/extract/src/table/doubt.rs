//! What makes a row a guess, though its figures could be read: only arithmetic may bear it out then.

use crate::columns::bind::Bound;
use crate::columns::header::words_before;
use crate::form::plan::RowPlan;
use crate::rows::survey::Match;
use crate::strips::strip::{Printed, Strip, Token};
use crate::table::Reader;

/// A label of so many characters stands at the end of another by no accident.
const LEAST_NAME: usize = 4;
/// No report has more pages.
const LAST_PAGE: i64 = 999;

impl<'d> Reader<'_, 'd> {
    /// Whether it is plain which of the rows with one label (（二）被依法纠错数 stands under 四 and under 五) this is: it
    /// follows, without a gap, a row whose label is its own, or one whose heading is printed beside its label.
    pub(crate) fn is_anchored(&self, row: usize, matches: &[Option<Match>]) -> bool {
        let has_twin = |row: usize| {
            let keys = &self.table.rows[row].keys;
            self.table.rows.iter().enumerate().any(|(at, other)| at != row && other.keys == *keys)
        };
        let is_told = |row: usize| {
            let strips = matches[row].iter().flat_map(|found| &found.strips);
            let mut keys = strips.map(|&at| &self.sheet.strips[at].keys);
            keys.any(|keys| self.table.row_beside_heading(keys) == Some(row))
        };
        let mut at = row;
        while has_twin(at) && !is_told(at) {
            match at.checked_sub(1) {
                Some(above) if matches[above].is_some() => at = above,
                _ => return false,
            }
        }
        true
    }

    /// Whether figures that no row took stand among the rows of the table, or behind the label of one that has fewer
    /// cells.
    pub(crate) fn leaves_figures(&self, matches: &[Option<Match>]) -> bool {
        let Some((&first, &last)) = self.claimed.first().zip(self.claimed.last()) else { return false };
        let is_free = |at: usize| self.claimed.binary_search(&at).is_err();
        let has_more = |(row, found): (&RowPlan, &Option<Match>)| {
            let strips = found.iter().flat_map(|found| &found.strips).map(|&at| &self.sheet.strips[at]);
            row.cells > 0 && strips.map(Strip::figures).sum::<usize>() > row.cells
        };
        (first..=last).any(|at| self.sheet.strips[at].figures() > 0 && is_free(at))
            || self.table.rows.iter().zip(matches).any(has_more)
    }

    /// Whether nothing is printed behind the label of a row in a table printed cell by cell, not even blanks.
    pub(crate) fn is_label_alone(&self, found: &Match) -> bool {
        let mut strips = found.strips.iter().map(|&at| &self.sheet.strips[at]);
        strips.all(|strip| strip.stacked && strip.values.is_empty())
    }

    /// Whether figures that no row took stand in the strip behind a row, the next row's label not among them.
    pub(crate) fn is_before_figures(&self, found: &Match) -> bool {
        let next = found.strips.last().map_or(0, |last| last + 1);
        let is_other = |strip: &Strip<'_>| strip.label.iter().any(|piece| piece.known || piece.heading);
        let follows =
            self.sheet.strips.get(next).is_some_and(|strip| strip.figures() > 0 && !is_other(strip));
        follows && self.claimed.binary_search(&next).is_err()
    }

    /// Whether strip `at` is figures without a label that no row took.
    pub(crate) fn is_bare(&self, at: usize) -> bool {
        let strip = self.sheet.strips.get(at);
        strip.is_some_and(|strip| strip.label.is_empty() && strip.figures() > 0)
            && self.claimed.binary_search(&at).is_err()
    }

    /// Whether a row that lacks figures stands right beside some that no row took, or, printed cell by cell, anywhere in
    /// a table that `leaves_figures` or lost some.
    pub(crate) fn is_beside_figures(&self, found: &Match, bound: &Bound<'d>, leaves_figures: bool) -> bool {
        let lacks = |cell: &Option<Token<'d>>| cell.is_some_and(|token| !token.is_printed());
        let (Some(&first), Some(&last)) = (found.strips.first(), found.strips.last()) else { return false };
        let is_loose = |at: usize| self.is_bare(at) && !self.is_page_number(at, found, bound.cells.len());
        bound.cells.iter().any(lacks)
            && ((leaves_figures || self.sheet.drops_repeats) && self.sheet.strips[first].stacked
                || is_loose(last + 1)
                || first.checked_sub(1).is_some_and(is_loose))
    }

    /// Whether the bare figure of strip `at` numbers a page: it stands outside the grid, apart from the row beside it,
    /// which has all its `cells` places and does not add up to it.
    pub(crate) fn is_page_number(&self, at: usize, beside: &Match, cells: usize) -> bool {
        let (number, &[only]) = (&self.sheet.strips[at], &beside.strips[..]) else { return false };
        let row = &self.sheet.strips[only];
        let value = |token: &Token<'d>| match token.printed {
            Printed::Number(number) if number.oddity.is_none() && !number.signed => number.value.to_i64(),
            _ => None,
        };
        let is_row = |strip: &Strip<'_>| self.sheet.lines[strip.line].is_row;
        let [Some(page @ 1..=LAST_PAGE)] = number.values.iter().map(value).collect::<Vec<_>>()[..] else {
            return false;
        };
        let parts = || row.values.iter().filter_map(value).try_fold(0_i64, i64::checked_add);
        let other = if at < only { at.checked_sub(1) } else { Some(at + 1) };
        !is_row(number)
            && is_row(row)
            && row.values.len() >= cells
            && parts() != Some(page)
            && other.is_none_or(|other| !self.is_bare(other))
            && self.is_apart(at, only)
    }

    /// Whether a blank line stands between two neighbours, or a page ends behind the first one of them or behind both.
    fn is_apart(&self, one: usize, other: usize) -> bool {
        let text = self.sheet.document.text();
        let (above, below) = (one.min(other), one.max(other));
        let behind = |at: usize| {
            let from = self.sheet.strips[at].span().end as usize;
            let next = self.sheet.strips.get(at + 1).map_or(text.len(), |next| next.span().start as usize);
            text.get(from..next).unwrap_or_default()
        };
        let between = behind(above);
        between.matches('\n').count() > 1 || between.contains('\u{0C}') || behind(below).contains('\u{0C}')
    }

    /// Whether the figures of a row stand below its label, or behind words that end another one, where the row of the
    /// form beside it has none: they may be that row's.
    pub(crate) fn is_borrowed(&self, row: usize, found: &Match, matches: &[Option<Match>]) -> bool {
        let is_below = |at: &usize| {
            let strip = &self.sheet.strips[*at];
            strip.printed() == 0 || strip.label.is_empty()
        };
        let has_cells = |at: &usize| self.table.rows[*at].cells > 0;
        let is_empty = |found: &Match| found.strips.iter().all(|&at| self.sheet.strips[at].values.is_empty());
        let is_missing =
            |at: usize| !self.table.rows[at].is_optional && matches[at].as_ref().is_none_or(is_empty);
        let is_stacked = |at: &usize| self.sheet.strips[*at].stacked;
        let may_be_below = found.strips.len() > 1 && found.strips.iter().all(is_below);
        if !may_be_below && !found.strips.iter().any(is_stacked) {
            return false;
        }
        let mut missing = [(0..row).rev().find(has_cells), (row + 1..matches.len()).find(has_cells)]
            .into_iter()
            .flatten()
            .filter(|at| is_missing(*at));
        missing.any(|other| may_be_below || self.names_row(found, other))
    }

    /// Whether a piece of the label of `found` ends with the whole label of `row`.
    fn names_row(&self, found: &Match, row: usize) -> bool {
        let mut pieces = found.strips.iter().flat_map(|&at| &self.sheet.strips[at].label);
        let is_named = |words: &str| {
            let mut keys = self.table.rows[row].keys.iter();
            keys.any(|key| key.chars().count() >= LEAST_NAME && words.ends_with(key.as_str()))
        };
        pieces.any(|piece| is_named(self.sheet.folded(piece)))
    }

    /// Whether most rows with figures print one in the last column of their grid.
    pub(crate) fn prints_totals(&self, matches: &[Option<Match>]) -> bool {
        let strips =
            matches.iter().flatten().flat_map(|found| &found.strips).map(|&at| &self.sheet.strips[at]);
        let with_figures = strips.filter(|strip| strip.figures() > 0);
        let (to_the_end, short): (Vec<_>, Vec<_>) = with_figures
            .partition(|strip| strip.values.last().is_some_and(|token| token.printed != Printed::Blank));
        to_the_end.len() > short.len()
    }

    /// Whether the figures of a row may stand too far to the left, because the line lost a merged cell before its
    /// label: there are more places than cells, and the last one is blank.
    ///
    /// That must be rare (`totals_printed`), or the last figure be the sum of those before it.
    pub(crate) fn is_shifted(&self, found: &Match, bound: &Bound<'d>, totals_printed: bool) -> bool {
        let [only] = found.strips[..] else { return false };
        let strip = &self.sheet.strips[only];
        let is_blank = |cell: &Option<Token<'d>>| cell.is_some_and(|token| !token.is_printed());
        let value = |token: &Token<'d>| match token.printed {
            Printed::Number(number) => number.value.to_i64(),
            _ => None,
        };
        let ends_in_sum = || {
            let figures: Vec<i64> = strip.values.iter().filter_map(value).collect();
            figures.split_last().is_some_and(|(last, parts)| {
                *last > 0 && parts.iter().try_fold(0_i64, |sum, part| sum.checked_add(*part)) == Some(*last)
            })
        };
        bound.cells.len() > 2
            && strip.values.len() > bound.cells.len()
            && strip.figures() > 0
            && bound.cells.last().is_some_and(is_blank)
            && (totals_printed || ends_in_sum())
    }

    /// Whether blanks divide the digits of a row into as many figures as it has cells.
    pub(crate) fn is_cut_by_blanks(&self, found: &Match, cells: usize) -> bool {
        let values = found.strips.iter().flat_map(|&at| &self.sheet.strips[at].values);
        let mut runs = values.filter_map(|token| match token.printed {
            Printed::Run(digits) => Some(digits),
            _ => None,
        });
        runs.any(|digits| digits.split_whitespace().count() == cells)
    }

    /// Whether rows are numbered in a table without separators: digits of its figures may be codes.
    pub(crate) fn is_numbered_without_cuts(&self, matches: &[Option<Match>]) -> bool {
        let Some(first) = matches.iter().flatten().map(|found| found.strips[0]).min() else { return false };
        let words = words_before(self.sheet, first);
        self.table.code_columns.iter().flatten().any(|label| words.contains(label.as_str()))
    }

    /// Whether the carrier may have taken something from between the values of a row, or put something there.
    pub(crate) fn lost_its_place(&self, row: &RowPlan, found: &Match, bound: &Bound<'d>) -> bool {
        let strips = || found.strips.iter().map(|&at| &self.sheet.strips[at]);
        let runs =
            || strips().flat_map(|strip| &strip.values).any(|it| matches!(it.printed, Printed::Run(_)));
        // Digits divide so as long as every cell prints one.
        let is_bound = bound.cells.iter().all(Option::is_some);
        let is_cut = || self.is_cut_by_blanks(found, row.cells);
        if row.cells > 1 && self.sheet.loses_blanks && is_bound && runs() && !is_cut() {
            return true;
        }
        let is_stacked = strips().any(|strip| strip.stacked);
        // The end of another label, drawn between the figures.
        let words = || bound.cells.iter().skip(1).flatten().any(|token| token.printed == Printed::Words);
        if is_stacked && words() {
            return true;
        }
        // Its columns' labels with figures behind them, after the row: its own may be those of the row above.
        let after = found.strips.last().and_then(|last| self.sheet.strips.get(last + 1));
        let is_column = |label: &str| self.table.columns[row.block].iter().flatten().any(|it| it == label);
        is_stacked
            && after.is_some_and(|strip| {
                let names_row = strip.mark.is_some() || strip.label.iter().any(|piece| piece.known);
                strip.figures() > 0 && !names_row && is_column(self.sheet.last_label(strip))
            })
    }
}
