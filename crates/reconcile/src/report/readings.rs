//! Findings on cells that were hard to read.

mod undivided;
mod unseen;

use super::as_printed::is_as_printed;
use super::finding::on_cells;
use super::wording::{cell_en, cell_zh, english_row_and_column, figure, places, row_zh, table_names};
use gongkai_model::{BoundBy, Fact, Finding, JointReading, Message, Outcome, Report, Severity, Status};
use gongkai_text::Unit;
use std::collections::BTreeSet;
use std::ops::Range;

/// One note per repaired cell or per row whose cells were decided together, one warning or note per cell that is
/// still open.
pub(super) fn findings(report: &Report) -> Vec<(usize, Finding)> {
    let mut findings = Vec::new();
    let mut told = BTreeSet::new();
    for joint in &report.joint {
        let is_repaired = |at: usize| report.facts.get(at).is_some_and(|it| it.status == Status::Repaired);
        let cells: Vec<usize> = joint.facts.iter().copied().filter(|&at| is_repaired(at)).collect();
        let Some(&first) = cells.first() else { continue };
        let facts: Vec<&Fact> = cells.iter().map(|&at| &report.facts[at]).collect();
        let message = match facts[..] {
            [fact] if is_as_printed(fact) => one_of_several(joint, first, fact),
            [fact] => as_read(fact),
            _ => row(report, joint, first, &facts),
        };
        findings.push((
            first,
            on_cells(report, "reading-repaired", (Severity::Note, outcome(&facts)), message, &facts),
        ));
        told.extend(cells);
    }
    for (at, fact) in report.facts.iter().enumerate() {
        match fact.status {
            Status::Repaired if !told.contains(&at) => {
                let note = on_cells(
                    report,
                    "reading-repaired",
                    (Severity::Note, outcome(&[fact])),
                    as_read(fact),
                    &[fact],
                );
                findings.push((at, note));
            }
            _ => {}
        }
    }
    findings.extend(open_runs(&report.facts).map(|run| {
        let finding = match &report.facts[run.clone()] {
            facts @ [first, ..] if unseen::is_unseen(first) => unseen::finding(report, facts),
            [fact] => ambiguous(report, fact),
            facts => undivided::finding(report, facts),
        };
        (run.start, finding)
    }));
    findings
}

/// Positions of open cells, those of a row together whose digits stand without anything between them or in which nothing
/// was seen. What sentences leave open is told as such.
fn open_runs(facts: &[Fact]) -> impl Iterator<Item = Range<usize>> {
    let is_open = |fact: &Fact| fact.status == Status::Ambiguous && fact.bound_by != BoundBy::Sentence;
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + facts[at..].iter().position(is_open)?;
        let is_next = |pair: &[Fact]| {
            let (left, right) = (&pair[0], &pair[1]);
            is_open(right) && (undivided::run_together(left, right) || unseen::of_one_row(left, right))
        };
        at = start + 1 + facts[start..].windows(2).take_while(|pair| is_next(pair)).count();
        Some(start..at)
    })
}

/// A cell whose characters were read as something else than they look.
fn as_read(fact: &Fact) -> Message {
    let (value, english) = figure(fact);
    let (place_zh, place_en) = places(&std::iter::once(fact));
    let raw = fact.raw.trim();
    if is_as_printed(fact) {
        return Message {
            zh: format!("{}的读法不止一种，按{value}读取{place_zh}；请对照原件。", cell_zh(fact)),
            en: format!(
                "{} can be read in more than one way and was read as {english}{place_en}; compare it with the original.",
                cell_en(fact)
            ),
        };
    }
    Message {
        zh: format!("{}原文为“{raw}”，按{value}读取{place_zh}；请对照原件。", cell_zh(fact)),
        en: format!(
            "{} is printed “{raw}” and was read as {english}{place_en}; compare it with the original.",
            cell_en(fact)
        ),
    }
}

/// A cell that looks plain and has another reading all the same.
fn one_of_several(joint: &JointReading, at: usize, fact: &Fact) -> Message {
    let slot = joint.facts.iter().position(|&it| it == at).unwrap_or(0);
    let others = joint.rejected.get(slot).map_or(&[][..], Vec::as_slice);
    let (value, english) = figure(fact);
    let (place_zh, place_en) = places(&std::iter::once(fact));
    Message {
        zh: format!(
            "{}也可以读作{}，依勾稽关系按{value}读取{place_zh}；请对照原件。",
            cell_zh(fact),
            listed(others, "空白", "或")
        ),
        en: format!(
            "{} may also be read as {}; by the sums it was read as {english}{place_en}; compare it with the original.",
            cell_en(fact),
            listed(others, "blank", " or ")
        ),
    }
}

