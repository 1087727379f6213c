//! A report as a page of a site, in GB18030.

use super::escaped;
use super::page::{Item, Page};
use std::fmt::Write;

/// The page, its navigation before and its imprint behind the article.
pub(crate) fn write(page: &Page) -> Vec<u8> {
    // What `gb2312` means to a browser.
    encoding_rs::GB18030.encode(&source(page)).0.into_owned()
}

/// The page as text.
fn source(page: &Page) -> String {
    let title = escaped(&page.title);
    let mut out = format!(
        "<!DOCTYPE html>\n<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\">\
         <title>{title}_政府门户网站</title>\n<style>.old{{display:none}}</style></head>\n<body>\n<div class=\"nav\"><ul>"
    );
    for channel in ["首页", "要闻动态", "政务公开", "办事服务", "互动交流"] {
        let _ = write!(out, "<li><a href=\"#\">{channel}</a></li>");
    }
    let _ = write!(out, "</ul></div>\n<div class=\"article\"><h1>{title}</h1>\n");
    for item in &page.blocks {
        match item {
            Item::Chapter(text) => {
                let _ = writeln!(out, "<p style=\"text-indent:2em\"><strong>{}</strong></p>", escaped(text));
            }
            Item::Paragraph(text) => {
                let _ = writeln!(out, "<p style=\"text-indent:2em\">{}</p>", escaped(text));
            }
            Item::Table(table) => {
                out.push_str("<table border=\"1\" cellspacing=\"0\"><tbody>\n");
                for row in &table.rows {
                    out.push_str("<tr>");
                    for cell in row {
                        out.push_str("<td");
                        if cell.columns > 1 {
                            let _ = write!(out, " colspan=\"{}\"", cell.columns);
                        }
                        if cell.rows > 1 {
                            let _ = write!(out, " rowspan=\"{}\"", cell.rows);
                        }
                        let _ = write!(out, "><p><span>{}</span></p></td>", escaped(&cell.text));
                    }
                    out.push_str("</tr>\n");
                }
                out.push_str("</tbody></table>\n");
            }
        }
    }
    out.push_str(
        "<p class=\"old\">九、旧稿</p></div>\n<div><a href=\"#\">上一篇</a><a href=\"#\">下一篇</a><a href=\"#\">更多</a></div>\n\
         <div>版权所有：政府办公室　网站标识码：0000000000</div>\n</body></html>\n",
    );
    out
}
