//! Findings on what was not found: nothing unseen passes for checked.

use super::Rules;
use super::compiled::facts_of;
use super::finding::on_cells;
use super::wording::{capital, counted, english_row_and_column, table_names};
use gongkai_model::{
    Coverage, Fact, Finding, Message, Outcome, Presence, Report, Severity, TableRead, ValueKind, Words,
};
use std::collections::BTreeMap;

/// Cells of all tables, and how many of them were found.
pub(super) fn coverage(report: &Report, rules: &Rules) -> Coverage {
    let mut sum = Coverage::default();
    for table in &report.tables {
        let facts = facts_of(report, table);
        let lacking = facts.iter().filter(|fact| fact.presence == Presence::NotFound).count();
        let excused = excused(facts, table, rules).iter().filter(|&&it| it).count();
        sum.cells = sum.cells.saturating_add(table.form_cells.saturating_sub(excused as u32));
        sum.found = sum.found.saturating_add((facts.len() - lacking) as u32);
    }
    sum
}

/// Whether each of a table's cells lacks nothing by not being printed: printings of the form may lack its row, and
/// other rows of the table were found.
fn excused(facts: &[Fact], table: &TableRead, rules: &Rules) -> Vec<bool> {
    let is_missing = |fact: &Fact| fact.presence == Presence::NotFound;
    match rules.find(&table.template, table.number) {
        Some(rules) if !rules.optional.is_empty() && !facts.iter().all(is_missing) => {
            let cells = facts.iter().zip(&rules.optional);
            cells.map(|(fact, &is_optional)| is_optional && is_missing(fact)).collect()
        }
        _ => vec![false; facts.len()],
    }
}

/// What each table lacks, with the position of its first fact; a report without any table lacks them all.
pub(super) fn findings(report: &Report, rules: &Rules) -> Vec<(usize, Finding)> {
    if report.tables.is_empty() && !report.facts.is_empty() {
        // The free text of the years before any form: nothing is missing, and little could be checked.
        let message = Message {
            zh: "报告没有统计表，只读取并核对了正文中的数字。".to_owned(),
            en: "The report has no tables; only the figures of its sentences were read and checked."
                .to_owned(),
        };
        return vec![(
            0,
            on_cells(report, "table-missing", (Severity::Note, Outcome::Undetermined), message, &[]),
        )];
    }
    if report.tables.is_empty() {
        let message = Message {
            zh: "没有找到任何法定表格，只核对了正文中的数字；请确认文件完整。".to_owned(),
            en: "No statutory table was found; only the figures of the sentences were checked. Make sure the file is complete.".to_owned(),
        };
        return vec![(
            0,
            on_cells(report, "table-missing", (Severity::Warning, Outcome::Undetermined), message, &[]),
        )];
    }
    report
        .tables
        .iter()
        .filter_map(|table| Some((table.first_fact, of_table(report, table, rules)?)))
        .collect()
}

/// Whether hardly one cell in a hundred of the whole report holds a number: then nothing was reported, and no sum that
/// holds means anything.
fn is_blank(report: &Report) -> bool {
    let cells = || report.facts.iter().filter(|it| it.indicator.kind() != ValueKind::Words);
    let numbers = cells().filter(|it| it.presence == Presence::Number).count();
    numbers * 100 < cells().count()
}

fn of_table(report: &Report, table: &TableRead, rules: &Rules) -> Option<Finding> {
    let facts = facts_of(report, table);
    let (zh, en) = table_names(report, table);
    let excused = excused(facts, table, rules);
    let cells = facts.iter().zip(excused).filter(|(_, excused)| !excused);
    let facts: Vec<&Fact> = cells.map(|(fact, _)| fact).collect();
    let lacking: Vec<&Fact> =
        facts.iter().copied().filter(|fact| fact.presence == Presence::NotFound).collect();
    let is_unnumbered = |fact: &&Fact| {
        let is_number = matches!(fact.presence, Presence::NotFound | Presence::Number);
        !is_number && fact.indicator.kind() != ValueKind::Words
    };
    let unnumbered: Vec<&Fact> = facts.iter().copied().filter(is_unnumbered).collect();
    if lacking.len() == facts.len() {
        let message = Message {
            zh: format!("没有找到{zh}，表中{}格都未核对；请确认文件完整。", table.cells),
            en: format!(
                "{} was not found; none of its {} cells could be checked. Make sure the file is complete.",
                capital(&en),
                table.cells
            ),
        };
        return Some(on_cells(
            report,
            "table-missing",
            (Severity::Warning, Outcome::Undetermined),
            message,
            &lacking,
        ));
    }
    if lacking.is_empty() && unnumbered.is_empty() {
        return None;
    }
    let (mut severity, named) =
        if lacking.is_empty() { (Severity::Note, &unnumbered) } else { (Severity::Warning, &lacking) };
    let is_blank = lacking.is_empty() && is_blank(report);
    let groups = Groups::of(&facts, named);
    let (list_zh, list_en) = (groups.zh(), groups.en());
    let message = match severity {
        Severity::Note if is_blank => {
            severity = Severity::Warning;
            Message {
                zh: format!(
                    "{zh}的{}格没有数字，全份报告几乎没有填数，等于没有核对；没有发生的请填0。",
                    named.len()
                ),
                en: format!(
                    "{} cells of {en} hold no figure, and the whole report hardly any: nothing was checked. Write 0 where there was nothing.",
                    named.len()
                ),
            }
        }
        Severity::Note if named.len() == facts.len() => Message {
            zh: format!("{zh}的{}格都没有数字（空白、“/”或“-”）。没有发生的请填0。", facts.len()),
            en: format!(
                "None of the {} cells of {en} holds a figure (blank, “/” or “-”). Write 0 where there was nothing.",
                facts.len()
            ),
        },
        Severity::Note => Message {
            zh: format!("{zh}有{}格没有数字（空白、“/”或“-”）：{list_zh}。没有发生的请填0。", named.len()),
            en: format!(
                "{} no figure (blank, “/” or “-”): {list_en}. Write 0 where there was nothing.",
                counted(named.len(), &format!("cell of {en} holds"), &format!("cells of {en} hold"))
            ),
        },
        _ => Message {
            zh: format!(
                "{zh}共{}格，有{}格没有找到：{list_zh}；含有这些格的勾稽关系没有核对。",
                facts.len(),
                named.len()
            ),
            en: format!(
                "{} of the {} cells of {en} {} not found: {list_en}; the sums {} to were not checked.",
                named.len(),
                facts.len(),
                if named.len() == 1 { "was" } else { "were" },
                if named.len() == 1 { "it belongs" } else { "they belong" }
            ),
        },
    };
    Some(on_cells(report, "coverage-incomplete", (severity, Outcome::Undetermined), message, named))
}

