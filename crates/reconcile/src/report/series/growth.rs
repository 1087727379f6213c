//! What sentences say about last year: growth against it, and its figures, beside last year's own report.

use super::{PREVIOUS, Pair};
use crate::report::across::{Confrontation, Draft};
use gongkai_model::{Body, Mention, MentionKind, Message, Outcome, Period, Severity, Side, StatementKind};
use gongkai_text::Decimal;
use gongkai_text::quantity::Direction;

pub(super) fn check(pair: &Pair<'_>, out: &mut Confrontation) {
    for statement in &pair.report.statements {
        if let StatementKind::Growth { growth, current, base: None } = statement.kind {
            of_growth(pair, growth, current, out);
        } else if let StatementKind::Growth { growth, current: Some(current), .. } = statement.kind {
            of_growth(pair, growth, Some(current), out);
        }
    }
    for (at, mention) in pair.report.mentions.iter().enumerate() {
        of_last_year(pair, at, mention, out);
    }
}

/// A rate or a change, where the figure that grew is the table's own: then last year's table is what it grew from.
fn of_growth(pair: &Pair<'_>, growth: usize, current: Option<usize>, out: &mut Confrontation) {
    let mentions = &pair.report.mentions;
    let Some(rate) = mentions.get(growth).filter(|it| is_plain(it)) else { return };
    let grown = current.and_then(|at| mentions.get(at));
    let id = match grown {
        Some(grown) => grown.indicator.as_deref().filter(|_| is_plain(grown)),
        None => named(pair, rate),
    };
    let Some(id) = id else { return };
    let Some((new, old)) = pair.new_figure(id).zip(pair.old_figure(id)) else { return };
    let same = |ours: &Decimal| grown.is_none_or(|grown| *ours == grown.value);
    let Some((ours, theirs)) = new.value.zip(old.value).filter(|(ours, _)| same(ours)) else {
        return;
    };
    let holds = match rate.kind {
        MentionKind::Growth => follows(ours, theirs, rate),
        MentionKind::Change => Some(theirs + signed(rate) == ours),
        _ => None,
    };
    match holds {
        None => {
            out.outcomes.undetermined += 1;
            return;
        }
        Some(true) => {
            out.outcomes.satisfied += 1;
            return;
        }
        Some(false) => out.outcomes.violated += 1,
    }
    let (severity, why) = weigh(pair, new.is_disputed || old.is_disputed);
    let (label, name) = (new.indicator.label(), new.indicator.name());
    let (other_zh, other_en) = pair.other(old.line);
    let said = match grown {
        Some(grown) => Message::new(
            format!("“{}”“{}”", grown.text, rate.text),
            format!("“{}”, “{}”", grown.text, rate.text),
        ),
        None => Message::new(format!("“{}”", rate.text), format!("“{}”", rate.text)),
    };
    let (should_zh, should_en) = expected(ours, theirs, rate);
    let draft = Draft {
        rule: "growth-disagrees",
        severity,
        outcome: Outcome::Violated,
        message: Message::new(
            format!(
                "文中{}，而“{label}”本年{ours}、{other_zh}为{theirs}，{should_zh}{}；先看这一句，再对照上年报告。",
                said.zh, why.zh
            ),
            format!(
                "The text says {}, yet “{name}” is {ours} now and {theirs} in the {other_en}, {should_en}{}; look at the sentence first, then at last year's report.",
                said.en, why.en
            ),
        ),
        sides: Some((
            Side { expr: id.to_owned(), value: Some(ours) },
            Side { expr: format!("{id}@{PREVIOUS}"), value: Some(theirs) },
        )),
        facts: vec![id.to_owned(), format!("{id}@{PREVIOUS}")],
    };
    let mut finding = draft.finding(pair.report);
    finding.mentions = current.into_iter().chain([growth]).collect();
    finding.span = Some(rate.span);
    out.findings.push(finding);
}

