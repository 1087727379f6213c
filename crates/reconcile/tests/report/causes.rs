//! One error of a report is one error of the list, with the cell to look at.

use super::{SOUND_3, SOUND_4, compiled, report};
use gongkai_model::{Audit, Body, Finding, Mention, MentionKind, Period, Place, Severity, Status, Verdict};
use gongkai_reconcile::report::{Brief, Prose, check, check_beside, settle};
use gongkai_text::Decimal;

fn audit(three: &str, four: &str, damage: impl FnOnce(&mut gongkai_model::Report)) -> Audit {
    let (mut report, choices) = report(three, four);
    damage(&mut report);
    let rules = compiled();
    settle(&mut report, &choices, &rules);
    check(report, &rules)
}

/// Each finding with its repairs: `severity rule: applicability id from→to, …`.
fn say(audit: &Audit) -> Vec<String> {
    let finding = |it: &gongkai_model::Finding| {
        let repairs: Vec<String> = it
            .repairs
            .iter()
            .map(|it| {
                let edits: Vec<String> = it
                    .edits
                    .iter()
                    .map(|it| format!("{} {}→{}", it.id.trim_start_matches("applications."), it.from, it.to))
                    .collect();
                format!("{} {}", it.applicability, edits.join(" + "))
            })
            .collect();
        format!("{:?} {}: {}", it.severity, it.rule, repairs.join(", "))
    };
    audit.findings.iter().map(finding).collect()
}

fn check_causes(three: &str, four: &str, expected: &[&str]) {
    let audit = audit(three, four, |_| {});
    assert_eq!(say(&audit), expected, "{three} {four}");
    assert!(audit.report.facts.iter().filter(|it| it.status == Status::Disputed).count() > 0);
}

#[test]
fn one_wrong_cell_is_one_error() {
    check_causes(
        "10 2 0 0 0 0 13  1 0 0 0 0 0 1  9 2 0 0 0 0 11  2 0 0 0 0 0 2",
        SOUND_4,
        &["Error applications-balance: certain received.total 13→12", "Warning row-total: "],
    );
    // A cell left blank, and one that is wrong.
    check_causes(
        "10 2 0 0 0 0 12  1 0 0 0 0 0 1  6 2 0 0 0 0 11  2 0 0 0 0 0 _",
        SOUND_4,
        &[
            "Error applications-balance: certain processed.natural_person 6→9",
            "Warning row-total: ",
            "Note coverage-incomplete: ",
            "Note applications-balance: ",
            "Note row-total: ",
        ],
    );
    // Errors in sums that share nothing are told one by one.
    check_causes(
        "10 2 0 0 0 0 13  1 0 0 0 0 0 1  9 2 0 0 0 0 11  2 0 0 0 0 0 2",
        "13 1 0 0 32",
        &[
            "Error applications-balance: certain received.total 13→12",
            "Error review-total: plausible review.upheld 13→31, plausible review.corrected 1→19, plausible review.other 0→18, plausible review.pending 0→18, plausible review.upheld 13→18 + review.corrected 1→13 + review.other 0→1, plausible review.corrected 1→18 + review.other 0→1, plausible review.pending 0→32 + review.total 32→46, manual review.total 32→14",
            "Warning row-total: ",
        ],
    );
}

#[test]
fn a_slipped_row_is_one_error() {
    check_causes(
        "0 10 2 0 0 0 0  1 0 0 0 0 0 1  9 2 0 0 0 0 11  2 0 0 0 0 0 2",
        SOUND_4,
        &[
            "Error applications-balance: plausible received.natural_person 0→10 + received.commercial_enterprise 10→2 + received.research_institution 2→0 + received.total 0→12",
            "Warning row-total: ",
            "Warning carried-out-above-intake: ",
        ],
    );
}

