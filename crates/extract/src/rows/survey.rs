//! Where a table stands in a document, and how much of it can be seen.

use crate::form::plan::TablePlan;
use crate::form::template::Needs;
use crate::rows::whole::{is_whole, totalled, with_whole_rows};
use crate::strips::sheet::{Line, Sheet};
use crate::strips::strip::{Piece, Strip, Token};
use gongkai_model::BoundBy;
use gongkai_text::Span;
use gongkai_text::label::digest;
use memchr::memmem;
use std::cell::OnceCell;
use std::ops::Range;

/// Rows further apart than this many lines do not belong to one printing of a table.
const WIDEST_GAP: usize = 30;

/// How many lines around the rows seen are searched for headers, and for rows that lost their labels.
const MARGIN: usize = 12;

/// The strips that make up one row.
#[derive(Clone, Debug)]
pub struct Match {
    /// Strips in reading order; at least one.
    pub strips: Vec<usize>,
    /// How they were recognised.
    pub how: BoundBy,
    /// Whether the place is more than a guess: as many rows without labels as rows of the form stood between two
    /// rows that are known.
    pub is_counted: bool,
}

/// What was seen of one table.
#[derive(Clone, Debug, Default)]
pub struct Survey {
    /// The rows and their strips, aligned when first asked for.
    pub(crate) alignment: OnceCell<Vec<Option<Match>>>,
    /// Strips whose label is exactly a row's, in order: strip, row.
    pub chain: Vec<(usize, usize)>,
    /// Lines in which the table stands, headers and margins included.
    pub lines: Range<usize>,
    /// How many rows were seen by their labels.
    pub rows: usize,
    /// How many column labels and headings were seen.
    pub headers: usize,
    /// How many column labels were seen.
    pub columns: usize,
    /// How well the form explains what stands there, in thousandths.
    pub score: u32,
    /// How much of the table must be seen.
    pub needs: Needs,
}

impl Survey {
    /// Looks for `table` in `sheet`.
    pub fn new(table: &TablePlan, sheet: &Sheet<'_>) -> Self {
        sheet.budget.spend(sheet.lines.len() + sheet.strips.len());
        let seen =
            if table.is_unlabelled() { Self::unlabelled(table, sheet) } else { Self::labelled(table, sheet) };
        Self { needs: table.form.needs, ..seen }
    }

    /// Whether enough was seen to say that the table stands in the document.
    pub fn is_there(&self) -> bool {
        let Needs { rows, rows_with_headers, headers } = self.needs;
        // Without rows it is a table that has no row labels: its headings speak for it.
        self.rows >= rows.max(1)
            || (self.rows >= rows_with_headers.max(1) && self.headers >= headers)
            || (self.rows == 0 && self.headers > headers)
    }

    fn labelled(table: &TablePlan, sheet: &Sheet<'_>) -> Self {
        let mut hits: Vec<(usize, usize)> = Vec::new();
        for &at in &sheet.valued {
            for row in rows_named(table, &sheet.strips[at]) {
                let plan = &table.rows[row];
                if plan.cells > 0 && !(plan.is_optional && ends_another_label(table, sheet, at)) {
                    hits.push((at, row));
                }
            }
        }
        let hits = densest(table, &hits, sheet);
        let chain = longest_chain(hits);
        let Some((&(first, _), &(last, _))) = chain.first().zip(chain.last()) else {
            return Self::default();
        };
        let seen = sheet.strips[first].line..sheet.strips[last].line + 1;
        let seen = with_whole_rows(table, sheet, seen, WIDEST_GAP);
        let lines = seen.start.saturating_sub(MARGIN)..(seen.end + MARGIN).min(sheet.lines.len());
        let (columns, headings) = headers_seen(table, sheet, lines.start..seen.end);
        let headers = columns + headings;
        let wanted = table.columns.iter().flatten().count() + table.headings.len();
        // Rows that a printing may lack count when they are there.
        let optional = chain.iter().filter(|(_, row)| table.rows[*row].is_optional).count();
        let value_rows = table.required_rows() + optional;
        let value_strips = sheet.valued.iter().filter(|&at| (first..=last).contains(at)).count();
        let rows = 1200 * chain.len() / (value_rows + value_strips).max(1);
        let score = (rows + 400 * headers / wanted.max(1)) as u32;
        Self { rows: chain.len(), headers, columns, score, lines, chain, ..Self::default() }
    }

