//! From what a row prints to the facts of its cells.

use crate::columns::bind::{Bound, Place as Slot};
use crate::form::plan::RowPlan;
use crate::place::place;
use crate::strips::strip::{Printed, Token};
use crate::table::{Reader, same_figures};
use gongkai_document::Origin;
use gongkai_grammar::Oddity;
use gongkai_model::{
    Alternative, BoundBy, CellLabel, Choice, Fact, Indicator, Locator, Place, Presence, Reading, Status,
    ValueKind,
};
use gongkai_text::{Span, Unit};

/// More figures than these that fit no cell of a row are listed as one stretch.
const MOST_SPARE: usize = 8;

impl<'d> Reader<'_, 'd> {
    /// Keeps what was read of a row, as a candidate beside nothing.
    pub(crate) fn leave_open(&mut self, row: usize) {
        let row = &self.table.rows[row];
        for fact in &mut self.reading.facts[row.first_cell..row.first_cell + row.cells] {
            fact.status = Status::Ambiguous;
            fact.candidates = vec![String::new()];
            fact.candidates.extend(fact.value.map(|value| value.to_string()));
        }
    }

    /// Writes a row's cells into the facts; `order` maps printed places to columns of the form.
    pub(crate) fn write(
        &mut self,
        row: &RowPlan,
        bound: &Bound<'d>,
        order: &[usize],
        how: BoundBy,
        unit: Option<Unit>,
    ) {
        for (slot, cell) in bound.cells.iter().enumerate() {
            let at = row.first_cell + order.get(slot).copied().unwrap_or(slot);
            if let Some(token) = cell {
                let fact = self.fact(self.table.cells[at], *token, how, unit.or(row.unit));
                let (label, measure) = (self.table.labels[at], self.table.measures[at]);
                self.reading.facts[at] = Fact { label, measure, ..fact };
            }
        }
        let spare = bound.spare.iter().map(|token| token.span);
        if bound.spare.len() > MOST_SPARE {
            // A row of thousands of figures is one thing left over, not thousands.
            self.reading.spare.extend(spare.reduce(Span::cover));
        } else {
            self.reading.spare.extend(spare);
        }
        let others: Vec<_> =
            bound.others.iter().filter(|(cells, _)| !same_figures(cells, &bound.cells)).collect();
        if others.is_empty() || bound.is_guess {
            return;
        }
        let cell_of = |slot: usize| row.first_cell + order.get(slot).copied().unwrap_or(slot);
        let alternative = |cells: &[Slot<'d>], cost| Alternative {
            readings: cells
                .iter()
                .enumerate()
                .map(|(slot, cell)| self.reading_of(self.table.cells[cell_of(slot)], *cell))
                .collect(),
            cost,
        };
        let mut alternatives = vec![alternative(&bound.cells, 0)];
        alternatives.extend(others.into_iter().map(|(cells, cost)| alternative(cells, *cost)));
        let facts: Vec<usize> = (0..bound.cells.len()).map(cell_of).collect();
        for (slot, &at) in facts.iter().enumerate() {
            let mut candidates: Vec<String> =
                alternatives.iter().map(|way| way.readings[slot].candidate()).collect();
            candidates.sort();
            candidates.dedup();
            if candidates.len() > 1 {
                self.reading.facts[at].status = Status::Ambiguous;
                self.reading.facts[at].candidates = candidates;
            }
        }
        self.reading.choices.push(Choice { facts, alternatives, kind: bound.kind });
    }

    fn reading_of(&self, indicator: Indicator, cell: Slot<'d>) -> Reading {
        match cell {
            None => Reading { presence: Presence::NotFound, value: None, raw: String::new(), span: None },
            Some(token) => {
                let fact = self.fact(indicator, token, BoundBy::Label, None);
                Reading { presence: fact.presence, value: fact.value, raw: fact.raw, span: fact.span }
            }
        }
    }

    fn fact(&self, indicator: Indicator, token: Token<'d>, bound_by: BoundBy, unit: Option<Unit>) -> Fact {
        let mut fact = Fact::not_found_at(indicator, CellLabel::default());
        self.sheet.document.slice(token.span).clone_into(&mut fact.raw);
        fact.span = Some(self.place(token.span));
        fact.locator = self.locator(token.span.start);
        fact.bound_by = bound_by;
        fact.status = Status::Read;
        fact.presence = match token.printed {
            Printed::Blank => Presence::Blank,
            Printed::Dash => Presence::Dash,
            Printed::NotApplicable => Presence::NotApplicable,
            Printed::Words | Printed::Run(_) => Presence::Text,
            Printed::Number(_) => Presence::Number,
        };
        // A unit column says what is counted; it must not turn people into cases.
        fact.unit = unit.or(fact.unit);
        let is_doubtful = |c: char| c.is_numeric() || matches!(c, '=' | '\u{FFFC}' | '\u{FFFD}');
        if token.printed == Printed::Words && fact.raw.contains(is_doubtful) {
            // Words with digits in them, a formula, a picture, bytes that are no text: a figure may be meant.
            fact.status = Status::Ambiguous;
            fact.candidates = vec![String::new()];
        }
        let Printed::Number(number) = token.printed else { return fact };
        fact.value = Some(number.value);
        fact.unit = number.unit.or(fact.unit);
        fact.note = number.note.map(str::to_owned);
        match number.oddity {
            Some(Oddity::RunTogether) => {
                fact.status = Status::Ambiguous;
                fact.candidates = vec![number.value.to_string()];
            }
            Some(_) => fact.status = Status::Repaired,
            None => {}
        }
        let negative = number.value.is_negative() && indicator.kind() != ValueKind::SignedCount;
        let fraction = number.value.to_i64().is_none() && indicator.kind() != ValueKind::Amount;
        if negative || fraction {
            // No count is negative or broken: the sign or the point may be a flaw of the copy.
            fact.status = Status::Ambiguous;
            let bare = number.value.to_string();
            fact.candidates = vec![bare.replace(['-', '.'], ""), bare];
        } else if indicator.kind() == ValueKind::Amount
            && number.unit.is_some_and(|unit| unit.yuan().is_none())
        {
            // A number of things where money is asked for: the figure may be another's.
            fact.status = Status::Ambiguous;
            fact.candidates = vec![String::new(), number.value.to_string()];
        } else if indicator.unit().is_none()
            && fact.unit.is_none()
            && indicator.kind() == ValueKind::Amount
            && !number.value.is_zero()
        {
            fact.status = Status::Ambiguous;
            fact.candidates = vec![Unit::YUAN.label().to_owned(), Unit::TEN_THOUSAND_YUAN.label().to_owned()];
        }
        fact
    }

    fn locator(&self, offset: u32) -> Option<Locator> {
        let document = self.sheet.document;
        Some(match document.origin(offset)? {
            Origin::Page(page) => Locator { page: Some(page), sheet: None, cell: None },
            Origin::Sheet { sheet, row, column } => Locator {
                page: None,
                sheet: document.sheets().get(usize::from(sheet)).cloned(),
                cell: Some(format!("{}{}", column_letters(column), row + 1)),
            },
        })
    }

    pub(crate) fn place(&self, span: Span) -> Place {
        place(self.sheet.document, span)
    }
}

/// The letters of a spreadsheet column: 0 is A, 26 is AA.
fn column_letters(column: u32) -> String {
    let letter = char::from(b'A' + (column % 26) as u8);
    match column / 26 {
        0 => letter.to_string(),
        more => column_letters(more - 1) + &letter.to_string(),
    }
}
