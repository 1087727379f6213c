//! Which strips of a sheet are which rows of a form.

pub mod align;
mod alike;
mod ordered;
pub(crate) mod rival;
pub mod survey;
mod whole;
