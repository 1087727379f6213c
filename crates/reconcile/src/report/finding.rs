//! Findings on cells as such, with no relation between two sides.

use super::fingerprint::fingerprint;
use super::rules::basis;
use gongkai_model::{Fact, Finding, Message, Outcome, Report, Severity};

/// What `rule` has to say of `facts`, in the order they are to be named; it points at the first that has a place.
pub(super) fn on_cells(
    report: &Report,
    rule: &'static str,
    (severity, outcome): (Severity, Outcome),
    message: Message,
    facts: &[&Fact],
) -> Finding {
    let ids: Vec<String> = facts.iter().map(|fact| fact.key().into_owned()).collect();
    Finding {
        rule,
        severity,
        outcome,
        grade: None,
        message,
        left: None,
        right: None,
        difference: None,
        fingerprint: fingerprint(report, rule, &ids),
        facts: ids,
        mentions: Vec::new(),
        basis: basis(rule),
        repairs: Vec::new(),
        symptom_of: None,
        span: facts.iter().find_map(|fact| fact.span),
    }
}
