//! What is damaged: the seeds and the fixtures, with the undamaged reading of every cell and its place.

use gongkai::model::{Audit, Fact, Outcome, Presence, Relation, Status, ValueKind};
use gongkai::text::Decimal;
use gongkai::text::label::fold;
use gongkai::{Engine, Registry};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// What stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Printed {
    Number(Decimal),
    /// Anything that is there and no number: blank, `/`, a dash, a word.
    Without,
    /// The cell is not printed.
    Absent,
    /// No single reading is the printed one: a number cut by a line break.
    Unclear,
}

impl Printed {
    pub(crate) fn of(fact: &Fact) -> Self {
        match (fact.presence, fact.value) {
            (Presence::Number, Some(value)) => Self::Number(value),
            (Presence::NotFound, _) => Self::Absent,
            _ => Self::Without,
        }
    }
}

impl fmt::Display for Printed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(value) => write!(f, "{value}"),
            Self::Without => f.write_str("(no number)"),
            Self::Absent => f.write_str("(absent)"),
            Self::Unclear => f.write_str("(unclear)"),
        }
    }
}

/// A cell of a form, by its indicator; a second fact of one indicator has its count behind it.
pub(crate) type Key = String;

/// The facts of a report by cell.
pub(crate) fn by_cell(facts: &[Fact]) -> BTreeMap<Key, &Fact> {
    let mut cells: BTreeMap<Key, &Fact> = BTreeMap::new();
    for fact in facts {
        let mut key = fact.key().into_owned();
        let mut count = 1;
        while cells.contains_key(&key) {
            count += 1;
            key = format!("{}#{count}", fact.key());
        }
        cells.insert(key, fact);
    }
    cells
}

/// A cell of the undamaged reading.
#[derive(Clone, Debug)]
pub(crate) struct Cell {
    pub(crate) key: Key,
    pub(crate) truth: Printed,
    /// Not plain even before the damage: its flag is no cost of the damage.
    pub(crate) was_flagged: bool,
    /// It counts something: below zero no figure can stand in it.
    pub(crate) is_count: bool,
    /// More than one reading was left before the damage: nothing is known about it.
    pub(crate) is_open: bool,
    pub(crate) span: Option<Range<usize>>,
    pub(crate) line: Option<usize>,
    /// Position of its table among [`Source::tables`].
    pub(crate) table: usize,
    /// Position of its row in its table's form.
    pub(crate) row: usize,
}

/// A row of a form that is printed on one line, with no other row's cells.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) table: usize,
    /// Position in its table's form.
    pub(crate) number: usize,
    pub(crate) line: usize,
    /// Positions in [`Source::cells`], left to right.
    pub(crate) cells: Vec<usize>,
    /// Whether another row of the table has the same label.
    pub(crate) is_repeated_label: bool,
}

/// A table as it is printed.
#[derive(Clone, Debug)]
pub(crate) struct Grid {
    /// Lines from its first to its last cell.
    pub(crate) lines: Range<usize>,
    /// Folded labels and other printings, by row of the form, then column.
    pub(crate) columns: Vec<Vec<Vec<String>>>,
    /// Folded words above rows and columns.
    pub(crate) headings: Vec<String>,
    /// Folded printings of all its row labels.
    pub(crate) labels: BTreeSet<String>,
}

/// One instance of an identity.
#[derive(Clone, Debug)]
pub(crate) struct Instance {
    pub(crate) left: Vec<Key>,
    pub(crate) relation: Relation,
    pub(crate) right: Vec<Key>,
}

/// A document to be damaged.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub(crate) name: String,
    pub(crate) is_seed: bool,
    pub(crate) text: String,
    /// Bytes of each line without its line feed.
    pub(crate) lines: Vec<Range<usize>>,
    pub(crate) cells: Vec<Cell>,
    pub(crate) rows: Vec<Row>,
    pub(crate) tables: Vec<Grid>,
    pub(crate) identities: Vec<Instance>,
    pub(crate) audit: Audit,
}

