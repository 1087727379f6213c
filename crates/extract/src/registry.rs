//! Which extractors there are, and which of them reads a document.

use crate::align::{misfit, strips_in};
use crate::error::RegistryError;
use crate::flat::Headings;
use crate::place::place;
use crate::plan::{Plan, TablePlan};
use crate::reading::TableReading;
use crate::sheet::Sheet;
use crate::strip::KnownLabels;
use crate::survey::Survey;
use crate::table::repaired_note;
use crate::template::Template;
use crate::{Extraction, Extractor, Prose, contain, masthead, narrative, outline};
use gongkai_document::Document;
use gongkai_model::{
    Claim, Diagnostic, ExtractorClaim, Measure, Message, Operand, Report, Severity, Status, TableRead, Unread,
};
use gongkai_text::{Decimal, Span};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// One `register!`: an extractor and the file it stands in.
#[derive(Clone, Copy)]
pub struct Registration {
    /// The extractor.
    pub extractor: &'static dyn Extractor,
    /// The source file, for error messages.
    pub file: &'static str,
}

inventory::collect!(Registration);

impl std::fmt::Debug for Registration {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({})", self.extractor.template().id, self.file)
    }
}

/// The extractors at work, sorted by id, their forms made ready.
#[derive(Debug)]
pub struct Registry {
    entries: Vec<Entry>,
    known: KnownLabels,
}

struct Entry {
    extractor: &'static dyn Extractor,
    plan: Plan,
}

impl std::fmt::Debug for Entry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.plan.template.id)
    }
}

impl Registry {
    /// Every extractor that is linked into the program.
    ///
    /// A crate that is only named in `Cargo.toml` is not linked: name it in code once, as in
    /// `use gongkai_formats as _;`.
    ///
    /// # Errors
    /// When two extractors share an id, or a form contradicts itself; see [`RegistryError`].
    pub fn linked() -> Result<Self, RegistryError> {
        Self::new(inventory::iter::<Registration>.into_iter().copied())
    }

    /// The given extractors, whatever is linked.
    ///
    /// # Errors
    /// As [`Registry::linked`].
    pub fn new(registrations: impl IntoIterator<Item = Registration>) -> Result<Self, RegistryError> {
        // Link order differs between builds: ids give the order.
        let mut sorted: Vec<Registration> = registrations.into_iter().collect();
        sorted.sort_by_key(|registration| (registration.extractor.template().id, registration.file));
        for pair in sorted.windows(2) {
            let id = pair[0].extractor.template().id;
            if id == pair[1].extractor.template().id {
                return Err(RegistryError::Duplicate { id, first: pair[0].file, second: pair[1].file });
            }
        }
        if sorted.is_empty() {
            return Err(RegistryError::Empty);
        }
        let mut entries = Vec::with_capacity(sorted.len());
        let mut known = KnownLabels::default();
        let mut headings = Vec::new();
        for Registration { extractor, .. } in sorted {
            let plan = Plan::new(extractor.template())?;
            check_operands(&plan)?;
            for (key, row) in plan.tables.iter().flat_map(TablePlan::labels) {
                known.rows.entry(key).or_default().push(row.mark);
                let fewest = known.cells.entry(key).or_insert(row.cells);
                *fewest = row.cells.min(*fewest);
            }
            known.widths.extend(plan.tables.iter().flat_map(TablePlan::totalled_widths));
            known.headings.extend(plan.tables.iter().flat_map(TablePlan::heading_digests));
            let printed = plan.template.tables.iter().flat_map(|table| table.headings);
            // Sites print brackets in either width.
            let either = printed
                .flat_map(|heading| [(*heading).to_owned(), heading.replace('（', "(").replace('）', ")")]);
            headings.extend(either);
            entries.push(Entry { extractor, plan });
        }
        known.printed_headings = Headings::new(headings);
        known.widths.sort_unstable();
        known.widths.dedup();
        Ok(Self { entries, known })
    }

