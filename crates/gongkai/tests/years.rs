//! Titles of the year before over the figures of the report's year.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use gongkai::Engine;
use gongkai::model::{Finding, Severity};

const CLEAN: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/annual-2021/clean/source.txt"));
const PERIOD: &str = "所列数据的统计期限自2022年1月1日起至12月31日止。";

/// The findings on years in the report of 2022 after `changes`.
fn on_years(changes: &[(&str, &str)]) -> Vec<Finding> {
    let apply = |text: String, (from, to): &(&str, &str)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    };
    let text = changes.iter().fold(CLEAN.to_owned(), apply);
    let findings = Engine::linked().unwrap().check("report.txt", text.as_bytes()).findings;
    findings.into_iter().filter(|it| it.rule == "stale-year").collect()
}

const OLD_TITLE: (&str, &str) = ("2022年政府信息公开工作年度报告", "2021年政府信息公开工作年度报告");
/// Sentences that name their year.
const SENTENCES: [(&str, &str); 2] = [
    ("市政府及其部门全年制发规范性文件22件", "2022年，市政府及其部门制发规范性文件22件"),
    ("全市新收", "2022年全市新收"),
];

#[test]
fn a_title_of_the_year_before_is_found() {
    assert_eq!(on_years(&[]), []);
    // By the period that the text states; it points at a sentence of that year, where there is one.
    let found = on_years(&[OLD_TITLE]);
    assert!(found[0].message.zh.contains("2022年1月1日至12月31日"), "{}", found[0].message.zh);
    assert_eq!(found[0].severity, Severity::Warning);
    // By sentences that count for the year after.
    let found = on_years(&[OLD_TITLE, (PERIOD, ""), SENTENCES[0], SENTENCES[1]]);
    assert!(!found.is_empty() && found.iter().all(|it| it.span.is_some()), "{found:?}");
    // A report of 2022 that says so is none.
    assert_eq!(on_years(&[(PERIOD, ""), SENTENCES[0], SENTENCES[1]]), []);
}
