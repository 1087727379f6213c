//! What is read of one table, before it is part of a report.

use crate::form::plan::TablePlan;
use gongkai_model::{BoundBy, Choice, Diagnostic, Fact, Place, Presence};
use gongkai_text::Span;

/// What was read of one table. Facts follow the cells of the form; choices count from its first fact.
#[derive(Clone, Debug, Default)]
pub struct TableReading {
    /// One fact per cell of the form.
    pub facts: Vec<Fact>,
    /// Cells whose readings are still open.
    pub choices: Vec<Choice>,
    /// Strips that belong to a row, in order.
    pub strips: Vec<usize>,
    /// Strips made of headings and column labels only.
    pub headers: Vec<usize>,
    /// Values printed in a row's strips that no cell took.
    pub spare: Vec<Span>,
    /// What the reader has to say.
    pub diagnostics: Vec<Diagnostic>,
    /// Where the table stands.
    pub span: Option<Place>,
}

impl TableReading {
    /// A table of which nothing was found.
    pub fn missing(table: &TablePlan) -> Self {
        Self { facts: table.not_found().collect(), ..Self::default() }
    }

    /// How many cells were found, blank ones included.
    pub fn found(&self) -> usize {
        self.facts.iter().filter(|fact| fact.presence != Presence::NotFound).count()
    }

    /// What was read as `narrow`, in the cells of `table`.
    pub(crate) fn widened(mut self, narrow: &TablePlan, table: &TablePlan) -> Self {
        let mut place = Vec::with_capacity(narrow.cells.len());
        let mut facts: Vec<_> = table.not_found().collect();
        for (row, few) in table.rows.iter().zip(&narrow.rows) {
            let cells = row.first_cell..row.first_cell + row.cells;
            let of_row = few.first_cell..few.first_cell + few.cells;
            let is_absent =
                of_row.clone().next().is_some_and(|at| self.facts[at].bound_by == BoundBy::RowAbsent);
            let mut kept = of_row.peekable();
            for at in cells {
                let same = |it: &usize| {
                    narrow.cells[*it] == table.cells[at] && narrow.measures[*it] == table.measures[at]
                };
                match kept.next_if(same) {
                    Some(it) => {
                        std::mem::swap(&mut facts[at], &mut self.facts[it]);
                        place.push(at);
                    }
                    None if is_absent => facts[at].bound_by = BoundBy::RowAbsent,
                    None => facts[at].bound_by = BoundBy::ColumnAbsent,
                }
            }
        }
        for choice in &mut self.choices {
            choice.facts.iter_mut().for_each(|at| *at = place[*at]);
        }
        Self { facts, ..self }
    }
}
