//! Why an extractor claims a document or does not: what it saw of each table, what it missed, what became of it.

use crate::claim::contest::Decision;
use crate::claim::entry::Entry;
use crate::form::plan::TablePlan;
use crate::rows::survey::Survey;
use gongkai_model::{Claim, Message};
use gongkai_text::Decimal;
use std::fmt::Write;

/// So many rows that were not seen are named.
const MOST_NAMED: usize = 3;

/// The share of the form's value rows that were seen, with what was seen of each table.
pub(crate) fn claim(entry: &Entry, surveys: &[Survey]) -> Claim {
    let mut evidence = Vec::new();
    let (mut rows_seen, mut all) = (0, 0);
    for (table, survey) in entry.plan.tables.iter().zip(surveys) {
        let rows = table.required_rows();
        let found = if survey.rows == 0 && survey.is_there() { rows } else { survey.rows.min(rows) };
        rows_seen += found;
        all += rows;
        evidence.push(seen(table, survey, found));
    }
    if entry.plan.tables.is_empty() {
        evidence.push(Message::new(
            "没有统计表的格式：别的格式都不认领时，由正文中可辨认的数字认领",
            "a form without tables: it claims by the figures of sentences, where no other form claims",
        ));
    }
    let score = Decimal::new((100 * rows_seen / all.max(1)) as i128, 2).unwrap_or_default();
    Claim { score, evidence }
}

/// What was seen of a table: rows and headers, and whether that is enough.
fn seen(table: &TablePlan, survey: &Survey, found: usize) -> Message {
    let rows = table.required_rows();
    let (number, caption, headers) = (table.form.number, table.form.caption, survey.headers);
    let (few_zh, few_en) =
        if survey.is_there() { ("", "") } else { ("，不足以认领", ", too little to claim it") };
    if table.is_unlabelled() {
        // Headings alone may be those of another form: 行政复议 and 结果维持 are words of many tables.
        return Message::new(
            format!("第{number}表（{caption}，各行无名称）：见到{headers}个表头{few_zh}"),
            format!("table {number} ({caption}), whose rows have no labels: {headers} headers seen{few_en}"),
        );
    }
    Message::new(
        format!("第{number}表（{caption}）：见到{rows}行中的{found}行、{headers}个表头{few_zh}"),
        format!("table {number} ({caption}): {found} of {rows} rows, {headers} headers seen{few_en}"),
    )
}

/// How much more a table needed, and which of its rows were not seen, where some were.
pub(crate) fn missed(table: &TablePlan, survey: &Survey) -> Message {
    let needs = table.form.needs;
    if table.is_unlabelled() {
        let least = needs.headers + 1;
        return if survey.is_there() {
            Message::new("", "")
        } else {
            Message::new(format!("（需要{least}个）"), format!(" (it needs {least})"))
        };
    }
    let (rows, fewer, headers) = (needs.rows, needs.rows_with_headers, needs.headers);
    let (mut zh, mut en) = if survey.is_there() {
        (String::new(), String::new())
    } else {
        (
            format!("（需要{rows}行，或者{fewer}行和{headers}个表头）"),
            format!(" (it needs {rows} rows, or {fewer} and {headers} headers)"),
        )
    };
    let is_seen = |row: usize| survey.chain.iter().any(|(_, seen)| *seen == row);
    let missed: Vec<&str> = (0..table.rows.len())
        .filter(|&row| table.rows[row].cells > 0 && !table.rows[row].is_optional && !is_seen(row))
        .map(|row| table.rows[row].label)
        .collect();
    if survey.rows == 0 || missed.is_empty() {
        return Message::new(zh, en);
    }
    let named = missed[..missed.len().min(MOST_NAMED)].join("”“");
    let _ = write!(zh, "；没有见到“{named}”");
    let _ = write!(en, "; not seen by their labels: “{named}”");
    if let more @ 1.. = missed.len().saturating_sub(MOST_NAMED) {
        let _ = write!(zh, "等{}行", missed.len());
        let _ = write!(en, " and {more} more");
    }
    Message::new(zh, en)
}

/// What became of a claim on table `at` of extractor `of`, once all claims were held against each other.
pub(crate) fn fate(
    entries: &[Entry],
    (of, at): (usize, usize),
    survey: &Survey,
    decision: Option<&Decision>,
) -> Message {
    let number = |(extractor, table): (usize, usize)| entries[extractor].plan.tables[table].form.number;
    let Some(decision) = decision.filter(|_| survey.is_there()) else { return Message::new("", "") };
    let reader = decision.tables.iter().find(|&&read| number(read) == number((of, at)));
    match reader {
        Some(&read) if read == (of, at) => Message::new("；由此格式读", "; read by this form"),
        Some(&(other, table)) => {
            let id = entries[other].plan.template.id;
            // Without labels no form fits it better: it goes with the others.
            if entries[other].plan.tables[table].is_unlabelled() {
                return Message::new(
                    format!("；随其他各表由 {id} 读"),
                    format!("; read by {id}, like the other tables"),
                );
            }
            Message::new(format!("；{id} 更合，由它读"), format!("; {id} fits better and reads it"))
        }
        None => {
            let id = entries[decision.leader].plan.template.id;
            Message::new(format!("；此文件由 {id} 认领"), format!("; the document is claimed by {id}"))
        }
    }
}
