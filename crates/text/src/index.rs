//! Short lists of words, found by their first or last character.

/// Slots for characters; the lists have some hundred words at most.
const SLOTS: usize = 1024;

/// For a list of words: which of them begin (or end) with a character of each hash.
#[derive(Debug)]
pub(crate) struct Index<const N: usize> {
    words: [&'static str; N],
    /// By so many characters of three bytes a word is found.
    by: usize,
    heads: [u16; SLOTS],
    next: [u16; N],
}

impl<const N: usize> Index<N> {
    /// An index of `words` by their first characters.
    pub(crate) const fn by_first(words: [&'static str; N]) -> Self {
        Self::new(words, true, 1)
    }

    /// An index of `words`, all of two Chinese characters or more, by the first two: where many begin with the same.
    pub(crate) const fn by_first_two(words: [&'static str; N]) -> Self {
        Self::new(words, true, 2)
    }

    /// An index of `words` by their last characters.
    pub(crate) const fn by_last(words: [&'static str; N]) -> Self {
        Self::new(words, false, 1)
    }

    /// Chains the words of one slot, longer ones first.
    const fn new(words: [&'static str; N], first: bool, by: usize) -> Self {
        let (mut heads, mut next) = ([0; SLOTS], [0; N]);
        let mut at = 0;
        while at < N {
            let bytes = words[at].as_bytes();
            let slot = if first { slot(bytes, 0, by) } else { slot(bytes, last(bytes), by) };
            let (mut before, mut link) = (0, heads[slot]);
            while link > 0 && words[link as usize - 1].len() >= words[at].len() {
                before = link;
                link = next[link as usize - 1];
            }
            next[at] = link;
            if before == 0 {
                heads[slot] = at as u16 + 1;
            } else {
                next[before as usize - 1] = at as u16 + 1;
            }
            at += 1;
        }
        Self { words, by, heads, next }
    }

    /// The word at a place of the list.
    pub(crate) const fn word(&self, index: usize) -> &'static str {
        self.words[index]
    }

    /// The longest word of the list that `text` begins with.
    pub(crate) fn prefix(&self, text: &str) -> Option<usize> {
        let bytes = text.as_bytes();
        if bytes.is_empty() {
            return None;
        }
        let mut link = usize::from(self.heads[slot(bytes, 0, self.by)]);
        while let Some(index) = link.checked_sub(1) {
            if begins(bytes, self.words[index].as_bytes()) {
                return Some(index);
            }
            link = usize::from(self.next[index]);
        }
        None
    }

    /// The longest word of the list that `text` ends with.
    pub(crate) fn suffix(&self, text: &str) -> Option<usize> {
        let bytes = text.as_bytes();
        if bytes.is_empty() {
            return None;
        }
        let mut link = usize::from(self.heads[slot(bytes, last(bytes), self.by)]);
        while let Some(index) = link.checked_sub(1) {
            if ends(bytes, self.words[index].as_bytes()) {
                return Some(index);
            }
            link = usize::from(self.next[index]);
        }
        None
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

/// The slot of the `by` characters at `at`, each told by its first three bytes.
const fn slot(bytes: &[u8], at: usize, by: usize) -> usize {
    let lead = bytes[at] as u32;
    let hash = if lead < 0x80 {
        lead
    } else if at + 2 < bytes.len() {
        lead << 16 | (bytes[at + 1] as u32) << 8 | bytes[at + 2] as u32
    } else {
        lead << 16
    };
    let more =
        if by > 1 && at + 5 < bytes.len() { bytes[at + 4] as u32 | (bytes[at + 5] as u32) << 8 } else { 0 };
    ((hash ^ more << 8).wrapping_mul(0x9E37_79B1) >> 22) as usize
}

/// Words are short, and nearly all differ in the first character: no call for that.
fn begins(bytes: &[u8], word: &[u8]) -> bool {
    let (Some((first, more)), Some((head, behind))) =
        (word.split_first_chunk(), bytes.split_first_chunk::<3>())
    else {
        return bytes.starts_with(word);
    };
    first == head
        && match (more.split_first_chunk::<3>(), behind.split_first_chunk::<3>()) {
            (Some((second, [])), Some((next, _))) => second == next,
            (Some((second, more)), Some((next, behind))) => second == next && behind.starts_with(more),
            _ => behind.starts_with(more),
        }
}

fn ends(bytes: &[u8], word: &[u8]) -> bool {
    bytes.len() >= word.len() && begins(&bytes[bytes.len() - word.len()..], word)
}
