//! Shares, rates and growth: relations that need a product.

use super::number::floor;
use super::status::graded;
use super::{Assessment, Figure, Number, Obstacle, Reading, Set, Status};
use crate::Grade;

/// Pairs of whole numbers are tried one by one up to this many on the shorter side.
const MOST_TRIED: i128 = 4096;

/// Whether `part` can be `share` percent of `whole`.
///
/// Two counts admit few ratios: where their ranges are short, the whole numbers themselves are tried.
///
/// ```
/// use gongkai_reconcile::Grade;
/// use gongkai_reconcile::figure::{Figure, Status, share};
/// let percent = |digits| Figure::percent(digits).unwrap();
/// let status = |part, whole, digits| share(&Figure::count(part), &Figure::count(whole), &percent(digits)).status;
/// assert_eq!(status(740, 750, "98.7"), Status::Within(Grade::Rounded));
/// assert_eq!(status(20, 94, "21.2"), Status::Within(Grade::Truncated));
/// assert_eq!(status(6, 18, "33.4"), Status::Within(Grade::RoundedUp));
/// assert_eq!(status(8, 18, "33.4"), Status::Violated);
/// ```
pub fn share(part: &Figure, whole: &Figure, share: &Figure) -> Assessment {
    proportion(part, whole, share, |set| Some((set, 100)))
}

/// Whether `part` can be `times` times `whole`.
pub fn multiple(part: &Figure, whole: &Figure, times: &Figure) -> Assessment {
    proportion(part, whole, times, |set| Some((set, 1)))
}

/// Which way a printed rate of change goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Trend {
    /// Up by so much.
    Growth,
    /// Down by so much; the rate is printed without a sign.
    Decline,
}

impl Trend {
    /// A rate of change in percent as a ratio in percent.
    fn ratio(self, rate: Set) -> Set {
        let rate = if self == Self::Decline { rate.negated() } else { rate };
        rate.plus(Set::point(Number::HUNDRED))
    }
}

/// Whether `now` can have changed by `rate` percent since `before`.
///
/// ```
/// use gongkai_reconcile::figure::{Figure, Trend, growth};
/// let rate = Figure::percent("12.5").unwrap();
/// assert!(growth(&Figure::count(7), &Figure::count(8), &rate, Trend::Decline).status.holds());
/// assert!(!growth(&Figure::count(7), &Figure::count(8), &rate, Trend::Growth).status.holds());
/// ```
pub fn growth(now: &Figure, before: &Figure, rate: &Figure, trend: Trend) -> Assessment {
    if before.reads_exactly() && before.value() == Number::ZERO {
        // A rate was printed although nothing can have grown from zero.
        return Assessment::of(Status::Violated);
    }
    proportion(now, before, rate, |set| Some((trend.ratio(set), 100)))
}

/// What an unstated operand must be, and under which reading of rounding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Derived {
    /// The values it may have, on the lattice that was asked for.
    pub values: Set,
    /// How far rounding had to be stretched to leave one; [`Grade::Rounded`] where it had not.
    pub grade: Grade,
}

/// The wholes of which `part` is `share` percent, as multiples of `step`; nothing when no such whole exists: then the
/// percentage is impossible.
///
/// ```
/// use gongkai_reconcile::figure::{Figure, Number, whole_of};
/// let derived = whole_of(&Figure::count(963), &Figure::percent("80.12").unwrap(), Number::ONE).unwrap();
/// assert_eq!(derived.values.to_string(), "[1202, 1202]Z");
/// assert_eq!(whole_of(&Figure::count(3), &Figure::percent("99.9").unwrap(), Number::ONE), None);
/// ```
pub fn whole_of(part: &Figure, share: &Figure, step: Number) -> Option<Derived> {
    derived(|reading| {
        quotient(part.admits(reading), share.admits(reading), 100).map(|set| set.on_lattice(step))
    })
}

