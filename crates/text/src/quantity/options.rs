//! How a text is to be read.

use crate::normalise::Context;

/// For what texts the grammar is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Style {
    /// Official prose: a single Chinese digit counts only before a unit and outside set phrases; slogans, names and
    /// figures without a unit in the middle of a clause are no quantities.
    #[default]
    Official,
    /// Any text: every numeral counts.
    General,
}

/// How a text is to be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// For what texts the grammar is meant.
    pub style: Style,
    /// Where the text stood: in cells and rows, spaces and line ends separate figures.
    pub context: Context,
}

impl Options {
    /// Official prose.
    pub const OFFICIAL: Self = Self { style: Style::Official, context: Context::Narrative };
    /// Any prose.
    pub const GENERAL: Self = Self { style: Style::General, context: Context::Narrative };

    /// The same, for a text that stood in `context`.
    #[must_use]
    pub const fn within(self, context: Context) -> Self {
        Self { context, ..self }
    }
}
