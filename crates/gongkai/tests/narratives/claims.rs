//! The audited statements of the seeds: what was found to hold is not accused, what was found wrong is shown.

use gongkai::model::{Finding, Severity};
use gongkai::text::Span;
use gongkai::{Audit, Engine};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Statements that are wrong by arithmetic: seed, line, the rule that must say so.
const WRONG: [(&str, u64, &str); 2] =
    [("004", 85, "rate-does-not-follow"), ("004", 155, "disclosed-above-channels")];

/// A statement in which two scopes meet: a note that shows both.
const SCOPES: (&str, u64, &str) = ("000", 77, "mention-disagrees");

fn shared() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared")
}

/// Where `quote` stands from line `line` on, blanks and emphasis aside; the whole line where it was retouched.
fn place(source: &str, line: u64, quote: &str) -> Span {
    let skips = |c: char| c.is_whitespace() || c == '*' || c == '-';
    let before = usize::try_from(line - 1).expect("a line number");
    let start: usize = source.split_inclusive('\n').take(before).map(str::len).sum();
    let wanted: Vec<char> = quote.chars().filter(|c| !skips(*c)).collect();
    let shown: Vec<(usize, char)> = source[start..].char_indices().filter(|(_, c)| !skips(*c)).collect();
    let far = shown.len().min(6_000);
    let found = (0..far).find(|&at| {
        shown[at..].len() >= wanted.len() && shown[at..].iter().zip(&wanted).all(|(a, b)| a.1 == *b)
    });
    let (from, to) = match found {
        Some(at) => {
            let (last, c) = shown[at + wanted.len() - 1];
            (start + shown[at].0, start + last + c.len_utf8())
        }
        None => (start, start + source[start..].lines().next().map_or(0, str::len)),
    };
    let place = |at: usize| u32::try_from(at).expect("a seed is short");
    Span::new(place(from), place(to))
}

/// The findings of at least `least` severity whose place meets `span`.
fn touching(audit: &Audit, span: Span, least: Severity) -> Vec<&Finding> {
    let meets = |it: &&Finding| {
        it.severity >= least && it.span.is_some_and(|at| at.start < span.end && span.start < at.end)
    };
    audit.findings.iter().filter(meets).collect()
}

#[test]
fn no_statement_audited_as_consistent_is_accused() {
    let Ok(claims) = std::fs::read_to_string(shared().join("gold/claims.jsonl")) else {
        eprintln!("SKIPPED: the audited statements, because ../shared is not there");
        return;
    };
    let engine = Engine::linked().expect("the built-in forms agree");
    let mut audits: BTreeMap<String, (String, Audit)> = BTreeMap::new();
    let mut seeds: Vec<PathBuf> = std::fs::read_dir(shared().join("seeds"))
        .expect("the seeds are there")
        .map(|entry| entry.expect("an entry can be read").path())
        .collect();
    seeds.sort();
    for path in seeds {
        let name = path.file_name().expect("a file has a name").to_string_lossy()[..3].to_owned();
        let source = std::fs::read_to_string(&path).expect("a seed is text");
        let audit = engine.check(&name, source.as_bytes());
        audits.insert(name, (source, audit));
    }
    let (mut count, mut wrong) = (0, Vec::new());
    for line in claims.lines().filter(|line| !line.trim().is_empty()) {
        let claim: serde_json::Value = serde_json::from_str(line).expect("a claim is JSON");
        let text = |key: &str| claim[key].as_str().unwrap_or_default();
        let (seed, at) = (text("seed"), claim["line"].as_u64().expect("a claim has its line"));
        let (source, audit) = &audits[seed];
        let span = place(source, at, text("quote"));
        let accused = touching(audit, span, Severity::Warning);
        let expected = WRONG.iter().find(|(of, line, _)| *of == seed && *line == at);
        let contradicts = text("verdict") == "contradiction";
        match expected {
            Some((_, _, rule)) if contradicts => {
                if !accused.iter().any(|it| it.rule == *rule) {
                    wrong.push(format!("{seed}:{at}: not shown by {rule}"));
                }
            }
            // A sum that holds within rounding may hold a figure that is wrong for another reason.
            Some((_, _, rule)) if text("verdict") == "rounding" => {
                wrong.extend(
                    accused
                        .iter()
                        .filter(|it| it.rule != *rule)
                        .map(|it| format!("{seed}:{at}: {}", it.rule)),
                );
            }
            _ => wrong.extend(
                accused.iter().map(|it| format!("{seed}:{at}: accused by {}: {}", it.rule, it.message.en)),
            ),
        }
        let (of, line, rule) = SCOPES;
        if contradicts && (of, line) == (seed, at) {
            let notes = touching(audit, span, Severity::Note);
            let both = |it: &&&Finding| it.rule == rule && it.left.is_some() && it.right.is_some();
            if !notes.iter().any(|it| both(&it)) {
                wrong.push(format!("{seed}:{at}: no note on the two scopes"));
            }
        }
        count += 1;
    }
    assert!(wrong.is_empty(), "{} of {count} statements\n{}", wrong.len(), wrong.join("\n"));
    assert!(count >= 143, "{count} statements");
}
