//! 政府信息公开情况统计表, provincial printing (2014-2018): 16 rows, each with 本年度 and 历年累计, and rows that some
//! printings add.
//!
//! Basis: the yearly notices of provincial governments beside 国办发〔2014〕32号. The ways of disclosure need not add up to
//! the whole; the ways of applying and the kinds of answers must, 其他类型答复数 being one of them.

use crate::provincial::{
    COLUMNS, FAX, FEES, GRANTED, GRANTED_PART, HEADINGS, IN_PERSON, LITIGATION, MAIL, ONLINE, RECEIVED, REVIEW,
    applied_otherwise, cumulative_flow, denied, disclosed, disclosed_otherwise, email, gazette, in_both, own, replied,
    website, year_within_cumulative,
};
use gongkai_extract::{Block, Extractor, Needs, Row, Table, Template, register};
use gongkai_model::Relation::{AtMost, Equal};
use gongkai_model::{Identity, IndicatorDef, Severity, Unit, ValueKind};

static FORM: Template = Template {
    id: "provincial-2014",
    title: "政府信息公开情况统计表（本年度、历年累计）",
    name: "Provincial statistical table, year and cumulative (2014)",
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
                disclosed("主动公开文件数"),
                website("其中：1、政府网站公开数"),
                gazette("2、政府公报公开数"),
                Row::new("3、政务微博公开数", "proactive.channel.weibo").unit(Unit::ITEM).optional(),
                Row::new("4、政务微信公开数", "proactive.channel.wechat").unit(Unit::ITEM).optional(),
                disclosed_otherwise("5、其他方式公开数"),
                RECEIVED,
                IN_PERSON,
                Row { label: "2、网上申请数", ..ONLINE },
                Row::new("3、信函、传真申请数", "provincial-2014.received_by_mail_or_fax").or(&["信函传真申请数", "传真、信函申请数", "信函或传真申请数", "信函和传真申请数", "信函、传真申请", "信函及传真申请数"]).unit(Unit::ITEM).optional(),
                Row { label: "传真申请数", ..FAX }.optional(),
                Row { label: "信函申请数", ..MAIL }.optional(),
                Row { label: "电子邮件申请数", ..email("provincial-2014.received_by_email") }.optional(),
                Row { label: "其他形式申请数", ..applied_otherwise("provincial-2014.received_otherwise") }.optional(),
                replied("对申请的答复总数"),
                GRANTED,
                GRANTED_PART,
                denied("3、不予公开答复数"),
                Row::new("4、其他类型答复数", "provincial-2014.replied_otherwise").or(&["其它类型答复数", "其他答复数", "其他情况答复数", "其他情形答复数", "其他类型答复", "其他类型数"]).unit(Unit::ITEM),
                Row::new("政府信息公开收费减免金额", "provincial-2014.fees_waived").or(&["收费减免金额", "收费减免数", "收费减免", "依申请公开信息收费减免金额", "政府信息公开收费及减免金额"]).optional(),
                FEES,
                Row::new("接受行政申诉、举报数", "provincial-2014.appeals_and_reports").or(&["接受行政诉讼、举报数", "接受申诉、举报数", "受理申诉、举报数", "行政申诉、举报数", "接受申诉举报数", "接受举报数", "行政申诉数", "接受行政申诉、举报件数"]),
                REVIEW,
                LITIGATION,
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
