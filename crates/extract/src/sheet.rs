//! The table-like lines of a document, cut once into labels and values for every extractor.
//!
//! A line becomes one or more *strips*: label pieces, then the values to their right. Two rows that ran together
//! are two strips; a row that lost its tabs is cut at its blanks; a number stuck to a label is set free.

use crate::cut::{self, Cutter};
use crate::flat;
use gongkai_document::{Block, Document};
use gongkai_grammar::{Enumerator, Number, Oddity};
use gongkai_text::{Span, Unit};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;

/// Words of all forms, to tell a label from a value: digests of folded row labels with their enumerators, and of
/// headings and column labels, which have none.
#[derive(Debug, Default)]
pub(crate) struct KnownLabels {
    pub(crate) rows: HashMap<u64, Vec<Option<Enumerator>>>,
    pub(crate) headings: HashSet<u64>,
    /// Headings as printed, each once.
    pub(crate) printed_headings: BTreeSet<String>,
}

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
    /// A run of digits without separators.
    Run(&'d str),
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

    /// How many values it can stand for: none when blank, the digits of a run, else one.
    pub fn figures_at_most(&self) -> usize {
        match self.printed {
            Printed::Blank => 0,
            Printed::Run(digits) => digits.bytes().filter(u8::is_ascii_digit).count(),
            _ => 1,
        }
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
    pub(crate) folded: Span,
    /// Digest of the folded words, and of their head before a bracket.
    pub(crate) keys: [u64; 2],
    /// Whether it is the label of a row of any form.
    pub(crate) known: bool,
    /// Whether it is a heading or the label of a column of any form.
    pub(crate) heading: bool,
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
    /// Whether its cells stood below each other, one a line, where empty ones leave no trace.
    pub stacked: bool,
    /// Whether a number before the label numbers the row.
    pub has_serial: bool,
    /// The unit printed between label and values.
    pub unit: Option<Unit>,
    /// Digests of the label's readings: last piece, its head before a bracket, last pieces together.
    pub keys: Vec<u64>,
    /// The enumerator of the last piece that has one.
    pub mark: Option<Enumerator>,
}

impl Strip<'_> {
    /// How many values are printed.
    pub fn printed(&self) -> usize {
        self.values.iter().map(Token::figures_at_most).sum()
    }

    /// How many values are printed that are no words: numbers, dashes, 无.
    pub fn figures(&self) -> usize {
        self.values.iter().filter(|token| token.is_printed() && token.printed != Printed::Words).count()
    }

    /// How many numbers are printed.
    pub fn numbers(&self) -> usize {
        let is_number = |token: &&Token<'_>| matches!(token.printed, Printed::Number(_) | Printed::Run(_));
        self.values.iter().filter(is_number).map(Token::figures_at_most).sum()
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

/// Where rows are numbered, a second row in one line without its number may have lent its digits to the figure
/// before it.
fn doubt_missing_serials(strips: &mut [Strip<'_>]) {
    if strips.iter().filter(|strip| strip.has_serial).count() < LEAST_SERIALS {
        return;
    }
    for at in 1..strips.len() {
        let same_line = strips[at].line == strips[at - 1].line;
        if same_line && !strips[at].has_serial && !strips[at].label.is_empty() {
            let last = strips[at - 1].values.iter_mut().rfind(|token| token.is_printed());
            if let Some(Token { printed: Printed::Number(number), .. }) = last {
                number.oddity = Some(Oddity::RunTogether);
            }
        }
    }
}

/// So many numbered rows make a column of numbers.
const LEAST_SERIALS: usize = 5;

impl<'d> Sheet<'d> {
    /// Cuts `document`; `known` are the labels of all forms.
    pub(crate) fn new(document: &'d Document, known: &KnownLabels) -> Self {
        let blocks = document.blocks();
        let mut strips: Vec<Strip<'d>> = Vec::new();
        let mut folded = String::new();
        let mut at = 0;
        while at < blocks.len() {
            if let Block::Paragraph(span) = blocks[at]
                && flat::is_flattened(document.slice(span), known)
            {
                flat::cut(document, known, (span, at), &mut folded, &mut strips);
                at += 1;
                continue;
            }
            let (run, is_stack) = cut::stacked(document, &blocks[at..]);
            // Blocks of a run that is no stack are lines of their own; a run is looked at once.
            let mut rest = &blocks[at..at + run.max(1)];
            while !rest.is_empty() {
                let (now, later) = rest.split_at(if is_stack { rest.len() } else { 1 });
                let mut cutter = Cutter::new(document, known, &mut strips, &mut folded, is_stack);
                for block in now {
                    cutter.block(*block, at);
                    at += 1;
                }
                cutter.finish();
                rest = later;
            }
        }
        doubt_missing_serials(&mut strips);
        let mut first = 0;
        let lines = blocks.iter().enumerate().map(|(at, block)| {
            let end = first + strips[first..].partition_point(|strip| strip.line <= at);
            let strips = std::mem::replace(&mut first, end)..end;
            Line { span: block.span(), is_row: matches!(block, Block::Row(_)), strips }
        });
        let lines = lines.collect();
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
