//! What the annual report forms of 2019 and 2021 share: the columns and first rows of table 3, and table 4.

use gongkai_extract::{Block, Column, Needs, Row, Table};
use gongkai_model::{Identity, Relation, Severity, Strength};

/// 申请人情况: the seven columns of table 3.
pub(crate) const APPLICANTS: &[Column] = &[
    Column::new("natural_person", "自然人"),
    Column::new("commercial_enterprise", "商业企业"),
    Column::new("research_institution", "科研机构"),
    Column::new("social_public_welfare_organization", "社会公益组织").or(&["社会组织"]),
    Column::new("legal_service_institution", "法律服务机构"),
    Column::new("other_organization", "其他").or(&["其他组织", "其他法人"]),
    Column::new("total", "总计").or(&["合计"]),
];

/// Keys of [`APPLICANTS`].
pub(crate) const APPLICANT_KEYS: &[&str] = &[
    "natural_person",
    "commercial_enterprise",
    "research_institution",
    "social_public_welfare_organization",
    "legal_service_institution",
    "other_organization",
    "total",
];

/// Titles above the columns and beside the rows of table 3.
pub(crate) const APPLICATION_HEADINGS: &[&str] = &["申请人情况", "法人或其他组织", "勾稽关系"];

/// The rows of table 3 up to （五）不予处理, the same on both forms.
pub(crate) const OUTCOMES: &[Row] = &[
    Row::new("一、本年新收政府信息公开申请数量", "applications.received").or(&["本年新收"]),
    Row::new("二、上年结转政府信息公开申请数量", "applications.carried_in").or(&["上年结转"]),
    Row::new("（一）予以公开", "applications.outcome.granted_full"),
    Row::new("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "applications.outcome.granted_part")
        .or(&["（二）部分公开", "（二）部分公开（区分处理）"]),
    Row::new("1.属于国家秘密", "applications.outcome.denied.state_secret").under("不予公开"),
    Row::new("2.其他法律行政法规禁止公开", "applications.outcome.denied.prohibited_by_law")
        .under("不予公开")
        .or(&["2.其他法律、行政法规禁止公开"]),
    Row::new("3.危及“三安全一稳定”", "applications.outcome.denied.three_securities_one_stability")
        .under("不予公开")
        .or(&["危及国家安全、公共安全、经济安全、社会稳定"]),
    Row::new("4.保护第三方合法权益", "applications.outcome.denied.third_party_rights").under("不予公开"),
    Row::new("5.属于三类内部事务信息", "applications.outcome.denied.internal_affairs").under("不予公开"),
    Row::new("6.属于四类过程性信息", "applications.outcome.denied.deliberative_process").under("不予公开"),
    Row::new("7.属于行政执法案卷", "applications.outcome.denied.enforcement_case_file")
        .under("不予公开")
        .or(&["7.属于行政执法案卷信息"]),
    Row::new("8.属于行政查询事项", "applications.outcome.denied.administrative_inquiry").under("不予公开"),
    Row::new("1.本机关不掌握相关政府信息", "applications.outcome.unable_to_provide.not_held")
        .under("无法提供"),
    Row::new("2.没有现成信息需要另行制作", "applications.outcome.unable_to_provide.needs_creation")
        .under("无法提供"),
    Row::new(
        "3.补正后申请内容仍不明确",
        "applications.outcome.unable_to_provide.still_unclear_after_correction",
    )
    .under("无法提供"),
    Row::new("1.信访举报投诉类申请", "applications.outcome.not_processed.petition_or_complaint")
        .under("不予处理"),
    Row::new("2.重复申请", "applications.outcome.not_processed.duplicate").under("不予处理"),
    Row::new("3.要求提供公开出版物", "applications.outcome.not_processed.publications").under("不予处理"),
    Row::new("4.无正当理由大量反复申请", "applications.outcome.not_processed.excessive").under("不予处理"),
    Row::new(
        "5.要求行政机关确认或重新出具已获取信息",
        "applications.outcome.not_processed.confirm_or_reissue",
    )
    .under("不予处理")
    .or(&["5.要求行政机关确认或重新出具"]),
];

/// Titles over five columns of table 4 each.
const REVIEWS: &str = "行政复议";
const DIRECT_SUITS: &str = "未经复议直接起诉";
const LATER_SUITS: &str = "复议后起诉";

/// 四、政府信息公开行政复议、行政诉讼情况: one row of fifteen cells, known by its place.
pub(crate) const DISPUTES: Table = Table {
    number: 4,
    caption: "政府信息公开行政复议、行政诉讼情况",
    needs: Needs::USUAL,
    headings: &["行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉", "尚未审结"],
    blocks: &[Block {
        columns: &[
            Column::new("review.upheld", "结果维持").in_group(REVIEWS),
            Column::new("review.corrected", "结果纠正").in_group(REVIEWS),
            Column::new("review.other", "其他结果").in_group(REVIEWS),
            Column::new("review.pending", "尚未审结").in_group(REVIEWS),
            Column::new("review.total", "总计").or(&["合计"]).in_group(REVIEWS),
            Column::new("litigation.direct.upheld", "结果维持").in_group(DIRECT_SUITS),
            Column::new("litigation.direct.corrected", "结果纠正").in_group(DIRECT_SUITS),
            Column::new("litigation.direct.other", "其他结果").in_group(DIRECT_SUITS),
            Column::new("litigation.direct.pending", "尚未审结").in_group(DIRECT_SUITS),
            Column::new("litigation.direct.total", "总计").or(&["合计"]).in_group(DIRECT_SUITS),
            Column::new("litigation.after_review.upheld", "结果维持").in_group(LATER_SUITS),
            Column::new("litigation.after_review.corrected", "结果纠正").in_group(LATER_SUITS),
            Column::new("litigation.after_review.other", "其他结果").in_group(LATER_SUITS),
            Column::new("litigation.after_review.pending", "尚未审结").in_group(LATER_SUITS),
            Column::new("litigation.after_review.total", "总计").or(&["合计"]).in_group(LATER_SUITS),
        ],
        rows: &[Row::UNLABELLED],
    }],
};

const BALANCE: &str = "本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和";

/// 第一项加第二项之和，等于第三项加第四项之和, in every column.
pub(crate) const fn balance(id: &'static str) -> Identity {
    Identity {
        id,
        rule: "applications-balance",
        left: &["applications.received.{}", "applications.carried_in.{}"],
        relation: Relation::Equal,
        right: &["applications.processed.{}", "applications.carried_out.{}"],
        each: APPLICANT_KEYS,
        strength: Strength::Mandatory,
        severity: Severity::Error,
        basis: BALANCE,
    }
}

/// （七）总计 is the sum of the `outcomes`, in every column.
pub(crate) const fn outcomes_total(id: &'static str, outcomes: &'static [&'static str]) -> Identity {
    Identity {
        id,
        rule: "outcomes-total",
        left: &["applications.processed.{}"],
        relation: Relation::Equal,
        right: outcomes,
        each: APPLICANT_KEYS,
        strength: Strength::Mandatory,
        severity: Severity::Error,
        basis: "（七）总计；（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    }
}

/// 总计 is the sum of the six kinds of applicant, in each of `rows`.
pub(crate) const fn row_total(id: &'static str, rows: &'static [&'static str]) -> Identity {
    Identity {
        id,
        rule: "row-total",
        left: &["{}.total"],
        relation: Relation::Equal,
        right: &[
            "{}.natural_person",
            "{}.commercial_enterprise",
            "{}.research_institution",
            "{}.social_public_welfare_organization",
            "{}.legal_service_institution",
            "{}.other_organization",
        ],
        each: rows,
        strength: Strength::Mandatory,
        severity: Severity::Error,
        basis: "总计",
    }
}

/// 总计 of one block of table 4 is the sum of its four results.
pub(crate) const fn dispute_total(
    id: &'static str,
    rule: &'static str,
    total: &'static [&'static str],
    results: &'static [&'static str],
    basis: &'static str,
) -> Identity {
    Identity {
        id,
        rule,
        left: total,
        relation: Relation::Equal,
        right: results,
        each: &[],
        strength: Strength::Mandatory,
        severity: Severity::Error,
        basis,
    }
}

/// The three blocks of table 4.
pub(crate) const REVIEW: (&[&str], &[&str]) =
    (&["review.total"], &["review.upheld", "review.corrected", "review.other", "review.pending"]);
/// 未经复议直接起诉.
pub(crate) const DIRECT: (&[&str], &[&str]) = (
    &["litigation.direct.total"],
    &[
        "litigation.direct.upheld",
        "litigation.direct.corrected",
        "litigation.direct.other",
        "litigation.direct.pending",
    ],
);
/// 复议后起诉.
pub(crate) const AFTER_REVIEW: (&[&str], &[&str]) = (
    &["litigation.after_review.total"],
    &[
        "litigation.after_review.upheld",
        "litigation.after_review.corrected",
        "litigation.after_review.other",
        "litigation.after_review.pending",
    ],
);

/// What is carried out cannot exceed what came in.
pub(crate) const fn intake(id: &'static str) -> Identity {
    Identity {
        id,
        rule: "carried-out-above-intake",
        left: &["applications.received.{}", "applications.carried_in.{}"],
        relation: Relation::AtLeast,
        right: &["applications.carried_out.{}"],
        each: APPLICANT_KEYS,
        strength: Strength::Implied,
        severity: Severity::Error,
        basis: BALANCE,
    }
}
