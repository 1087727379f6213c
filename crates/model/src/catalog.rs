//! The catalogue of the 278 indicators of the three statutory forms.
//!
//! Source: the annexes of 国办发〔2014〕32号, 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号. One id is one
//! indicator wherever it is printed; where two forms count differently the ids differ.

use crate::{Indicator, IndicatorDef, ValueKind};
use gongkai_text::Unit;

/// The columns of table 3 (申请人情况), in printed order: key, label, English name.
pub const APPLICANTS: [(&str, &str, &str); 7] = [
    ("natural_person", "自然人", "natural persons"),
    ("commercial_enterprise", "商业企业", "commercial enterprises"),
    ("research_institution", "科研机构", "research institutions"),
    ("social_public_welfare_organization", "社会公益组织", "social and public-welfare organisations"),
    ("legal_service_institution", "法律服务机构", "legal service institutions"),
    ("other_organization", "其他", "other organisations"),
    ("total", "总计", "total"),
];

/// The indicator `id`, when the catalogue has it.
pub fn find(id: &str) -> Option<Indicator> {
    SORTED
        .binary_search_by(|probe| INDICATORS[*probe].id.cmp(id))
        .ok()
        .map(|at| Indicator::new(&INDICATORS[SORTED[at]]))
}

/// Positions in [`INDICATORS`] by id.
static SORTED: std::sync::LazyLock<Vec<usize>> = std::sync::LazyLock::new(|| {
    let mut order: Vec<usize> = (0..INDICATORS.len()).collect();
    order.sort_by_key(|&at| INDICATORS[at].id);
    order
});

const COUNT: ValueKind = ValueKind::Count;

/// The rows of table 3: id, label without its enumerator, English name.
macro_rules! applicants {
    ($($id:literal, $label:literal, $name:literal;)*) => {
        &[$(
            plain(concat!($id, ".natural_person"), concat!($label, " · 自然人"), concat!($name, ", natural persons"), Some(Unit::CASE), COUNT),
            plain(concat!($id, ".commercial_enterprise"), concat!($label, " · 商业企业"), concat!($name, ", commercial enterprises"), Some(Unit::CASE), COUNT),
            plain(concat!($id, ".research_institution"), concat!($label, " · 科研机构"), concat!($name, ", research institutions"), Some(Unit::CASE), COUNT),
            plain(concat!($id, ".social_public_welfare_organization"), concat!($label, " · 社会公益组织"), concat!($name, ", social and public-welfare organisations"), Some(Unit::CASE), COUNT),
            plain(concat!($id, ".legal_service_institution"), concat!($label, " · 法律服务机构"), concat!($name, ", legal service institutions"), Some(Unit::CASE), COUNT),
            plain(concat!($id, ".other_organization"), concat!($label, " · 其他"), concat!($name, ", other organisations"), Some(Unit::CASE), COUNT),
            plain(concat!($id, ".total"), concat!($label, " · 总计"), concat!($name, ", total"), Some(Unit::CASE), COUNT),
        )*]
    };
}

const fn plain(
    id: &'static str,
    label: &'static str,
    name: &'static str,
    unit: Option<Unit>,
    kind: ValueKind,
) -> IndicatorDef {
    IndicatorDef { id, label, name, unit, kind }
}

/// Every indicator: the list of 2014, table 2 of 2019 and 2021, table 4, then table 3 row by row.
pub static INDICATORS: [IndicatorDef; 278] = joined();

const fn joined() -> [IndicatorDef; 278] {
    let mut all = [const { plain("", "", "", None, COUNT) }; 278];
    let mut at = 0;
    while at < SINGLE.len() {
        all[at] = copy(&SINGLE[at]);
        at += 1;
    }
    while at < all.len() {
        all[at] = copy(&BY_APPLICANT[at - SINGLE.len()]);
        at += 1;
    }
    all
}

const fn copy(it: &IndicatorDef) -> IndicatorDef {
    plain(it.id, it.label, it.name, it.unit, it.kind)
}

