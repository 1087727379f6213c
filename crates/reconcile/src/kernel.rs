//! The exact kernel: every relation of a system on plain integers, in one pass, without allocation.

use crate::system::Parted;
use crate::{System, Term};

/// The largest magnitude of a value for which [`System::residuals`] cannot overflow, with up to 9,000 terms
/// to a relation.
pub const LARGEST: i64 = 1_000_000_000_000_000;

/// What one relation comes to on plain integers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Residual {
    /// Left minus right, missing operands counted as zero.
    pub difference: i64,
    /// How many operands are missing; the difference decides only when there are none.
    pub missing: u32,
    /// Whether any operand that is not missing differs from zero.
    pub nonzero: bool,
}

impl System {
    /// Writes the residual of every relation to `out`, in order.
    ///
    /// `values` and `missing` hold one entry per variable; the value of a missing one is ignored. Where either
    /// is too short, every residual says that everything is missing. Values beyond [`LARGEST`] may wrap.
    pub fn residuals(&self, values: &[i64], missing: &[bool], out: &mut [Residual]) {
        let count = self.variables();
        let (Some(values), Some(missing)) = (values.get(..count), missing.get(..count)) else {
            out.fill(Residual { difference: 0, missing: u32::MAX, nonzero: false });
            return;
        };
        // Nearly every table is complete: then nothing but values need be looked at. All are asked, many at a time.
        let complete = !missing.iter().fold(false, |any, it| any | it);
        for (slot, relation) in out.iter_mut().zip(self.parted()) {
            *slot =
                if complete { relation.residual(values) } else { relation.residual_with(values, missing) };
        }
    }
}

impl Parted<'_> {
    /// The residual on values that are all there.
    pub(crate) fn residual(self, values: &[i64]) -> Residual {
        // Two sums side by side: one would wait for itself.
        let sum = |terms: &[Term]| {
            terms.iter().fold((0_i64, 0_i64), |(sum, bits), term| {
                let value = values[term.variable as usize];
                (sum.wrapping_add(value), bits | value)
            })
        };
        let ((plus, left), (minus, right)) = (sum(self.plus), sum(self.minus));
        let (mut difference, mut bits) = (plus.wrapping_sub(minus), left | right);
        for term in self.weighted {
            let value = values[term.variable as usize];
            difference = difference.wrapping_add(value.wrapping_mul(term.coefficient.into()));
            bits |= value;
        }
        Residual { difference, missing: 0, nonzero: bits != 0 }
    }

    fn residual_with(self, values: &[i64], missing: &[bool]) -> Residual {
        let mut all = Residual::default();
        for term in [self.plus, self.minus, self.weighted].into_iter().flatten() {
            let at = term.variable as usize;
            if missing[at] {
                all.missing += 1;
            } else {
                let own = values[at].wrapping_mul(term.coefficient.into());
                all.difference = all.difference.wrapping_add(own);
                all.nonzero |= values[at] != 0;
            }
        }
        all
    }
}
