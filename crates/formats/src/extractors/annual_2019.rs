//! 年度报告格式（试行） (2019-2020): tables 2 (22 cells), 3 (23 rows × 7) and 4 (15 cells).
//!
//! Basis: 国办公开办函〔2019〕60号. 采购总金额 prints no unit: an amount without one is ambiguous between 元 and 万元.

use crate::annual::{
    AFTER_REVIEW, APPLICANTS, APPLICATION_HEADINGS, DIRECT, DISPUTES, OUTCOMES, REVIEW, balance, dispute_total, intake, outcomes_total, row_total,
};
use gongkai_extract::{Block, Column, Extractor, Needs, Row, Table, Template, register};
use gongkai_model::{Identity, Relation, Severity, Strength};

static FORM: Template = Template {
    id: "annual-2019",
    title: "年度报告格式（试行）",
    name: "Annual report, trial form",
    basis: "国办公开办函〔2019〕60号",
    years: "2019-2020",
    tables: &[DISCLOSED, APPLICATIONS, DISPUTES],
    identities: IDENTITIES,
    indicators: &[],
};

/// 二、主动公开政府信息情况.
const DISCLOSED: Table = Table {
    number: 2,
    caption: "主动公开政府信息情况",
    needs: Needs::USUAL,
    headings: &["第二十条第（一）项", "第二十条第（五）项", "第二十条第（六）项", "第二十条第（八）项", "第二十条第（九）项", "信息内容"],
    blocks: &[
        Block {
            columns: &[
                Column::new("newly_made", "本年新制作数量"),
                Column::new("newly_disclosed", "本年新公开数量"),
                Column::new("total_disclosed", "对外公开总数量"),
            ],
            rows: &[
                Row::new("规章", "proactive.regulations").or(&["规章（设区的市、自治州人民政府应提供相关数据）"]),
                Row::new("规范性文件", "proactive.normative_documents").or(&["行政规范性文件"]),
            ],
        },
        Block {
            columns: &[
                Column::new("items_previous_year", "上一年项目数量"),
                Column::new("items_change", "本年增/减"),
                Column::new("decisions", "处理决定数量"),
            ],
            rows: &[
                Row::new("行政许可", "proactive.licensing"),
                Row::new("其他对外管理服务事项", "proactive.other_external_services"),
            ],
        },
        Block {
            columns: &[
                Column::new("items_previous_year", "上一年项目数量"),
                Column::new("items_change", "本年增/减"),
                Column::new("decisions", "处理决定数量"),
            ],
            rows: &[
                Row::new("行政处罚", "proactive.penalties"),
                Row::new("行政强制", "proactive.coercive_measures"),
            ],
        },
        Block {
            columns: &[
                Column::new("items_previous_year", "上一年项目数量"),
                Column::new("items_change", "本年增/减"),
            ],
            rows: &[
                Row::new("行政事业性收费", "proactive.administrative_fees").or(&["行政事业型收费"]),
            ],
        },
        Block {
            columns: &[
                Column::new("projects", "采购项目数量"),
                Column::new("amount", "采购总金额"),
            ],
            rows: &[
                Row::new("政府集中采购", "proactive.central_procurement"),
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
                Row::new("（六）其他处理", "applications.outcome.other.subtotal"),
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
    "applications.outcome.other.subtotal.{}",
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
    "applications.outcome.other.subtotal",
    "applications.processed",
    "applications.carried_out",
];

static IDENTITIES: &[Identity] = &[
    balance("B01"),
    outcomes_total("B02", SUMMED),
    row_total("B03", ROWS),
    dispute_total("B04.review", "review-total", REVIEW.0, REVIEW.1, "行政复议：总计"),
    dispute_total("B04.direct", "litigation-total", DIRECT.0, DIRECT.1, "未经复议直接起诉：总计"),
    dispute_total("B04.after_review", "litigation-total", AFTER_REVIEW.0, AFTER_REVIEW.1, "复议后起诉：总计"),
    intake("B05"),
    Identity {
        id: "B06",
        rule: "disclosed-above-stock",
        left: &["{}.newly_disclosed"],
        relation: Relation::AtMost,
        right: &["{}.total_disclosed"],
        each: &["proactive.regulations", "proactive.normative_documents"],
        strength: Strength::Implied,
        severity: Severity::Warning,
        basis: "本年新公开数量；对外公开总数量",
    },
    Identity {
        id: "B07",
        rule: "negative-stock",
        left: &["{}.items_previous_year", "{}.items_change"],
        relation: Relation::AtLeast,
        right: &[],
        each: &[
            "proactive.licensing",
            "proactive.other_external_services",
            "proactive.penalties",
            "proactive.coercive_measures",
            "proactive.administrative_fees",
        ],
        strength: Strength::Implied,
        severity: Severity::Warning,
        basis: "上一年项目数量；本年增/减",
    },
];

struct Annual2019;

impl Extractor for Annual2019 {
    fn template(&self) -> &'static Template {
        &FORM
    }
}

register!(Annual2019);
