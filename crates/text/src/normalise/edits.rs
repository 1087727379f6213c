//! The record of what normalisation changed, and the way back through it.

use crate::Span;

/// Which rule made an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum EditKind {
    /// A full-width letter, digit or sign, or an exotic minus, became ASCII.
    Width,
    /// A radical or compatibility ideograph became the ordinary ideograph.
    Ideograph,
    /// An exotic blank became a space.
    Blank,
    /// An invisible character went.
    Invisible,
    /// An end of line or page became `\n`.
    LineEnd,
    /// Residue of Markdown or HTML went.
    Markup,
    /// Spaces that separate nothing went.
    Spacing,
    /// A line end inside a sentence went.
    SoftBreak,
    /// A line end and an invented list bullet inside a sentence went.
    Bullet,
    /// A page number went, with the line ends around it where it cut a sentence.
    PageNumber,
    /// ASCII punctuation between Chinese became wide.
    Punctuation,
}

impl EditKind {
    /// Stable id of the rule, in kebab-case.
    pub const fn rule(self) -> &'static str {
        match self {
            Self::Width => "width",
            Self::Ideograph => "ideograph",
            Self::Blank => "blank",
            Self::Invisible => "invisible",
            Self::LineEnd => "line-end",
            Self::Markup => "markup",
            Self::Spacing => "spacing",
            Self::SoftBreak => "soft-break",
            Self::Bullet => "bullet",
            Self::PageNumber => "page-number",
            Self::Punctuation => "punctuation",
        }
    }
}

/// One change: `source` of the source became `target` of the normalised text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Edit {
    /// Bytes of the normalised text; empty where something went.
    pub target: Span,
    /// Bytes of the source; never empty.
    pub source: Span,
    /// The rule.
    pub kind: EditKind,
}

/// A normalised text and its edits, which are sorted, do not overlap, and stand on character boundaries.
///
/// Text between two edits is the source, byte for byte, so the list is as long as the damage and both
/// directions are a binary search.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Normalised {
    text: String,
    edits: Vec<Edit>,
    /// Length of the source in bytes.
    source_len: u32,
}

impl Normalised {
    pub(super) fn unchanged(source: &str) -> Self {
        Self { text: source.to_owned(), edits: Vec::new(), source_len: source.len() as u32 }
    }

    /// A source of `source_len` bytes, before the first rewrite gives it a text.
    pub(super) fn untouched(source_len: u32) -> Self {
        Self { text: String::new(), edits: Vec::new(), source_len }
    }

    /// The normalised text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What was changed, in order.
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// The normalised text alone.
    pub fn into_text(self) -> String {
        self.text
    }

    /// The source bytes of `span` of the normalised text.
    ///
    /// What went at either end is left out, what went inside is covered; a span that cuts a replaced
    /// character covers all of it; a span beyond the text ends where the source ends.
    pub fn to_source(&self, span: Span) -> Span {
        self.map(span, self.source_len, |edit| (edit.target, edit.source))
    }

    /// The bytes of the normalised text that came from `span` of the source; empty where all of it went.
    pub fn from_source(&self, span: Span) -> Span {
        self.map(span, self.text.len() as u32, |edit| (edit.source, edit.target))
    }

    /// Maps `span` from one side of the edits to the other, whose length is `most`.
    fn map(&self, span: Span, most: u32, sides: impl Fn(&Edit) -> (Span, Span)) -> Span {
        const SOME: usize = 4;
        // The last edit that begins at or before the start: beyond it, or at its beginning.
        let before = self.edits.partition_point(|edit| sides(edit).0.start <= span.start);
        let start = before.checked_sub(1).map_or(span.start, |last| {
            let (from, to) = sides(&self.edits[last]);
            if span.start < from.end { to.start } else { shift(span.start, from.end, to.end) }
        });
        if span.is_empty() {
            return Span::new(start.min(most), start.min(most));
        }
        // The last edit that begins before the end: beyond it, or at its end. Few spans hold more than some.
        let ahead = |edit: &Edit| sides(edit).0.start < span.end;
        let behind = &self.edits[before..];
        let inside = match behind.iter().take(SOME).position(|edit| !ahead(edit)) {
            Some(inside) => inside,
            None => behind.partition_point(ahead),
        };
        let before = before + inside;
        let end = before.checked_sub(1).map_or(span.end, |last| {
            let (from, to) = sides(&self.edits[last]);
            if span.end <= from.end { to.end } else { shift(span.end, from.end, to.end) }
        });
        Span::new(start.min(most), end.min(most))
    }

