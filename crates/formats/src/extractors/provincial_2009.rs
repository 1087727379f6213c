//! 政府信息公开情况统计表, provincial printing (2009-2013): 17 rows, each with 本年度 and 历年累计, and rows that some
//! printings add; others, cut into annexes (附表), have one column of figures.
//!
//! Basis: the yearly notices of provincial governments. 网站公开 and 政府公报公开 are named as two ways among others, so
//! they need not add up to the whole; nor need the three kinds of answers, for a request may be answered otherwise. The
//! reasons below them are parts of the refusals in some printings and beside them in others.

use crate::provincial::{
    COLUMNS, FAX, FEES, GRANTED, GRANTED_PART, HEADINGS, IN_PERSON, LITIGATION, MAIL, ONLINE, RECEIVED, REVIEW,
    applied_otherwise, cumulative_flow, denied, disclosed, disclosed_otherwise, email, gazette, in_both, own, replied,
    website, year_within_cumulative,
};
use gongkai_extract::{Block, Extractor, Needs, Row, Table, Template, register};
use gongkai_model::Relation::{AtMost, Equal};
use gongkai_model::{Identity, Severity, Unit};

static FORM: Template = Template {
    id: "provincial-2009",
    title: "政府信息公开情况统计表（本年度、历年累计）",
    name: "Provincial statistical table, year and cumulative (2009)",
    basis: "各省年度政府信息公开统计通知",
    years: "2009-2013",
    tables: &[Table {
        number: 1,
        caption: "政府信息公开情况统计表",
        headings: HEADINGS,
        needs: Needs { rows: 5, rows_with_headers: 3, headers: 2 },
        blocks: &[Block {
            columns: COLUMNS,
            rows: &[
                disclosed("主动公开信息数"),
                website("其中：1.网站公开").optional(),
                gazette("2.政府公报公开").optional(),
                disclosed_otherwise("3.其他方式公开"),
                Row::new("其中：全文电子化的主动公开信息数", "provincial-2009.full_text").or(&["全文电子化数", "全文电子化信息数", "全文电子化的政府信息数"]).optional(),
                Row::new("新增的行政规范性文件数", "provincial-2009.normative_documents").or(&["新增的规范性文件数", "新增行政规范性文件数", "新增规范性文件数"]).optional(),
                Row::new("提供服务类信息数", "provincial-2009.services").or(&["服务类信息数"]).optional(),
                Row::new("网站专栏页面访问量", "provincial-2009.page_views").or(&["网站专栏访问量", "专栏页面访问量"]).optional(),
                Row::new("公共查阅点接待人数", "provincial-2009.visitors").or(&["现场接待人数", "查阅点接待人数", "公共查阅场所接待人数"]).optional(),
                Row::new("咨询电话接听数", "provincial-2009.calls").or(&["电话咨询数", "咨询电话接听人数"]).optional(),
                Row::new("网上咨询数", "provincial-2009.online_questions").or(&["网络咨询数"]).optional(),
                RECEIVED,
                IN_PERSON,
                FAX,
                email("provincial-2009.received_by_email"),
                ONLINE,
                MAIL,
                applied_otherwise("provincial-2009.received_otherwise"),
                replied("对申请的答复数"),
                GRANTED,
                GRANTED_PART,
                denied("3.否决公开答复数"),
                Row::new("4.信息不存在答复数", "applications.replied.information_not_exist").or(&["信息不存在数", "政府信息不存在答复数"]).optional(),
                Row::new("5.非本机关政府信息答复数", "applications.replied.not_held_by_agency").or(&["非本机关政府信息数", "非本机关信息答复数"]).optional(),
                Row::new("6.申请内容不明确答复数", "provincial-2009.replied_unclear").or(&["申请内容不明确数", "申请信息内容不明确答复数"]).optional(),
                Row::new("7.重复申请答复数", "provincial-2009.replied_repeated").or(&["重复申请数"]).optional(),
                Row::new("8.其他答复数", "provincial-2009.replied_otherwise").or(&["其它答复数", "其他类型答复数"]).optional(),
                FEES,
                REVIEW,
                LITIGATION,
                Row::new("行政申诉数", "provincial-2009.appeals").or(&["行政申诉数量", "行政申诉总数", "行政申诉件数", "行政申诉案件数", "行政申诉", "申诉数", "接受行政申诉、举报数"]),
                Row::new("政府信息公开指定专职人员总数", "capacity.staff.total").or(&["指定专职人员总数", "专职人员总数", "从事政府信息公开工作人员数"]).optional(),
                Row::new("其中：1.全职人员数", "capacity.staff.full_time").or(&["专职人员数"]).optional(),
                Row::new("2.兼职人员数", "capacity.staff.part_time").optional(),
                Row::new("政府信息公开专项经费", "capacity.budget").or(&["处理政府信息公开的专项经费", "专项经费", "用于政府信息公开的专项经费"]).optional(),
            ],
        }],
    }],
    identities: IDENTITIES,
    indicators: &[
        own("provincial-2009.full_text", "全文电子化的主动公开信息数", "Items disclosed in full text", Unit::ITEM),
        own("provincial-2009.normative_documents", "新增的行政规范性文件数", "Normative documents added", Unit::ITEM),
        own("provincial-2009.services", "提供服务类信息数", "Service information provided", Unit::ITEM),
        own("provincial-2009.page_views", "网站专栏页面访问量", "Views of the disclosure pages", Unit::ATTENDANCE),
        own("provincial-2009.visitors", "公共查阅点接待人数", "Visitors received at reading points", Unit::ATTENDANCE),
        own("provincial-2009.calls", "咨询电话接听数", "Enquiries by telephone", Unit::ATTENDANCE),
        own("provincial-2009.online_questions", "网上咨询数", "Enquiries online", Unit::ATTENDANCE),
        own("provincial-2009.received_by_email", "电子邮件申请数", "Applications received by e-mail", Unit::ITEM),
        own("provincial-2009.received_otherwise", "其它形式申请数", "Applications received in other ways", Unit::ITEM),
        own("provincial-2009.replied_unclear", "申请内容不明确答复数", "Replied: request unclear", Unit::ITEM),
        own("provincial-2009.replied_repeated", "重复申请答复数", "Replied: request repeated", Unit::ITEM),
        own("provincial-2009.replied_otherwise", "其他答复数", "Replied otherwise", Unit::ITEM),
        own("provincial-2009.appeals", "行政申诉数", "Administrative appeals", Unit::ITEM),
    ],
};

