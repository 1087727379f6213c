//! How many steps an extractor may take over one table of one document.

use std::cell::Cell;
use std::panic::resume_unwind;

/// Steps for each line and each strip of a document, for any form; rows of the form add to it.
const STEPS: u64 = 64;

/// Steps for each line and each strip of a document, for each row of the form.
const STEPS_PER_ROW: u64 = 4;

/// What a short document counts for more than its lines.
const LEAST_SIZE: u64 = 1000;

/// What an unwinding carries that only ends an extractor whose steps are spent.
pub(crate) struct Exhausted;

/// What is left of the steps of the extractor at work. The reading helpers spend it: one step for each line, strip or
/// pair of row and strip that they look at.
#[derive(Debug)]
pub(crate) struct Budget {
    left: Cell<u64>,
}

impl Budget {
    /// No bound: the registry itself is at work.
    pub(crate) fn unbounded() -> Self {
        Self { left: Cell::new(u64::MAX) }
    }

    /// Gives steps for a table of `rows` rows over a document of `size` lines and strips: linear in the document.
    pub(crate) fn refill(&self, rows: usize, size: usize) {
        self.left.set((STEPS + STEPS_PER_ROW * rows as u64) * (LEAST_SIZE + size as u64));
    }

    /// Lifts the bound again.
    pub(crate) fn lift(&self) {
        self.left.set(u64::MAX);
    }

    /// Spends `steps`. When they are not there, the extractor ends here: its caller unwinds to the registry, without
    /// a word on standard error.
    #[inline]
    pub(crate) fn spend(&self, steps: usize) {
        match self.left.get().checked_sub(steps as u64) {
            Some(left) => self.left.set(left),
            None => resume_unwind(Box::new(Exhausted)),
        }
    }
}
