//! One cell of a statutory table, and how surely it was read.

use crate::{CellLabel, Indicator, Place};
use gongkai_text::{Decimal, Unit};
use std::borrow::Cow;

/// What stands in a cell. Blank is not zero, and stays apart from the first cell to the last output column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
pub enum Presence {
    /// A number; an annotated cell (`40(县级3次)`) is a number with a note.
    Number,
    /// The cell is there and empty.
    Blank,
    /// `/`, 无, 不适用, N/A.
    NotApplicable,
    /// `-`, `—`, `－`.
    Dash,
    /// A word, or a bare 增.
    Text,
    /// The form has this cell, the document does not show it.
    NotFound,
}

/// How surely a cell was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
pub enum Status {
    /// Read unambiguously; it stands on at least one evaluated equality with an operand that is not zero,
    /// and every identity on it that could be evaluated holds.
    Confirmed,
    /// Read unambiguously; nothing that could have exposed a misreading was evaluated.
    Read,
    /// On a violated equality.
    Disputed,
    /// The raw reading was damaged or ambiguous, and the identities (or the kind of value, as for `-0`) decided.
    Repaired,
    /// More than one reading survives; see the candidates.
    Ambiguous,
    /// Nothing was read.
    NotFound,
}

/// How a cell was tied to its indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
pub enum BoundBy {
    /// The row's label matched exactly after folding.
    Label,
    /// The row's label matched nearly.
    Fuzzy,
    /// The place in the table alone.
    Position,
    /// The form's identities.
    Arithmetic,
    /// The words of a sentence, in a report without tables.
    Sentence,
    /// Not at all, and nothing is lost: this printing of the form lacks the row.
    RowAbsent,
    /// Not at all, and nothing is lost: this printing of the form lacks the column.
    ColumnAbsent,
}

/// Which period a figure covers, where a form prints more than one column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
pub enum Measure {
    /// The report year (本年度).
    #[default]
    Year,
    /// Since the beginning (历年累计).
    Cumulative,
}

impl Measure {
    /// What follows the indicator id in the key of a cumulative cell.
    pub const CUMULATIVE_SUFFIX: &'static str = "@cumulative";

    /// What an English text adds to the name of a cumulative cell.
    pub const CUMULATIVE_NAME: &'static str = "since the beginning";

    /// Whether it is the report year, the measure that JSON leaves out.
    pub fn is_year(&self) -> bool {
        *self == Self::Year
    }
}

/// A cell of a form, whatever a document prints there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormCell {
    /// What is counted.
    pub indicator: Indicator,
    /// Which period.
    pub measure: Measure,
    /// Whether printings of the form may lack it: then its absence is no loss.
    pub is_optional: bool,
}

impl From<Indicator> for FormCell {
    fn from(indicator: Indicator) -> Self {
        Self { indicator, measure: Measure::Year, is_optional: false }
    }
}

impl From<&Indicator> for FormCell {
    fn from(indicator: &Indicator) -> Self {
        (*indicator).into()
    }
}

/// Where a carrier has places other than bytes: page, sheet, cell.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Locator {
    /// Page, from 1.
    pub page: Option<u32>,
    /// Sheet name.
    pub sheet: Option<String>,
    /// Cell, such as `C7`.
    pub cell: Option<String>,
}

/// One cell of a table's form, found or not.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Fact {
    /// What is counted.
    #[cfg_attr(feature = "serde", serde(rename = "id"))]
    pub indicator: Indicator,
    /// What the form of this very table calls the cell; other forms may print the indicator otherwise.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub label: CellLabel,
    /// Which period; JSON shows it only where it is not the report year.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Measure::is_year"))]
    pub measure: Measure,
    /// What stands in the cell.
    pub presence: Presence,
    /// The number as printed, in `unit`; `None` unless `presence` is [`Presence::Number`].
    pub value: Option<Decimal>,
    /// Unit as printed in the cell or header, or as fixed by the form.
    pub unit: Option<Unit>,
    /// The raw characters of the cell.
    pub raw: String,
    /// What was printed beside the number, such as 县级3次.
    pub note: Option<String>,
    /// How it was tied to its indicator, or why there is nothing to tie.
    pub bound_by: BoundBy,
    /// How surely it was read.
    pub status: Status,
    /// The readings that survive, when `status` is [`Status::Ambiguous`]: values, `""` for a blank, or units.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    pub candidates: Vec<String>,
    /// Where the raw characters stand.
    pub span: Option<Place>,
    /// Where the cell stands in carriers that have pages, sheets or cells.
    pub locator: Option<Locator>,
}

