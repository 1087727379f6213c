//! What an error costs: minus the logarithm of how likely it is to happen, in thousandths of a nat.
//!
//! The figures are priors, set before anything was measured with them. What matters is their order: a slipped
//! row is likelier than three unrelated wrong figures, a transposed digit likelier than a number out of nowhere.

use super::OperationKind;

/// Prices of errors in milli-nats (thousandths of a nat), positions and digits not included: those follow from
/// how many there are to choose from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Costs {
    /// Any further error beside the first.
    pub further: u32,
    /// Another row that slipped, its kind included: what pushed one row a cell on pushes the next, so a table with
    /// a second is as likely as one without.
    pub again: u32,
    /// An ordinary kind of slip: a digit, a cell, a row.
    pub common: u32,
    /// A rarer kind: rows exchanged, a column pasted, a wrong unit, a total not updated.
    pub rare: u32,
    /// A sum moved from one cell to another.
    pub reclassified: u32,
    /// A value unlike the true one, before its digits.
    pub arbitrary: u32,
    /// The most that the digits of an arbitrary value cost: beyond it they tell nothing about the position.
    pub most_digits: u32,
    /// A number left out where a blank shows it.
    pub blank: u32,
}

impl Default for Costs {
    fn default() -> Self {
        Self {
            further: 3_000,
            again: 0,
            common: 2_500,
            rare: 3_500,
            reclassified: 4_000,
            arbitrary: 5_500,
            most_digits: 8_000,
            blank: 3_000,
        }
    }
}

/// One of ten digits, in milli-nats.
const DIGIT: u32 = 2_303;
/// Any digit but the one that was meant.
const OTHER_DIGIT: u32 = 2_197;
/// A digit that looks like the one that was meant: most misreadings are among these.
const LOOK_ALIKE: u32 = 1_200;

/// Natural logarithm of `count` in milli-nats, rounded down; 0 for 0 and 1.
pub(super) fn ln(count: usize) -> u32 {
    /// Of 32 to 64, the mantissas.
    const MANTISSA: [u32; 33] = [
        3465, 3496, 3526, 3555, 3583, 3610, 3637, 3663, 3688, 3713, 3737, 3761, 3784, 3806, 3828, 3850, 3871,
        3891, 3912, 3931, 3951, 3970, 3988, 4007, 4025, 4043, 4060, 4077, 4094, 4110, 4127, 4143, 4158,
    ];
    if count < 2 {
        return 0;
    }
    // Brought to 32..64 by doubling or halving, ln 2 each.
    let bits = usize::BITS - count.leading_zeros();
    let mantissa = if bits > 6 { count >> (bits - 6) } else { count << (6 - bits) };
    let base = MANTISSA[(mantissa - 32).min(32)];
    (base + 693 * bits).saturating_sub(693 * 6)
}

impl Costs {
    /// The likeliest way in which `meant` became `printed` in one cell, and its price without the position.
    pub(super) fn change(&self, meant: i64, printed: i64) -> (OperationKind, u32) {
        let mut best = (OperationKind::Arbitrary, self.arbitrary(printed));
        let mut offer = |kind, cost| {
            if cost < best.1 {
                best = (kind, cost);
            }
        };
        if printed == 0 {
            offer(OperationKind::LeftOut, self.common + 1_000);
        }
        let (from, to) = (Digits::of(meant), Digits::of(printed));
        if from.negative == to.negative {
            match (from.length, to.length) {
                (a, b) if a == b => self.same_length(&from, &to, &mut offer),
                (a, b) if a == b + 1 && from.without_one(&to) => {
                    offer(OperationKind::DroppedDigit, self.common + ln(a));
                }
                (a, b) if a + 1 == b => {
                    if let Some(doubled) = to.inserted_over(&from) {
                        let (kind, extra) = if doubled {
                            (OperationKind::DoubledDigit, ln(a))
                        } else {
                            (OperationKind::InsertedDigit, ln(a + 1) + DIGIT)
                        };
                        offer(kind, self.common + extra);
                    }
                }
                _ => {}
            }
        }
        let times = |of: i64, other: i64| of != 0 && of.checked_mul(10_000) == Some(other);
        if times(meant, printed) || times(printed, meant) {
            offer(OperationKind::UnitSlip, self.rare);
        }
        best
    }

    fn arbitrary(&self, printed: i64) -> u32 {
        self.arbitrary + (DIGIT * Digits::of(printed).length as u32).min(self.most_digits)
    }

    /// The price of moving the amount `delta` from one place to another, before the position.
    pub(super) fn moved(&self, delta: i64) -> u32 {
        self.reclassified + 1_500 + (DIGIT * Digits::of(delta).length as u32).min(self.most_digits)
    }

