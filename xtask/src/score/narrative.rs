//! The figures of sentences against a gold collection: read or not, given to the right indicator or not, accused or not.
//!
//! A gold names figures of the prose by short English keys (`narrative` of `gold.json`), its errors by the ids of
//! `identities.violations` that begin with `N.`; `gold/claims.jsonl` holds audited statements of the seeds by line.

use gongkai::Audit;
use gongkai::model::{Finding, Mention, Outcome, Severity};
use gongkai::text::Decimal;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Keys of gold figures and the indicators that may be given to them; figures of other keys need to be read only.
const KEYS: &[(&str, &[&str])] = &[
    ("received", &["applications.received.total"]),
    ("disclosed", &["proactive.items_total"]),
    ("website", &["proactive.channel.website"]),
    ("handled", &["applications.processed.total", "applications.replied.total", "applications.closed.total"]),
    (
        "answered",
        &["applications.processed.total", "applications.replied.total", "applications.closed.total"],
    ),
    ("carried_in", &["applications.carried_in.total"]),
    ("next", &["applications.carried_out.total"]),
    ("open", &["applications.outcome.granted_full.total", "applications.replied.granted_full"]),
    ("partial", &["applications.outcome.granted_part.total", "applications.replied.granted_part"]),
    ("natural", &["applications.received.natural_person"]),
    ("commercial", &["applications.received.commercial_enterprise"]),
    ("review", &["review.total"]),
    ("litigation", &["litigation.all.total"]),
    ("licence", &["proactive.licensing.decisions"]),
    ("punish", &["proactive.penalties.decisions"]),
    ("fee_yuan", &["proactive.administrative_fees.amount"]),
    ("norm_made", &["proactive.normative_documents.issued"]),
    ("norm_abolished", &["proactive.normative_documents.repealed"]),
    ("norm_valid", &["proactive.normative_documents.in_force"]),
];

/// Ids of gold violations and the rules that speak of them.
const RULES: &[(&str, &str)] = &[
    ("N.share", "rate-does-not-follow"),
    ("N.growth_rate", "rate-does-not-follow"),
    ("N.claim", "statement-contradicts"),
    ("N.category_sum", "parts-disagree"),
];

/// Keys whose values are no figures of the prose: worked out by whoever made the gold, or words.
const WORKED_OUT: &[&str] = &["implied", "note", "year", "statement"];

/// Counts over the sentences of one rendition, or of all of a kind.
#[derive(Clone, Copy, Default)]
pub(super) struct Told {
    right: u32,
    wrong: u32,
    missed: u32,
    errors: u32,
    errors_found: u32,
    accusations: u32,
}

impl Told {
    pub(super) fn add(&mut self, other: Self) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.missed += other.missed;
        self.errors += other.errors;
        self.errors_found += other.errors_found;
        self.accusations += other.accusations;
    }

    fn is_empty(self) -> bool {
        self.right + self.wrong + self.missed + self.errors + self.accusations == 0
    }

    fn print(self, name: &str) {
        println!(
            "{name:<44} {:>6} {:>6} {:>6} {:>6} {:>5}/{:<5} {:>5}",
            self.right, self.wrong, self.missed, "", self.errors_found, self.errors, self.accusations
        );
    }
}

/// Counts by kind of report: the form that was read, and the carrier.
#[derive(Default)]
pub(super) struct Sentences {
    by_kind: BTreeMap<String, Told>,
    lines: Vec<(String, Told)>,
}

impl Sentences {
    /// Adds one rendition, called `name`.
    pub(super) fn add(&mut self, name: &str, audit: &Audit, gold: &Value, claims: &[Value], verbose: bool) {
        let told = score(audit, gold, claims, verbose);
        if told.is_empty() {
            return;
        }
        let form = audit.report.template.as_deref().unwrap_or("no form");
        let kind = Path::new(name).extension().map_or("?".into(), |it| it.to_string_lossy());
        self.by_kind.entry(format!("  sentences of {form}, {kind}")).or_default().add(told);
        self.lines.push((name.to_owned(), told));
    }

    /// Prints every rendition, every kind, and all.
    pub(super) fn print(&self) {
        println!(
            "\n{:<44} {:>6} {:>6} {:>6} {:>6} {:>11} {:>5}",
            "figures in sentences", "right", "wrong", "missed", "", "errors", "false"
        );
        for (name, told) in &self.lines {
            told.print(name);
        }
        let mut total = Told::default();
        for (kind, told) in &self.by_kind {
            told.print(kind);
            total.add(*told);
        }
        total.print(&format!("sentences of {}", self.lines.len()));
    }
}

