//! What was read from one document.

use crate::{Fact, Mention, Message, Operand, Severity, Statement};
use gongkai_text::{Carrier, Decimal, Position, Span};
use std::borrow::Cow;

/// A span of the source together with the line and column of its start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Place {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Line of the first byte, from 1.
    pub line: u32,
    /// Column of the first byte in characters, from 1.
    pub column: u32,
}

impl Place {
    /// The place of `span` of the source, which begins at `at`.
    pub const fn new(span: Span, at: Position) -> Self {
        Self { start: span.start, end: span.end, line: at.line, column: at.column }
    }

    /// The bytes alone.
    pub const fn span(self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// How strongly a form claims a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Claim {
    /// Share of the form's rows and headers seen, from 0.00 to 1.00.
    pub score: Decimal,
    /// What was seen, in words.
    pub evidence: Vec<Message>,
}

/// One extractor's answer on a document that none could claim.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ExtractorClaim {
    /// The extractor's id.
    pub extractor: String,
    /// Its claim, with what was and was not seen.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub claim: Claim,
}

/// One statutory table of the report: which form it follows, and how much of it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct TableRead {
    /// Number printed on the form (2, 3, 4); 1 where a form is a single table.
    pub number: u8,
    /// Id of the form this table follows, decided table by table.
    pub template: Cow<'static, str>,
    /// Name of that form as printed; empty where it is not known.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub form: Cow<'static, str>,
    /// Cells of this printing of the form: those of rows and columns that it lacks are not counted.
    pub cells: u32,
    /// Cells of the form: as many facts, from `first_fact` on, are of this table.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub form_cells: u32,
    /// Cells found, blank ones included.
    pub found: u32,
    /// Where the table stands; `None` when it is missing.
    pub span: Option<Place>,
    /// Position of its first fact in [`Report::facts`]; the cells of the form follow in its order.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub first_fact: usize,
}

/// Cells of one row that could be read in several ways, none of which concerns one cell alone, after the
/// form's identities decided between them.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct JointReading {
    /// Positions in [`Report::facts`] of the cells on which the ways differed.
    pub facts: Vec<usize>,
    /// Readings of each of those cells that were not taken, as a fact lists its candidates.
    pub rejected: Vec<Vec<String>>,
    /// Cells of the whole row.
    pub cells: usize,
    /// Figures printed in the row.
    pub figures: usize,
    /// Raw characters of the figures that no cell took.
    pub unused: Vec<String>,
}

/// How high a body stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[allow(missing_docs, reason = "each variant is the level it names")]
pub enum Level {
    Province,
    City,
    County,
    Township,
    Department,
    #[default]
    Unknown,
}

/// The body that reports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Agency {
    /// Name as printed.
    pub name: String,
    /// The place it stands for, as far as it is printed.
    pub jurisdiction: Option<String>,
    /// How high it stands.
    pub level: Level,
}

/// Whose figures the tables give.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
pub enum Scope {
    /// A government with its departments and lower levels.
    Aggregate,
    /// The reporting body alone.
    Own,
    /// The document does not say.
    #[default]
    Unknown,
}

/// Whom to ask, as printed; what is not printed is `None` or empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[allow(missing_docs, reason = "each field is the line of an address it names")]
pub struct Contact {
    pub unit: Option<String>,
    pub address: Option<String>,
    pub postcode: Option<String>,
    pub phone: Vec<String>,
    pub fax: Vec<String>,
    pub email: Option<String>,
    pub website: Option<String>,
}

/// One chapter of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Section {
    /// Its printed number.
    pub number: u32,
    /// Its heading with the number as printed, blanks inside Chinese removed.
    pub title: String,
    /// Where the heading stands.
    pub span: Place,
}

/// Something inside a table that no row claimed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Unread {
    /// The raw characters.
    pub text: String,
    /// Why it was left.
    pub why: Message,
    /// Where it stands.
    pub span: Place,
}

