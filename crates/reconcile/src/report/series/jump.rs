//! Figures that are many times last year's, small numbers apart.

use super::{PREVIOUS, Pair};
use crate::report::across::{Confrontation, Draft, Term};
use gongkai_model::{Message, Outcome, Severity};
use gongkai_text::Decimal;

/// The figures that are looked at.
const WATCHED: &[&str] = &[
    "applications.received.total",
    "applications.processed.total",
    "applications.replied.total",
    "proactive.items_total",
    "proactive.channel.website",
    "proactive.normative_documents.in_force",
    "proactive.licensing.decisions",
    "proactive.penalties.decisions",
    "proactive.coercive_measures.decisions",
    "proactive.administrative_fees.amount",
    "proactive.central_procurement.amount",
    "review.total",
    "litigation.all.total",
];

/// Below so many cases, or ten thousands of yuan, chance decides.
const LEAST: i64 = 30;

/// A jump is so many times last year's figure, or so small a part of it.
const TIMES: i64 = 5;

pub(super) fn check(pair: &Pair<'_>, out: &mut Confrontation) {
    if pair.excuse().is_some() {
        return;
    }
    let mut jumps = Vec::new();
    for id in WATCHED {
        let (Some(new), Some(old)) = (pair.new_figure(id), pair.old_figure(id)) else { continue };
        let Some((ours, theirs)) = new.value.zip(old.value) else { continue };
        let least = Decimal::whole(if new.is_amount() { LEAST * 10_000 } else { LEAST });
        if ours < least || theirs < least || !(exceeds(ours, theirs) || exceeds(theirs, ours)) {
            continue;
        }
        jumps.push((Term { id, tag: "", figure: Some(new) }, Term { id, tag: PREVIOUS, figure: Some(old) }));
    }
    let Some((_, first)) = jumps.first() else { return };
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    for (new, old) in &jumps {
        let (Some(new), Some(old)) = (new.figure, old.figure) else { continue };
        let Some((ours, theirs)) = new.printed.zip(old.printed) else { continue };
        zh.push(format!("“{}”由{theirs}变为{ours}", new.indicator.label()));
        en.push(format!("“{}” went from {theirs} to {ours}", new.indicator.name()));
    }
    let (other_zh, other_en) = pair.other(first.figure.map_or(0, |it| it.line));
    let draft = Draft {
        rule: "year-jump",
        severity: Severity::Note,
        outcome: Outcome::Undetermined,
        message: Message::new(
            format!(
                "与{other_zh}相比变化很大：{}；请确认口径、单位和录入，属实的可在文中说明。",
                zh.join("，")
            ),
            format!(
                "Against the {other_en} the change is large: {}; check scope, unit and typing, and if it is true say why in the text.",
                en.join(", ")
            ),
        ),
        sides: None,
        facts: jumps.iter().flat_map(|(new, old)| [new.tagged(), old.tagged()]).collect(),
    };
    out.findings.push(draft.finding(pair.report));
}

fn exceeds(large: Decimal, small: Decimal) -> bool {
    let times = Decimal::new(small.mantissa().saturating_mul(i128::from(TIMES)), small.scale());
    times.is_some_and(|times| large > times)
}
