//! The whole way from bytes to an audit, over one registry and its compiled rules.

use crate::facts;
use gongkai_document::{Block, Document};
use gongkai_extract::{Registry, RegistryError};
use gongkai_model::{Audit, Carrier, ExtractorClaim, Message, Report};
use gongkai_reconcile::report::levels::Levels;
use gongkai_reconcile::report::series::{self, Archive};
use gongkai_reconcile::report::{Brief, Prose, Rules, check, check_beside, settle};
use std::ops::RangeInclusive;

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
    /// Its name in English.
    pub name: &'static str,
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
            if let Some(years) = years(plan.template.years) {
                rules.set_years(plan.template.id, years);
            }
            for table in &plan.tables {
                rules.add(plan.template.id, table.form.number, table.form_cells(), plan.template.identities);
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

    /// Reads every report in the file called `source` with a sketch of its sentences, for [`Engine::check_series`].
    pub fn read_with_prose(&self, source: &str, bytes: &[u8]) -> Vec<(Report, Prose)> {
        let plain = |report| (report, Prose::default());
        if facts::recognise(bytes).is_some() {
            return self.read_all(source, bytes).into_iter().map(plain).collect();
        }
        match gongkai_read::read(source, bytes) {
            Ok(document) => vec![(self.read_document(source, &document), prose(&document))],
            Err(_) => vec![plain(self.read_file(source, bytes))],
        }
    }

    /// What is kept of every report in the file called `source` to compare others with; unreadable ones are left out.
    pub fn briefs(&self, source: &str, bytes: &[u8]) -> Vec<Brief> {
        let readings = self.read_with_prose(source, bytes).into_iter();
        readings
            .filter(|(report, _)| report.unreadable.is_none())
            .map(|(report, prose)| Brief::of(&report, prose))
            .collect()
    }

    /// Reconciles the figures of a report, also with the report of the year before, where `archive` has it.
    ///
    /// ```
    /// use gongkai::reconcile::report::series::Archive;
    /// let report = |year, carried: [u32; 3]| {
    ///     format!(
    ///         "某县财政局{year}年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n\
    ///          \t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n\
    ///          一、本年新收政府信息公开申请数量\t{0}\t0\t0\t0\t0\t0\t{0}\n\
    ///          二、上年结转政府信息公开申请数量\t{1}\t0\t0\t0\t0\t0\t{1}\n\
    ///          四、结转下年度继续办理\t{2}\t0\t0\t0\t0\t0\t{2}\n",
    ///         carried[0], carried[1], carried[2]
    ///     )
    /// };
    /// let engine = gongkai::Engine::linked().unwrap();
    /// let mut archive = Archive::new();
    /// for brief in engine.briefs("2022.txt", report(2022, [9, 0, 3]).as_bytes()) {
    ///     archive.add(brief);
    /// }
    /// let (report, prose) = engine.read_with_prose("2023.txt", report(2023, [7, 2, 1]).as_bytes()).remove(0);
    /// let audit = engine.check_series(report, &prose, &archive);
    /// let broken = audit.findings.iter().find(|finding| finding.rule == "carry-over").unwrap();
    /// assert_eq!(broken.difference.unwrap().to_string(), "-1");
    /// ```
    pub fn check_series(&self, report: Report, prose: &Prose, archive: &Archive) -> Audit {
        let previous = archive.previous(&report);
        let compared = previous.map(|previous| series::check(&report, prose, &previous));
        let year_before = previous.filter(|it| it.is_year_before).map(|it| it.brief);
        let mut audit = check_beside(report, &self.rules, year_before);
        if let Some(compared) = compared {
            compared.add_to(&mut audit);
        }
        audit
    }

    /// Adds to `audit` what the reports of the bodies below it say; see [`Levels`].
    pub fn check_levels(&self, audit: &mut Audit, levels: &Levels) {
        levels.check(&audit.report).add_to(audit);
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
            name: plan.template.name,
            basis: plan.template.basis,
            years: plan.template.years,
            needs: plan
                .tables
                .iter()
                .map(|table| {
                    let (all, needs) = (table.required_rows(), table.form.needs);
                    let (rows, fewer, headers) = (needs.rows, needs.rows_with_headers, needs.headers);
                    let (number, caption) = (table.form.number, table.form.caption);
                    let headings = table.form.headings.join("、");
                    if table.is_unlabelled() {
                        Message::new(
                            format!("第{number}表（{caption}）：表头“{headings}”及其下的一行数字"),
                            format!("table {number} ({caption}): the headings {headings} above a row of figures"),
                        )
                    } else {
                        Message::new(
                            format!("第{number}表（{caption}）：{all}行中的{rows}行，或者{fewer}行和{headers}个表头"),
                            format!("table {number} ({caption}): {rows} of its {all} rows by their labels, or {fewer} and {headers} headers"),
                        )
                    }
                })
                .collect(),
        })
    }
}

/// A sketch of what stands outside grids.
fn prose(document: &Document) -> Prose {
    Prose::of(document.blocks().iter().filter_map(|block| match block {
        Block::Paragraph(span) | Block::Heading(_, span) => Some(document.slice(*span)),
        Block::Row(_) => None,
    }))
}

/// The report years of a form as it prints them: `2019-2020`, `2021-`; `None` where it says something else.
fn years(printed: &str) -> Option<RangeInclusive<u16>> {
    let (from, to) = printed.split_once(['-', '–'])?;
    let to = if to.trim().is_empty() { u16::MAX } else { to.trim().parse().ok()? };
    Some(from.trim().parse().ok()?..=to)
}