    fn same_length(&self, from: &Digits, to: &Digits, offer: &mut impl FnMut(OperationKind, u32)) {
        let length = from.length;
        let mut places = (0..length).filter(|&at| from.figures[at] != to.figures[at]);
        match (places.next(), places.next(), places.next()) {
            (Some(at), None, None) => {
                let which = self.common + ln(length);
                if is_look_alike(from.figures[at], to.figures[at]) {
                    offer(OperationKind::DigitConfusion, which + LOOK_ALIKE);
                } else {
                    offer(OperationKind::OtherDigit, which + OTHER_DIGIT);
                }
            }
            (Some(at), Some(next), None)
                if next == at + 1
                    && from.figures[at] == to.figures[next]
                    && from.figures[next] == to.figures[at] =>
            {
                offer(OperationKind::Transposition, self.common + ln(length - 1));
            }
            _ => {}
        }
    }
}

/// Digits that are taken for each other in print: 0 6 8, 1 7, 3 8, 5 6, 4 9, 2 7.
fn is_look_alike(a: u8, b: u8) -> bool {
    matches!((a.min(b), a.max(b)), (0 | 3 | 6, 8) | (0 | 5, 6) | (1 | 2, 7) | (4, 9))
}

/// The decimal digits of a number, lowest first.
struct Digits {
    negative: bool,
    length: usize,
    figures: [u8; 20],
}

impl Digits {
    fn of(value: i64) -> Self {
        let mut figures = [0; 20];
        let mut length = 0;
        let mut rest = value.unsigned_abs();
        loop {
            figures[length] = (rest % 10) as u8;
            length += 1;
            rest /= 10;
            if rest == 0 {
                return Self { negative: value < 0, length, figures };
            }
        }
    }

    /// Whether `shorter` is this number with one digit left out; a leading zero that this makes is not printed.
    fn without_one(&self, shorter: &Self) -> bool {
        (0..self.length).any(|skip| {
            (0..shorter.length).all(|at| shorter.figures[at] == self.figures[at + usize::from(at >= skip)])
        })
    }

    /// Whether this number is `shorter` with one digit more: `Some(true)` where that repeats its neighbour.
    fn inserted_over(&self, shorter: &Self) -> Option<bool> {
        let mut found = None;
        for skip in 0..self.length {
            let rest = (0..shorter.length)
                .all(|at| shorter.figures[at] == self.figures[at + usize::from(at >= skip)]);
            if rest {
                let same = |other: Option<usize>| {
                    other.is_some_and(|it| it < self.length && self.figures[it] == self.figures[skip])
                };
                let doubled = same(skip.checked_sub(1)) || same(Some(skip + 1));
                found = Some(found.unwrap_or(false) | doubled);
            }
        }
        found
    }
}

/// `exp(-cost)` in units of 2⁻³², for costs in milli-nats: the weight of an explanation.
pub(super) fn weight(cost: u32) -> u64 {
    /// exp(-2^k / 1000) in units of 2⁻³², for k = 0 to 14.
    const POWERS: [u64; 15] = [
        4_290_674_475,
        4_286_385_946,
        4_277_821_741,
        4_260_744_631,
        4_226_794_655,
        4_159_704_096,
        4_028_700_796,
        3_778_941_489,
        3_324_914_438,
        2_573_955_809,
        1_542_560_875,
        554_019_132,
        71_464_385,
        1_189_103,
        329,
    ];
    let mut weight = 1_u64 << 32;
    for (at, power) in POWERS.iter().enumerate() {
        if cost >> at & 1 == 1 {
            weight = (weight * power) >> 32;
        }
    }
    if cost >> POWERS.len() == 0 { weight } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use OperationKind as K;

    #[test]
    fn a_change_has_its_likeliest_name() {
        for (meant, printed, kind) in [
            (13, 31, K::Transposition),
            (18, 13, K::DigitConfusion),
            (14, 12, K::OtherDigit),
            (114, 14, K::DroppedDigit),
            (104, 4, K::Arbitrary),
            (104, 14, K::DroppedDigit),
            (14, 144, K::DoubledDigit),
            (14, 194, K::InsertedDigit),
            (37, 0, K::LeftOut),
            (5, 50_000, K::UnitSlip),
            (50_000, 5, K::UnitSlip),
            (123, 987, K::Arbitrary),
            (-13, 13, K::Arbitrary),
            (-13, -31, K::Transposition),
        ] {
            assert_eq!(Costs::default().change(meant, printed).0, kind, "{meant} → {printed}");
        }
    }

    #[test]
    fn logarithms_and_weights_are_near() {
        for (count, expected) in [(1, 0), (2, 693), (25, 3218), (175, 5164), (525, 6263), (1_000_000, 13_815)]
        {
            assert!(ln(count).abs_diff(expected) <= 35, "ln {count} = {}", ln(count));
        }
        let one = 1_u64 << 32;
        assert_eq!(weight(0), one);
        for (cost, share) in [(693, 2), (2303, 10), (4605, 100), (6908, 1000)] {
            assert!((weight(cost) * share).abs_diff(one) < one / 500, "{cost}");
        }
        assert_eq!(weight(u32::MAX), 0);
    }
}
