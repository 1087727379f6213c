//! How well errors are localised: tables, errors put into them, and what became of them.
//!
//! Everything is seeded, and nothing of it reaches the localiser: its prices were fixed before the first seed was
//! drawn.

mod errors;
mod random;
mod score;
mod set;
mod tables;

pub use errors::{Damaged, ErrorKind};
pub use random::Random;
pub use score::{Record, Tally, score};
pub use set::{Case, mixed, singles};
pub use tables::{Generator, Real, applications, disclosed, generated, proceedings, real};
