//! The text leaf of gongkai: spans, positions, exact decimals, units, normalisation, label folding.
//!
//! It knows nothing of reports and depends on nothing of ours, so it serves any program that reads
//! Chinese official text and must say where each figure stood.
//!
//! ```
//! use gongkai_text::{label, Decimal, LineIndex, Span};
//!
//! let text = "（一） 予以公开\t25";
//! let raw = text.rsplit('\t').next().unwrap();
//! let span = Span::of(raw, text).unwrap();
//! assert_eq!(raw.parse::<Decimal>().unwrap(), Decimal::whole(25));
//! assert_eq!(LineIndex::new(text).position(text, span.start).column, 10);
//! assert_eq!(label::fold("（一） 予以公开"), "一予以公开");
//! ```
//!
//! Damaged prose is normalised first; what was found there still points at the source:
//!
//! ```
//! use gongkai_text::Span;
//! use gongkai_text::normalise::{Context, normalise};
//!
//! let source = "全年受理公开申请,其中自然人１２\n\n— 3 —\n\n件。";
//! let clean = normalise(source, Context::Narrative);
//! assert_eq!(clean.text(), "全年受理公开申请，其中自然人12件。");
//!
//! let start = clean.text().find("12件").unwrap() as u32;
//! let span = clean.to_source(Span::new(start, start + 5));
//! assert_eq!(span.text(source), "１２\n\n— 3 —\n\n件");
//! ```

#![warn(clippy::disallowed_methods, clippy::disallowed_types, clippy::disallowed_macros)]

mod carrier;
mod char_set;
mod classifiers;
mod decimal;
mod han;
mod index;
pub mod label;
mod line;
pub mod normalise;
pub mod numeral;
pub mod quantity;
mod radicals;
mod span;
mod traditional;
mod unit;
pub mod width;

pub use carrier::Carrier;
pub use decimal::{Decimal, DecimalError};
pub use line::{LineIndex, Position};
pub use span::Span;
pub use traditional::in_simplified;
pub use unit::Unit;
