//! In which order the columns of a block stand in the document.

use crate::columns::bind::Place;
use crate::form::plan::TablePlan;
use crate::strips::sheet::Sheet;
use crate::strips::strip::{Piece, Strip, Token};
use crate::strips::torn::has_total;
use gongkai_text::label::Pattern;
use std::ops::Range;

/// The least likeness, in thousandths, at which a header cell is taken for a column's label.
const LEAST_LIKENESS: u32 = 600;

/// What the headers above a block say of its columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Headers {
    /// For each printed value place, the column of the form it belongs to.
    pub(crate) order: Vec<usize>,
    /// Their grid columns, left to right.
    pub(crate) places: Vec<u16>,
    /// How many grid columns the line of the leftmost one has.
    pub(crate) width: usize,
}

/// All that stands above a block.
#[derive(Clone, Debug, Default)]
pub(crate) struct Heads {
    pub(crate) headers: Option<Headers>,
    /// What is recognised of them, where that is not all.
    pub(crate) few: Option<FewHeaders>,
    /// Grid column of the codes.
    pub(crate) codes: Option<u16>,
    /// Grid columns whose label is a copy of the one to the left: a merged cell that was copied into each column.
    pub(crate) copies: Vec<u16>,
    /// Whether the total may stand before its parts, so that what stands in which column is a guess.
    pub(crate) is_doubtful: bool,
}

impl Heads {
    /// Reads what `lines` say of the columns of `block`.
    pub(crate) fn of(table: &TablePlan, block: usize, sheet: &Sheet<'_>, lines: Range<usize>) -> Self {
        let seen = recognised(table, block, sheet, lines.clone());
        let few = few(sheet, &seen);
        Self {
            headers: seen.into_iter().collect::<Option<_>>().and_then(|all: Vec<Seen>| headers(sheet, &all)),
            few,
            codes: code_column(table, block, sheet, lines.clone()),
            copies: copies(table, block, sheet, lines),
            is_doubtful: false,
        }
    }
}

/// Grid columns that repeat the column label to their left, in the last of `lines` that has any.
fn copies(table: &TablePlan, block: usize, sheet: &Sheet<'_>, lines: Range<usize>) -> Vec<u16> {
    let is_column = |piece: &Piece| {
        let words = sheet.folded(piece);
        piece.heading && table.columns[block].iter().flatten().any(|label| label == words)
    };
    let copies_in = |strip: &Strip<'_>| -> Vec<u16> {
        let is_copy = |pair: &&[Piece]| {
            pair[0].keys == pair[1].keys && pair[0].column + 1 == pair[1].column && is_column(&pair[1])
        };
        strip.label.windows(2).filter(is_copy).map(|pair| pair[1].column).collect()
    };
    let rows = sheet.lines[lines].iter().rev().filter(|line| line.is_row);
    let strips = rows.flat_map(|line| &sheet.strips[line.strips.clone()]);
    strips.map(copies_in).find(|copies| !copies.is_empty()).unwrap_or_default()
}

/// The columns of a printing that lacks others of the form: a table of applicants without 总计.
#[derive(Clone, Debug)]
pub(crate) struct FewHeaders {
    /// The columns of the form, in the order in which they are printed.
    order: Vec<usize>,
    /// Their grid columns, where each has its own.
    places: Vec<u16>,
    /// How many grid columns the line of the leftmost one has.
    width: usize,
}

impl FewHeaders {
    /// The cells of a row that prints figures in recognised columns only: those of other columns are not there.
    pub(crate) fn bind<'d>(&self, sheet: &Sheet<'d>, strip: &Strip<'d>, n: usize) -> Option<Vec<Place<'d>>> {
        let printed: Vec<Token<'d>> = strip.values.iter().copied().filter(Token::is_printed).collect();
        let mut cells = vec![None; n];
        if sheet.grid_width(strip.line) == self.width
            && !printed.is_empty()
            && printed.iter().all(|token| self.places.contains(&token.column))
        {
            for (&column, place) in self.order.iter().zip(&self.places) {
                *cells.get_mut(column)? = strip.values.iter().copied().find(|token| token.column == *place);
            }
            return Some(cells);
        }
        // Without columns to go by, a total must bear out that no other header was lost.
        let is_borne_out = self.order.last() != Some(&(n - 1)) || has_total(&printed);
        let is_whole = self.places.is_empty() && printed.len() == self.order.len() && is_borne_out;
        for (column, token) in self.order.iter().zip(printed).filter(|_| is_whole) {
            *cells.get_mut(*column)? = Some(token);
        }
        is_whole.then_some(cells)
    }
}

/// The least columns that tell a printing without the others.
const LEAST_COLUMNS: usize = 3;

