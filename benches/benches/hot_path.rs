//! Wall time of every stage of the hot path, in three sizes, with throughput in bytes of the input.
//!
//! Where `../shared/seeds` exists, the five real reports are measured too. Wall time is advice; what CI holds are
//! the instruction counts of `cargo xtask counts`.

use criterion::{BenchmarkId, Criterion, Throughput};
use gongkai_benches::{BATCH, Size, Stage, Subject, report};
use std::path::Path;
use std::time::{Duration, Instant};

fn main() {
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .configure_from_args();
    stages(&mut criterion);
    audits(&mut criterion);
    seeds(&mut criterion);
    criterion.final_summary();
}

/// Each stage alone, on input that the stages before it made ready.
fn stages(criterion: &mut Criterion) {
    let subjects = Size::ALL.map(|size| (size, Subject::new(report(size))));
    for stage in Stage::ALL.into_iter().filter(|stage| *stage != Stage::Audit) {
        let mut group = criterion.benchmark_group(stage.name());
        for (size, subject) in &subjects {
            let records = if stage == Stage::Batch { BATCH as u64 } else { 1 };
            if stage.grows_with_bytes() {
                group.throughput(Throughput::Bytes(subject.text().len() as u64));
            } else if *size == Size::Small {
                group.throughput(Throughput::Elements(records));
            } else {
                continue;
            }
            let expected = subject.run(stage);
            group.bench_function(BenchmarkId::from_parameter(size.name()), |bencher| {
                bencher.iter(|| assert_eq!(subject.run(stage), expected));
            });
        }
        group.finish();
    }
}

/// Bytes to audit. The digest of every single audit is compared with the first, outside the clock.
fn audits(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group(Stage::Audit.name());
    for size in Size::ALL {
        let subject = Subject::new(report(size));
        group.throughput(Throughput::Bytes(subject.text().len() as u64));
        group.bench_function(BenchmarkId::from_parameter(size.name()), |bencher| {
            bencher.iter_custom(|rounds| timed(&[&subject], rounds));
        });
    }
    group.finish();
}

/// The five real reports, each alone and all in a row.
fn seeds(criterion: &mut Criterion) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/seeds");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        eprintln!("SKIPPED: group seeds, because ../shared/seeds is not there");
        return;
    };
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let subjects: Vec<(String, Subject)> = paths
        .iter()
        .map(|path| {
            let name = path.file_name().map(|name| name.to_string_lossy().chars().take(3).collect());
            let text = std::fs::read_to_string(path).expect("a seed is text");
            (name.unwrap_or_default(), Subject::new(text))
        })
        .collect();
    let all: Vec<&Subject> = subjects.iter().map(|(_, subject)| subject).collect();
    let mut group = criterion.benchmark_group("seeds");
    let each = subjects.iter().map(|(name, subject)| (name.as_str(), std::slice::from_ref(subject)));
    for (name, subject) in each {
        group.throughput(Throughput::Bytes(subject[0].text().len() as u64));
        group.bench_function(name, |bencher| bencher.iter_custom(|rounds| timed(&[&subject[0]], rounds)));
    }
    group.throughput(Throughput::Bytes(all.iter().map(|subject| subject.text().len() as u64).sum()));
    group.bench_function("all", |bencher| bencher.iter_custom(|rounds| timed(&all, rounds)));
    group.finish();
}

/// The time that `rounds` audits of every subject take; their digests are asserted in the same loop.
fn timed(subjects: &[&Subject], rounds: u64) -> Duration {
    let expected: Vec<u64> = subjects.iter().map(|subject| Subject::digest(&subject.audit())).collect();
    let mut total = Duration::ZERO;
    for _ in 0..rounds {
        for (subject, expected) in subjects.iter().zip(&expected) {
            let start = Instant::now();
            let audit = subject.audit();
            total += start.elapsed();
            assert_eq!(Subject::digest(&audit), *expected, "an audit is the same every time");
        }
    }
    total
}
