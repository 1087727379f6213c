//! What a form calls a cell.

use crate::Indicator;
use std::fmt;

/// The name of a row or of a column, with the heading it stands under where its own words do not tell it from
/// others (不予公开：属于国家秘密); empty where a form has no such name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Words {
    /// The heading above, without enumerator; empty where the words stand for themselves.
    pub under: &'static str,
    /// The words as printed, without enumerator and explanations in brackets.
    pub own: &'static str,
}

impl Words {
    /// Words that need no heading.
    pub const fn new(own: &'static str) -> Self {
        Self { under: "", own }
    }

    /// Whether there is no such name.
    pub const fn is_empty(self) -> bool {
        self.under.is_empty() && self.own.is_empty()
    }
}

impl fmt::Display for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let joint = if self.under.is_empty() || self.own.is_empty() { "" } else { "：" };
        write!(f, "{}{joint}{}", self.under, self.own)
    }
}

/// The row and the column of a cell as its form prints them; shows as `row · column`.
///
/// ```
/// use gongkai_model::{CellLabel, Words};
///
/// let row = Words { under: "不予公开", own: "属于国家秘密" };
/// let cell = CellLabel { row, column: Words::new("总计") };
/// assert_eq!(cell.to_string(), "不予公开：属于国家秘密 · 总计");
///
/// // A table of one row without a label: what spans the columns stands for the row.
/// let cell = CellLabel { row: Words::default(), column: Words { under: "行政复议", own: "结果维持" } };
/// assert_eq!(cell.to_string(), "行政复议 · 结果维持");
/// assert_eq!(cell.halves().0.to_string(), "行政复议");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellLabel {
    /// The row; empty in a table of one row without a label.
    pub row: Words,
    /// The column; empty in a list.
    pub column: Words,
}

impl CellLabel {
    /// What the catalogue calls `indicator`, whatever the form.
    pub fn of(indicator: Indicator) -> Self {
        let (row, column) = indicator.label().split_once(" · ").unwrap_or((indicator.label(), ""));
        Self { row: Words::new(row), column: Words::new(column) }
    }

    /// What the cells of a line share, and what tells them apart: row and column, or where the row has no label
    /// the heading over the column and the column.
    pub const fn halves(self) -> (Words, Words) {
        if self.row.is_empty() {
            (Words::new(self.column.under), Words::new(self.column.own))
        } else {
            (self.row, self.column)
        }
    }
}

impl fmt::Display for CellLabel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (row, column) = self.halves();
        let joint = if row.is_empty() || column.is_empty() { "" } else { " · " };
        write!(f, "{row}{joint}{column}")
    }
}
