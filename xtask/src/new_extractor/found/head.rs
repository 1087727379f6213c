//! What stands in which column of a table, told by its header and by what the column holds.

use super::line::{Line, Printed, heads_units, is_code, is_figure, is_label, number, squeezed, unit};
use super::{Column, is_year};

/// Words over columns of codes and row numbers.
const CODES: [&str; 9] = ["代码", "编码", "序号", "行次", "编号", "代号", "栏次", "次序", "行号"];

/// Words over columns that explain.
const REMARKS: [&str; 4] = ["备注", "说明", "附注", "注释"];

/// So many figures that go on counting number the rows.
const LEAST_COUNTED: usize = 4;

/// The columns of a table, or of a half of one that is printed as two side by side.
#[derive(Debug)]
pub(super) struct Layout {
    /// Where labels stand, and those behind which other figures follow.
    pub(super) labels: Vec<u16>,
    /// Where units stand.
    pub(super) units: Vec<u16>,
    /// Columns right of the labels and not of units, with their places.
    pub(super) columns: Vec<(u16, Column)>,
}

impl Layout {
    /// Whether `column` holds values.
    pub(super) fn has_values(&self, column: u16) -> bool {
        self.columns.iter().any(|(at, found)| *at == column && found.has_values)
    }
}

/// What `head`, the rows over `body`, and `body` itself say of the columns.
pub(super) fn layout(head: &[&Line<'_>], body: &[&Line<'_>]) -> Option<Layout> {
    let mut places: Vec<u16> = body.iter().flat_map(|line| line.iter().map(|it| it.columns.start)).collect();
    let covered =
        head.iter().flat_map(|line| line.iter().filter(|it| it.is_label()).flat_map(|it| it.columns.clone()));
    places.extend(covered);
    places.sort_unstable();
    places.dedup();
    let units: Vec<u16> = places.iter().copied().filter(|&at| holds_units(at, head, body)).collect();
    let labels = labels(body, &units);
    let first = *labels.first()?;
    let mut columns: Vec<(u16, Column)> = Vec::new();
    for &at in places.iter().filter(|&&at| at > first && !units.contains(&at) && !labels.contains(&at)) {
        // The year of one report is no part of the form.
        let label = Some(header(at, head)).filter(|label| !is_year(label)).unwrap_or_default();
        let cells = || body.iter().flat_map(|line| line.iter().filter(move |it| it.is_at(at)));
        let has_figures = cells().any(|cell| is_figure(cell.text));
        let is_blank = !cells().any(|cell| !cell.text.is_empty());
        let is_of = |words: &[&str]| words.iter().any(|word| label.contains(word));
        let has_codes = is_of(&CODES)
            || counts_rows(&cells().map(|cell| cell.text).collect::<Vec<_>>())
            || cells().any(|cell| is_code(cell.text) && !is_figure(cell.text));
        let has_remarks = is_of(&REMARKS);
        if has_figures || has_codes || has_remarks || (is_blank && !label.is_empty()) {
            let has_values = !has_codes && !has_remarks;
            columns.push((at, Column { has_values, group: group(at, head), label }));
        }
    }
    // A title over several columns is needed only where their labels do not tell them apart.
    let twins = |label: &str| columns.iter().filter(|(_, column)| column.label == label).count();
    let needless: Vec<usize> =
        (0..columns.len()).filter(|&at| twins(&columns[at].1.label) < 2 || labels.len() > 1).collect();
    for at in needless {
        columns[at].1.group.clear();
    }
    Some(Layout { labels, units, columns })
}

fn holds_units(at: u16, head: &[&Line<'_>], body: &[&Line<'_>]) -> bool {
    let mut cells = body.iter().flat_map(|line| line.iter().filter(|it| it.is_at(at) && !it.text.is_empty()));
    let is_short = |cell: &Printed<'_>| cell.text.chars().count() <= 4 && !is_figure(cell.text);
    let named = heads_units(&header(at, head));
    let is_unit = |cell: &Printed<'_>| is_short(cell) && (named || unit(cell.text).is_some());
    cells.next().is_some_and(is_unit) && cells.all(is_unit)
}

/// Where the labels stand: the last ones before figures.
fn labels(body: &[&Line<'_>], units: &[u16]) -> Vec<u16> {
    let mut places: Vec<(u16, usize)> = Vec::new();
    for line in body {
        let mut label = None;
        for cell in line.iter().filter(|cell| !units.contains(&cell.columns.start)) {
            if cell.is_label() {
                label = Some(cell.columns.start);
            } else if let Some(at) = label.filter(|_| cell.is_figure()) {
                label = None;
                match places.iter_mut().find(|place| place.0 == at) {
                    Some(place) => place.1 += 1,
                    None => places.push((at, 1)),
                }
            }
        }
    }
    let most = places.iter().map(|place| place.1).max().unwrap_or(0);
    let mut labels: Vec<u16> =
        places.iter().filter(|place| 2 * place.1 > most).map(|place| place.0).collect();
    labels.sort_unstable();
    labels
}

/// The words right above the figures of `column`.
fn header(column: u16, head: &[&Line<'_>]) -> String {
    let over = |line: &&&Line<'_>| {
        line.iter()
            .rev()
            .find(|cell| cell.columns.contains(&column) && is_label(cell.text))
            .map(|it| squeezed(it.text))
    };
    head.iter().rev().find_map(|line| over(&line)).unwrap_or_default()
}

/// The title over `column` and its neighbours, above its own header: a merged cell, or one with nothing to its right.
fn group(column: u16, head: &[&Line<'_>]) -> String {
    let own = header(column, head);
    let over = |line: &&Line<'_>| {
        let cell = line.iter().rev().find(|cell| cell.columns.start <= column && is_label(cell.text))?;
        let is_wide = cell.columns.contains(&column) && cell.columns.len() > 1;
        let is_followed = cell.columns.end <= column
            && line
                .iter()
                .filter(|it| it.columns.start > cell.columns.start && it.columns.start <= column)
                .all(|it| it.text.is_empty())
            && line.iter().any(|it| it.is_at(column));
        let is_first = cell.is_at(column);
        let text = squeezed(cell.text);
        ((is_wide || is_followed || is_first) && text != own).then_some(text)
    };
    head.iter().rev().find_map(over).unwrap_or_default()
}

/// Whether `cells` count 1, 2, 3 from row to row.
fn counts_rows(cells: &[&str]) -> bool {
    let printed: Vec<&str> = cells.iter().copied().filter(|text| !text.is_empty()).collect();
    let counted: Option<Vec<i64>> = printed.iter().map(|text| number(text)?.value.to_i64()).collect();
    counted.is_some_and(|it| {
        it.len() >= LEAST_COUNTED && it[0] <= 1 && it.windows(2).all(|pair| pair[1] == pair[0] + 1)
    })
}