    /// The forms, sorted by id.
    pub fn plans(&self) -> impl Iterator<Item = &Plan> {
        self.entries.iter().map(|entry| &entry.plan)
    }

    /// Every extractor's claim on `document`, sorted by id.
    pub fn claims(&self, document: &Document) -> Vec<ExtractorClaim> {
        let sheet = Sheet::new(document, &self.known);
        let claims = self.entries.iter().map(|entry| {
            let mut failures = Vec::new();
            let surveys = entry.survey(&sheet, &mut failures);
            let mut claim = entry.claim(&surveys);
            claim.evidence.extend(failures.into_iter().map(|failure| failure.message));
            ExtractorClaim { extractor: entry.id().to_owned(), claim }
        });
        claims.collect()
    }

    /// Reads `document`, called `source`, by the form that claims it best, table by table.
    ///
    /// Never fails: a document that no form claims gives a report whose
    /// [`unreadable`](gongkai_model::Report::unreadable) says why, with every extractor's claim.
    pub fn extract(&self, source: &str, document: &Document) -> Extraction {
        let sheet = Sheet::new(document, &self.known);
        let mut report = Report::empty(source, document.carrier());
        let failures = &mut report.diagnostics;
        let mut surveys: Vec<Vec<Survey>> =
            self.entries.iter().map(|entry| entry.survey(&sheet, failures)).collect();
        report.diagnostics.extend(document.remarks().iter().map(|remark| Diagnostic {
            code: remark.code.into(),
            severity: Severity::Note,
            message: Message::new(&remark.chinese, &remark.english),
            span: None,
        }));
        let mut readings = Readings::new();
        let Some(winner) = self.winner(&sheet, &mut surveys, &mut readings, &mut report.diagnostics) else {
            report.unreadable = Some(Message::new(
                "没有格式认领此文件：未认出任何一张法定表格",
                "no form claims this document: none of its statutory tables was recognised",
            ));
            let claims = self.entries.iter().zip(&surveys);
            report.claims = claims
                .map(|(entry, surveys)| ExtractorClaim {
                    extractor: entry.id().to_owned(),
                    claim: entry.claim(surveys),
                })
                .collect();
            masthead::read(document, &mut report);
            outline::read(document, &sheet, &mut report);
            narrative::read(document, &mut report);
            self.claim_by_prose(&mut report);
            return Extraction { report, choices: Vec::new() };
        };
        let decided: Vec<(usize, usize)> = (0..surveys[winner].len())
            .map(|table| {
                let best = self.best_for(&sheet, (winner, table), &surveys);
                let is_founded = best.0 == winner
                    || self.is_founded(best, &sheet, &surveys, &mut readings, &mut report.diagnostics);
                if is_founded { best } else { (winner, table) }
            })
            .collect();
        // A table that is missing, or looks the same on two forms, follows the form of the tables that tell.
        let tells = |&&(entry, table): &&(usize, usize)| {
            !self.entries[entry].plan.tables[table].is_unlabelled() && surveys[entry][table].is_there()
        };
        let leader = decided.iter().find(tells).map_or(winner, |it| it.0);
        report.claim = Some(self.entries[leader].claim(&surveys[leader]));
        let mut choices = Vec::new();
        let mut read: Vec<(u8, TableReading, &Survey)> = Vec::new();
        for it in &decided {
            let number = self.entries[it.0].plan.tables[it.1].form.number;
            let like = self.entries[leader].plan.tables.iter().position(|table| table.form.number == number);
            let like = like
                .map(|table| (leader, table))
                .filter(|like| !tells(&it) || tells(&like) && !self.is_better(*it, *like, &sheet, &surveys));
            let (entry, table) = like.unwrap_or(*it);
            let survey = &surveys[entry][table];
            let mut reading =
                self.reading((entry, table), &sheet, survey, &mut readings, &mut report.diagnostics);
            let entry = &self.entries[entry];
            let plan = &entry.plan.tables[table];
            add_table(&mut report, &mut choices, entry.plan.template, plan, &mut reading);
            read.push((number, reading, survey));
        }
        report.unread = unread(&sheet, &read);
        let main = report.tables.iter().find(|table| table.number == 2).or(report.tables.first());
        report.template = main.map(|table| table.template.clone());
        masthead::read(document, &mut report);
        outline::read(document, &sheet, &mut report);
        narrative::read(document, &mut report);
        let notes: Vec<_> =
            report.facts.iter().filter(|fact| fact.status == Status::Repaired).map(repaired_note).collect();
        report.diagnostics.extend(notes);
        Extraction { report, choices }
    }

