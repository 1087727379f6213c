//! The equalities of a system as an error-correcting code: residuals, columns, elimination.

use crate::{Comparison, System};

/// Equalities over the variables that can be wrong, as dense rows, with sparse columns beside them.
///
/// Variables that were not observed are eliminated: each takes one equality with it, and the rest no longer
/// depend on any of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Code {
    width: usize,
    /// `coefficients[equation * width + variable]`.
    rows: Vec<i32>,
    /// Coefficients that are not zero, per equation.
    counts: Vec<u32>,
    /// Equations that were spent on a variable take no further part.
    open: Vec<bool>,
    /// Per variable: where its terms end.
    ends: Vec<u32>,
    /// Equation and coefficient.
    terms: Vec<(u32, i32)>,
    /// Per variable: the sum of its coefficients, each times the key of its equation.
    keys: Vec<u64>,
    /// The most equations that one variable stands on.
    degree: usize,
}

/// The most variables and equations together for which dense rows are kept.
const MOST_CELLS: usize = 1 << 22;

/// Coefficients beyond this are given up on; sums with weights of one stay within two.
const LARGEST_COEFFICIENT: i64 = 1 << 20;

impl Code {
    /// The equalities of `system` among `relations`; `None` when there are too many to hold.
    pub(super) fn new(system: &System, relations: &[usize]) -> Option<Self> {
        let width = system.variables();
        if width.checked_mul(relations.len())? > MOST_CELLS {
            return None;
        }
        let mut rows = vec![0; width * relations.len()];
        for (row, &relation) in rows.chunks_exact_mut(width.max(1)).zip(relations) {
            debug_assert_eq!(system.comparison(relation), Some(Comparison::Equal));
            for term in system.terms(relation) {
                row[term.variable as usize] = term.coefficient;
            }
        }
        let mut code = Self { width, rows, open: vec![true; relations.len()], ..Self::default() };
        code.recount();
        Some(code)
    }

    /// Counts, columns and keys, from the dense rows.
    fn recount(&mut self) {
        let equations = self.open.len();
        self.counts = vec![0; equations];
        self.ends.clear();
        self.terms.clear();
        self.keys.clear();
        self.degree = 0;
        for variable in 0..self.width {
            let start = self.terms.len();
            let mut key = 0_u64;
            for equation in (0..equations).filter(|&it| self.open[it]) {
                let coefficient = self.rows[equation * self.width + variable];
                if coefficient != 0 {
                    self.counts[equation] += 1;
                    self.terms.push((equation as u32, coefficient));
                    key = key
                        .wrapping_add(key_of(equation).wrapping_mul(i64::from(coefficient).cast_unsigned()));
                }
            }
            self.degree = self.degree.max(self.terms.len() - start);
            self.ends.push(self.terms.len() as u32);
            self.keys.push(key);
        }
    }

    /// Eliminates `variables` one by one; `None` when coefficients grow out of hand.
    pub(super) fn without(&self, variables: &[usize], residuals: &mut [i64]) -> Option<Self> {
        let mut code = self.clone();
        let mut undo = Undo::default();
        for &variable in variables {
            let on = (0..code.open.len()).filter(|&it| code.open[it] && code.coefficient(it, variable) != 0);
            // The shortest equality: the others keep most of what they say.
            let Some(equation) = on.min_by_key(|&it| (code.counts[it], it)) else { continue };
            code.eliminate(equation, variable, residuals, &mut undo)?;
            undo.clear();
        }
        code.recount();
        Some(code)
    }

    pub(super) fn equations(&self) -> usize {
        self.open.len()
    }

    pub(super) fn degree(&self) -> usize {
        self.degree
    }

    /// Whether any equality is left to test anything with.
    pub(super) fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    pub(super) fn is_open(&self, equation: usize) -> bool {
        self.open[equation]
    }

    pub(super) fn key(&self, variable: usize) -> u64 {
        self.keys[variable]
    }

    /// The equations of a variable that are open in the code as it was made.
    pub(super) fn column(&self, variable: usize) -> &[(u32, i32)] {
        let end = self.ends[variable] as usize;
        let start = if variable == 0 { 0 } else { self.ends[variable - 1] as usize };
        &self.terms[start..end]
    }

    pub(super) fn coefficient(&self, equation: usize, variable: usize) -> i32 {
        self.rows[equation * self.width + variable]
    }

    pub(super) fn row(&self, equation: usize) -> &[i32] {
        &self.rows[equation * self.width..][..self.width]
    }

