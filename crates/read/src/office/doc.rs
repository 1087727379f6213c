//! DOC and WPS, through office_oxide: paragraphs and tables with their merges.

use super::flow::{self, Boxed, Item, Table};
use super::guarded;
use crate::{Phrase, ReadError};
use gongkai_document::Document;
use gongkai_text::Carrier;
use office_oxide::ir::{Element, InlineContent, List, Table as Read};
use office_oxide::{Document as Word, DocumentFormat};
use std::io::Cursor;

const NOT_READ: Phrase = Phrase::new("text that cannot be read", "正文无法读取");

/// The deepest nesting of tables, lists and boxes that is followed.
const DEEPEST: usize = 32;

/// Builds the document of the DOC file `bytes`.
pub(crate) fn document(bytes: &[u8]) -> Result<Document, ReadError> {
    guarded(super::DOC, || {
        let word = Word::from_reader(Cursor::new(bytes.to_vec()), DocumentFormat::Doc);
        let word = word.map_err(|_| ReadError::Damaged { kind: super::DOC, why: NOT_READ })?;
        let mut items = Vec::new();
        for section in word.to_ir().sections {
            gather(&section.elements, 0, &mut items)?;
        }
        flow::document(items, Carrier::Doc)
    })
}

/// Adds `elements` in reading order.
fn gather(elements: &[Element], depth: usize, items: &mut Vec<Item>) -> Result<(), ReadError> {
    if depth > DEEPEST {
        return Err(ReadError::TooTangled);
    }
    for element in elements {
        match element {
            Element::Heading(heading) => {
                items.push(Item::Paragraph(text(&heading.content), Some(heading.level.clamp(1, 9))));
            }
            Element::Paragraph(paragraph) => items.push(Item::Paragraph(text(&paragraph.content), None)),
            Element::Table(read) => items.push(Item::Table(table(read, depth)?)),
            Element::List(inner) => list(inner, depth, items)?,
            Element::TextBox(inner) => gather(&inner.content, depth + 1, items)?,
            Element::Footnote(note) | Element::Endnote(note) => gather(&note.content, depth + 1, items)?,
            _ => {}
        }
    }
    Ok(())
}

/// Adds the items of a list, those of the lists within it behind each.
fn list(list: &List, depth: usize, items: &mut Vec<Item>) -> Result<(), ReadError> {
    if depth > DEEPEST {
        return Err(ReadError::TooTangled);
    }
    for item in &list.items {
        gather(&item.content, depth + 1, items)?;
        if let Some(nested) = &item.nested {
            self::list(nested, depth + 1, items)?;
        }
    }
    Ok(())
}

fn text(content: &[InlineContent]) -> String {
    let pieces = content.iter().map(|inline| match inline {
        InlineContent::Text(span) => span.text.as_str(),
        InlineContent::LineBreak => "\n",
        _ => "",
    });
    pieces.collect()
}

/// Puts the cells, which come without their columns, where those above leave room.
fn table(read: &Read, depth: usize) -> Result<Table, ReadError> {
    let mut rows = Vec::with_capacity(read.rows.len());
    // For each column the first row that the cell in it does not cover.
    let mut free: Vec<usize> = Vec::new();
    for (at, row) in read.rows.iter().enumerate() {
        let mut cells = Vec::with_capacity(row.cells.len());
        let mut column = 0_usize;
        for cell in &row.cells {
            while free.get(column).is_some_and(|free| *free > at) {
                column += 1;
            }
            let (columns, down) = (cell.col_span.clamp(1, 1000), cell.row_span.clamp(1, 1000));
            let end = column + columns as usize;
            free.resize(free.len().max(end), 0);
            free[column..end].fill(at + down as usize);
            let mut items = Vec::new();
            gather(&cell.content, depth + 1, &mut items)?;
            cells.push(Boxed { items, column: column as u32, columns, rows: down });
            column = end;
        }
        rows.push(cells);
    }
    Ok(Table { rows })
}
