//! Rates against the figures they were computed from.

use super::derived::{note, step};
use super::explain;
use super::scene::{Draft, Scene, better, grade};
use super::shown::{figure, line, quoted, sum};
use crate::Grade as EngineGrade;
use crate::figure::{Assessment, Figure, Number, Obstacle, Status, Trend};
use crate::figure::{
    balance, before_growth, before_multiple, growth as grew, multiple, part_of, share as rate_of, whole_of,
};
use gongkai_model::{DerivedFrom, Grade, MentionKind, Message, Outcome, Severity, Side, Statement};
use gongkai_text::quantity::Direction;

const RULE: &str = "rate-does-not-follow";

/// Checks a share; an operand that is not stated is derived.
pub(super) fn share(
    scene: &mut Scene<'_>,
    statement: &Statement,
    rate: usize,
    parts: &[usize],
    wholes: &[usize],
    firm: bool,
) {
    let Some(printed) = scene.figure(rate) else { return };
    if above_all(scene, rate, &printed) {
        return impossible(scene, statement, rate);
    }
    let (Some(&part), Some(&whole)) = (parts.first(), wholes.first()) else {
        return unstated(scene, rate, &printed, parts, wholes);
    };
    let pairs = parts.iter().flat_map(|part| wholes.iter().map(move |whole| (*part, *whole)));
    let assess = |(part, whole): (usize, usize)| -> Option<Assessment> {
        Some(rate_of(&scene.figure(part)?, &scene.figure(whole)?, &printed))
    };
    let Some(best) = pairs.filter_map(assess).reduce(better) else { return };
    if best.status == Status::Violated && !firm {
        // The words leave open of what it is a share.
        return scene.count(Status::NotAssessed(Obstacle::MissingOperand));
    }
    scene.shares += 1;
    match best.status {
        Status::Violated => return does_not_follow(scene, statement, rate, (part, whole), wholes),
        Status::Within(grade) if grade != EngineGrade::Rounded => scene.bent.push((rate, grade)),
        _ => {}
    }
    scene.count(best.status);
}

/// Rates of which nothing can be more than all; a plan may be done by more than a hundred percent.
const OF_ALL: [&str; 14] = [
    "公开率",
    "答复率",
    "回复率",
    "办复率",
    "满意率",
    "满意度",
    "合格率",
    "知晓率",
    "及时率",
    "准确率",
    "按时率",
    "解读率",
    "电子化率",
    "采纳率",
];

/// Whether a share of a whole is printed as more than all of it.
fn above_all(scene: &Scene<'_>, rate: usize, printed: &Figure) -> bool {
    let mention = scene.mention(rate);
    let of_all = || OF_ALL.iter().any(|word| mention.subject.ends_with(word));
    printed.value() > Number::HUNDRED && mention.approx.is_none() && of_all()
}

fn impossible(scene: &mut Scene<'_>, statement: &Statement, rate: usize) {
    let (name, (line_zh, line_en)) = (quoted(scene.mention(rate)), line(scene.mention(rate)));
    scene.count(Status::Violated);
    let message = Message {
        zh: format!("{name}{line_zh}：这样的比率不会超过100%，请核对。"),
        en: format!("{name}{line_en}: such a rate cannot be above 100%; check the figure."),
    };
    let left = scene.side(&[rate]);
    let right = Side { expr: "100".to_owned(), value: Some(gongkai_text::Decimal::whole(100)) };
    scene.find(Draft {
        left: Some(left),
        right: Some(right),
        span: Some(statement.span),
        ..Draft::accusing(RULE, false, message, &[rate])
    });
}

fn unstated(scene: &mut Scene<'_>, rate: usize, printed: &Figure, parts: &[usize], wholes: &[usize]) {
    if let (Some(&part), []) = (parts.first(), wholes) {
        let step = step(scene, part);
        if let Some(derived) = scene.figure(part).and_then(|figure| whole_of(&figure, printed, step)) {
            note(scene, DerivedFrom::Whole, part, rate, derived);
        }
    } else if let ([], Some(&whole)) = (parts, wholes.first()) {
        let step = step(scene, whole);
        if let Some(derived) = scene.figure(whole).and_then(|figure| part_of(&figure, printed, step)) {
            note(scene, DerivedFrom::Part, whole, rate, derived);
        }
    }
}

