//! Reports and audits put together by hand.

use gongkai_model::{
    Agency, Audit, Body, BoundBy, Carrier, Claim, Coverage, Diagnostic, ExtractorClaim, Fact, Finding, Level,
    Locator, Measure, Mention, MentionKind, Message, Outcome, Outcomes, Period, Place, Presence, Repair,
    RepairEdit, Report, Section, Severity, Side, Status, TableRead, Unread, Verdict, catalog,
};
use gongkai_text::Decimal;

pub(crate) fn place(start: u32, line: u32, column: u32) -> Place {
    Place { start, end: start + 2, line, column }
}

pub(crate) fn fact(id: &str, raw: &str, at: Place) -> Fact {
    let indicator = catalog::find(id).expect("an id of the catalogue");
    let value: Option<Decimal> = raw.parse().ok();
    let presence = match raw {
        "" => Presence::Blank,
        "/" => Presence::NotApplicable,
        "—" => Presence::Dash,
        _ if value.is_some() => Presence::Number,
        _ => Presence::Text,
    };
    Fact {
        presence,
        value,
        raw: raw.to_owned(),
        bound_by: BoundBy::Label,
        status: Status::Read,
        span: Some(at),
        ..Fact::not_found(indicator)
    }
}

/// One table of each kind of cell: number, annotated, blank, `/`, dash, word, repaired, ambiguous, not found.
pub(crate) fn report() -> Report {
    let mut facts = vec![
        fact("applications.received.natural_person", "100", place(10, 3, 9)),
        fact("applications.received.total", "114", place(20, 3, 30)),
        fact("applications.carried_in.natural_person", "", place(30, 4, 9)),
        fact("applications.carried_in.total", "/", place(40, 4, 30)),
        fact("applications.processed.natural_person", "—", place(50, 5, 9)),
        fact("applications.processed.total", "113", place(60, 5, 30)),
        fact("applications.carried_out.natural_person", "无|数\u{1b}[2J", place(70, 6, 9)),
        fact("applications.carried_out.total", "0", place(80, 6, 30)),
        fact("applications.outcome.granted_full.total", "3", place(90, 7, 30)),
        Fact::not_found(
            catalog::find("applications.outcome.granted_part.total").expect("an id of the catalogue"),
        ),
    ];
    facts[1].status = Status::Disputed;
    facts[1].note = Some("县级3次".to_owned());
    "-0".clone_into(&mut facts[7].raw);
    facts[7].status = Status::Repaired;
    facts[8].status = Status::Ambiguous;
    facts[8].candidates = vec!["3".to_owned(), "13".to_owned(), String::new()];
    facts[8].locator = Some(Locator { page: Some(2), sheet: None, cell: None });
    facts[0].measure = Measure::Cumulative;
    Report {
        template: Some("annual-2021".into()),
        claim: Some(Claim { score: "0.98".parse().expect("a decimal"), evidence: vec![said("表三")] }),
        tables: vec![TableRead {
            number: 3,
            template: "annual-2019".into(),
            form: "年度报告格式（试行）".into(),
            cells: 10,
            form_cells: 10,
            found: 9,
            span: Some(place(0, 2, 1)),
            first_fact: 0,
        }],
        title: Some("甲县人民政府2023年政府信息公开工作年度报告".to_owned()),
        agency: Some(Agency {
            name: "甲县人民政府".to_owned(), jurisdiction: None, level: Level::County
        }),
        year: Some(2023),
        sections: vec![Section { number: 1, title: "一、总体情况".to_owned(), span: place(0, 1, 1) }],
        mentions: vec![Mention {
            text: "收到申请115件".to_owned(),
            kind: MentionKind::Count,
            value: Decimal::whole(115),
            unit: Some(gongkai_text::Unit::CASE),
            ulp: Decimal::whole(1),
            approx: None,
            direction: None,
            indicator: Some("applications.received.total".to_owned()),
            span: place(5, 1, 6),
            group: None,
            quantity: None,
            subject: String::new(),
            body: Body::Unstated,
            period: Period::Unstated,
            section: Some(1),
            sentence: place(5, 1, 6),
        }],
        unread: vec![Unread {
            text: "续表".to_owned(),
            why: said("noise row in table 3"),
            span: place(85, 8, 1),
        }],
        diagnostics: vec![
            Diagnostic {
                code: "negative-zero".into(),
                severity: Severity::Note,
                message: said("a count cannot be negative: -0 read as 0"),
                span: Some(place(80, 6, 30)),
            },
            Diagnostic {
                code: "year-missing".into(),
                severity: Severity::Note,
                message: said("expected a year in the title"),
                span: None,
            },
        ],
        facts,
        ..Report::empty("甲县,2023.txt", Carrier::Text)
    }
}

