//! 政府信息公开情况统计表 (2014-2018): one list of 65 rows, 58 of them with a value.
//!
//! Basis: 国办发〔2014〕32号. The same item published in several channels counts once, so channels never have to add
//! up to the total: A01 and A02 are inequalities.

use gongkai_extract::{Block, Column, Extractor, Needs, Row, Table, Template, register};
use gongkai_model::{Identity, Relation, Severity, Strength};

static FORM: Template = Template {
    id: "statistics-2014",
    title: "政府信息公开情况统计表",
    name: "Statistical table of government information disclosure",
    basis: "国办发〔2014〕32号",
    years: "2014-2018",
    tables: &[Table {
        number: 1,
        caption: "政府信息公开情况统计表",
        needs: Needs::USUAL,
        headings: &["统计指标", "单位"],
        blocks: &[Block {
            columns: &[Column::new("", "统计数").or(&["汇总数"])],
            rows: &[
                Row::heading("一、主动公开情况"),
                Row::new("（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", "proactive.items_total"),
                Row::new("其中：主动公开规范性文件数", "proactive.normative_documents.disclosed_items"),
                Row::new("制发规范性文件总数", "proactive.normative_documents.issued"),
                Row::heading("（二）通过不同渠道和方式公开政府信息的情况"),
                Row::new("1.政府公报公开政府信息数", "proactive.channel.gazette"),
                Row::new("2.政府网站公开政府信息数", "proactive.channel.website"),
                Row::new("3.政务微博公开政府信息数", "proactive.channel.weibo"),
                Row::new("4.政务微信公开政府信息数", "proactive.channel.wechat"),
                Row::new("5.其他方式公开政府信息数", "proactive.channel.other"),
                Row::heading("二、回应解读情况"),
                Row::new("（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）", "response.hot_topics"),
                Row::heading("（二）通过不同渠道和方式回应解读的情况"),
                Row::new("1.参加或举办新闻发布会总次数", "response.press_conferences.total"),
                Row::new("其中：主要负责同志参加新闻发布会次数", "response.press_conferences.principal_attended"),
                Row::new("2.政府网站在线访谈次数", "response.online_interviews.total"),
                Row::new("其中：主要负责同志参加政府网站在线访谈次数", "response.online_interviews.principal_attended"),
                Row::new("3.政策解读稿件发布数", "response.interpretation_articles"),
                Row::new("4.微博微信回应事件数", "response.weibo_wechat_events"),
                Row::new("5.其他方式回应事件数", "response.other_events"),
                Row::heading("三、依申请公开情况"),
                Row::new("（一）收到申请数", "applications.received.total"),
                Row::new("1.当面申请数", "applications.received_by_channel.in_person"),
                Row::new("2.传真申请数", "applications.received_by_channel.fax"),
                Row::new("3.网络申请数", "applications.received_by_channel.online"),
                Row::new("4.信函申请数", "applications.received_by_channel.mail"),
                Row::new("（二）申请办结数", "applications.closed.total"),
                Row::new("1.按时办结数", "applications.closed.on_time"),
                Row::new("2.延期办结数", "applications.closed.extended"),
                Row::new("（三）申请答复数", "applications.replied.total"),
                Row::new("1.属于已主动公开范围数", "applications.replied.already_public"),
                Row::new("2.同意公开答复数", "applications.replied.granted_full"),
                Row::new("3.同意部分公开答复数", "applications.replied.granted_part"),
                Row::new("4.不同意公开答复数", "applications.replied.denied.total"),
                Row::new("其中：涉及国家秘密", "applications.replied.denied.state_secret"),
                Row::new("涉及商业秘密", "applications.replied.denied.trade_secret"),
                Row::new("涉及个人隐私", "applications.replied.denied.personal_privacy"),
                Row::new("危及国家安全、公共安全、经济安全和社会稳定", "applications.replied.denied.three_securities_one_stability"),
                Row::new("不是《条例》所指政府信息", "applications.replied.denied.not_government_information"),
                Row::new("法律法规规定的其他情形", "applications.replied.denied.other_statutory"),
                Row::new("5.不属于本行政机关公开数", "applications.replied.not_held_by_agency"),
                Row::new("6.申请信息不存在数", "applications.replied.information_not_exist"),
                Row::new("7.告知作出更改补充数", "applications.replied.asked_to_amend"),
                Row::new("8.告知通过其他途径办理数", "applications.replied.referred_elsewhere"),
                Row::new("四、行政复议数量", "review.total"),
                Row::new("（一）维持具体行政行为数", "review.upheld").under("行政复议"),
                Row::new("（二）被依法纠错数", "review.corrected").under("行政复议"),
                Row::new("（三）其他情形数", "review.other").under("行政复议"),
                Row::new("五、行政诉讼数量", "litigation.all.total"),
                Row::new("（一）维持具体行政行为或者驳回原告诉讼请求数", "litigation.all.upheld").under("行政诉讼"),
                Row::new("（二）被依法纠错数", "litigation.all.corrected").under("行政诉讼"),
                Row::new("（三）其他情形数", "litigation.all.other").under("行政诉讼"),
                Row::new("六、举报投诉数量", "complaints.total"),
                Row::new("七、依申请公开信息收取的费用", "applications.fees_collected"),
                Row::heading("八、机构建设和保障经费情况"),
                Row::new("（一）政府信息公开工作专门机构数", "capacity.dedicated_offices"),
                Row::new("（二）设置政府信息公开查阅点数", "capacity.reading_points"),
                Row::new("（三）从事政府信息公开工作人员数", "capacity.staff.total"),
                Row::new("1.专职人员数（不包括政府公报及政府网站工作人员数）", "capacity.staff.full_time"),
                Row::new("2.兼职人员数", "capacity.staff.part_time"),
                Row::new("（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）", "capacity.budget"),
                Row::heading("九、政府信息公开会议和培训情况"),
                Row::new("（一）召开政府信息公开工作会议或专题会议数", "training.meetings"),
                Row::new("（二）举办各类培训班数", "training.courses"),
                Row::new("（三）接受培训人员数", "training.trainees"),
            ],
        }],
    }],
    identities: IDENTITIES,
    indicators: &[],
};

