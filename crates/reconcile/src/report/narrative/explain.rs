//! Other readings under which figures that seem to disagree do agree.

use super::expected;
use super::figures::of_fact;
use super::scene::Scene;
use super::shown::{figure, quoted, sum as sum_of};
use crate::figure::{Figure, Number, Reading, balance, share, surely_at_most};
use gongkai_model::{Message, StatementKind};

/// How a closed list may be right although its parts do not add up to its whole.
pub(super) fn parts(scene: &Scene<'_>, whole: usize, parts: &[usize], figures: &[Figure]) -> Option<Message> {
    let printed = scene.figure(whole)?;
    let before = parts.iter().all(|part| *part > whole);
    nested(scene, &printed, parts, figures)
        .or_else(|| another(scene, whole, parts, figures))
        .or_else(|| first_ones(scene, whole, parts, figures))
        .or_else(|| carried(scene, whole, parts, figures))
        .or_else(|| unlisted(scene, whole, parts, figures))
        .or_else(|| by_table(scene, whole, figures).filter(|_| before))
        // A sum behind its parts leaves none out.
        .or_else(|| incomplete(scene, &printed, parts, figures).filter(|_| before))
        .or_else(|| instances(scene, whole, parts, figures).filter(|_| before))
}

/// Parts that leave more than half of their whole out are a few that were picked, unless a digit too many
/// in the whole makes the difference, or a part is the rest.
fn instances(scene: &Scene<'_>, whole: usize, parts: &[usize], figures: &[Figure]) -> Option<Message> {
    let printed = scene.figure(whole)?;
    let added: Number = figures.iter().map(Figure::value).sum();
    let few = added.times(2).is_some_and(|twice| twice < printed.value());
    let rest = parts.iter().any(|at| RESTS.iter().any(|word| scene.mention(*at).subject.contains(word)));
    let both = printed.value().to_i64().zip(added.to_i64());
    let slipped = both.is_some_and(|(printed, added)| is_short_of_one_digit(printed, added));
    (few && !rest && !slipped).then(|| {
        Message::new(
            "各分项不到总数的一半，可能只列举了一部分",
            "the parts are less than half of it: they may be a few of several",
        )
    })
}

/// What is left when all other parts are named.
const RESTS: [&str; 4] = ["其他", "其它", "其余", "剩余"];

/// Whether `fewer` is `more` without one of its digits.
fn is_short_of_one_digit(more: i64, fewer: i64) -> bool {
    // 8 is not 108 without its first digit: 08 is no figure.
    if more <= 0 || fewer <= 0 || more.ilog10() != fewer.ilog10() + 1 {
        return false;
    }
    let mut power = 1;
    while power <= more {
        if more / power / 10 * power + more % power == fewer {
            return true;
        }
        let Some(next) = i64::checked_mul(power, 10) else { break };
        power = next;
    }
    false
}

/// One part is contained in the others.
fn nested(scene: &Scene<'_>, whole: &Figure, parts: &[usize], figures: &[Figure]) -> Option<Message> {
    if figures.len() < 3 {
        return None;
    }
    let without = |left_out: usize| -> Vec<Figure> {
        let others = figures.iter().enumerate().filter(|(at, _)| *at != left_out);
        others.map(|(_, part)| *part).collect()
    };
    // A small part is what is missing by chance.
    let is_nested =
        |at: &usize| figures[*at].value() >= TELLING && balance(&without(*at), &[*whole]).status.holds();
    let at = (0..figures.len()).find(is_nested)?;
    let name = quoted(scene.mention(parts[at]));
    Some(Message::new(
        format!("不计{name}则合得上，可能已含在其他分项之中"),
        format!("without {name} they agree: it may be contained in the others"),
    ))
}

/// The parts belong to another figure of the sentence.
fn another(scene: &Scene<'_>, whole: usize, parts: &[usize], figures: &[Figure]) -> Option<Message> {
    let other = scene.neighbours(whole).find(|other| {
        let unused =
            !parts.contains(other) && scene.same_unit(*other, whole) && !scene.listed.contains(other);
        // What stands behind a list is not what it is a list of.
        let before = parts.first().is_none_or(|first| other < first);
        unused
            && before
            && scene.figure(*other).is_some_and(|other| balance(figures, &[other]).status.holds())
    })?;
    let name = quoted(scene.mention(other));
    Some(Message::new(format!("与{name}合得上"), format!("they agree with {name}")))
}

