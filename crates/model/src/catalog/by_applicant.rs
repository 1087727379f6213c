//! Table 3: twenty-six rows, each with seven kinds of applicant.

use crate::{IndicatorDef, ValueKind};
use gongkai_text::Unit;

/// Lines of id, printed label without its enumerator, English name; each becomes one indicator per column.
macro_rules! by_applicant {
    ($($id:literal, $label:literal, $name:literal;)*) => {
        &[$(
            column!($id, ".natural_person", $label, " · 自然人", $name, ", natural persons"),
            column!($id, ".commercial_enterprise", $label, " · 商业企业", $name, ", commercial enterprises"),
            column!($id, ".research_institution", $label, " · 科研机构", $name, ", research institutions"),
            column!($id, ".social_public_welfare_organization", $label, " · 社会公益组织", $name, ", social and public-welfare organisations"),
            column!($id, ".legal_service_institution", $label, " · 法律服务机构", $name, ", legal service institutions"),
            column!($id, ".other_organization", $label, " · 其他", $name, ", other organisations"),
            column!($id, ".total", $label, " · 总计", $name, ", total"),
        )*]
    };
}

macro_rules! column {
    ($id:literal, $key:literal, $label:literal, $column:literal, $name:literal, $applicants:literal) => {
        IndicatorDef {
            id: concat!($id, $key),
            label: concat!($label, $column),
            name: concat!($name, $applicants),
            unit: Some(Unit::CASE),
            kind: ValueKind::Count,
        }
    };
}

pub(super) static BY_APPLICANT: &[IndicatorDef] = by_applicant! {
    "applications.received", "本年新收政府信息公开申请数量", "Applications received";
    "applications.carried_in", "上年结转政府信息公开申请数量", "Applications carried over from the previous year";
    "applications.outcome.granted_full", "予以公开", "Granted in full";
    "applications.outcome.granted_part", "部分公开", "Granted in part";
    "applications.outcome.denied.state_secret", "不予公开：属于国家秘密", "Denied: state secret";
    "applications.outcome.denied.prohibited_by_law", "不予公开：其他法律行政法规禁止公开", "Denied: prohibited by law";
    "applications.outcome.denied.three_securities_one_stability", "不予公开：危及“三安全一稳定”", "Denied: three securities and one stability";
    "applications.outcome.denied.third_party_rights", "不予公开：保护第三方合法权益", "Denied: rights of a third party";
    "applications.outcome.denied.internal_affairs", "不予公开：属于三类内部事务信息", "Denied: internal affairs";
    "applications.outcome.denied.deliberative_process", "不予公开：属于四类过程性信息", "Denied: deliberative process";
    "applications.outcome.denied.enforcement_case_file", "不予公开：属于行政执法案卷", "Denied: enforcement case file";
    "applications.outcome.denied.administrative_inquiry", "不予公开：属于行政查询事项", "Denied: matter of administrative inquiry";
    "applications.outcome.unable_to_provide.not_held", "无法提供：本机关不掌握相关政府信息", "Unable to provide: not held";
    "applications.outcome.unable_to_provide.needs_creation", "无法提供：没有现成信息需要另行制作", "Unable to provide: needs creation";
    "applications.outcome.unable_to_provide.still_unclear_after_correction", "无法提供：补正后申请内容仍不明确", "Unable to provide: still unclear after correction";
    "applications.outcome.not_processed.petition_or_complaint", "不予处理：信访举报投诉类申请", "Not processed: petition or complaint";
    "applications.outcome.not_processed.duplicate", "不予处理：重复申请", "Not processed: duplicate";
    "applications.outcome.not_processed.publications", "不予处理：要求提供公开出版物", "Not processed: asks for publications";
    "applications.outcome.not_processed.excessive", "不予处理：无正当理由大量反复申请", "Not processed: excessive without good reason";
    "applications.outcome.not_processed.confirm_or_reissue", "不予处理：要求行政机关确认或重新出具已获取信息", "Not processed: asks to confirm or reissue";
    "applications.outcome.other.subtotal", "其他处理", "Other handling";
    "applications.processed", "办理结果总计", "Applications processed";
    "applications.carried_out", "结转下年度继续办理", "Applications carried over to the next year";
    "applications.outcome.other.correction_overdue", "其他处理：申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "Other handling: correction overdue";
    "applications.outcome.other.fee_overdue", "其他处理：申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "Other handling: fee overdue";
    "applications.outcome.other.miscellaneous", "其他处理：其他", "Other handling: miscellaneous";
};
