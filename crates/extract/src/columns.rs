//! In which order the columns of a block stand in the document.

use crate::plan::TablePlan;
use crate::sheet::Sheet;
use gongkai_text::label::Pattern;
use std::ops::Range;

/// The least likeness, in thousandths, at which a header cell is taken for a column's label.
const LEAST_LIKENESS: u32 = 600;

/// What the headers above a block say of its columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Headers {
    /// For each printed value place, the column of the form it belongs to.
    pub(crate) order: Vec<usize>,
    /// Grid column of the leftmost one, where there is a grid.
    pub(crate) start: Option<u16>,
}

/// Reads the headers of `block` in `lines`.
///
/// They count only when every column of the block is recognised, each in a grid column of its own; otherwise the
/// order of the form holds.
pub(crate) fn headers(
    table: &TablePlan,
    block: usize,
    sheet: &Sheet<'_>,
    lines: Range<usize>,
) -> Option<Headers> {
    let columns = &table.columns[block];
    if columns.len() < 2 || columns.iter().flatten().all(String::is_empty) {
        return None;
    }
    // For each column of the form: likeness and grid column of the best header cell.
    let mut best: Vec<Option<(u32, u16)>> = vec![None; columns.len()];
    for line in &sheet.lines[lines] {
        if !line.is_row {
            continue;
        }
        for strip in &sheet.strips[line.strips.clone()] {
            if strip.figures() > 0 {
                continue;
            }
            for piece in &strip.label {
                // 2011年度 stands where the form says 本年度.
                let words = sheet.folded(piece).trim_start_matches(|c: char| c.is_ascii_digit());
                let letters: Vec<char> = words.chars().collect();
                let like = |column: usize| {
                    let printings = columns[column].iter().zip(&table.column_patterns[block][column]);
                    let alike = printings.map(|(label, pattern)| alike((words, &letters), label, pattern));
                    alike.max().unwrap_or(0)
                };
                let Some((score, column)) =
                    (0..columns.len()).map(|at| (like(at), at)).max_by_key(|it| (it.0, columns.len() - it.1))
                else {
                    continue;
                };
                if score >= LEAST_LIKENESS && best[column].is_none_or(|(so_far, _)| score > so_far) {
                    best[column] = Some((score, piece.column));
                }
            }
        }
    }
    let places: Vec<u16> = best.iter().map(|seen| seen.map(|(_, place)| place)).collect::<Option<_>>()?;
    let mut order: Vec<usize> = (0..columns.len()).collect();
    order.sort_by_key(|&column| places[column]);
    let distinct = order.windows(2).all(|pair| places[pair[0]] != places[pair[1]]);
    distinct.then(|| Headers { start: Some(places[order[0]]), order })
}

/// The order of two columns that differ in their period alone, from the `words` right before the first row, where
/// there is no grid: 历年累计2011年度. `None` when they do not say that it is another than the form's.
pub(crate) fn order_in_words(table: &TablePlan, block: usize, words: &str) -> Option<Headers> {
    let [year, all] = &table.columns[block][..] else { return None };
    let is_one_indicator = table
        .rows
        .iter()
        .filter(|row| row.block == block && row.cells == 2)
        .all(|row| table.cells[row.first_cell] == table.cells[row.first_cell + 1]);
    let ends = |printing: &&String| !printing.is_empty() && words.contains(printing.as_str());
    let longest = all.iter().filter(ends).max_by_key(|printing| printing.len())?;
    let behind = &words[words.rfind(longest.as_str())? + longest.len()..];
    let behind = behind.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_year = year.iter().any(|printing| !printing.is_empty() && behind.starts_with(printing.as_str()));
    (is_one_indicator && is_year).then(|| Headers { order: vec![1, 0], start: None })
}

/// Grid column of the codes of `block`, where `lines` hold its header.
pub(crate) fn code_column(
    table: &TablePlan,
    block: usize,
    sheet: &Sheet<'_>,
    lines: Range<usize>,
) -> Option<u16> {
    let codes = &table.code_columns[block];
    if codes.is_empty() {
        return None;
    }
    let strips = sheet.lines[lines].iter().flat_map(|line| &sheet.strips[line.strips.clone()]);
    let mut pieces = strips.filter(|strip| strip.figures() == 0).flat_map(|strip| &strip.label);
    pieces.find(|piece| codes.iter().any(|label| label == sheet.folded(piece))).map(|piece| piece.column)
}

/// Likeness of a header cell to a column label; a label at the end of a longer cell (截至2011年底累计), or a longer one
/// whole inside it, counts as near certain.
fn alike((words, letters): (&str, &[char]), label: &str, pattern: &Pattern) -> u32 {
    let longer = |least: usize| words.len() > label.len() && label.chars().count() >= least;
    if longer(2) && words.ends_with(label) {
        960
    } else if longer(3) && words.contains(label) {
        950
    } else {
        pattern.likeness(letters)
    }
}
