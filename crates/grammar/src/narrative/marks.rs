//! One pass over the prose: every word that a reader of sentences asks for, and where it stands.
//!
//! The readers ask for some seven hundred words, and each of them about many short pieces of a sentence. The words
//! are looked up once, by their first two characters; what a piece holds is then told by the few marks inside it.

use gongkai_text::Span;

/// Lists of words, one bit each; a word may stand in several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Lists(u64);

impl Lists {
    /// List number `number`, below 64.
    pub(super) const fn one(number: u32) -> Self {
        Self(1 << number)
    }

    /// Whether the two have a list in common.
    pub(super) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The lists of both.
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// A set of words, by their numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Seen([u64; SLOTS]);

const SLOTS: usize = 8;

/// So many words can be told apart in a set.
const MOST_WORDS: usize = SLOTS * 64;

impl Seen {
    const fn add(&mut self, word: u16) {
        self.0[word as usize / 64] |= 1 << (word % 64);
    }

    /// Whether one of `others` was seen.
    pub(super) fn any(&self, others: &Self) -> bool {
        self.0.iter().zip(&others.0).any(|(mine, other)| mine & other != 0)
    }
}

/// A word at some place of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// Its first byte.
    pub start: u32,
    /// Its number.
    pub word: u16,
    /// Its length in bytes.
    len: u16,
    /// The lists it stands in.
    pub lists: Lists,
}

impl Mark {
    /// One past its last byte.
    pub(super) const fn end(self) -> u32 {
        self.start + self.len as u32
    }
}

struct Word {
    text: &'static str,
    lists: Lists,
    /// One more than the number of the next word in its slot.
    next: u16,
}

/// The words that are looked for.
pub(super) struct Words {
    list: Vec<Word>,
    /// One more than the number of the word that is one character, by that character.
    singles: Vec<u16>,
    /// One more than the number of the first of the longer words, by their first two characters.
    pairs: Vec<u16>,
}

const SINGLES: usize = 1 << 10;
const PAIRS: usize = 1 << 13;

const fn single(code: u32) -> usize {
    (code.wrapping_mul(0x9E37_79B1) >> 22) as usize
}

const fn pair(first: u32, second: u32) -> usize {
    ((first << 16 | second).wrapping_mul(0x9E37_79B1) >> 19) as usize
}

impl Words {
    pub(super) fn new() -> Self {
        Self { list: Vec::new(), singles: vec![0; SINGLES], pairs: vec![0; PAIRS] }
    }

    /// The number of `text`, a word of the lists `lists` from now on.
    pub(super) fn take(&mut self, text: &'static str, lists: Lists) -> u16 {
        if let Some(known) = self.list.iter().position(|word| word.text == text) {
            let all = &mut self.list[known].lists;
            *all = all.and(lists);
            return known as u16;
        }
        let number = self.list.len() as u16;
        let mut codes = text.chars().map(u32::from);
        let slot = match (codes.next().unwrap_or_default(), codes.next()) {
            (only, None) => &mut self.singles[single(only)],
            (first, Some(second)) => &mut self.pairs[pair(first, second)],
        };
        let next = std::mem::replace(slot, number + 1);
        self.list.push(Word { text, lists, next });
        number
    }

    /// The set of `words`, written with `|` between them. Sets are made before lists, whose words need no bit.
    pub(super) fn set(&mut self, words: &'static str) -> Seen {
        let mut set = Seen::default();
        for word in words.split('|').filter(|word| !word.is_empty()) {
            let number = self.take(word, Lists::default());
            assert!(usize::from(number) < MOST_WORDS, "no room for {word}");
            set.add(number);
        }
        set
    }

    /// Every word in `text`, overlapping ones too, by their beginnings.
    pub(super) fn marks(&self, text: &str) -> Vec<Mark> {
        let bytes = text.as_bytes();
        let mut marks = Vec::with_capacity(text.len() / 12);
        let (mut before, mut code, mut at) = (0, 0, 0);
        while at < bytes.len() {
            let (next, len) = decode(&bytes[at..]);
            let slot = self.pairs[pair(code, next)];
            if slot > 0 && at > 0 {
                self.chain(slot, bytes, before, &mut marks);
            }
            let slot = self.singles[single(next)];
            if slot > 0 {
                self.chain(slot, bytes, at, &mut marks);
            }
            (before, code) = (at, next);
            at += len;
        }
        marks
    }