/// The audited statements of the seed whose number `raw` begins with.
pub(super) fn claims(folder: &Path, raw: &Path) -> Vec<Value> {
    let name = raw.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
    if raw.parent().is_none_or(|parent| !parent.ends_with("seeds")) {
        return Vec::new();
    }
    let text = fs::read_to_string(folder.join("gold/claims.jsonl")).unwrap_or_default();
    let of_seed = |claim: &Value| claim["seed"].as_str().is_some_and(|seed| name.starts_with(seed));
    text.lines().filter_map(|line| serde_json::from_str(line).ok()).filter(of_seed).collect()
}

fn score(audit: &Audit, gold: &Value, claims: &[Value], verbose: bool) -> Told {
    let mut told = Told::default();
    for (key, value) in gold["narrative"].as_object().into_iter().flatten() {
        if WORKED_OUT.iter().any(|it| key.contains(it)) {
            continue;
        }
        let wanted = KEYS.iter().find(|it| it.0 == key).map_or(&[][..], |it| it.1);
        for figure in figures(value) {
            let standing = standing(&audit.report.mentions, wanted, figure);
            match standing {
                Standing::Right => told.right += 1,
                Standing::Wrong => told.wrong += 1,
                Standing::Missed => told.missed += 1,
            }
            if verbose && standing != Standing::Right {
                println!("  {standing:?} in a sentence: {key} {figure}");
            }
        }
    }
    let violations = gold["identities"]["violations"].as_array().into_iter().flatten();
    let stated: Vec<&Value> =
        violations.filter(|it| it["id"].as_str().is_some_and(|id| id.starts_with("N."))).collect();
    let accused: Vec<&Finding> = audit.findings.iter().filter(|it| accuses(it)).collect();
    let mut excused = BTreeSet::new();
    for violation in &stated {
        let id = violation["id"].as_str().unwrap_or_default();
        let rule = RULES.iter().find(|it| it.0 == id).map_or("mention-disagrees", |it| it.1);
        let found = accused.iter().position(|finding| finding.rule == rule);
        excused.extend(accused.iter().enumerate().filter(|(_, it)| it.rule == rule).map(|(at, _)| at));
        if violation["soft"] != true {
            told.errors += 1;
            told.errors_found += u32::from(found.is_some());
        }
    }
    for claim in claims.iter().filter(|it| it["verdict"] == "contradiction") {
        told.errors += 1;
        let found: Vec<usize> =
            (0..accused.len()).filter(|&at| stands_at(audit, accused[at], claim)).collect();
        told.errors_found += u32::from(!found.is_empty());
        excused.extend(found);
    }
    told.accusations = (accused.len() - excused.len()) as u32;
    if verbose {
        let unexcused = accused.iter().enumerate().filter(|(at, _)| !excused.contains(at));
        unexcused.for_each(|(_, finding)| println!("  accused in a sentence: {}", finding.message.en));
    }
    told
}

/// Whether a finding accuses a sentence.
fn accuses(finding: &Finding) -> bool {
    !finding.mentions.is_empty()
        && finding.severity >= Severity::Warning
        && finding.outcome == Outcome::Violated
}

/// Whether a finding speaks of a figure in the line of an audited statement.
fn stands_at(audit: &Audit, finding: &Finding, claim: &Value) -> bool {
    let mut lines = finding.mentions.iter().filter_map(|&at| Some(audit.report.mentions.get(at)?.span.line));
    lines.any(|line| claim["line"].as_u64() == Some(line.into()))
}

/// The figures of a gold value: numbers, and words that begin with one and go on with what a reader drops (8份).
fn figures(value: &Value) -> Vec<Decimal> {
    match value {
        Value::Number(number) => number.to_string().parse().into_iter().collect(),
        Value::Array(values) => values.iter().flat_map(figures).collect(),
        Value::Object(values) => values.values().flat_map(figures).collect(),
        Value::String(text) => {
            let from = text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len());
            let digits = text[from..].trim_end_matches(|c: char| !c.is_ascii_digit());
            // A whole number of 万 in base units; fractions of it do not occur.
            let zeros = if text.ends_with('万') { "0000" } else { "" };
            format!("{digits}{zeros}").parse().into_iter().collect()
        }
        _ => Vec::new(),
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    Right,
    Wrong,
    Missed,
}

/// How a figure was read: right where a mention holds it under a wanted indicator, or under any where the gold's key
/// names none; wrong where the wanted indicators were given to another figure of the same document only, or the figure
/// to another indicator.
fn standing(mentions: &[Mention], wanted: &[&str], figure: Decimal) -> Standing {
    let is_wanted = |mention: &&Mention| {
        wanted.is_empty() || mention.indicator.as_deref().is_some_and(|id| wanted.contains(&id))
    };
    let same = |mention: &&Mention| mention.value == figure;
    if mentions.iter().filter(same).any(|mention| is_wanted(&mention)) {
        Standing::Right
    } else if mentions.iter().filter(same).any(|mention| mention.indicator.is_some())
        || (!wanted.is_empty() && mentions.iter().any(|mention| is_wanted(&mention)))
    {
        Standing::Wrong
    } else {
        Standing::Missed
    }
}
