//! Short lists of words, found by their first or last character.

/// Slots for characters; the lists have some hundred words at most.
const SLOTS: usize = 256;

/// For a list of words: which of them begin (or end) with a character of each hash.
#[derive(Debug)]
pub(crate) struct Index<const N: usize> {
    words: [&'static str; N],
    heads: [u16; SLOTS],
    next: [u16; N],
}

impl<const N: usize> Index<N> {
    /// An index of `words` by their first characters; words of one character are found in the order given.
    pub(crate) const fn by_first(words: [&'static str; N]) -> Self {
        Self::new(words, true)
    }

    /// An index of `words` by their last characters.
    pub(crate) const fn by_last(words: [&'static str; N]) -> Self {
        Self::new(words, false)
    }

    const fn new(words: [&'static str; N], first: bool) -> Self {
        let (mut heads, mut next) = ([0; SLOTS], [0; N]);
        let mut at = N;
        while at > 0 {
            at -= 1;
            let bytes = words[at].as_bytes();
            let slot = if first { slot(bytes, 0) } else { slot(bytes, last(bytes)) };
            next[at] = heads[slot];
            heads[slot] = at as u16 + 1;
        }
        Self { words, heads, next }
    }

    /// The word at a place of the list.
    pub(crate) const fn word(&self, index: usize) -> &'static str {
        self.words[index]
    }

    /// The places of the words that may begin with the character at the start of `bytes`, in the order of the list.
    fn chain(&self, slot: usize) -> impl Iterator<Item = usize> + '_ {
        let mut link = self.heads[slot];
        std::iter::from_fn(move || {
            let index = usize::from(link).checked_sub(1)?;
            link = self.next[index];
            Some(index)
        })
    }

    /// The first word of the list that `text` begins with.
    pub(crate) fn prefix(&self, text: &str) -> Option<usize> {
        let bytes = text.as_bytes();
        if bytes.is_empty() {
            return None;
        }
        self.chain(slot(bytes, 0)).find(|&index| bytes.starts_with(self.words[index].as_bytes()))
    }

    /// The longest word of the list that `text` begins with.
    pub(crate) fn longest_prefix(&self, text: &str) -> Option<usize> {
        let bytes = text.as_bytes();
        if bytes.is_empty() {
            return None;
        }
        let found =
            self.chain(slot(bytes, 0)).filter(|&index| bytes.starts_with(self.words[index].as_bytes()));
        found
            .reduce(|best, index| if self.words[index].len() > self.words[best].len() { index } else { best })
    }

    /// The first word of the list that `text` ends with.
    pub(crate) fn suffix(&self, text: &str) -> Option<usize> {
        let bytes = text.as_bytes();
        if bytes.is_empty() {
            return None;
        }
        self.chain(slot(bytes, last(bytes))).find(|&index| bytes.ends_with(self.words[index].as_bytes()))
    }
}

/// Where the last character of `bytes` begins.
const fn last(bytes: &[u8]) -> usize {
    let mut at = bytes.len() - 1;
    while at > 0 && bytes[at] & 0xC0 == 0x80 {
        at -= 1;
    }
    at
}

/// The slot of the character at `at`, told by its first three bytes.
const fn slot(bytes: &[u8], at: usize) -> usize {
    let mut hash = bytes[at] as u32;
    if bytes[at] >= 0x80 {
        let mut offset = 1;
        while offset < 3 && at + offset < bytes.len() {
            hash = hash << 8 | bytes[at + offset] as u32;
            offset += 1;
        }
    }
    (hash.wrapping_mul(0x9E37_79B1) >> 24) as usize
}
