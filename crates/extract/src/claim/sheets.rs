//! The sheet of every form: a document cut for that form alone, so that what it reads hangs on no other.
//!
//! The document is cut once for all forms together. Only for a form of which something is seen there, and only where
//! another form's words made a difference, is it cut again.

use crate::claim::entry::Entry;
use crate::form::forms::Forms;
use crate::form::known::KnownLabels;
use crate::form::plan::Plan;
use crate::rows::survey::{Survey, rows_named};
use crate::strips::sheet::Sheet;
use gongkai_document::Document;
use gongkai_model::Diagnostic;

/// A document cut for each form.
pub(crate) struct Sheets<'d> {
    labels: &'d KnownLabels,
    /// Cut for all forms together.
    common: Sheet<'d>,
    /// Cut for one form, by its place in the registry, where that differs.
    own: Vec<Option<Sheet<'d>>>,
}

/// What every extractor sees of each of its tables on its own sheet, and what they did wrong.
pub(crate) type Seen = (Vec<Vec<Survey>>, Vec<Diagnostic>);

impl<'d> Sheets<'d> {
    /// Cuts `document` for `entries`, whose words are `labels`.
    pub(crate) fn new(document: &'d Document, entries: &[Entry], labels: &'d KnownLabels) -> (Self, Seen) {
        let common = Sheet::new(document, labels, Forms::ALL);
        let (mut own, mut surveys, mut failures) = (Vec::new(), Vec::new(), Vec::new());
        for (at, entry) in entries.iter().enumerate() {
            let form = Forms::one(at);
            let recut = || common.recut(labels, form);
            let mut sheet =
                (common.headed.meets(form) || names_a_row(&entry.plan, &common)).then(recut).flatten();
            let mut seen = entry.survey(sheet.as_ref().unwrap_or(&common), &mut failures);
            // No label of its own, and something seen nevertheless: by its headings, or by code.
            if sheet.is_none() && seen.iter().any(|survey| survey.rows > 0 || survey.score > 0) {
                sheet = recut();
                if let Some(sheet) = &sheet {
                    seen = entry.survey(sheet, &mut failures);
                }
            }
            surveys.push(seen);
            own.push(sheet);
        }
        (Self { labels, common, own }, (surveys, failures))
    }

    /// The sheet of the form at a place of the registry.
    pub(crate) fn of(&self, form: usize) -> &Sheet<'d> {
        self.own[form].as_ref().unwrap_or(&self.common)
    }

    /// The sheet of a report that several forms read, or none at all; `None` where it is the [common](Self::common) one.
    pub(crate) fn of_all(&self, forms: impl Iterator<Item = usize>) -> Option<Sheet<'d>> {
        let forms = forms.map(Forms::one).fold(Forms::NONE, Forms::or);
        self.common.recut(self.labels, forms)
    }

    /// The sheet cut for all forms together.
    pub(crate) fn common(&self) -> &Sheet<'d> {
        &self.common
    }
}

/// Whether a row of the form is named anywhere.
fn names_a_row(plan: &Plan, sheet: &Sheet<'_>) -> bool {
    let mut strips = sheet.valued.iter().map(|&at| &sheet.strips[at]);
    strips.any(|strip| plan.tables.iter().any(|table| rows_named(table, strip).next().is_some()))
}
