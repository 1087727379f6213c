//! Every fixed word of the output, in one place per language.

mod en;
mod zh;

pub(crate) use en::EN;
pub(crate) use zh::ZH;

use gongkai_model::{Grade, Outcome, Presence, Severity, Status, Verdict};

/// The words of one language; sentences with figures in them are functions, since the order of words differs.
pub(crate) struct Words {
    pub(crate) colon: &'static str,
    pub(crate) comma: &'static str,
    /// Around an aside, with the blank that goes before it.
    pub(crate) brackets: [&'static str; 2],
    pub(crate) verdict: fn(Verdict) -> &'static str,
    pub(crate) severity: fn(Severity) -> &'static str,
    pub(crate) outcome: fn(Outcome) -> &'static str,
    pub(crate) grade: fn(Grade) -> &'static str,
    pub(crate) presence: fn(Presence) -> &'static str,
    pub(crate) status: fn(Status) -> &'static str,
    pub(crate) applicability: fn(&str) -> &str,
    pub(crate) year: fn(u16) -> String,
    pub(crate) whose: fn(&str) -> String,
    pub(crate) table: fn(u8) -> String,
    /// Page, line and column, in brackets.
    pub(crate) at: fn(Option<u32>, u32, u32) -> String,
    /// Errors, warnings, notes, in brackets.
    pub(crate) counts: fn([usize; 3]) -> String,
    pub(crate) repair: fn(&[(String, &str, &str)]) -> String,
    pub(crate) more: fn(usize) -> String,
    pub(crate) coverage: fn(u32, u32) -> String,
    pub(crate) outcomes: fn(&gongkai_model::Outcomes) -> String,
    pub(crate) unread: fn(usize) -> String,
    pub(crate) batch: fn(u32) -> String,
    pub(crate) title: &'static str,
    pub(crate) side: &'static str,
    pub(crate) left: &'static str,
    pub(crate) right: &'static str,
    pub(crate) left_total: &'static str,
    pub(crate) right_total: &'static str,
    pub(crate) difference: &'static str,
    pub(crate) unknown: &'static str,
    pub(crate) row: &'static str,
    pub(crate) column: &'static str,
    pub(crate) printed: &'static str,
    pub(crate) unit: &'static str,
    pub(crate) state: &'static str,
    pub(crate) line_column: &'static str,
    pub(crate) raw: &'static str,
    pub(crate) or: &'static str,
    pub(crate) sentence: &'static str,
    pub(crate) look: &'static str,
    pub(crate) place: &'static str,
    pub(crate) proposal: &'static str,
    pub(crate) basis: &'static str,
    pub(crate) rule: &'static str,
    pub(crate) repaired: &'static str,
    pub(crate) remarks: &'static str,
    pub(crate) cells: &'static str,
    pub(crate) relations: &'static str,
    pub(crate) reason: &'static str,
    pub(crate) no_reason: &'static str,
    pub(crate) claims: &'static str,
    pub(crate) severity_title: &'static str,
    pub(crate) findings_title: &'static str,
    pub(crate) inputs_title: &'static str,
    pub(crate) list_title: &'static str,
    pub(crate) list_columns: [&'static str; 7],
    pub(crate) summary_title: &'static str,
    pub(crate) summary_columns: [&'static str; 2],
    pub(crate) rule_columns: [&'static str; 4],
    pub(crate) source: &'static str,
    pub(crate) page: RuleWords,
    /// Longest row label in a table on the terminal, in columns.
    pub(crate) label_width: usize,
}

/// The headings of a rule's page.
pub(crate) struct RuleWords {
    pub(crate) severity: &'static str,
    pub(crate) checks: &'static str,
    pub(crate) basis: &'static str,
    pub(crate) why: &'static str,
    pub(crate) example: &'static str,
    pub(crate) false_alarms: &'static str,
    pub(crate) repair: &'static str,
    pub(crate) title: &'static str,
    pub(crate) none: &'static str,
}
