//! The facts of one report as a table.

use super::{form_of, place_of, shown, unreadable};
use crate::Style;
use crate::locate::{Atlas, Cell};
use crate::paint::visible;
use crate::put::Put;
use crate::table::{Align, Table, shortened};
use gongkai_model::Report;

/// A table per statutory table: row, column, what the cell holds, unit, status and place.
pub fn facts(report: &Report, style: Style) -> String {
    let words = style.lang.words();
    let mut out = visible(&report.source);
    let agency = report.agency.as_ref().map(|it| visible(&it.name));
    let about: Vec<String> =
        [agency, report.year.map(words.year), form_of(report, style)].into_iter().flatten().collect();
    if !about.is_empty() {
        out.push_str(words.colon);
        out.push_str(&about.join(words.comma));
    }
    out.push('\n');
    if report.unreadable.is_some() {
        out.push_str(&unreadable::why(report, style));
        return out;
    }
    let atlas = Atlas::of(report);
    let titles = [
        (words.row, Align::Left),
        (words.column, Align::Left),
        (words.printed, Align::Right),
        (words.unit, Align::Left),
        (words.state, Align::Left),
        (words.line_column, Align::Right),
    ];
    let mut number = None;
    let mut table = Table::new(&titles);
    for (at, fact) in report.facts.iter().enumerate() {
        let here = atlas.table(at).map(|it| it.number);
        if here != number {
            out.push_str(&table.render("", style.colour));
            table = Table::new(&titles);
            number = here;
            if let Some(number) = here {
                out.put(format_args!("\n{}\n", (words.table)(number)));
            }
        }
        let (row, column) = Cell::from(fact).row_and_column(style.lang);
        table.row([
            shortened(&row, words.label_width).into(),
            column.into(),
            shown(fact, style).into(),
            fact.unit.map(gongkai_text::Unit::label).unwrap_or_default().into(),
            (words.status)(fact.status).into(),
            place_of(fact).into(),
        ]);
    }
    out.push_str(&table.render("", style.colour));
    out
}
