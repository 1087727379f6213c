//! The exact kernel: every relation of a system on plain integers, in one pass, without allocation.

use crate::System;

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
        let (_, ends, terms) = self.flat();
        let count = self.variables();
        let (Some(values), Some(missing)) = (values.get(..count), missing.get(..count)) else {
            out.fill(Residual { difference: 0, missing: u32::MAX, nonzero: false });
            return;
        };
        // Nearly every table is complete: then nothing but values need be looked at.
        let complete = !missing.contains(&true);
        let mut start = 0;
        for (slot, &end) in out.iter_mut().zip(ends) {
            let own = &terms[start..end as usize];
            let (mut difference, mut lacking, mut bits) = (0_i64, 0_u32, 0_i64);
            let mut add = |value: i64, coefficient: i32| {
                difference = difference.wrapping_add(value.wrapping_mul(i64::from(coefficient)));
                bits |= value;
            };
            if complete {
                for term in own {
                    add(values[term.variable as usize], term.coefficient);
                }
            } else {
                for term in own {
                    let at = term.variable as usize;
                    lacking += u32::from(missing[at]);
                    add(if missing[at] { 0 } else { values[at] }, term.coefficient);
                }
            }
            *slot = Residual { difference, missing: lacking, nonzero: bits != 0 };
            start = end as usize;
        }
    }
}
