//! Stocks and flows: what is in force is what was, plus what was issued, less what was repealed.

use super::{PREVIOUS, Pair};
use crate::Comparison;
use crate::report::across::{Confrontation, Draft, Term, confront, side};
use gongkai_model::{Message, Outcome, Severity};

/// A relation between two years; `@` marks figures of last year.
struct Flow {
    left: &'static [&'static str],
    comparison: Comparison,
    right: &'static [&'static str],
    severity: Severity,
    /// What it says.
    zh: &'static str,
    en: &'static str,
}

const REGULATIONS: Flow = Flow {
    left: &["proactive.regulations.in_force", "proactive.regulations.repealed"],
    comparison: Comparison::Equal,
    right: &["@proactive.regulations.in_force", "proactive.regulations.issued"],
    severity: Severity::Warning,
    zh: "规章：本年现行有效＋本年废止，应等于上年现行有效＋本年制发",
    en: "Regulations in force plus those repealed should equal those in force last year plus those issued",
};

const DOCUMENTS: Flow = Flow {
    left: &["proactive.normative_documents.in_force", "proactive.normative_documents.repealed"],
    right: &["@proactive.normative_documents.in_force", "proactive.normative_documents.issued"],
    zh: "行政规范性文件：本年现行有效＋本年废止，应等于上年现行有效＋本年制发",
    en: "Normative documents in force plus those repealed should equal those in force last year plus those issued",
    ..REGULATIONS
};

/// What was withdrawn is not printed, so only an upper bound is left.
const REGULATIONS_DISCLOSED: Flow = Flow {
    left: &["proactive.regulations.total_disclosed"],
    comparison: Comparison::AtMost,
    right: &["@proactive.regulations.total_disclosed", "proactive.regulations.newly_disclosed"],
    severity: Severity::Note,
    zh: "规章：本年对外公开总数量，应不大于上年对外公开总数量＋本年新公开",
    en: "Regulations disclosed in all should not exceed those of last year plus those newly disclosed",
};

const DOCUMENTS_DISCLOSED: Flow = Flow {
    left: &["proactive.normative_documents.total_disclosed"],
    right: &[
        "@proactive.normative_documents.total_disclosed",
        "proactive.normative_documents.newly_disclosed",
    ],
    zh: "规范性文件：本年对外公开总数量，应不大于上年对外公开总数量＋本年新公开",
    en: "Normative documents disclosed in all should not exceed those of last year plus those newly disclosed",
    ..REGULATIONS_DISCLOSED
};

/// The lists of items are revised between the years more often than not, so a break is a note.
const ITEMS: [Flow; 5] = [
    items(
        &["proactive.licensing.items_previous_year"],
        &["@proactive.licensing.items_previous_year", "@proactive.licensing.items_change"],
        "行政许可",
        "Licensing",
    ),
    items(
        &["proactive.other_external_services.items_previous_year"],
        &[
            "@proactive.other_external_services.items_previous_year",
            "@proactive.other_external_services.items_change",
        ],
        "其他对外管理服务事项",
        "Other external services",
    ),
    items(
        &["proactive.penalties.items_previous_year"],
        &["@proactive.penalties.items_previous_year", "@proactive.penalties.items_change"],
        "行政处罚",
        "Penalties",
    ),
    items(
        &["proactive.coercive_measures.items_previous_year"],
        &["@proactive.coercive_measures.items_previous_year", "@proactive.coercive_measures.items_change"],
        "行政强制",
        "Coercive measures",
    ),
    items(
        &["proactive.administrative_fees.items_previous_year"],
        &[
            "@proactive.administrative_fees.items_previous_year",
            "@proactive.administrative_fees.items_change",
        ],
        "行政事业性收费",
        "Administrative fees",
    ),
];

const fn items(
    left: &'static [&'static str],
    right: &'static [&'static str],
    zh: &'static str,
    en: &'static str,
) -> Flow {
    Flow { left, comparison: Comparison::Equal, right, severity: Severity::Note, zh, en }
}

pub(super) fn check(pair: &Pair<'_>, out: &mut Confrontation) {
    for flow in [&REGULATIONS, &DOCUMENTS, &REGULATIONS_DISCLOSED, &DOCUMENTS_DISCLOSED] {
        one(pair, flow, out);
    }
    list(pair, out);
}

fn terms<'a>(pair: &Pair<'a>, side: &'static [&'static str]) -> Vec<Term<'a>> {
    let term = |id: &&'static str| match id.strip_prefix('@') {
        Some(id) => Term { id, tag: PREVIOUS, figure: pair.old_figure(id) },
        None => Term { id, tag: "", figure: pair.new_figure(id) },
    };
    side.iter().map(term).collect()
}

/// Whether both forms have the cells at all: a stock of one form is not a stock of another.
fn applies(left: &[Term<'_>], right: &[Term<'_>]) -> bool {
    left.iter().chain(right).all(|term| term.figure.is_some())
}

