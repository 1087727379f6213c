//! nom grammars for what stands in statutory tables and their surroundings: cells, enumerators, chapter headings.
//!
//! A grammar here reads one short string and says what it is, with everything odd about it named; it decides
//! nothing. `-0` is a number zero that says so, `40(县级3次)` a number with a note, `增98` a signed number,
//! `行政许可 14253` a label with a number stuck to it. No nom type appears in the interface.
//!
//! ```
//! use gongkai_grammar::{Cell, Oddity, cell};
//! use gongkai_text::Decimal;
//!
//! let Cell::Number(number) = cell("40(县级3次)") else { panic!("a number") };
//! assert_eq!((number.value, number.note), (Decimal::whole(40), Some("县级3次")));
//! let Cell::Number(zero) = cell("-0") else { panic!("a number") };
//! assert_eq!(zero.oddity, Some(Oddity::NegativeZero));
//! assert_eq!(cell("／"), Cell::NotApplicable);
//! ```

#![warn(clippy::disallowed_methods, clippy::disallowed_types, clippy::disallowed_macros)]

mod cell;
mod heading;
mod label;
pub mod narrative;

pub use cell::{Cell, Number, Oddity, cell};
pub use heading::{Chapter, chapter};
pub use label::{Enumerator, Style, enumerator, marked, unmarked};
