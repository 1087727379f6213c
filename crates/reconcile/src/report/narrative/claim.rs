//! Claims that a sentence makes without a figure of its own.

use super::figures::of_fact;
use super::scene::{Draft, Scene};
use crate::figure::{Number, Obstacle, Status};
use gongkai_model::{Message, Outcome, Period, Severity, Side, StatementKind};

const CARRIED_OUT: &str = "applications.carried_out.total";

/// “All were closed” beside applications that were carried over: arguable, since some were not due, and so a note.
pub(super) fn check(scene: &mut Scene<'_>) {
    let report = scene.report;
    let Some(claim) = report.statements.iter().find(|it| matches!(it.kind, StatementKind::AllClosed)) else {
        return;
    };
    let cell = report.fact(CARRIED_OUT).and_then(|fact| Some((fact.value?, of_fact(fact)?)));
    let said = || {
        let current = |it: &&gongkai_model::Mention| matches!(it.period, Period::Unstated | Period::Year(_));
        let carried =
            report.mentions.iter().filter(|it| it.indicator.as_deref() == Some(CARRIED_OUT)).find(current);
        carried.and_then(|it| Some((it.value, super::figures::of_mention(it)?)))
    };
    let Some((carried, figure)) = cell.or_else(said) else {
        return scene.count(Status::NotAssessed(Obstacle::MissingOperand));
    };
    if figure.value() == Number::ZERO {
        return scene.count(Status::Exact);
    }
    scene.count(Status::NotAssessed(Obstacle::ScopeMismatch));
    let line = claim.span.line;
    let message = Message {
        zh: format!(
            "文中说申请已全部办结或答复（第{line}行），而结转下年度继续办理{carried}件；请写明是否指到期的申请。"
        ),
        en: format!(
            "The text says that all applications were closed or answered (line {line}), yet {carried} are carried over; say whether those that were due are meant."
        ),
    };
    scene.find(Draft {
        left: Some(Side { expr: CARRIED_OUT.to_owned(), value: Some(carried) }),
        right: Some(Side { expr: "0".to_owned(), value: Some(gongkai_text::Decimal::ZERO) }),
        facts: vec![CARRIED_OUT.to_owned()],
        span: Some(claim.span),
        ..Draft::new("statement-contradicts", (Severity::Note, Outcome::Undetermined), message, &[])
    });
}
