//! The mixed set: eight kinds of error in equal shares, half of the tables real.

use super::{Damaged, ErrorKind, Generator, Random, generated};

/// One record of a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// What was done to the table.
    pub kind: ErrorKind,
    /// Whether the table is a real one.
    pub is_real: bool,
    /// The table before and after.
    pub damaged: Damaged,
}

/// `each` records of every kind, every second one on a real table where there are any; errors that change nothing
/// are drawn again.
pub fn mixed(seed: u64, each: usize, generator: Generator, real: &[Vec<i64>]) -> Vec<Case> {
    let mut random = Random::new(seed);
    let mut cases = Vec::with_capacity(each * ErrorKind::ALL.len());
    for kind in ErrorKind::ALL {
        let mut count = 0;
        while count < each {
            let is_real = count % 2 == 0 && !real.is_empty();
            let drawn;
            let table = if is_real {
                &real[random.below(real.len())]
            } else {
                drawn = generated(generator, &mut random);
                &drawn
            };
            if let Some(damaged) = Damaged::new(table, kind, &mut random) {
                cases.push(Case { kind, is_real, damaged });
                count += 1;
            }
        }
    }
    cases
}

/// Every cell of `table` with one digit typo, and every cell with another value altogether.
pub fn singles(seed: u64, table: &[i64]) -> Vec<Damaged> {
    let mut random = Random::new(seed);
    let mut cases = Vec::with_capacity(2 * table.len());
    for at in 0..table.len() {
        for step in [random.between(1, 9), random.between(10, 5_000)] {
            let mut printed: Vec<Option<i64>> = table.iter().copied().map(Some).collect();
            let down = table[at] >= step && random.chance(50);
            printed[at] = Some(if down { table[at] - step } else { table[at] + step });
            cases.push(Damaged { truth: table.to_vec(), printed });
        }
    }
    cases
}
