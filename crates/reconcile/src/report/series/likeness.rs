//! Reports copied from last year's, or from a neighbour's of the same year.

use super::{Pair, Previous};
use crate::report::across::{Confrontation, Draft};
use gongkai_model::{Message, Outcome, Severity};
use gongkai_text::Decimal;
use std::collections::BTreeSet;

/// Sentences that are compared at least.
const LEAST_SENTENCES: usize = 8;

/// Percent of this year's sentences that stand in the other report, numbers apart.
const ALIKE: usize = 90;
const LARGELY_ALIKE: usize = 60;

/// Figures that differ among themselves and are no small numbers: so many must agree before it is no chance.
const LEAST_TELLING: usize = 4;
const LEAST_FIGURE: i64 = 10;

pub(super) fn check(pair: &Pair<'_>, previous: &Previous<'_>, out: &mut Confrontation) {
    let same_year = pair.new.year.is_some() && pair.new.year == pair.old.year;
    if same_year && !previous.is_other_name {
        // Two printings of one report are alike as they should be.
        return;
    }
    let total = pair.new.prose.len();
    let percent = 100 * pair.new.prose.shared(&pair.old.prose) / total.max(1);
    let enough = total >= LEAST_SENTENCES;
    let telling = identical(pair);
    let figures = telling.is_some();
    let severity = match (figures, enough && percent >= LARGELY_ALIKE) {
        _ if same_year && figures => Severity::Note,
        _ if same_year => return,
        (true, true) => Severity::Warning,
        (true, false) => Severity::Note,
        _ if enough && percent >= ALIKE => Severity::Note,
        _ => return,
    };
    let ((other_zh, other_en), (this_zh, this_en)) = (pair.other(0), pair.this());
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    if let Some(count) = telling {
        zh.push(format!("表中数字全部相同（其中不小于{LEAST_FIGURE}的有{count}个不同的数）"));
        en.push(format!(
            "all figures are the same (among them {count} different ones of {LEAST_FIGURE} or more)"
        ));
    }
    if enough && percent >= LARGELY_ALIKE {
        zh.push(format!("文字除数字外有{percent}%的句子相同"));
        en.push(format!("{percent} % of the sentences are the same, numbers apart"));
    }
    let draft = Draft {
        rule: "copied-report",
        severity,
        outcome: Outcome::Undetermined,
        message: Message::new(
            format!("{this_zh}与{other_zh}雷同：{}；请确认是否误用了那一份的内容。", zh.join("，")),
            format!(
                "The {this_en} is like the {other_en}: {}; make sure it was not made from that one by mistake.",
                en.join(", ")
            ),
        ),
        sides: None,
        facts: Vec::new(),
    };
    out.findings.push(draft.finding(pair.report));
}

/// How many telling figures agree, when none differs.
fn identical(pair: &Pair<'_>) -> Option<usize> {
    let mut telling: BTreeSet<Decimal> = BTreeSet::new();
    for new in &pair.new.figures {
        let old = pair.old.figure(new.indicator.id(), new.measure);
        let Some((ours, theirs)) = new.value.zip(old.and_then(|it| it.value)) else {
            // A figure on one side alone is a difference.
            if new.value.is_some_and(|it| !it.is_zero()) {
                return None;
            }
            continue;
        };
        if ours != theirs {
            return None;
        }
        if ours >= Decimal::whole(LEAST_FIGURE) {
            telling.insert(ours);
        }
    }
    (telling.len() >= LEAST_TELLING).then_some(telling.len())
}