impl Source {
    pub(crate) fn new(
        engine: &Engine,
        registry: &Registry,
        name: String,
        is_seed: bool,
        text: String,
    ) -> Self {
        let audit = engine.check(&name, text.as_bytes());
        let mut lines = Vec::new();
        let mut start = 0;
        for line in text.split('\n') {
            lines.push(start..start + line.len());
            start += line.len() + 1;
        }
        let line_of = |at: usize| lines.partition_point(|line: &Range<usize>| line.end < at);
        let facts = &audit.report.facts;
        let keys: BTreeMap<*const Fact, Key> =
            by_cell(facts).into_iter().map(|(key, fact)| (std::ptr::from_ref(fact), key)).collect();
        let mut cells: Vec<Cell> = Vec::new();
        let mut tables = Vec::new();
        let mut identities = Vec::new();
        let mut labels: BTreeMap<(usize, usize), &str> = BTreeMap::new();
        for read in &audit.report.tables {
            let Some((plan, table)) = registry.plans().find_map(|plan| {
                let table = plan.tables.iter().find(|table| table.form.number == read.number)?;
                (plan.template.id == read.template).then_some((plan, table))
            }) else {
                continue;
            };
            let at = tables.len();
            let first = cells.len();
            for (number, row) in table.rows.iter().enumerate() {
                labels.insert((at, number), row.label);
                for column in 0..row.cells {
                    let fact = &facts[read.first_fact + row.first_cell + column];
                    let span = fact.span.map(|place| place.start as usize..place.end as usize);
                    cells.push(Cell {
                        key: keys[&std::ptr::from_ref(fact)].clone(),
                        truth: Printed::of(fact),
                        was_flagged: !matches!(fact.status, Status::Confirmed | Status::Read),
                        is_count: fact.indicator.kind() != ValueKind::SignedCount,
                        // An open unit leaves the figure as printed.
                        is_open: fact.status == Status::Ambiguous && fact.unit.is_some(),
                        line: span.as_ref().map(|span| line_of(span.start)),
                        span,
                        table: at,
                        row: number,
                    });
                }
            }
            let printed: BTreeSet<usize> = cells[first..].iter().filter_map(|cell| cell.line).collect();
            let from = printed.first().copied().unwrap_or(0);
            tables.push(Grid {
                lines: from..printed.last().map_or(from, |last| last + 1),
                columns: table.rows.iter().map(|row| table.columns[row.block].clone()).collect(),
                headings: table.headings.clone(),
                labels: table.rows.iter().flat_map(|row| row.keys.iter().cloned()).collect(),
            });
            let known: BTreeSet<&Key> = cells[first..].iter().map(|cell| &cell.key).collect();
            // A relation with the year before is not there to be broken in one report.
            for identity in plan.template.identities.iter().filter(|it| !it.is_across_years()) {
                for (left, right) in identity.instances() {
                    if left.iter().chain(&right).all(|id| known.contains(id)) {
                        identities.push(Instance { left, relation: identity.relation, right });
                    }
                }
            }
        }
        let rows = rows(&cells, &labels);
        Self { name, is_seed, text, lines, cells, rows, tables, identities, audit }
    }

    /// The cells that are printed as one run of digits with `cell`, itself among them; none where it stands apart.
    pub(crate) fn run_of(&self, cell: usize) -> Range<usize> {
        let touches = |left: usize| {
            let (left, right) = (self.cells[left].span.as_ref(), self.cells.get(left + 1));
            let right = right.and_then(|right| right.span.as_ref());
            left.zip(right).is_some_and(|(left, right)| left.end == right.start && !left.is_empty())
        };
        let first = (0..cell).rev().take_while(|&at| touches(at)).last().unwrap_or(cell);
        let last = (cell..self.cells.len()).find(|&at| !touches(at)).unwrap_or(cell);
        if first == last { cell..cell } else { first..last + 1 }
    }

    pub(crate) fn line(&self, at: usize) -> &str {
        &self.text[self.lines[at].clone()]
    }

    pub(crate) fn rows_of(&self, table: usize) -> Vec<&Row> {
        self.rows.iter().filter(|row| row.table == table).collect()
    }

    /// Where the words before the first cell of `row` stand.
    pub(crate) fn label_of(&self, row: &Row) -> Option<Range<usize>> {
        let first = self.cells[*row.cells.first()?].span.clone()?;
        let head = self.lines[row.line].start..first.start;
        tokens(&self.text, head)
            .into_iter()
            .max_by_key(|token| (ideographs(&self.text, token.clone()).len(), token.end))
            .filter(|token| ideographs(&self.text, token.clone()).len() > 1)
    }

