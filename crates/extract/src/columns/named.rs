//! Which columns of figures the words above a table name, and which nobody knows.
//!
//! In a table of few columns (本年度, 历年累计) a figure too many is hardly seen: what stands under no header, or under one
//! that the form does not know (县直部门, 本期实际), reads like the form's own.

use crate::columns::foreign::{Foreign, Header, is_foreign};
use crate::columns::header::{header_pieces, words_before};
use crate::columns::numbering::Numbering;
use crate::form::plan::TablePlan;
use crate::rows::survey::Survey;
use crate::strips::sheet::Sheet;
use crate::strips::strip::{Piece, Printed, Strip};
use gongkai_model::Measure;

/// A table of more columns is known by its headers, and a figure too many by its sums.
const MOST_COLUMNS: usize = 2;

/// Words above labels and units that are no form's own.
const BESIDE_FIGURES: [&str; 9] =
    ["指标", "项目", "内容", "名称", "单位", "类别", "序号", "统计表", "情况表"];

/// Words above columns that hold no figures, and before the label of the time since the beginning.
const WITHOUT_FIGURES: [&str; 3] = ["备注", "说明", "以来"];

/// The labels of a table's columns of figures, where they are few.
#[derive(Clone, Copy)]
struct Labels<'p> {
    table: &'p TablePlan,
    columns: &'p [Vec<String>],
}

impl<'p> Labels<'p> {
    fn of(table: &'p TablePlan) -> Option<Self> {
        let [columns] = &table.columns[..] else { return None };
        let is_named = columns.iter().all(|printings| printings.iter().any(|label| !label.is_empty()));
        // A form that has such columns itself: 比上年增减.
        let is_compared = columns.iter().flatten().any(|label| is_foreign(label));
        (is_named && !is_compared && columns.len() <= MOST_COLUMNS).then_some(Self { table, columns })
    }

    /// The column whose label `words` end with, the longest one: 本年累计 is the year's, 累计 is not.
    fn column(&self, words: &str) -> Option<usize> {
        if is_foreign(words) {
            return None;
        }
        // 历年 ends with 年 and is no year.
        let is_told = |label: &str, measure: Measure| {
            let is_dated = year(words).is_some();
            words.ends_with(label)
                && (words == label || is_dated || measure != Measure::Year || label.chars().count() > 2)
        };
        let ends = |at: usize| {
            let labels = self.columns[at].iter().filter(|label| !label.is_empty());
            labels.filter(|label| is_told(label, self.table.measures[at])).map(String::len).max()
        };
        let found = (0..self.columns.len()).filter_map(|at| Some((ends(at)?, at)));
        found.max_by_key(|(len, at)| (*len, std::cmp::Reverse(*at))).map(|(_, at)| at)
    }

    /// Whether a label opens the table's header: 指标名称.
    fn opens_header(&self, words: &str) -> bool {
        self.table.headings.iter().any(|heading| words == heading)
    }
}

/// A header above a column of figures.
struct Named<'s> {
    column: usize,
    words: &'s str,
    piece: &'s Piece,
}

/// The words above a table.
struct Above<'s> {
    strip: &'s Strip<'s>,
    /// The columns that they name.
    named: Vec<Named<'s>>,
    /// Whether one of them says that figures are none of the form's.
    is_foreign: bool,
}

/// The strip nearest above the rows that names a column or opens the header.
fn header<'s>(labels: Labels<'_>, sheet: &'s Sheet<'_>, survey: &Survey) -> Option<Above<'s>> {
    let &(first, _) = survey.chain.first()?;
    let above = sheet.strips[..=first].iter().rev();
    above.take_while(|strip| strip.line >= survey.lines.start).find_map(|strip| {
        // Before the number of the first row stands the last header, not a label.
        let is_last = |last: &&Piece| strip.stacked && strip.figures() > 0 && last.heading && !last.known;
        let pieces = header_pieces(sheet, strip).chain(strip.label.last().filter(is_last));
        let words: Vec<(&Piece, &str)> = pieces.map(|piece| (piece, sheet.folded(piece))).collect();
        let named: Vec<Named<'s>> = words
            .iter()
            .filter_map(|&(piece, words)| Some(Named { column: labels.column(words)?, words, piece }))
            .collect();
        let is_header = words.iter().any(|(_, words)| labels.opens_header(words))
            || !named.is_empty() && (strip.label.len() > 1 || strip.stacked);
        let is_foreign = words.iter().any(|(_, words)| is_foreign(words));
        is_header.then_some(Above { strip, named, is_foreign })
    })
}

