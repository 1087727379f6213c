//! Consistent reports by chance, in varied words: every figure of the prose is read as what it is.

mod beside;
mod changed;
mod claims;
mod figures;
mod further;
mod numerals;
mod otherwise;
mod rarer;
mod report;
mod rewritten;
#[path = "../damage/rng.rs"]
#[allow(dead_code, reason = "shared with the trials of damage, which choose more")]
mod rng;
mod rows;
mod truth;
mod wording;

use gongkai::Engine;
use gongkai::model::{Mention, Report, StatementKind, Status};
use gongkai::text::Decimal;

/// Narratives that are tried beside tables of their own.
const NARRATIVES: u64 = 10_000;

/// Reports that are written and read whole.
const REPORTS: u64 = 400;

/// What is true of the indicator or group that `mention` names; `None` where the form has no such figure.
fn truth_of(mention: &Mention, truth: &truth::Truth) -> Option<u64> {
    match (mention.indicator.as_deref(), mention.group) {
        (Some("litigation.all.total"), _) => {
            Some(truth.of("litigation.direct.total") + truth.of("litigation.after_review.total"))
        }
        (Some(id), _) => truth.0.get(id).copied(),
        (None, Some("applications.received.organizations")) => {
            Some(truth.of("applications.received.total") - truth.of("applications.received.natural_person"))
        }
        (None, Some(group)) => Some(truth.group(group.strip_prefix("applications.outcome.")?, "total")),
        (None, None) => None,
    }
}

fn read_line(source: &str, line: u32) -> &str {
    source.lines().nth(line as usize - 1).unwrap_or_default()
}

/// Lists that leave nothing out, whose exact parts make up none of their wholes.
fn broken_lists(read: &Report, source: &str) -> Vec<String> {
    let exact = |at: &usize| {
        let mention = &read.mentions[*at];
        (mention.ulp == Decimal::whole(1) && mention.approx.is_none()).then_some(mention.value)
    };
    let mut broken = Vec::new();
    for statement in &read.statements {
        let StatementKind::Parts { wholes, parts, closed: true, .. } = &statement.kind else { continue };
        let Some(values) = parts.iter().map(exact).collect::<Option<Vec<_>>>() else { continue };
        let Some(wholes) = wholes.iter().map(exact).collect::<Option<Vec<_>>>() else { continue };
        let sum: Decimal = values.into_iter().sum();
        if !wholes.contains(&sum) {
            let line = read_line(source, statement.span.line);
            broken.push(format!(
                "line {}: {line}: parts make {sum}, wholes are {wholes:?}",
                statement.span.line
            ));
        }
    }
    broken
}

#[test]
fn every_figure_of_the_prose_is_what_it_is_said_to_be() {
    let engine = Engine::linked().expect("the built-in forms agree");
    let (mut named, mut lists, mut wrong) = (0_u64, 0, Vec::new());
    for number in 0..REPORTS {
        let generated = report::report(number);
        let read = engine.read("narrative.txt", generated.source.as_bytes());
        let unsure =
            read.facts.iter().filter(|fact| !matches!(fact.status, Status::Confirmed | Status::Read));
        assert_eq!(unsure.count(), 0, "report {number}: tables\n{}", generated.source);
        wrong.extend(
            broken_lists(&read, &generated.source).into_iter().map(|list| format!("report {number}, {list}")),
        );
        lists += read.statements.len();
        for mention in &read.mentions {
            let Some(expected) = truth_of(mention, &generated.truth) else { continue };
            named += 1;
            let expected = Decimal::whole(i64::try_from(expected).expect("a count"));
            let exact = mention.ulp == Decimal::whole(1) && mention.approx.is_none();
            let off =
                if mention.value > expected { mention.value - expected } else { expected - mention.value };
            // 余 stands for less than the next round figure, and that is never above what is printed itself.
            let near = off <= mention.ulp || mention.approx.is_some() && off < mention.value;
            if exact && !off.is_zero() || !near {
                let (line, id) = (mention.span.line, mention.indicator.as_deref().or(mention.group));
                wrong.push(format!(
                    "report {number}, line {line}: {} read as {id:?}, which is {expected}",
                    mention.text
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {named} figures\n{}", wrong.len(), wrong.join("\n"));
    assert!(lists as u64 > REPORTS * 3, "only {lists} statements in {REPORTS} reports");
    assert!(named > REPORTS * 8, "only {named} figures of {REPORTS} reports were named");
}

/// What accuses the true narratives of these numbers.
fn accusations(numbers: std::ops::Range<u64>) -> Vec<String> {
    let engine = Engine::linked().expect("the built-in forms agree");
    let form = beside::Tables::of(engine.read("form.txt", report::report(0).source.as_bytes()));
    let mut wrong = Vec::new();
    for number in numbers {
        let (truth, prose) = report::narrative(number, false);
        let figure = |id: &str| {
            let scale = if id.ends_with("fees.amount") { 2 } else { 0 };
            truth.0.get(id).and_then(|value| Decimal::new((*value).into(), scale))
        };
        let audit = form.with_figures(figure).check(&engine, &prose);
        let accused = audit.findings.iter().filter(|it| it.severity > gongkai::model::Severity::Note);
        for finding in accused {
            let line = finding.span.map_or("", |span| read_line(&prose, span.line));
            wrong.push(format!("narrative {number}: {}\n  {line}", finding.message.zh));
        }
    }
    wrong
}

#[test]
fn no_true_narrative_is_accused() {
    let wrong = accusations(0..NARRATIVES);
    let shown: Vec<&String> = wrong.iter().take(40).collect();
    assert!(wrong.is_empty(), "{} in {NARRATIVES} narratives\n{shown:#?}", wrong.len());
}

/// The same with others, for whoever changes how sentences are read.
#[test]
#[ignore = "takes minutes; the ten thousand run always"]
fn no_other_true_narrative_is_accused() {
    let wrong = accusations(NARRATIVES..NARRATIVES * 11);
    let shown: Vec<&String> = wrong.iter().take(40).collect();
    assert!(wrong.is_empty(), "{} in {} narratives\n{shown:#?}", wrong.len(), NARRATIVES * 10);
}
