//! How well errors in tables are localised, per kind: `cargo xtask localise [RECORDS] [SEED]`.

use gongkai::reconcile::Observation;
use gongkai::reconcile::localise::{Evidence, Localiser};
use gongkai_benches::localising::{
    Bodies, CLUMPED, Damaged, ErrorKind, Generator, Random, Record, Tally, applications, clumped, disclosed,
    generated, mixed, proceedings, proceedings_set, real, scattered, score, score_beside, singles, unlike,
};
use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

fn main() {
    let mut arguments = std::env::args().skip(1).filter_map(|it| it.parse::<u64>().ok());
    let (records, seed) = (arguments.next().unwrap_or(4_000), arguments.next().unwrap_or(2_021));
    let verbose = std::env::args().any(|it| it == "--verbose");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let shared = root.join("../shared");
    if !shared.exists() {
        println!(
            "SKIPPED: the real reports, because ../shared is not there; real tables are those of fixtures"
        );
    }
    let found = real(&[&root.join("fixtures"), &shared.join("seeds"), &shared.join("reports")]);
    println!("{} real tables of {} reports", found.tables.len(), found.reports);
    println!("{NOTE}");
    let (localiser, _) = applications();
    for generator in [Generator::County, Generator::Province] {
        println!("\ntable 3, {records} records, half on real tables, the others {generator:?}, seed {seed}");
        let each = records.div_ceil(ErrorKind::ALL.len() as u64) as usize;
        let cases = mixed(seed, each, generator, &found.tables);
        set(&localiser, cases.into_iter().map(|it| (it.kind, Some(it.is_real), it.damaged)), verbose);
    }
    for bodies in Bodies::ALL {
        println!("\ntable 3, {records} records, the other generator, {}, seed {seed}", bodies.name());
        let cases = unlike(seed, records as usize, bodies);
        set(&localiser, cases.into_iter().map(|(kind, damaged)| (kind, None, damaged)), verbose);
    }
    for (name, least, most) in CLUMPED {
        println!("\ntable 3, {records} records, the third generator, {name}, seed {seed}");
        let cases = scattered(seed, records as usize, |random| clumped(least, most, random));
        set(&localiser, cases.into_iter().map(|(kind, damaged)| (kind, None, damaged)), verbose);
    }
    if !found.tables.is_empty() {
        println!("\ntable 3, {records} records, the third generator, on real tables, seed {seed}");
        let drawn = |random: &mut Random| found.tables[random.below(found.tables.len())].clone();
        let cases = scattered(seed, records as usize, drawn);
        set(&localiser, cases.into_iter().map(|(kind, damaged)| (kind, None, damaged)), verbose);
    }
    others(&localiser, seed, &found.tables);
}

/// Which records of a set are meant, by kind and whether the table is real where that is known.
type Fits<'a> = &'a dyn Fn(&(ErrorKind, Option<bool>)) -> bool;

/// Localises every record of a set and prints what became of them.
fn set(
    localiser: &Localiser,
    cases: impl Iterator<Item = (ErrorKind, Option<bool>, Damaged)>,
    verbose: bool,
) {
    let mut tallies: BTreeMap<(ErrorKind, Option<bool>), Tally> = BTreeMap::new();
    let mut times: BTreeMap<ErrorKind, Vec<Duration>> = BTreeMap::new();
    for (kind, is_real, damaged) in cases {
        let (record, answer) = score(localiser, &damaged);
        times.entry(kind).or_default().push(time(localiser, &damaged));
        tallies.entry((kind, is_real)).or_default().add(record, &answer);
        if verbose && matches!(record, Record::Wrong | Record::Unlisted | Record::None | Record::Open) {
            show(kind, record, &damaged, &answer);
        }
    }
    println!("{HEAD}");
    let sum = |fits: Fits<'_>| {
        tallies.iter().filter(|(key, _)| fits(key)).fold(Tally::default(), |sum, (_, it)| sum.and(*it))
    };
    for kind in ErrorKind::ALL {
        line(kind.name(), sum(&|key| key.0 == kind));
    }
    for (name, is_real) in [("on real tables", true), ("on generated tables", false)] {
        if tallies.keys().any(|key| key.1 == Some(is_real)) {
            line(name, sum(&|key| key.1 == Some(is_real)));
        }
    }
    line("all", sum(&|_| true));
    for (kind, times) in &times {
        clock(kind.name(), times.clone());
    }
    clock("all", times.into_values().flatten().collect());
}

