//! All smallest sets of single figures that explain a set of residuals.

use super::code::{Code, Undo};
use std::borrow::Cow;

/// The search ran into its limit, or into numbers too large to go on with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Limit;

/// Nodes that may still be visited.
#[derive(Clone, Copy, Debug)]
pub(super) struct Nodes {
    pub(super) used: u32,
    pub(super) most: u32,
}

impl Nodes {
    pub(super) fn take(&mut self, count: usize) -> Result<(), Limit> {
        let used = u32::try_from(count).ok().and_then(|it| self.used.checked_add(it)).ok_or(Limit)?;
        if used > self.most {
            return Err(Limit);
        }
        self.used = used;
        Ok(())
    }
}

/// A walk over the sets of exactly `size` variables whose change alone, each by some amount other than zero,
/// brings every residual to zero, and no part of which does.
///
/// Some variable of the shortest violated equality must change: each is tried in turn, taken out of all other
/// equalities, and left out of the branches after its own. Nothing is missed and nothing comes twice.
pub(super) struct Supports<'a> {
    /// Copied only where something is taken out of it.
    code: Cow<'a, Code>,
    undo: Undo,
    residuals: Vec<i64>,
    chosen: Vec<(usize, usize)>,
    excluded: Vec<bool>,
    found: Vec<(usize, i64)>,
    nodes: &'a mut Nodes,
}

impl<'a> Supports<'a> {
    /// Variables for which `is_fixed` says so are never changed.
    pub(super) fn new(code: &'a Code, residuals: &[i64], fixed: &[bool], nodes: &'a mut Nodes) -> Self {
        Self {
            code: Cow::Borrowed(code),
            undo: Undo::default(),
            residuals: residuals.to_vec(),
            chosen: Vec::with_capacity(4),
            excluded: fixed.to_vec(),
            found: Vec::with_capacity(4),
            nodes,
        }
    }

    /// Visits each set of `size` variables with the amounts to add to them.
    pub(super) fn each(&mut self, size: usize, visit: &mut impl FnMut(&[(usize, i64)])) -> Result<(), Limit> {
        let Some((equation, _)) = self.code.shortest_violated(&self.residuals) else { return Ok(()) };
        if size <= 1 {
            return self.last(equation, visit);
        }
        let live: Vec<u32> = self.live(equation);
        self.nodes.take(live.len())?;
        let mut outcome = Ok(());
        let mut tried = 0;
        for &variable in &live {
            let variable = variable as usize;
            let done = self.code.to_mut().eliminate(equation, variable, &mut self.residuals, &mut self.undo);
            self.chosen.push((equation, variable));
            outcome = match done {
                Some(()) => self.each(size - 1, visit),
                None => Err(Limit),
            };
            self.chosen.pop();
            self.code.to_mut().restore(&mut self.residuals, &mut self.undo);
            self.excluded[variable] = true;
            tried += 1;
            if outcome.is_err() {
                break;
            }
        }
        for &variable in &live[..tried] {
            self.excluded[variable as usize] = false;
        }
        outcome
    }

    fn live(&self, equation: usize) -> Vec<u32> {
        let row = self.code.row(equation).iter().zip(&self.excluded).enumerate();
        row.filter(|(_, (coefficient, excluded))| **coefficient != 0 && !**excluded)
            .map(|(variable, _)| variable as u32)
            .collect()
    }

    /// One variable more: its amount is forced, and must mend everything.
    fn last(&mut self, equation: usize, visit: &mut impl FnMut(&[(usize, i64)])) -> Result<(), Limit> {
        let residual = self.residuals[equation];
        let row = self.code.row(equation);
        let mut tried = 0;
        let mut violated = [0_usize; 8];
        let mut known = 0;
        for other in 0..self.code.equations() {
            if other != equation
                && self.code.is_open(other)
                && self.residuals[other] != 0
                && known < violated.len()
            {
                violated[known] = other;
                known += 1;
            }
        }
        for (variable, &coefficient) in row.iter().enumerate() {
            if coefficient == 0 || self.excluded[variable] {
                continue;
            }
            tried += 1;
            // Products, not quotients: `coefficient * amount = -residual`.
            let mends = |other: usize| {
                let its = i128::from(self.code.coefficient(other, variable));
                i128::from(self.residuals[other]) * i128::from(coefficient) == its * i128::from(residual)
            };
            if !violated[..known].iter().all(|&it| mends(it)) || residual % i64::from(coefficient) != 0 {
                continue;
            }
            if (0..self.code.equations()).any(|it| self.code.is_open(it) && !mends(it)) {
                continue;
            }
            let Some(amount) = residual.checked_neg().map(|it| it / i64::from(coefficient)) else { continue };
            self.found.clear();
            self.found.push((variable, amount));
            if back(&self.code, &self.residuals, &self.chosen, &mut self.found).is_some() {
                visit(&self.found);
            }
        }
        self.nodes.take(tried)
    }
}

/// The amounts of the variables chosen before, last first; `None` when one of them is zero or no integer.
fn back(
    code: &Code,
    residuals: &[i64],
    chosen: &[(usize, usize)],
    found: &mut Vec<(usize, i64)>,
) -> Option<()> {
    for &(equation, variable) in chosen.iter().rev() {
        let mut sum = residuals[equation];
        for &(other, amount) in found.iter() {
            sum = sum.checked_add(i64::from(code.coefficient(equation, other)).checked_mul(amount)?)?;
        }
        let coefficient = i64::from(code.coefficient(equation, variable));
        if sum == 0 || sum % coefficient != 0 {
            return None;
        }
        found.push((variable, sum.checked_neg()? / coefficient));
    }
    found.sort_unstable();
    Some(())
}
