//! English.

use super::{RuleWords, Words};
use gongkai_model::{Grade, Outcome, Presence, Severity, Status, Verdict};

pub(crate) static EN: Words = Words {
    colon: ": ",
    comma: ", ",
    brackets: [" (", ")"],
    verdict: |it| match it {
        Verdict::Clean => "nothing found",
        Verdict::Notes => "notes only",
        Verdict::Warnings => "warnings",
        Verdict::Errors => "errors",
        Verdict::Unreadable => "unreadable",
    },
    severity: |it| match it {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    },
    outcome: |it| match it {
        Outcome::Satisfied => "holds",
        Outcome::WithinRounding => "holds within rounding",
        Outcome::Violated => "does not hold",
        Outcome::Undetermined => "cannot be told",
    },
    grade: |it| match it {
        Grade::Rounded => "rounded to nearest",
        Grade::Truncated => "cut off",
        Grade::RoundedUp => "rounded up",
        Grade::Loose => "under the loosest reading",
    },
    presence: |it| match it {
        Presence::Number => "number",
        Presence::Blank => "blank",
        Presence::NotApplicable => "not applicable",
        Presence::Dash => "dash",
        Presence::Text => "text",
        Presence::NotFound => "not found",
    },
    status: |it| match it {
        Status::Confirmed => "confirmed",
        Status::Read => "read",
        Status::Disputed => "disputed",
        Status::Repaired => "repaired",
        Status::Ambiguous => "ambiguous",
        Status::NotFound => "not found",
    },
    applicability: |it| it,
    year: |year| year.to_string(),
    whose: |tag| match tag {
        "previous" => "last year: ".to_owned(),
        "cumulative" => "cumulative: ".to_owned(),
        "cumulative@previous" => "last year, cumulative: ".to_owned(),
        body => format!("{body}: "),
    },
    table: |number| match number {
        1 => "statistics table".to_owned(),
        other => format!("table {other}"),
    },
    at: |page, line, column| match page {
        Some(page) => format!(" (page {page}, line {line}, column {column})"),
        None => format!(" (line {line}, column {column})"),
    },
    counts: |[errors, warnings, notes]| {
        let count = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
        format!(" ({}, {}, {})", count(errors, "error"), count(warnings, "warning"), count(notes, "note"))
    },
    repair: |edits| {
        let each: Vec<String> = edits
            .iter()
            .map(|(place, from, to)| match *from {
                "" => format!("{place}: blank to \"{to}\""),
                from => format!("{place}: \"{from}\" to \"{to}\""),
            })
            .collect();
        each.join(" and ")
    },
    more: |rest| format!("{rest} more"),
    coverage: |found, cells| format!("{found} of {cells} found"),
    outcomes: |it| {
        let if_zero = match it.undetermined_if_zero {
            0 => String::new(),
            count => format!(" ({count} of them hold if blanks are zero)"),
        };
        format!(
            "{} hold, {} within rounding, {} violated, {} undetermined{if_zero}",
            it.satisfied, it.within_rounding, it.violated, it.undetermined
        )
    },
    unread: |count| format!("places inside tables that no row claimed: {count}"),
    batch: |inputs| format!("{inputs} input{}", if inputs == 1 { "" } else { "s" }),
    title: "title",
    side: "side",
    left: "left",
    right: "right",
    left_total: "left",
    right_total: "right",
    difference: "difference",
    unknown: "unknown",
    row: "item",
    column: "column",
    printed: "printed",
    unit: "unit",
    state: "status",
    line_column: "line:col",
    raw: "raw",
    or: "or",
    sentence: "sentence",
    look: "look at",
    place: "place",
    proposal: "possible repair",
    basis: "basis",
    rule: "rule",
    repaired: "figures repaired while reading (compare with the original)",
    remarks: "remarks of the readers",
    cells: "cells",
    relations: "relations",
    reason: "reason",
    no_reason: "no form claims this document",
    claims: "score of each form (0 to 1) and what it saw",
    severity_title: "severity",
    findings_title: "findings",
    inputs_title: "inputs",
    list_title: "List of corrections to annual reports",
    list_columns: ["No.", "Problem", "Place", "Printed", "Expected / other side", "Basis", "Proposal"],
    summary_title: "Summary",
    summary_columns: ["verdict", "inputs"],
    rule_columns: ["severity", "rule", "findings", "inputs"],
    source: "source",
    page: RuleWords {
        severity: "severity",
        checks: "What it checks",
        basis: "Basis",
        why: "Why it matters",
        example: "Example",
        false_alarms: "Known false alarms",
        repair: "Repair",
        title: "title",
        none: "none known",
    },
    label_width: 50,
};
