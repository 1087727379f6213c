//! What is kept of a report to compare others with: its figures, not its document.

use super::prose::Prose;
use gongkai_model::{Agency, Fact, Indicator, Measure, Presence, Report, Scope, Status, ValueKind};
use gongkai_text::{Decimal, Unit};

/// The figures of one report and a sketch of its sentences, to compare other reports with; some twenty kilobytes,
/// whatever the size of the document.
#[derive(Clone, Debug, Default)]
pub struct Brief {
    /// Name of the input.
    pub source: String,
    /// The body that reports.
    pub agency: Option<Agency>,
    /// Report year.
    pub year: Option<u16>,
    /// Whose figures the tables give.
    pub scope: Scope,
    /// A sketch of its sentences.
    pub prose: Prose,
    /// Cells that were found, sorted by indicator and measure.
    pub(super) figures: Vec<Figure>,
}

/// One cell, with money in yuan.
#[derive(Clone, Copy, Debug)]
pub(super) struct Figure {
    pub(super) indicator: Indicator,
    pub(super) measure: Measure,
    pub(super) presence: Presence,
    /// As printed, for words.
    pub(super) printed: Option<Decimal>,
    /// One unit of the last printed place, in base units; only amounts are rounded.
    pub(super) ulp: Option<Decimal>,
    /// In base units; `None` where no number was read, or more than one may be.
    pub(super) value: Option<Decimal>,
    pub(super) is_disputed: bool,
    /// Line in the source; 0 where unknown.
    pub(super) line: u32,
}

impl Figure {
    pub(super) fn of(fact: &Fact) -> Self {
        let settled = fact.value.filter(|_| {
            fact.presence == Presence::Number && !matches!(fact.status, Status::Ambiguous | Status::NotFound)
        });
        Self {
            indicator: fact.indicator,
            measure: fact.measure,
            presence: fact.presence,
            printed: fact.value,
            ulp: fact.value.and_then(|value| in_base_units(Decimal::new(1, value.scale())?, fact.unit)),
            value: settled.and_then(|value| in_base_units(value, fact.unit)),
            is_disputed: fact.status == Status::Disputed,
            line: fact.span.map_or(0, |span| span.line),
        }
    }

    /// Whether the cell is there and holds no number.
    pub(super) fn is_blank(&self) -> bool {
        !matches!(self.presence, Presence::Number | Presence::NotFound)
    }

    pub(super) fn is_amount(&self) -> bool {
        self.indicator.kind() == ValueKind::Amount
    }
}

fn in_base_units(value: Decimal, unit: Option<Unit>) -> Option<Decimal> {
    match unit.and_then(Unit::yuan) {
        Some(weight) => Decimal::new(value.mantissa().checked_mul(i128::from(weight))?, value.scale()),
        None => Some(value),
    }
}

impl Brief {
    /// What is kept of `report`, whose sentences `prose` sketches.
    pub fn of(report: &Report, prose: Prose) -> Self {
        let mut figures: Vec<Figure> =
            report.facts.iter().filter(|fact| fact.presence != Presence::NotFound).map(Figure::of).collect();
        // The first of two cells of one indicator is the one that is meant.
        figures.sort_by_key(|figure| (figure.indicator, figure.measure));
        figures.dedup_by_key(|figure| (figure.indicator, figure.measure));
        Self {
            source: report.source.clone(),
            agency: report.agency.clone(),
            year: report.year,
            scope: report.scope,
            prose,
            figures,
        }
    }

    pub(super) fn figure(&self, id: &str, measure: Measure) -> Option<&Figure> {
        let key = (id, measure);
        let at = self.figures.binary_search_by(|it| (it.indicator.id(), it.measure).cmp(&key)).ok()?;
        self.figures.get(at)
    }

    /// How many cells hold a number that was read without doubt.
    pub(super) fn numbers(&self) -> usize {
        self.figures.iter().filter(|figure| figure.value.is_some()).count()
    }

    /// Name of the agency; empty where none is printed.
    pub(super) fn name(&self) -> &str {
        self.agency.as_ref().map_or("", |agency| &agency.name)
    }
}
