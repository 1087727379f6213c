//! How well errors are localised: tables, errors put into them, and what became of them.
//!
//! Everything is seeded, and nothing of it reaches the localiser: its prices were fixed before the first seed was
//! drawn.

mod clumped;
mod errors;
mod otherwise;
mod proceedings;
mod random;
mod score;
mod set;
mod tables;

pub use clumped::{CLUMPED, clumped, scattered};
pub use errors::{Damaged, ErrorKind};
pub use otherwise::{Bodies, counted, spoiled, unlike};
pub use proceedings::{Proceedings, proceedings_set};
pub use random::Random;
pub use score::{Record, Tally, score, score_beside};
pub use set::{Case, mixed, singles};
pub use tables::{Generator, Real, applications, disclosed, generated, proceedings, real};
