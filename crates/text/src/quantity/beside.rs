//! The characters beside a figure: one look tells which rules are worth asking.
//!
//! A dozen rules look at what stands before or behind a figure, and most figures stand between characters that none of
//! them knows. The table is made of the words of the rules themselves. It may say yes where a rule then says no, never
//! the other way round.

use super::{dates, labels, words};

/// Which rules may have something to say about a figure, as far as the character on one side of it tells.
#[derive(Clone, Copy, Debug)]
pub(super) struct Beside(u16);

/// One rule; those of the first group ask what stands behind a figure, the others what stands before it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Rule {
    Date,
    Open,
    Parts,
    Tenths,
    Piece,
    Range,
    Bound,
    Sign,
    Point,
    Upwards,
    Qualifier,
    Growth,
    Per,
    Yuan,
    Label,
}

impl Beside {
    const NONE: Self = Self(0);

    /// What the character at `at`, the end of a figure or of its unit, allows.
    pub(super) fn behind(text: &str, at: usize) -> Self {
        match text.as_bytes().get(at..) {
            Some(&[byte @ 0..0x80, ..]) => Self(TABLE[ascii(byte)]),
            Some(&[0xE0..0xF0, second, third, ..]) => Self(TABLE[wide(second, third)]),
            _ => Self::NONE,
        }
    }

    /// What the character before `at`, the start of a figure, allows; nothing before `floor` counts.
    pub(super) fn before(text: &str, floor: usize, at: usize) -> Self {
        match text.as_bytes().get(floor..at) {
            Some(&[.., byte @ 0..0x80]) => Self(TABLE[ascii(byte)]),
            Some(&[.., second, third]) => Self(TABLE[wide(second, third)]),
            _ => Self::NONE,
        }
    }

    /// Whether `rule` is worth asking.
    pub(super) const fn may(self, rule: Rule) -> bool {
        self.0 >> rule as u16 & 1 != 0
    }
}

const WIDE: usize = 1 << 12;

/// The place of a character in the table by its last two bytes, as far as they differ from one to another.
const fn wide(second: u8, third: u8) -> usize {
    (second as usize & 0x3F) << 6 | third as usize & 0x3F
}

const fn ascii(byte: u8) -> usize {
    WIDE + byte as usize
}

static TABLE: [u16; WIDE + 0x80] = {
    let mut table = [0; WIDE + 0x80];
    each(&mut table, dates::BEHIND, Rule::Date);
    each(&mut table, words::OPEN, Rule::Open);
    each(&mut table, "分", Rule::Parts);
    each(&mut table, "成", Rule::Tenths);
    each(&mut table, "个", Rule::Piece);
    each(&mut table, words::RANGE, Rule::Range);
    firsts(&mut table, words::BEHIND_TEXTS, Rule::Bound);
    each(&mut table, "-+—负負", Rule::Sign);
    each(&mut table, ".", Rule::Point);
    each(&mut table, "上", Rule::Upwards);
    lasts(&mut table, words::BEFORE_TEXTS, Rule::Qualifier);
    each(&mut table, words::BETWEEN, Rule::Qualifier);
    lasts(&mut table, words::GROWTH_TEXTS, Rule::Growth);
    each(&mut table, words::TIMES, Rule::Per);
    each(&mut table, "¥￥", Rule::Yuan);
    lasts(&mut table, labels::TEXTS, Rule::Label);
    each(&mut table, labels::BEHIND, Rule::Label);
    table
};

/// Marks every character of `list`.
const fn each(table: &mut [u16], list: &str, rule: Rule) {
    let mut at = 0;
    while at < list.len() {
        at = mark(table, list.as_bytes(), at, rule);
    }
}

/// Marks the first characters of `words`.
const fn firsts<const N: usize>(table: &mut [u16], words: [&str; N], rule: Rule) {
    let mut word = 0;
    while word < N {
        mark(table, words[word].as_bytes(), 0, rule);
        word += 1;
    }
}

/// Marks the last characters of `words`.
const fn lasts<const N: usize>(table: &mut [u16], words: [&str; N], rule: Rule) {
    let mut word = 0;
    while word < N {
        let bytes = words[word].as_bytes();
        let mut last = bytes.len() - 1;
        while bytes[last] & 0xC0 == 0x80 {
            last -= 1;
        }
        mark(table, bytes, last, rule);
        word += 1;
    }
}

/// Marks the character at `at`; where it ends.
const fn mark(table: &mut [u16], bytes: &[u8], at: usize, rule: Rule) -> usize {
    let mut end = at + 1;
    while end < bytes.len() && bytes[end] & 0xC0 == 0x80 {
        end += 1;
    }
    let place = if end == at + 1 { ascii(bytes[at]) } else { wide(bytes[end - 2], bytes[end - 1]) };
    table[place] |= 1 << rule as u16;
    end
}
