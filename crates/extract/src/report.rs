//! What a report says around its tables: who reports, its chapters, its sentences, and what was not read.

mod alone;
pub(crate) mod masthead;
pub(crate) mod narrative;
pub(crate) mod outline;
pub(crate) mod prose;
mod title;
pub(crate) mod told;
pub(crate) mod unread;
