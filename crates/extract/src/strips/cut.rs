//! Cutting the lines of a document into strips: labels here, values there.

use crate::form::known::Known;
use crate::form::plan::LEAST_TOTALLED;
use crate::strips::strip::{Piece, Printed, Strip, Token};
use crate::strips::torn::{self, Columns};
use crate::wording::{
    are_closed, are_figures, classifier, cut_figure_behind, ends_with_figure, head, is_code, is_cut_figure,
    is_page_number, is_share, is_speck, leading_unit, numbered_inside,
};
use gongkai_document::{Block, Document};
use gongkai_grammar::{Cell, Style, cell, enumerator, marked};
use gongkai_text::Span;
use gongkai_text::label::{digest, digest_of, fold, fold_into};

/// Paragraphs longer than this many bytes are sentences, not rows.
const LONGEST_ROW: usize = 320;

/// Room for the values of most rows.
const USUAL_ROW: usize = 8;

/// The most pieces that are tried as one label.
const MOST_PIECES: usize = 4;

/// Whether wide blanks set each of the last words of `text` apart, all but the first of which are values: figures in
/// columns, whatever the label before them leaves open.
fn stands_in_columns(text: &str, words: &[&str]) -> bool {
    let place = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let is_apart = |pair: &[&str]| place(pair[1]) - place(pair[0]) > pair[0].len() + 1;
    words.len() > 2 && words.windows(2).all(is_apart)
}

/// Cuts one line, or a stack of one-cell lines, into strips.
pub(crate) struct Cutter<'a, 'd> {
    document: &'d Document,
    known: &'a Known<'a>,
    line: usize,
    done: &'a mut Vec<Strip<'d>>,
    folded: &'a mut String,
    open: Strip<'d>,
    stacked: bool,
}

impl<'a, 'd> Cutter<'a, 'd> {
    pub(crate) fn new(
        document: &'d Document,
        known: &'a Known<'a>,
        done: &'a mut Vec<Strip<'d>>,
        folded: &'a mut String,
        stacked: bool,
    ) -> Self {
        Self { document, known, line: 0, done, folded, open: Strip::default(), stacked }
    }

    /// Cuts `block`, which is line number `line`.
    pub(crate) fn block(&mut self, block: Block, line: usize) {
        self.line = line;
        match block {
            Block::Row(row) => {
                for cell in self.document.cells(row) {
                    self.cell(self.document.slice(cell.span), cell.span, cell.column);
                }
            }
            Block::Paragraph(span) if span.len() as usize <= LONGEST_ROW => {
                let text = self.document.slice(span);
                if self.stacked && !self.open.label.is_empty() && leading_unit(text).is_some() {
                    self.cell(text, span, 0);
                } else if !text.contains('。') && !is_page_number(text) {
                    self.words(text, span.start);
                }
            }
            Block::Paragraph(_) | Block::Heading(..) => {}
        }
    }

