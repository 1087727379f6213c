//! A damaged text, and what it prints now.

use crate::source::{Cell, Key, Printed, Row, Source};
use gongkai::text::Decimal;
use std::collections::BTreeMap;
use std::ops::Range;

/// A source after one damage.
pub(crate) struct Damaged {
    pub(crate) text: String,
    /// The cells whose printed content changed, with what a careful person would read there now.
    pub(crate) printed: BTreeMap<Key, Printed>,
}

impl Damaged {
    /// `source` with `edits` made; `None` when they change nothing, or cross.
    pub(crate) fn new(source: &Source, edits: Vec<(Range<usize>, String)>) -> Option<Self> {
        let text = splice(&source.text, edits)?;
        (text != source.text).then_some(Self { text, printed: BTreeMap::new() })
    }

    /// The same, with `cell` printing `now`.
    pub(crate) fn with(mut self, cell: &Cell, now: Printed) -> Self {
        if cell.truth != now {
            self.printed.insert(cell.key.clone(), now);
        }
        self
    }

    /// The same, with every cell of `row` printing `now`.
    pub(crate) fn with_row(self, source: &Source, row: &Row, now: Printed) -> Self {
        row.cells.iter().fold(self, |it, &cell| it.with(&source.cells[cell], now))
    }
}

fn splice(text: &str, mut edits: Vec<(Range<usize>, String)>) -> Option<String> {
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    let mut out = String::with_capacity(text.len() + 64);
    let mut done = 0;
    for (range, new) in &edits {
        out.push_str(text.get(done..range.start)?);
        out.push_str(new);
        done = range.end;
    }
    out.push_str(text.get(done..)?);
    Some(out)
}

/// Two places of a text exchanged, as edits.
pub(crate) fn exchanged(text: &str, one: &Range<usize>, other: &Range<usize>) -> [(Range<usize>, String); 2] {
    [(one.clone(), text[other.clone()].to_owned()), (other.clone(), text[one.clone()].to_owned())]
}

/// The figure in a cell: where its digits stand, and whether it is below zero.
pub(crate) struct Figure {
    /// Digits with their separators.
    pub(crate) place: Range<usize>,
    is_negative: bool,
}

impl Figure {
    /// The figure of `cell`, when it is written in plain digits.
    pub(crate) fn of(source: &Source, cell: &Cell) -> Option<Self> {
        let Printed::Number(truth) = cell.truth else { return None };
        let span = cell.span.clone()?;
        let raw = &source.text[span.clone()];
        let start = raw.find(|c: char| c.is_ascii_digit())?;
        let length = raw[start..].find(|c: char| !c.is_ascii_digit() && !['.', ','].contains(&c));
        let run = raw[start..length.map_or(raw.len(), |it| start + it)].trim_end_matches(['.', ',']);
        let place = span.start + start..span.start + start + run.len();
        let is_negative = truth.is_negative() || raw[..start].ends_with('-');
        let figure = Self { place, is_negative };
        (figure.value(run) == Some(truth)).then_some(figure)
    }

    /// Places of its digits in the text.
    pub(crate) fn digits(&self, source: &Source) -> Vec<usize> {
        self.place.clone().filter(|&at| source.text.as_bytes()[at].is_ascii_digit()).collect()
    }

    /// What `digits` in its place would print.
    pub(crate) fn value(&self, digits: &str) -> Option<Decimal> {
        let value: Decimal = digits.replace(',', "").parse().ok()?;
        Some(if self.is_negative { -value } else { value })
    }
}
