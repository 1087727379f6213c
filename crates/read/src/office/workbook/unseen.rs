//! What a reader of an XLSX file does not see as its values say: hidden rows and columns, marks of notes and struck-out
//! characters inside of texts. The reader of values passes all that by.

use super::XLSX;
use crate::ReadError;
use crate::marks::{PICTURE, is_mark, noted};
use crate::office::package::Package;
use crate::office::sheet::Sheet;
use crate::office::xml::{Next, Node, Tag, walk};
use std::collections::BTreeMap;

/// The last column of a sheet, and its last row.
const LAST: (u32, u32) = (16_384, 1_048_576);

/// The parts of a workbook that say how its cells look.
pub(super) struct Unseen<'p, 'b> {
    package: &'p mut Package<'b>,
    /// The part of each sheet by its name.
    parts: Vec<(String, String)>,
    /// What the texts that are not printed as they are read say instead, by their numbers.
    texts: BTreeMap<usize, String>,
}

impl<'p, 'b> Unseen<'p, 'b> {
    /// Looks into `package`.
    pub(super) fn of(package: &'p mut Package<'b>) -> Result<Self, ReadError> {
        let (mut ids, mut targets) = (Vec::new(), BTreeMap::new());
        if let Some(book) = package.part("xl/workbook.xml")? {
            each(&book, |tag| {
                if local(tag.name()) == "sheet" {
                    let id = tag.attribute("id").unwrap_or_default();
                    ids.push((tag.attribute("name").unwrap_or_default(), id));
                }
            })?;
        }
        if let Some(relations) = package.part("xl/_rels/workbook.xml.rels")? {
            each(&relations, |tag| {
                if let (Some(id), Some(target)) = (tag.attribute("Id"), tag.attribute("Target")) {
                    let whole = target.strip_prefix('/').map(str::to_owned);
                    targets.insert(id, whole.unwrap_or_else(|| format!("xl/{target}")));
                }
            })?;
        }
        let part = |(name, id): (String, String)| Some((name, targets.get(&id)?.clone()));
        let parts = ids.into_iter().filter_map(part).collect();
        let texts = match package.part("xl/sharedStrings.xml")? {
            Some(strings) if strings.contains("vertAlign") || strings.contains("strike") => texts(&strings)?,
            _ => BTreeMap::new(),
        };
        Ok(Self { package, parts, texts })
    }

    /// Tells `sheet` what of it is not seen.
    pub(super) fn tell(&mut self, sheet: &mut Sheet) -> Result<(), ReadError> {
        let Some((_, part)) = self.parts.iter().find(|(name, _)| *name == sheet.name) else { return Ok(()) };
        let Some(xml) = self.package.part(part)? else { return Ok(()) };
        if self.texts.is_empty() && !xml.contains("hidden=") {
            return Ok(());
        }
        // The cell that is open, and whether its value is.
        let (mut cell, mut in_value) = (None, false);
        let texts = &self.texts;
        let is_hidden = |tag: &Tag<'_>| matches!(tag.attribute("hidden").as_deref(), Some("1" | "true"));
        walk(&xml, XLSX, |node| {
            match node {
                Node::Open(tag) => match local(tag.name()) {
                    "col" if is_hidden(tag) => {
                        let first = tag.number("min").unwrap_or(1).max(1);
                        sheet
                            .hide_columns(first - 1, tag.number("max").unwrap_or(first).clamp(first, LAST.0));
                    }
                    "row" if is_hidden(tag) => {
                        let row = tag.number("r").unwrap_or_default().min(LAST.1);
                        sheet.hide_rows(row.saturating_sub(1), row);
                    }
                    "c" if !texts.is_empty() && tag.attribute("t").is_some_and(|kind| kind == "s") => {
                        cell = tag.attribute("r").as_deref().and_then(place);
                    }
                    "v" => in_value = true,
                    _ => {}
                },
                Node::Close(name) => match local(name) {
                    "c" => cell = None,
                    "v" => in_value = false,
                    _ => {}
                },
                Node::Text(number) if in_value => {
                    let text = number.trim().parse().ok().and_then(|number: usize| texts.get(&number));
                    if let (Some((row, column)), Some(text)) = (cell, text) {
                        sheet.cell(row, column, text)?;
                    }
                }
                Node::Text(_) => {}
            }
            Ok(Next::Enter)
        })
    }
}

/// What the shared texts say that hold more than plain characters.
fn texts(xml: &str) -> Result<BTreeMap<usize, String>, ReadError> {
    let mut found = BTreeMap::new();
    let (mut number, mut in_text) = (0_usize, false);
    let (mut text, mut marks) = (String::new(), String::new());
    let (mut is_struck, mut is_raised, mut is_plain) = (false, false, true);
    walk(xml, XLSX, |node| {
        match node {
            Node::Open(tag) => match local(tag.name()) {
                "rPh" => return Ok(Next::Skip),
                "si" => (text, marks, is_plain) = (String::new(), String::new(), true),
                "r" => (is_struck, is_raised) = (false, false),
                "strike" => is_struck = tag.is_on(),
                "vertAlign" => is_raised = tag.attribute("val").is_some_and(|it| it.ends_with("script")),
                "t" => in_text = true,
                _ => {}
            },
            Node::Close(name) => match local(name) {
                "r" => (is_struck, is_raised) = (false, false),
                "t" => in_text = false,
                "si" => {
                    noted(&mut text, &std::mem::take(&mut marks));
                    if text.trim().is_empty() && !is_plain {
                        PICTURE.clone_into(&mut text);
                    }
                    if !is_plain {
                        found.insert(number, std::mem::take(&mut text));
                    }
                    number += 1;
                }
                _ => {}
            },
            Node::Text(_) if in_text && is_struck => is_plain = false,
            Node::Text(part) if in_text && is_raised && is_mark(part.chars()) => {
                is_plain = false;
                marks.push_str(part);
            }
            Node::Text(part) if in_text => text.push_str(part),
            Node::Text(_) => {}
        }
        Ok(Next::Enter)
    })?;
    Ok(found)
}

/// Visits the beginning of every element.
fn each(xml: &str, mut visit: impl FnMut(&Tag<'_>)) -> Result<(), ReadError> {
    walk(xml, XLSX, |node| {
        if let Node::Open(tag) = node {
            visit(tag);
        }
        Ok(Next::Enter)
    })
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// The row and the column of `B7`, both from 0.
fn place(cell: &str) -> Option<(u32, u32)> {
    let letters = cell.bytes().take_while(u8::is_ascii_alphabetic).count();
    let column = cell
        .bytes()
        .take(letters.min(4))
        .fold(0_u32, |column, letter| column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    let row: u32 = cell[letters..].parse().ok()?;
    (1..=LAST.0).contains(&column).then_some(())?;
    (1..=LAST.1).contains(&row).then_some((row - 1, column - 1))
}
