//! Reports of one agency over the years: what a gold says is visible only beside another year, and what is accused.

use super::{Tally, parse};
use gongkai::Engine;
use gongkai::model::{Outcome, Severity};
use gongkai::series::Archive;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The rules that relate two years.
const RULES: &[&str] = &["carry-over", "stock-flow", "cumulative-flow", "copied-report"];

/// Checks every case beside the nearest earlier year of the same agency, as the golds name it, and prints a line each.
pub(super) fn score(engine: &Engine, cases: &[(PathBuf, PathBuf)], folder: &Path) -> Tally {
    let mut agencies: BTreeMap<String, BTreeMap<u64, (&PathBuf, Value)>> = BTreeMap::new();
    for (raw, gold) in cases {
        let Some(gold) = parse(gold) else { continue };
        if let (Some(agency), Some(year)) = (gold["agency"].as_str(), gold["year"].as_u64()) {
            let years = agencies.entry(agency.to_owned()).or_default();
            // The first rendition of a report stands for it.
            years.entry(year).or_insert((raw, gold));
        }
    }
    let mut total = Tally::default();
    for years in agencies.values() {
        let years: Vec<_> = years.values().collect();
        for pair in years.windows(2) {
            let ((old, _), (new, gold)) = (pair[0], pair[1]);
            let tally = one(engine, old, new, gold);
            let short =
                |path: &Path| path.strip_prefix(folder).unwrap_or(path).to_string_lossy().into_owned();
            tally.print(&format!("  beside {}: {}", short(old), short(new)));
            total.add(tally);
        }
    }
    total
}

fn one(engine: &Engine, old: &Path, new: &Path, gold: &Value) -> Tally {
    let mut tally = Tally::default();
    let (Ok(old_bytes), Ok(new_bytes)) = (fs::read(old), fs::read(new)) else { return tally };
    let wanted = gold["identities"]["violations"].as_array().into_iter().flatten();
    let wanted = wanted.filter(|it| it["soft"] != true && !it["needs"].is_null());
    tally.violations = wanted.count() as u32;
    let brief = engine.briefs(&old.to_string_lossy(), &old_bytes).pop();
    for (report, prose) in engine.read_with_prose(&new.to_string_lossy(), &new_bytes) {
        let Some(brief) = brief.clone() else { continue };
        let alone = engine.check_report(report.clone()).outcomes;
        let audit = engine.check_series(report, &prose, &Archive::single(brief));
        tally.evaluated += audit.outcomes.satisfied - alone.satisfied;
        let of_years = audit.findings.iter().filter(|it| {
            RULES.contains(&it.rule) && it.severity >= Severity::Warning && it.outcome == Outcome::Violated
        });
        let accused = of_years.count() as u32;
        tally.violations_found += accused.min(tally.violations);
        tally.accusations += accused.saturating_sub(tally.violations);
    }
    tally
}
