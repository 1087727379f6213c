//! What the sentences of a report say, against each other and against its tables.
//!
//! Every check explains before it accuses: a figure is compared with each admissible reading of the tables and of the sentences
//! around it. The expected reading agrees in silence; another one is a note that says which; where none does there is a warning, never
//! an error. What was not read for certain is undetermined.

mod average;
mod claim;
mod derived;
mod expected;
mod explain;
mod figures;
mod flow;
mod list;
mod portions;
mod rate;
mod restated;
mod scene;
mod shown;
mod slip;
mod table;
mod year;

use gongkai_model::{DerivedFact, Finding, Outcomes, Report, StatementKind};
use scene::Scene;

/// What the sentences of a report came to.
#[derive(Debug, Default)]
pub(super) struct Checked {
    /// Findings, each with the position of the mention it begins with.
    pub findings: Vec<(usize, Finding)>,
    /// How what is stated came out; apart from the identities of the tables.
    pub outcomes: Outcomes,
    /// Operands that are not stated and yet known.
    pub derived: Vec<DerivedFact>,
}

/// Checks the statements and mentions of a report whose tables are settled.
pub(super) fn check(report: &Report) -> Checked {
    let mut scene = Scene::new(report);
    if report.mentions.is_empty() {
        return scene.checked;
    }
    for statement in &report.statements {
        match &statement.kind {
            StatementKind::Parts { wholes, parts, closed, overlapping } => {
                list::check(&mut scene, statement, wholes, parts, *closed, *overlapping);
            }
            StatementKind::Share { share, parts, wholes, firm } => {
                rate::share(&mut scene, statement, *share, parts, wholes, *firm);
            }
            StatementKind::Growth { growth, current, base } => {
                rate::growth(&mut scene, statement, *growth, *current, *base);
            }
            StatementKind::Average { average, total, over } => {
                average::check(&mut scene, statement, *average, *total, *over);
            }
            // Looked at below, when it is known which parts disagree.
            _ => {}
        }
    }
    for statement in &report.statements {
        if let StatementKind::Shares { shares } = &statement.kind {
            rate::closure(&mut scene, statement, shares);
        }
    }
    portions::check(&mut scene);
    table::check(&mut scene);
    restated::check(&mut scene);
    list::channels(&mut scene);
    flow::check(&mut scene);
    flow::to_handle(&mut scene);
    slip::check(&mut scene);
    claim::check(&mut scene);
    year::check(&mut scene);
    rate::habit(&mut scene);
    scene.checked
}
