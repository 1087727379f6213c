//! The table-like lines of a document, cut once into labels and values for every extractor.
//!
//! A line becomes one or more *strips*: label pieces, then the values to their right. Two rows that ran together
//! are two strips; a row that lost its tabs is cut at its blanks; a number stuck to a label is set free.

use crate::plan::head;
use gongkai_document::{Block, Document};
use gongkai_grammar::{Cell, Enumerator, Number, Style, cell, enumerator, unmarked};
use gongkai_text::label::{digest, fold, fold_into};
use gongkai_text::{Span, Unit};
use std::collections::HashMap;
use std::ops::Range;

/// Labels of all forms, to tell a label from a word.
pub(crate) type KnownLabels = HashMap<u64, Vec<Option<Enumerator>>>;

/// Paragraphs longer than this many bytes are sentences, not rows.
const LONGEST_ROW: usize = 320;

/// What stands in one value place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printed<'d> {
    /// Nothing.
    Blank,
    /// A number.
    Number(Number<'d>),
    /// `-`, `—`.
    Dash,
    /// `/`, 无.
    NotApplicable,
    /// A word.
    Words,
}

/// One value place of a strip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'d> {
    /// What stands there.
    pub printed: Printed<'d>,
    /// Where.
    pub span: Span,
    /// Grid column, or word number in a line without a grid.
    pub column: u16,
}

impl Token<'_> {
    /// Whether anything is printed.
    pub fn is_printed(&self) -> bool {
        self.printed != Printed::Blank
    }
}

/// One piece of a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands.
    pub span: Span,
    /// Grid column, or word number.
    pub column: u16,
    /// Its enumerator.
    pub mark: Option<Enumerator>,
    /// Its folded words without the enumerator, in the sheet's arena.
    folded: Span,
    /// Digest of the folded words, and of their head before a bracket.
    keys: [u64; 2],
    /// Whether it is the label of a row of any form.
    known: bool,
}

/// A label and the values to its right; either may be missing.
#[derive(Clone, Debug, Default)]
pub struct Strip<'d> {
    /// Number of the line in [`Sheet::lines`].
    pub line: usize,
    /// Label pieces, left to right.
    pub label: Vec<Piece>,
    /// Value places, left to right, blanks kept, the blanks after the last printed one too.
    pub values: Vec<Token<'d>>,
    /// The unit printed between label and values.
    pub unit: Option<Unit>,
    /// Digests of the label's readings: last piece, its head before a bracket, all pieces together.
    pub keys: Vec<u64>,
    /// The enumerator of the last piece that has one.
    pub mark: Option<Enumerator>,
}

impl Strip<'_> {
    /// How many values are printed.
    pub fn printed(&self) -> usize {
        self.values.iter().filter(|token| token.is_printed()).count()
    }

    /// How many values are printed that are no words: numbers, dashes, 无.
    pub fn figures(&self) -> usize {
        self.values.iter().filter(|token| token.is_printed() && token.printed != Printed::Words).count()
    }

    /// How many numbers are printed.
    pub fn numbers(&self) -> usize {
        self.values.iter().filter(|token| matches!(token.printed, Printed::Number(_))).count()
    }

    /// From the first label piece to the last value.
    pub fn span(&self) -> Span {
        let spans =
            self.label.iter().map(|piece| piece.span).chain(self.values.iter().map(|token| token.span));
        spans.reduce(Span::cover).unwrap_or_default()
    }
}

/// One line of the document, row or paragraph.
#[derive(Clone, Debug)]
pub struct Line {
    /// Where it stands.
    pub span: Span,
    /// Whether the carrier made it a row of a grid.
    pub is_row: bool,
    /// Its strips in [`Sheet::strips`]; empty for a sentence.
    pub strips: Range<usize>,
}

/// The lines and strips of a document.
#[derive(Debug)]
pub struct Sheet<'d> {
    /// The document.
    pub document: &'d Document,
    /// Every block, in reading order.
    pub lines: Vec<Line>,
    /// The strips of all lines, in reading order.
    pub strips: Vec<Strip<'d>>,
    /// Folded label pieces, one after the other: each is folded once.
    folded: String,
}

