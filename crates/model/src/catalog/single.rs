//! The indicators that stand alone: the list of 2014, table 2 of 2019 and 2021, table 4.

use crate::{IndicatorDef, ValueKind};
use gongkai_text::Unit;

/// Lines of id, printed label, English name, unit, kind of value.
macro_rules! indicators {
    ($($id:literal, $label:literal, $name:literal, $unit:expr, $kind:ident;)*) => {
        &[$(IndicatorDef { id: $id, label: $label, name: $name, unit: $unit, kind: ValueKind::$kind },)*]
    };
}

pub(super) static SINGLE: &[IndicatorDef] = indicators! {
    // 政府信息公开情况统计表, 2014.
    "proactive.items_total", "主动公开政府信息数", "Items disclosed proactively, de-duplicated over channels", Some(Unit::ITEM), Count;
    "proactive.normative_documents.disclosed_items", "主动公开规范性文件数", "Normative documents disclosed proactively", Some(Unit::ITEM), Count;
    "proactive.normative_documents.issued", "规范性文件 · 制发件数", "Normative documents issued", Some(Unit::CASE), Count;
    "proactive.channel.gazette", "政府公报公开政府信息数", "Items disclosed in the gazette", Some(Unit::ITEM), Count;
    "proactive.channel.website", "政府网站公开政府信息数", "Items disclosed on the government website", Some(Unit::ITEM), Count;
    "proactive.channel.weibo", "政务微博公开政府信息数", "Items disclosed on government Weibo", Some(Unit::ITEM), Count;
    "proactive.channel.wechat", "政务微信公开政府信息数", "Items disclosed on government WeChat", Some(Unit::ITEM), Count;
    "proactive.channel.other", "其他方式公开政府信息数", "Items disclosed in other ways", Some(Unit::ITEM), Count;
    "response.hot_topics", "回应公众关注热点或重大舆情数", "Public concerns and opinion events responded to, de-duplicated over ways", Some(Unit::TIME), Count;
    "response.press_conferences.total", "参加或举办新闻发布会总次数", "Press conferences held or attended", Some(Unit::TIME), Count;
    "response.press_conferences.principal_attended", "主要负责同志参加新闻发布会次数", "Press conferences attended by the principal", Some(Unit::TIME), Count;
    "response.online_interviews.total", "政府网站在线访谈次数", "Online interviews on the government website", Some(Unit::TIME), Count;
    "response.online_interviews.principal_attended", "主要负责同志参加政府网站在线访谈次数", "Online interviews given by the principal", Some(Unit::TIME), Count;
    "response.interpretation_articles", "政策解读稿件发布数", "Articles interpreting policy", Some(Unit::ARTICLE), Count;
    "response.weibo_wechat_events", "微博微信回应事件数", "Events responded to on Weibo and WeChat", Some(Unit::TIME), Count;
    "response.other_events", "其他方式回应事件数", "Events responded to in other ways", Some(Unit::TIME), Count;
    "applications.received_by_channel.in_person", "当面申请数", "Applications received in person", Some(Unit::CASE), Count;
    "applications.received_by_channel.fax", "传真申请数", "Applications received by fax", Some(Unit::CASE), Count;
    "applications.received_by_channel.online", "网络申请数", "Applications received online", Some(Unit::CASE), Count;
    "applications.received_by_channel.mail", "信函申请数", "Applications received by mail", Some(Unit::CASE), Count;
    "applications.closed.total", "申请办结数", "Applications closed", Some(Unit::CASE), Count;
    "applications.closed.on_time", "按时办结数", "Applications closed on time", Some(Unit::CASE), Count;
    "applications.closed.extended", "延期办结数", "Applications closed after an extension", Some(Unit::CASE), Count;
    "applications.replied.total", "申请答复数", "Applications replied to", Some(Unit::CASE), Count;
    "applications.replied.already_public", "属于已主动公开范围数", "Replied: already public", Some(Unit::CASE), Count;
    "applications.replied.granted_full", "同意公开答复数", "Replied: granted in full", Some(Unit::CASE), Count;
    "applications.replied.granted_part", "同意部分公开答复数", "Replied: granted in part", Some(Unit::CASE), Count;
    "applications.replied.denied.total", "不同意公开答复数", "Replied: denied", Some(Unit::CASE), Count;
    "applications.replied.denied.state_secret", "涉及国家秘密", "Denied: state secret", Some(Unit::CASE), Count;
    "applications.replied.denied.trade_secret", "涉及商业秘密", "Denied: trade secret", Some(Unit::CASE), Count;
    "applications.replied.denied.personal_privacy", "涉及个人隐私", "Denied: personal privacy", Some(Unit::CASE), Count;
    "applications.replied.denied.three_securities_one_stability", "危及国家安全、公共安全、经济安全和社会稳定", "Denied: national, public or economic security, or social stability", Some(Unit::CASE), Count;
    "applications.replied.denied.not_government_information", "不是《条例》所指政府信息", "Denied: not government information under the Regulation", Some(Unit::CASE), Count;
    "applications.replied.denied.other_statutory", "法律法规规定的其他情形", "Denied: other statutory grounds", Some(Unit::CASE), Count;
    "applications.replied.not_held_by_agency", "不属于本行政机关公开数", "Replied: not for this agency to disclose", Some(Unit::CASE), Count;
    "applications.replied.information_not_exist", "申请信息不存在数", "Replied: information does not exist", Some(Unit::CASE), Count;
    "applications.replied.asked_to_amend", "告知作出更改补充数", "Replied: asked to amend or complete", Some(Unit::CASE), Count;
    "applications.replied.referred_elsewhere", "告知通过其他途径办理数", "Replied: referred to another procedure", Some(Unit::CASE), Count;
    "review.total", "行政复议 · 总计", "Administrative reviews", Some(Unit::CASE), Count;
    "review.upheld", "行政复议 · 维持具体行政行为", "Administrative reviews: upheld", Some(Unit::CASE), Count;
    "review.corrected", "行政复议 · 被依法纠错", "Administrative reviews: corrected", Some(Unit::CASE), Count;
    "review.other", "行政复议 · 其他情形", "Administrative reviews: other result", Some(Unit::CASE), Count;
    "litigation.all.total", "行政诉讼 · 总计", "Administrative litigation", Some(Unit::CASE), Count;
    "litigation.all.upheld", "行政诉讼 · 维持具体行政行为或者驳回原告诉讼请求", "Administrative litigation: upheld or claim dismissed", Some(Unit::CASE), Count;
    "litigation.all.corrected", "行政诉讼 · 被依法纠错", "Administrative litigation: corrected", Some(Unit::CASE), Count;
    "litigation.all.other", "行政诉讼 · 其他情形", "Administrative litigation: other result", Some(Unit::CASE), Count;
    "complaints.total", "举报投诉数量", "Complaints and reports", Some(Unit::CASE), Count;
    "applications.fees_collected", "依申请公开信息收取的费用", "Fees collected for disclosure on application", Some(Unit::TEN_THOUSAND_YUAN), Amount;
    "capacity.dedicated_offices", "政府信息公开工作专门机构数", "Dedicated disclosure offices", Some(Unit::PIECE), Count;
    "capacity.reading_points", "设置政府信息公开查阅点数", "Public reading points", Some(Unit::PIECE), Count;
    "capacity.staff.total", "从事政府信息公开工作人员数", "Disclosure staff", Some(Unit::PERSON), Count;
    "capacity.staff.full_time", "专职人员数", "Disclosure staff, full time", Some(Unit::PERSON), Count;
    "capacity.staff.part_time", "兼职人员数", "Disclosure staff, part time", Some(Unit::PERSON), Count;
    "capacity.budget", "政府信息公开专项经费", "Dedicated disclosure budget", Some(Unit::TEN_THOUSAND_YUAN), Amount;
    "training.meetings", "召开政府信息公开工作会议或专题会议数", "Disclosure meetings held", Some(Unit::TIME), Count;
    "training.courses", "举办各类培训班数", "Training courses held", Some(Unit::TIME), Count;
    "training.trainees", "接受培训人员数", "Attendances at training", Some(Unit::ATTENDANCE), Count;
    // 年度报告格式（试行）, 2019: table 2.
    "proactive.regulations.newly_made", "规章 · 本年新制作数量", "Regulations: newly made", Some(Unit::CASE), Count;
    "proactive.regulations.newly_disclosed", "规章 · 本年新公开数量", "Regulations: newly disclosed", Some(Unit::CASE), Count;
    "proactive.regulations.total_disclosed", "规章 · 对外公开总数量", "Regulations: total disclosed", Some(Unit::CASE), Count;
    "proactive.normative_documents.newly_made", "规范性文件 · 本年新制作数量", "Normative documents: newly made", Some(Unit::CASE), Count;
    "proactive.normative_documents.newly_disclosed", "规范性文件 · 本年新公开数量", "Normative documents: newly disclosed", Some(Unit::CASE), Count;
    "proactive.normative_documents.total_disclosed", "规范性文件 · 对外公开总数量", "Normative documents: total disclosed", Some(Unit::CASE), Count;
    "proactive.licensing.items_previous_year", "行政许可 · 上一年项目数量", "Licensing: items in the previous year", Some(Unit::ENTRY), Count;
    "proactive.licensing.items_change", "行政许可 · 本年增/减", "Licensing: change of items in the year", Some(Unit::ENTRY), SignedCount;
    "proactive.licensing.decisions", "行政许可 · 处理决定数量", "Licensing: decisions in the year", Some(Unit::CASE), Count;
    "proactive.other_external_services.items_previous_year", "其他对外管理服务事项 · 上一年项目数量", "Other external services: items in the previous year", Some(Unit::ENTRY), Count;
    "proactive.other_external_services.items_change", "其他对外管理服务事项 · 本年增/减", "Other external services: change of items in the year", Some(Unit::ENTRY), SignedCount;
    "proactive.other_external_services.decisions", "其他对外管理服务事项 · 处理决定数量", "Other external services: decisions in the year", Some(Unit::CASE), Count;
    "proactive.penalties.items_previous_year", "行政处罚 · 上一年项目数量", "Penalties: items in the previous year", Some(Unit::ENTRY), Count;
    "proactive.penalties.items_change", "行政处罚 · 本年增/减", "Penalties: change of items in the year", Some(Unit::ENTRY), SignedCount;
    "proactive.penalties.decisions", "行政处罚 · 处理决定数量", "Penalties: decisions in the year", Some(Unit::CASE), Count;
    "proactive.coercive_measures.items_previous_year", "行政强制 · 上一年项目数量", "Coercive measures: items in the previous year", Some(Unit::ENTRY), Count;
    "proactive.coercive_measures.items_change", "行政强制 · 本年增/减", "Coercive measures: change of items in the year", Some(Unit::ENTRY), SignedCount;
    "proactive.coercive_measures.decisions", "行政强制 · 处理决定数量", "Coercive measures: decisions in the year", Some(Unit::CASE), Count;
    "proactive.administrative_fees.items_previous_year", "行政事业性收费 · 上一年项目数量", "Administrative fees: items in the previous year", Some(Unit::ENTRY), Count;
    "proactive.administrative_fees.items_change", "行政事业性收费 · 本年增/减", "Administrative fees: change of items in the year", Some(Unit::ENTRY), SignedCount;
    "proactive.central_procurement.projects", "政府集中采购 · 采购项目数量", "Central procurement: projects", Some(Unit::PIECE), Count;
    "proactive.central_procurement.amount", "政府集中采购 · 采购总金额", "Central procurement: amount", None, Amount;
    // 年度报告格式, 2021: table 2.
    "proactive.regulations.issued", "规章 · 本年制发件数", "Regulations: issued in the year", Some(Unit::CASE), Count;
    "proactive.regulations.repealed", "规章 · 本年废止件数", "Regulations: repealed in the year", Some(Unit::CASE), Count;
    "proactive.regulations.in_force", "规章 · 现行有效件数", "Regulations: in force", Some(Unit::CASE), Count;
    "proactive.normative_documents.repealed", "行政规范性文件 · 本年废止件数", "Normative documents: repealed in the year", Some(Unit::CASE), Count;
    "proactive.normative_documents.in_force", "行政规范性文件 · 现行有效件数", "Normative documents: in force", Some(Unit::CASE), Count;
    "proactive.administrative_fees.amount", "行政事业性收费 · 本年收费金额", "Administrative fees: amount", Some(Unit::TEN_THOUSAND_YUAN), Amount;
    // Table 4, the same on both.
    "review.pending", "行政复议 · 尚未审结", "Administrative reviews: pending", Some(Unit::CASE), Count;
    "litigation.direct.upheld", "未经复议直接起诉 · 结果维持", "Litigation without review: upheld", Some(Unit::CASE), Count;
    "litigation.direct.corrected", "未经复议直接起诉 · 结果纠正", "Litigation without review: corrected", Some(Unit::CASE), Count;
    "litigation.direct.other", "未经复议直接起诉 · 其他结果", "Litigation without review: other result", Some(Unit::CASE), Count;
    "litigation.direct.pending", "未经复议直接起诉 · 尚未审结", "Litigation without review: pending", Some(Unit::CASE), Count;
    "litigation.direct.total", "未经复议直接起诉 · 总计", "Litigation without review: total", Some(Unit::CASE), Count;
    "litigation.after_review.upheld", "复议后起诉 · 结果维持", "Litigation after review: upheld", Some(Unit::CASE), Count;
    "litigation.after_review.corrected", "复议后起诉 · 结果纠正", "Litigation after review: corrected", Some(Unit::CASE), Count;
    "litigation.after_review.other", "复议后起诉 · 其他结果", "Litigation after review: other result", Some(Unit::CASE), Count;
    "litigation.after_review.pending", "复议后起诉 · 尚未审结", "Litigation after review: pending", Some(Unit::CASE), Count;
    "litigation.after_review.total", "复议后起诉 · 总计", "Litigation after review: total", Some(Unit::CASE), Count;
};
