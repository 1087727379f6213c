//! Errors in table 4: three blocks of four figures and their total, a single sum each.

use super::{Damaged, Random};
use gongkai::reconcile::localise::Anchor;

const BLOCK: usize = 5;
const BLOCKS: usize = 3;

/// One record: the table, and what sentences of the report say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proceedings {
    /// The table before and after.
    pub damaged: Damaged,
    /// The true totals of the blocks, as the text gives them.
    pub said: Vec<Anchor>,
}

/// `records` tables, small or of a county's size, each with one wrong cell or, now and then, a cell exchanged with its
/// neighbour; none whose sums still hold.
pub fn proceedings_set(seed: u64, records: usize) -> Vec<Proceedings> {
    let mut random = Random::new(seed);
    let mut made = Vec::with_capacity(records);
    while made.len() < records {
        let truth = table(&mut random);
        let mut printed = truth.clone();
        let at = random.below(printed.len());
        match random.below(5) {
            // Mistyped, doubled, dropped, anything, exchanged.
            0 => printed[at] += random.between(1, 9),
            1 => printed[at] = printed[at] * 10 + printed[at] % 10,
            2 => printed[at] /= 10,
            3 => printed[at] = random.between(0, 30),
            _ => printed.swap(at, at - at % BLOCK + (at + 1) % BLOCK),
        }
        let holds = |block: &[i64]| block[..BLOCK - 1].iter().sum::<i64>() == block[BLOCK - 1];
        if printed.chunks_exact(BLOCK).all(holds) {
            continue;
        }
        let total = |block: usize| {
            let variable = block * BLOCK + BLOCK - 1;
            Anchor { variable, value: truth[variable], cost: 6_000 }
        };
        let said = (0..BLOCKS).map(total).collect();
        made.push(Proceedings {
            damaged: Damaged { truth, printed: printed.into_iter().map(Some).collect() },
            said,
        });
    }
    made
}

fn table(random: &mut Random) -> Vec<i64> {
    let most = random.pick(&[3, 12, 90]);
    let mut table = Vec::with_capacity(BLOCK * BLOCKS);
    for _ in 0..BLOCKS {
        let leaves = [(); BLOCK - 1].map(|()| if random.chance(55) { random.between(0, most) } else { 0 });
        table.extend(leaves);
        table.push(leaves.iter().sum());
    }
    table
}