/// What `seen` says of the columns, where more than half of them but not all are recognised.
fn few(sheet: &Sheet<'_>, seen: &[Option<Seen>]) -> Option<FewHeaders> {
    let known: Vec<usize> = (0..seen.len()).filter(|column| seen[*column].is_some()).collect();
    if known.len() == seen.len() || known.len() < LEAST_COLUMNS || known.len() * 2 <= seen.len() {
        return None;
    }
    let found: Vec<Seen> = seen.iter().flatten().copied().collect();
    let Headers { order, places, width } = headers(sheet, &found)?;
    Some(FewHeaders { order: order.into_iter().map(|at| known[at]).collect(), places, width })
}

/// Likeness, grid column and line of the best header cell of a column.
type Seen = (u32, u16, usize);

/// The header cells in `lines` of the columns of `block`.
fn recognised(table: &TablePlan, block: usize, sheet: &Sheet<'_>, lines: Range<usize>) -> Vec<Option<Seen>> {
    let columns = &table.columns[block];
    if columns.len() < 2 || columns.iter().flatten().all(String::is_empty) {
        return vec![None];
    }
    let mut best: Vec<Option<Seen>> = vec![None; columns.len()];
    for at in lines {
        let line = &sheet.lines[at];
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
                let likeness = |column: usize| {
                    let printings = columns[column].iter().zip(&table.column_patterns[block][column]);
                    let alike = printings.map(|(label, pattern)| alike((words, &letters), label, pattern));
                    alike.max().unwrap_or(0)
                };
                let Some((score, column)) = (0..columns.len())
                    .map(|at| (likeness(at), at))
                    .max_by_key(|it| (it.0, columns.len() - it.1))
                else {
                    continue;
                };
                if score >= LEAST_LIKENESS && best[column].is_none_or(|(so_far, ..)| score > so_far) {
                    best[column] = Some((score, piece.column, at));
                }
            }
        }
    }
    best
}

/// What the headers say of the columns, one `best` for each.
///
/// They count only when every column is recognised, each in a grid column of its own; otherwise the order of the form
/// holds.
fn headers(sheet: &Sheet<'_>, best: &[Seen]) -> Option<Headers> {
    let place = |column: usize| best[column].1;
    let mut order: Vec<usize> = (0..best.len()).collect();
    order.sort_by_key(|&column| place(column));
    if order.windows(2).any(|pair| place(pair[0]) == place(pair[1])) {
        let lines: Vec<(usize, u16)> = best.iter().map(|(_, place, line)| (*line, *place)).collect();
        return spliced(sheet, &lines).map(|order| Headers { order, places: Vec::new(), width: 0 });
    }
    let width = sheet.grid_width(best[order[0]].2);
    let places = order.iter().map(|&column| place(column)).collect();
    Some(Headers { order, places, width })
}

/// The order of columns whose header stands on two lines that lost their spans: what the lower line names stands where
/// the upper one has its only other word. `seen` has the line and the grid column of every column of the form.
fn spliced(sheet: &Sheet<'_>, seen: &[(usize, u16)]) -> Option<Vec<usize>> {
    let upper = seen.iter().map(|(line, _)| *line).min()?;
    let lower = seen.iter().map(|(line, _)| *line).max()?;
    if upper == lower || seen.iter().any(|(line, _)| ![upper, lower].contains(line)) {
        return None;
    }
    let named = |line: usize, place: u16| seen.iter().position(|at| *at == (line, place));
    let in_line = |line: usize| {
        let mut columns: Vec<usize> = (0..seen.len()).filter(|column| seen[*column].0 == line).collect();
        columns.sort_by_key(|column| seen[*column].1);
        columns
    };
    let above = in_line(upper);
    let (first, last) = (seen[*above.first()?].1, seen[*above.last()?].1);
    let strips = &sheet.strips[sheet.lines[upper].strips.clone()];
    let pieces = strips.iter().flat_map(|strip| &strip.label).map(|piece| piece.column);
    let others: Vec<u16> = pieces.filter(|place| *place >= first && named(upper, *place).is_none()).collect();
    let (within, behind): (Vec<u16>, Vec<u16>) = others.into_iter().partition(|place| *place <= last);
    let ((&[group], _) | ([], &[group])) = (&within[..], &behind[..]) else { return None };
    let (before, after): (Vec<usize>, Vec<usize>) =
        above.into_iter().partition(|column| seen[*column].1 < group);
    Some([before, in_line(lower), after].concat())
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
    (is_one_indicator && is_year).then(|| Headers { order: vec![1, 0], places: Vec::new(), width: 0 })
}

/// Grid column of the codes of `block`, where `lines` hold its header.
fn code_column(table: &TablePlan, block: usize, sheet: &Sheet<'_>, lines: Range<usize>) -> Option<u16> {
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
