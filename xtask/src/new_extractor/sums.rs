//! The sums that hold in a report: of rows below their whole, and of columns beside their total.

use super::found::{Column, Row};
use gongkai::text::Decimal;

/// Words over a column that is the sum of those beside it.
const TOTALS: [&str; 3] = ["合计", "总计", "小计"];

/// What stands over a sum that nothing on the page says.
const BY_CHANCE: &str = "// TODO: 其中 without numbers: in this one report these rows add up to the one above them, perhaps by\n\
     // chance. Drop the relation unless the form says that they are all its parts.\n";

/// A run of rows under one header, as it is written.
#[derive(Clone, Copy)]
pub(super) struct Written<'a> {
    /// The number of its table, and how many rows that has before.
    pub(super) place: (usize, usize),
    pub(super) rows: &'a [Row],
    /// The ids of the rows; none for headings.
    pub(super) ids: &'a [Option<String>],
    /// The columns of values, with the last parts of their ids.
    pub(super) values: &'a [(&'a Column, &'a str)],
}

impl Written<'_> {
    /// Every sum that holds.
    pub(super) fn sums(self) -> String {
        let rows = (0..self.rows.len()).map(|whole| match self.numbered_below(whole) {
            Some(parts) => self.of_rows("S", whole, &parts, "Warning"),
            None => self.unnumbered_below(whole).map_or_else(String::new, |parts| {
                format!("{BY_CHANCE}{}", self.of_rows("N", whole, &parts, "Note"))
            }),
        });
        rows.collect::<String>() + &self.of_columns()
    }

    /// The rows of the next level below `whole`, where they add up to it.
    fn numbered_below(self, whole: usize) -> Option<Vec<usize>> {
        let level = self.rows[whole].level();
        let below: Vec<usize> =
            (whole + 1..self.rows.len()).take_while(|&at| self.rows[at].level() > level).collect();
        let next = below.iter().map(|&at| self.rows[at].level()).min()?;
        let parts: Vec<usize> = below.into_iter().filter(|&at| self.rows[at].level() == next).collect();
        self.adds_up(whole, &parts).then_some(parts)
    }

    /// The row of 其中 right below `whole` and the fewest behind it that add up to it, none with a number. Nothing on the
    /// page says where they end.
    fn unnumbered_below(self, whole: usize) -> Option<Vec<usize>> {
        let first = whole + 1;
        let is_part = |at: &usize| {
            let row = &self.rows[*at];
            row.has_values && if *at == first { row.is_among() } else { row.is_plain() }
        };
        let parts: Vec<usize> = (first..self.rows.len()).take_while(is_part).collect();
        let has_figure = |part: &&[usize]| {
            part.iter().any(|&at| self.rows[at].values.iter().flatten().any(|it| !it.is_zero()))
        };
        let mut runs = (2..=parts.len()).map(|count| &parts[..count]);
        // Noughts add up to nought everywhere.
        runs.find(|run| has_figure(run) && self.adds_up(whole, run)).map(<[usize]>::to_vec)
    }

    /// Whether several `parts` add up to `whole` in every column.
    fn adds_up(self, whole: usize, parts: &[usize]) -> bool {
        let value = |row: usize, column: usize| self.rows[row].values.get(column).copied().flatten();
        let sum = |column: usize| -> Option<Decimal> {
            let parts: Option<Vec<Decimal>> = parts.iter().map(|&part| value(part, column)).collect();
            Some(parts?.into_iter().sum())
        };
        let mut columns = 0..self.values.len();
        parts.len() > 1 && columns.all(|at| value(whole, at).is_some_and(|it| sum(at) == Some(it)))
    }

    fn of_rows(self, letter: &str, whole: usize, parts: &[usize], severity: &str) -> String {
        let each: Vec<String> = match self.values {
            [] | [_] => Vec::new(),
            // The year's column, and that since the beginning.
            values if values.iter().all(|(_, key)| key.is_empty()) => {
                vec![String::new(), "@cumulative".into()]
            }
            values => values.iter().map(|(_, key)| format!(".{key}")).collect(),
        };
        let operand = |id: &String| if each.is_empty() { id.clone() } else { format!("{id}{{}}") };
        let Some(id) = &self.ids[whole] else { return String::new() };
        let parts: Vec<String> =
            parts.iter().filter_map(|&part| self.ids[part].as_ref()).map(operand).collect();
        let (table, before) = self.place;
        let name = format!("{letter}{table}.{}", before + whole + 1);
        let basis = &self.rows[whole].label;
        identity(&name, "parts-total", (&operand(id), &parts), &each, severity, basis)
    }

    /// A column of totals that are the sums of the other columns, in every row.
    fn of_columns(self) -> String {
        let Self { rows, values, .. } = self;
        let is_total = |column: &Column| TOTALS.iter().any(|word| column.label.contains(word));
        let Some(total) = values.iter().position(|(column, key)| is_total(column) && !key.is_empty()) else {
            return String::new();
        };
        let others = || (0..values.len()).filter(|&at| at != total);
        let holds = |row: &&Row| {
            let sum: Option<Vec<Decimal>> = others().map(|at| row.values.get(at).copied()?).collect();
            let total = row.values.get(total).copied().flatten();
            total.is_some() && sum.map(|it| it.into_iter().sum::<Decimal>()) == total
        };
        let mut with_values = rows.iter().filter(|row| row.has_values);
        if values.len() < 3 || !with_values.all(|row| holds(&row)) {
            return String::new();
        }
        let operand = |at: usize| format!("{{}}.{}", values[at].1);
        let each: Vec<String> = self.ids.iter().flatten().cloned().collect();
        let parts: Vec<String> = others().map(operand).collect();
        let (table, before) = self.place;
        let name = format!("R{table}.{}", before + 1);
        identity(&name, "row-total", (&operand(total), &parts), &each, "Warning", &values[total].0.label)
    }
}

fn identity(
    id: &str,
    rule: &str,
    (whole, parts): (&str, &[String]),
    each: &[String],
    severity: &str,
    basis: &str,
) -> String {
    format!(
        "Identity {{\nid: {id:?},\nrule: {rule:?},\nleft: &[{whole:?}],\nrelation: Relation::Equal,\n\
         right: &{parts:?},\neach: &{each:?},\n\
         strength: Strength::Implied,\nseverity: Severity::{severity},\nbasis: {basis:?},\n}},\n"
    )
}
