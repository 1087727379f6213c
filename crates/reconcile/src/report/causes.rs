//! What lies behind the violated identities of a table: one cause, one accusation.

use super::Brief;
use super::as_printed::is_as_printed;
use super::compiled::{Instance, TableRules, common_scale, observe_fact};
use super::evidence::{Beside, Witness};
use super::wording::{cell_en, cell_zh};
use crate::localise::{Candidate, Diagnosis, Evidence, Explanation, Localisation, Operation, OperationKind};
use gongkai_model::{BoundBy, Fact, Message, Repair, RepairEdit, Report, Status};
use gongkai_text::Decimal;
use std::collections::BTreeSet;
use std::ops::Range;

/// Violated identities that one error may have broken together, with the ways to put it right.
pub(super) struct Cause<'a> {
    /// The worst first, then in the form's order.
    pub(super) instances: Vec<&'a Instance>,
    /// Ranked.
    pub(super) repairs: Vec<Repair>,
    /// Positions in the table of the cells that every repair changes.
    pub(super) backbone: Vec<usize>,
    /// Positions in the table of the cells that some repair changes.
    pub(super) suspects: Vec<usize>,
    /// What is known of it, as the end of a sentence; empty where nothing is.
    pub(super) advice: Message,
}

impl Cause<'_> {
    /// Whether one of the cells that may be wrong is not plainly what is printed: then no report is accused of an
    /// error that the copy may have made.
    pub(super) fn may_be_misread(&self, facts: &[Fact]) -> bool {
        let is_misread = |at: usize| facts.get(at).is_some_and(|it| it.value.is_some() && !is_as_printed(it));
        match &self.suspects[..] {
            [] => self.instances.iter().flat_map(|it| it.operands()).any(is_misread),
            suspects => suspects.iter().copied().any(is_misread),
        }
    }
}

/// What a reading that the identities did not take costs beside the one they took.
const REJECTED: u32 = 1_500;

/// Sorts the `violated` identities of the table whose facts are at `range` by what caused them.
pub(super) fn causes<'a>(
    report: &Report,
    range: &Range<usize>,
    table: &'a TableRules,
    violated: &[usize],
    previous: Option<&Brief>,
) -> Vec<Cause<'a>> {
    if violated.is_empty() {
        return Vec::new();
    }
    let facts = &report.facts[range.clone()];
    let scale = common_scale(facts);
    let observations: Vec<_> = facts.iter().map(|fact| observe_fact(fact, scale)).collect();
    let candidates = candidates(report, range, scale);
    let beside = Beside::of(report, range, scale, previous);
    let evidence = Evidence { candidates: &candidates, anchors: &beside.anchors, previous: &beside.previous };
    // Sums that share no cell have causes of their own.
    let mut left: Vec<usize> = violated.to_vec();
    let mut causes = Vec::new();
    for found in table.localiser.localise_parts(&observations, &evidence) {
        let is_own = |it: &usize| {
            let touches = |at: &usize| table.instances[*it].has(*at);
            found.region.iter().any(touches) || found.suspects.iter().any(touches)
        };
        let (own, others): (Vec<usize>, Vec<usize>) = left.iter().partition(|it| is_own(it));
        left = others;
        causes.extend(causes_of(table, facts, (scale, &beside), &own, &found));
    }
    // What is no equality, or follows from several with a cell unread, stands for itself.
    for it in left {
        let instances = vec![&table.instances[it]];
        let advice = Message::default();
        causes.push(Cause {
            instances,
            repairs: Vec::new(),
            backbone: Vec::new(),
            suspects: Vec::new(),
            advice,
        });
    }
    causes
}

