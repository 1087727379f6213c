//! Statuses: which reading the identities leave, and how well each cell is confirmed.

use super::compiled::{TableRules, common_scale, observe, observe_fact, places};
use super::{Rules, joint, witness};
use crate::{Alternatives, BUDGET, Decision, Observation, Outcome, Verdict, decode};
use gongkai_model::{BoundBy, Choice, ChoiceKind, Fact, Presence, Reading, Report, Status, Unread};
use std::collections::BTreeSet;
use std::ops::Range;

/// Lets the identities decide between the alternatives of `choices`, then gives every fact its status.
///
/// A cell on which the surviving alternatives agree takes their reading, with status
/// [`Status::Repaired`], or as a plain reading where all alternatives agreed from the start; another keeps
/// the likeliest surviving reading, with status [`Status::Ambiguous`] and its candidates. Ambiguous cells are
/// unknown to every identity. A plain cell ends as [`Status::Confirmed`], [`Status::Disputed`] or
/// [`Status::Read`]; a repaired one on a violated equality is disputed too.
///
/// Where the relations leave more than one way to divide digits that ran together, a sentence that gives one of the
/// figures decides.
///
/// Choices that name facts outside one table, or a table without rules, stay open.
pub fn settle(report: &mut Report, choices: &[Choice], rules: &Rules) {
    let mut decisions = decoded(report, choices, rules);
    let mut narrowed = witness::narrowed(report, choices, &decisions);
    if let Some(choices) = &narrowed {
        // What a sentence settles in one row may settle the next; where it leaves none for the next, it is no witness.
        let again = decoded(report, choices, rules);
        let has_none = |it: &Option<Decision>| it.as_ref().is_some_and(|it| it.verdict == Verdict::NoneFits);
        if again.iter().zip(&decisions).any(|(new, old)| has_none(new) && !has_none(old)) {
            narrowed = None;
        } else {
            decisions = again;
        }
    }
    let choices = narrowed.as_deref().unwrap_or(choices);
    // A row that is settled again replaces what was said of it.
    let again: BTreeSet<usize> = choices.iter().flat_map(|it| &it.facts).copied().collect();
    report.joint.retain(|it| !it.facts.iter().any(|at| again.contains(at)));
    for (choice, decision) in choices.iter().zip(decisions) {
        let kept = decision.map_or_else(|| (0..choice.alternatives.len()).collect(), |it| it.kept);
        apply(&mut report.facts, choice, &kept);
        report.joint.extend(joint::settled(choice, &kept));
    }
    let tables: Vec<_> = rules
        .tables_of(report)
        .map(|(_, table, range)| {
            let mut grades = grades(table, &report.facts[range.clone()]);
            for choice in choices {
                dispute_hopeless(table, report, &range, choice, &mut grades);
            }
            (range, grades)
        })
        .collect();
    for fact in &mut report.facts {
        if matches!(fact.status, Status::Confirmed | Status::Disputed) {
            fact.status = Status::Read;
        }
    }
    for (range, grades) in tables {
        for (fact, grade) in report.facts[range].iter_mut().zip(grades) {
            grade.mark(fact);
        }
    }
    // The digits that a figure was put together from are read.
    let facts = &report.facts;
    report.unread.retain(|left| !facts.iter().any(|fact| ends_with_digits(fact, left)));
}

/// Whether `left` is the first or the last digits of a figure that was decided.
fn ends_with_digits(fact: &Fact, left: &Unread) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    fact.status == Status::Repaired
        && is_number(&left.text)
        && fact.span.is_some_and(|place| {
            let (whole, part) = (place.span(), left.span.span());
            whole.contains(part) && (whole.start == part.start || whole.end == part.end)
        })
}

/// What the identities leave of each choice; `None` where no table's rules concern it.
fn decoded(report: &Report, choices: &[Choice], rules: &Rules) -> Vec<Option<Decision>> {
    let mut decisions: Vec<Option<Decision>> = vec![None; choices.len()];
    for (_, table, range) in rules.tables_of(report) {
        decode_table(&report.facts[range.clone()], &range, table, choices, &mut decisions);
    }
    decisions
}

/// Decodes the choices that lie in the table whose facts are at `range`.
fn decode_table(
    facts: &[Fact],
    range: &Range<usize>,
    table: &TableRules,
    choices: &[Choice],
    decisions: &mut [Option<Decision>],
) {
    let inside: Vec<usize> = (0..choices.len())
        .filter(|&at| decisions[at].is_none() && choices[at].facts.iter().all(|fact| range.contains(fact)))
        .collect();
    if inside.is_empty() {
        return;
    }
    let printed = inside.iter().flat_map(|&at| &choices[at].alternatives).flat_map(|it| &it.readings);
    let scale =
        printed.filter_map(|reading| reading.value.map(places)).max().unwrap_or(0).max(common_scale(facts));
    let observations: Vec<_> = facts.iter().map(|fact| observe_fact(fact, scale)).collect();
    let sets: Vec<_> = inside
        .iter()
        .map(|&at| {
            let choice = &choices[at];
            let observed = |(reading, &fact): (&Reading, &usize)| -> Observation {
                let kind = facts[fact - range.start].indicator.kind();
                observe(reading.presence, reading.value, kind, scale)
            };
            Alternatives {
                variables: choice.facts.iter().map(|fact| fact - range.start).collect(),
                readings: choice
                    .alternatives
                    .iter()
                    .map(|alternative| alternative.readings.iter().zip(&choice.facts).map(observed).collect())
                    .collect(),
            }
        })
        .collect();
    for (at, decision) in inside.into_iter().zip(decode(&table.system, &observations, &sets, BUDGET)) {
        decisions[at] = Some(decision);
    }
}

