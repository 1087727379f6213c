//! Decoding against brute force.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use gongkai_reconcile::{
    Alternatives, BUDGET, Comparison, Decision, Domain, Observation as O, System, Verdict, decode,
};
use proptest::prelude::*;

/// A table of `rows` by `columns` with a total column and a total row; cell (r, c) is `r * (columns + 1) + c`.
fn table(rows: usize, columns: usize) -> System {
    let mut system = System::new();
    let width = columns + 1;
    for _ in 0..(rows + 1) * width {
        system.variable(Domain::NonNegative);
    }
    for row in 0..=rows {
        let parts: Vec<_> = (0..columns).map(|column| row * width + column).collect();
        system.relation(&parts, Comparison::Equal, &[row * width + columns]).unwrap();
    }
    for column in 0..width {
        let parts: Vec<_> = (0..rows).map(|row| row * width + column).collect();
        system.relation(&parts, Comparison::Equal, &[rows * width + column]).unwrap();
    }
    system
}

/// Two rows of two and their totals, with readings for some cells; what is kept and why.
fn check(cells: [i64; 9], readings: &[(&[usize], &[&[O]])], expected: &[(&[usize], Verdict)]) {
    let system = table(2, 2);
    let observations = cells.map(O::Exact);
    let sets: Vec<_> = readings
        .iter()
        .map(|(variables, readings)| Alternatives {
            variables: variables.to_vec(),
            readings: readings.iter().map(|it| it.to_vec()).collect(),
        })
        .collect();
    let found: Vec<_> = decode(&system, &observations, &sets, BUDGET)
        .into_iter()
        .map(|Decision { kept, verdict }| (kept, verdict))
        .collect();
    let expected: Vec<_> = expected.iter().map(|(kept, verdict)| (kept.to_vec(), *verdict)).collect();
    assert_eq!(found, expected);
}

const BOTH: &[usize] = &[0, 1];
const SOUND: [i64; 9] = [1, 2, 3, 4, 5, 9, 5, 7, 12];

#[test]
fn the_sums_decide() {
    use O::{Blank, Exact};
    use Verdict::{Decided, NoneFits, Open};
    check(SOUND, &[(&[0], &[&[Exact(7)], &[Exact(1)]])], &[(&[1], Decided)]);
    // Two cells of one row, read together: glued or split.
    check(SOUND, &[(&[0, 1], &[&[Exact(12), Blank], &[Exact(1), Exact(2)]])], &[(&[1], Decided)]);
    // A blank admits anything: it stays beside the number.
    check(SOUND, &[(&[0], &[&[Blank], &[Exact(1)]])], &[(&[0, 1], Open)]);
    // The same reading twice is one.
    check(SOUND, &[(&[0], &[&[Exact(1)], &[Exact(1)]])], &[(&[0], Decided)]);
    // A rectangle cannot be told from its exchange.
    let swap: &[&[O]] = &[&[Exact(1)], &[Exact(2)]];
    let (a, b, c, d): (&[usize], &[usize], &[usize], &[usize]) = (&[0], &[1], &[3], &[4]);
    let square = [1, 2, 3, 2, 1, 3, 3, 3, 6];
    check(square, &[(a, swap), (b, swap), (c, swap), (d, swap)], &[(BOTH, Open); 4]);
    // Each row might be read either way, but no two ways fit the columns.
    let upper: &[&[O]] = &[&[Exact(1), Exact(2)], &[Exact(2), Exact(1)]];
    let lower: &[&[O]] = &[&[Exact(5), Exact(4)], &[Exact(6), Exact(3)]];
    check(SOUND, &[(&[0, 1], upper), (&[3, 4], lower)], &[(BOTH, NoneFits); 2]);
}

#[test]
fn a_wrong_total_does_not_undo_the_rest() {
    use O::Exact;
    // The row's total is misprinted (4 for 3), so no reading makes the row hold; the column still decides.
    let misprinted = [1, 2, 4, 4, 5, 9, 5, 7, 12];
    check(misprinted, &[(&[0], &[&[Exact(7)], &[Exact(1)]])], &[(&[1], Verdict::Decided)]);
}

#[test]
fn malformed_sets_stay_open() {
    let system = table(1, 1);
    let set = |variables: &[usize], readings: &[&[O]]| Alternatives {
        variables: variables.to_vec(),
        readings: readings.iter().map(|it| it.to_vec()).collect(),
    };
    let sets = [
        set(&[0], &[&[O::Exact(1)], &[O::Exact(2)]]),
        set(&[0, 1], &[&[O::Exact(1), O::Exact(1)], &[O::Exact(2), O::Exact(1)]]),
        set(&[99], &[&[O::Exact(1)], &[O::Exact(2)]]),
        set(&[1], &[]),
        set(&[2, 3], &[&[O::Exact(1)], &[]]),
    ];
    let found = decode(&system, &[], &sets, BUDGET);
    assert!(found.iter().all(|it| it.verdict == Verdict::Open), "{found:?}");
    assert!(decode(&system, &[], &[], BUDGET).is_empty());
}

