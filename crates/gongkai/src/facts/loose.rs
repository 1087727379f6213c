//! A report as a file of facts gives it, before it is fitted to the forms.

use super::problem::{At, Problem};
use gongkai_model::{
    Agency, BoundBy, Contact, Diagnostic, JointReading, Level, Locator, Measure, Message, Place, Presence,
    Scope, Section, Severity, Status, Unread,
};
use gongkai_text::{Decimal, DecimalError, Unit};

/// A value with its place in the file.
#[derive(Clone, Debug)]
pub(super) struct Placed<T> {
    pub(super) value: T,
    pub(super) at: At,
    /// Path or column name.
    pub(super) field: String,
}

/// A table that a report says it has.
#[derive(Clone, Debug)]
pub(super) struct LooseTable {
    pub(super) number: u8,
    pub(super) template: Placed<String>,
    pub(super) span: Option<Place>,
}

/// What a fact says of its unit.
#[derive(Clone, Copy, Debug)]
pub(super) enum LooseUnit {
    /// Nothing: it is the one the form fixes.
    Unsaid,
    /// That none is printed.
    Absent,
    Printed(Unit),
}

/// One fact as given.
#[derive(Clone, Debug)]
pub(super) struct LooseFact {
    pub(super) id: Placed<String>,
    /// The form of its table, where the fact itself says it.
    pub(super) template: Option<Placed<String>>,
    pub(super) measure: Measure,
    pub(super) presence: Presence,
    pub(super) value: Option<Decimal>,
    pub(super) unit: LooseUnit,
    pub(super) raw: Option<String>,
    pub(super) note: Option<String>,
    pub(super) bound_by: BoundBy,
    pub(super) status: Option<Status>,
    pub(super) candidates: Vec<String>,
    pub(super) span: Option<Place>,
    pub(super) locator: Option<Locator>,
}

/// A report as given.
#[derive(Clone, Debug, Default)]
pub(super) struct LooseReport {
    pub(super) at: Option<At>,
    pub(super) source: Option<String>,
    pub(super) template: Option<Placed<String>>,
    pub(super) tables: Option<Vec<LooseTable>>,
    pub(super) title: Option<String>,
    pub(super) agency: Option<Agency>,
    pub(super) region: Option<String>,
    pub(super) year: Option<u16>,
    pub(super) scope: Scope,
    pub(super) period: Option<[String; 2]>,
    pub(super) contact: Contact,
    pub(super) sections: Vec<Section>,
    pub(super) facts: Vec<LooseFact>,
    pub(super) joint: Vec<JointReading>,
    pub(super) unread: Vec<Unread>,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) unreadable: Option<Message>,
}

/// The words of an enumeration, as the public formats print them.
pub(super) type Words<T> = &'static [(&'static str, T)];

pub(super) const PRESENCES: Words<Presence> = &[
    ("number", Presence::Number),
    ("blank", Presence::Blank),
    ("not_applicable", Presence::NotApplicable),
    ("dash", Presence::Dash),
    ("text", Presence::Text),
    ("not_found", Presence::NotFound),
];

pub(super) const STATUSES: Words<Status> = &[
    ("confirmed", Status::Confirmed),
    ("read", Status::Read),
    ("disputed", Status::Disputed),
    ("repaired", Status::Repaired),
    ("ambiguous", Status::Ambiguous),
    ("not_found", Status::NotFound),
];

pub(super) const BINDINGS: Words<BoundBy> = &[
    ("label", BoundBy::Label),
    ("fuzzy", BoundBy::Fuzzy),
    ("position", BoundBy::Position),
    ("arithmetic", BoundBy::Arithmetic),
    ("sentence", BoundBy::Sentence),
];

pub(super) const MEASURES: Words<Measure> = &[("year", Measure::Year), ("cumulative", Measure::Cumulative)];

