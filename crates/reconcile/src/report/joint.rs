//! What was odd about rows whose cells had to be decided together.

use gongkai_model::{Choice, JointReading, Presence, Reading};
use gongkai_text::Span;
use std::collections::BTreeMap;

/// What the `kept` alternatives of `choice` settled; `None` where they settled nothing.
pub(super) fn settled(choice: &Choice, kept: &[usize]) -> Option<JointReading> {
    let taken = choice.alternatives.get(*kept.first()?)?;
    let is_same =
        |left: &Reading, right: &Reading| left.presence == right.presence && left.value == right.value;
    let mut facts = Vec::new();
    let mut rejected = Vec::new();
    for (slot, &fact) in choice.facts.iter().enumerate() {
        let Some(reading) = taken.readings.get(slot) else { continue };
        let others = choice.alternatives.iter().filter_map(|way| way.readings.get(slot));
        let mut others: Vec<String> =
            others.filter(|it| !is_same(it, reading)).map(Reading::candidate).collect();
        let of_kept = kept.iter().filter_map(|&at| choice.alternatives.get(at)?.readings.get(slot));
        if others.is_empty() || !of_kept.into_iter().all(|it| is_same(it, reading)) {
            continue;
        }
        others.sort();
        others.dedup();
        facts.push(fact);
        rejected.push(others);
    }
    if facts.is_empty() {
        return None;
    }
    let printed = printed(choice.alternatives.iter().flat_map(|way| &way.readings));
    let used: Vec<Span> = taken.readings.iter().filter_map(|it| Some(it.span?.span())).collect();
    let is_used = |span: Span| used.iter().any(|it| it.contains(span));
    let unused = printed.iter().filter(|(span, _)| !is_used(**span)).map(|(_, raw)| (*raw).to_owned());
    Some(JointReading {
        facts,
        rejected,
        cells: choice.facts.len(),
        unused: unused.collect(),
        figures: printed.len(),
    })
}

/// The figures that the readings are made of; one that is read out of two in some other way counts as those.
fn printed<'a>(readings: impl Iterator<Item = &'a Reading>) -> BTreeMap<Span, &'a str> {
    let figures = readings.filter(|it| !matches!(it.presence, Presence::Blank | Presence::NotFound));
    let all: BTreeMap<Span, &str> = figures.filter_map(|it| Some((it.span?.span(), it.raw.trim()))).collect();
    let is_whole = |span: &Span| all.keys().any(|other| other != span && span.contains(*other));
    all.iter().filter(|(span, _)| !is_whole(span)).map(|(span, raw)| (*span, *raw)).collect()
}
