//! Columns of no form beside those of a table: last year's figures, a share, a growth.

use crate::columns::header::header_words;
use crate::form::plan::TablePlan;
use crate::rows::survey::Survey;
use crate::strips::sheet::Sheet;
use crate::strips::strip::{Printed, Strip, Token};

/// Words of column labels that say a figure is none of the form's.
const WORDS: [&str; 19] = [
    "比上",
    "比去",
    "较上",
    "较去",
    "上年",
    "上一年",
    "去年",
    "同期",
    "同比",
    "环比",
    "增长",
    "增减",
    "比重",
    "占比",
    "比例",
    "本期",
    "上期",
    "本季",
    "季度",
];

/// One character of each of [`WORDS`].
const CHARACTERS: [char; 8] = ['比', '上', '去', '同', '增', '较', '期', '季'];

/// What the header says of foreign columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Foreign {
    /// There are none.
    No,
    /// These columns of a grid are foreign.
    Columns(Header),
    /// There are some, and nothing tells where their figures stand.
    Somewhere,
}

/// A header that names foreign columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Header {
    /// Grid columns that are foreign.
    pub(crate) foreign: Vec<u16>,
    /// Grid columns of the form's own.
    pub(crate) own: Vec<u16>,
    /// How many grid columns its line has.
    pub(crate) width: usize,
}

/// A row beside foreign columns.
pub(crate) enum Beside<'d> {
    /// Nothing of it is foreign.
    Whole,
    /// Its values without the foreign ones, and those.
    Without(Vec<Token<'d>>, Vec<Token<'d>>),
    /// Which of its values are foreign is not known.
    Unknown,
}

/// Whether a column label says that its figures are none of the form's.
pub(crate) fn is_foreign(words: &str) -> bool {
    // Most labels have none of the characters that the words have.
    words.contains(CHARACTERS) && WORDS.iter().any(|foreign| words.contains(foreign))
}

impl Foreign {
    /// The columns above the rows of `table` whose labels say outright that they are foreign.
    pub(crate) fn named(table: &TablePlan, sheet: &Sheet<'_>, survey: &Survey) -> Self {
        let labels = || table.columns.iter().flatten().flatten().filter(|label| !label.is_empty());
        let Some(&(last, _)) = survey.chain.last() else { return Self::No };
        // A form that has such columns itself.
        if labels().any(|label| is_foreign(label)) {
            return Self::No;
        }
        let is_own = |words: &str| labels().any(|label| words.ends_with(&**label)) && !is_foreign(words);
        // Without a grid the header is one piece.
        let is_both = |words: &str| {
            let found = WORDS.iter().filter(|_| words.contains(CHARACTERS));
            let from = found.filter_map(|foreign| words.find(foreign)).min();
            from.is_some_and(|from| labels().any(|label| words[..from].ends_with(&**label)))
        };
        let first_line = survey.lines.start;
        for strip in sheet.strips[..=last].iter().rev().take_while(|strip| strip.line >= first_line) {
            let words: Vec<&str> = header_words(sheet, strip).collect();
            let Some(own) = words.iter().position(|words| is_own(words)) else {
                if words.iter().any(|words| is_both(words)) {
                    return Self::Somewhere;
                }
                continue;
            };
            if !words.iter().any(|words| is_foreign(words)) {
                continue;
            }
            let is_grid =
                sheet.lines[strip.line].is_row && !strip.stacked && words.len() == strip.label.len();
            if !is_grid {
                return if words[own..].iter().any(|words| is_foreign(words)) {
                    Self::Somewhere
                } else {
                    Self::No
                };
            }
            let columns = |is: &dyn Fn(&str) -> bool| {
                strip.label.iter().filter(|it| is(sheet.folded(it))).map(|it| it.column).collect()
            };
            let (foreign, own) = (columns(&is_foreign), columns(&is_own));
            return Self::Columns(Header { foreign, own, width: sheet.grid_width(strip.line) });
        }
        Self::No
    }

    /// What of `strips` is foreign; the value at `code` is the row's code.
    pub(crate) fn beside<'d>(&self, sheet: &Sheet<'d>, strips: &[usize], code: Option<usize>) -> Beside<'d> {
        match (self, strips) {
            (Self::No, _) => Beside::Whole,
            (Self::Columns(header), &[only]) => {
                let strip: &Strip<'d> = &sheet.strips[only];
                let values = strip.values.iter().copied().enumerate().filter(|(at, _)| Some(*at) != code);
                let (foreign, own): (Vec<_>, Vec<_>) =
                    values.map(|it| it.1).partition(|token| header.foreign.contains(&token.column));
                let is_placed = |token: &Token<'_>| !token.is_printed() || header.own.contains(&token.column);
                // A header that is shifted against the rows tells nothing, nor does a row that is shifted itself.
                let is_figure = |token: &Token<'_>| matches!(token.printed, Printed::Number(_));
                let is_shifted = own.iter().filter(|token| token.is_printed()).count() < header.own.len()
                    && foreign.iter().any(is_figure);
                if is_shifted
                    || strip.stacked
                    || sheet.grid_width(strip.line) != header.width
                    || !own.iter().all(is_placed)
                {
                    return Beside::Unknown;
                }
                Beside::Without(own, foreign.into_iter().filter(Token::is_printed).collect())
            }
            _ => Beside::Unknown,
        }
    }
}
