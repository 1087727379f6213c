//! What the provincial 统计表 before and after 2014 share: two value columns, 本年度 and 历年累计, rows and their other
//! printings, and the relations that hold in both columns.

use gongkai_extract::{Column, Row};
use gongkai_model::{Identity, IndicatorDef, Relation, Severity, Strength, Unit, ValueKind};

/// 本年度 and 历年累计; some printings number their rows.
pub(crate) const COLUMNS: &[Column] = &[
    Column::codes("代码").or(&["指标代码", "序号", "编号", "行次"]),
    Column::new("", "本年度").or(&[
        "年度",
        "本年",
        "年",
        "当年",
        "年度数",
        "年数",
        "本年数",
        "本年度数",
        "年度数量",
        "本年度数量",
        "本年累计",
        "统计数",
        "统计数量",
        "统计数据",
        "汇总数",
        "数量",
        "数值",
    ]),
    Column::new("", "历年累计")
        .or(&["累计", "累计数", "历年累计数", "历年累计数量", "历年总计"])
        .cumulative()
        .optional(),
];

/// Words over rows and columns.
pub(crate) const HEADINGS: &[&str] = &["指标名称", "计量单位", "历年累计", "情况统计"];

/// A row that counts items, with its other printings.
const fn items(label: &'static str, id: &'static str, aliases: &'static [&'static str]) -> Row {
    Row::new(label, id).or(aliases).unit(Unit::ITEM)
}

/// The first row, 主动公开信息数 or 主动公开文件数.
pub(crate) const fn disclosed(label: &'static str) -> Row {
    items(
        label,
        "proactive.items_total",
        &[
            "主动公开信息数",
            "主动公开文件数",
            "主动公开数",
            "主动公开政府信息数",
            "主动公开信息总数",
            "主动公开政府信息总数",
            "主动公开的政府信息数",
            "主动公开政府信息条数",
            "主动公开信息条数",
            "主动公开文件总数",
            "主动公开政府信息文件数",
        ],
    )
}

/// 网站公开.
pub(crate) const fn website(label: &'static str) -> Row {
    items(
        label,
        "proactive.channel.website",
        &[
            "网站公开",
            "网站公开数",
            "网站公开信息数",
            "政府网站公开",
            "政府网站公开数",
            "政府网站公开信息数",
            "政府网站公开文件数",
            "政府门户网站公开",
            "政府门户网站公开数",
            "通过政府网站公开",
            "政府网站",
            "政府门户网站",
            "门户网站公开",
            "网上公开",
            "网上公开数",
            "互联网公开",
            "互联网公开数",
        ],
    )
}

/// 政府公报公开.
pub(crate) const fn gazette(label: &'static str) -> Row {
    items(
        label,
        "proactive.channel.gazette",
        &[
            "政府公报公开",
            "政府公报公开数",
            "公报公开",
            "公报公开数",
            "政府公报公开信息数",
            "政府公报公开文件数",
            "通过政府公报公开",
            "政府公报",
        ],
    )
}

/// 其他方式公开.
pub(crate) const fn disclosed_otherwise(label: &'static str) -> Row {
    items(
        label,
        "proactive.channel.other",
        &[
            "其他方式公开",
            "其它方式公开",
            "其他形式公开",
            "其它形式公开",
            "其他途径公开",
            "其他方式公开数",
            "其它方式公开数",
            "其他形式公开数",
            "其它形式公开数",
        ],
    )
    .optional()
}

/// 受理依申请公开信息总数.
pub(crate) const RECEIVED: Row = items(
    "受理依申请公开信息总数",
    "applications.received.total",
    &[
        "受理依申请公开信息数",
        "受理依申请公开总数",
        "受理依申请公开数",
        "受理依申请公开政府信息总数",
        "受理依申请公开文件总数",
        "依申请公开信息总数",
        "依申请公开政府信息总数",
        "依申请公开信息申请总数",
        "受理信息公开申请总数",
        "受理公开申请总数",
        "受理申请总数",
        "收到申请总数",
        "申请总数",
        "受理申请数",
    ],
);

/// 当面申请数.
pub(crate) const IN_PERSON: Row = items(
    "其中：1.当面申请数",
    "applications.received_by_channel.in_person",
    &["当面申请", "现场申请数", "现场申请"],
);

/// 传真申请数.
pub(crate) const FAX: Row = items("2.传真申请数", "applications.received_by_channel.fax", &["传真申请"]);

/// 电子邮件申请数, an indicator of the form's own.
pub(crate) const fn email(id: &'static str) -> Row {
    items("3.电子邮件申请数", id, &["电子邮件申请", "邮件申请数", "电邮申请数"])
}

/// 网上申请数.
pub(crate) const ONLINE: Row = items(
    "4.网上申请数",
    "applications.received_by_channel.online",
    &["网上申请", "网络申请数", "网络申请", "网站申请数", "互联网申请数", "互联网申请"],
);

