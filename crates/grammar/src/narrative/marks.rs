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
pub(super) const MOST_WORDS: usize = SLOTS * 64;

impl Seen {
    const fn add(&mut self, word: u16) {
        self.0[word as usize / 64] |= 1 << (word % 64);
    }

    /// The words of both.
    pub(super) fn and(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(mine, other)| *mine |= other);
    }

    /// Whether one of `others` was seen.
    pub(super) fn any(&self, others: &Self) -> bool {
        self.0.iter().zip(&others.0).any(|(mine, other)| mine & other != 0)
    }

    /// The numbers of its words.
    pub(super) fn words(&self) -> impl Iterator<Item = usize> {
        bits(&self.0)
    }
}

/// The numbers of the bits that are set, in order.
pub(super) fn bits(words: &[u64]) -> impl Iterator<Item = usize> {
    words.iter().enumerate().flat_map(|(place, &word)| {
        let after = |left: &u64| Some(left & (left - 1)).filter(|left| *left != 0);
        let lefts = std::iter::successors((word != 0).then_some(word), after);
        lefts.map(move |left| place * 64 + left.trailing_zeros() as usize)
    })
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
    /// Its first two characters, or the only one.
    key: u32,
    /// What stands behind them, and the first character of that; 0 where nothing does.
    rest: &'static [u8],
    third: u32,
    /// One more than the number of the next word in its slot.
    next: u16,
}

/// The words that are looked for.
pub(super) struct Words {
    list: Vec<Word>,
    /// Characters that begin a word, one bit each.
    starts: Box<[u64; STARTS]>,
    /// One more than the number of the word that is one character, by that character.
    singles: Box<[u16; SINGLES]>,
    /// One more than the number of the first of the longer words, by their first two characters.
    pairs: Box<[u16; PAIRS]>,
}

const STARTS: usize = 1 << 10;
const SINGLES: usize = 1 << 10;
const PAIRS: usize = 1 << 13;

const fn single(key: u32) -> usize {
    (key.wrapping_mul(0x9E37_79B1) >> 22) as usize
}

const fn pair(key: u32) -> usize {
    (key.wrapping_mul(0x9E37_79B1) >> 19) as usize
}

impl Words {
    pub(super) fn new() -> Self {
        Self {
            list: Vec::new(),
            starts: Box::new([0; STARTS]),
            singles: Box::new([0; SINGLES]),
            pairs: Box::new([0; PAIRS]),
        }
    }

    /// The number of `text`, a word of the lists `lists` from now on.
    pub(super) fn take(&mut self, text: &'static str, lists: Lists) -> u16 {
        if let Some(known) = self.list.iter().position(|word| word.text == text) {
            let all = &mut self.list[known].lists;
            *all = all.and(lists);
            return known as u16;
        }
        let number = self.list.len() as u16;
        let (first, len) = decode(text.as_bytes());
        self.starts[first as usize / 64] |= 1 << (first % 64);
        let (key, len, slot) = if len == text.len() {
            (first, len, &mut self.singles[single(first)])
        } else {
            let (second, more) = decode(&text.as_bytes()[len..]);
            let key = first << 16 | second;
            (key, len + more, &mut self.pairs[pair(key)])
        };
        let next = std::mem::replace(slot, number + 1);
        let rest = &text.as_bytes()[len..];
        let third = if rest.is_empty() { 0 } else { decode(rest).0 };
        self.list.push(Word { text, lists, key, rest, third, next });
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
        let mut marks = Vec::with_capacity(text.len() / 8);
        let (mut first, mut len) = decode(bytes);
        let mut at = 0;
        while len > 0 {
            let after = at + len;
            let (second, more) = decode(&bytes[after..]);
            if self.starts[first as usize / 64 % STARTS] >> (first % 64) & 1 == 1 {
                let slot = self.singles[single(first)];
                if slot > 0 {
                    self.chain(slot, first, bytes, (at, after), &mut marks);
                }
                let key = first << 16 | second;
                let slot = self.pairs[pair(key)];
                if slot > 0 {
                    self.chain(slot, key, bytes, (at, after + more), &mut marks);
                }
            }
            (at, first, len) = (after, second, more);
        }
        marks
    }

    /// The words of one slot that stand at `at`, and whose first characters, `key`, end at `after`.
    fn chain(
        &self,
        mut slot: u16,
        key: u32,
        bytes: &[u8],
        (at, after): (usize, usize),
        marks: &mut Vec<Mark>,
    ) {
        let behind = &bytes[after..];
        let (third, _) = decode(behind);
        while let Some(number) = slot.checked_sub(1) {
            let word = &self.list[usize::from(number)];
            let fits = word.third == 0 || word.third == third && behind.starts_with(word.rest);
            if word.key == key && fits {
                let len = (after - at + word.rest.len()) as u16;
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
        [a @ 0..=0x7F, ..] => (a as u32, 1),
        [a @ 0xC0..=0xDF, b, ..] => (((a & 0x1F) as u32) << 6 | low(b), 2),
        [_, _, _, _, ..] => (0, 4),
        [] => (0, 0),
        _ => (0, 1),
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
        let rest = self.from(span.start);
        &rest[..rest.partition_point(|mark| mark.start < span.end)]
    }

    /// The words that begin at `start` or behind.
    fn from(&self, start: u32) -> &'t [Mark] {
        &self.marks[self.marks.partition_point(|mark| mark.start < start)..]
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

    /// The clauses in `span`, the last one first.
    pub(super) fn clauses_back(&self, span: Span) -> impl Iterator<Item = Span> {
        let mut ends = self.all(span, Lists::CLAUSE_END).rev();
        let mut end = Some(span.end);
        std::iter::from_fn(move || {
            let clause_end = end.take()?;
            let before = ends.next();
            end = before.map(|mark| mark.start);
            Some(Span::new(before.map_or(span.start, Mark::end), clause_end))
        })
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
