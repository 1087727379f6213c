//! What reaches the screen and the files, from reports put together by hand.

mod alignment;
mod sample;

use gongkai_model::{Audit, Bilingual, CellLabel, Finding, Measure, Rule, Severity, Status, Words};
use gongkai_render::{Lang, Shape, Style, Tally, csv, json, markdown, rule, text};
use serde_json::Value;

/// `output` has every fragment, in this order.
fn check(name: &str, output: &str, fragments: &[&str]) {
    let mut rest = output;
    for fragment in fragments {
        let Some(at) = rest.find(fragment) else {
            panic!("{name}: expected {fragment:?} in its place, found:\n{output}");
        };
        rest = &rest[at + fragment.len()..];
    }
}

fn tally() -> Tally {
    let mut tally = Tally::default();
    for audit in [sample::audit(), sample::clean(), sample::unreadable()] {
        tally.add(&audit);
    }
    tally
}

#[test]
fn text_speaks_of_the_problem_first_and_the_rule_last() {
    type Case = (&'static str, Audit, Lang, &'static [&'static str]);
    let cases: [Case; 6] = [
        (
            "errors come before warnings, both sides, the box, the proposal",
            sample::audit(),
            Lang::Zh,
            &[
                "甲县,2023.txt：甲县人民政府，2023年度，annual-2021，有错误（错误1，警告1，提示0）\n",
                "[错误] applications-balance有问题\n",
                "左  本年新收政府信息公开申请数量  总计  114（县级3次）   3:30\n",
                "左  上年结转政府信息公开申请数量  总计          不适用   4:30\n",
                "右  结转下年度继续办理            总计    0（原文 -0）   6:30\n",
                "左边 114，右边 113，相差 1，不成立\n",
                "先看：表三 → 本年新收政府信息公开申请数量 → 总计（第3行第30列）\n",
                "总计的“114”改为“113”（一位数字，有可能）\n",
                "依据：第一项加第二项之和",
                "规则：applications-balance\n",
                "[警告] mention-disagrees有问题\n",
                "原文：“收到申请115件”（第1行第6列）\n",
                "先看：一、总体情况（第1行第6列）\n",
            ],
        ),
        (
            "what was repaired, left unread and remarked is listed; then coverage and outcomes",
            sample::audit(),
            Lang::Zh,
            &[
                "读取时修复的数（请对照原件核实）：\n  结转下年度继续办理 → 总计（第6行第30列）：0（原文 -0）\n",
                "表内未能归入任何一行的内容1处：\n  续表（第8行第1列）：noise row in table 3\n",
                "读取说明：\n  [提示] expected a year in the title\n",
                "单元格：应有10格，找到9格（表三 9/10 年度报告格式（试行））\n",
                "核对关系：成立5，取整误差之内1，不成立1，无法判定2（其中空白作零则成立的1）\n",
            ],
        ),
        (
            "english",
            sample::audit(),
            Lang::En,
            &[
                "errors (1 error, 1 warning, 0 notes)\n",
                "[error] applications-balance does not hold\n",
                "left 114, right 113, difference 1, does not hold\n",
                "look at: table 3 → Applications received → total (line 3, column 30)\n",
                "rule: applications-balance\n",
                "cells: 9 of 10 found (table 3 9/10 annual-2019)\n",
            ],
        ),
        ("clean", sample::clean(), Lang::Zh, &["b.md：乙县人民政府，未发现问题\n", "应有200格，找到200格\n"]),
        (
            "unreadable, with what every form saw",
            sample::unreadable(),
            Lang::Zh,
            &[
                "c.txt：无法读取\n",
                "原因：no form claims this document\n",
                "annual-2019 0.05\n",
                "- no table 3\n",
                "annual-2021 0.10\n",
                "- 1 of 4 header words\n",
            ],
        ),
        (
            "unreadable in english",
            sample::unreadable(),
            Lang::En,
            &["c.txt: unreadable\n", "reason: no form"],
        ),
    ];
    for (name, audit, lang, fragments) in cases {
        check(name, &text::audit(&audit, Style::plain(lang)), fragments);
    }
}

#[test]
fn a_cell_with_a_finding_of_its_own_is_told_once() {
    let mut audit = sample::audit();
    let id = "applications.carried_out.total".to_owned();
    let note = sample::finding(Severity::Note, "reading-repaired");
    audit.findings.push(gongkai_model::Finding {
        facts: vec![id],
        span: Some(sample::place(80, 6, 30)),
        ..note
    });
    let shown = text::audit(&audit, Style::plain(Lang::Zh));
    check(
        "own finding",
        &shown,
        &["[提示] reading-repaired", "先看：表三 → 结转下年度继续办理 → 总计（第6行第30列）"],
    );
    assert!(!shown.contains("读取时修复的数") && !shown.contains("cannot be negative"), "{shown}");
    assert!(!markdown::section(&audit, 1, Lang::Zh).contains("读取时修复的数"));
    // Several boxes and no proposal: a place, but no suspect.
    audit.findings[1].repairs.clear();
    check(
        "no proposal",
        &text::audit(&audit, Style::plain(Lang::Zh)),
        &["左边 114", "\n  位置：表三 → 本年新收"],
    );
}

#[test]
fn cells_that_are_not_there_are_placed_in_their_table() {
    let mut audit = sample::audit();
    let missing = audit.report.facts[9].indicator.id().to_owned();
    let note = sample::finding(Severity::Warning, "coverage-incomplete");
    audit.findings = vec![gongkai_model::Finding { facts: vec![missing.clone(), missing], ..note }];
    check("many", &text::audit(&audit, Style::plain(Lang::Zh)), &["\n  位置：表三\n"]);
    audit.findings[0].facts.pop();
    check("one", &text::audit(&audit, Style::plain(Lang::Zh)), &["\n  先看：表三 → 部分公开 → 总计\n"]);
}

#[test]
fn a_unit_in_doubt_leaves_the_figure() {
    let mut report = sample::report();
    report.facts[8].candidates = vec!["元".to_owned(), "万元".to_owned()];
    check("unit", &text::facts(&report, Style::plain(Lang::Zh)), &["3（元 或 万元）"]);
}

#[test]
fn a_batch_has_a_line_for_a_clean_input_and_ends_in_counts() {
    let style = Style::plain(Lang::Zh);
    assert_eq!(text::entry(&sample::clean(), style), "b.md：乙县人民政府，未发现问题\n");
    check("an input with findings", &text::entry(&sample::audit(), style), &["[错误]", "核对关系"]);
    check(
        "summary",
        &text::summary(&tally(), style),
        &[
            "共3份：无法读取 1，有错误 1，未发现问题 1\n",
            "应有210格，找到209格",
            "错误  applications-balance     1     1\n",
        ],
    );
    check(
        "summary in markdown",
        &markdown::summary(&tally(), Lang::En),
        &["| unreadable | 1 |\n", "| warnings | 0 |\n", "| error | applications-balance | 1 | 1 |\n"],
    );
    assert_eq!(text::summary(&Tally::default(), style), "共0份\n");
}

#[test]
fn boxes_and_forms_go_by_their_printed_names() {
    let mut audit = sample::audit();
    audit.report.template = Some("annual-2019".into());
    audit.report.facts[0].measure = Measure::Year;
    for (fact, own) in audit.report.facts.iter_mut().zip(["收到申请数", "另一申请数"]) {
        fact.label = CellLabel { row: Words { under: "依申请公开", own }, column: Words::default() };
        fact.status = Status::Repaired;
    }
    let ids = audit.report.facts[..2].iter().map(|it| it.indicator.id().to_owned()).collect();
    audit.findings[0] = Finding {
        facts: ids,
        span: audit.report.facts[0].span,
        ..sample::finding(Severity::Note, "reading-repaired")
    };
    let zh = text::audit(&audit, Style::plain(Lang::Zh));
    check(
        "zh",
        &zh,
        &[
            "年度报告格式（试行）（annual-2019），有错误",
            "左  依申请公开：另一申请数              114（县级3次）   3:30\n",
            "先看：表三 → 依申请公开：另一申请数（第3行第30列）\n",
            "位置：表三（第3行第9列）\n",
            "读取时修复的数（请对照原件核实）：\n  结转下年度继续办理 → 总计",
        ],
    );
    assert!(!zh.contains("本年新收"), "{zh}");
    check("en", &text::audit(&audit, Style::plain(Lang::En)), &["annual-2019, ", "Applications received"]);
}

#[test]
fn facts_as_text_tell_blank_from_zero() {
    check(
        "facts",
        &text::facts(&sample::report(), Style::plain(Lang::Zh)),
        &["\n表三\n", "空白", "不适用", "横线", "无|数 [2J", "0（原文 -0）", "3 或 13 或 空白", "未找到"],
    );
    check(
        "unreadable",
        &text::facts(&sample::unreadable().report, Style::plain(Lang::En)),
        &["reason: no form"],
    );
}

#[test]
fn markdown_lists_corrections_and_escapes() {
    let mut marked = sample::audit();
    marked.findings[1].message.zh = "a|b\n<i>".to_owned();
    check(
        "list",
        &markdown::section(&marked, 7, Lang::Zh),
        &[
            "## 7. 甲县人民政府，2023年度：有错误\n",
            "| 序号 | 问题 | 位置 | 表中数 | 应为/另一侧 | 依据 | 建议 |\n| --- | --- | --- | --- | --- | --- | --- |\n",
            "| 1 | 错误：a\\|b \\<i> | 表三 → 本年新收政府信息公开申请数量 → 总计（第3行第30列） | 114 | 113 | 第一项",
            "| 2 | 警告：mention-disagrees有问题 | 一、总体情况（第1行第6列） |  |  |  |  |\n",
            "读取时修复的数",
            "- 结转下年度继续办理 → 总计（第6行第30列）：0（原文 -0）\n",
        ],
    );
    check("clean", &markdown::section(&sample::clean(), 2, Lang::Zh), &["## 2. 乙县人民政府：未发现问题\n"]);
    check(
        "unreadable",
        &markdown::section(&sample::unreadable(), 3, Lang::En),
        &["unreadable\n", "- annual-2021 0.10: 1 of"],
    );
}

#[test]
fn json_keeps_the_order_of_the_schema() {
    let report_keys = [
        "schema",
        "source",
        "carrier",
        "template",
        "claim",
        "tables",
        "title",
        "agency",
        "region",
        "year",
        "scope",
        "period",
        "contact",
        "sections",
        "facts",
        "mentions",
        "unread",
        "diagnostics",
    ];
    let fragments: Vec<String> = report_keys.iter().map(|it| format!("\n  \"{it}\": ")).collect();
    let fragments: Vec<&str> = fragments.iter().map(String::as_str).collect();
    check("report", &json::report(&sample::report(), Shape::Pretty), &fragments);
    let audit_line = json::audit(&sample::audit(), Lang::Zh, Shape::Line);
    check(
        "audit",
        &audit_line,
        &[
            "{\"schema\":\"gongkai.audit/1\",\"source\":",
            "\"diagnostics\":[",
            "\"verdict\":\"errors\",\"coverage\":{\"cells\":10,\"found\":9},\"outcomes\":{\"satisfied\":5,\"within_rounding\":1,\"violated\":1,\"undetermined\":2,\"undetermined_if_zero\":1},\"statement_outcomes\":{",
            "},\"derived\":[],\"findings\":[",
            "{\"rule\":\"applications-balance\",\"severity\":\"error\",\"outcome\":\"violated\",\"grade\":null,\"message\":\"applications-balance有问题\",\"left\":{\"expr\":\"applications.received.total + applications.carried_in.total\",\"value\":\"114\"},\"right\":{",
            "\"difference\":\"1\",\"facts\":[",
            "\"mentions\":[],\"basis\":",
            "\"repairs\":[{\"edits\":[{\"id\":\"applications.received.total\",\"from\":\"114\",\"to\":\"113\"}],\"reason\":\"一位数字\",\"applicability\":\"plausible\"}],\"fingerprint\":\"00ff\",\"span\":{",
        ],
    );
    assert_eq!(audit_line.matches('\n').count(), 1, "a line ends in the only line end");
}

#[test]
fn json_values_are_strings_and_only_of_numbers() {
    for audit in [sample::audit(), sample::clean(), sample::unreadable()] {
        let parsed: Value =
            serde_json::from_str(&json::audit(&audit, Lang::En, Shape::Pretty)).expect("valid JSON");
        for fact in parsed["facts"].as_array().expect("an array") {
            assert_eq!(fact["presence"] == "number", fact["value"].is_string(), "{fact}");
        }
        assert_eq!(parsed.get("unreadable").is_some(), audit.report.unreadable.is_some());
    }
    let parsed: Value =
        serde_json::from_str(&json::audit(&sample::audit(), Lang::En, Shape::Line)).expect("valid JSON");
    assert_eq!(parsed["findings"][1]["message"], "applications-balance does not hold");
}

#[test]
fn csv_rows_have_the_columns_of_their_header() {
    let audit = sample::audit();
    for (name, header, rows, count) in [
        ("facts", csv::FACTS_HEADER, csv::facts(&audit.report), audit.report.facts.len()),
        ("findings", csv::FINDINGS_HEADER, csv::findings(&audit, Lang::Zh), audit.findings.len()),
    ] {
        let text = header.to_owned() + &rows;
        let mut reader = ::csv::Reader::from_reader(text.as_bytes());
        let records: Vec<_> = reader.records().collect::<Result<_, _>>().expect(name);
        assert_eq!(records.len(), count, "{name}");
        for (fact, record) in audit.report.facts.iter().zip(&records).filter(|_| name == "facts") {
            assert_eq!(&record[12], fact.raw, "raw characters survive");
            assert_eq!(record[9].is_empty(), fact.value.is_none(), "missing is empty, never 0");
        }
    }
    assert_eq!(
        csv::FACTS_HEADER,
        "source,template,agency,level,region,year,indicator,measure,presence,value,unit,status,raw,repaired,repair_basis,line,column,page\n"
    );
    check(
        "facts",
        &csv::facts(&audit.report),
        &[
            "\"甲县,2023.txt\",annual-2019,甲县人民政府,county,,2023,applications.received.natural_person,cumulative,number,100,件,read,100,,,3,9,\n",
            "applications.carried_in.natural_person,year,blank,,件,read,,,,4,9,\n",
            "year,number,0,件,repaired,-0,0,a count cannot be negative: -0 read as 0,6,30,\n",
            "ambiguous,3,,,7,30,2\n",
            "year,not_found,,件,not_found,,,,,,\n",
        ],
    );
    check(
        "findings",
        &csv::findings(&audit, Lang::Zh),
        &[
            "mention-disagrees,warning,violated,mention-disagrees有问题,,一、总体情况,,,,,,1,6,00ff\n",
            "applications-balance,error,violated,applications-balance有问题,3,本年新收政府信息公开申请数量 → 总计,114,113,1,",
        ],
    );
}

#[test]
fn a_rule_has_its_page_in_both_languages() {
    const fn both(zh: &'static str, en: &'static str) -> Bilingual {
        Bilingual { zh, en }
    }
    static RULE: Rule = Rule {
        id: "row-total",
        severity: Severity::Error,
        title: both("横向合计", "Rows add up"),
        checks: both("各栏之和等于总计", "columns add up to the total"),
        basis: both("表三", "table 3"),
        why: both("一格错", "one cell is wrong"),
        example: "a 1\nb 2\n",
        false_alarms: &[both("合并单元格", "merged cells")],
        repair: both("改总计", "correct the total"),
    };
    let page = rule::page(&RULE, Style::plain(Lang::Zh));
    let headings = [
        "核对内容\n",
        "依据\n",
        "为什么\n",
        "例\n  a 1\n  b 2\n",
        "可能的误报\n  - 合并单元格\n",
        "修复\n  改总计\n",
    ];
    check("zh", &page, &headings);
    let page = rule::page(&RULE, Style::plain(Lang::En));
    check(
        "en",
        &page,
        &["row-total: Rows add up\n", "severity: error\n", "Known false alarms\n  - merged cells\n"],
    );
    check("list", &rule::list([&RULE], Style::plain(Lang::Zh)), &["错误", "row-total", "横向合计"]);
}
