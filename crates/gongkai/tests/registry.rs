//! What every registered form and every rule must bring with it.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use gongkai::levels::{Levels, Membership};
use gongkai::model::{Bilingual, Role, Rule, catalog};
use gongkai::series::Archive;
use gongkai::{Audit, Engine, Registry, rules};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// Where the cases stand.
const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures");

/// Cases that every form has at the least: clean, laid out otherwise, damaged, wrong in its arithmetic.
const LEAST_CASES: usize = 4;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::linked().unwrap());

/// Fails with every complaint at once.
fn check<C: AsRef<str>>(complaints: impl IntoIterator<Item = C>) {
    let complaints: Vec<C> = complaints.into_iter().collect();
    let list: Vec<&str> = complaints.iter().map(AsRef::as_ref).collect();
    assert!(list.is_empty(), "{}", list.join("\n"));
}

fn folders(path: impl AsRef<Path>) -> impl Iterator<Item = PathBuf> {
    fs::read_dir(path).into_iter().flatten().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir())
}

#[test]
fn every_form_has_its_cases() {
    check(ENGINE.extractors().filter_map(|form| {
        let cases = folders(Path::new(FIXTURES).join(form.id)).count();
        (cases < LEAST_CASES)
            .then(|| format!("{}: {cases} cases in fixtures/{}, {LEAST_CASES} expected", form.id, form.id))
    }));
}

#[test]
fn every_box_has_a_name_of_its_own() {
    let registry = Registry::linked().unwrap();
    check(registry.plans().flat_map(|plan| {
        plan.tables.iter().flat_map(|table| {
            let mut names = BTreeSet::new();
            let twice = table.labels.iter().filter(move |label| !names.insert(label.to_string()));
            twice.map(|label| {
                format!("{}: two boxes of table {} are {label}", plan.template.id, table.form.number)
            })
        })
    }));
}

#[test]
fn forms_and_indicators_have_names_in_both_languages() {
    let registry = Registry::linked().unwrap();
    let forms = registry.plans().map(|plan| (plan.template.id, plan.template.title, plan.template.name));
    let own = registry.plans().flat_map(|plan| plan.template.indicators);
    let own = own.map(|indicator| (indicator.id, indicator.label, indicator.name));
    let shared = catalog::all().iter().map(|indicator| (indicator.id(), indicator.label(), indicator.name()));
    let is_chinese = |text: &str| text.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
    let is_english = |text: &str| text.is_ascii() && text.bytes().any(|byte| byte.is_ascii_alphabetic());
    let nameless = forms.chain(own).chain(shared).filter(|it| !is_chinese(it.1) || !is_english(it.2));
    check(nameless.map(|(id, chinese, english)| format!("{id}: {chinese:?}, {english:?}")));
}

#[test]
fn every_identity_is_explained() {
    let registry = Registry::linked().unwrap();
    let identities = registry.plans().flat_map(|plan| plan.template.identities);
    check(identities.filter_map(|identity| {
        let page = rules::find(identity.rule);
        page.is_none().then(|| format!("{}: no page for rule {}", identity.id, identity.rule))
    }));
}

/// Checks the example of a rule: the first document, beside the others.
fn audit_of(rule: &Rule) -> Audit {
    let documents = rule.documents();
    let of = |role| documents.iter().filter(move |it| it.0 == role).map(|it| it.1.as_str());
    let name = |nth: usize, role| format!("{role:?}-{nth}.txt");
    let briefs = |role| {
        of(role).enumerate().flat_map(move |(nth, text)| ENGINE.briefs(&name(nth, role), text.as_bytes()))
    };
    let text = of(Role::Checked).next().unwrap();
    let (report, prose) = ENGINE.read_with_prose("example.txt", text.as_bytes()).remove(0);
    let mut audit = match briefs(Role::Previous).next() {
        Some(brief) => ENGINE.check_series(report, &prose, &Archive::single(brief)),
        None => ENGINE.check_report(report),
    };
    let mut levels = Levels::new(of(Role::Members).next().map(|text| Membership::parse(text).unwrap()));
    for brief in briefs(Role::Below) {
        levels.add(brief);
    }
    ENGINE.check_levels(&mut audit, &levels);
    audit
}

#[test]
fn every_example_breaks_its_rule() {
    check(rules::all().iter().filter_map(|rule| {
        let audit = audit_of(rule);
        let found: BTreeSet<&str> = audit.findings.iter().map(|finding| finding.rule).collect();
        (!found.contains(rule.id)).then(|| {
            format!("{}: its example yields {:?} {found:?}\n{}", rule.id, audit.verdict, rule.example)
        })
    }));
}

#[test]
fn every_page_is_whole() {
    check(rules::all().iter().flat_map(|rule: &Rule| {
        let Rule { id, title, checks, basis, why, repair, false_alarms, .. } = rule;
        let texts = [title, checks, basis, why, repair].into_iter().chain(false_alarms.iter());
        let half = texts
            .filter(|Bilingual { zh, en }| zh.trim().is_empty() || en.trim().is_empty())
            .map(move |text| format!("{id}: one language is missing in {text:?}"));
        let none = false_alarms.is_empty().then(|| format!("{id}: no known false alarm"));
        half.chain(none)
    }));
}

#[test]
fn rules_are_sorted_and_found() {
    let ids: Vec<&str> = rules::all().iter().map(|rule| rule.id).collect();
    assert!(ids.is_sorted_by(|left, right| left < right), "{ids:?}");
    check(ids.into_iter().filter(|id| rules::find(id).is_none()));
}

#[test]
fn every_rule_is_seen_in_a_case() {
    let expectations: Vec<String> = folders(FIXTURES)
        .flat_map(folders)
        .map(|case| fs::read_to_string(case.join("findings.expect")).unwrap_or_default())
        .collect();
    let seen: BTreeSet<&str> = expectations
        .iter()
        .flat_map(|text| text.lines())
        .filter(|line| !line.starts_with(' '))
        .filter_map(|line| line.split(' ').next())
        .collect();
    let unseen = rules::all().iter().filter(|rule| !seen.contains(rule.id));
    check(unseen.map(|rule| format!("no case in fixtures shows {}", rule.id)));
}
