//! Running text: blanks folded as a browser does, lines where blocks end, each piece with its place in the source.

use crate::unprinted::is_unprinted;
use gongkai_document::{Builder, Piece};
use gongkai_text::Span;

/// What lies between the last character and the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Blank,
    /// The source wraps here.
    Wrap,
    Line,
}

/// Text that is being put together.
#[derive(Debug, Default)]
pub(crate) struct Words {
    text: String,
    pieces: Vec<Piece>,
    gap: Gap,
}

impl Words {
    /// Runs on with `text`, which comes from `place` of the source.
    pub(crate) fn run(&mut self, text: &str, place: Span) {
        let is_verbatim = place.len() as usize == text.len();
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let (gap, len) = match bytes[at] {
                b'\n' | b'\r' => (Gap::Wrap, 1),
                b' ' | b'\t' | 0x0C => (Gap::Blank, 1),
                0xC2 if bytes[at + 1] == 0xA0 => (Gap::Blank, 2),
                _ => match width_of_nothing(&text[at..]) {
                    0 => {
                        let run = bytes[at..].iter().position(|byte| ends_run(*byte));
                        let len = run.unwrap_or(bytes.len() - at);
                        // What may be special, and is not, is one character.
                        let len = if len == 0 { char_len(bytes[at]) } else { len };
                        let start = if is_verbatim { place.start + at as u32 } else { place.start };
                        self.put(&text[at..at + len], Span::new(start, place.end), is_verbatim);
                        at += len;
                        continue;
                    }
                    len => (Gap::None, len),
                },
            };
            self.gap = self.gap.max(gap);
            at += len;
        }
    }

    /// Adds characters that are printed as they are.
    fn put(&mut self, text: &str, place: Span, is_verbatim: bool) {
        if self.gap != Gap::None {
            self.close_gap(text.chars().next().unwrap_or_default());
        }
        let at = self.text.len() as u32;
        self.text.push_str(text);
        if is_verbatim
            && let Some(last) = self.pieces.last_mut().filter(|last| last.is_verbatim)
            && last.place.start + (at - last.at) == place.start
        {
            last.place.end = place.start + text.len() as u32;
            return;
        }
        let place = if is_verbatim { Span::new(place.start, place.start + text.len() as u32) } else { place };
        self.pieces.push(Piece { at, place, is_verbatim });
    }

    /// Ends the line.
    pub(crate) fn end_line(&mut self) {
        self.gap = Gap::Line;
    }

    /// Goes on right behind the last character.
    pub(crate) fn run_on(&mut self) {
        self.gap = Gap::None;
    }

    fn close_gap(&mut self, next: char) {
        let gap = std::mem::take(&mut self.gap);
        let Some(last) = self.text.chars().next_back() else { return };
        // Chinese is set without blanks: where its source wraps, nothing is printed.
        let is_wide = |c: char| c >= '\u{2E80}';
        match gap {
            Gap::None => {}
            Gap::Wrap if is_wide(last) && is_wide(next) => {}
            Gap::Wrap | Gap::Blank => self.text.push(' '),
            Gap::Line if next.is_ascii_digit() && is_cut_group(&self.text) => {}
            Gap::Line => self.text.push('\n'),
        }
    }

    /// The text so far, without blanks around it.
    pub(crate) fn text(&self) -> &str {
        self.text.trim()
    }

    /// Ends the text before byte `end` of [`Words::text`].
    pub(crate) fn cut(&mut self, end: Option<usize>) {
        let lead = Span::of(self.text(), &self.text).unwrap_or_default().start as usize;
        self.text.truncate(end.map_or(self.text.len(), |end| lead + end));
        self.gap = Gap::None;
    }

    /// Appends the text so far to that of `builder`; nothing at all stands at byte `empty` of the source.
    pub(crate) fn push_to(&self, builder: &mut Builder, empty: u32) -> Span {
        let text = self.text();
        if text.is_empty() {
            let place = Span::new(empty, empty);
            return builder.push_from("", [Piece { at: 0, place, is_verbatim: true }]);
        }
        // What stands before and behind the blanks that are left out keeps its place.
        let Span { start: lead, end } = Span::of(text, &self.text).unwrap_or_default();
        let first = self.pieces.partition_point(|piece| piece.at <= lead).saturating_sub(1);
        let pieces = self.pieces[first..].iter().take_while(|piece| piece.at < end).map(|piece| {
            let at = piece.at.max(lead);
            let place = if piece.is_verbatim {
                let start = piece.place.start + (at - piece.at);
                Span::new(start, piece.place.end.min(start + (end - at)))
            } else {
                piece.place
            };
            Piece { at: at - lead, place, ..*piece }
        });
        builder.push_from(text, pieces)
    }

    /// Begins anew.
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.pieces.clear();
        self.gap = Gap::None;
    }
}

/// Whether a run of characters that are printed as they are must be looked at here.
const fn ends_run(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r' | b' ' | b'\t' | 0x0C | 0 | 0xC2 | 0xE2 | 0xEF)
}

/// How many bytes a character at the beginning takes that prints nothing.
fn width_of_nothing(text: &str) -> usize {
    let first = text.chars().next().unwrap_or('.');
    if first == '\0' || is_unprinted(first) { first.len_utf8() } else { 0 }
}

/// The bytes of the character that begins with `first`.
const fn char_len(first: u8) -> usize {
    match first {
        0..=0x7F => 1,
        0x80..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0.. => 4,
    }
}

/// Whether `text` ends in a figure that was cut inside a group of thousands: `1,83`, which goes on with `7`.
fn is_cut_group(text: &str) -> bool {
    let Some((before, group)) = text.rsplit_once(',') else { return false };
    group.len() < 3
        && group.bytes().all(|byte| byte.is_ascii_digit())
        && before.bytes().next_back().is_some_and(|byte| byte.is_ascii_digit())
        && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b',')
}
