//! The tables of a report that no form claims yet: their header words, columns, rows.

mod head;
mod line;
mod run;

use gongkai::Report;
use gongkai::document::Document;
use gongkai::grammar::{Style, enumerator, unmarked};
use gongkai::model::Unit;
use gongkai::text::Decimal;
use head::{Layout, layout};
use line::{Line, is_label, number, numbers_columns, spaced_header, squeezed, unit};
use run::Known;

/// A table with fewer rows that have figures is no table.
const LEAST_ROWS: usize = 2;

/// A header has no more characters; what is longer is what a row says.
const LONGEST_HEADER: usize = 10;

/// A table as it is printed.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// The line above it.
    pub(super) caption: String,
    /// Header words that name no column of values.
    pub(super) headings: Vec<String>,
    /// Its parts, each with columns of its own.
    pub(super) parts: Vec<Part>,
    /// Rows that say something in words: no template holds them.
    pub(super) worded: Vec<String>,
    /// The forms that read some of its rows, and how many.
    pub(super) readers: Vec<(String, usize)>,
}

impl Table {
    /// How many rows have figures, or room for one.
    pub(super) fn rows(&self) -> usize {
        self.parts.iter().flat_map(|part| &part.rows).filter(|row| row.has_values).count()
    }
}

/// A run of rows under one header.
#[derive(Debug)]
pub(super) struct Part {
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
    /// The title over it and its neighbours, where the label alone does not tell it from others.
    pub(super) group: String,
    /// Whether it holds values; a column of codes, row numbers or remarks holds none.
    pub(super) has_values: bool,
}

/// A row of a table.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Its label with its enumerator.
    pub(super) label: String,
    /// What heads it: the label to its left that goes over several rows, or the nearest row above of a higher level.
    pub(super) under: String,
    /// The unit printed in it.
    pub(super) unit: Option<Unit>,
    /// Whether it has figures, or room for one; the others only head them.
    pub(super) has_values: bool,
    /// Its figures, left to right; none for a blank.
    pub(super) values: Vec<Option<Decimal>>,
    /// Whether one of its figures has a fraction.
    pub(super) is_fraction: bool,
    /// Whether one of its figures has a sign.
    pub(super) is_signed: bool,
}

impl Row {
    /// How deep its enumerator stands: 一、 before （一）, a label without any, 1.
    pub(super) fn level(&self) -> u8 {
        level(&self.label)
    }

    /// Whether it is named as one of the parts of the row above it, without a number.
    pub(super) fn is_among(&self) -> bool {
        self.label.starts_with("其中") && self.level() == AMONG
    }

    /// Whether nothing before its label says where it belongs.
    pub(super) fn is_plain(&self) -> bool {
        self.level() == PLAIN
    }
}

/// The tables of `document` that no form of `report` reads whole.
///
/// A form that reads a part of a table has rows in common with it: the new form holds them too.
pub(super) fn tables(document: &Document, report: &Report) -> Vec<Table> {
    let known = Known::of(report);
    let mut tables = Vec::new();
    for run in run::runs(document) {
        let readers = run.readers(&known);
        let is_read = readers.iter().map(|reader| reader.1).sum::<usize>() == run.rows();
        if is_read && run.rows() >= LEAST_ROWS {
            continue;
        }
        if let Some(mut table) = table(run.caption, &run.lines) {
            table.readers = readers.into_iter().map(|(form, rows)| (form.to_owned(), rows)).collect();
            tables.push(table);
        }
    }
    tables
}

/// The last of `lines` that fills nothing in, is no header and no year; none where all belong to one report.
fn caption_of<'d>(lines: &[&'d str]) -> &'d str {
    let is_caption = |line: &&&str| !is_filled_in(line) && !is_year(line) && spaced_header(line).is_none();
    lines.iter().rev().find(is_caption).copied().unwrap_or_default()
}

/// Whether a line says who filled the table in, or when: 填报单位：…
fn is_filled_in(line: &str) -> bool {
    line.contains(['：', ':'])
}

/// Whether a line is a year and nothing else: （2012年度）.
fn is_year(line: &str) -> bool {
    let mut words = line.chars().filter(|c| !c.is_whitespace() && !"（）()〔〕年度".contains(*c)).peekable();
    words.peek().is_some() && words.all(|c| c.is_ascii_digit())
}

/// `caption` without the year in brackets that belongs to one report: 情况统计表（2012年度）.
fn without_year(caption: &str) -> &str {
    let open = caption.rfind(['（', '(']).filter(|&at| at > 0 && is_year(&caption[at..]));
    open.map_or(caption, |at| caption[..at].trim_end())
}

/// Whether a row is made of several words and no figures.
fn is_header(line: &Line<'_>) -> bool {
    line.iter().filter(|cell| cell.is_label()).count() > 1 && !line.iter().any(line::Printed::is_figure)
}

