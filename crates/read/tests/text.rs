//! Plain text and Markdown in the shapes that programs leave it in, against the rows and lines that it is.

use gongkai_document::{Block, Document};
use gongkai_read::read;
use proptest::prelude::*;

/// Rows as `|a|b|`, lines as they are, `⏎` where one goes on over several.
fn shown(document: &Document) -> String {
    let lines = document.blocks().iter().map(|block| match *block {
        Block::Heading(level, span) => format!("{} {}", "#".repeat(level.into()), document.slice(span)),
        Block::Paragraph(span) => document.slice(span).replace('\n', "⏎"),
        Block::Row(row) => {
            let cells = document.cells(row).iter().map(|cell| document.slice(cell.span));
            format!("|{}|", cells.collect::<Vec<_>>().join("|"))
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check(name: &str, text: &str, expected: &str) {
    let document = read(name, text.as_bytes()).expect("text");
    let expected: Vec<&str> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(shown(&document), expected.join("\n"));
    for block in document.blocks() {
        let place = document.in_source(block.span());
        assert!(text.get(place.range()).is_some(), "{place:?}");
    }
}

#[test]
fn bars_stand_around_behind_or_between_cells() {
    check("a.md", "| 规章 | 0 | 3 |\n|---|---|---|\n| 许可 | | 4 |\n", "|规章|0|3|\n|许可||4|");
    check("a.txt", "规章 | 0 |\n许可 | 1 |\n", "|规章|0|\n|许可|1|");
    // Between cells only: what is empty at either end is a cell.
    check(
        "a.md",
        "信息内容| 制发| 现行  \n---|---|---  \n规章| 0| 3  \n行政许可| 4|  \n| 5| 6\n",
        "|信息内容|制发|现行|\n|规章|0|3|\n|行政许可|4||\n||5|6|",
    );
    // One bar in one sentence is a mark like others.
    check("a.txt", "首页 | 政务公开\n规章\t0\n", "首页 | 政务公开\n|规章|0|");
}

#[test]
fn a_text_in_which_every_line_end_became_a_bar_has_one_cell_a_line() {
    let line = (0..70).map(|at| format!("第{at}格")).collect::<Vec<_>>();
    check("a.txt", &line.join("|"), &line.join("\n"));
}

#[test]
fn rows_without_separators_stay_together() {
    check(
        "a.txt",
        "二、主动公开\n信息内容本年制发件数\n规章000\n行政规范性文件41234\n\n行政事业性收费4482.67\n三、收到和处理\n共收到12件。\n",
        "二、主动公开
         信息内容本年制发件数⏎规章000⏎行政规范性文件41234⏎⏎行政事业性收费4482.67
         三、收到和处理
         共收到12件。",
    );
    // A row of figures without labels.
    check(
        "a.txt",
        "行政复议行政诉讼\n200022200400000\n五、问题\n",
        "行政复议行政诉讼⏎200022200400000\n五、问题",
    );
    // Figures in cells of their own, or two lines that end in digits, are none.
    check("a.txt", "规章\n0\n14253\n行政许可12\n行政处罚3\n", "规章\n0\n14253\n行政许可12\n行政处罚3");
}

#[test]
fn escapes_breaks_and_words_for_nothing_are_not_printed() {
    check(
        "a.md",
        "# 某县\\_年报\n\n| 1\\.属于<br>国家秘密 | NaN | 3&nbsp; | C:\\数 |\n\n1\\. 第一\\*项\n",
        "# 某县_年报\n|1.属于国家秘密||3|C:\\数|\n1. 第一*项",
    );
    // Only Markdown has escapes.
    check("a.txt", "规章\t1\\.\tnan\n", "|规章|1\\.||");
    check("a.txt", "\"规章\"\t\"0\"\t3\n\"\"\t\"许可\"\t4\n", "|规章|0|3|\n||许可|4|");
}

#[test]
fn commas_part_cells_where_rows_have_as_many() {
    check(
        "a.csv",
        "二、主动公开\n信息内容,制发,现行\n规章,0,0\n\"规范性文件,含修订\",3,\"1,021\"\n行政许可,5,\n三、收到\n",
        "二、主动公开\n|信息内容|制发|现行|\n|规章|0|0|\n|规范性文件,含修订|3|1,021|\n|行政许可|5||\n三、收到",
    );
    // A list in a sentence is none.
    check("a.txt", "甲,乙,丙\n丁,戊,己\n庚,辛,壬\n", "甲,乙,丙\n丁,戊,己\n庚,辛,壬");
}

#[test]
fn drawn_lines_part_cells_and_rows() {
    check(
        "a.txt",
        "┌────┬──┐\n│信息│数│\n├────┼──┤\n│规范│  │\n│文件│12│\n├────┼──┤\n│收费│0 │\n└────┴──┘\n三、收到\n",
        "|信息|数|\n|规范文件|12|\n|收费|0|\n三、收到",
    );
    // A line through a part of the row parts the cells that it passes.
    check(
        "a.txt",
        "├──┬──┬─┤\n│三│一│1│\n│  ├──┼─┤\n│  │二│2│\n├──┴──┼─┤\n│四   │3│\n└─────┴─┘\n",
        "|三|一|1|\n||二|2|\n|四|3|",
    );
    // Lines below the header alone: each line is a row.
    let rows = "│规章│0│\n".repeat(9);
    let expected = "|规章|0|\n".repeat(9);
    check("a.txt", &format!("│名│数│\n├──┼──┤\n{rows}"), &format!("|名|数|\n{expected}"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn strange_text_is_read_whole(pieces in prop::collection::vec(prop::sample::select(&[
        "规章", "0", "12", "1,234", "\t", "|", ",", "\"", "\n", "\n\n", "\u{c}", "│", "├──┼──┤\n", "┌──┐", "│\n", "+---+\n",
        "|---|---|\n", "# ", "<br>", "&nbsp;", "\\.", "。", " ", "\u{3000}", "nan", "\u{feff}", "−",
        "三、", "行政规范性文件41234\n",
    ][..]), 1..60), name in prop::sample::select(&["a.txt", "a.md", "a.csv"][..])) {
        let text = pieces.concat();
        let Ok(document) = read(name, text.as_bytes()) else { return Ok(()) };
        for block in document.blocks() {
            prop_assert!(document.text().get(block.span().range()).is_some());
            prop_assert!(document.source().get(document.in_source(block.span()).range()).is_some());
            if let Block::Row(row) = *block {
                for cell in document.cells(row) {
                    prop_assert!(document.text().get(cell.span.range()).is_some());
                    prop_assert!(document.source().get(document.in_source(cell.span).range()).is_some());
                }
            }
        }
    }
}
