//! Many records at once come out as each alone does.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use gongkai_reconcile::{Batch, Comparison, Domain, MISSING, Observation, Outcome, System, Verdicts};
use proptest::prelude::*;

/// Variables, and relations as their left side, comparison and right side; a variable that is named twice weighs two.
type Made = (usize, Vec<(Vec<usize>, usize, Vec<usize>)>);

fn made() -> impl Strategy<Value = Made> {
    (1_usize..12).prop_flat_map(|width| {
        let side = || prop::collection::vec(0..width, 0..5);
        // More relations than one word has bits.
        (Just(width), prop::collection::vec((side(), 0_usize..3, side()), 0..70))
    })
}

fn system((width, relations): &Made) -> System {
    let mut system = System::new();
    for at in 0..*width {
        system.variable(if at % 3 == 2 { Domain::Signed } else { Domain::NonNegative });
    }
    for (left, comparison, right) in relations {
        let comparison = [Comparison::Equal, Comparison::AtMost, Comparison::AtLeast][*comparison];
        system.relation(left, comparison, right).unwrap();
    }
    system
}

fn value() -> impl Strategy<Value = i64> {
    prop_oneof![
        12 => 0_i64..4,
        1 => -3_i64..0,
        1 => Just(MISSING),
        1 => prop_oneof![Just(i64::MAX), Just(-i64::MAX), Just(1 << 47), Just((1 << 47) - 1), Just(-1 << 47)],
    ]
}

fn expected(system: &System, row: &[i64]) -> (Vec<usize>, Vec<usize>) {
    let observe = |it: &i64| if *it == MISSING { Observation::Unknown } else { Observation::Exact(*it) };
    let row: Vec<Observation> = row.iter().map(observe).collect();
    let (mut violated, mut undetermined) = (Vec::new(), Vec::new());
    for relation in 0..system.relations() {
        match system.evaluate(relation, &row) {
            Outcome::Violated => violated.push(relation),
            Outcome::Undetermined(_) => undetermined.push(relation),
            Outcome::Satisfied { .. } | Outcome::WithinRounding(_) => {}
        }
    }
    (violated, undetermined)
}

fn set(words: &[u64]) -> Vec<usize> {
    (0..64 * words.len()).filter(|it| words[it / 64] >> (it % 64) & 1 == 1).collect()
}

proptest! {
    #[test]
    fn a_record_in_a_batch_comes_out_as_alone(
        made in made(),
        values in prop::collection::vec(value(), 0..300),
        again in any::<bool>(),
    ) {
        let system = system(&made);
        let width = system.variables();
        let rows: Vec<&[i64]> = values.chunks_exact(width).collect();
        let batch = Batch::new(&system);
        let (mut by_rows, mut by_columns) = (Verdicts::default(), Verdicts::default());
        if again {
            // What an earlier batch left behind must not show.
            batch.check_rows(&vec![7; 40 * width], &mut by_rows);
        }
        batch.check_rows(&values, &mut by_rows);
        prop_assert_eq!(by_rows.records(), rows.len());
        for (record, row) in rows.iter().enumerate() {
            let (violated, undetermined) = expected(&system, row);
            prop_assert_eq!(set(by_rows.violated(record)), violated.clone());
            prop_assert_eq!(set(by_rows.undetermined(record)), undetermined.clone());
            prop_assert_eq!(by_rows.first_violated(record), violated.first().copied());
            prop_assert_eq!(by_rows.holds(record), violated.is_empty() && undetermined.is_empty());
        }
        let columns: Vec<Vec<i64>> = (0..width).map(|at| rows.iter().map(|row| row[at]).collect()).collect();
        let columns: Vec<&[i64]> = columns.iter().map(Vec::as_slice).collect();
        batch.check_columns(&columns, &mut by_columns);
        prop_assert_eq!(&by_rows, &by_columns);
    }

    #[test]
    fn all_relations_at_once_come_out_as_each(
        made in made(),
        kinds in prop::collection::vec((value(), 0_usize..6, 0_i64..12), 0..12),
    ) {
        let system = system(&made);
        let observed: Vec<Observation> = kinds
            .iter()
            .map(|&(value, kind, ulp)| match kind {
                0 => Observation::Blank,
                1 => Observation::Between(value, ulp),
                2 => Observation::Rounded { value, ulp },
                _ if value == MISSING => Observation::Unknown,
                _ => Observation::Exact(value),
            })
            .collect();
        let mut outcomes = vec![Outcome::Violated];
        system.evaluate_all(&observed, &mut outcomes);
        let each: Vec<Outcome> =
            (0..system.relations()).map(|relation| system.evaluate(relation, &observed)).collect();
        prop_assert_eq!(outcomes, each);
    }
}

#[test]
fn records_that_are_not_there_hold_nothing() {
    let mut system = System::new();
    let one = system.variable(Domain::NonNegative);
    system.relation(&[one], Comparison::Equal, &[]).unwrap();
    let batch = Batch::new(&system);
    let mut verdicts = Verdicts::default();
    batch.check_columns(&[], &mut verdicts);
    assert_eq!((verdicts.records(), verdicts.holds(0), verdicts.violated(0)), (0, false, &[][..]));
    // Without a variable there are no records to tell apart.
    Batch::new(&System::new()).check_rows(&[1, 2, 3], &mut verdicts);
    assert_eq!((verdicts.records(), verdicts.first_violated(usize::MAX)), (0, None));
}
