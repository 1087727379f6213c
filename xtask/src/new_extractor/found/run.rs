//! Runs of lines that may be a table, and what the forms that are there already read of them.

use super::line::{LONGEST_LINE, Line, Printed, line, spaced_header};
use super::{caption_of, has_figures, is_header};
use gongkai::Report;
use gongkai::document::Document;
use gongkai::text::Span;

/// More lines than these without a figure end a table.
const MOST_LINES: usize = 3;

/// Lines that stand together, with the places of those that have cells.
#[derive(Debug, Default)]
pub(super) struct Run<'d> {
    /// The line above.
    pub(super) caption: &'d str,
    /// The lines, as cells.
    pub(super) lines: Vec<Line<'d>>,
    /// Where the lines with a label and figures stand in the source.
    rows: Vec<Span>,
}

impl<'d> Run<'d> {
    fn push(&mut self, place: Span, line: Line<'d>) {
        if has_figures(&line) {
            self.rows.push(place);
        }
        self.lines.push(line);
    }

    /// How many of its rows each form reads.
    pub(super) fn readers<'r>(&self, known: &Known<'r>) -> Vec<(&'r str, usize)> {
        let mut readers: Vec<(&str, usize)> = Vec::new();
        for form in self.rows.iter().filter_map(|&row| known.reader(row)) {
            match readers.iter_mut().find(|it| it.0 == form) {
                Some(reader) => reader.1 += 1,
                None => readers.push((form, 1)),
            }
        }
        readers
    }

    /// How many rows it has.
    pub(super) fn rows(&self) -> usize {
        self.rows.len()
    }
}

/// The figures that the forms which are there already read, and what they leave.
pub(super) struct Known<'r> {
    /// Where each figure begins, in order, and the form that reads it.
    figures: Vec<(u32, &'r str)>,
    /// Where what is not read begins, in order.
    unread: Vec<u32>,
}

impl<'r> Known<'r> {
    pub(super) fn of(report: &'r Report) -> Self {
        let mut figures = Vec::new();
        for table in &report.tables {
            let facts = report.facts.iter().skip(table.first_fact).take(table.form_cells as usize);
            figures.extend(facts.filter_map(|fact| Some((fact.span?.start, &*table.template))));
        }
        figures.sort_unstable();
        let mut unread: Vec<u32> = report.unread.iter().map(|unread| unread.span.start).collect();
        unread.sort_unstable();
        Self { figures, unread }
    }

    /// The form that reads all of the row at `place`.
    fn reader(&self, place: Span) -> Option<&'r str> {
        let first = self.figures.partition_point(|figure| figure.0 < place.start);
        let (at, form) = *self.figures.get(first)?;
        let left = self.unread.partition_point(|&it| it < place.start);
        let is_whole = self.unread.get(left).is_none_or(|&it| it >= place.end);
        (at < place.end && is_whole).then_some(form)
    }
}

/// The runs of lines of `document`, top to bottom.
pub(super) fn runs(document: &Document) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    let mut run = Run::default();
    // Lines that may head the rows after them, or be the caption of the next table.
    let mut lines: Vec<&str> = Vec::new();
    for &block in document.blocks() {
        let span = block.span();
        let text = document.slice(span).trim();
        if let Some(cells) = line(document, block) {
            if run.lines.is_empty() || (!lines.is_empty() && is_header(&cells)) {
                let next = Run { caption: caption_of(&lines), ..Run::default() };
                runs.push(std::mem::replace(&mut run, next));
                let over = lines.last().and_then(|line| spaced_header(line));
                run.lines.extend(over.filter(|_| !is_header(&cells)));
            } else {
                run.lines.extend(lines.iter().map(|&text| vec![Printed { columns: 0..1, text }]));
            }
            lines.clear();
            run.push(document.in_source(span), cells);
        } else if text.chars().count() <= LONGEST_LINE && !text.contains('。') {
            if lines.len() == MOST_LINES {
                runs.push(std::mem::take(&mut run));
                lines.remove(0);
            }
            lines.push(text);
        } else {
            runs.push(std::mem::take(&mut run));
            lines.clear();
        }
    }
    runs.push(run);
    runs
}
