//! An extractor at work.

use super::contain;
use crate::Extractor;
use crate::form::plan::Plan;
use crate::rows::survey::Survey;
use crate::strips::sheet::Sheet;
use gongkai_model::Diagnostic;

/// An extractor and its form made ready.
pub(crate) struct Entry {
    pub(crate) extractor: &'static dyn Extractor,
    pub(crate) plan: Plan,
}

impl std::fmt::Debug for Entry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.plan.template.id)
    }
}

impl Entry {
    /// The id of its form.
    pub(crate) fn id(&self) -> &'static str {
        self.plan.template.id
    }

    /// What the extractor sees of each of its tables; nothing after a failure.
    pub(crate) fn survey(&self, sheet: &Sheet<'_>, failures: &mut Vec<Diagnostic>) -> Vec<Survey> {
        contain::survey(self.extractor, &self.plan, sheet).unwrap_or_else(|failure| {
            failures.push(failure);
            vec![Survey::default(); self.plan.tables.len()]
        })
    }
}
