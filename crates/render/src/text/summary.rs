//! The end of a batch.

use super::{severity_paint, verdict_paint};
use crate::put::Put;
use crate::table::{Align, Cell, Table};
use crate::{Style, Tally};
use gongkai_model::Verdict;

/// Verdicts from the worst to the best.
pub(crate) const VERDICTS: [Verdict; 5] =
    [Verdict::Unreadable, Verdict::Errors, Verdict::Warnings, Verdict::Notes, Verdict::Clean];

/// How many inputs came out how, how many cells were seen, and which rules spoke how often.
pub fn summary(tally: &Tally, style: Style) -> String {
    let words = style.lang.words();
    let parts: Vec<String> = VERDICTS
        .into_iter()
        .filter(|&it| tally.count(it) > 0)
        .map(|it| format!("{} {}", verdict_paint(it).on((words.verdict)(it), style.colour), tally.count(it)))
        .collect();
    let mut out = (words.batch)(tally.inputs());
    if !parts.is_empty() {
        out.push_str(words.colon);
        out.push_str(&parts.join(words.comma));
    }
    out.push('\n');
    let seen = tally.coverage();
    if seen.cells > 0 {
        out.put(format_args!("{}{}{}\n", words.cells, words.colon, (words.coverage)(seen.found, seen.cells)));
    }
    let mut table = Table::new(&[
        (words.severity_title, Align::Left),
        (words.rule, Align::Left),
        (words.findings_title, Align::Right),
        (words.inputs_title, Align::Right),
    ]);
    for (severity, rule, count) in tally.rules() {
        table.row([
            Cell::new((words.severity)(severity), severity_paint(severity)),
            rule.into(),
            count.findings.to_string().into(),
            count.inputs.to_string().into(),
        ]);
    }
    if !table.is_empty() {
        out.push('\n');
        out.push_str(&table.render("", style.colour));
    }
    out
}