/// What stood before `now` changed by `rate` percent, as multiples of `step`.
///
/// ```
/// use gongkai_reconcile::figure::{Figure, Number, Trend, before_growth};
/// let rate = Figure::percent("208.1").unwrap();
/// let derived = before_growth(&Figure::count(114), &rate, Trend::Growth, Number::ONE).unwrap();
/// assert_eq!(derived.values.value(), Some(Number::whole(37)));
/// ```
pub fn before_growth(now: &Figure, rate: &Figure, trend: Trend, step: Number) -> Option<Derived> {
    derived(|reading| {
        quotient(now.admits(reading), trend.ratio(rate.admits(reading)), 100).map(|set| set.on_lattice(step))
    })
}

/// What `now` was multiplied from by `times`, as multiples of `step`.
pub fn before_multiple(now: &Figure, times: &Figure, step: Number) -> Option<Derived> {
    derived(|reading| quotient(now.admits(reading), times.admits(reading), 1).map(|set| set.on_lattice(step)))
}

/// The parts that are `share` percent of `whole`, as multiples of `step`.
pub fn part_of(whole: &Figure, share: &Figure, step: Number) -> Option<Derived> {
    derived(|reading| {
        let (whole, share) = (whole.admits(reading), share.admits(reading));
        let ((low, high), (least, most)) = (whole.ends(), share.ends());
        let down = low.checked_mul(least.max(0))?.div_euclid(Number::HUNDRED.0);
        let up = -(-high.checked_mul(most.max(0))?).div_euclid(Number::HUNDRED.0);
        Some(Set::closed(Number(down), Number(up)).on_lattice(step))
    })
}

fn derived(values: impl Fn(Reading) -> Option<Set>) -> Option<Derived> {
    Reading::ALL.into_iter().find_map(|reading| {
        let values = values(reading)?;
        if values.is_empty() {
            return None;
        }
        Some(Derived { values, grade: reading.into() })
    })
}

fn proportion(
    part: &Figure,
    whole: &Figure,
    rate: &Figure,
    ratio: impl Fn(Set) -> Option<(Set, i64)>,
) -> Assessment {
    if whole.reads_exactly() && whole.value() == Number::ZERO {
        return Assessment::not(Obstacle::DenominatorZero);
    }
    let figures = [part, whole, rate];
    let status = graded(&figures.into_iter(), |reading| {
        let (set, factor) = ratio(rate.read(reading))?;
        can_be(part.read(reading), whole.read(reading), set, factor)
    });
    Assessment::of(status)
}

/// Whether some `factor × n / d` with `n` of `part`, `d > 0` of `whole` lies in `ratio`; `None` beyond 128 bits.
fn can_be(part: Set, whole: Set, ratio: Set, factor: i64) -> Option<bool> {
    let part = part.intersect(Set::from(Number::ZERO));
    let whole = whole.intersect(Set::from(Number::ZERO).without_low());
    if part.is_empty() || whole.is_empty() || ratio.is_empty() {
        return Some(false);
    }
    let (shortest, by_whole) = match (part.count(MOST_TRIED), whole.count(MOST_TRIED)) {
        (Some(parts), Some(wholes)) => (parts.min(wholes), wholes < parts),
        // One side is a point or a short run; the other is not on a lattice, or long.
        _ => (0, false),
    };
    if shortest == 0 {
        return overlap(part, whole, ratio, factor);
    }
    // What no values between the ends can do, whole numbers cannot.
    if overlap(part, whole, ratio, factor) == Some(false) {
        return Some(false);
    }
    let (of, step) = if by_whole { (whole, whole.step()) } else { (part, part.step()) };
    let mut at = of.low()?;
    for _ in 0..shortest {
        let one = Set::point(at).on_lattice(step);
        let hit = if by_whole { parts_at(one, ratio, factor)? } else { wholes_at(one, ratio, factor) };
        if hit.on_lattice(if by_whole { part.step() } else { whole.step() }).meets(if by_whole {
            part
        } else {
            whole
        }) {
            return Some(true);
        }
        at = at + step;
    }
    Some(false)
}

