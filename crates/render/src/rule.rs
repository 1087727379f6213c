//! The page behind a rule, and the list of all rules.

use crate::put::Put;
use crate::table::{Align, Cell, Table};
use crate::text::severity_paint;
use crate::{Paint, Style};
use gongkai_model::Rule;

/// The page that `gongkai explain RULE` prints.
pub fn page(rule: &Rule, style: Style) -> String {
    let words = style.lang.words();
    let heads = &words.page;
    let level = severity_paint(rule.severity).on((words.severity)(rule.severity), style.colour);
    let mut out = format!(
        "{}{}{}\n{}{}{level}\n",
        Paint::Strong.on(rule.id, style.colour),
        words.colon,
        style.lang.of(rule.title),
        heads.severity,
        words.colon
    );
    let mut part = |title: &str, body: &str| {
        out.put(format_args!("\n{}\n", Paint::Strong.on(title, style.colour)));
        for line in body.trim_matches('\n').lines() {
            out.push_str(format!("  {line}").trim_end());
            out.push('\n');
        }
    };
    part(heads.checks, style.lang.of(rule.checks));
    part(heads.basis, style.lang.of(rule.basis));
    part(heads.why, style.lang.of(rule.why));
    part(heads.example, rule.example);
    let alarms: Vec<String> =
        rule.false_alarms.iter().map(|&it| format!("- {}", style.lang.of(it))).collect();
    part(
        heads.false_alarms,
        if alarms.is_empty() { heads.none.to_owned() } else { alarms.join("\n") }.as_str(),
    );
    part(heads.repair, style.lang.of(rule.repair));
    out
}

/// One line per rule: id, worst severity, title.
pub fn list<'a>(rules: impl IntoIterator<Item = &'a Rule>, style: Style) -> String {
    let words = style.lang.words();
    let mut table = Table::new(&[
        (words.severity_title, Align::Left),
        (words.rule, Align::Left),
        (words.page.title, Align::Left),
    ]);
    for rule in rules {
        table.row([
            Cell::new((words.severity)(rule.severity), severity_paint(rule.severity)),
            rule.id.into(),
            style.lang.of(rule.title).into(),
        ]);
    }
    table.render("", style.colour)
}