#[test]
fn messages_name_the_cell_the_symptoms_and_who_erred() {
    let wrong = "10 2 0 0 0 0 21  1 0 0 0 0 0 1  9 2 0 0 0 0 11  2 0 0 0 0 0 2";
    let clear = audit(wrong, SOUND_4, |_| {});
    let message = &clear.findings[0].message;
    assert!(message.zh.contains("问题应在“本年新收政府信息公开申请数量”行“总计”栏：21应为12（相邻数字颠倒；原文所印清楚，多半是报告本身的差错）"), "{}", message.zh);
    assert!(
        message
            .zh
            .contains("因此不成立的还有1个算式：“本年新收政府信息公开申请数量”行“各类申请人之和等于总计”"),
        "{}",
        message.zh
    );
    assert!(
        message.en.contains("21 should be 12 (adjacent digits swapped; it is printed clearly"),
        "{}",
        message.en
    );
    let second = &clear.findings[1].message;
    assert!(
        second.zh.ends_with("与“新收加结转等于办结加结转下年”不成立是同一处差错所致，见该项。"),
        "{}",
        second.zh
    );
    // The same figure out of a damaged reading.
    let damaged = audit(wrong, SOUND_4, |report| report.facts[6].raw = "2l".to_owned());
    assert!(damaged.findings[0].message.zh.contains("可能是识别差错"), "{}", damaged.findings[0].message.zh);
    // The copy may be at fault: no report is accused of an error.
    let worst = |audit: &Audit| audit.findings.iter().map(|it| it.severity).max();
    assert_eq!((worst(&clear), worst(&damaged)), (Some(Severity::Error), Some(Severity::Warning)));
    let behind_a_unit = audit(wrong, SOUND_4, |report| report.facts[6].raw = "21件".to_owned());
    assert_eq!(worst(&behind_a_unit), Some(Severity::Error));
    // What it is found by does not depend on how it was read.
    let prints = |audit: &Audit| audit.findings.iter().map(|it| it.fingerprint.clone()).collect::<Vec<_>>();
    assert_eq!(prints(&clear), prints(&damaged));
    assert!(clear.report.facts[6].value.unwrap().to_string() == "21", "nothing printed is overwritten");
}

#[test]
fn several_ways_are_all_given_and_none_is_chosen() {
    let audit = audit("7 5 0 0 0 0 12  1 0 0 0 0 0 1  9 2 0 0 0 0 11  2 0 0 0 0 0 2", SOUND_4, |_| {});
    let first = &audit.findings[0];
    assert!(
        first.repairs.len() > 1 && first.repairs.iter().all(|it| it.applicability != "certain"),
        "{first:?}"
    );
    assert!(first.message.zh.contains("种改法都能使各式成立"), "{}", first.message.zh);
    assert_eq!(audit.findings.iter().filter(|it| !it.repairs.is_empty()).count(), 1);
    // An exchange is the likeliest of several errors of equal size, and still no more than likely.
    let audit = super::causes::audit(
        "2 10 0 0 0 0 12  1 0 0 0 0 0 1  9 2 0 0 0 0 11  2 0 0 0 0 0 2",
        SOUND_4,
        |_| {},
    );
    assert_eq!(audit.findings[0].repairs[0].applicability, "plausible");
    assert!(audit.findings[0].message.zh.contains("最可能的是"), "{}", audit.findings[0].message.zh);
    // More errors than can be told: no repair, and it says so.
    let audit = super::causes::audit(
        "91 7 0 5 0 0 12  1 0 6 0 0 0 44  9 2 0 0 8 0 11  2 0 9 0 0 0 2",
        SOUND_4,
        |_| {},
    );
    assert!(audit.findings.iter().all(|it| it.repairs.is_empty()));
    assert!(audit.findings[0].message.zh.contains("错误应不止一处"), "{}", audit.findings[0].message.zh);
    assert_eq!(super::causes::audit(SOUND_3, SOUND_4, |_| {}).findings, []);
}

/// A sentence that counts `value` of `indicator`.
fn mention(indicator: &str, value: i64) -> Mention {
    let nowhere = Place { start: 0, end: 0, line: 1, column: 1 };
    Mention {
        text: format!("{value}件"),
        kind: MentionKind::Count,
        value: Decimal::whole(value),
        unit: None,
        ulp: Decimal::whole(1),
        approx: None,
        direction: None,
        indicator: Some(indicator.to_owned()),
        span: nowhere,
        group: None,
        quantity: None,
        subject: String::new(),
        body: Body::Unstated,
        period: Period::Unstated,
        section: None,
        sentence: nowhere,
    }
}

/// The repairs of the finding of `rule`.
fn repairs(audit: &Audit, rule: &str) -> String {
    let of_rule = say(audit).into_iter().find(|it| it.contains(rule));
    of_rule.and_then(|it| Some(it.split_once(": ")?.1.to_owned())).unwrap_or_default()
}

#[test]
fn a_sentence_decides_where_one_sum_cannot() {
    let check = |said: &[(&str, i64)], expected: &str| {
        let audit = audit(SOUND_3, "3 1 0 0 5", |report| {
            report.mentions.extend(said.iter().map(|&(id, value)| mention(id, value)));
        });
        assert_eq!(repairs(&audit, "review-total"), expected, "{said:?}");
    };
    let open = repairs(&audit(SOUND_3, "3 1 0 0 5", |_| {}), "review-total");
    assert!(["upheld 3→4", "corrected 1→2", "total 5→4"].iter().all(|it| open.contains(it)), "{open}");
    check(&[("review.total", 4)], "plausible review.total 5→4");
    check(&[("review.upheld", 4)], "plausible review.upheld 3→4");
    // Two sentences that contradict each other decide nothing.
    let contradicted = audit(SOUND_3, "3 1 0 0 5", |report| {
        report.mentions.extend([mention("review.total", 4), mention("review.total", 5)]);
    });
    assert!(repairs(&contradicted, "review-total").contains("review.upheld 3→4"));
}

