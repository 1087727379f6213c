//! The rules on disclosure reports: identities as data, confronted with the facts of a report.
//!
//! [`Rules`] compiles the identities of each table of each form. [`settle`] lets them decide between the
//! readings a reader left open and gives every fact its status; [`check`] turns a settled report into an
//! [`Audit`](gongkai_model::Audit). [`rules`] holds the page behind every rule id.
//!
//! ```
//! use gongkai_model::{catalog, Carrier, Fact, Identity, Presence, Relation, Report, Severity, Status, Strength};
//! use gongkai_model::{TableRead, Verdict};
//! use gongkai_reconcile::report::{check, settle, Rules};
//!
//! static REVIEWS: Identity = Identity {
//!     id: "C04.review",
//!     rule: "review-total",
//!     left: &["review.total"],
//!     relation: Relation::Equal,
//!     right: &["review.upheld", "review.corrected", "review.other", "review.pending"],
//!     each: &[],
//!     strength: Strength::Mandatory,
//!     severity: Severity::Error,
//!     basis: "行政复议：总计",
//! };
//! let cells = ["upheld", "corrected", "other", "pending", "total"]
//!     .map(|cell| catalog::find(&format!("review.{cell}")).unwrap());
//! let mut rules = Rules::new();
//! rules.add("annual-2021", 4, &cells, &[REVIEWS]);
//!
//! let mut report = Report::empty("example", Carrier::Facts);
//! report.tables.push(TableRead {
//!     number: 4, template: "annual-2021".into(), form: "".into(), cells: 5, form_cells: 5, found: 5, span: None, first_fact: 0,
//! });
//! for (cell, value) in cells.into_iter().zip([3, 1, 0, 0, 5]) {
//!     let mut fact = Fact::not_found(cell);
//!     (fact.presence, fact.value, fact.status) = (Presence::Number, Some(value.to_string().parse().unwrap()), Status::Read);
//!     report.facts.push(fact);
//! }
//! settle(&mut report, &[], &rules);
//! assert!(report.facts.iter().all(|fact| fact.status == Status::Disputed));
//! let audit = check(report, &rules);
//! assert_eq!((audit.verdict, audit.findings[0].rule), (Verdict::Errors, "review-total"));
//! ```

mod across;
mod agencies;
mod as_printed;
mod brief;
mod causes;
mod check;
mod compiled;
mod coverage;
mod evidence;
mod finding;
mod fingerprint;
mod joint;
mod layout;
pub mod levels;
mod narrative;
mod plausible;
mod prose;
mod readings;
mod relation;
pub mod rules;
pub mod series;
mod settle;
mod witness;
mod wording;

pub use across::Confrontation;
pub use brief::Brief;
pub use check::{check, check_beside};
pub use compiled::Rules;
pub use prose::Prose;
pub use settle::settle;
