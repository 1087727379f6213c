//! Which strips of a document are which rows of the form.
//!
//! Exact labels anchor the alignment; the rows between two anchors are matched with the strips between them by
//! likeness of label, enumerator and number of values, several strips to a row where a row was split.

use crate::form::plan::{RowPlan, TablePlan};
use crate::rows::alike::{Label, Labels, MOST_PARTS};
use crate::rows::ordered::{is_contradicted, ordered};
use crate::rows::survey::{Match, Survey, ends_another_label, rows_named};
use crate::strips::sheet::Sheet;
use crate::strips::strip::Strip;
use gongkai_model::BoundBy;
use gongkai_text::label::{digest, likeness};
use std::ops::Range;

/// The least score at which a fuzzy match is believed, in thousandths of likeness plus bonuses.
const LEAST_SCORE: i32 = 620;

/// The least likeness of words that a match by words rests on.
const LEAST_ALIKE: i32 = 350;

/// What a row adds to its score all of whose values are printed.
const FOR_ALL_VALUES: i32 = 200;

/// The most row × strip pairs of a gap that are compared; a larger gap is left unread.
const MOST_PAIRS: usize = 6000;

/// Aligns the strips in `survey.lines` to the rows of `table`, once; entries of the result follow its rows.
pub fn align<'s>(table: &TablePlan, sheet: &Sheet<'_>, survey: &'s Survey) -> &'s [Option<Match>] {
    sheet.budget.spend(1);
    survey.alignment.get_or_init(|| aligned(table, sheet, survey))
}

fn aligned(table: &TablePlan, sheet: &Sheet<'_>, survey: &Survey) -> Vec<Option<Match>> {
    let mut matches: Vec<Option<Match>> = vec![None; table.rows.len()];
    let strips = sheet.strips_in(&survey.lines);
    sheet.budget.spend(table.rows.len() + strips.len());
    let mut taken = vec![false; strips.len()];
    for &(strip, row) in &survey.chain {
        matches[row] = Some(Match { strips: vec![strip], how: BoundBy::Label, is_counted: false });
        taken[strip - strips.start] = true;
    }
    // Whole rows of figures first: they need no words to be told.
    for (rows, gap) in gaps(&matches, &strips) {
        let free: Vec<usize> = gap.filter(|at| !taken[at - strips.start]).collect();
        counted(table, sheet, &rows, &free, (&strips, &mut taken), &mut matches);
    }
    displaced(table, sheet, &strips, &mut taken, &mut matches);
    rejoined(table, sheet, &strips, &mut taken, &mut matches);
    // Continuations first, so that a second half is not mistaken for a row of its own.
    for (row, found) in matches.iter_mut().enumerate() {
        if let Some(found) = found {
            extend(&table.rows[row], sheet, &strips, &mut taken, found);
        }
    }
    for (rows, gap) in gaps(&matches, &strips) {
        let free: Vec<usize> = gap.clone().filter(|at| !taken[at - strips.start]).collect();
        let by_order = ordered(table, sheet, &rows, &free);
        let before = by_order.is_some().then(|| (matches.clone(), taken.clone()));
        fill(table, sheet, rows, gap, (&strips, &mut taken), &mut matches);
        let (Some(pairs), Some(before)) = (by_order, before) else { continue };
        // Where the labels leave a row of figures over, they were cut, and the order of the form is the better guide.
        let is_bound = |matches: &[Option<Match>], &(row, at): &(usize, usize)| {
            matches[row].as_ref().is_some_and(|found| found.strips.contains(&at))
        };
        let alone = pairs.len() == 1;
        if pairs.iter().all(|pair| is_bound(&matches, pair)) {
            for &(row, at) in &pairs {
                if let Some(found) = matches[row].as_mut().filter(|found| found.how == BoundBy::Position) {
                    found.is_counted = !is_contradicted(table, sheet, (row, at), alone);
                }
            }
        } else if !pairs.iter().any(|&pair| is_contradicted(table, sheet, pair, alone)) {
            (matches, taken) = before;
            for (row, at) in pairs {
                taken[at - strips.start] = true;
                matches[row] = Some(Match { strips: vec![at], how: BoundBy::Position, is_counted: true });
            }
        }
    }
    leftovers(table, sheet, &strips, &mut taken, &mut matches);
    matches
}

