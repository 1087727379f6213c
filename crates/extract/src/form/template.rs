//! A statutory form as const data.

use gongkai_model::{Identity, IndicatorDef, Measure};
use gongkai_text::Unit;

/// A form: its tables, the identities it prints or implies, and whatever indicators are its own.
#[derive(Debug)]
pub struct Template {
    /// Stable id, kebab-case: `annual-2021`.
    pub id: &'static str,
    /// Name of the form as printed.
    pub title: &'static str,
    /// Its name in English.
    pub name: &'static str,
    /// The notice that lays it down.
    pub basis: &'static str,
    /// Report years it was made for, such as `2021-`; never used to decide which form a table follows.
    pub years: &'static str,
    /// Its tables, in printed order.
    pub tables: &'static [Table],
    /// Relations between its indicators, also with those of the year before (`…@previous`).
    pub identities: &'static [Identity],
    /// Indicators that no other form has, ids beginning with the form's id.
    pub indicators: &'static [IndicatorDef],
}

/// One table of a form.
#[derive(Debug)]
pub struct Table {
    /// Number printed on the form; 1 where the form is a single table.
    pub number: u8,
    /// Its caption.
    pub caption: &'static str,
    /// Words that stand above its rows and columns: captions of its parts, titles over several columns.
    pub headings: &'static [&'static str],
    /// Its parts, in printed order; each has its own columns, and may have header rows of its own.
    pub blocks: &'static [Block],
    /// How much of it must be seen before it is taken to stand in a document.
    pub needs: Needs,
}

/// How much of a table must be seen before it is taken to stand in a document: so many rows by their labels, or fewer
/// rows beside enough headers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Needs {
    /// Rows that are enough by themselves.
    pub rows: usize,
    /// Rows that are enough when the headers are seen.
    pub rows_with_headers: usize,
    /// Column labels and headings that make up for the other rows.
    pub headers: usize,
}

impl Needs {
    /// Three rows; or one row and two headers.
    pub const USUAL: Self = Self { rows: 3, rows_with_headers: 1, headers: 2 };
}

impl Default for Needs {
    fn default() -> Self {
        Self::USUAL
    }
}

/// A run of rows under one set of columns.
#[derive(Debug)]
pub struct Block {
    /// Its columns, left to right, without those of labels and units.
    pub columns: &'static [Column],
    /// Rows, top to bottom.
    pub rows: &'static [Row],
}

/// A column.
#[derive(Debug)]
pub struct Column {
    /// Last part of the indicator id, or the whole id where rows have none; empty when the row's id is the id.
    pub key: &'static str,
    /// Label as printed.
    pub label: &'static str,
    /// Other printings of the label.
    pub aliases: &'static [&'static str],
    /// Title over this and its neighbours that the label needs to be told from others; mostly empty.
    pub group: &'static str,
    /// Which period its figures cover.
    pub measure: Measure,
    /// Whether it holds values; a column of codes or row numbers holds none.
    pub has_values: bool,
    /// Whether printings of the form may lack it: then its absence is no loss.
    pub is_optional: bool,
}

/// A row of the form.
#[derive(Debug)]
pub struct Row {
    /// Label as printed, with its enumerator; empty for a row that is known by its place alone.
    pub label: &'static str,
    /// Other printings of the label.
    pub aliases: &'static [&'static str],
    /// First part of the indicator ids; empty for a heading row without values.
    pub id: &'static str,
    /// Heading above, without enumerator, that the label needs to be told from others; mostly empty.
    pub under: &'static str,
    /// Whether printings of the form may lack it: then its absence is no loss.
    pub is_optional: bool,
    /// The unit that the form fixes for it, where that is not the indicator's own.
    pub unit: Option<Unit>,
}

impl Column {
    /// A column without other printings.
    pub const fn new(key: &'static str, label: &'static str) -> Self {
        Self {
            key,
            label,
            aliases: &[],
            group: "",
            measure: Measure::Year,
            has_values: true,
            is_optional: false,
        }
    }

    /// A column of codes or row numbers.
    pub const fn codes(label: &'static str) -> Self {
        Self { has_values: false, ..Self::new("", label) }
    }

    /// The same for figures since the beginning: the indicators of the column for the year, with another measure.
    #[must_use]
    pub const fn cumulative(self) -> Self {
        Self { measure: Measure::Cumulative, ..self }
    }

    /// The same where printings of the form may lack it.
    #[must_use]
    pub const fn optional(self) -> Self {
        Self { is_optional: true, ..self }
    }

    /// The same under a title that spans several columns.
    #[must_use]
    pub const fn in_group(self, group: &'static str) -> Self {
        Self { group, ..self }
    }

    /// The same with other printings of its label.
    #[must_use]
    pub const fn or(self, aliases: &'static [&'static str]) -> Self {
        Self { aliases, ..self }
    }
}

impl Row {
    /// A row with values.
    pub const fn new(label: &'static str, id: &'static str) -> Self {
        Self { label, aliases: &[], id, under: "", is_optional: false, unit: None }
    }

    /// The same where printings of the form may lack it.
    #[must_use]
    pub const fn optional(self) -> Self {
        Self { is_optional: true, ..self }
    }

    /// The same with the unit that the form fixes for it.
    #[must_use]
    pub const fn unit(self, unit: Unit) -> Self {
        Self { unit: Some(unit), ..self }
    }

    /// The same below a heading that is needed to tell it from others.
    #[must_use]
    pub const fn under(self, heading: &'static str) -> Self {
        Self { under: heading, ..self }
    }

    /// A row that only heads others.
    pub const fn heading(label: &'static str) -> Self {
        Self::new(label, "")
    }

    /// The only row of a table that has no row labels; its columns carry whole indicator ids.
    pub const UNLABELLED: Self = Self::new("", "");

    /// The same with other printings of its label.
    #[must_use]
    pub const fn or(self, aliases: &'static [&'static str]) -> Self {
        Self { aliases, ..self }
    }
}

impl Table {
    /// A table that needs what tables usually need to be seen. Outside of this repository begin with this: fields may
    /// come.
    pub const fn new(
        number: u8,
        caption: &'static str,
        headings: &'static [&'static str],
        blocks: &'static [Block],
    ) -> Self {
        Self { number, caption, headings, blocks, needs: Needs::USUAL }
    }

    /// The same with needs of its own.
    #[must_use]
    pub const fn needing(self, needs: Needs) -> Self {
        Self { needs, ..self }
    }
}
