//! Tables that add up: real ones from a collection beside the project, and generated ones.

use super::Random;
use gongkai::model::{Indicator, Presence};
use gongkai::reconcile::localise::{Grid, Localiser};
use gongkai::reconcile::report::Rules;
use gongkai::{Engine, Registry};
use std::path::{Path, PathBuf};

/// Columns of table 3: six kinds of applicant and the total.
pub(super) const COLUMNS: usize = 7;
/// Rows of table 3 of the form of 2021.
pub(super) const ROWS: usize = 25;
/// Rows that are not outcomes: received, carried in, processed, carried out.
const RECEIVED: usize = 0;
const CARRIED_IN: usize = 1;
const PROCESSED: usize = 23;
const CARRIED_OUT: usize = 24;

fn localiser(table: u8, columns: usize) -> (Localiser, Vec<Indicator>) {
    let registry = Registry::linked().expect("the built-in forms agree");
    let plan = registry.plans().find(|it| it.template.id == "annual-2021").expect("the form is built in");
    let cells =
        plan.tables.iter().find(|it| it.form.number == table).expect("the form has the table").cells.clone();
    let mut rules = Rules::new();
    rules.add(plan.template.id, table, &cells, plan.template.identities);
    let system = rules.system(plan.template.id, table).expect("its rules were just added").clone();
    let grid = Grid::new(columns, (0..cells.len()).map(Some)).with_totals_of(&system);
    (Localiser::new(system, grid), cells)
}

/// Table 3 of the form of 2021 with its identities, and the ids of its cells.
pub fn applications() -> (Localiser, Vec<Indicator>) {
    localiser(3, COLUMNS)
}

/// Table 4: three blocks of four figures and their total.
pub fn proceedings() -> Localiser {
    localiser(4, 5).0
}

/// Table 2: figures without an equality.
pub fn disclosed() -> Localiser {
    localiser(2, 1).0
}

/// Which tables are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Generator {
    /// Natural persons far ahead, tens to hundreds of cases, as a county or a city has them.
    County,
    /// Thousands of cases over many cells, and numbers with many zeros at the end.
    Province,
}

/// A table that adds up, with at least 60 cells that are not zero.
pub fn generated(kind: Generator, random: &mut Random) -> Vec<i64> {
    loop {
        let mut table = vec![0_i64; ROWS * COLUMNS];
        for row in 1..ROWS {
            if row == PROCESSED {
                continue;
            }
            for column in 0..COLUMNS - 1 {
                table[row * COLUMNS + column] = leaf(kind, row, column, random);
            }
        }
        for column in 0..COLUMNS - 1 {
            let sum = (2..PROCESSED).map(|row| table[row * COLUMNS + column]).sum::<i64>();
            table[PROCESSED * COLUMNS + column] = sum;
            let received = sum + table[CARRIED_OUT * COLUMNS + column] - table[CARRIED_IN * COLUMNS + column];
            table[RECEIVED * COLUMNS + column] = received;
        }
        for row in 0..ROWS {
            let cells = &mut table[row * COLUMNS..][..COLUMNS];
            cells[COLUMNS - 1] = cells[..COLUMNS - 1].iter().sum();
        }
        let figures = table.iter().filter(|&&it| it != 0).count();
        if figures >= 60 && table.iter().all(|&it| it >= 0) {
            return table;
        }
    }
}

fn leaf(kind: Generator, row: usize, column: usize, random: &mut Random) -> i64 {
    let usual = matches!(row, 2 | 3 | 12) || row == CARRIED_OUT || row == CARRIED_IN;
    match kind {
        Generator::County => {
            let most = match (column, usual) {
                (0, true) => 400,
                (0, false) => 40,
                (1, true) => 60,
                (1, false) => 9,
                _ => 6,
            };
            let shown = if column == 0 {
                90
            } else if column == 1 {
                55
            } else {
                25
            };
            if random.chance(shown) { random.between(0, 1 + random.clone().between(0, most)) } else { 0 }
        }
        Generator::Province => {
            let most = if column == 0 { 9_000 } else { 900 };
            let value = if random.chance(70) { random.between(0, most) / random.between(1, 30) } else { 0 };
            if random.chance(15) { value / 100 * 100 } else { value }
        }
    }
}

/// Real tables, as the program reads them.
#[derive(Clone, Debug, Default)]
pub struct Real {
    /// Tables that are complete, add up and are not all zero, none twice.
    pub tables: Vec<Vec<i64>>,
    /// How many reports were looked at.
    pub reports: usize,
}

/// Table 3 of every report under `folders` that has one, blanks as zero; those of the form of 2019 with their one
/// row of other outcomes in the last of the three.
pub fn real(folders: &[&Path]) -> Real {
    let (localiser, cells) = applications();
    let engine = Engine::linked().expect("the built-in forms agree");
    let mut found = Real::default();
    let mut paths = Vec::new();
    for folder in folders {
        files(folder, &mut paths);
    }
    paths.sort();
    for path in paths {
        let Ok(bytes) = std::fs::read(&path) else { continue };
        let report = engine.read(&path.to_string_lossy(), &bytes);
        found.reports += usize::from(report.unreadable.is_none());
        let number = |id: &str| -> Option<i64> {
            let fact = report.fact(id)?;
            match fact.presence {
                Presence::Blank => Some(0),
                _ => fact.value?.to_i64(),
            }
        };
        let older = number("applications.outcome.other.subtotal.total").is_some();
        let value = |cell: &Indicator| {
            let id = cell.id();
            match id.strip_prefix("applications.outcome.other.") {
                Some(rest) if older => match rest.strip_prefix("miscellaneous.") {
                    Some(column) => number(&format!("applications.outcome.other.subtotal.{column}")),
                    None => Some(0),
                },
                _ => number(id),
            }
        };
        let Some(table) = cells.iter().map(value).collect::<Option<Vec<i64>>>() else { continue };
        let usable = table.iter().any(|&it| it > 0) && table.iter().all(|&it| it >= 0);
        if usable && super::score::is_consistent(&localiser, &table) && !found.tables.contains(&table) {
            found.tables.push(table);
        }
    }
    found
}

/// Texts of reports under `folder`.
fn files(folder: &Path, paths: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|it| it.path()) {
        if path.is_dir() {
            files(&path, paths);
        } else if path.extension().is_some_and(|it| it == "txt" || it == "md") {
            paths.push(path);
        }
    }
}
