//! The exact kernel over many records at once: eight lie side by side, so one pass over the relations serves them all.

use crate::system::{MOST_WEIGHT, Parted};
use crate::{Comparison, Domain, Observation, Outcome, System};

/// In a record of a batch: no number here. It is taken as [`Observation::Unknown`].
pub const MISSING: i64 = i64::MIN;

/// Records that are looked at together.
const LANES: usize = 8;

/// Values with a magnitude below this take the lanes; a relation of [`MOST_WEIGHT`] such cannot overflow.
const RANGE: u64 = 1 << 47;

type Lane = [i64; LANES];

/// The relations of a [`System`] made ready for batches: make it once, use it for any number of records.
///
/// ```
/// use gongkai_reconcile::{Batch, Comparison, Domain, System, Verdicts, MISSING};
///
/// // Passengers of a bus line: aboard + boarding - alighting = aboard after the stop.
/// let mut stops = System::new();
/// let [aboard, on, off, after] = [(); 4].map(|()| stops.variable(Domain::NonNegative));
/// stops.relation(&[aboard, on], Comparison::Equal, &[off, after]).unwrap();
/// stops.relation(&[off], Comparison::AtMost, &[aboard]).unwrap();
///
/// let batch = Batch::new(&stops);
/// let mut verdicts = Verdicts::default();
/// batch.check_rows(&[10, 4, 3, 11, /* more alight than were aboard */ 2, 5, 4, 3, /* uncounted */ 9, 1, 1, MISSING], &mut verdicts);
/// assert_eq!(verdicts.records(), 3);
/// assert!(verdicts.holds(0));
/// assert_eq!((verdicts.first_violated(1), verdicts.violated(1)), (Some(1), &[0b10][..]));
/// assert_eq!((verdicts.first_violated(2), verdicts.undetermined(2)), (None, &[0b01][..]));
/// ```
#[derive(Clone, Debug)]
pub struct Batch {
    system: System,
    /// Per variable, the relations on it.
    on: Vec<Vec<u32>>,
}

/// How the records of a batch came out: a bit for each relation, relation `r` in bit `r % 64` of word `r / 64`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdicts {
    records: usize,
    words: usize,
    violated: Vec<u64>,
    undetermined: Vec<u64>,
}

impl Verdicts {
    /// How many records were checked.
    pub fn records(&self) -> usize {
        self.records
    }

    /// The relations that record `record` violates, whatever its missing figures are; empty where there is no such
    /// record.
    pub fn violated(&self, record: usize) -> &[u64] {
        word(&self.violated, self.words, record)
    }

    /// The relations that cannot be told for record `record`, because figures of it are missing.
    pub fn undetermined(&self, record: usize) -> &[u64] {
        word(&self.undetermined, self.words, record)
    }

    /// The first relation that record `record` violates.
    pub fn first_violated(&self, record: usize) -> Option<usize> {
        let words = self.violated(record);
        let at = words.iter().position(|word| *word != 0)?;
        Some(64 * at + words[at].trailing_zeros() as usize)
    }

    /// Whether record `record` is there, and every relation was decided and holds.
    pub fn holds(&self, record: usize) -> bool {
        let is_clear = |words: &[u64]| words.iter().all(|word| *word == 0);
        record < self.records && is_clear(self.violated(record)) && is_clear(self.undetermined(record))
    }

    fn reset(&mut self, records: usize, relations: usize) {
        (self.records, self.words) = (records, relations.div_ceil(64));
        for words in [&mut self.violated, &mut self.undetermined] {
            words.clear();
            words.resize(self.words * records, 0);
        }
    }
}

fn word(words: &[u64], each: usize, record: usize) -> &[u64] {
    let start = record.saturating_mul(each);
    words.get(start..start.saturating_add(each)).unwrap_or_default()
}

impl Batch {
    /// Prepares the relations of `system`.
    pub fn new(system: &System) -> Self {
        let mut on = vec![Vec::new(); system.variables()];
        for relation in 0..system.relations() {
            for term in system.terms(relation) {
                on[term.variable as usize].push(relation as u32);
            }
        }
        Self { system: system.clone(), on }
    }

    /// The system it was made of.
    pub fn system(&self) -> &System {
        &self.system
    }

