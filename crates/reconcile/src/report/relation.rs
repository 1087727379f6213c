//! Findings on single identities.

use super::causes::Cause;
use super::compiled::Instance;
use super::finding::on_cells;
use super::rules;
use super::wording::{
    cell_en, cell_zh, counted, english_row_and_column, figure, places, row_zh, table_names,
};
use crate::{Conflict, Forced};
use gongkai_model::{
    Bilingual, Fact, Finding, Identity, Message, Outcome, Presence, Relation, Report, Severity, Side, Status,
    TableRead,
};
use gongkai_text::Decimal;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// The findings on identities that one error broke, each with the position of its first cell.
///
/// The first carries the repairs, says where to look, and names all that is broken. Other rules that the same error
/// broke keep a finding of their own, so that no broken rule is out of sight, as a warning that is a symptom of the
/// first: one error of the report is one finding of the list.
pub(super) fn violated(
    report: &Report,
    table: &TableRead,
    facts: &[Fact],
    cause: &Cause<'_>,
) -> Vec<(usize, Finding)> {
    let Some(&first) = cause.instances.first() else { return Vec::new() };
    let mut rules: Vec<&str> = Vec::new();
    let mut findings: Vec<(usize, Finding)> = Vec::new();
    for &instance in &cause.instances {
        let rule = instance.identity.rule;
        if rules.contains(&rule) {
            continue;
        }
        rules.push(rule);
        let mut finding = broken(report, table, facts, instance);
        if cause.may_be_misread(facts) {
            finding.severity = finding.severity.min(Severity::Warning);
        }
        // What else the error broke under this rule takes part; the fingerprint is that of the first.
        let of_rule =
            cause.instances.iter().filter(|it| it.identity.rule == rule).flat_map(|it| it.operands());
        let ids: BTreeSet<usize> = of_rule.collect();
        let ids = ids.into_iter().map(|at| facts[at].indicator.id().to_owned());
        let ids: Vec<String> = ids.filter(|id| !finding.facts.contains(id)).collect();
        finding.facts.extend(ids);
        if rules.len() == 1 {
            let advice = [&cause.advice, &symptoms(facts, &cause.instances)];
            finding.message = ending(finding.message, &advice);
            finding.repairs.clone_from(&cause.repairs);
            let ids = cause.suspects.iter().map(|&at| facts[at].indicator.id().to_owned());
            let ids: Vec<String> = ids.filter(|id| !finding.facts.contains(id)).collect();
            if cause.suspects.len() <= MOST_NAMED {
                finding.facts.extend(ids);
            }
            let pointed = cause.backbone.iter().find_map(|&at| facts[at].span);
            finding.span = pointed.or(finding.span);
        } else {
            finding.severity = finding.severity.min(Severity::Warning);
            finding.symptom_of = findings.first().map(|(_, first)| first.fingerprint.clone());
            let title = title(first.identity.rule);
            let same = Message {
                zh: format!("与“{}”不成立是同一处差错所致，见该项", title.zh),
                en: format!("the same error as in “{}”, see there", title.en),
            };
            finding.message = ending(finding.message, &[&same]);
        }
        findings.push((instance.operands().min().unwrap_or(0), finding));
    }
    findings
}

/// Adds `advice` to the end of a sentence.
fn ending(message: Message, advice: &[&Message]) -> Message {
    let (mut zh, mut en) = (message.zh, message.en);
    for advice in advice.iter().filter(|it| !it.zh.is_empty()) {
        zh = format!("{}；{}。", zh.trim_end_matches('。'), advice.zh);
        en = format!("{}; {}.", en.trim_end_matches('.'), advice.en);
    }
    Message { zh, en }
}