/// Whether a row has a label and, behind it, a figure.
fn has_figures(line: &Line<'_>) -> bool {
    let label = line.iter().position(line::Printed::is_label);
    !numbers_columns(line)
        && label.is_some_and(|label| line[label + 1..].iter().any(line::Printed::is_figure))
}

fn table(caption: &str, printed: &[Line<'_>]) -> Option<Table> {
    let printed: Vec<&Line<'_>> = printed
        .iter()
        .filter(|line| !numbers_columns(line) && line.iter().any(|it| !it.text.is_empty()))
        .collect();
    if printed.iter().filter(|line| has_figures(line)).count() < LEAST_ROWS {
        return None;
    }
    let (titles, printed) = printed.split_at(titles(&printed));
    let titles: Vec<&str> =
        std::iter::once(caption).chain(titles.iter().filter_map(|line| only_cell(line))).collect();
    let caption = squeezed(without_year(caption_of(&titles)));
    let mut table = Table { caption, ..Table::default() };
    let first = printed.iter().position(|line| has_figures(line)).unwrap_or(0);
    // A heading of rows right above the first figures has a cell to itself; header rows have several.
    let words = |line: &Line<'_>| line.iter().filter(|cell| cell.is_label()).count();
    let body = (0..first).rev().take_while(|&at| words(printed[at]) <= 1 && at > 0).last().unwrap_or(first);
    let (above, body) = printed.split_at(body);
    let (stated, head) = above.split_at(above.len() - header_lines(above));
    for line in stated {
        table.state(line);
    }
    table.head(head);
    let mut part = Reading::new(head, body)?;
    for (at, line) in body.iter().enumerate() {
        if is_repeated(line, head) {
            continue;
        }
        let is_followed =
            || body[at + 1..].iter().find(|line| !is_header(line)).is_some_and(|line| has_figures(line));
        if is_other_header(line, &part.layout) && is_followed() {
            let head = std::slice::from_ref(line);
            if let Some(next) = Reading::new(head, &body[at + 1..]) {
                table.head(head);
                table.close(std::mem::replace(&mut part, next));
            }
            continue;
        }
        if !part.line(line) {
            table.state(line);
        }
    }
    table.close(part);
    Some(table)
}

/// The text of a line of a grid that fills one cell of several.
fn only_cell<'d>(line: &Line<'d>) -> Option<&'d str> {
    let mut filled = line.iter().filter(|cell| !cell.text.is_empty());
    let only = filled.next().filter(|cell| line.len() > 1 && cell.is_label())?;
    filled.next().is_none().then_some(only.text)
}

