//! Averages against their total and what it was spread over.

use super::explain;
use super::figures;
use super::scene::{Draft, Scene};
use super::shown::{figure, line, quoted};
use crate::figure::{Approximation, Assessment, Figure, Number, Obstacle, Status, multiple};
use gongkai_model::{Message, Over, Side, Statement};
use gongkai_text::Decimal;

const RULE: &str = "rate-does-not-follow";

/// Months of a year.
const MONTHS: i64 = 12;

/// Checks an average. One over months may be over fewer of them, and one over days over working days only.
pub(super) fn check(scene: &mut Scene<'_>, statement: &Statement, average: usize, total: usize, over: Over) {
    let Some(printed) = figures::of_average(scene.mention(average)) else { return };
    let Some(whole) = scene.figure(total) else { return };
    let holds = |over: &Figure| -> Assessment { multiple(&whole, over, &printed) };
    let (status, others, over_zh, over_en) = match over {
        Over::Count(count) => {
            let Some(count_figure) = scene.figure(count) else { return };
            let name = figure(scene.mention(count));
            (holds(&count_figure).status, vec![count], format!("按{name}"), format!("over {name}"))
        }
        Over::Months => {
            let status = holds(&Figure::count(MONTHS)).status;
            let fewer = || (1..MONTHS).any(|months| holds(&Figure::count(months)).status.holds());
            if status == Status::Violated && fewer() {
                return scene.count(Status::NotAssessed(Obstacle::ScopeMismatch));
            }
            (status, Vec::new(), "按12个月".to_owned(), "over 12 months".to_owned())
        }
        Over::Days => {
            const LEAST: i64 = 240;
            let days = Approximation::Between { upper: Number::whole(366), vague: false };
            let status = holds(&Figure::count(LEAST).approximately(days)).status;
            (status, Vec::new(), "按365天".to_owned(), "over 365 days".to_owned())
        }
    };
    scene.count(status);
    if status != Status::Violated {
        return;
    }
    let divisor = match over {
        Over::Count(count) => scene.figure(count),
        Over::Months => Some(Figure::count(MONTHS)),
        Over::Days => Some(Figure::count(365)),
    };
    // A share to two decimals of a percent is a quotient to four.
    let quotient = divisor
        .and_then(|divisor| explain::computed(&whole, &divisor))
        .map(figures::decimal)
        .and_then(|it| Decimal::new(it.mantissa(), it.scale() + 2));
    let shown = quotient.map_or_else(String::new, |it| it.to_string());
    let (name, (line_zh, line_en)) = (quoted(scene.mention(average)), line(scene.mention(average)));
    let (of, stated) = (figure(scene.mention(total)), figure(scene.mention(average)));
    let message = Message {
        zh: format!("{name}：{of}{over_zh}平均为{shown}，不是{stated}{line_zh}，请核对。"),
        en: format!("{name}: {of} {over_en} is {shown} each, not {stated}{line_en}; check the figures."),
    };
    let left = Side { expr: format!("mentions[{total}] / n"), value: quotient };
    let right = scene.side(&[average]);
    let taking_part: Vec<usize> = [average, total].into_iter().chain(others).collect();
    scene.find(Draft {
        left: Some(left),
        right: Some(right),
        span: Some(statement.span),
        ..Draft::accusing(RULE, false, message, &taking_part)
    });
}
