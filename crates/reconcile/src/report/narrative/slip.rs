//! Units written one size too large or too small: 173769万条 of 75656条 and 98113条.

use super::scene::{Draft, Scene};
use super::shown::{figure, line, quoted, sum};
use crate::figure::{Figure, Number, Status, UnitClass, balance};
use gongkai_model::{MentionKind, Message, StatementKind};

/// By how much a figure is off that has the right digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slip {
    /// Ten thousand times too large.
    TooLarge,
    /// Ten thousand times too small.
    TooSmall,
}

impl Slip {
    /// What to look at.
    pub(super) fn words(self) -> Message {
        let (zh, en) = match self {
            Self::TooLarge => (
                "两边数字相同，只差一个“万”字：去掉“万”就相符，请核对单位",
                "the digits agree and the unit does not: without 万 (ten thousand) they agree; check the unit",
            ),
            Self::TooSmall => (
                "两边数字相同，只差一个“万”字：加上“万”就相符，请核对单位",
                "the digits agree and the unit does not: with 万 (ten thousand) they agree; check the unit",
            ),
        };
        Message::new(zh, en)
    }
}

/// Figures below have too few digits to agree by anything but chance.
const TELLING: Number = Number::whole(100);

/// The slip that makes `printed` and the sum of `others` differ; none where they differ otherwise.
pub(super) fn between(printed: &Figure, others: &[Figure]) -> Option<Slip> {
    let exact = |it: &Figure| it.approximation().is_none();
    if !exact(printed) || others.is_empty() || !others.iter().all(exact) {
        return None;
    }
    let one = printed.value();
    let other = others[1..].iter().fold(others[0].value(), |sum, it| sum + it.value());
    if one < TELLING || other < TELLING {
        return None;
    }
    if other.times(10_000) == Some(one) {
        Some(Slip::TooLarge)
    } else if one.times(10_000) == Some(other) {
        Some(Slip::TooSmall)
    } else if let [other] = others {
        rounded(printed, other)
    } else {
        None
    }
}

/// The same of amounts that were rounded: 1.57万元 beside 15730.42万元. Three digits agree by no chance.
fn rounded(printed: &Figure, other: &Figure) -> Option<Slip> {
    let telling = |it: &Figure| it.ulp().times(100).is_some_and(|least| it.value() >= least);
    let lifted = |it: &Figure| {
        let (value, ulp) = (it.value().times(10_000)?, it.ulp().times(10_000)?);
        Some(Figure::new(value, ulp, ulp, it.class()))
    };
    let same = |one: Option<Figure>, other: &Figure| {
        one.is_some_and(|one| balance(&[one], &[*other]).status.holds())
    };
    let amounts = matches!(printed.class(), UnitClass::Amount { .. }) && telling(printed) && telling(other);
    if amounts && same(lifted(other), printed) {
        Some(Slip::TooLarge)
    } else if amounts && same(lifted(printed), other) {
        Some(Slip::TooSmall)
    } else {
        None
    }
}

/// Figures that follow a whole are looked at as its parts, so many at most.
const MOST_PARTS: usize = 6;

/// Bytes between a whole and the last of them, at most.
const NEAR: u32 = 600;

/// A figure in 万 that the figures right behind it make up to the last digit, were it not for that word. Such figures
/// agree by no chance, so no word has to say that they are parts.
pub(super) fn check(scene: &mut Scene<'_>) {
    let report = scene.report;
    for (at, whole) in report.mentions.iter().enumerate() {
        let in_ten_thousands = whole.quantity.as_ref().is_some_and(|it| it.scale.to_i64() == Some(10_000));
        if whole.kind != MentionKind::Count || !in_ten_thousands {
            continue;
        }
        let Some(printed) = scene.figure(at) else { continue };
        let mut parts: Vec<usize> = Vec::new();
        for next in at + 1..report.mentions.len().min(at + 1 + MOST_PARTS) {
            let part = &report.mentions[next];
            let near = part.section == whole.section && part.span.start.abs_diff(whole.span.start) < NEAR;
            if !near || part.unit != whole.unit || part.kind != whole.kind || scene.figure(next).is_none() {
                break;
            }
            parts.push(next);
            let figures = scene.figures_of(&parts).unwrap_or_default();
            if between(&printed, &figures) != Some(Slip::TooLarge) {
                continue;
            }
            // A list of them has been looked at.
            let stated = report.statements.iter().any(|statement| {
                matches!(&statement.kind, StatementKind::Parts { wholes, parts: of, .. } if wholes.contains(&at) && *of == parts)
            });
            if !stated {
                slipped(scene, at, &parts);
            }
            break;
        }
    }
}

fn slipped(scene: &mut Scene<'_>, whole: usize, parts: &[usize]) {
    let (name, (line_zh, line_en)) = (quoted(scene.mention(whole)), line(scene.mention(whole)));
    let shown = sum(parts.iter().map(|&at| scene.mention(at)));
    let Message { zh, en } = Slip::TooLarge.words();
    let printed = figure(scene.mention(whole));
    let message = Message {
        zh: format!("{name}与其后的{shown}，不是{printed}{line_zh}：{zh}。"),
        en: format!("{name} and the figures behind it, {shown}, not {printed}{line_en}: {en}."),
    };
    scene.count(Status::Violated);
    let mentions: Vec<usize> = std::iter::once(whole).chain(parts.iter().copied()).collect();
    let (left, right) = (scene.side(parts), scene.side(&[whole]));
    scene.find(Draft {
        left: Some(left),
        right: Some(right),
        ..Draft::accusing("parts-disagree", false, message, &mentions)
    });
}

#[cfg(test)]
mod tests {
    use super::{Slip, between};
    use crate::figure::Figure;

    #[test]
    fn only_the_same_digits_are_a_slip() {
        for (printed, others, expected) in [
            (1_737_690_000, &[75_656, 98_113][..], Some(Slip::TooLarge)),
            (1_737_690_000, &[75_656, 98_114], None),
            (173_769, &[173_769], None),
            (4_482, &[44_820_000], Some(Slip::TooSmall)),
            (20_000, &[2], None),
        ] {
            let others: Vec<Figure> = others.iter().map(|value| Figure::count(*value)).collect();
            assert_eq!(between(&Figure::count(printed), &others), expected, "{printed}");
        }
    }
}
