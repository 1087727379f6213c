//! Mentions against the cells of the tables.

use super::super::wording::{cell_en, cell_zh};
use super::expected::{alternatives, cells, holds};
use super::figures::of_fact;
use super::scene::{Draft, Scene, grade};
use super::shown::{figure, line, plain, quoted};
use super::slip::{self, Slip};
use crate::figure::{Figure, Number, Obstacle, Status, at_most, balance};
use gongkai_model::{
    Body, Fact, Level, Mention, MentionKind, Message, Outcome, Period, Report, Scope, Severity, Side,
};
use gongkai_text::Decimal;

const RULE: &str = "mention-disagrees";

/// How the bodies of a mention and of the tables relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    /// The same: the figures must agree.
    Same,
    /// Perhaps only a part: the sentence does not say whose figure it is, and the tables cover many bodies.
    Unsaid,
    /// A part: the mention cannot exceed the cell.
    Part,
    /// More than the tables cover, or not told.
    Other,
}

/// Compares every mention with the cells it speaks of.
pub(super) fn check(scene: &mut Scene<'_>) {
    let report = scene.report;
    for (at, mention) in report.mentions.iter().enumerate() {
        if !matches!(mention.kind, MentionKind::Count | MentionKind::Money) || !is_of_year(report, mention) {
            continue;
        }
        let expected = cells(report, mention);
        let Some(printed) = scene.figure(at).filter(|_| !expected.is_empty()) else { continue };
        let Some(read) = expected.iter().map(|fact| of_fact(fact)).collect::<Option<Vec<Figure>>>() else {
            scene.count(Status::NotAssessed(Obstacle::Unreadable));
            continue;
        };
        let told = reach(report, mention);
        let reach = if sure_of_scope(scene, at, told) { Reach::Same } else { told };
        let assessment = match reach {
            Reach::Same | Reach::Unsaid => balance(&[printed], &read),
            Reach::Part => at_most(&[printed], &read),
            Reach::Other => {
                scene.count(Status::NotAssessed(Obstacle::ScopeMismatch));
                continue;
            }
        };
        if assessment.status.holds() {
            scene.count(assessment.status);
            if reach == Reach::Part && balance(&[printed], &read).status == Status::Violated {
                part_of(scene, at, &expected);
            } else if assessment.status == Status::Within(crate::Grade::Loose) {
                disagrees(scene, at, &expected, Severity::Note, Verdict::Loose(assessment.status));
            }
            continue;
        }
        let id = mention.indicator.as_deref().or(mention.group).unwrap_or_default();
        let explained = alternatives(id).find(|it| holds(it, report, &[printed]));
        if let Some(other) = explained {
            scene.count(Status::NotAssessed(Obstacle::ScopeMismatch));
            disagrees(scene, at, &expected, Severity::Note, Verdict::Means(other.zh, other.en));
            continue;
        }
        let below = at_most(&[printed], &read).status.holds();
        let unit = slip::between(&printed, &read);
        let slipped = is_slip(&printed, &read) || unit.is_some();
        let unsure = reach == Reach::Unsaid && below && !slipped;
        let firm = is_firm(id, mention)
            || slipped
            || reach == Reach::Same && is_decided(id, mention)
            || sure_of_meaning(scene, at, id);
        let crossed = crossed(scene, at, &read);
        let doubtful = crossed.is_none() && (!firm || restated(report, at, &read, scene) || unsure);
        if doubtful {
            scene.count(Status::NotAssessed(Obstacle::ScopeMismatch));
            disagrees(scene, at, &expected, Severity::Note, Verdict::Doubt);
        } else {
            scene.count(Status::Violated);
            let verdict =
                unit.map(Verdict::Unit).or(crossed.map(Verdict::Crossed)).unwrap_or(Verdict::Disagrees);
            disagrees(scene, at, &expected, Severity::Warning, verdict);
        }
    }
}

/// The figure of a mention as the tables have it in full, where they agree: 706668 for 70.67万.
pub(super) fn refined(report: &Report, mention: &Mention, printed: Figure) -> Figure {
    let [cell] = cells(report, mention)[..] else { return printed };
    let same = matches!(reach(report, mention), Reach::Same | Reach::Unsaid) && is_of_year(report, mention);
    let in_full = of_fact(cell).filter(|cell| same && balance(&[printed], &[*cell]).status.holds());
    in_full.unwrap_or(printed)
}

/// Whether the mention speaks of the year of the tables.
fn is_of_year(report: &Report, mention: &Mention) -> bool {
    match mention.period {
        Period::Unstated => true,
        Period::Year(year) => report.year == Some(year),
        Period::Cumulative => mention.indicator.as_deref().is_some_and(|id| id.ends_with(".in_force")),
        _ => false,
    }
}

