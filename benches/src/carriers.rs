//! One report in every kind of file that is read: committed fixtures, and a page as large as those of real sites.

use crate::inputs::{Size, report};
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// A file to be measured.
#[derive(Clone, Debug)]
pub struct File {
    /// The kind of file, as its name ends.
    pub kind: &'static str,
    /// What it goes by.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// How many pages it has, where it has any.
    pub pages: u32,
    /// The cells that are found in it.
    pub cells: u32,
}

/// The fixtures that are measured, one of each kind, and their pages.
const FIXTURES: [(&str, &str, u32); 9] = [
    ("txt", "clean/source.txt", 0),
    ("md", "markdown-pipe/source.md", 0),
    ("docx", "in-docx-of-libreoffice/source.docx", 0),
    ("odt", "in-odt/source.odt", 0),
    ("xlsx", "in-xlsx-of-libreoffice/source.xlsx", 0),
    ("xls", "in-xls-of-libreoffice/source.xls", 0),
    ("ods", "in-ods/source.ods", 0),
    ("pdf", "in-pdf/source.pdf", 2),
    ("pdf", "in-pdf-of-libreoffice/source.pdf", 4),
];

/// The files, all of them the form of 2021 with its 200 cells.
pub fn files() -> Vec<File> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/annual-2021");
    let fixtures = FIXTURES.iter().map(|&(kind, path, pages)| {
        let bytes = fs::read(folder.join(path)).expect("a fixture that is committed");
        File { kind, name: path.to_owned(), bytes, pages, cells: 200 }
    });
    let page =
        File { kind: "html", name: "page.html".to_owned(), bytes: page().into(), pages: 0, cells: 200 };
    [page].into_iter().chain(fixtures).collect()
}

/// What word processors write into each cell.
const CELL: &str = "<td width=\"72\" style=\"width:54.0pt;border:solid windowtext 1.0pt;padding:0cm 5.4pt 0cm 5.4pt\">\
                    <p class=\"MsoNormal\" align=\"center\"><span lang=\"EN-US\" style=\"font-family:宋体\">";

/// A page of a site, about 80 KB, with the report that is measured as text: most of it is styles and navigation.
pub fn page() -> String {
    let mut out = String::with_capacity(100_000);
    out.push_str("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>某县人民政府2023年政府信息公开工作年度报告_某县</title>\n");
    out.push_str("<style>.nav li{float:left;padding:0 12px}</style></head><body><div class=\"nav\"><ul>\n");
    for at in 0..60 {
        let _ = writeln!(out, "<li><a href=\"/zwgk/list-{at}.html\" target=\"_blank\">栏目{at}</a></li>");
    }
    out.push_str("</ul></div><div class=\"article\">\n");
    let mut is_open = false;
    for line in report(Size::Small).lines() {
        let is_row = line.contains('\t');
        match (is_open, is_row) {
            (false, true) => out.push_str("<table border=\"1\" cellspacing=\"0\" cellpadding=\"0\">\n"),
            (true, false) => out.push_str("</table>\n"),
            _ => {}
        }
        is_open = is_row;
        if is_row {
            out.push_str("<tr>");
            for cell in line.split('\t') {
                out.extend([CELL, cell, "</span></p></td>"]);
            }
            out.push_str("</tr>\n");
        } else if !line.is_empty() {
            let _ = writeln!(out, "<p style=\"text-indent:2em;line-height:28pt\"><span>{line}</span></p>");
        }
    }
    out.push_str(
        "</div><div class=\"footer\">版权所有 某县人民政府办公室 ICP备00000000号</div></body></html>\n",
    );
    out
}
