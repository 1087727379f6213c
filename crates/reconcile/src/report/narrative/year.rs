//! Sentences that speak of a year which is not the report's.

use super::scene::{Draft, Scene};
use super::shown::{line, quoted};
use gongkai_model::{Message, Outcome, Period, Severity};

/// Notes figures of the report's own subject that a sentence gives for last year, while nothing gives them for this one.
pub(super) fn check(scene: &mut Scene<'_>) {
    let report = scene.report;
    let Some(year) = report.year else { return };
    let is_told = |id: &str| {
        report.mentions.iter().any(|it| {
            let current = matches!(it.period, Period::Unstated) || it.period == Period::Year(year);
            current && it.indicator.as_deref() == Some(id)
        })
    };
    let mut sentences = Vec::new();
    for (at, mention) in report.mentions.iter().enumerate() {
        let Period::Year(told) = mention.period else { continue };
        let Some(id) = mention.indicator.as_deref() else { continue };
        let amount = mention.kind.is_amount();
        if told + 1 != year || !amount || is_told(id) || sentences.contains(&mention.sentence) {
            continue;
        }
        // The last of several years in a sentence is set against the others.
        if scene.neighbours(at).any(|other| report.mentions[other].period == Period::Year(year)) {
            continue;
        }
        sentences.push(mention.sentence);
        stale(scene, at, told, year);
    }
}

fn stale(scene: &mut Scene<'_>, at: usize, told: u16, year: u16) {
    let mention = scene.mention(at);
    let (name, (line_zh, line_en)) = (quoted(mention), line(mention));
    let message = Message {
        zh: format!(
            "{name}说的是{told}年{line_zh}，而报告年度是{year}年，全文没有{year}年的这一数字；请确认是否沿用了上年文字。"
        ),
        en: format!(
            "{name} speaks of {told}{line_en} while the report is on {year}, for which the figure is nowhere given; \
             check whether last year's words were kept."
        ),
    };
    scene.find(Draft {
        span: Some(mention.sentence),
        ..Draft::new("stale-year", (Severity::Note, Outcome::Undetermined), message, &[at])
    });
}
