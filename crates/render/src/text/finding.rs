//! One finding as a paragraph.

use super::{INDENT, aside, name_of, named, place_of, severity_paint, shown};
use crate::locate::{Atlas, Cell, is_on};
use crate::paint::visible;
use crate::put::Put;
use crate::table::{Align, Table, shortened};
use crate::{Paint, Style};
use gongkai_model::{Finding, Report, Side};
use gongkai_text::Decimal;

/// The most cells shown of one finding, above the operands of any identity of the statutory forms.
const MOST_CELLS: usize = 32;

/// The most proposals shown of one finding.
const MOST_PROPOSALS: usize = 5;

/// What is wrong, the figures, the difference, which box to look at, how it may be put right, why, which rule.
pub(super) fn finding(finding: &Finding, report: &Report, atlas: &Atlas<'_>, style: Style) -> String {
    let words = style.lang.words();
    let level = severity_paint(finding.severity).on((words.severity)(finding.severity), style.colour);
    let mut out = format!("[{level}] {}\n", visible(style.lang.message(&finding.message)));
    for &at in &finding.mentions {
        if let Some(mention) = report.mentions.get(at) {
            let place = (words.at)(None, mention.span.line, mention.span.column);
            named(&mut out, INDENT, words.sentence, &format!("“{}”{place}", mention.text), style);
        }
    }
    // Of cells that are in no relation the message says all there is.
    if finding.left.is_some() || finding.right.is_some() || !finding.mentions.is_empty() {
        out.push_str(&cells(finding, atlas, style));
    }
    if let Some(line) = sides(finding, style) {
        out.put(format_args!("{INDENT}{line}\n"));
    }
    let place = atlas.place(finding).full(style.lang);
    if !place.is_empty() {
        // Of several boxes without a single proposal none is more suspect than the others.
        let points = finding.repairs.len() == 1 || finding.facts.len() <= 1;
        let name = if points { words.look } else { words.place };
        named(&mut out, INDENT, name, place.trim_start(), style);
    }
    for repair in finding.repairs.iter().take(MOST_PROPOSALS) {
        named(&mut out, INDENT, words.proposal, &proposal(repair, atlas, style), style);
    }
    if let Some(rest) = finding.repairs.len().checked_sub(MOST_PROPOSALS).filter(|&rest| rest > 0) {
        named(&mut out, INDENT, words.proposal, &(words.more)(rest), style);
    }
    if !finding.basis.is_empty() {
        named(&mut out, INDENT, words.basis, &finding.basis, style);
    }
    let rule = Paint::Dim.on(finding.rule, style.colour);
    out.put(format_args!("{INDENT}{}{}{rule}\n", words.rule, words.colon));
    out
}

/// What to change together, why, and how sure that is.
pub(crate) fn proposal(repair: &gongkai_model::Repair, atlas: &Atlas<'_>, style: Style) -> String {
    let words = style.lang.words();
    let edits: Vec<(String, &str, &str)> = repair
        .edits
        .iter()
        .map(|it| (name_of(atlas, &it.id, style), it.from.as_str(), it.to.as_str()))
        .collect();
    let why = [style.lang.message(&repair.reason), (words.applicability)(repair.applicability)];
    let why: Vec<&str> = why.into_iter().filter(|it| !it.is_empty()).collect();
    (words.repair)(&edits) + &aside(&why.join(words.comma), style)
}

fn cells(finding: &Finding, atlas: &Atlas<'_>, style: Style) -> String {
    let words = style.lang.words();
    let mut table = Table::new(&[
        (words.side, Align::Left),
        (words.row, Align::Left),
        (words.column, Align::Left),
        (words.printed, Align::Right),
        (words.line_column, Align::Right),
    ]);
    let is_sided = finding.left.is_some() || finding.right.is_some();
    let proposed =
        |id: &String| matches!(&finding.repairs[..], [only] if only.edits.iter().any(|it| it.id == *id));
    // Of what one error broke beside the sides shown, the message tells; its cells would fill the page.
    let is_shown = |id: &&String| {
        !is_sided || is_on(finding.left.as_ref(), id) || is_on(finding.right.as_ref(), id) || proposed(id)
    };
    let ids: Vec<&String> = finding.facts.iter().filter(is_shown).collect();
    for id in ids.iter().copied().take(MOST_CELLS) {
        let side = match (is_on(finding.left.as_ref(), id), is_on(finding.right.as_ref(), id)) {
            (true, _) => words.left,
            (_, true) => words.right,
            _ => "",
        };
        let (row, column) =
            Cell::find(atlas, id).map_or((id.clone(), String::new()), |it| it.row_and_column(style.lang));
        // A figure of another report stands in no cell of this one.
        let (row, elsewhere) = match id.split_once('@') {
            Some((_, tag)) => (format!("{}{}", (words.whose)(tag), row), elsewhere_value(finding, id, atlas)),
            None => (row, None),
        };
        let fact = atlas.fact(id);
        table.row([
            side.into(),
            shortened(&row, words.label_width).into(),
            column.into(),
            fact.map_or_else(
                || elsewhere.map(|it| it.to_string()).unwrap_or_default(),
                |it| shown(it, style),
            )
            .into(),
            fact.map(place_of).unwrap_or_default().into(),
        ]);
    }
    let mut out = table.render(INDENT, style.colour);
    if ids.len() > MOST_CELLS {
        out.put(format_args!("{INDENT}{}\n", (words.more)(ids.len() - MOST_CELLS)));
    }
    out
}

/// The figure of another report, where it is the only one of its side that is: what the others leave of the sum.
fn elsewhere_value(finding: &Finding, id: &str, atlas: &Atlas<'_>) -> Option<Decimal> {
    let side = [&finding.left, &finding.right].into_iter().flatten().find(|it| is_on(Some(it), id))?;
    let mut rest = side.value?;
    for term in side.expr.split(" + ").map(str::trim).filter(|it| *it != id) {
        rest = rest - atlas.fact(term)?.value?;
    }
    Some(rest)
}

fn sides(finding: &Finding, style: Style) -> Option<String> {
    let words = style.lang.words();
    let side = |name: &str, side: Option<&Side>| {
        let side = side?;
        let value = side.value.map_or_else(|| words.unknown.to_owned(), |it| it.to_string());
        Some(format!("{name} {value}"))
    };
    let difference = finding.difference.map(|it| {
        let magnitude = if it.is_negative() { -it } else { it };
        format!("{} {magnitude}", words.difference)
    });
    let holds = match finding.grade {
        Some(grade) => (words.outcome)(finding.outcome).to_owned() + &aside((words.grade)(grade), style),
        None => (words.outcome)(finding.outcome).to_owned(),
    };
    let left = side(words.left_total, finding.left.as_ref());
    let right = side(words.right_total, finding.right.as_ref());
    if left.is_none() && right.is_none() && difference.is_none() {
        return None;
    }
    let parts: Vec<String> = [left, right, difference, Some(holds)].into_iter().flatten().collect();
    Some(parts.join(words.comma))
}
