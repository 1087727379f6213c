//! The state of a pass over a text: what was found last, and what is given out.

use super::found::{Found, Quantity};
use super::kind::Bound;
use super::options::{Options, Style};
use super::reject::{Reason, Rejected};
use crate::normalise::Context;
use crate::{Decimal, Span};
use std::cell::Cell;

pub(super) struct Scanner<'t, F> {
    pub(super) text: &'t str,
    pub(super) options: Options,
    pub(super) sink: F,
    /// Where the last thing found ends: words before a figure are looked for no further back.
    pub(super) floor: usize,
    /// Where the quotation ends that makes every figure in it a part of a name.
    pub(super) quoted: usize,
    /// The quantity found last, which may be the lower bound of a range.
    pub(super) held: Option<Quantity>,
    /// The last thing found was a quantity.
    pub(super) follows: bool,
    /// The row that was looked at last, and whether it has a label.
    pub(super) row: Cell<(usize, usize, bool)>,
    /// A list mark was cut from the figure that is read now.
    pub(super) cut: bool,
}

impl<'t, F: FnMut(Found)> Scanner<'t, F> {
    /// Nothing read yet.
    pub(super) fn new(text: &'t str, options: Options, sink: F) -> Self {
        Self {
            text,
            options,
            sink,
            floor: 0,
            quoted: 0,
            held: None,
            follows: false,
            row: Cell::new((0, 0, false)),
            cut: false,
        }
    }

    pub(super) fn is_official(&self) -> bool {
        self.options.style == Style::Official
    }

    /// Whether spaces and line ends separate cells.
    pub(super) fn is_tabular(&self) -> bool {
        matches!(self.options.context, Context::TableRow | Context::Line | Context::Cell)
    }

    /// Whether nothing but blanks and a list mark stands before `at` on its line.
    pub(super) fn at_line_start(&self, at: usize) -> bool {
        let bytes = self.text.as_bytes();
        let mut from = at;
        while from > 0 && matches!(bytes[from - 1], b' ' | b'-' | b'#' | b'*' | b'\t') {
            from -= 1;
        }
        from == 0 || bytes[from - 1] == b'\n'
    }

    /// Takes `quantity`, or makes it the upper end of the one before it: 1000以上，1500以下.
    #[inline]
    pub(super) fn push(&mut self, quantity: Quantity) {
        self.floor = quantity.span.end as usize;
        self.follows = true;
        if (quantity.span.end as usize) <= self.quoted {
            self.flush();
            let value = Some(quantity.value);
            (self.sink)(Found::Rejected(Rejected {
                span: quantity.span,
                figure: quantity.figure,
                value,
                reason: Reason::QuotedName,
            }));
            return;
        }
        if let Some(held) = &mut self.held {
            let between = &self.text[held.span.end as usize..quantity.span.start as usize];
            let sides = match (held.bound, quantity.bound) {
                (Some(Bound::AtLeast | Bound::Above), Some(Bound::AtMost | Bound::Below)) => {
                    Some((held.value, quantity.value))
                }
                (Some(Bound::AtMost | Bound::Below), Some(Bound::AtLeast | Bound::Above)) => {
                    Some((quantity.value, held.value))
                }
                _ => None,
            };
            let paired = |word: Option<&str>| {
                word.is_some_and(|word| {
                    ["上", "下", "内", "最多", "最少", "至多", "至少", "不低于", "不高于"]
                        .into_iter()
                        .any(|end| word.ends_with(end))
                })
            };
            let same_unit = held.unit == quantity.unit || held.unit.is_none() || quantity.unit.is_none();
            if let Some((low, high)) = sides
                && same_unit
                && paired(held.word)
                && paired(quantity.word)
                && low < high
                && matches!(between.trim(), "" | "，" | "," | "、")
            {
                held.range = Some((low, high));
                held.value = low;
                held.unit = held.unit.or(quantity.unit);
                held.span.end = quantity.span.end;
                (held.bound, held.qualifier, held.word) = (None, None, None);
                return;
            }
        }
        // Only a bound waits for its other side.
        self.flush();
        if quantity.bound.is_some() {
            self.held = Some(quantity);
        } else {
            (self.sink)(Found::Quantity(quantity));
        }
    }

    fn emit_held(&mut self, held: Option<Quantity>) {
        if let Some(quantity) = held {
            (self.sink)(Found::Quantity(quantity));
        }
    }

    pub(super) fn flush(&mut self) {
        let held = self.held.take();
        self.emit_held(held);
    }

    /// Reports `at..end` as no quantity.
    pub(super) fn reject(
        &mut self,
        at: usize,
        end: usize,
        figure: usize,
        figure_end: usize,
        value: Option<Decimal>,
        reason: Reason,
    ) {
        let named = end <= self.quoted && reason == Reason::NoUnit;
        let reason = if named { Reason::QuotedName } else { reason };
        self.flush();
        self.floor = end;
        self.follows = false;
        let span = |from: usize, to: usize| Span::new(from as u32, to as u32);
        let rejected = Rejected { span: span(at, end), figure: span(figure, figure_end), value, reason };
        (self.sink)(Found::Rejected(rejected));
    }
}