/// The first parts make up the whole, and the others are another view of it or something else.
fn first_ones(scene: &Scene<'_>, whole: usize, parts: &[usize], figures: &[Figure]) -> Option<Message> {
    // Where every part is one of the forms' own, no part is of another view.
    if parts.iter().all(|at| scene.mention(*at).indicator.is_some()) {
        return None;
    }
    let whole = scene.figure(whole)?;
    let most = figures.len().saturating_sub(2);
    let holds = |figures: &[Figure]| balance(figures, &[whole]).status.holds();
    // What is left over ends a list: behind the first parts it ends a second view, which adds up as well.
    let is_rest = |at: &usize| RESTS.iter().any(|word| scene.mention(*at).subject.contains(word));
    let is_view = |count: &usize| !parts.last().is_some_and(is_rest) || holds(&figures[*count..]);
    let count = (2..=most).find(|count| holds(&figures[..*count]) && is_view(count))?;
    Some(Message::new(
        format!("前{count}项合得上，其余各项可能另作分类"),
        format!("the first {count} agree; the others may divide it in another way"),
    ))
}

/// Results beside what was received: what was carried in or out may make the difference.
fn carried(scene: &Scene<'_>, whole: usize, parts: &[usize], figures: &[Figure]) -> Option<Message> {
    let mention = scene.mention(whole);
    let is_result = |at: &usize| {
        let it = scene.mention(*at);
        it.indicator.as_deref().or(it.group).is_some_and(|id| id.starts_with("applications.outcome"))
    };
    let received = mention.indicator.as_deref() == Some("applications.received.total");
    if !received || !parts.iter().any(is_result) {
        return None;
    }
    let one = |id: &str| {
        let told = scene.around(whole).find(|at| {
            let it = scene.mention(*at);
            !parts.contains(at) && it.indicator.as_deref() == Some(id) && it.body == mention.body
        });
        let cell = || scene.report.fact(id).and_then(of_fact);
        told.and_then(|at| scene.figure(at)).or_else(cell)
    };
    let (came, went) = (one("applications.carried_in.total"), one("applications.carried_out.total"));
    let printed = scene.figure(whole)?;
    let all = |more: Option<Figure>, of: &[Figure]| of.iter().copied().chain(more).collect::<Vec<_>>();
    let holds = |came: Option<Figure>, went: Option<Figure>| {
        (came.is_some() || went.is_some())
            && balance(&all(came, &[printed]), &all(went, figures)).status.holds()
    };
    (holds(came, None) || holds(None, went) || holds(came, went))
        .then(|| Message::new("计入结转的申请则合得上", "with the applications carried over they agree"))
}

/// What is missing stands in the sentence as a figure of its own.
fn unlisted(scene: &Scene<'_>, whole: usize, parts: &[usize], figures: &[Figure]) -> Option<Message> {
    let printed = scene.figure(whole)?;
    let other = scene.neighbours(whole).find(|other| {
        let unused =
            !parts.contains(other) && scene.same_unit(*other, whole) && !listed_apart(scene, *other, parts);
        unused
            && scene.figure(*other).is_some_and(|other| {
                let all: Vec<Figure> = figures.iter().copied().chain([other]).collect();
                other.value() != Number::ZERO && balance(&all, &[printed]).status.holds()
            })
    })?;
    let name = quoted(scene.mention(other));
    Some(Message::new(format!("加上{name}则合得上"), format!("with {name} they agree")))
}

/// Whether the mention is a part of a list, and so none of another one; unless that list has parts of the same names:
/// what one of them repeats of the other is read once.
fn listed_apart(scene: &Scene<'_>, at: usize, parts: &[usize]) -> bool {
    let name = |at: &usize| scene.mention(*at).subject.as_str();
    let alike = |other: &usize| !parts.contains(other) && parts.iter().any(|part| name(part) == name(other));
    scene.listed.contains(&at) && !scene.neighbours(at).any(|other| alike(&other))
}

