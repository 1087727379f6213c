//! A second generator, made otherwise than the first: tables counted up from single cases, errors made as hands and
//! readers make them.
//!
//! What is measured with one generator may be a property of that generator. Here every application is drawn by itself,
//! with tastes of its own for each body, so that tables are as sparse and as lopsided as real ones; a slipped row leaves
//! a blank and not a zero; digits are mistyped on a keyboard; the kinds come in shares that differ from table to table.

use super::errors::figures_of;
use super::tables::{COLUMNS, ROWS};
use super::{Damaged, ErrorKind, Random};

/// How much a body has to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bodies {
    /// A township or a small office: up to a dozen applications, nearly every cell zero.
    Township,
    /// A department: tens of applications.
    Department,
    /// A county or a city: hundreds to thousands, numbers of two and three digits.
    County,
    /// At least 60 cells that are not zero, some of them very large.
    Dense,
}

impl Bodies {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Township, Self::Department, Self::County, Self::Dense];

    /// In words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Township => "township, mostly zeros",
            Self::Department => "department",
            Self::County => "county, large figures",
            Self::Dense => "dense, 60 cells and more",
        }
    }
}

/// Rows that are not outcomes.
const RECEIVED: usize = 0;
const CARRIED_IN: usize = 1;
const PROCESSED: usize = 23;
const CARRIED_OUT: usize = 24;

/// A table that adds up because its cases were counted.
pub fn counted(bodies: Bodies, random: &mut Random) -> Vec<i64> {
    loop {
        let (least, doublings) = match bodies {
            Bodies::Township => (2, 2),
            Bodies::Department => (20, 2),
            Bodies::County => (300, 3),
            Bodies::Dense => (2_000, 3),
        };
        // As many tables of every order of size.
        let order = least << random.below(doublings + 1);
        let cases = random.between(order, 2 * order - 1);
        let applicants = tastes(COLUMNS - 1, if bodies == Bodies::Dense { 1 } else { 3 }, random);
        let outcomes = tastes(PROCESSED - 2, if bodies == Bodies::Dense { 1 } else { 2 }, random);
        let (open, carried) = (random.below(12), random.below(12));
        let mut table = vec![0; ROWS * COLUMNS];
        for _ in 0..cases {
            let column = drawn(&applicants, random);
            let came = if random.chance(carried) { CARRIED_IN } else { RECEIVED };
            let went = if random.chance(open) { CARRIED_OUT } else { 2 + drawn(&outcomes, random) };
            for row in [came, went].into_iter().chain((went != CARRIED_OUT).then_some(PROCESSED)) {
                table[row * COLUMNS + column] += 1;
                table[row * COLUMNS + COLUMNS - 1] += 1;
            }
        }
        let figures = table.iter().filter(|&&it| it != 0).count();
        if bodies != Bodies::Dense || figures >= 60 {
            return table;
        }
    }
}

