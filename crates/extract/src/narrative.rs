//! The figures of the prose, once it is known where the tables stand.

use gongkai_document::Document;
use gongkai_grammar::narrative::{Chapter, Frame, narrative};
use gongkai_model::{Level, Place, Report};
use gongkai_text::Span;

/// Fills mentions and statements of `report`, whose tables, chapters and masthead were read.
pub(crate) fn read(document: &Document, report: &mut Report) {
    let mut tables: Vec<Span> =
        report.tables.iter().filter_map(|table| table.span).map(Place::span).collect();
    tables.sort_unstable();
    let chapters: Vec<Chapter> = report
        .sections
        .iter()
        .map(|section| Chapter {
            number: section.number,
            start: section.span.start,
            applications: section.title.contains("申请"),
            proceedings: section.title.contains("复议") || section.title.contains("诉讼"),
        })
        .collect();
    let level = report.agency.as_ref().map_or(Level::Unknown, |agency| agency.level);
    let has = |id: &str| report.fact(id).is_some();
    let found = narrative(
        document,
        &Frame {
            tables: &tables,
            chapters: &chapters,
            year: report.year,
            is_government: !matches!(level, Level::Department | Level::Unknown),
            has: Some(&has),
        },
    );
    report.mentions = found.mentions;
    report.statements = found.statements;
}
