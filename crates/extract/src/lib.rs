//! The contract for extractors: a statutory form as const data, and the reading that follows it.
//!
//! Whoever adds a form depends on this crate and `gongkai-model` alone: write a [`Template`], implement
//! [`Extractor`] (one line when the form is data only), [`register!`] it. Reading is *template-guided*: the rows
//! of the form are looked for in the document, exact labels anchor the rest, and what cannot be told is kept as
//! a [`Choice`] for the form's identities to decide. Reading never fails; what was not
//! read is listed.
//!
//! An extractor that misbehaves does not take the others with it: a panic, a result that contradicts its own form, a
//! claim behind which nothing can be read, and one that calls the reading helpers on and on (each spends steps of a
//! budget that grows with the document) end in a [diagnostic](gongkai_model::Diagnostic) that names the extractor. A
//! bare endless loop cannot be ended from within the same process, nor can a panic be caught in a program built with
//! `panic = "abort"`. Two versions of this crate in one program would be two registries; Cargo refuses them.
//!
//! Data flows one way through its modules: `form` (a form, made ready), `strips` (a document, cut into labels and
//! values for that form), `rows`, `columns`, `table` (which label is which row, which value stands in which column, the
//! facts), `claim` (which form reads which table), and the [`Registry`] on top.
//!
//! ```
//! use gongkai_extract::{Block, Column, Extractor, Needs, Registration, Registry, Row, Table, Template};
//!
//! static FORM: Template = Template {
//!     id: "staff-only",
//!     title: "机构情况",
//!     name: "Staff",
//!     basis: "an example",
//!     years: "2014-2018",
//!     tables: &[Table {
//!         number: 1,
//!         caption: "机构情况",
//!         headings: &["统计指标"],
//!         needs: Needs::USUAL,
//!         blocks: &[Block {
//!             columns: &[Column::new("", "统计数")],
//!             rows: &[
//!                 Row::new("（三）从事政府信息公开工作人员数", "capacity.staff.total"),
//!                 Row::new("1.专职人员数", "capacity.staff.full_time"),
//!                 Row::new("2.兼职人员数", "capacity.staff.part_time"),
//!             ],
//!         }],
//!     }],
//!     identities: &[],
//!     indicators: &[],
//! };
//!
//! struct StaffOnly;
//! impl Extractor for StaffOnly {
//!     fn template(&self) -> &'static Template {
//!         &FORM
//!     }
//! }
//!
//! let mut builder = gongkai_document::Builder::new("从事政府信息公开工作人员数 78\n专职人员数 38\n兼职人员数 40", gongkai_text::Carrier::Text);
//! let mut start = 0;
//! for line in builder.text().to_owned().lines() {
//!     builder.paragraph(gongkai_text::Span::new(start, start + line.len() as u32));
//!     start += line.len() as u32 + 1;
//! }
//! let registry = Registry::new([Registration { extractor: &StaffOnly, file: file!() }]).unwrap();
//! let report = registry.extract("example", &builder.finish()).report;
//! assert_eq!(report.fact("capacity.staff.part_time").unwrap().value.unwrap().to_string(), "40");
//! ```

#![warn(clippy::disallowed_methods, clippy::disallowed_types, clippy::disallowed_macros)]

mod budget;
mod claim;
mod columns;
mod form;
mod place;
mod registry;
mod report;
mod rows;
mod strips;
mod table;
mod wording;

use form::plan::TablePlan;
use gongkai_model::{Choice, Report};
use rows::survey::Survey;
use sheet::Sheet;

pub use form::error::RegistryError;
pub use form::plan;
pub use form::template::{Block, Column, Needs, Row, Table, Template};
pub use gongkai_document::Document;
pub use registry::{Registration, Registry};
pub use report::prose::{Prose, fact_told, indicators_told, indicators_told_as};
pub use report::told::{Told, told};
pub use rows::{align, survey};
pub use strips::{sheet, strip};
pub use table::read_table;
pub use table::reading::TableReading;

#[doc(hidden)]
pub use inventory as __inventory;

/// A form that can be looked for and read. Every method but [`template`](Extractor::template) has a default
/// that follows the template; override one only where data cannot say it.
pub trait Extractor: Sync {
    /// The form as data.
    fn template(&self) -> &'static Template;

    /// Where one table of the form stands in the document, and how well the form explains it.
    fn survey(&self, table: &TablePlan, sheet: &Sheet<'_>) -> Survey {
        Survey::new(table, sheet)
    }

    /// Reads one table where it was seen.
    fn read_table(&self, table: &TablePlan, sheet: &Sheet<'_>, survey: &Survey) -> TableReading {
        read_table(table, sheet, survey)
    }

    /// What the form makes of a report in which no form found a table, from its masthead and the figures of its
    /// sentences; `None` when it does not claim it. `document` is for a form that has to see around a figure ([`told()`]).
    fn read_prose(&self, _document: &Document, _report: &Report) -> Option<Prose> {
        None
    }
}

/// What was read from a document, and what arithmetic may still decide.
#[derive(Clone, Debug)]
pub struct Extraction {
    /// The report; open cells hold their plainest reading with status `ambiguous`.
    pub report: Report,
    /// The readings of the open cells.
    pub choices: Vec<Choice>,
}

/// Registers an extractor, a `static` or a unit struct, with every [`Registry::linked`].
///
/// The program must name the crate that registers once (`use my_formats as _;`): a dependency that is only named
/// in `Cargo.toml` is not linked, and its extractors vanish without a word.
///
/// ```
/// # use gongkai_extract::{Extractor, Template, register};
/// # static FORM: Template = Template { id: "none", title: "", name: "", basis: "", years: "", tables: &[], identities: &[], indicators: &[] };
/// struct Mine;
/// impl Extractor for Mine {
///     fn template(&self) -> &'static Template {
///         &FORM
///     }
/// }
/// register!(Mine);
/// ```
#[macro_export]
macro_rules! register {
    ($extractor:expr) => {
        $crate::__inventory::submit! {
            $crate::Registration { extractor: &$extractor, file: file!() }
        }
    };
}