fn reach(report: &Report, mention: &Mention) -> Reach {
    let level = report.agency.as_ref().map_or(Level::Unknown, |agency| agency.level);
    // The committee of a development zone governs it.
    let zone = report
        .agency
        .as_ref()
        .is_some_and(|agency| ["管委会", "管理委员会"].iter().any(|it| agency.name.contains(it)));
    let government = zone || matches!(level, Level::Province | Level::City | Level::County);
    let wide = report.scope == Scope::Aggregate || (report.scope == Scope::Unknown && government);
    match &mention.body {
        Body::Unstated if wide => Reach::Unsaid,
        Body::Own | Body::Departments | Body::Lower if wide => Reach::Part,
        Body::Named(_) => Reach::Part,
        Body::Area if wide || zone || level == Level::Township => Reach::Same,
        Body::Unstated | Body::Own => Reach::Same,
        _ => Reach::Other,
    }
}

/// Whether a figure of the same bodies nearby gives the cell of a kindred indicator: then this one speaks of the
/// same bodies as the tables, whatever the sentence leaves unsaid.
fn sure_of_scope(scene: &Scene<'_>, at: usize, reach: Reach) -> bool {
    let report = scene.report;
    let own = &report.mentions[at];
    if !matches!(reach, Reach::Unsaid | Reach::Part) || matches!(own.body, Body::Named(_)) {
        return false;
    }
    let Some(of) = own.indicator.as_deref().or(own.group).map(family) else { return false };
    // A figure of something else between them may be what this one is a part of.
    let counts = |it: &Mention| it.sentence == own.sentence && it.unit == own.unit;
    let before = report.mentions[scene.around(at).start..at].iter().rev().find(|it| counts(it));
    if before.is_some_and(|it| it.indicator.is_none() && it.group.is_none()) {
        return false;
    }
    let near = |it: &Mention| match reach {
        Reach::Unsaid => it.section == own.section && it.span.start.abs_diff(own.span.start) < NEAR,
        _ => it.sentence == own.sentence,
    };
    tells(
        agreeing(scene, at, of)
            .filter(|other| near(&report.mentions[*other]))
            .map(|other| scene.figure(other)),
    )
}

/// Whether a figure of a kindred indicator in the sentence gives its cell, so that the words mean what the table counts.
fn sure_of_meaning(scene: &Scene<'_>, at: usize, id: &str) -> bool {
    let sentence = scene.mention(at).sentence;
    let near = agreeing(scene, at, family(id)).filter(|other| scene.mention(*other).sentence == sentence);
    tells(near.map(|other| scene.figure(other)))
}

/// Mentions of other indicators of one family, for the same bodies as mention `at`, that give their cells exactly.
fn agreeing<'s>(scene: &'s Scene<'_>, at: usize, of: &'s str) -> impl Iterator<Item = usize> + 's {
    let report = scene.report;
    let own = &report.mentions[at];
    let kindred = move |it: &Mention| {
        it.body == own.body
            && it.approx.is_none()
            && it
                .indicator
                .as_deref()
                .is_some_and(|id| family(id) == of && Some(id) != own.indicator.as_deref())
            && is_of_year(report, it)
    };
    scene.around(at).filter(move |other| *other != at && kindred(&report.mentions[*other])).filter(
        move |other| {
            let read: Option<Vec<Figure>> =
                cells(report, &report.mentions[*other]).into_iter().map(of_fact).collect();
            let read = read.filter(|read| !read.is_empty());
            let both = scene.figure(*other).zip(read);
            both.is_some_and(|(figure, read)| balance(&[figure], &read).status == Status::Exact)
        },
    )
}

/// Whether these figures cannot agree with their cells by chance alone: one that is not small, or two.
fn tells(figures: impl Iterator<Item = Option<Figure>>) -> bool {
    let values = figures.flatten().map(|it| it.value()).filter(|it| *it != Number::ZERO);
    let (mut count, mut largest) = (0, Number::ZERO);
    for value in values {
        count += 1;
        largest = largest.max(value);
    }
    count >= 2 || largest >= TELLING
}

/// Bytes between figures of which one tells the scope of the other, at most.
const NEAR: u32 = 900;

/// Smaller figures agree with a cell by chance.
const TELLING: Number = Number::whole(10);

/// Indicators whose figures are collected from the same bodies.
fn family(id: &str) -> &str {
    match id.split_once('.') {
        Some(("review" | "litigation" | "complaints", _)) => "review",
        Some(("proactive", rest)) if rest.starts_with("items_total") || rest.starts_with("channel.") => {
            "items"
        }
        Some(("proactive", rest)) if rest.ends_with(".decisions") => "decisions",
        Some(("proactive", rest)) => rest.split('.').next().unwrap_or(rest),
        Some((first, _)) => first,
        None => id,
    }
}

