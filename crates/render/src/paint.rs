//! ANSI colours, and making text of unknown origin safe to show.

use unicode_width::UnicodeWidthChar;

/// What a piece of text is, from which its colour follows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paint {
    /// Ordinary text.
    #[default]
    Plain,
    /// An error, or something unreadable.
    Error,
    /// A warning.
    Warning,
    /// A note.
    Note,
    /// Nothing found.
    Good,
    /// A heading.
    Strong,
    /// Details for programs.
    Dim,
}

impl Paint {
    const fn code(self) -> Option<&'static str> {
        Some(match self {
            Self::Plain => return None,
            Self::Error => "1;31",
            Self::Warning => "1;33",
            Self::Note => "36",
            Self::Good => "32",
            Self::Strong => "1",
            Self::Dim => "2",
        })
    }

    /// `text` between the colour's escape sequences, or as it is without colour.
    pub fn on(self, text: &str, colour: bool) -> String {
        match self.code() {
            Some(code) if colour && !text.is_empty() => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
            _ => text.to_owned(),
        }
    }
}

/// `text` on one line without anything that moves the cursor or reorders the line: a document may contain
/// escape sequences, tabs and direction marks.
pub(crate) fn visible(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c.width_cjk() {
            None => Some(' '),
            Some(0) => None,
            Some(_) if matches!(c, '\u{2028}' | '\u{2029}') => Some(' '),
            Some(_) => Some(c),
        })
        .collect()
}
