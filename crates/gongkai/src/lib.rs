//! Read Chinese government-information-disclosure annual reports (政府信息公开工作年度报告) and reconcile their figures.
//!
//! A report goes in as bytes, an [`Audit`] comes out: every cell of its statutory tables with its place and how
//! surely it was read, every relation between them with how it came out, and what a person should look at.
//!
//! ```
//! let report = "某县2023年政府信息公开工作年度报告\n\
//!     四、政府信息公开行政复议、行政诉讼情况\n\
//!     行政复议\t\t\t\t\t行政诉讼\n\
//!     \t\t\t\t\t未经复议直接起诉\t\t\t\t\t复议后起诉\n\
//!     2\t0\t0\t0\t3\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n";
//! let engine = gongkai::Engine::linked().unwrap();
//! let audit = engine.check("report.txt", report.as_bytes());
//! assert_eq!(audit.verdict, gongkai::model::Verdict::Errors);
//! let broken = audit.findings.iter().find(|finding| finding.rule == "review-total").unwrap();
//! assert_eq!(broken.difference.unwrap().to_string(), "1");
//! ```
//!
//! The crates behind it are useful alone: [`text`], [`model`], [`document`], [`grammar`], [`read`], [`extract`],
//! [`reconcile`], [`render`].

#![warn(clippy::disallowed_methods, clippy::disallowed_types, clippy::disallowed_macros)]

// Without this line the built-in forms would not be linked, and nothing could be read.
use gongkai_formats as _;

mod engine;
mod facts;

pub use engine::{Engine, ExtractorInfo};
pub use gongkai_document as document;
pub use gongkai_extract as extract;
pub use gongkai_extract::{Registry, RegistryError};
pub use gongkai_grammar as grammar;
pub use gongkai_model as model;
pub use gongkai_model::{Audit, Report};
pub use gongkai_read as read;
pub use gongkai_reconcile as reconcile;
pub use gongkai_reconcile::report::{levels, rules, series};
pub use gongkai_render as render;
pub use gongkai_text as text;

// The code in the README is compiled and run with the examples of this page.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;

// And that of the tutorials.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/use-a-crate.md")]
struct UseACrate;
#[cfg(doctest)]
#[doc = include_str!("../../../docs/new-format.md")]
struct NewFormat;
#[cfg(doctest)]
#[doc = include_str!("../../../docs/benchmarks.md")]
struct Benchmarks;
