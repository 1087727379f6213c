//! Sums, order, the same thing printed twice, changes: relations that need addition only.

use super::status::graded;
use super::{Assessment, Figure, Number, Reading, Set, Status};
use crate::Grade;

/// Whether the sum of `left` can equal the sum of `right`. An empty side is zero.
///
/// A sum is `balance(parts, &[total])`, the same thing printed twice `balance(&[one], &[other])`, a change
/// `balance(&[before, growth], &[now])`.
///
/// ```
/// use gongkai_reconcile::Grade;
/// use gongkai_reconcile::figure::{Figure, Status, balance};
/// let [whole, one, other] = ["70.67", "12.83", "57.83"].map(|it| Figure::scaled_count(it, 10_000).unwrap());
/// // 12.83 + 57.83 is 70.66, yet two rounded parts and a rounded whole agree.
/// assert_eq!(balance(&[one, other], &[whole]).status, Status::Within(Grade::Rounded));
/// assert_eq!(balance(&[Figure::count(305), Figure::count(132)], &[Figure::count(437)]).status, Status::Exact);
/// ```
pub fn balance(left: &[Figure], right: &[Figure]) -> Assessment {
    compare(left, right, Set::meets, Set::distance)
}

/// Whether the sum of `left` can be at most the sum of `right`.
pub fn at_most(left: &[Figure], right: &[Figure]) -> Assessment {
    let above = |left: Set, right: Set| left.ends().0 - right.ends().1;
    compare(
        left,
        right,
        |left, right| {
            let strict = left.low_is_open() || right.high_is_open();
            above(left, right) < i128::from(!strict)
        },
        |left, right| Number(above(left, right).max(0)),
    )
}

/// Whether the sum of `left` is at most the sum of `right` whatever the true values are, rounding to nearest.
pub fn surely_at_most(left: &[Figure], right: &[Figure]) -> bool {
    let (left, right) = (total(left, Some(Reading::Nearest)), total(right, Some(Reading::Nearest)));
    left.high().zip(right.low()).is_some_and(|(most, least)| most <= least)
}

/// The values that the sum of `figures` admits.
pub fn sum(figures: &[Figure], reading: Reading) -> Set {
    total(figures, Some(reading))
}

fn total(figures: &[Figure], reading: Option<Reading>) -> Set {
    let mut figures = figures.iter().map(|figure| figure.read(reading));
    let Some(first) = figures.next() else { return Set::ZERO.on_lattice(Number::ONE) };
    figures.fold(first, Set::plus)
}

fn compare(
    left: &[Figure],
    right: &[Figure],
    holds: impl Fn(Set, Set) -> bool,
    distance: impl Fn(Set, Set) -> Number,
) -> Assessment {
    let status =
        graded(&left.iter().chain(right), |reading| Some(holds(total(left, reading), total(right, reading))));
    let gap = match status {
        Status::Violated => distance(sum(left, Reading::Loose), sum(right, Reading::Loose)),
        _ => Number::ZERO,
    };
    Assessment { status, gap }
}

/// Whether shares of one whole that leave nothing out can add up to 100 %.
///
/// ```
/// use gongkai_reconcile::figure::{Figure, closure};
/// let shares = ["61.1", "33.4", "5.5"].map(|it| Figure::percent(it).unwrap());
/// assert!(closure(&shares).status.holds());
/// let shares = ["61.1", "33.4", "15.5"].map(|it| Figure::percent(it).unwrap());
/// assert_eq!(closure(&shares).gap.to_string(), "9.7");
/// ```
pub fn closure(shares: &[Figure]) -> Assessment {
    balance(shares, &[Figure::exact(Number::HUNDRED)])
}

/// The one share that was bent to make all of them print as 100 %: not the nearest rounding of its part, while the others
/// are. `parts` stand in the order of `shares`.
///
/// ```
/// use gongkai_reconcile::figure::{Figure, bent_share};
/// let shares = ["61.1", "33.4", "5.5"].map(|it| Figure::percent(it).unwrap());
/// let parts = [11, 6, 1].map(Figure::count);
/// // Two are bent here, 33.3 up and 5.6 down; beside 5.6 the 33.3 would do.
/// assert_eq!(bent_share(&shares, &parts, &Figure::count(18)), None);
/// let shares = ["33.4", "33.3", "33.3"].map(|it| Figure::percent(it).unwrap());
/// assert_eq!(bent_share(&shares, &[Figure::count(6); 3], &Figure::count(18)), Some(0));
/// ```
pub fn bent_share(shares: &[Figure], parts: &[Figure], whole: &Figure) -> Option<usize> {
    let to_the_digit = shares.iter().map(Figure::value).sum::<Number>() == Number::HUNDRED;
    let nearest = |at: &usize| {
        let status = super::share(&parts[*at], whole, &shares[*at]).status;
        matches!(status, Status::Exact | Status::Vacuous | Status::Within(Grade::Rounded))
    };
    let mut bent = (0..shares.len().min(parts.len())).filter(|at| !nearest(at));
    bent.next().filter(|_| to_the_digit && bent.next().is_none())
}
