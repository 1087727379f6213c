//! Relations between the figures of two or more reports.

use super::brief::Figure;
use super::compiled::{observe, places};
use crate::{Comparison, Domain, Observation, Outcome, System};
use gongkai_model::{
    Audit, Finding, Grade, Message, Outcome as Verdictless, Outcomes, Presence, Severity, Side, ValueKind,
    Verdict,
};
use gongkai_text::Decimal;
use std::cmp::Reverse;

/// How relations with other reports came out, and what is to be said about them.
#[derive(Clone, Debug, Default)]
pub struct Confrontation {
    /// How many relations came out how.
    pub outcomes: Outcomes,
    /// What a person should look at.
    pub findings: Vec<Finding>,
}

impl Confrontation {
    /// Adds what was found to the audit of the report it is about, and takes the verdict anew. An audit of an
    /// unreadable report stays as it is.
    pub fn add_to(self, audit: &mut Audit) {
        if audit.verdict == Verdict::Unreadable {
            return;
        }
        audit.outcomes.satisfied += self.outcomes.satisfied;
        audit.outcomes.within_rounding += self.outcomes.within_rounding;
        audit.outcomes.violated += self.outcomes.violated;
        audit.outcomes.undetermined += self.outcomes.undetermined;
        audit.outcomes.undetermined_if_zero += self.outcomes.undetermined_if_zero;
        audit.findings.extend(self.findings);
        audit.findings.sort_by_key(|finding| Reverse(finding.severity));
        let worst = audit.findings.iter().map(|finding| finding.severity).max();
        audit.verdict = match worst {
            Some(Severity::Error) => Verdict::Errors,
            Some(Severity::Warning) => Verdict::Warnings,
            Some(Severity::Note) => Verdict::Notes,
            None => Verdict::Clean,
        };
    }

    /// Counts an outcome; answers whether the relation is violated.
    pub(super) fn count(&mut self, outcome: &Outcome) -> bool {
        match outcome {
            Outcome::Satisfied { .. } => self.outcomes.satisfied += 1,
            Outcome::WithinRounding(_) => self.outcomes.within_rounding += 1,
            Outcome::Violated => self.outcomes.violated += 1,
            Outcome::Undetermined(open) => {
                self.outcomes.undetermined += 1;
                self.outcomes.undetermined_if_zero += u32::from(open.if_zero);
            }
        }
        matches!(outcome, Outcome::Violated)
    }
}

/// An operand: a figure of this report or of another, which its tag tells; `None` where the report has no such cell.
#[derive(Clone, Copy, Debug)]
pub(super) struct Term<'a> {
    pub(super) id: &'a str,
    /// What stands behind `@` in the id: `previous`, or the name of another body; empty for the report itself.
    pub(super) tag: &'a str,
    pub(super) figure: Option<&'a Figure>,
}

impl Term<'_> {
    pub(super) fn tagged(&self) -> String {
        if self.tag.is_empty() { self.id.to_owned() } else { format!("{}@{}", self.id, self.tag) }
    }

    pub(super) fn value(&self) -> Option<Decimal> {
        self.figure?.value
    }

    pub(super) fn is_disputed(&self) -> bool {
        self.figure.is_some_and(|it| it.is_disputed)
    }
}

/// How `left` relates to `right`, blanks taken as unknown and as zero.
pub(super) fn confront(left: &[Term<'_>], comparison: Comparison, right: &[Term<'_>]) -> Outcome {
    let terms: Vec<&Term<'_>> = left.iter().chain(right).collect();
    let scale = terms.iter().filter_map(|it| it.value()).map(places).max().unwrap_or(0);
    let mut system = System::new();
    let mut observations = Vec::with_capacity(terms.len());
    for term in &terms {
        let kind = term.figure.map_or(ValueKind::Count, |it| it.indicator.kind());
        let signed = kind == ValueKind::SignedCount;
        system.variable(if signed { Domain::Signed } else { Domain::NonNegative });
        observations.push(match term.figure {
            Some(figure) if figure.is_blank() => Observation::Blank,
            Some(figure) if figure.value.is_some() => {
                let printed = observe(Presence::Number, figure.value, kind, scale);
                // What is printed in 万元 is rounded there, not in yuan.
                let ulp = figure.ulp.and_then(|ulp| i64::try_from(ulp.at_scale(scale)?).ok());
                match (printed, ulp) {
                    (Observation::Rounded { value, .. }, Some(ulp)) => Observation::Rounded { value, ulp },
                    _ => printed,
                }
            }
            _ => Observation::Unknown,
        });
    }
    // What holds for the printed figures of an order holds, whatever their rounding.
    if let Some((ours, theirs)) = side(left).value.zip(side(right).value) {
        let holds = match comparison {
            Comparison::Equal => ours == theirs,
            Comparison::AtMost => ours <= theirs,
            Comparison::AtLeast => ours >= theirs,
        };
        if holds {
            return Outcome::Satisfied { vacuous: ours.is_zero() && theirs.is_zero() };
        }
    }
    let positions: Vec<usize> = (0..terms.len()).collect();
    let (ours, theirs) = positions.split_at(left.len());
    match system.relation(ours, comparison, theirs) {
        Some(relation) => system.evaluate(relation, &observations),
        None => Outcome::Undetermined(Box::default()),
    }
}

/// One side with its sum.
pub(super) fn side(terms: &[Term<'_>]) -> Side {
    Side {
        expr: terms.iter().map(Term::tagged).collect::<Vec<_>>().join(" + "),
        value: terms.iter().map(Term::value).sum(),
    }
}

/// What a finding on other reports is made of; see [`Finding`].
pub(super) struct Draft {
    pub(super) rule: &'static str,
    pub(super) severity: Severity,
    pub(super) outcome: Verdictless,
    pub(super) message: Message,
    pub(super) sides: Option<(Side, Side)>,
    pub(super) facts: Vec<String>,
}

impl Draft {
    /// The finding on `report`; its fingerprint rests on agency, year, rule and indicators as every other's does.
    pub(super) fn finding(self, report: &gongkai_model::Report) -> Finding {
        let (left, right) = self.sides.unzip();
        let value = |side: &Option<Side>| side.as_ref().and_then(|it| it.value);
        let difference = value(&left).zip(value(&right)).map(|(left, right)| left - right);
        let first = self.facts.iter().find_map(|id| report.fact(id));
        let grade: Option<Grade> = None;
        Finding {
            rule: self.rule,
            severity: self.severity,
            outcome: self.outcome,
            grade,
            message: self.message,
            left,
            right,
            difference,
            fingerprint: super::fingerprint::fingerprint(report, self.rule, &self.facts),
            span: first.and_then(|fact| fact.span),
            facts: self.facts,
            mentions: Vec::new(),
            basis: super::rules::basis(self.rule),
            repairs: Vec::new(),
            symptom_of: None,
        }
    }
}