fn does_not_follow(
    scene: &mut Scene<'_>,
    statement: &Statement,
    rate: usize,
    (part, whole): (usize, usize),
    wholes: &[usize],
) {
    let printed = figure(scene.mention(rate));
    let (name, (line_zh, line_en)) = (quoted(scene.mention(rate)), line(scene.mention(rate)));
    let compute = |whole: usize| {
        let both = scene.figure(part).zip(scene.figure(whole));
        both.and_then(|(part, whole)| explain::computed(&part, &whole))
    };
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    for &of in wholes.iter().take(MOST_WHOLES) {
        let (part, whole) = (figure(scene.mention(part)), figure(scene.mention(of)));
        let value = compute(of).map_or_else(String::new, |it| it.to_string());
        zh.push(format!("{part}占{whole}为{value}%"));
        en.push(format!("{part} of {whole} is {value}%"));
    }
    let computed = compute(whole);
    let reason = explain::share_of_others(scene, rate, part, whole);
    scene.count(match reason {
        None => Status::Violated,
        Some(_) => Status::NotAssessed(Obstacle::ScopeMismatch),
    });
    let (tail_zh, tail_en) = match &reason {
        Some(Message { zh, en }) => (format!("；{zh}"), format!("; {en}")),
        None => ("，请核对".to_owned(), "; check the figures".to_owned()),
    };
    let message = Message {
        zh: format!("{name}：{}，不是{printed}{line_zh}{tail_zh}。", zh.join("，")),
        en: format!("{name}: {}, not {printed}{line_en}{tail_en}.", en.join(", ")),
    };
    let left = Side {
        expr: format!("mentions[{part}] / mentions[{whole}]"),
        value: computed.map(super::figures::decimal),
    };
    let right = scene.side(&[rate]);
    scene.find(Draft {
        left: Some(left),
        right: Some(right),
        span: Some(statement.span),
        ..Draft::accusing(RULE, reason.is_some(), message, &[rate, part, whole])
    });
}

/// Checks shares that leave nothing out.
pub(super) fn closure(scene: &mut Scene<'_>, statement: &Statement, shares: &[usize]) {
    let Some(figures) = scene.figures_of(shares).filter(|it| it.len() > 1) else { return };
    let assessment = crate::figure::closure(&figures);
    // Parts that disagree have been shown already; their shares only follow them.
    let shown = scene.checked.findings.iter().any(|(_, it)| {
        it.span.is_some_and(|span| span.start < statement.span.end && statement.span.start < span.end)
    });
    if assessment.status == Status::Violated && shown {
        return;
    }
    scene.count(assessment.status);
    if assessment.status != Status::Violated {
        return;
    }
    let total = shares.iter().map(|&at| scene.mention(at).value).sum::<gongkai_text::Decimal>();
    let (line_zh, line_en) = line(scene.mention(shares[0]));
    let listed = sum(shares.iter().map(|&at| scene.mention(at)));
    let message = Message {
        zh: format!("各项占比之和应为100%：{listed}＝{total}%{line_zh}，请核对。"),
        en: format!("These shares should add up to 100%: {listed} = {total}%{line_en}; check them."),
    };
    let left = scene.side(shares);
    let right = Side { expr: "100".to_owned(), value: Some(gongkai_text::Decimal::whole(100)) };
    scene.find(Draft {
        left: Some(left),
        right: Some(right),
        span: Some(statement.span),
        ..Draft::accusing(RULE, false, message, shares)
    });
}