    /// The words of one slot that stand at `at`.
    fn chain(&self, mut slot: u16, bytes: &[u8], at: usize, marks: &mut Vec<Mark>) {
        while let Some(number) = slot.checked_sub(1) {
            let word = &self.list[usize::from(number)];
            if bytes[at..].starts_with(word.text.as_bytes()) {
                let len = word.text.len() as u16;
                marks.push(Mark { start: at as u32, word: number, len, lists: word.lists });
            }
            slot = word.next;
        }
    }
}

/// The character that begins `bytes`, and its length; no word has one of four bytes.
const fn decode(bytes: &[u8]) -> (u32, usize) {
    const fn low(byte: u8) -> u32 {
        (byte & 0x3F) as u32
    }
    match *bytes {
        [a @ 0xE0..=0xEF, b, c, ..] => (((a & 0x0F) as u32) << 12 | low(b) << 6 | low(c), 3),
        [a @ 0xC0..=0xDF, b, ..] => (((a & 0x1F) as u32) << 6 | low(b), 2),
        [_, _, _, _, ..] if bytes[0] >= 0xF0 => (0, 4),
        [a, ..] => (a as u32, 1),
        [] => (0, 1),
    }
}

/// A piece of a normalised text with the words in it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Passage<'t> {
    /// The whole text, into which all spans point.
    pub text: &'t str,
    marks: &'t [Mark],
    lists: Lists,
}

impl<'t> Passage<'t> {
    /// The whole of `text`, whose words are `marks`.
    pub(super) fn new(text: &'t str, marks: &'t [Mark]) -> Self {
        let lists = marks.iter().fold(Lists::default(), |all, mark| all.and(mark.lists));
        Self { text, marks, lists }
    }

    /// Where `part` of the text stands; what is no part of it stands nowhere.
    pub(super) fn span(&self, part: &str) -> Span {
        Span::of(part, self.text).unwrap_or_default()
    }

    /// What of it lies in `span`.
    pub(super) fn within(&self, span: Span) -> Self {
        Self::new(self.text, self.around(span))
    }

    /// The words that begin inside `span`.
    fn around(&self, span: Span) -> &'t [Mark] {
        let from = self.marks.partition_point(|mark| mark.start < span.start);
        let rest = &self.marks[from..];
        &rest[..rest.partition_point(|mark| mark.start < span.end)]
    }

    /// The words of `lists` that lie in `span`, in order.
    pub(super) fn all(
        &self,
        span: Span,
        lists: Lists,
    ) -> impl DoubleEndedIterator<Item = Mark> + Clone + use<'t> {
        let marks = if self.lists.any(lists) { self.around(span) } else { &[] };
        marks.iter().copied().filter(move |mark| mark.lists.any(lists) && mark.end() <= span.end)
    }

    /// The first place of each word of `lists` that lies in `span`.
    pub(super) fn firsts(&self, span: Span, lists: Lists) -> impl Iterator<Item = Mark> {
        let all = self.all(span, lists);
        self.all(span, lists)
            .filter(move |mark| !all.clone().take_while(|it| it != mark).any(|it| it.word == mark.word))
    }

    /// Whether a word of `lists` lies in `span`.
    pub(super) fn any(&self, span: Span, lists: Lists) -> bool {
        self.all(span, lists).next().is_some()
    }

    /// Whether a word of `lists` lies anywhere in it.
    pub(super) fn holds(&self, lists: Lists) -> bool {
        self.lists.any(lists)
    }

    /// The last word of `lists` in `span`.
    pub(super) fn last(&self, span: Span, lists: Lists) -> Option<Mark> {
        self.all(span, lists).next_back()
    }

    /// Adds the words in `span` to `seen`, as far as sets know them.
    pub(super) fn see(&self, span: Span, seen: &mut Seen) {
        for mark in self.around(span) {
            if usize::from(mark.word) < MOST_WORDS && mark.end() <= span.end {
                seen.add(mark.word);
            }
        }
    }
}