/// The causes behind `violated`, which lie in one part of the table.
fn causes_of<'a>(
    table: &'a TableRules,
    facts: &[Fact],
    (scale, beside): (u8, &Beside),
    violated: &[usize],
    found: &Localisation,
) -> Vec<Cause<'a>> {
    let is_unique = found.diagnosis == Diagnosis::Unique;
    let clusters = clusters(table, violated, &found.explanations);
    let others = clusters.len() > 1;
    let cause = |cluster: Vec<usize>| {
        let touches = |operation: &&Operation| {
            cluster.iter().any(|&it| operation.variables.iter().any(|&at| table.instances[it].has(at)))
        };
        let mut repairs: Vec<Repair> = Vec::new();
        let mut sets: Vec<BTreeSet<usize>> = Vec::new();
        for explanation in &found.explanations {
            let operations: Vec<&Operation> = explanation.operations.iter().filter(touches).collect();
            if operations.is_empty() {
                continue;
            }
            let repair = repair(table, facts, explanation, &operations, (scale, beside), is_unique);
            if !repairs.iter().any(|it| it.edits == repair.edits) {
                sets.push(operations.iter().flat_map(|it| &it.variables).copied().collect());
                repairs.push(repair);
            }
        }
        let suspects: BTreeSet<usize> = sets.iter().flatten().copied().collect();
        let backbone =
            suspects.iter().copied().filter(|at| sets.iter().all(|set| set.contains(at))).collect::<Vec<_>>();
        let count = if others { repairs.len() } else { found.count };
        let suspects: Vec<usize> = suspects.into_iter().collect();
        let advice = match &repairs[..] {
            [] => nothing(found.diagnosis),
            [only] if is_unique => look(facts, only, &suspects),
            [first, _, ..] if !others && found.explanations[0].share >= LIKELY => {
                let mut message = choose(facts, count, &suspects, &[]);
                let cells = listed(facts, &sets[0].iter().copied().collect::<Vec<_>>());
                message.zh = format!("{}；最可能的是{}（{}）", message.zh, cells.zh, first.reason.zh);
                message.en = format!("{}; the likeliest is {} ({})", message.en, cells.en, first.reason.en);
                message
            }
            _ => choose(facts, count, &suspects, &backbone),
        };
        let mut instances: Vec<&Instance> = cluster.iter().map(|&it| &table.instances[it]).collect();
        instances.sort_by_key(|it| std::cmp::Reverse(it.identity.severity));
        Cause { instances, repairs, backbone, suspects, advice }
    };
    clusters.into_iter().map(cause).collect()
}

/// Readings that were possible before the identities decided.
fn candidates(report: &Report, range: &Range<usize>, scale: u8) -> Vec<Candidate> {
    let mut found = Vec::new();
    for joint in &report.joint {
        for (&at, rejected) in joint.facts.iter().zip(&joint.rejected).filter(|(at, _)| range.contains(at)) {
            let values = rejected.iter().filter_map(|it| it.parse::<Decimal>().ok()?.at_scale(scale));
            let values = values.filter_map(|value| i64::try_from(value).ok());
            found.extend(values.map(|value| Candidate { variable: at - range.start, value, cost: REJECTED }));
        }
    }
    found
}

/// Violated identities that some one error touches together, in the form's order.
fn clusters(table: &TableRules, violated: &[usize], explanations: &[Explanation]) -> Vec<Vec<usize>> {
    let mut cluster_of: Vec<usize> = (0..violated.len()).collect();
    for operation in explanations.iter().flat_map(|it| &it.operations) {
        let touched: Vec<usize> = (0..violated.len())
            .filter(|&it| operation.variables.iter().any(|&at| table.instances[violated[it]].has(at)))
            .collect();
        let Some(first) = touched.iter().map(|&it| cluster_of[it]).min() else { continue };
        let merged: BTreeSet<usize> = touched.iter().map(|&it| cluster_of[it]).collect();
        for cluster in &mut cluster_of {
            if merged.contains(cluster) {
                *cluster = first;
            }
        }
    }
    let names: BTreeSet<usize> = cluster_of.iter().copied().collect();
    let members =
        |name| (0..violated.len()).filter(|&it| cluster_of[it] == name).map(|it| violated[it]).collect();
    names.into_iter().map(members).collect()
}

