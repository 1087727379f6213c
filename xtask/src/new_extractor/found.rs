//! The tables of a report that no form claims yet: their header words, columns, rows.

use gongkai::Report;
use gongkai::document::{Block, Document};
use gongkai::grammar::{Cell, cell};
use gongkai::model::{Place, Unit};
use gongkai::text::{Decimal, Span};

/// A table with fewer rows that have figures is no table.
const LEAST_ROWS: usize = 2;

/// A line of running text with more characters is no row.
const LONGEST_LINE: usize = 60;

/// More lines than these without a figure end a table.
const MOST_LINES: usize = 3;

/// A table as it is printed.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// The line above it.
    pub(super) caption: String,
    /// Header words that name no column of values.
    pub(super) headings: Vec<String>,
    /// Columns between labels and the right edge, left to right.
    pub(super) columns: Vec<Column>,
    /// Rows, top to bottom.
    pub(super) rows: Vec<Row>,
}

/// A column of a table.
#[derive(Debug)]
pub(super) struct Column {
    /// What its header says.
    pub(super) label: String,
    /// Whether it holds values; a column of codes or row numbers holds none.
    pub(super) has_values: bool,
}

/// A row of a table.
#[derive(Debug)]
pub(super) struct Row {
    /// Its label with its enumerator.
    pub(super) label: String,
    /// The label to its left that goes over several rows, or the last row without figures.
    pub(super) under: String,
    /// The unit printed in it.
    pub(super) unit: Option<Unit>,
    /// Whether it has figures; the others only head them.
    pub(super) has_values: bool,
    /// Its figures, left to right.
    pub(super) values: Vec<Decimal>,
    /// Whether one of its figures has a fraction.
    pub(super) is_fraction: bool,
    /// Whether one of its figures has a sign.
    pub(super) is_signed: bool,
}

/// One printed row: its cells with their columns.
type Cells<'d> = Vec<(u16, &'d str)>;

/// The tables of `document` that stand in no table of `report`.
pub(super) fn tables(document: &Document, report: &Report) -> Vec<Table> {
    let claimed: Vec<Span> = report.tables.iter().filter_map(|table| table.span.map(Place::span)).collect();
    let mut tables = Vec::new();
    let mut rows: Vec<Cells<'_>> = Vec::new();
    // Lines that may head the rows after them, or be the caption of the next table.
    let mut lines: Vec<&str> = Vec::new();
    let mut caption = "";
    let mut close = |rows: &mut Vec<Cells<'_>>, caption| tables.extend(table(caption, &std::mem::take(rows)));
    for &block in document.blocks() {
        let span = block.span();
        if claimed.iter().any(|table| table.contains(document.in_source(span))) {
            close(&mut rows, caption);
            continue;
        }
        let line = document.slice(span).trim();
        if let Some(cells) = cells(document, block) {
            if rows.is_empty() || (!lines.is_empty() && is_header(&cells)) {
                close(&mut rows, caption);
                caption = lines.last().copied().unwrap_or_default();
            } else {
                rows.extend(lines.iter().map(|&line| vec![(0, line)]));
            }
            lines.clear();
            rows.push(cells);
        } else if line.chars().count() <= LONGEST_LINE && !line.contains('。') && lines.len() < MOST_LINES {
            lines.push(line);
        } else {
            close(&mut rows, caption);
            lines.clear();
        }
    }
    close(&mut rows, caption);
    tables
}

/// Whether a row is made of several words and no figures.
fn is_header(cells: &Cells<'_>) -> bool {
    cells.iter().filter(|(_, text)| is_label(text)).count() > 1
        && !cells.iter().any(|(_, text)| is_figure(text))
}

fn is_figure(text: &str) -> bool {
    matches!(cell(text), Cell::Number(_) | Cell::Dash | Cell::NotApplicable)
}

fn is_label(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && matches!(cell(text), Cell::Words(_))
}

/// The cells of a row of a grid, or of a short line that ends with a figure.
fn cells(document: &Document, block: Block) -> Option<Cells<'_>> {
    match block {
        Block::Row(row) => {
            Some(document.cells(row).iter().map(|cell| (cell.column, document.slice(cell.span))).collect())
        }
        Block::Paragraph(span) => {
            let line = document.slice(span).trim();
            let (label, figure) = line.rsplit_once(char::is_whitespace)?;
            let is_row = line.chars().count() <= LONGEST_LINE && matches!(cell(figure), Cell::Number(_));
            is_row.then(|| vec![(0, label.trim()), (1, figure)])
        }
        Block::Heading(..) => None,
    }
}

