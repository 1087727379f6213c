//! One audited report.

use super::finding::finding;
use super::{INDENT, aside, form_of, named, severity_paint, unreadable, verdict_paint};
use crate::locate::{Atlas, Cell, singled_out};
use crate::paint::visible;
use crate::put::Put;
use crate::{Lang, Paint, Style};
use gongkai_model::{Audit, Diagnostic, Fact, Finding, Severity, Status, Verdict};
use std::collections::BTreeSet;

/// The most cells, lines or remarks of one kind shown; JSON has all.
const MOST_LISTED: usize = 10;

/// One line: source, agency, year, form, verdict and how many findings; the summary of an input in a batch.
pub fn headline(audit: &Audit, style: Style) -> String {
    let words = style.lang.words();
    let report = &audit.report;
    let who = report.agency.as_ref().map(|it| it.name.as_str()).or(report.title.as_deref());
    let about: Vec<String> = [who.map(visible), report.year.map(words.year), form_of(report, style)]
        .into_iter()
        .flatten()
        .collect();
    let mut out = Paint::Strong.on(&visible(&report.source), style.colour);
    out.push_str(words.colon);
    if !about.is_empty() {
        out.push_str(&about.join(words.comma));
        out.push_str(words.comma);
    }
    out.push_str(&verdict_paint(audit.verdict).on((words.verdict)(audit.verdict), style.colour));
    if !audit.findings.is_empty() {
        // One error is one finding: what else it broke stands in its message.
        let is_cause = |it: &&Finding| it.symptom_of.is_none();
        let causes = || audit.findings.iter().filter(is_cause);
        let count = |severity| causes().filter(|it| it.severity == severity).count();
        out.push_str(&(words.counts)([Severity::Error, Severity::Warning, Severity::Note].map(count)));
    }
    out.push('\n');
    out
}

/// An input of a batch: the headline alone where there is nothing to act on, else everything and a blank line.
pub fn entry(audit: &Audit, style: Style) -> String {
    let report = &audit.report;
    let silent = audit.verdict == Verdict::Clean
        && audit.findings.is_empty()
        && report.unread.is_empty()
        && report.diagnostics.is_empty()
        && report.facts.iter().all(|it| it.status != Status::Repaired);
    if silent { headline(audit, style) } else { self::audit(audit, style) + "\n" }
}

/// Everything about one report: the headline, the findings worst first, what was repaired or left unread, then
/// coverage and outcomes. For an unreadable document, why, and what each form saw of it.
pub fn audit(audit: &Audit, style: Style) -> String {
    let words = style.lang.words();
    let report = &audit.report;
    let mut out = headline(audit, style);
    if let Some(title) = &report.title {
        named(&mut out, INDENT, words.title, title, style);
    }
    if audit.verdict == Verdict::Unreadable || report.unreadable.is_some() {
        out.push_str(&unreadable::why(report, style));
        findings(&mut out, audit, style);
        return out;
    }
    findings(&mut out, audit, style);
    let mut notes = repaired(audit, style);
    notes.push_str(&unread(audit, style));
    notes.push_str(&remarks(audit, style));
    if !notes.is_empty() {
        out.push('\n');
        out.push_str(&notes);
    }
    out.push('\n');
    coverage(&mut out, audit, style);
    named(&mut out, "", words.relations, &(words.outcomes)(&audit.outcomes), style);
    out
}

fn findings(out: &mut String, audit: &Audit, style: Style) {
    let atlas = Atlas::of(&audit.report);
    let mut findings: Vec<_> = audit.findings.iter().filter(|it| it.symptom_of.is_none()).collect();
    // Audits come sorted; one put together by hand need not.
    findings.sort_by_key(|it| std::cmp::Reverse(it.severity));
    for it in findings {
        out.push('\n');
        out.push_str(&finding(it, &audit.report, &atlas, style));
    }
}

fn coverage(out: &mut String, audit: &Audit, style: Style) {
    let words = style.lang.words();
    let main = audit.report.template.as_deref();
    let tables: Vec<String> = audit
        .report
        .tables
        .iter()
        .map(|it| {
            let form = match style.lang {
                _ if Some(it.template.as_ref()) == main => String::new(),
                Lang::Zh if !it.form.is_empty() => format!(" {}", it.form),
                _ => format!(" {}", it.template),
            };
            format!("{} {}/{}{form}", (words.table)(it.number), it.found, it.cells)
        })
        .collect();
    let mut value = (words.coverage)(audit.coverage.found, audit.coverage.cells);
    if !tables.is_empty() {
        value.push_str(&aside(&tables.join(words.comma), style));
    }
    named(out, "", words.cells, &value, style);
}

/// Repairs are never silent: every one that has no finding of its own is listed.
fn repaired(audit: &Audit, style: Style) -> String {
    let words = style.lang.words();
    let told = singled_out(&audit.findings);
    let is_new = |it: &&Fact| it.status == Status::Repaired && !told.contains(it.key().as_ref());
    let facts = audit.report.facts.iter().filter(is_new);
    let lines = facts.map(|it| {
        let at = it.span.map(|at| (words.at)(None, at.line, at.column)).unwrap_or_default();
        format!("{}{at}{}{}", Cell::from(it).path(style.lang), words.colon, super::shown(it, style))
    });
    listed(words.repaired, lines.collect(), usize::MAX, style)
}

fn unread(audit: &Audit, style: Style) -> String {
    let words = style.lang.words();
    let lines: Vec<String> = audit
        .report
        .unread
        .iter()
        .map(|it| {
            let at = (words.at)(None, it.span.line, it.span.column);
            format!("{}{at}{}{}", it.text.trim(), words.colon, style.lang.message(&it.why))
        })
        .collect();
    let count = lines.len();
    listed(&(words.unread)(count), lines, MOST_LISTED, style)
}

fn remarks(audit: &Audit, style: Style) -> String {
    let words = style.lang.words();
    // What was said about a repaired cell is said among the findings or the repairs.
    let repaired = audit.report.facts.iter().filter(|it| it.status == Status::Repaired);
    let told: BTreeSet<u32> = repaired.filter_map(|it| Some(it.span?.start)).collect();
    let is_new = |it: &&Diagnostic| it.span.is_none_or(|span| !told.contains(&span.start));
    let lines = audit.report.diagnostics.iter().filter(is_new).map(|it| {
        let at = it.span.map(|at| (words.at)(None, at.line, at.column)).unwrap_or_default();
        let level = severity_paint(it.severity).on((words.severity)(it.severity), style.colour);
        (level, format!("{}{at}", style.lang.message(&it.message)))
    });
    let lines: Vec<(String, String)> = lines.collect();
    if lines.is_empty() {
        return String::new();
    }
    let mut out = format!("{}{}\n", words.remarks, words.colon.trim_end());
    for (level, text) in lines.iter().take(MOST_LISTED) {
        out.put(format_args!("{INDENT}[{level}] {}\n", visible(text)));
    }
    rest(&mut out, lines.len(), MOST_LISTED, style);
    out
}

fn listed(title: &str, lines: Vec<String>, most: usize, style: Style) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let mut out = format!("{title}{}\n", style.lang.words().colon.trim_end());
    let count = lines.len();
    for line in lines.into_iter().take(most) {
        out.put(format_args!("{INDENT}{}\n", visible(&line)));
    }
    rest(&mut out, count, most, style);
    out
}

fn rest(out: &mut String, count: usize, most: usize, style: Style) {
    if count > most {
        out.put(format_args!("{INDENT}{}\n", (style.lang.words().more)(count - most)));
    }
}
