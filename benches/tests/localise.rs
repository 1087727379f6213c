//! How well errors are localised: floors that may only rise.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use gongkai::reconcile::localise::{Diagnosis, Evidence};
use gongkai_benches::localising::{
    Bodies, CLUMPED, Damaged, ErrorKind, Generator, Random, Record, Tally, applications, clumped, disclosed,
    generated, mixed, proceedings, proceedings_set, real, scattered, score, score_beside, singles, unlike,
};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Cases whose tables the floors are measured on: fixed, so that a new fixture changes no score.
const CASES: [&str; 6] = [
    "annual-2019/clean",
    "annual-2019/markdown-pipe",
    "annual-2019/one-cell-a-line",
    "annual-2021/clean",
    "annual-2021/markdown-pipe",
    "annual-2021/single-spaces",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Tables of the cases, as the program reads them.
fn bases() -> Vec<Vec<i64>> {
    let cases: Vec<PathBuf> = CASES.iter().map(|case| root().join("fixtures").join(case)).collect();
    let found = real(&cases.iter().map(PathBuf::as_path).collect::<Vec<_>>());
    assert!(found.tables.len() >= 5, "{} real tables", found.tables.len());
    found.tables
}

/// Records per kind that come out right, where arithmetic can tell, in thousandths.
const FLOORS: [(ErrorKind, u32); 8] = [
    (ErrorKind::DigitTypo, 1_000),
    (ErrorKind::DigitCount, 1_000),
    (ErrorKind::UnequalDouble, 1_000),
    (ErrorKind::SwapInRow, 970),
    (ErrorKind::VerticalSwap, 995),
    (ErrorKind::Slip, 965),
    (ErrorKind::TwoSlips, 985),
    (ErrorKind::TypoAndBlank, 995),
];

/// A mixed set on `bases`, per kind; what holds of the whole set whatever the tables is held here.
fn tallied(generator: Generator, seed: u64, bases: &[Vec<i64>]) -> BTreeMap<ErrorKind, Tally> {
    let (localiser, _) = applications();
    let mut tallies: BTreeMap<ErrorKind, Tally> = BTreeMap::new();
    for case in mixed(seed, 500, generator, bases) {
        let (record, answer) = score(&localiser, &case.damaged);
        // Every kind changes a table so that it does not add up, or else it is no error that figures show.
        tallies.entry(case.kind).or_default().add(record, &answer);
    }
    let all = tallies.values().fold(Tally::default(), |sum, it| sum.and(*it));
    assert!(all.records >= 3_990, "{all:?}");
    assert!(all.right * 1_000 >= all.records * 920, "{all:?}");
    assert!(all.wrong * 1_000 <= all.records, "asserted and wrong: {all:?}");
    assert!(all.listed() * 1_000 >= all.records * 995, "{all:?}");
    tallies
}

#[test]
fn a_mixed_set_is_localised() {
    let bases = bases();
    for (generator, seed) in [(Generator::County, 1), (Generator::Province, 2)] {
        let tallies = tallied(generator, seed, &bases);
        for (kind, floor) in FLOORS {
            let it = tallies[&kind];
            let decidable = it.records - it.tie;
            assert!(it.right * 1_000 >= decidable * floor, "{}, {generator:?}: {it:?}", kind.name());
        }
    }
}

#[test]
fn real_reports_are_localised() {
    let shared = root().join("../shared");
    if !shared.exists() {
        eprintln!("SKIPPED: errors in the tables of real reports, because ../shared is not there");
        return;
    }
    let found = real(&[&shared.join("seeds"), &shared.join("reports")]);
    assert!(!found.tables.is_empty(), "{} reports read", found.reports);
    for (generator, seed) in [(Generator::County, 1), (Generator::Province, 2)] {
        tallied(generator, seed, &found.tables);
    }
}

#[test]
fn every_single_cell_is_localised() {
    let (localiser, _) = applications();
    let mut bases = bases();
    let mut random = Random::new(3);
    bases.extend([Generator::County, Generator::Province].map(|it| generated(it, &mut random)));
    for (at, table) in bases.iter().enumerate() {
        for damaged in singles(at as u64, table) {
            let (record, answer) = score(&localiser, &damaged);
            assert_eq!(record, Record::Right, "{damaged:?} {answer:?}");
        }
    }
}

#[test]
fn a_sum_alone_sees_errors_and_accuses_no_cell() {
    let localiser = proceedings();
    for table in
        [[3, 1, 0, 2, 6, 12, 0, 4, 1, 17, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 41, 3, 9, 0, 53]]
    {
        for damaged in (0..20).flat_map(|seed| singles(seed, &table)) {
            let (record, answer) = score(&localiser, &damaged);
            assert_eq!(answer.diagnosis, Diagnosis::Ambiguous, "{damaged:?}");
            assert!(
                matches!(record, Record::Tie | Record::Open | Record::Unlisted),
                "{damaged:?} {answer:?}"
            );
        }
    }
}

#[test]
fn a_single_sum_is_decided_by_what_the_text_says_alone() {
    let localiser = proceedings();
    let (mut alone, mut beside) = (Tally::default(), Tally::default());
    for it in proceedings_set(17, 2_000) {
        let (record, answer) = score(&localiser, &it.damaged);
        alone.add(record, &answer);
        let evidence = Evidence { anchors: &it.said, ..Evidence::default() };
        let (record, answer) = score_beside(&localiser, &it.damaged, &evidence);
        beside.add(record, &answer);
    }
    // Every error is seen, its truth listed, and no cell accused.
    assert_eq!((alone.records, alone.right, alone.wrong), (2_000, 0, 0), "{alone:?}");
    assert_eq!(alone.listed(), 2_000, "{alone:?}");
    // The totals that the text gives decide some, and none wrongly.
    assert_eq!((beside.records, beside.wrong, beside.listed()), (2_000, 0, 2_000), "{beside:?}");
    assert!(beside.right >= 220, "{beside:?}");
}

/// Of errors made by the other generator, in thousandths: right where arithmetic can tell, and the truth listed. Asserted
/// and wrong is at most one in a thousand on every kind of table.
const UNLIKE: [(Bodies, u32, u32); 4] = [
    (Bodies::Township, 980, 997),
    (Bodies::Department, 985, 997),
    (Bodies::County, 995, 999),
    (Bodies::Dense, 998, 999),
];

/// The same of the third.
const SCATTERED: [(u32, u32); 4] = [(980, 997), (985, 997), (990, 999), (998, 999)];

/// Tallies `cases`; what holds whatever the tables and the generator is held here.
fn unlike_tally(name: &str, cases: Vec<(ErrorKind, Damaged)>, right: u32, listed: u32) {
    let (localiser, _) = applications();
    let mut all = Tally::default();
    for (kind, damaged) in cases {
        let (record, answer) = score(&localiser, &damaged);
        all.add(record, &answer);
        let is_single = matches!(kind, ErrorKind::DigitTypo | ErrorKind::DigitCount);
        assert!(!is_single || matches!(record, Record::Right | Record::Unseen), "{damaged:?} {answer:?}");
    }
    assert!(all.records >= 3_950, "{name}: {all:?}");
    assert!(all.right * 1_000 >= (all.records - all.tie) * right, "{name}: {all:?}");
    assert!(all.wrong <= all.records.div_ceil(1_000), "{name}: asserted and wrong: {all:?}");
    assert!(all.listed() * 1_000 >= all.records * listed, "{name}: {all:?}");
}

#[test]
fn errors_of_another_generator_are_localised() {
    for (bodies, right, listed) in UNLIKE {
        unlike_tally(bodies.name(), unlike(23, 4_000, bodies), right, listed);
    }
}

#[test]
fn errors_of_a_third_generator_are_localised() {
    for ((name, least, most), (right, listed)) in CLUMPED.into_iter().zip(SCATTERED) {
        let cases = scattered(29, 4_000, |random| clumped(least, most, random));
        unlike_tally(name, cases, right, listed);
    }
}

#[test]
fn without_equalities_nothing_is_localised() {
    let localiser = disclosed();
    assert!((0..localiser.system().variables()).all(|it| localiser.guards(it) == 0));
    let table = vec![7; localiser.system().variables()];
    for damaged in singles(5, &table) {
        assert_eq!(score(&localiser, &damaged).0, Record::Unseen);
    }
}

#[test]
fn steps_are_the_same_everywhere() {
    let (localiser, _) = applications();
    let nodes: u32 = mixed(9, 20, Generator::Province, &[])
        .iter()
        .map(|case| score(&localiser, &case.damaged).1.nodes)
        .sum();
    let again: u32 = mixed(9, 20, Generator::Province, &[])
        .iter()
        .map(|case| score(&localiser, &case.damaged).1.nodes)
        .sum();
    assert_eq!(nodes, again);
}