/// Whether a long figure is that of the table but for one digit, or two neighbours exchanged: a slip of the pen and no
/// other scope.
fn is_slip(printed: &Figure, read: &[Figure]) -> bool {
    let [cell] = read else { return false };
    if printed.ulp() != cell.ulp() || printed.approximation().is_some() {
        return false;
    }
    let digits = |figure: &Figure| plain(figure.value()).replace('.', "").into_bytes();
    let (one, other) = (digits(printed), digits(cell));
    // What is not printed is no digit: the zeros of 万.
    let unprinted = plain(printed.ulp()).bytes().filter(|digit| *digit == b'0').count();
    if one.len() < unprinted + 4 || one.len() != other.len() {
        return false;
    }
    let differ: Vec<usize> = (0..one.len()).filter(|&at| one[at] != other[at]).collect();
    match differ[..] {
        [_] => true,
        [first, second] => second == first + 1 && one[first] == other[second] && one[second] == other[first],
        _ => false,
    }
}

/// The mention of the sentence that has this one's cell as its figure, and whose cell is this one's figure.
fn crossed(scene: &Scene<'_>, at: usize, read: &[Figure]) -> Option<usize> {
    // Smaller ones are crossed by chance.
    let own = scene.figure(at).filter(|own| own.value() >= TELLING)?;
    scene.neighbours(at).find(|&other| {
        let cells: Option<Vec<Figure>> =
            cells(scene.report, scene.mention(other)).into_iter().map(of_fact).collect();
        let both = scene.figure(other).zip(cells.filter(|cells| !cells.is_empty()));
        both.is_some_and(|(other, cells)| {
            let exact = |one: Figure, of: &[Figure]| balance(&[one], of).status == Status::Exact;
            other.value() >= TELLING && exact(other, read) && exact(own, &cells)
        })
    })
}

/// Whether the words are those of the table: decisions that were made, 作出行政许可决定412件.
fn is_decided(id: &str, mention: &Mention) -> bool {
    id.ends_with(".decisions") && mention.subject.contains("作出")
}

/// Whether the words leave no doubt that the thing counted is the thing in the table.
fn is_firm(id: &str, mention: &Mention) -> bool {
    const FIRM: [&str; 9] = [
        "proactive.central_procurement.",
        "capacity.staff.",
        "complaints.",
        "applications.",
        "review.",
        "litigation.",
        "proactive.normative_documents.",
        "proactive.items_total",
        "proactive.channel.",
    ];
    mention.group.is_some() || FIRM.iter().any(|family| id.starts_with(family))
}

/// Whether another sentence gives the same thing as the tables do: then this one may speak of something else.
fn restated(report: &Report, at: usize, read: &[Figure], scene: &Scene<'_>) -> bool {
    let own = &report.mentions[at];
    report.mentions.iter().enumerate().any(|(other, it)| {
        other != at
            && it.indicator.is_some()
            && it.indicator == own.indicator
            && it.quantity.is_some()
            && own.quantity.is_some()
            && is_of_year(report, it)
            && scene.figure(other).is_some_and(|it| balance(&[it], read).status.holds())
    })
}

/// Whether the bodies of a sentence give the figure of the tables together.
fn shared_out(scene: &Scene<'_>, at: usize, read: &[Figure]) -> bool {
    let own = scene.mention(at);
    let others = scene.neighbours(at).filter(|it| {
        let other = scene.mention(*it);
        other.indicator == own.indicator && other.body != own.body
    });
    let all: Option<Vec<Figure>> = others.chain([at]).map(|it| scene.figure(it)).collect();
    all.is_some_and(|all| balance(&all, read).status.holds())
}

/// What is said about a mention that differs from its cells.
#[derive(Clone, Copy)]
enum Verdict {
    /// It agrees only loosely.
    Loose(Status),
    /// It agrees with another expression.
    Means(&'static str, &'static str),
    /// It may speak of something else.
    Doubt,
    /// It agrees with nothing.
    Disagrees,
    /// It has the table's digits and another unit.
    Unit(Slip),
    /// It is the figure of another mention of the sentence, and the other way round.
    Crossed(usize),
}

