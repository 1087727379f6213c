//! Facts that another program read: the round trip, what is refused and how, and that nothing makes it panic.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use gongkai::model::{Finding, Presence, Status};
use gongkai::render::{Lang, Shape, csv, json};
use gongkai::{Audit, Engine};
use proptest::prelude::*;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures");

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::linked().unwrap());

/// Every source below `fixtures` that can be read, with its audit.
static AUDITS: LazyLock<Vec<(String, Audit)>> = LazyLock::new(|| {
    let folders = |path: &Path| {
        let mut found: Vec<_> =
            fs::read_dir(path).into_iter().flatten().map(|it| it.unwrap().path()).collect();
        found.sort();
        found
    };
    folders(Path::new(FIXTURES))
        .iter()
        .flat_map(|form| folders(form))
        .flat_map(|case| folders(&case))
        .filter(|file| file.file_name().unwrap().to_string_lossy().starts_with("source."))
        .map(|file| {
            let name = file.strip_prefix(FIXTURES).unwrap().to_string_lossy().into_owned();
            let audit = ENGINE.check(&name, &fs::read(&file).unwrap());
            (name, audit)
        })
        .collect()
});

/// What a finding says, besides words and byte offsets.
fn essence(finding: &Finding) -> String {
    let Finding { rule, severity, outcome, left, right, difference, facts, fingerprint, .. } = finding;
    format!("{rule} {severity:?} {outcome:?} {left:?} {right:?} {difference:?} {facts:?} {fingerprint}")
}

/// Rules that need the sentences of a report.
const SENTENCE_RULES: [&str; 5] =
    ["parts-disagree", "rate-does-not-follow", "mention-disagrees", "statement-contradicts", "stale-year"];

/// The audit with what stands in sentences left out: facts do not carry it.
fn about_tables(audit: &Audit) -> (Vec<String>, String) {
    let of_sentences =
        |finding: &&Finding| finding.mentions.is_empty() && !SENTENCE_RULES.contains(&finding.rule);
    let findings = audit.findings.iter().filter(of_sentences);
    let tally = format!("{:?}", audit.coverage);
    (findings.map(essence).collect(), tally)
}

#[track_caller]
fn same(name: &str, audit: &Audit, facts: &str, readings_too: bool) {
    let again = ENGINE.check_all("facts", facts.as_bytes());
    assert_eq!(again.len(), 1, "{name}");
    if audit.report.unreadable.is_some() {
        return;
    }
    let keep = |(findings, tally): (Vec<String>, String)| {
        let told = findings.into_iter().filter(|it| readings_too || !it.starts_with("reading-"));
        (told.collect::<Vec<_>>(), tally)
    };
    let (found, expected) = (keep(about_tables(&again[0])), keep(about_tables(audit)));
    assert_eq!(found, expected, "{name}: {:?}", again[0].report.unreadable);
    let is_open = |finding: &Finding| finding.rule == "reading-ambiguous";
    if (readings_too || !audit.findings.iter().any(is_open))
        && audit.findings.iter().all(|it| it.mentions.is_empty() && !SENTENCE_RULES.contains(&it.rule))
    {
        assert_eq!(again[0].verdict, audit.verdict, "{name}");
        // Relations that sentences state are no facts.
        if audit.report.mentions.is_empty() {
            assert_eq!(again[0].outcomes, audit.outcomes, "{name}");
        }
    }
}

#[test]
fn json_goes_round() {
    assert!(AUDITS.len() > 20, "the fixtures are there");
    for (name, audit) in AUDITS.iter() {
        same(name, audit, &json::report(&audit.report, Shape::Pretty), true);
        same(name, audit, &json::report(&audit.report, Shape::Line), true);
        same(name, audit, &json::audit(audit, Lang::Zh, Shape::Line), true);
    }
}

#[test]
fn csv_goes_round() {
    for (name, audit) in AUDITS.iter().filter(|(_, audit)| !audit.report.facts.is_empty()) {
        let text = csv::FACTS_HEADER.to_owned() + &csv::facts(&audit.report);
        same(name, audit, &text, false);
    }
}

#[test]
fn many_reports_in_one_file() {
    let read: Vec<&Audit> =
        AUDITS.iter().map(|it| &it.1).filter(|audit| !audit.report.facts.is_empty()).collect();
    let lines: String = read.iter().map(|audit| json::report(&audit.report, Shape::Line)).collect();
    let pretty: String = read.iter().map(|audit| json::report(&audit.report, Shape::Pretty)).collect();
    let list: Vec<String> = read.iter().map(|audit| json::report(&audit.report, Shape::Line)).collect();
    let array = format!("[{}]", list.join(","));
    let table: String = read.iter().map(|audit| csv::facts(&audit.report)).collect();
    for text in [lines, pretty, array, csv::FACTS_HEADER.to_owned() + &table] {
        let reports = ENGINE.read_all("facts", text.as_bytes());
        assert_eq!(reports.len(), read.len());
        assert!(reports.iter().all(|report| report.unreadable.is_none()));
        assert!(ENGINE.read("facts", text.as_bytes()).unreadable.is_some(), "one was asked for");
    }
}

