//! Table 3 of the form of 2021, 175 cells and 39 identities, in tables a second: one by one, in batches, and by the
//! general path that knows rounding and missing figures.

use criterion::{Criterion, Throughput};
use gongkai::reconcile::{Batch, Comparison, MISSING, Observation, Residual, System, Verdicts};
use gongkai_benches::localising::{Generator, Random, applications, generated};
use std::hint::black_box;
use std::time::Duration;

/// Different tables in one round: as much as stays near the processor.
const TABLES: usize = 512;

fn main() {
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .configure_from_args();
    let (localiser, _) = applications();
    let system = &equalities(localiser.system());
    assert_eq!((system.variables(), system.relations()), (175, 39));
    let mut random = Random::new(7);
    let kinds = [Generator::County, Generator::Province];
    let tables: Vec<Vec<i64>> = (0..TABLES).map(|at| generated(kinds[at % 2], &mut random)).collect();
    exact(&mut criterion, system, &tables);
    intervals(&mut criterion, system, &tables);
    criterion.final_summary();
}

/// The sums and balances alone: the form has orders beside them that are no identities.
fn equalities(all: &System) -> System {
    let mut system = System::new();
    for variable in 0..all.variables() {
        system.variable(all.domain(variable));
    }
    for relation in (0..all.relations()).filter(|&it| all.comparison(it) == Some(Comparison::Equal)) {
        let side = |sign| {
            let own = all.terms(relation).iter().filter(|term| term.coefficient == sign);
            own.map(|term| term.variable as usize).collect::<Vec<_>>()
        };
        system.relation(&side(1), Comparison::Equal, &side(-1)).expect("its variables were added");
    }
    system
}

/// Printed counts: points.
fn exact(criterion: &mut Criterion, system: &System, tables: &[Vec<i64>]) {
    let mut group = criterion.benchmark_group("kernel");
    group.throughput(Throughput::Elements(tables.len() as u64));
    let missing = vec![false; system.variables()];
    group.bench_function("one by one", |bencher| {
        let mut residuals = vec![Residual::default(); system.relations()];
        bencher.iter(|| {
            for table in tables {
                system.residuals(black_box(table), &missing, &mut residuals);
                assert!(residuals.iter().all(|it| it.difference == 0));
            }
        });
    });
    let batch = Batch::new(system);
    let holding = |verdicts: &Verdicts| (0..tables.len()).filter(|&it| verdicts.holds(it)).count();
    let mut verdicts = Verdicts::default();
    let rows = tables.concat();
    group.bench_function("batch of rows", |bencher| {
        bencher.iter(|| {
            batch.check_rows(black_box(&rows), &mut verdicts);
            assert_eq!(holding(&verdicts), tables.len());
        });
    });
    let columns: Vec<Vec<i64>> =
        (0..system.variables()).map(|at| tables.iter().map(|table| table[at]).collect()).collect();
    let columns: Vec<&[i64]> = columns.iter().map(Vec::as_slice).collect();
    group.bench_function("batch of columns", |bencher| {
        bencher.iter(|| {
            batch.check_columns(black_box(&columns), &mut verdicts);
            assert_eq!(holding(&verdicts), tables.len());
        });
    });
    // One table in a hundred lacks a figure, one does not add up.
    let mut rows = rows;
    for table in (0..tables.len()).step_by(100) {
        rows[table * system.variables()] = MISSING;
        rows[(table + 1) * system.variables() + 26] += 1;
    }
    group.bench_function("batch of rows, two in a hundred bad", |bencher| {
        bencher.iter(|| {
            batch.check_rows(black_box(&rows), &mut verdicts);
            assert_eq!(holding(&verdicts), tables.len() - 2 * tables.len().div_ceil(100));
        });
    });
    group.finish();
}

/// What is observed at a place where a number stands.
type Observe = fn(usize, i64) -> Observation;

/// Every relation on intervals.
fn intervals(criterion: &mut Criterion, system: &System, tables: &[Vec<i64>]) {
    let mut group = criterion.benchmark_group("intervals");
    group.throughput(Throughput::Elements(tables.len() as u64));
    let kinds: [(&str, Observe, usize); 3] = [
        ("counts", |_, value| Observation::Exact(value), 39),
        (
            "half rounded",
            |at, value| match at % 2 {
                0 => Observation::Exact(value),
                _ => Observation::Rounded { value, ulp: 2 },
            },
            39,
        ),
        (
            "a row missing",
            |at, value| if at / 7 == 9 { Observation::Unknown } else { Observation::Exact(value) },
            31,
        ),
    ];
    for (name, observe, holding) in kinds {
        let observe = |table: &Vec<i64>| table.iter().enumerate().map(|(at, &it)| observe(at, it)).collect();
        let observed: Vec<Vec<Observation>> = tables.iter().map(observe).collect();
        let mut outcomes = Vec::new();
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                for table in &observed {
                    system.evaluate_all(black_box(table), &mut outcomes);
                    assert_eq!(outcomes.iter().filter(|it| it.holds()).count(), holding);
                }
            });
        });
    }
    group.finish();
}