fn disagrees(scene: &mut Scene<'_>, at: usize, expected: &[&Fact], severity: Severity, verdict: Verdict) {
    let mention = scene.mention(at);
    let (name, (line_zh, line_en)) = (quoted(mention), line(mention));
    let (cells_zh, cells_en, total) = shown(expected);
    let (tail_zh, tail_en) = match verdict {
        Verdict::Loose(_) => ("，只有按最宽的理解才相符".to_owned(), "; they agree only loosely".to_owned()),
        Verdict::Means(zh, en) => (format!("，与“{zh}”相符"), format!("; it agrees with {en}")),
        Verdict::Doubt => ("，口径可能不同，请确认".to_owned(), "; it may count something else".to_owned()),
        Verdict::Disagrees => {
            ("，请核对文字和表格".to_owned(), "; check the sentence and the table".to_owned())
        }
        Verdict::Unit(slip) => {
            let Message { zh, en } = slip.words();
            (format!("，{zh}"), format!("; {en}"))
        }
        Verdict::Crossed(other) => {
            let other = quoted(scene.mention(other));
            (
                format!("，与{other}互换则都相符，可能写反了，请核对"),
                format!("; exchanged with {other} both agree, so they may be crossed; check them"),
            )
        }
    };
    let message = Message {
        zh: format!("文中{name}{line_zh}，表中{cells_zh}为{total}{tail_zh}。"),
        en: format!("The text says {name}{line_en}, the table has {total} for {cells_en}{tail_en}."),
    };
    let (outcome, grade) = match verdict {
        Verdict::Disagrees | Verdict::Unit(_) | Verdict::Crossed(_) => (Outcome::Violated, None),
        Verdict::Loose(status) => (Outcome::WithinRounding, grade(status)),
        Verdict::Means(..) | Verdict::Doubt => (Outcome::Undetermined, None),
    };
    find(scene, at, expected, severity, outcome, grade, message);
}

/// A note that shows both scopes, where no sentence gives the figure of the tables.
fn part_of(scene: &mut Scene<'_>, at: usize, expected: &[&Fact]) {
    let read: Vec<Figure> = expected.iter().filter_map(|fact| of_fact(fact)).collect();
    if restated(scene.report, at, &read, scene) || shared_out(scene, at, &read) {
        return;
    }
    let mention = scene.mention(at);
    let (name, printed, (line_zh, line_en)) = (quoted(mention), figure(mention), line(mention));
    let (cells_zh, cells_en, total) = shown(expected);
    let (whose_zh, whose_en) = match &mention.body {
        Body::Departments => ("各部门".to_owned(), "the departments".to_owned()),
        Body::Lower => ("下级".to_owned(), "the lower levels".to_owned()),
        Body::Named(name) => (format!("“{name}”"), format!("“{name}”")),
        _ => ("本级".to_owned(), "the reporting body alone".to_owned()),
    };
    let message = Message {
        zh: format!(
            "文中{name}是{whose_zh}的数{line_zh}，表中{cells_zh}为全部{total}：{printed}不大于{total}，口径不同，不要求相等。"
        ),
        en: format!(
            "The text says {name} of {whose_en}{line_en}, the table has {total} in all for {cells_en}: {printed} is within it, and equality is not claimed."
        ),
    };
    find(scene, at, expected, Severity::Note, Outcome::Satisfied, None, message);
}

#[allow(clippy::too_many_arguments, reason = "one finding, field by field")]
fn find(
    scene: &mut Scene<'_>,
    at: usize,
    expected: &[&Fact],
    severity: Severity,
    outcome: Outcome,
    grade: Option<gongkai_model::Grade>,
    message: Message,
) {
    let facts: Vec<String> = expected.iter().map(|fact| fact.indicator.id().to_owned()).collect();
    let total = total(expected);
    let (left, right) = (scene.side(&[at]), Side { expr: facts.join(" + "), value: total });
    scene.find(Draft {
        grade,
        left: Some(left),
        right: Some(right),
        facts,
        ..Draft::new(RULE, (severity, outcome), message, &[at])
    });
}

fn total(expected: &[&Fact]) -> Option<Decimal> {
    let yuan = |fact: &&Fact| {
        let value = fact.value?;
        let unit = fact.unit.and_then(gongkai_text::Unit::yuan).unwrap_or(1);
        Decimal::new(value.mantissa().checked_mul(unit.into())?, value.scale())
    };
    expected.iter().map(yuan).sum()
}

/// Cells by name, and their sum as printed.
fn shown(expected: &[&Fact]) -> (String, String, String) {
    let total = match expected {
        [one] => one
            .value
            .map_or_else(String::new, |it| format!("{it}{}", one.unit.map_or("", gongkai_text::Unit::label))),
        _ => total(expected).map_or_else(String::new, |it| it.to_string()),
    };
    match expected {
        [one] => (cell_zh(one), cell_en(one), total),
        [first, .., last] => (
            format!("{}至{}{}格之和", cell_zh(first), cell_zh(last), expected.len()),
            format!("{} cells from {} to {}", expected.len(), cell_en(first), cell_en(last)),
            total,
        ),
        [] => (String::new(), String::new(), total),
    }
}
