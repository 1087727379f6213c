//! Cells of one row whose digits ran together and cannot be told apart: one finding, however many cells.

use super::listed;
use crate::report::finding::on_cells;
use crate::report::wording::{cell_en, places, row_zh};
use gongkai_model::{Fact, Finding, Message, Outcome, Report, Severity};

/// More candidates of one cell are counted, not listed.
const MOST_LISTED: usize = 5;

/// Whether the digits of `right` begin where those of `left` end.
pub(super) fn run_together(left: &Fact, right: &Fact) -> bool {
    let ends = left.span.zip(right.span).map(|(left, right)| (left.span().end, right.span().start));
    let is_digits = |fact: &Fact| !fact.raw.is_empty() && fact.raw.bytes().all(|byte| byte.is_ascii_digit());
    ends.is_some_and(|(end, start)| end == start)
        && left.label.row == right.label.row
        && is_digits(left)
        && is_digits(right)
}

/// What the digits of `facts` are together, and what each cell may be.
pub(super) fn finding(report: &Report, facts: &[Fact]) -> Finding {
    let run: String = facts.iter().map(|fact| fact.raw.as_str()).collect();
    let all: Vec<&Fact> = facts.iter().collect();
    let (place_zh, place_en) = places(&all.iter().copied());
    let (mut may_zh, mut may_en) = (Vec::new(), Vec::new());
    for fact in facts {
        let (count, shown) = (fact.candidates.len(), fact.candidates.len().min(MOST_LISTED));
        let (more_zh, more_en) = if count > shown {
            (format!("等{count}种"), format!(" or one of {} more", count - shown))
        } else {
            Default::default()
        };
        let candidates = &fact.candidates[..shown];
        may_zh.push(format!(
            "“{}”栏可以是{}{more_zh}",
            fact.label.halves().1,
            listed(candidates, "空白", "或")
        ));
        may_en.push(format!("{} may be {}{more_en}", cell_en(fact), listed(candidates, "blank", " or ")));
    }
    let message = Message {
        zh: format!(
            "{}{}格的数字连成“{run}”，从哪里断开，表内数字关系不足以确定：{}{place_zh}；请对照原件。",
            row_zh(&facts[0]),
            facts.len(),
            may_zh.join("，")
        ),
        en: format!(
            "The figures of {} boxes run together as “{run}”, and the sums do not decide where to part them: {}{place_en}; compare it with the original.",
            facts.len(),
            may_en.join(", ")
        ),
    };
    on_cells(report, "reading-ambiguous", (Severity::Warning, Outcome::Undetermined), message, &all)
}