/// Cells gathered into whole columns, whole rows and remainders, in the form's order.
struct Groups<'a> {
    columns: Vec<&'a Fact>,
    /// One fact of the row, and the facts named one by one; none of them when the row is whole.
    rows: Vec<(&'a Fact, Vec<&'a Fact>)>,
}

impl<'a> Groups<'a> {
    /// Groups `named`, cells among the `all` of one table.
    fn of(all: &[&'a Fact], named: &[&'a Fact]) -> Self {
        let row = |fact: &Fact| fact.label.halves().0;
        let column = |fact: &Fact| fact.label.halves().1;
        let tally = |key: &dyn Fn(&Fact) -> Words| {
            let mut tally: BTreeMap<Words, (usize, usize)> = BTreeMap::new();
            for fact in all {
                tally.entry(key(fact)).or_default().0 += 1;
            }
            for fact in named {
                tally.entry(key(fact)).or_default().1 += 1;
            }
            // Whole: every one of several cells is named.
            tally.retain(|name, (cells, lacking)| !name.is_empty() && cells == lacking);
            tally
        };
        let (mut whole_columns, whole_rows) = (tally(&column), tally(&row));
        whole_columns.retain(|_, (cells, _)| *cells > 1 && *cells < all.len());
        let mut columns: BTreeMap<Words, &Fact> = BTreeMap::new();
        let mut rows: Vec<(&Fact, Vec<&Fact>)> = Vec::new();
        for &fact in named {
            // The cells of a row follow each other.
            match rows.last_mut() {
                _ if whole_columns.contains_key(&column(fact)) => {
                    columns.entry(column(fact)).or_insert(fact);
                }
                Some((first, cells)) if row(first) == row(fact) => cells.push(fact),
                _ => rows.push((fact, vec![fact])),
            }
        }
        for (first, cells) in &mut rows {
            if whole_rows.contains_key(&row(first)) {
                cells.clear();
            }
        }
        // Columns come out in the form's order, as rows do.
        let columns = named
            .iter()
            .copied()
            .filter(|fact| columns.get(&column(fact)).is_some_and(|first| std::ptr::eq(*first, *fact)));
        Self { columns: columns.collect(), rows }
    }

    fn zh(&self) -> String {
        let columns = self.columns.iter().map(|it| format!("“{}”整栏", it.label.halves().1));
        let rows = self.rows.iter().map(|(first, cells)| {
            let cells: Vec<String> = cells.iter().map(|it| it.label.halves().1.to_string()).collect();
            let row = first.label.halves().0;
            if cells.is_empty() {
                format!("“{row}”")
            } else {
                format!("“{row}”（{}）", cells.join("、"))
            }
        });
        let more = |count| format!("等共{count}处");
        listed(columns.chain(rows).collect(), "、", more)
    }

    fn en(&self) -> String {
        let columns = self.columns.iter().map(|it| format!("all of “{}”", english_row_and_column(it).1));
        let rows = self.rows.iter().map(|(first, cells)| {
            let cells: Vec<&str> = cells.iter().map(|it| english_row_and_column(it).1).collect();
            let row = english_row_and_column(first).0;
            if cells.is_empty() {
                format!("“{row}”")
            } else {
                format!("“{row}” ({})", cells.join(", "))
            }
        });
        let more = |count| format!(" and others, {count} places in all");
        listed(columns.chain(rows).collect(), ", ", more)
    }
}

/// Places named in one message before the rest is only counted.
const MOST_NAMED: usize = 8;

fn listed(items: Vec<String>, joint: &str, more: impl Fn(usize) -> String) -> String {
    let count = items.len();
    let shown = items.into_iter().take(MOST_NAMED).collect::<Vec<_>>().join(joint);
    if count > MOST_NAMED { shown + &more(count) } else { shown }
}
