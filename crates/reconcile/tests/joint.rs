//! Contradictions between relations, against trying every value.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use gongkai_reconcile::{Comparison, Conflict, Domain, Joint, Observation, System};
use proptest::prelude::*;

/// Values that are tried; observations lie within, so what holds of all integers holds of these.
const MOST: i64 = 6;
const VARIABLES: usize = 4;

type Relations = Vec<(Vec<usize>, usize, Vec<usize>)>;

fn relations() -> impl Strategy<Value = Relations> {
    let side = || prop::collection::vec(0..VARIABLES, 0..3);
    prop::collection::vec((side(), 0_usize..3, side()), 1..5)
}

fn observations() -> impl Strategy<Value = Vec<Observation>> {
    let one = prop_oneof![
        4 => (0..=MOST).prop_map(Observation::Exact),
        2 => (0..=MOST, 0..=MOST).prop_map(|(one, other)| Observation::Between(one, other)),
        1 => Just(Observation::Blank),
        1 => Just(Observation::Unknown),
    ];
    prop::collection::vec(one, VARIABLES)
}

fn system(relations: &Relations, only: Option<&[usize]>) -> System {
    let mut system = System::new();
    for _ in 0..VARIABLES {
        system.variable(Domain::NonNegative);
    }
    for (at, (left, comparison, right)) in relations.iter().enumerate() {
        if only.is_none_or(|only| only.contains(&at)) {
            let comparison = [Comparison::Equal, Comparison::AtMost, Comparison::AtLeast][*comparison];
            system.relation(left, comparison, right).unwrap();
        }
    }
    system
}

/// Every assignment up to `most` that fits the observations and all relations.
fn solutions(system: &System, observations: &[Observation], most: i64) -> Vec<Vec<i64>> {
    let fits = |value: i64, observation: Observation| match observation {
        Observation::Exact(it) => value == it,
        Observation::Between(one, other) => (one.min(other)..=one.max(other)).contains(&value),
        _ => true,
    };
    let mut found = vec![Vec::new()];
    for &observation in observations {
        found = found
            .iter()
            .flat_map(|it| {
                (0..=most)
                    .filter(|&value| fits(value, observation))
                    .map(|value| [it.as_slice(), &[value]].concat())
            })
            .collect();
    }
    let holds = |values: &Vec<i64>| {
        let exact: Vec<Observation> = values.iter().map(|it| Observation::Exact(*it)).collect();
        (0..system.relations()).all(|it| system.evaluate(it, &exact).holds())
    };
    found.retain(holds);
    found
}

/// The observations of `kept` alone.
fn only(observations: &[Observation], kept: &[usize]) -> Vec<Observation> {
    let one = |at: usize| if kept.contains(&at) { observations[at] } else { Observation::Unknown };
    (0..observations.len()).map(one).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn contradictions_are_real_and_least(relations in relations(), observations in observations()) {
        let all = system(&relations, None);
        match all.jointly(&observations) {
            Joint::Possible(narrowed) => {
                // No solution lies outside what is left.
                for solution in solutions(&all, &observations, MOST) {
                    for it in &narrowed {
                        let value = i128::from(solution[it.variable]);
                        prop_assert!(it.low.is_none_or(|low| low <= value) && it.high.is_none_or(|high| value <= high));
                    }
                }
            }
            Joint::Impossible(Conflict { relations: kept, observed }) => {
                // Those alone have no solution, with larger values neither.
                let alone = system(&relations, Some(&kept));
                let few = only(&observations, &observed);
                prop_assert!(solutions(&alone, &few, 2 * MOST).is_empty());
                prop_assert!(matches!(alone.jointly(&few), Joint::Impossible(_)));
                // Nothing of it can be left out.
                for without in &kept {
                    let rest: Vec<usize> = kept.iter().copied().filter(|it| it != without).collect();
                    let possible = !matches!(system(&relations, Some(&rest)).jointly(&few), Joint::Impossible(_));
                    prop_assert!(possible);
                }
                for without in &observed {
                    let rest: Vec<usize> = observed.iter().copied().filter(|it| it != without).collect();
                    let possible = !matches!(alone.jointly(&only(&observations, &rest)), Joint::Impossible(_));
                    prop_assert!(possible);
                }
            }
            Joint::Unsettled => {}
        }
    }

    #[test]
    fn a_violated_relation_is_a_contradiction(relations in relations(), observations in observations()) {
        let all = system(&relations, None);
        if (0..all.relations()).any(|it| all.is_violated(it, &observations)) {
            prop_assert!(matches!(all.jointly(&observations), Joint::Impossible(_)));
        }
    }
}

#[test]
fn what_chases_itself_is_given_up() {
    // x = y + 1 and y = x + 1 over signed and over growing numbers.
    for domain in [Domain::Signed, Domain::NonNegative] {
        let mut system = System::new();
        let (x, y) = (system.variable(domain), system.variable(domain));
        let one = system.variable(Domain::NonNegative);
        system.relation(&[x], Comparison::Equal, &[y, one]).unwrap();
        system.relation(&[y], Comparison::Equal, &[x, one]).unwrap();
        let found = system.jointly(&[Observation::Unknown, Observation::Unknown, Observation::Exact(1)]);
        assert!(!matches!(found, Joint::Impossible(_)), "{found:?}");
    }
    // Shorter than its variables: the rest is unknown.
    let mut system = System::new();
    let x = system.variable(Domain::NonNegative);
    system.relation(&[x], Comparison::Equal, &[]).unwrap();
    let Joint::Possible(narrowed) = system.jointly(&[]) else { panic!("x = 0 is possible") };
    assert_eq!((narrowed[0].low, narrowed[0].high), (Some(0), Some(0)));
}
