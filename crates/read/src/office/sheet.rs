//! The cells of a spreadsheet to rows and paragraphs.

use super::grid::{Cell, MOST_COVERED, MOST_PLACES, Writer};
use crate::ReadError;
use gongkai_document::{Builder, Document, Origin, Remark};
use gongkai_text::Carrier;
use std::collections::{BTreeMap, BTreeSet};

/// A longer text alone in its row is a sentence.
const LONGEST_LABEL: usize = 40;

/// Of hidden rows and columns so many are named.
const MOST_NAMED: usize = 10;

/// One sheet: printed cells by row and column, and how far merged ones reach.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    pub(crate) name: String,
    cells: BTreeMap<(u32, u32), String>,
    merged: BTreeMap<(u32, u32), (u32, u32)>,
    /// Rows and columns that are not shown, each stretch by its first one and the one behind it.
    hidden_rows: Vec<(u32, u32)>,
    hidden_columns: Vec<(u32, u32)>,
}

impl Sheet {
    pub(crate) fn new(name: String) -> Self {
        Self { name, ..Self::default() }
    }

    /// Adds a cell, when anything is printed in it.
    pub(crate) fn cell(&mut self, row: u32, column: u32, text: &str) -> Result<(), ReadError> {
        if self.cells.len() >= MOST_PLACES {
            return Err(ReadError::TooTangled);
        }
        if !text.trim().is_empty() {
            self.cells.insert((row, column), text.to_owned());
        }
        Ok(())
    }

    /// Says that the cell at `row` and `column` reaches over `rows` and `columns`.
    pub(crate) fn merge(&mut self, row: u32, column: u32, rows: u32, columns: u32) {
        if rows > 1 || columns > 1 {
            self.merged.insert((row, column), (rows.clamp(1, MOST_COVERED), columns.clamp(1, MOST_COVERED)));
        }
    }

    /// Says that the rows from `first` up to `end` are not shown.
    pub(crate) fn hide_rows(&mut self, first: u32, end: u32) {
        extend(&mut self.hidden_rows, first, end);
    }

    /// Says so of columns.
    pub(crate) fn hide_columns(&mut self, first: u32, end: u32) {
        extend(&mut self.hidden_columns, first, end);
    }

    /// Takes out what is not shown, and says which rows and columns with anything in them those are, as programs name
    /// them.
    fn show(&mut self) -> Vec<String> {
        let (rows, columns, merged) = (&self.hidden_rows, &self.hidden_columns, &self.merged);
        if rows.is_empty() && columns.is_empty() {
            return Vec::new();
        }
        let mut taken: BTreeSet<(bool, u32)> = BTreeSet::new();
        self.cells.retain(|&(row, column), _| {
            // A merged cell is seen while any of it is.
            let (down, across) = merged.get(&(row, column)).copied().unwrap_or((1, 1));
            let (no_row, no_column) = (is_within(rows, row, down), is_within(columns, column, across));
            if no_row {
                taken.insert((false, row));
            } else if no_column {
                taken.insert((true, column));
            }
            !no_row && !no_column
        });
        taken
            .into_iter()
            .map(|(is_column, at)| if is_column { letters(at) } else { (at + 1).to_string() })
            .collect()
    }

    /// The printed cells of each row, in rising order.
    fn rows(&self) -> Vec<(u32, Vec<(u32, &str)>)> {
        let mut rows: Vec<(u32, Vec<(u32, &str)>)> = Vec::new();
        for (&(row, column), text) in &self.cells {
            match rows.last_mut() {
                Some((last, cells)) if *last == row => cells.push((column, text)),
                _ => rows.push((row, vec![(column, text)])),
            }
        }
        rows
    }

    fn reach(&self, row: u32, column: u32) -> (u32, u32) {
        self.merged.get(&(row, column)).copied().unwrap_or((1, 1))
    }
}

/// Adds a stretch to those that rise.
fn extend(stretches: &mut Vec<(u32, u32)>, first: u32, end: u32) {
    match stretches.last_mut() {
        Some(last) if last.1 == first => last.1 = end,
        _ => stretches.push((first, end)),
    }
}

/// Whether all `len` places from `at` on are in one of the stretches, which rise.
fn is_within(stretches: &[(u32, u32)], at: u32, len: u32) -> bool {
    let next = stretches.partition_point(|(first, _)| *first <= at);
    next.checked_sub(1).is_some_and(|before| at.saturating_add(len) <= stretches[before].1)
}

/// The letters of a column: 0 is A, 26 is AA.
fn letters(column: u32) -> String {
    let letter = char::from(b'A' + (column % 26) as u8);
    let before = (column / 26).checked_sub(1).map(letters).unwrap_or_default();
    before + &letter.to_string()
}