    /// Applies a rewrite of [`Normalised::text`].
    pub(super) fn then(&mut self, rewrite: Rewrite) {
        self.edits = if self.edits.is_empty() { rewrite.edits } else { compose(&self.edits, &rewrite.edits) };
        self.text = rewrite.text;
    }
}

/// `at`, as far beyond `to` as it is beyond `from`.
fn shift(at: u32, from: u32, to: u32) -> u32 {
    (at - from).saturating_add(to)
}

/// The edits of `first` and then `second` as one list; an edit of `second` swallows those of `first` inside it.
fn compose(first: &[Edit], second: &[Edit]) -> Vec<Edit> {
    let mut all = Vec::with_capacity(first.len() + second.len());
    let mut rest = first.iter().peekable();
    // Ends of the last edit taken from each list, in the middle text and beyond it.
    let (mut middle, mut source) = (0, 0);
    let (mut left, mut target) = (0, 0);
    for later in second {
        while let Some(edit) = rest.next_if(|edit| edit.target.end <= later.source.start) {
            let start = shift(edit.target.start, left, target);
            all.push(Edit { target: Span::new(start, start + edit.target.len()), ..*edit });
            (middle, source) = (edit.target.end, edit.source.end);
        }
        let start = shift(later.source.start, middle, source);
        while let Some(edit) = rest.next_if(|edit| edit.target.start < later.source.end) {
            (middle, source) = (edit.target.end, edit.source.end);
        }
        let end = shift(later.source.end, middle, source);
        all.push(Edit { target: later.target, source: Span::new(start, end), kind: later.kind });
        (left, target) = (later.source.end, later.target.end);
    }
    all.extend(rest.map(|edit| {
        let start = shift(edit.target.start, left, target);
        Edit { target: Span::new(start, start + edit.target.len()), ..*edit }
    }));
    all
}

/// What one pass made of a text.
#[derive(Debug)]
pub(super) struct Rewrite {
    pub(super) text: String,
    edits: Vec<Edit>,
}

/// Builds a [`Rewrite`]: untouched runs are copied whole, when the next edit or the end comes.
#[derive(Debug)]
pub(super) struct Rewriter<'a> {
    source: &'a str,
    text: String,
    edits: Vec<Edit>,
    copied: usize,
}

impl<'a> Rewriter<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Self { source, text: String::new(), edits: Vec::new(), copied: 0 }
    }

    /// Replaces `from..to`, which must lie beyond all earlier edits, by `text`.
    pub(super) fn replace(&mut self, from: usize, to: usize, text: &str, kind: EditKind) {
        if self.text.capacity() == 0 {
            // Nothing here grows by more than a byte or two: `(` to `（`.
            self.text.reserve(self.source.len() + self.source.len() / 16);
            self.edits.reserve(self.source.len() / 128);
        }
        self.text.push_str(&self.source[self.copied..from]);
        let start = self.text.len() as u32;
        self.text.push_str(text);
        self.copied = to;
        self.edits.push(Edit {
            target: Span::new(start, self.text.len() as u32),
            source: Span::new(from as u32, to as u32),
            kind,
        });
    }

    /// The last character but spaces written when the source is copied as far as `at`; a line end at the start.
    pub(super) fn before(&self, at: usize) -> char {
        let visible = |text: &str| text.chars().rev().find(|&c| c != ' ');
        let copied = self.source.get(self.copied..at).and_then(visible);
        copied.or_else(|| visible(&self.text)).unwrap_or('\n')
    }

    /// The rewritten text; `None` when nothing was replaced.
    pub(super) fn finish(mut self) -> Option<Rewrite> {
        if self.edits.is_empty() {
            return None;
        }
        self.text.push_str(&self.source[self.copied..]);
        Some(Rewrite { text: self.text, edits: self.edits })
    }
}
