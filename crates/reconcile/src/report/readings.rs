//! Findings on cells that were hard to read.

use super::fingerprint::fingerprint;
use super::rules::basis;
use super::wording::{cell_en, cell_zh, figure, places};
use gongkai_model::{Fact, Finding, Message, Outcome, Report, Severity, Status};
use gongkai_text::Unit;

/// One note per repaired cell, one warning or note per cell that is still open.
pub(super) fn findings(report: &Report) -> Vec<(usize, Finding)> {
    let one = |(at, fact): (usize, &Fact)| {
        let finding = match fact.status {
            Status::Repaired => repaired(report, fact),
            Status::Ambiguous => ambiguous(report, fact),
            _ => return None,
        };
        Some((at, finding))
    };
    report.facts.iter().enumerate().filter_map(one).collect()
}

fn repaired(report: &Report, fact: &Fact) -> Finding {
    let (value, english) = figure(fact);
    let (place_zh, place_en) = places(&std::iter::once(fact));
    let raw = fact.raw.trim();
    let message = Message {
        zh: format!("{}原文为“{raw}”，按{value}读取{place_zh}；请对照原件。", cell_zh(fact.indicator)),
        en: format!(
            "{} is printed “{raw}” and was read as {english}{place_en}; compare it with the original.",
            cell_en(fact.indicator)
        ),
    };
    finding(report, fact, "reading-repaired", Severity::Note, Outcome::Satisfied, message)
}

fn ambiguous(report: &Report, fact: &Fact) -> Finding {
    let candidates = &fact.candidates;
    // A unit that the form does not print, or zero against blank: no figure can be wrong by it.
    let harmless = !candidates.is_empty()
        && (candidates.iter().all(|it| Unit::parse(it).is_some())
            || candidates.iter().all(|it| it.is_empty() || it == "0"));
    let severity = if harmless { Severity::Note } else { Severity::Warning };
    let list = |blank: &str, joint: &str| {
        let name = |it: &String| if it.is_empty() { blank.to_owned() } else { it.clone() };
        candidates.iter().map(name).collect::<Vec<_>>().join(joint)
    };
    let (place_zh, place_en) = places(&std::iter::once(fact));
    let raw = fact.raw.trim();
    let message = Message {
        zh: format!(
            "{}原文为“{raw}”，可以读作{}，表内数字关系不足以确定{place_zh}；请对照原件。",
            cell_zh(fact.indicator),
            list("空白", "或")
        ),
        en: format!(
            "{} is printed “{raw}”, may be read as {}, and the sums do not decide{place_en}; compare it with the original.",
            cell_en(fact.indicator),
            list("blank", " or ")
        ),
    };
    finding(report, fact, "reading-ambiguous", severity, Outcome::Undetermined, message)
}

fn finding(
    report: &Report,
    fact: &Fact,
    rule: &'static str,
    severity: Severity,
    outcome: Outcome,
    message: Message,
) -> Finding {
    let ids = vec![fact.indicator.id().to_owned()];
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
        span: fact.span,
    }
}