/// Checks a growth, a change or a multiple; a base that is not stated is derived.
pub(super) fn growth(
    scene: &mut Scene<'_>,
    statement: &Statement,
    rate: usize,
    current: Option<usize>,
    base: Option<usize>,
) {
    let Some(now_at) = current else { return };
    let (Some(printed), Some(now)) = (scene.figure(rate), scene.figure(now_at)) else { return };
    let trend = match scene.mention(rate).direction {
        Some(Direction::Down) => Trend::Decline,
        _ => Trend::Growth,
    };
    let kind = scene.mention(rate).kind;
    if let (None, MentionKind::Growth, Some(change)) = (base, kind, change_of(scene, now_at, rate)) {
        return from_change(scene, statement, [rate, now_at, change], &printed, &now, trend);
    }
    let Some(before_at) = base else {
        let step = step(scene, now_at);
        let now = super::table::refined(scene.report, scene.mention(now_at), now);
        let derived = match kind {
            MentionKind::Growth => before_growth(&now, &printed, trend, step),
            MentionKind::Multiple => before_multiple(&now, &printed, step),
            MentionKind::Change => change_from(&now, &printed, trend, step),
            _ => return,
        };
        if let Some(derived) = derived {
            note(scene, DerivedFrom::Previous, now_at, rate, derived);
        }
        return;
    };
    let Some(before) = scene.figure(before_at) else { return };
    let assessment = match kind {
        MentionKind::Growth => grew(&now, &before, &printed, trend),
        // "Grew by 2 times" and "is 2 times" are used for each other.
        MentionKind::Multiple => {
            better(multiple(&now, &before, &printed), times_more(&now, &before, &printed))
        }
        MentionKind::Change | MentionKind::Points if trend == Trend::Growth => {
            balance(&[before, printed], &[now])
        }
        MentionKind::Change | MentionKind::Points => balance(&[now, printed], &[before]),
        _ => return,
    };
    scene.count(assessment.status);
    match assessment.status {
        Status::Within(grade) if grade != EngineGrade::Rounded && kind == MentionKind::Growth => {
            scene.bent.push((rate, grade));
        }
        Status::Violated => grew_otherwise(scene, statement, rate, now_at, before_at),
        _ => {}
    }
}

/// The exact change that the sentence gives of the same figure, beside its growth: 比上年增加77件，增长208.1%.
fn change_of(scene: &Scene<'_>, now: usize, rate: usize) -> Option<usize> {
    let printed = scene.mention(rate);
    scene.growth_of(now).find(|&at| {
        let change = scene.mention(at);
        let exact = change.kind == MentionKind::Change && change.approx.is_none();
        let alike = change.direction == printed.direction && change.sentence == printed.sentence;
        exact && alike && scene.same_counted(at, now)
    })
}

/// A growth against the change that stands beside it.
fn from_change(
    scene: &mut Scene<'_>,
    statement: &Statement,
    [rate, now_at, change_at]: [usize; 3],
    printed: &Figure,
    now: &Figure,
    trend: Trend,
) {
    let Some(change) = scene.figure(change_at) else { return };
    let plain = |it: &Figure| it.approximation().is_none();
    let was =
        if trend == Trend::Growth { now.value() - change.value() } else { now.value() + change.value() };
    if !(plain(now) && plain(&change)) || was <= Number::ZERO {
        return scene.count(Status::NotAssessed(Obstacle::MissingOperand));
    }
    let before = if now.is_point() && change.is_point() {
        Figure::exact(was)
    } else {
        // Both were rounded.
        Figure::new(was, now.ulp() + change.ulp(), now.ulp(), now.class())
    };
    let assessment = grew(now, &before, printed, trend);
    scene.count(assessment.status);
    match assessment.status {
        Status::Within(grade) if grade != EngineGrade::Rounded => scene.bent.push((rate, grade)),
        Status::Violated => {
            let (now_is, change_is) = (figure(scene.mention(now_at)), figure(scene.mention(change_at)));
            let (name, of) = (quoted(scene.mention(rate)), figure(scene.mention(rate)));
            let (line_zh, line_en) = line(scene.mention(rate));
            let was = super::shown::plain(was);
            let message = Message {
                zh: format!(
                    "{name}：现为{now_is}，变动{change_is}，则原为{was}，算不出{of}{line_zh}，请核对。"
                ),
                en: format!(
                    "{name}: {now_is} now and a change of {change_is} make {was} before, which does not give {of}{line_en}; check them."
                ),
            };
            let (left, right) = (scene.side(&[now_at]), scene.side(&[change_at]));
            scene.find(Draft {
                left: Some(left),
                right: Some(right),
                span: Some(statement.span),
                ..Draft::accusing(RULE, false, message, &[rate, now_at, change_at])
            });
        }
        _ => {}
    }
}