    /// A table without row labels: the lines where most of its headings stand together, or its values below them.
    fn unlabelled(table: &TablePlan, sheet: &Sheet<'_>) -> Self {
        let seen = headings_by_line(table, sheet);
        let cells = table.cells.len();
        let mut best = Self::default();
        for (at, _) in seen.iter().enumerate().filter(|(_, count)| **count > 0) {
            let end = (at + 2 * MARGIN).min(sheet.lines.len());
            let headers = seen[at..end.min(at + 6)].iter().sum::<usize>().min(table.headings.len());
            let blank = (at..end).any(|line| blank_row_below(table, sheet, line).is_some());
            let values: usize = sheet.lines[at..end]
                .iter()
                .flat_map(|line| &sheet.strips[line.strips.clone()])
                .filter(|strip| rows_named(table, strip).next().is_none())
                // Dashes in all the cells are a row too.
                .map(|strip| if strip.figures() == cells { cells } else { strip.numbers() })
                .filter(|&values| values > 1)
                .sum();
            let values = if values == 0 && blank { cells } else { values };
            if values == 0 {
                continue;
            }
            let score = 600 * headers / table.headings.len().max(1) + 400 * values.min(cells) / cells;
            if score as u32 > best.score {
                best = Self { lines: at..end, headers: headers + 2, score: score as u32, ..Self::default() };
            }
        }
        best
    }
}

/// The places of a row of blanks right below headings of `table`, which has no row labels.
pub(crate) fn blank_row_below<'d>(
    table: &TablePlan,
    sheet: &Sheet<'d>,
    line: usize,
) -> Option<Vec<Token<'d>>> {
    let places = sheet.blank_row(line, table.cells.len())?;
    let above = &sheet.lines[line.checked_sub(1)?];
    (headings_in(table, sheet, &above.strips) > 0).then_some(places)
}

/// Whether the label of strip `at` is the second half of a longer one that begins in the line above: 传真申请数 below
/// 3、信函、.
pub(crate) fn ends_another_label(table: &TablePlan, sheet: &Sheet<'_>, at: usize) -> bool {
    let strip = &sheet.strips[at];
    let above = at.checked_sub(1).map(|above| &sheet.strips[above]);
    above.is_some_and(|above| {
        let whole = || digest(&(sheet.joined_label(above) + &sheet.joined_label(strip)));
        strip.mark.is_none()
            && above.printed() == 0
            && !above.label.is_empty()
            && !table.rows_labelled(whole()).is_empty()
    })
}

/// Rows of `table` whose label is exactly one of the strip's.
///
/// A label of one or two characters (其他, 总计) says too little: its enumerator must not contradict. A heading that is
/// printed beside the label tells which of the rows with that label it is.
pub(crate) fn rows_named<'t>(table: &'t TablePlan, strip: &'t Strip<'_>) -> impl Iterator<Item = usize> + 't {
    let told = table.row_beside_heading(&strip.keys);
    let keys = if told.is_some() { &[] } else { &strip.keys[..] };
    let named = keys.iter().enumerate().flat_map(move |(at, &key)| {
        let earlier = &strip.keys[..at];
        table.rows_labelled(key).iter().copied().filter(move |&row| {
            let plan = &table.rows[row];
            let is_short = plan.keys[0].chars().count() <= 2;
            let contradicts = strip.mark.is_some() && plan.mark.is_some() && strip.mark != plan.mark;
            let named_before = earlier.iter().any(|&other| table.rows_labelled(other).contains(&row));
            !(named_before || is_short && contradicts)
        })
    });
    told.into_iter().chain(named)
}

/// The run of hits, without a gap wider than [`WIDEST_GAP`] lines, that names most rows.
///
/// A whole row of figures between them is no gap: its label may have been cut.
fn densest<'h>(table: &TablePlan, hits: &'h [(usize, usize)], sheet: &Sheet<'_>) -> &'h [(usize, usize)] {
    // Cells printed below each other are no lines of their own.
    let cells = |strip: &Strip<'_>| if strip.stacked { strip.values.len() } else { 0 };
    let apart = |a: usize, b: usize| {
        let lines = sheet.strips[b].line - sheet.strips[a].line;
        lines.saturating_sub(sheet.strips[a..b].iter().map(cells).sum())
    };
    let cells = totalled(table);
    let is_near = |a: usize, b: usize| {
        let mut last = a;
        let mut step = |at: usize| apart(std::mem::replace(&mut last, at), at) <= WIDEST_GAP;
        let is_stone = |at: &usize| cells.is_some_and(|cells| is_whole(&sheet.strips[*at], cells));
        apart(a, b) <= WIDEST_GAP || (a + 1..b).filter(is_stone).chain([b]).all(&mut step)
    };
    hits.chunk_by(|a, b| is_near(a.0, b.0))
        .max_by_key(|run| {
            let mut rows: Vec<usize> = run.iter().map(|hit| hit.1).collect();
            rows.sort_unstable();
            rows.dedup();
            // Of two equal runs, the first: `max_by_key` would take the last.
            (rows.len(), std::cmp::Reverse(run.first().map(|hit| hit.0)))
        })
        .unwrap_or_default()
}

