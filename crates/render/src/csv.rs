//! Tidy tables as CSV: one row per fact, one row per finding. UTF-8, comma, `\n`, no thousands separators.
//!
//! The header is a constant of its own, so that rows of many inputs follow one header. Missing is empty, never 0.

use crate::Lang;
use crate::locate::Atlas;
use gongkai_model::{Audit, Fact, Level, Measure, Outcome, Presence, Report, Severity, Status};
use gongkai_text::{Decimal, Unit};
use serde::Serialize;
use std::collections::BTreeMap;

/// The header of [`facts`], with a line end.
pub const FACTS_HEADER: &str = "source,template,agency,level,region,year,indicator,measure,presence,value,unit,\
                                status,raw,repaired,repair_basis,line,column,page\n";

/// The header of [`findings`], with a line end.
pub const FINDINGS_HEADER: &str = "source,agency,year,rule,severity,outcome,message,table,place,left,right,\
                                   difference,facts,basis,line,column,fingerprint\n";

/// One row per fact, without the header.
///
/// `raw` has the characters of the document; `repaired` is the value that was taken for them, with the reason
/// in `repair_basis`, where the raw reading was damaged.
pub fn facts(report: &Report) -> String {
    let atlas = Atlas::of(report);
    let reasons: BTreeMap<u32, &str> =
        report.diagnostics.iter().filter_map(|it| Some((it.span?.start, it.message.en.as_str()))).collect();
    let printed = report.facts.iter().enumerate().filter(|(_, fact)| !fact.is_beyond_form());
    rows(printed.map(|(at, fact)| {
        let repaired = fact.status == Status::Repaired;
        FactRow {
            source: &report.source,
            template: atlas.table(at).map(|it| it.template.as_ref()).or(report.template.as_deref()),
            agency: report.agency.as_ref().map(|it| it.name.as_str()),
            level: report.agency.as_ref().map(|it| it.level),
            region: report.region.as_deref(),
            year: report.year,
            indicator: fact.indicator.id(),
            measure: fact.measure,
            presence: fact.presence,
            value: fact.value,
            unit: fact.unit,
            status: fact.status,
            raw: &fact.raw,
            repaired: fact.value.filter(|_| repaired),
            repair_basis: repaired.then(|| repair_basis(fact, &reasons)),
            line: fact.span.map(|it| it.line),
            column: fact.span.map(|it| it.column),
            page: fact.locator.as_ref().and_then(|it| it.page),
        }
    }))
}

/// One row per finding, without the header; messages and places in `lang`.
///
/// `table` is the number printed on the form, `place` the row and column to look at first, `left` and `right`
/// the values of the two sides, `facts` indicator ids with a blank between them.
pub fn findings(audit: &Audit, lang: Lang) -> String {
    let report = &audit.report;
    let atlas = Atlas::of(report);
    rows(audit.findings.iter().map(|finding| {
        let place = atlas.place(finding);
        FindingRow {
            source: &report.source,
            agency: report.agency.as_ref().map(|it| it.name.as_str()),
            year: report.year,
            rule: finding.rule,
            severity: finding.severity,
            outcome: finding.outcome,
            message: lang.message(&finding.message),
            table: place.table,
            place: place.label(lang),
            left: finding.left.as_ref().and_then(|it| it.value),
            right: finding.right.as_ref().and_then(|it| it.value),
            difference: finding.difference,
            facts: finding.facts.join(" "),
            basis: &finding.basis,
            line: place.at.map(|it| it.line),
            column: place.at.map(|it| it.column),
            fingerprint: &finding.fingerprint,
        }
    }))
}

fn repair_basis<'a>(fact: &Fact, reasons: &BTreeMap<u32, &'a str>) -> &'a str {
    // The reader says why at the very place; a value decided without a word of its own was decided by arithmetic.
    fact.span.and_then(|it| reasons.get(&it.start).copied()).unwrap_or("identities")
}

fn rows(rows: impl Iterator<Item = impl Serialize>) -> String {
    let mut writer = ::csv::WriterBuilder::new().has_headers(false).from_writer(Vec::new());
    for row in rows {
        writer.serialize(row).expect("a flat row written to memory");
    }
    let bytes = writer.into_inner().expect("memory is always flushed");
    String::from_utf8(bytes).expect("every field is a string or a number")
}

#[derive(Serialize)]
struct FactRow<'a> {
    source: &'a str,
    template: Option<&'a str>,
    agency: Option<&'a str>,
    level: Option<Level>,
    region: Option<&'a str>,
    year: Option<u16>,
    indicator: &'a str,
    measure: Measure,
    presence: Presence,
    value: Option<Decimal>,
    unit: Option<Unit>,
    status: Status,
    raw: &'a str,
    repaired: Option<Decimal>,
    repair_basis: Option<&'a str>,
    line: Option<u32>,
    column: Option<u32>,
    page: Option<u32>,
}

#[derive(Serialize)]
struct FindingRow<'a> {
    source: &'a str,
    agency: Option<&'a str>,
    year: Option<u16>,
    rule: &'a str,
    severity: Severity,
    outcome: Outcome,
    message: &'a str,
    table: Option<u8>,
    place: String,
    left: Option<Decimal>,
    right: Option<Decimal>,
    difference: Option<Decimal>,
    facts: String,
    basis: &'a str,
    line: Option<u32>,
    column: Option<u32>,
    fingerprint: &'a str,
}