/// Weights of `count` choices, the more lopsided the larger `power`, in an order of their own.
fn tastes(count: usize, power: u32, random: &mut Random) -> Vec<u64> {
    (0..count).map(|_| (random.below(1_000) as u64).pow(power) / 1_000_u64.pow(power - 1) + 1).collect()
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

/// `table` with an error of `kind`, made otherwise than [`Damaged::new`] makes it; `None` when the place that was drawn
/// admits none.
pub fn spoiled(table: &[i64], kind: ErrorKind, random: &mut Random) -> Option<Damaged> {
    let mut printed: Vec<Option<i64>> = table.iter().copied().map(Some).collect();
    let figures: Vec<usize> = (0..table.len()).filter(|&at| table[at] != 0).collect();
    let any = |random: &mut Random| {
        if random.chance(70) { random.pick(&figures) } else { random.below(table.len()) }
    };
    match kind {
        ErrorKind::DigitTypo => {
            let at = any(random);
            printed[at] = Some(mistyped(table[at], random));
        }
        ErrorKind::DigitCount => {
            let at = random.pick(&figures);
            let digits = table[at].to_string();
            let place = random.below(digits.len());
            let mut changed = digits.clone();
            if digits.len() > 1 && random.chance(60) {
                changed.remove(place);
            } else {
                changed.insert(place, digits.as_bytes()[place].into());
            }
            printed[at] = changed.parse().ok();
        }
        ErrorKind::UnequalDouble => {
            let (one, other) = (any(random), any(random));
            printed[one] = Some(mistyped(table[one], random));
            printed[other] = Some(random.between(0, 2 * table[other] + 20));
            let amounts = [one, other].map(|at| printed[at].unwrap_or(0) - table[at]);
            if one == other || amounts.contains(&0) || amounts[0].abs() == amounts[1].abs() {
                return None;
            }
        }
        ErrorKind::SwapInRow => {
            let at = any(random);
            // Mostly neighbours, now and then any two.
            let row = at - at % COLUMNS;
            let other = if random.chance(70) { (at % COLUMNS + 1) % COLUMNS } else { random.below(COLUMNS) };
            printed.swap(at, row + other);
        }
        ErrorKind::VerticalSwap => {
            let at = any(random);
            let other = if random.chance(50) { at.checked_sub(COLUMNS)? } else { at + COLUMNS };
            if other >= table.len() {
                return None;
            }
            printed.swap(at, other);
        }
        ErrorKind::Slip => slipped(&mut printed, random.below(ROWS), random)?,
        ErrorKind::TwoSlips => {
            let (one, other) = (random.below(ROWS), random.below(ROWS));
            if one == other {
                return None;
            }
            slipped(&mut printed, one, random)?;
            slipped(&mut printed, other, random)?;
        }
        ErrorKind::TypoAndBlank => {
            let (at, blank) = (any(random), random.pick(&figures));
            printed[at] = Some(mistyped(table[at], random));
            printed[blank] = None;
            if at == blank {
                return None;
            }
        }
    }
    Damaged::unlike(table, printed)
}

/// One key beside the right one, any other digit, or two neighbouring digits the wrong way round.
fn mistyped(value: i64, random: &mut Random) -> i64 {
    const KEYS: [&str; 10] = ["12", "024", "0135", "026", "157", "2468", "359", "48", "579", "68"];
    let mut digits: Vec<u8> = value.to_string().into_bytes();
    let at = random.below(digits.len());
    if digits.len() > 1 && random.chance(25) {
        let at = at.min(digits.len() - 2);
        digits.swap(at, at + 1);
    } else if random.chance(60) {
        digits[at] = random.pick(KEYS[usize::from(digits[at] - b'0')].as_bytes());
    } else {
        digits[at] = b'0' + random.below(10) as u8;
    }
    digits.iter().fold(0, |value, digit| value * 10 + i64::from(digit - b'0'))
}

/// A cell too many is set before a figure, which leaves a blank and pushes the last one out; or one is left out, and
/// what stood behind it moves up.
fn slipped(printed: &mut [Option<i64>], row: usize, random: &mut Random) -> Option<()> {
    let last = COLUMNS - usize::from(random.chance(40));
    let row = &mut printed[row * COLUMNS..][..last];
    let before = figures_of(row);
    if random.chance(50) {
        let at = random.below(last - 1);
        row[at..].rotate_right(1);
        row[at] = if random.chance(50) { None } else { Some(0) };
    } else {
        let zeros: Vec<usize> = (0..last - 1).filter(|&at| row[at] == Some(0)).collect();
        if zeros.is_empty() {
            return None;
        }
        row[random.pick(&zeros)..].rotate_left(1);
    }
    (before != figures_of(row)).then_some(())
}

/// `records` errors on tables of `bodies`, in shares of the kinds that are drawn with the seed: each between half and
/// double of an equal one.
pub fn unlike(seed: u64, records: usize, bodies: Bodies) -> Vec<(ErrorKind, Damaged)> {
    let mut random = Random::new(seed ^ 0x005E_C04D);
    let shares: Vec<u64> = ErrorKind::ALL.iter().map(|_| 50 + random.below(151) as u64).collect();
    let mut made = Vec::with_capacity(records);
    while made.len() < records {
        let kind = ErrorKind::ALL[drawn(&shares, &mut random)];
        let table = counted(bodies, &mut random);
        // Another place of the same table, so that no kind is left out because it rarely fits.
        let found = (0..100).find_map(|_| spoiled(&table, kind, &mut random));
        made.extend(found.map(|damaged| (kind, damaged)));
    }
    made
}