/// The longest sequence of hits in which strips and rows both rise.
fn longest_chain(hits: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // A strip that names two rows must contribute one: rows of one strip in falling order make that so.
    let mut ordered = hits.to_vec();
    ordered.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
    let mut tails: Vec<usize> = Vec::new();
    let mut previous = vec![usize::MAX; ordered.len()];
    let mut end = usize::MAX;
    for at in 0..ordered.len() {
        let place = tails.partition_point(|&tail| ordered[tail].1 < ordered[at].1);
        if place > 0 {
            previous[at] = tails[place - 1];
        }
        // Of a row printed twice the first printing stays.
        if tails.get(place).is_some_and(|&tail| ordered[tail].1 == ordered[at].1) {
            continue;
        }
        if place == tails.len() {
            tails.push(at);
            // Of chains equally long the one that ends first: what follows a table is not its last row.
            end = at;
        } else {
            tails[place] = at;
            if place + 1 == tails.len() && ordered[at].0 == ordered[end].0 {
                end = at;
            }
        }
    }
    let mut chain = Vec::with_capacity(tails.len());
    let mut at = end;
    while at != usize::MAX {
        chain.push(ordered[at]);
        at = previous[at];
    }
    chain.reverse();
    chain
}

/// How many column labels, and how many headings, stand in `lines`.
fn headers_seen(table: &TablePlan, sheet: &Sheet<'_>, lines: Range<usize>) -> (usize, usize) {
    let mut text = String::new();
    for line in &sheet.lines[lines] {
        for strip in &sheet.strips[line.strips.clone()] {
            if strip.printed() == 0 || strip.label.len() > 1 {
                for piece in &strip.label {
                    text.push('|');
                    text.push_str(sheet.folded(piece));
                }
            }
        }
    }
    let columns = table
        .columns
        .iter()
        .flatten()
        .filter(|printings| printings.iter().any(|words| text.contains(words.as_str())));
    (columns.count(), table.headings.iter().filter(|words| text.contains(words.as_str())).count())
}

/// How many of the table's headings stand in the label pieces of each line: every heading is looked for once, in
/// the labels of all lines.
fn headings_by_line(table: &TablePlan, sheet: &Sheet<'_>) -> Vec<usize> {
    let place = |line: &Line| {
        let (first, last) = labels(sheet, &line.strips)?;
        Some(first.folded.cover(last.folded))
    };
    let places: Vec<Option<Span>> = sheet.lines.iter().map(place).collect();
    let mut seen = vec![0; places.len()];
    for words in &table.headings {
        let found = sheet.places_of(words);
        for (seen, place) in seen.iter_mut().zip(&places) {
            let Some(place) = place else { continue };
            let first = found.get(found.partition_point(|at| *at < place.start));
            *seen += usize::from(first.is_some_and(|at| *at + words.len() as u32 <= place.end));
        }
    }
    seen
}

/// The first and the last label piece of `strips`.
fn labels<'s>(sheet: &'s Sheet<'_>, strips: &Range<usize>) -> Option<(&'s Piece, &'s Piece)> {
    let mut pieces = sheet.strips[strips.clone()].iter().flat_map(|strip| &strip.label);
    let first = pieces.next()?;
    Some((first, pieces.last().unwrap_or(first)))
}

/// How many of the table's headings stand in the label pieces of `strips`.
pub(crate) fn headings_in(table: &TablePlan, sheet: &Sheet<'_>, strips: &Range<usize>) -> usize {
    let Some((first, last)) = labels(sheet, strips) else { return 0 };
    let text = sheet.folded_through(first, last).as_bytes();
    table.headings.iter().filter(|words| memmem::find(text, words.as_bytes()).is_some()).count()
}
