//! From a settled report to its audit.

use super::causes::causes;
use super::{Brief, Rules, coverage, narrative, plausible, readings, relation};
use crate::{Forced, Outcome};
use gongkai_model::{Audit, Fact, Finding, Outcomes, Presence, Report, Severity, Verdict};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Confronts a settled report with `rules`: outcomes, coverage, findings, and the verdict, which is the worst
/// finding. A report whose tables could not be read has findings on its sentences only, and the verdict
/// [`Verdict::Unreadable`]; one of which nothing was found is never [`Verdict::Clean`].
pub fn check(report: Report, rules: &Rules) -> Audit {
    check_beside(report, rules, None)
}

/// The same beside the report of the year before: what that carried out, and a column that repeats it, help to say where
/// a sum that does not hold went wrong. Relations between the two years are [`series::check`](super::series::check)'s.
pub fn check_beside(report: Report, rules: &Rules, previous: Option<&Brief>) -> Audit {
    let coverage = coverage::coverage(&report, rules);
    let mut outcomes = Outcomes::default();
    // Sentences can contradict each other where no table was recognised.
    let stated = narrative::check(&report);
    if report.unreadable.is_some() {
        let mut findings = stated.findings;
        findings.sort_by_key(|(at, finding)| (Reverse(finding.severity), *at, finding.rule));
        return Audit {
            report,
            verdict: Verdict::Unreadable,
            coverage,
            outcomes,
            statement_outcomes: stated.outcomes,
            derived: stated.derived,
            findings: findings.into_iter().map(|(_, finding)| finding).collect(),
        };
    }
    let mut findings = coverage::findings(&report, rules);
    findings.extend(readings::findings(&report));
    findings.extend(plausible::findings(&report, rules));
    for (at, table, range) in rules.tables_of(&report) {
        let facts = &report.facts[range.clone()];
        let read = &report.tables[at];
        let mut blanks: BTreeMap<&str, Vec<(_, Forced)>> = BTreeMap::new();
        let mut violated = Vec::new();
        let mut is_open = false;
        for (at, (instance, outcome)) in table.instances.iter().zip(table.evaluate(facts)).enumerate() {
            if !instance.is_printed(facts) {
                continue;
            }
            match outcome {
                Outcome::Satisfied { .. } => outcomes.satisfied += 1,
                Outcome::WithinRounding(_) => outcomes.within_rounding += 1,
                Outcome::Violated => {
                    outcomes.violated += 1;
                    violated.push(at);
                }
                Outcome::Undetermined(open) => {
                    is_open = true;
                    outcomes.undetermined += 1;
                    outcomes.undetermined_if_zero += u32::from(open.if_zero);
                    let of_rule = blanks.entry(instance.identity.rule).or_default();
                    of_rule.extend(
                        open.forced.into_iter().filter(|it| hides(facts, *it)).map(|it| (instance, it)),
                    );
                }
            }
        }
        for cause in causes(&report, &range, table, &violated, previous) {
            for (first, finding) in relation::violated(&report, read, facts, &cause) {
                findings.push((range.start + first, finding));
            }
        }
        // Several that could each hold, and not all at once: what one of them makes of a blank another denies.
        let conflict = if violated.is_empty() && is_open { table.conflict(facts) } else { None };
        if let Some(conflict) = conflict {
            blanks.clear();
            findings.extend(
                relation::jointly(&report, read, facts, &table.instances, &conflict)
                    .map(|(first, it)| (range.start + first, it)),
            );
        }
        // The same blanks by another rule are another sign of the same gap.
        let mut told: Vec<(Vec<Forced>, String)> = Vec::new();
        for of_rule in blanks.values() {
            if let Some(mut finding) = relation::forced(&report, read, facts, of_rule) {
                let of: Vec<Forced> = of_rule.iter().map(|(_, it)| *it).collect();
                let has_told =
                    |(earlier, _): &&(Vec<Forced>, String)| of.iter().all(|it| earlier.contains(it));
                finding.symptom_of = told.iter().find(has_told).map(|(_, fingerprint)| fingerprint.clone());
                told.push((of, finding.fingerprint.clone()));
                let first = of_rule.iter().map(|(_, it)| it.variable).min().unwrap_or(0);
                findings.push((range.start + first, finding));
            }
        }
    }
    // Sentences after tables.
    let last = report.facts.len();
    findings.extend(stated.findings.into_iter().map(|(at, finding)| (last + at, finding)));
    // What is wrong before what is wrong because of it.
    findings.sort_by_key(|(at, finding)| {
        (Reverse(finding.severity), finding.symptom_of.is_some(), *at, finding.rule)
    });
    let findings: Vec<Finding> = findings.into_iter().map(|(_, finding)| finding).collect();
    let verdict = match findings.iter().map(|finding| finding.severity).max() {
        Some(Severity::Error) => Verdict::Errors,
        Some(Severity::Warning) => Verdict::Warnings,
        Some(Severity::Note) => Verdict::Notes,
        None => Verdict::Clean,
    };
    Audit {
        report,
        verdict,
        coverage,
        outcomes,
        statement_outcomes: stated.outcomes,
        derived: stated.derived,
        findings,
    }
}

/// Whether a forced value is one that a blank in the document conceals.
fn hides(facts: &[Fact], forced: Forced) -> bool {
    let presence = facts[forced.variable].presence;
    forced.value != 0 && !matches!(presence, Presence::Number | Presence::NotFound)
}
