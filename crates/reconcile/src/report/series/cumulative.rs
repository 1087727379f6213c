//! Cumulative columns (历年累计): last year's total plus this year's figure; they never fall.

use super::Pair;
use crate::report::across::{Confrontation, Draft, Term, confront, side};
use crate::{Comparison, Outcome as Came};
use gongkai_model::{Fact, Measure, Message, Outcome, Severity};

/// Rows named one by one.
const MOST_NAMED: usize = 6;

pub(super) fn check(pair: &Pair<'_>, is_year_before: bool, out: &mut Confrontation) {
    let mut broken = Vec::new();
    for figure in pair.new.figures.iter().filter(|it| it.measure == Measure::Cumulative) {
        let id = figure.indicator.id();
        let Some(before) = pair.old.figure(id, Measure::Cumulative) else { continue };
        let left = [Term { id, tag: "cumulative", figure: Some(figure) }];
        let old = Term { id, tag: "cumulative@previous", figure: Some(before) };
        let falls = confront(&left, Comparison::AtLeast, &[old]) == Came::Violated;
        let right = vec![old, Term { id, tag: "", figure: pair.new_figure(id) }];
        // Over a gap of years nothing is known but that it cannot fall.
        let (right, outcome) = if is_year_before && !falls {
            let outcome = confront(&left, Comparison::Equal, &right);
            (right, outcome)
        } else {
            let outcome = confront(&left, Comparison::AtLeast, &right[..1]);
            (right[..1].to_vec(), outcome)
        };
        if out.count(&outcome) {
            broken.push((left, right, falls));
        }
    }
    let Some((left, right, _)) = broken.first() else { return };
    let (severity, why) = match pair.excuse() {
        Some(excuse) => (Severity::Note, excuse),
        None => {
            (Severity::Warning, Message::new("请核对本年的历年累计", "check this year's cumulative figures"))
        }
    };
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    for (left, right, falls) in broken.iter().take(MOST_NAMED) {
        let Some((ours, theirs)) = side(left).value.zip(side(right).value) else { continue };
        // What the form of this very report prints, not what the catalogue calls it.
        let is_row = |fact: &&Fact| fact.indicator.id() == left[0].id;
        let Some(fact) = pair.report.facts.iter().find(is_row) else { continue };
        let (row, name) = (fact.label.halves().0, fact.indicator.name());
        if *falls {
            zh.push(format!("“{row}”由{theirs}减少为{ours}"));
            en.push(format!("“{name}” falls from {theirs} to {ours}"));
        } else {
            zh.push(format!("“{row}”为{ours}，按上年累计加本年应为{theirs}"));
            en.push(format!("“{name}” is {ours}, last year's total and this year's figure make {theirs}"));
        }
    }
    if let Some(rest) = broken.len().checked_sub(MOST_NAMED).filter(|rest| *rest > 0) {
        zh.push(format!("另有{rest}行"));
        en.push(format!("and {rest} more"));
    }
    let line = right[0].figure.map_or(0, |it| it.line);
    let (other_zh, other_en) = pair.other(line);
    let draft = Draft {
        rule: "cumulative-flow",
        severity,
        outcome: Outcome::Violated,
        message: Message::new(
            format!("历年累计与{other_zh}不能衔接：{}；{}。", zh.join("，"), why.zh),
            format!(
                "The cumulative column does not follow from the {other_en}: {}; {}.",
                en.join(", "),
                why.en
            ),
        ),
        sides: Some((side(left), side(right))),
        facts: broken
            .iter()
            .flat_map(|(left, right, _)| left.iter().chain(right))
            .map(Term::tagged)
            .collect(),
    };
    out.findings.push(draft.finding(pair.report));
}