    fn cell(&mut self, text: &'d str, span: Span, column: u16) {
        if !self.open.label.is_empty()
            && let Some((unit, rest)) = leading_unit(text)
        {
            self.open.unit = self.open.unit.or(Some(unit));
            self.cell(rest, self.within(span, rest), column);
            return;
        }
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
            // A unit behind its figure, or behind a code.
            Cell::Unit(unit) if self.open.unit.is_none() && self.may_have_unit() => {
                self.open.unit = Some(unit);
            }
            Cell::Unit(_) => self.value(Printed::Words, span, column),
            // Specks of ink: nothing is printed there.
            Cell::Words(words) if words.chars().all(is_speck) => {
                self.value(Printed::Blank, span, column);
            }
            // Several figures below each other in one cell: no label, and no figure either.
            Cell::Words(words)
                if !self.open.label.is_empty()
                    && words.contains('\n')
                    && !words.chars().any(char::is_alphabetic) =>
            {
                self.value(Printed::Words, span, column);
            }
            // The figures of several columns in one cell: 0 1.
            Cell::Words(words) if !self.open.label.is_empty() && are_figures(words) => {
                for word in words.split_whitespace() {
                    if let Cell::Number(number) = cell(word) {
                        self.value(Printed::Number(number), self.within(span, word), column);
                    }
                }
            }
            // A figure cut at its point, alone or behind its label.
            Cell::Words(words)
                if is_cut_figure(words)
                    && (self.open.unit.is_some()
                        || self.open.printed() > 0
                        // No row is numbered that high behind its label.
                        || words.len() > if self.has_known_label() { 2 } else { 3 })
                    && !self.open.label.is_empty() =>
            {
                self.value(Printed::Words, span, column);
            }
            // No label and no count: a column of shares beside the table's own.
            Cell::Words(words) if !self.open.label.is_empty() && is_share(words) => {
                self.value(Printed::Words, span, column);
            }
            Cell::Words(words) if cut_figure_behind(words).is_some() => {
                let (label, figure) = cut_figure_behind(words).unwrap_or((words, ""));
                self.label(label, self.within(span, label), column);
                self.value(Printed::Words, self.within(span, figure), column);
            }
            // Several figures in one cell: a row of words and figures of its own.
            Cell::Glued(label, _) if ends_with_figure(label) => self.words(text, span.start),
            Cell::Glued(label, number) => {
                self.label(label, self.within(span, label), column);
                let raw = &text[label.as_ptr() as usize - text.as_ptr() as usize + label.len()..];
                self.value(Printed::Number(number), self.within(span, raw.trim()), column);
            }
            Cell::Words(words) => match self.led(words, span, column, self.is_empty()) {
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
    ///
    /// At the beginning of a line a figure is an enumerator or a serial, and nothing is split.
    fn led<'t>(
        &mut self,
        words: &'t str,
        span: Span,
        column: u16,
        opens_line: bool,
    ) -> Option<(&'t str, &'t str)> {
        let digits = words.bytes().take_while(u8::is_ascii_digit).count();
        // Dates, codes and amounts are the many; a label begins right behind its figure.
        let runs_on = |c: char| !c.is_ascii() || " .(".contains(c);
        if digits == 0
            || digits > 12
            || !words[digits..].starts_with(runs_on)
            || opens_line
            || self.piece(words, span, column).known
        {
            return None;
        }
        // After the figure, or after the note that goes with it: 40(县级3次)(三) 接受培训人员数.
        let tail = &words[digits..];
        let note =
            tail.char_indices().find(|(_, c)| ")）".contains(*c)).map(|(at, c)| digits + at + c.len_utf8());
        let ends = note.into_iter().chain((1..=digits).rev());
        let known = ends
            .map(|at| (&words[..at], words[at..].trim_start()))
            .find(|(figure, rest)| matches!(cell(figure), Cell::Number(_)) && self.begins_row(rest));
        // No label that is known, but an enumerator: the forms have none above 9, so its digit is the last one.
        let marked = || {
            let apart = words[digits..].starts_with(char::is_whitespace);
            let at = if apart { digits } else { digits.checked_sub(1).filter(|&at| at > 0)? };
            let (figure, rest) = (&words[..at], words[at..].trim_start());
            let (mark, label) = enumerator(rest);
            (mark.is_some() && label.chars().filter(|c| !c.is_ascii()).count() >= 2).then_some((figure, rest))
        };
        known.or_else(marked)
    }

    /// Whether `words` are the label of a row, or open with an enumerator that no number can be part of.
    fn begins_row(&self, words: &str) -> bool {
        let (mark, bare) = marked(words);
        let opens = words.starts_with(|c: char| c.is_ascii_digit() || "(（".contains(c) || c.is_alphabetic());
        let is_row =
            [bare, head(bare)].iter().any(|label| self.known.is_row_marked(digest(&fold(label)), mark));
        opens && (is_row || mark.is_some_and(|mark| mark.style != Style::Arabic))
    }

    /// Whether a figure or a code stands behind the label.
    fn may_have_unit(&self) -> bool {
        let is_code_at = |token: &Token<'_>| is_code(self.document.slice(token.span));
        self.open.figures() > 0 || self.open.values.iter().any(is_code_at)
    }

    fn has_known_label(&self) -> bool {
        self.open.label.last().is_some_and(|piece| piece.known)
    }

    fn is_empty(&self) -> bool {
        self.open.label.is_empty() && self.open.values.is_empty()
    }

    /// Folds a label piece, once.
    fn piece(&mut self, words: &str, span: Span, column: u16) -> Piece {
        let (mark, bare) = marked(words);
        let start = self.folded.len();
        fold_into(bare, self.folded);
        let whole = digest(&self.folded[start..]);
        let folded = Span::new(start as u32, self.folded.len() as u32);
        // Behind its group a row has its own number: 本年度办理结果（一）予以公开.
        let own = numbered_inside(bare).filter(|(_, label)| self.known.is_row(digest(&fold(label))));
        let (mark, head) = own.map_or_else(|| (mark, head(bare)), |(mark, label)| (Some(mark), label));
        let head = if head.len() < bare.len() { digest(&fold(head)) } else { whole };
        let known = self.known.is_row(whole) || self.known.is_row(head);
        let heading = self.known.is_heading(whole);
        Piece { span, column, mark, folded, keys: [whole, head], known, heading }
    }

    /// Whether a piece, met after a value, opens the label of another row.
    fn opens_label(&self, words: &str, piece: &Piece) -> bool {
        let han = |words: &str| words.chars().filter(|c| !c.is_ascii()).count();
        match piece.mark {
            Some(mark) if mark.style == Style::Arabic => han(enumerator(words).1) >= 2,
            Some(_) => true,
            // In a stack nothing stands to the right of a row: words begin the next one.
            None => piece.known || piece.heading || (self.stacked && han(words) >= 2),
        }
    }

    fn label(&mut self, words: &'d str, span: Span, column: u16) {
        let piece = self.piece(words, span, column);
        let complete = self.has_known_label();
        let has_values = self.open.printed() > 0;
        // A bracket that is still open goes on in the next line.
        let goes_on = || {
            let cut =
                self.open.label.last().is_some_and(|last| !are_closed(&[self.document.slice(last.span)]));
            cut && piece.mark.is_none() && !piece.known && !piece.heading
        };
        if self.stacked && complete && !has_values && self.opens_label(words, &piece) && !goes_on() {
            // In a stack a row without figures is followed at once by the next label.
            self.close();
        }
        // A word in a value's place is a value; a complete label admits a short one in the first place (增).
        let is_serial = has_values && self.open.label.is_empty() && !self.stacked && self.open.figures() == 1;
        if is_serial {
            // A number before the label of its line numbers the row.
            self.open = Strip { has_serial: true, ..Strip::default() };
        }
        let has_values = has_values && !is_serial;
        if complete
            && self.open.unit.is_none()
            && (!has_values || self.may_have_unit())
            && let Some(unit) = classifier(words).filter(|_| !piece.known && !piece.heading)
        {
            // A unit that the statutory forms do not have: 卷, 期, 家.
            self.open.unit = Some(unit);
            return;
        }
        if complete && !has_values && is_code(words) {
            self.value(Printed::Words, span, column);
            return;
        }
        if has_values || (complete && words.chars().count() <= 2) {
            if !self.opens_label(words, &piece) {
                self.value(Printed::Words, span, column);
                return;
            }
            if has_values {
                self.close();
            }
        }
        self.open.values.clear();
        self.begin();
        self.open.label.push(piece);
    }

    fn value(&mut self, printed: Printed<'d>, span: Span, column: u16) {
        self.begin();
        // Digits and a point before a figure are no enumerator: the figure was cut there.
        let cut = self.open.label.len() > 1
            && self.open.values.is_empty()
            && matches!(printed, Printed::Number(_))
            && self.open.label.last().is_some_and(|last| is_cut_figure(self.document.slice(last.span)));
        if let Some(piece) = self.open.label.pop_if(|_| cut) {
            let head = Token { printed: Printed::Words, span: piece.span, column: piece.column };
            self.open.values.push(head);
        }
        // In a stack the place in the row is all there is of a column.
        let column = if self.stacked { self.open.values.len() as u16 } else { column };
        if self.open.values.is_empty() {
            self.open.values.reserve(USUAL_ROW);
        }
        self.open.values.push(Token { printed, span, column });
    }

    /// Notes the line in which a strip begins.
    fn begin(&mut self) {
        if self.is_empty() {
            self.open.line = self.line;
        }
    }

    fn close(&mut self) {
        let mut strip = std::mem::take(&mut self.open);
        if strip.label.is_empty() && strip.printed() == 0 {
            return;
        }
        strip.stacked = self.stacked;
        let rows = if self.stacked { self.torn_rows(&mut strip) } else { Vec::new() };
        if let Some(last) = strip.label.last() {
            strip.keys.push(last.keys[0]);
            if last.keys[1] != last.keys[0] {
                strip.keys.push(last.keys[1]);
            }
            strip.mark = strip.label.iter().rev().find_map(|piece| piece.mark);
        }
        // A label in pieces: all of them, or the last few, where headers stand before it in the same strip.
        for parts in 2..=strip.label.len().min(MOST_PIECES) {
            let last = &strip.label[strip.label.len() - parts..];
            strip.keys.push(digest_of(last.iter().map(|piece| piece.folded.text(self.folded))));
        }
        self.done.push(strip);
        self.done.extend(rows);
    }

    /// Rows of figures in a stack that do not belong to the label before them: several rows behind one label, or one
    /// behind the last column's label.
    fn torn_rows(&self, strip: &mut Strip<'d>) -> Vec<Strip<'d>> {
        // No row with a total has fewer.
        if strip.values.len() < LEAST_TOTALLED {
            return Vec::new();
        }
        let widths = self.known.widths();
        // The last column's label, behind others: a row's label would be the only one, or numbered.
        let is_header = |strip: &Strip<'_>| {
            let [above @ .., last] = &strip.label[..] else { return false };
            let columns = above.iter().filter(|piece| piece.heading).count();
            columns > 1 && last.heading && last.mark.is_none() && above.iter().all(|piece| !piece.known)
        };
        let header = is_header(strip) && widths.contains(&strip.values.len());
        let (torn, width) = match torn::rows_within(&strip.values, widths) {
            _ if header => (std::mem::take(&mut strip.values), None),
            Some(width) => (strip.values.split_off(width), Some(width)),
            None => return Vec::new(),
        };
        // One figure a line, up to the line at hand.
        let line = |left: usize| strip.line.max(self.line.saturating_sub(left));
        let width = width.unwrap_or(torn.len());
        let rows = torn.chunks(width).enumerate();
        rows.map(|(row, values)| torn::row(values, line(torn.len() - row * width))).collect()
    }

    /// Rows of figures that stand column by column.
    pub(crate) fn columns(&mut self, columns: &Columns<'d>, line: usize) {
        self.close();
        self.done.extend(columns.rows.iter().map(|values| torn::row(values, line)));
    }

    pub(crate) fn finish(mut self) {
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
        let is_value: Vec<bool> = words
            .iter()
            .map(|word| !matches!(cell(word), Cell::Words(_) | Cell::Glued(..)) || is_share(word))
            .collect();
        let mut at = 0;
        while at < words.len() {
            // A run of words up to the next value that is followed by values only, or by another row's label.
            let from = at;
            while at < words.len()
                && !(is_value[at]
                    && (are_closed(&words[from..at]) || stands_in_columns(text, &words[at - 1..]))
                    && self.run_ends_row(&words[at..], &is_value[at..]))
            {
                at += 1;
            }
            if at > from {
                let span = span_of(words[from], words[at - 1]);
                let label = self.document.slice(span);
                if label.contains("  ") && self.aligned(label, span, from as u16) {
                    // Columns of words, set apart by more than one blank.
                } else {
                    match self.led(label, span, from as u16, self.is_empty()) {
                        Some((digits, rest)) => {
                            self.cell(digits, span_of(digits, digits), from as u16);
                            self.label(rest, span_of(rest, rest), from as u16);
                        }
                        None => match cut_figure_behind(label) {
                            Some((label, figure)) => {
                                self.label(label, span_of(label, label), from as u16);
                                self.value(Printed::Words, span_of(figure, figure), at as u16);
                            }
                            None => self.label(label, span, from as u16),
                        },
                    }
                }
            }
            while at < words.len() && is_value[at] {
                self.cell(words[at], span_of(words[at], words[at]), at as u16);
                at += 1;
            }
        }
    }

    /// Takes a label that is set in columns piece by piece, unless it is one label with wide blanks in it.
    fn aligned(&mut self, label: &'d str, span: Span, column: u16) -> bool {
        let whole = self.piece(label, span, column);
        let is_plain = !whole.known && !whole.heading && cut_figure_behind(label).is_none();
        if !is_plain || self.led(label, span, column, self.is_empty()).is_some() {
            return false;
        }
        for part in label.split("  ").map(str::trim).filter(|part| !part.is_empty()) {
            match cell(part) {
                Cell::Words(_) | Cell::Glued(..) => self.label(part, self.within(span, part), column),
                // A bracket that is not closed in this line: what stands in columns behind it are figures.
                _ => self.cell(part, self.within(span, part), column),
            }
        }
        true
    }

    /// Whether the values at the beginning of `words` are a row's values and not part of its label.
    fn run_ends_row(&mut self, words: &[&str], is_value: &[bool]) -> bool {
        match words.iter().zip(is_value).find(|(_, is_value)| !**is_value) {
            None => true,
            Some((word, _)) => {
                let piece = self.piece(word, Span::default(), 0);
                let led = piece.mark.is_none() && self.led(word, Span::default(), 0, false).is_some();
                piece.mark.is_some() || piece.known || led
            }
        }
    }
}
