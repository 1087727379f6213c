//! Which form reads which table of a document: all their claims, held against each other.

use crate::claim::contain;
use crate::claim::entry::Entry;
use crate::claim::sheets::{Seen, Sheets};
use crate::rows::align::misfit;
use crate::rows::survey::Survey;
use crate::strips::sheet::Sheet;
use crate::table::reading::TableReading;
use gongkai_model::Diagnostic;
use gongkai_text::Span;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A table of a form: the place of the extractor in the registry, and of the table on its form.
pub(crate) type TableAt = (usize, usize);

/// Scores nearer than this are no evidence; the alignment itself decides then.
const CLOSE: u32 = 200;

/// The claims on one document.
pub(crate) struct Contest<'a> {
    entries: &'a [Entry],
    sheets: &'a Sheets<'a>,
    /// The sheet of a report that several forms read.
    mixed: Option<&'a Sheet<'a>>,
    /// What each extractor saw of each of its tables.
    surveys: Vec<Vec<Survey>>,
    /// Tables that were read to see what is behind a claim.
    readings: BTreeMap<TableAt, TableReading>,
    /// What extractors did wrong since they were last taken.
    pub(crate) failures: Vec<Diagnostic>,
}

/// How a contest ended.
pub(crate) struct Decision {
    /// The extractor whose form the report follows.
    pub(crate) leader: usize,
    /// The form that reads each table.
    pub(crate) tables: Vec<TableAt>,
}

impl<'a> Contest<'a> {
    /// Every extractor of `entries` has looked at its own of `sheets`.
    pub(crate) fn new(entries: &'a [Entry], sheets: &'a Sheets<'a>, (surveys, failures): Seen) -> Self {
        Self { entries, sheets, mixed: None, surveys, readings: BTreeMap::new(), failures }
    }

    /// The tables of other forms that stand in the document beside those of the decision, and where: nobody reads them.
    pub(crate) fn passed_over(&mut self, decision: &Decision) -> Vec<(TableAt, Span)> {
        let mut taken: Vec<Range<usize>> = decision
            .tables
            .iter()
            .filter(|&&at| self.tells(at))
            .filter_map(|&at| self.lines_seen(at))
            .collect();
        let mut found = Vec::new();
        for extractor in 0..self.entries.len() {
            for table in 0..self.surveys[extractor].len() {
                let at = (extractor, table);
                let Some(lines) = self.lines_seen(at) else { continue };
                let is_free = taken.iter().all(|other| lines.end <= other.start || other.end <= lines.start);
                if !is_free || !self.tells(at) {
                    continue;
                }
                let reading = self.reading(at);
                if reading.found() > 0
                    && let Some(span) = self.span_seen(at)
                {
                    taken.push(lines);
                    found.push((at, span));
                }
                self.readings.insert(at, reading);
            }
        }
        found
    }

    /// From the first line with a row of a table to the last.
    fn lines_seen(&self, (extractor, table): TableAt) -> Option<Range<usize>> {
        let survey = &self.surveys[extractor][table];
        let sheet = self.sheet(extractor);
        let (&(first, _), &(last, _)) = survey.chain.first().zip(survey.chain.last())?;
        Some(sheet.strips.get(first)?.line..sheet.strips.get(last)?.line + 1)
    }

    /// From the first row of a table that was seen to the last.
    fn span_seen(&self, (extractor, table): TableAt) -> Option<Span> {
        let chain = &self.surveys[extractor][table].chain;
        let strips = &self.sheet(extractor).strips;
        let (first, last) = (strips.get(chain.first()?.0)?, strips.get(chain.last()?.0)?);
        Some(first.span().cover(last.span()))
    }

    /// Lets the forms that share a report read it from one sheet, cut for them together.
    pub(crate) fn share(&mut self, sheet: &'a Sheet<'a>, tables: &[TableAt]) {
        self.mixed = Some(sheet);
        self.readings.clear();
        let forms: BTreeSet<usize> = tables.iter().map(|at| at.0).collect();
        for form in forms {
            self.surveys[form] = self.entries[form].survey(sheet, &mut self.failures);
        }
    }

    /// The sheet that a form reads.
    fn sheet(&self, form: usize) -> &'a Sheet<'a> {
        self.mixed.unwrap_or_else(|| self.sheets.of(form))
    }

    /// What `extractor` saw of each of its tables.
    pub(crate) fn surveys(&self, extractor: usize) -> &[Survey] {
        &self.surveys[extractor]
    }

    /// Who reads what; `None` when nobody claims anything.
    pub(crate) fn decide(&mut self) -> Option<Decision> {
        let winner = self.winner()?;
        let decided: Vec<TableAt> = (0..self.surveys[winner].len())
            .map(|table| {
                let best = self.best_for((winner, table));
                if best.0 == winner || self.is_founded(best) { best } else { (winner, table) }
            })
            .collect();
        // A table that is missing, or looks the same on two forms, follows the form of the tables that tell.
        let leader = decided.iter().find(|&&at| self.tells(at)).map_or(winner, |it| it.0);
        let tables = decided.into_iter().map(|at| self.like(leader, at).unwrap_or(at)).collect();
        Some(Decision { leader, tables })
    }