    /// Gives a report without tables to the form that makes most of its sentences; of equal claims the first id wins.
    fn claim_by_prose(&self, report: &mut Report) {
        let mut best: Option<(&'static Template, Prose)> = None;
        for entry in &self.entries {
            match contain::read_prose(entry.extractor, report) {
                Ok(Some(prose)) if best.as_ref().is_none_or(|(_, kept)| prose.percent > kept.percent) => {
                    best = Some((entry.plan.template, prose));
                }
                Ok(_) => {}
                Err(failure) => report.diagnostics.push(failure),
            }
        }
        let Some((form, prose)) = best else { return };
        report.template = Some(form.id.into());
        report.formless = form.title.into();
        let score = Decimal::new(prose.percent.min(100).into(), 2).unwrap_or_default();
        report.claim = Some(Claim { score, evidence: vec![prose.evidence] });
        report.facts = prose.facts;
        report.unreadable = None;
        report.claims.clear();
    }

    /// The extractor that claims most, and reads something where it claims; of equal claims the first id wins.
    fn winner(
        &self,
        sheet: &Sheet<'_>,
        surveys: &mut [Vec<Survey>],
        readings: &mut Readings,
        failures: &mut Vec<Diagnostic>,
    ) -> Option<usize> {
        let mut first: Option<(usize, Vec<Survey>)> = None;
        loop {
            let weight = |at: &usize| {
                let seen = surveys[*at].iter().filter(|survey| survey.is_there());
                seen.map(|survey| u64::from(survey.score)).sum::<u64>()
            };
            let best = (0..self.entries.len()).max_by_key(|at| (weight(at), Reverse(*at)));
            let Some(winner) = best.filter(|at| weight(at) > 0) else {
                // Nothing can be read at all: the best claim stands, and all its cells are missing.
                let (winner, claim) = first?;
                surveys[winner] = claim;
                return Some(winner);
            };
            let claimed = (0..surveys[winner].len()).filter(|&table| surveys[winner][table].is_there());
            let claimed: Vec<usize> = claimed.collect();
            if claimed
                .iter()
                .any(|&table| self.is_founded((winner, table), sheet, surveys, readings, failures))
            {
                return Some(winner);
            }
            let nothing = vec![Survey::default(); surveys[winner].len()];
            let claim = std::mem::replace(&mut surveys[winner], nothing);
            // Headings alone may be words of a sentence: 结果维持2件，尚未审结1件.
            let has_rows = claim.iter().any(|survey| survey.rows > 0 && survey.is_there());
            first = first.or(Some((winner, claim)).filter(|_| has_rows));
        }
    }

    /// Whether a claim on a table has something behind it: one cell that is read.
    fn is_founded(
        &self,
        (entry, table): (usize, usize),
        sheet: &Sheet<'_>,
        surveys: &[Vec<Survey>],
        readings: &mut Readings,
        failures: &mut Vec<Diagnostic>,
    ) -> bool {
        let before = failures.len();
        let reading = self.reading((entry, table), sheet, &surveys[entry][table], readings, failures);
        let is_founded = reading.found() > 0;
        if !is_founded && failures.len() == before {
            let Entry { plan, .. } = &self.entries[entry];
            failures.push(contain::unfounded(plan.template, &plan.tables[table]));
        }
        readings.insert((entry, table), reading);
        is_founded
    }

    /// What an extractor reads of a table, read once.
    fn reading(
        &self,
        at: (usize, usize),
        sheet: &Sheet<'_>,
        survey: &Survey,
        readings: &mut Readings,
        failures: &mut Vec<Diagnostic>,
    ) -> TableReading {
        if let Some(reading) = readings.remove(&at) {
            return reading;
        }
        let entry = &self.entries[at.0];
        let plan = &entry.plan.tables[at.1];
        // In a report of this form one row by its label is enough.
        if !survey.is_there() && survey.rows == 0 {
            return TableReading::missing(plan);
        }
        contain::read_table(entry.extractor, plan, sheet, survey).unwrap_or_else(|failure| {
            failures.push(failure);
            TableReading::missing(plan)
        })
    }

    /// The form that explains a table best; the winner of the whole keeps it unless another is strictly better.
    fn best_for(&self, sheet: &Sheet<'_>, winner: (usize, usize), surveys: &[Vec<Survey>]) -> (usize, usize) {
        let number = self.entries[winner.0].plan.tables[winner.1].form.number;
        let mut best = winner;
        for (at, entry) in self.entries.iter().enumerate() {
            for (table, plan) in entry.plan.tables.iter().enumerate() {
                if plan.form.number == number && self.is_better((at, table), best, sheet, surveys) {
                    best = (at, table);
                }
            }
        }
        best
    }

    /// Whether form and table `at` explain what is there strictly better than `rival`.
    fn is_better(
        &self,
        at: (usize, usize),
        rival: (usize, usize),
        sheet: &Sheet<'_>,
        surveys: &[Vec<Survey>],
    ) -> bool {
        let (plan, kept) =
            (&self.entries[at.0].plan.tables[at.1], &self.entries[rival.0].plan.tables[rival.1]);
        let (survey, other) = (&surveys[at.0][at.1], &surveys[rival.0][rival.1]);
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
        let fit =
            |plan, rival, survey: &Survey| (Reverse(misfit(plan, rival, sheet, survey)), survey.chain.len());
        !plan.is_unlabelled() && fit(plan, kept, survey) > fit(kept, plan, other)
    }
}

/// Tables that were read to see what is behind a claim: extractor and table.
type Readings = BTreeMap<(usize, usize), TableReading>;

/// Scores nearer than this are no evidence; the alignment itself decides then.
const CLOSE: u32 = 200;

/// Moves the facts, choices and diagnostics of `reading` to the report.
fn add_table(
    report: &mut Report,
    choices: &mut Vec<gongkai_model::Choice>,
    template: &Template,
    plan: &TablePlan,
    reading: &mut TableReading,
) {
    let first_fact = report.facts.len();
    let absent = reading.facts.iter().filter(|fact| fact.is_beyond_form()).count();
    report.tables.push(TableRead {
        number: plan.form.number,
        template: template.id.into(),
        form: template.title.into(),
        cells: (plan.cells.len() - absent) as u32,
        form_cells: plan.cells.len() as u32,
        found: reading.found() as u32,
        span: reading.span,
        first_fact,
    });
    report.facts.append(&mut reading.facts);
    choices.extend(reading.choices.drain(..).map(|mut choice| {
        choice.facts.iter_mut().for_each(|at| *at += first_fact);
        choice
    }));
    report.diagnostics.append(&mut reading.diagnostics);
}

/// What stands in or right beside a table and belongs to no row of any.
fn unread(sheet: &Sheet<'_>, read: &[(u8, TableReading, &Survey)]) -> Vec<Unread> {
    let mut claimed = vec![false; sheet.strips.len()];
    for at in read.iter().flat_map(|(_, reading, _)| &reading.strips) {
        claimed[*at] = true;
    }
    let mut unread = Vec::new();
    for (number, reading, survey) in read {
        let (Some(&first), Some(&last)) = (reading.strips.first(), reading.strips.last()) else { continue };
        for at in strips_in(sheet, &survey.lines) {
            let strip = &sheet.strips[at];
            let inside = first <= at && at <= last;
            let beside = sheet.lines[strip.line].is_row && strip.figures() > 0;
            let span = strip.span();
            if claimed[at] || reading.headers.contains(&at) || !(inside || beside) || span.is_empty() {
                continue;
            }
            claimed[at] = true;
            unread.push(left_over(sheet, span, no_row(*number)));
        }
        unread.extend(reading.spare.iter().map(|&span| left_over(sheet, span, no_cell(*number))));
    }
    unread.sort_by_key(|unread| unread.span);
    unread
}

fn no_row(table: u8) -> Message {
    Message::new(format!("第{table}表没有与之对应的行"), format!("no row of table {table} claims it"))
}

fn no_cell(table: u8) -> Message {
    Message::new(
        format!("在第{table}表的一行之中，没有与之对应的格"),
        format!("stands in a row of table {table} and fits no cell"),
    )
}

fn left_over(sheet: &Sheet<'_>, span: Span, why: Message) -> Unread {
    let document = sheet.document;
    Unread { text: document.slice(span).to_owned(), why, span: place(document, span) }
}

impl Entry {
    fn id(&self) -> &'static str {
        self.plan.template.id
    }