#[test]
fn what_last_year_carried_out_decides_between_two_ways() {
    // One more was carried in, or received, and the totals with it: the balance fails in two columns.
    let three = "10 2 0 0 0 0 12  2 0 0 0 0 0 2  9 2 0 0 0 0 11  2 0 0 0 0 0 2";
    let (mut old, _) = report(SOUND_3, SOUND_4);
    let rules = compiled();
    settle(&mut old, &[], &rules);
    let mut last_year = old.clone();
    for fact in &mut last_year.facts {
        if fact.indicator.id().starts_with("applications.carried_out.") {
            let is_one = fact.value == Some(Decimal::whole(2));
            fact.value = fact.value.map(|it| if is_one { Decimal::whole(1) } else { it });
        }
    }
    let brief = Brief::of(&last_year, Prose::default());
    let (mut new, choices) = report(three, SOUND_4);
    settle(&mut new, &choices, &rules);
    let alone = check(new.clone(), &rules);
    assert!(alone.findings[0].repairs.len() > 1, "{:?}", say(&alone));
    let beside = check_beside(new, &rules, Some(&brief));
    assert_eq!(
        repairs(&beside, "applications-balance"),
        "plausible carried_in.natural_person 2→1 + carried_in.total 2→1"
    );
    assert!(beside.findings[0].repairs[0].reason.zh.contains("上年报告"), "{:?}", beside.findings[0].repairs);
}

#[test]
fn blanks_that_two_sums_fill_otherwise_are_a_contradiction() {
    let audit = audit("_ 2 0 0 0 0 12  1 0 0 0 0 0 1  8 2 0 0 0 0 _  2 0 0 0 0 0 2", SOUND_4, |_| {});
    assert_eq!(audit.outcomes.violated, 0);
    let found = &audit.findings[0];
    assert_eq!((found.rule, found.outcome), ("applications-balance", gongkai_model::Outcome::Violated));
    assert!(found.message.zh.contains("2个算式不能同时成立"), "{}", found.message.zh);
    // Blanks that all sums fill alike are none.
    let fine = self::audit("_ 2 0 0 0 0 12  1 0 0 0 0 0 1  9 2 0 0 0 0 _  2 0 0 0 0 0 2", SOUND_4, |_| {});
    assert!(
        fine.findings.iter().all(|it| it.outcome == gongkai_model::Outcome::Undetermined),
        "{:?}",
        say(&fine)
    );
}

#[test]
fn symptoms_name_their_cause() {
    let audit = audit("10 2 0 0 0 0 13  1 0 0 0 0 0 1  9 2 0 0 0 0 11  2 0 0 0 0 0 2", SOUND_4, |_| {});
    let causes: Vec<&Finding> = audit.findings.iter().filter(|it| it.symptom_of.is_none()).collect();
    assert_eq!((causes.len(), audit.findings.len()), (1, 2));
    let symptom = audit.findings.iter().find_map(|it| it.symptom_of.as_ref());
    assert_eq!(symptom, Some(&causes[0].fingerprint));
}

#[test]
fn a_report_of_blanks_and_a_title_of_another_year_are_warnings() {
    let blanks = "_ ".repeat(28);
    let empty = audit(&blanks, "_ _ _ _ _", |_| {});
    assert_eq!(empty.verdict, Verdict::Warnings, "{:?}", say(&empty));
    let period = |from: &str, to: &str| Some([from.to_owned(), to.to_owned()]);
    let titled = |title: &str, period: Option<[String; 2]>| {
        let audit = audit(SOUND_3, SOUND_4, |report| {
            report.title = Some(title.to_owned());
            report.year = Some(2022);
            report.period = period;
        });
        audit.findings.iter().any(|it| it.rule == "stale-year")
    };
    assert!(titled("某县2022年政府信息公开工作年度报告", period("2023-01-01", "2023-12-31")));
    assert!(!titled("某县2022年政府信息公开工作年度报告", period("2022-01-01", "2022-12-31")));
    assert!(!titled("某县2022年政府信息公开工作年度报告", period("2021-01-01", "2022-12-31")));
    assert!(!titled("某县2022-2023年政府信息公开工作年度报告", period("2023-01-01", "2023-12-31")));
    assert!(!titled("某县2022年政府信息公开工作年度报告", None));
}