fn same(left: &Reading, right: &Reading) -> bool {
    left.presence == right.presence && left.value == right.value
}

/// Writes what the `kept` alternatives of `choice` leave into its facts.
fn apply(facts: &mut [Fact], choice: &Choice, kept: &[usize]) {
    for (slot, &at) in choice.facts.iter().enumerate() {
        let Some(fact) = facts.get_mut(at) else { continue };
        let reading = |alternative: usize| choice.alternatives.get(alternative)?.readings.get(slot);
        let Some(first) = kept.first().and_then(|&it| reading(it)) else { continue };
        let agree = |mut alternatives: Box<dyn Iterator<Item = usize> + '_>| {
            alternatives.all(|it| reading(it).is_none_or(|it| same(it, first)))
        };
        let was_open = !agree(Box::new(0..choice.alternatives.len()));
        let is_open = !agree(Box::new(kept.iter().copied()));
        if (fact.presence, fact.value) != (first.presence, first.value) {
            fact.bound_by = BoundBy::Arithmetic;
        }
        (fact.presence, fact.value, fact.span) = (first.presence, first.value, first.span.or(fact.span));
        fact.raw.clone_from(&first.raw);
        fact.candidates.clear();
        fact.status = match first.presence {
            _ if is_open => {
                fact.candidates = kept.iter().filter_map(|&it| reading(it)).map(Reading::candidate).collect();
                fact.candidates.sort();
                fact.candidates.dedup();
                Status::Ambiguous
            }
            Presence::NotFound => Status::NotFound,
            // Cells that only lacked separators are read, not repaired, when one division is left.
            _ if was_open && choice.kind == ChoiceKind::Separation => {
                fact.bound_by = BoundBy::Arithmetic;
                Status::Read
            }
            _ if was_open || fact.status == Status::Repaired => Status::Repaired,
            _ => Status::Read,
        };
    }
}

/// What the identities say about one cell.
#[derive(Clone, Copy, Default)]
struct Standing {
    /// On an equality that holds and has an operand that is not zero.
    supported: bool,
    /// On a violated relation of any kind.
    violated: bool,
    /// On a violated equality.
    disputed: bool,
}

impl Standing {
    fn mark(self, fact: &mut Fact) {
        match fact.status {
            Status::NotFound | Status::Ambiguous => {}
            _ if self.disputed => fact.status = Status::Disputed,
            Status::Repaired => {}
            Status::Confirmed | Status::Disputed | Status::Read => {
                let confirmed = fact.presence == Presence::Number && self.supported && !self.violated;
                fact.status = if confirmed { Status::Confirmed } else { Status::Read };
            }
        }
    }
}

/// Marks the operands of relations that fail under every reading of a choice that is still open: the open cells
/// are unknown to them, yet none of the readings would mend them.
fn dispute_hopeless(
    table: &TableRules,
    report: &Report,
    range: &Range<usize>,
    choice: &Choice,
    standings: &mut [Standing],
) {
    let is_open = |&at: &usize| range.contains(&at) && report.facts[at].status == Status::Ambiguous;
    if !choice.facts.iter().any(is_open) {
        return;
    }
    let facts = &report.facts[range.clone()];
    let printed =
        choice.alternatives.iter().flat_map(|it| &it.readings).filter_map(|it| it.value.map(places));
    let scale = printed.max().unwrap_or(0).max(common_scale(facts));
    let observations: Vec<_> = facts.iter().map(|fact| observe_fact(fact, scale)).collect();
    let ways: Vec<Vec<Observation>> = choice
        .alternatives
        .iter()
        .map(|way| {
            let mut observed = observations.clone();
            for (&at, reading) in choice.facts.iter().zip(&way.readings).filter(|(at, _)| range.contains(at))
            {
                let kind = report.facts[at].indicator.kind();
                observed[at - range.start] = observe(reading.presence, reading.value, kind, scale);
            }
            observed
        })
        .collect();
    let violates = |way: &Vec<Observation>| {
        let touched = table.instances.iter().enumerate().filter(|(_, instance)| {
            instance.is_equality() && instance.operands().any(|it| choice.facts.contains(&(it + range.start)))
        });
        touched.into_iter().any(|(relation, _)| table.system.is_violated(relation, way))
    };
    if ways.iter().all(violates) {
        // Not one reading of the row fits: even what they agree on is not to be relied on.
        for &at in choice.facts.iter().filter(|at| range.contains(at)) {
            standings[at - range.start].violated = true;
            standings[at - range.start].disputed = true;
        }
    }
    for (relation, instance) in table.instances.iter().enumerate() {
        let touches = instance.operands().any(|operand| choice.facts.contains(&(operand + range.start)));
        // Digits that only lack separators leave no other reading: an inequality that all of them break counts too.
        let counts = instance.is_equality() || choice.kind == ChoiceKind::Separation;
        if touches && counts && ways.iter().all(|way| table.system.is_violated(relation, way)) {
            for operand in instance.operands() {
                standings[operand].violated = true;
                standings[operand].disputed = true;
            }
        }
    }
}

fn grades(table: &TableRules, facts: &[Fact]) -> Vec<Standing> {
    let mut standings = vec![Standing::default(); facts.len()];
    for (instance, outcome) in table.instances.iter().zip(table.evaluate(facts)) {
        if !instance.is_printed(facts) {
            continue;
        }
        let violated = outcome == Outcome::Violated;
        let supports =
            instance.is_equality() && outcome.holds() && outcome != Outcome::Satisfied { vacuous: true };
        for operand in instance.operands() {
            let standing = &mut standings[operand];
            standing.supported |= supports;
            standing.violated |= violated;
            standing.disputed |= violated && instance.is_equality();
        }
    }
    standings
}