    /// The table of `leader` in the place of the one at `at`, unless that one is a better reading.
    fn like(&self, leader: usize, at: TableAt) -> Option<TableAt> {
        let number = self.number(at);
        let tables = &self.entries[leader].plan.tables;
        let like = (leader, tables.iter().position(|table| table.form.number == number)?);
        (!self.tells(at) || self.tells(like) && !self.is_better(at, like)).then_some(like)
    }

    /// Whether a table is there and says which form it is of.
    fn tells(&self, (extractor, table): TableAt) -> bool {
        !self.entries[extractor].plan.tables[table].is_unlabelled()
            && self.surveys[extractor][table].is_there()
    }

    /// The number of a table on its form.
    pub(crate) fn number(&self, (extractor, table): TableAt) -> u8 {
        self.entries[extractor].plan.tables[table].form.number
    }

    /// The extractor that claims most, and reads something where it claims; of equal claims the first id wins.
    fn winner(&mut self) -> Option<usize> {
        let mut first: Option<(usize, Vec<Survey>)> = None;
        loop {
            let weight = |at: &usize| {
                let seen = self.surveys[*at].iter().filter(|survey| survey.is_there());
                seen.map(|survey| u64::from(survey.score)).sum::<u64>()
            };
            let best = (0..self.entries.len()).max_by_key(|at| (weight(at), Reverse(*at)));
            let Some(winner) = best.filter(|at| weight(at) > 0) else {
                // Nothing can be read at all: the best claim stands, and all its cells are missing.
                let (winner, claim) = first?;
                self.surveys[winner] = claim;
                return Some(winner);
            };
            let tables = 0..self.surveys[winner].len();
            let claimed: Vec<usize> =
                tables.filter(|&table| self.surveys[winner][table].is_there()).collect();
            if claimed.into_iter().any(|table| self.is_founded((winner, table))) {
                return Some(winner);
            }
            let nothing = vec![Survey::default(); self.surveys[winner].len()];
            let claim = std::mem::replace(&mut self.surveys[winner], nothing);
            // Headings alone may be words of a sentence: 结果维持2件，尚未审结1件.
            let has_rows = claim.iter().any(|survey| survey.rows > 0 && survey.is_there());
            first = first.or(Some((winner, claim)).filter(|_| has_rows));
        }
    }

    /// Whether a claim on a table has something behind it: one cell that is read.
    fn is_founded(&mut self, at: TableAt) -> bool {
        let before = self.failures.len();
        let reading = self.reading(at);
        let is_founded = reading.found() > 0;
        if !is_founded && self.failures.len() == before {
            let Entry { plan, .. } = &self.entries[at.0];
            self.failures.push(contain::unfounded(plan.template, &plan.tables[at.1]));
        }
        self.readings.insert(at, reading);
        is_founded
    }

    /// What its extractor reads of a table, read once.
    pub(crate) fn reading(&mut self, at: TableAt) -> TableReading {
        if let Some(reading) = self.readings.remove(&at) {
            return reading;
        }
        let Entry { extractor, plan } = &self.entries[at.0];
        let (plan, survey) = (&plan.tables[at.1], &self.surveys[at.0][at.1]);
        // In a report of this form one row by its label is enough.
        if !survey.is_there() && survey.rows == 0 {
            return TableReading::missing(plan);
        }
        contain::read_table(*extractor, plan, self.sheet(at.0), survey).unwrap_or_else(|failure| {
            self.failures.push(failure);
            TableReading::missing(plan)
        })
    }

    /// The form that explains a table best; the winner of the whole keeps it unless another is strictly better.
    fn best_for(&self, winner: TableAt) -> TableAt {
        let number = self.number(winner);
        let mut best = winner;
        for (at, entry) in self.entries.iter().enumerate() {
            for (table, plan) in entry.plan.tables.iter().enumerate() {
                if plan.form.number == number && self.is_better((at, table), best) {
                    best = (at, table);
                }
            }
        }
        best
    }

    /// Whether form and table `at` explain what is there strictly better than `rival`.
    fn is_better(&self, at: TableAt, rival: TableAt) -> bool {
        let [plan, kept] = [at, rival].map(|it| &self.entries[it.0].plan.tables[it.1]);
        let [survey, other] = [at, rival].map(|it| &self.surveys[it.0][it.1]);
        if at == rival || !survey.is_there() {
            return false;
        }
        if !other.is_there() || survey.columns.abs_diff(other.columns) >= 2 {
            return (survey.columns, survey.score) > (other.columns, other.score);
        }
        if other.score.abs_diff(survey.score) >= CLOSE {
            return survey.score > other.score;
        }
        // Headers alike: the rows decide, by what each form leaves unexplained.
        let fit = |plan, rival, of: usize, survey: &Survey| {
            (Reverse(misfit(plan, rival, self.sheet(of), survey)), survey.chain.len())
        };
        !plan.is_unlabelled() && fit(plan, kept, at.0, survey) > fit(kept, plan, rival.0, other)
    }
}
