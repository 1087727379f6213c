//! From facts as given to a report: every cell of every table of its forms, in their order.

use super::loose::{LooseFact, LooseReport, LooseUnit, Placed};
use super::problem::{At, Problem};
use gongkai_extract::Registry;
use gongkai_extract::plan::{Plan, TablePlan};
use gongkai_model::{
    BoundBy, Carrier, CellLabel, Diagnostic, Fact, Measure, Message, Presence, Report, Severity, Status,
    TableRead, ValueKind, catalog,
};
use gongkai_text::label::Pattern;
use gongkai_text::{Decimal, Unit};
use std::collections::{BTreeMap, BTreeSet};

/// Indicator ids named as possibly meant, and how alike they must be, in thousandths.
const MOST_MEANT: usize = 3;
const LEAST_ALIKE: u32 = 800;

/// The report that `loose` describes; `name` is the file it came in.
pub(super) fn report(registry: &Registry, name: &str, loose: LooseReport) -> Result<Report, Problem> {
    let mut out = Report::empty(loose.source.as_deref().unwrap_or(name), Carrier::Facts);
    if loose.unreadable.is_none() {
        let plans: Vec<&Plan> = registry.plans().collect();
        let tables = tables(&plans, &loose)?;
        lay_out(&mut out, &tables);
        let formless = formless(&plans, &loose);
        if formless.is_some() {
            for given in &loose.facts {
                let indicator = catalog::find(&given.id.value);
                let indicator = indicator.ok_or_else(|| no_cell(&plans, &given.id, None))?;
                out.facts.push(Fact::not_found_at(indicator, CellLabel::of(indicator)));
            }
        }
        let positions = fill(&plans, &mut out, &loose)?;
        leave_out(&mut out, &tables, &positions);
        if formless.is_some() {
            out.facts.iter_mut().for_each(|fact| fact.bound_by = BoundBy::Sentence);
        }
        for table in &mut out.tables {
            let cells = &out.facts[table.first_fact..table.first_fact + table.form_cells as usize];
            let absent = cells.iter().filter(|it| it.is_beyond_form()).count() as u32;
            table.cells = table.form_cells - absent;
            table.found = cells.iter().filter(|it| it.presence != Presence::NotFound).count() as u32;
        }
        out.joint = loose.joint;
        for joint in &mut out.joint {
            joint.facts = joint.facts.iter().filter_map(|&at| positions.get(at).copied()).collect();
        }
        let main = out.tables.iter().find(|table| table.number == 2).or(out.tables.first());
        out.template = main.map(|table| table.template.clone());
        if let (None, Some(plan)) = (&out.template, formless) {
            out.template = Some(plan.template.id.into());
            out.formless = plan.template.title.into();
        }
    }
    out.title = loose.title;
    out.agency = loose.agency;
    out.region = loose.region;
    out.year = loose.year;
    out.scope = loose.scope;
    out.period = loose.period;
    out.contact = loose.contact;
    out.sections = loose.sections;
    out.unread = loose.unread;
    out.diagnostics.splice(0..0, loose.diagnostics);
    out.unreadable = loose.unreadable;
    Ok(out)
}

/// The form without tables that the report names, whose facts are what its sentences tell.
fn formless<'a>(plans: &[&'a Plan], loose: &LooseReport) -> Option<&'a Plan> {
    let template = loose.template.as_ref().or_else(|| loose.facts.first()?.template.as_ref())?;
    let plan = plans.iter().find(|plan| plan.template.id == template.value)?;
    plan.tables.is_empty().then_some(*plan)
}

/// One table of the report to be.
struct Chosen<'a> {
    plan: &'a Plan,
    table: &'a TablePlan,
    span: Option<gongkai_model::Place>,
}

