//! One table, from the strips of a document to the facts of the form.

mod cells;
mod doubt;
mod edge;
pub(crate) mod notes;
pub(crate) mod reading;
mod unlabelled;

use crate::columns::bind::{
    Bound, CROWDED, Place as Slot, bind, bind_below, bind_values, is_crowded, joined,
};
use crate::columns::foreign::Beside;
use crate::columns::header::words_before;
use crate::columns::layout::Layout;
use crate::columns::leading::Leading;
use crate::columns::named::foreign;
use crate::columns::numbering::Numbering;
use crate::columns::order::{Heads, order_in_words};
use crate::columns::variant::lacks_columns;
use crate::form::plan::{RowPlan, TablePlan};
use crate::rows::align::{align, is_next_line};
use crate::rows::rival::has_rival;
use crate::rows::survey::{Match, Survey, rows_named};
use crate::strips::sheet::Sheet;
use crate::strips::strip::{Piece, Printed, Strip, Token};
use crate::table::notes::repeats_dropped;
use crate::table::reading::TableReading;
use gongkai_grammar::Number;
use gongkai_model::{BoundBy, ChoiceKind, Measure, ValueKind};
use gongkai_text::{Decimal, Span, Unit};
use std::cell::OnceCell;
use std::ops::Range;

/// What stands over labels and units in a list, whatever the form.
const HEADERS_OF_ANY_FORM: &[&str] =
    &["指标", "指标名称", "统计指标", "项目", "名称", "内容", "单位", "计量单位"];

/// Reads `table` where `survey` saw it.
pub fn read_table(table: &TablePlan, sheet: &Sheet<'_>, survey: &Survey) -> TableReading {
    sheet.budget.spend(table.cells.len() + sheet.strips_in(&survey.lines).len());
    if let Some(narrow) = table.narrow.as_deref().filter(|narrow| lacks_columns(table, narrow, sheet, survey))
    {
        let survey = Survey { alignment: OnceCell::new(), ..survey.clone() };
        return read_table(narrow, sheet, &survey).widened(narrow, table);
    }
    let mut reader = Reader { table, sheet, reading: TableReading::missing(table), claimed: Vec::new() };
    if table.is_unlabelled() {
        reader.unlabelled(survey);
    } else {
        reader.labelled(survey);
    }
    reader.finish(survey)
}

/// Reads one table.
pub(crate) struct Reader<'a, 'd> {
    pub(crate) table: &'a TablePlan,
    pub(crate) sheet: &'a Sheet<'d>,
    pub(crate) reading: TableReading,
    /// Strips that belong to a row.
    pub(crate) claimed: Vec<usize>,
}

