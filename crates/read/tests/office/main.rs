//! Word documents, workbooks and OpenDocument, as small as they can be, against the blocks that they are.
#![cfg(all(feature = "docx", feature = "odf", feature = "xlsx"))]

mod files;

use files::{c, container, docx, docx_with, odf, ole, ole_of_small, p, row, tr, xls_stream, xlsx};
use gongkai_document::{Block, Document, Origin};
use gongkai_read::{ReadError, read};
use gongkai_text::Carrier;
use proptest::prelude::*;

/// A document as lines: `# ` before headings, `| ` between cells, `<` where a cell reaches, `⏎` for a line's end.
fn shown(document: &Document) -> String {
    let lines = document.blocks().iter().map(|block| match *block {
        Block::Heading(level, span) => format!("{} {}", "#".repeat(level.into()), document.slice(span)),
        Block::Paragraph(span) => document.slice(span).to_owned(),
        Block::Row(row) => {
            let cells = document.cells(row).iter().map(|cell| {
                let reached = " | <".repeat(usize::from(cell.column_span) - 1);
                document.slice(cell.span).replace('\n', "⏎") + &reached
            });
            format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check(bytes: &[u8], expected: &str) {
    let found = read("report", bytes).map_or_else(|error| error.to_string(), |document| shown(&document));
    let expected: Vec<&str> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(found, expected.join("\n"));
}

/// The refusal says `english` and, in Chinese, `chinese`.
#[track_caller]
fn check_refused(bytes: &[u8], english: &str, chinese: &str) {
    let error = read("report", bytes).expect_err("the file is refused");
    assert!(error.to_string().contains(english), "{error}");
    assert!(error.chinese().contains(chinese), "{}", error.chinese());
    assert!(!error.chinese().contains("a "), "{}", error.chinese());
}

#[test]
fn word_tables_keep_their_merges() {
    check(
        &docx(&format!(
            "<w:tbl>{}{}{}</w:tbl>",
            tr(&["<w:gridSpan w:val='2'/>;行政复议", "总计"]),
            tr(&["<w:vMerge w:val='restart'/>;维持", "纠正", "9"]),
            tr(&["<w:vMerge/>;", "其他", "8"]),
        )),
        "| 行政复议 | < | 总计 |
         | 维持 | 纠正 | 9 |
         |  | 其他 | 8 |",
    );
    // Before its first cell a row may leave columns out; old files merge sideways cell by cell.
    check(
        &docx(&format!(
            "<w:tbl>{}<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{}</w:tr>{}</w:tbl>",
            tr(&["甲", "<w:vMerge w:val='restart'/>;乙", "1"]),
            "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc>",
            tr(&["丙", "<w:hMerge w:val='restart'/>;丁", "<w:hMerge/>;"]),
        )),
        "| 甲 | 乙 | 1 |
         |  | 2 |
         | 丙 | 丁 | < |",
    );
    let absurd = tr(&["甲", "<w:gridSpan w:val='1000000000'/>;1"]);
    check(&docx(&format!("<w:tbl>{absurd}{}</w:tbl>", tr(&["乙", "2"]))), "| 甲 | 1 |\n| 乙 | 2 |");
}

#[test]
fn word_shows_the_final_text() {
    let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let deleted = "<w:del><w:r><w:delText>9</w:delText></w:r></w:del>";
    let row =
        |properties: &str| format!("<w:tr><w:trPr>{properties}</w:trPr><w:tc>{}</w:tc></w:tr>", p("旧"));
    check(
        &docx(&format!(
            "<w:p>{}{deleted}<w:ins>{}</w:ins><w:moveFrom>{}</w:moveFrom></w:p>",
            run("规章1"),
            run("2"),
            run("7")
        )),
        "规章12",
    );
    check(
        &docx(&format!(
            "<w:tbl>{}{}{}</w:tbl>",
            tr(&["规章", "3"]),
            row("<w:del/>"),
            tr(&["规范性文件", "4"])
        )),
        "| 规章 | 3 |\n| 规范性文件 | 4 |",
    );
    // A paragraph whose end is deleted runs on.
    check(
        &docx(&format!("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{}</w:p>{}", run("收到"), p("申请"))),
        "收到申请",
    );
    // Hidden text, fallbacks, instructions and formulas are not what a reader sees.
    check(
        &docx(&format!(
            "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>\
             <m:oMath><m:r><m:t>x</m:t></m:r></m:oMath><mc:AlternateContent><mc:Choice>{}</mc:Choice>\
             <mc:Fallback>{}</mc:Fallback></mc:AlternateContent></w:p>",
            run("明"),
            run("替")
        )),
        "明",
    );
    check(
        &docx("<w:p><w:r><w:t>A&amp;B &#x7532;&#20057; <![CDATA[<丙>]]></w:t></w:r></w:p>"),
        "A&B 甲乙 <丙>",
    );
}

#[test]
fn word_numbers_its_lists() {
    let level = |level: u32, format: &str, text: &str| {
        format!(
            "<w:lvl w:ilvl='{level}'><w:start w:val='1'/><w:numFmt w:val='{format}'/><w:lvlText w:val='{text}'/></w:lvl>"
        )
    };
    let numbering = format!(
        "<w:numbering xmlns:w='w'><w:abstractNum w:abstractNumId='7'>{}{}{}{}</w:abstractNum>\
         <w:abstractNum w:abstractNumId='8'>{}</w:abstractNum>\
         <w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='8'/></w:num>\
         <w:num w:numId='3'><w:abstractNumId w:val='7'/><w:lvlOverride w:ilvl='2'><w:startOverride w:val='1'/></w:lvlOverride></w:num>\
         </w:numbering>",
        level(0, "chineseCountingThousand", "%1、").replace("</w:lvl>", "<w:pStyle w:val='a1'/></w:lvl>"),
        level(1, "chineseCounting", "（%2）"),
        level(2, "decimal", "%3."),
        level(3, "decimal", "%3.%4"),
        level(0, "bullet", "·"),
    );
    let styles = "<w:styles xmlns:w='w'><w:style w:styleId='1'><w:name w:val='heading 1'/></w:style>\
        <w:style w:styleId='a1'><w:basedOn w:val='1'/><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style></w:styles>";
    let item = |list: u32, level: u32, text: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let chapter =
        |text: &str| format!("<w:p><w:pPr><w:pStyle w:val='a1'/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>");
    let cell = |inner: &str| format!("<w:tc>{inner}</w:tc>");
    let body = [
        chapter("总体情况"),
        item(1, 1, "予以公开"),
        item(1, 1, "部分公开"),
        item(1, 2, "国家秘密"),
        item(1, 3, "12件"),
        item(2, 0, "点"),
        item(0, 0, "无"),
        chapter("主动公开"),
        item(1, 2, "从头"),
        format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell(&item(3, 2, "公民")), cell(&item(3, 2, ""))),
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>".to_owned(),
        chapter("收到"),
    ];
    check(
        &docx_with(&body.concat(), &[("word/numbering.xml", &numbering), ("word/styles.xml", styles)]),
        "# 一、总体情况
         （一）予以公开
         （二）部分公开
         1.国家秘密
         1.1 12件
         点
         无
         # 二、主动公开
         1.从头
         | 1.公民 | 2. |
         # 三、收到",
    );
}

#[test]
fn word_documents_flow() {
    check(
        &docx(
            "<w:p><w:pPr><w:pStyle w:val='Heading2'/></w:pPr><w:r><w:t>总体情况</w:t></w:r></w:p>\
             <w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>第一行</w:t><w:br/>\
             <w:t>第二行</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        ),
        "## 总体情况\n第一行\n第二行",
    );
    // A text box in a cell, and a note, follow; they never mix with a figure.
    let boxed = format!("<w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>", p("框"));
    let table = format!(
        "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc><w:p><w:r><w:t>3</w:t></w:r>{boxed}<w:r><w:footnoteReference/>\
         </w:r></w:p></w:tc></w:tr></w:tbl>{}",
        p("规章"),
        p("后文")
    );
    let notes = format!("<w:footnotes xmlns:w='w'><w:footnote>{}</w:footnote></w:footnotes>", p("注"));
    check(&docx_with(&table, &[("word/footnotes.xml", &notes)]), "| 规章 | 3 |\n框\n后文\n注");
    // A table of one cell lays the page out; a table that is a figure in a cell does not.
    let inner = format!("<w:tbl>{}{}</w:tbl>", tr(&["规章", "3"]), tr(&["规范性文件", "4"]));
    check(
        &docx(&format!("<w:tbl><w:tr><w:tc>{}{inner}{}</w:tc></w:tr></w:tbl>", p("二、"), p("三、"))),
        "二、\n| 规章 | 3 |\n| 规范性文件 | 4 |\n三、",
    );
    let figure = format!("<w:tbl>{}</w:tbl>", tr(&["3"]));
    check(
        &docx(&format!("<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{figure}<w:p/></w:tc></w:tr></w:tbl>", p("规章"))),
        "| 规章 | 3 |",
    );
    // The container says which part holds the text.
    let relations =
        "<Relationships><Relationship Type='x/officeDocument' Target='/word/document2.xml'/></Relationships>";
    let document = format!("<w:document xmlns:w='w'><w:body>{}</w:body></w:document>", p("正文"));
    check(&container(&[("_rels/.rels", relations), ("word/document2.xml", &document)]), "正文");
}

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

#[test]
fn open_document_is_read() {
    let cell = |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
    let table = format!(
        "<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned='2'>\
         <text:p>行政复议</text:p></table:table-cell><table:covered-table-cell/>{}</table:table-row>\
         </table:table-header-rows><table:table-row><table:table-cell table:number-rows-spanned='2'><text:p>维持</text:p>\
         </table:table-cell>{}{}</table:table-row><table:table-row><table:covered-table-cell/>{}{}</table:table-row>\
         </table:table>",
        cell("总计"),
        cell("纠正"),
        cell("9"),
        cell("其他"),
        cell("8")
    );
    check(
        &odf(&format!(
            "<office:text><text:tracked-changes><text:changed-region><text:deletion><text:p>旧</text:p></text:deletion>\
             </text:changed-region></text:tracked-changes><text:h text:outline-level='1'>总体<text:s/>情况</text:h>\
             <text:p>收到<text:span>申请</text:span><text:note><text:note-citation>1</text:note-citation><text:note-body>\
             <text:p>注</text:p></text:note-body></text:note>3件</text:p>{table}</office:text>"
        )),
        "# 总体 情况
         收到申请3件
         注
         | 行政复议 | < | 总计 |
         | 维持 | 纠正 | 9 |
         |  | 其他 | 8 |",
    );
    let number = |value: &str, repeated: u32| {
        format!(
            "<table:table-cell office:value-type='float' office:value='{value}' table:number-columns-repeated='{repeated}'>\
             <text:p>####</text:p></table:table-cell>"
        )
    };
    check(
        &odf(&format!(
            "<office:spreadsheet><table:table table:name='表'><table:table-row>{}{}</table:table-row>\
             <table:table-row>{}<table:table-cell/>{}</table:table-row><table:table-row table:number-rows-repeated='1048574'>\
             <table:table-cell table:number-columns-repeated='16384'/></table:table-row></table:table></office:spreadsheet>",
            cell("规章"),
            number("0", 3),
            cell("收费"),
            number("4482.67", 1)
        )),
        "| 规章 | 0 | 0 | 0 |\n| 收费 |  | 4482.67 |  |",
    );
    let flood = format!(
        "<office:spreadsheet><table:table><table:table-row>{}</table:table-row></table:table></office:spreadsheet>",
        number("1", 1_000_000_000)
    );
    assert_eq!(read("report.ods", &odf(&flood)).unwrap_err(), ReadError::TooTangled);
}

#[test]
fn refusals_say_what_the_file_is() {
    let whole = docx(&p("正文"));
    check_refused(&whole[..whole.len() - 30], "no end of the container", "Word文档（DOCX）");
    check_refused(&docx("<w:p><w:r><w:t>规章"), "not well-formed", "XML格式有误");
    check_refused(&docx("<w:p>"), "not well-formed", "XML格式有误");
    check_refused(
        &container(&[("word/other.xml", ""), ("word/document.xml", "<a>")]),
        "ends too early",
        "XML不完整",
    );
    check_refused(&docx("<w:p><w:r><w:t>&laugh;</w:t></w:r></w:p>"), "nothing defines", "未定义的实体");
    check_refused(&container(&[("a.txt", "甲")]), "unpack it", "压缩包（ZIP）；请先解压");
    check_refused(&container(&[("OFD.xml", "")]), "an OFD document", "OFD文件");
    check_refused(&container(&[("ppt/presentation.xml", "")]), "a presentation", "演示文稿");
    check_refused(b"{\\rtf1 x}", "RTF", "RTF文档");
    #[cfg(not(feature = "doc"))]
    check_refused(&ole("WordDocument", b""), "save it as DOCX", "旧版Word或WPS文档");
    #[cfg(feature = "doc")]
    check_refused(&ole("WordDocument", b""), "that is whole", "旧版Word或WPS文档");
    check_refused(&ole("EncryptedPackage", b""), "opens without a password", "取消密码");
    let manifest = "<manifest:encryption-data/>";
    let locked = container(&[("content.xml", "?"), ("META-INF/manifest.xml", manifest)]);
    check_refused(&locked, "opens without a password", "取消密码");
    let bomb = " ".repeat(80 << 20);
    check_refused(&docx(&bomb), "inflates beyond 64 MiB", "解压后超过");
    assert_eq!(read("report", &docx("")).unwrap_err(), ReadError::Empty);
    assert_eq!(read("report", &docx(&"<w:sdt>".repeat(1_000_000))).unwrap_err(), ReadError::TooTangled);
    let nested = "<w:tbl><w:tr><w:tc>".repeat(40);
    assert_eq!(read("report", &docx(&nested)).unwrap_err(), ReadError::TooTangled);
    let wide = tr(&["<w:gridSpan w:val='999'/>;甲"; 3]);
    assert_eq!(read("report", &docx(&format!("<w:tbl>{wide}</w:tbl>"))).unwrap_err(), ReadError::TooTangled);
}

/// One file of each kind.
fn samples() -> Vec<Vec<u8>> {
    let table = format!(
        "<w:tbl>{}{}</w:tbl>",
        tr(&["<w:vMerge w:val='restart'/>;甲", "1"]),
        tr(&["<w:vMerge/>;", "2"])
    );
    let sheet = [row(1, &["规章", "0"]), row(2, &["收费", "4482.67"])].concat();
    let cell = "<table:table-cell table:number-columns-repeated='2'><text:p>1</text:p></table:table-cell>";
    let rows = format!("<table:table><table:table-row>{cell}</table:table-row></table:table>");
    vec![
        docx(&table),
        xlsx(&[("表", &sheet, &["A1:A2"])]),
        ole("Workbook", &xls_stream(&[(0, 0, "规章"), (0, 1, "3")], &[[0, 0, 0, 1]])),
        odf(&format!("<office:text>{rows}</office:text>")),
        odf(&format!("<office:spreadsheet>{rows}</office:spreadsheet>")),
    ]
}

/// The parts that hold the text, to be damaged before they are packed.
fn damaged_part(kind: usize, xml: &str) -> Vec<u8> {
    match kind {
        0 => container(&[("word/document.xml", xml)]),
        1 => container(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", xml)]),
        _ => xlsx(&[("表", xml, &["A1:B2"])]),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_files_never_panic(
        kind in 0_usize..5,
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = samples().swap_remove(kind);
        for (at, byte) in edits {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = read("report", &bytes);
        bytes.truncate(cut.index(bytes.len()));
        let _ = read("report", &bytes);
    }

    #[test]
    fn strange_markup_never_panics(
        kind in 0_usize..3,
        pieces in prop::collection::vec(prop::sample::select(&[
            "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:p>", "</w:p>", "<w:r><w:t>1</w:t></w:r>",
            "<w:txbxContent>", "</w:txbxContent>", "<w:gridSpan w:val='7'/>", "<w:vMerge/>", "<w:hMerge/>",
            "<w:vMerge w:val='restart'/>", "<w:gridBefore w:val='9'/>", "<w:trPr><w:del/></w:trPr>",
            "<office:text>", "</office:text>", "<office:spreadsheet>", "</office:spreadsheet>", "<table:table>",
            "</table:table>", "<table:table-row>", "</table:table-row>", "<table:table-cell>", "</table:table-cell>",
            "<table:table-cell table:number-rows-spanned='4' table:number-columns-repeated='3'/>", "<text:p>1</text:p>",
            "<row r='1'>", "</row>", "<c r='B2'><v>1</v></c>", "<c r='XFD1048576'><v>2</v></c>", "<c r='A1'><v>1e300</v></c>",
        ][..]), 1..40),
    ) {
        // Every element that is open at the end is closed, so that more than the first slip is tried.
        let mut open: Vec<&str> = Vec::new();
        let mut xml = String::new();
        for piece in pieces {
            if let Some(name) = piece.strip_prefix("</") {
                if open.last().is_none_or(|last| *last != name.trim_end_matches('>')) {
                    continue;
                }
                open.pop();
            } else if !piece.ends_with("/>") && !piece.contains("</") {
                open.push(piece.trim_start_matches('<').trim_end_matches('>').split(' ').next().unwrap_or_default());
            }
            xml.push_str(piece);
        }
        while let Some(name) = open.pop() {
            xml.extend(["</", name, ">"]);
        }
        let root = if kind == 2 { xml } else { format!("<w:document>{xml}</w:document>") };
        let _ = read("report", &damaged_part(kind, &root));
    }
}
