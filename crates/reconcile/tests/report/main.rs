//! Settling and checking small reports built by hand.
#![allow(clippy::unwrap_used, reason = "a test may stop")]
#![cfg(feature = "report")]

mod causes;
mod membership;
mod sentences;
mod wording;

use gongkai_model::{
    Alternative, BoundBy, Carrier, Choice, ChoiceKind, Fact, Identity, Indicator, IndicatorDef, Message,
    Place, Presence, Reading, Relation, Report, Severity, Status, Strength, TableRead, ValueKind, Verdict,
    catalog,
};
use gongkai_reconcile::report::{Rules, check, rules, settle};

const REVIEW: Identity = Identity {
    id: "C04.review",
    rule: "review-total",
    left: &["review.total"],
    relation: Relation::Equal,
    right: &["review.upheld", "review.corrected", "review.other", "review.pending"],
    each: &[],
    strength: Strength::Mandatory,
    severity: Severity::Error,
    basis: "行政复议：总计",
};

const ROW: Identity = Identity {
    id: "C03",
    rule: "row-total",
    left: &["applications.{}.total"],
    right: &[
        "applications.{}.natural_person",
        "applications.{}.commercial_enterprise",
        "applications.{}.research_institution",
        "applications.{}.social_public_welfare_organization",
        "applications.{}.legal_service_institution",
        "applications.{}.other_organization",
    ],
    each: &["received", "carried_in", "processed", "carried_out"],
    basis: "总计",
    ..REVIEW
};

const BALANCE: Identity = Identity {
    id: "C01",
    rule: "applications-balance",
    left: &["applications.received.{}", "applications.carried_in.{}"],
    right: &["applications.processed.{}", "applications.carried_out.{}"],
    each: &[
        "natural_person",
        "commercial_enterprise",
        "research_institution",
        "social_public_welfare_organization",
        "legal_service_institution",
        "other_organization",
        "total",
    ],
    basis: "第一项加第二项之和，等于第三项加第四项之和",
    ..REVIEW
};

const INTAKE: Identity = Identity {
    id: "C05",
    rule: "carried-out-above-intake",
    left: &["applications.carried_out.{}"],
    relation: Relation::AtMost,
    right: &["applications.received.{}", "applications.carried_in.{}"],
    each: &["total"],
    ..BALANCE
};

fn cells(table: u8) -> Vec<Indicator> {
    let find = |id: String| catalog::find(&id).unwrap();
    if table == 4 {
        let columns = ["upheld", "corrected", "other", "pending", "total"];
        return columns.map(|column| find(format!("review.{column}"))).to_vec();
    }
    let rows = ["received", "carried_in", "processed", "carried_out"];
    rows.iter()
        .flat_map(|row| BALANCE.each.iter().map(move |column| find(format!("applications.{row}.{column}"))))
        .collect()
}

fn compiled() -> Rules {
    let mut rules = Rules::new();
    for table in [3, 4] {
        rules.add("annual-2021", table, cells(table), &[BALANCE, ROW, INTAKE, REVIEW]);
    }
    rules
}

/// A reading of one word: a number, `_` blank, `/`, `-` dash, `?` not found.
fn reading(word: &str) -> Reading {
    let presence = match word {
        "_" => Presence::Blank,
        "/" => Presence::NotApplicable,
        "-" => Presence::Dash,
        "?" => Presence::NotFound,
        _ => Presence::Number,
    };
    let value = (presence == Presence::Number).then(|| word.parse().unwrap());
    Reading { presence, value, raw: word.to_owned(), span: None }
}

/// Tables 3 and 4 in words, with `a|b` a cell of two readings of its own.
fn report(three: &str, four: &str) -> (Report, Vec<Choice>) {
    let mut report = Report::empty("test", Carrier::Text);
    let mut choices = Vec::new();
    for (number, words) in [(3, three), (4, four)] {
        let cells = cells(number);
        let first_fact = report.facts.len();
        let words: Vec<&str> = words.split_whitespace().collect();
        assert_eq!(cells.len(), words.len());
        for (cell, word) in cells.iter().zip(&words) {
            let readings: Vec<_> = word.split('|').map(reading).collect();
            let mut fact = Fact::not_found(*cell);
            (fact.presence, fact.value, fact.raw) =
                (readings[0].presence, readings[0].value, (*word).to_owned());
            fact.status = match fact.presence {
                Presence::NotFound => Status::NotFound,
                _ if readings.len() > 1 => Status::Ambiguous,
                _ => Status::Read,
            };
            if readings.len() > 1 {
                let alternatives =
                    readings.into_iter().map(|it| Alternative { readings: vec![it], cost: 0 }).collect();
                choices.push(Choice {
                    facts: vec![report.facts.len()],
                    alternatives,
                    kind: ChoiceKind::Damage,
                });
            }
            report.facts.push(fact);
        }
        report.tables.push(TableRead {
            number,
            template: "annual-2021".into(),
            form: "年度报告格式".into(),
            cells: cells.len() as u32,
            form_cells: cells.len() as u32,
            found: words.iter().filter(|word| **word != "?").count() as u32,
            span: None,
            first_fact,
        });
    }
    (report, choices)
}