/// Whether the header names the columns of `narrow`, and none of those that it lacks; `None` where there is no header.
pub(crate) fn names_few(
    table: &TablePlan,
    narrow: &TablePlan,
    sheet: &Sheet<'_>,
    survey: &Survey,
) -> Option<bool> {
    let labels = Labels::of(table)?;
    let Above { named, .. } = header(labels, sheet, survey)?;
    let of_narrow = narrow.columns.first().map_or(0, Vec::len);
    let is_of_narrow = |at: usize| table.measures[at] == Measure::Year && at < of_narrow;
    (!named.is_empty()).then(|| named.iter().all(|it| is_of_narrow(it.column)))
}

/// The columns of figures in `table` that are none of the form's: those whose labels say so, or else those that nobody
/// knows.
pub(crate) fn foreign(table: &TablePlan, sheet: &Sheet<'_>, survey: &Survey) -> Foreign {
    match Foreign::named(table, sheet, survey) {
        Foreign::No => unknown(table, sheet, survey),
        named => named,
    }
}

/// The columns of figures in `table` that nobody knows.
fn unknown(table: &TablePlan, sheet: &Sheet<'_>, survey: &Survey) -> Foreign {
    let Some(labels) = Labels::of(table) else { return Foreign::No };
    let cells = labels.columns.len();
    let rows = || survey.chain.iter().filter(|(_, row)| table.rows[*row].cells == cells);
    let Some(&(first, _)) = rows().next() else { return Foreign::No };
    if sheet.strips[first].values.iter().any(|it| matches!(it.printed, Printed::Run(_))) {
        return unknown_in_words(labels, &words_before(sheet, first));
    }
    let found = header(labels, sheet, survey).filter(|it| it.strip.stacked || it.strip.label.len() > 1);
    let Some(Above { strip, mut named, is_foreign }) = found else {
        // A header without cuts is one piece.
        let more = 2 * rows().filter(|(at, _)| sheet.strips[*at].figures() > 1).count() > rows().count();
        let words = words_above(sheet, survey, first);
        return if more || is_foreign(&words) { unknown_in_words(labels, &words) } else { Foreign::No };
    };
    let codes: Vec<u16> = strip
        .label
        .iter()
        .filter(|piece| table.code_columns.iter().flatten().any(|label| label == sheet.folded(piece)))
        .map(|piece| piece.column)
        .collect();
    let has_codes =
        !codes.is_empty() || Numbering::among(sheet, rows().map(|&(at, _)| (at, cells))).is_some();
    let figures = |at: usize| sheet.strips[at].figures().saturating_sub(usize::from(has_codes));
    let more_than = |least: usize| 2 * rows().filter(|(at, _)| figures(*at) > least).count() > rows().count();
    // Of several years, 本年度 is the report's, or else the latest.
    let is_label = |it: &Named<'_>| labels.columns[it.column].iter().any(|label| label == it.words);
    let years = |it: &Named<'_>| {
        let year = || if is_label(it) { Some(u16::MAX) } else { year(it.words) };
        if table.measures[it.column] == Measure::Year { year() } else { None }
    };
    if let Some(latest) = named.iter().filter_map(years).max() {
        named.retain(|it| years(it).is_none_or(|year| year == latest));
    }
    let names_all = (0..cells).all(|at| named.iter().filter(|it| it.column == at).count() == 1);
    if named.is_empty() && is_foreign {
        return Foreign::Somewhere;
    }
    let is_grid = sheet.lines[strip.line].is_row && !strip.stacked;
    // Remarks are words, and where the columns are known one row with more than its figures is enough.
    let beyond = || {
        let printed = |at: usize| sheet.strips[at].values.iter().filter(|token| token.is_printed()).count();
        rows().any(|&(at, _)| printed(at) > cells + usize::from(has_codes))
    };
    let is_more = if names_all && is_grid { beyond() } else { more_than(if names_all { cells } else { 1 }) };
    if !is_more || cells == 1 && named.is_empty() {
        return Foreign::No;
    }
    if !names_all || !is_grid {
        return Foreign::Somewhere;
    }
    let own: Vec<u16> = named.iter().map(|it| it.piece.column).collect();
    let printed = rows().flat_map(|(at, _)| &sheet.strips[*at].values).filter(|token| token.is_printed());
    let mut others: Vec<u16> = printed.map(|token| token.column).collect();
    others.sort_unstable();
    others.dedup();
    others.retain(|column| !own.contains(column) && !codes.contains(column));
    Foreign::Columns(Header { foreign: others, own, width: sheet.grid_width(strip.line) })
}

