//! What stands in the tables of a report and was not read: rows and values that no form has a place for.

use crate::place::place;
use crate::strips::sheet::Sheet;
use crate::table::reading::TableReading;
use gongkai_model::{Message, Unread};
use gongkai_text::Span;
use std::ops::Range;

/// A table that was read.
pub(crate) struct Read {
    /// Its number on its form.
    pub(crate) number: u8,
    /// What was read.
    pub(crate) reading: TableReading,
    /// The lines of the sheet that it lies in.
    pub(crate) lines: Range<usize>,
}

/// What stands in or right beside a table and belongs to no row of any.
pub(crate) fn unread(sheet: &Sheet<'_>, read: &[Read]) -> Vec<Unread> {
    let mut claimed = vec![false; sheet.strips.len()];
    for at in read.iter().flat_map(|it| &it.reading.strips) {
        claimed[*at] = true;
    }
    let mut unread = Vec::new();
    for Read { number, reading, lines } in read {
        let (Some(&first), Some(&last)) = (reading.strips.first(), reading.strips.last()) else { continue };
        for at in sheet.strips_in(lines) {
            let strip = &sheet.strips[at];
            let inside = first <= at && at <= last;
            let beside = sheet.lines[strip.line].is_row && strip.figures() > 0;
            let span = strip.span();
            if claimed[at] || reading.headers.contains(&at) || !(inside || beside) || span.is_empty() {
                continue;
            }
            // In a table that lies in one line words without a figure between two rows are the label of a group.
            let is_line_of =
                |at: Option<usize>| at.is_some_and(|at| claimed[at] && sheet.strips[at].line == strip.line);
            if strip.printed() == 0
                && is_line_of(at.checked_sub(1))
                && is_line_of(claimed.get(at + 1).map(|_| at + 1))
            {
                continue;
            }
            claimed[at] = true;
            unread.push(left_over(sheet, span, no_row(*number)));
        }
        unread.extend(reading.spare.iter().map(|&span| left_over(sheet, span, no_cell(*number))));
    }
    unread.sort_by_key(|unread| unread.span);
    unread
}

fn no_row(table: u8) -> Message {
    Message::new(format!("第{table}表没有与之对应的行"), format!("no row of table {table} claims it"))
}

fn no_cell(table: u8) -> Message {
    Message::new(
        format!("在第{table}表的一行之中，没有与之对应的格"),
        format!("stands in a row of table {table} and fits no cell"),
    )
}

fn left_over(sheet: &Sheet<'_>, span: Span, why: Message) -> Unread {
    let document = sheet.document;
    Unread { text: document.slice(span).to_owned(), why, span: place(document, span) }
}
