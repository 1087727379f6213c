//! The real province beside two of its counties: every bound holds, and a blank leaves one undetermined.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use gongkai::levels::{Levels, Membership};
use gongkai::model::{Outcomes, Report};
use gongkai::{Engine, Report as Read};
use std::fs;
use std::path::Path;

const SEEDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/seeds");

/// The seed whose name begins with `start`.
fn seed(engine: &Engine, start: &str) -> Option<Read> {
    let mut files: Vec<_> = fs::read_dir(Path::new(SEEDS)).ok()?.map(|it| it.unwrap().path()).collect();
    files.sort();
    let path = files.into_iter().find(|it| it.file_name().unwrap().to_string_lossy().starts_with(start))?;
    Some(engine.read(start, &fs::read(path).unwrap()))
}

/// What the bounds between `whole` and `part` come to.
fn bounds(whole: &Report, part: &Report) -> Outcomes {
    let name = |report: &Report| report.agency.as_ref().unwrap().name.clone();
    let table = format!("{},{}\n", name(whole), name(part));
    let mut levels = Levels::new(Some(Membership::parse(&table).unwrap()));
    levels.add(gongkai::reconcile::report::Brief::of(part, gongkai::reconcile::report::Prose::default()));
    let found = levels.check(whole);
    assert!(found.findings.is_empty(), "{:?}", found.findings);
    found.outcomes
}

#[test]
fn a_province_is_not_below_its_counties() {
    let engine = Engine::linked().unwrap();
    let (Some(whole), Some(one), Some(two)) =
        (seed(&engine, "004"), seed(&engine, "000"), seed(&engine, "003"))
    else {
        eprintln!("SKIPPED: no seeds in {SEEDS}; the bounds of the real province are not checked");
        return;
    };
    let (one, two) = (bounds(&whole, &one), bounds(&whole, &two));
    assert_eq!((one.satisfied, one.violated, one.undetermined), (58, 0, 0));
    assert_eq!((two.satisfied, two.violated, two.undetermined), (57, 0, 1));
}
