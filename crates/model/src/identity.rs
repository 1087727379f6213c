//! Relations that a form prints or implies, as data.

use crate::{Measure, Severity};

/// How the two sides of an identity relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// `left = right`.
    Equal,
    /// `left <= right`.
    AtMost,
    /// `left >= right`.
    AtLeast,
}

impl Relation {
    /// `=`, `≤` or `≥`.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::AtMost => "≤",
            Self::AtLeast => "≥",
        }
    }
}

/// Whether an identity follows from words printed on the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// It follows from printed words.
    Mandatory,
    /// It follows from the structure only.
    Implied,
}

/// What an [`Identity`] names: an indicator, its period, and whether the report of the year before is meant.
///
/// Written as the indicator id, then `@cumulative` for the cumulative column, then `@previous` for the same form one
/// year earlier. An identity with a previous operand relates two reports and is left aside when one is checked alone.
///
/// ```
/// use gongkai_model::{Measure, Operand};
/// let it = Operand::parse("review.total@cumulative@previous");
/// assert_eq!((it.id, it.measure, it.is_previous), ("review.total", Measure::Cumulative, true));
/// assert_eq!(Operand::parse("review.total").measure, Measure::Year);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Operand<'a> {
    /// The indicator id.
    pub id: &'a str,
    /// Which period.
    pub measure: Measure,
    /// Whether it stands in the report of the year before.
    pub is_previous: bool,
}

impl<'a> Operand<'a> {
    /// Takes an operand apart.
    pub fn parse(operand: &'a str) -> Self {
        let (rest, is_previous) =
            operand.strip_suffix("@previous").map_or((operand, false), |rest| (rest, true));
        let (id, measure) = match rest.strip_suffix(Measure::CUMULATIVE_SUFFIX) {
            Some(id) => (id, Measure::Cumulative),
            None => (rest, Measure::Year),
        };
        Self { id, measure, is_previous }
    }
}

/// An identity between sums of indicators, or a family of them.
///
/// `{}` in an operand stands for each entry of `each` in turn, so one value declares the seven columns of a balance,
/// or the two periods of a sum (`each: &["", "@cumulative"]`). An empty side is zero. Operands are written as
/// [`Operand`] reads them; a stock that carries over from year to year is
/// `review.total@cumulative = review.total@cumulative@previous + review.total`.
///
/// ```
/// use gongkai_model::{Identity, Relation, Severity, Strength};
/// static BALANCE: Identity = Identity {
///     id: "C01",
///     rule: "applications-balance",
///     left: &["applications.received.{}", "applications.carried_in.{}"],
///     relation: Relation::Equal,
///     right: &["applications.processed.{}", "applications.carried_out.{}"],
///     each: &["natural_person", "total"],
///     strength: Strength::Mandatory,
///     severity: Severity::Error,
///     basis: "第一项加第二项之和，等于第三项加第四项之和",
/// };
/// assert_eq!(BALANCE.instances().count(), 2);
/// let (left, right) = BALANCE.instances().nth(1).unwrap();
/// assert_eq!(left, ["applications.received.total", "applications.carried_in.total"]);
/// assert_eq!(right.len(), 2);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Identity {
    /// Id within the form, as in its specification: `C01`.
    pub id: &'static str,
    /// The rule a violation is reported under, kebab-case.
    pub rule: &'static str,
    /// Operands summed on the left.
    pub left: &'static [&'static str],
    /// How the sides relate.
    pub relation: Relation,
    /// Operands summed on the right; empty is zero.
    pub right: &'static [&'static str],
    /// What `{}` stands for, one instance each; empty for a single instance.
    pub each: &'static [&'static str],
    /// Whether it follows from printed words.
    pub strength: Strength,
    /// How bad a violation is.
    pub severity: Severity,
    /// The printed words, or the structure, it follows from.
    pub basis: &'static str,
}

impl Identity {
    /// Whether it relates a report to that of the year before.
    pub fn is_across_years(&self) -> bool {
        self.left.iter().chain(self.right).any(|operand| operand.ends_with("@previous"))
    }

    /// The instances: both sides with `{}` filled in.
    pub fn instances(&self) -> impl Iterator<Item = (Vec<String>, Vec<String>)> + '_ {
        let fill = |side: &[&str], entry: &str| side.iter().map(|id| id.replace("{}", entry)).collect();
        let each: &[&str] = if self.each.is_empty() { &[""] } else { self.each };
        each.iter().map(move |entry| (fill(self.left, entry), fill(self.right, entry)))
    }
}