impl<'d> Sheet<'d> {
    /// Cuts `document`; `known` are the labels of all forms.
    pub(crate) fn new(document: &'d Document, known: &KnownLabels) -> Self {
        let mut lines = Vec::with_capacity(document.blocks().len());
        let mut strips: Vec<Strip<'d>> = Vec::new();
        let mut folded = String::new();
        for block in document.blocks() {
            let first = strips.len();
            let mut cutter = Cutter {
                document,
                known,
                line: lines.len(),
                done: &mut strips,
                folded: &mut folded,
                open: Strip::default(),
            };
            match *block {
                Block::Row(row) => {
                    for cell in document.cells(row) {
                        cutter.cell(document.slice(cell.span), cell.span, cell.column);
                    }
                }
                Block::Paragraph(span) if span.len() as usize <= LONGEST_ROW => {
                    let text = document.slice(span);
                    if !text.contains('。') {
                        cutter.words(text, span.start);
                    }
                }
                Block::Paragraph(_) | Block::Heading(..) => {}
            }
            cutter.finish();
            let is_row = matches!(block, Block::Row(_));
            lines.push(Line { span: block.span(), is_row, strips: first..strips.len() });
        }
        Self { document, lines, strips, folded }
    }

    /// The folded words of a label piece, without its enumerator.
    pub fn folded(&self, piece: &Piece) -> &str {
        piece.folded.text(&self.folded)
    }

    /// The folded label of `strip`, all pieces together, without enumerators.
    pub fn joined_label(&self, strip: &Strip<'_>) -> String {
        strip.label.iter().map(|piece| self.folded(piece)).collect()
    }

    /// The folded last label piece of `strip`, without its enumerator.
    pub fn last_label(&self, strip: &Strip<'_>) -> &str {
        strip.label.last().map(|piece| self.folded(piece)).unwrap_or_default()
    }
}

/// Cuts one line into strips.
struct Cutter<'a, 'd> {
    document: &'d Document,
    known: &'a KnownLabels,
    line: usize,
    done: &'a mut Vec<Strip<'d>>,
    folded: &'a mut String,
    open: Strip<'d>,
}

