//! 政府信息公开情况统计表, provincial printing (2014-2018): 16 rows, each with 本年度 and 历年累计, and rows that some
//! printings add.
//!
//! Basis: the yearly notices of provincial governments beside 国办发〔2014〕32号. The ways of disclosure need not add up to
//! the whole; the ways of applying and the kinds of answers must, 其他类型答复数 being one of them.

use crate::provincial::{COLUMNS, HEADINGS, cumulative_flow, in_both, year_within_cumulative};
use gongkai_extract::{Block, Extractor, Needs, Row, Table, Template, register};
use gongkai_model::Relation::{AtMost, Equal};
use gongkai_model::{Identity, IndicatorDef, Severity, Unit, ValueKind};

static FORM: Template = Template {
    id: "provincial-2014",
    title: "政府信息公开情况统计表（本年度、历年累计）",
    basis: "各省年度政府信息公开统计通知",
    years: "2014-2018",
    tables: &[Table {
        number: 1,
        caption: "政府信息公开情况统计表",
        headings: HEADINGS,
        needs: Needs { rows: 5, rows_with_headers: 3, headers: 2 },
        blocks: &[Block {
            columns: COLUMNS,
            rows: &[
                Row::new("主动公开文件数", "proactive.items_total").or(&["主动公开文件总数", "主动公开政府信息文件数"]).unit(Unit::ITEM),
                Row::new("其中：1、政府网站公开数", "proactive.channel.website").or(&["政府网站公开", "网站公开数", "政府网站公开文件数"]).unit(Unit::ITEM),
                Row::new("2、政府公报公开数", "proactive.channel.gazette").or(&["公报公开数", "政府公报公开文件数"]).unit(Unit::ITEM),
                Row::new("3、政务微博公开数", "proactive.channel.weibo").unit(Unit::ITEM).optional(),
                Row::new("4、政务微信公开数", "proactive.channel.wechat").unit(Unit::ITEM).optional(),
                Row::new("5、其他方式公开数", "proactive.channel.other").or(&["其它方式公开数", "其他形式公开数", "其他方式公开"]).unit(Unit::ITEM).optional(),
                Row::new("受理依申请公开信息总数", "applications.received.total").or(&["受理依申请公开信息数", "受理依申请公开政府信息总数", "依申请公开信息总数", "受理申请总数"]).unit(Unit::ITEM),
                Row::new("其中：1、当面申请数", "applications.received_by_channel.in_person").unit(Unit::ITEM),
                Row::new("2、网上申请数", "applications.received_by_channel.online").or(&["网络申请数", "网站申请数"]).unit(Unit::ITEM),
                Row::new("3、信函、传真申请数", "provincial-2014.received_by_mail_or_fax").or(&["信函传真申请数", "传真、信函申请数", "信函或传真申请数", "信函和传真申请数"]).unit(Unit::ITEM).optional(),
                Row::new("传真申请数", "applications.received_by_channel.fax").unit(Unit::ITEM).optional(),
                Row::new("信函申请数", "applications.received_by_channel.mail").unit(Unit::ITEM).optional(),
                Row::new("电子邮件申请数", "provincial-2014.received_by_email").unit(Unit::ITEM).optional(),
                Row::new("其他形式申请数", "provincial-2014.received_otherwise").or(&["其它形式申请数", "其他方式申请数", "其他申请数"]).unit(Unit::ITEM).optional(),
                Row::new("对申请的答复总数", "applications.replied.total").or(&["对申请的答复数", "申请答复总数"]).unit(Unit::ITEM),
                Row::new("其中：1、同意公开答复数", "applications.replied.granted_full").or(&["同意公开数"]).unit(Unit::ITEM),
                Row::new("2、同意部分公开答复数", "applications.replied.granted_part").or(&["部分公开答复数", "同意部分公开数"]).unit(Unit::ITEM),
                Row::new("3、不予公开答复数", "applications.replied.denied.total").or(&["不同意公开答复数", "不予公开数", "否决公开答复数"]).unit(Unit::ITEM),
                Row::new("4、其他类型答复数", "provincial-2014.replied_otherwise").or(&["其它类型答复数", "其他答复数", "其他情况答复数", "其他情形答复数"]).unit(Unit::ITEM),
                Row::new("政府信息公开收费减免金额", "provincial-2014.fees_waived").or(&["收费减免金额", "依申请公开信息收费减免金额", "政府信息公开收费及减免金额"]).optional(),
                Row::new("依申请公开信息收取的费用", "applications.fees_collected").or(&["依申请公开信息收费金额", "政府信息公开收费金额"]).optional(),
                Row::new("接受行政申诉、举报数", "provincial-2014.appeals_and_reports").or(&["接受行政诉讼、举报数", "接受申诉、举报数", "受理申诉、举报数", "行政申诉、举报数", "接受举报数", "行政申诉数"]),
                Row::new("行政复议数", "review.total").or(&["行政复议数量", "行政复议总数"]),
                Row::new("行政诉讼数", "litigation.all.total").or(&["行政诉讼数量", "行政诉讼总数"]),
            ],
        }],
    }],
    identities: IDENTITIES,
    indicators: &[
        own("provincial-2014.received_by_mail_or_fax", "信函、传真申请数", "Applications received by mail or fax", Unit::ITEM),
        own("provincial-2014.received_by_email", "电子邮件申请数", "Applications received by e-mail", Unit::ITEM),
        own("provincial-2014.received_otherwise", "其他形式申请数", "Applications received in other ways", Unit::ITEM),
        own("provincial-2014.replied_otherwise", "其他类型答复数", "Replied otherwise", Unit::ITEM),
        IndicatorDef {
            kind: ValueKind::Amount,
            ..own("provincial-2014.fees_waived", "政府信息公开收费减免金额", "Disclosure fees reduced or waived", Unit::YUAN)
        },
        own("provincial-2014.appeals_and_reports", "接受行政申诉、举报数", "Appeals and reports received", Unit::CASE),
    ],
};

