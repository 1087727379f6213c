//! Properties of figures and relations that no table of cases can cover.

use gongkai_reconcile::figure::{
    Approximation, Figure, Number, Reading, Status, UnitClass, at_most, balance, share, whole_of,
};
use proptest::prelude::*;

fn words() -> impl Strategy<Value = Option<Approximation>> {
    use Approximation::{About, Above, AtLeast, AtMost, Below, Near, Over, OverAfterScale};
    proptest::sample::select(vec![
        None,
        Some(Over),
        Some(OverAfterScale),
        Some(Near),
        Some(Below),
        Some(About),
        Some(Above),
        Some(AtLeast),
        Some(AtMost),
    ])
}

fn class() -> impl Strategy<Value = UnitClass> {
    let smallest = "0.01".parse().unwrap();
    proptest::sample::select(vec![UnitClass::Counted, UnitClass::Amount { smallest }, UnitClass::Rate])
}

fn figure() -> impl Strategy<Value = Figure> {
    (0_i64..2_000_000, 0_u32..3, proptest::bool::ANY, class(), words()).prop_map(
        |(mantissa, places, wan, class, word)| {
            let scale = if wan { 10_000 } else { 1 };
            let value = Number::decimal(mantissa.into(), places as u8).unwrap().times(scale).unwrap();
            let ulp = Number::decimal(1, places as u8).unwrap().times(scale).unwrap();
            let figure = Figure::new(value, ulp, Number::whole(scale), class);
            word.map_or(figure, |word| figure.approximately(word))
        },
    )
}

proptest! {
    /// The loosest reading admits what any other admits, and nothing is ever empty.
    #[test]
    fn loose_contains_the_others(figure in figure()) {
        let loose = figure.admits(Reading::Loose);
        for reading in Reading::ALL {
            let set = figure.admits(reading);
            prop_assert!(!set.is_empty(), "{figure:?} {reading:?}");
            prop_assert_eq!(set.hull(loose), loose, "{:?} {:?} {}", figure, reading, set);
        }
    }

    /// Points make an exact sum of whole numbers.
    #[test]
    fn counts_are_exact(parts in proptest::collection::vec(0_i64..1_000_000, 1..12), off in -3_i64..=3) {
        let total = parts.iter().sum::<i64>() + off;
        let parts: Vec<Figure> = parts.into_iter().map(Figure::count).collect();
        let assessment = balance(&parts, &[Figure::count(total)]);
        prop_assert_eq!(assessment.status.holds(), off == 0);
        prop_assert_eq!(assessment.gap, Number::whole(off.abs()));
        prop_assert_eq!(at_most(&parts, &[Figure::count(total)]).status.holds(), off >= 0);
    }

    /// True figures that were rounded, however, are never called wrong.
    #[test]
    fn rounding_never_violates(parts in proptest::collection::vec(0_i64..90_000_000, 1..6), places in 0_u32..4, way in 0..3) {
        let unit = 10_i64.pow(4 - places);
        let rounded = |value: i64| {
            let mantissa = match way { 0 => (value + unit / 2) / unit, 1 => value / unit, _ => (value + unit - 1) / unit };
            let value = Number::whole(mantissa * unit);
            Figure::new(value, Number::whole(unit), Number::whole(10_000), UnitClass::Counted)
        };
        let total = rounded(parts.iter().sum());
        let parts: Vec<Figure> = parts.into_iter().map(rounded).collect();
        prop_assert!(balance(&parts, &[total]).status.holds());
    }

    /// Shares that were computed, however rounded, hold; and the whole behind them is among those derived.
    #[test]
    fn true_shares_hold(whole in 1_i64..100_000, part in 0_i64..100_000, places in 0_u32..3, way in 0..3) {
        let part = part % (whole + 1);
        let unit = 10_i128.pow(places);
        let (dividend, divisor) = (i128::from(part) * 100 * unit, i128::from(whole));
        let mantissa = match way {
            0 => (dividend + divisor / 2) / divisor,
            1 => dividend / divisor,
            _ => (dividend + divisor - 1) / divisor,
        };
        let value = Number::decimal(mantissa, places as u8).unwrap();
        let ulp = Number::decimal(1, places as u8).unwrap();
        let rate = Figure::new(value, ulp, Number::ONE, UnitClass::Rate);
        let status = share(&Figure::count(part), &Figure::count(whole), &rate).status;
        prop_assert!(status.holds(), "{part} of {whole} as {rate:?}: {status:?}");
        if way == 0 {
            let derived = whole_of(&Figure::count(part), &rate, Number::ONE);
            prop_assert!(derived.is_some_and(|it| it.values.contains(Number::whole(whole))), "{part} of {whole}");
        }
    }

    /// What the whole numbers decide agrees with trying them all.
    #[test]
    fn ranges_of_counts_are_tried_exactly(part in 1_i64..40, whole in 1_i64..60, share_of in 0_i64..1500) {
        let rate = Figure::printed(&format!("{}.{}", share_of / 10, share_of % 10), 1, UnitClass::Rate).unwrap();
        let (part, whole) = (Figure::count(part).approximately(Approximation::Over), Figure::count(whole).approximately(Approximation::About));
        let found = share(&part, &whole, &rate).status;
        for (reading, grade) in Reading::ALL.into_iter().zip(["Rounded", "Truncated", "RoundedUp", "Loose"]) {
            let (parts, wholes, rates) = (part.admits(reading), whole.admits(reading), rate.admits(reading));
            let each = |set: gongkai_reconcile::figure::Set| {
                let end = |it: Option<Number>| it.unwrap().to_i64().unwrap();
                end(set.low())..=end(set.high())
            };
            let hit = each(wholes).filter(|&d| d > 0).any(|d| each(parts).any(|n| {
                // low <= 100 n / d <= high, ends open or closed, in tenths and halves of them.
                let (low, high) = (rates.low().unwrap(), rates.high().unwrap());
                let left = Number::whole(100 * n);
                let (from, to) = (low.times(d).unwrap(), high.times(d).unwrap());
                (left > from || left == from && !rates.low_is_open()) && (left < to || left == to && !rates.high_is_open())
            }));
            if hit {
                prop_assert_eq!(format!("{found:?}"), format!("Within({grade})"));
                return Ok(());
            }
        }
        prop_assert_eq!(found, Status::Violated);
    }
}
