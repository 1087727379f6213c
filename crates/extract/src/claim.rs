//! Which form reads which table: the claims of all extractors, held against each other, and whoever fails contained.

pub(crate) mod contain;
pub(crate) mod contest;
pub(crate) mod entry;
pub(crate) mod evidence;
pub(crate) mod sheets;