/// A row whose cells were decided together: what was odd about it, and what was read.
fn row(report: &Report, joint: &JointReading, first: usize, facts: &[&Fact]) -> Message {
    let fact = facts[0];
    let table = report
        .tables
        .iter()
        .find(|it| first.checked_sub(it.first_fact).is_some_and(|nth| nth < it.form_cells as usize));
    let (row_zh, row_en) = match table.filter(|_| fact.label.row.is_empty()) {
        Some(table) => {
            let (zh, en) = table_names(report, table);
            (format!("{zh}的一行"), format!("The row of {en}"))
        }
        None => (row_zh(fact), format!("Row “{}”", english_row_and_column(fact).0)),
    };
    let (cells, figures) = (joint.cells, joint.figures);
    let (odd_zh, odd_en) = if figures > cells + 1 {
        (
            "印了不止一次，数字不一致".to_owned(),
            "is printed more than once, with different figures".to_owned(),
        )
    } else if figures == 0 || figures == cells {
        ("的数不止一种读法".to_owned(), "can be read in more than one way".to_owned())
    } else {
        (format!("有{cells}格，却印有{figures}个数"), format!("has {cells} boxes but {figures} figures"))
    };
    let (mut taken_zh, mut taken_en) = (Vec::new(), Vec::new());
    if let ([unused], true) = (&joint.unused[..], figures == cells + 1) {
        taken_zh.push(format!("未用“{unused}”"));
        taken_en.push(format!("“{unused}” was left out"));
    }
    for fact in facts.iter().filter(|fact| !is_as_printed(fact)) {
        let ((value, english), raw) = (figure(fact), fact.raw.trim());
        taken_zh.push(format!("“{raw}”读作{value}"));
        taken_en.push(format!("“{raw}” was read as {english}"));
    }
    let values = |pick: fn((String, String)) -> String, joint: &str| {
        facts.iter().map(|fact| pick(figure(fact))).collect::<Vec<_>>().join(joint)
    };
    taken_zh.push(format!("有疑的{}格依次取{}", facts.len(), values(|it| it.0, "、")));
    taken_en.push(format!("the {} cells in doubt were taken for {}", facts.len(), values(|it| it.1, ", ")));
    let (place_zh, place_en) = places(&facts.iter().copied());
    Message {
        zh: format!("{row_zh}{odd_zh}；依勾稽关系{}{place_zh}；请对照原件。", taken_zh.join("，")),
        en: format!(
            "{row_en} {odd_en}; by the sums {}{place_en}; compare it with the original.",
            taken_en.join(", ")
        ),
    }
}

fn listed(candidates: &[String], blank: &str, joint: &str) -> String {
    let name = |it: &String| if it.is_empty() { blank.to_owned() } else { it.clone() };
    candidates.iter().map(name).collect::<Vec<_>>().join(joint)
}

fn ambiguous(report: &Report, fact: &Fact) -> Finding {
    let candidates = &fact.candidates;
    // A unit that the form does not print, or zero against blank: no figure can be wrong by it.
    let harmless = !candidates.is_empty()
        && (candidates.iter().all(|it| Unit::parse(it).is_some())
            || candidates.iter().all(|it| it.is_empty() || it == "0"));
    let severity = if harmless { Severity::Note } else { Severity::Warning };
    let (place_zh, place_en) = places(&std::iter::once(fact));
    let (printed_zh, printed_en) = match fact.raw.trim() {
        "" => ("原文没有字".to_owned(), "has nothing printed".to_owned()),
        raw => (format!("原文为“{raw}”"), format!("is printed “{raw}”")),
    };
    let message = Message {
        zh: format!(
            "{}{printed_zh}，可以读作{}，表内数字关系不足以确定{place_zh}；请对照原件。",
            cell_zh(fact),
            listed(candidates, "空白", "或")
        ),
        en: format!(
            "{} {printed_en}, may be read as {}, and the sums do not decide{place_en}; compare it with the original.",
            cell_en(fact),
            listed(candidates, "blank", " or ")
        ),
    };
    on_cells(report, "reading-ambiguous", (severity, outcome(&[fact])), message, &[fact])
}

/// A reading that is settled is no open question any more.
fn outcome(facts: &[&Fact]) -> Outcome {
    let is_open = facts.iter().any(|fact| fact.status == Status::Ambiguous);
    if is_open { Outcome::Undetermined } else { Outcome::Satisfied }
}