/// The indicators of all rows that count something.
const ROWS: &[&str] = &[
    "proactive.items_total",
    "proactive.channel.website",
    "proactive.channel.gazette",
    "proactive.channel.other",
    "provincial-2009.full_text",
    "provincial-2009.normative_documents",
    "provincial-2009.services",
    "provincial-2009.page_views",
    "provincial-2009.visitors",
    "provincial-2009.calls",
    "provincial-2009.online_questions",
    "applications.received.total",
    "applications.received_by_channel.in_person",
    "applications.received_by_channel.fax",
    "provincial-2009.received_by_email",
    "applications.received_by_channel.online",
    "applications.received_by_channel.mail",
    "provincial-2009.received_otherwise",
    "applications.replied.total",
    "applications.replied.granted_full",
    "applications.replied.granted_part",
    "applications.replied.denied.total",
    "applications.replied.information_not_exist",
    "applications.replied.not_held_by_agency",
    "provincial-2009.replied_unclear",
    "provincial-2009.replied_repeated",
    "provincial-2009.replied_otherwise",
    "applications.fees_collected",
    "review.total",
    "litigation.all.total",
    "provincial-2009.appeals",
];

static IDENTITIES: &[Identity] = &[
    year_within_cumulative("P01", ROWS),
    in_both("P02.website", "channel-above-disclosed", (&["proactive.channel.website{}"], AtMost, &["proactive.items_total{}"]), Severity::Warning, "主动公开信息数 其中：1.网站公开"),
    in_both("P02.gazette", "channel-above-disclosed", (&["proactive.channel.gazette{}"], AtMost, &["proactive.items_total{}"]), Severity::Warning, "主动公开信息数 其中：2.政府公报公开"),
    in_both("P03", "parts-total", (&["applications.received.total{}"], Equal, &["applications.received_by_channel.in_person{}", "applications.received_by_channel.fax{}", "provincial-2009.received_by_email{}", "applications.received_by_channel.online{}", "applications.received_by_channel.mail{}", "provincial-2009.received_otherwise{}"]), Severity::Error, "受理依申请公开信息总数 其中：1.…6.其它形式申请数"),
    in_both("P04", "part-above-whole", (&["applications.replied.granted_full{}", "applications.replied.granted_part{}", "applications.replied.denied.total{}"], AtMost, &["applications.replied.total{}"]), Severity::Error, "对申请的答复数 其中：1.…3."),
    cumulative_flow("P05", ROWS),
];

struct Provincial2009;

impl Extractor for Provincial2009 {
    fn template(&self) -> &'static Template {
        &FORM
    }
}

register!(Provincial2009);
