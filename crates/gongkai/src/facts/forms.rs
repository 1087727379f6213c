//! Which form each table of given facts is of: as they say, else as their ids allow.

use super::loose::{LooseReport, Placed};
use super::problem::{At, Problem};
use gongkai_extract::plan::{Plan, TablePlan};
use gongkai_model::Place;
use gongkai_text::label::Pattern;
use std::collections::BTreeMap;

/// Indicator ids named as possibly meant, and how alike they must be, in thousandths.
const MOST_MEANT: usize = 3;
const LEAST_ALIKE: u32 = 800;

/// The form without tables that the report names, whose facts are what its sentences tell.
pub(super) fn formless<'a>(plans: &[&'a Plan], loose: &LooseReport) -> Option<&'a Plan> {
    let template = loose.template.as_ref().or_else(|| loose.facts.first()?.template.as_ref())?;
    let plan = plans.iter().find(|plan| plan.template.id == template.value)?;
    plan.tables.is_empty().then_some(*plan)
}

/// One table of the report to be.
pub(super) struct Chosen<'a> {
    pub(super) plan: &'a Plan,
    pub(super) table: &'a TablePlan,
    pub(super) span: Option<Place>,
}

/// Which table of which form the report has: as it says, else as its facts say, else as their ids allow.
pub(super) fn tables<'a>(plans: &[&'a Plan], loose: &LooseReport) -> Result<Vec<Chosen<'a>>, Problem> {
    if let Some(named) = loose.tables.as_ref().filter(|tables| !tables.is_empty()) {
        return named
            .iter()
            .map(|it| {
                let plan = find_form(plans, &it.template)?;
                let table = plan.tables.iter().find(|table| table.form.number == it.number);
                let table = table.ok_or_else(|| no_such_table(plan, &it.template, it.number))?;
                Ok(Chosen { plan, table, span: it.span })
            })
            .collect();
    }
    if formless(plans, loose).is_some() {
        return Ok(Vec::new());
    }
    let mut by_number: BTreeMap<u8, (&'a Plan, &'a TablePlan)> = BTreeMap::new();
    for fact in &loose.facts {
        let Some(template) = fact.template.as_ref().or(loose.template.as_ref()) else { continue };
        let plan = find_form(plans, template)?;
        let Some(table) = plan.tables.iter().find(|table| has(table, &fact.id.value)) else {
            return Err(no_cell(plans, &fact.id, Some(plan)));
        };
        let known = by_number.entry(table.form.number).or_insert((plan, table));
        if known.0.template.id != plan.template.id {
            let number = table.form.number;
            return Err(Problem::value(
                template.at,
                &template.field,
                (
                    &format!("第{number}表各行同一格式（{}）", known.0.template.id),
                    &format!("one form for all of table {number} ({})", known.0.template.id),
                ),
                plan.template.id,
            ));
        }
    }
    let main = match by_number.get(&2).or(by_number.values().next()) {
        Some((plan, _)) => plan,
        None => match &loose.template {
            Some(template) => find_form(plans, template)?,
            None => guess(plans, loose)?,
        },
    };
    for table in &main.tables {
        by_number.entry(table.form.number).or_insert((main, table));
    }
    Ok(by_number.into_values().map(|(plan, table)| Chosen { plan, table, span: None }).collect())
}

/// The one form that has all the indicators, of a report that names none.
fn guess<'a>(plans: &[&'a Plan], loose: &LooseReport) -> Result<&'a Plan, Problem> {
    let has_all = |plan: &&&Plan| {
        loose.facts.iter().all(|fact| plan.tables.iter().any(|table| has(table, &fact.id.value)))
    };
    let fit: Vec<&&Plan> = plans.iter().filter(has_all).collect();
    if let Some(fact) = loose.facts.iter().find(|fact| !plans.iter().any(|plan| is_in(plan, &fact.id.value)))
    {
        return Err(no_cell(plans, &fact.id, None));
    }
    match fit[..] {
        [plan] if !loose.facts.is_empty() => Ok(plan),
        _ => {
            let at = loose.facts.first().map(|fact| fact.id.at).or(loose.at).unwrap_or(At::Line(1));
            let ids = ids(plans);
            Err(Problem::missing(
                at,
                "template",
                (&format!("格式名（{ids}之一）"), &format!("the id of a form (one of {ids})")),
            ))
        }
    }
}

fn find_form<'a>(plans: &[&'a Plan], template: &Placed<String>) -> Result<&'a Plan, Problem> {
    plans.iter().find(|plan| plan.template.id == template.value).copied().ok_or_else(|| {
        let ids = ids(plans);
        Problem::value(
            template.at,
            &template.field,
            (&format!("{ids}之一"), &format!("one of {ids}")),
            &template.value,
        )
        .advise("gongkai formats 列出全部格式", "gongkai formats lists the forms")
    })
}

fn ids(plans: &[&Plan]) -> String {
    plans.iter().map(|plan| plan.template.id).collect::<Vec<_>>().join(", ")
}

fn has(table: &TablePlan, id: &str) -> bool {
    table.cells.iter().any(|cell| cell.id() == id)
}

fn is_in(plan: &Plan, id: &str) -> bool {
    plan.tables.iter().any(|table| has(table, id))
}

fn no_such_table(plan: &Plan, template: &Placed<String>, number: u8) -> Problem {
    let numbers: Vec<String> = plan.tables.iter().map(|table| table.form.number.to_string()).collect();
    let (zh, en) = (numbers.join("、"), numbers.join(", "));
    Problem::value(
        template.at,
        &template.field.replace("template", "number"),
        (&format!("该格式的表号（{zh}）"), &format!("a table of this form ({en})")),
        &number.to_string(),
    )
}

/// An indicator that nobody knows, or that the form does not have.
pub(super) fn no_cell(plans: &[&Plan], id: &Placed<String>, plan: Option<&Plan>) -> Problem {
    let others: Vec<&str> =
        plans.iter().filter(|plan| is_in(plan, &id.value)).map(|plan| plan.template.id).collect();
    if let (Some(plan), false) = (plan, others.is_empty()) {
        let (form, others) = (plan.template.id, others.join(", "));
        return Problem::value(
            id.at,
            &id.field,
            (&format!("格式{form}的指标"), &format!("an indicator of the form {form}")),
            &id.value,
        )
        .advise(
            format!("该指标属于{others}；请改正格式名或指标名"),
            format!("it belongs to {others}; correct the form or the id"),
        );
    }
    let wanted = Pattern::new(&id.value);
    let mut near: Vec<(u32, &str)> = plans
        .iter()
        .flat_map(|plan| &plan.tables)
        .flat_map(|table| &table.cells)
        .map(|cell| (wanted.likeness(&cell.id().chars().take(64).collect::<Vec<_>>()), cell.id()))
        .filter(|(alike, _)| *alike >= LEAST_ALIKE)
        .collect();
    near.sort_unstable_by(|left, right| right.0.cmp(&left.0).then(left.1.cmp(right.1)));
    near.dedup();
    let near: Vec<&str> = near.into_iter().take(MOST_MEANT).map(|(_, id)| id).collect();
    let problem = Problem::value(
        id.at,
        &id.field,
        (
            "已登记的指标名，如 applications.received.total",
            "a known indicator such as applications.received.total",
        ),
        &id.value,
    );
    match near[..] {
        [] => problem.advise("指标名见 docs/indicators.md", "docs/indicators.md lists the ids"),
        _ => problem
            .advise(format!("是否指 {}？", near.join("、")), format!("did you mean {}?", near.join(", "))),
    }
}
