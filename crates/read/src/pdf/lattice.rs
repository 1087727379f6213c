//! Ruling lines to the cells that they enclose.

use super::bounds::overfull;
use super::canvas::{POINT, Rule};
use crate::ReadError;

/// Lines this close are one line; ends this close meet.
pub(super) const SNAP: i32 = 5 * POINT / 2;

/// Columns and rows narrower than this are the two strokes of a double line.
const NARROWEST: i32 = 4 * POINT;

/// More lines than this in either direction are a drawing.
const MOST_LINES: usize = 4000;

/// A table's cells, by places in its grid of edges.
#[derive(Clone, Debug)]
pub(super) struct Lattice {
    /// The x of each vertical edge, rising.
    pub(super) xs: Vec<i32>,
    /// The y of each horizontal edge, rising.
    pub(super) ys: Vec<i32>,
    /// The cells in reading order.
    pub(super) areas: Vec<Area>,
    /// For each place, row by row, the cell that covers it.
    owners: Vec<u32>,
    /// No rule closes it above, or below: it was cut by the page's end.
    pub(super) is_open: [bool; 2],
}

/// A cell: half-open ranges of columns and rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) left: usize,
    pub(super) right: usize,
    pub(super) top: usize,
    pub(super) bottom: usize,
}

impl Lattice {
    /// The cell at a point of the page.
    pub(super) fn cell_at(&self, x: i32, y: i32) -> Option<usize> {
        let column = self.xs.partition_point(|&edge| edge <= x).checked_sub(1)?;
        let row = self.ys.partition_point(|&edge| edge <= y).checked_sub(1)?;
        if column + 1 >= self.xs.len() || row + 1 >= self.ys.len() {
            return None;
        }
        Some(self.owners[row * (self.xs.len() - 1) + column] as usize)
    }

    /// Width and height of the whole, multiplied.
    pub(super) fn extent(&self) -> i64 {
        let side = |edges: &[i32]| i64::from(edges[edges.len() - 1] - edges[0]);
        side(&self.xs) * side(&self.ys)
    }
}

/// A straight line put together from rules.
#[derive(Clone, Copy, Debug)]
struct Line {
    at: i32,
    from: i32,
    to: i32,
}

/// The tables that `rules` draw, each of two cells or more; `places` is how many more a document may hold.
pub(super) fn tables(rules: &[Rule], places: &mut usize) -> Result<Vec<Lattice>, ReadError> {
    let lines = [true, false].map(|is_horizontal| lines(rules, is_horizontal));
    let [across, down] = &lines;
    if across.len().max(down.len()) > MOST_LINES {
        return Ok(Vec::new());
    }
    spend(places, across.len() * down.len() / 16)?;
    let mut groups = Groups::new(across.len() + down.len());
    for (i, h) in across.iter().enumerate() {
        for (j, v) in down.iter().enumerate() {
            let meets = h.from - SNAP <= v.at && v.at <= h.to + SNAP;
            if meets && v.from - SNAP <= h.at && h.at <= v.to + SNAP {
                groups.join(i, across.len() + j);
            }
        }
    }
    let mut parts: Vec<(usize, Vec<Line>, Vec<Line>)> = Vec::new();
    for (at, line) in across.iter().chain(down).enumerate() {
        let root = groups.root(at);
        let found = parts.iter().position(|part| part.0 == root).unwrap_or(parts.len());
        if found == parts.len() {
            parts.push((root, Vec::new(), Vec::new()));
        }
        let part = &mut parts[found];
        if at < across.len() { part.1.push(*line) } else { part.2.push(*line) }
    }
    let mut tables = Vec::new();
    for (_, across, down) in parts {
        if across.len() + down.len() >= 3
            && let Some(lattice) = lattice(across, down, places)?
        {
            tables.push(lattice);
        }
    }
    Ok(tables)
}

fn spend(places: &mut usize, cost: usize) -> Result<(), ReadError> {
    *places = places.checked_sub(cost).ok_or_else(overfull)?;
    Ok(())
}

/// A line in the middle between its first and its last rule.
fn placed((line, last): (Line, i32)) -> Line {
    Line { at: i32::midpoint(line.at, last), ..line }
}

/// Rules of one direction put together: on one line within [`SNAP`], end to end within it.
fn lines(rules: &[Rule], is_horizontal: bool) -> Vec<Line> {
    let mut rules: Vec<Rule> =
        rules.iter().filter(|rule| rule.is_horizontal == is_horizontal).copied().collect();
    rules.sort_unstable_by_key(|rule| (rule.at, rule.from, rule.to));
    let mut lines: Vec<Line> = Vec::new();
    let mut rest = rules.as_mut_slice();
    while let Some(first) = rest.first() {
        let reach = first.at + SNAP;
        let mut len = 1;
        while len < rest.len() && rest[len].at <= reach && rest[len].at - rest[len - 1].at <= SNAP {
            len += 1;
        }
        let (cluster, after) = rest.split_at_mut(len);
        rest = after;
        cluster.sort_unstable_by_key(|rule| (rule.from, rule.to));
        let mut open: Option<(Line, i32)> = None;
        for rule in cluster {
            match &mut open {
                // Only what hangs together shares a place: on one page the edges of two tables may nearly meet.
                Some((line, last)) if rule.from <= line.to + SNAP => {
                    line.to = line.to.max(rule.to);
                    (line.at, *last) = (line.at.min(rule.at), (*last).max(rule.at));
                }
                _ => lines.extend(
                    open.replace((Line { at: rule.at, from: rule.from, to: rule.to }, rule.at)).map(placed),
                ),
            }
        }
        lines.extend(open.map(placed));
    }
    lines.retain(|line| line.to - line.from >= NARROWEST);
    lines
}

