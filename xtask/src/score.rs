//! `cargo xtask score`: how well the reports of a gold collection are read.
//!
//! Works over folders in the layout of `../shared`: `seeds` with `gold`, `reports/*/{raw.*,gold.json}`,
//! `carriers/*/{raw.*,gold.json}`. Each cell falls into one of five classes; a *silent* error is a wrong figure that
//! carries no flag and that no violated identity touches. Then reports of one agency are checked beside the one before,
//! and figures of sentences are counted by themselves.

mod narrative;
mod years;

use gongkai::model::{Fact, Measure, Outcome, Presence, Severity, Status};
use gongkai::text::label::{digest, fold};
use gongkai::{Audit, Engine, Registry};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Counts over the cells of one file, or of all.
#[derive(Clone, Copy, Default)]
struct Tally {
    right: u32,
    right_flagged: u32,
    wrong_flagged: u32,
    silent: u32,
    missed: u32,
    evaluated: u32,
    violations: u32,
    violations_found: u32,
    accusations: u32,
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.right += other.right;
        self.right_flagged += other.right_flagged;
        self.wrong_flagged += other.wrong_flagged;
        self.silent += other.silent;
        self.missed += other.missed;
        self.evaluated += other.evaluated;
        self.violations += other.violations;
        self.violations_found += other.violations_found;
        self.accusations += other.accusations;
    }

    fn print(&self, name: &str) {
        println!(
            "{name:<44} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>5}/{:<5} {:>5}",
            self.right,
            self.right_flagged,
            self.wrong_flagged,
            self.silent,
            self.missed,
            self.evaluated,
            self.violations_found,
            self.violations,
            self.accusations
        );
    }
}

/// Scores every case below the given folders, or below `../shared`.
pub(crate) fn run(arguments: &[String]) -> ExitCode {
    let verbose = arguments.iter().any(|argument| argument == "--verbose");
    let mut folders: Vec<PathBuf> =
        arguments.iter().filter(|a| !a.starts_with("--")).map(PathBuf::from).collect();
    if folders.is_empty() {
        folders.push(PathBuf::from("../shared"));
    }
    let (engine, registry) = match Engine::linked().and_then(|engine| Ok((engine, Registry::linked()?))) {
        Ok(both) => both,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::from(3);
        }
    };
    println!(
        "{:<44} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>11} {:>5}",
        "file", "right", "r-flag", "w-flag", "silent", "missed", "evald", "violations", "false"
    );
    let mut total = Tally::default();
    let mut cases = 0;
    let mut sentences = narrative::Sentences::default();
    for folder in &folders {
        for (raw, gold) in cases_in(folder) {
            let (Ok(bytes), Some(gold)) = (fs::read(&raw), parse(&gold)) else {
                eprintln!("cannot read {} or its gold", raw.display());
                continue;
            };
            let name = raw.to_string_lossy().into_owned();
            let audit = engine.check(&name, &bytes);
            let tally = score(&audit, &gold, &raw, (&registry, verbose));
            let short = raw.strip_prefix(folder).unwrap_or(&raw).to_string_lossy().into_owned();
            tally.print(&short);
            sentences.add(&short, &audit, &gold, &narrative::claims(folder, &raw), verbose);
            total.add(tally);
            cases += 1;
        }
    }
    if cases == 0 {
        eprintln!(
            "no cases found below {folders:?}: expected seeds/ with gold/, reports/*/gold.json or carriers/*/gold.json"
        );
        return ExitCode::from(2);
    }
    for folder in &folders {
        total.add(years::score(&engine, &cases_in(folder), folder));
    }
    sentences.print();
    total.print(&format!("total of {cases}"));
    if total.silent > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn parse(path: &Path) -> Option<Value> {
    serde_json::from_str(&fs::read_to_string(path).ok()?).ok()
}

/// Pairs of a raw file and its gold, sorted.
fn cases_in(folder: &Path) -> Vec<(PathBuf, PathBuf)> {
    let list = |path: &Path| {
        let mut entries: Vec<PathBuf> =
            fs::read_dir(path).map(|dir| dir.flatten().map(|e| e.path()).collect()).unwrap_or_default();
        entries.sort();
        entries
    };
    let mut cases = Vec::new();
    for seed in list(&folder.join("seeds")) {
        if let Some(stem) = seed.file_stem() {
            let gold = folder.join("gold").join(stem).with_extension("json");
            if gold.exists() {
                cases.push((seed, gold));
            }
        }
    }
    let roots = [folder.join("reports"), folder.join("carriers"), folder.to_path_buf()];
    for case in roots.iter().flat_map(|root| list(root)) {
        let gold = case.join("gold.json");
        if gold.exists() {
            cases.extend(list(&case).into_iter().filter(|path| is_raw(path)).map(|raw| (raw, gold.clone())));
        }
    }
    // Hostile renditions of the first carrier case share its gold.
    let shared_gold = list(&folder.join("carriers"))
        .into_iter()
        .map(|case| case.join("gold.json"))
        .find(|gold| gold.exists());
    if let Some(gold) = shared_gold {
        cases.extend(list(&folder.join("carriers/hazards")).into_iter().map(|hazard| (hazard, gold.clone())));
    }
    cases
}

