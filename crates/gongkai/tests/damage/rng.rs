//! The choices of a trial: SplitMix64, seeded by source, kind and number, so that a trial can be named and repeated.

use std::ops::Range;

pub(crate) struct Rng(u64);

impl Rng {
    /// The choices of trial `number` of `kind` on `source`.
    pub(crate) fn of_trial(source: &str, kind: &str, number: u64) -> Self {
        let name = source.bytes().chain([b'/']).chain(kind.bytes());
        let hash = name.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        Self(hash ^ number.wrapping_mul(0xd134_2543_de82_ef95))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`, which must not be 0.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).expect("a length fits 64 bits");
        usize::try_from(self.next() % end).expect("below a length")
    }

    /// A number in `range`, which must not be empty.
    pub(crate) fn within(&mut self, range: Range<usize>) -> usize {
        range.start + self.below(range.len())
    }

    /// Whether a chance of one in `n` came up.
    pub(crate) fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    /// One of `items`, when there are any.
    pub(crate) fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        (!items.is_empty()).then(|| &items[self.below(items.len())])
    }

    /// Two different ones of `items`, the earlier first; half the time neighbours.
    pub(crate) fn pick_two<'a, T>(&mut self, items: &'a [T]) -> Option<(&'a T, &'a T)> {
        if items.len() < 2 {
            return None;
        }
        let first = self.below(items.len() - 1);
        let second = if self.one_in(2) { first + 1 } else { self.within(first + 1..items.len()) };
        Some((&items[first], &items[second]))
    }
}
