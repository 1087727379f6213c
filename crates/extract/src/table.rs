//! One table, from the strips of a document to the facts of the form.

use crate::align::{Match, align, is_next_line, strips_in};
use crate::bind::{Bound, Place as Slot, bind, joined};
use crate::columns::{Headers, headers};
use crate::plan::{RowPlan, TablePlan};
use crate::sheet::{Piece, Printed, Sheet, Strip, Token};
use crate::survey::{Survey, headings_in, rows_named};
use gongkai_document::Origin;
use gongkai_grammar::Oddity;
use gongkai_model::{
    Alternative, BoundBy, CellLabel, Choice, Diagnostic, Fact, Indicator, Locator, Message, Place, Presence,
    Reading, Severity, Status, ValueKind,
};
use gongkai_text::{Span, Unit};
use std::cmp::Reverse;
use std::ops::Range;

/// More figures than these that fit no cell of a row are listed as one stretch.
const MOST_SPARE: usize = 8;

/// What was read of one table. Facts follow the cells of the form; choices count from its first fact.
#[derive(Clone, Debug, Default)]
pub struct TableReading {
    /// One fact per cell of the form.
    pub facts: Vec<Fact>,
    /// Cells whose readings are still open.
    pub choices: Vec<Choice>,
    /// Strips that belong to a row, in order.
    pub strips: Vec<usize>,
    /// Strips made of headings and column labels only.
    pub headers: Vec<usize>,
    /// Values printed in a row's strips that no cell took.
    pub spare: Vec<Span>,
    /// What the reader has to say.
    pub diagnostics: Vec<Diagnostic>,
    /// Where the table stands.
    pub span: Option<Place>,
}

impl TableReading {
    /// A table of which nothing was found.
    pub fn missing(table: &TablePlan) -> Self {
        let cells = table.cells.iter().zip(&table.labels);
        let facts = cells.map(|(&indicator, &label)| Fact::not_found_at(indicator, label)).collect();
        Self { facts, ..Self::default() }
    }

    /// How many cells were found, blank ones included.
    pub fn found(&self) -> usize {
        self.facts.iter().filter(|fact| fact.presence != Presence::NotFound).count()
    }
}

/// Reads `table` where `survey` saw it.
pub fn read_table(table: &TablePlan, sheet: &Sheet<'_>, survey: &Survey) -> TableReading {
    let mut reader = Reader { table, sheet, reading: TableReading::missing(table), claimed: Vec::new() };
    if table.is_unlabelled() {
        reader.unlabelled(survey);
    } else {
        reader.labelled(survey);
    }
    reader.finish(survey)
}

struct Reader<'a, 'd> {
    table: &'a TablePlan,
    sheet: &'a Sheet<'d>,
    reading: TableReading,
    /// Strips that belong to a row.
    claimed: Vec<usize>,
}

