//! What a line is cut into: label pieces, then the values to their right.
//!
//! Two rows that ran together are two strips; a row that lost its tabs is cut at its blanks; a number stuck to a label
//! is set free.

use gongkai_grammar::{Enumerator, Number};
use gongkai_text::{Span, Unit};

/// What stands in one value place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printed<'d> {
    /// Nothing.
    Blank,
    /// A number.
    Number(Number<'d>),
    /// `-`, `—`.
    Dash,
    /// `/`, 无.
    NotApplicable,
    /// A run of digits without separators.
    Run(&'d str),
    /// A word.
    Words,
}

/// One value place of a strip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'d> {
    /// What stands there.
    pub printed: Printed<'d>,
    /// Where.
    pub span: Span,
    /// Grid column, or word number in a line without a grid.
    pub column: u16,
}

impl Token<'_> {
    /// Whether anything is printed.
    pub fn is_printed(&self) -> bool {
        !matches!(self.printed, Printed::Blank)
    }

    /// How many values it can stand for: none when blank, the digits of a run, else one.
    pub fn figures_at_most(&self) -> usize {
        match self.printed {
            Printed::Blank => 0,
            Printed::Run(digits) => digits.bytes().filter(u8::is_ascii_digit).count(),
            _ => 1,
        }
    }
}

/// One piece of a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands.
    pub span: Span,
    /// Grid column, or word number.
    pub column: u16,
    /// Its enumerator.
    pub mark: Option<Enumerator>,
    /// Its folded words without the enumerator, in the sheet's arena.
    pub(crate) folded: Span,
    /// Digest of the folded words, and of their head before a bracket.
    pub(crate) keys: [u64; 2],
    /// Whether it is the label of a row of a form that the sheet was cut for.
    pub(crate) known: bool,
    /// Whether it is a heading or the label of a column of such a form.
    pub(crate) heading: bool,
}

/// A label and the values to its right; either may be missing.
#[derive(Clone, Debug, Default)]
pub struct Strip<'d> {
    /// Number of the line in [`Sheet::lines`](crate::strips::sheet::Sheet::lines).
    pub line: usize,
    /// Label pieces, left to right.
    pub label: Vec<Piece>,
    /// Value places, left to right, blanks kept, the blanks after the last printed one too.
    pub values: Vec<Token<'d>>,
    /// Whether its cells stood below each other, one a line, where empty ones leave no trace.
    pub stacked: bool,
    /// Whether its values are a whole row of figures, told by their sum.
    pub is_row: bool,
    /// Whether a number before the label numbers the row.
    pub has_serial: bool,
    /// The unit printed between label and values.
    pub unit: Option<Unit>,
    /// Digests of the label's readings: last piece, its head before a bracket, last pieces together.
    pub keys: Vec<u64>,
    /// The enumerator of the last piece that has one.
    pub mark: Option<Enumerator>,
}

impl Strip<'_> {
    /// How many values are printed.
    pub fn printed(&self) -> usize {
        self.values.iter().map(Token::figures_at_most).sum()
    }

    /// How many values are printed that are no words: numbers, dashes, 无.
    pub fn figures(&self) -> usize {
        let is_word = |token: &&Token<'_>| matches!(token.printed, Printed::Blank | Printed::Words);
        self.values.len() - self.values.iter().filter(is_word).count()
    }

    /// How many numbers are printed.
    pub fn numbers(&self) -> usize {
        let is_number = |token: &&Token<'_>| matches!(token.printed, Printed::Number(_) | Printed::Run(_));
        self.values.iter().filter(is_number).map(Token::figures_at_most).sum()
    }

    /// From the first label piece to the last value.
    pub fn span(&self) -> Span {
        let spans =
            self.label.iter().map(|piece| piece.span).chain(self.values.iter().map(|token| token.span));
        spans.reduce(Span::cover).unwrap_or_default()
    }
}
