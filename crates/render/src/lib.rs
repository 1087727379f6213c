//! Reports and audits for people and programs: terminal text, JSON, CSV, a Markdown list of corrections.
//!
//! Everything is a pure function of values from `gongkai-model` to a `String`; nothing is printed or written
//! here, so a web page can show what the program shows. JSON and the facts CSV are stable file formats; text
//! and Markdown are for reading and may change.
//!
//! ```
//! use gongkai_model::{Audit, Carrier, Coverage, Outcomes, Report, Verdict};
//! use gongkai_render::{Lang, Shape, Style, json, text};
//!
//! let audit = Audit {
//!     report: Report::empty("年报.txt", Carrier::Text),
//!     verdict: Verdict::Clean,
//!     coverage: Coverage::default(),
//!     outcomes: Outcomes::default(),
//!     statement_outcomes: Outcomes::default(),
//!     derived: Vec::new(),
//!     findings: Vec::new(),
//! };
//! assert!(json::audit(&audit, Lang::Zh, Shape::Line).starts_with(r#"{"schema":"gongkai.audit/1","source":"年报.txt","#));
//! assert_eq!(text::headline(&audit, Style::plain(Lang::Zh)), "年报.txt：未发现问题\n");
//! ```

#![warn(clippy::disallowed_methods, clippy::disallowed_types, clippy::disallowed_macros)]

pub mod csv;
pub mod json;
mod lang;
mod locate;
pub mod markdown;
mod paint;
mod put;
pub mod rule;
pub mod table;
mod tally;
pub mod text;
mod words;

pub use json::Shape;
pub use lang::{Lang, Style};
pub use paint::Paint;
pub use tally::Tally;
