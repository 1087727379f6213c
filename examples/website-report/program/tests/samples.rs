//! The samples, read by the form of this project in an engine that has the built-in forms too.

use gongkai::model::{Presence, Verdict};
use gongkai::{Audit, Engine};
use website_report as _;

/// Checks the sample `name`: every box is found, and exactly the findings of `rules` are made.
#[track_caller]
fn check(name: &str, verdict: Verdict, rules: &[&str]) -> Audit {
    let path = format!("{}/../samples/{name}", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(&path).expect("the sample");
    let audit = Engine::linked().expect("forms that do not contradict each other").check(name, &bytes);
    assert_eq!(audit.report.template.as_deref(), Some(website_report::ID));
    assert_eq!(audit.coverage.found, audit.coverage.cells);
    let found: Vec<&str> = audit.findings.iter().map(|finding| finding.rule).collect();
    assert_eq!((audit.verdict, found.as_slice()), (verdict, rules));
    assert_eq!(audit.report.unread, []);
    assert_eq!(audit.report.diagnostics, []);
    audit
}

#[test]
fn a_sample_that_adds_up() {
    let audit = check("clean.txt", Verdict::Clean, &[]);
    let fact = |id: &str| audit.report.fact(id).unwrap_or_else(|| panic!("{id} is a box of the form"));
    let value = |id: &str| fact(id).value.map(|value| value.to_string());
    assert_eq!(value("website-report.visits.unique").as_deref(), Some("184320"));
    assert_eq!(value("website-report.weibo.published").as_deref(), Some("1033"));
    assert_eq!(value("website-report.wechat.published").as_deref(), Some("871"));
    assert_eq!(fact("website-report.site.name").raw, "云泽市人民政府门户网站");
    assert_eq!(fact("website-report.site.code").presence, Presence::Text);
    assert_eq!(fact("website-report.security.drill").note.as_deref(), Some("是"));
}

#[test]
fn the_same_as_a_page() {
    let (page, text) = (check("page.html", Verdict::Clean, &[]), check("clean.txt", Verdict::Clean, &[]));
    for (page, text) in page.report.facts.iter().zip(&text.report.facts) {
        assert_eq!((page.indicator, page.value), (text.indicator, text.value));
    }
    let drill = page.report.fact("website-report.security.drill").expect("a box of the form");
    assert_eq!(drill.note.as_deref(), Some("否"));
}

#[test]
fn a_sample_that_does_not() {
    let audit = check("wrong.txt", Verdict::Warnings, &["parts-total", "part-above-whole"]);
    let other = audit.report.fact("website-report.media.other").expect("a box of the form");
    assert_eq!(other.presence, Presence::Blank);
}

#[test]
fn the_built_in_forms_are_beside_it() {
    let engine = Engine::linked().expect("forms that do not contradict each other");
    let ids: Vec<&str> = engine.extractors().map(|form| form.id).collect();
    assert!(ids.contains(&website_report::ID) && ids.contains(&"annual-2021"), "{ids:?}");
}
