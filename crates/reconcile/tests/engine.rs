//! The engine on small systems written as text, one case a line.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use gongkai_reconcile::{Comparison, Domain, Grade, LARGEST, Observation, Open, Outcome, Residual, System};
use proptest::prelude::*;

/// Evaluates `relation`, such as `3 + ? <= 9`. Operands: digits an exact number, `12~10` rounded with its
/// unit of the last place, `2..5` a range, `_` a blank, `?` not found; with `s` before it a signed variable.
fn evaluate(relation: &str) -> Outcome {
    let (mut system, mut observations) = (System::new(), Vec::new());
    let (mut left, mut right, mut comparison) = (Vec::new(), Vec::new(), None);
    for word in relation.split_whitespace() {
        comparison = match word {
            "+" => continue,
            "=" => Some(Comparison::Equal),
            "<=" => Some(Comparison::AtMost),
            ">=" => Some(Comparison::AtLeast),
            operand => {
                let signed = operand.strip_prefix('s');
                let domain = if signed.is_some() { Domain::Signed } else { Domain::NonNegative };
                let number = |text: &str| text.parse::<i64>().unwrap();
                observations.push(match signed.unwrap_or(operand) {
                    "_" => Observation::Blank,
                    "?" => Observation::Unknown,
                    it => match (it.split_once('~'), it.split_once("..")) {
                        (Some((value, ulp)), _) => {
                            Observation::Rounded { value: number(value), ulp: number(ulp) }
                        }
                        (_, Some((low, high))) => Observation::Between(number(low), number(high)),
                        _ => Observation::Exact(number(it)),
                    },
                });
                let variable = system.variable(domain);
                if comparison.is_some() { &mut right } else { &mut left }.push(variable);
                continue;
            }
        };
    }
    system.relation(&left, comparison.unwrap(), &right).unwrap();
    system.evaluate(0, &observations)
}

/// As `evaluate`, in words: `undetermined if-zero _2=7` names operands by position.
fn check(relation: &str, expected: &str) {
    let found = match evaluate(relation) {
        Outcome::Satisfied { vacuous: true } => "vacuous".to_owned(),
        Outcome::Satisfied { vacuous: false } => "satisfied".to_owned(),
        Outcome::WithinRounding(Grade::Rounded) => "rounded".to_owned(),
        Outcome::WithinRounding(Grade::Truncated) => "truncated".to_owned(),
        Outcome::WithinRounding(Grade::RoundedUp) => "rounded-up".to_owned(),
        Outcome::WithinRounding(Grade::Loose) => "loose".to_owned(),
        Outcome::Violated => "violated".to_owned(),
        Outcome::Undetermined(open) => {
            assert!(!open.missing.is_empty(), "{relation}");
            let mut words = vec!["undetermined".to_owned()];
            if open.if_zero {
                words.push("if-zero".to_owned());
            }
            words.extend(open.forced.iter().map(|it| format!("_{}={}", it.variable, it.value)));
            words.join(" ")
        }
    };
    assert_eq!(found, expected, "{relation}");
}

#[test]
fn exact_figures() {
    check("3 + 1 = 4", "satisfied");
    check("3 + 1 = 5", "violated");
    check("0 + 0 = 0", "vacuous");
    check("0 <= 0", "vacuous");
    check("0 <= 4", "satisfied");
    check("5 <= 4", "violated");
    check("5 >= 4", "satisfied");
    check("s-3 + 12 >=", "satisfied");
    check("s-13 + 12 >=", "violated");
    check("1000000000000000000 + 1000000000000000000 = 2000000000000000000", "satisfied");
    check("9223372036854775807 + 9223372036854775807 = 1", "violated");
}

#[test]
fn blanks_are_unknown_and_zero() {
    check("3 + _ = 3", "undetermined if-zero _1=0");
    check("3 + _ = 10", "undetermined _1=7");
    check("10 + _ = 3", "violated");
    check("3 + _ + _ = 10", "undetermined");
    check("3 + _ + _ = 3", "undetermined if-zero _1=0 _2=0");
    check("3 = _", "undetermined _1=3");
    check("0 + _ = 0", "undetermined if-zero _1=0");
    check("_ = _", "undetermined if-zero");
    check("3 + 4 = 7 + _", "undetermined if-zero _3=0");
    check("3 + 4 = 9 + _", "violated");
    check("s_ + 4 = 1", "undetermined _0=-3");
}

#[test]
fn blanks_in_inequalities() {
    check("3 <= 2 + _", "undetermined");
    check("2 <= 3 + _", "satisfied");
    check("4 + _ <= 3", "violated");
    check("3 + _ <= 3", "undetermined if-zero _1=0");
    check("5 >= _", "undetermined if-zero");
    check("_ >= 5", "undetermined");
    check("_ >=", "satisfied");
    check("s_ >=", "undetermined if-zero");
}

#[test]
fn not_found_is_never_zero() {
    check("3 + ? = 3", "undetermined _1=0");
    check("3 + ? + _ = 3", "undetermined _1=0 _2=0");
    check("4 + ? = 3", "violated");
    check("2 <= 3 + ?", "satisfied");
    check("3 <= 2 + ?", "undetermined");
    check("s? + 4 = 1", "undetermined _0=-3");
    check("s? + s? = 1", "undetermined");
}