impl<'d> Reader<'_, 'd> {
    fn labelled(&mut self, survey: &Survey) {
        let matches = align(self.table, self.sheet, survey);
        self.claimed = matches.iter().flatten().flat_map(|found| found.strips.iter().copied()).collect();
        self.claimed.sort_unstable();
        let headers = self.block_headers(survey, matches);
        let starts = self.starts(matches);
        for (at, found) in matches.iter().enumerate() {
            let row = &self.table.rows[at];
            let (Some(found), true) = (found, row.cells > 0) else { continue };
            let headers = headers[row.block].as_ref();
            let start = self.expected_start(&starts, found).or(headers.map(|headers| headers.start));
            let natural: Vec<usize> = (0..row.cells).collect();
            let order = headers.map_or(natural.as_slice(), |headers| headers.order.as_slice());
            let mut bound = bind(self.sheet, &found.strips, row.cells, start);
            self.stray_digits(found, &mut bound);
            self.repeated(at, found, &mut bound);
            self.write(row, &bound, order, found.how, self.unit_of(found));
            // Known by its place alone, a row is a guess that arithmetic may bear out and nothing else can.
            let by_place = found.how == BoundBy::Position && !found.is_counted;
            if bound.is_guess || by_place || !self.is_anchored(at, matches) {
                self.leave_open(at);
            }
        }
    }

    /// Whether it is plain which of the rows with one label (（二）被依法纠错数 stands under 四 and under 五) this is: it
    /// follows, without a gap, a row whose label is its own.
    fn is_anchored(&self, row: usize, matches: &[Option<Match>]) -> bool {
        let has_twin = |row: usize| {
            let keys = &self.table.rows[row].keys;
            self.table.rows.iter().enumerate().any(|(at, other)| at != row && other.keys == *keys)
        };
        let mut at = row;
        while has_twin(at) {
            match at.checked_sub(1) {
                Some(above) if matches[above].is_some() => at = above,
                _ => return false,
            }
        }
        true
    }

    /// Keeps what was read of a row, as a candidate beside nothing.
    fn leave_open(&mut self, row: usize) {
        let row = &self.table.rows[row];
        for fact in &mut self.reading.facts[row.first_cell..row.first_cell + row.cells] {
            fact.status = Status::Ambiguous;
            fact.candidates = vec![String::new()];
            fact.candidates.extend(fact.value.map(|value| value.to_string()));
        }
    }

    /// A table of one row without a label: the first run of enough values below its headings.
    fn unlabelled(&mut self, survey: &Survey) {
        let Some(at) = self.table.rows.iter().position(|row| row.cells > 0) else { return };
        let row = &self.table.rows[at];
        let region = strips_in(self.sheet, &survey.lines);
        // In one line with other tables the values are those behind the headings.
        let headings = |at: &usize| headings_in(self.table, self.sheet, &(*at..at + 1));
        let below = region.clone().max_by_key(|at| (headings(at), Reverse(*at)));
        let strips = below.filter(|at| headings(at) > 2).unwrap_or(region.start)..region.end;
        let mut rows: Vec<Vec<usize>> = Vec::new();
        let mut run: Vec<usize> = Vec::new();
        let mut printed = 0;
        for at in strips {
            let strip = &self.sheet.strips[at];
            if strip.printed() * 4 >= row.cells * 3 {
                rows.push(vec![at]);
            }
            // A row cut over lines: values without labels, one line after the other.
            let numeric = strip.printed() > 0 && strip.numbers() * 2 >= strip.printed();
            if numeric
                && (strip.label.is_empty() || run.is_empty())
                && printed + strip.printed() <= row.cells + 1
            {
                run.push(at);
                printed += strip.printed();
            } else if rows.is_empty() {
                run.clear();
                printed = 0;
                if numeric && strip.printed() <= row.cells {
                    run.push(at);
                    printed = strip.printed();
                }
            }
            if printed >= row.cells && rows.is_empty() && run.len() > 1 {
                rows.push(std::mem::take(&mut run));
            }
        }
        let Some(first) = rows.first() else { return };
        let mut first = first.clone();
        if let [only] = first[..] {
            self.gather(only, row.cells, &mut first);
        }
        let mut bound = bind(self.sheet, &first, row.cells, None);
        let found = Match { strips: first.clone(), how: BoundBy::Position, is_counted: true };
        self.stray_digits(&found, &mut bound);
        for other in rows.iter().skip(1).filter(|other| !other.iter().any(|at| first.contains(at))) {
            let again = bind(self.sheet, other, row.cells, None);
            if !same_figures(&again.cells, &bound.cells) {
                bound.others.push((again.cells, 2));
            }
        }
        let values_at = first[0];
        self.claimed = rows.into_iter().flatten().chain(first).collect();
        self.claimed.sort_unstable();
        let natural: Vec<usize> = (0..row.cells).collect();
        self.write(row, &bound, &natural, BoundBy::Position, None);
        if bound.is_guess || self.headers_contradict(region.start..values_at) {
            self.leave_open(at);
        }
    }

    /// Whether the column labels above stand in another order than on the form: within a block of columns a label is
    /// followed by one that the form prints before it.
    fn headers_contradict(&self, strips: Range<usize>) -> bool {
        let Some(columns) = self.table.columns.first() else { return false };
        let place = |piece: &Piece| {
            let words = self.sheet.folded(piece);
            columns.iter().position(|printings| printings.iter().any(|label| label == words))
        };
        let last = columns.last();
        self.sheet.strips[strips].iter().any(|strip| {
            let seen: Vec<usize> = strip.label.iter().filter_map(place).collect();
            seen.windows(2).any(|pair| pair[1] <= pair[0] && Some(&columns[pair[0]]) != last)
        })
    }

    /// Adds the neighbours without labels that complete the values of strip `at`.
    fn gather(&self, at: usize, n: usize, group: &mut Vec<usize>) {
        let mut printed = self.sheet.strips[at].printed();
        let is_part = |strip: &Strip<'_>| strip.label.is_empty() && strip.printed() > 0;
        for next in at + 1..self.sheet.strips.len().min(at + 3) {
            let strip = &self.sheet.strips[next];
            if printed >= n || !is_part(strip) || printed + strip.printed() > n + 1 {
                break;
            }
            printed += strip.printed();
            group.push(next);
        }
        for before in (at.saturating_sub(2)..at).rev() {
            let strip = &self.sheet.strips[before];
            if printed >= n || !is_part(strip) || printed + strip.printed() > n + 1 {
                break;
            }
            printed += strip.printed();
            group.insert(0, before);
        }
    }

    /// What the headers say, per block, from the lines between its first row and the rows above.
    fn block_headers(&self, survey: &Survey, matches: &[Option<Match>]) -> Vec<Option<Headers>> {
        let mut above = survey.lines.start;
        let mut all: Vec<Option<Headers>> = Vec::new();
        for block in 0..self.table.form.blocks.len() {
            let rows = self.table.rows.iter().zip(matches).filter(|(row, _)| row.block == block);
            let lines: Vec<usize> = rows
                .filter_map(|(_, found)| Some(self.sheet.strips[found.as_ref()?.strips[0]].line))
                .collect();
            let (first, last) = (lines.iter().min(), lines.iter().max());
            let mut found =
                first.and_then(|&first| headers(self.table, block, self.sheet, above.min(first)..first));
            // Blocks that go on under the same columns have no header of their own.
            if found.is_none() && block > 0 && self.table.columns[block] == self.table.columns[block - 1] {
                found = all.last().cloned().flatten();
            }
            all.push(found);
            above = last.map_or(above, |last| last + 1);
        }
        all
    }

    /// Of every complete row: label column, number of grid columns, column of its first value.
    fn starts(&self, matches: &[Option<Match>]) -> Vec<(usize, usize, u16)> {
        let rows = self.table.rows.iter().zip(matches);
        let complete = rows.filter_map(|(row, found)| {
            let [strip] = found.as_ref()?.strips[..] else { return None };
            let strip = &self.sheet.strips[strip];
            let first = strip.values.iter().find(|token| token.is_printed())?;
            (strip.printed() == row.cells).then(|| (shape(strip), first.column))
        });
        complete.map(|((label, width), first)| (label, width, first)).collect()
    }

    /// Where values begin in rows of the same shape, when they all agree.
    fn expected_start(&self, starts: &[(usize, usize, u16)], found: &Match) -> Option<u16> {
        let [strip] = found.strips[..] else { return None };
        let wanted = shape(&self.sheet.strips[strip]);
        let mut like =
            starts.iter().filter(|(label, width, _)| (*label, *width) == wanted).map(|start| start.2);
        let first = like.next()?;
        like.all(|other| other == first).then_some(first)
    }

    /// A line of bare digits right below a row may be the end of its last number, or the figure of a cell that
    /// looks blank: then both readings stay.
    fn stray_digits(&self, found: &Match, bound: &mut Bound<'d>) {
        let Some(&last) = found.strips.last() else { return };
        let Some(below) = self.sheet.strips.get(last + 1) else { return };
        let Some((stray, rest)) = below.values.split_first() else { return };
        if !below.label.is_empty()
            || rest.iter().any(Token::is_printed)
            || self.claimed.binary_search(&(last + 1)).is_ok()
        {
            return;
        }
        let Some(Some(end)) = bound.cells.last().copied() else { return };
        let whole = if end.is_printed() {
            // A page number stands apart; the rest of a number stands in the next line.
            joined(self.sheet, end, *stray).filter(|_| is_next_line(self.sheet, last, last + 1))
        } else {
            Some(*stray)
        };
        if let Some(whole) = whole {
            let mut other = bound.cells.clone();
            if let Some(slot) = other.last_mut() {
                *slot = Some(whole);
            }
            bound.others.push((other, 1));
        }
    }

    /// A row printed twice with different figures is two readings.
    fn repeated(&self, row: usize, found: &Match, bound: &mut Bound<'d>) {
        let plan = &self.table.rows[row];
        let Some(&own) = found.strips.first() else { return };
        let line = self.sheet.strips[own].line;
        let near = line.saturating_sub(30)..(line + 30).min(self.sheet.lines.len());
        for at in strips_in(self.sheet, &near) {
            let strip = &self.sheet.strips[at];
            if self.claimed.binary_search(&at).is_ok()
                || strip.figures() == 0
                || !rows_named(self.table, strip).any(|it| it == row)
            {
                continue;
            }
            let again = bind(self.sheet, &[at], plan.cells, None);
            let is_row = again.cells.iter().all(Option::is_some);
            if is_row && !same_figures(&again.cells, &bound.cells) {
                bound.others.push((again.cells, 2));
            }
        }
    }

    fn unit_of(&self, found: &Match) -> Option<Unit> {
        found.strips.iter().find_map(|&at| self.sheet.strips[at].unit)
    }

    /// Writes a row's cells into the facts; `order` maps printed places to columns of the form.
    fn write(&mut self, row: &RowPlan, bound: &Bound<'d>, order: &[usize], how: BoundBy, unit: Option<Unit>) {
        for (slot, cell) in bound.cells.iter().enumerate() {
            let at = row.first_cell + order.get(slot).copied().unwrap_or(slot);
            if let Some(token) = cell {
                let fact = self.fact(self.table.cells[at], *token, how, unit);
                self.reading.facts[at] = Fact { label: self.table.labels[at], ..fact };
            }
        }
        let spare = bound.spare.iter().map(|token| token.span);
        if bound.spare.len() > MOST_SPARE {
            // A row of thousands of figures is one thing left over, not thousands.
            self.reading.spare.extend(spare.reduce(Span::cover));
        } else {
            self.reading.spare.extend(spare);
        }
        let others: Vec<_> =
            bound.others.iter().filter(|(cells, _)| !same_figures(cells, &bound.cells)).collect();
        if others.is_empty() || bound.is_guess {
            return;
        }
        let cell_of = |slot: usize| row.first_cell + order.get(slot).copied().unwrap_or(slot);
        let alternative = |cells: &[Slot<'d>], cost| Alternative {
            readings: cells
                .iter()
                .enumerate()
                .map(|(slot, cell)| self.reading_of(self.table.cells[cell_of(slot)], *cell))
                .collect(),
            cost,
        };
        let mut alternatives = vec![alternative(&bound.cells, 0)];
        alternatives.extend(others.into_iter().map(|(cells, cost)| alternative(cells, *cost)));
        let facts: Vec<usize> = (0..bound.cells.len()).map(cell_of).collect();
        for (slot, &at) in facts.iter().enumerate() {
            let mut candidates: Vec<String> =
                alternatives.iter().map(|way| way.readings[slot].candidate()).collect();
            candidates.sort();
            candidates.dedup();
            if candidates.len() > 1 {
                self.reading.facts[at].status = Status::Ambiguous;
                self.reading.facts[at].candidates = candidates;
            }
        }
        self.reading.choices.push(Choice { facts, alternatives, kind: bound.kind });
    }

    fn reading_of(&self, indicator: Indicator, cell: Slot<'d>) -> Reading {
        match cell {
            None => Reading { presence: Presence::NotFound, value: None, raw: String::new(), span: None },
            Some(token) => {
                let fact = self.fact(indicator, token, BoundBy::Label, None);
                Reading { presence: fact.presence, value: fact.value, raw: fact.raw, span: fact.span }
            }
        }
    }

    fn fact(&self, indicator: Indicator, token: Token<'d>, bound_by: BoundBy, unit: Option<Unit>) -> Fact {
        let mut fact = Fact::not_found_at(indicator, CellLabel::default());
        self.sheet.document.slice(token.span).clone_into(&mut fact.raw);
        fact.span = Some(self.place(token.span));
        fact.locator = self.locator(token.span.start);
        fact.bound_by = bound_by;
        fact.status = Status::Read;
        fact.presence = match token.printed {
            Printed::Blank => Presence::Blank,
            Printed::Dash => Presence::Dash,
            Printed::NotApplicable => Presence::NotApplicable,
            Printed::Words | Printed::Run(_) => Presence::Text,
            Printed::Number(_) => Presence::Number,
        };
        // A unit column says what is counted; it must not turn people into cases.
        fact.unit = unit.or(fact.unit);
        let Printed::Number(number) = token.printed else { return fact };
        fact.value = Some(number.value);
        fact.unit = number.unit.or(fact.unit);
        fact.note = number.note.map(str::to_owned);
        match number.oddity {
            Some(Oddity::RunTogether) => {
                fact.status = Status::Ambiguous;
                fact.candidates = vec![number.value.to_string()];
            }
            Some(_) => fact.status = Status::Repaired,
            None => {}
        }
        let negative = number.value.is_negative() && indicator.kind() != ValueKind::SignedCount;
        let fraction = number.value.to_i64().is_none() && indicator.kind() != ValueKind::Amount;
        if negative || fraction {
            // No count is negative or broken: the sign or the point may be a flaw of the copy.
            fact.status = Status::Ambiguous;
            let bare = number.value.to_string();
            fact.candidates = vec![bare.replace(['-', '.'], ""), bare];
        } else if indicator.unit().is_none()
            && fact.unit.is_none()
            && indicator.kind() == ValueKind::Amount
            && !number.value.is_zero()
        {
            fact.status = Status::Ambiguous;
            fact.candidates = vec![Unit::YUAN.label().to_owned(), Unit::TEN_THOUSAND_YUAN.label().to_owned()];
        }
        fact
    }

    fn locator(&self, offset: u32) -> Option<Locator> {
        let document = self.sheet.document;
        Some(match document.origin(offset)? {
            Origin::Page(page) => Locator { page: Some(page), sheet: None, cell: None },
            Origin::Sheet { sheet, row, column } => Locator {
                page: None,
                sheet: document.sheets().get(usize::from(sheet)).cloned(),
                cell: Some(format!("{}{}", column_letters(column), row + 1)),
            },
        })
    }

    fn place(&self, span: Span) -> Place {
        Place::of(span, self.sheet.document.text(), self.sheet.document.lines())
    }

    /// Notes where the table stands and which strips are its headers.
    fn finish(mut self, survey: &Survey) -> TableReading {
        let Some((&first, &last)) = self.claimed.first().zip(self.claimed.last()) else {
            return self.reading;
        };
        let lines: Range<usize> = self.sheet.strips[first].line..self.sheet.strips[last].line + 1;
        let whole =
            self.sheet.lines[lines].iter().map(|line| line.span).reduce(Span::cover).unwrap_or_default();
        self.reading.span = Some(self.place(whole));
        let headers = strips_in(self.sheet, &survey.lines)
            .filter(|&at| self.is_header(&self.sheet.strips[at]))
            .collect();
        self.reading.headers = headers;
        self.reading.strips = self.claimed;
        self.reading
    }

    /// Whether a strip is made of headings and column labels only.
    fn is_header(&self, strip: &Strip<'_>) -> bool {
        strip.figures() == 0
            && strip.label.iter().all(|piece| {
                let words = self.sheet.folded(piece);
                let is_column = self
                    .table
                    .columns
                    .iter()
                    .flatten()
                    .flatten()
                    .any(|label| words.contains(label.as_str()) && !label.is_empty());
                is_column
                    || self.table.headings.iter().any(|heading| {
                        let part = words.chars().count() >= 4 && heading.contains(words);
                        part || words.contains(heading.as_str())
                    })
            })
    }
}