/// The identities that are broken beside the first.
fn symptoms(facts: &[Fact], instances: &[&Instance]) -> Message {
    let others = instances.get(1..).unwrap_or_default();
    if others.is_empty() {
        return Message::default();
    }
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    for instance in others.iter().take(MOST_SYMPTOMS) {
        let shared = Shared::of(instance.operands().map(|at| &facts[at]));
        let title = title(instance.identity.rule);
        zh.push(format!("{}“{}”", shared.zh(), title.zh));
        let place = shared.en();
        en.push(format!("“{}”{}", title.en, place.strip_prefix(',').unwrap_or(&place)));
    }
    let more = if others.len() > MOST_SYMPTOMS { "等" } else { "" };
    let and_more = if others.len() > MOST_SYMPTOMS { " and more" } else { "" };
    Message {
        zh: format!("因此不成立的还有{}个算式：{}{more}", others.len(), zh.join("、")),
        en: format!(
            "{} with it: {}{and_more}",
            counted(others.len(), "more identity fails", "more identities fail"),
            en.join(", ")
        ),
    }
}

fn title(rule: &'static str) -> Bilingual {
    rules::find(rule).map_or(Bilingual { zh: rule, en: rule }, |it| it.title)
}

/// The finding on an identity that fails whatever its missing operands are.
fn broken(report: &Report, table: &TableRead, facts: &[Fact], instance: &Instance) -> Finding {
    // Rows that this printing of the form does not have are not spoken of.
    let printed = |side: &[usize]| -> Vec<usize> {
        side.iter().copied().filter(|&at| !facts[at].is_beyond_form()).collect()
    };
    let instance = &Instance {
        identity: instance.identity,
        left: printed(&instance.left),
        right: printed(&instance.right),
    };
    let (left, right) = (sum(facts, &instance.left), sum(facts, &instance.right));
    let difference = left.zip(right).map(|(left, right)| left - right);
    let operands = || instance.operands().map(|at| &facts[at]);
    let shared = Shared::of(operands());
    let ((table_zh, table_en), (place_zh, place_en)) = (table_names(report, table), places(&operands()));
    let (left_zh, left_en) = shared.side(facts, &instance.left, left);
    let (gap_zh, gap_en) = gap(instance, difference);
    let message = if instance.right.is_empty() {
        Message {
            zh: format!("{table_zh}{}：{left_zh}，{gap_zh}{place_zh}。", shared.zh()),
            en: format!("In {table_en}{}: {left_en} {gap_en}{place_en}.", shared.en()),
        }
    } else {
        let (right_zh, right_en) = shared.side(facts, &instance.right, right);
        Message {
            zh: format!("{table_zh}{}：{left_zh}，{right_zh}，{gap_zh}{place_zh}。", shared.zh()),
            en: format!("In {table_en}{}: {left_en}, but {right_en}; {gap_en}{place_en}.", shared.en()),
        }
    };
    let verdict = (instance.identity.severity, Outcome::Violated);
    Finding {
        left: Some(Side { expr: expression(facts, &instance.left), value: left }),
        right: Some(Side { expr: expression(facts, &instance.right), value: right }),
        difference,
        ..on_identity(report, &instance.identity, verdict, message, &operands().collect::<Vec<_>>())
    }
}

/// What `identity` has to say of its cells.
fn on_identity(
    report: &Report,
    identity: &Identity,
    verdict: (Severity, Outcome),
    message: Message,
    cells: &[&Fact],
) -> Finding {
    let basis = identity.basis.to_owned();
    Finding { basis, ..on_cells(report, identity.rule, verdict, message, cells) }
}

