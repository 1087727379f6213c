//! What the provincial 统计表 before and after 2014 share: two value columns, 本年度 and 历年累计, and the relations that
//! hold in both of them.

use gongkai_extract::Column;
use gongkai_model::{Identity, Relation, Severity, Strength};

/// 本年度 and 历年累计; some printings number their rows.
pub(crate) const COLUMNS: &[Column] = &[
    Column::codes("代码").or(&["指标代码", "序号", "编号", "行次"]),
    Column::new("", "本年度").or(&[
        "年度",
        "本年",
        "年",
        "当年",
        "年度数",
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
        "数据",
        "数字",
        "合计",
    ]),
    Column::new("", "历年累计")
        .or(&["累计", "累计数", "历年累计数", "历年累计数量", "历年总计"])
        .cumulative()
        .optional(),
];

/// Words over rows and columns.
pub(crate) const HEADINGS: &[&str] = &["指标名称", "计量单位", "历年累计"];

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
