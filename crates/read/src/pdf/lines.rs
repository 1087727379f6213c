//! Characters to lines of text, and lines to the text of a cell.

use super::canvas::{Glyph, POINT};

/// What padding a cell may have on both sides together; what fits beside it was not wrapped for want of room.
pub(super) const PADDING: i32 = 12 * POINT;

/// One line of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Its characters; a gap as wide as two characters or more is a tab, between numbers one as wide as a character.
    pub(super) text: String,
    /// Where it begins and ends, along the line.
    pub(super) start: i32,
    pub(super) end: i32,
    /// Its baseline.
    pub(super) base: i32,
    /// Height of its type.
    pub(super) size: i32,
    /// Width of the run at its beginning that cannot be broken: a number or word, else one character.
    pub(super) head: i32,
    /// What blanks and tabs part, when it is more than one.
    pub(super) words: Vec<Word>,
}

/// A part of a line between blanks and tabs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Where it begins in the text.
    pub(super) at: usize,
    /// Where it begins and ends, along the line.
    pub(super) start: i32,
    pub(super) end: i32,
}

/// The lines that `glyphs`, all of one direction, stand on, in reading order.
pub(super) fn lines(glyphs: &mut [Glyph]) -> Vec<Line> {
    glyphs.sort_unstable_by_key(|glyph| (glyph.base, glyph.start, glyph.end, glyph.c));
    let mut lines = Vec::new();
    let mut rest = glyphs;
    while let Some(first) = rest.first() {
        let base = first.base;
        let mut size = first.size;
        let mut len = 1;
        while len < rest.len() && rest[len].base - base <= size.max(rest[len].size) / 2 {
            size = size.max(rest[len].size);
            len += 1;
        }
        let (on_line, after) = rest.split_at_mut(len);
        rest = after;
        lines.extend(line(on_line));
    }
    lines
}

/// One line, unless it is blank.
fn line(glyphs: &mut [Glyph]) -> Option<Line> {
    glyphs.sort_unstable_by_key(|glyph| (glyph.start, glyph.end, glyph.c));
    let mut text = String::with_capacity(glyphs.len() * 3);
    let mut last: Option<Glyph> = None;
    let mut blank = false;
    let mut head = None;
    let mut first: Option<Glyph> = None;
    let mut bases: Vec<i32> = Vec::with_capacity(glyphs.len());
    let mut words = Vec::new();
    let mut word = Word { at: 0, start: 0, end: 0 };
    for &glyph in glyphs.iter() {
        if glyph.c == ' ' {
            blank = true;
            continue;
        }
        if let Some(last) = last {
            // The same character once more on the same place is a bold one.
            if last.c == glyph.c && glyph.start - last.start <= last.size / 8 {
                continue;
            }
            let gap = glyph.start - last.end;
            let is_word = last.c.is_ascii_alphanumeric() && glyph.c.is_ascii_alphanumeric();
            let is_apart = gap > last.size / 2 || is_word && gap > last.size / 4;
            // Numbers of one column stand closer to those of the next than words do.
            let tenths = if is_numeral(last.c) && is_numeral(glyph.c) { 10 } else { 18 };
            let len = text.len();
            if gap > last.size.max(glyph.size) * tenths / 10 {
                text.push('\t');
            } else if blank && gap > last.size / 10 || is_apart {
                text.push(' ');
            }
            if text.len() > len {
                words.push(Word { end: last.end, ..word });
                word = Word { at: text.len(), start: glyph.start, end: 0 };
            }
            let breaks = blank || is_apart || may_break(last.c, glyph.c);
            if breaks && head.is_none() {
                head = Some(last.end);
            }
        }
        blank = false;
        if first.is_none() {
            (first, word.start) = (Some(glyph), glyph.start);
        }
        text.push(glyph.c);
        bases.push(glyph.base);
        last = Some(glyph);
    }
    let (first, last) = first.zip(last)?;
    if !words.is_empty() {
        words.push(Word { end: last.end, ..word });
    }
    bases.sort_unstable();
    let size = glyphs.iter().map(|glyph| glyph.size).max().unwrap_or(first.size);
    Some(Line {
        text,
        start: first.start,
        end: last.end,
        base: bases[bases.len() / 2],
        size,
        head: head.unwrap_or(last.end) - first.start,
        words,
    })
}

/// A character of a printed number.
pub(super) const fn is_numeral(c: char) -> bool {
    matches!(c, '0'..='9' | '.' | ',' | '%' | '０'..='９' | '．' | '，' | '％')
}

/// Whether a line may end between two characters: not in a number or word, before a stop, after an opening bracket.
fn may_break(last: char, next: char) -> bool {
    let is_word = last.is_ascii_alphanumeric() && next.is_ascii_alphanumeric();
    let is_number = is_numeral(last) && is_numeral(next);
    let is_held = is_punctuation(next) && !"（《〈“‘「『【〔([".contains(next);
    !(is_word || is_number || is_held || "（《〈“‘「『【〔([\"".contains(last))
}

/// A mark between words, western or Chinese.
fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation()
        || matches!(c, '\u{2010}'..='\u{2027}' | '\u{3001}'..='\u{3011}' | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}')
}

/// What a cell says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) text: String,
    /// Width of the run at its beginning that cannot be broken.
    pub(super) head: i32,
    /// Room beside its last line, padding included.
    pub(super) tail: i32,
}

impl Block {
    /// The text of a cell: each direction on its own, in lines that run on. `sides` are its width and height.
    pub(super) fn new(glyphs: &mut [Glyph], sides: (i32, i32)) -> Self {
        let mut block = Self::default();
        glyphs.sort_by_key(|glyph| glyph.turn);
        for turned in glyphs.chunk_by_mut(|left, right| left.turn == right.turn) {
            let room = if turned[0].turn % 2 == 0 { sides.0 } else { sides.1 };
            let mut above: Option<Line> = None;
            for line in lines(turned) {
                match &above {
                    Some(above) if is_apart(above, &line, room) => block.text.push(' '),
                    None if block.text.is_empty() => block.head = line.head,
                    _ => {}
                }
                block.text.extend(line.text.chars().map(|c| if c == '\t' { ' ' } else { c }));
                block.tail = room - (line.end - line.start);
                above = Some(line);
            }
        }
        block
    }
}

/// Whether a blank belongs between two lines of a cell: between words, and between numbers that would have had room.
fn is_apart(above: &Line, below: &Line, room: i32) -> bool {
    let (Some(last), Some(first)) = (above.text.chars().last(), below.text.chars().next()) else {
        return false;
    };
    if is_numeral(last) && is_numeral(first) {
        return above.end - above.start + below.head <= room - PADDING;
    }
    last.is_ascii_alphabetic() && first.is_ascii_alphabetic()
}
