//! Parts against their whole, in a sentence or a paragraph.

use super::explain;
use super::figures::of_fact;
use super::scene::{Draft, Scene, better, grade};
use super::shown::{begun, figure, line, plain, quoted, sum};
use super::slip::{self, Slip};
use crate::figure::{Assessment, Figure, Number, Obstacle, Reading, Status, at_most, balance};
use gongkai_model::{Body, Message, Outcome, Period, Severity, Statement, StatementKind};
use std::collections::BTreeMap;

/// Checks a list of parts.
pub(super) fn check(
    scene: &mut Scene<'_>,
    statement: &Statement,
    wholes: &[usize],
    parts: &[usize],
    closed: bool,
    overlapping: bool,
) {
    let Some(figures) = scene.figures_of(parts).filter(|it| !it.is_empty()) else { return };
    // Channels of a form that counts an item once whatever it was published in: never a partition.
    let by_channel = scene.report.fact("proactive.channel.website").is_some()
        && parts.iter().all(|&at| channel(scene, at).is_some());
    let closed = closed && (overlapping || !by_channel);
    // A part in a unit of its own may be counted with the others or not.
    let in_unit = |at: &usize| wholes.first().is_none_or(|whole| scene.same_unit(*at, *whole));
    let alike =
        scene.figures_of(&parts.iter().copied().filter(in_unit).collect::<Vec<_>>()).unwrap_or_default();
    let of = |whole: usize| -> Assessment {
        let Some(whole) = scene.figure(whole) else { return Assessment::not_read() };
        let within = figures.iter().map(|part| at_most(&[*part], &[whole])).reduce(worse);
        match (closed, overlapping) {
            (true, false) if alike.len() < figures.len() => {
                better(balance(&figures, &[whole]), balance(&alike, &[whole]))
            }
            (true, false) => balance(&figures, &[whole]),
            // Nothing can be in fewer parts than there are things.
            (true, true) => worse(within.unwrap_or(Assessment::not_read()), at_most(&[whole], &figures)),
            (false, _) => within.unwrap_or(Assessment::not_read()),
        }
    };
    let Some(&first) = wholes.first() else { return };
    let one = wholes.iter().map(|&whole| of(whole)).reduce(better).unwrap_or(Assessment::not_read());
    // A list in a sentence of its own may be of all that the sentence before counts, taken together.
    let best = match together(scene, wholes, parts) {
        Some(all) if one.status == Status::Violated => better(one, balance(&figures, &all)),
        _ => one,
    };
    if best.status != Status::Violated {
        scene.count(best.status);
    }
    match best.status {
        Status::Violated => {
            // The part that no whole can hold, beside the largest of them.
            let largest = wholes.iter().copied().max_by_key(|at| scene.mention(*at).value).unwrap_or(first);
            let larger =
                parts.iter().copied().zip(&figures).find(|(_, part)| exceeds(scene, **part, largest));
            match larger {
                Some((part, _)) if !closed || overlapping => {
                    exceeding(scene, statement, largest, part, parts);
                }
                _ => disagreeing(scene, statement, first, parts, &figures),
            }
        }
        Status::Within(crate::Grade::Loose) if closed => loose(scene, statement, first, parts, best),
        _ => {}
    }
}

/// The wholes as one, where they are counts side by side in another sentence than the parts.
fn together(scene: &Scene<'_>, wholes: &[usize], parts: &[usize]) -> Option<Vec<Figure>> {
    let sentence = scene.mention(*wholes.first().filter(|_| wholes.len() > 1)?).sentence;
    let apart = |at: &usize| scene.mention(*at).sentence != sentence;
    let side_by_side = wholes.iter().all(|at| !apart(at) && scene.same_unit(*at, wholes[0]));
    if side_by_side && parts.iter().all(apart) { scene.figures_of(wholes) } else { None }
}

fn exceeds(scene: &Scene<'_>, part: Figure, whole: usize) -> bool {
    scene.figure(whole).is_some_and(|whole| at_most(&[part], &[whole]).status == Status::Violated)
}

fn worse(one: Assessment, other: Assessment) -> Assessment {
    if better(one, other) == one { other } else { one }
}

