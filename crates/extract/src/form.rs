//! Forms as data, and made ready for reading.

mod digests;
pub(crate) mod error;
pub(crate) mod forms;
mod headings;
pub(crate) mod known;
pub mod plan;
pub(crate) mod template;
