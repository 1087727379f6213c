//! What is known of the cells of a table from elsewhere: sentences of the same report, and last year's report.

use super::Brief;
use super::witness::speaks_of;
use crate::localise::Anchor;
use gongkai_model::{Fact, Measure, Report};
use gongkai_text::Decimal;
use std::collections::BTreeMap;
use std::ops::Range;

/// What it costs an explanation that a sentence gives another figure for the very cell, in milli-nats. Sentences are
/// wrong now and then, but seldom by just the amount that an error elsewhere in the table asks for.
const SAID: u32 = 6_000;
/// What it costs that last year's report carried out another number. Reorganisations break it more often.
const CARRIED: u32 = 5_000;

const CARRIED_IN: &str = "applications.carried_in.";
const CARRIED_OUT: &str = "applications.carried_out.";

/// Where a figure for a cell stands besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Witness {
    Sentence,
    LastYear,
}

/// What sentences and last year's report say of the cells of one table.
#[derive(Clone, Debug, Default)]
pub(super) struct Beside {
    pub(super) anchors: Vec<Anchor>,
    /// Of the same cells, in last year's report; empty where there is none.
    pub(super) previous: Vec<Option<i64>>,
    /// Per anchor, where it is from.
    witnesses: Vec<Witness>,
}

impl Beside {
    /// Looks for them for the table whose facts are at `range`, its figures taken at `scale` decimal places.
    pub(super) fn of(report: &Report, range: &Range<usize>, scale: u8, previous: Option<&Brief>) -> Self {
        let facts = &report.facts[range.clone()];
        let mut beside = Self::default();
        for (variable, value) in said(report, facts, scale) {
            beside.add(variable, value, SAID, Witness::Sentence);
        }
        let Some(previous) = previous else { return beside };
        let of_last_year = |id: &str, measure: Measure| {
            let figure = previous.figure(id, measure).filter(|it| !it.is_disputed)?;
            whole(figure.value?, scale)
        };
        for (variable, fact) in facts.iter().enumerate() {
            let Some(column) = fact.indicator.id().strip_prefix(CARRIED_IN) else { continue };
            if let Some(value) = of_last_year(&format!("{CARRIED_OUT}{column}"), fact.measure) {
                beside.add(variable, value, CARRIED, Witness::LastYear);
            }
        }
        // Money is kept in yuan there and as printed here: it is never a column that somebody pasted.
        let count = |fact: &Fact| {
            let is_count = fact.indicator.kind() != gongkai_model::ValueKind::Amount;
            is_count.then(|| of_last_year(fact.indicator.id(), fact.measure)).flatten()
        };
        beside.previous = facts.iter().map(count).collect();
        beside
    }

    fn add(&mut self, variable: usize, value: i64, cost: u32, witness: Witness) {
        self.anchors.push(Anchor { variable, value, cost });
        self.witnesses.push(witness);
    }

    /// Who says that cell `variable` is `value`.
    pub(super) fn witness(&self, variable: usize, value: i64) -> Option<Witness> {
        let at = self.anchors.iter().position(|it| it.variable == variable && it.value == value)?;
        self.witnesses.get(at).copied()
    }
}

/// Cells whose figure some sentence gives, where no other sentence gives another.
fn said(report: &Report, facts: &[Fact], scale: u8) -> BTreeMap<usize, i64> {
    let mut position: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, fact) in facts.iter().enumerate().filter(|(_, fact)| fact.measure.is_year()) {
        position.entry(fact.indicator.id()).or_insert(at);
    }
    let mut found: BTreeMap<usize, Option<i64>> = BTreeMap::new();
    for mention in &report.mentions {
        let Some(&at) = mention.indicator.as_deref().and_then(|id| position.get(id)) else { continue };
        if mention.ulp > Decimal::whole(1) || !speaks_of(mention, &facts[at], report.year) {
            continue;
        }
        let value = whole(mention.value, scale);
        found.entry(at).and_modify(|known| *known = known.filter(|it| Some(*it) == value)).or_insert(value);
    }
    found.into_iter().filter_map(|(at, value)| Some((at, value?))).collect()
}

fn whole(value: Decimal, scale: u8) -> Option<i64> {
    i64::try_from(value.at_scale(scale)?).ok()
}
