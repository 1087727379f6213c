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

mod carrier;
mod decimal;
mod han;
pub mod label;
mod line;
pub mod normalise;
mod radicals;
mod span;
mod traditional;
mod unit;
pub mod width;

pub use carrier::Carrier;
pub use decimal::{Decimal, DecimalError};
pub use line::{LineIndex, Position};
pub use span::Span;
pub use unit::Unit;
