//! Parts that stand with their shares and without their whole: 予以公开683件，占41.8%；部分公开93件，占5.7%；….
//!
//! Shares that make a hundred leave nothing out, so their parts make the whole; and where all shares but one are those of
//! the sum of the parts, that one is wrong.

use super::explain;
use super::scene::{Draft, Scene};
use super::shown::{figure, line, quoted, sum};
use crate::figure::{Approximation, Figure, Number, Obstacle, Status, closure, share as rate_of, whole_of};
use gongkai_model::{MentionKind, Message, Statement, StatementKind};

/// So many parts tell of each other, at least.
const LEAST: usize = 3;

/// A part and its share, by their mentions.
type Portion = (usize, usize);

/// Checks the runs of parts with shares that no whole stands with.
pub(super) fn check(scene: &mut Scene<'_>) {
    let report = scene.report;
    let mut run: Vec<Portion> = Vec::new();
    for statement in &report.statements {
        let StatementKind::Share { .. } = &statement.kind else { continue };
        let next = portion(scene, statement);
        let goes_on = next.zip(run.last()).is_some_and(|((part, _), (_, share))| {
            let last = run[run.len() - 1].0;
            let (own, side_by_side) = (next.map(|it| it.1), part == last + 1);
            (part == share + 1 || side_by_side && own == Some(share + 1))
                && report.mentions[part].sentence == report.mentions[*share].sentence
                && report.mentions[part].unit == report.mentions[run[0].0].unit
        });
        if !goes_on {
            together(scene, &std::mem::take(&mut run));
        }
        run.extend(next);
    }
    together(scene, &run);
}

/// A part with a share of a total that the sentence leaves unsaid.
fn portion(scene: &Scene<'_>, statement: &Statement) -> Option<Portion> {
    let StatementKind::Share { share, parts, wholes, firm: false } = &statement.kind else { return None };
    let [part] = parts[..] else { return None };
    let (of, rate) = (scene.mention(part), scene.mention(*share));
    let plain = of.kind == MentionKind::Count && of.approx.is_none() && rate.approx.is_none();
    // 分别占70%、30%: said once.
    let of_total = rate.subject.is_empty()
        || (rate.subject.starts_with('占') || rate.subject.starts_with("分别占"))
            && rate.subject.chars().count() <= LONGEST;
    let printed = scene.figure(*share)?;
    let own = scene.figure(part).filter(Figure::is_point)?;
    // A whole near by of which it is the share.
    let follows = |whole: &usize| {
        scene.figure(*whole).is_some_and(|whole| rate_of(&own, &whole, &printed).status.holds())
    };
    (plain && of_total && *share > part && !wholes.iter().any(follows)).then_some((part, *share))
}

/// `value` and so many percent of it; nothing where that is off the grid.
fn with_percent(value: Number, percent: Number) -> Option<Number> {
    let (part, places) = percent.parts();
    let whole = i128::from(value.to_i64()?);
    let hundred = 100_i128.checked_mul(10_i128.checked_pow(places.into())?)?;
    let more = whole.checked_mul(part)?.checked_div(hundred)?.checked_add(1)?;
    Some(value + Number::whole(i64::try_from(more).ok()?))
}

/// Characters of 占总数的 and its like.
const LONGEST: usize = 6;

/// Whether two parts are the two kinds of applicants that there are: 自然人1475件，法人或其他组织166件.
fn is_everyone(scene: &Scene<'_>, parts: &[usize]) -> bool {
    let is = |at: usize, of: &str| {
        let it = scene.mention(at);
        it.indicator.as_deref().or(it.group) == Some(of)
    };
    matches!(*parts, [one, other]
        if is(one, "applications.received.natural_person") && is(other, "applications.received.organizations"))
}

fn together(scene: &mut Scene<'_>, run: &[Portion]) {
    let parts: Vec<usize> = run.iter().map(|(part, _)| *part).collect();
    let shares: Vec<usize> = run.iter().map(|(_, share)| *share).collect();
    let Some((of_parts, of_shares)) = scene.figures_of(&parts).zip(scene.figures_of(&shares)) else { return };
    let total: Number = of_parts.iter().map(Figure::value).sum();
    if run.len() < LEAST && !is_everyone(scene, &parts) || total == Number::ZERO {
        return;
    }
    let whole = Figure::exact(total);
    let status = |at: usize| rate_of(&of_parts[at], &whole, &of_shares[at]).status;
    let odd: Vec<usize> = (0..run.len()).filter(|&at| status(at) == Status::Violated).collect();
    let Some(&first) = odd.first() else { return scene.count(Status::Exact) };
    let complete = closure(&of_shares).status.holds();
    // Of shares that leave something out, all others must be those of the sum.
    if !complete && odd.len() > 1 {
        return;
    }
    // Something small may be left out all the same: then one whole, somewhat larger, gives all of them.
    let slack: Number = of_shares.iter().map(Figure::ulp).sum();
    let upper = if complete { with_percent(total, slack) } else { Some(total) };
    let all_of = |low: Number, high: Number| {
        let whole = Figure::exact(low).approximately(Approximation::Between { upper: high, vague: false });
        (0..run.len()).all(|at| rate_of(&of_parts[at], &whole, &of_shares[at]).status.holds())
    };
    let explained = odd.iter().any(|&at| {
        let derived = whole_of(&of_parts[at], &of_shares[at], Number::ONE);
        let ends = derived.and_then(|it| Some((it.values.low()?, it.values.high()?)));
        ends.is_some_and(|(low, high)| all_of(low, high))
    });
    if explained || upper.is_none_or(|upper| upper > total && all_of(total, upper)) {
        return scene.count(Status::NotAssessed(Obstacle::MissingOperand));
    }
    scene.count(Status::Violated);
    let computed = explain::computed(&of_parts[first], &whole).map_or_else(String::new, |it| it.to_string());
    let (part, share) = (scene.mention(parts[first]), scene.mention(shares[first]));
    let (name, printed, (line_zh, line_en)) = (quoted(part), figure(share), line(share));
    let added = sum(parts.iter().map(|&at| scene.mention(at)));
    let total = super::shown::plain(total);
    let message = if complete {
        Message {
            zh: format!(
                "各项占比合计100%，而各项{added}＝{total}，{name}占其{computed}%，不是{printed}{line_zh}，请核对各项和占比。"
            ),
            en: format!(
                "The shares add up to 100%, and the parts, {added} = {total}, do not give them: {name} is {computed}% of that, not {printed}{line_en}; check the parts and their shares."
            ),
        }
    } else {
        Message {
            zh: format!(
                "各项{added}＝{total}，其余占比都由此算出，而{name}占其{computed}%，不是{printed}{line_zh}，请核对。"
            ),
            en: format!(
                "The parts, {added} = {total}, give all other shares, yet {name} is {computed}% of that, not {printed}{line_en}; check the figures."
            ),
        }
    };
    let mentions: Vec<usize> = [shares[first], parts[first]]
        .into_iter()
        .chain(parts.iter().copied().filter(|at| *at != parts[first]))
        .collect();
    let (left, right) = (scene.side(&[parts[first]]), scene.side(&[shares[first]]));
    scene.find(Draft {
        left: Some(left),
        right: Some(right),
        ..Draft::accusing("rate-does-not-follow", false, message, &mentions)
    });
}
