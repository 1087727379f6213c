//! Which value of a row stands in which column of a form.

pub(crate) mod bind;
pub(crate) mod foreign;
pub(crate) mod header;
pub(crate) mod layout;
pub(crate) mod leading;
pub(crate) mod named;
pub(crate) mod numbering;
pub(crate) mod order;
pub(crate) mod variant;