#[test]
fn rounding_is_graded() {
    // 70.67 = 12.83 + 57.83 (ten thousands), a step of 100 in units.
    check("706700~100 = 128300~100 + 578300~100", "rounded");
    check("706668 = 128300~100 + 578300~100", "rounded");
    check("706668 = 128300~100 + 578100~100", "violated");
    // 20 of 94 printed 21.2 %: cut off. 6 of 18 printed 33.4 %: rounded up. Scaled to one thousandth.
    check("21276 = 21200~100", "truncated");
    check("33333 = 33400~100", "rounded-up");
    check("100~100 = 250~100", "loose");
    check("5~1 = 5", "satisfied");
    check("13230..13239 = 7970 + 2309 + 132 + 2819", "rounded");
    check("13230..13239 = 13240", "violated");
    check("100~10 + _ = 104", "undetermined if-zero");
    check("100~10 + _ = 90", "violated");
    check("105~10 <= 101", "rounded");
    check("-21276 = -21200~100", "truncated");
}

#[test]
fn a_variable_on_both_sides_cancels() {
    let mut system = System::new();
    let [x, y] = [(); 2].map(|()| system.variable(Domain::NonNegative));
    let relation = system.relation(&[x, y], Comparison::Equal, &[x]).unwrap();
    assert_eq!(system.terms(relation).len(), 1);
    let observations = [Observation::Unknown, Observation::Exact(0)];
    assert_eq!(system.evaluate(relation, &observations), Outcome::Satisfied { vacuous: true });
    assert_eq!(system.relation(&[2], Comparison::Equal, &[x]), None);
    assert_eq!(
        system.evaluate(relation, &[]),
        Outcome::Undetermined(Box::new(Open {
            missing: vec![y],
            if_zero: false,
            forced: vec![gongkai_reconcile::Forced { variable: y, value: 0 }],
        }))
    );
}

/// A system of `relations` over `cells` counts; sides are drawn from the numbers given.
fn system(cells: usize, relations: &[(u8, Vec<usize>, Vec<usize>)]) -> System {
    let mut system = System::new();
    for _ in 0..cells {
        system.variable(Domain::NonNegative);
    }
    for (comparison, left, right) in relations {
        let side = |side: &[usize]| side.iter().map(|at| at % cells).collect::<Vec<_>>();
        let comparison =
            [Comparison::Equal, Comparison::AtMost, Comparison::AtLeast][usize::from(comparison % 3)];
        system.relation(&side(left), comparison, &side(right)).unwrap();
    }
    system
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn kernel_and_general_path_agree(
        values in prop::collection::vec(prop_oneof![0..6_i64, 0..LARGEST], 6),
        missing in prop::collection::vec(prop::bool::weighted(0.2), 6),
        relations in prop::collection::vec((0..3_u8, prop::collection::vec(0..6_usize, 0..5), prop::collection::vec(0..6_usize, 0..3)), 1..6),
    ) {
        let system = system(6, &relations);
        let mut residuals = vec![Residual::default(); system.relations()];
        system.residuals(&values, &missing, &mut residuals);
        let observations: Vec<_> = values.iter().zip(&missing)
            .map(|(&value, &missing)| if missing { Observation::Unknown } else { Observation::Exact(value) })
            .collect();
        for (relation, residual) in residuals.iter().enumerate() {
            if residual.missing > 0 {
                continue;
            }
            let holds = system.comparison(relation).unwrap().holds(residual.difference);
            let expected = if holds { Outcome::Satisfied { vacuous: !residual.nonzero } } else { Outcome::Violated };
            prop_assert_eq!(system.evaluate(relation, &observations), expected);
        }
    }

    /// An outcome on missing figures agrees with every way of filling them in.
    #[test]
    fn missing_figures_are_bounded_soundly(
        values in prop::collection::vec(0..5_i64, 5),
        missing in prop::collection::vec(0..3_u8, 5),
        relation in (0..3_u8, prop::collection::vec(0..5_usize, 0..4), prop::collection::vec(0..5_usize, 0..3)),
    ) {
        let system = system(5, &[relation]);
        let observations: Vec<_> = values.iter().zip(&missing)
            .map(|(&value, missing)| match missing { 0 => Observation::Blank, 1 => Observation::Unknown, _ => Observation::Exact(value) })
            .collect();
        let outcome = system.evaluate(0, &observations);
        for fill in 0..20_i64.pow(2) {
            let fills = [fill % 20, fill / 20];
            let mut next = 0;
            let filled: Vec<_> = observations.iter().map(|it| if it.is_missing() {
                next += 1;
                Observation::Exact(fills[(next - 1) % 2])
            } else { *it }).collect();
            let holds = system.evaluate(0, &filled).holds();
            match &outcome {
                Outcome::Satisfied { .. } => prop_assert!(holds),
                Outcome::Violated => prop_assert!(!holds),
                Outcome::Undetermined(open) => for it in &open.forced {
                    prop_assert!(!holds || filled[it.variable] == Observation::Exact(it.value));
                },
                Outcome::WithinRounding(_) => prop_assert!(false, "no figure is rounded"),
            }
        }
    }
}
