//! The words of strips, ready to be compared with the labels of a form's rows.

use crate::form::plan::RowPlan;
use crate::strips::sheet::Sheet;
use crate::strips::strip::{Piece, Strip};
use gongkai_text::label::Pattern;

/// The most strips one row may have been split into.
pub(crate) const MOST_PARTS: usize = 4;

/// The labels of the groups of strips that begin with one strip: it alone, it and the next, …
pub(crate) struct Labels {
    /// The words of the longest group; those of the shorter ones are their beginning.
    letters: Vec<char>,
    /// Where the last piece of the first strip begins.
    tail: usize,
    /// Where the words of each group end.
    ends: Vec<usize>,
}

/// The label of a group of strips.
#[derive(Clone, Copy)]
pub(crate) struct Label<'l> {
    /// All pieces of all strips.
    pub(crate) whole: &'l [char],
    /// The same from the last piece of the first strip on.
    tail: &'l [char],
}

impl Labels {
    /// The label of one strip.
    pub(crate) fn of(sheet: &Sheet<'_>, strip: &Strip<'_>) -> Self {
        let letters: Vec<char> = strip.label.iter().flat_map(|piece| sheet.folded(piece).chars()).collect();
        let tail = letters.len() - sheet.last_label(strip).chars().count();
        Self { tail, ends: vec![letters.len()], letters }
    }

    /// The labels of the groups that begin with the first of `strips`.
    pub(crate) fn of_groups(sheet: &Sheet<'_>, strips: &[usize]) -> Option<Self> {
        let mut labels = Self::of(sheet, &sheet.strips[*strips.first()?]);
        for pair in strips.windows(2).take(MOST_PARTS - 1).take_while(|pair| pair[1] == pair[0] + 1) {
            // A column's label drawn between a row's label and its figure says nothing of the row.
            let is_header = |piece: &&Piece| piece.heading && !piece.known;
            let pieces = sheet.strips[pair[1]].label.iter().filter(|piece| !is_header(piece));
            labels.letters.extend(pieces.flat_map(|piece| sheet.folded(piece).chars()));
            labels.ends.push(labels.letters.len());
        }
        Some(labels)
    }

    /// The label of each group, the shortest first.
    pub(crate) fn groups(&self) -> impl DoubleEndedIterator<Item = Label<'_>> {
        self.ends
            .iter()
            .map(|&end| Label { whole: &self.letters[..end], tail: &self.letters[self.tail..end] })
    }

    /// The label of the longest group.
    pub(crate) fn longest(&self) -> Label<'_> {
        Label { whole: &self.letters, tail: &self.letters[self.tail..] }
    }
}

impl Label<'_> {
    /// Whether the lengths alone allow a likeness of `least` to some printing of the row's label.
    pub(crate) fn may_reach(self, row: &RowPlan, least: u32) -> bool {
        row.patterns.iter().any(|pattern| {
            [self.whole.len(), self.tail.len()].iter().any(|&len| pattern.most_likeness(len) >= least)
        })
    }

    /// The best likeness of either reading to any printing of the row's label.
    pub(crate) fn likeness(self, row: &RowPlan) -> u32 {
        let of = |pattern: &Pattern| {
            let tail = if self.tail.len() == self.whole.len() { 0 } else { pattern.likeness(self.tail) };
            tail.max(pattern.likeness(self.whole))
        };
        row.patterns.iter().map(of).max().unwrap_or(0)
    }
}
