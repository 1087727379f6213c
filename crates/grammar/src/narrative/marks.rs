//! One pass over the prose: every word that a reader of sentences asks for, and where it stands.
//!
//! The readers ask for some seven hundred words, and each of them about many short pieces of a sentence. The words
//! are looked up once, by their first two characters; what a piece holds is then told by the few marks inside it.

use gongkai_text::Span;
use std::collections::BTreeMap;

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
    /// Its first two characters, or the only one, as their bytes.
    key: u64,
    /// What stands behind them: its length, its first eight bytes, and which of those count.
    rest: usize,
    head: u64,
    mask: u64,
    /// One more than the number of the next word in its slot.
    next: u16,
}

/// The words that are looked for.
///
/// Characters are told by their bytes, eight of which are compared at once; none is decoded.
pub(super) struct Words {
    list: Vec<Word>,
    /// The numbers of the words in the list.
    numbers: BTreeMap<&'static str, u16>,
    /// By the first character: whether it may be a word alone, and whether it may begin a longer one.
    firsts: Box<[[bool; 2]; FIRSTS]>,
    /// One more than the number of the word that is one character, by that character.
    singles: Box<[u16; SINGLES]>,
    /// One more than the number of the first of the longer words, by their first two characters.
    pairs: Box<[u16; PAIRS]>,
}

const FIRSTS: usize = 1 << 12;
const SINGLES: usize = 1 << 10;
const PAIRS: usize = 1 << 13;

/// The place of `key` in a table of `places`, a power of two.
const fn place(key: u64, places: usize) -> usize {
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize % places
}

/// The first eight bytes of `bytes`; nothing stands behind their end.
fn eight(bytes: &[u8]) -> u64 {
    match bytes.first_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => bytes.iter().rev().fold(0, |all, byte| all << 8 | u64::from(*byte)),
    }
}

/// Which of eight bytes count, when `len` do.
fn mask(len: usize) -> u64 {
    const MASKS: [u64; 9] = {
        let mut masks = [u64::MAX; 9];
        let mut len = 0;
        while len < 8 {
            masks[len] = (1 << (8 * len)) - 1;
            len += 1;
        }
        masks
    };
    MASKS[len.min(8)]
}

/// The character that `window` begins with, as its bytes, and its length.
fn character(window: u64) -> (u64, usize) {
    let len = match window as u8 {
        0..0x80 => 1,
        0xE0..0xF0 => 3,
        0xF0.. => 4,
        _ => 2,
    };
    (window & mask(len), len)
}

impl Words {
    pub(super) fn new() -> Self {
        Self {
            list: Vec::new(),
            numbers: BTreeMap::new(),
            firsts: Box::new([[false; 2]; _]),
            singles: Box::new([0; _]),
            pairs: Box::new([0; _]),
        }
    }

    /// The number of `text`, a word of the lists `lists` from now on.
    pub(super) fn take(&mut self, text: &'static str, lists: Lists) -> u16 {
        let number = self.list.len() as u16;
        let known = *self.numbers.entry(text).or_insert(number);
        if known < number {
            let all = &mut self.list[usize::from(known)].lists;
            *all = all.and(lists);
            return known;
        }
        let mut lens = text.chars().map(char::len_utf8);
        let (first, second) = (lens.next().unwrap_or_default(), lens.next().unwrap_or_default());
        let key = eight(text.as_bytes()) & mask(first + second);
        self.firsts[place(key & mask(first), FIRSTS)][usize::from(second > 0)] = true;
        let slot = if second > 0 {
            &mut self.pairs[place(key, PAIRS)]
        } else {
            &mut self.singles[place(key, SINGLES)]
        };
        let next = std::mem::replace(slot, number + 1);
        let rest = &text.as_bytes()[first + second..];
        let (head, mask) = (eight(rest), mask(rest.len()));
        self.list.push(Word { text, lists, key, rest: rest.len(), head, mask, next });
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
        let mut marks = Vec::with_capacity(text.len() / 8);
        let mut rest = text.as_bytes();
        while !rest.is_empty() {
            let window = eight(rest);
            let (first, len) = character(window);
            let [is_word, begins_word] = self.firsts[place(first, FIRSTS)];
            if is_word {
                self.chain(self.singles[place(first, SINGLES)], first, (text, rest), len, &mut marks);
            }
            if begins_word {
                let (second, second_len) = character(window >> (8 * len));
                let pair = first | second << (8 * len);
                let slot = self.pairs[place(pair, PAIRS)];
                if slot > 0 {
                    self.chain(slot, pair, (text, rest), len + second_len, &mut marks);
                }
            }
            rest = rest.get(len..).unwrap_or_default();
        }
        marks
    }

    /// The words of one slot that `rest`, the end of `text`, begins with, and whose first characters are `key`, `len`
    /// bytes long.
    fn chain(&self, mut slot: u16, key: u64, (text, rest): (&str, &[u8]), len: usize, marks: &mut Vec<Mark>) {
        let head = eight(rest.get(len..).unwrap_or_default());
        while let Some(number) = slot.checked_sub(1) {
            let word = &self.list[usize::from(number)];
            if word.key == key
                && head & word.mask == word.head
                && (word.rest <= 8 || rest.starts_with(word.text.as_bytes()))
            {
                let start = (text.len() - rest.len()) as u32;
                marks.push(Mark { start, word: number, len: word.text.len() as u16, lists: word.lists });
            }
            slot = word.next;
        }
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
            // 各类 is a word of its own: all of them, and no class.
            let of_all = mark.lists.any(Lists::CLASS) && self.text[..mark.start as usize].ends_with('各');
            if usize::from(mark.word) < MOST_WORDS && mark.end() <= span.end && !of_all {
                seen.add(mark.word);
            }
        }
    }
}