/// The fastest of four localisations: on a machine that others use as well, the others are what makes one slower.
fn time(localiser: &Localiser, damaged: &Damaged) -> Duration {
    let observed: Vec<Observation> =
        damaged.printed.iter().map(|it| it.map_or(Observation::Blank, Observation::Exact)).collect();
    let once = |_| {
        let start = Instant::now();
        black_box(localiser.localise(black_box(&observed), &Evidence::default()));
        start.elapsed()
    };
    (0..4).map(once).min().unwrap_or_default()
}

const NOTE: &str = "right: unique, and the truth. wrong: unique, and not the truth. Neither: listed with others, of which a tie has
one that changes no more figures than the truth does, so that arithmetic cannot tell; open are the rest. Shares are
of all records that can be seen, ties among them as not right; the second share leaves ties out.";

const HEAD: &str = "  kind                       records  right  ties  open  wrong  unlisted  none   right  right but ties  listed  nodes";

fn line(name: &str, it: Tally) {
    let percent = |part: u32, whole: u32| 100.0 * f64::from(part) / f64::from(whole.max(1));
    println!(
        "  {name:26} {:7} {:6} {:5} {:5} {:6} {:9} {:5} {:6.2}% {:14.2}% {:6.2}% {:6}",
        it.records,
        it.right,
        it.tie,
        it.open,
        it.wrong,
        it.unlisted,
        it.none,
        percent(it.right, it.records),
        percent(it.right, it.records - it.tie),
        percent(it.listed(), it.records),
        it.nodes,
    );
}

fn clock(name: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |share: usize| times[(times.len() - 1) * share / 1000].as_secs_f64() * 1e6;
    println!("  {name:26} median {:7.1} µs, p99 {:7.1} µs, longest {:7.1} µs", at(500), at(990), at(1000));
}

/// Single errors, table 4 and table 2.
fn others(localiser: &Localiser, seed: u64, real: &[Vec<i64>]) {
    println!("\nevery cell of a table, two values each\n{HEAD}");
    let mut random = Random::new(seed);
    let mut bases: Vec<Vec<i64>> = real.to_vec();
    bases.extend([Generator::County, Generator::Province].map(|it| generated(it, &mut random)));
    let mut single = Tally::default();
    for damaged in bases.iter().enumerate().flat_map(|(at, table)| singles(seed + at as u64, table)) {
        let (record, answer) = score(localiser, &damaged);
        single.add(record, &answer);
    }
    line("single cells", single);
    let four = proceedings();
    for (name, with) in [("by its sums alone", false), ("where the text gives the totals", true)] {
        let mut tally = Tally::default();
        let mut unseen = 0;
        for it in proceedings_set(seed, 2_000) {
            let anchors: &[_] = if with { &it.said } else { &[] };
            let evidence = Evidence { anchors, ..Evidence::default() };
            let (record, answer) = score_beside(&four, &it.damaged, &evidence);
            unseen += u32::from(record == Record::Unseen);
            tally.add(record, &answer);
        }
        println!("\ntable 4, errors of one cell and exchanges, {name}; {unseen} not seen\n{HEAD}");
        line("table 4", tally);
    }
    let two = disclosed();
    let outside = singles(seed, &[1, 0, 1, 1, 0, 1, 5, 7, 9, 0][..two.system().variables().min(10)])
        .iter()
        .filter(|it| score(&two, it).0 == Record::Unseen)
        .count();
    println!("table 2: {outside} of {} outside the code", 2 * two.system().variables());
}

fn show(
    kind: ErrorKind,
    record: Record,
    damaged: &Damaged,
    answer: &gongkai::reconcile::localise::Localisation,
) {
    let changed = damaged.printed.iter().zip(&damaged.truth).enumerate();
    let changed: Vec<String> = changed
        .filter(|(_, (printed, truth))| **printed != Some(**truth))
        .map(|(at, (printed, truth))| format!("({},{}) {printed:?}<-{truth}", at / 7, at % 7))
        .collect();
    println!("{record:?} {}: {}", kind.name(), changed.join(" "));
    for it in answer.explanations.iter().take(4) {
        let edits: Vec<String> = it
            .edits
            .iter()
            .map(|it| format!("({},{}) {:?}->{}", it.variable / 7, it.variable % 7, it.from, it.to))
            .collect();
        let kinds: Vec<String> = it.operations.iter().map(|it| format!("{:?}", it.kind)).collect();
        println!("    {} {} {:?} {}", it.cost, it.share, kinds, edits.join(" "));
    }
}
