//! Findings on what a form or a body cannot well say: an old form, regulations of a county, a column misread.

use super::Rules;
use super::finding::on_cells;
use super::wording::places;
use gongkai_model::{
    Fact, Finding, Level, Message, Outcome, Period, Presence, Report, Severity, Status, TableRead,
};
use gongkai_text::Decimal;

/// The rows of the form of 2019 that have a list of items beside decisions.
const LISTED: [&str; 4] = [
    "proactive.licensing",
    "proactive.other_external_services",
    "proactive.penalties",
    "proactive.coercive_measures",
];

/// A single row that agrees tells nothing below this.
const LEAST_TELLING: i64 = 10;

/// Each with the position of its first fact.
pub(super) fn findings(report: &Report, rules: &Rules) -> Vec<(usize, Finding)> {
    [outdated_form(report, rules), cannot_issue(report), column_misread(report), stale_title(report)]
        .into_iter()
        .flatten()
        .collect()
}

/// A table whose form is not the one of the report year.
fn outdated_form(report: &Report, rules: &Rules) -> Option<(usize, Finding)> {
    let year = report.year?;
    // A table whose row has no label looks the same on every form and follows the others.
    let tells = |table: &TableRead| {
        table.found > 0 && report.facts.get(table.first_fact).is_some_and(|fact| !fact.label.row.is_empty())
    };
    let other = |table: &&TableRead| {
        tells(table) && rules.years(&table.template).is_some_and(|years| !years.contains(&year))
    };
    let tables: Vec<_> = report.tables.iter().filter(other).collect();
    let first = tables.first()?;
    let years = rules.years(&first.template)?;
    let (form, from, to) = (&first.form, years.start(), years.end());
    let (span_zh, span_en) = match *to {
        u16::MAX => (format!("{from}年度起"), format!("from {from} on")),
        to => (format!("{from}至{to}年度"), format!("for {from} to {to}")),
    };
    let numbers: Vec<String> = tables.iter().map(|table| table.number.to_string()).collect();
    let (which_zh, which_en) = if report.tables.len() == 1 {
        ("统计表".to_owned(), "the table".to_owned())
    } else {
        let several = if numbers.len() == 1 { "table" } else { "tables" };
        (format!("第{}表", numbers.join("、")), format!("{several} {}", numbers.join(", ")))
    };
    let message = Message::new(
        format!("{year}年度的报告，{which_zh}用的是{span_zh}使用的《{form}》；请改用该年度的格式。"),
        format!(
            "In a report of {year}, {which_en} {} on the form that is used {span_en} ({}); use the form of the year.",
            if numbers.len() == 1 || report.tables.len() == 1 { "is" } else { "are" },
            first.template
        ),
    );
    Some((
        first.first_fact,
        on_cells(report, "outdated-form", (Severity::Note, Outcome::Undetermined), message, &[]),
    ))
}

/// A title of one year over the figures of another: what the report says of its period is the whole of another year.
/// It points at the first sentence that gives a figure for that year.
fn stale_title(report: &Report) -> Option<(usize, Finding)> {
    let (year, [start, end]) = (report.year?, report.period.as_ref()?);
    let covered: u16 = start.get(..4)?.parse().ok()?;
    let is_whole = start.ends_with("-01-01") && *end == format!("{covered}-12-31");
    let title = report.title.as_deref().filter(|title| title.contains(&year.to_string()))?;
    if !is_whole || covered == year || title.contains(&covered.to_string()) {
        return None;
    }
    let message = Message::new(
        format!(
            "标题是{year}年的报告，文中说的统计期限却是{covered}年1月1日至12月31日；请确认标题和期限哪一个沿用了别的年份。"
        ),
        format!(
            "The title is of {year}, but the text says that the figures are of 1 January to 31 December {covered}; check which of the two was kept from another year."
        ),
    );
    let mut finding = on_cells(report, "stale-year", (Severity::Warning, Outcome::Violated), message, &[]);
    let told = report.mentions.iter().find(|it| it.period == Period::Year(covered));
    finding.span = told.map(|it| it.span);
    Some((0, finding))
}