    fn survey(&self, sheet: &Sheet<'_>, failures: &mut Vec<Diagnostic>) -> Vec<Survey> {
        contain::survey(self.extractor, &self.plan, sheet).unwrap_or_else(|failure| {
            failures.push(failure);
            vec![Survey::default(); self.plan.tables.len()]
        })
    }

    /// The share of the form's value rows that were seen, with what was seen of each table.
    fn claim(&self, surveys: &[Survey]) -> Claim {
        let mut evidence = Vec::new();
        let (mut seen, mut all) = (0, 0);
        for (table, survey) in self.plan.tables.iter().zip(surveys) {
            let rows = table.required_rows();
            let found = if survey.rows == 0 && survey.is_there() { rows } else { survey.rows.min(rows) };
            seen += found;
            all += rows;
            let (number, caption, headers) = (table.form.number, table.form.caption, survey.headers);
            let (few_zh, few_en) =
                if survey.is_there() { ("", "") } else { ("，不足以认领", ", too little to claim it") };
            evidence.push(Message::new(
                format!("第{number}表（{caption}）：见到{rows}行中的{found}行、{headers}个表头{few_zh}"),
                format!("table {number} ({caption}): {found} of {rows} rows, {headers} headers seen{few_en}"),
            ));
        }
        if self.plan.tables.is_empty() {
            evidence.push(Message::new(
                "没有统计表的格式：别的格式都不认领时，由正文中可辨认的数字认领",
                "a form without tables: it claims by the figures of sentences, where no other form claims",
            ));
        }
        let score = Decimal::new((100 * seen / all.max(1)) as i128, 2).unwrap_or_default();
        Claim { score, evidence }
    }
}

/// Every operand of every identity is a cell of the form.
fn check_operands(plan: &Plan) -> Result<(), RegistryError> {
    let cells: BTreeSet<(&str, Measure)> = plan
        .tables
        .iter()
        .flat_map(TablePlan::form_cells)
        .map(|cell| (cell.indicator.id(), cell.measure))
        .collect();
    let is_cell = |operand: &String| {
        let Operand { id, measure, .. } = Operand::parse(operand);
        cells.contains(&(id, measure))
    };
    for identity in plan.template.identities {
        for (left, right) in identity.instances() {
            if let Some(indicator) = left.into_iter().chain(right).find(|operand| !is_cell(operand)) {
                return Err(RegistryError::UnknownOperand {
                    extractor: plan.template.id,
                    identity: identity.id,
                    indicator,
                });
            }
        }
    }
    Ok(())
}