const SOUND_3: &str = "10 2 0 0 0 0 12  1 0 0 0 0 0 1  9 2 0 0 0 0 11  2 0 0 0 0 0 2";
const SOUND_4: &str = "3 1 0 0 4";

/// The statuses in one letter each, `CRDPAN`, and the findings as `severity rule`.
fn check_report(three: &str, four: &str, statuses: &str, verdict: Verdict, findings: &[&str]) {
    let (mut report, choices) = report(three, four);
    let rules = compiled();
    settle(&mut report, &choices, &rules);
    let letters: String = report
        .facts
        .iter()
        .map(|fact| match fact.status {
            Status::Confirmed => 'C',
            Status::Read => 'R',
            Status::Disputed => 'D',
            Status::Repaired => 'P',
            Status::Ambiguous => 'A',
            Status::NotFound => 'N',
        })
        .collect();
    let statuses: String = statuses.split_whitespace().collect();
    assert_eq!(letters, statuses, "{three} {four}");
    let mut again = report.clone();
    settle(&mut again, &choices, &rules);
    assert_eq!(again, report, "settling a settled report changes nothing");
    let audit = check(report, &rules);
    let found: Vec<String> =
        audit.findings.iter().map(|it| format!("{:?} {}", it.severity, it.rule).to_lowercase()).collect();
    assert_eq!(found, findings, "{three} {four}");
    assert_eq!(audit.verdict, verdict);
    let outcomes = audit.outcomes;
    assert_eq!(outcomes.satisfied + outcomes.within_rounding + outcomes.violated + outcomes.undetermined, 13);
    assert!(audit.findings.iter().all(|it| rules::find(it.rule).is_some() && it.fingerprint.len() == 16));
}

// In a sound table, zeros of columns that are all zero stand on a row that is not.
const ALL_3: &str = "CCCCCCC CCCCCCC CCCCCCC CCCCCCC";

#[test]
fn sound_reports_are_clean() {
    check_report(SOUND_3, SOUND_4, &format!("{ALL_3} CCCCC"), Verdict::Clean, &[]);
    // An all-zero table satisfies everything and confirms nothing.
    check_report(SOUND_3, "0 0 0 0 0", &format!("{ALL_3} RRRRR"), Verdict::Clean, &[]);
}

#[test]
fn violations_dispute_their_operands() {
    check_report(SOUND_3, "3 1 0 0 5", &format!("{ALL_3} DDDDD"), Verdict::Errors, &["error review-total"]);
    check_report(
        "10 2 0 0 0 0 13  1 0 0 0 0 0 1  9 2 0 0 0 0 11  2 0 0 0 0 0 2",
        SOUND_4,
        "DDDDDDD CCCCCCD CCCCCCD CCCCCCD CCCCC",
        Verdict::Errors,
        &["error applications-balance", "warning row-total"],
    );
    // Violated whatever the blank means.
    check_report(
        SOUND_3,
        "3 _ 0 0 2",
        &format!("{ALL_3} DDDDD"),
        Verdict::Errors,
        &["error review-total", "note coverage-incomplete"],
    );
}

#[test]
fn blanks_and_cells_not_found_leave_identities_open() {
    check_report(
        SOUND_3,
        "4 _ / - 4",
        &format!("{ALL_3} RRRRR"),
        Verdict::Notes,
        &["note coverage-incomplete"],
    );
    // The blank hides a 3.
    check_report(
        SOUND_3,
        "_ 1 0 0 4",
        &format!("{ALL_3} RRRRR"),
        Verdict::Notes,
        &["note coverage-incomplete", "note review-total"],
    );
    check_report(
        SOUND_3,
        "? 1 0 0 4",
        &format!("{ALL_3} NRRRR"),
        Verdict::Warnings,
        &["warning coverage-incomplete"],
    );
    check_report(
        SOUND_3,
        "? ? ? ? ?",
        &format!("{ALL_3} NNNNN"),
        Verdict::Warnings,
        &["warning table-missing"],
    );
}

#[test]
fn identities_decide_between_readings() {
    let received = "10|70 2 0 0 0 0 12  1 0 0 0 0 0 1  9 2 0 0 0 0 11  2 0 0 0 0 0 2";
    check_report(
        received,
        SOUND_4,
        "PCCCCCC CCCCCCC CCCCCCC CCCCCCC CCCCC",
        Verdict::Notes,
        &["note reading-repaired"],
    );
    let second = "70|10 2 0 0 0 0 12  1 0 0 0 0 0 1  9 2 0 0 0 0 11  2 0 0 0 0 0 2";
    check_report(
        second,
        SOUND_4,
        "PCCCCCC CCCCCCC CCCCCCC CCCCCCC CCCCC",
        Verdict::Notes,
        &["note reading-repaired"],
    );
    // Where the readings agree there is nothing to decide.
    check_report(SOUND_3, "3|3 1 0 0 4", &format!("{ALL_3} CCCCC"), Verdict::Clean, &[]);
    // Nothing decides: the relation stays open, and nothing on it is confirmed.
    check_report(
        SOUND_3,
        "3|8 1 0 0 4|9",
        &format!("{ALL_3} ARRRA"),
        Verdict::Warnings,
        &["warning reading-ambiguous", "warning reading-ambiguous"],
    );
    // No reading fits: the source is wrong, or the reading is none of these; the others on it are in doubt.
    check_report(
        SOUND_3,
        "8|9 1 0 0 4",
        &format!("{ALL_3} ADDDD"),
        Verdict::Warnings,
        &["warning reading-ambiguous"],
    );
}

