//! A form made ready for reading: labels folded once, cells numbered, indicators resolved.

use crate::form::digests::ByDigest;
use crate::form::error::RegistryError;
use crate::form::template::{Block, Column, Row, Table, Template};
use crate::wording::head;
use gongkai_grammar::{Enumerator, enumerator, unmarked};
use gongkai_model::{CellLabel, Fact, FormCell, Indicator, Measure, Words, catalog};
use gongkai_text::Unit;
use gongkai_text::label::{Pattern, digest, digest_of, fold};

/// Rows of fewer cells have no total that could bear them out.
pub(crate) const LEAST_TOTALLED: usize = 5;

/// One table, ready for reading.
#[derive(Debug)]
pub struct TablePlan {
    /// The form's data.
    pub form: &'static Table,
    /// Rows of all blocks, in printed order.
    pub rows: Vec<RowPlan>,
    /// Cells of all rows, in printed order.
    pub cells: Vec<Indicator>,
    /// Which period each of the cells covers.
    pub measures: Vec<Measure>,
    /// What the form calls each of the cells.
    pub labels: Vec<CellLabel>,
    /// Folded labels of each block's value columns: label and other printings.
    pub columns: Vec<Vec<Vec<String>>>,
    /// The same, ready to be compared.
    pub(crate) column_patterns: Vec<Vec<Vec<Pattern>>>,
    /// Folded labels of each block's columns of codes.
    pub(crate) code_columns: Vec<Vec<String>>,
    /// Folded words that stand above rows and columns.
    pub headings: Vec<String>,
    /// The same table in printings that lack its optional columns, where it has any.
    pub(crate) narrow: Option<Box<TablePlan>>,
    /// Which of the cells printings of the form may lack.
    optional: Vec<bool>,
    by_label: ByDigest<Vec<usize>>,
    /// Rows that stand under a heading, by that heading and their label together.
    by_heading: ByDigest<usize>,
}

/// One row, ready for reading.
#[derive(Debug)]
pub struct RowPlan {
    /// Label as printed.
    pub label: &'static str,
    /// Position of its block.
    pub block: usize,
    /// Folded printings, without enumerators: whole label, its head before a bracket, other printings.
    pub keys: Vec<String>,
    /// The same, ready to be compared.
    pub(crate) patterns: Vec<Pattern>,
    /// Its enumerator.
    pub mark: Option<Enumerator>,
    /// Position of its first cell in [`TablePlan::cells`].
    pub first_cell: usize,
    /// How many cells it has; 0 for a heading row.
    pub cells: usize,
    /// Whether printings of the form may lack it.
    pub is_optional: bool,
    /// The unit that the form fixes for it, where that is not the indicator's own.
    pub(crate) unit: Option<Unit>,
}

/// A form, ready for reading.
#[derive(Debug)]
pub struct Plan {
    /// The form's data.
    pub template: &'static Template,
    /// Its tables.
    pub tables: Vec<TablePlan>,
}

impl Plan {
    /// Prepares `template`; `find` resolves indicator ids that the form does not declare itself.
    pub(crate) fn new(template: &'static Template) -> Result<Self, RegistryError> {
        let find = |id: &str| {
            let own = template.indicators.iter().find(|definition| definition.id == id).map(Indicator::new);
            own.or_else(|| catalog::find(id)).ok_or_else(|| RegistryError::UnknownIndicator {
                extractor: template.id,
                indicator: id.to_owned(),
            })
        };
        let tables = template
            .tables
            .iter()
            .map(|table| TablePlan::new(table, &find, true))
            .collect::<Result<_, _>>()?;
        Ok(Self { template, tables })
    }
}

