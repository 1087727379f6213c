//! What the tables say about a thing that a sentence counts: the expected cells, and other admissible expressions over them.

use super::figures::of_fact;
use crate::figure::{Figure, balance};
use gongkai_model::{Fact, Mention, Report};

/// Cells of the tables added and subtracted, with a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Expression {
    plus: &'static [&'static str],
    minus: &'static [&'static str],
    /// Whether it is a part of the thing only, and so explains no zero.
    partial: bool,
    pub zh: &'static str,
    pub en: &'static str,
}

const fn sum(plus: &'static [&'static str], zh: &'static str, en: &'static str) -> Expression {
    Expression { plus, minus: &[], partial: false, zh, en }
}

const fn less(
    plus: &'static [&'static str],
    minus: &'static [&'static str],
    zh: &'static str,
    en: &'static str,
) -> Expression {
    Expression { plus, minus, partial: true, zh, en }
}

const fn part(plus: &'static [&'static str], zh: &'static str, en: &'static str) -> Expression {
    Expression { plus, minus: &[], partial: true, zh, en }
}

const RECEIVED: &str = "applications.received.total";
const CARRIED_IN: &str = "applications.carried_in.total";
const PROCESSED: &str = "applications.processed.total";
const CARRIED_OUT: &str = "applications.carried_out.total";
const ORGANISATIONS: [&str; 5] = [
    "applications.received.commercial_enterprise",
    "applications.received.research_institution",
    "applications.received.social_public_welfare_organization",
    "applications.received.legal_service_institution",
    "applications.received.other_organization",
];
const ORGANISATIONS_AND_CARRIED_IN: [&str; 10] = [
    ORGANISATIONS[0],
    ORGANISATIONS[1],
    ORGANISATIONS[2],
    ORGANISATIONS[3],
    ORGANISATIONS[4],
    "applications.carried_in.commercial_enterprise",
    "applications.carried_in.research_institution",
    "applications.carried_in.social_public_welfare_organization",
    "applications.carried_in.legal_service_institution",
    "applications.carried_in.other_organization",
];
const GRANTED: [&str; 2] =
    ["applications.outcome.granted_full.total", "applications.outcome.granted_part.total"];

/// What a sentence on the applications of one kind of applicant may mean instead.
macro_rules! applicant {
    ($kind:literal) => {
        (
            concat!("applications.received.", $kind),
            &[
                sum(
                    &[concat!("applications.received.", $kind), concat!("applications.carried_in.", $kind)],
                    "本年新收加上年结转",
                    "new and carried in",
                ),
                sum(&[concat!("applications.processed.", $kind)], "本年度办理结果总计", "total of outcomes"),
            ],
        )
    };
}