    /// The violated equality with the fewest variables, and how many are violated.
    pub(super) fn shortest_violated(&self, residuals: &[i64]) -> Option<(usize, usize)> {
        let violated = || (0..self.open.len()).filter(|&it| self.open[it] && residuals[it] != 0);
        Some((violated().min_by_key(|&it| (self.counts[it], it))?, violated().count()))
    }

    /// Takes `variable` out of all equations but `equation`, which is spent; `None` when coefficients grow out of
    /// hand. What was there before goes to `undo`.
    pub(super) fn eliminate(
        &mut self,
        equation: usize,
        variable: usize,
        residuals: &mut [i64],
        undo: &mut Undo,
    ) -> Option<()> {
        undo.steps.push(Step { spent: equation, saved: undo.saved.len() });
        self.open[equation] = false;
        let width = self.width;
        let pivot = i64::from(self.coefficient(equation, variable));
        for other in 0..self.open.len() {
            let factor = i64::from(self.coefficient(other, variable));
            if !self.open[other] || factor == 0 {
                continue;
            }
            let shared = gcd(pivot, factor) * pivot.signum();
            let (keep, take) = (pivot / shared, factor / shared);
            let start = undo.rows.len();
            undo.rows.extend_from_slice(&self.rows[other * width..][..width]);
            undo.saved.push(Saved {
                equation: other,
                residual: residuals[other],
                count: self.counts[other],
                start,
            });
            let (low, high) = self.rows.split_at_mut(equation.max(other) * width);
            let (target, source) = if other < equation {
                (&mut low[other * width..][..width], &high[..width])
            } else {
                (&mut high[..width], &low[equation * width..][..width])
            };
            residuals[other] =
                residuals[other].checked_mul(keep)?.checked_sub(residuals[equation].checked_mul(take)?)?;
            self.counts[other] = combine(target, source, keep, take)?;
        }
        Some(())
    }

    /// Takes back the last elimination.
    pub(super) fn restore(&mut self, residuals: &mut [i64], undo: &mut Undo) {
        let Some(step) = undo.steps.pop() else { return };
        self.open[step.spent] = true;
        let width = self.width;
        while undo.saved.len() > step.saved {
            let Some(saved) = undo.saved.pop() else { return };
            self.rows[saved.equation * width..][..width].copy_from_slice(&undo.rows[saved.start..]);
            undo.rows.truncate(saved.start);
            residuals[saved.equation] = saved.residual;
            self.counts[saved.equation] = saved.count;
        }
    }
}

/// `target = keep * target - take * source`, and how many of it are not zero.
fn combine(target: &mut [i32], source: &[i32], keep: i64, take: i64) -> Option<u32> {
    let unit = |it: i64| it == 1 || it == -1;
    let mut count = 0;
    if keep == 1 && unit(take) {
        let (mut largest, take) = (0, take as i32);
        for (to, &from) in target.iter_mut().zip(source) {
            *to -= take * from;
            largest |= to.unsigned_abs();
            count += u32::from(*to != 0);
        }
        return (i64::from(largest) <= LARGEST_COEFFICIENT).then_some(count);
    }
    for (to, &from) in target.iter_mut().zip(source) {
        let value = i64::from(*to) * keep - i64::from(from) * take;
        if value.abs() > LARGEST_COEFFICIENT {
            return None;
        }
        *to = value as i32;
        count += u32::from(value != 0);
    }
    Some(count)
}

/// Greatest common divisor, positive.
fn gcd(a: i64, b: i64) -> i64 {
    let (mut a, mut b) = (a.unsigned_abs(), b.unsigned_abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.max(1) as i64
}

/// A key per equation, so that the sum of keys times amounts tells nearly all sets of residuals apart.
pub(super) fn key_of(equation: usize) -> u64 {
    // SplitMix64: fixed, and the same everywhere.
    let mut z = (equation as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    (z ^ (z >> 31)) | 1
}

/// What eliminations changed, last first.
#[derive(Debug, Default)]
pub(super) struct Undo {
    steps: Vec<Step>,
    saved: Vec<Saved>,
    rows: Vec<i32>,
}

#[derive(Debug)]
struct Step {
    spent: usize,
    saved: usize,
}

#[derive(Debug)]
struct Saved {
    equation: usize,
    residual: i64,
    count: u32,
    start: usize,
}

impl Undo {
    fn clear(&mut self) {
        self.steps.clear();
        self.saved.clear();
        self.rows.clear();
    }
}
