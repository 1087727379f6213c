//! 年度报告格式 (2021-): tables 2 (10 cells), 3 (25 rows × 7) and 4 (15 cells).
//!
//! Basis: 国办公开办函〔2021〕30号.

use crate::annual::{
    AFTER_REVIEW, APPLICANTS, APPLICATION_HEADINGS, DIRECT, DISPUTES, OUTCOMES, REVIEW, balance, dispute_total, intake, outcomes_total, row_total,
};
use gongkai_extract::{Block, Column, Extractor, Needs, Row, Table, Template, register};
use gongkai_model::{Identity, Relation, Severity, Strength};

static FORM: Template = Template {
    id: "annual-2021",
    title: "年度报告格式",
    name: "Annual report",
    basis: "国办公开办函〔2021〕30号",
    years: "2021-",
    tables: &[DISCLOSED, APPLICATIONS, DISPUTES],
    identities: IDENTITIES,
    indicators: &[],
};

/// 二、主动公开政府信息情况.
const DISCLOSED: Table = Table {
    number: 2,
    caption: "主动公开政府信息情况",
    needs: Needs::USUAL,
    headings: &["第二十条第（一）项", "第二十条第（五）项", "第二十条第（六）项", "第二十条第（八）项", "信息内容"],
    blocks: &[
        Block {
            columns: &[
                Column::new("issued", "本年制发件数"),
                Column::new("repealed", "本年废止件数"),
                Column::new("in_force", "现行有效件数"),
            ],
            rows: &[
                Row::new("规章", "proactive.regulations"),
                Row::new("行政规范性文件", "proactive.normative_documents").or(&["规范性文件"]),
            ],
        },
        Block {
            columns: &[
                Column::new("decisions", "本年处理决定数量"),
            ],
            rows: &[
                Row::new("行政许可", "proactive.licensing"),
            ],
        },
        Block {
            columns: &[
                Column::new("decisions", "本年处理决定数量"),
            ],
            rows: &[
                Row::new("行政处罚", "proactive.penalties"),
                Row::new("行政强制", "proactive.coercive_measures"),
            ],
        },
        Block {
            columns: &[
                Column::new("amount", "本年收费金额（单位：万元）").or(&["本年收费金额"]),
            ],
            rows: &[
                Row::new("行政事业性收费", "proactive.administrative_fees").or(&["行政事业型收费"]),
            ],
        },
    ],
};

/// 三、收到和处理政府信息公开申请情况.
const APPLICATIONS: Table = Table {
    number: 3,
    caption: "收到和处理政府信息公开申请情况",
    needs: Needs::USUAL,
    headings: APPLICATION_HEADINGS,
    blocks: &[
        Block { columns: APPLICANTS, rows: OUTCOMES },
        Block {
            columns: APPLICANTS,
            rows: &[
                Row::new("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "applications.outcome.other.correction_overdue").under("其他处理"),
                Row::new("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "applications.outcome.other.fee_overdue").under("其他处理"),
                Row::new("3.其他", "applications.outcome.other.miscellaneous").under("其他处理").or(&["3.其他原因"]),
                Row::new("（七）总计", "applications.processed").under("本年度办理结果").or(&["本年度办理结果总计", "（7）总计"]),
                Row::new("四、结转下年度继续办理", "applications.carried_out").or(&["四、结转下一年度继续办理", "结转下一年继续办理"]),
            ],
        },
    ],
};

/// The outcomes that （七）总计 sums up.
const SUMMED: &[&str] = &[
    "applications.outcome.granted_full.{}",
    "applications.outcome.granted_part.{}",
    "applications.outcome.denied.state_secret.{}",
    "applications.outcome.denied.prohibited_by_law.{}",
    "applications.outcome.denied.three_securities_one_stability.{}",
    "applications.outcome.denied.third_party_rights.{}",
    "applications.outcome.denied.internal_affairs.{}",
    "applications.outcome.denied.deliberative_process.{}",
    "applications.outcome.denied.enforcement_case_file.{}",
    "applications.outcome.denied.administrative_inquiry.{}",
    "applications.outcome.unable_to_provide.not_held.{}",
    "applications.outcome.unable_to_provide.needs_creation.{}",
    "applications.outcome.unable_to_provide.still_unclear_after_correction.{}",
    "applications.outcome.not_processed.petition_or_complaint.{}",
    "applications.outcome.not_processed.duplicate.{}",
    "applications.outcome.not_processed.publications.{}",
    "applications.outcome.not_processed.excessive.{}",
    "applications.outcome.not_processed.confirm_or_reissue.{}",
    "applications.outcome.other.correction_overdue.{}",
    "applications.outcome.other.fee_overdue.{}",
    "applications.outcome.other.miscellaneous.{}",
];

/// Every row of table 3.
const ROWS: &[&str] = &[
    "applications.received",
    "applications.carried_in",
    "applications.outcome.granted_full",
    "applications.outcome.granted_part",
    "applications.outcome.denied.state_secret",
    "applications.outcome.denied.prohibited_by_law",
    "applications.outcome.denied.three_securities_one_stability",
    "applications.outcome.denied.third_party_rights",
    "applications.outcome.denied.internal_affairs",
    "applications.outcome.denied.deliberative_process",
    "applications.outcome.denied.enforcement_case_file",
    "applications.outcome.denied.administrative_inquiry",
    "applications.outcome.unable_to_provide.not_held",
    "applications.outcome.unable_to_provide.needs_creation",
    "applications.outcome.unable_to_provide.still_unclear_after_correction",
    "applications.outcome.not_processed.petition_or_complaint",
    "applications.outcome.not_processed.duplicate",
    "applications.outcome.not_processed.publications",
    "applications.outcome.not_processed.excessive",
    "applications.outcome.not_processed.confirm_or_reissue",
    "applications.outcome.other.correction_overdue",
    "applications.outcome.other.fee_overdue",
    "applications.outcome.other.miscellaneous",
    "applications.processed",
    "applications.carried_out",
];

static IDENTITIES: &[Identity] = &[
    balance("C01"),
    outcomes_total("C02", SUMMED),
    row_total("C03", ROWS),
    dispute_total("C04.review", "review-total", REVIEW.0, REVIEW.1, "行政复议：总计"),
    dispute_total("C04.direct", "litigation-total", DIRECT.0, DIRECT.1, "未经复议直接起诉：总计"),
    dispute_total("C04.after_review", "litigation-total", AFTER_REVIEW.0, AFTER_REVIEW.1, "复议后起诉：总计"),
    intake("C05"),
    Identity {
        id: "C06",
        rule: "in-force-below-issued",
        left: &["{}.in_force", "{}.repealed"],
        relation: Relation::AtLeast,
        right: &["{}.issued"],
        each: &["proactive.regulations", "proactive.normative_documents"],
        strength: Strength::Implied,
        severity: Severity::Warning,
        basis: "本年制发件数；本年废止件数；现行有效件数",
    },
];

struct Annual2021;

impl Extractor for Annual2021 {
    fn template(&self) -> &'static Template {
        &FORM
    }
}

register!(Annual2021);
