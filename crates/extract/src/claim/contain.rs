//! Extractors of unknown origin: whatever one does wrong is met with a diagnostic that names it, and the others read.
//!
//! Contained are a panic, reading helpers called on and on, a survey or a reading that contradicts itself, and a claim
//! behind which nothing can be read. Two things are not: a bare endless loop that calls no helper, for nothing in the
//! same process could end it, and a panic in a program built with `panic = "abort"`.

use crate::budget::Exhausted;
use crate::form::plan::{Plan, TablePlan};
use crate::rows::survey::Survey;
use crate::strips::sheet::Sheet;
use crate::table::reading::TableReading;
use crate::{Extractor, Prose, Template};
use gongkai_document::Document;
use gongkai_model::{Diagnostic, Message, Report, Severity};
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The score of a table that is seen whole.
const HIGHEST_SCORE: u32 = 1000;

/// What `extractor` sees of each table of its form. After a failure it sees nothing at all.
pub(crate) fn survey(
    extractor: &dyn Extractor,
    plan: &Plan,
    sheet: &Sheet<'_>,
) -> Result<Vec<Survey>, Diagnostic> {
    let see = |table: &TablePlan| {
        let survey = guarded(plan.template, table, sheet, || extractor.survey(table, sheet))?;
        let fits = survey.lines.start <= survey.lines.end
            && survey.lines.end <= sheet.lines.len()
            && survey.score <= HIGHEST_SCORE
            && survey.chain.iter().all(|&(strip, row)| {
                let line = sheet.strips.get(strip).map(|strip| strip.line);
                row < table.rows.len() && line.is_some_and(|line| survey.lines.contains(&line))
            });
        if fits { Ok(survey) } else { Err(contradicts(plan.template, table)) }
    };
    plan.tables.iter().map(see).collect()
}

/// What `extractor` reads of `table`.
pub(crate) fn read_table(
    extractor: &dyn Extractor,
    table: &TablePlan,
    sheet: &Sheet<'_>,
    survey: &Survey,
) -> Result<TableReading, Diagnostic> {
    let template = extractor.template();
    let reading = guarded(template, table, sheet, || extractor.read_table(table, sheet, survey))?;
    let facts = reading.facts.len();
    let is_cell = |at: &usize| *at < facts;
    let fits = reading.facts.iter().map(|fact| fact.indicator).eq(table.cells.iter().copied())
        && reading.strips.is_sorted()
        && reading.strips.last().is_none_or(|&last| last < sheet.strips.len())
        && reading.choices.iter().all(|choice| {
            choice.facts.iter().all(is_cell)
                && choice.alternatives.iter().all(|way| way.readings.len() == choice.facts.len())
        });
    if fits { Ok(reading) } else { Err(contradicts(template, table)) }
}

/// What `extractor` makes of the sentences of `report`, which was read from `document`.
pub(crate) fn read_prose(
    extractor: &dyn Extractor,
    document: &Document,
    report: &Report,
) -> Result<Option<Prose>, Diagnostic> {
    let done = catch_unwind(AssertUnwindSafe(|| extractor.read_prose(document, report)));
    done.map_err(|payload| failed(extractor.template(), None, payload.as_ref()))
}

/// Does `work` for one table with a budget of steps.
fn guarded<T>(
    template: &Template,
    table: &TablePlan,
    sheet: &Sheet<'_>,
    work: impl FnOnce() -> T,
) -> Result<T, Diagnostic> {
    sheet.budget.refill(table.rows.len(), sheet.lines.len() + sheet.strips.len());
    let done = catch_unwind(AssertUnwindSafe(work));
    sheet.budget.lift();
    done.map_err(|payload| failed(template, Some(table), payload.as_ref()))
}

/// Why a call into an extractor did not come back.
fn failed(template: &Template, table: Option<&TablePlan>, payload: &(dyn Any + Send)) -> Diagnostic {
    if payload.is::<Exhausted>() {
        return left_out(
            "extractor-exhausted",
            template,
            table,
            "应在有限的步数内读完，步数用尽仍未读完（多半是反复调用读取函数，没有尽头）",
            "expected to finish within a bounded number of steps, found it still at work when they were spent (most likely it calls the reading helpers without end)",
        );
    }
    let text = payload.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| payload.downcast_ref::<&str>().copied()).unwrap_or_default();
    left_out(
        "extractor-panicked",
        template,
        table,
        &format!("应给出结果，却中途崩溃（{text}）"),
        &format!("expected a result, found a panic ({text})"),
    )
}

fn contradicts(template: &Template, table: &TablePlan) -> Diagnostic {
    left_out(
        "extractor-contradicts-itself",
        template,
        Some(table),
        "应给出与文件和本格式相符的结果，却给出别的行、格或位置",
        "expected a result that fits the document and its own form, found rows, cells or places that neither has",
    )
}

/// A claim behind which nothing could be read.
pub(crate) fn unfounded(template: &Template, table: &TablePlan) -> Diagnostic {
    said(
        "claim-unfounded",
        template,
        Some(table),
        "认领的表至少应读出一格，却一格也没有读出，认领不予采信；若文件确有此表，请告知该格式的作者",
        "expected at least one cell of the table that it claims, found none: the claim is set aside; where the document has that table, tell the author of the form",
    )
}

/// What an extractor did wrong, whose result is left out.
fn left_out(
    code: &str,
    template: &Template,
    table: Option<&TablePlan>,
    chinese: &str,
    english: &str,
) -> Diagnostic {
    let chinese = format!("{chinese}；它的这一结果不采用，其他格式照常读取；请告知该格式的作者");
    let english =
        format!("{english}; its result is left out, the other forms read on; tell the author of the form");
    said(code, template, table, &chinese, &english)
}

fn said(
    code: &str,
    template: &Template,
    table: Option<&TablePlan>,
    chinese: &str,
    english: &str,
) -> Diagnostic {
    let number = table.map(|table| table.form.number);
    let (at, where_) = match number {
        Some(number) => (format!("第{number}表"), format!("table {number}")),
        None => ("正文".to_owned(), "the prose".to_owned()),
    };
    let id = template.id;
    Diagnostic {
        code: code.to_owned().into(),
        severity: Severity::Warning,
        message: Message::new(
            format!("格式“{id}”读{at}时：{chinese}"),
            format!("{}{where_}: {english}", opening(id)),
        ),
        span: None,
    }
}

/// How what is said of an extractor begins.
fn opening(id: &str) -> String {
    format!("extractor {id}, at ")
}

/// Whether `failure` is one of the form's extractor.
pub(crate) fn is_of(failure: &Diagnostic, template: &Template) -> bool {
    failure.message.en.starts_with(&opening(template.id))
}
