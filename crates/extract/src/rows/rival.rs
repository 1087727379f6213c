//! Rows known by a likeness of words that another row has as well.
//!
//! 其中：主要负责同志参加新闻发布会次数 and 其中：主要负责同志参加政府网站在线访谈次数 differ in a few characters: what is left
//! of the one may look like the other. And a label that holds the whole label of another row (信息内容行政处罚行政强制, drawn as
//! one cell) is hardly this row's.

use crate::form::plan::{RowPlan, TablePlan};
use crate::rows::alike::{Label, Labels};
use crate::rows::survey::Match;
use crate::strips::sheet::Sheet;
use gongkai_model::BoundBy;

/// A rival that is less like by more than this, in thousandths, is none.
const MARGIN: u32 = 50;

/// A label of so many characters stands in another by no accident: 其他 and 总计 do.
const LEAST_NAME: usize = 4;

/// A label that is more like than this is the row's own, whatever it holds besides.
const OWN: u32 = 700;

/// Whether the words that told `row` are as like to a row of which nothing was found, or name another row outright.
pub(crate) fn has_rival(table: &TablePlan, sheet: &Sheet<'_>, matches: &[Option<Match>], row: usize) -> bool {
    let Some(found) = matches[row].as_ref().filter(|found| found.how == BoundBy::Fuzzy && !found.is_counted)
    else {
        return false;
    };
    let Some(labels) = Labels::of_groups(sheet, &found.strips) else { return false };
    let label = labels.longest();
    let own = label.likeness(&table.rows[row]);
    if own < OWN && names_another(table, label, row) {
        return true;
    }
    let mark = sheet.strips[found.strips[0]].mark;
    let is_open = |at: &usize| matches[*at].is_none() && table.rows[*at].cells == table.rows[row].cells;
    let mut open = (0..matches.len()).filter(is_open);
    open.any(|at| {
        let rival = &table.rows[at];
        let contradicts = matches!((mark, rival.mark), (Some(a), Some(b)) if a != b);
        sheet.budget.spend(1);
        !contradicts && label.likeness(rival) + MARGIN >= own
    })
}

/// Whether the whole label of another row than `row` stands in `label`, and that of `row` does not.
fn names_another(table: &TablePlan, label: Label<'_>, row: usize) -> bool {
    let whole: String = label.whole.iter().collect();
    let is_named = |key: &String| key.chars().count() >= LEAST_NAME && whole.contains(key.as_str());
    let holds = |plan: &RowPlan| plan.cells > 0 && plan.keys.iter().any(is_named);
    !holds(&table.rows[row]) && table.rows.iter().enumerate().any(|(at, plan)| at != row && holds(plan))
}
