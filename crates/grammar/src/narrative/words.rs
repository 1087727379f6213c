//! Many words looked for at once in a short text.

/// Which of the words were seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Seen([u64; SLOTS]);

const SLOTS: usize = 8;

/// So many words can be told apart.
pub(super) const MOST_WORDS: usize = SLOTS * 64;

impl Seen {
    /// Adds word number `word`.
    pub(super) const fn add(&mut self, word: usize) {
        self.0[word / 64] |= 1 << (word % 64);
    }

    /// Whether one of `others` was seen.
    pub(super) fn any(&self, others: &Self) -> bool {
        self.0.iter().zip(&others.0).any(|(mine, other)| mine & other != 0)
    }

    /// What was seen here or in `other`.
    pub(super) fn and(mut self, other: &Self) -> Self {
        self.0.iter_mut().zip(&other.0).for_each(|(mine, other)| *mine |= other);
        self
    }
}

/// Words by their first character: a text is passed over once, however many there are.
pub(super) struct Words {
    list: Vec<&'static str>,
    buckets: Vec<Vec<u16>>,
}

impl Words {
    pub(super) fn new() -> Self {
        Self { list: Vec::new(), buckets: vec![Vec::new(); 256] }
    }

    /// The number of `word`, which is taken in when it is new.
    pub(super) fn number(&mut self, word: &'static str) -> usize {
        if let Some(at) = self.list.iter().position(|known| *known == word) {
            return at;
        }
        debug_assert!(self.list.len() < MOST_WORDS, "no room for {word}");
        self.list.push(word);
        self.buckets[bucket(word.as_bytes())].push(self.list.len() as u16 - 1);
        self.list.len() - 1
    }

    /// The numbers of `words`, written with `|` between them.
    pub(super) fn set(&mut self, words: &'static str) -> Seen {
        let mut set = Seen::default();
        for word in words.split('|').filter(|word| !word.is_empty()) {
            set.add(self.number(word));
        }
        set
    }

    /// The words that `text` holds, overlapping ones too.
    pub(super) fn seen(&self, text: &str) -> Seen {
        let mut seen = Seen::default();
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let rest = &bytes[at..];
            for &word in &self.buckets[bucket(rest)] {
                if rest.starts_with(self.list[usize::from(word)].as_bytes()) {
                    seen.add(usize::from(word));
                }
            }
            at += match rest[0] {
                0..0xC0 => 1,
                0xC0..0xE0 => 2,
                0xE0..0xF0 => 3,
                _ => 4,
            };
        }
        seen
    }
}

fn bucket(bytes: &[u8]) -> usize {
    match bytes {
        [first, second, third, ..] if *first >= 0xE0 => {
            usize::from(first.wrapping_mul(31) ^ second.wrapping_mul(7) ^ third) & 0xFF
        }
        [first, ..] => usize::from(*first),
        [] => 0,
    }
}
