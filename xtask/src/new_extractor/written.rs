//! The file of a new extractor.

use super::found::{Column, Part, Row, Table};
use super::sums::Written;
use gongkai::grammar::unmarked;
use gongkai::model::{Indicator, Unit, catalog};
use gongkai::text::label::fold;
use std::collections::BTreeSet;

/// The constants of [`Unit`], by what they print.
const UNITS: [(&str, Unit); 11] = [
    ("CASE", Unit::CASE),
    ("ITEM", Unit::ITEM),
    ("TIME", Unit::TIME),
    ("ARTICLE", Unit::ARTICLE),
    ("ENTRY", Unit::ENTRY),
    ("PIECE", Unit::PIECE),
    ("PERSON", Unit::PERSON),
    ("ATTENDANCE", Unit::ATTENDANCE),
    ("YUAN", Unit::YUAN),
    ("TEN_THOUSAND_YUAN", Unit::TEN_THOUSAND_YUAN),
    ("HUNDRED_MILLION_YUAN", Unit::HUNDRED_MILLION_YUAN),
];

/// An indicator that the catalogue does not have.
struct Own {
    id: String,
    label: String,
    unit: Option<Unit>,
    kind: &'static str,
}

/// The text of the extractor `name` over `tables`.
pub(super) fn extractor(name: &str, title: Option<&str>, tables: &[Table]) -> String {
    let mut own = Vec::new();
    let mut taken = BTreeSet::new();
    let mut sums = String::new();
    let body: String = tables
        .iter()
        .zip(1..)
        .map(|(table, number)| self::table((name, number), table, &mut own, &mut taken, &mut sums))
        .collect();
    let caption = tables.first().map(|table| table.caption.as_str()).filter(|caption| !caption.is_empty());
    let title = caption.or(title).unwrap_or("TODO: the name of the form as printed");
    let indicators: String = own.iter().map(indicator).collect();
    let has_units = own.iter().any(|own| own.unit.is_some());
    let mut model = Vec::new();
    if !sums.is_empty() {
        model.extend(["Identity", "Relation", "Severity", "Strength"]);
    }
    if !own.is_empty() {
        model.extend(["IndicatorDef", "ValueKind"]);
    }
    if has_units {
        model.push("Unit");
    }
    model.sort_unstable();
    let model = match model.len() {
        0 => String::new(),
        _ => format!("use gongkai_model::{{{}}};\n", model.join(", ")),
    };
    let place = name.split('-').map(capitalised).collect::<String>();
    format!(
        "//! {title}: TODO: years, tables, what is odd about it.\n\
         //!\n\
         //! Basis: TODO: the notice that lays the form down.\n\
         \n\
         use gongkai_extract::{{Block, Column, Extractor, Row, Table, Template, register}};\n\
         {model}\
         \n\
         static FORM: Template = Template {{\n\
         id: {name:?},\n\
         title: {title:?},\n\
         name: \"TODO: its name in English\",\n\
         basis: \"TODO\",\n\
         years: \"TODO\",\n\
         tables: &[{body}],\n\
         // TODO: the relations that the form prints; those here held in one report, which proves nothing.\n\
         identities: &[{sums}],\n\
         indicators: &[{indicators}],\n\
         }};\n\
         \n\
         struct {place};\n\
         \n\
         impl Extractor for {place} {{\n\
         fn template(&self) -> &'static Template {{\n\
         &FORM\n\
         }}\n\
         }}\n\
         \n\
         register!({place});\n"
    )
}

fn table(
    (name, number): (&str, usize),
    table: &Table,
    own: &mut Vec<Own>,
    taken: &mut BTreeSet<String>,
    sums: &mut String,
) -> String {
    let caption = if table.caption.is_empty() { "TODO: its caption" } else { &table.caption };
    let headings: Vec<String> = table.headings.iter().map(|words| format!("{words:?}")).collect();
    let all: Vec<&Row> = table.parts.iter().flat_map(|part| &part.rows).collect();
    let mut before = 0;
    let blocks: String = table
        .parts
        .iter()
        .map(|part| {
            let text = block((name, number, before), part, &all, own, taken, sums);
            before += part.rows.len();
            text
        })
        .collect();
    let worded = match &table.worded[..] {
        [] => String::new(),
        rows => format!(
            "// TODO: rows of words, which a template does not hold (examples/website-report reads such): {}\n",
            rows.join("、")
        ),
    };
    format!("{worded}Table::new({number}, {caption:?}, &[{}], &[{blocks}]),\n", headings.join(", "))
}

