//! What tables of local forms print beside labels and figures: sections to the left, codes, units, numbered columns.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use gongkai_document::{Builder, Document};
use gongkai_extract::{Block, Column, Extractor, Registration, Registry, Row, Table, Template};
use gongkai_model::{IndicatorDef, ValueKind};
use gongkai_text::{Carrier, Span};

const fn counted(id: &'static str) -> IndicatorDef {
    IndicatorDef::new(id, "公开数", "Items", ValueKind::Count)
}

static FORM: Template = Template {
    id: "ledger",
    title: "公开台账",
    name: "Disclosure ledger",
    basis: "a test",
    years: "",
    tables: &[Table::new(
        1,
        "公开台账",
        &["类别", "项目", "单位"],
        &[Block {
            columns: &[Column::codes("代码"), Column::new("", "数量")],
            rows: &[
                Row::new("新增栏目", "ledger.site_added").under("网站"),
                Row::new("停用栏目", "ledger.site_closed").under("网站"),
                Row::new("新增栏目", "ledger.board_added").under("公示栏"),
                Row::new("停用栏目", "ledger.board_closed").under("公示栏"),
                Row::new("印发简报", "ledger.briefs"),
            ],
        }],
    )],
    identities: &[],
    indicators: &[
        counted("ledger.site_added"),
        counted("ledger.site_closed"),
        counted("ledger.board_added"),
        counted("ledger.board_closed"),
        counted("ledger.briefs"),
    ],
};

struct Ledger;

impl Extractor for Ledger {
    fn template(&self) -> &'static Template {
        &FORM
    }
}

/// A grid: a row a line, its cells between bars.
fn grid(lines: &[&str]) -> Document {
    let mut builder = Builder::new(lines.join("\n"), Carrier::Text);
    let mut at = 0;
    for line in lines {
        let mut cells = Vec::new();
        for cell in line.split('|') {
            cells.push(Span::new(at, at + cell.len() as u32));
            at += cell.len() as u32 + 1;
        }
        builder.row(0, &cells);
    }
    builder.finish()
}

/// Reads `lines`: each cell of the form as `value unit status`, `-` where it was not found.
#[track_caller]
fn check(lines: &[&str], expected: [&str; 5], unread: &[&str]) {
    let ledger = Registration { extractor: &Ledger, file: file!() };
    let report = Registry::new([ledger]).unwrap().extract("ledger", &grid(lines)).report;
    let read: Vec<String> = report
        .facts
        .iter()
        .map(|fact| match fact.value {
            Some(value) => {
                let unit = fact.unit.map_or("?", gongkai_text::Unit::label);
                format!("{value} {unit} {:?}", fact.status).to_lowercase()
            }
            None => "-".to_owned(),
        })
        .collect();
    assert_eq!(read, expected, "{lines:?}");
    let left: Vec<&str> = report.unread.iter().map(|unread| &*unread.text).collect();
    assert_eq!(left, unread, "{lines:?}");
}

#[test]
fn a_heading_beside_the_label_tells_rows_of_one_label_apart() {
    check(
        &[
            "类别|项目|代码|单位|数量",
            "网站|新增栏目|A1|个|3",
            "|停用栏目|A2|个|1",
            "公示栏|新增栏目|B1|块|2",
            "|停用栏目|B2|块|0",
            "简报|印发简报|C1|期|12",
        ],
        ["3 个 read", "1 个 read", "2 块 read", "0 块 read", "12 期 read"],
        &[],
    );
}

#[test]
fn where_the_first_section_is_missing_the_second_is_not_taken_for_it() {
    check(
        &[
            "类别|项目|代码|单位|数量",
            "公示栏|新增栏目|B1|块|2",
            "|停用栏目|B2|块|0",
            "简报|印发简报|C1|期|12",
        ],
        ["-", "-", "2 块 read", "0 块 read", "12 期 read"],
        &[],
    );
}

#[test]
fn without_the_heading_rows_of_one_label_are_left_open() {
    check(
        &["项目|数量", "新增栏目|2", "停用栏目|0", "印发简报|12"],
        ["2 ? ambiguous", "0 ? ambiguous", "-", "-", "12 ? read"],
        &[],
    );
}

#[test]
fn a_line_that_numbers_the_columns_is_no_row() {
    check(
        &[
            "类别|项目|单位|数量",
            "甲|乙|丙|1",
            "网站|新增栏目|个|3",
            "|停用栏目|个|1",
            "公示栏|新增栏目|个|2",
            "|停用栏目|个|0",
            "简报|印发简报|期|12",
        ],
        ["3 个 read", "1 个 read", "2 个 read", "0 个 read", "12 期 read"],
        &[],
    );
}

#[test]
fn a_unit_stands_behind_its_figure_too() {
    check(
        &[
            "类别|项目|数量|单位",
            "简报|印发简报|12|期",
            "网站|新增栏目|3|个",
            "网站|停用栏目|1|个",
            "公示栏|新增栏目|2|块",
            "公示栏|停用栏目|0|块",
        ],
        ["3 个 read", "1 个 read", "2 块 read", "0 块 read", "12 期 read"],
        &[],
    );
}