/// As [`can_be`], for sets without a lattice: `factor × n - p × d` takes every value between its extremes.
fn overlap(part: Set, whole: Set, ratio: Set, factor: i64) -> Option<bool> {
    let ((n_low, n_high), (d_low, d_high), (p_low, p_high)) = (part.ends(), whole.ends(), ratio.ends());
    let scaled = |n: i128| n.checked_mul(i128::from(factor) * super::number::GRID);
    let unbounded = whole.high().is_none() || ratio.high().is_none();
    let below = if unbounded && p_high > 0 {
        true
    } else {
        let strict = part.low_is_open() || whole.high_is_open() || ratio.high_is_open();
        let (left, right) = (scaled(n_low)?, p_high.checked_mul(d_high)?);
        left < right || (left == right && !strict)
    };
    let above = if part.high().is_none() || p_low <= 0 {
        n_high > 0 || p_low <= 0
    } else {
        let strict = part.high_is_open() || whole.low_is_open() || ratio.low_is_open();
        let (left, right) = (scaled(n_high)?, p_low.checked_mul(d_low)?);
        left > right || (left == right && !strict)
    };
    Some(below && above)
}

/// The wholes of a single part; every one where the part is zero and so may the ratio be.
fn wholes_at(part: Set, ratio: Set, factor: i64) -> Set {
    let none = Set::closed(Number::ONE, Number::ZERO);
    if part.ends().0 > 0 {
        return quotient(part, ratio, factor).unwrap_or(none);
    }
    if ratio.contains(Number::ZERO) { Set::from(Number::ZERO).without_low() } else { none }
}

/// The parts of a single whole.
fn parts_at(whole: Set, ratio: Set, factor: i64) -> Option<Set> {
    let unit = i128::from(factor) * super::number::GRID;
    let (at, _) = whole.ends();
    let (low, high) = ratio.ends();
    let (down, up) = (at.checked_mul(low.max(0))?, at.checked_mul(high.max(0))?);
    // A quotient between grid points stands strictly inside its neighbours.
    let (low, high) = (floor(down, unit), floor(up, unit));
    let (low_is_exact, high_is_exact) = (low * unit == down, high * unit == up);
    let set = Set::closed(Number(if low_is_exact { low } else { low + 1 }), Number(high));
    let set = if ratio.low_is_open() && low_is_exact { set.without_low() } else { set };
    Some(if ratio.high_is_open() && high_is_exact { set.without_high() } else { set })
}

/// Every `d` with `factor × n / d` in `ratio`, rounded inward to the grid; `None` when none can be or beyond 128 bits.
fn quotient(part: Set, ratio: Set, factor: i64) -> Option<Set> {
    let unit = i128::from(factor) * super::number::GRID;
    let ((n_low, n_high), (p_low, p_high)) = (part.ends(), ratio.ends());
    if p_high < 0 || (p_high == 0 && n_low > 0) {
        return None;
    }
    let (n_low, n_high) = (n_low.max(0).checked_mul(unit)?, n_high.max(0).checked_mul(unit)?);
    let strict_low = part.low_is_open() || ratio.high_is_open();
    let strict_high = part.high_is_open() || ratio.low_is_open();
    // Nothing is a share of zero.
    let low = if p_high == 0 || n_low == 0 {
        Set::from(Number::ZERO).without_low()
    } else {
        let at = -floor(-n_low, p_high);
        let set = Set::from(Number(at));
        if strict_low && at * p_high == n_low { set.without_low() } else { set }
    };
    if p_low <= 0 {
        return Some(low);
    }
    let at = floor(n_high, p_low);
    let high = Set::closed(Number::ZERO, Number(at));
    let high = if strict_high && at * p_low == n_high { high.without_high() } else { high };
    Some(low.intersect(high)).filter(|set| !set.is_empty())
}
