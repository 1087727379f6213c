//! From indicator ids and bytes to table, row and column as printed.

use crate::Lang;
use gongkai_model::{
    CellLabel, Fact, Finding, Indicator, Measure, Place, Presence, Report, Side, TableRead, catalog,
};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Between table, row and column.
const STEP: &str = " → ";

/// The rule that tells of all cells of a row at once.
const JOINT: &str = "reading-repaired";

/// Finds facts of a report by id.
pub(crate) struct Atlas<'a> {
    report: &'a Report,
    by_id: BTreeMap<Cow<'static, str>, usize>,
}

/// Where to look first.
#[derive(Clone, Copy, Default)]
pub(crate) struct Spot<'a> {
    /// Number printed on the form.
    pub(crate) table: Option<u8>,
    /// Row and column.
    pub(crate) cell: Option<Cell>,
    /// The chapter, where the place is a sentence.
    pub(crate) section: Option<&'a str>,
    /// Line and column in the source.
    pub(crate) at: Option<Place>,
    /// The page, where the carrier has pages.
    pub(crate) page: Option<u32>,
}

impl<'a> Atlas<'a> {
    pub(crate) fn of(report: &'a Report) -> Self {
        let mut by_id = BTreeMap::new();
        for (at, fact) in report.facts.iter().enumerate() {
            by_id.entry(fact.key()).or_insert(at);
        }
        Self { report, by_id }
    }

    /// The fact called `id` by findings: an indicator id, with `@cumulative` where it is not the report year's.
    pub(crate) fn fact(&self, id: &str) -> Option<&'a Fact> {
        self.by_id.get(id).map(|&at| &self.report.facts[at])
    }

    /// The table that the fact at position `at` belongs to.
    pub(crate) fn table(&self, at: usize) -> Option<&'a TableRead> {
        self.report
            .tables
            .iter()
            .find(|it| at.checked_sub(it.first_fact).is_some_and(|nth| nth < it.form_cells as usize))
    }

    /// The box, or else the sentence, that a finding points at: what its only proposal changes, where its span
    /// is, or the first of its facts that has a place.
    pub(crate) fn place(&self, finding: &'a Finding) -> Spot<'a> {
        let positions = || finding.facts.iter().filter_map(|id| self.by_id.get(id.as_str()).copied());
        let span_of = |at: usize| self.report.facts[at].span;
        let proposed = finding
            .repairs
            .iter()
            .filter(|_| finding.repairs.len() == 1)
            .flat_map(|it| &it.edits)
            .find_map(|it| self.by_id.get(it.id.as_str()).copied());
        let boxed = proposed.or_else(|| match finding.span {
            Some(span) => positions().find(|&at| span_of(at).is_some_and(|it| it.start == span.start)),
            None => positions().find(|&at| span_of(at).is_some()).or_else(|| positions().next()),
        });
        let Some(at) = boxed else {
            let section = finding.span.and_then(|span| self.section(span));
            return Spot { section, at: finding.span, ..Spot::default() };
        };
        let fact = &self.report.facts[at];
        let is_joint = finding.rule == JOINT;
        Spot {
            table: self.table(at).map(|it| it.number),
            // Many cells that are not there, or were read together, have no place but their table.
            cell: (finding.facts.len() == 1 || !(is_joint || fact.presence == Presence::NotFound))
                .then(|| fact.into()),
            section: None,
            at: fact.span.or(finding.span),
            page: fact.locator.as_ref().and_then(|it| it.page),
        }
    }

    fn section(&self, place: Place) -> Option<&'a str> {
        let before = |it: &&gongkai_model::Section| it.span.start <= place.start;
        self.report.sections.iter().filter(before).max_by_key(|it| it.span.start).map(|it| it.title.as_str())
    }
}

impl Spot<'_> {
    /// Row and column, or the chapter of the sentence; empty when unknown.
    pub(crate) fn label(&self, lang: Lang) -> String {
        match self.cell {
            Some(it) => it.path(lang),
            None => self.section.unwrap_or_default().to_owned(),
        }
    }

    /// Table, row, column, then line and column of the source; empty when unknown.
    pub(crate) fn full(&self, lang: Lang) -> String {
        let words = lang.words();
        let label = self.label(lang);
        let mut out = match self.table {
            Some(number) if label.is_empty() => (words.table)(number),
            Some(number) => [(words.table)(number), label].join(STEP),
            None => label,
        };
        if let Some(at) = self.at {
            out.push_str(&(words.at)(self.page, at.line, at.column));
        }
        out
    }
}

/// The cells that have a finding of their own, as damaged ones do.
pub(crate) fn singled_out(findings: &[Finding]) -> BTreeSet<&str> {
    let tells = |it: &&Finding| it.facts.len() == 1 || it.rule == JOINT;
    findings.iter().filter(tells).flat_map(|it| &it.facts).map(String::as_str).collect()
}

/// A box, by what is counted in it and what its form calls it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cell {
    pub(crate) indicator: Indicator,
    pub(crate) measure: Measure,
    label: CellLabel,
}

impl From<&Fact> for Cell {
    fn from(fact: &Fact) -> Self {
        Self { indicator: fact.indicator, measure: fact.measure, label: fact.label }
    }
}

impl Cell {
    /// The box of `id` in the report, else as the catalogue has it. What stands behind `@` tells whose figure it is.
    pub(crate) fn find(atlas: &Atlas<'_>, id: &str) -> Option<Self> {
        let (plain, tag) = id.split_once('@').unwrap_or((id, ""));
        let measure = if tag.starts_with("cumulative") { Measure::Cumulative } else { Measure::Year };
        let known = |it| Self { indicator: it, measure, label: CellLabel::of(it) };
        let own = format!("{plain}{}", if measure.is_year() { "" } else { Measure::CUMULATIVE_SUFFIX });
        atlas.fact(&own).map(Self::from).or_else(|| catalog::find(plain).map(known))
    }

    /// What findings call it.
    pub(crate) fn key(self) -> String {
        let suffix = if self.measure.is_year() { "" } else { Measure::CUMULATIVE_SUFFIX };
        format!("{}{suffix}", self.indicator)
    }

    /// Row and column in one.
    pub(crate) fn path(self, lang: Lang) -> String {
        let (row, column) = self.row_and_column(lang);
        if column.is_empty() { row } else { [row, column].join(STEP) }
    }

    /// Row and column apart; the column is empty where the form has only one.
    pub(crate) fn row_and_column(self, lang: Lang) -> (String, String) {
        let (row, column) = self.label.halves();
        let name = self.indicator.name();
        let split = [", ", ": "].into_iter().filter_map(|it| name.rfind(it)).max();
        match (lang, split) {
            (Lang::Zh, _) => (row.to_string(), column.to_string()),
            (Lang::En, _) if !self.measure.is_year() => {
                (name.to_owned(), Measure::CUMULATIVE_NAME.to_owned())
            }
            // The English name ends in the column too, after the last comma or colon.
            (Lang::En, Some(at)) if !column.is_empty() => (name[..at].to_owned(), name[at + 2..].to_owned()),
            (Lang::En, _) => (name.to_owned(), String::new()),
        }
    }
}

/// Whether `id` is a term of `side`.
pub(crate) fn is_on(side: Option<&Side>, id: &str) -> bool {
    side.is_some_and(|it| it.expr.split(" + ").any(|term| term.trim() == id))
}
