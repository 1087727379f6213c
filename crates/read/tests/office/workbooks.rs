//! Workbooks of either kind.

use crate::check;
use crate::files::{c, container, ole, ole_of_small, row, xls_stream, xlsx};
use gongkai_document::Origin;
use gongkai_read::{ReadError, read};
use gongkai_text::Carrier;

#[test]
fn sheets_are_paragraphs_and_tables() {
    let rows = [
        row(1, &["某县2023年政府信息公开工作年度报告"]),
        row(3, &["二、主动公开政府信息情况"]),
        row(4, &["信息内容", "本年制发件数", "本年废止件数"]),
        row(5, &["规章", "0", ""]),
        row(6, &["规范性文件"]),
        row(7, &["行政事业性收费", "712.187895", "0.30000000000000004"]),
        row(8, &["三、收到和处理政府信息公开申请情况"]),
        row(10, &["申请情况", "", "总计"]),
        row(11, &["甲", "100000", "-0"]),
    ];
    check(
        &xlsx(&[("表", &rows.concat(), &["A1:C1", "A10:B10"])]),
        "某县2023年政府信息公开工作年度报告
         二、主动公开政府信息情况
         | 信息内容 | 本年制发件数 | 本年废止件数 |
         | 规章 | 0 |  |
         | 规范性文件 |  |  |
         | 行政事业性收费 | 712.187895 | 0.3 |
         三、收到和处理政府信息公开申请情况
         | 申请情况 | < | 总计 |
         | 甲 | 100000 | 0 |",
    );
    // Formulas by their value, text that is a number, a merge downwards, a hidden region under it.
    let cells = format!(
        "<row r='1'>{}{}<c r='C1' t='str'><f>1+1</f><v>2</v></c></row><row r='2'>{}<c r='C2'><f>C1</f><v>5</v></c></row>",
        c("A1", "结转"),
        c("B1", "上年"),
        c("B2", "本年")
    );
    check(&xlsx(&[("表", &cells, &["A1:A2"])]), "| 结转 | 上年 | 2 |\n|  | 本年 | 5 |");
    // A formula that was never computed is what it is, and no blank.
    let cells = format!(
        "<row r='1'>{}<c r='B1'><f>SUM(C1:D1)</f></c><c r='C1'><f t='shared' si='0'/></c></row>",
        c("A1", "总计")
    );
    check(&xlsx(&[("表", &cells, &[])]), "| 总计 | =SUM(C1:D1) | = |");
}

#[test]
fn cells_of_sheets_can_be_pointed_at() {
    let rows = |value| row(7, &["规章", "", value]);
    let book = xlsx(&[("表2", &rows("3"), &[]), ("表3", &rows("4"), &[])]);
    let document = read("report.xlsx", &book).unwrap();
    assert_eq!(
        (document.carrier(), document.sheets()),
        (Carrier::Xlsx, &["表2".to_owned(), "表3".to_owned()][..])
    );
    let at = |text: &str| document.origin(document.text().find(text).unwrap() as u32);
    assert_eq!(at("3"), Some(Origin::Sheet { sheet: 0, row: 6, column: 2 }));
    assert_eq!(at("4"), Some(Origin::Sheet { sheet: 1, row: 6, column: 2 }));
}

#[test]
fn hidden_sheets_are_left_out_and_named() {
    #[track_caller]
    fn check_hidden(bytes: &[u8], expected: &str, remarks: &[&str]) {
        check(bytes, expected);
        let document = read("report", bytes).expect("a report");
        let found: Vec<&str> = document.remarks().iter().map(|remark| remark.english.as_str()).collect();
        assert_eq!(found, remarks);
    }
    let said = ["hidden sheets (旧) were not read; show them if they belong to the report"];
    let rows = |value: &str| row(1, &["规章", value]);
    let (now, before) = (rows("1"), rows("8"));
    check_hidden(&xlsx(&[("表", &now, &[]), ("旧' state='hidden", &before, &[])]), "| 规章 | 1 |", &said);
    check_hidden(&xlsx(&[("旧' state='veryHidden", &before, &[])]), "| 规章 | 8 |", &[]);
    let ods = |styles: [&str; 2]| {
        let sheet = |(name, style, value)| {
            format!(
                "<table:table table:name='{name}' table:style-name='{style}'><table:table-row>\
                 <table:table-cell><text:p>规章</text:p></table:table-cell><table:table-cell><text:p>{value}</text:p>\
                 </table:table-cell></table:table-row></table:table>"
            )
        };
        let styles = format!(
            "<office:automatic-styles><style:style style:name='a'><style:table-properties table:display='true'/></style:style>\
             <style:style style:name='b'><style:table-properties table:display='false'/></style:style></office:automatic-styles>\
             <office:body><office:spreadsheet>{}{}</office:spreadsheet></office:body>",
            sheet(("表", styles[0], 1)),
            sheet(("旧", styles[1], 8)),
        );
        let content = format!("<office:document-content>{styles}</office:document-content>");
        container(&[
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", &content),
        ])
    };
    check_hidden(&ods(["a", "b"]), "| 规章 | 1 |", &said);
    check_hidden(&ods(["b", "b"]), "| 规章 | 1 |\n| 规章 | 8 |", &[]);
}

#[test]
fn old_workbooks_are_read() {
    let cells = [(0, 0, "行政复议"), (0, 2, "总计"), (1, 0, "3"), (1, 1, "0"), (1, 2, "4482.67")];
    let stream = xls_stream(&cells, &[[0, 0, 0, 1]]);
    let expected = "| 行政复议 | < | 总计 |\n| 3 | 0 | 4482.67 |";
    check(&ole("Workbook", &stream), expected);
    check(&ole_of_small("Workbook", &stream), expected);
    // Cells so far apart that laying the sheet out would take gigabytes.
    let stream = xls_stream(&[(0, 0, "1"), (65000, 65000, "2")], &[]);
    assert_eq!(read("report.xls", &ole("Workbook", &stream)).unwrap_err(), ReadError::TooTangled);
    // A sheet that only says so.
    let stream = xls_stream(&cells, &[]);
    let beginning = stream.windows(4).rposition(|it| it == [0x09, 0x08, 16, 0]).unwrap();
    for (rows, is_read) in [(2_u32, true), (65_536, true), (65_537, false), (u32::MAX, false)] {
        let said = [0, rows, 3 << 16, 0].map(u32::to_le_bytes).concat();
        let record = [&[0x00, 0x02, 14, 0], &said[..14]].concat();
        let mut stream = stream.clone();
        stream.splice(beginning + 20..beginning + 20, record);
        let document = read("report.xls", &ole("Workbook", &stream));
        assert_eq!(document.err(), (!is_read).then_some(ReadError::TooTangled), "{rows} rows");
    }
}
