//! Every explanation by one or two figures is found, none is invented, and all of them hold.

use super::table;
use gongkai_reconcile::localise::{Diagnosis, Evidence, Localiser};
use gongkai_reconcile::{Domain, Observation as O, System};
use proptest::prelude::*;
use std::collections::BTreeSet;

type Changes = BTreeSet<Vec<(usize, i64)>>;

fn holds(system: &System, values: &[i64]) -> bool {
    let observed: Vec<O> = values.iter().map(|&it| O::Exact(it)).collect();
    (0..system.relations()).all(|relation| system.evaluate(relation, &observed).holds())
        && (0..values.len()).all(|it| values[it] >= 0 || system.domain(it) == Domain::Signed)
}

/// All sets of one changed figure, or else of two, tried with every amount that some relation is off by.
fn oracle(localiser: &Localiser, values: &[i64]) -> Changes {
    let system = localiser.system();
    let residual = |relation: usize| -> i64 {
        system.terms(relation).iter().map(|it| i64::from(it.coefficient) * values[it.variable as usize]).sum()
    };
    let amounts: BTreeSet<i64> =
        (0..system.relations()).map(residual).flat_map(|it| [it, -it]).filter(|&it| it != 0).collect();
    // Two figures of one relation share its residual.
    let sums: BTreeSet<i64> = amounts
        .iter()
        .flat_map(|&a| amounts.iter().flat_map(move |&b| [a, a - b]))
        .filter(|&it| it != 0)
        .collect();
    let mut found = Changes::new();
    let mut work = values.to_vec();
    for one in 0..values.len() {
        for &amount in &sums {
            work[one] += amount;
            if holds(system, &work) {
                found.insert(vec![(one, amount)]);
            }
            work[one] -= amount;
        }
    }
    if !found.is_empty() {
        return found;
    }
    for one in 0..values.len() {
        for other in one + 1..values.len() {
            for &amount in &sums {
                for &another in &sums {
                    work[one] += amount;
                    work[other] += another;
                    if holds(system, &work) {
                        found.insert(vec![(one, amount), (other, another)]);
                    }
                    work[one] -= amount;
                    work[other] -= another;
                }
            }
        }
    }
    found
}

fn leaves() -> impl Strategy<Value = Vec<i64>> {
    prop::collection::vec(prop_oneof![Just(0_i64), 0_i64..12, 0_i64..400], 6)
}

/// A table of three rows and four columns, or the like, that adds up.
fn filled(leaves: &[i64]) -> Vec<i64> {
    let mut cells = vec![0; 12];
    for row in 0..2 {
        for column in 0..3 {
            let it = leaves[row * 3 + column];
            for at in [row * 4 + column, row * 4 + 3, 8 + column, 11] {
                cells[at] += it;
            }
        }
    }
    cells
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn small_sets_are_found_as_by_trying_everything(
        leaves in leaves(),
        errors in prop::collection::vec((0_usize..12, -30_i64..300), 1..=2),
    ) {
        let localiser = table(3, 4);
        let mut values = filled(&leaves);
        for (at, amount) in errors {
            values[at] = (values[at] + amount).max(0);
        }
        let observed: Vec<O> = values.iter().map(|&it| O::Exact(it)).collect();
        let answer = localiser.localise(&observed, &Evidence::default());
        let expected = oracle(&localiser, &values);
        if holds(localiser.system(), &values) {
            prop_assert_eq!(answer.diagnosis, Diagnosis::Consistent);
            return Ok(());
        }
        let found: Changes = answer.explanations.iter().map(|it| {
            it.edits.iter().map(|edit| (edit.variable, edit.to - values[edit.variable])).collect()
        }).collect();
        // A single figure is always the answer, and the only one of its size.
        if expected.iter().any(|it| it.len() == 1) {
            prop_assert_eq!(&found, &expected);
        }
        // Of two figures the likeliest are listed; what is listed is among all there are.
        for it in found.iter().filter(|it| it.len() <= 2) {
            prop_assert!(expected.contains(it), "{:?} is no explanation of {:?}", it, values);
        }
        for it in &answer.explanations {
            let mut mended = values.clone();
            for edit in &it.edits {
                mended[edit.variable] = edit.to;
            }
            prop_assert!(holds(localiser.system(), &mended));
        }
        prop_assert_eq!(localiser.localise(&observed, &Evidence::default()), answer);
    }

    #[test]
    fn nothing_panics(words in prop::collection::vec(prop_oneof![
        any::<i64>().prop_map(O::Exact),
        (-50_i64..50).prop_map(O::Exact),
        Just(O::Blank),
        Just(O::Unknown),
        (any::<i64>(), any::<i64>()).prop_map(|(value, ulp)| O::Rounded { value, ulp }),
    ], 0..14)) {
        table(3, 4).localise(&words, &Evidence::default());
    }
}
