//! Short lists of words, found by their first or last character.

/// Slots for characters; the lists have some hundred words at most.
const SLOTS: usize = 1024;

/// So many bytes of a text and a word are compared at once: two characters, and two bytes of the third.
const AT_ONCE: usize = size_of::<u64>();

/// For a list of words: which of them begin (or end) with a character of each hash.
#[derive(Debug)]
pub(crate) struct Index<const N: usize> {
    words: [&'static str; N],
    by: By,
    /// For each slot the longest word, as its place in the list plus one.
    heads: [u16; SLOTS],
    entries: [Entry; N],
}

/// By which characters a word is found.
#[derive(Clone, Copy, Debug)]
enum By {
    First,
    FirstTwo,
    Last,
}

/// One word as it is compared.
#[derive(Clone, Copy, Debug)]
struct Entry {
    /// Its first (or last) bytes, and ones where they are.
    bytes: u64,
    mask: u64,
    /// The next shorter word of its slot, as its place in the list plus one.
    next: u16,
}

impl<const N: usize> Index<N> {
    /// An index of `words` by their first characters.
    pub(crate) const fn by_first(words: [&'static str; N]) -> Self {
        Self::new(words, By::First)
    }

    /// An index of `words`, all of two Chinese characters or more, by the first two: where many begin with the same.
    pub(crate) const fn by_first_two(words: [&'static str; N]) -> Self {
        Self::new(words, By::FirstTwo)
    }

    /// An index of `words` by their last characters.
    pub(crate) const fn by_last(words: [&'static str; N]) -> Self {
        Self::new(words, By::Last)
    }

    /// Chains the words of one slot, longer ones first.
    const fn new(words: [&'static str; N], by: By) -> Self {
        let (mut heads, mut entries) = ([0; SLOTS], [Entry { bytes: 0, mask: 0, next: 0 }; N]);
        let mut at = 0;
        while at < N {
            let bytes = words[at].as_bytes();
            let window = match by {
                By::Last => ending(bytes),
                _ => beginning(bytes),
            };
            let missing = 8 * AT_ONCE.saturating_sub(bytes.len());
            let mask = match by {
                By::Last => u64::MAX << missing,
                _ => u64::MAX >> missing,
            };
            let slot = slot(window, by);
            let (mut before, mut link) = (0, heads[slot]);
            while link > 0 && words[link as usize - 1].len() >= bytes.len() {
                before = link;
                link = entries[link as usize - 1].next;
            }
            entries[at] = Entry { bytes: window, mask, next: link };
            if before == 0 {
                heads[slot] = at as u16 + 1;
            } else {
                entries[before as usize - 1].next = at as u16 + 1;
            }
            at += 1;
        }
        Self { words, by, heads, entries }
    }

    /// The word at a place of the list.
    pub(crate) const fn word(&self, index: usize) -> &'static str {
        self.words[index]
    }

    /// The longest word of the list that `text` begins with.
    pub(crate) fn prefix(&self, text: &str) -> Option<usize> {
        self.find(beginning(text.as_bytes()), |word| text.starts_with(word))
    }

    /// The longest word of the list that `text` ends with.
    pub(crate) fn suffix(&self, text: &str) -> Option<usize> {
        self.find(ending(text.as_bytes()), |word| text.ends_with(word))
    }

    /// The longest word whose bytes stand in `window`; `is_whole` is asked about those that are longer than it.
    #[inline]
    fn find(&self, window: u64, is_whole: impl Fn(&str) -> bool) -> Option<usize> {
        let mut link = usize::from(self.heads[slot(window, self.by)]);
        while let Some(index) = link.checked_sub(1) {
            let entry = &self.entries[index];
            if window & entry.mask == entry.bytes && (entry.mask != u64::MAX || is_whole(self.words[index])) {
                return Some(index);
            }
            link = usize::from(entry.next);
        }
        None
    }
}

/// The first eight bytes, the first of them lowest; zeros where there are fewer, which no word has.
const fn beginning(bytes: &[u8]) -> u64 {
    if let Some(eight) = bytes.first_chunk::<AT_ONCE>() {
        return u64::from_le_bytes(*eight);
    }
    let (mut window, mut at) = (0, bytes.len());
    while at > 0 {
        at -= 1;
        window = window << 8 | bytes[at] as u64;
    }
    window
}

/// The last eight bytes, the last of them highest.
const fn ending(bytes: &[u8]) -> u64 {
    if let Some(eight) = bytes.last_chunk::<AT_ONCE>() {
        return u64::from_le_bytes(*eight);
    }
    let short = beginning(bytes);
    if bytes.is_empty() { 0 } else { short << (8 * (AT_ONCE - bytes.len())) }
}

/// The slot of the characters of `window` that decide: each an ASCII character or one of three bytes.
const fn slot(window: u64, by: By) -> usize {
    const CHARACTER: u64 = 0xFF_FFFF;
    let key = match by {
        By::First if window & 0x80 == 0 => window & 0x7F,
        By::First => window & CHARACTER,
        By::FirstTwo => window & (CHARACTER << 24 | CHARACTER),
        By::Last if window >> 63 == 0 => window >> 56,
        By::Last => window >> 40,
    };
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 54) as usize
}