    /// The lines above `row` that hold labels of its columns: its header.
    pub(crate) fn header_of(&self, row: &Row) -> Option<Range<usize>> {
        let grid = &self.tables[row.table];
        let known: BTreeSet<&String> = grid.columns[row.number]
            .iter()
            .flatten()
            .chain(&grid.headings)
            .filter(|it| !it.is_empty())
            .collect();
        let taken: BTreeSet<usize> = self.cells.iter().filter_map(|cell| cell.line).collect();
        let is_header = |line: usize| {
            let words = tokens(&self.text, self.lines[line].clone());
            let words: Vec<String> = words.into_iter().map(|token| fold(&self.text[token])).collect();
            !taken.contains(&line) && words.len() > 1 && words.iter().any(|word| known.contains(word))
        };
        let above = grid.lines.start.saturating_sub(4)..row.line;
        let last = above.rev().find(|&line| is_header(line))?;
        let first = (0..=last).rev().take_while(|&line| is_header(line)).last()?;
        Some(first..last + 1)
    }
}

/// The rows that have a line to themselves.
fn rows(cells: &[Cell], labels: &BTreeMap<(usize, usize), &str>) -> Vec<Row> {
    let mut owners: BTreeMap<usize, BTreeSet<(usize, usize)>> = BTreeMap::new();
    let mut members: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (at, cell) in cells.iter().enumerate() {
        members.entry((cell.table, cell.row)).or_default().push(at);
        if let Some(line) = cell.line {
            owners.entry(line).or_default().insert((cell.table, cell.row));
        }
    }
    let mut rows: Vec<Row> = Vec::new();
    for ((table, row), members) in members {
        let Some(line) = cells[members[0]].line else { continue };
        if owners[&line].len() > 1 || members.iter().any(|&cell| cells[cell].line != Some(line)) {
            continue;
        }
        let same = labels.iter().filter(|((of, _), label)| *of == table && **label == labels[&(table, row)]);
        let is_repeated_label = same.count() > 1;
        rows.push(Row { table, number: row, line, cells: members, is_repeated_label });
    }
    rows.sort_by_key(|row| row.line);
    rows
}

/// The cells of a line: what stands between tabs, bars and runs of blanks.
pub(crate) fn tokens(text: &str, within: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = within.start;
    for piece in text[within].split(['\t', '|']) {
        let blanks = piece.len() - piece.trim_start().len();
        let words = piece.trim();
        if !words.is_empty() {
            found.push(start + blanks..start + blanks + words.len());
        }
        start += piece.len() + 1;
    }
    found
}

/// Where the Chinese characters of a piece of text stand.
pub(crate) fn ideographs(text: &str, within: Range<usize>) -> Vec<Range<usize>> {
    let from = within.start;
    text[within]
        .char_indices()
        .filter(|(_, c)| ('\u{4E00}'..='\u{9FFF}').contains(c))
        .map(|(at, c)| from + at..from + at + c.len_utf8())
        .collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Names in a folder, sorted; none when it is missing.
fn listing(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    paths
}

fn named(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The seeds with the files of their true values; empty when the data folder is not beside the workspace.
pub(crate) fn seeds() -> Vec<(String, String, serde_json::Value)> {
    let read = |path: &Path| {
        let text = std::fs::read_to_string(path).ok()?;
        let gold = root().join("../shared/gold").join(named(path)).with_extension("json");
        let gold = serde_json::from_str(&std::fs::read_to_string(gold).ok()?).ok()?;
        Some((named(path), text, gold))
    };
    listing(&root().join("../shared/seeds")).iter().filter_map(|path| read(path)).collect()
}

/// The fixtures: `form/case/file` and text.
pub(crate) fn fixtures() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for form in listing(&root().join("fixtures")) {
        for case in listing(&form) {
            for path in listing(&case) {
                let name = named(&path);
                if !["source.txt", "source.md"].contains(&name.as_str()) {
                    continue;
                }
                if let Ok(text) = std::fs::read_to_string(&path) {
                    found.push((format!("{}/{}/{name}", named(&form), named(&case)), text));
                }
            }
        }
    }
    found
}

/// The cells on which a finding says that a relation is broken.
pub(crate) fn accused(audit: &Audit) -> BTreeSet<&str> {
    let broken = audit.findings.iter().filter(|finding| finding.outcome == Outcome::Violated);
    broken.flat_map(|finding| finding.facts.iter().map(String::as_str)).collect()
}