/// Each part is what the tables have for it; the sentence leaves out the others.
fn incomplete(scene: &Scene<'_>, whole: &Figure, parts: &[usize], figures: &[Figure]) -> Option<Message> {
    let in_table = |at: &usize| {
        let cells = expected::cells(scene.report, scene.mention(*at));
        let read: Option<Vec<Figure>> = cells.into_iter().map(of_fact).collect();
        let own = scene.figure(*at);
        own.zip(read).is_some_and(|(own, read)| !read.is_empty() && balance(&[own], &read).status.holds())
    };
    let below = surely_at_most(figures, &[*whole]);
    (below && parts.iter().all(in_table)).then(|| {
        Message::new(
            "各分项与表中一致，文中未列全其余各项",
            "each part is as in the tables, and the sentence leaves the others out",
        )
    })
}

/// The parts are those of a wider or narrower total of the tables.
fn by_table(scene: &Scene<'_>, whole: usize, figures: &[Figure]) -> Option<Message> {
    let mention = scene.mention(whole);
    let id = mention.indicator.as_deref()?;
    let found = expected::alternatives(id).find(|it| expected::holds(it, scene.report, figures))?;
    Some(Message::new(
        format!("与表中“{}”合得上", found.zh),
        format!("they agree with the tables' {}", found.en),
    ))
}

/// Another numerator or denominator near a share from which it does follow.
pub(super) fn share_of_others(scene: &Scene<'_>, rate: usize, part: usize, whole: usize) -> Option<Message> {
    let printed = scene.figure(rate)?;
    let follows = |part: &Figure, whole: &Figure| {
        let status = share(part, whole, &printed).status;
        matches!(status, crate::figure::Status::Exact | crate::figure::Status::Within(crate::Grade::Rounded))
    };
    let (own_part, own_whole) = (scene.figure(part)?, scene.figure(whole)?);
    // 占 speaks of figures of its sentence; a rate by name may be of any in the paragraph.
    let by_name = scene.mention(rate).text.contains('率');
    let sentence = scene.mention(rate).sentence;
    let near = nearby(scene, rate)
        .filter(|at| by_name || scene.mention(*at).sentence == sentence)
        // What 占 is of was told before it; behind it stands the next part.
        .filter(|at| by_name || *at < rate)
        .filter(|at| *at != part && *at != whole && scene.same_unit(*at, part));
    if let Some(reason) = share_of_sum(scene, rate, part, whole) {
        return Some(reason);
    }
    for other in near {
        let Some(figure_of) = scene.figure(other).filter(|it| it.value() != Number::ZERO) else { continue };
        let names = if follows(&own_part, &figure_of) {
            (scene.mention(part), scene.mention(other))
        } else if follows(&figure_of, &own_whole) && !has_share(scene, other, rate) {
            (scene.mention(other), scene.mention(whole))
        } else {
            continue;
        };
        let (of, all) = (figure(names.0), figure(names.1));
        return Some(Message::new(
            format!("按{of}与{all}计算则相符"),
            format!("{of} of {all} would give it"),
        ));
    }
    None
}

