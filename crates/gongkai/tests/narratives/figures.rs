//! Where the figures of a fixture's narrative stand in its source.

use gongkai::model::{MentionKind, Severity};
use gongkai::text::quantity::{Options, recognise_source};
use gongkai::{Audit, Engine};
use std::ops::Range;
use std::path::{Path, PathBuf};

/// A fixture whose sentences agree with each other and with its tables.
pub(crate) struct Fixture {
    /// Form and case: `annual-2021/clean`.
    pub name: String,
    pub source: String,
    pub audit: Audit,
    pub figures: Vec<Figure>,
}

/// A figure that a sentence gives in digits.
pub(crate) struct Figure {
    /// Position among the mentions of the report.
    pub mention: usize,
    /// Its digits and point in the source, no scale word.
    pub place: Range<usize>,
    /// The digits as printed.
    pub digits: String,
    /// Whether 万 or 亿 stands behind them.
    pub scaled: bool,
    /// Whether a word says that it is not exact.
    pub vague: bool,
    pub kind: MentionKind,
}

/// Rules that say something of a sentence.
const RULES: [&str; 6] = [
    "mention-disagrees",
    "parts-disagree",
    "rate-does-not-follow",
    "disclosed-above-channels",
    "statement-contradicts",
    "stale-year",
];

/// How many sentences are accused.
pub(crate) fn accused(audit: &Audit) -> usize {
    audit
        .findings
        .iter()
        .filter(|it| it.severity >= Severity::Warning && RULES.contains(&it.rule) && !it.mentions.is_empty())
        .count()
}

/// Every text fixture with figures in sentences, of which none is accused.
pub(crate) fn fixtures(engine: &Engine) -> Vec<Fixture> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures");
    let folders = |of: &Path| -> Vec<PathBuf> {
        let entries = std::fs::read_dir(of).expect("the fixtures are there");
        let mut all: Vec<_> = entries.map(|entry| entry.expect("an entry can be read").path()).collect();
        all.sort();
        all.into_iter().filter(|path| path.is_dir()).collect()
    };
    let mut found: Vec<Fixture> = Vec::new();
    for case in folders(&root).iter().flat_map(|form| folders(form)) {
        let Ok(source) = std::fs::read_to_string(case.join("source.txt")) else { continue };
        let name = case.strip_prefix(&root).expect("below the root").to_string_lossy().into_owned();
        let audit = engine.check(&name, source.as_bytes());
        let figures = figures(&source, &audit);
        // The same narrative beside damaged tables says nothing new.
        let told =
            |it: &Fixture| it.audit.report.mentions.iter().map(|it| it.text.clone()).collect::<Vec<_>>();
        let fixture = Fixture { name, source, audit, figures };
        if fixture.figures.is_empty()
            || accused(&fixture.audit) > 0
            || found.iter().any(|other| told(other) == told(&fixture))
        {
            continue;
        }
        found.push(fixture);
    }
    found
}

fn figures(source: &str, audit: &Audit) -> Vec<Figure> {
    let mut found: Vec<Figure> = Vec::new();
    for (at, mention) in audit.report.mentions.iter().enumerate() {
        let compared = matches!(
            mention.kind,
            MentionKind::Count
                | MentionKind::Money
                | MentionKind::Share
                | MentionKind::Growth
                | MentionKind::Change
                | MentionKind::Multiple
                | MentionKind::Points
        );
        if !compared || mention.quantity.is_none() {
            continue;
        }
        let start = mention.span.start as usize;
        // Behind the words the unit decides what is a figure.
        let words = &source[start..mention.span.end as usize];
        let quantities = recognise_source(words, Options::OFFICIAL).quantities;
        let of_value = quantities.iter().rev().find(|it| it.value == mention.value);
        let Some(quantity) = of_value else { continue };
        let figure = &words[quantity.figure.range()];
        let is_digit = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
        let digits = figure.trim_end_matches(|c| !is_digit(c));
        if digits.is_empty() || !digits.chars().all(is_digit) {
            continue;
        }
        let place = start + quantity.figure.start as usize;
        let place = place..place + digits.len();
        if found.iter().any(|it| it.place == place) {
            continue;
        }
        found.push(Figure {
            mention: at,
            scaled: digits.len() < figure.len(),
            vague: mention.approx.is_some(),
            digits: digits.to_owned(),
            kind: mention.kind,
            place,
        });
    }
    found
}
