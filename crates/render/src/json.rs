//! The public JSON, schemas `gongkai.report/1` and `gongkai.audit/1`.

use crate::Lang;
use gongkai_model::{
    Audit, Coverage, DerivedFact, Finding, Grade, Outcome, Outcomes, Place, Repair, RepairEdit, Report,
    Severity, Side, Verdict,
};
use gongkai_text::Decimal;
use serde::Serialize;

/// How an object is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// Indented over many lines.
    #[default]
    Pretty,
    /// On one line, as JSON Lines wants.
    Line,
}

/// `report` as an object of schema `gongkai.report/1`, with a line end.
pub fn report(report: &Report, shape: Shape) -> String {
    print(&ReportObject { schema: "gongkai.report/1", report }, shape)
}

/// `audit` as an object of schema `gongkai.audit/1` with messages in `lang`, with a line end.
pub fn audit(audit: &Audit, lang: Lang, shape: Shape) -> String {
    let object = AuditObject {
        schema: "gongkai.audit/1",
        report: &audit.report,
        verdict: audit.verdict,
        coverage: audit.coverage,
        outcomes: audit.outcomes,
        statement_outcomes: audit.statement_outcomes,
        derived: &audit.derived,
        findings: audit.findings.iter().map(|it| FindingObject::of(it, lang)).collect(),
    };
    print(&object, shape)
}

fn print(object: &impl Serialize, shape: Shape) -> String {
    let text = match shape {
        Shape::Pretty => serde_json::to_string_pretty(object),
        Shape::Line => serde_json::to_string(object),
    };
    text.expect("keys are strings and no serializer here fails") + "\n"
}

#[derive(Serialize)]
struct ReportObject<'a> {
    schema: &'static str,
    #[serde(flatten)]
    report: &'a Report,
}

#[derive(Serialize)]
struct AuditObject<'a> {
    schema: &'static str,
    #[serde(flatten)]
    report: &'a Report,
    verdict: Verdict,
    coverage: Coverage,
    outcomes: Outcomes,
    statement_outcomes: Outcomes,
    derived: &'a [DerivedFact],
    findings: Vec<FindingObject<'a>>,
}

#[derive(Serialize)]
struct FindingObject<'a> {
    rule: &'static str,
    severity: Severity,
    outcome: Outcome,
    grade: Option<Grade>,
    message: &'a str,
    left: Option<&'a Side>,
    right: Option<&'a Side>,
    difference: Option<Decimal>,
    facts: &'a [String],
    mentions: &'a [usize],
    basis: &'a str,
    repairs: Vec<RepairObject<'a>>,
    fingerprint: &'a str,
    /// Only on findings that have it.
    #[serde(skip_serializing_if = "Option::is_none")]
    symptom_of: Option<&'a str>,
    span: Option<Place>,
}

#[derive(Serialize)]
struct RepairObject<'a> {
    edits: &'a [RepairEdit],
    reason: &'a str,
    applicability: &'static str,
}

impl<'a> RepairObject<'a> {
    fn of(repair: &'a Repair, lang: Lang) -> Self {
        let reason = lang.message(&repair.reason);
        Self { edits: &repair.edits, reason, applicability: repair.applicability }
    }
}

impl<'a> FindingObject<'a> {
    fn of(finding: &'a Finding, lang: Lang) -> Self {
        Self {
            rule: finding.rule,
            severity: finding.severity,
            outcome: finding.outcome,
            grade: finding.grade,
            message: lang.message(&finding.message),
            left: finding.left.as_ref(),
            right: finding.right.as_ref(),
            difference: finding.difference,
            facts: &finding.facts,
            mentions: &finding.mentions,
            basis: &finding.basis,
            repairs: finding.repairs.iter().map(|it| RepairObject::of(it, lang)).collect(),
            fingerprint: &finding.fingerprint,
            symptom_of: finding.symptom_of.as_deref(),
            span: finding.span,
        }
    }
}