impl TablePlan {
    fn new(
        form: &'static Table,
        find: &dyn Fn(&str) -> Result<Indicator, RegistryError>,
        is_whole: bool,
    ) -> Result<Self, RegistryError> {
        let value_columns = |block: &'static Block| {
            let columns = block.columns.iter().filter(|column| column.has_values);
            columns.filter(move |column| is_whole || !column.is_optional)
        };
        let mut blocks = form.blocks.iter();
        let narrow = if is_whole && blocks.any(|block| block.columns.iter().any(|it| it.is_optional)) {
            Some(Box::new(Self::new(form, find, false)?))
        } else {
            None
        };
        let mut rows = Vec::new();
        let mut cells = Vec::new();
        let (mut labels, mut measures, mut optional) = (Vec::new(), Vec::new(), Vec::new());
        for (at, block) in form.blocks.iter().enumerate() {
            for row in block.rows {
                let first_cell = cells.len();
                for column in value_columns(block).filter(|_| !is_heading(row)) {
                    cells.push(find(&id(row, column))?);
                    labels.push(label(row, column));
                    measures.push(column.measure);
                    optional.push(row.is_optional || column.is_optional);
                }
                let count = cells.len() - first_cell;
                let (keys, mark) = (keys(row), enumerator(row.label).0);
                let patterns = keys.iter().map(|key| Pattern::new(key)).collect();
                rows.push(RowPlan {
                    label: row.label,
                    block: at,
                    keys,
                    patterns,
                    mark,
                    first_cell,
                    cells: count,
                    is_optional: row.is_optional,
                    unit: row.unit,
                });
            }
        }
        let mut by_heading: ByDigest<usize> = ByDigest::default();
        for (at, row) in form.blocks.iter().flat_map(|block| block.rows).enumerate() {
            for key in rows[at].keys.iter().filter(|_| !row.under.is_empty()) {
                by_heading.insert(digest_of([&*fold(row.under), key]), at);
            }
        }
        let mut by_label: ByDigest<Vec<usize>> = ByDigest::default();
        for (at, row) in rows.iter().enumerate() {
            for key in &row.keys {
                let known = by_label.entry(digest(key)).or_default();
                if !known.contains(&at) {
                    known.push(at);
                }
            }
        }
        let printings_of = |column: &Column| -> Vec<String> {
            std::iter::once(column.label).chain(column.aliases.iter().copied()).map(fold).collect()
        };
        let columns: Vec<Vec<Vec<String>>> =
            form.blocks.iter().map(|block| value_columns(block).map(printings_of).collect()).collect();
        let ready = |labels: &Vec<String>| labels.iter().map(|label| Pattern::new(label)).collect();
        let column_patterns = columns.iter().map(|block| block.iter().map(ready).collect()).collect();
        let code_columns = form.blocks.iter().map(|block| {
            let codes = block.columns.iter().filter(|column| !column.has_values);
            codes.flat_map(printings_of).collect()
        });
        let code_columns = code_columns.collect();
        let headings = form.headings.iter().map(|words| fold(words)).collect();
        Ok(Self {
            form,
            rows,
            cells,
            measures,
            labels,
            columns,
            column_patterns,
            code_columns,
            headings,
            narrow,
            optional,
            by_label,
            by_heading,
        })
    }

    /// How many rows with values every printing has.
    pub fn required_rows(&self) -> usize {
        self.rows.iter().filter(|row| row.cells > 0 && !row.is_optional).count()
    }

    /// The cells with all that relations need to know of them.
    pub fn form_cells(&self) -> impl Iterator<Item = FormCell> + '_ {
        let cells = self.cells.iter().zip(&self.measures).zip(&self.optional);
        cells.map(|((&indicator, &measure), &is_optional)| FormCell { indicator, measure, is_optional })
    }

    /// Every cell as one that the document does not show.
    pub fn not_found(&self) -> impl Iterator<Item = Fact> + '_ {
        self.cells
            .iter()
            .zip(&self.measures)
            .zip(&self.labels)
            .map(|((&indicator, &measure), &label)| Fact { measure, ..Fact::not_found_at(indicator, label) })
    }

    /// Rows whose label folds to `key`.
    pub fn rows_labelled(&self, key: u64) -> &[usize] {
        self.by_label.get(&key).map_or(&[], Vec::as_slice)
    }

    /// The row whose heading and label one of `keys` is, where both stand side by side.
    pub(crate) fn row_beside_heading(&self, keys: &[u64]) -> Option<usize> {
        if self.by_heading.is_empty() {
            None
        } else {
            keys.iter().find_map(|key| self.by_heading.get(key).copied())
        }
    }

    /// Whether the table's only value row is known by its place alone.
    pub fn is_unlabelled(&self) -> bool {
        self.rows.iter().all(|row| row.keys.is_empty())
    }

    /// Digests of the folded headings and column labels.
    pub(crate) fn heading_digests(&self) -> impl Iterator<Item = u64> + '_ {
        let columns = self.columns.iter().flatten().flatten().chain(self.code_columns.iter().flatten());
        columns.chain(&self.headings).filter(|words| !words.is_empty()).map(|words| digest(words))
    }

    /// How many cells the rows have that end in a total.
    pub(crate) fn totalled_widths(&self) -> impl Iterator<Item = usize> + '_ {
        let labelled = self.rows.iter().filter(|_| !self.is_unlabelled());
        labelled.map(|row| row.cells).filter(|&cells| cells >= LEAST_TOTALLED)
    }

    /// Every folded row label with its row.
    pub(crate) fn labels(&self) -> impl Iterator<Item = (u64, &RowPlan)> + '_ {
        self.rows.iter().flat_map(|row| row.keys.iter().map(move |key| (digest(key), row)))
    }
}

/// The indicator id of the cell where a row and a column cross.
fn id(row: &Row, column: &Column) -> String {
    match (row.id, column.key) {
        ("", key) => key.to_owned(),
        (id, "") => id.to_owned(),
        (id, key) => format!("{id}.{key}"),
    }
}

/// Whether a row only heads others.
fn is_heading(row: &Row) -> bool {
    row.id.is_empty() && !row.label.is_empty()
}

fn label(row: &Row, column: &Column) -> CellLabel {
    let own = |label: &'static str| head(unmarked(label));
    let column = match (column.key, column.measure) {
        ("", Measure::Year) => Words::default(),
        _ => Words { under: column.group, own: own(column.label) },
    };
    CellLabel { row: Words { under: row.under, own: own(row.label) }, column }
}

/// The folded printings of a row's label.
fn keys(row: &Row) -> Vec<String> {
    let mut keys = Vec::new();
    for label in std::iter::once(&row.label).chain(row.aliases) {
        let label = unmarked(label);
        for printing in [label, head(label)] {
            let key = fold(printing);
            if !key.is_empty() && !keys.contains(&key) {
                keys.push(key);
            }
        }
    }
    keys
}
