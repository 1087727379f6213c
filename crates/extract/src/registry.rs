//! Which extractors there are, and which of them reads a document.

use crate::claim::contest::{Contest, Decision};
use crate::claim::entry::Entry;
use crate::claim::sheets::Sheets;
use crate::claim::{contain, evidence};
use crate::form::error::RegistryError;
use crate::form::forms::Forms;
use crate::form::known::KnownLabels;
use crate::form::plan::{Plan, TablePlan};
use crate::form::template::Template;
use crate::place::place;
use crate::report::unread::{Read, unread};
use crate::report::{masthead, narrative, outline};
use crate::rows::survey::Survey;
use crate::table::notes::{not_read, repaired_note};
use crate::table::reading::TableReading;
use crate::{Extraction, Extractor, Prose};
use gongkai_document::Document;
use gongkai_model::{
    Claim, Diagnostic, ExtractorClaim, Measure, Message, Operand, Report, Severity, Status, TableRead,
};
use gongkai_text::Decimal;
use std::collections::BTreeSet;

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
        if sorted.len() > Forms::MOST {
            return Err(RegistryError::TooMany { most: Forms::MOST });
        }
        let mut entries = Vec::with_capacity(sorted.len());
        for Registration { extractor, .. } in sorted {
            let plan = Plan::new(extractor.template())?;
            check_operands(&plan)?;
            entries.push(Entry { extractor, plan });
        }
        let known = KnownLabels::of(entries.iter().map(|entry| &entry.plan));
        Ok(Self { entries, known })
    }

    /// The forms, sorted by id.
    pub fn plans(&self) -> impl Iterator<Item = &Plan> {
        self.entries.iter().map(|entry| &entry.plan)
    }

    /// Every extractor's claim on `document`, sorted by id.
    pub fn claims(&self, document: &Document) -> Vec<ExtractorClaim> {
        let (sheets, seen) = Sheets::new(document, &self.entries, &self.known);
        let mut contest = Contest::new(&self.entries, &sheets, seen);
        // What was seen, before claims with nothing behind them are set aside.
        let surveys: Vec<Vec<Survey>> =
            (0..self.entries.len()).map(|at| contest.surveys(at).to_vec()).collect();
        let decision = contest.decide();
        let claims = self.entries.iter().zip(&surveys).enumerate().map(|(of, (entry, surveys))| {
            let mut claim = evidence::claim(entry, surveys);
            for (at, (message, survey)) in claim.evidence.iter_mut().zip(surveys).enumerate() {
                let missed = evidence::missed(&entry.plan.tables[at], survey);
                let fate = evidence::fate(&self.entries, (of, at), survey, decision.as_ref());
                for more in [missed, fate] {
                    *message = Message::new(
                        format!("{}{}", message.zh, more.zh),
                        format!("{}{}", message.en, more.en),
                    );
                }
            }
            let own = contest.failures.iter().filter(|failure| contain::is_of(failure, entry.plan.template));
            claim.evidence.extend(own.map(|failure| failure.message.clone()));
            ExtractorClaim { extractor: entry.id().to_owned(), claim }
        });
        claims.collect()
    }

    /// Reads `document`, called `source`, by the form that claims it best, table by table.
    ///
    /// Never fails: a document that no form claims gives a report whose
    /// [`unreadable`](gongkai_model::Report::unreadable) says why, with every extractor's claim.
    pub fn extract(&self, source: &str, document: &Document) -> Extraction {
        let (sheets, seen) = Sheets::new(document, &self.entries, &self.known);
        let mut report = Report::empty(source, document.carrier());
        let shared;
        let mut sheet = sheets.common();
        let mut contest = Contest::new(&self.entries, &sheets, seen);
        report.diagnostics.append(&mut contest.failures);
        report.diagnostics.extend(document.remarks().iter().map(|remark| Diagnostic {
            code: remark.code.into(),
            severity: Severity::Note,
            message: Message::new(&remark.chinese, &remark.english),
            span: None,
        }));
        let decision = contest.decide();
        report.diagnostics.append(&mut contest.failures);
        let mut choices = Vec::new();
        // Tables that nobody reads: their cells are no sentences.
        let mut not_prose = Vec::new();
        if let Some(decision) = &decision {
            let passed_over = contest.passed_over(decision);
            report.diagnostics.append(&mut contest.failures);
            for (at, span) in passed_over {
                let plan = &self.entries[at.0].plan;
                report.diagnostics.push(not_read(plan.template, &plan.tables[at.1], place(document, span)));
                not_prose.push(document.in_source(span));
            }
        }
        if let Some(Decision { leader, tables }) = &decision {
            report.claim = Some(evidence::claim(&self.entries[*leader], contest.surveys(*leader)));
            let mut read = Vec::new();
            let mut forms = tables.iter().map(|at| at.0);
            if forms.all(|form| form == *leader) {
                sheet = sheets.of(*leader);
            } else {
                shared = sheets.of_all(tables.iter().map(|at| at.0));
                sheet = shared.as_ref().unwrap_or(sheet);
                contest.share(sheet, tables);
            }
            for &at in tables {
                let reading = contest.reading(at);
                report.diagnostics.append(&mut contest.failures);
                let lines = contest.surveys(at.0)[at.1].lines.clone();
                let mut it = Read { number: contest.number(at), reading, lines };
                let plan = &self.entries[at.0].plan;
                add_table(&mut report, &mut choices, plan.template, &plan.tables[at.1], &mut it.reading);
                read.push(it);
            }
            report.unread = unread(sheet, &read);
            let main = report.tables.iter().find(|table| table.number == 2).or(report.tables.first());
            report.template = main.map(|table| table.template.clone());
        } else {
            report.unreadable = Some(Message::new(
                "没有格式认领此文件：未认出任何一张法定表格",
                "no form claims this document: none of its statutory tables was recognised",
            ));
            let claims = self.entries.iter().enumerate().map(|(at, entry)| ExtractorClaim {
                extractor: entry.id().to_owned(),
                claim: evidence::claim(entry, contest.surveys(at)),
            });
            report.claims = claims.collect();
            // What no form reads hangs on no form's words.
            shared = sheets.of_all(std::iter::empty());
            sheet = shared.as_ref().unwrap_or(sheet);
        }
        masthead::read(document, &mut report);
        outline::read(document, sheet, &mut report);
        narrative::read(document, &mut report, not_prose);
        if decision.is_none() {
            self.claim_by_prose(document, &mut report);
        }
        let notes: Vec<_> =
            report.facts.iter().filter(|fact| fact.status == Status::Repaired).map(repaired_note).collect();
        report.diagnostics.extend(notes);
        Extraction { report, choices }
    }

    /// Gives a report without tables to the form that makes most of its sentences; of equal claims the first id wins.
    fn claim_by_prose(&self, document: &Document, report: &mut Report) {
        let mut best: Option<(&'static Template, Prose)> = None;
        for entry in &self.entries {
            match contain::read_prose(entry.extractor, document, report) {
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
}

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
