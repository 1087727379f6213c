//! From facts as given to a report: every cell of every table of its forms, in their order.

use super::duplicate::repeated;
use super::forms::{Chosen, formless, no_cell, tables};
use super::loose::{LooseFact, LooseReport, LooseUnit};
use super::problem::Problem;
use gongkai_extract::Registry;
use gongkai_extract::plan::Plan;
use gongkai_model::{
    BoundBy, Carrier, CellLabel, Fact, Measure, Presence, Report, Status, TableRead, ValueKind, catalog,
};
use gongkai_text::Unit;
use std::collections::{BTreeMap, BTreeSet};

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