/// One part of table `number`, behind `before` rows of others; `all` are the rows of the whole table.
fn block(
    (name, number, before): (&str, usize, usize),
    part: &Part,
    all: &[&Row],
    own: &mut Vec<Own>,
    taken: &mut BTreeSet<String>,
    sums: &mut String,
) -> String {
    let keys = keys(&part.columns);
    let columns: Vec<String> = part
        .columns
        .iter()
        .zip(&keys)
        .zip(1..)
        .map(|((column, key), at)| self::column(column, key, at))
        .collect();
    let values: Vec<(&Column, &str)> = part
        .columns
        .iter()
        .zip(&keys)
        .filter(|(column, _)| column.has_values)
        .map(|(column, key)| (column, key.as_str()))
        .collect();
    let is_keyed = values.iter().any(|(_, key)| !key.is_empty());
    let mut rows: Vec<String> = Vec::new();
    let mut ids: Vec<Option<String>> = Vec::new();
    for (at, row) in part.rows.iter().enumerate() {
        if !row.has_values {
            rows.push(format!("Row::heading({:?}),\n", row.label));
            ids.push(None);
            continue;
        }
        let known = catalogued(row).filter(|id| !is_keyed && !taken.contains(*id));
        let id = known.map_or_else(|| format!("{name}.t{number}r{:02}", before + at + 1), str::to_owned);
        taken.insert(id.clone());
        ids.push(Some(id.clone()));
        let mut seen = BTreeSet::new();
        for (column, key) in values.iter().filter(|_| known.is_none()) {
            let (id, label) = match *key {
                "" => (id.clone(), unmarked(&row.label).to_owned()),
                key => (
                    format!("{id}.{key}"),
                    format!("{} · {}{}", unmarked(&row.label), column.group, column.label),
                ),
            };
            if seen.insert(id.clone()) {
                own.push(Own { id, label, unit: row.unit, kind: kind(row) });
            }
        }
        let under = under(row, all);
        // The label alone does not say what is counted.
        let doubt =
            known.map_or("", |_| "// TODO: an id of the catalogue, by its label: does it mean the same?\n");
        rows.push(format!("{doubt}Row::new({:?}, {id:?}){under},\n", row.label));
    }
    let written = Written { place: (number, before), rows: &part.rows, ids: &ids, values: &values };
    *sums += &written.sums();
    format!("Block {{\ncolumns: &[{}],\nrows: &[\n{}],\n}},", columns.join(", "), rows.concat())
}

/// What tells a row from others with its label: the heading above it.
fn under(row: &Row, all: &[&Row]) -> String {
    let twins = || all.iter().filter(|other| unmarked(&other.label) == unmarked(&row.label));
    if twins().count() < 2 {
        return String::new();
    }
    if row.under.is_empty() || twins().filter(|other| other.under == row.under).count() > 1 {
        return "/* TODO: its label comes twice: say under which heading */".into();
    }
    format!(".under({:?})", unmarked(&row.under))
}

/// For each column, the last part of its indicators' ids. A single column, and those of the year and since the
/// beginning, need none.
fn keys(columns: &[Column]) -> Vec<String> {
    let plain = |column: &&Column| column.has_values && !is_cumulative(column);
    let cumulative = columns.iter().filter(|column| column.has_values && is_cumulative(column)).count();
    let needs_keys = columns.iter().filter(plain).count() > 1 || cumulative > 1;
    let key = |(at, column): (usize, &Column)| {
        if needs_keys && column.has_values { format!("c{}", at + 1) } else { String::new() }
    };
    columns.iter().enumerate().map(key).collect()
}

fn is_cumulative(column: &Column) -> bool {
    column.label.contains("累计")
}

/// The column at place `at`, from 1. Those without a header are told apart by that.
fn column(column: &Column, key: &str, at: usize) -> String {
    let label = match column.label.as_str() {
        "" => &format!("TODO: the header of column {at}"),
        label => label,
    };
    if !column.has_values {
        return format!("Column::codes({label:?})");
    }
    let cumulative = if is_cumulative(column) && key.is_empty() { ".cumulative()" } else { "" };
    let group = match column.group.as_str() {
        "" => String::new(),
        group => format!(".in_group({group:?})"),
    };
    format!("Column::new({key:?}, {label:?}){group}{cumulative}")
}

/// The one indicator of the catalogue with the label of `row`, counted in the same unit where both print one.
fn catalogued(row: &Row) -> Option<&'static str> {
    let wanted = fold(unmarked(&row.label));
    let mut like = catalog::all()
        .iter()
        .copied()
        .filter(|indicator| fold(unmarked(indicator.label())) == wanted)
        .filter(|indicator| {
            row.unit.is_none_or(|unit| indicator.unit().is_none_or(|own| are_alike(own, unit)))
        })
        .map(Indicator::id);
    match (like.next(), like.next()) {
        (Some(id), None) => Some(id),
        _ => None,
    }
}

/// Whether two units may stand for each other: amounts of money, or things counted (件 and 条, not 人).
fn are_alike(one: Unit, other: Unit) -> bool {
    let is_thing =
        |unit: Unit| [Unit::CASE, Unit::ITEM, Unit::ENTRY, Unit::PIECE, Unit::ARTICLE].contains(&unit);
    one == other || (one.yuan().is_some() && other.yuan().is_some()) || (is_thing(one) && is_thing(other))
}

fn kind(row: &Row) -> &'static str {
    // Money has fractions, in this report or another.
    if row.is_fraction || row.unit.is_some_and(|unit| unit.yuan().is_some()) {
        "Amount"
    } else if row.is_signed {
        "SignedCount"
    } else {
        "Count"
    }
}

fn indicator(own: &Own) -> String {
    let unit = own.unit.and_then(|unit| UNITS.iter().find(|known| known.1 == unit));
    let unit = unit.map_or_else(String::new, |(constant, _)| format!(".in_unit(Unit::{constant})"));
    let Own { id, label, kind, .. } = own;
    format!("IndicatorDef::new({id:?}, {label:?}, \"TODO\", ValueKind::{kind}){unit},\n")
}

fn capitalised(part: &str) -> String {
    let mut letters = part.chars();
    letters.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + letters.as_str())
}