fn one(pair: &Pair<'_>, flow: &Flow, out: &mut Confrontation) {
    let (left, right) = (terms(pair, flow.left), terms(pair, flow.right));
    if !applies(&left, &right) || !out.count(&confront(&left, flow.comparison, &right)) {
        return;
    }
    let (left_side, right_side) = (side(&left), side(&right));
    let Some((ours, theirs)) = left_side.value.zip(right_side.value) else { return };
    let disputed = left.iter().chain(&right).any(Term::is_disputed);
    let lapsed = pair.new.prose.lapsed().filter(|_| ours < theirs);
    let (severity, why) = match (pair.excuse(), lapsed) {
        (Some(excuse), _) => (Severity::Note, excuse),
        (None, Some(words)) => (
            Severity::Note,
            Message::new(
                format!("文中提到“{words}”，失效的文件在表中没有栏目，可能因此不同"),
                format!("the text speaks of “{words}”: for documents that lapsed the table has no column"),
            ),
        ),
        (None, None) if disputed => (
            Severity::Note,
            Message::new(
                "其中有的数所在的算式本身不平",
                "some of these figures stand in sums that do not add up",
            ),
        ),
        (None, None) if ours > theirs => (
            flow.severity,
            Message::new(
                "可能是本年多计了现行有效，或者上年少计、之后又补录",
                "this year's stock may count too much, or last year's too little",
            ),
        ),
        (None, None) => (
            flow.severity,
            Message::new(
                "可能是失效的文件没有计入废止，或者上年、本年的现行有效件数有误",
                "documents that lapsed may not be counted as repealed, or one of the stocks is wrong",
            ),
        ),
    };
    let gap = if ours < theirs { theirs - ours } else { ours - theirs };
    let numbers = |terms: &[Term<'_>]| {
        let each = terms.iter().map(|it| it.value().map_or_else(String::new, |value| value.to_string()));
        each.collect::<Vec<_>>()
    };
    let old_line =
        right.iter().find(|it| it.tag == PREVIOUS).and_then(|it| it.figure).map_or(0, |it| it.line);
    let ((other_zh, other_en), (this_zh, this_en)) = (pair.other(old_line), pair.this());
    let sum = |terms: &[Term<'_>], joint: &str| numbers(terms).join(joint);
    let draft = Draft {
        rule: "stock-flow",
        severity,
        outcome: Outcome::Violated,
        message: Message::new(
            format!(
                "{}；{this_zh}为{}＝{ours}，与{other_zh}推算的{}＝{theirs}相差{gap}；{}。先看本年的现行有效（总数量）一格。",
                flow.zh,
                sum(&left, "＋"),
                sum(&right, "＋"),
                why.zh
            ),
            format!(
                "{}; the {this_en} has {} = {ours}, the {other_en} leads to {} = {theirs}, a difference of {gap}; {}. Look at this year's stock first.",
                flow.en,
                sum(&left, " + "),
                sum(&right, " + "),
                why.en
            ),
        ),
        sides: Some((left_side, right_side)),
        facts: left.iter().chain(&right).map(Term::tagged).collect(),
    };
    out.findings.push(draft.finding(pair.report));
}

/// The five lists of items together: they are kept, and revised, as one.
fn list(pair: &Pair<'_>, out: &mut Confrontation) {
    let mut broken = Vec::new();
    for flow in &ITEMS {
        let (left, right) = (terms(pair, flow.left), terms(pair, flow.right));
        if applies(&left, &right) && out.count(&confront(&left, flow.comparison, &right)) {
            broken.push((flow, left, right));
        }
    }
    let Some((_, left, right)) = broken.first() else { return };
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    for (flow, left, right) in &broken {
        let Some((ours, theirs)) = side(left).value.zip(side(right).value) else { continue };
        zh.push(format!("“{}”本年填{ours}，上年为{theirs}", flow.zh));
        en.push(format!("{} has {ours} where last year ended with {theirs}", flow.en));
    }
    let line = right.first().and_then(|it| it.figure).map_or(0, |it| it.line);
    let (other_zh, other_en) = pair.other(line);
    let draft = Draft {
        rule: "stock-flow",
        severity: Severity::Note,
        outcome: Outcome::Violated,
        message: Message::new(
            format!(
                "“上一年项目数量”与{other_zh}的“上一年项目数量＋本年增/减”不一致：{}；清单若在两年之间重新核定，可在文中说明。",
                zh.join("，")
            ),
            format!(
                "Items in the previous year are not what the {other_en} ended with: {}; where the lists were revised between the years, say so in the text.",
                en.join(", ")
            ),
        ),
        sides: Some((side(left), side(right))),
        facts: broken
            .iter()
            .flat_map(|(_, left, right)| left.iter().chain(right))
            .map(Term::tagged)
            .collect(),
    };
    out.findings.push(draft.finding(pair.report));
}