#[test]
fn a_decided_cell_says_how() {
    let (mut report, choices) = report(SOUND_3, "8|3 1 0 0 4");
    settle(&mut report, &choices, &compiled());
    let fact = report.fact("review.upheld").unwrap();
    assert_eq!((fact.raw.as_str(), fact.bound_by, fact.status), ("3", BoundBy::Arithmetic, Status::Repaired));
    assert!(fact.candidates.is_empty());

    let (mut report, choices) = self::report(SOUND_3, "3|8 1 0 0 4|9");
    settle(&mut report, &choices, &compiled());
    let fact = report.fact("review.total").unwrap();
    assert_eq!(fact.candidates, ["4", "9"]);
}

#[test]
fn readers_statuses_stay() {
    let (mut report, _) = report(SOUND_3, SOUND_4);
    report.facts[28].status = Status::Repaired;
    report.facts[0].status = Status::Ambiguous;
    settle(&mut report, &[], &compiled());
    assert_eq!(report.facts[28].status, Status::Repaired);
    assert_eq!(report.facts[0].status, Status::Ambiguous);
    // Its row and column could not be evaluated.
    assert_eq!((report.facts[6].status, report.facts[1].status), (Status::Confirmed, Status::Confirmed));
    report.facts[32].value = Some("9".parse().unwrap());
    settle(&mut report, &[], &compiled());
    assert_eq!(report.facts[28].status, Status::Disputed);
}

#[test]
fn choices_out_of_place_stay_open() {
    let (mut report, _) = report(SOUND_3, SOUND_4);
    let alternative = |word: &str| Alternative { readings: vec![reading(word), reading(word)], cost: 0 };
    let across = Choice {
        facts: vec![0, 28],
        alternatives: vec![alternative("1"), alternative("2")],
        kind: ChoiceKind::Damage,
    };
    let outside = Choice {
        facts: vec![999, 1000],
        alternatives: vec![alternative("1"), alternative("2")],
        kind: ChoiceKind::Damage,
    };
    let empty = Choice { facts: vec![1], alternatives: Vec::new(), kind: ChoiceKind::Damage };
    settle(&mut report, &[across, outside, empty], &compiled());
    assert_eq!((report.facts[0].status, report.facts[28].status), (Status::Ambiguous, Status::Ambiguous));
    assert_eq!(report.facts[0].candidates, ["1", "2"]);
}

#[test]
fn nothing_read_is_never_clean() {
    let audit = check(Report::empty("x", Carrier::Text), &compiled());
    assert_eq!((audit.verdict, audit.findings[0].rule), (Verdict::Warnings, "table-missing"));
    let mut unreadable = Report::empty("x", Carrier::Text);
    unreadable.unreadable = Some(Message::new("没有格式", "no form"));
    let audit = check(unreadable, &compiled());
    assert_eq!((audit.verdict, audit.findings.len()), (Verdict::Unreadable, 0));
}

#[test]
fn fingerprints_depend_on_agency_year_rule_and_indicators_only() {
    let fingerprint = |year, value: &str| {
        let (mut report, _) = report(SOUND_3, value);
        report.year = Some(year);
        settle(&mut report, &[], &compiled());
        check(report, &compiled()).findings[0].fingerprint.clone()
    };
    assert_eq!(fingerprint(2023, "3 1 0 0 5"), fingerprint(2023, "2 1 0 0 5"));
    assert_ne!(fingerprint(2023, "3 1 0 0 5"), fingerprint(2022, "3 1 0 0 5"));
}

#[test]
fn every_rule_has_a_page() {
    let all = rules::all();
    assert!(all.windows(2).all(|pair| pair[0].id < pair[1].id), "sorted by id, no duplicates");
    for rule in all {
        assert!(std::ptr::eq(rules::find(rule.id).unwrap(), rule));
        assert!(rule.id.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", rule.id);
        assert!(!rule.false_alarms.is_empty(), "{}", rule.id);
        let texts = [rule.title, rule.checks, rule.basis, rule.why, rule.repair];
        for text in texts.iter().chain(rule.false_alarms) {
            assert!(!text.zh.is_empty() && !text.en.is_empty(), "{}", rule.id);
        }
        assert!(
            rule.example.contains("政府信息公开工作年度报告") && rule.example.ends_with('\n'),
            "{}",
            rule.id
        );
    }
    assert!(rules::find("no-such-rule").is_none());
}
