//! The chapters of a report.
//!
//! Chapter numbers and row numbers are the same characters (一、… 四、 inside table 3): a chapter is a line
//! outside every table whose number goes on from the last one.

use crate::place::place;
use crate::report::title::squeeze;
use crate::strips::sheet::Sheet;
use gongkai_document::{Block, Document};
use gongkai_grammar::chapter;
use gongkai_model::{Place, Report, Section};
use gongkai_text::{Span, label::fold};

/// Words of the six mandatory chapters: a heading that has them counts even when it is misnumbered.
const MANDATORY: [&str; 6] = [
    "总体情况",
    "主动公开政府信息情况",
    "收到和处理政府信息公开",
    "政府信息公开行政复议",
    "主要问题及改进情况",
    "其他需要报告的",
];

/// Collects the chapters of `document` outside the tables of `report`.
pub(crate) fn read(document: &Document, sheet: &Sheet<'_>, report: &mut Report) {
    let tables: Vec<Span> = report.tables.iter().filter_map(|table| table.span).map(Place::span).collect();
    let mut last = 0;
    for (block, line) in document.blocks().iter().zip(&sheet.lines) {
        let (Block::Paragraph(span) | Block::Heading(_, span)) = *block else { continue };
        let text = document.slice(span);
        let Some(found) = chapter(text) else { continue };
        let carries_values = sheet.strips[line.strips.clone()].iter().any(|strip| strip.numbers() > 0);
        if carries_values || tables.iter().any(|table| table.contains(document.in_source(span))) {
            continue;
        }
        let folded = fold(found.title);
        let follows = found.number > last && found.number <= last + 2;
        if follows || MANDATORY.iter().any(|words| folded.contains(words)) {
            last = found.number;
            let title_span = Span::of(found.title, document.text()).unwrap_or(span);
            let span = place(document, title_span);
            report.sections.push(Section {
                number: u32::from(found.number),
                title: squeeze(found.title),
                span,
            });
        }
    }
}
