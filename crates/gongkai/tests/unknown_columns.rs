//! Columns of figures beside a form's own, whose header is empty or unknown: nothing under them is read as the form's
//! without a doubt.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use gongkai::Engine;
use gongkai::model::{Measure, Presence, Status};
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::linked().unwrap());

/// Label, unit, the year's figure, that since the beginning, one of no form.
const ROWS: &[(&str, &str, &str, [u32; 3])] = &[
    ("主动公开信息数", "条", "proactive.items_total", [1204, 5310, 905]),
    ("其中：1.网站公开", "条", "proactive.channel.website", [1100, 4800, 18]),
    ("2.政府公报公开", "条", "proactive.channel.gazette", [104, 510, 31]),
    ("受理依申请公开信息总数", "条", "applications.received.total", [37, 120, 44]),
    ("其中：1.当面申请数", "条", "applications.received_by_channel.in_person", [12, 50, 57]),
    ("2.传真申请数", "条", "applications.received_by_channel.fax", [1, 4, 70]),
    ("4.网上申请数", "条", "applications.received_by_channel.online", [18, 49, 83]),
    ("5.信函申请数", "条", "applications.received_by_channel.mail", [6, 17, 96]),
    ("对申请的答复总数", "条", "applications.replied.total", [36, 118, 12]),
    ("其中：1.同意公开答复数", "条", "applications.replied.granted_full", [28, 99, 25]),
    ("行政复议数", "件", "review.total", [1, 2, 64]),
    ("行政诉讼数", "件", "litigation.all.total", [0, 1, 77]),
];

/// A column by its header and what stands in it: `l`abels, `u`nits, the `y`ear, the time since the `b`eginning, figures
/// of no `f`orm, `c`odes, `r`emarks.
type Columns = [(&'static str, char)];

fn grid(columns: &Columns) -> Vec<Vec<String>> {
    let header = columns.iter().map(|(header, _)| (*header).to_owned()).collect();
    let row = |(at, (label, unit, _, figures)): (usize, &(&str, &str, &str, [u32; 3]))| {
        let cell = |kind: char| match kind {
            'l' => (*label).to_owned(),
            'u' => (*unit).to_owned(),
            'y' => figures[0].to_string(),
            'b' => figures[1].to_string(),
            'f' => figures[2].to_string(),
            'c' => format!("{:02}", at + 1),
            'r' => if at % 3 == 0 { "已核对" } else { "" }.to_owned(),
            other => panic!("no column is {other}"),
        };
        columns.iter().map(|(_, kind)| cell(*kind)).collect()
    };
    std::iter::once(header).chain(ROWS.iter().enumerate().map(row)).collect()
}

/// The same table as carriers print it.
fn printings(columns: &Columns) -> [(&'static str, String); 5] {
    const HEAD: &str = "松泽县2011年政府信息公开工作年度报告\n\n一、概述\n\n政府信息公开情况统计表\n\n";
    let grid = grid(columns);
    let lines = |line: &dyn Fn(&[String]) -> String| {
        format!("{HEAD}{}\n", grid.iter().map(|row| line(row)).collect::<Vec<_>>().join("\n"))
    };
    let printed = |row: &[String], between: &str| {
        row.iter().filter(|cell| !cell.is_empty()).cloned().collect::<Vec<_>>().join(between)
    };
    let cells = |row: &[String]| format!("<tr><td>{}</td></tr>", row.join("</td><td>"));
    let rows = grid.iter().map(|row| cells(row)).collect::<Vec<_>>().concat();
    [
        ("tabs.txt", lines(&|row| row.join("\t"))),
        ("bars.txt", lines(&|row| format!("| {} |", row.join(" | ")))),
        ("stack.txt", lines(&|row| printed(row, "\n"))),
        ("blanks.txt", lines(&|row| printed(row, " "))),
        ("page.html", format!("<h1>松泽县2011年政府信息公开工作年度报告</h1><table>{rows}</table>")),
    ]
}

/// Reads every printing. A figure without a flag is right. In a grid (`told`), what the header names is read without a
/// flag.
#[track_caller]
fn check(columns: &Columns, told: &str) {
    for (name, source) in printings(columns) {
        let report = ENGINE.read(name, source.as_bytes());
        let template = report.template.as_deref().unwrap_or_default();
        assert!(template.starts_with("provincial-"), "{name}: {template}");
        let is_grid = ["tabs.txt", "bars.txt", "page.html"].contains(&name);
        for (label, _, id, figures) in ROWS {
            for (kind, measure, figure) in
                [('y', Measure::Year, figures[0]), ('b', Measure::Cumulative, figures[1])]
            {
                let facts = report.facts.iter();
                let mut found = facts.filter(|fact| fact.indicator.id() == *id && fact.measure == measure);
                let fact = found.next().unwrap();
                let is_sure = matches!(fact.status, Status::Read | Status::Confirmed)
                    && fact.presence == Presence::Number;
                let value = fact.value.map(|value| value.to_string());
                let is_right = columns.iter().any(|it| it.1 == kind) && value == Some(figure.to_string());
                assert!(is_right || !is_sure, "{columns:?}, {name}: {label} {measure:?} reads {value:?}");
                let is_told = is_grid && told.contains(kind);
                assert!(
                    is_sure || !is_told,
                    "{columns:?}, {name}: {label} {measure:?} is in doubt, {:?}",
                    fact.status
                );
            }
        }
    }
}

const L: (&str, char) = ("指标名称", 'l');
const U: (&str, char) = ("计量单位", 'u');
const Y: (&str, char) = ("本年度", 'y');
const B: (&str, char) = ("历年累计", 'b');

#[test]
fn named_columns_are_read() {
    check(&[L, U, Y, B], "yb");
    check(&[L, U, B, Y], "yb");
    check(&[L, U, Y], "y");
    check(&[("项目", 'l'), ("2011年度", 'y'), B], "yb");
    check(&[("序号", 'c'), L, U, Y, B], "yb");
    check(&[L, U, Y, B, ("备注", 'r')], "yb");
}

#[test]
fn a_column_of_no_form_beside_the_year_is_left_out() {
    for other in ["县直部门", "", "其中乡镇", "本期实际", "计划数", "上年度", "2010年度", "第四季度"]
    {
        check(&[L, U, Y, (other, 'f')], "y");
        check(&[L, U, (other, 'f'), Y], "y");
        check(&[L, U, Y, (other, 'f'), B], "yb");
        check(&[L, U, Y, B, (other, 'f')], "yb");
        check(&[L, ("代码", 'c'), U, Y, (other, 'f')], "y");
    }
}

#[test]
fn the_latest_of_several_years_is_the_reports() {
    check(&[L, U, ("2011年", 'y'), ("2010年", 'f')], "y");
    check(&[L, U, ("2010年", 'f'), ("2011年", 'y')], "y");
}

#[test]
fn a_column_that_no_header_names_is_in_doubt() {
    check(&[L, U, ("计划数", 'f'), ("完成数", 'y')], "");
    check(&[L, U, ("县直部门", 'f'), B], "");
    check(&[L, U, ("本期实际", 'f')], "");
    check(&[L, U, ("上年度", 'f')], "");
    check(&[L, U, ("区政府统计数", 'y'), ("区直单位统计数", 'f'), ("乡镇街道统计数", 'f')], "");
    check(&[L, U, ("本期实际", 'f'), ("本年累计", 'y')], "y");
}
