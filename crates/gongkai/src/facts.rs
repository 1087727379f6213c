//! Facts that another program read, as JSON of schema `gongkai.report/1` or `gongkai.audit/1` (one object, an array,
//! or one a line) or as the CSV of `gongkai read --format csv`, so that any pipeline can use the checks.
//!
//! Nothing is guessed: a blank cell must say so, an unknown indicator or a malformed number is an error that names
//! line, column and field. What a file of facts cannot say is not checked: figures in sentences are listed in JSON,
//! but not what the sentences state about them, so they are not taken over; CSV has no candidates of open cells, and
//! names cells that were repaired one by one.

mod assemble;
mod duplicate;
mod forms;
mod json;
mod loose;
mod problem;
mod table;

use gongkai_extract::Registry;
use gongkai_model::{Carrier, Message, Report};
use gongkai_text::LineIndex;
use std::borrow::Cow;

/// How far into a file its kind is looked for.
const HEAD: usize = 4096;

/// The bytes as facts, when they look like facts; the content decides, not the name.
pub(crate) fn recognise(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let body = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let head = &body[..body.len().min(HEAD)];
    let first = head.iter().copied().find(|byte| !byte.is_ascii_whitespace())?;
    let is_json = matches!(first, b'{' | b'[') && {
        let marks: [&[u8]; 3] = [b"gongkai.report/", b"gongkai.audit/", b"\"facts\""];
        marks.iter().any(|mark| contains(body, mark))
    };
    let is_table = || {
        let line = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
        std::str::from_utf8(line).is_ok_and(|line| table::is_header(line.trim_end_matches('\r')))
    };
    if !is_json && !is_table() {
        return None;
    }
    match std::str::from_utf8(body) {
        Ok(text) => Some(text.into()),
        // A spreadsheet program may have saved it in GB18030; what decodes text files decodes this too.
        Err(_) => gongkai_read::read("facts.txt", body).ok().map(|it| it.text().to_owned().into()),
    }
}

fn contains(bytes: &[u8], mark: &[u8]) -> bool {
    bytes.windows(mark.len()).any(|window| window == mark)
}

/// Every report in `text`, which [`recognise`] recognised; one that is malformed is unreadable, with the reason.
pub(crate) fn reports(registry: &Registry, name: &str, text: &str) -> Vec<Report> {
    let is_json = text.trim_start().starts_with(['{', '[']);
    let found = if is_json { json::reports(text) } else { table::reports(text) };
    let lines = LineIndex::new(text);
    let refused = |message: Message| {
        let mut report = Report::empty(name, Carrier::Facts);
        report.unreadable = Some(message);
        report
    };
    if found.is_empty() {
        return vec![refused(Message::new(
            "应至少有一份报告的数据，但没有；请检查文件",
            "expected the facts of at least one report, found none; check the file",
        ))];
    }
    found
        .into_iter()
        .map(|loose| {
            loose
                .and_then(|loose| assemble::report(registry, name, loose))
                .unwrap_or_else(|problem| refused(problem.message(text, &lines)))
        })
        .collect()
}
