//! 结转下年度继续办理 of last year is 上年结转 of this year, in every column.

use super::{PREVIOUS, Pair};
use crate::Comparison;
use crate::report::across::{Confrontation, Draft, Term, confront, side};
use crate::report::wording::row_zh;
use gongkai_model::{Message, Outcome, Scope, Severity};

/// The columns of the table, the total first: it is the one that is looked at.
const COLUMNS: [&str; 7] = [
    "total",
    "natural_person",
    "commercial_enterprise",
    "research_institution",
    "social_public_welfare_organization",
    "legal_service_institution",
    "other_organization",
];

pub(super) fn check(pair: &Pair<'_>, out: &mut Confrontation) {
    let ids = COLUMNS.map(|column| {
        (format!("applications.carried_in.{column}"), format!("applications.carried_out.{column}"))
    });
    let mut broken = Vec::new();
    for (carried_in, carried_out) in &ids {
        let (ours, theirs) = (pair.new_figure(carried_in), pair.old_figure(carried_out));
        // Last year's form may have no such row: then there is nothing to compare, not something missing.
        if pair.old.figures.iter().all(|it| !it.indicator.id().starts_with("applications.carried_out")) {
            return;
        }
        let left = Term { id: carried_in, tag: "", figure: ours };
        let right = Term { id: carried_out, tag: PREVIOUS, figure: theirs };
        if out.count(&confront(&[left], Comparison::Equal, &[right])) {
            broken.push((left, right));
        }
    }
    let Some(&(left, right)) = broken.first() else { return };
    let (severity, why) = weigh(pair, &broken);
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    for (left, right) in &broken {
        let Some((ours, theirs)) = left.value().zip(right.value()) else { continue };
        let fact = pair.report.fact(left.id);
        let column = fact.map_or_else(|| "总计".to_owned(), |it| it.label.halves().1.to_string());
        let english = left.id.rsplit('.').next().unwrap_or_default().replace('_', " ");
        zh.push(format!("“{column}”栏本年填{ours}，上年结转出{theirs}"));
        en.push(format!("column “{english}” has {ours} where {theirs} were carried out"));
    }
    let row = pair.report.fact(left.id).map_or_else(|| "“上年结转政府信息公开申请数量”行".to_owned(), row_zh);
    let line = right.figure.map_or(0, |it| it.line);
    let ((other_zh, other_en), (this_zh, this_en)) = (pair.other(line), pair.this());
    let facts = broken.iter().flat_map(|(left, right)| [left.tagged(), right.tagged()]).collect();
    let draft = Draft {
        rule: "carry-over",
        severity,
        outcome: Outcome::Violated,
        message: Message::new(
            format!(
                "{this_zh}{row}与{other_zh}“结转下年度继续办理”行不一致：{}；{}先看本年的这一行，再对照上年报告的末行。",
                zh.join("，"),
                why.zh
            ),
            format!(
                "Applications carried in, {this_en}, are not those carried out, {other_en}: {}; {}look at this row first, then at the last row of last year's table.",
                en.join(", "),
                why.en
            ),
        ),
        sides: Some((side(&[left]), side(&[right]))),
        facts,
    };
    out.findings.push(draft.finding(pair.report));
}

/// How bad it is, and what may be the cause.
fn weigh(pair: &Pair<'_>, broken: &[(Term<'_>, Term<'_>)]) -> (Severity, Message) {
    if let Some(excuse) = pair.excuse() {
        return (Severity::Note, Message::new(excuse.zh + "；", excuse.en + "; "));
    }
    if broken.iter().any(|(left, right)| left.is_disputed() || right.is_disputed()) {
        return (
            Severity::Note,
            Message::new(
                "其中有的数所在的算式本身不平，先改正那一处；",
                "some of these figures stand in sums that do not add up, mend those first; ",
            ),
        );
    }
    let is_total = |left: &Term<'_>| left.id.rsplit('.').next() == Some(COLUMNS[0]);
    let total_broken = broken.iter().any(|(left, _)| is_total(left));
    if !total_broken {
        let why = Message::new(
            "总计一致，可能是申请人类别填错了栏；",
            "the totals agree, so the kind of applicant was probably put in the wrong column; ",
        );
        return (Severity::Warning, why);
    }
    let own = pair.new.scope == Scope::Own && pair.old.scope == Scope::Own;
    let zero = broken
        .iter()
        .any(|(left, _)| is_total(left) && left.value().is_some_and(gongkai_text::Decimal::is_zero));
    let why = if zero {
        Message::new(
            "上年未办结的申请可能漏填了；",
            "open applications of last year were probably left out; ",
        )
    } else {
        Message::default()
    };
    (if own { Severity::Error } else { Severity::Warning }, why)
}
