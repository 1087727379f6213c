//! Tables printed cell by cell whose figures were torn from their labels.
//!
//! A converter that follows the order in which a page was drawn prints merged columns first, then figures row by
//! row or column by column, then the rest of the labels. Which figures make up a row is told by the row's own
//! total; which row it is, by how many stand between two rows that kept their labels.

use crate::form::known::Known;
use crate::form::plan::LEAST_TOTALLED;
use crate::strips::strip::{Printed, Strip, Token};
use gongkai_document::{Block, Document};
use gongkai_grammar::{Cell, cell};
use gongkai_text::Decimal;

/// Figures printed column by column: the rows they make up, and how many blocks they take.
pub(crate) struct Columns<'d> {
    pub(crate) rows: Vec<Vec<Token<'d>>>,
    pub(crate) blocks: usize,
}

/// The run of figures that begins at `blocks[first]`, when they stand in as many groups as a row of some form has
/// cells, and the last figures of the groups are the sums of the others, place by place.
pub(crate) fn columns<'d>(
    document: &'d Document,
    blocks: &[Block],
    first: usize,
    known: &Known<'_>,
) -> Option<Columns<'d>> {
    // Behind other figures only where those stand alone, so that a run is looked at once.
    let place = |at: usize| figure(document, *blocks.get(at)?).map(|token| token.span);
    if let Some(before) = first.checked_sub(1).and_then(place) {
        let stands_alone = first
            .checked_sub(2)
            .and_then(place)
            .is_none_or(|above| is_apart(document, above.end, before.start));
        if !stands_alone || !place(first).is_some_and(|here| is_apart(document, before.end, here.start)) {
            return None;
        }
    }
    let most = || known.widths().last().copied().unwrap_or_default();
    let mut groups: Vec<Vec<Token<'d>>> = Vec::new();
    let mut end = None;
    let mut used = 0;
    for block in &blocks[first..] {
        let Some(token) = figure(document, *block) else { break };
        let begins = end.is_none_or(|end| is_apart(document, end, token.span.start));
        end = Some(token.span.end);
        if begins {
            // A group of one is a row of its own, and one group too many is no row.
            if groups.last().is_some_and(|group| group.len() < 2)
                || groups.len() >= LEAST_TOTALLED && groups.len() > most()
            {
                return None;
            }
            groups.push(Vec::new());
        }
        let column = groups.len() as u16 - 1;
        groups.last_mut()?.push(Token { column, ..token });
        used += 1;
    }
    let height = groups.first()?.len();
    let is_even = height >= 2 && groups.iter().all(|group| group.len() == height);
    if !is_even || groups.len() < LEAST_TOTALLED {
        return None;
    }
    let widths = known.widths();
    if !widths.contains(&groups.len()) {
        return None;
    }
    if widths.contains(&height) && groups.iter().all(|group| has_total(group)) {
        return None;
    }
    let rows: Vec<Vec<Token<'d>>> =
        (0..height).map(|row| groups.iter().map(|group| group[row]).collect()).collect();
    rows.iter().all(|row| has_total(row)).then_some(Columns { rows, blocks: used })
}

/// How many cells a row has when `values` are several rows behind one label, each with its total.
pub(crate) fn rows_within(values: &[Token<'_>], widths: &[usize]) -> Option<usize> {
    if widths.contains(&values.len()) {
        return None;
    }
    let holds = |width: &usize| values.len().is_multiple_of(*width) && values.chunks(*width).all(has_total);
    widths.iter().copied().find(|width| values.len() > *width && holds(width))
}

/// Whether the last figure is the sum of the others.
pub(crate) fn has_total(row: &[Token<'_>]) -> bool {
    let value = |token: &Token<'_>| match token.printed {
        Printed::Number(number) if number.oddity.is_none() => Some(number.value),
        _ => None,
    };
    let Some((total, parts)) = row.split_last() else { return false };
    let sum = parts.iter().map(value).try_fold(Decimal::ZERO, |sum, part| Some(sum + part?));
    sum.is_some() && sum == value(total)
}

/// The strip of a row that is known by its figures alone.
pub(crate) fn row<'d>(values: &[Token<'d>], line: usize) -> Strip<'d> {
    Strip { line, values: values.to_vec(), stacked: true, is_row: true, ..Strip::default() }
}

fn figure(document: &Document, block: Block) -> Option<Token<'_>> {
    let Block::Paragraph(span) = block else { return None };
    match cell(document.slice(span)) {
        Cell::Number(number) => Some(Token { printed: Printed::Number(number), span, column: 0 }),
        _ => None,
    }
}

/// Whether a blank line or a page break stands between two places of the text.
fn is_apart(document: &Document, end: u32, start: u32) -> bool {
    let between = document.text().get(end as usize..start as usize).unwrap_or_default();
    between.contains('\u{0C}') || between.matches('\n').count() > 1
}