/// Expressions that a sentence on an indicator may mean instead, likeliest first.
static ALTERNATIVES: &[(&str, &[Expression])] = &[
    (
        RECEIVED,
        &[
            sum(&[RECEIVED, CARRIED_IN], "本年新收加上年结转", "new and carried in"),
            sum(&[PROCESSED], "本年度办理结果总计", "total of outcomes"),
            less(&[RECEIVED], &[CARRIED_OUT], "本年新收减结转下年", "new less carried out"),
            less(
                &[RECEIVED],
                &["applications.outcome.other.subtotal.total"],
                "本年新收减其他处理",
                "new less otherwise handled",
            ),
            less(
                &[RECEIVED],
                &["applications.outcome.other.miscellaneous.total"],
                "本年新收减其他处理中的其他",
                "new less otherwise handled",
            ),
            part(&["applications.received.natural_person"], "本年新收中的自然人", "new from natural persons"),
            part(&ORGANISATIONS, "本年新收中的法人或其他组织", "new from organisations"),
            sum(&["applications.closed.total"], "申请办结数", "applications closed"),
            part(&["applications.received_by_channel.online"], "网络申请数", "applications received online"),
        ],
    ),
    (
        "applications.received.organizations",
        &[sum(&ORGANISATIONS_AND_CARRIED_IN, "本年新收加上年结转", "new and carried in")],
    ),
    applicant!("natural_person"),
    applicant!("commercial_enterprise"),
    applicant!("research_institution"),
    applicant!("social_public_welfare_organization"),
    applicant!("legal_service_institution"),
    applicant!("other_organization"),
    (
        PROCESSED,
        &[
            sum(&[RECEIVED, CARRIED_IN], "本年新收加上年结转", "new and carried in"),
            sum(&[RECEIVED], "本年新收", "newly received"),
            less(&[RECEIVED], &[CARRIED_OUT], "本年新收减结转下年", "new less carried out"),
            less(
                &[PROCESSED],
                &["applications.outcome.other.subtotal.total"],
                "办理结果总计减其他处理",
                "outcomes less otherwise handled",
            ),
            less(
                &[PROCESSED],
                &["applications.outcome.other.miscellaneous.total"],
                "办理结果总计减其他处理中的其他",
                "outcomes less otherwise handled",
            ),
            less(
                &[PROCESSED],
                &[
                    "applications.outcome.other.correction_overdue.total",
                    "applications.outcome.other.fee_overdue.total",
                    "applications.outcome.other.miscellaneous.total",
                ],
                "办理结果总计减其他处理",
                "outcomes less otherwise handled",
            ),
            part(
                &["applications.processed.natural_person"],
                "办理结果中的自然人",
                "outcomes for natural persons",
            ),
            part(&GRANTED, "予以公开加部分公开", "granted in full or in part"),
        ],
    ),
    (
        "applications.closed.total",
        &[
            sum(&[RECEIVED], "收到申请数", "applications received"),
            part(&["applications.closed.on_time"], "按时办结数", "closed on time"),
            sum(&["applications.replied.total"], "申请答复数", "applications replied to"),
        ],
    ),
    (
        "applications.replied.total",
        &[
            sum(&[RECEIVED], "收到申请数", "applications received"),
            sum(&["applications.closed.total"], "申请办结数", "applications closed"),
            part(&["applications.closed.on_time"], "按时办结数", "closed on time"),
        ],
    ),
    (
        "applications.outcome.granted_full.total",
        &[sum(&GRANTED, "予以公开加部分公开", "granted in full or in part")],
    ),
    (
        "applications.replied.granted_full",
        &[
            sum(
                &["applications.replied.granted_full", "applications.replied.granted_part"],
                "同意公开加同意部分公开",
                "granted in full or in part",
            ),
            sum(
                &["applications.replied.granted_full", "applications.replied.already_public"],
                "同意公开加已主动公开",
                "granted or already public",
            ),
        ],
    ),
    (
        "review.total",
        &[less(&["review.total"], &["review.pending"], "行政复议总计减尚未审结", "reviews less pending")],
    ),
    (
        "litigation.all.total",
        &[
            part(&["litigation.direct.total"], "未经复议直接起诉", "direct actions"),
            part(&["litigation.after_review.total"], "复议后起诉", "actions after review"),
            less(
                &["litigation.direct.total", "litigation.after_review.total"],
                &["litigation.direct.pending", "litigation.after_review.pending"],
                "行政诉讼总计减尚未审结",
                "litigation less pending",
            ),
        ],
    ),
    (
        "proactive.normative_documents.issued",
        &[
            sum(&["proactive.normative_documents.newly_made"], "本年新制作数量", "newly made"),
            sum(&["proactive.normative_documents.newly_disclosed"], "本年新公开数量", "newly disclosed"),
            sum(&["proactive.normative_documents.total_disclosed"], "对外公开总数量", "disclosed in all"),
        ],
    ),
    (
        "proactive.normative_documents.newly_made",
        &[
            sum(&["proactive.normative_documents.newly_disclosed"], "本年新公开数量", "newly disclosed"),
            sum(&["proactive.normative_documents.total_disclosed"], "对外公开总数量", "disclosed in all"),
        ],
    ),
    (
        "proactive.normative_documents.newly_disclosed",
        &[
            sum(&["proactive.normative_documents.newly_made"], "本年新制作数量", "newly made"),
            sum(&["proactive.normative_documents.total_disclosed"], "对外公开总数量", "disclosed in all"),
        ],
    ),
    (
        "proactive.normative_documents.total_disclosed",
        &[
            sum(&["proactive.normative_documents.newly_disclosed"], "本年新公开数量", "newly disclosed"),
            sum(&["proactive.normative_documents.newly_made"], "本年新制作数量", "newly made"),
        ],
    ),
    (
        "proactive.normative_documents.disclosed_items",
        &[sum(&["proactive.normative_documents.issued"], "制发规范性文件总数", "normative documents issued")],
    ),
];

/// Other expressions a sentence on indicator `id` may mean.
pub(super) fn alternatives(id: &str) -> impl Iterator<Item = &'static Expression> {
    let of = ALTERNATIVES.iter().find(|(known, _)| *known == id);
    of.into_iter().flat_map(|(_, expressions)| *expressions)
}

/// Whether `figures` together can be what the tables give for `expression`.
pub(super) fn holds(expression: &Expression, report: &Report, figures: &[Figure]) -> bool {
    let read =
        |ids: &[&str]| -> Option<Vec<Figure>> { ids.iter().map(|id| of_fact(report.fact(id)?)).collect() };
    let Some((plus, minus)) = read(expression.plus).zip(read(expression.minus)) else { return false };
    let left: Vec<Figure> = figures.iter().copied().chain(minus).collect();
    let zero = figures.iter().all(|it| it.value() == crate::figure::Number::ZERO);
    !(expression.partial && zero) && balance(&left, &plus).status.holds()
}

/// Whether the tables give what the mention counts; where none was found they give nothing.
pub(super) fn is_tabled(report: &Report, mention: &Mention) -> bool {
    cells(report, mention).iter().any(|fact| fact.presence != gongkai_model::Presence::NotFound)
}

/// The cells whose sum a mention should give; empty where the tables have none for it.
pub(super) fn cells<'a>(report: &'a Report, mention: &Mention) -> Vec<&'a Fact> {
    let fact = |id: &str| report.fact(id);
    if let Some(id) = mention.indicator.as_deref() {
        if let Some(own) = fact(id) {
            return vec![own];
        }
        // Litigation of both kinds, where the form has no row for all of it.
        if let Some(cell) = id.strip_prefix("litigation.all.") {
            let both = ["direct", "after_review"].map(|kind| fact(&format!("litigation.{kind}.{cell}")));
            return both.into_iter().collect::<Option<Vec<_>>>().unwrap_or_default();
        }
    }
    match mention.group {
        Some("applications.received.organizations") => {
            ORGANISATIONS.iter().map(|id| fact(id)).collect::<Option<Vec<_>>>().unwrap_or_default()
        }
        Some(group) => {
            let of_group = |fact: &&Fact| {
                let rest = fact.indicator.id().strip_prefix(group).and_then(|rest| rest.strip_prefix('.'));
                rest.and_then(|rest| rest.strip_suffix(".total")).is_some() && fact.measure.is_year()
            };
            report.facts.iter().filter(of_group).collect()
        }
        None => Vec::new(),
    }
}