/// 信函申请数.
pub(crate) const MAIL: Row = items(
    "5.信函申请数",
    "applications.received_by_channel.mail",
    &["信函申请", "书信申请数", "信件申请数", "信件申请", "邮寄申请数", "邮寄申请"],
);

/// 其它形式申请数, an indicator of the form's own.
pub(crate) const fn applied_otherwise(id: &'static str) -> Row {
    items(
        "6.其它形式申请数",
        id,
        &[
            "其他形式申请数",
            "其他形式申请",
            "其它形式申请",
            "其他申请数",
            "其它申请数",
            "其他方式申请数",
            "其它方式申请数",
        ],
    )
}

/// 对申请的答复数 or 对申请的答复总数.
pub(crate) const fn replied(label: &'static str) -> Row {
    items(
        label,
        "applications.replied.total",
        &[
            "对申请的答复数",
            "对申请的答复总数",
            "对申请的答复",
            "对申请答复数",
            "对申请答复总数",
            "申请答复数",
            "申请答复总数",
            "答复数",
            "答复总数",
        ],
    )
}

/// 同意公开答复数.
pub(crate) const GRANTED: Row = items(
    "其中：1.同意公开答复数",
    "applications.replied.granted_full",
    &[
        "同意公开",
        "同意公开数",
        "同意公开答复",
        "同意公开答复总数",
        "同意答复数",
        "予以公开答复数",
        "予以公开数",
    ],
);

/// 同意部分公开答复数.
pub(crate) const GRANTED_PART: Row = items(
    "2.同意部分公开答复数",
    "applications.replied.granted_part",
    &["同意部分公开", "同意部分公开数", "同意部分公开答复", "部分公开答复数", "部分公开数"],
);

/// 否决公开答复数 or 不予公开答复数.
pub(crate) const fn denied(label: &'static str) -> Row {
    items(
        label,
        "applications.replied.denied.total",
        &[
            "否决公开答复数",
            "否决公开答复总数",
            "否决公开数",
            "否决公开",
            "不予公开答复数",
            "不予公开答复总数",
            "不予公开数",
            "不同意公开答复数",
            "不同意公开数",
        ],
    )
}

/// 依申请公开信息收取的费用.
pub(crate) const FEES: Row = Row::new("依申请公开信息收取的费用", "applications.fees_collected")
    .or(&[
        "依申请提供信息收费金额",
        "依申请公开信息收费金额",
        "依申请公开政府信息收取费用总数",
        "政府信息公开收费金额",
        "收取费用总数",
        "收费总金额",
        "收取的费用",
    ])
    .optional();

/// 行政复议数.
pub(crate) const REVIEW: Row = Row::new("行政复议数", "review.total").or(&[
    "行政复议数量",
    "行政复议总数",
    "行政复议件数",
    "行政复议案件数",
    "政府信息公开行政复议数",
    "申请行政复议数",
]);

/// 行政诉讼数.
pub(crate) const LITIGATION: Row = Row::new("行政诉讼数", "litigation.all.total").or(&[
    "行政诉讼数量",
    "行政诉讼总数",
    "行政诉讼件数",
    "行政诉讼案件数",
    "政府信息公开行政诉讼数",
    "提起行政诉讼数",
]);

/// An indicator of a form's own.
pub(crate) const fn own(
    id: &'static str,
    label: &'static str,
    name: &'static str,
    unit: Unit,
) -> IndicatorDef {
    IndicatorDef { id, label, name, unit: Some(unit), kind: ValueKind::Count }
}

/// A relation that holds in each of the two columns: `{}` behind an id stands for the column.
pub(crate) const fn in_both(
    id: &'static str,
    rule: &'static str,
    (left, relation, right): (&'static [&'static str], Relation, &'static [&'static str]),
    severity: Severity,
    basis: &'static str,
) -> Identity {
    let each: &[&str] = &["", "@cumulative"];
    Identity { id, rule, left, relation, right, each, strength: Strength::Implied, severity, basis }
}

/// The year is part of the time since the beginning, in every row.
pub(crate) const fn year_within_cumulative(id: &'static str, rows: &'static [&'static str]) -> Identity {
    Identity {
        id,
        rule: "part-above-whole",
        left: &["{}"],
        relation: Relation::AtMost,
        right: &["{}@cumulative"],
        each: rows,
        strength: Strength::Implied,
        severity: Severity::Error,
        basis: "本年度；历年累计",
    }
}

/// What has been counted since the beginning is what had been a year before, and the year.
pub(crate) const fn cumulative_flow(id: &'static str, rows: &'static [&'static str]) -> Identity {
    Identity {
        id,
        rule: "cumulative-flow",
        left: &["{}@cumulative"],
        relation: Relation::Equal,
        right: &["{}@cumulative@previous", "{}"],
        each: rows,
        strength: Strength::Implied,
        severity: Severity::Warning,
        basis: "本年度；历年累计",
    }
}