/// The runs of rows without strips, and the strips that stand between their neighbours.
fn gaps(matches: &[Option<Match>], strips: &Range<usize>) -> Vec<(Range<usize>, Range<usize>)> {
    let mut gaps = Vec::new();
    let mut row = 0;
    let mut from = strips.start;
    while row < matches.len() {
        if let Some(found) = &matches[row] {
            from = from.max(found.strips.last().map_or(from, |last| last + 1));
            row += 1;
            continue;
        }
        let end = (row..matches.len()).find(|&at| matches[at].is_some()).unwrap_or(matches.len());
        let until = matches.get(end).and_then(Option::as_ref).map_or(strips.end, |next| next.strips[0]);
        if from < until {
            gaps.push((row..end, from..until));
        }
        row = end;
    }
    gaps
}

/// Rows out of order with damaged labels: a strip and a row that are nearly alike and agree in their enumerator.
fn leftovers(
    table: &TablePlan,
    sheet: &Sheet<'_>,
    strips: &Range<usize>,
    taken: &mut [bool],
    matches: &mut [Option<Match>],
) {
    let may_be_here = |row: &RowPlan| row.cells > 0 && !row.is_optional;
    let open: Vec<usize> =
        (0..matches.len()).filter(|&row| matches[row].is_none() && may_be_here(&table.rows[row])).collect();
    let free: Vec<usize> = strips.clone().filter(|at| !taken[at - strips.start]).collect();
    if open.len() * free.len() > MOST_PAIRS {
        return;
    }
    sheet.budget.spend(open.len() * free.len());
    for row in open {
        let plan = &table.rows[row];
        let mut like = free.iter().copied().filter(|&at| {
            let strip = &sheet.strips[at];
            !taken[at - strips.start]
                && !strip.label.is_empty()
                && strip.printed() == plan.cells
                && strip.mark == plan.mark
                && Labels::of(sheet, strip).longest().likeness(plan) >= 750
        });
        if let (Some(at), None) = (like.next(), like.next()) {
            taken[at - strips.start] = true;
            matches[row] = Some(Match { strips: vec![at], how: BoundBy::Fuzzy, is_counted: false });
        }
    }
}

/// How badly `table` explains what stands in `survey.lines`: rows without strips between rows that have some, value
/// strips without rows, and twice over strips that are exactly rows of its `rival`.
///
/// Where a table is cut off, the rows behind the cut tell nothing: the shorter form would always win.
pub(crate) fn misfit(table: &TablePlan, rival: &TablePlan, sheet: &Sheet<'_>, survey: &Survey) -> usize {
    let matches = align(table, sheet, survey);
    let claimed: Vec<usize> =
        matches.iter().flatten().flat_map(|found| found.strips.iter().copied()).collect();
    let (Some(&first), Some(&last)) = (claimed.iter().min(), claimed.iter().max()) else { return usize::MAX };
    let is_missing = |row: &RowPlan| row.cells > 0 && !row.is_optional;
    let from = matches.iter().position(Option::is_some).unwrap_or(0);
    let to = matches.iter().rposition(Option::is_some).map_or(0, |last| last + 1);
    let between = table.rows[from..to].iter().zip(&matches[from..to]);
    let rows = between.filter(|(row, found)| is_missing(row) && found.is_none()).count();
    let strips = (first..=last).filter(|at| sheet.strips[*at].figures() > 1 && !claimed.contains(at)).count();
    let is_foreign = |strip: &Strip<'_>| {
        strip.figures() > 0
            && rows_named(table, strip).next().is_none()
            && rows_named(rival, strip).any(|row| rival.rows[row].cells > 0)
    };
    let foreign = sheet.strips_in(&survey.lines).filter(|&at| is_foreign(&sheet.strips[at])).count();
    rows + strips + 2 * foreign
}

/// Rows out of order: an exact label that names one row only is believed wherever it stands in the table.
fn displaced(
    table: &TablePlan,
    sheet: &Sheet<'_>,
    strips: &Range<usize>,
    taken: &mut [bool],
    matches: &mut [Option<Match>],
) {
    for at in strips.clone() {
        let strip = &sheet.strips[at];
        if taken[at - strips.start] || strip.label.is_empty() || strip.figures() == 0 {
            continue;
        }
        let named: Vec<usize> = rows_named(table, strip).collect();
        if let [row] = named[..]
            && matches[row].is_none()
            && table.rows[row].cells > 0
            && !(table.rows[row].is_optional && ends_another_label(table, sheet, at))
        {
            matches[row] = Some(Match { strips: vec![at], how: BoundBy::Label, is_counted: false });
            taken[at - strips.start] = true;
        }
    }
}