impl Fact {
    /// A cell of the form that the document does not show, called what the catalogue calls it.
    pub fn not_found(indicator: Indicator) -> Self {
        Self::not_found_at(indicator, CellLabel::of(indicator))
    }

    /// A cell that the document does not show, and what its form calls it.
    pub fn not_found_at(indicator: Indicator, label: CellLabel) -> Self {
        Self {
            indicator,
            label,
            measure: Measure::Year,
            presence: Presence::NotFound,
            value: None,
            unit: indicator.unit(),
            raw: String::new(),
            note: None,
            bound_by: BoundBy::Position,
            status: Status::NotFound,
            candidates: Vec::new(),
            span: None,
            locator: None,
        }
    }

    /// Whether the document prints a variant of the form that lacks the cell: there is nothing to find.
    pub fn is_beyond_form(&self) -> bool {
        matches!(self.bound_by, BoundBy::RowAbsent | BoundBy::ColumnAbsent)
    }

    /// What findings and identities call the cell: the indicator id, with `@cumulative` behind it where it is not the
    /// report year's.
    pub fn key(&self) -> Cow<'static, str> {
        match self.measure {
            Measure::Year => self.indicator.id().into(),
            Measure::Cumulative => format!("{}{}", self.indicator, Measure::CUMULATIVE_SUFFIX).into(),
        }
    }

    /// The English name of the cell.
    pub fn name(&self) -> Cow<'static, str> {
        match self.measure {
            Measure::Year => self.indicator.name().into(),
            Measure::Cumulative => format!("{}, {}", self.indicator.name(), Measure::CUMULATIVE_NAME).into(),
        }
    }

    /// Whether a reader must look: anything but an undisturbed reading of a printed number.
    pub fn is_flagged(&self) -> bool {
        self.presence != Presence::Number || !matches!(self.status, Status::Confirmed | Status::Read)
    }
}

/// What a cell may hold under one reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What stands in the cell.
    pub presence: Presence,
    /// The number, when `presence` is [`Presence::Number`].
    pub value: Option<Decimal>,
    /// The raw characters taken for the cell.
    pub raw: String,
    /// Where they stand.
    pub span: Option<Place>,
}

impl Reading {
    /// As listed among a fact's candidates: the number, or `""`.
    pub fn candidate(&self) -> String {
        self.value.map(|value| value.to_string()).unwrap_or_default()
    }
}

/// One way to read the cells of a [`Choice`] together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// Readings in the order of the choice's facts.
    pub readings: Vec<Reading>,
    /// How unlikely the way is before any arithmetic; 0 is the plainest.
    pub cost: u32,
}

/// Cells whose readings depend on each other (a row with one token too many), with the ways to read them.
///
/// The facts hold the cheapest alternative, with status [`Status::Ambiguous`], until identities decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Positions in [`Report::facts`](crate::Report::facts).
    pub facts: Vec<usize>,
    /// At least two, cheapest first.
    pub alternatives: Vec<Alternative>,
    /// Why there is more than one reading.
    pub kind: ChoiceKind,
}

/// Why cells have more than one reading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChoiceKind {
    /// Something is damaged: what arithmetic decides is a repair.
    #[default]
    Damage,
    /// Every character is there and only the separators between cells are not: what arithmetic decides is a reading.
    Separation,
}
