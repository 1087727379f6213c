//! Errors put into a table.

use super::Random;
use super::tables::{COLUMNS, ROWS};

/// The kinds of error that the mixed set has equal shares of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ErrorKind {
    /// One digit is another, or two neighbours are exchanged.
    DigitTypo,
    /// A digit is missing or stands twice.
    DigitCount,
    /// Two figures are wrong by different amounts.
    UnequalDouble,
    /// Two cells of a row are exchanged.
    SwapInRow,
    /// Two neighbours in a column are exchanged.
    VerticalSwap,
    /// A row stands one cell off.
    Slip,
    /// Two rows do.
    TwoSlips,
    /// A digit typo, and another number left blank.
    TypoAndBlank,
}

impl ErrorKind {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::DigitTypo,
        Self::DigitCount,
        Self::UnequalDouble,
        Self::SwapInRow,
        Self::VerticalSwap,
        Self::Slip,
        Self::TwoSlips,
        Self::TypoAndBlank,
    ];

    /// In words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::DigitTypo => "digit typo",
            Self::DigitCount => "dropped or doubled digit",
            Self::UnequalDouble => "unequal double",
            Self::SwapInRow => "swap in a row",
            Self::VerticalSwap => "vertical swap",
            Self::Slip => "one slip",
            Self::TwoSlips => "two slips",
            Self::TypoAndBlank => "typo plus blank",
        }
    }
}

/// A table with an error, `None` for a blank, beside what it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damaged {
    /// As it adds up.
    pub truth: Vec<i64>,
    /// As it is printed.
    pub printed: Vec<Option<i64>>,
}

impl Damaged {
    /// `table` with an error of `kind`; `None` when the place that was drawn admits none.
    pub fn new(table: &[i64], kind: ErrorKind, random: &mut Random) -> Option<Self> {
        let mut cells: Vec<i64> = table.to_vec();
        let mut blank = None;
        match kind {
            ErrorKind::DigitTypo => {
                let at = random.below(cells.len());
                cells[at] = digit_typo(cells[at], random);
            }
            ErrorKind::DigitCount => {
                let at = random.pick(&figures(&cells)?);
                cells[at] = digit_count(cells[at], random);
            }
            ErrorKind::UnequalDouble => {
                let (one, other) = (random.below(cells.len()), random.below(cells.len()));
                cells[one] = any_value(cells[one], random);
                cells[other] = any_value(cells[other], random);
                let amounts = [one, other].map(|at| (cells[at] - table[at]).abs());
                if one == other || amounts[0] == amounts[1] || amounts.contains(&0) {
                    return None;
                }
            }
            ErrorKind::SwapInRow => {
                let row = random.below(ROWS) * COLUMNS;
                cells.swap(row + random.below(COLUMNS), row + random.below(COLUMNS));
            }
            ErrorKind::VerticalSwap => {
                let at = random.below((ROWS - 1) * COLUMNS);
                cells.swap(at, at + COLUMNS);
            }
            ErrorKind::Slip => slip(&mut cells, random.below(ROWS), random),
            ErrorKind::TwoSlips => {
                let (one, other) = (random.below(ROWS), random.below(ROWS));
                slip(&mut cells, one, random);
                slip(&mut cells, other, random);
                let changed =
                    |row: usize| cells[row * COLUMNS..][..COLUMNS] != table[row * COLUMNS..][..COLUMNS];
                if one == other || !changed(one) || !changed(other) {
                    return None;
                }
            }
            ErrorKind::TypoAndBlank => {
                let at = random.below(cells.len());
                let left_out = random.pick(&figures(&cells)?);
                cells[at] = digit_typo(cells[at], random);
                if at == left_out {
                    return None;
                }
                blank = Some(left_out);
            }
        }
        if cells == table {
            return None;
        }
        let printed = cells.iter().enumerate().map(|(at, &it)| (Some(at) != blank).then_some(it)).collect();
        Some(Self { truth: table.to_vec(), printed })
    }

    /// `table` as it is `printed`; `None` when blanks for zeros are all that differs.
    pub(super) fn unlike(table: &[i64], printed: Vec<Option<i64>>) -> Option<Self> {
        let truth = table.to_vec();
        (figures_of(&printed) != truth).then_some(Self { truth, printed })
    }
}

/// What is printed, a blank as zero.
pub(super) fn figures_of(printed: &[Option<i64>]) -> Vec<i64> {
    printed.iter().map(|it| it.unwrap_or(0)).collect()
}

/// Positions of the cells that are not zero.
fn figures(cells: &[i64]) -> Option<Vec<usize>> {
    let found: Vec<usize> = (0..cells.len()).filter(|&at| cells[at] != 0).collect();
    (!found.is_empty()).then_some(found)
}

/// One digit another, half of the time one that looks alike, or two neighbours exchanged.
fn digit_typo(value: i64, random: &mut Random) -> i64 {
    let mut digits = value.to_string().into_bytes();
    let at = random.below(digits.len());
    match random.below(10) {
        0..2 if digits.len() > 1 => {
            let at = at.min(digits.len() - 2);
            digits.swap(at, at + 1);
        }
        2..7 => {
            const ALIKE: [&[u8]; 10] = [b"68", b"7", b"7", b"8", b"9", b"6", b"058", b"12", b"036", b"4"];
            digits[at] = random.pick(ALIKE[usize::from(digits[at] - b'0')]);
        }
        _ => digits[at] = b'0' + random.below(10) as u8,
    }
    number(&digits)
}

fn digit_count(value: i64, random: &mut Random) -> i64 {
    let mut digits = value.to_string().into_bytes();
    let at = random.below(digits.len());
    if digits.len() > 1 && random.chance(50) {
        digits.remove(at);
    } else {
        digits.insert(at, digits[at]);
    }
    number(&digits)
}

fn number(digits: &[u8]) -> i64 {
    digits.iter().fold(0, |value, digit| value * 10 + i64::from(digit - b'0'))
}

/// Anything of about the same size.
fn any_value(value: i64, random: &mut Random) -> i64 {
    random.between(0, value.max(5) * 3)
}

/// A blank gained, which pushes what follows to the right and the last figure out, or a blank lost, which pulls
/// it to the left; over the whole row or short of its total.
fn slip(cells: &mut [i64], row: usize, random: &mut Random) {
    let last = if random.chance(50) { COLUMNS - 1 } else { COLUMNS - 2 };
    let row = &mut cells[row * COLUMNS..][..=last];
    if random.chance(50) {
        let at = random.below(last);
        row[at..].rotate_right(1);
        row[at] = 0;
    } else {
        let blanks: Vec<usize> = (0..last).filter(|&at| row[at] == 0).collect();
        if blanks.is_empty() {
            return;
        }
        row[random.pick(&blanks)..].rotate_left(1);
    }
}
