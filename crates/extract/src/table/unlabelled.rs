//! A table whose only row has no label (复议、诉讼): its values are known by their place below the headings.

use crate::columns::bind::{Bound, bind, bind_values};
use crate::rows::survey::{Match, Survey, blank_row_below, headings_in};
use crate::strips::strip::{Piece, Strip, Token};
use crate::table::{Reader, same_figures};
use gongkai_model::BoundBy;
use std::cmp::Reverse;
use std::ops::Range;

impl<'d> Reader<'_, 'd> {
    /// A table of one row without a label: the first run of enough values below its headings.
    pub(crate) fn unlabelled(&mut self, survey: &Survey) {
        let Some(at) = self.table.rows.iter().position(|row| row.cells > 0) else { return };
        let row = &self.table.rows[at];
        let region = self.sheet.strips_in(&survey.lines);
        // In one line with other tables the values are those behind the headings.
        let headings = |at: &usize| headings_in(self.table, self.sheet, &(*at..at + 1));
        let below = region.clone().max_by_key(|at| (headings(at), Reverse(*at)));
        let strips = below.filter(|at| headings(at) > 2).unwrap_or(region.start)..region.end;
        let mut rows: Vec<Vec<usize>> = Vec::new();
        let mut run: Vec<usize> = Vec::new();
        let mut printed = 0;
        for at in strips {
            let strip = &self.sheet.strips[at];
            // In a grid, blank cells have their places too.
            let is_whole = self.sheet.lines[strip.line].is_row
                && !strip.stacked
                && strip.label.is_empty()
                && strip.values.len() == row.cells
                && strip.figures() > 0;
            if strip.printed() * 4 >= row.cells * 3 || is_whole {
                rows.push(vec![at]);
            }
            // A row cut over lines: values without labels, one line after the other.
            let numeric = strip.printed() > 0 && strip.numbers() * 2 >= strip.printed();
            if numeric
                && (strip.label.is_empty() || run.is_empty())
                && printed + strip.printed() <= row.cells + 1
            {
                run.push(at);
                printed += strip.printed();
            } else if rows.is_empty() {
                run.clear();
                printed = 0;
                if numeric && strip.printed() <= row.cells {
                    run.push(at);
                    printed = strip.printed();
                }
            }
            if printed >= row.cells && rows.is_empty() && run.len() > 1 {
                rows.push(std::mem::take(&mut run));
            }
        }
        let natural: Vec<usize> = (0..row.cells).collect();
        if rows.is_empty()
            && let Some((at, places)) = region.clone().find_map(|at| self.below_headings(at, row.cells))
        {
            let bound = bind_values(self.sheet, places, row.cells);
            self.claimed = vec![at];
            self.write(row, &bound, &natural, BoundBy::Position, None);
            return;
        }
        let Some(mut first) = rows.first().cloned() else {
            // A row of blanks is the table's where no row of figures is, and the document goes on behind it.
            let mut lines = survey.lines.clone().filter(|line| line + 1 < self.sheet.lines.len());
            if let Some(cells) = lines.find_map(|line| blank_row_below(self.table, self.sheet, line)) {
                let cells = cells.into_iter().map(Some).collect();
                let bound = Bound { cells, ..Bound::default() };
                self.write(row, &bound, &natural, BoundBy::Position, None);
            }
            return;
        };
        if let [only] = first[..] {
            self.gather(only, row.cells, &mut first);
        }
        let mut bound = bind(self.sheet, &first, row.cells, None);
        let found = Match { strips: first.clone(), how: BoundBy::Position, is_counted: true };
        self.stray_digits(&found, &mut bound);
        for other in rows.iter().skip(1).filter(|other| !other.iter().any(|at| first.contains(at))) {
            let again = bind(self.sheet, other, row.cells, None);
            if !same_figures(&again.cells, &bound.cells) {
                bound.others.push((again.cells, 2));
            }
        }
        let values_at = first[0];
        self.claimed = rows.into_iter().flatten().chain(first).collect();
        self.claimed.sort_unstable();
        let is_cut_off = self.is_cut_off(row, &found, &bound, &[]);
        if is_cut_off {
            bound.others.clear();
        }
        self.write(row, &bound, &natural, BoundBy::Position, None);
        if bound.is_guess || is_cut_off || self.headers_contradict(region.start..values_at) {
            self.leave_open(at);
        }
        self.leave_cut_figure_open((at, row), &bound, &natural, &[]);
    }

    /// The last `n` places of strip `at`, printed cell by cell, when its labels are headings and whatever stands before
    /// those places is blank: the row of headings was filled up.
    fn below_headings(&self, at: usize, n: usize) -> Option<(usize, &[Token<'d>])> {
        let strip = &self.sheet.strips[at];
        let (before, places) = strip.values.split_at(strip.values.len().checked_sub(n)?);
        let labels = || self.table.headings.iter().chain(self.table.columns.iter().flatten().flatten());
        let is_heading = |piece: &Piece| labels().any(|it| it == self.sheet.folded(piece));
        let is_row = strip.stacked
            && at + 1 < self.sheet.strips.len()
            && strip.figures() > 0
            && !strip.label.is_empty()
            && strip.label.iter().all(is_heading)
            && !before.iter().any(Token::is_printed);
        is_row.then_some((at, places))
    }

    /// Whether the column labels above stand in another order than on the form: within a block of columns a label is
    /// followed by one that the form prints before it.
    fn headers_contradict(&self, strips: Range<usize>) -> bool {
        let Some(columns) = self.table.columns.first() else { return false };
        let place = |piece: &Piece| {
            let words = self.sheet.folded(piece);
            columns.iter().position(|printings| printings.iter().any(|label| label == words))
        };
        let last = columns.last();
        self.sheet.strips[strips].iter().any(|strip| {
            let seen: Vec<usize> = strip.label.iter().filter_map(place).collect();
            seen.windows(2).any(|pair| pair[1] <= pair[0] && Some(&columns[pair[0]]) != last)
        })
    }

    /// Adds the neighbours without labels that complete the values of strip `at`.
    fn gather(&self, at: usize, n: usize, group: &mut Vec<usize>) {
        let mut printed = self.sheet.strips[at].printed();
        // The last of the headings may be drawn before the last of the values.
        let is_part = |strip: &Strip<'_>, printed: usize| {
            let completes =
                || printed + strip.printed() == n && strip.label.iter().all(|piece| piece.heading);
            strip.printed() > 0 && (strip.label.is_empty() || completes())
        };
        for next in at + 1..self.sheet.strips.len().min(at + 3) {
            let strip = &self.sheet.strips[next];
            if printed >= n || !is_part(strip, printed) || printed + strip.printed() > n + 1 {
                break;
            }
            printed += strip.printed();
            group.push(next);
        }
        for before in (at.saturating_sub(2)..at).rev() {
            let strip = &self.sheet.strips[before];
            if printed >= n || !is_part(strip, printed) || printed + strip.printed() > n + 1 {
                break;
            }
            printed += strip.printed();
            group.insert(0, before);
        }
    }
}