/// A county or township with regulations of its own.
fn cannot_issue(report: &Report) -> Option<(usize, Finding)> {
    let agency = report.agency.as_ref()?;
    let lower = match agency.level {
        Level::County | Level::Township => true,
        Level::Department => agency.name.contains(['县', '镇', '乡', '旗']) || agency.name.contains("街道"),
        _ => false,
    };
    let of_its_own = |fact: &Fact| {
        fact.indicator.id().starts_with("proactive.regulations.")
            && settled(fact).is_some_and(|value| !value.is_zero() && !value.is_negative())
    };
    let found: Vec<(usize, &Fact)> =
        report.facts.iter().enumerate().filter(|(_, it)| of_its_own(it)).collect();
    let (at, _) = *found.first().filter(|_| lower)?;
    let facts: Vec<&Fact> = found.iter().map(|(_, fact)| *fact).collect();
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    for fact in &facts {
        let value = fact.value.unwrap_or_default();
        zh.push(format!("“{}”填{value}", fact.label.halves().1));
        en.push(format!("“{}” has {value}", fact.indicator.name()));
    }
    let (place_zh, place_en) = places(&facts.iter().copied());
    let name = &agency.name;
    let message = Message::new(
        format!(
            "“规章”行{}，而{name}这一级机关不能制定规章{place_zh}；请核对是否把规章制度或上级的规章填了进来。",
            zh.join("，")
        ),
        format!(
            "{}, yet {name} is of a level that cannot issue regulations{place_en}; check whether internal rules or regulations of a higher level were counted.",
            en.join(", ")
        ),
    );
    Some((
        at,
        on_cells(report, "level-cannot-issue", (Severity::Note, Outcome::Undetermined), message, &facts),
    ))
}

/// Decisions that equal items plus change on every row: the column was taken for the number of items now.
fn column_misread(report: &Report) -> Option<(usize, Finding)> {
    let mut rows: Vec<[&Fact; 3]> = Vec::new();
    let (mut changed, mut telling) = (false, 0);
    for row in LISTED {
        let cell = |name: &str| report.fact(&format!("{row}.{name}"));
        let Some(cells) = cell("items_previous_year").zip(cell("items_change")).zip(cell("decisions")) else {
            continue;
        };
        let ((items, change), decisions) = cells;
        let Some(values) = settled(items).zip(settled(change)).zip(settled(decisions)) else { continue };
        let ((before, by), made) = values;
        if before + by != made {
            return None;
        }
        if made.is_zero() {
            continue;
        }
        changed |= !by.is_zero();
        telling = telling.max(if by.is_zero() { 0 } else { made.to_i64().unwrap_or_default() });
        rows.push([items, change, decisions]);
    }
    if !changed || !(rows.len() > 1 || telling >= LEAST_TELLING) {
        return None;
    }
    let sums: Vec<String> = rows
        .iter()
        .map(|cells| {
            let [items, change, decisions] = cells.map(|it| it.value.unwrap_or_default());
            let change = if change.is_negative() { format!("（{change}）") } else { change.to_string() };
            format!("{}：{items}＋{change}＝{decisions}", cells[0].label.halves().0)
        })
        .collect();
    let english: Vec<String> = rows
        .iter()
        .map(|cells| {
            let [items, change, decisions] = cells.map(|it| it.value.unwrap_or_default());
            format!("{items} + {change} = {decisions}")
        })
        .collect();
    let facts: Vec<&Fact> = rows.iter().map(|cells| cells[2]).collect();
    let (place_zh, place_en) = places(&facts.iter().copied());
    let message = Message::new(
        format!(
            "“处理决定数量”各行都恰好等于上一年项目数量＋本年增/减（{}）{place_zh}，像是填成了现有项目数；请核对是否为本年作出的决定件数。",
            sums.join("，")
        ),
        format!(
            "On every row the decisions equal the items of the previous year plus their change ({}){place_en}: it looks like the number of items now; check that these are the decisions made in the year.",
            english.join(", ")
        ),
    );
    let at = report.facts.iter().position(|fact| std::ptr::eq(fact, facts[0])).unwrap_or(0);
    Some((at, on_cells(report, "column-misread", (Severity::Note, Outcome::Undetermined), message, &facts)))
}

fn settled(fact: &Fact) -> Option<Decimal> {
    fact.value.filter(|_| fact.presence == Presence::Number && fact.status != Status::Ambiguous)
}