    /// Checks records that lie one behind the other, each a value for every variable of the system or [`MISSING`];
    /// what is short of a whole record at the end is left out. `verdicts` is written anew, its memory used again.
    ///
    /// Exact for every value: records with figures so large that eight bytes might not hold a sum of them are
    /// evaluated one by one by [`System::evaluate`].
    pub fn check_rows(&self, rows: &[i64], verdicts: &mut Verdicts) {
        let width = self.system.variables();
        if width == 0 {
            verdicts.reset(0, self.system.relations());
            return;
        }
        let records = rows.len() / width;
        self.check(records, verdicts, |first, count, lanes| {
            let own = &rows[first * width..(first + count) * width];
            let own: Vec<&[i64]> = own.chunks_exact(width).collect();
            match <[&[i64]; LANES]>::try_from(own.as_slice()) {
                // All eight at once, all of one length.
                Ok(own) => {
                    let own = own.map(|row| &row[..width]);
                    for (at, slot) in lanes[..width].iter_mut().enumerate() {
                        *slot = own.map(|row| row[at]);
                    }
                }
                Err(_) => {
                    for (lane, row) in own.iter().enumerate() {
                        for (slot, value) in lanes.iter_mut().zip(*row) {
                            slot[lane] = *value;
                        }
                    }
                }
            }
        });
    }

    /// The same for records that lie column by column: one slice for every variable of the system, of which the
    /// shortest says how many records there are. Columns that are lacking hold nothing but [`MISSING`].
    pub fn check_columns(&self, columns: &[&[i64]], verdicts: &mut Verdicts) {
        let columns = columns.get(..self.system.variables()).unwrap_or(columns);
        let records = columns.iter().map(|column| column.len()).min().unwrap_or(0);
        self.check(records, verdicts, |first, count, lanes| {
            for (at, slot) in lanes.iter_mut().enumerate() {
                match columns.get(at) {
                    Some(column) => slot[..count].copy_from_slice(&column[first..first + count]),
                    None => *slot = [MISSING; LANES],
                }
            }
        });
    }

    /// Checks `records` records, of which `fill` puts so many, from one on, side by side.
    fn check(&self, records: usize, out: &mut Verdicts, mut fill: impl FnMut(usize, usize, &mut [Lane])) {
        out.reset(records, self.system.relations());
        let mut lanes = vec![[0; LANES]; self.system.variables()];
        let mut gaps = Vec::new();
        let is_safe = self.system.parted().all(Parted::is_light);
        for first in (0..records).step_by(LANES) {
            let count = (records - first).min(LANES);
            fill(first, count, &mut lanes);
            let mut beyond = beyond(&lanes);
            let is_gapped = beyond.iter().any(|it| *it >= 2 * RANGE);
            if is_gapped {
                take_gaps(&mut lanes, &mut gaps);
                beyond = self::beyond(&lanes);
            }
            // What stands in the lanes beyond the last record was checked before, and is not written again.
            self.check_lanes(&lanes, &mut out.violated, first, count);
            if is_gapped {
                self.check_gapped(&lanes, &gaps, out, first, count);
            }
            for (lane, beyond) in beyond.into_iter().enumerate().take(count) {
                if !is_safe || beyond >= 2 * RANGE {
                    self.check_one(&lanes, &gaps, lane, first + lane, out);
                }
            }
            gaps.clear();
        }
    }

    /// The bits of what is violated in each lane.
    fn check_lanes(&self, lanes: &[Lane], out: &mut [u64], first: usize, count: usize) {
        let words = self.system.relations().div_ceil(64);
        let mut word = 0;
        let mut bits = [0_u64; LANES];
        for (at, relation) in self.system.parted().enumerate() {
            let mut sum = [0_i64; LANES];
            for term in relation.plus {
                let lane = &lanes[term.variable as usize];
                for it in 0..LANES {
                    sum[it] = sum[it].wrapping_add(lane[it]);
                }
            }
            for term in relation.minus {
                let lane = &lanes[term.variable as usize];
                for it in 0..LANES {
                    sum[it] = sum[it].wrapping_sub(lane[it]);
                }
            }
            for term in relation.weighted {
                let lane = &lanes[term.variable as usize];
                for it in 0..LANES {
                    sum[it] = sum[it].wrapping_add(lane[it].wrapping_mul(term.coefficient.into()));
                }
            }
            // The sign tells: no compare of eight bytes is needed, which the plainest vector units lack.
            for it in 0..LANES {
                let (below, above) = (sum[it], sum[it].wrapping_neg());
                let broken = match relation.comparison {
                    Comparison::Equal => below | above,
                    Comparison::AtMost => above,
                    Comparison::AtLeast => below,
                };
                bits[it] |= (broken.cast_unsigned() >> 63) << (at % 64);
            }
            if at % 64 == 63 || at + 1 == self.system.relations() {
                for (lane, bits) in bits.iter().enumerate().take(count) {
                    out[(first + lane) * words + word] = *bits;
                }
                (word, bits) = (word + 1, [0; LANES]);
            }
        }
    }

