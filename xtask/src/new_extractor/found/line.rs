//! One printed line of a table: its cells, and what each of them is.

use gongkai::document::{Block, Document};
use gongkai::grammar::{Cell, Number, cell};
use gongkai::text::Unit;
use std::ops::Range;

/// A line of running text with more characters is no row.
pub(super) const LONGEST_LINE: usize = 60;

/// A unit has no more characters.
const LONGEST_UNIT: usize = 4;

/// What stands over units.
const UNIT_HEADERS: [&str; 3] = ["单位", "计量单位", "统计单位"];

/// A cell with the columns that it covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Printed<'d> {
    pub(super) columns: Range<u16>,
    pub(super) text: &'d str,
}

/// The cells of a line, left to right.
pub(super) type Line<'d> = Vec<Printed<'d>>;

/// The cells of a row of a grid, or of a short line whose cells stand apart by blanks and end with a figure.
pub(super) fn line(document: &Document, block: Block) -> Option<Line<'_>> {
    match block {
        Block::Row(row) => {
            let cells = document.cells(row).iter();
            let printed = cells.map(|cell| Printed {
                columns: cell.column..cell.column + cell.column_span.max(1),
                text: document.slice(cell.span),
            });
            Some(printed.collect())
        }
        Block::Paragraph(span) => spaced(document.slice(span).trim()),
        Block::Heading(..) => None,
    }
}

/// A line without a grid: a number before the label, the label, its unit, its figures.
fn spaced(text: &str) -> Option<Line<'_>> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let figures = words.iter().rev().take_while(|word| is_figure(word)).count();
    if text.chars().count() > LONGEST_LINE || figures == 0 || figures == words.len() {
        return None;
    }
    let mut labels = &words[..words.len() - figures];
    let mut line = Vec::new();
    if let [serial, rest @ ..] = labels
        && !rest.is_empty()
        && is_figure(serial)
    {
        line.push(Printed { columns: SERIAL..SERIAL + 1, text: serial });
        labels = rest;
    }
    let unit = labels.split_last().filter(|(last, rest)| !rest.is_empty() && unit(last).is_some());
    if let Some((_, rest)) = unit {
        labels = rest;
    }
    let (first, last) = (labels.first()?, labels.last()?);
    let start = first.as_ptr() as usize - text.as_ptr() as usize;
    let end = last.as_ptr() as usize - text.as_ptr() as usize + last.len();
    line.push(Printed { columns: LABEL..LABEL + 1, text: &text[start..end] });
    line.extend(unit.map(|(unit, _)| Printed { columns: UNIT..UNIT + 1, text: unit }));
    let figures = words[words.len() - figures..].iter().zip(UNIT + 1..);
    line.extend(figures.map(|(text, at)| Printed { columns: at..at + 1, text }));
    Some(line)
}

const SERIAL: u16 = 0;
const LABEL: u16 = 1;
const UNIT: u16 = 2;

/// The words over lines without a grid, in the columns that their cells have.
pub(super) fn spaced_header(text: &str) -> Option<Line<'_>> {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() < 2 || !words.iter().all(|word| is_label(word) && !word.contains(['：', ':'])) {
        return None;
    }
    let mut free = [LABEL].into_iter().chain(UNIT + 1..);
    let mut header: Line<'_> = words
        .into_iter()
        .map(|text| {
            let at = match text {
                "序号" | "编号" => SERIAL,
                _ if UNIT_HEADERS.contains(&text) => UNIT,
                _ => free.next().unwrap_or(u16::MAX - 1),
            };
            Printed { columns: at..at + 1, text }
        })
        .collect();
    header.sort_by_key(|cell| cell.columns.start);
    Some(header)
}

impl Printed<'_> {
    pub(super) fn is_at(&self, column: u16) -> bool {
        self.columns.start == column
    }

    pub(super) fn is_label(&self) -> bool {
        is_label(self.text)
    }

    pub(super) fn is_figure(&self) -> bool {
        is_figure(self.text)
    }
}

/// Whether a cell holds a figure, or what stands for one: a dash, 无.
pub(super) fn is_figure(text: &str) -> bool {
    matches!(cell(text), Cell::Number(_) | Cell::Dash | Cell::NotApplicable)
}

pub(super) fn number(text: &str) -> Option<Number<'_>> {
    match cell(text) {
        Cell::Number(number) => Some(number),
        _ => None,
    }
}

/// Whether a cell holds words that may name a row or a column.
pub(super) fn is_label(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && matches!(cell(text), Cell::Words(_)) && !is_code(text)
}

/// Whether a cell holds a code: A01, 10-2.
pub(super) fn is_code(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || "-.".contains(c))
}

/// The unit that a cell prints.
pub(super) fn unit(text: &str) -> Option<Unit> {
    let text = text.trim_matches(['(', ')', '（', '）']);
    match cell(text) {
        Cell::Unit(unit) => Some(unit),
        _ if text.chars().count() <= LONGEST_UNIT => Unit::classifier(text),
        _ => None,
    }
}

/// Whether `header` stands over units.
pub(super) fn heads_units(header: &str) -> bool {
    UNIT_HEADERS.contains(&header)
}

/// Whether a line only numbers the columns: 甲 乙 1 2.
pub(super) fn numbers_columns(line: &[Printed<'_>]) -> bool {
    let printed: Vec<&str> = line.iter().map(|cell| cell.text).filter(|text| !text.is_empty()).collect();
    let stems = printed.iter().take_while(|text| ["甲", "乙", "丙", "丁", "戊"].contains(text)).count();
    let mut numbers = (1..).zip(&printed[stems..]);
    stems > 0
        && numbers.all(|(at, text): (u32, _)| text.trim_matches(['(', ')', '（', '）']) == at.to_string())
}

/// Without the blanks that layout put in.
pub(super) fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !"#*|".contains(*c)).collect()
}
