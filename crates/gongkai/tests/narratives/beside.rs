//! The tables of a report with other prose beside them, so that many narratives are tried without reading tables anew.

use gongkai::document::Builder;
use gongkai::grammar::narrative::{Frame, narrative};
use gongkai::model::{Level, Report};
use gongkai::text::{Carrier, Decimal, Span};
use gongkai::{Audit, Engine};
use std::path::Path;

/// A report whose prose was taken out.
pub(crate) struct Tables(Report);

impl Tables {
    /// The tables of `report`.
    pub(crate) fn of(mut report: Report) -> Self {
        report.mentions.clear();
        report.statements.clear();
        Self(report)
    }

    /// The tables of the fixture `case`, as `annual-2021/clean`.
    pub(crate) fn of_fixture(engine: &Engine, case: &str) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures").join(case).join("source.txt");
        let bytes = std::fs::read(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
        Self::of(engine.read(case, &bytes))
    }

    /// The same cells with other figures; a cell that `figure` does not know stays as it is.
    pub(crate) fn with_figures(&self, figure: impl Fn(&str) -> Option<Decimal>) -> Self {
        let mut report = self.0.clone();
        for fact in &mut report.facts {
            fact.value = figure(fact.indicator.id()).or(fact.value);
        }
        Self(report)
    }

    /// These tables with `prose` beside them, a paragraph a line, checked.
    pub(crate) fn check(&self, engine: &Engine, prose: &str) -> Audit {
        let mut builder = Builder::new(prose, Carrier::Text);
        let mut start = 0;
        for line in prose.split('\n') {
            let end = start + u32::try_from(line.len()).expect("prose is short");
            if !line.trim().is_empty() {
                builder.paragraph(Span::new(start, end));
            }
            start = end + 1;
        }
        let mut report = self.0.clone();
        let level = report.agency.as_ref().map_or(Level::Unknown, |agency| agency.level);
        let has = |id: &str| report.fact(id).is_some();
        let found = narrative(
            &builder.finish(),
            &Frame {
                year: report.year,
                is_government: !matches!(level, Level::Department | Level::Unknown),
                has: Some(&has),
                ..Frame::default()
            },
        );
        report.mentions = found.mentions;
        report.statements = found.statements;
        engine.check_report(report)
    }
}