/// The letters of a spreadsheet column: 0 is A, 26 is AA.
fn column_letters(column: u32) -> String {
    let letter = char::from(b'A' + (column % 26) as u8);
    match column / 26 {
        0 => letter.to_string(),
        more => column_letters(more - 1) + &letter.to_string(),
    }
}

/// What rows of one layout have in common: column of the last label piece, number of grid columns.
fn shape(strip: &Strip<'_>) -> (usize, usize) {
    let label = strip.label.last().map_or(0, |piece| usize::from(piece.column) + 1);
    let width = strip.values.last().map_or(0, |token| usize::from(token.column) + 1);
    (label, width)
}

/// Whether two readings of a row print the same figures and the same blanks.
fn same_figures(left: &[Slot<'_>], right: &[Slot<'_>]) -> bool {
    let same = |a: &Slot<'_>, b: &Slot<'_>| match (a, b) {
        (Some(a), Some(b)) => match (a.printed, b.printed) {
            (Printed::Number(a), Printed::Number(b)) => a.value == b.value,
            (a, b) => std::mem::discriminant(&a) == std::mem::discriminant(&b),
        },
        (None, None) => true,
        _ => false,
    };
    left.len() == right.len() && left.iter().zip(right).all(|(a, b)| same(a, b))
}

/// A note that a damaged cell was read all the same.
pub(crate) fn repaired_note(fact: &Fact) -> Diagnostic {
    let value = fact.value.map(|value| value.to_string()).unwrap_or_default();
    Diagnostic {
        code: "damaged-cell".into(),
        severity: Severity::Note,
        message: Message::new(
            format!("“{}”应为数字，原文为“{}”，按{value}读取", fact.label, fact.raw),
            format!(
                "expected a plain number for {}, found {:?}; read as {value}",
                fact.indicator.name(),
                fact.raw
            ),
        ),
        span: fact.span,
    }
}