/// Several parts that the share is of together: A 584件、B 461件，合计占63.7%.
fn share_of_sum(scene: &Scene<'_>, rate: usize, part: usize, whole: usize) -> Option<Message> {
    let printed = scene.figure(rate)?;
    let sentence = scene.mention(rate).sentence;
    let together =
        ["合计", "共", "两", "三", "者"].iter().any(|word| scene.mention(rate).text.contains(word));
    let counts = |at: &usize| {
        let it = scene.mention(*at);
        it.sentence == sentence
            && it.kind.is_amount()
            && scene.same_unit(*at, part)
            && it.approx.is_none()
            && (*at == part || together || !has_share(scene, *at, rate))
    };
    let before: Vec<usize> = (part.saturating_sub(MOST_TOGETHER)..=part).rev().filter(counts).collect();
    // Of itself and those before it: 维持4件、纠错1件，尚未审结2件，纠错率20%.
    let by_name = scene.mention(rate).text.contains('率');
    if let Some(own) = scene.figure(part).filter(|_| by_name && before.first() == Some(&part)) {
        let mut all = own.value();
        for (count, at) in before.iter().enumerate().skip(1) {
            all = all + scene.figure(*at)?.value();
            if share(&own, &Figure::exact(all), &printed).status.holds() {
                let (part, all) = (
                    figure(scene.mention(part)),
                    sum_of(before[..=count].iter().rev().map(|at| scene.mention(*at))),
                );
                return Some(Message::new(
                    format!("按{part}与{all}计算则相符"),
                    format!("{part} of {all} would give it"),
                ));
            }
        }
    }
    for len in 2..=before.len() {
        let sum: Number = before[..len].iter().filter_map(|at| Some(scene.figure(*at)?.value())).sum();
        let wholes = before[len..].iter().chain([&whole]).filter(|at| !before[..len].contains(at));
        let follows = |of: &usize| {
            let status = scene.figure(*of).map(|of| share(&Figure::exact(sum), &of, &printed).status);
            status.is_some_and(crate::figure::Status::holds)
        };
        // Of all that stand before the part: 主办17件、协办4件，采纳15件，采纳率71.4%.
        let own = scene.figure(part).filter(|_| before.first() == Some(&part) && len < before.len());
        let all: Number =
            before[1..].iter().take(len).filter_map(|at| Some(scene.figure(*at)?.value())).sum();
        let of_all = own.is_some_and(|own| share(&own, &Figure::exact(all), &printed).status.holds())
            && !holds_its_own(scene, &before[1..=len.min(before.len() - 1)]);
        if of_all {
            let (part, all) = (
                figure(scene.mention(part)),
                sum_of(before[1..=len].iter().rev().map(|at| scene.mention(*at))),
            );
            return Some(Message::new(
                format!("按{part}与{all}计算则相符"),
                format!("{part} of {all} would give it"),
            ));
        }
        if let Some(&of) = wholes.into_iter().find(|of| follows(of)) {
            let (parts, of) =
                (sum_of(before[..len].iter().rev().map(|at| scene.mention(*at))), figure(scene.mention(of)));
            return Some(Message::new(
                format!("按{parts}与{of}计算则相符"),
                format!("{parts} of {of} would give it"),
            ));
        }
    }
    None
}

/// Whether the figure has a share of its own beside the share `rate`.
fn has_share(scene: &Scene<'_>, at: usize, rate: usize) -> bool {
    scene.report.statements.iter().any(|statement| match &statement.kind {
        StatementKind::Share { share, parts, firm: true, .. } => *share != rate && parts.contains(&at),
        _ => false,
    })
}

/// Whether one of the figures is a part of another of them: together they are nothing.
fn holds_its_own(scene: &Scene<'_>, figures: &[usize]) -> bool {
    scene.report.statements.iter().any(|statement| {
        let (StatementKind::Share { parts, wholes, firm: true, .. }
        | StatementKind::Parts { parts, wholes, .. }) = &statement.kind
        else {
            return false;
        };
        wholes.first().is_some_and(|whole| figures.contains(whole))
            && parts.iter().any(|part| figures.contains(part))
    })
}

/// Figures before a share that it may be of together, at most.
const MOST_TOGETHER: usize = 6;

/// Counts and amounts at most a paragraph away.
fn nearby<'a>(scene: &'a Scene<'_>, at: usize) -> impl Iterator<Item = usize> + 'a {
    let place = scene.mention(at).span.start;
    let mentions = scene.report.mentions.iter().enumerate();
    mentions
        .filter(move |(_, it)| it.span.start.abs_diff(place) < PARAGRAPH)
        .filter(|(_, it)| it.kind.is_amount())
        .map(|(at, _)| at)
}

/// Smaller figures explain a difference by chance.
const TELLING: Number = Number::whole(10);

/// Bytes of a paragraph, about.
const PARAGRAPH: u32 = 900;

/// What a share of `part` in `whole` comes to, to two decimals.
pub(super) fn computed(part: &Figure, whole: &Figure) -> Option<Number> {
    let (part, whole) = (part.admits(Reading::Nearest), whole.admits(Reading::Nearest));
    let middle = |set: crate::figure::Set| Some(set.low()? + set.high()?);
    let (part, whole) = (middle(part)?, middle(whole)?);
    let (part, whole) = (part.parts(), whole.parts());
    // Both on seven places at most: ten thousand times their quotient is the share in hundredths of a percent.
    let lift = |(mantissa, places): (i128, u8)| mantissa.checked_mul(10_i128.pow(u32::from(7 - places)));
    let (part, whole) = (lift(part)?, lift(whole)?);
    if whole <= 0 {
        return None;
    }
    Number::decimal((part.checked_mul(20_000)?.checked_add(whole)?).div_euclid(whole * 2), 2)
}
