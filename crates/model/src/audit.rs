//! The outcome of reconciling one report.

use crate::{Place, Report};
use gongkai_text::{Decimal, Unit};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
pub enum Severity {
    /// Worth knowing; the report may well be right.
    Note,
    /// Look again before it is published.
    Warning,
    /// A statutory identity is broken.
    Error,
}

/// The worst a report has to answer for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
pub enum Verdict {
    /// Nothing found, and every cell was seen.
    Clean,
    /// Notes only.
    Notes,
    /// At least one warning.
    Warnings,
    /// At least one error.
    Errors,
    /// No form could be read.
    Unreadable,
}

/// How a relation came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
pub enum Outcome {
    /// It holds, whatever the missing operands are.
    Satisfied,
    /// It holds within the rounding of its figures.
    WithinRounding,
    /// It fails, whatever the missing operands are.
    Violated,
    /// It cannot be told; the finding names what is missing.
    Undetermined,
}

/// How far the rounding had to be stretched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
pub enum Grade {
    /// Rounded to nearest.
    Rounded,
    /// Cut off.
    Truncated,
    /// Rounded up.
    RoundedUp,
    /// Only under the loosest reading of its words.
    Loose,
}

/// How many relations came out how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Outcomes {
    /// They hold.
    pub satisfied: u32,
    /// They hold within rounding.
    pub within_rounding: u32,
    /// They fail.
    pub violated: u32,
    /// They cannot be told.
    pub undetermined: u32,
    /// Of those, the ones that would hold if blanks were zero.
    pub undetermined_if_zero: u32,
}

/// How many cells the tables' forms have, and how many were found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Coverage {
    /// Cells of all tables.
    pub cells: u32,
    /// Cells found, blank ones included.
    pub found: u32,
}

/// A sentence in Chinese and English; output shows one of them, and serialises to the English one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Message {
    /// The same thing said in both languages.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Message {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.en)
    }
}

/// One side of a relation.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Side {
    /// Indicator ids joined by ` + `.
    pub expr: String,
    /// Its value; `None` while an operand is missing.
    pub value: Option<Decimal>,
}

/// One change of a [`Repair`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RepairEdit {
    /// Indicator id.
    pub id: String,
    /// As read.
    pub from: String,
    /// As proposed.
    pub to: String,
}

/// A proposal, never applied silently.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Repair {
    /// What to change, together.
    pub edits: Vec<RepairEdit>,
    /// Why it is likely.
    pub reason: Message,
    /// `certain`, `plausible` or `manual`.
    pub applicability: &'static str,
}

/// Something a person should look at, with the evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Rule id, kebab-case.
    pub rule: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// How the relation came out.
    pub outcome: Outcome,
    /// How far rounding was stretched.
    pub grade: Option<Grade>,
    /// What is wrong, where, and what to look at.
    pub message: Message,
    /// Left side, for a relation.
    pub left: Option<Side>,
    /// Right side, for a relation.
    pub right: Option<Side>,
    /// Left minus right, when both are known.
    pub difference: Option<Decimal>,
    /// Indicator ids taking part.
    pub facts: Vec<String>,
    /// Positions in [`Report::mentions`].
    pub mentions: Vec<usize>,
    /// The printed words or the notice it rests on.
    pub basis: String,
    /// Ranked proposals.
    pub repairs: Vec<Repair>,
    /// Digest of agency, year, rule and indicators only: stable under rewording and re-extraction.
    pub fingerprint: String,
    /// Fingerprint of the finding that names the cause, where this one is but another relation that the same error
    /// broke: who goes by causes passes it over.
    pub symptom_of: Option<String>,
    /// Where to look first.
    pub span: Option<Place>,
}

/// What an operand that a sentence leaves out is to the figure it is derived from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
pub enum DerivedFrom {
    /// The figure of the year before, by a growth, a change or a multiple.
    Previous,
    /// The whole of which the figure is a share.
    Whole,
    /// The part that is a share of the figure.
    Part,
}

/// An operand that no sentence states and that their figures determine: 114 up by 208.1 % was 37.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct DerivedFact {
    /// What it is to the figure it is derived from.
    pub from: DerivedFrom,
    /// Id of that figure's indicator, where it is known.
    pub indicator: Option<String>,
    /// The noun phrase of that figure.
    pub subject: String,
    /// Its unit.
    pub unit: Option<Unit>,
    /// The least it can be, in base units.
    pub low: Decimal,
    /// The most it can be; `None` without end.
    pub high: Option<Decimal>,
    /// Positions in [`Report::mentions`] of the figure and of the rate.
    pub mentions: Vec<usize>,
    /// Where the rate stands.
    pub span: Place,
}

/// A report with its verdict; serialised by `gongkai-render` to schema `gongkai.audit/1`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audit {
    /// What was read.
    pub report: Report,
    /// The worst of it.
    pub verdict: Verdict,
    /// How much was seen.
    pub coverage: Coverage,
    /// How the relations came out.
    pub outcomes: Outcomes,
    /// How came out what the sentences state, among themselves and against the tables; apart from `outcomes`, which
    /// counts the identities of the forms alone.
    pub statement_outcomes: Outcomes,
    /// What no sentence states and their figures determine.
    pub derived: Vec<DerivedFact>,
    /// What to look at, worst first, then in the form's order.
    pub findings: Vec<Finding>,
}
