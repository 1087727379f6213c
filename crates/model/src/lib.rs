//! The vocabulary of gongkai: indicators, facts, identities, reports, findings.
//!
//! Everything here is plain data that other crates produce and consume: a reader fills a [`Report`] with
//! [`Fact`]s, the reconciler evaluates [`Identity`]s on them and answers with an [`Audit`]. The names follow
//! the field: *received*, *granted in full*, *carried over* (freedom of information), *edit rule* and
//! *repair* (statistical data editing), *fact* (XBRL).
//!
//! ```
//! use gongkai_model::{catalog, Presence};
//!
//! let received = catalog::find("applications.received.total").unwrap();
//! assert_eq!(received.label(), "本年新收政府信息公开申请数量 · 总计");
//! assert_eq!(catalog::all().len(), 278);
//! // Blank is not zero: the two never meet in one variant.
//! assert_ne!(Presence::Blank, Presence::Number);
//! ```

#![warn(clippy::disallowed_methods, clippy::disallowed_types, clippy::disallowed_macros)]

mod audit;
pub mod catalog;
mod fact;
mod identity;
mod indicator;
mod label;
mod mention;
mod report;
mod rule;

pub use audit::{
    Audit, Coverage, DerivedFact, DerivedFrom, Finding, Grade, Message, Outcome, Outcomes, Repair,
    RepairEdit, Severity, Side, Verdict,
};
pub use fact::{
    Alternative, BoundBy, Choice, ChoiceKind, Fact, FormCell, Locator, Measure, Presence, Reading, Status,
};
pub use gongkai_text::{Carrier, Decimal, Span, Unit};
pub use identity::{Identity, Operand, Relation, Strength};
pub use indicator::{Indicator, IndicatorDef, ValueKind};
pub use label::{CellLabel, Words};
pub use mention::{Body, Mention, MentionKind, Over, Period, Statement, StatementKind};
pub use report::{
    Agency, Claim, Contact, Diagnostic, ExtractorClaim, JointReading, Level, Place, Report, Scope, Section,
    TableRead, Unread,
};
pub use rule::{Bilingual, Role, Rule};
