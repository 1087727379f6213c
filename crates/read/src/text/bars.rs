//! How a text uses bars between cells.

/// Where the bars of a row stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bars {
    /// Nowhere.
    None,
    /// Before the first cell, or before and behind all.
    Outer,
    /// Behind each cell: a line that begins with a bar goes on with the row above.
    Trailing,
    /// Between cells only.
    Inner,
}

/// More bars than these on one line are no row: every end of a line was written as a bar.
pub(super) const MOST_BARS: usize = 60;

/// So many lines with bars between cells only are a habit.
const LEAST_INNER: usize = 3;

impl Bars {
    /// The habit of `text`.
    pub(super) fn of(text: &str) -> Self {
        if !text.as_bytes().contains(&b'|') {
            return Self::None;
        }
        let (mut both, mut behind, mut inner) = (0_usize, 0_usize, 0_usize);
        for line in text.lines().map(str::trim).filter(|line| line.len() > 1 && line.contains('|')) {
            match (line.starts_with('|'), line.ends_with('|')) {
                (true, true) => both += 1,
                (false, true) => behind += 1,
                (false, false) if line.matches('|').count() <= MOST_BARS => inner += 1,
                _ => {}
            }
        }
        if inner >= LEAST_INNER && inner > both + behind {
            Self::Inner
        } else if behind > both {
            Self::Trailing
        } else {
            Self::Outer
        }
    }

    /// Whether `line` is a row of cells.
    pub(super) fn is_row(self, line: &str) -> bool {
        match self {
            Self::None => false,
            Self::Outer | Self::Trailing => line.starts_with('|') || line.ends_with('|'),
            Self::Inner => line.contains('|'),
        }
    }
}

/// The `|---|---|` line under the header of a table in Markdown.
pub(crate) fn is_table_rule(line: &str) -> bool {
    line.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' '))
        && line.contains('|')
        && line.contains("--")
}