pub(crate) fn finding(severity: Severity, rule: &'static str) -> Finding {
    Finding {
        rule,
        severity,
        outcome: Outcome::Violated,
        grade: None,
        message: Message { zh: format!("{rule}有问题"), en: format!("{rule} does not hold") },
        left: None,
        right: None,
        difference: None,
        facts: Vec::new(),
        mentions: Vec::new(),
        basis: String::new(),
        repairs: Vec::new(),
        fingerprint: "00ff".to_owned(),
        symptom_of: None,
        span: None,
    }
}

pub(crate) fn balance() -> Finding {
    let ids =
        ["received", "carried_in", "processed", "carried_out"].map(|it| format!("applications.{it}.total"));
    Finding {
        left: Some(Side { expr: ids[..2].join(" + "), value: Some(Decimal::whole(114)) }),
        right: Some(Side { expr: ids[2..].join(" + "), value: Some(Decimal::whole(113)) }),
        difference: Some(Decimal::whole(1)),
        facts: ids.to_vec(),
        basis: "第一项加第二项之和，等于第三项加第四项之和".to_owned(),
        repairs: vec![Repair {
            edits: vec![RepairEdit { id: ids[0].clone(), from: "114".to_owned(), to: "113".to_owned() }],
            reason: Message::new("一位数字", "one digit"),
            applicability: "plausible",
        }],
        span: Some(place(20, 3, 30)),
        ..finding(Severity::Error, "applications-balance")
    }
}

/// A warning on a sentence, then an error on the table: out of order on purpose.
pub(crate) fn audit() -> Audit {
    let mention = Finding {
        mentions: vec![0],
        span: Some(place(5, 1, 6)),
        ..finding(Severity::Warning, "mention-disagrees")
    };
    Audit {
        report: report(),
        verdict: Verdict::Errors,
        coverage: Coverage { cells: 10, found: 9 },
        outcomes: Outcomes {
            satisfied: 5,
            within_rounding: 1,
            violated: 1,
            undetermined: 2,
            undetermined_if_zero: 1,
        },
        statement_outcomes: Outcomes::default(),
        derived: Vec::new(),
        findings: vec![mention, balance()],
    }
}

pub(crate) fn clean() -> Audit {
    let report = Report {
        agency: Some(Agency { name: "乙县人民政府".to_owned(), ..Agency::default() }),
        ..Report::empty("b.md", Carrier::Markdown)
    };
    Audit {
        report,
        verdict: Verdict::Clean,
        coverage: Coverage { cells: 200, found: 200 },
        outcomes: Outcomes::default(),
        statement_outcomes: Outcomes::default(),
        derived: Vec::new(),
        findings: Vec::new(),
    }
}

pub(crate) fn unreadable() -> Audit {
    let claim = |extractor: &str, score: &str, seen: &str| ExtractorClaim {
        extractor: extractor.to_owned(),
        claim: Claim { score: score.parse().expect("a decimal"), evidence: vec![said(seen)] },
    };
    Audit {
        report: Report {
            unreadable: Some(said("no form claims this document")),
            claims: vec![
                claim("annual-2019", "0.05", "no table 3"),
                claim("annual-2021", "0.10", "1 of 4 header words"),
            ],
            ..Report::empty("c.txt", Carrier::Text)
        },
        verdict: Verdict::Unreadable,
        coverage: Coverage::default(),
        outcomes: Outcomes::default(),
        statement_outcomes: Outcomes::default(),
        derived: Vec::new(),
        findings: Vec::new(),
    }
}

/// The same words in both languages.
fn said(words: &str) -> Message {
    Message::new(words, words)
}