    /// The relations that some figure is missing from, anew: `gaps` is all ones there, and `lanes` zero.
    ///
    /// A missing figure that may be anything from zero up can lift the side on which it stands and not lower it: what
    /// it cannot mend is violated.
    fn check_gapped(&self, lanes: &[Lane], gaps: &[Lane], out: &mut Verdicts, first: usize, count: usize) {
        let mut is_touched = vec![false; self.system.relations()];
        for (on, _) in self.on.iter().zip(gaps).filter(|(_, gap)| **gap != [0; LANES]) {
            for it in on {
                is_touched[*it as usize] = true;
            }
        }
        for place in (0..is_touched.len()).filter(|it| is_touched[*it]) {
            let Some(comparison) = self.system.comparison(place) else { continue };
            // Left minus right; all ones where something missing may lift it, and where something may lower it.
            let (mut sum, mut up, mut down) = ([0_i64; LANES], [0_i64; LANES], [0_i64; LANES]);
            for term in self.system.terms(place) {
                let (variable, coefficient) = (term.variable as usize, i64::from(term.coefficient));
                let (lane, gap) = (&lanes[variable], &gaps[variable]);
                let is_signed = self.system.domain(variable) == Domain::Signed;
                let lifts = -i64::from(coefficient > 0 || is_signed);
                let lowers = -i64::from(coefficient < 0 || is_signed);
                for it in 0..LANES {
                    sum[it] = sum[it].wrapping_add(lane[it].wrapping_mul(coefficient));
                    up[it] |= gap[it] & lifts;
                    down[it] |= gap[it] & lowers;
                }
            }
            let (word, bit) = (place / 64, 1_u64 << (place % 64));
            for it in (0..count).filter(|it| up[*it] | down[*it] != 0) {
                let (lifted, lowered) = (up[it] != 0, down[it] != 0);
                let (over, under) = (sum[it] > 0, sum[it] < 0);
                // Too much and not to be lowered, too little and not to be lifted; open is what a missing figure could
                // still break.
                let (is_violated, is_open) = match comparison {
                    Comparison::Equal => ((over && !lowered) || (under && !lifted), true),
                    Comparison::AtMost => (over && !lowered, over || lifted),
                    Comparison::AtLeast => (under && !lifted, under || lowered),
                };
                let slot = (first + it) * out.words + word;
                out.violated[slot] = (out.violated[slot] & !bit) | if is_violated { bit } else { 0 };
                out.undetermined[slot] |= if is_open && !is_violated { bit } else { 0 };
            }
        }
    }

    /// One record by the general path, which knows missing figures and sums of any size.
    fn check_one(&self, lanes: &[Lane], gaps: &[Lane], lane: usize, record: usize, out: &mut Verdicts) {
        let observe = |at: usize| match gaps.get(at) {
            Some(gap) if gap[lane] != 0 => Observation::Unknown,
            _ => Observation::Exact(lanes[at][lane]),
        };
        let observations: Vec<Observation> = (0..lanes.len()).map(observe).collect();
        let words = record * out.words..(record + 1) * out.words;
        let (violated, undetermined) = (&mut out.violated[words.clone()], &mut out.undetermined[words]);
        violated.fill(0);
        undetermined.fill(0);
        for relation in 0..self.system.relations() {
            let (word, bit) = (relation / 64, 1 << (relation % 64));
            match self.system.evaluate(relation, &observations) {
                Outcome::Violated => violated[word] |= bit,
                Outcome::Undetermined(_) => undetermined[word] |= bit,
                Outcome::Satisfied { .. } | Outcome::WithinRounding(_) => {}
            }
        }
    }
}

/// Puts all ones into `gaps` where `lanes` hold [`MISSING`], and zero in its place.
fn take_gaps(lanes: &mut [Lane], gaps: &mut Vec<Lane>) {
    gaps.clear();
    gaps.extend(lanes.iter_mut().map(|lane| {
        let gap = lane.map(|it| -i64::from(it == MISSING));
        for it in 0..LANES {
            lane[it] &= !gap[it];
        }
        gap
    }));
}

/// Per lane, a number of at least twice [`RANGE`] where some value lies outside `-RANGE..RANGE`.
fn beyond(lanes: &[Lane]) -> [u64; LANES] {
    let mut all = [0; LANES];
    for lane in lanes {
        for it in 0..LANES {
            all[it] |= lane[it].wrapping_add(RANGE.cast_signed()).cast_unsigned();
        }
    }
    all
}

const _: () = assert!(RANGE <= (1 << 62) / MOST_WEIGHT, "sums of values in range fit eight bytes");
