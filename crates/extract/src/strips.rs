//! A document, cut into strips for one form: labels here, values there.

mod cut;
pub(crate) mod flat;
pub mod sheet;
mod stack;
pub mod strip;
pub(crate) mod torn;