const fn own(id: &'static str, label: &'static str, name: &'static str, unit: Unit) -> IndicatorDef {
    IndicatorDef { id, label, name, unit: Some(unit), kind: ValueKind::Count }
}

/// The indicators of all rows.
const ROWS: &[&str] = &[
    "proactive.items_total",
    "proactive.channel.website",
    "proactive.channel.gazette",
    "proactive.channel.weibo",
    "proactive.channel.wechat",
    "proactive.channel.other",
    "applications.received.total",
    "applications.received_by_channel.in_person",
    "applications.received_by_channel.online",
    "provincial-2014.received_by_mail_or_fax",
    "applications.received_by_channel.fax",
    "applications.received_by_channel.mail",
    "provincial-2014.received_by_email",
    "provincial-2014.received_otherwise",
    "applications.replied.total",
    "applications.replied.granted_full",
    "applications.replied.granted_part",
    "applications.replied.denied.total",
    "provincial-2014.replied_otherwise",
    "provincial-2014.fees_waived",
    "applications.fees_collected",
    "provincial-2014.appeals_and_reports",
    "review.total",
    "litigation.all.total",
];

static IDENTITIES: &[Identity] = &[
    year_within_cumulative("Q01", ROWS),
    in_both("Q02.website", "channel-above-disclosed", (&["proactive.channel.website{}"], AtMost, &["proactive.items_total{}"]), Severity::Warning, "主动公开文件数 其中：1、政府网站公开数"),
    in_both("Q02.gazette", "channel-above-disclosed", (&["proactive.channel.gazette{}"], AtMost, &["proactive.items_total{}"]), Severity::Warning, "主动公开文件数 其中：2、政府公报公开数"),
    in_both("Q03", "parts-total", (&["applications.received.total{}"], Equal, &["applications.received_by_channel.in_person{}", "applications.received_by_channel.online{}", "provincial-2014.received_by_mail_or_fax{}", "applications.received_by_channel.fax{}", "applications.received_by_channel.mail{}", "provincial-2014.received_by_email{}", "provincial-2014.received_otherwise{}"]), Severity::Error, "受理依申请公开信息总数 其中：1、…3、信函、传真申请数"),
    in_both("Q04", "parts-total", (&["applications.replied.total{}"], Equal, &["applications.replied.granted_full{}", "applications.replied.granted_part{}", "applications.replied.denied.total{}", "provincial-2014.replied_otherwise{}"]), Severity::Error, "对申请的答复总数 其中：1、…4、其他类型答复数"),
    cumulative_flow("Q05", ROWS),
];

struct Provincial2014;

impl Extractor for Provincial2014 {
    fn template(&self) -> &'static Template {
        &FORM
    }
}

register!(Provincial2014);