const SINGLE: &[IndicatorDef] = &[
    // 政府信息公开情况统计表, 2014.
    plain(
        "proactive.items_total",
        "主动公开政府信息数",
        "Items disclosed proactively, de-duplicated over channels",
        Some(Unit::ITEM),
        COUNT,
    ),
    plain(
        "proactive.normative_documents.disclosed_items",
        "主动公开规范性文件数",
        "Normative documents disclosed proactively",
        Some(Unit::ITEM),
        COUNT,
    ),
    plain(
        "proactive.normative_documents.issued",
        "制发规范性文件总数",
        "Normative documents issued",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "proactive.channel.gazette",
        "政府公报公开政府信息数",
        "Items disclosed in the gazette",
        Some(Unit::ITEM),
        COUNT,
    ),
    plain(
        "proactive.channel.website",
        "政府网站公开政府信息数",
        "Items disclosed on the government website",
        Some(Unit::ITEM),
        COUNT,
    ),
    plain(
        "proactive.channel.weibo",
        "政务微博公开政府信息数",
        "Items disclosed on government Weibo",
        Some(Unit::ITEM),
        COUNT,
    ),
    plain(
        "proactive.channel.wechat",
        "政务微信公开政府信息数",
        "Items disclosed on government WeChat",
        Some(Unit::ITEM),
        COUNT,
    ),
    plain(
        "proactive.channel.other",
        "其他方式公开政府信息数",
        "Items disclosed in other ways",
        Some(Unit::ITEM),
        COUNT,
    ),
    plain(
        "response.hot_topics",
        "回应公众关注热点或重大舆情数",
        "Public concerns and opinion events responded to, de-duplicated over ways",
        Some(Unit::TIME),
        COUNT,
    ),
    plain(
        "response.press_conferences.total",
        "参加或举办新闻发布会总次数",
        "Press conferences held or attended",
        Some(Unit::TIME),
        COUNT,
    ),
    plain(
        "response.press_conferences.principal_attended",
        "主要负责同志参加新闻发布会次数",
        "Press conferences attended by the principal",
        Some(Unit::TIME),
        COUNT,
    ),
    plain(
        "response.online_interviews.total",
        "政府网站在线访谈次数",
        "Online interviews on the government website",
        Some(Unit::TIME),
        COUNT,
    ),
    plain(
        "response.online_interviews.principal_attended",
        "主要负责同志参加政府网站在线访谈次数",
        "Online interviews given by the principal",
        Some(Unit::TIME),
        COUNT,
    ),
    plain(
        "response.interpretation_articles",
        "政策解读稿件发布数",
        "Articles interpreting policy",
        Some(Unit::ARTICLE),
        COUNT,
    ),
    plain(
        "response.weibo_wechat_events",
        "微博微信回应事件数",
        "Events responded to on Weibo and WeChat",
        Some(Unit::TIME),
        COUNT,
    ),
    plain(
        "response.other_events",
        "其他方式回应事件数",
        "Events responded to in other ways",
        Some(Unit::TIME),
        COUNT,
    ),
    plain(
        "applications.received_by_channel.in_person",
        "当面申请数",
        "Applications received in person",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "applications.received_by_channel.fax",
        "传真申请数",
        "Applications received by fax",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "applications.received_by_channel.online",
        "网络申请数",
        "Applications received online",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "applications.received_by_channel.mail",
        "信函申请数",
        "Applications received by mail",
        Some(Unit::CASE),
        COUNT,
    ),
    plain("applications.closed.total", "申请办结数", "Applications closed", Some(Unit::CASE), COUNT),
    plain(
        "applications.closed.on_time",
        "按时办结数",
        "Applications closed on time",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "applications.closed.extended",
        "延期办结数",
        "Applications closed after an extension",
        Some(Unit::CASE),
        COUNT,
    ),
    plain("applications.replied.total", "申请答复数", "Applications replied to", Some(Unit::CASE), COUNT),
    plain(
        "applications.replied.already_public",
        "属于已主动公开范围数",
        "Replied: already public",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "applications.replied.granted_full",
        "同意公开答复数",
        "Replied: granted in full",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "applications.replied.granted_part",
        "同意部分公开答复数",
        "Replied: granted in part",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "applications.replied.denied.total",
        "不同意公开答复数",
        "Replied: denied",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "applications.replied.denied.state_secret",
        "涉及国家秘密",
        "Denied: state secret",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "applications.replied.denied.trade_secret",
        "涉及商业秘密",
        "Denied: trade secret",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "applications.replied.denied.personal_privacy",
        "涉及个人隐私",
        "Denied: personal privacy",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "applications.replied.denied.three_securities_one_stability",
        "危及国家安全、公共安全、经济安全和社会稳定",
        "Denied: national, public or economic security, or social stability",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "applications.replied.denied.not_government_information",
        "不是《条例》所指政府信息",
        "Denied: not government information under the Regulation",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "applications.replied.denied.other_statutory",
        "法律法规规定的其他情形",
        "Denied: other statutory grounds",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "applications.replied.not_held_by_agency",
        "不属于本行政机关公开数",
        "Replied: not for this agency to disclose",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "applications.replied.information_not_exist",
        "申请信息不存在数",
        "Replied: information does not exist",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "applications.replied.asked_to_amend",
        "告知作出更改补充数",
        "Replied: asked to amend or complete",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "applications.replied.referred_elsewhere",
        "告知通过其他途径办理数",
        "Replied: referred to another procedure",
        Some(Unit::CASE),
        COUNT,
    ),
    plain("review.total", "行政复议 · 总计", "Administrative reviews", Some(Unit::CASE), COUNT),
    plain(
        "review.upheld",
        "行政复议 · 维持具体行政行为",
        "Administrative reviews: upheld",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "review.corrected",
        "行政复议 · 被依法纠错",
        "Administrative reviews: corrected",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "review.other",
        "行政复议 · 其他情形",
        "Administrative reviews: other result",
        Some(Unit::CASE),
        COUNT,
    ),
    plain("litigation.all.total", "行政诉讼 · 总计", "Administrative litigation", Some(Unit::CASE), COUNT),
    plain(
        "litigation.all.upheld",
        "行政诉讼 · 维持具体行政行为或者驳回原告诉讼请求",
        "Administrative litigation: upheld or claim dismissed",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "litigation.all.corrected",
        "行政诉讼 · 被依法纠错",
        "Administrative litigation: corrected",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "litigation.all.other",
        "行政诉讼 · 其他情形",
        "Administrative litigation: other result",
        Some(Unit::CASE),
        COUNT,
    ),
    plain("complaints.total", "举报投诉数量", "Complaints and reports", Some(Unit::CASE), COUNT),
    plain(
        "applications.fees_collected",
        "依申请公开信息收取的费用",
        "Fees collected for disclosure on application",
        Some(Unit::TEN_THOUSAND_YUAN),
        ValueKind::Amount,
    ),
    plain(
        "capacity.dedicated_offices",
        "政府信息公开工作专门机构数",
        "Dedicated disclosure offices",
        Some(Unit::PIECE),
        COUNT,
    ),
    plain(
        "capacity.reading_points",
        "设置政府信息公开查阅点数",
        "Public reading points",
        Some(Unit::PIECE),
        COUNT,
    ),
    plain(
        "capacity.staff.total",
        "从事政府信息公开工作人员数",
        "Disclosure staff",
        Some(Unit::PERSON),
        COUNT,
    ),
    plain("capacity.staff.full_time", "专职人员数", "Disclosure staff, full time", Some(Unit::PERSON), COUNT),
    plain("capacity.staff.part_time", "兼职人员数", "Disclosure staff, part time", Some(Unit::PERSON), COUNT),
    plain(
        "capacity.budget",
        "政府信息公开专项经费",
        "Dedicated disclosure budget",
        Some(Unit::TEN_THOUSAND_YUAN),
        ValueKind::Amount,
    ),
    plain(
        "training.meetings",
        "召开政府信息公开工作会议或专题会议数",
        "Disclosure meetings held",
        Some(Unit::TIME),
        COUNT,
    ),
    plain("training.courses", "举办各类培训班数", "Training courses held", Some(Unit::TIME), COUNT),
    plain("training.trainees", "接受培训人员数", "Attendances at training", Some(Unit::ATTENDANCE), COUNT),
    // 年度报告格式（试行）, 2019: table 2.
    plain(
        "proactive.regulations.newly_made",
        "规章 · 本年新制作数量",
        "Regulations: newly made",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "proactive.regulations.newly_disclosed",
        "规章 · 本年新公开数量",
        "Regulations: newly disclosed",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "proactive.regulations.total_disclosed",
        "规章 · 对外公开总数量",
        "Regulations: total disclosed",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "proactive.normative_documents.newly_made",
        "规范性文件 · 本年新制作数量",
        "Normative documents: newly made",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "proactive.normative_documents.newly_disclosed",
        "规范性文件 · 本年新公开数量",
        "Normative documents: newly disclosed",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "proactive.normative_documents.total_disclosed",
        "规范性文件 · 对外公开总数量",
        "Normative documents: total disclosed",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "proactive.licensing.items_previous_year",
        "行政许可 · 上一年项目数量",
        "Licensing: items in the previous year",
        Some(Unit::ENTRY),
        COUNT,
    ),
    plain(
        "proactive.licensing.items_change",
        "行政许可 · 本年增/减",
        "Licensing: change of items in the year",
        Some(Unit::ENTRY),
        ValueKind::SignedCount,
    ),
    plain(
        "proactive.licensing.decisions",
        "行政许可 · 处理决定数量",
        "Licensing: decisions in the year",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "proactive.other_external_services.items_previous_year",
        "其他对外管理服务事项 · 上一年项目数量",
        "Other external services: items in the previous year",
        Some(Unit::ENTRY),
        COUNT,
    ),
    plain(
        "proactive.other_external_services.items_change",
        "其他对外管理服务事项 · 本年增/减",
        "Other external services: change of items in the year",
        Some(Unit::ENTRY),
        ValueKind::SignedCount,
    ),
    plain(
        "proactive.other_external_services.decisions",
        "其他对外管理服务事项 · 处理决定数量",
        "Other external services: decisions in the year",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "proactive.penalties.items_previous_year",
        "行政处罚 · 上一年项目数量",
        "Penalties: items in the previous year",
        Some(Unit::ENTRY),
        COUNT,
    ),
    plain(
        "proactive.penalties.items_change",
        "行政处罚 · 本年增/减",
        "Penalties: change of items in the year",
        Some(Unit::ENTRY),
        ValueKind::SignedCount,
    ),
    plain(
        "proactive.penalties.decisions",
        "行政处罚 · 处理决定数量",
        "Penalties: decisions in the year",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "proactive.coercive_measures.items_previous_year",
        "行政强制 · 上一年项目数量",
        "Coercive measures: items in the previous year",
        Some(Unit::ENTRY),
        COUNT,
    ),
    plain(
        "proactive.coercive_measures.items_change",
        "行政强制 · 本年增/减",
        "Coercive measures: change of items in the year",
        Some(Unit::ENTRY),
        ValueKind::SignedCount,
    ),
    plain(
        "proactive.coercive_measures.decisions",
        "行政强制 · 处理决定数量",
        "Coercive measures: decisions in the year",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "proactive.administrative_fees.items_previous_year",
        "行政事业性收费 · 上一年项目数量",
        "Administrative fees: items in the previous year",
        Some(Unit::ENTRY),
        COUNT,
    ),
    plain(
        "proactive.administrative_fees.items_change",
        "行政事业性收费 · 本年增/减",
        "Administrative fees: change of items in the year",
        Some(Unit::ENTRY),
        ValueKind::SignedCount,
    ),
    plain(
        "proactive.central_procurement.projects",
        "政府集中采购 · 采购项目数量",
        "Central procurement: projects",
        Some(Unit::PIECE),
        COUNT,
    ),
    plain(
        "proactive.central_procurement.amount",
        "政府集中采购 · 采购总金额",
        "Central procurement: amount",
        None,
        ValueKind::Amount,
    ),
    // 年度报告格式, 2021: table 2.
    plain(
        "proactive.regulations.issued",
        "规章 · 本年制发件数",
        "Regulations: issued in the year",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "proactive.regulations.repealed",
        "规章 · 本年废止件数",
        "Regulations: repealed in the year",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "proactive.regulations.in_force",
        "规章 · 现行有效件数",
        "Regulations: in force",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "proactive.normative_documents.repealed",
        "行政规范性文件 · 本年废止件数",
        "Normative documents: repealed in the year",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "proactive.normative_documents.in_force",
        "行政规范性文件 · 现行有效件数",
        "Normative documents: in force",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "proactive.administrative_fees.amount",
        "行政事业性收费 · 本年收费金额",
        "Administrative fees: amount",
        Some(Unit::TEN_THOUSAND_YUAN),
        ValueKind::Amount,
    ),
    // Table 4, the same on both.
    plain(
        "review.pending",
        "行政复议 · 尚未审结",
        "Administrative reviews: pending",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "litigation.direct.upheld",
        "未经复议直接起诉 · 结果维持",
        "Litigation without review: upheld",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "litigation.direct.corrected",
        "未经复议直接起诉 · 结果纠正",
        "Litigation without review: corrected",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "litigation.direct.other",
        "未经复议直接起诉 · 其他结果",
        "Litigation without review: other result",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "litigation.direct.pending",
        "未经复议直接起诉 · 尚未审结",
        "Litigation without review: pending",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "litigation.direct.total",
        "未经复议直接起诉 · 总计",
        "Litigation without review: total",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "litigation.after_review.upheld",
        "复议后起诉 · 结果维持",
        "Litigation after review: upheld",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "litigation.after_review.corrected",
        "复议后起诉 · 结果纠正",
        "Litigation after review: corrected",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "litigation.after_review.other",
        "复议后起诉 · 其他结果",
        "Litigation after review: other result",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "litigation.after_review.pending",
        "复议后起诉 · 尚未审结",
        "Litigation after review: pending",
        Some(Unit::CASE),
        COUNT,
    ),
    plain(
        "litigation.after_review.total",
        "复议后起诉 · 总计",
        "Litigation after review: total",
        Some(Unit::CASE),
        COUNT,
    ),
];

const BY_APPLICANT: &[IndicatorDef] = applicants! {
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
    "applications.processed", "总计", "Applications processed, total";
    "applications.carried_out", "结转下年度继续办理", "Applications carried over to the next year";
    "applications.outcome.other.correction_overdue", "其他处理：申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "Other handling: correction overdue";
    "applications.outcome.other.fee_overdue", "其他处理：申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "Other handling: fee overdue";
    "applications.outcome.other.miscellaneous", "其他处理：其他", "Other handling: miscellaneous";
};