/// Which table of which form the report has: as it says, else as its facts say, else as their ids allow.
fn tables<'a>(plans: &[&'a Plan], loose: &LooseReport) -> Result<Vec<Chosen<'a>>, Problem> {
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
fn no_cell(plans: &[&Plan], id: &Placed<String>, plan: Option<&Plan>) -> Problem {
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

/// Every cell of every table, not found yet.
fn lay_out(out: &mut Report, tables: &[Chosen<'_>]) {
    for Chosen { plan, table, span } in tables {
        out.tables.push(TableRead {
            number: table.form.number,
            template: plan.template.id.into(),
            form: plan.template.title.into(),
            cells: table.cells.len() as u32,
            form_cells: table.cells.len() as u32,
            found: 0,
            span: *span,
            first_fact: out.facts.len(),
        });
        out.facts.extend(table.not_found());
    }
}

/// Optional cells of a table that are not listed, while others are, do not stand on that printing of the form: a
/// cell that was looked for and not found is listed as such.
fn leave_out(out: &mut Report, tables: &[Chosen<'_>], given: &[usize]) {
    let given: BTreeSet<usize> = given.iter().copied().collect();
    for (chosen, read) in tables.iter().zip(&out.tables) {
        let cells = read.first_fact..read.first_fact + read.form_cells as usize;
        if given.range(cells).next().is_none() {
            continue;
        }
        for row in &chosen.table.rows {
            let places = || (row.first_cell..row.first_cell + row.cells).map(|it| it + read.first_fact);
            let is_there = places().any(|at| given.contains(&at));
            let absent = if is_there { BoundBy::ColumnAbsent } else { BoundBy::RowAbsent };
            for (at, cell) in places().zip(chosen.table.form_cells().skip(row.first_cell)) {
                if cell.is_optional && !given.contains(&at) {
                    out.facts[at].bound_by = absent;
                }
            }
        }
    }
}

/// Puts the facts into their cells; answers where each went.
fn fill(plans: &[&Plan], out: &mut Report, loose: &LooseReport) -> Result<Vec<usize>, Problem> {
    let mut cells: BTreeMap<(String, Measure), Vec<usize>> = BTreeMap::new();
    for (at, fact) in out.facts.iter().enumerate() {
        cells.entry((fact.indicator.id().to_owned(), fact.measure)).or_default().push(at);
    }
    let mut taken: BTreeMap<(&str, Measure), usize> = BTreeMap::new();
    let mut positions = Vec::with_capacity(loose.facts.len());
    for given in &loose.facts {
        let key = (given.id.value.clone(), given.measure);
        let Some(slots) = cells.get(&key) else {
            let form = out
                .tables
                .first()
                .and_then(|table| plans.iter().find(|plan| plan.template.id == table.template).copied());
            return Err(no_cell(plans, &given.id, form));
        };
        let nth = taken.entry((given.id.value.as_str(), given.measure)).or_default();
        let slot = slots.get(*nth).copied();
        *nth += 1;
        let at = slot.or(slots.last().copied()).unwrap_or(0);
        positions.push(at);
        let fact = settled(given, &out.facts[at]);
        if slot.is_some() {
            out.facts[at] = fact;
        } else {
            let remark = repeated(&mut out.facts[at], fact);
            out.diagnostics.push(remark);
        }
    }
    Ok(positions)
}

/// The fact of a cell as given.
fn settled(given: &LooseFact, cell: &Fact) -> Fact {
    let status = given.status.unwrap_or(match given.presence {
        Presence::NotFound => Status::NotFound,
        _ => Status::Read,
    });
    let status = if given.presence == Presence::NotFound { Status::NotFound } else { status };
    let unit = match given.unit {
        LooseUnit::Unsaid => cell.indicator.unit(),
        LooseUnit::Absent => None,
        LooseUnit::Printed(unit) => Some(unit),
    };
    let mut candidates = given.candidates.clone();
    // An amount without a unit is open between two; zero is zero in both.
    let money = cell.indicator.kind() == ValueKind::Amount
        && unit.is_none()
        && given.value.is_some_and(|value| !value.is_zero());
    let status = if money && given.presence == Presence::Number && status == Status::Read {
        Status::Ambiguous
    } else {
        status
    };
    if money && status == Status::Ambiguous && candidates.is_empty() {
        candidates = [Unit::YUAN, Unit::TEN_THOUSAND_YUAN].map(|unit| unit.label().to_owned()).to_vec();
    }
    let printed = || given.value.map(|value| value.to_string()).unwrap_or_default();
    Fact {
        indicator: cell.indicator,
        label: cell.label,
        measure: given.measure,
        presence: given.presence,
        value: given.value,
        unit,
        raw: given.raw.clone().unwrap_or_else(printed),
        note: given.note.clone(),
        // A listed cell that was not found is one of this printing.
        bound_by: if status == Status::NotFound { cell.bound_by } else { given.bound_by },
        status,
        candidates,
        span: given.span,
        locator: given.locator.clone(),
    }
}

/// What to say of a fact that stands twice, in the terms of XBRL: a complete duplicate says the same, a consistent
/// one the same more roughly, an inconsistent one something else. Of the last both readings are kept.
fn repeated(first: &mut Fact, second: Fact) -> Diagnostic {
    let (zh, en) = (first.label.to_string(), first.indicator.id());
    let span = second.span.or(first.span);
    let same = first.presence == second.presence && first.value == second.value && first.unit == second.unit;
    if same {
        return Diagnostic {
            code: "fact-repeated".into(),
            severity: Severity::Note,
            message: Message::new(
                format!("“{zh}”给出了不止一次，内容相同（完全重复），取其一"),
                format!("{en} is given more than once and says the same (complete duplicate); one is kept"),
            ),
            span,
        };
    }
    let (shown, other) = (figure(first), figure(&second));
    if let Some(finer) = agreeing(first, &second) {
        if finer {
            *first = second;
        }
        let kept = figure(first);
        return Diagnostic {
            code: "fact-repeated".into(),
            severity: Severity::Note,
            message: Message::new(
                format!("“{zh}”给出了不止一次，{shown}与{other}在末位之内一致（一致重复），取较精确的{kept}"),
                format!(
                    "{en} is given more than once, {shown} and {other} agree within the last place (consistent duplicate); {kept} is kept"
                ),
            ),
            span,
        };
    }
    for reading in [candidate(first), candidate(&second)] {
        if !first.candidates.contains(&reading) {
            first.candidates.push(reading);
        }
    }
    first.candidates.sort();
    first.status = Status::Ambiguous;
    Diagnostic {
        code: "fact-contradicted".into(),
        severity: Severity::Warning,
        message: Message::new(
            format!(
                "“{zh}”给出了不止一次，{shown}与{other}不一致（矛盾重复），两种读法都保留；请只留正确的一项"
            ),
            format!(
                "{en} is given more than once, as {shown} and as {other} (inconsistent duplicate); both are kept, leave only the right one"
            ),
        ),
        span,
    }
}

/// Whether the second of two printings of one amount is the finer one, when the coarser one rounds it.
fn agreeing(first: &Fact, second: &Fact) -> Option<bool> {
    if first.indicator.kind() != ValueKind::Amount {
        return None;
    }
    let (left, right) = (in_base(first)?, in_base(second)?);
    let (gap, coarse) =
        (if left.0 < right.0 { right.0 - left.0 } else { left.0 - right.0 }, left.1.max(right.1));
    (gap + gap <= coarse).then_some(right.1 < left.1)
}

/// An amount in yuan where it is money, with one unit of its last printed place.
fn in_base(fact: &Fact) -> Option<(Decimal, Decimal)> {
    let value = fact.value?;
    let weight = i128::from(fact.unit.and_then(Unit::yuan).unwrap_or(1));
    let ulp = Decimal::new(weight, value.scale())?;
    Some((Decimal::new(value.mantissa().checked_mul(weight)?, value.scale())?, ulp))
}

fn figure(fact: &Fact) -> String {
    match fact.value {
        Some(value) => format!("{value}{}", fact.unit.map(Unit::label).unwrap_or_default()),
        None => format!("“{}”", fact.raw.trim()),
    }
}

fn candidate(fact: &Fact) -> String {
    fact.value.map(|value| value.to_string()).unwrap_or_default()
}
