//! The table-like lines of a document, cut once into labels and values for every extractor.
//!
//! A line becomes one or more strips: label pieces, then the values to their right.

use super::{flat, stack, torn};
use crate::budget::Budget;
use crate::form::forms::Forms;
use crate::form::known::{Known, KnownLabels};
use crate::place::place;
use crate::strips::cut::Cutter;
use crate::strips::strip::{Piece, Printed, Strip, Token};
use gongkai_document::{Block, Document};
use gongkai_grammar::Oddity;
use gongkai_model::Place;
use gongkai_text::Span;
use memchr::memmem::Finder;
use std::ops::Range;

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
    /// The strips that stand like a row with values, in reading order.
    pub(crate) valued: Vec<usize>,
    /// Whether runs of digits without separators are shorter than their rows: blank cells left no trace in them.
    pub(crate) loses_blanks: bool,
    /// Whether no figure of a long stack stands there twice: whoever took the text out dropped repeated lines, and with
    /// them most figures.
    pub(crate) drops_repeats: bool,
    /// Folded label pieces, one after the other: each is folded once.
    folded: String,
    /// The runs of lines that are not cut alike for all forms, in reading order.
    disputed: Vec<Run>,
    /// For which forms all that is not in `disputed` is the same.
    alike: Forms,
    /// The forms whose headings stand in a paragraph that is a table without separators.
    pub(crate) headed: Forms,
    /// The steps of the extractor at work.
    pub(crate) budget: Budget,
}

/// Lines that are cut together.
#[derive(Clone, Debug)]
struct Run {
    blocks: Range<usize>,
    is_stack: bool,
    strips: Range<usize>,
    /// For which forms they are cut as they were.
    agree: Forms,
}

/// Cuts `blocks`, which are a stack or one row, into `strips`.
fn cut<'d>(
    document: &'d Document,
    known: &Known<'_>,
    (blocks, is_stack): (Range<usize>, bool),
    folded: &mut String,
    strips: &mut Vec<Strip<'d>>,
) {
    let now = &document.blocks()[blocks.clone()];
    let mut cutter = Cutter::new(document, known, strips, folded, is_stack);
    let mut taken = 0;
    while let Some(block) = now.get(taken) {
        let columns = is_stack.then(|| torn::columns(document, now, taken, known)).flatten();
        match &columns {
            Some(columns) => cutter.columns(columns, blocks.start + taken),
            None => cutter.block(*block, blocks.start + taken),
        }
        taken += columns.map_or(1, |columns| columns.blocks);
    }
    cutter.finish();
}