/// One identity of this form; all are single instances but A02.
const fn identity(
    id: &'static str,
    rule: &'static str,
    (left, relation, right): (&'static [&'static str], Relation, &'static [&'static str]),
    (strength, severity): (Strength, Severity),
    basis: &'static str,
) -> Identity {
    Identity { id, rule, left, relation, right, each: &[], strength, severity, basis }
}

use Relation::{AtMost, Equal};
const MANDATORY: (Strength, Severity) = (Strength::Mandatory, Severity::Error);
const IMPLIED_ERROR: (Strength, Severity) = (Strength::Implied, Severity::Error);
const IMPLIED: (Strength, Severity) = (Strength::Implied, Severity::Warning);
const ARGUABLE: (Strength, Severity) = (Strength::Implied, Severity::Note);

static IDENTITIES: &[Identity] = &[
    identity("A01", "disclosed-above-channels", (&["proactive.items_total"], AtMost, &["proactive.channel.gazette", "proactive.channel.website", "proactive.channel.weibo", "proactive.channel.wechat", "proactive.channel.other"]), MANDATORY, "不同渠道和方式公开相同信息计1条"),
    Identity {
        each: &["gazette", "website", "weibo", "wechat", "other"],
        ..identity(
            "A02",
            "channel-above-disclosed",
            (&["proactive.channel.{}"], AtMost, &["proactive.items_total"]),
            IMPLIED,
            "（一）主动公开政府信息数；（二）通过不同渠道和方式公开政府信息的情况",
        )
    },
    identity("A03", "part-above-whole", (&["proactive.normative_documents.disclosed_items"], AtMost, &["proactive.items_total"]), MANDATORY, "其中："),
    identity("A04", "part-above-whole", (&["proactive.normative_documents.disclosed_items"], AtMost, &["proactive.normative_documents.issued"]), ARGUABLE, "其中：主动公开规范性文件数；制发规范性文件总数"),
    identity("A05", "part-above-whole", (&["response.press_conferences.principal_attended"], AtMost, &["response.press_conferences.total"]), MANDATORY, "其中："),
    identity("A06", "part-above-whole", (&["response.online_interviews.principal_attended"], AtMost, &["response.online_interviews.total"]), MANDATORY, "其中："),
    identity("A07", "topics-above-responses", (&["response.hot_topics"], AtMost, &["response.press_conferences.total", "response.online_interviews.total", "response.interpretation_articles", "response.weibo_wechat_events", "response.other_events"]), IMPLIED, "不同方式回应同一热点或舆情计1次"),
    identity("A08", "parts-total", (&["applications.received.total"], Equal, &["applications.received_by_channel.in_person", "applications.received_by_channel.fax", "applications.received_by_channel.online", "applications.received_by_channel.mail"]), IMPLIED_ERROR, "（一）收到申请数 1.…4."),
    identity("A09", "parts-total", (&["applications.closed.total"], Equal, &["applications.closed.on_time", "applications.closed.extended"]), IMPLIED_ERROR, "（二）申请办结数 1.…2."),
    identity("A10", "parts-total", (&["applications.replied.total"], Equal, &["applications.replied.already_public", "applications.replied.granted_full", "applications.replied.granted_part", "applications.replied.denied.total", "applications.replied.not_held_by_agency", "applications.replied.information_not_exist", "applications.replied.asked_to_amend", "applications.replied.referred_elsewhere"]), IMPLIED_ERROR, "（三）申请答复数 1.…8."),
    identity("A11", "parts-total", (&["applications.replied.denied.total"], Equal, &["applications.replied.denied.state_secret", "applications.replied.denied.trade_secret", "applications.replied.denied.personal_privacy", "applications.replied.denied.three_securities_one_stability", "applications.replied.denied.not_government_information", "applications.replied.denied.other_statutory"]), IMPLIED_ERROR, "其中：… 法律法规规定的其他情形"),
    identity("A12", "replied-closed", (&["applications.replied.total"], Equal, &["applications.closed.total"]), IMPLIED, "（二）申请办结数；（三）申请答复数"),
    identity("A13", "closed-above-received", (&["applications.closed.total"], AtMost, &["applications.received.total"]), ARGUABLE, "（一）收到申请数；（二）申请办结数"),
    identity("A14.review", "parts-total", (&["review.total"], Equal, &["review.upheld", "review.corrected", "review.other"]), IMPLIED, "四、行政复议数量（一）…（三）其他情形数"),
    identity("A14.litigation", "parts-total", (&["litigation.all.total"], Equal, &["litigation.all.upheld", "litigation.all.corrected", "litigation.all.other"]), IMPLIED, "五、行政诉讼数量（一）…（三）其他情形数"),
    identity("A15", "parts-total", (&["capacity.staff.total"], Equal, &["capacity.staff.full_time", "capacity.staff.part_time"]), IMPLIED, "（三）从事政府信息公开工作人员数 1.…2."),
];

struct Statistics2014;

impl Extractor for Statistics2014 {
    fn template(&self) -> &'static Template {
        &FORM
    }
}

register!(Statistics2014);
