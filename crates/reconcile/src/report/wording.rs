//! How cells, tables and places are named in messages.

use gongkai_model::{Fact, Measure, Presence, Report, Section, TableRead};

/// The English name of a cell, split as its label is.
pub(super) fn english_row_and_column(fact: &Fact) -> (&'static str, &'static str) {
    let name = fact.indicator.name();
    let column = fact.label.halves().1;
    if !fact.measure.is_year() {
        return (name, Measure::CUMULATIVE_NAME);
    }
    match [", ", ": "].into_iter().filter_map(|it| name.rfind(it)).max() {
        _ if column.is_empty() => (name, ""),
        Some(at) => (&name[..at], &name[at + 2..]),
        // A total often goes by the name of its row alone.
        None => (name, if column.own == "总计" { "total" } else { name }),
    }
}

/// The row of a cell in Chinese, in quotes; what spans the columns is no row.
pub(super) fn row_zh(fact: &Fact) -> String {
    let row = fact.label.halves().0;
    format!("“{row}”{}", if fact.label.row.is_empty() { "部分" } else { "行" })
}

/// A cell in Chinese: `“row”行“column”栏`.
pub(super) fn cell_zh(fact: &Fact) -> String {
    let (row, column) = fact.label.halves();
    if column.is_empty() { format!("“{row}”") } else { format!("{}“{column}”栏", row_zh(fact)) }
}

/// A cell in English, in quotes.
pub(super) fn cell_en(fact: &Fact) -> String {
    format!("“{}”", fact.name())
}

/// The table in both languages: the printed heading of its chapter where there is one. Reports that number their
/// chapters otherwise keep their tables elsewhere, and a table without a heading of its own is named by its number.
pub(super) fn table_names(report: &Report, table: &TableRead) -> (String, String) {
    let numbered = report.sections.iter().find(|section| section.number == u32::from(table.number));
    let chapter = |start: u32| report.sections.iter().rfind(|section| section.span.start <= start);
    let is_its_chapter = |section: &&Section| match table.span {
        Some(place) => chapter(place.start).is_none_or(|nearest| nearest == *section),
        None => true,
    };
    let heading = numbered.filter(is_its_chapter);
    match heading {
        _ if report.tables.len() == 1 => ("统计表".to_owned(), "the table".to_owned()),
        Some(section) => (format!("“{}”表", section.title), format!("table {}", table.number)),
        None => (format!("第{}部分的表", numeral(table.number)), format!("table {}", table.number)),
    }
}

fn numeral(number: u8) -> String {
    let names = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let name = usize::from(number).checked_sub(1).and_then(|at| names.get(at));
    name.map_or_else(|| number.to_string(), |&it| it.to_owned())
}

/// What stands in a cell, in both languages.
pub(super) fn figure(fact: &Fact) -> (String, String) {
    let both = |zh: &str, en: &str| (zh.to_owned(), en.to_owned());
    match (fact.presence, fact.value) {
        (Presence::Number, Some(value)) => (value.to_string(), value.to_string()),
        (Presence::Blank, _) => both("空白", "blank"),
        (Presence::Number | Presence::NotFound, _) => both("未找到", "not found"),
        _ => (format!("“{}”", fact.raw.trim()), format!("“{}”", fact.raw.trim())),
    }
}

/// Where the facts stand, in both languages, in brackets; empty when they have no place.
pub(super) fn places<'a>(facts: &(impl Iterator<Item = &'a Fact> + Clone)) -> (String, String) {
    let cells: Vec<&str> = facts
        .clone()
        .filter_map(|fact| fact.locator.as_ref()?.cell.as_deref())
        .take(MOST_CELLS + 1)
        .collect();
    if !cells.is_empty() && cells.len() <= MOST_CELLS {
        let cells = cells.join("、");
        return (format!("（{cells}）"), format!(" ({cells})"));
    }
    let lines = || facts.clone().filter_map(|fact| Some(fact.span?.line));
    match (lines().min(), lines().max()) {
        (Some(first), Some(last)) if first == last => {
            (format!("（第{first}行）"), format!(" (line {first})"))
        }
        (Some(first), Some(last)) => (format!("（第{first}至{last}行）"), format!(" (lines {first}–{last})")),
        _ => (String::new(), String::new()),
    }
}

/// Cells named one by one; beyond that, lines.
const MOST_CELLS: usize = 8;

/// A number before what is counted, in English: `1 cell holds`, `2 cells hold`.
pub(super) fn counted(count: usize, one: &str, several: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { several })
}

/// The words with a capital first letter, as they begin a sentence.
pub(super) fn capital(words: &str) -> String {
    let mut rest = words.chars();
    rest.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + rest.as_str())
}