pub(super) const LEVELS: Words<Level> = &[
    ("province", Level::Province),
    ("city", Level::City),
    ("county", Level::County),
    ("township", Level::Township),
    ("department", Level::Department),
    ("unknown", Level::Unknown),
];

pub(super) const SCOPES: Words<Scope> =
    &[("aggregate", Scope::Aggregate), ("own", Scope::Own), ("unknown", Scope::Unknown)];

pub(super) const SEVERITIES: Words<Severity> =
    &[("note", Severity::Note), ("warning", Severity::Warning), ("error", Severity::Error)];

/// The entry of `words` called `text`.
pub(super) fn word<T: Copy>(at: At, field: &str, text: &str, words: Words<T>) -> Result<T, Problem> {
    words.iter().find(|(name, _)| *name == text).map(|(_, value)| *value).ok_or_else(|| {
        let names: Vec<&str> = words.iter().map(|(name, _)| *name).collect();
        let (zh, en) = (names.join("、"), names.join(", "));
        Problem::value(at, field, (&format!("{zh}之一"), &format!("one of {en}")), text)
    })
}

/// A decimal as the formats print it.
pub(super) fn decimal(at: At, field: &str, text: &str) -> Result<Decimal, Problem> {
    text.parse().map_err(|error| match error {
        DecimalError::TooLong => {
            Problem::value(at, field, ("至多30位的十进制数", "a decimal of at most 30 digits"), text)
        }
        _ => Problem::value(at, field, ("十进制数，如 4482.67", "a decimal such as 4482.67"), text).advise(
            "请去掉千分位、单位和指数；没有数的格请写明 presence",
            "drop separators, units and exponents; for a cell without a number give its presence",
        ),
    })
}

/// A unit as the forms print it.
pub(super) fn unit(at: At, field: &str, text: &str) -> Result<Unit, Problem> {
    Unit::parse(text).or_else(|| Unit::classifier(text)).ok_or_else(|| {
        let all: Vec<&str> = Unit::ALL.iter().map(|unit| unit.label()).collect();
        let (zh, en) = (all.join("、"), all.join(", "));
        Problem::value(at, field, (&format!("{zh}之一"), &format!("one of {en}")), text)
    })
}

/// A report year.
pub(super) fn year(at: At, field: &str, text: &str) -> Result<u16, Problem> {
    text.parse().ok().filter(|year| (1990..2100).contains(year)).ok_or_else(|| {
        Problem::value(at, field, ("四位年份，如 2023", "a year of four digits such as 2023"), text)
    })
}

/// Presence and value of one fact together: neither guesses the other where that would make a blank a zero.
pub(super) fn cell(
    id: &Placed<String>,
    presence: Option<Presence>,
    value: Option<Decimal>,
    status: Option<Status>,
) -> Result<Presence, Problem> {
    let field = |name: &str| match id.field.strip_suffix("id") {
        Some(path) => format!("{path}{name}"),
        None => name.to_owned(),
    };
    let presence = match (presence, value) {
        (Some(presence), _) => presence,
        (None, Some(_)) => Presence::Number,
        (None, None) => {
            return Err(Problem::missing(
                id.at,
                &field("presence"),
                (
                    "没有数的格写明 presence（空白不是零）",
                    "the presence of a cell without a number (blank is not zero)",
                ),
            ));
        }
    };
    match (presence, value) {
        (Presence::Number, None) => Err(Problem::missing(
            id.at,
            &field("value"),
            ("presence 为 number 时有 value", "a value where presence is number"),
        )),
        (Presence::Number, Some(_)) => {
            if status == Some(Status::NotFound) {
                return Err(Problem::value(
                    id.at,
                    &field("status"),
                    ("有数的格的状态", "the status of a cell that holds a number"),
                    "not_found",
                ));
            }
            Ok(presence)
        }
        (_, Some(value)) => Err(Problem::value(
            id.at,
            &field("value"),
            ("presence 不是 number 时没有 value", "no value where presence is not number"),
            &value.to_string(),
        )),
        (_, None) => Ok(presence),
    }
}