/// How many lines over the header are the table's own title, who filled it in, and when.
fn titles(printed: &[&Line<'_>]) -> usize {
    let titles = printed.iter().take_while(|line| only_cell(line).is_some()).count();
    let is_over = printed.get(titles).is_some_and(|line| is_header(line));
    if is_over { titles } else { 0 }
}

/// How many of the last lines above the first figures are their header: one, and those above it with merged cells.
fn header_lines(above: &[&Line<'_>]) -> usize {
    let is_merged = |line: &Line<'_>| line.iter().any(|cell| cell.columns.len() > 1 || cell.text.is_empty());
    let width = |line: &Line<'_>| line.last().map_or(0, |cell| cell.columns.end);
    let mut lines = above.iter().rev();
    let is_short =
        |line: &Line<'_>| line.iter().skip(1).all(|cell| cell.text.chars().count() <= LONGEST_HEADER);
    let Some(last) = lines.next().filter(|line| is_short(line)) else { return 0 };
    let is_above = |line: &&&Line<'_>| is_merged(line) || is_merged(last) || width(line) != width(last);
    1 + lines.take_while(is_above).filter(|line| is_header(line) || is_merged(line)).count()
}

/// Whether a line prints the header once more, as at the top of a page.
fn is_repeated(line: &Line<'_>, head: &[&Line<'_>]) -> bool {
    let texts = |line: &Line<'_>| line.iter().map(|cell| squeezed(cell.text)).collect::<Vec<_>>();
    let printed = texts(line);
    is_header(line) && head.iter().any(|head| texts(head) == printed)
}

/// Whether a line among the rows names the columns anew: words where figures stand.
fn is_other_header(line: &Line<'_>, layout: &Layout) -> bool {
    let is_value = |cell: &&line::Printed<'_>| !cell.text.is_empty() && layout.has_values(cell.columns.start);
    let mut heads = line.iter().filter(is_value).peekable();
    is_header(line)
        && heads.peek().is_some()
        && heads.all(|cell| is_label(cell.text) && (2..=LONGEST_HEADER).contains(&cell.text.chars().count()))
}

impl Table {
    fn head(&mut self, head: &[&Line<'_>]) {
        for cell in head.iter().flat_map(|line| line.iter()).filter(|cell| cell.is_label()) {
            let text = squeezed(cell.text);
            // What belongs to one report is no part of the form.
            if !is_filled_in(&text) && !is_year(&text) && !self.headings.contains(&text) {
                self.headings.push(text);
            }
        }
    }

    /// A line that says something in words, or nothing but its name.
    fn state(&mut self, line: &Line<'_>) {
        let words: Vec<String> = line.iter().filter(|it| it.is_label()).map(|it| squeezed(it.text)).collect();
        if let [name, _, ..] = &words[..] {
            self.worded.push(name.clone());
        }
    }

    fn close(&mut self, reading: Reading) {
        let columns: Vec<Column> = reading.layout.columns.into_iter().map(|it| it.1).collect();
        // Two tables side by side have the same columns; the rows alternate.
        let width = columns.len().div_ceil(reading.layout.labels.len().max(1));
        let columns: Vec<Column> = columns.into_iter().take(width).collect();
        self.headings.retain(|words| !columns.iter().any(|column| &column.label == words));
        self.parts.push(Part { columns, rows: reading.rows });
    }
}

/// A part as it is read.
struct Reading {
    layout: Layout,
    rows: Vec<Row>,
    /// The label to the left that goes over several rows.
    wide: String,
}

impl Reading {
    fn new(head: &[&Line<'_>], body: &[&Line<'_>]) -> Option<Self> {
        Some(Self { layout: layout(head, body)?, rows: Vec::new(), wide: String::new() })
    }

    /// Takes a line as a row, or two where two tables stand side by side; `false` when it is none.
    fn line(&mut self, line: &Line<'_>) -> bool {
        let first = self.layout.labels[0];
        let is_label =
            |cell: &&line::Printed<'_>| cell.is_label() && !self.layout.units.contains(&cell.columns.start);
        let labels: Vec<&line::Printed<'_>> = line
            .iter()
            .filter(is_label)
            .filter(|cell| self.layout.labels.contains(&cell.columns.start) || cell.columns.start <= first)
            .collect();
        let in_values = line.iter().any(|cell| is_label(&cell) && self.layout.has_values(cell.columns.start));
        if labels.is_empty() || in_values {
            return false;
        }
        let rows: Vec<&line::Printed<'_>> =
            labels.iter().copied().filter(|cell| self.layout.labels.contains(&cell.columns.start)).collect();
        let wide = labels.iter().rev().find(|cell| cell.columns.start < first);
        if let Some(wide) = wide {
            self.wide = squeezed(wide.text);
        }
        if rows.is_empty() {
            let wide = self.wide.clone();
            self.push(&wide, None, &[]);
        }
        for (at, label) in rows.iter().enumerate() {
            let start = label.columns.start;
            let end = self.layout.labels.iter().copied().find(|&next| next > start).unwrap_or(u16::MAX);
            let end = rows.get(at + 1).map_or(end, |next| next.columns.start);
            let own = || line.iter().filter(|cell| (start + 1..end).contains(&cell.columns.start));
            let values: Vec<&str> = own()
                .filter(|cell| self.layout.has_values(cell.columns.start))
                .map(|cell| cell.text)
                .collect();
            let units = line.iter().filter(|cell| self.layout.units.contains(&cell.columns.start));
            let unit = units.map(|cell| cell.text).find_map(unit);
            self.push(label.text, unit, &values);
        }
        true
    }

    fn push(&mut self, label: &str, printed: Option<Unit>, values: &[&str]) {
        let label = squeezed(label);
        // Where units are printed, a row with one has room for a figure.
        let has_values = printed.is_some() || values.iter().any(|text| line::is_figure(text));
        if !has_values && self.layout.columns.iter().any(|(_, column)| column.label == label) {
            return;
        }
        let numbers = || values.iter().filter_map(|text| number(text));
        let level = level(&label);
        let above = self
            .rows
            .iter()
            .rev()
            .find(|row| row.level() < level || (!row.has_values && row.level() == level));
        let under = if self.wide.is_empty() {
            above.map(|row| row.label.clone()).unwrap_or_default()
        } else {
            self.wide.clone()
        };
        self.rows.push(Row {
            under: if has_values { under } else { String::new() },
            unit: printed.or_else(|| numbers().find_map(|number| number.unit)),
            has_values,
            values: values.iter().map(|text| number(text).map(|number| number.value)).collect(),
            is_fraction: numbers().any(|number| number.value.to_i64().is_none()),
            is_signed: numbers().any(|number| number.signed),
            label,
        });
    }
}

/// The level of a label without an enumerator.
const PLAIN: u8 = 3;

/// The level of 其中 before such a label.
const AMONG: u8 = 4;

fn level(label: &str) -> u8 {
    let (mark, rest) = enumerator(label);
    match mark.map(|mark| mark.style) {
        Some(Style::Chinese) => 1,
        Some(Style::Bracketed) => 2,
        Some(Style::Arabic) => 5,
        // 其中：1. is as deep as the 2. after it.
        None if unmarked(rest) != rest
            && enumerator(rest.trim_start_matches(['其', '中', '：', ':'])).0.is_some() =>
        {
            5
        }
        None if rest.starts_with("其中") => AMONG,
        None => PLAIN,
    }
}