fn repair(
    table: &TableRules,
    facts: &[Fact],
    explanation: &Explanation,
    operations: &[&Operation],
    (scale, beside): (u8, &Beside),
    is_unique: bool,
) -> Repair {
    let own: BTreeSet<usize> = operations.iter().flat_map(|it| &it.variables).copied().collect();
    let edits = explanation.edits.iter().filter(|it| own.contains(&it.variable)).map(|it| RepairEdit {
        id: facts[it.variable].indicator.id().to_owned(),
        from: facts[it.variable].value.map(|value| value.to_string()).unwrap_or_default(),
        to: Decimal::new(i128::from(it.to), scale).map(plain).unwrap_or_default(),
    });
    let is_arbitrary = operations.iter().any(|it| it.kind == OperationKind::Arbitrary);
    let changed = explanation.edits.iter().filter(|it| own.contains(&it.variable));
    let amounts: Vec<u64> = changed.clone().map(|it| it.to.abs_diff(it.from.unwrap_or(0))).collect();
    // One figure, or two by different amounts, are told apart from all others by the sums alone. An error of a shape
    // is told by how likely it is.
    let is_forced = match amounts[..] {
        [_] => changed.clone().all(|it| table.localiser.guards(it.variable) > 1),
        [one, other] => one != other,
        _ => false,
    };
    let applicability = match (is_unique, is_forced, is_arbitrary) {
        (true, true, _) => "certain",
        (true, false, _) | (false, _, false) => "plausible",
        _ => "manual",
    };
    let mut kinds: Vec<OperationKind> = operations.iter().map(|it| it.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let (zh, en): (Vec<_>, Vec<_>) = kinds.iter().map(|it| named(*it)).unzip();
    let by_reader = kinds.contains(&OperationKind::OtherReading)
        || own.iter().any(|&at| facts.get(at).is_some_and(is_doubtful));
    let (who_zh, who_en) = if by_reader {
        (
            "；该处读取时即有疑问，可能是识别差错，请先对照原件",
            "; its reading was in doubt: compare with the original first",
        )
    } else if !is_unique {
        // Among several ways to mend it, who erred is as open as where.
        ("", "")
    } else {
        (
            "；原文所印清楚，多半是报告本身的差错",
            "; it is printed clearly: probably an error of the report itself",
        )
    };
    let mut witnesses = changed.filter_map(|it| beside.witness(it.variable, it.to));
    let (said_zh, said_en) = match witnesses.next() {
        Some(Witness::Sentence) => {
            ("；正文里写的就是改正后的数", "; the text gives the figure as it should be")
        }
        Some(Witness::LastYear) => {
            ("；上年报告结转的就是改正后的数", "; last year's report carried out the figure as it should be")
        }
        None => ("", ""),
    };
    let reason = Message::new(zh.join("，") + said_zh + who_zh, en.join(", ") + said_en + who_en);
    Repair { edits: edits.collect(), reason, applicability }
}

/// A number without places that it does not need.
fn plain(value: Decimal) -> String {
    value.to_i64().map_or_else(|| value.to_string(), |whole| whole.to_string())
}

/// Whether what was read may not be what is printed.
fn is_doubtful(fact: &Fact) -> bool {
    let is_placed = matches!(fact.bound_by, BoundBy::Label | BoundBy::Position);
    !is_as_printed(fact) || !is_placed || matches!(fact.status, Status::Repaired | Status::Ambiguous)
}

fn named(kind: OperationKind) -> (&'static str, &'static str) {
    use OperationKind as K;
    match kind {
        K::DigitConfusion => ("形近数字相混", "a digit taken for one that looks like it"),
        K::OtherDigit => ("一位数字有误", "one digit is another"),
        K::Transposition => ("相邻数字颠倒", "adjacent digits swapped"),
        K::DroppedDigit => ("漏一位数字", "a digit left out"),
        K::DoubledDigit => ("一位数字重复", "a digit doubled"),
        K::InsertedDigit => ("多一位数字", "a digit too many"),
        K::LeftOut => ("漏填", "a number left out"),
        K::UnitSlip => ("单位相差一万倍", "off by ten thousand, as from a wrong unit"),
        K::OtherReading => ("另一种读法", "another reading of the same characters"),
        K::RowSlip => ("一行错位一格", "the row slipped by one cell"),
        K::ExchangedInRow => ("同一行两格互换", "two cells of the row exchanged"),
        K::ExchangedInColumn => ("同一栏两格互换", "two cells of the column exchanged"),
        K::RowsExchanged => ("两行互换", "two rows exchanged"),
        K::ColumnsExchanged => ("两栏互换", "two columns exchanged"),
        K::TotalNotUpdated => {
            ("分项和小计改动后，上一级合计未改", "a figure and its total changed, the sum above them not")
        }
        K::Reclassified => ("一数误计入另一格", "an amount counted in another cell"),
        K::ColumnPasted => ("整栏误用上一年的数", "a whole column is last year's"),
        _ => ("数值有误", "another value"),
    }
}

/// The one place to look at.
fn look(facts: &[Fact], repair: &Repair, changed: &[usize]) -> Message {
    let (why_zh, why_en) = (repair.reason.zh.as_str(), repair.reason.en.as_str());
    let (most_zh, most_en) = if repair.applicability == "certain" {
        ("问题应在", "are")
    } else {
        ("最可能的是", "first are")
    };
    match (&repair.edits[..], changed) {
        ([edit], [at]) => {
            let (cell, name) = (cell_zh(&facts[*at]), cell_en(&facts[*at]));
            let from = if edit.from.is_empty() { "空白".to_owned() } else { edit.from.clone() };
            let printed = if edit.from.is_empty() { "blank".to_owned() } else { edit.from.clone() };
            Message {
                zh: format!("问题应在{cell}：{from}应为{}（{why_zh}）", edit.to),
                en: format!("the cell to look at is {name}: {printed} should be {} ({why_en})", edit.to),
            }
        }
        (edits, _) => {
            let cells = listed(facts, changed);
            Message {
                zh: format!("{most_zh}{}（{why_zh}），改正这{}格后各式成立", cells.zh, edits.len()),
                en: format!(
                    "the cells to look at {most_en} {} ({why_en}); with these {} mended every sum holds",
                    cells.en,
                    edits.len()
                ),
            }
        }
    }
}

/// Several places it may be.
fn choose(facts: &[Fact], count: usize, suspects: &[usize], backbone: &[usize]) -> Message {
    let mut message = if count == 1 {
        Message::new(
            "有一种改法能使各式成立，但仅凭表内的数还不足以断定",
            "one way to mend it fits, but the figures of the table alone do not settle it",
        )
    } else {
        Message {
            zh: format!("有{count}种改法都能使各式成立，涉及{}格，仅凭表内的数不能断定", suspects.len()),
            en: format!(
                "{count} ways to mend it fit, over {} cells; the figures of the table alone do not decide",
                suspects.len()
            ),
        }
    };
    if count > 1 && !backbone.is_empty() {
        let cells = listed(facts, backbone);
        message.zh = format!("{}，每种都涉及{}", message.zh, cells.zh);
        message.en = format!("{}; all of them change {}", message.en, cells.en);
    }
    message
}

fn nothing(diagnosis: Diagnosis) -> Message {
    match diagnosis {
        Diagnosis::NoneWithin | Diagnosis::SearchLimit => Message::new(
            "改动三格以内不能使表内各式都成立，错误应不止一处，请逐格核对",
            "no change of up to three cells makes every sum of the table hold: there is more than one error, check cell by cell",
        ),
        _ => Message::default(),
    }
}

/// Cells one by one, up to a few.
fn listed(facts: &[Fact], cells: &[usize]) -> Message {
    let first = || cells.iter().take(MOST_NAMED).map(|&at| &facts[at]);
    let mut zh = first().map(cell_zh).collect::<Vec<_>>().join("、");
    let mut en = first().map(cell_en).collect::<Vec<_>>().join(", ");
    if cells.len() > MOST_NAMED {
        zh = format!("{zh}等{}格", cells.len());
        en = format!("{en} and {} more", cells.len() - MOST_NAMED);
    }
    Message { zh, en }
}

/// The share of one explanation among several, in thousandths, from which on it is named as the likeliest.
const LIKELY: u32 = 900;

/// Cells named one by one in advice.
const MOST_NAMED: usize = 3;
