//! A third generator: shares by rank, cases in clumps, errors over any run of a row.
//!
//! It differs from the others in what is drawn and in how: few applicants ask for most, one applicant asks several times,
//! doubles are small steps, a slip may end anywhere, and of two slips every second pair is of neighbouring rows.

use super::errors::figures_of;
use super::tables::{COLUMNS, ROWS};
use super::{Damaged, ErrorKind, Random};

/// Rows that are not outcomes.
const RECEIVED: usize = 0;
const CARRIED_IN: usize = 1;
const PROCESSED: usize = 23;
const CARRIED_OUT: usize = 24;

/// How many cases a body has: its name, the least and the most.
pub const CLUMPED: [(&str, i64, i64); 4] =
    [("township", 1, 12), ("department", 12, 90), ("county", 90, 900), ("province", 2_000, 60_000)];

/// A table of `least` to `most` cases that adds up.
pub fn clumped(least: i64, most: i64, random: &mut Random) -> Vec<i64> {
    let mut left = random.between(least, most);
    let (columns, rows) = (ranked(COLUMNS - 1, random), ranked(PROCESSED - 2, random));
    let mut table = vec![0; ROWS * COLUMNS];
    while left > 0 {
        let clump = random.between(1, 1 + left / 20).min(left);
        left -= clump;
        let column = drawn(&columns, random);
        let came = if random.chance(6) { CARRIED_IN } else { RECEIVED };
        let went = if random.chance(8) { CARRIED_OUT } else { 2 + drawn(&rows, random) };
        for row in [came, went].into_iter().chain((went != CARRIED_OUT).then_some(PROCESSED)) {
            table[row * COLUMNS + column] += clump;
            table[row * COLUMNS + COLUMNS - 1] += clump;
        }
    }
    table
}

/// Weights of `count` choices in an order of their own: one over the rank, or over its square.
fn ranked(count: usize, random: &mut Random) -> Vec<u64> {
    let mut ranks: Vec<u64> = (1..=count as u64).collect();
    for at in (1..count).rev() {
        ranks.swap(at, random.below(at + 1));
    }
    let power = 1 + random.below(2) as u32;
    ranks.into_iter().map(|rank| 100_000 / rank.pow(power)).collect()
}

fn drawn(weights: &[u64], random: &mut Random) -> usize {
    let mut left = random.bits() % weights.iter().sum::<u64>();
    for (at, weight) in weights.iter().enumerate() {
        if left < *weight {
            return at;
        }
        left -= weight;
    }
    0
}

/// `records` errors in equal shares of the kinds, on tables that `table` draws.
pub fn scattered(
    seed: u64,
    records: usize,
    mut table: impl FnMut(&mut Random) -> Vec<i64>,
) -> Vec<(ErrorKind, Damaged)> {
    let mut random = Random::new(seed ^ 0x7A11_5EED);
    let mut made = Vec::with_capacity(records);
    while made.len() < records {
        let kind = ErrorKind::ALL[made.len() % ErrorKind::ALL.len()];
        let found = (0..100).find_map(|_| {
            let table = table(&mut random);
            struck(&table, kind, &mut random)
        });
        made.extend(found.map(|damaged| (kind, damaged)));
    }
    made
}

/// `table` with an error of `kind`; `None` when the place that was drawn admits none.
fn struck(table: &[i64], kind: ErrorKind, random: &mut Random) -> Option<Damaged> {
    let mut printed: Vec<Option<i64>> = table.iter().copied().map(Some).collect();
    let figures: Vec<usize> = (0..table.len()).filter(|&at| table[at] != 0).collect();
    match kind {
        ErrorKind::DigitTypo => {
            let at = random.pick(&figures);
            printed[at] = Some(mistyped(table[at], random));
        }
        ErrorKind::DigitCount => {
            let at = random.pick(&figures);
            let mut digits = table[at].to_string();
            let place = random.below(digits.len());
            if digits.len() > 1 && random.chance(50) {
                digits.remove(place);
            } else {
                digits.insert(place, digits.as_bytes()[place].into());
            }
            printed[at] = digits.parse().ok();
        }
        ErrorKind::UnequalDouble => {
            let (one, other) = (random.below(table.len()), random.pick(&figures));
            for at in [one, other] {
                let most = if random.chance(50) { 9 } else { 5 + 2 * table[at] };
                let step = random.between(1, most);
                let down = random.chance(50) && table[at] >= step;
                printed[at] = Some(if down { table[at] - step } else { table[at] + step });
            }
            let amounts = [one, other].map(|at| printed[at].unwrap_or(0) - table[at]);
            if one == other || amounts[0].abs() == amounts[1].abs() {
                return None;
            }
        }
        ErrorKind::SwapInRow => {
            let row = random.below(ROWS) * COLUMNS;
            printed.swap(row + random.below(COLUMNS), row + random.below(COLUMNS));
        }
        ErrorKind::VerticalSwap => {
            let at = random.below((ROWS - 1) * COLUMNS);
            printed.swap(at, at + COLUMNS);
        }
        ErrorKind::Slip => slipped(&mut printed, random.below(ROWS), random)?,
        ErrorKind::TwoSlips => {
            let one = random.below(ROWS);
            let other = if random.chance(50) { one + 1 } else { random.below(ROWS) };
            if one == other || other >= ROWS {
                return None;
            }
            slipped(&mut printed, one, random)?;
            slipped(&mut printed, other, random)?;
        }
        ErrorKind::TypoAndBlank => {
            let (at, blank) = (random.pick(&figures), random.pick(&figures));
            printed[at] = Some(mistyped(table[at], random));
            printed[blank] = None;
            if at == blank {
                return None;
            }
        }
    }
    Damaged::unlike(table, printed)
}

/// Any digit for another, or two neighbours the wrong way round.
fn mistyped(value: i64, random: &mut Random) -> i64 {
    let mut digits: Vec<u8> = value.to_string().into_bytes();
    let at = random.below(digits.len());
    if digits.len() > 1 && random.chance(30) {
        let at = at.min(digits.len() - 2);
        digits.swap(at, at + 1);
    } else {
        digits[at] = b'0' + random.below(10) as u8;
    }
    digits.iter().fold(0, |value, digit| value * 10 + i64::from(digit - b'0'))
}

/// A cell too many or too few: what follows moves, to the total or short of it, now and then to any place before.
fn slipped(printed: &mut [Option<i64>], row: usize, random: &mut Random) -> Option<()> {
    let end = if random.chance(15) { 2 + random.below(COLUMNS - 1) } else { COLUMNS - random.below(2) };
    let start = random.below(end - 1);
    let run = &mut printed[row * COLUMNS..][start..end];
    let before = figures_of(run);
    let empty = if random.chance(30) { None } else { Some(0) };
    if random.chance(50) {
        run.rotate_right(1);
        run[0] = empty;
    } else if run[0] == Some(0) {
        run.rotate_left(1);
        *run.last_mut()? = empty;
    }
    (before != figures_of(run)).then_some(())
}
