//! The same thing said twice in sentences, where no table gives it.

use super::expected::is_tabled;
use super::scene::{Draft, Scene};
use super::shown::{line, quoted};
use crate::figure::{Status, balance};
use gongkai_model::{Body, Message, Outcome, Period, Severity};

/// Compares mentions of one indicator with the first of them.
pub(super) fn check(scene: &mut Scene<'_>) {
    let report = scene.report;
    let mut seen: Vec<usize> = Vec::new();
    for (at, mention) in report.mentions.iter().enumerate() {
        let plain = mention.kind.is_amount()
            && matches!(mention.body, Body::Unstated | Body::Own)
            && (mention.period == Period::Unstated
                || report.year.is_some_and(|year| mention.period == Period::Year(year)));
        let Some(id) = mention.indicator.as_deref().filter(|_| plain) else { continue };
        if is_tabled(report, mention) {
            continue;
        }
        let Some(&first) =
            seen.iter().find(|other| report.mentions[**other].indicator.as_deref() == Some(id))
        else {
            seen.push(at);
            continue;
        };
        let (Some(one), Some(other)) = (scene.figure(first), scene.figure(at)) else { continue };
        if report.mentions[first].body != mention.body {
            continue;
        }
        let status = balance(&[other], &[one]).status;
        let same_words = !mention.subject.is_empty() && report.mentions[first].subject == mention.subject;
        if status != Status::Violated {
            scene.count(status);
        } else if same_words {
            scene.count(status);
            twice(scene, first, at);
        }
    }
}

fn twice(scene: &mut Scene<'_>, first: usize, at: usize) {
    let (one, other) = (quoted(scene.mention(first)), quoted(scene.mention(at)));
    let ((first_zh, first_en), (line_zh, line_en)) = (line(scene.mention(first)), line(scene.mention(at)));
    let message = Message {
        zh: format!("同一事项前后两处不一致：{one}{first_zh}，{other}{line_zh}，请核对。"),
        en: format!(
            "The same thing is stated twice and differently: {one}{first_en}, {other}{line_en}; check both."
        ),
    };
    let (left, right) = (scene.side(&[first]), scene.side(&[at]));
    scene.find(Draft {
        left: Some(left),
        right: Some(right),
        ..Draft::new("mention-disagrees", (Severity::Note, Outcome::Undetermined), message, &[first, at])
    });
}