/// The finding on identities that cannot hold together though each could, with the position of its first cell.
pub(super) fn jointly(
    report: &Report,
    table: &TableRead,
    facts: &[Fact],
    instances: &[Instance],
    conflict: &Conflict,
) -> Option<(usize, Finding)> {
    let own: Vec<&Instance> = conflict.relations.iter().filter_map(|&it| instances.get(it)).collect();
    let first = own.first()?;
    let operands: BTreeSet<usize> = own.iter().flat_map(|it| it.operands()).collect();
    let missing = || operands.iter().filter(|it| !conflict.observed.contains(it)).map(|&it| &facts[it]);
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    for instance in own.iter().take(MOST_SYMPTOMS) {
        let shared = Shared::of(instance.operands().map(|at| &facts[at]));
        let (title, place) = (title(instance.identity.rule), shared.en());
        zh.push(format!("{}“{}”", shared.zh(), title.zh));
        en.push(format!("“{}”{}", title.en, place.strip_prefix(',').unwrap_or(&place)));
    }
    let cells: Vec<(String, String)> =
        missing().take(MOST_NAMED).map(|fact| (cell_zh(fact), cell_en(fact))).collect();
    let (cells_zh, cells_en): (Vec<_>, Vec<_>) = cells.into_iter().unzip();
    let (table_zh, table_en) = table_names(report, table);
    let (place_zh, place_en) = places(&operands.iter().map(|&it| &facts[it]));
    let count = own.len();
    let message = Message {
        zh: format!(
            "{table_zh}有{count}个算式不能同时成立，无论没有数字的格填什么：{}；没有数字的是{}，其余各格中至少有一格有误{place_zh}。",
            zh.join("、"),
            cells_zh.join("、")
        ),
        en: format!(
            "In {table_en} {count} identities cannot hold together, whatever stands for the missing figures: {}; missing are {}, so at least one of the other cells is wrong{place_en}.",
            en.join(", "),
            cells_en.join(", ")
        ),
    };
    // Where a cell was not read, the reading may be at fault and not the report.
    let is_read = missing().all(|it| it.presence != Presence::NotFound && it.status != Status::Ambiguous);
    let severity = first.identity.severity.min(if is_read { Severity::Error } else { Severity::Warning });
    let cells: Vec<&Fact> = operands.iter().map(|&it| &facts[it]).collect();
    let finding = Finding {
        span: missing().find_map(|fact| fact.span),
        ..on_identity(report, &first.identity, (severity, Outcome::Violated), message, &cells)
    };
    Some((operands.first().copied().unwrap_or(0), finding))
}

/// A note on blanks that one rule forces to be something other than zero.
pub(super) fn forced(
    report: &Report,
    table: &TableRead,
    facts: &[Fact],
    of_one_rule: &[(&Instance, Forced)],
) -> Option<Finding> {
    let (first, _) = of_one_rule.first()?;
    let blanks = || of_one_rule.iter().map(|(_, it)| &facts[it.variable]);
    let ((table_zh, table_en), (place_zh, place_en)) = (table_names(report, table), places(&blanks()));
    let mut zh: Vec<String> = Vec::new();
    let mut en: Vec<String> = Vec::new();
    for (_, it) in of_one_rule.iter().take(MOST_NAMED) {
        let blank = &facts[it.variable];
        zh.push(format!("“{}”应为{}", blank.label, it.value));
        en.push(format!("“{}” would be {}", blank.name(), it.value));
    }
    if let Some(rest) = of_one_rule.len().checked_sub(MOST_NAMED).filter(|&rest| rest > 0) {
        zh.push(format!("另有{rest}格"));
        en.push(format!("and {rest} more"));
    }
    let message = Message {
        zh: format!("{table_zh}有空白格，按勾稽关系并不是0：{}；请补填{place_zh}。", zh.join("，")),
        en: format!(
            "In {table_en} blank cells cannot be zero if the sums are to hold: {}; fill them in{place_en}.",
            en.join(", ")
        ),
    };
    let verdict = (Severity::Note, Outcome::Undetermined);
    Some(on_identity(report, &first.identity, verdict, message, &blanks().collect::<Vec<_>>()))
}

/// The sum of the operands; `None` while one is not a settled number.
fn sum(facts: &[Fact], side: &[usize]) -> Option<Decimal> {
    let settled = |fact: &Fact| fact.value.filter(|_| fact.status != Status::Ambiguous);
    side.iter().map(|&at| settled(&facts[at])).sum()
}

fn expression(facts: &[Fact], side: &[usize]) -> String {
    if side.is_empty() {
        return "0".to_owned();
    }
    side.iter().map(|&at| facts[at].key()).collect::<Vec<_>>().join(" + ")
}

