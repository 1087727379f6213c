//! What office files show otherwise than their characters say: struck out, raised, hidden, drawn.

use crate::files::{c, container, docx, docx_with, odf, p, row, xlsx, xlsx_with};
use crate::{check, check_refused};
use gongkai_read::read;

/// A run of Word with these properties.
fn run(properties: &str, text: &str) -> String {
    format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>")
}

/// Each line: what a cell of Word holds, what is read of it.
#[track_caller]
fn check_word(cells: &[(String, &str)]) {
    for (runs, shown) in cells {
        let cell = format!("<w:tc><w:p>{runs}</w:p></w:tc>");
        let row = format!("<w:tbl><w:tr><w:tc>{}</w:tc>{cell}</w:tr></w:tbl>", p("规章"));
        check(&docx(&row), &format!("| 规章 | {shown} |"));
    }
}

#[test]
fn what_word_shows_of_a_figure() {
    let raised = |text: &str| run("<w:vertAlign w:val='superscript'/>", text);
    let struck = |text: &str| run("<w:strike/>", text);
    check_word(&[
        (struck("9") + &run("", "12"), "12"),
        (run("<w:dstrike w:val='true'/>", "9") + &run("<w:strike w:val='0'/>", "12"), "12"),
        (struck("9"), "\u{FFFC}"),
        (run("", "12") + &raised("1"), "12（1）"),
        (raised("[") + &raised("1") + &raised("]") + &run("", "12"), "12（1）"),
        (run("", "12") + &raised("件"), "12件"),
        (raised("12"), "12"),
        (run("", "总计") + &raised("1"), "总计"),
        ("<w:r><w:drawing/></w:r>".to_owned(), "\u{FFFC}"),
        (run("", "12") + "<w:r><w:drawing/></w:r>", "12"),
        ("<m:oMath><m:r><m:t>12</m:t></m:r></m:oMath>".to_owned(), "\u{FFFC}"),
        (
            "<w:r><w:sym w:font='Arial' w:char='F031'/><w:sym w:font='Arial' w:char='0032'/></w:r>"
                .to_owned(),
            "12",
        ),
        ("<w:r><w:sym w:font='Wingdings' w:char='F031'/></w:r>".to_owned(), "\u{FFFC}"),
    ]);
    // The number of a list and the figure behind it are two.
    let lists = "<w:numbering xmlns:w='w'><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/>\
                 <w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl></w:abstractNum>\
                 <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>";
    let numbered = "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>5</w:t></w:r></w:p>";
    check(&docx_with(numbered, &[("word/numbering.xml", lists)]), "1. 5");
}

#[test]
fn a_file_inside_a_word_document_is_never_lost_in_silence() {
    let chunk = "<w:altChunk r:id='r1'/>";
    check_refused(&docx(chunk), "altChunk", "altChunk");
    let document = read("report", &docx(&format!("{}{chunk}", p("正文")))).expect("a document");
    assert_eq!(document.remarks().iter().map(|remark| remark.code).collect::<Vec<_>>(), ["part-not-read"]);
}

#[test]
fn what_open_document_shows_of_a_figure() {
    let styles = "<office:automatic-styles><style:style style:name='s'><style:text-properties style:text-line-through-style='solid'/>\
                  </style:style><style:style style:name='u'><style:text-properties style:text-position='super 58%'/></style:style>\
                  <style:style style:name='h'><style:text-properties text:display='none'/></style:style></office:automatic-styles>";
    let span = |style: &str, text: &str| format!("<text:span text:style-name='{style}'>{text}</text:span>");
    for (cell, shown) in [
        (span("s", "9") + "12", "12"),
        (span("s", "9"), "\u{FFFC}"),
        ("12".to_owned() + &span("u", "1"), "12（1）"),
        ("12".to_owned() + &span("h", "9"), "12"),
    ] {
        let table = format!(
            "<table:table table:name='表'><table:table-row><table:table-cell><text:p>规章</text:p></table:table-cell>\
             <table:table-cell><text:p>{cell}</text:p></table:table-cell></table:table-row></table:table>"
        );
        for body in ["text", "spreadsheet"] {
            let content = format!(
                "<office:document-content>{styles}<office:body><office:{body}>{table}</office:{body}></office:body>\
                 </office:document-content>"
            );
            let file = container(&[
                ("mimetype", "application/vnd.oasis.opendocument.text"),
                ("content.xml", &content),
            ]);
            check(&file, &format!("| 规章 | {shown} |"));
        }
    }
}

/// The same, and one remark that names what is hidden.
#[track_caller]
fn check_hidden(bytes: &[u8], expected: &str, named: &str) {
    check(bytes, expected);
    let document = read("report", bytes).expect("a report");
    let found: Vec<&str> = document.remarks().iter().map(|remark| remark.english.as_str()).collect();
    let said =
        format!("hidden rows or columns ({named}) were not read; show them if they belong to the report");
    assert_eq!(found, [said]);
}

#[test]
fn hidden_rows_and_columns_are_left_out_and_named() {
    let rows = |hidden: &str| {
        let second = row(2, &["规章", "8", "9"]).replace("<row ", &format!("<row {hidden} "));
        [row(1, &["项目", "上年", "本年"]), second, row(3, &["许可", "4", "5"])].concat()
    };
    check_hidden(
        &xlsx(&[("表", &rows("hidden='1'"), &[])]),
        "| 项目 | 上年 | 本年 |\n| 许可 | 4 | 5 |",
        "表: 2",
    );
    // A hidden column leaves no blank behind; a merged cell is seen while any of it is.
    let columns = "<cols><col min='2' max='2' hidden='true'/></cols>";
    let merged = [row(1, &["", "某局年报"]), row(2, &["规章", "8", "9"])].concat();
    check_hidden(&xlsx_with(columns, &[("表", &merged, &["B1:C1"])], ""), "某局年报\n| 规章 | 9 |", "表: B");
    let cell = |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
    let line = |hidden: &str, cells: [&str; 3]| {
        format!("<table:table-row {hidden}>{}</table:table-row>", cells.map(cell).concat())
    };
    let sheet = format!(
        "<office:spreadsheet><table:table table:name='表'><table:table-column/><table:table-column table:visibility='collapse'/>\
         {}{}{}</table:table></office:spreadsheet>",
        line("", ["项目", "上年", "本年"]),
        line("table:visibility='filter'", ["规章", "8", "9"]),
        line("", ["许可", "4", "5"])
    );
    check_hidden(&odf(&sheet), "| 项目 | 本年 |\n| 许可 | 5 |", "表: 2 B");
}

#[test]
fn texts_of_several_runs_are_what_they_show() {
    let strings = "<sst><si><t>规章</t></si><si><r><t>12</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>1</t></r></si>\
                   <si><r><rPr><strike/></rPr><t>9</t></r><r><t>7</t></r></si><si><r><rPr><strike/></rPr><t>9</t></r></si></sst>";
    let cells = "<c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c r='C1' t='s'><v>2</v></c>\
                 <c r='D1' t='s'><v>3</v></c>";
    let rows = format!("<row r='1'>{cells}</row><row r='2'>{}</row>", c("A2", "许可"));
    check(
        &xlsx_with("", &[("表", &rows, &[])], strings),
        "| 规章 | 12（1） | 7 | \u{FFFC} |\n| 许可 |  |  |  |",
    );
}