/// What a growth is of that has no figure in the text, by its own words: 政府信息公开申请量比上年下降12%.
fn named(pair: &Pair<'_>, rate: &Mention) -> Option<&'static str> {
    const OF_SOME: [&str; 14] = [
        "网",
        "信函",
        "当面",
        "自然人",
        "法人",
        "企业",
        "答复",
        "办结",
        "复议",
        "诉讼",
        "不予",
        "部分",
        "类",
        "月",
    ];
    let subject = rate.subject.as_str();
    // 比上年: the words tell of last year too.
    let now = match rate.period {
        Period::Unstated | Period::Previous => true,
        Period::Year(year) => pair.new.year == Some(year),
        _ => false,
    };
    let of_applications =
        ["信息公开申请", "依申请公开申请", "依申请公开"].iter().any(|word| subject.contains(word))
            && ["申请量", "申请数", "申请总", "公开量", "公开数", "申请件数"]
                .iter()
                .any(|word| subject.contains(word));
    (now && rate.body == Body::Unstated
        && of_applications
        && !OF_SOME.iter().any(|word| subject.contains(word)))
    .then_some("applications.received.total")
}

/// A figure that the text gives for last year, beside the one that last year's table has.
fn of_last_year(pair: &Pair<'_>, at: usize, mention: &Mention, out: &mut Confrontation) {
    let last = pair.new.year.and_then(|year| year.checked_sub(1));
    let is_last = match mention.period {
        Period::Previous => true,
        Period::Year(year) => Some(year) == last,
        _ => false,
    };
    let kind = mention.kind.is_amount();
    let Some(id) = mention.indicator.as_deref().filter(|_| is_last && kind && is_plain(mention)) else {
        return;
    };
    // 上年结转 is this year's own row, and the carry-over looks at it.
    if mention.body != Body::Unstated || id.starts_with("applications.carried") {
        return;
    }
    let Some(old) = pair.old_figure(id) else { return };
    let Some(theirs) = old.value else { return };
    if theirs == mention.value {
        out.outcomes.satisfied += 1;
        return;
    }
    // 万元 in the table is rounded to its last place.
    let gap = if theirs < mention.value { mention.value - theirs } else { theirs - mention.value };
    if old.is_amount() && old.ulp.is_some_and(|ulp| gap <= ulp + mention.ulp) {
        out.outcomes.within_rounding += 1;
        return;
    }
    out.outcomes.violated += 1;
    let (label, name) = (old.indicator.label(), old.indicator.name());
    let (other_zh, other_en) = pair.other(old.line);
    let value = mention.value;
    let draft = Draft {
        rule: "growth-disagrees",
        severity: Severity::Note,
        outcome: Outcome::Violated,
        message: Message::new(
            format!("文中说上年“{}”，而{other_zh}的“{label}”为{theirs}；请确认口径是否相同。", mention.text),
            format!(
                "The text says of last year “{}”, yet “{name}” is {theirs} in the {other_en}; check whether the same is meant.",
                mention.text
            ),
        ),
        sides: Some((
            Side { expr: "mention".to_owned(), value: Some(value) },
            Side { expr: format!("{id}@{PREVIOUS}"), value: Some(theirs) },
        )),
        facts: vec![format!("{id}@{PREVIOUS}")],
    };
    let mut finding = draft.finding(pair.report);
    finding.mentions = vec![at];
    finding.span = Some(mention.span);
    out.findings.push(finding);
}

/// A figure without 余, 近, 约 and the like.
fn is_plain(mention: &Mention) -> bool {
    mention.approx.is_none()
}

fn signed(mention: &Mention) -> Decimal {
    if mention.direction == Some(Direction::Down) { -mention.value } else { mention.value }
}

/// Whether the printed rate follows from both figures, rounded in any way; `None` where there is nothing to divide by.
fn follows(ours: Decimal, theirs: Decimal, rate: &Mention) -> Option<bool> {
    let scale = ours.scale().max(theirs.scale());
    let (ours, theirs) = (ours.at_scale(scale)?, theirs.at_scale(scale)?);
    if theirs <= 0 {
        return None;
    }
    let places = rate.value.scale().max(rate.ulp.scale());
    let (printed, ulp) = (signed(rate).at_scale(places)?, rate.ulp.at_scale(places)?);
    let hundred = 10_i128.checked_pow(u32::from(places))?.checked_mul(100)?;
    let exact = (ours - theirs).checked_mul(hundred)?;
    let gap = exact.checked_sub(printed.checked_mul(theirs)?)?;
    Some(gap.abs() <= ulp.checked_mul(theirs)?)
}

/// What the sentence should say by both figures.
fn expected(ours: Decimal, theirs: Decimal, rate: &Mention) -> (String, String) {
    let plain = ("推不出这个数".to_owned(), "from which that does not follow".to_owned());
    let change = ours - theirs;
    let magnitude = if change.is_negative() { -change } else { change };
    let (zh, en) = if change.is_negative() { ("下降", "a fall") } else { ("增长", "a rise") };
    if rate.kind == MentionKind::Change {
        return (format!("应为{zh}{magnitude}"), format!("which makes {en} of {magnitude}"));
    }
    let places = rate.value.scale().max(rate.ulp.scale());
    let scale = ours.scale().max(theirs.scale());
    let share = || {
        let (part, whole) = (magnitude.at_scale(scale)?, theirs.at_scale(scale).filter(|it| *it > 0)?);
        let scaled = part.checked_mul(100)?.checked_mul(10_i128.checked_pow(u32::from(places))?)?;
        // To the nearest, halves up.
        let percent = scaled.checked_mul(2)?.checked_add(whole)? / whole.checked_mul(2)?;
        Decimal::new(percent, places)
    };
    share()
        .map_or(plain, |percent| (format!("应为{zh}{percent}%"), format!("which makes {en} of {percent} %")))
}

/// How bad it is, and what may be the cause.
fn weigh(pair: &Pair<'_>, is_disputed: bool) -> (Severity, Message) {
    match pair.excuse() {
        Some(excuse) => {
            (Severity::Note, Message::new(format!("（{}）", excuse.zh), format!(" ({})", excuse.en)))
        }
        None if is_disputed => (
            Severity::Note,
            Message::new(
                "（其中有的数所在的算式本身不平）",
                " (some of these figures stand in sums that do not add up)",
            ),
        ),
        None => (Severity::Warning, Message::default()),
    }
}