/// How far the sides are apart, in words; with nothing on the right, what the left should have been.
fn gap(instance: &Instance, difference: Option<Decimal>) -> (String, String) {
    let both = |zh: &str, en: &str| (zh.to_owned(), en.to_owned());
    let relation = instance.identity.relation;
    if instance.right.is_empty() && difference.is_some() {
        return match relation {
            Relation::Equal => both("应为0", "must be zero"),
            Relation::AtMost => both("不应大于0", "must not be positive"),
            Relation::AtLeast => both("不应小于0", "must not be negative"),
        };
    }
    let Some(difference) = difference else {
        return both(
            "空白或未读出的格无论填什么都不能使其成立",
            if instance.right.is_empty() {
                "cannot hold whatever the missing cells are"
            } else {
                "no value of the missing cells makes it hold"
            },
        );
    };
    let size = if difference.is_negative() { -difference } else { difference };
    match relation {
        Relation::Equal => (format!("两边相差{size}"), format!("the difference is {size}")),
        Relation::AtMost => (
            format!("前者不应大于后者，实际多{size}"),
            format!("the first should not exceed the second, yet does by {size}"),
        ),
        Relation::AtLeast => (
            format!("前者不应小于后者，实际少{size}"),
            format!("the first should not be below the second, yet is by {size}"),
        ),
    }
}

/// The row or column that all operands of an identity share, named once.
enum Shared<'a> {
    Row(&'a Fact),
    Column(&'a Fact),
    Nothing,
}

impl<'a> Shared<'a> {
    fn of(mut operands: impl Iterator<Item = &'a Fact>) -> Self {
        let Some(first) = operands.next() else { return Self::Nothing };
        let (row, column) = first.label.halves();
        let (mut same_row, mut same_column) = (true, true);
        let mut others = 0;
        for operand in operands {
            others += 1;
            let (its_row, its_column) = operand.label.halves();
            same_row &= its_row == row;
            same_column &= its_column == column;
        }
        match (same_row, same_column) {
            _ if others == 0 || column.is_empty() => Self::Nothing,
            (true, _) => Self::Row(first),
            (_, true) => Self::Column(first),
            _ => Self::Nothing,
        }
    }

    fn zh(&self) -> String {
        match self {
            Self::Row(it) => row_zh(it),
            Self::Column(it) => format!("“{}”栏", it.label.halves().1),
            Self::Nothing => String::new(),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Row(it) => {
                let part = if it.label.row.is_empty() { "part" } else { "row" };
                format!(", {part} “{}”", english_row_and_column(it).0)
            }
            Self::Column(it) => format!(", column “{}”", english_row_and_column(it).1),
            Self::Nothing => String::new(),
        }
    }

    /// An operand without what is shared.
    fn name(&self, fact: &Fact) -> (String, Cow<'static, str>) {
        let (row, column) = fact.label.halves();
        let (english_row, english_column) = english_row_and_column(fact);
        match self {
            Self::Row(_) => (column.to_string(), english_column.into()),
            Self::Column(_) => (row.to_string(), english_row.into()),
            Self::Nothing => (fact.label.to_string(), fact.name()),
        }
    }

    /// One side with its figures: `甲（3）＋乙（1）＝4`. Of many operands the zeros are only counted.
    fn side(&self, facts: &[Fact], side: &[usize], total: Option<Decimal>) -> (String, String) {
        let is_zero = |at: &usize| facts[*at].value.is_some_and(Decimal::is_zero);
        let zeros = side.iter().filter(|at| is_zero(at)).count();
        let drop_zeros = side.len() > MOST_NAMED && zeros > 1;
        let (mut zh, mut en) = (Vec::new(), Vec::new());
        for at in side.iter().filter(|at| !(drop_zeros && is_zero(at))) {
            let fact = &facts[*at];
            let ((name, english), (value, english_value)) = (self.name(fact), figure(fact));
            zh.push(format!("{name}（{value}）"));
            en.push(format!("{english} ({english_value})"));
        }
        if drop_zeros {
            zh.push(format!("其余{zeros}项（0）"));
            en.push(format!("{zeros} others (0)"));
        }
        let (zh, en) = (zh.join("＋"), en.join(" + "));
        match total {
            Some(total) if side.len() > 1 => (format!("{zh}＝{total}"), format!("{en} = {total}")),
            _ => (zh, en),
        }
    }
}

/// Operands or cells named one by one in a message.
const MOST_NAMED: usize = 6;

/// Identities named one by one beside the first.
const MOST_SYMPTOMS: usize = 4;