/// What a reader has to say about its reading.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Diagnostic {
    /// Stable kebab-case code.
    pub code: Cow<'static, str>,
    /// How much it matters.
    pub severity: Severity,
    /// Expected, found, and what to do.
    pub message: Message,
    /// Where, when it has a place.
    pub span: Option<Place>,
}

/// What was read from one document; serialises to the fields of schema `gongkai.report/1`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Report {
    /// Name of the input.
    pub source: String,
    /// Kind of file.
    pub carrier: Carrier,
    /// Id of the form: that of table 2, or the only one; `None` when nothing claimed the document.
    pub template: Option<Cow<'static, str>>,
    /// Name of that form, where it has no tables to tell it; else empty.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub formless: Cow<'static, str>,
    /// How strongly that form claimed it.
    pub claim: Option<Claim>,
    /// Every table of the form, missing ones included.
    pub tables: Vec<TableRead>,
    /// Title as printed, blanks inside Chinese removed.
    pub title: Option<String>,
    /// The body that reports.
    pub agency: Option<Agency>,
    /// Region, where one is known from outside the document.
    pub region: Option<String>,
    /// Report year.
    pub year: Option<u16>,
    /// Whose figures the tables give.
    pub scope: Scope,
    /// First and last day, ISO 8601.
    pub period: Option<[String; 2]>,
    /// Whom to ask.
    pub contact: Contact,
    /// Chapters in order.
    pub sections: Vec<Section>,
    /// Every cell of every table's form, in the form's order. Output leaves out the rows that the printing does not
    /// have ([`Fact::is_beyond_form`]).
    #[cfg_attr(feature = "serde", serde(serialize_with = "facts_of_the_printing"))]
    pub facts: Vec<Fact>,
    /// Rows whose cells the identities decided together; JSON shows them only where there are any.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    pub joint: Vec<JointReading>,
    /// Figures in sentences, in reading order.
    pub mentions: Vec<Mention>,
    /// What the sentences say about how their figures relate.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub statements: Vec<Statement>,
    /// What no row claimed.
    pub unread: Vec<Unread>,
    /// What the readers have to say.
    pub diagnostics: Vec<Diagnostic>,
    /// Why the document could not be read, when it could not.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub unreadable: Option<Message>,
    /// Every extractor's score and reason, when none claimed the document.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    pub claims: Vec<ExtractorClaim>,
}

#[cfg(feature = "serde")]
fn facts_of_the_printing<S: serde::Serializer>(facts: &[Fact], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(facts.iter().filter(|fact| !fact.is_beyond_form()))
}

impl Report {
    /// A report of which nothing is known yet.
    pub fn empty(source: &str, carrier: Carrier) -> Self {
        Self {
            source: source.to_owned(),
            carrier,
            template: None,
            formless: Cow::Borrowed(""),
            claim: None,
            tables: Vec::new(),
            title: None,
            agency: None,
            region: None,
            year: None,
            scope: Scope::Unknown,
            period: None,
            contact: Contact::default(),
            sections: Vec::new(),
            facts: Vec::new(),
            joint: Vec::new(),
            mentions: Vec::new(),
            statements: Vec::new(),
            unread: Vec::new(),
            diagnostics: Vec::new(),
            unreadable: None,
            claims: Vec::new(),
        }
    }

    /// Name of the form as printed, or as a form without tables calls itself, where it is known.
    pub fn form(&self) -> Option<&str> {
        let id = self.template.as_deref()?;
        let table = self.tables.iter().find(|table| table.template == id);
        let form = table.map_or(self.formless.as_ref(), |table| table.form.as_ref());
        Some(form).filter(|form| !form.is_empty())
    }

    /// The fact of indicator `key`, when the form has it: for the report year, or with `@cumulative` behind the id
    /// since the beginning.
    pub fn fact(&self, key: &str) -> Option<&Fact> {
        let Operand { id, measure, .. } = Operand::parse(key);
        self.facts.iter().find(|fact| fact.indicator.id() == id && fact.measure == measure)
    }
}