/// Wraps `fact` into a report of the 2021 form.
fn with(fact: &str) -> String {
    format!("{{\"schema\":\"gongkai.report/1\",\"template\":\"annual-2021\",\n\"facts\":[\n{fact}\n]}}")
}

#[track_caller]
fn refused(text: &str, parts: &[&str]) {
    let reports = ENGINE.read_all("facts", text.as_bytes());
    let why = reports.iter().find_map(|it| it.unreadable.clone()).expect(text);
    for part in parts {
        assert!(why.en.contains(part), "expected {part:?} in {:?}\n{text}", why.en);
    }
    assert!(!why.zh.is_empty() && why.zh != why.en);
}

#[test]
fn each_fault_has_its_message() {
    let fact = |fields: &str| with(&format!("{{\"id\":\"review.total\",{fields}}}"));
    let cases: &[(String, &[&str])] = &[
        (
            fact(r#""presence":"number","value":"1e3""#),
            &["line 3, column", "field facts[0].value", "4482.67", "1e3"],
        ),
        (fact(r#""presence":"number","value":"1,200""#), &["facts[0].value", "separators"]),
        (fact(r#""presence":"number","value":12.5"#), &["facts[0].value", "in quotes", "12.5"]),
        (fact(r#""presence":"number","value":"1234567890123456789012345678901""#), &["30 digits"]),
        (fact(r#""presence":"number""#), &["facts[0].value", "found nothing"]),
        (fact(r#""presence":"blank","value":"0""#), &["facts[0].value", "no value"]),
        (fact(r#""value":null"#), &["facts[0].presence", "blank is not zero"]),
        (fact(r#""presence":"zero""#), &["facts[0].presence", "one of number, blank"]),
        (fact(r#""value":"3","status":"sure""#), &["facts[0].status", "one of confirmed"]),
        (fact(r#""value":"3","unit":"pcs""#), &["facts[0].unit", "件"]),
        (fact(r#""value":"3","value":"4""#), &["facts[0].value", "each name once"]),
        (fact(r#""value":"3","measure":"month""#), &["facts[0].measure", "year, cumulative"]),
        (fact(r#""value":"3","span":{"start":-1,"end":2,"line":1,"column":1}"#), &["facts[0].span.start"]),
        (with(r#"{"value":"3"}"#), &["facts[0].id", "found nothing"]),
        (with(r#"{"id":7,"value":"3"}"#), &["facts[0].id", "a string"]),
        (with(r#"{"id":"review.totl","value":"3"}"#), &["facts[0].id", "did you mean review.total"]),
        (with(r#"{"id":"capacity.budget","value":"3"}"#), &["facts[0].id", "statistics-2014"]),
        (with("7"), &["facts[0]", "an object"]),
        (with(r#"{"id":"review.total","value":"3",}"#), &["line 3, column", "well-formed JSON"]),
        (with("{"), &["well-formed JSON"]),
        (r#"{"facts":[]}"#.to_owned(), &["line 1", "field schema", "gongkai.report/1", "found nothing"]),
        (r#"{"schema":"gongkai.report/9","facts":[]}"#.to_owned(), &["field schema", "gongkai.report/9"]),
        (r#"{"schema":"gongkai.report/1"}"#.to_owned(), &["field facts", "found nothing"]),
        (r#"{"schema":"gongkai.report/1","facts":{}}"#.to_owned(), &["field facts", "an array"]),
        (r#"{"schema":"gongkai.report/1","facts":[]}"#.to_owned(), &["field template", "annual-2021"]),
        (
            r#"{"schema":"gongkai.report/1","template":"annual-1999","facts":[]}"#.to_owned(),
            &["field template", "annual-1999", "gongkai formats"],
        ),
        (
            r#"{"schema":"gongkai.report/1","tables":[{"number":9,"template":"annual-2021"}],"facts":[]}"#
                .to_owned(),
            &["tables[0].number", "2, 3, 4", "9"],
        ),
        (r#"{"schema":"gongkai.report/1","year":23,"facts":[]}"#.to_owned(), &["field year", "four digits"]),
        ("[]".replace("[]", "[ ] \"facts\""), &["well-formed JSON"]),
        ("indicator,value\n".to_owned(), &["one row per fact"]),
        ("indicator,value\nreview.total,3\n".to_owned(), &["field template"]),
        ("template,indicator,value\nannual-2021,,3\n".to_owned(), &["line 2, field indicator"]),
        ("template,indicator,value\nannual-2021,review.total,\n".to_owned(), &["line 2, field presence"]),
        (
            "template,indicator,value\nannual-2021,review.upheld,1\nannual-2021,review.total,1 000\n"
                .to_owned(),
            &["line 3, field value", "1 000"],
        ),
        (
            "template,indicator,value\nannual-2021,review.upheld,1\nannual-2019,review.total,1\n".to_owned(),
            &["line 3, field template", "one form for all of table 4"],
        ),
        (
            "template,level,indicator,value\nannual-2021,county,review.upheld,1\nannual-2021,shire,review.total,1\n"
                .to_owned(),
            &["line 3, field level", "shire"],
        ),
    ];
    for (text, parts) in cases {
        refused(text, parts);
    }
}

#[test]
fn one_bad_line_does_not_stop_the_rest() {
    let good = with(r#"{"id":"review.total","value":"0"}"#).replace('\n', "");
    let text = format!("{good}\n{{\"schema\": oops}}\n{good}\n");
    let reports = ENGINE.read_all("facts.jsonl", text.as_bytes());
    let readable: Vec<bool> = reports.iter().map(|report| report.unreadable.is_none()).collect();
    assert_eq!(readable, [true, false, true]);
    assert!(
        reports[1].unreadable.as_ref().unwrap().en.starts_with("line 2, column"),
        "{:?}",
        reports[1].unreadable
    );
}

#[test]
fn repeated_facts_are_told_apart() {
    let check = |facts: &str, code: &str, status: Status| {
        let report = ENGINE.read("facts", with(facts).as_bytes());
        assert_eq!(report.unreadable, None, "{facts}");
        let codes: Vec<&str> = report.diagnostics.iter().map(|it| it.code.as_ref()).collect();
        assert_eq!(codes, [code], "{facts}");
        let fact = report.facts.iter().find(|fact| fact.presence != Presence::NotFound).unwrap();
        assert_eq!(fact.status, status, "{facts}");
        report.facts.iter().find(|fact| fact.presence == Presence::Number).unwrap().value.unwrap().to_string()
    };
    let total = |value: &str| format!(r#"{{"id":"review.total","value":"{value}"}}"#);
    let fee = |value: &str, unit: &str| {
        format!(r#"{{"id":"proactive.administrative_fees.amount","value":"{value}","unit":"{unit}"}}"#)
    };
    assert_eq!(check(&[total("3"), total("3")].join(","), "fact-repeated", Status::Read), "3");
    assert_eq!(check(&[total("3"), total("4")].join(","), "fact-contradicted", Status::Ambiguous), "3");
    let both = [fee("4482.7", "万元"), fee("44826700", "元")].join(",");
    assert_eq!(check(&both, "fact-repeated", Status::Read), "44826700");
    let both = [fee("4482.7", "万元"), fee("44836700", "元")].join(",");
    assert_eq!(check(&both, "fact-contradicted", Status::Ambiguous), "4482.7");
}

#[test]
fn what_is_no_file_of_facts_is_read_as_a_document() {
    for text in ["{\"a\":1}", "姓名,数\n甲,1\n", "[1,2]"] {
        assert_ne!(ENGINE.read("x", text.as_bytes()).carrier, gongkai::model::Carrier::Facts, "{text}");
    }
}

/// A small file of facts in each shape, to be damaged.
fn seeds() -> Vec<String> {
    let audit = &AUDITS.iter().find(|(name, _)| name.contains("annual-2021/damaged")).unwrap().1;
    let mut report = audit.report.clone();
    report.facts.drain(20..);
    report.tables.truncate(1);
    report.joint.clear();
    vec![
        json::report(&report, Shape::Pretty),
        json::report(&report, Shape::Line),
        csv::FACTS_HEADER.to_owned() + &csv::facts(&report),
    ]
}

static SEEDS: LazyLock<Vec<String>> = LazyLock::new(seeds);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Bytes replaced, dropped or doubled anywhere: an answer, never a panic.
    #[test]
    fn damaged_facts_get_an_answer(
        seed in 0..3_usize,
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0..3_u8, any::<u8>()), 1..6),
    ) {
        let mut bytes = SEEDS[seed].clone().into_bytes();
        for (at, kind, byte) in edits {
            let at = at.index(bytes.len());
            match kind {
                0 => bytes[at] = byte,
                1 => { bytes.remove(at); }
                _ => bytes.insert(at, byte),
            }
        }
        let audits = ENGINE.check_all("facts", &bytes);
        prop_assert!(!audits.is_empty());
    }

    /// A field put in the place of another, or cut off: the answer names a line.
    #[test]
    fn moved_fields_get_an_answer(seed in 0..3_usize, from in any::<prop::sample::Index>(), to in any::<prop::sample::Index>()) {
        let mut parts: Vec<&str> = SEEDS[seed].split(',').collect();
        let (from, to) = (from.index(parts.len()), to.index(parts.len()));
        parts.swap(from, to);
        parts.truncate(parts.len() - from % 3);
        for audit in ENGINE.check_all("facts", parts.join(",").as_bytes()) {
            if let Some(why) = &audit.report.unreadable {
                prop_assert!(audit.report.carrier != gongkai::model::Carrier::Facts || why.en.contains("line "), "{}", why.en);
            }
        }
    }
}
