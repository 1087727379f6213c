//! The judgement on one trial: every cell right, or flagged, or accused by a broken relation, or else silent.

use crate::damaged::Damaged;
use crate::source::{Cell, Instance, Key, Printed, Source, accused, by_cell};
use gongkai::model::{Audit, Fact, Presence, Relation, Status};
use gongkai::text::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// A wrong cell that nothing points at.
pub(crate) struct Silent {
    pub(crate) cell: Key,
    pub(crate) truth: Printed,
    pub(crate) printed: Printed,
    pub(crate) reading: Printed,
    pub(crate) status: Status,
}

/// What one trial showed.
pub(crate) struct Judgement {
    pub(crate) silent: Vec<Silent>,
    /// The silent cells cannot be told in the damaged text: they are read as they are printed now, and with what
    /// is printed now every relation that contains one of them holds or cannot be told.
    pub(crate) is_invisible: bool,
    /// Cells whose printed content the damage left alone.
    pub(crate) untouched: u64,
    /// Of those, the ones read right.
    pub(crate) kept: u64,
    /// Of the kept, the ones that were plain before the damage.
    pub(crate) plain_before: u64,
    /// Of those, the ones that are plain after it.
    pub(crate) plain: u64,
}

fn is_plain(fact: &Fact) -> bool {
    matches!(fact.status, Status::Confirmed | Status::Read)
}

pub(crate) fn judge(source: &Source, damaged: &Damaged, audit: &Audit) -> Judgement {
    let accused = accused(audit);
    let known: BTreeMap<&str, &Cell> = source.cells.iter().map(|cell| (cell.key.as_str(), cell)).collect();
    let facts = by_cell(&audit.report.facts);
    let printed = |cell: &Cell| damaged.printed.get(&cell.key).copied().unwrap_or(cell.truth);
    let mut silent = Vec::new();
    for (key, fact) in &facts {
        let cell = known.get(key.as_str());
        if cell.is_some_and(|cell| cell.is_open) {
            continue;
        }
        let truth = cell.map_or(Printed::Absent, |cell| cell.truth);
        let reading = Printed::of(fact);
        let is_flagged = !is_plain(fact) || fact.presence != Presence::Number;
        if reading != truth && !is_flagged && !accused.contains(fact.key().as_ref()) {
            let printed = cell.map_or(Printed::Absent, |cell| printed(cell));
            silent.push(Silent { cell: key.clone(), truth, printed, reading, status: fact.status });
        }
    }
    let (mut untouched, mut kept, mut plain_before, mut plain) = (0, 0, 0, 0);
    for cell in &source.cells {
        if cell.is_open || cell.truth == Printed::Absent || damaged.printed.contains_key(&cell.key) {
            continue;
        }
        untouched += 1;
        let Some(fact) = facts.get(&cell.key).filter(|fact| Printed::of(fact) == cell.truth) else {
            continue;
        };
        kept += 1;
        if !cell.was_flagged {
            plain_before += 1;
            plain += u64::from(is_plain(fact));
        }
    }
    // Digits without separators print no cell by itself: whatever divides the run is as printed.
    let mut now: BTreeMap<&Key, Printed> =
        source.cells.iter().map(|cell| (&cell.key, printed(cell))).collect();
    for (at, cell) in source.cells.iter().enumerate() {
        let run = &source.cells[source.run_of(at)];
        let digits = |of: &dyn Fn(&Cell) -> Option<Printed>| -> Option<String> {
            run.iter().map(|cell| Some(plain_digits(of(cell)?))).collect()
        };
        let read = |cell: &Cell| facts.get(&cell.key).map(|fact| Printed::of(fact));
        if !run.is_empty() && digits(&read).is_some_and(|it| Some(it) == digits(&|cell| Some(printed(cell))))
        {
            now.extend(read(cell).map(|reading| (&cell.key, reading)));
        }
    }
    let is_as_printed = |it: &Silent| now.get(&it.cell).is_some_and(|printed| it.reading == *printed);
    let is_invisible =
        silent.iter().all(|it| it.reading == it.printed || is_as_printed(it)) && stand(source, &now, &silent);
    Judgement { silent, is_invisible, untouched, kept, plain_before, plain }
}

/// The digits of a cell in a run, none where it is blank. Zeros are left out: one in front of a figure belongs to the
/// figure before.
fn plain_digits(printed: Printed) -> String {
    match printed {
        Printed::Number(value) => value.to_string().replace('0', ""),
        _ => String::new(),
    }
}

/// Whether every relation that contains a silent cell holds, or cannot be told, on what is printed `now`.
fn stand(source: &Source, now: &BTreeMap<&Key, Printed>, silent: &[Silent]) -> bool {
    let values: BTreeMap<&Key, Printed> = source
        .cells
        .iter()
        .map(|cell| {
            let now = now.get(&cell.key).copied().unwrap_or(cell.truth);
            let is_impossible = matches!(now, Printed::Number(value) if cell.is_count && value.is_negative());
            (&cell.key, if is_impossible { Printed::Unclear } else { now })
        })
        .collect();
    let cells: BTreeSet<&Key> = silent.iter().map(|it| &it.cell).collect();
    let is_concerned = |it: &&Instance| it.left.iter().chain(&it.right).any(|id| cells.contains(id));
    source.identities.iter().filter(is_concerned).all(|it| !is_broken(it, &values))
}

/// Whether a relation fails whatever stands where no number does (at least zero).
fn is_broken(instance: &Instance, values: &BTreeMap<&Key, Printed>) -> bool {
    let sum = |side: &[Key]| {
        let numbers = side.iter().map(|id| match values.get(id) {
            Some(Printed::Number(value)) => Some(*value),
            _ => None,
        });
        let is_complete = numbers.clone().all(|it| it.is_some());
        (numbers.flatten().sum::<Decimal>(), is_complete)
    };
    let ((left, left_is_complete), (right, right_is_complete)) = (sum(&instance.left), sum(&instance.right));
    let is_above = left > right && right_is_complete;
    let is_below = left < right && left_is_complete;
    match instance.relation {
        Relation::Equal => is_above || is_below,
        Relation::AtMost => is_above,
        Relation::AtLeast => is_below,
    }
}