fn disagreeing(
    scene: &mut Scene<'_>,
    statement: &Statement,
    whole: usize,
    parts: &[usize],
    figures: &[Figure],
) {
    let mentions: Vec<usize> = std::iter::once(whole).chain(parts.iter().copied()).collect();
    let (printed, (line_zh, line_en)) = (scene.mention(whole), line(scene.mention(whole)));
    let added = parts.iter().map(|&at| scene.mention(at).value).sum::<gongkai_text::Decimal>();
    let gap = if added > printed.value { added - printed.value } else { printed.value - added };
    let (name, shown) = (quoted(printed), sum(parts.iter().map(|&at| scene.mention(at))));
    let reason = explain::parts(scene, whole, parts, figures);
    scene.count(match reason {
        None => Status::Violated,
        Some(_) => Status::NotAssessed(Obstacle::ScopeMismatch),
    });
    let slipped = scene.figure(whole).and_then(|whole| slip::between(&whole, figures));
    let (tail_zh, tail_en) = match (&reason, slipped.map(Slip::words)) {
        (Some(Message { zh, en }), _) => (format!("。{zh}"), format!(". {}", begun(en))),
        (None, Some(Message { zh, en })) => (format!("。{zh}"), format!(". {}", begun(&en))),
        (None, None) => ("，请核对分项和总数".to_owned(), "; check the parts and the total".to_owned()),
    };
    let message = Message {
        zh: format!("{name}的各分项{shown}＝{added}，与{}相差{gap}{line_zh}{tail_zh}。", figure(printed)),
        en: format!(
            "The parts of {name} add up to {added}, not {}: {shown}; the difference is {gap}{line_en}{tail_en}.",
            printed.value
        ),
    };
    let (left, right) = (scene.side(parts), scene.side(&[whole]));
    scene.find(Draft {
        left: Some(left),
        right: Some(right),
        span: Some(statement.span),
        ..Draft::accusing("parts-disagree", reason.is_some(), message, &mentions)
    });
}

/// Words of a figure that is a total itself.
const TOTALS: [&str; 5] = ["总", "共", "合计", "累计", "全部"];

fn exceeding(scene: &mut Scene<'_>, statement: &Statement, whole: usize, part: usize, parts: &[usize]) {
    // What calls itself a total is no part; a lone figure may stand beside the other by chance.
    if TOTALS.iter().any(|word| scene.mention(part).subject.contains(word)) {
        return scene.count(Status::NotAssessed(Obstacle::ScopeMismatch));
    }
    let sure = parts.len() > 1 || is_alone(scene, whole, part);
    scene.count(if sure { Status::Violated } else { Status::NotAssessed(Obstacle::ScopeMismatch) });
    let (name, of) = (quoted(scene.mention(part)), quoted(scene.mention(whole)));
    let (line_zh, line_en) = line(scene.mention(part));
    let message = Message {
        zh: format!("{name}是{of}的一部分，却比它多{line_zh}，请核对。"),
        en: format!("{name} is part of {of}, yet exceeds it{line_en}; check both."),
    };
    let (left, right) = (scene.side(&[part]), scene.side(&[whole]));
    scene.find(Draft {
        left: Some(left),
        right: Some(right),
        span: Some(statement.span),
        ..Draft::accusing("parts-disagree", !sure, message, &[whole, part])
    });
}

/// Whether a lone part can be of no other figure near by: both are exact and of one unit, and neither the figures before nor
/// all of them together hold it.
fn is_alone(scene: &Scene<'_>, whole: usize, part: usize) -> bool {
    const NEAR: usize = 4;
    let (of, it) = (scene.mention(whole), scene.mention(part));
    let exact = of.approx.is_none() && it.approx.is_none();
    let alike = |one: &Body, other: &Body| one == other || *other == Body::Unstated;
    let same = of.unit.is_some() && of.unit == it.unit && of.sentence == it.sentence;
    let fits = alike(&of.body, &it.body) && (of.period == it.period || it.period == Period::Unstated);
    let before = (part.saturating_sub(NEAR)..part).filter(|at| {
        let other = scene.mention(*at);
        other.unit == it.unit && other.section == it.section && other.kind == it.kind
    });
    let all: gongkai_text::Decimal = before.map(|at| scene.mention(at).value).sum();
    exact && same && fits && part == whole + 1 && all < it.value
}

fn loose(scene: &mut Scene<'_>, statement: &Statement, whole: usize, parts: &[usize], best: Assessment) {
    let mentions: Vec<usize> = std::iter::once(whole).chain(parts.iter().copied()).collect();
    let name = quoted(scene.mention(whole));
    let shown = sum(parts.iter().map(|&at| scene.mention(at)));
    let message = Message {
        zh: format!("{name}的各分项{shown}，要按最宽的取整方式才合得上，请核对。"),
        en: format!("The parts of {name}, {shown}, agree only if each was rounded its own way; check them."),
    };
    let (left, right) = (scene.side(parts), scene.side(&[whole]));
    scene.find(Draft {
        grade: grade(best.status),
        left: Some(left),
        right: Some(right),
        span: Some(statement.span),
        ..Draft::new("parts-disagree", (Severity::Note, Outcome::WithinRounding), message, &mentions)
    });
}

