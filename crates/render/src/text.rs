//! Text for a terminal, written for the clerk who fills the report in: the problem first, the rule id last.

mod audit;
mod facts;
mod finding;
pub(crate) mod summary;
mod unreadable;

pub use audit::{audit, entry, headline};
pub use facts::facts;
pub use summary::summary;
pub use unreadable::claims;

pub(crate) use finding::proposal;

use crate::locate::{Atlas, Cell};
use crate::paint::visible;
use crate::{Lang, Paint, Style};
use gongkai_model::{Fact, Presence, Report, Severity, Status, Verdict};
use gongkai_text::Unit;

/// Before the lines that belong to a finding.
const INDENT: &str = "  ";

pub(crate) fn severity_paint(severity: Severity) -> Paint {
    match severity {
        Severity::Error => Paint::Error,
        Severity::Warning => Paint::Warning,
        Severity::Note => Paint::Note,
    }
}

fn verdict_paint(verdict: Verdict) -> Paint {
    match verdict {
        Verdict::Clean => Paint::Good,
        Verdict::Notes => Paint::Note,
        Verdict::Warnings => Paint::Warning,
        Verdict::Errors | Verdict::Unreadable => Paint::Error,
    }
}

/// `name：value` on a line of its own.
fn named(out: &mut String, indent: &str, name: &str, value: &str, style: Style) {
    out.extend([indent, name, style.lang.words().colon.trim_end(), if value.is_empty() { "" } else { " " }]);
    if style.lang == Lang::Zh && out.ends_with(' ') {
        out.pop();
    }
    out.push_str(&visible(value));
    out.push('\n');
}

/// `text` in brackets, after the blank that English wants there.
fn aside(text: &str, style: Style) -> String {
    let [open, close] = style.lang.words().brackets;
    [open, text, close].concat()
}

/// The form of a report, where one claimed it: in Chinese by its printed name and its id, since forms differ in
/// their names by little; in English by its id.
fn form_of(report: &Report, style: Style) -> Option<String> {
    let id = report.template.as_deref()?;
    let named = match report.form() {
        Some(form) if style.lang == Lang::Zh => form.to_owned() + &aside(id, style),
        _ => id.to_owned(),
    };
    Some(visible(&named))
}

/// What a cell holds, in words where it is no number: never a 0 that is not printed.
pub(crate) fn shown(fact: &Fact, style: Style) -> String {
    let words = style.lang.words();
    let mut out = match (fact.presence, fact.value) {
        (Presence::Number, Some(value)) => value.to_string(),
        (Presence::Text, _) => fact.raw.trim().to_owned(),
        (presence, _) => (words.presence)(presence).to_owned(),
    };
    match fact.status {
        Status::Ambiguous if !fact.candidates.is_empty() => {
            let each: Vec<&str> = fact
                .candidates
                .iter()
                .map(|it| if it.is_empty() { (words.presence)(Presence::Blank) } else { it.as_str() })
                .collect();
            let each = each.join(&format!(" {} ", words.or));
            // A unit that is not printed leaves the figure as it is.
            let of_unit = fact.candidates.iter().all(|it| Unit::parse(it).is_some());
            out = if of_unit { out + &aside(&each, style) } else { each };
        }
        // Characters that are the figure itself show nothing of what was odd about them.
        Status::Repaired if fact.raw.trim() != out => {
            out.push_str(&aside(&format!("{} {}", words.raw, fact.raw.trim()), style));
        }
        _ => {}
    }
    if let Some(note) = &fact.note {
        out.push_str(&aside(note, style));
    }
    out
}

/// Page, line and column of a cell, short.
fn place_of(fact: &Fact) -> String {
    let page = fact.locator.as_ref().and_then(|it| it.page);
    match (page, fact.span) {
        (Some(page), Some(at)) => format!("p{page} {}:{}", at.line, at.column),
        (Some(page), None) => format!("p{page}"),
        (None, Some(at)) => format!("{}:{}", at.line, at.column),
        (None, None) => fact.locator.as_ref().and_then(|it| it.cell.clone()).unwrap_or_default(),
    }
}

/// Table, row and column of indicator `id`; the id itself where nobody knows it.
pub(crate) fn name_of(atlas: &Atlas<'_>, id: &str, style: Style) -> String {
    Cell::find(atlas, id).map_or_else(|| id.to_owned(), |it| it.path(style.lang))
}