fn times_more(now: &Figure, before: &Figure, times: &Figure) -> Assessment {
    let more = |value: Number| value + Number::ONE;
    let class = times.class();
    multiple(now, before, &Figure::new(more(times.value()), times.ulp(), Number::ONE, class))
}

fn change_from(now: &Figure, change: &Figure, trend: Trend, step: Number) -> Option<crate::figure::Derived> {
    let reading = crate::figure::Reading::Nearest;
    let change = change.admits(reading);
    let change = if trend == Trend::Growth { change.negated() } else { change };
    let values =
        now.admits(reading).plus(change).intersect(crate::figure::Set::from(Number::ZERO)).on_lattice(step);
    (!values.is_empty()).then_some(crate::figure::Derived { values, grade: EngineGrade::Rounded })
}

fn grew_otherwise(scene: &mut Scene<'_>, statement: &Statement, rate: usize, now: usize, before: usize) {
    let (now_is, was) = (figure(scene.mention(now)), figure(scene.mention(before)));
    let (name, printed) = (quoted(scene.mention(rate)), figure(scene.mention(rate)));
    let (line_zh, line_en) = line(scene.mention(rate));
    let message = Message {
        zh: format!("{name}：由{was}到{now_is}，算不出{printed}{line_zh}，请核对。"),
        en: format!(
            "{name}: from {was} to {now_is} does not give {printed}{line_en}; check the three figures."
        ),
    };
    let (left, right) = (scene.side(&[now]), scene.side(&[before]));
    scene.find(Draft {
        left: Some(left),
        right: Some(right),
        span: Some(statement.span),
        ..Draft::accusing(RULE, false, message, &[rate, now, before])
    });
}

/// One note on all rates that were cut off, rounded up or bent: the habit of the document.
pub(super) fn habit(scene: &mut Scene<'_>) {
    let Some((first, _)) = scene.bent.first().copied() else { return };
    let bent = std::mem::take(&mut scene.bent);
    let worst = bent.iter().map(|(_, grade)| *grade).max().unwrap_or(EngineGrade::Truncated);
    let word = |grade: EngineGrade| match grade {
        EngineGrade::Rounded => ("四舍五入", "rounded"),
        EngineGrade::Truncated => ("截去尾数", "cut off"),
        EngineGrade::RoundedUp => ("进位", "rounded up"),
        EngineGrade::Loose => ("近似", "loosely rounded"),
    };
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    for (at, grade) in bent.iter().take(MOST_LISTED) {
        let (printed, (word_zh, word_en)) = (figure(scene.mention(*at)), word(*grade));
        zh.push(format!("{printed}（第{}行，{word_zh}）", scene.mention(*at).span.line));
        en.push(format!("{printed} (line {}, {word_en})", scene.mention(*at).span.line));
    }
    let (count, all) = (bent.len(), scene.shares);
    let message = Message {
        zh: format!("文中可以验算的{all}个百分比里，有{count}个不是四舍五入的结果：{}。", zh.join("、")),
        en: format!(
            "Of {all} percentages that can be recomputed, {count} were not rounded to nearest: {}.",
            en.join(", ")
        ),
    };
    let mentions: Vec<usize> = bent.iter().map(|(at, _)| *at).collect();
    scene.find(Draft {
        grade: grade(Status::Within(worst)).or(Some(Grade::Truncated)),
        span: Some(scene.mention(first).span),
        ..Draft::new(RULE, (Severity::Note, Outcome::WithinRounding), message, &mentions)
    });
}

/// Denominators named one by one in a message.
const MOST_WHOLES: usize = 2;

/// Rates named one by one in a note.
const MOST_LISTED: usize = 6;
