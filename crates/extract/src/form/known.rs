//! The words of all forms, each with the forms that have it: a document is cut anew for every form that may read it.
//!
//! Cutting asks whether words are a label. The answer for one form must not hang on which others are registered; yet most
//! lines are cut alike for all. So every question is asked for some forms, and what was answered keeps for which others
//! the answer would have been the same: only where it would not is a line cut again.

use crate::form::digests::ByDigest;
use crate::form::forms::Forms;
use crate::form::headings::{Headings, LEAST_HEADINGS};
use crate::form::plan::{LEAST_TOTALLED, Plan, RowPlan, TablePlan};
use crate::form::template::Table;
use gongkai_grammar::Enumerator;
use std::cell::Cell;

/// The words of all forms, to tell a label from a value: digests of folded row labels, and of headings and column
/// labels, which have no enumerators.
#[derive(Debug, Default)]
pub(crate) struct KnownLabels {
    rows: ByDigest<RowLabel>,
    headings: ByDigest<Forms>,
    /// How many cells a row with a total has; each once, rising.
    widths: Vec<(usize, Forms)>,
    /// Headings as printed.
    printed_headings: Headings,
}

/// What the rows of one label have, over all forms.
#[derive(Debug, Default)]
struct RowLabel {
    forms: Forms,
    marks: Vec<(Option<Enumerator>, Forms)>,
    /// How many cells a row has.
    cells: Vec<(usize, Forms)>,
}

impl RowLabel {
    fn add(&mut self, row: &RowPlan, form: Forms) {
        self.forms = self.forms.or(form);
        add(&mut self.marks, row.mark, form);
        add(&mut self.cells, row.cells, form);
    }
}

/// Adds `form` to those that have `value`.
fn add<T: PartialEq>(all: &mut Vec<(T, Forms)>, value: T, form: Forms) {
    match all.iter_mut().find(|(known, _)| *known == value) {
        Some((_, forms)) => *forms = forms.or(form),
        None => all.push((value, form)),
    }
}

/// What is printed above the rows of a table: its headings, and where they are few its columns' labels too.
fn printed_headings(table: &'static Table) -> impl Iterator<Item = &'static str> {
    let columns = table.blocks.iter().flat_map(|block| block.columns);
    let labels =
        columns.flat_map(|column| std::iter::once(column.label).chain(column.aliases.iter().copied()));
    let are_few = table.headings.len() < LEAST_HEADINGS;
    table.headings.iter().copied().chain(labels.filter(move |_| are_few))
}

impl KnownLabels {
    /// The words of `plans`, in the order of the registry.
    pub(crate) fn of<'p>(plans: impl Iterator<Item = &'p Plan>) -> Self {
        let mut known = Self::default();
        let mut headings = Vec::new();
        for (at, plan) in plans.enumerate() {
            let form = Forms::one(at);
            for (key, row) in plan.tables.iter().flat_map(TablePlan::labels) {
                known.rows.entry(key).or_default().add(row, form);
            }
            for width in plan.tables.iter().flat_map(TablePlan::totalled_widths) {
                add(&mut known.widths, width, form);
            }
            for key in plan.tables.iter().flat_map(TablePlan::heading_digests) {
                let forms = known.headings.entry(key).or_default();
                *forms = forms.or(form);
            }
            let printed = plan.template.tables.iter().flat_map(printed_headings);
            // Sites print brackets in either width.
            let either = printed
                .flat_map(|heading| [heading.to_owned(), heading.replace('（', "(").replace('）', ")")]);
            headings.extend(either.map(|heading| (heading, form)));
        }
        known.printed_headings = Headings::new(headings);
        known.widths.sort_unstable_by_key(|(width, _)| *width);
        known
    }
}

/// The words of some forms, as cutting asks for them.
pub(crate) struct Known<'k> {
    labels: &'k KnownLabels,
    forms: Forms,
    widths: Vec<usize>,
    /// The forms that have just these widths.
    same_widths: Forms,
    /// For which forms every answer since the last [`Self::agreed`] would have been the same.
    agree: Cell<Forms>,
}

impl<'k> Known<'k> {
    /// The words of `forms` alone.
    pub(crate) fn new(labels: &'k KnownLabels, forms: Forms) -> Self {
        let (mut widths, mut same_widths) = (Vec::new(), Forms::ALL);
        for &(width, of) in &labels.widths {
            if of.meets(forms) {
                widths.push(width);
                same_widths = same_widths.and(of);
            }
        }
        Self { labels, forms, widths, same_widths, agree: Cell::new(Forms::ALL) }
    }

    /// For which forms every answer since this was last asked would have been the same.
    pub(crate) fn agreed(&self) -> Forms {
        self.agree.replace(Forms::ALL)
    }

    /// Whether one of the forms is among `of`; for the others among them the answer is the same.
    fn tell(&self, of: Forms) -> bool {
        let is_told = of.meets(self.forms);
        if is_told {
            self.agree.set(self.agree.get().and(of));
        }
        is_told
    }

    /// Whether a row has the label of digest `key`.
    pub(crate) fn is_row(&self, key: u64) -> bool {
        self.labels.rows.get(&key).is_some_and(|row| self.tell(row.forms))
    }

    /// The same for a row with this enumerator.
    pub(crate) fn is_row_marked(&self, key: u64, mark: Option<Enumerator>) -> bool {
        let row = self.labels.rows.get(&key);
        let of = row.and_then(|row| row.marks.iter().find(|(known, _)| *known == mark));
        of.is_some_and(|(_, forms)| self.tell(*forms))
    }

    /// Whether a heading or the label of a column has digest `key`.
    pub(crate) fn is_heading(&self, key: u64) -> bool {
        self.labels.headings.get(&key).is_some_and(|forms| self.tell(*forms))
    }

    /// The fewest cells that a row with the label of digest `key` has.
    pub(crate) fn fewest_cells(&self, key: u64) -> Option<usize> {
        let row = self.labels.rows.get(&key)?;
        let known = row.cells.iter().filter(|(_, of)| of.meets(self.forms)).map(|(cells, _)| *cells);
        let fewest = known.min();
        // The answer is another for every form with this row whose own fewest cells are others.
        let others = row.cells.iter().filter(|(cells, _)| Some(*cells) != fewest);
        let others = others.fold(Forms::NONE, |all, (_, of)| all.or(*of));
        let same = if fewest.is_some() { row.forms } else { Forms::ALL };
        self.agree.set(self.agree.get().and(same).without(others));
        fewest
    }

    /// How many cells a row with a total has; each once, rising, none below [`LEAST_TOTALLED`].
    pub(crate) fn widths(&self) -> &[usize] {
        debug_assert!(self.widths.iter().all(|&width| width >= LEAST_TOTALLED));
        self.agree.set(self.agree.get().and(self.same_widths));
        &self.widths
    }

    /// All forms that have a row with the label of digest `key`; what comes of it is told by [`Self::own`].
    pub(crate) fn forms_of_row(&self, key: u64) -> Forms {
        self.labels.rows.get(&key).map_or(Forms::NONE, |row| row.forms)
    }

    /// For which of the forms `paragraph` holds a table without separators, by its headings.
    pub(crate) fn make_table(&self, paragraph: &str) -> Forms {
        self.own(self.labels.printed_headings.make_table(paragraph))
    }

    /// Those of `forms` that are asked for.
    pub(crate) fn own(&self, forms: Forms) -> Forms {
        self.tell(forms);
        forms.and(self.forms)
    }
}