/// The total of one body's disclosed items against what its channels carried: an item counts once however often it was
/// published, so the total cannot exceed the channels together.
pub(super) fn channels(scene: &mut Scene<'_>) {
    let report = scene.report;
    let mut totals: BTreeMap<&Body, usize> = BTreeMap::new();
    let mut carried: BTreeMap<(&Body, &str), usize> = BTreeMap::new();
    let told = |at: usize| !matches!(report.mentions[at].body, Body::Unstated);
    for (at, mention) in report.mentions.iter().enumerate() {
        let Some(id) = mention.indicator.as_deref().filter(|_| told(at) && scene.figure(at).is_some()) else {
            continue;
        };
        if id == "proactive.items_total" {
            totals.entry(&mention.body).or_insert(at);
        } else if let Some(channel) = id.strip_prefix(CHANNEL) {
            carried.entry((&mention.body, channel)).or_insert(at);
        }
    }
    // A channel's figure broken down by body: 其中各部门…，市、县…
    for statement in &report.statements {
        let StatementKind::Parts { wholes, parts, .. } = &statement.kind else { continue };
        let Some(channel) = wholes.first().and_then(|whole| channel(scene, *whole)) else { continue };
        for &part in parts.iter().filter(|part| told(**part) && report.mentions[**part].indicator.is_none()) {
            carried.entry((&report.mentions[part].body, channel)).or_insert(part);
        }
    }
    for (body, total) in totals {
        let parts: Option<Vec<usize>> = CHANNELS.iter().map(|it| carried.get(&(body, it)).copied()).collect();
        let Some((parts, whole)) = parts.zip(scene.figure(total)) else { continue };
        let Some(figures) = scene.figures_of(&parts) else { continue };
        // The gazettes carry little, and a report seldom gives them by body: all of them at most.
        let told = carried.get(&(body, "gazette")).and_then(|at| scene.figure(*at));
        let all: Vec<Figure> = figures.iter().copied().chain(gazette(scene).or(told)).collect();
        // A list that names these and others beside its whole has been looked at.
        let listed = |statement: &Statement| {
            let StatementKind::Parts { wholes, parts: of, .. } = &statement.kind else { return false };
            wholes.contains(&total) && parts.iter().all(|part| of.contains(part))
        };
        if report.statements.iter().any(listed) {
            continue;
        }
        let assessment = at_most(&[whole], &all);
        scene.count(assessment.status);
        if assessment.status == Status::Violated {
            below_channels(scene, total, &parts, &all);
        }
    }
}

const CHANNEL: &str = "proactive.channel.";

/// The channel that a mention gives: by its words, else as the only channel of the table with that figure.
fn channel<'a>(scene: &Scene<'a>, at: usize) -> Option<&'a str> {
    if let Some(channel) = scene.mention(at).indicator.as_deref().and_then(|id| id.strip_prefix(CHANNEL)) {
        return Some(channel);
    }
    let own = scene.figure(at).filter(|it| it.value() > Number::HUNDRED)?;
    let mut of_table = CHANNELS.into_iter().filter(|channel| {
        let cell = scene.report.fact(&format!("{CHANNEL}{channel}")).and_then(of_fact);
        cell.is_some_and(|cell| balance(&[own], &[cell]).status.holds())
    });
    of_table.next().filter(|_| of_table.next().is_none())
}

/// Channels that must all be known of a body before its total is held against them.
const CHANNELS: [&str; 4] = ["website", "weibo", "wechat", "other"];

/// What the gazettes carried at most: the whole area's figure.
fn gazette(scene: &Scene<'_>) -> Option<Figure> {
    of_fact(scene.report.fact("proactive.channel.gazette")?)
}

fn below_channels(scene: &mut Scene<'_>, total: usize, parts: &[usize], all: &[Figure]) {
    let most = crate::figure::sum(all, Reading::Loose).high().map_or_else(String::new, plain);
    let mentions: Vec<usize> = std::iter::once(total).chain(parts.iter().copied()).collect();
    let (name, shown) = (quoted(scene.mention(total)), sum(parts.iter().map(|&at| scene.mention(at))));
    let (line_zh, line_en) = line(scene.mention(total));
    let message = Message {
        zh: format!(
            "{name}，多于同一主体各渠道公开数之和：{shown}，连同政府公报至多{most}{line_zh}。同一信息经不同渠道公开计1条，总数不应大于各渠道之和，请核对。"
        ),
        en: format!(
            "{name} exceeds what the channels of the same bodies carried: {shown}, with the gazettes {most} at most{line_en}. \
             An item published in several channels counts once, so the total cannot be above their sum; check them."
        ),
    };
    let (left, right) = (scene.side(&[total]), scene.side(parts));
    scene.find(Draft {
        left: Some(left),
        right: Some(right),
        ..Draft::accusing("disclosed-above-channels", false, message, &mentions)
    });
}

impl Assessment {
    fn not_read() -> Self {
        Self::not(Obstacle::Unreadable)
    }
}