/// The folded words of the last line above the rows that names a column or opens the header, where it has no cuts.
fn words_above(sheet: &Sheet<'_>, survey: &Survey, first: usize) -> String {
    let above = sheet.strips[..first].iter().rev().take_while(|strip| strip.line >= survey.lines.start);
    let words = above.filter(|strip| strip.figures() == 0).map(|strip| sheet.joined_label(strip));
    words
        .into_iter()
        .find(|words| BESIDE_FIGURES.iter().any(|beside| words.contains(beside)))
        .unwrap_or_default()
}

/// The same where the header is running text: what is left of it once all that is known is taken out.
fn unknown_in_words(labels: Labels<'_>, words: &str) -> Foreign {
    let is_column = |heading: &str| labels.columns.iter().flatten().any(|label| label == heading);
    let headings = labels.table.headings.iter().map(String::as_str).filter(|heading| !is_column(heading));
    let opening = headings.chain(BESIDE_FIGURES);
    let from = opening.filter_map(|heading| Some(words.rfind(heading)? + heading.len())).max();
    let columns = labels.columns.iter().enumerate();
    let mut known: Vec<(&str, Option<usize>)> =
        columns.flat_map(|(at, printings)| printings.iter().map(move |it| (it.as_str(), Some(at)))).collect();
    let codes = labels.table.code_columns.iter().flatten().map(String::as_str);
    known.extend(codes.chain(WITHOUT_FIGURES).map(|label| (label, None)));
    known.retain(|(label, _)| !label.is_empty());
    known.sort_unstable_by_key(|(label, _)| std::cmp::Reverse(label.len()));
    // Without a heading the first label opens the header.
    let Some(from) = from.or_else(|| known.iter().filter_map(|(label, _)| words.find(label)).min()) else {
        return Foreign::No;
    };
    let mut rest = words[from..].to_owned();
    let mut named = vec![0; labels.columns.len()];
    for (label, column) in known {
        if let Some(column) = column {
            named[column] += rest.matches(label).count();
        }
        rest = rest.replace(label, "|");
    }
    let is_left = rest.chars().filter(|c| c.is_alphabetic()).count() >= 2 || is_foreign(&words[from..]);
    let is_told = named.iter().all(|count| *count == 1);
    if is_left || !is_told { Foreign::Somewhere } else { Foreign::No }
}

/// The year that a header names: 2011年, 2011年度.
fn year(words: &str) -> Option<u16> {
    let at = words.find("20")?;
    let digits = words.get(at..at + 4)?;
    let ends = !words[at + 4..].starts_with(|c: char| c.is_ascii_digit());
    if ends { digits.parse().ok() } else { None }
}
