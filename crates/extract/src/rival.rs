//! Rows known by a likeness of words that another row has as well.
//!
//! 其中：主要负责同志参加新闻发布会次数 and 其中：主要负责同志参加政府网站在线访谈次数 differ in a few characters: what is left
//! of the one may look like the other.

use crate::alike::Labels;
use crate::plan::TablePlan;
use crate::sheet::Sheet;
use crate::survey::Match;
use gongkai_model::BoundBy;

/// A rival that is less like by more than this, in thousandths, is none.
const MARGIN: u32 = 50;

/// Whether the words that told `row` are as like to a row of which nothing was found.
pub(crate) fn has_rival(table: &TablePlan, sheet: &Sheet<'_>, matches: &[Option<Match>], row: usize) -> bool {
    let Some(found) = matches[row].as_ref().filter(|found| found.how == BoundBy::Fuzzy && !found.is_counted)
    else {
        return false;
    };
    let Some(labels) = Labels::of_groups(sheet, &found.strips) else { return false };
    let label = labels.longest();
    let own = label.likeness(&table.rows[row]);
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
