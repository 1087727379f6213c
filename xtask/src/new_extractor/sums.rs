//! The sums that hold in a report: of rows below their whole, and of columns beside their total.

use super::found::{Column, Row};
use gongkai::text::Decimal;

/// Words over a column that is the sum of those beside it.
const TOTALS: [&str; 3] = ["合计", "总计", "小计"];

/// Rows that are the sum of the rows of the next level below them, in every one of the columns `values`, with the last
/// parts of their ids.
pub(super) fn of_rows(
    (table, before): (usize, usize),
    rows: &[Row],
    ids: &[Option<String>],
    values: &[(&Column, &str)],
) -> String {
    let each: Vec<String> = match values {
        [] | [_] => Vec::new(),
        // The year's column, and that since the beginning.
        _ if values.iter().all(|(_, key)| key.is_empty()) => vec![String::new(), "@cumulative".into()],
        _ => values.iter().map(|(_, key)| format!(".{key}")).collect(),
    };
    let operand = |id: &String| if each.is_empty() { id.clone() } else { format!("{id}{{}}") };
    let mut sums = String::new();
    for (at, whole) in rows.iter().enumerate() {
        let below: Vec<usize> =
            (at + 1..rows.len()).take_while(|&it| rows[it].level() > whole.level()).collect();
        let Some(next) = below.iter().map(|&it| rows[it].level()).min() else { continue };
        let parts: Vec<usize> = below.into_iter().filter(|&it| rows[it].level() == next).collect();
        let sum = |column: usize| -> Option<Decimal> {
            let parts: Option<Vec<Decimal>> =
                parts.iter().map(|&part| rows[part].values.get(column).copied()?).collect();
            Some(parts?.into_iter().sum())
        };
        let holds = |column: usize| {
            whole.values.get(column).copied().flatten().is_some_and(|it| sum(column) == Some(it))
        };
        if parts.len() < 2 || !(0..values.len()).all(holds) {
            continue;
        }
        let Some(id) = &ids[at] else { continue };
        let parts: Vec<String> = parts.iter().filter_map(|&part| ids[part].as_ref()).map(operand).collect();
        sums += &identity(
            &format!("S{table}.{}", before + at + 1),
            "parts-total",
            &operand(id),
            &parts,
            &each,
            &whole.label,
        );
    }
    sums
}

/// A column of totals that are the sums of the other columns, in every row.
pub(super) fn of_columns(
    (table, before): (usize, usize),
    rows: &[Row],
    ids: &[Option<String>],
    values: &[(&Column, &str)],
) -> String {
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
    let each: Vec<String> = ids.iter().flatten().cloned().collect();
    let parts: Vec<String> = others().map(operand).collect();
    let id = format!("R{table}.{}", before + 1);
    identity(&id, "row-total", &operand(total), &parts, &each, &values[total].0.label)
}

fn identity(id: &str, rule: &str, left: &str, right: &[String], each: &[String], basis: &str) -> String {
    format!(
        "Identity {{\nid: {id:?},\nrule: {rule:?},\nleft: &[{left:?}],\nrelation: Relation::Equal,\n\
         right: &{right:?},\neach: &{each:?},\n\
         strength: Strength::Implied,\nseverity: Severity::Warning,\nbasis: {basis:?},\n}},\n"
    )
}