/// Lays `sheets` into the text of a document; those that are `hidden` were left out.
pub(crate) fn document(
    mut sheets: Vec<Sheet>,
    hidden: &[String],
    carrier: Carrier,
) -> Result<Document, ReadError> {
    let taken = sheets.iter_mut().map(|sheet| (sheet.show(), &sheet.name));
    let taken: Vec<String> = taken
        .filter(|(places, _)| !places.is_empty())
        .map(|(places, name)| {
            format!(
                "{name}: {}{}",
                places[..places.len().min(MOST_NAMED)].join(" "),
                if places.len() > MOST_NAMED { " …" } else { "" }
            )
        })
        .collect();
    let mut writer = Writer::new(Builder::new("", carrier));
    writer.builder.name_sheets(sheets.iter().map(|sheet| sheet.name.clone()));
    for (number, sheet) in sheets.iter().enumerate() {
        lay(sheet, number as u16, &mut writer)?;
    }
    let document = writer.builder.finish();
    if document.blocks().is_empty() {
        return Err(ReadError::Empty);
    }
    let list = |mark| hidden.join(mark);
    let parts = (!taken.is_empty()).then(|| Remark {
        code: "cells-hidden",
        chinese: format!("有隐藏的行或列（{}），未读取；如为报告内容，请取消隐藏后再试", taken.join("；")),
        english: format!(
            "hidden rows or columns ({}) were not read; show them if they belong to the report",
            taken.join("; ")
        ),
    });
    let remark = (!hidden.is_empty()).then(|| Remark {
        code: "sheets-hidden",
        chinese: format!("有隐藏的工作表（{}），未读取；如为报告内容，请取消隐藏后再试", list("、")),
        english: format!(
            "hidden sheets ({}) were not read; show them if they belong to the report",
            list(", ")
        ),
    });
    Ok(document.with_remarks(remark.into_iter().chain(parts)))
}

/// Adds the rows of one sheet: an empty row, a heading or a sentence ends a table.
fn lay(sheet: &Sheet, number: u16, writer: &mut Writer) -> Result<(), ReadError> {
    let mut table: Vec<(u32, Vec<(u32, &str)>)> = Vec::new();
    // The first row that no cell of the table reaches.
    let mut free = 0;
    for (row, cells) in sheet.rows() {
        if row > free {
            lay_table(sheet, number, &mut table, writer)?;
        }
        match cells[..] {
            [(column, text)] if table.is_empty() || is_prose(text) => {
                lay_table(sheet, number, &mut table, writer)?;
                writer.lines(text, None, Some(Origin::Sheet { sheet: number, row, column }));
                free = row + 1;
            }
            _ => {
                let reach = cells.iter().map(|(column, _)| sheet.reach(row, *column).0).max().unwrap_or(1);
                free = free.max(row.saturating_add(reach));
                table.push((row, cells));
            }
        }
    }
    lay_table(sheet, number, &mut table, writer)
}

/// Whether what stands alone in its row is a heading of a chapter or a sentence, not the label of blank boxes.
fn is_prose(text: &str) -> bool {
    let text = text.trim();
    let numeral = text.trim_start_matches(|c| "一二三四五六七八九十".contains(c));
    let is_chapter = numeral.len() < text.len() && numeral.starts_with('、');
    is_chapter && text.chars().count() > 6 || text.contains('。') || text.chars().count() > LONGEST_LABEL
}

/// Adds the open table, blank boxes between and beside the printed ones included.
fn lay_table(
    sheet: &Sheet,
    number: u16,
    table: &mut Vec<(u32, Vec<(u32, &str)>)>,
    writer: &mut Writer,
) -> Result<(), ReadError> {
    let rows = std::mem::take(table);
    let (Some((first, _)), Some((last, _))) = (rows.first(), rows.last()) else { return Ok(()) };
    let (first, last) = (*first, *last);
    let ends = |(row, cells): &(u32, Vec<(u32, &str)>)| {
        cells.iter().map(|(column, _)| column + sheet.reach(*row, *column).1).max().unwrap_or(0)
    };
    let end = rows.iter().map(ends).max().unwrap_or(0);
    let start = rows.iter().filter_map(|(_, cells)| cells.first()).map(|cell| cell.0).min().unwrap_or(0);
    let len = (last - first) as usize + 1;
    if len.saturating_mul((end - start) as usize) > MOST_PLACES {
        return Err(ReadError::TooTangled);
    }
    let mut grid: Vec<Vec<Cell>> = vec![Vec::new(); len];
    // For each column the first row that the cell in it does not cover.
    let mut free = vec![0_u32; (end - start) as usize];
    let mut printed = rows.into_iter().peekable();
    for row in first..=last {
        let cells = printed.next_if(|(at, _)| *at == row).map(|(_, cells)| cells).unwrap_or_default();
        let mut cells = cells.into_iter().peekable();
        let mut column = start;
        while column < end {
            let text = cells.next_if(|(at, _)| *at <= column);
            let (text, is_covered) = match text {
                Some((at, text)) if at == column => (text, false),
                // Under a merged cell, where only a damaged file has any.
                Some(_) => continue,
                None => ("", free[(column - start) as usize] > row),
            };
            let (rows, columns) = sheet.reach(row, column);
            let is_unseen = text.is_empty()
                && (is_within(&sheet.hidden_columns, column, 1) || is_within(&sheet.hidden_rows, row, 1));
            if is_covered || is_unseen {
                column += 1;
                continue;
            }
            let columns = columns.min(end - column);
            let from = (column - start) as usize;
            free[from..from + columns as usize].fill(row.saturating_add(rows));
            grid[(row - first) as usize].push(Cell { text: text.to_owned(), column, columns, rows });
            column += columns;
        }
    }
    writer.table(&grid, |row, column| {
        Some(Origin::Sheet { sheet: number, row: first.saturating_add(row as u32), column })
    })
}