/// Renditions of a kind that is read today; the others would only end as unreadable.
fn is_raw(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let kinds = ["txt", "md", "html", "htm", "docx", "xlsx", "xls", "ods", "odt", "pdf"];
    let read = path.extension().is_some_and(|ext| kinds.iter().any(|read| ext == *read));
    name.starts_with("raw") && read
}

fn score(audit: &Audit, gold: &Value, raw: &Path, (registry, verbose): (&Registry, bool)) -> Tally {
    let mut tally = Tally::default();
    let name = raw.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let violated: BTreeSet<&str> = audit
        .findings
        .iter()
        .filter(|finding| finding.outcome == Outcome::Violated)
        .flat_map(|finding| finding.facts.iter().map(String::as_str))
        .collect();
    let open: BTreeSet<&str> = [name.as_str(), "*"]
        .iter()
        .filter_map(|key| gold["not_recoverable"].get(key)?.as_array())
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    for (id, truth) in &truths(audit, gold, registry) {
        let truth = truth.as_deref();
        let fact = audit.report.fact(id);
        let right = fact.is_some_and(|fact| agrees(fact, truth));
        let flagged = fact.is_none_or(Fact::is_flagged);
        let blank = truth.is_none();
        match fact {
            Some(fact) if fact.status == Status::Ambiguous || fact.presence != Presence::NotFound => {
                let undisturbed = if blank {
                    !matches!(fact.status, Status::Ambiguous | Status::Disputed)
                } else {
                    !flagged
                };
                match (right, undisturbed) {
                    (true, true) => tally.right += 1,
                    (true, false) => tally.right_flagged += 1,
                    (false, _) if open.contains(id.as_str()) && holds_truth(fact, truth) => {
                        tally.right_flagged += 1;
                    }
                    (false, _) if flagged || violated.contains(id.as_str()) => tally.wrong_flagged += 1,
                    (false, _) => {
                        tally.silent += 1;
                        println!("  SILENT {id}: gold {truth:?}, read {:?} from {:?}", fact.value, fact.raw);
                    }
                }
                if verbose && !(right && undisturbed) {
                    println!(
                        "  {id}: gold {truth:?}, read {:?} {:?} {:?} {:?}",
                        fact.value.map(|v| v.to_string()),
                        fact.presence,
                        fact.status,
                        fact.candidates
                    );
                }
            }
            _ if open.contains(id.as_str()) => tally.right_flagged += 1,
            _ => {
                tally.missed += 1;
                if verbose {
                    println!("  missed {id}: gold {truth:?}");
                }
            }
        }
    }
    tally.evaluated = audit.outcomes.satisfied + audit.outcomes.within_rounding + audit.outcomes.violated;
    let hard: Vec<&Value> = gold["identities"]["violations"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|v| v["soft"] != true && v.get("needs").is_none_or(Value::is_null))
        .collect();
    tally.violations = hard.len() as u32;
    let accused = audit
        .findings
        .iter()
        .filter(|f| f.severity >= Severity::Warning && f.outcome == Outcome::Violated)
        .count() as u32;
    tally.violations_found = accused.min(tally.violations);
    if gold["identities"]["hold"] == true {
        tally.accusations = accused;
    }
    tally
}

/// What stands in each cell, by what findings call it: those of the statutory forms, and those of a provincial 统计表
/// by the labels that the form which was read has for them.
fn truths(audit: &Audit, gold: &Value, registry: &Registry) -> Vec<(String, Option<String>)> {
    let printed = |value: &Value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    let cells = gold["cells"].as_object().into_iter().flatten();
    let mut truths: Vec<(String, Option<String>)> = cells
        .map(|(id, cell)| (id.clone(), printed(if cell.is_object() { &cell["value"] } else { cell })))
        .collect();
    let plan = registry.plans().find(|plan| audit.report.template.as_deref() == Some(plan.template.id));
    let tables = || plan.into_iter().flat_map(|plan| &plan.tables);
    for (label, columns) in gold["stat_table"].as_object().into_iter().flatten() {
        let bare = label.split('（').next().unwrap_or(label);
        let indicator = tables().find_map(|table| {
            let &row = table.rows_labelled(digest(&fold(bare))).first()?;
            table.cells.get(table.rows[row].first_cell)
        });
        // A label that no form knows is missed, not passed over.
        let id = indicator.map_or(label.as_str(), |it| it.id());
        for (column, suffix) in [("本年度", ""), ("历年累计", Measure::CUMULATIVE_SUFFIX)] {
            if let Some(value) = columns.get(column) {
                truths.push((format!("{id}{suffix}"), printed(value)));
            }
        }
    }
    truths
}

/// Whether an open cell lists the truth among its candidates, as a cell must that its file does not determine.
fn holds_truth(fact: &Fact, truth: Option<&str>) -> bool {
    fact.status == Status::Ambiguous && fact.candidates.iter().any(|it| it == truth.unwrap_or_default())
}

fn agrees(fact: &Fact, truth: Option<&str>) -> bool {
    match truth {
        None => matches!(
            fact.presence,
            Presence::Blank | Presence::Dash | Presence::NotApplicable | Presence::Text
        ),
        Some(truth) => truth.trim_start_matches('+').parse().ok() == fact.value && fact.value.is_some(),
    }
}