impl<'d> Reader<'_, 'd> {
    fn labelled(&mut self, survey: &Survey) {
        let matches = align(self.table, self.sheet, survey);
        self.claimed = matches.iter().flatten().flat_map(|found| found.strips.iter().copied()).collect();
        self.claimed.sort_unstable();
        let heads = self.block_heads(survey, matches);
        let foreign = foreign(self.table, self.sheet, survey);
        let layout = Layout::of(self.table, self.sheet, matches);
        let numbering = Numbering::of(self.table, self.sheet, matches);
        let is_numbered_without_cuts = self.is_numbered_without_cuts(matches);
        let pairs = self.table.rows.iter().zip(matches);
        let cut = pairs.filter(|(row, found)| {
            row.cells > 1 && found.as_ref().is_some_and(|found| self.is_cut_by_blanks(found, row.cells))
        });
        let is_cut_by_blanks = 2 * cut.count() > matches.iter().flatten().count();
        let crowded = |(row, found): (&RowPlan, &Option<Match>)| {
            let strips = found.iter().flat_map(|found| &found.strips).map(|&at| &self.sheet.strips[at]);
            let mut drawn = strips.filter(|strip| row.cells > 0 && !strip.stacked);
            drawn.any(|strip| is_crowded(self.sheet, strip, row.cells))
        };
        let is_crowded = self.table.rows.iter().zip(matches).any(crowded);
        let again = self.printed_again();
        let totals_printed = self.prints_totals(matches);
        let leaves_figures = self.leaves_figures(matches);
        for (at, found) in matches.iter().enumerate() {
            let row = &self.table.rows[at];
            let (Some(found), true) = (found, row.cells > 0) else { continue };
            let heads = &heads[row.block];
            let headers = heads.headers.as_ref();
            let width = self.sheet.grid_width(self.sheet.strips[found.strips[0]].line);
            let like = headers.filter(|headers| headers.width == width);
            let elsewhere = is_crowded.then_some(CROWDED);
            let places =
                layout.expected(self.sheet, found, row.cells).or(like.map(|it| &it.places[..])).or(elsewhere);
            let natural: Vec<usize> = (0..row.cells).collect();
            let order = headers.map_or(natural.as_slice(), |headers| headers.order.as_slice());
            let code = self.code_of(found, heads.codes, numbering.as_ref(), row.cells);
            let few = heads.few.as_ref().filter(|_| !layout.has_complete(row.cells));
            let printed =
                || found.strips.iter().map(|&at| &self.sheet.strips[at]).filter(|it| it.printed() > 0);
            let in_few = few
                .filter(|_| printed().count() == 1)
                .and_then(|few| printed().next().and_then(|strip| few.bind(self.sheet, strip, row.cells)));
            let is_beside_few = few.is_some() && in_few.is_none() && printed().next().is_some();
            let beside = foreign.beside(self.sheet, &found.strips, code);
            let is_among_foreign = matches!(beside, Beside::Unknown);
            let mut bound = match (in_few, beside) {
                (Some(cells), _) => Bound { cells, ..Bound::default() },
                (None, Beside::Without(values, others)) => {
                    let mut bound = bind_values(self.sheet, &values, row.cells);
                    bound.spare.extend(others);
                    bound
                }
                (None, _) => bind_below(self.sheet, &found.strips, row.cells, places, (code, &heads.copies)),
            };
            if let (None, Some(window)) = (code, layout.window(self.sheet, found, row.cells)) {
                bound.keep(|cells| cells.iter().flatten().eq(window));
            }
            self.year_within_cumulative(row, order, &mut bound);
            self.signs_in_signed_columns(row, order, &mut bound);
            self.stray_digits(found, &mut bound);
            self.digits_above(found, &mut bound);
            let lost_figures = leaves_figures || self.sheet.drops_repeats;
            if self.is_label_alone(found) && (lost_figures || self.is_before_figures(found)) {
                // Its figures may be those that no row took, or are gone.
                continue;
            }
            self.repeated(at, found, &again, &mut bound);
            // A code may be among the digits, or a cell may be empty: no way to divide them is right then.
            let glued = bound.kind == ChoiceKind::Separation
                && (is_numbered_without_cuts || is_cut_by_blanks && !self.is_cut_by_blanks(found, row.cells));
            let is_lost = self.lost_its_place(row, found, &bound);
            // What all the readings have in common is a guess then too.
            let is_borrowed = heads.is_doubtful
                || is_among_foreign
                || self.is_borrowed(at, found, matches)
                || self.is_beside_figures(found, &bound, leaves_figures)
                || self.is_cut_off(row, found, &bound, matches);
            if glued || is_borrowed || is_lost && bound.kind == ChoiceKind::Separation {
                bound.others.clear();
            }
            self.write(row, &bound, order, found.how, self.unit_of(found));
            // Known by its place alone, a row is a guess that arithmetic may bear out and nothing else can.
            let by_place = found.how == BoundBy::Position && !found.is_counted;
            if bound.is_guess
                || by_place
                || glued
                || has_rival(self.table, self.sheet, matches, at)
                || is_lost
                || is_borrowed
                || is_beside_few
                || self.is_shifted(found, &bound, totals_printed)
                || !self.is_anchored(at, matches)
                || self.is_beheaded(at, found)
            {
                self.leave_open(at);
            }
            self.leave_cut_figure_open((at, row), &bound, order, matches);
        }
        self.rows_beyond_the_variant(matches, &survey.lines);
    }

    /// Notes which optional rows this printing of the form does not have: the rows before and after them stand next
    /// to each other, or the table ends. Where anything unclaimed stands between, that may be the row.
    fn rows_beyond_the_variant(&mut self, matches: &[Option<Match>], lines: &Range<usize>) {
        if !self.table.rows.iter().any(|row| row.is_optional) {
            return;
        }
        let last_of = |found: &Match| found.strips.last().copied();
        for (at, row) in self.table.rows.iter().enumerate() {
            if !row.is_optional || matches[at].is_some() {
                continue;
            }
            let before = matches[..at].iter().flatten().filter_map(last_of).max();
            let after = matches[at + 1..].iter().flatten().map(|found| found.strips[0]).min();
            let Some(before) = before else { continue };
            // The document ends where the table should go on: the row may have stood there.
            if after.is_none() && self.goes_on_after(row.first_cell, matches) {
                continue;
            }
            let is_free = |at: &usize| {
                let strip = &self.sheet.strips[*at];
                // Behind the last row stands prose; only figures may be rows of the table.
                let may_be_row = after.is_some() || strip.figures() > 0;
                let is_claimed = self.claimed.binary_search(at).is_ok();
                may_be_row && !is_claimed && !strip.span().is_empty() && !self.is_header(strip)
            };
            let after = after.unwrap_or_else(|| self.sheet.strips_in(lines).end);
            if before < after && !(before + 1..after).any(|at| is_free(&at)) {
                for fact in &mut self.reading.facts[row.first_cell..row.first_cell + row.cells] {
                    fact.bound_by = BoundBy::RowAbsent;
                }
            }
        }
    }

    /// Digits without separators divide so that no year exceeds the time since the beginning, where any division does.
    fn year_within_cumulative(&self, row: &RowPlan, order: &[usize], bound: &mut Bound<'d>) {
        let measures = &self.table.measures[row.first_cell..row.first_cell + row.cells];
        let place = |measure| (0..row.cells).find(|&slot| measures[order[slot]] == measure);
        let Some((year, all)) = place(Measure::Year).zip(place(Measure::Cumulative)) else { return };
        let value = |cell: &Slot<'d>| number(cell).map(|number| number.value);
        let fits =
            |cells: &[Slot<'d>]| value(&cells[year]).zip(value(&cells[all])).is_none_or(|(y, a)| y <= a);
        bound.divided(fits);
    }

    /// Digits without separators divide so that a sign stands before a figure that may have one; and among whatever
    /// places a figure may stand in, a printed plus says that it is a change.
    fn signs_in_signed_columns(&self, row: &RowPlan, order: &[usize], bound: &mut Bound<'d>) {
        let indicators = &self.table.cells[row.first_cell..row.first_cell + row.cells];
        let may_sign = |slot: usize| indicators[order[slot]].kind() == ValueKind::SignedCount;
        let fits = |cells: &[Slot<'d>], has_sign: &dyn Fn(&Slot<'d>) -> bool| {
            cells.iter().enumerate().all(|(slot, cell)| !has_sign(cell) || may_sign(slot))
        };
        let has_sign = |cell: &Slot<'d>| number(cell).is_some_and(|it| it.signed);
        bound.divided(|cells| fits(cells, &has_sign));
        let text = |cell: &Slot<'d>| cell.map_or("", |token| self.sheet.document.slice(token.span));
        let has_plus = |cell: &Slot<'d>| has_sign(cell) && text(cell).trim_start().starts_with(['+', '＋']);
        if !bound.others.is_empty() {
            bound.keep(|cells| fits(cells, &has_plus));
        }
    }

    /// What stands above each block, in the lines between its first row and the rows above.
    fn block_heads(&self, survey: &Survey, matches: &[Option<Match>]) -> Vec<Heads> {
        let mut above = survey.lines.start;
        let mut all: Vec<Heads> = Vec::new();
        for block in 0..self.table.form.blocks.len() {
            let rows = || self.table.rows.iter().zip(matches).filter(|(row, _)| row.block == block);
            let lines: Vec<usize> = rows()
                .filter_map(|(_, found)| Some(self.sheet.strips[found.as_ref()?.strips[0]].line))
                .collect();
            let (first, last) = (lines.iter().min(), lines.iter().max());
            let mut heads = first.map_or_else(Heads::default, |&first| {
                Heads::of(self.table, block, self.sheet, above.min(first)..first)
            });
            // Blocks that go on under the same columns have no header of their own.
            let above_it = all
                .last()
                .filter(|_| block > 0 && self.table.columns[block] == self.table.columns[block - 1]);
            // Without a grid only the order of the words before the first row tells.
            if heads.headers.is_none()
                && let Some(first) = rows().filter_map(|(_, found)| Some(found.as_ref()?.strips[0])).min()
            {
                heads.headers = order_in_words(self.table, block, &words_before(self.sheet, first));
                let above = self.sheet.strips_in(&survey.lines).start.min(first)..first + 1;
                let is_told = heads.headers.is_some() || above_it.is_some_and(|it| it.headers.is_some());
                let leading = || Leading::of(self.table, block, self.sheet, matches, above);
                match if is_told { Leading::No } else { leading() } {
                    Leading::Yes(headers) => heads.headers = Some(headers),
                    Leading::Perhaps => heads.is_doubtful = heads.few.is_none(),
                    Leading::No => {}
                }
            }
            if let Some(above) = above_it {
                let is_named = heads.headers.is_some() || heads.few.is_some();
                heads.few = heads.few.or_else(|| above.few.clone().filter(|_| !is_named));
                heads.headers = heads.headers.or_else(|| above.headers.clone());
                heads.is_doubtful |= above.is_doubtful;
            }
            all.push(heads);
            above = last.map_or(above, |last| last + 1);
        }
        all
    }

    /// Which of a row's values is its code or number: the one in the column of codes, or the one that goes on counting.
    fn code_of(
        &self,
        found: &Match,
        column: Option<u16>,
        numbering: Option<&Numbering>,
        cells: usize,
    ) -> Option<usize> {
        let [only] = found.strips[..] else { return None };
        let strip = &self.sheet.strips[only];
        match column {
            Some(column) => strip.values.iter().position(|token| token.column == column),
            None => numbering?.place_in(strip, only, cells),
        }
    }

    /// A line of bare digits right below a row may be the end of its last number, or the figure of a cell that
    /// looks blank: then both readings stay.
    pub(crate) fn stray_digits(&self, found: &Match, bound: &mut Bound<'d>) {
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
            Some(*stray).filter(|_| !self.is_page_number(last + 1, found, bound.cells.len()))
        };
        if let Some(whole) = whole {
            let mut other = bound.cells.clone();
            if let Some(slot) = other.last_mut() {
                *slot = Some(whole);
            }
            bound.others.push((other, 1));
        }
    }

    /// The line above a row may hold the first digits of its last number, where the last ones stand in the line below:
    /// 11, then the row, then 4.
    fn digits_above(&self, found: &Match, bound: &mut Bound<'d>) {
        let (Some(&first), Some(&last)) = (found.strips.first(), found.strips.last()) else { return };
        let Some(above) = first.checked_sub(1).filter(|above| self.is_bare(*above)) else { return };
        let ([head], Some(Some(end))) = (&self.sheet.strips[above].values[..], bound.cells.last().copied())
        else {
            return;
        };
        let is_apart = last > first && self.sheet.strips[last].values.contains(&end);
        if !is_apart || !is_next_line(self.sheet, above, first) {
            return;
        }
        if let Some(whole) = joined(self.sheet, *head, end) {
            let mut other = bound.cells.clone();
            if let Some(slot) = other.last_mut() {
                *slot = Some(whole);
            }
            bound.others.push((other, 1));
        }
    }

    /// The strips with figures that no row took and whose labels are a row's, each with that row.
    fn printed_again(&self) -> Vec<(usize, usize)> {
        let strips = self.sheet.strips.iter().enumerate();
        let free = strips.filter(|(at, strip)| {
            !strip.keys.is_empty() && strip.figures() > 0 && self.claimed.binary_search(at).is_err()
        });
        free.flat_map(|(at, strip)| rows_named(self.table, strip).map(move |row| (at, row))).collect()
    }

    /// A row printed twice with different figures is two readings; `again` are the strips [printed
    /// again](Self::printed_again).
    fn repeated(&self, row: usize, found: &Match, again: &[(usize, usize)], bound: &mut Bound<'d>) {
        let plan = &self.table.rows[row];
        let Some(&own) = found.strips.first() else { return };
        let line = self.sheet.strips[own].line;
        let near = line.saturating_sub(30)..(line + 30).min(self.sheet.lines.len());
        let near = self.sheet.strips_in(&near);
        for &(at, _) in again.iter().filter(|(at, named)| *named == row && near.contains(at)) {
            // So many places are another table's row, below a label that both tables have (总计).
            if self.sheet.strips[at].values.len() >= 2 * plan.cells {
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

    /// Notes where the table stands and which strips are its headers.
    fn finish(mut self, survey: &Survey) -> TableReading {
        let Some((&first, &last)) = self.claimed.first().zip(self.claimed.last()) else {
            return self.reading;
        };
        let lines: Range<usize> = self.sheet.strips[first].line..self.sheet.strips[last].line + 1;
        let is_flat = |at: &usize| {
            let values = &self.sheet.strips[*at].values;
            values.iter().any(|token| matches!(token.printed, Printed::Run(_)))
        };
        let whole = if lines.len() == 1 && self.claimed.iter().any(is_flat) {
            // Flattened into a paragraph, the table is the part of it that its rows cover.
            self.sheet.strips[first].span().cover(self.sheet.strips[last].span())
        } else {
            self.sheet.lines[lines].iter().map(|line| line.span).reduce(Span::cover).unwrap_or_default()
        };
        self.reading.span = Some(self.place(whole));
        let headers = self
            .sheet
            .strips_in(&survey.lines)
            .filter(|&at| self.is_header(&self.sheet.strips[at]))
            .collect();
        self.reading.headers = headers;
        if self.sheet.drops_repeats && self.claimed.iter().any(|&at| self.sheet.strips[at].stacked) {
            self.reading.diagnostics.push(repeats_dropped(self.table, self.place(whole)));
        }
        self.reading.strips = self.claimed;
        self.reading
    }

    /// Whether a strip is made of headings and column labels only.
    fn is_header(&self, strip: &Strip<'_>) -> bool {
        if strip.figures() > 0 {
            return self.numbers_columns(strip);
        }
        strip.label.iter().all(|piece| {
            let words = self.sheet.folded(piece);
            let is_column = self
                .table
                .columns
                .iter()
                .flatten()
                .flatten()
                .chain(self.table.code_columns.iter().flatten())
                .any(|label| words.contains(label.as_str()) && !label.is_empty());
            is_column
                || HEADERS_OF_ANY_FORM.contains(&words)
                || self.table.headings.iter().any(|heading| {
                    let part = words.chars().count() >= 4 && heading.contains(words);
                    part || words.contains(heading.as_str())
                })
        })
    }

    /// Whether a line numbers the columns: 甲 乙 1 2.
    fn numbers_columns(&self, strip: &Strip<'_>) -> bool {
        let is_stem = |piece: &Piece| ["甲", "乙", "丙", "丁"].contains(&self.sheet.folded(piece));
        let counts = |(token, at): (&Token<'_>, i64)| matches!(token.printed, Printed::Number(number) if number.value == Decimal::whole(at));
        !strip.label.is_empty() && strip.label.iter().all(is_stem) && strip.values.iter().zip(1..).all(counts)
    }
}

/// The number in a cell.
fn number<'d>(cell: &Slot<'d>) -> Option<Number<'d>> {
    match cell.as_ref()?.printed {
        Printed::Number(number) => Some(number),
        _ => None,
    }
}

/// Whether two readings of a row print the same figures and the same blanks.
pub(crate) fn same_figures(left: &[Slot<'_>], right: &[Slot<'_>]) -> bool {
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