#[test]
fn the_budget_is_counted() {
    let system = table(12, 12);
    let readings: Vec<_> = (0..2).map(|value| vec![O::Exact(value)]).collect();
    let sets: Vec<_> = (0..144)
        .map(|at| Alternatives { variables: vec![at / 12 * 13 + at % 12], readings: readings.clone() })
        .collect();
    let mut observations = vec![O::Exact(0); system.variables()];
    (0..12).for_each(|at| observations[at * 13 + 12] = O::Exact(6));
    (0..13).for_each(|at| observations[12 * 13 + at] = O::Exact(if at == 12 { 72 } else { 6 }));
    for budget in [0, 100, 5000] {
        let found = decode(&system, &observations, &sets, budget);
        assert!(found.iter().all(|it| it.verdict == Verdict::OutOfBudget && it.kept.len() == 2));
    }
}

/// Every combination, tried one by one, of the sets taken as one group.
fn brute_force(system: &System, observations: &[O], sets: &[Alternatives]) -> Vec<Vec<bool>> {
    let mut observations = observations.to_vec();
    for set in sets {
        set.variables.iter().for_each(|&variable| observations[variable] = O::Unknown);
    }
    let touches = |set: &Alternatives, relation: usize| {
        system.terms(relation).iter().any(|term| set.variables.contains(&(term.variable as usize)))
    };
    let with = |observations: &[O], set: &Alternatives, reading: usize| {
        let mut observations = observations.to_vec();
        for (slot, &variable) in set.variables.iter().enumerate() {
            observations[variable] = set.readings[reading][slot];
        }
        observations
    };
    // Relations that some set fails whatever its reading accuse the source.
    let fair: Vec<usize> = (0..system.relations())
        .filter(|&relation| sets.iter().any(|set| touches(set, relation)))
        .filter(|&relation| {
            sets.iter().filter(|set| touches(set, relation)).all(|set| {
                (0..set.readings.len())
                    .any(|reading| !system.is_violated(relation, &with(&observations, set, reading)))
            })
        })
        .collect();
    let mut supported: Vec<Vec<bool>> = sets.iter().map(|set| vec![false; set.readings.len()]).collect();
    let count: usize = sets.iter().map(|set| set.readings.len()).product();
    for combination in 0..count {
        let mut rest = combination;
        let mut filled = observations.clone();
        let mut picks = Vec::new();
        for set in sets {
            picks.push(rest % set.readings.len());
            filled = with(&filled, set, rest % set.readings.len());
            rest /= set.readings.len();
        }
        if fair.iter().all(|&relation| !system.is_violated(relation, &filled)) {
            supported.iter_mut().zip(picks).for_each(|(set, pick)| set[pick] = true);
        }
    }
    supported
}

/// A sound table of 3 by 3 with totals from nine parts.
fn sound(parts: &[i64]) -> Vec<O> {
    let mut cells = vec![0; 16];
    for (at, part) in parts.iter().enumerate() {
        let (row, column) = (at / 3, at % 3);
        for (row, column) in [(row, column), (row, 3), (3, column), (3, 3)] {
            cells[row * 4 + column] += part;
        }
    }
    cells.into_iter().map(O::Exact).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    /// All sets stand in one row or column group, so brute force over all of them is brute force over groups
    /// wherever each group has a survivor.
    #[test]
    fn decoding_is_brute_force(
        parts in prop::collection::vec(0..4_i64, 9),
        damage in prop::collection::btree_map(0..16_usize, prop::collection::vec(prop_oneof![(0..8_i64).prop_map(O::Exact), Just(O::Blank)], 1..3), 1..5),
        truth_listed in prop::bool::weighted(0.8),
        slip in prop::option::weighted(0.3, (0..16_usize, 1..3_i64)),
    ) {
        let system = table(3, 3);
        let truth = sound(&parts);
        let mut observations = truth.clone();
        if let Some((at, by)) = slip
            && let O::Exact(value) = &mut observations[at] {
            *value += by;
        }
        let sets: Vec<_> = damage.iter().map(|(&at, others)| {
            let mut readings: Vec<_> = others.iter().map(|&it| vec![it]).collect();
            if truth_listed {
                readings.push(vec![truth[at]]);
            }
            Alternatives { variables: vec![at], readings }
        }).collect();
        let decisions = decode(&system, &observations, &sets, BUDGET);
        let expected = brute_force(&system, &observations, &sets);
        let nothing_fits = expected.iter().any(|set| !set.contains(&true));
        for ((decision, expected), set) in decisions.iter().zip(&expected).zip(&sets) {
            if nothing_fits {
                continue;
            }
            for (at, reading) in set.readings.iter().enumerate() {
                let first = set.readings.iter().position(|it| it == reading).unwrap();
                prop_assert_eq!(decision.kept.contains(&first), expected[at]);
            }
            prop_assert_ne!(decision.verdict, Verdict::NoneFits);
        }
        // Some group must admit that nothing fits.
        if nothing_fits {
            prop_assert!(decisions.iter().any(|it| it.verdict == Verdict::NoneFits));
        }
        // The truth is never dropped from a sound table.
        if truth_listed && slip.is_none() {
            for (decision, set) in decisions.iter().zip(&sets) {
                let true_reading = set.readings.iter().position(|it| it[0] == truth[set.variables[0]]).unwrap();
                prop_assert!(decision.kept.contains(&true_reading));
            }
        }
    }
}
