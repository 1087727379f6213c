//! A report as a Word document.

use super::page::{Item, Page, Table};
use super::{container, escaped};
use std::fmt::Write;

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The document: chapters are numbered by Word itself, labels of merged cells stand once.
pub(crate) fn write(page: &Page) -> Vec<u8> {
    let mut body = paragraph("<w:pStyle w:val=\"Title\"/>", &page.title);
    for item in &page.blocks {
        match item {
            // Word prints the number.
            Item::Chapter(text) => body.push_str(&paragraph(
                "<w:pStyle w:val=\"1\"/>",
                text.split_once('、').map_or(text, |(_, words)| words),
            )),
            Item::Paragraph(text) => body.push_str(&paragraph("", text)),
            Item::Table(rows) => table(rows, &mut body),
        }
    }
    let document = format!("<w:document xmlns:w=\"{MAIN}\"><w:body>{body}<w:sectPr/></w:body></w:document>");
    let numbering = format!(
        "<w:numbering xmlns:w=\"{MAIN}\"><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>\
         <w:numFmt w:val=\"chineseCountingThousand\"/><w:suff w:val=\"nothing\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
    );
    let styles = format!(
        "<w:styles xmlns:w=\"{MAIN}\"><w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/>\
         <w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style></w:styles>"
    );
    let override_of = |part: &str| {
        format!(
            "<Override PartName=\"/word/{part}.xml\" ContentType=\"{TYPE}.{}+xml\"/>",
            part.replace("document", "document.main")
        )
    };
    let types = format!(
        "<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>{}{}{}</Types>",
        override_of("document"),
        override_of("numbering"),
        override_of("styles"),
    );
    let relations =
        |list: &str| format!("<Relationships xmlns=\"{PACKAGE}/relationships\">{list}</Relationships>");
    let relation = |id: u32, kind: &str, target: &str| {
        format!("<Relationship Id=\"r{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
    };
    let own = [relation(1, "numbering", "numbering.xml"), relation(2, "styles", "styles.xml")].concat();
    container(&[
        ("[Content_Types].xml", &types),
        ("_rels/.rels", &relations(&relation(1, "officeDocument", "word/document.xml"))),
        ("word/_rels/document.xml.rels", &relations(&own)),
        ("word/document.xml", &document),
        ("word/numbering.xml", &numbering),
        ("word/styles.xml", &styles),
    ])
}

fn paragraph(properties: &str, text: &str) -> String {
    // Word cuts its runs anywhere.
    let half = text.char_indices().nth(text.chars().count() / 2).map_or(0, |(at, _)| at);
    let run = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(text));
    let (left, right) = text.split_at(half);
    format!("<w:p><w:pPr>{properties}</w:pPr>{}{}</w:p>", run(left), run(right))
}

fn table(table: &Table, body: &mut String) {
    let sides = ["top", "left", "bottom", "right", "insideH", "insideV"];
    let borders = sides.map(|side| format!("<w:{side} w:val=\"single\" w:sz=\"4\"/>")).concat();
    let _ = write!(body, "<w:tbl><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr><w:tblGrid>");
    let column = format!("<w:gridCol w:w=\"{}\"/>", 9000 / table.width.max(1));
    body.push_str(&column.repeat(table.width));
    body.push_str("</w:tblGrid>");
    for (at, row) in table.rows.iter().enumerate() {
        body.push_str("<w:tr>");
        let mut cells = row.iter().peekable();
        let mut column = 0;
        while column < table.width {
            let own = cells.next_if(|cell| cell.column == column);
            let Some(cell) = own.or_else(|| table.reaching(at, column)) else { break };
            let merge = match (own, cell.rows) {
                (Some(_), 1) => "",
                (Some(_), _) => "<w:vMerge w:val=\"restart\"/>",
                (None, _) => "<w:vMerge/>",
            };
            let text = own.map_or("", |cell| &cell.text);
            let _ = write!(
                body,
                "<w:tc><w:tcPr><w:gridSpan w:val=\"{}\"/>{merge}</w:tcPr>{}</w:tc>",
                cell.columns,
                paragraph("", text)
            );
            column += cell.columns;
        }
        body.push_str("</w:tr>");
    }
    body.push_str("</w:tbl>");
}
