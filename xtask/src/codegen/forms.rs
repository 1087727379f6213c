//! `docs/forms.md`: the forms as data: tables, rows, columns, identities.

use super::cell;
use gongkai::extract::{Table, Template};
use gongkai::model::{Identity, Severity, Strength};
use gongkai::{Registry, RegistryError};
use std::fmt::Write;

pub(super) fn page() -> Result<String, RegistryError> {
    let registry = Registry::linked()?;
    let mut out = String::from(
        "# Forms\n\nThe forms that are read, as their files under `crates/formats/src/extractors/` declare them. A cell's \
         indicator is the row's id and the column's key with a dot between. Which form a table follows is decided from what \
         stands in it, never from the year.\n",
    );
    for plan in registry.plans() {
        form(&mut out, plan.template);
        for table in &plan.tables {
            self::table(&mut out, table.form, table.cells.len());
        }
        identities(&mut out, plan.template.identities);
    }
    Ok(out)
}

fn form(out: &mut String, form: &Template) {
    let _ = writeln!(
        out,
        "\n## {}: {}\n\n{}. Basis: {}. Report years: {}.",
        form.id, form.title, form.name, form.basis, form.years
    );
}

fn table(out: &mut String, table: &Table, cells: usize) {
    let _ = writeln!(out, "\n### Table {}: {} ({cells} cells)", table.number, table.caption);
    if !table.headings.is_empty() {
        let _ = writeln!(out, "\nHeadings: {}.", table.headings.join("、"));
    }
    for block in table.blocks {
        out.push_str("\n| column | key | other printings |\n| --- | --- | --- |\n");
        for column in block.columns {
            let _ = writeln!(
                out,
                "| {} | {} | {} |",
                cell(column.label),
                code(column.key),
                printings(column.aliases)
            );
        }
        if block.rows.iter().all(|row| row.label.is_empty()) {
            out.push_str("\nOne row, known by its place below the columns.\n");
            continue;
        }
        out.push_str("\n| row | id | other printings |\n| --- | --- | --- |\n");
        for row in block.rows {
            let _ = writeln!(out, "| {} | {} | {} |", cell(row.label), code(row.id), printings(row.aliases));
        }
    }
}

fn identities(out: &mut String, identities: &[Identity]) {
    let instances: usize = identities.iter().map(|identity| identity.instances().count()).sum();
    let _ = writeln!(
        out,
        "\n### Identities ({instances})\n\n`{{}}` stands for each of the entries beside it.\n\n\
         | id | rule | relation | for each | follows from | severity | printed words |\n| --- | --- | --- | --- | --- | --- | --- |"
    );
    for it in identities {
        let side = |ids: &[&str]| {
            if ids.is_empty() {
                "0".to_owned()
            } else {
                ids.iter().map(|id| code(id)).collect::<Vec<_>>().join(" + ")
            }
        };
        let each: Vec<String> = it.each.iter().map(|entry| code(entry)).collect();
        let strength = match it.strength {
            Strength::Mandatory => "printed words",
            Strength::Implied => "structure",
        };
        let severity = match it.severity {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        let _ = writeln!(
            out,
            "| {} | [`{rule}`](rules.md#{rule}) | {} {} {} | {} | {strength} | {severity} | {} |",
            it.id,
            side(it.left),
            it.relation.sign(),
            side(it.right),
            each.join(", "),
            cell(it.basis),
            rule = it.rule,
        );
    }
}

fn code(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("`{text}`") }
}

fn printings(aliases: &[&str]) -> String {
    cell(&aliases.join("；"))
}
