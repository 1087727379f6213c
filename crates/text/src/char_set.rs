//! Sets of characters at which a pass over Chinese text has something to do, and the way past all others.

/// A set of characters of three bytes: one bit for each, found by the bytes as they stand, without decoding.
pub(crate) struct CharSet {
    words: [u64; WORDS],
}

/// The first two bytes of U+0800 and of U+FFFF; UTF-8 has 64 characters for every such pair.
const FIRST: u16 = 0xE080;
const LAST: u16 = 0xEFBF;
const WORDS: usize = (LAST - FIRST) as usize + 1;

impl CharSet {
    /// The characters of `list`, all of three bytes.
    #[allow(clippy::large_stack_arrays, reason = "evaluated at compile time, for statics")]
    pub(crate) const fn of(list: &str) -> Self {
        Self { words: [0; WORDS] }.marked(list, true)
    }

    /// The same without the characters of `list`.
    pub(crate) const fn without(self, list: &str) -> Self {
        self.marked(list, false)
    }

    const fn marked(mut self, list: &str, member: bool) -> Self {
        let (bytes, mut at) = (list.as_bytes(), 0);
        while at < bytes.len() {
            let (word, bit) = (&mut self.words[word(bytes[at], bytes[at + 1])], 1 << (bytes[at + 2] & 0x3F));
            *word = if member { *word | bit } else { *word & !bit };
            at += 3;
        }
        self
    }

    /// The same and every character from `first` to `last`.
    pub(crate) const fn with(mut self, first: char, last: char) -> Self {
        let mut code = first as u32;
        while code <= last as u32 {
            self.words[word(0xE0 | (code >> 12) as u8, 0x80 | (code >> 6) as u8 & 0x3F)] |=
                1 << (code & 0x3F);
            code += 1;
        }
        self
    }

    /// The first place at or beyond `at` where a character of the set begins, or one that has not three bytes, or where
    /// `bytes` end.
    #[inline]
    pub(crate) fn next(&self, bytes: &[u8], at: usize) -> usize {
        self.next_but(bytes, at, |_| false)
    }

    /// The same where no character that begins with a byte of `others` is in the set: quicker, when those are many.
    #[inline]
    pub(crate) fn next_but(&self, bytes: &[u8], at: usize, others: impl Fn(u8) -> bool) -> usize {
        let (chars, _) = bytes.get(at..).unwrap_or_default().as_chunks();
        let passes = |&[lead, second, third]: &[u8; 3]| {
            others(lead)
                || self.words.get(word(lead, second)).is_some_and(|word| word >> (third & 0x3F) & 1 == 0)
        };
        at + 3 * chars.iter().position(|c| !passes(c)).unwrap_or(chars.len())
    }
}

/// The place of the word for characters that begin with these bytes; beyond all words when they have not three.
const fn word(lead: u8, second: u8) -> usize {
    u16::from_be_bytes([lead, second]).wrapping_sub(FIRST) as usize
}