/// The cells between lines that hang together, when there are two or more.
fn lattice(
    mut across: Vec<Line>,
    mut down: Vec<Line>,
    places: &mut usize,
) -> Result<Option<Lattice>, ReadError> {
    let [above, below] = close(&mut across, &down);
    close(&mut down, &across);
    let (xs, ys) = (edges(&down), edges(&across));
    if xs.len() < 2 || ys.len() < 2 || xs.len() + ys.len() < 5 {
        return Ok(None);
    }
    let (columns, rows) = (xs.len() - 1, ys.len() - 1);
    spend(places, columns * rows)?;
    // Walls: above each place (one more row for the floor), and to its left.
    let mut ceilings = vec![false; columns * (rows + 1)];
    for line in &across {
        let row = nearest(&ys, line.at);
        for column in between(&xs, line) {
            ceilings[row * columns + column] = true;
        }
    }
    let mut walls = vec![false; (columns + 1) * rows];
    for line in &down {
        let column = nearest(&xs, line.at);
        for row in between(&ys, line) {
            walls[row * (columns + 1) + column] = true;
        }
    }
    let mut groups = Groups::new(columns * rows);
    for row in 0..rows {
        for column in 0..columns {
            let place = row * columns + column;
            if row > 0 && !ceilings[row * columns + column] {
                groups.join(place - columns, place);
            }
            if column > 0 && !walls[row * (columns + 1) + column] {
                groups.join(place - 1, place);
            }
        }
    }
    let (areas, owners) = areas(&mut groups, columns, rows);
    if areas.len() < 2 {
        return Ok(None);
    }
    Ok(Some(Lattice { xs, ys, areas, owners, is_open: [above, below] }))
}

/// Adds the first or last line that is missing where the crossing lines all end at the page's cut.
fn close(lines: &mut Vec<Line>, crossing: &[Line]) -> [bool; 2] {
    let first = crossing.iter().map(|line| line.from).min();
    let last = crossing.iter().map(|line| line.to).max();
    [first.map(|end| (end, true)), last.map(|end| (end, false))].map(|end| {
        let Some((end, is_first)) = end else { return false };
        let ending = crossing.iter().filter(|line| {
            let own = if is_first { line.from } else { line.to };
            (own - end).abs() <= SNAP
        });
        let ats: Vec<i32> = ending.map(|line| line.at).collect();
        let is_closed = lines.iter().any(|line| (line.at - end).abs() <= NARROWEST);
        let (Some(&from), Some(&to)) = (ats.iter().min(), ats.iter().max()) else { return false };
        if is_closed || ats.len() < 2 || to - from < NARROWEST {
            return false;
        }
        lines.push(Line { at: end, from, to });
        true
    })
}

/// The distinct places of `lines`, rising; double lines are one.
fn edges(lines: &[Line]) -> Vec<i32> {
    let mut ats: Vec<i32> = lines.iter().map(|line| line.at).collect();
    ats.sort_unstable();
    ats.dedup_by(|next, kept| *next - *kept < NARROWEST);
    ats
}

/// Which of the rising `edges` is nearest to `at`.
pub(super) fn nearest(edges: &[i32], at: i32) -> usize {
    let after = edges.partition_point(|&edge| edge < at);
    match after.checked_sub(1) {
        Some(before) if after == edges.len() || at - edges[before] < edges[after] - at => before,
        _ => after,
    }
}

/// The places between rising `edges` whose middle `line` passes.
fn between(edges: &[i32], line: &Line) -> std::ops::Range<usize> {
    let middles = || edges.windows(2).map(|pair| i32::midpoint(pair[0], pair[1]));
    let first = middles().take_while(|&middle| middle < line.from).count();
    let end = middles().take_while(|&middle| middle <= line.to).count();
    first..end.max(first)
}

/// The cells in reading order, and which cell covers each place; what is no rectangle is cut into rows.
fn areas(groups: &mut Groups, columns: usize, rows: usize) -> (Vec<Area>, Vec<u32>) {
    let mut bounds: Vec<Option<(Area, usize)>> = vec![None; columns * rows];
    for place in 0..columns * rows {
        let (row, column) = (place / columns, place % columns);
        let (area, count) = bounds[groups.root(place)]
            .get_or_insert((Area { left: column, right: column, top: row, bottom: row }, 0));
        area.left = area.left.min(column);
        area.right = area.right.max(column + 1);
        area.bottom = area.bottom.max(row + 1);
        *count += 1;
    }
    let mut areas: Vec<Area> = Vec::new();
    let mut owners = vec![u32::MAX; columns * rows];
    for place in 0..columns * rows {
        if owners[place] != u32::MAX {
            continue;
        }
        let (row, column) = (place / columns, place % columns);
        let root = groups.root(place);
        let (area, count) = bounds[root].expect("every place was counted");
        let area = if count == (area.right - area.left) * (area.bottom - area.top) {
            area
        } else {
            let run = (column..columns).take_while(|at| groups.root(row * columns + at) == root).count();
            Area { left: column, right: column + run, top: row, bottom: row + 1 }
        };
        for row in area.top..area.bottom {
            owners[row * columns + area.left..row * columns + area.right].fill(areas.len() as u32);
        }
        areas.push(area);
    }
    (areas, owners)
}

/// Sets that grow together.
struct Groups(Vec<u32>);

impl Groups {
    fn new(len: usize) -> Self {
        Self((0..len as u32).collect())
    }

    fn root(&mut self, mut at: usize) -> usize {
        while self.0[at] as usize != at {
            self.0[at] = self.0[self.0[at] as usize];
            at = self.0[at] as usize;
        }
        at
    }

    fn join(&mut self, left: usize, right: usize) {
        let (left, right) = (self.root(left), self.root(right));
        self.0[left.max(right)] = left.min(right) as u32;
    }
}
