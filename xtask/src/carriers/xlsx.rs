//! A report as a workbook.

use super::page::{Item, Page};
use super::{container, escaped};
use std::fmt::Write;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// The workbook: one sheet, sentences in cells of their own, an empty row behind each table.
pub(crate) fn write(page: &Page) -> Vec<u8> {
    let (mut rows, mut merged) = (String::new(), String::new());
    let mut number = 1;
    let line = |number: &mut u32, text: &str, rows: &mut String| {
        let _ = write!(rows, "<row r=\"{number}\">{}</row>", cell(0, *number, text));
        *number += 1;
    };
    line(&mut number, &page.title, &mut rows);
    for item in &page.blocks {
        match item {
            Item::Chapter(text) | Item::Paragraph(text) => line(&mut number, text, &mut rows),
            Item::Table(table) => {
                for row in &table.rows {
                    let _ = write!(rows, "<row r=\"{number}\">");
                    for it in row {
                        if !it.text.is_empty() {
                            rows.push_str(&cell(it.column, number, &it.text));
                        }
                        if it.columns > 1 || it.rows > 1 {
                            let last = place(it.column + it.columns - 1, number + it.rows as u32 - 1);
                            let _ =
                                write!(merged, "<mergeCell ref=\"{}:{last}\"/>", place(it.column, number));
                        }
                    }
                    rows.push_str("</row>");
                    number += 1;
                }
                number += 1;
            }
        }
    }
    let sheet = format!(
        "<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData><mergeCells>{merged}</mergeCells></worksheet>"
    );
    let book = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"年报\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    let types = format!(
        "<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Override PartName=\"/xl/workbook.xml\" ContentType=\"{TYPE}.sheet.main+xml\"/>\
         <Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{TYPE}.worksheet+xml\"/></Types>"
    );
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"r1\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    container(&[
        ("[Content_Types].xml", &types),
        ("_rels/.rels", &relation("officeDocument", "xl/workbook.xml")),
        ("xl/_rels/workbook.xml.rels", &relation("worksheet", "worksheets/sheet1.xml")),
        ("xl/workbook.xml", &book),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

fn place(column: usize, row: u32) -> String {
    format!("{}{row}", char::from(b'A' + column as u8))
}

fn cell(column: usize, row: u32, text: &str) -> String {
    let place = place(column, row);
    if text.parse::<f64>().is_ok() {
        format!("<c r=\"{place}\"><v>{text}</v></c>")
    } else {
        format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{}</t></is></c>", escaped(text))
    }
}
