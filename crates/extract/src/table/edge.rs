//! Excerpts: a document that begins inside a label, or ends inside a figure.

use crate::columns::bind::Bound;
use crate::form::plan::RowPlan;
use crate::rows::survey::Match;
use crate::strips::sheet::Line;
use crate::strips::strip::{Printed, Token};
use crate::table::Reader;
use crate::wording::classifier;
use gongkai_document::Ending;
use gongkai_model::{BoundBy, Status};

/// More bytes than these before a label are no margin.
const LONGEST_MARGIN: usize = 64;

impl<'d> Reader<'_, 'd> {
    /// Whether the label of a row stands at the very beginning of the document and may be what is left of another row's:
    /// 公开信息总数 of 受理依申请公开信息总数.
    pub(crate) fn is_beheaded(&self, row: usize, found: &Match) -> bool {
        let strip = &self.sheet.strips[found.strips[0]];
        let Some(piece) = strip.label.last() else { return false };
        let before = &self.sheet.document.text()[..piece.span.start as usize];
        if before.len() > LONGEST_MARGIN || before.chars().any(char::is_alphanumeric) {
            return false;
        }
        let label = self.sheet.folded(piece);
        let is_rest = |key: &String| key.len() > label.len() && key.ends_with(label);
        let mut others = self.table.rows.iter().enumerate().filter(|(at, _)| *at != row);
        found.how != BoundBy::Label || others.any(|(_, other)| other.keys.iter().any(is_rest))
    }

    /// Whether the document ends in this row, which lacks figures, though the table goes on behind it or nothing closed
    /// the row: they may have stood behind the cut, and no place of it is blank for certain.
    pub(crate) fn is_cut_off(
        &self,
        row: &RowPlan,
        found: &Match,
        bound: &Bound<'d>,
        matches: &[Option<Match>],
    ) -> bool {
        let is_figure = |cell: &Option<Token<'d>>| {
            cell.is_some_and(|token| !matches!(token.printed, Printed::Blank | Printed::Words))
        };
        if bound.cells.iter().all(is_figure) {
            return false;
        }
        let document = self.sheet.document;
        let Some(&last) = found.strips.last() else { return false };
        let strip = &self.sheet.strips[last];
        // A figure may have followed its unit.
        let holds_nothing = |line: &Line| {
            let words = document.slice(line.span).trim();
            let is_own = strip.span().start <= line.span.start && line.span.end <= strip.span().end;
            is_own || words.is_empty() || classifier(words).is_some()
        };
        if !self.sheet.lines[strip.line + 1..].iter().all(holds_nothing)
            || self.sheet.strips[last + 1..].iter().any(|strip| strip.figures() > 0)
        {
            return false;
        }
        let is_closed = self.sheet.lines[strip.line].is_row && document.ending() == Ending::Whole;
        !is_closed
            || bound.cells.last().is_some_and(|cell| !is_figure(cell))
                && self.goes_on_after(row.first_cell, matches)
    }

    /// Leaves the figure open with which the document ends, when the table goes on behind it or its cell was not closed:
    /// 12 may be what is left of 129. In a row that lacks figures it is open where the others stand as well: those behind the cut are not there.
    pub(crate) fn leave_cut_figure_open(
        &mut self,
        (place, row): (usize, &RowPlan),
        bound: &Bound<'d>,
        order: &[usize],
        matches: &[Option<Match>],
    ) {
        let document = self.sheet.document;
        let is_printed = |cell: &Option<Token<'d>>| cell.is_some_and(|token| token.is_printed());
        let Some(slot) = bound.cells.iter().rposition(is_printed) else { return };
        let is_in_cell = document.ending() == Ending::InCell;
        let is_last = |token: Token<'d>| {
            let end = document.in_source(token.span).end as usize;
            let rest = &document.text()[token.span.end as usize..];
            matches!(token.printed, Printed::Number(_))
                && (end == document.source().len() || is_in_cell && rest.trim().is_empty())
        };
        if !bound.cells[slot].is_some_and(is_last) {
            return;
        }
        let is_complete = bound.cells.iter().all(Option::is_some);
        if is_complete && !is_in_cell && !self.goes_on_after(row.first_cell, matches) {
            return;
        }
        // Where a run of digits was cut, it was divided in the wrong places.
        let is_divided = |before: usize| {
            let pair = bound.cells[before].zip(bound.cells[slot]);
            pair.is_some_and(|(it, last)| it.is_printed() && it.span.end == last.span.start)
        };
        if !bound.cells.iter().all(is_printed) || slot.checked_sub(1).is_some_and(is_divided) {
            self.leave_open(place);
        }
        let at = row.first_cell + order.get(slot).copied().unwrap_or(slot);
        let fact = &mut self.reading.facts[at];
        fact.status = Status::Ambiguous;
        fact.candidates = vec![String::new()];
        fact.candidates.extend(fact.value.map(|value| value.to_string()));
    }

    /// Whether rows that every printing of the form has stand behind the cell `first_cell` and were not found.
    pub(crate) fn goes_on_after(&self, first_cell: usize, matches: &[Option<Match>]) -> bool {
        let mut rows = self.table.rows.iter().zip(matches);
        rows.any(|(row, found)| {
            row.first_cell > first_cell && row.cells > 0 && !row.is_optional && found.is_none()
        })
    }
}
