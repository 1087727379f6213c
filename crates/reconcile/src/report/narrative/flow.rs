//! Applications in and out, told in one passage of a report whose tables do not tell them.

use super::expected::is_tabled;
use super::scene::{Draft, Scene};
use super::shown::{line, quoted, sum};
use crate::figure::{Figure, Status, balance};
use gongkai_model::{Mention, MentionKind, Message, Period};

const RECEIVED: &str = "applications.received.total";
const CARRIED_IN: &str = "applications.carried_in.total";
const CARRIED_OUT: &str = "applications.carried_out.total";
const DONE: [&str; 3] =
    ["applications.processed.total", "applications.closed.total", "applications.replied.total"];

/// Bytes between the four figures at most.
const NEAR: u32 = 600;

/// New and carried in is done and carried out, where all four stand together once.
pub(super) fn check(scene: &mut Scene<'_>) {
    let report = scene.report;
    for (at, received) in report.mentions.iter().enumerate() {
        if received.indicator.as_deref() != Some(RECEIVED) || !is_plain(scene, at) {
            continue;
        }
        let one = |ids: &[&str]| {
            let near = |it: &Mention| {
                it.body == received.body
                    && it.section == received.section
                    && it.span.start.abs_diff(received.span.start) < NEAR
                    && it.indicator.as_deref().is_some_and(|id| ids.contains(&id))
            };
            let mut found = scene.around(at).filter(|&it| near(&report.mentions[it]));
            found.next().filter(|_| found.next().is_none()).filter(|&it| is_plain(scene, it))
        };
        let (Some(at), Some(before), Some(done), Some(left)) =
            (one(&[RECEIVED]), one(&[CARRIED_IN]), one(&DONE), one(&[CARRIED_OUT]))
        else {
            continue;
        };
        let all: Option<Vec<Figure>> = [at, before, done, left].iter().map(|it| scene.figure(*it)).collect();
        let Some([received, before_it, done_it, left_it]) = all.as_deref() else { continue };
        let status = balance(&[*received, *before_it], &[*done_it, *left_it]).status;
        // 收到 may mean what came in from last year too.
        let within = balance(&[*received], &[*done_it, *left_it]).status;
        if status != Status::Violated || within != Status::Violated {
            scene.count(if status == Status::Violated { within } else { status });
            return;
        }
        scene.count(Status::Violated);
        return disagrees(scene, [at, before], [done, left]);
    }
}

/// What was to be handled, those carried in among them, is done and carried out: 共处理申请126件（含上年结转7件），答复118件，结转下年8件.
pub(super) fn to_handle(scene: &mut Scene<'_>) {
    let report = scene.report;
    for (at, pair) in report.mentions.windows(2).enumerate() {
        let [all, before] = pair else { continue };
        let counts_all = all.indicator.is_none()
            && all.subject.contains("申请")
            && all.subject.contains(['处', '办'])
            && before.indicator.as_deref() == Some(CARRIED_IN)
            && before.subject.starts_with('含')
            && before.sentence == all.sentence;
        if !counts_all || !is_plain(scene, at) {
            continue;
        }
        let one = |ids: &[&str]| {
            let of =
                |it: &usize| report.mentions[*it].indicator.as_deref().is_some_and(|id| ids.contains(&id));
            let mut found = scene.neighbours(at).filter(of);
            found.next().filter(|_| found.next().is_none()).filter(|&it| is_plain(scene, it))
        };
        let (Some(done), Some(left)) = (one(&DONE), one(&[CARRIED_OUT])) else { continue };
        let Some([whole, before, done_it, left_it]) =
            scene.figures_of(&[at, at + 1, done, left]).and_then(|all| <[Figure; 4]>::try_from(all).ok())
        else {
            continue;
        };
        let status = balance(&[whole], &[done_it, left_it]).status;
        let apart = balance(&[whole, before], &[done_it, left_it]).status;
        if status != Status::Violated || apart != Status::Violated {
            scene.count(if status == Status::Violated { apart } else { status });
            continue;
        }
        scene.count(Status::Violated);
        unbalanced(scene, at, [done, left]);
    }
}

fn unbalanced(scene: &mut Scene<'_>, whole: usize, parts: [usize; 2]) {
    let (name, (line_zh, line_en)) = (quoted(scene.mention(whole)), line(scene.mention(whole)));
    let shown = sum(parts.iter().map(|&at| scene.mention(at)));
    let message = Message {
        zh: format!("{name}（含上年结转），与办结加结转下年{shown}不相等{line_zh}，请核对。"),
        en: format!(
            "{name}, those carried in among them, is not closed and carried out, {shown}{line_en}; check them."
        ),
    };
    let (left, right) = (scene.side(&[whole]), scene.side(&parts));
    scene.find(Draft {
        left: Some(left),
        right: Some(right),
        ..Draft::accusing("parts-disagree", false, message, &[whole, parts[0], parts[1]])
    });
}

/// Whether the mention is an exact count of this year for which the tables have no cell.
fn is_plain(scene: &Scene<'_>, at: usize) -> bool {
    let mention = scene.mention(at);
    let now = match mention.period {
        Period::Unstated => true,
        Period::Year(year) => scene.report.year == Some(year),
        _ => false,
    };
    mention.kind == MentionKind::Count && mention.approx.is_none() && now && !is_tabled(scene.report, mention)
}

fn disagrees(scene: &mut Scene<'_>, came: [usize; 2], went: [usize; 2]) {
    let shown = |sides: [usize; 2]| sum(sides.iter().map(|&at| scene.mention(at)));
    let (name, (line_zh, line_en)) = (quoted(scene.mention(came[0])), line(scene.mention(came[0])));
    let (came_shown, went_shown) = (shown(came), shown(went));
    let message = Message {
        zh: format!(
            "{name}：新收加上年结转{came_shown}，与办结加结转下年{went_shown}不相等{line_zh}，请核对。"
        ),
        en: format!(
            "{name}: new and carried in, {came_shown}, is not closed and carried out, {went_shown}{line_en}; check them."
        ),
    };
    let (left, right) = (scene.side(&came), scene.side(&went));
    scene.find(Draft {
        left: Some(left),
        right: Some(right),
        ..Draft::accusing("parts-disagree", false, message, &[came[0], came[1], went[0], went[1]])
    });
}