fn table(caption: &str, printed: &[Cells<'_>]) -> Option<Table> {
    let has_figures = |row: &&Cells<'_>| {
        let label = row.iter().position(|(_, text)| is_label(text));
        label.is_some_and(|label| row[label + 1..].iter().any(|(_, text)| is_figure(text)))
    };
    if printed.iter().filter(has_figures).count() < LEAST_ROWS {
        return None;
    }
    let first = printed.iter().position(|row| has_figures(&row)).unwrap_or(0);
    // A heading of rows right above the first figures has a cell to itself; header rows have several.
    let words = |row: &Cells<'_>| row.iter().filter(|(_, text)| is_label(text)).count();
    let body = (0..first).rev().take_while(|&at| words(&printed[at]) <= 1 && at > 0).last().unwrap_or(first);
    let (head, body) = printed.split_at(body);
    let last_label = |row: &Cells<'_>| {
        let first = row.iter().position(|(_, text)| is_figure(text)).unwrap_or(row.len());
        row[..first].iter().rposition(|(_, text)| is_label(text))
    };
    let label_column =
        body.iter().filter(has_figures).filter_map(|row| Some(row[last_label(row)?].0)).max()?;
    let mut at: Vec<u16> =
        body.iter().filter(has_figures).flatten().filter(|it| is_figure(it.1)).map(|it| it.0).collect();
    at.sort_unstable();
    at.dedup();
    let header = |column: u16| {
        let mut words =
            head.iter().flat_map(|row| row.iter().filter(move |it| it.0 == column && is_label(it.1)));
        words.next_back().map(|it| squeezed(it.1)).unwrap_or_default()
    };
    let columns: Vec<Column> = at
        .iter()
        .filter(|&&column| column > label_column)
        .map(|&column| {
            let label = header(column);
            let is_code = ["代码", "编码", "序号", "行次", "编号"].iter().any(|word| label.contains(word));
            Column { has_values: !is_code, label }
        })
        .collect();
    let is_value = |column: u16| {
        let place = at.iter().filter(|&&it| it > label_column).position(|&it| it == column);
        place.is_some_and(|place| columns[place].has_values)
    };
    let mut headings: Vec<String> = Vec::new();
    for (_, text) in head.iter().flatten().filter(|it| is_label(it.1)) {
        let text = squeezed(text);
        if !columns.iter().any(|column| column.label == text) && !headings.contains(&text) {
            headings.push(text);
        }
    }
    let mut rows = Vec::new();
    let mut parent = String::new();
    for row in body {
        let Some(label) = last_label(row) else { continue };
        let text = squeezed(row[label].1);
        let values = || row.iter().filter(|it| is_value(it.0)).filter_map(|it| number(it.1));
        let has_values = row.iter().any(|it| is_value(it.0) && is_figure(it.1));
        if !has_values {
            if columns.iter().any(|column| column.label == text) || headings.contains(&text) {
                continue;
            }
            parent.clone_from(&text);
        }
        // A cell to the left that goes over several rows.
        if let Some((_, wide)) = row[..label].iter().rev().find(|it| is_label(it.1)) {
            parent = squeezed(wide);
        }
        let unit = row.iter().find_map(|it| match cell(it.1) {
            Cell::Unit(unit) => Some(unit),
            _ => None,
        });
        rows.push(Row {
            under: if has_values { parent.clone() } else { String::new() },
            label: text,
            unit: unit.or_else(|| values().find_map(|number| number.unit)),
            has_values,
            values: values().map(|number| number.value).collect(),
            is_fraction: values().any(|number| number.value.to_i64().is_none()),
            is_signed: values().any(|number| number.signed),
        });
    }
    Some(Table { caption: squeezed(caption), headings, columns, rows })
}

fn number(text: &str) -> Option<gongkai::grammar::Number<'_>> {
    match cell(text) {
        Cell::Number(number) => Some(number),
        _ => None,
    }
}

/// Without the blanks that layout put in.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !"#*|".contains(*c)).collect()
}
