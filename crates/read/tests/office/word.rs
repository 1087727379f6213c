//! Documents of Word.

use crate::check;
use crate::files::{container, docx, docx_with, p, tr};

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