impl<'d> Cutter<'_, 'd> {
    fn cell(&mut self, text: &'d str, span: Span, column: u16) {
        match cell(text) {
            Cell::Empty => self.value(Printed::Blank, span, column),
            Cell::Number(number) => self.value(Printed::Number(number), span, column),
            Cell::Dash => self.value(Printed::Dash, span, column),
            Cell::NotApplicable => self.value(Printed::NotApplicable, span, column),
            Cell::Unit(unit) if !self.open.label.is_empty() && self.open.printed() == 0 => {
                self.open.unit = Some(unit);
                self.open.values.clear();
            }
            Cell::Unit(unit) if self.open.label.is_empty() && self.open.values.is_empty() => {
                self.open.unit = Some(unit);
            }
            Cell::Unit(_) => self.value(Printed::Words, span, column),
            Cell::Glued(label, number) => {
                self.label(label, self.within(span, label), column);
                let raw = &text[label.as_ptr() as usize - text.as_ptr() as usize + label.len()..];
                self.value(Printed::Number(number), self.within(span, raw.trim()), column);
            }
            Cell::Words(words) => match self.led(words, span, column) {
                Some((digits, rest)) => {
                    if let Cell::Number(number) = cell(digits) {
                        self.value(Printed::Number(number), self.within(span, digits), column);
                    }
                    self.label(rest, self.within(span, rest), column);
                }
                None => self.label(words, self.within(span, words), column),
            },
        }
    }

    /// The span of `part`, a slice of the text under `whole`.
    fn within(&self, whole: Span, part: &str) -> Span {
        Span::of(part, self.document.text()).unwrap_or(whole)
    }

    /// A number that ran into the label of the next row: `0（二）部分公开`, `742.延期办结数` (74, then row 2).
    fn led<'t>(&mut self, words: &'t str, span: Span, column: u16) -> Option<(&'t str, &'t str)> {
        let digits = words.bytes().take_while(u8::is_ascii_digit).count();
        let opens_line = self.open.label.is_empty() && self.open.values.is_empty();
        if digits == 0 || opens_line || self.piece(words, span, column).known {
            return None;
        }
        (1..=digits).rev().map(|at| (&words[..at], words[at..].trim_start())).find(|(_, rest)| {
            let (mark, _) = enumerator(rest);
            let marks = self.known.get(&digest(&fold(unmarked(rest))));
            let opens =
                rest.starts_with(|c: char| c.is_ascii_digit() || "(（".contains(c) || c.is_alphabetic());
            let is_row = marks.is_some_and(|marks| marks.contains(&mark));
            opens && (is_row || mark.is_some_and(|mark| mark.style != Style::Arabic))
        })
    }

    /// Folds a label piece, once.
    fn piece(&mut self, words: &str, span: Span, column: u16) -> Piece {
        let mark = enumerator(words).0;
        let bare = unmarked(words);
        let start = self.folded.len();
        fold_into(bare, self.folded);
        let whole = digest(&self.folded[start..]);
        let folded = Span::new(start as u32, self.folded.len() as u32);
        let head = head(bare);
        let head = if head.len() < bare.len() { digest(&fold(head)) } else { whole };
        let known = self.known.contains_key(&whole) || self.known.contains_key(&head);
        Piece { span, column, mark, folded, keys: [whole, head], known }
    }

    /// Whether a piece, met after a value, opens the label of another row.
    fn opens_label(words: &str, piece: &Piece) -> bool {
        match piece.mark {
            Some(mark) if mark.style == Style::Arabic => {
                enumerator(words).1.chars().filter(|c| !c.is_ascii()).count() >= 2
            }
            Some(_) => true,
            None => piece.known,
        }
    }

    fn label(&mut self, words: &'d str, span: Span, column: u16) {
        let piece = self.piece(words, span, column);
        let complete = self.open.label.last().is_some_and(|piece| piece.known);
        let has_values = self.open.printed() > 0;
        if has_values || complete {
            if !Self::opens_label(words, &piece) {
                self.value(Printed::Words, span, column);
                return;
            }
            if has_values {
                self.close();
            }
        }
        self.open.values.clear();
        self.open.label.push(piece);
    }

    fn value(&mut self, printed: Printed<'d>, span: Span, column: u16) {
        self.open.values.push(Token { printed, span, column });
    }

    fn close(&mut self) {
        let mut strip = std::mem::take(&mut self.open);
        if strip.label.is_empty() && strip.printed() == 0 {
            return;
        }
        strip.line = self.line;
        if let Some(last) = strip.label.last() {
            strip.keys.push(last.keys[0]);
            if last.keys[1] != last.keys[0] {
                strip.keys.push(last.keys[1]);
            }
            strip.mark = strip.label.iter().rev().find_map(|piece| piece.mark);
        }
        if strip.label.len() > 1 {
            let joined: String = strip.label.iter().map(|piece| piece.folded.text(self.folded)).collect();
            strip.keys.push(digest(&joined));
        }
        self.done.push(strip);
    }

    fn finish(mut self) {
        self.close();
    }

    /// A line without cells: numbers at its end, or before the label of another row, are values.
    fn words(&mut self, text: &'d str, start: u32) {
        let words: Vec<&'d str> = text.split_whitespace().collect();
        let span_of = |from: &str, to: &str| {
            let first = from.as_ptr() as usize - text.as_ptr() as usize;
            let last = to.as_ptr() as usize - text.as_ptr() as usize + to.len();
            Span::new(start + first as u32, start + last as u32)
        };
        let is_value = |word: &str| !matches!(cell(word), Cell::Words(_) | Cell::Glued(..));
        let mut at = 0;
        while at < words.len() {
            // A run of words up to the next value that is followed by values only, or by another row's label.
            let from = at;
            while at < words.len() && !(is_value(words[at]) && self.run_ends_row(&words[at..], &is_value)) {
                at += 1;
            }
            if at > from {
                let span = span_of(words[from], words[at - 1]);
                let label = self.document.slice(span);
                match self.led(label, span, from as u16) {
                    Some((digits, rest)) => {
                        self.cell(digits, span_of(digits, digits), from as u16);
                        self.label(rest, span_of(rest, rest), from as u16);
                    }
                    None => self.label(label, span, from as u16),
                }
            }
            while at < words.len() && is_value(words[at]) {
                self.cell(words[at], span_of(words[at], words[at]), at as u16);
                at += 1;
            }
        }
    }

    /// Whether the values at the beginning of `words` are a row's values and not part of its label.
    fn run_ends_row(&mut self, words: &[&str], is_value: &dyn Fn(&str) -> bool) -> bool {
        match words.iter().find(|word| !is_value(word)) {
            None => true,
            Some(word) => {
                let piece = self.piece(word, Span::default(), 0);
                let led = piece.mark.is_none() && self.led(word, Span::default(), 0).is_some();
                piece.mark.is_some() || piece.known || led
            }
        }
    }
}
