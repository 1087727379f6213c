//! Time from the bytes of a file to its audit, for every kind of file, by the clock of the processor.
//!
//! Where the system says how long a thread has run, that is measured: it stays the same when other programs share the
//! machine. A PDF is measured by the page.

use criterion::{BenchmarkId, Criterion, Throughput};
use gongkai::{Audit, Engine};
use gongkai_benches::{Subject, files};
use std::fs;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// So many audits are timed at once.
const BATCH: usize = 64;

fn main() {
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(3))
        .sample_size(20)
        .configure_from_args();
    let engine = Engine::linked().expect("the built-in forms");
    let mut group = criterion.benchmark_group("carriers");
    for file in files() {
        let audit = engine.check(&file.name, &file.bytes);
        if file.kind == "pdf" && cfg!(not(feature = "pdf")) {
            eprintln!("SKIPPED: {}, because this bench was built without --features pdf", file.name);
            continue;
        }
        assert_eq!(
            audit.report.facts.iter().filter(|fact| fact.value.is_some()).count(),
            file.cells as usize
        );
        let expected = Subject::digest(&audit);
        group.throughput(match file.pages {
            0 => Throughput::Bytes(file.bytes.len() as u64),
            pages => Throughput::Elements(pages.into()),
        });
        group.bench_function(BenchmarkId::new(file.kind, &file.name), |bencher| {
            bencher.iter_custom(|rounds| {
                let mut total = Duration::ZERO;
                // What an audit says is looked at outside of the clock, many at a time: the clock is coarse.
                for done in (0..rounds).step_by(BATCH) {
                    let rounds = (rounds - done).min(BATCH as u64);
                    let (clock, begun) = (running(), Instant::now());
                    let audits: Vec<Audit> =
                        (0..rounds).map(|_| engine.check(&file.name, black_box(&file.bytes))).collect();
                    let wall = begun.elapsed();
                    total += clock
                        .zip(running())
                        .map_or(wall, |(before, after)| after.saturating_sub(before))
                        .min(wall);
                    let is_same = |audit: &Audit| Subject::digest(audit) == expected;
                    assert!(audits.iter().all(is_same), "an audit is the same every time");
                }
                total
            });
        });
    }
    group.finish();
    criterion.final_summary();
}

/// How long this thread has run on a processor, where the system says so.
fn running() -> Option<Duration> {
    let said = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(Duration::from_nanos(said.split_whitespace().next()?.parse().ok()?))
}
