//! Sentences that speak of a year which is not the report's.

use super::scene::{Draft, Scene};
use super::shown::{line, quoted};
use gongkai_model::{Mention, Message, Outcome, Period, Severity};
use std::cell::LazyCell;
use std::collections::BTreeSet;

/// Notes figures of the report's own subject that a sentence gives for last year, while nothing gives them for this one.
pub(super) fn check(scene: &mut Scene<'_>) {
    let report = scene.report;
    let Some(year) = report.year else { return };
    let current = |it: &Mention| matches!(it.period, Period::Unstated) || it.period == Period::Year(year);
    // Few reports speak of another year at all.
    let told_now = LazyCell::new(|| {
        let now = || report.mentions.iter().filter(|it| current(it));
        let indicators: BTreeSet<&str> = now().filter_map(|it| it.indicator.as_deref()).collect();
        let subjects: BTreeSet<&str> = now().map(|it| it.subject.as_str()).collect();
        (indicators, subjects)
    });
    let is_told = |of: &Mention| match &of.indicator {
        Some(id) => told_now.0.contains(id.as_str()),
        None => told_now.1.contains(of.subject.as_str()),
    };
    let mut sentences = BTreeSet::new();
    for (at, mention) in report.mentions.iter().enumerate() {
        let Period::Year(told) = mention.period else { continue };
        let named = mention.indicator.is_some();
        let planned = ["将", "拟", "计划"].iter().any(|word| mention.text.contains(word));
        // What is told of next year is mostly what is meant to be.
        let last = told + 1 == year && (named || is_of_disclosure(&mention.subject));
        let beside = last || told == year + 1 && named && !planned;
        if !(beside && mention.kind.is_amount()) || is_told(mention) || sentences.contains(&mention.sentence)
        {
            continue;
        }
        // The last of several years in a sentence is set against the others.
        if scene.neighbours(at).any(|other| report.mentions[other].period == Period::Year(year)) {
            continue;
        }
        sentences.insert(mention.sentence);
        stale(scene, at, told, year);
    }
}

/// Whether an unnamed count is one that a report gives of its own year: not budgets, plans and reports of others.
fn is_of_disclosure(subject: &str) -> bool {
    let other = ["年", "决算", "预算", "报告", "计划", "总结", "审计", "要点"];
    ["信息", "公开申请"].iter().any(|word| subject.ends_with(word))
        && !other.iter().any(|word| subject.contains(word))
}

fn stale(scene: &mut Scene<'_>, at: usize, told: u16, year: u16) {
    let mention = scene.mention(at);
    let (name, (line_zh, line_en)) = (quoted(mention), line(mention));
    let (ask_zh, ask_en) = if told < year {
        ("请确认是否沿用了上年文字", "check whether last year's words were kept")
    } else {
        ("请确认年份是否写错", "check whether the year is right")
    };
    let message = Message {
        zh: format!(
            "{name}说的是{told}年{line_zh}，而报告年度是{year}年，全文没有{year}年的这一数字；{ask_zh}。"
        ),
        en: format!(
            "{name} speaks of {told}{line_en} while the report is on {year}, for which the figure is nowhere given; {ask_en}."
        ),
    };
    scene.find(Draft {
        span: Some(mention.sentence),
        ..Draft::new("stale-year", (Severity::Note, Outcome::Undetermined), message, &[at])
    });
}