/// Rows whose label was broken once, figures beside one half of it: 1.网 575 594, and below it 站公开. Both halves
/// together are exactly the label of a row.
fn rejoined(
    table: &TablePlan,
    sheet: &Sheet<'_>,
    strips: &Range<usize>,
    taken: &mut [bool],
    matches: &mut [Option<Match>],
) {
    for (at, next) in strips.clone().zip(strips.clone().skip(1)) {
        let (above, below) = (&sheet.strips[at], &sheet.strips[next]);
        let is_free = |at: usize| !taken[at - strips.start] && !sheet.strips[at].label.is_empty();
        let have_figures = (above.figures() > 0) != (below.figures() > 0);
        if !have_figures || !is_free(at) || !is_free(next) || below.mark.is_some() {
            continue;
        }
        let whole = sheet.joined_label(above) + &sheet.joined_label(below);
        let open = |row: &&usize| {
            let plan = &table.rows[**row];
            let contradicts = above.mark.is_some() && plan.mark.is_some() && above.mark != plan.mark;
            matches[**row].is_none() && plan.cells > 0 && !contradicts
        };
        let mut rows = table.rows_labelled(digest(&whole)).iter().filter(open);
        if let (Some(&row), None) = (rows.next(), rows.next())
            && is_next_line(sheet, at, next)
        {
            taken[at - strips.start] = true;
            taken[next - strips.start] = true;
            matches[row] = Some(Match { strips: vec![at, next], how: BoundBy::Label, is_counted: false });
        }
    }
}

/// Adds the following strips to a row that lacks values, or whose label went on in the next line.
fn extend(row: &RowPlan, sheet: &Sheet<'_>, strips: &Range<usize>, taken: &mut [bool], found: &mut Match) {
    if row.cells == 0 {
        return;
    }
    let mut printed: usize = found.strips.iter().map(|&at| sheet.strips[at].printed()).sum();
    while found.strips.len() < MOST_PARTS {
        let at = found.strips[found.strips.len() - 1] + 1;
        if at >= strips.end || taken[at - strips.start] {
            return;
        }
        let next = &sheet.strips[at];
        let continues = if next.label.is_empty() {
            let places: usize = found.strips.iter().map(|&at| sheet.strips[at].values.len()).sum();
            places < row.cells
                && printed + next.printed() <= row.cells + 1
                && (next.printed() > 1 || is_next_line(sheet, at - 1, at))
                && (printed > 0 || stands_alone(sheet, at, found.strips[0], row.cells))
        } else {
            next.mark.is_none() && goes_on(row, sheet, found, next) && (printed == 0 || next.printed() == 0)
        };
        if !continues {
            return;
        }
        printed += next.printed();
        taken[at - strips.start] = true;
        found.strips.push(at);
    }
}

/// Whether strip `below` begins in the line right after strip `above`, with no blank line between.
pub(crate) fn is_next_line(sheet: &Sheet<'_>, above: usize, below: usize) -> bool {
    let (line_above, line_below) = (sheet.strips[above].line, sheet.strips[below].line);
    if sheet.lines[line_above].is_row && sheet.lines[line_below].is_row {
        // Between rows of a grid the carrier may write what it likes.
        return line_below <= line_above + 1;
    }
    let (above, below) = (sheet.strips[above].span().end, sheet.strips[below].span().start);
    let between = sheet.document.text().get(above as usize..below as usize).unwrap_or_default();
    between.matches(['\n', '\u{0C}']).count() <= 1
}

/// Whether the values without a label in strip `at` can only belong to the label that begins at strip `label`:
/// a second such row beside them would leave open which label goes with which.
fn stands_alone(sheet: &Sheet<'_>, at: usize, label: usize, cells: usize) -> bool {
    let is_bare_row = |at: usize| {
        sheet.strips.get(at).is_some_and(|strip| strip.label.is_empty() && strip.printed() * 2 > cells)
    };
    !is_bare_row(at + 1) && !label.checked_sub(1).is_some_and(is_bare_row)
}

