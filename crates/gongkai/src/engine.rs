//! The whole way from bytes to an audit, over one registry and its compiled rules.

use crate::facts;
use gongkai_document::Document;
use gongkai_extract::{Registry, RegistryError};
use gongkai_model::{Audit, Carrier, ExtractorClaim, Message, Report};
use gongkai_reconcile::report::{Rules, check, settle};

/// The extractors at work and the rules of their forms; make one and use it for every document.
#[derive(Debug)]
pub struct Engine {
    registry: Registry,
    rules: Rules,
}

/// What `gongkai formats` lists of an extractor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExtractorInfo {
    /// Stable id.
    pub id: &'static str,
    /// Name of the form.
    pub title: &'static str,
    /// The notice that lays it down.
    pub basis: &'static str,
    /// Report years it was made for.
    pub years: &'static str,
    /// What it needs to see, table by table.
    pub needs: Vec<Message>,
}

impl Engine {
    /// An engine over every extractor that is linked into the program, the built-in forms among them.
    ///
    /// # Errors
    /// When two extractors share an id, or a form contradicts itself.
    pub fn linked() -> Result<Self, RegistryError> {
        Ok(Self::new(Registry::linked()?))
    }

    /// An engine over `registry`.
    pub fn new(registry: Registry) -> Self {
        let mut rules = Rules::new();
        for plan in registry.plans() {
            for table in &plan.tables {
                rules.add(plan.template.id, table.form.number, &table.cells, plan.template.identities);
            }
        }
        Self { registry, rules }
    }

    /// Reads the file called `source`; what could not be read is said in the report, never lost.
    ///
    /// A file of facts (see [`Engine::read_all`]) that holds several reports is unreadable as one.
    pub fn read(&self, source: &str, bytes: &[u8]) -> Report {
        let mut reports = self.read_all(source, bytes);
        let count = reports.len();
        if let (1, Some(report)) = (count, reports.pop()) {
            return report;
        }
        let mut report = Report::empty(source, Carrier::Facts);
        report.unreadable = Some(Message::new(
            format!("应为一份报告，但文件中有{count}份报告的数据；请逐份给出"),
            format!("expected one report, found the facts of {count}; give them one by one"),
        ));
        report
    }

    /// Every report in the file called `source`: one of a document; of a file of facts as many as it holds.
    ///
    /// Facts are JSON of schema `gongkai.report/1` or `gongkai.audit/1` (one object, an array, one a line) or the CSV
    /// that [`render::csv`](gongkai_render::csv) writes; they are recognised by their content. What is malformed is
    /// unreadable, with line, column and field.
    ///
    /// ```
    /// let engine = gongkai::Engine::linked().unwrap();
    /// let facts = "template,indicator,value\n\
    ///     annual-2021,review.upheld,2\n\
    ///     annual-2021,review.total,two\n";
    /// let reports = engine.read_all("facts.csv", facts.as_bytes());
    /// let why = reports[0].unreadable.as_ref().unwrap();
    /// assert!(why.en.starts_with("line 3, field value: expected a decimal such as 4482.67, found “two”"));
    /// ```
    pub fn read_all(&self, source: &str, bytes: &[u8]) -> Vec<Report> {
        match facts::recognise(bytes) {
            Some(text) => {
                let mut reports = facts::reports(&self.registry, source, &text);
                for report in &mut reports {
                    settle(report, &[], &self.rules);
                }
                reports
            }
            None => vec![self.read_file(source, bytes)],
        }
    }

    fn read_file(&self, source: &str, bytes: &[u8]) -> Report {
        match gongkai_read::read(source, bytes) {
            Ok(document) => self.read_document(source, &document),
            Err(error) => {
                let mut report = Report::empty(source, gongkai_read::carrier_of(source, bytes));
                report.unreadable = Some(Message::new(error.chinese(), error.to_string()));
                report
            }
        }
    }

    /// Reads a document that a carrier of your own yielded.
    pub fn read_document(&self, source: &str, document: &Document) -> Report {
        let mut extraction = self.registry.extract(source, document);
        settle(&mut extraction.report, &extraction.choices, &self.rules);
        extraction.report
    }

    /// Reads the file called `source` and reconciles its figures.
    pub fn check(&self, source: &str, bytes: &[u8]) -> Audit {
        self.check_report(self.read(source, bytes))
    }

    /// Reads every report in the file called `source`, as [`Engine::read_all`] does, and reconciles their figures.
    pub fn check_all(&self, source: &str, bytes: &[u8]) -> Vec<Audit> {
        self.read_all(source, bytes).into_iter().map(|report| self.check_report(report)).collect()
    }

    /// Reconciles the figures of a report that was read before, or built by hand.
    pub fn check_report(&self, report: Report) -> Audit {
        check(report, &self.rules)
    }

    /// Every extractor's claim on a file, best explained by `gongkai formats --why`.
    pub fn claims(&self, source: &str, bytes: &[u8]) -> Vec<ExtractorClaim> {
        gongkai_read::read(source, bytes).map(|document| self.registry.claims(&document)).unwrap_or_default()
    }

    /// The extractors at work, sorted by id.
    pub fn extractors(&self) -> impl Iterator<Item = ExtractorInfo> + '_ {
        self.registry.plans().map(|plan| ExtractorInfo {
            id: plan.template.id,
            title: plan.template.title,
            basis: plan.template.basis,
            years: plan.template.years,
            needs: plan
                .tables
                .iter()
                .map(|table| {
                    let rows = table.rows.iter().filter(|row| row.cells > 0).count();
                    let (number, caption) = (table.form.number, table.form.caption);
                    let headings = table.form.headings.join("、");
                    if table.is_unlabelled() {
                        Message::new(
                            format!("第{number}表（{caption}）：表头“{headings}”及其下的一行数字"),
                            format!("table {number} ({caption}): the headings {headings} above a row of figures"),
                        )
                    } else {
                        Message::new(
                            format!("第{number}表（{caption}）：{rows}行中的3行，或者1行和2个表头"),
                            format!("table {number} ({caption}): 3 of its {rows} rows by their labels, or 1 row and 2 headers"),
                        )
                    }
                })
                .collect(),
        })
    }
}
