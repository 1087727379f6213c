//! What is found: a quantity, or what looks like one.

use super::flags::Flags;
use super::kind::{Bound, Direction, Qualifier, QuantityKind};
use super::reject::Rejected;
use crate::normalise::{EditKind, Normalised};
use crate::{Decimal, Span, Unit};

/// One figure in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The figure with its unit and qualifiers: 13230余条.
    pub span: Span,
    /// The figure alone, sign and scale word included: 70.67万.
    pub figure: Span,
    /// What kind it is.
    pub kind: QuantityKind,
    /// Its value in base units: 万 and 亿 multiplied out, money in yuan, percent as the number before %.
    /// Of a range, its lower end; of a fraction, its numerator.
    pub value: Decimal,
    /// One unit of the last written place, in base units: 100 for 70.67万.
    pub ulp: Decimal,
    /// The scale word's weight: 1, 10⁴ for 万, 10⁸ for 亿.
    pub scale: Decimal,
    /// What divides the value, where a fraction is printed: 3 in 三分之一.
    pub denominator: Option<Decimal>,
    /// Its unit, where one is printed.
    pub unit: Option<Unit>,
    /// How exact it is, where a word says so.
    pub qualifier: Option<Qualifier>,
    /// That word: 余, 近, 约.
    pub word: Option<&'static str>,
    /// On which side the truth lies, where a word says so.
    pub bound: Option<Bound>,
    /// Both ends of a range, in base units, closed.
    pub range: Option<(Decimal, Decimal)>,
    /// Up or down.
    pub direction: Option<Direction>,
    /// The time it is stated for: 月 in 每月1次.
    pub per: Option<Unit>,
    /// How it came to be read.
    pub flags: Flags,
}

impl Quantity {
    /// Moves the spans from the normalised text to its source, and flags what normalisation took out of the figure.
    pub fn to_source(&mut self, clean: &Normalised) {
        let edits = clean.edits();
        let from = edits.partition_point(|edit| edit.target.end <= self.span.start);
        let inside = edits[from..].iter().take_while(|edit| edit.target.start < self.span.end);
        let text = clean.text().as_bytes();
        for edit in inside.filter(|edit| edit.target.start > self.span.start) {
            match edit.kind {
                EditKind::SoftBreak | EditKind::Bullet | EditKind::PageNumber => {
                    self.flags.set(Flags::SPANS_LINE_BREAK);
                }
                EditKind::Spacing
                    if self.figure.start < edit.target.start && edit.target.end < self.figure.end =>
                {
                    let at = edit.target.start as usize;
                    if at > 0 && text[at - 1] >= 0x80 && text.get(at).is_some_and(|byte| *byte >= 0x80) {
                        self.flags.set(Flags::LETTER_SPACED);
                    }
                }
                _ => {}
            }
        }
        self.span = clean.to_source(self.span);
        self.figure = clean.to_source(self.figure);
    }
}

/// One thing that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(
    clippy::large_enum_variant,
    reason = "handed over once, by value; a box would be an allocation per figure"
)]
pub enum Found {
    /// A quantity.
    Quantity(Quantity),
    /// What looks like one and is none.
    Rejected(Rejected),
}