/// Whether the label of `next` makes the label of `found` more like the row's.
fn goes_on(row: &RowPlan, sheet: &Sheet<'_>, found: &Match, next: &Strip<'_>) -> bool {
    let so_far: String = found.strips.iter().map(|&at| sheet.joined_label(&sheet.strips[at])).collect();
    let whole = format!("{so_far}{}", sheet.joined_label(next));
    row.keys.first().is_some_and(|key| likeness(&whole, key) > likeness(&so_far, key))
}

/// One way to spend strips on a row in [`fill`].
#[derive(Clone, Copy, Default)]
struct Step {
    score: i32,
    /// Strips skipped before (0 or 1) or strips used by this row (1..); 0 used means the row was skipped.
    used: usize,
    skip_strip: bool,
}

/// Binds the rows of a gap to rows of values without labels, when there is one for each: a converter that tears
/// labels from their rows keeps the order.
fn counted(
    table: &TablePlan,
    sheet: &Sheet<'_>,
    rows: &Range<usize>,
    free: &[usize],
    (strips, taken): (&Range<usize>, &mut [bool]),
    matches: &mut [Option<Match>],
) -> bool {
    let open: Vec<usize> = rows.clone().filter(|&row| table.rows[row].cells > 0).collect();
    let Some(cells) = open.first().map(|&row| table.rows[row].cells).filter(|&cells| cells >= LEAST_COUNTED)
    else {
        return false;
    };
    // A lone figure outside the grid is a page number, or a torn label's: no row of several cells.
    let is_stray = |strip: &Strip<'_>| strip.figures() == 1 && !sheet.lines[strip.line].is_row;
    let mut valued: Vec<usize> = free
        .iter()
        .copied()
        .filter(|&at| sheet.strips[at].figures() > 0 && !is_stray(&sheet.strips[at]))
        .collect();
    let is_bare = |at: usize| {
        let strip = &sheet.strips[at];
        strip.label.is_empty() && strip.printed() == cells && (strip.is_row || sheet.lines[strip.line].is_row)
    };
    // Above the first row of a table stands whatever stands there.
    let above = if rows.start == 0 {
        valued.len() - valued.iter().rev().take_while(|&&at| is_bare(at)).count()
    } else {
        0
    };
    let valued = valued.split_off(above);
    if !valued.iter().all(|&at| is_bare(at))
        || valued.len() != open.len()
        || open.iter().any(|&row| table.rows[row].cells != cells)
    {
        return false;
    }
    for (row, at) in open.into_iter().zip(valued) {
        taken[at - strips.start] = true;
        matches[row] = Some(Match { strips: vec![at], how: BoundBy::Position, is_counted: true });
    }
    true
}

/// Rows with fewer cells say too little to be told by their number alone.
const LEAST_COUNTED: usize = 3;

