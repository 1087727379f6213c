//! The figures of the prose, once it is known where the tables stand.

use gongkai_document::{Block, Document};
use gongkai_grammar::narrative::{Chapter, Frame, narrative};
use gongkai_model::{Level, Place, Report, TableRead};
use gongkai_text::Span;

/// Fills mentions and statements of `report`, whose tables, chapters and masthead were read; in the source at `not_prose`
/// stand other tables.
pub(crate) fn read(document: &Document, report: &mut Report, not_prose: Vec<Span>) {
    let mut tables = not_prose;
    tables.extend(report.tables.iter().filter_map(|table| extent(document, report, table)));
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

/// Where `table` stands. One that a page of a single paragraph holds begins and ends with its figures: what stands
/// before and behind them is prose.
fn extent(document: &Document, report: &Report, table: &TableRead) -> Option<Span> {
    let span = table.span?.span();
    let flat = document.blocks().iter().any(|block| match *block {
        Block::Paragraph(paragraph) => document.in_source(paragraph) == span,
        _ => false,
    });
    if !flat {
        return Some(span);
    }
    let facts = report.facts.iter().skip(table.first_fact).take(table.form_cells as usize);
    facts.filter_map(|fact| fact.span).map(Place::span).reduce(Span::cover).or(Some(span))
}
