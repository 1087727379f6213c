//! Errors of a shape together: two of them, or one and a wrong figure.

use super::Operation;
use super::search::Search;
use super::shapes::{Shape, Shaped};
use super::supports::Limit;

impl Search<'_> {
    /// An error of a shape and one wrong figure.
    pub(super) fn shaped_and_figure(&mut self, shaped: &[Shaped]) -> Result<(), Limit> {
        let (least, further) = (self.cheapest(), self.costs().further);
        let mut work = self.residuals.clone();
        let violated = (0..work.len()).filter(|&it| self.code.is_open(it) && work[it] != 0).count();
        let mut edits = Vec::new();
        for it in shaped {
            if it.cost + least + further > self.bound() {
                continue;
            }
            self.nodes.take(1)?;
            self.scene().edits(it.shape, &mut edits);
            let mut left = violated;
            for &(variable, amount) in &edits {
                for &(equation, coefficient) in self.code.column(variable) {
                    let residual = &mut work[equation as usize];
                    left -= usize::from(*residual != 0);
                    *residual = residual.wrapping_add(amount.wrapping_mul(i64::from(coefficient)));
                    left += usize::from(*residual != 0);
                }
            }
            if left > 0 && left <= self.code.degree() {
                self.figure_beside(*it, &work, left, &edits);
            }
            for &(variable, _) in &edits {
                for &(equation, _) in self.code.column(variable) {
                    work[equation as usize] = self.residuals[equation as usize];
                }
            }
        }
        Ok(())
    }

    /// The figures that mend what `shaped` leaves violated.
    fn figure_beside(&mut self, shaped: Shaped, work: &[i64], left: usize, edits: &[(usize, i64)]) {
        let Some((equation, _)) = self.code.shortest_violated(work) else { return };
        let mut figures = [(0, 0); 8];
        let mut count = 0;
        for (variable, &coefficient) in self.code.row(equation).iter().enumerate() {
            let column = || self.code.column(variable);
            if coefficient == 0 || self.fixed[variable] || column().len() != left || count == figures.len() {
                continue;
            }
            let (residual, coefficient) = (work[equation], i64::from(coefficient));
            if residual % coefficient != 0 || edits.iter().any(|it| it.0 == variable) {
                continue;
            }
            let amount = -(residual / coefficient);
            let mends = |&(at, weight): &(u32, i32)| {
                work[at as usize].wrapping_add(i64::from(weight).wrapping_mul(amount)) == 0
            };
            if column().iter().all(mends) {
                figures[count] = (variable, amount);
                count += 1;
            }
        }
        for figure in &figures[..count] {
            self.offer_shaped(&[shaped], std::slice::from_ref(figure));
        }
    }

    /// What two errors of a shape cost together.
    pub(super) fn pair(&self, one: &Shaped, other: &Shaped) -> u32 {
        let sum = one.cost.saturating_add(other.cost);
        match (one.shape, other.shape) {
            (Shape::Slip { .. }, Shape::Slip { .. }) => {
                sum.saturating_sub(self.costs().common).saturating_add(self.costs().again)
            }
            _ => sum.saturating_add(self.costs().further),
        }
    }

    /// Two errors of a shape, by a table of what each would change.
    pub(super) fn shaped_pairs(&mut self, shaped: &[Shaped]) -> Result<(), Limit> {
        self.nodes.take(shaped.len())?;
        let wanted = self.wanted();
        let likely = paired(shaped, wanted);
        let size = (likely.len() * 2).next_power_of_two().max(16);
        let (mask, shift) = (size - 1, 64 - size.trailing_zeros());
        let slot_of = |key: u64| (spread(key) >> shift) as usize;
        let mut table = vec![u32::MAX; size];
        for (at, it) in likely.iter().enumerate() {
            // Those entered before it that go with it, then itself.
            let partner = wanted.wrapping_sub(it.key);
            let mut slot = slot_of(partner);
            while let Some(other) = likely.get(table[slot] as usize) {
                if other.key == partner && self.pair(other, it) <= self.bound() {
                    self.nodes.take(1)?;
                    self.offer_shaped(&[*other, *it], &[]);
                }
                slot = (slot + 1) & mask;
            }
            let mut slot = slot_of(it.key);
            while table[slot] != u32::MAX {
                slot = (slot + 1) & mask;
            }
            table[slot] = at as u32;
        }
        Ok(())
    }

    pub(super) fn offer_shaped(&mut self, shaped: &[Shaped], figures: &[(usize, i64)]) {
        let further = self.costs().further;
        let mut cost = match shaped {
            [one, other] => self.pair(one, other),
            _ => shaped.iter().fold(0, |sum: u32, it| sum.saturating_add(it.cost)),
        };
        cost = cost.saturating_add(further * figures.len() as u32);
        let mut changes = std::mem::take(&mut self.changes);
        let mut edits = std::mem::take(&mut self.edits);
        changes.clear();
        for it in shaped {
            self.scene().edits(it.shape, &mut edits);
            changes.extend_from_slice(&edits);
        }
        for &(variable, amount) in figures {
            cost = cost.saturating_add(self.one(variable, amount).1);
            changes.push((variable, amount));
        }
        changes.sort_unstable();
        // Errors on top of each other are not one after the other.
        if !changes.windows(2).any(|pair| pair[0].0 == pair[1].0) {
            self.offer(cost, &changes, |search| search.named(shaped, figures));
        }
        (self.changes, self.edits) = (changes, edits);
    }

    fn named(&self, shaped: &[Shaped], figures: &[(usize, i64)]) -> Vec<Operation> {
        let mut edits = Vec::new();
        let mut operations = Vec::with_capacity(shaped.len() + figures.len());
        for it in shaped {
            self.scene().edits(it.shape, &mut edits);
            let mut variables: Vec<usize> = edits.iter().map(|it| it.0).collect();
            variables.sort_unstable();
            operations.push(Operation { kind: it.shape.kind(), variables });
        }
        for &(variable, amount) in figures {
            operations.push(Operation { kind: self.one(variable, amount).0, variables: vec![variable] });
        }
        operations
    }
}

/// Those of `shaped` that have another whose key adds up to `wanted` with theirs, and by chance one in a hundred more.
fn paired(shaped: &[Shaped], wanted: u64) -> Vec<Shaped> {
    let words = (shaped.len() * 2).next_power_of_two();
    let shift = 64 - (64 * words).trailing_zeros();
    let bit_of = |key: u64| {
        let bit = (spread(key) >> shift) as usize;
        (bit / 64, 1_u64 << (bit % 64))
    };
    let mut filter = vec![0_u64; words];
    for (word, bit) in shaped.iter().map(|it| bit_of(it.key)) {
        filter[word] |= bit;
    }
    let has_partner = |it: &&Shaped| {
        let (word, bit) = bit_of(wanted.wrapping_sub(it.key));
        filter[word] & bit != 0
    };
    shaped.iter().filter(has_partner).copied().collect()
}

/// A key with its bits spread to the upper end.
const fn spread(key: u64) -> u64 {
    key.wrapping_mul(0x9E37_79B9_7F4A_7C15)
}
