//! The page behind every rule id: what it checks, on what basis, an example, known false alarms.

mod applications;
mod examples;
mod levels;
mod narrative;
mod plausible;
mod proactive;
mod proceedings;
mod reading;
mod series;
mod statistics;

use gongkai_model::Rule;

/// Every rule, sorted by id.
static RULES: [Rule; 37] = [
    applications::APPLICATIONS_BALANCE,
    applications::CARRIED_OUT_ABOVE_INTAKE,
    series::CARRY_OVER,
    proactive::CHANNEL_ABOVE_DISCLOSED,
    statistics::CLOSED_ABOVE_RECEIVED,
    plausible::COLUMN_MISREAD,
    series::COPIED_REPORT,
    reading::COVERAGE_INCOMPLETE,
    series::CUMULATIVE_FLOW,
    proactive::DISCLOSED_ABOVE_CHANNELS,
    proactive::DISCLOSED_ABOVE_STOCK,
    series::GROWTH_DISAGREES,
    proactive::IN_FORCE_BELOW_ISSUED,
    plausible::LEVEL_CANNOT_ISSUE,
    levels::LEVEL_INCOMPLETE,
    levels::LEVEL_TOTAL,
    proceedings::LITIGATION_TOTAL,
    narrative::MENTION_DISAGREES,
    proactive::NEGATIVE_STOCK,
    applications::OUTCOMES_TOTAL,
    plausible::OUTDATED_FORM,
    statistics::PART_ABOVE_WHOLE,
    narrative::PARTS_DISAGREE,
    statistics::PARTS_TOTAL,
    series::PREVIOUS_DIFFERS,
    narrative::RATE_DOES_NOT_FOLLOW,
    reading::READING_AMBIGUOUS,
    reading::READING_REPAIRED,
    statistics::REPLIED_CLOSED,
    proceedings::REVIEW_TOTAL,
    applications::ROW_TOTAL,
    narrative::STALE_YEAR,
    narrative::STATEMENT_CONTRADICTS,
    series::STOCK_FLOW,
    reading::TABLE_MISSING,
    statistics::TOPICS_ABOVE_RESPONSES,
    series::YEAR_JUMP,
];

/// Every rule that the engine or a built-in form reports under, sorted by id.
pub fn all() -> &'static [Rule] {
    &RULES
}

/// The page of rule `id`.
///
/// ```
/// let rule = gongkai_reconcile::report::rules::find("row-total").unwrap();
/// assert_eq!(rule.title.zh, "各类申请人之和等于总计");
/// ```
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES.binary_search_by(|rule| rule.id.cmp(id)).ok().map(|at| &RULES[at])
}

/// The Chinese basis of a rule, for findings that rest on no single identity.
pub(super) fn basis(id: &str) -> String {
    find(id).map_or_else(String::new, |rule| rule.basis.zh.to_owned())
}