/// Matches the rows of a gap with the strips of the same gap: a monotone alignment of highest score.
fn fill(
    table: &TablePlan,
    sheet: &Sheet<'_>,
    rows: Range<usize>,
    gap: Range<usize>,
    (strips, taken): (&Range<usize>, &mut [bool]),
    matches: &mut [Option<Match>],
) {
    let free: Vec<usize> = gap.filter(|&at| !taken[at - strips.start]).collect();
    let (n, m) = (rows.len(), free.len());
    if m == 0 || n * m > MOST_PAIRS {
        return;
    }
    sheet.budget.spend(n * m);
    if counted(table, sheet, &rows, &free, (strips, taken), matches) {
        return;
    }
    let groups: Vec<Labels> = (0..m).filter_map(|j| Labels::of_groups(sheet, &free[j..])).collect();
    let value_rows = rows.clone().filter(|&row| table.rows[row].cells > 0).count();
    let value_strips = free.iter().filter(|&&at| sheet.strips[at].printed() > 0).count();
    let one_left = value_rows == 1 && value_strips == 1;
    // best[i][j]: rows i.. against strips j..
    let mut best = vec![vec![Step::default(); m + 1]; n + 1];
    for i in (0..n).rev() {
        let row = &table.rows[rows.start + i];
        // Nothing but its very words says that a row which printings may lack is there.
        let groups = if row.is_optional { &[] } else { &groups[..] };
        for j in (0..m).rev() {
            let mut step = Step { score: best[i + 1][j].score, used: 0, skip_strip: false };
            if best[i][j + 1].score > step.score {
                step = Step { score: best[i][j + 1].score, used: 0, skip_strip: true };
            }
            for (label, used) in groups.get(j).into_iter().flat_map(Labels::groups).zip(1..) {
                let group = &free[j..j + used];
                if let Some(score) = score(row, sheet, group, label, one_left) {
                    let score = score + best[i + 1][j + used].score;
                    // Of equal ways the earlier row wins: it stands next to the rows above.
                    if score >= step.score {
                        step = Step { score, used, skip_strip: false };
                    }
                }
            }
            best[i][j] = step;
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < n && j < m {
        let step = best[i][j];
        if step.used > 0 {
            let group = free[j..j + step.used].to_vec();
            for &at in &group {
                taken[at - strips.start] = true;
            }
            let row = &table.rows[rows.start + i];
            // Words that are far off and a number that is missing: little more than the place is left.
            let unmarked = row.mark.is_some() && group.iter().all(|&at| sheet.strips[at].mark.is_none());
            let least = if unmarked { 800 } else { 350 };
            let is_like =
                groups[j].groups().nth(step.used - 1).is_some_and(|label| label.likeness(row) >= least);
            let how = if is_like { BoundBy::Fuzzy } else { BoundBy::Position };
            matches[rows.start + i] = Some(Match { strips: group, how, is_counted: false });
            (i, j) = (i + 1, j + step.used);
        } else if step.skip_strip {
            j += 1;
        } else {
            i += 1;
        }
    }
}

/// How well `group` fits `row`; `None` when it does not.
fn score(row: &RowPlan, sheet: &Sheet<'_>, group: &[usize], label: Label<'_>, one_left: bool) -> Option<i32> {
    let strips = || group.iter().map(|&at| &sheet.strips[at]);
    // Values without a label belong to the label before them, and only when no other row could claim them.
    if group.len() > 1 && row.cells > 1 {
        let bare =
            group.iter().find(|&&at| sheet.strips[at].label.is_empty() && sheet.strips[at].printed() > 0);
        if bare.is_some_and(|&at| at == group[0] || !stands_alone(sheet, at, group[0], row.cells)) {
            return None;
        }
    }
    // A second enumerator begins another row.
    if strips().skip(1).any(|strip| strip.mark.is_some()) {
        return None;
    }
    let mark = strips().find_map(|strip| strip.mark);
    let other_number = matches!((mark, row.mark), (Some(a), Some(b)) if a.style == b.style && a != b);
    let by_mark = match (mark, row.mark) {
        (Some(seen), Some(wanted)) if seen == wanted => 150,
        (Some(_), Some(_)) => -150,
        _ => 0,
    };
    // How like the words must be for the group to fit, whatever its values.
    let least = if other_number {
        // Another number of the same style is another row, unless the words say otherwise beyond doubt.
        900
    } else if row.cells == 0 {
        600
    } else if one_left {
        // A label that is lost altogether leaves only its place; words that say something else do not.
        if label.whole.len() <= 2 { 0 } else { 200 }
    } else {
        (LEAST_SCORE - by_mark - FOR_ALL_VALUES).max(LEAST_ALIKE)
    };
    if least > 0 && !label.may_reach(row, least.unsigned_abs()) {
        return None;
    }
    let likeness = label.likeness(row) as i32;
    if likeness < least {
        return None;
    }
    let mut score = likeness + by_mark;
    if row.cells == 0 {
        // A heading row carries no values.
        return strips().all(|strip| strip.printed() == 0).then_some(score);
    }
    let printed: usize = strips().map(Strip::printed).sum();
    let complete = strips().filter(|strip| strip.printed() == row.cells).count();
    let places = strips().map(|strip| strip.values.len()).max().unwrap_or(0);
    if printed == row.cells || complete == 1 {
        score += FOR_ALL_VALUES;
    } else if places >= row.cells && printed < row.cells {
        score += 100;
    }
    if printed == 0 && places == 0 && strips().all(|strip| strip.unit.is_none()) {
        score -= 300;
    }
    // A second line that adds nothing to the label is not part of the row.
    score -= 40 * (group.len() as i32 - 1);
    if row.cells == 1 && strips().filter(|strip| strip.printed() > 0).count() > 1 {
        return None;
    }
    let enough = score >= LEAST_SCORE && likeness >= LEAST_ALIKE || likeness >= 700;
    let by_place = one_left && printed == row.cells && score >= 150;
    (enough || by_place).then_some(score)
}
