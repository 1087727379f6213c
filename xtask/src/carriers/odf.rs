//! A report as an OpenDocument text and as an OpenDocument spreadsheet.

use super::page::{Item, Page, Table};
use super::{container, escaped};
use std::fmt::Write;

/// Prefixes of OpenDocument.
const NAMES: [&str; 3] = ["office", "text", "table"];

/// The text.
pub(crate) fn text(page: &Page) -> Vec<u8> {
    let mut body = format!("<text:h text:outline-level=\"1\">{}</text:h>", escaped(&page.title));
    for item in &page.blocks {
        match item {
            Item::Chapter(text) => {
                let _ = write!(body, "<text:h text:outline-level=\"2\">{}</text:h>", escaped(text));
            }
            Item::Paragraph(text) => paragraph(text, &mut body),
            Item::Table(rows) => {
                let _ = write!(
                    body,
                    "<table:table><table:table-column table:number-columns-repeated=\"{}\"/>",
                    rows.width
                );
                table(rows, &mut body);
                body.push_str("</table:table>");
            }
        }
    }
    file("text", &format!("<office:text>{body}</office:text>"))
}

/// The spreadsheet.
pub(crate) fn sheet(page: &Page) -> Vec<u8> {
    let mut body = String::new();
    let line = |text: &str, body: &mut String| {
        body.push_str("<table:table-row><table:table-cell office:value-type=\"string\">");
        paragraph(text, body);
        body.push_str("</table:table-cell></table:table-row>");
    };
    line(&page.title, &mut body);
    for item in &page.blocks {
        match item {
            Item::Chapter(text) | Item::Paragraph(text) => line(text, &mut body),
            Item::Table(rows) => {
                table(rows, &mut body);
                body.push_str("<table:table-row><table:table-cell/></table:table-row>");
            }
        }
    }
    let body = format!(
        "<office:spreadsheet><table:table table:name=\"年报\">{body}</table:table></office:spreadsheet>"
    );
    file("spreadsheet", &body)
}

fn paragraph(text: &str, body: &mut String) {
    let _ = write!(body, "<text:p>{}</text:p>", escaped(text));
}

fn table(table: &Table, body: &mut String) {
    for (at, row) in table.rows.iter().enumerate() {
        body.push_str("<table:table-row>");
        let mut cells = row.iter().peekable();
        let mut column = 0;
        while column < table.width {
            if let Some(cell) = cells.next_if(|cell| cell.column == column) {
                body.push_str("<table:table-cell");
                if cell.columns > 1 || cell.rows > 1 {
                    let (columns, rows) = (cell.columns, cell.rows);
                    let _ = write!(
                        body,
                        " table:number-columns-spanned=\"{columns}\" table:number-rows-spanned=\"{rows}\""
                    );
                }
                if cell.text.parse::<f64>().is_ok() {
                    let _ = write!(body, " office:value-type=\"float\" office:value=\"{}\"", cell.text);
                }
                body.push('>');
                paragraph(&cell.text, body);
                body.push_str("</table:table-cell>");
                body.push_str(&"<table:covered-table-cell/>".repeat(cell.columns - 1));
                column += cell.columns;
            } else {
                debug_assert!(table.reaching(at, column).is_some(), "a cell begins or one reaches here");
                body.push_str("<table:covered-table-cell/>");
                column += 1;
            }
        }
        body.push_str("</table:table-row>");
    }
}

fn file(kind: &str, body: &str) -> Vec<u8> {
    let names = NAMES
        .map(|name| format!(" xmlns:{name}=\"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0\""))
        .concat();
    let kind = format!("application/vnd.oasis.opendocument.{kind}");
    let content = format!(
        "<office:document-content{names} office:version=\"1.2\"><office:body>{body}</office:body></office:document-content>"
    );
    let manifest = format!(
        "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.2\">\
         <manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"{kind}\"/>\
         <manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>"
    );
    container(&[("mimetype", &kind), ("content.xml", &content), ("META-INF/manifest.xml", &manifest)])
}