/// Where rows are numbered, a second row in one line without its number may have lent its digits to the figure
/// before it. Says whether they are.
fn doubt_missing_serials(strips: &mut [Strip<'_>]) -> bool {
    if strips.iter().filter(|strip| strip.has_serial).count() < LEAST_SERIALS {
        return false;
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
    true
}

/// Whether a run of digits holds fewer figures than its row has cells.
fn lacks_digits(strip: &Strip<'_>, known: &Known<'_>) -> bool {
    let [Token { printed: Printed::Run(digits), .. }] = strip.values[..] else { return false };
    let places = digits.bytes().filter(|byte| byte.is_ascii_digit() || *byte == b'-').count();
    strip.keys.iter().any(|&key| known.fewest_cells(key).is_some_and(|cells| places < cells))
}

/// Whether a strip stands like a row with values: something printed, or value places in a grid.
fn carries_values(lines: &[Line], strip: &Strip<'_>) -> bool {
    let empty_places = lines[strip.line].is_row && !strip.values.is_empty() && strip.printed() == 0;
    !strip.label.is_empty() && (strip.figures() > 0 || strip.unit.is_some() || empty_places)
}

/// So many numbered rows make a column of numbers.
const LEAST_SERIALS: usize = 5;

impl<'d> Sheet<'d> {
    /// Cuts `document` for `forms`, whose words are among `labels`.
    pub(crate) fn new(document: &'d Document, labels: &KnownLabels, forms: Forms) -> Self {
        let known = Known::new(labels, forms);
        let blocks = document.blocks();
        let mut strips: Vec<Strip<'d>> = Vec::new();
        let mut folded = String::new();
        let (mut disputed, mut alike, mut headed) = (Vec::new(), Forms::ALL, Forms::NONE);
        let (mut has_blank_rows, mut drops_repeats) = (false, false);
        let mut at = 0;
        while at < blocks.len() {
            if let Block::Paragraph(span) = blocks[at] {
                let text = document.slice(span);
                let forms = known.make_table(text).or(flat::table_by_rows(text, &known));
                let is_table = forms != Forms::NONE;
                headed = headed.or(forms);
                if is_table {
                    has_blank_rows |= flat::cut(document, &known, (span, at), &mut folded, &mut strips);
                    at += 1;
                }
                alike = alike.and(known.agreed());
                if is_table {
                    continue;
                }
            }
            let (run, is_stack) = stack::stacked(document, &blocks[at..]);
            drops_repeats |= is_stack && stack::has_no_repeats(document, &blocks[at..at + run]);
            // Blocks of a run that is no stack are lines of their own; a run is looked at once.
            let end = at + run.max(1);
            while at < end {
                let is_row = !is_stack && stack::is_row_in_two_lines(document, &blocks[at..]);
                let next = if is_stack { end } else { at + 1 + usize::from(is_row) };
                let first = strips.len();
                cut(document, &known, (at..next, is_stack), &mut folded, &mut strips);
                let agree = known.agreed();
                if agree != Forms::ALL {
                    disputed.push(Run { blocks: at..next, is_stack, strips: first..strips.len(), agree });
                }
                at = next;
            }
        }
        let sheet = Self {
            document,
            lines: Vec::new(),
            strips,
            valued: Vec::new(),
            loses_blanks: has_blank_rows,
            drops_repeats,
            folded,
            disputed,
            alike,
            headed,
            budget: Budget::unbounded(),
        };
        sheet.settled(&known)
    }

    /// The same document cut for other forms; `None` where that makes no difference.
    pub(crate) fn recut(&self, labels: &KnownLabels, forms: Forms) -> Option<Self> {
        if !self.alike.answers_for(forms) {
            return Some(Self::new(self.document, labels, forms));
        }
        if self.disputed.iter().all(|run| run.agree.answers_for(forms)) {
            return None;
        }
        let known = Known::new(labels, forms);
        let mut strips: Vec<Strip<'d>> = Vec::with_capacity(self.strips.len());
        let mut folded = self.folded.clone();
        let mut from = 0;
        for run in self.disputed.iter().filter(|run| !run.agree.answers_for(forms)) {
            strips.extend_from_slice(&self.strips[from..run.strips.start]);
            cut(self.document, &known, (run.blocks.clone(), run.is_stack), &mut folded, &mut strips);
            from = run.strips.end;
        }
        strips.extend_from_slice(&self.strips[from..]);
        let sheet = Self {
            document: self.document,
            lines: Vec::new(),
            strips,
            valued: Vec::new(),
            loses_blanks: self.loses_blanks,
            drops_repeats: self.drops_repeats,
            folded,
            disputed: Vec::new(),
            alike: forms,
            headed: self.headed.and(forms),
            budget: Budget::unbounded(),
        };
        Some(sheet.settled(&known))
    }

    /// What is seen only once all lines are cut.
    fn settled(mut self, known: &Known<'_>) -> Self {
        let strips = &mut self.strips;
        if doubt_missing_serials(strips) {
            // Figures were changed by what stands in other lines.
            self.alike = Forms::NONE;
        }
        // Where the document is cut off, its last run is short for that alone.
        let end = self.document.text().trim_end().len();
        let is_cut_off = |strip: &Strip<'_>| strip.span().end as usize >= end;
        self.loses_blanks |= strips.iter().any(|strip| lacks_digits(strip, known) && !is_cut_off(strip));
        self.alike = self.alike.and(known.agreed());
        let mut first = 0;
        let lines = self.document.blocks().iter().enumerate().map(|(at, block)| {
            let end = first + strips[first..].partition_point(|strip| strip.line <= at);
            let strips = std::mem::replace(&mut first, end)..end;
            Line { span: block.span(), is_row: matches!(block, Block::Row(_)), strips }
        });
        self.lines = lines.collect();
        let carries_values = |at: &usize| carries_values(&self.lines, &self.strips[*at]);
        self.valued = (0..self.strips.len()).filter(carries_values).collect();
        self
    }

    /// The strips of the lines in `lines`.
    pub(crate) fn strips_in(&self, lines: &Range<usize>) -> Range<usize> {
        let first = self.lines.get(lines.start).map_or(0, |line| line.strips.start);
        let last =
            lines.end.checked_sub(1).and_then(|at| self.lines.get(at)).map_or(first, |line| line.strips.end);
        first..last.max(first)
    }

    /// How many grid columns `line` has; none when it is no row of a grid.
    pub(crate) fn grid_width(&self, line: usize) -> usize {
        let Some(Block::Row(row)) = self.document.blocks().get(line) else { return 0 };
        let last = self.document.cells(*row).last();
        last.map_or(0, |cell| usize::from(cell.column) + usize::from(cell.column_span.max(1)))
    }

    /// The places of `line`, when it is a row of a grid with exactly `cells` of them and nothing is printed in any.
    pub(crate) fn blank_row(&self, line: usize, cells: usize) -> Option<Vec<Token<'d>>> {
        let Some(Block::Row(row)) = self.document.blocks().get(line) else { return None };
        let places = self.document.cells(*row);
        let is_blank = places.len() == cells && places.iter().all(|cell| cell.span.is_empty());
        let blank = |cell: &gongkai_document::Cell| Token {
            printed: Printed::Blank,
            span: cell.span,
            column: cell.column,
        };
        is_blank.then(|| places.iter().map(blank).collect())
    }

    /// The folded words of a label piece, without its enumerator.
    pub fn folded(&self, piece: &Piece) -> &str {
        self.budget.spend(1);
        piece.folded.text(&self.folded)
    }

    /// The folded words from one label piece of a line to a later one, without the enumerators.
    pub fn folded_through(&self, first: &Piece, last: &Piece) -> &str {
        self.budget.spend(1);
        first.folded.cover(last.folded).text(&self.folded)
    }

    /// Where `words` begin among the folded labels of all lines, in order.
    pub(crate) fn places_of(&self, words: &str) -> Vec<u32> {
        places(self.folded.as_bytes(), &Finder::new(words))
    }

    /// Where `span` stands, with line and column, for the facts of an extractor that reads in code.
    pub fn place(&self, span: Span) -> Place {
        self.budget.spend(1);
        place(self.document, span)
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

/// Where `words` begin in `text`, in order, overlapping places too.
fn places(text: &[u8], words: &Finder<'_>) -> Vec<u32> {
    let mut from = 0;
    let next = || {
        let at = from + words.find(text.get(from..)?)?;
        from = at + 1;
        Some(at as u32)
    };
    std::iter::from_fn(next).collect()
}
