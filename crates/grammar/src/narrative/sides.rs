//! The two sides of a growth: the figure that grew, and the one it grew from.

use super::growth::{GROWN, names_subject, same_unit};
use super::sentence::Item;
use gongkai_model::MentionKind;
use gongkai_text::quantity::QuantityKind;

/// The figure that grew and the one it grew from, among the items before `at`.
pub(super) struct Sides {
    /// The figure of this period.
    pub current: Option<usize>,
    /// The figure of the earlier one.
    pub base: Option<usize>,
}

/// Finds the sides of the growth at item `at`.
pub(super) fn sides(text: &str, items: &[Item<'_>], kinds: &[MentionKind], at: usize) -> Sides {
    let item = &items[at];
    let own = item.left.text(text);
    let mut sides = Sides { current: None, base: None };
    // Between them only the comparison may stand.
    let is_base = |it: usize| {
        let left = items[it].left.text(text);
        let start = left.trim_start_matches(['，', ' ']);
        start.trim_start_matches('同').starts_with(['比', '较', '与'])
            || ["比上", "比去", "较上", "较去"].iter().any(|word| left.contains(word))
    };
    let earlier = |it: usize| {
        let left = items[it].left.text(text).trim_start_matches(['，', ' ']);
        left.starts_with("上年") || left.starts_with("去年") || left.starts_with("上一年")
    };
    let from = |it: usize| is_from(items[it].left.text(text));
    let to = |it: usize| is_to(items[it].left.text(text));
    let told = in_parentheses(text, items, kinds, at)
        .or_else(|| from_to(text, items, kinds, at))
        .or_else(|| years_in_parentheses(text, items, kinds, at));
    if let Some(both) = told {
        return both;
    }
    // Words of its own between the comparison and the verb name another subject than the figure before.
    if names_subject(own) {
        return sides;
    }
    let mut before = (0..at).rev().filter(|other| items[*other].depth == item.depth);
    let amount = |other: &usize| kinds[*other].is_amount();
    let first = loop {
        match before.next() {
            Some(other) if amount(&other) => break other,
            // Another growth of the same figure: 比上年增加77件，增长208.1%.
            Some(other) if matches!(kinds[other], MentionKind::Growth | MentionKind::Change) => {
                if names_subject(items[other].left.text(text)) {
                    return sides;
                }
            }
            _ => return sides,
        }
    };
    if is_base(first) {
        sides.base = Some(first);
        sides.current =
            before.find(amount).filter(|it| kinds[*it] == kinds[first] && same_unit(items, *it, first));
        return sides;
    }
    // 2012年公开1286条，2011年公开1142条，增长12.6%.
    let year_before = before.clone().next().filter(|it| {
        amount(it) && same_unit(items, *it, first) && {
            let told = |it: usize| year_in(items[it].left.text(text));
            told(first).zip(told(*it)).is_some_and(|((was, of), (is, now))| was + 1 == is && of == now)
        }
    });
    if year_before.is_some() {
        sides.base = Some(first);
        sides.current = year_before;
        return sides;
    }
    // 收到3件，上年度5件，下降40%: the base stands behind what there is now.
    let bare_base = |it: usize| {
        let left = items[it].left.text(text).trim_start_matches(['，', ' ']);
        matches!(left, "上年" | "上年度" | "去年" | "上一年" | "上年同期" | "去年同期")
    };
    if bare_base(first) {
        let now = before.next().filter(|it| amount(it) && same_unit(items, *it, first));
        (sides.base, sides.current) = (now.map(|_| first), now);
        return sides;
    }
    sides.current = Some(first);
    if to(first) {
        sides.base = before.next().filter(|it| amount(it) && from(*it) && same_unit(items, *it, first));
    } else {
        sides.base = before.next().filter(|it| amount(it) && earlier(*it) && same_unit(items, *it, first));
    }
    // 同比增长9.5%，上年为1100条: the base stands behind.
    if sides.base.is_none() {
        let was = |it: usize| {
            let left = items[it].left.text(text).trim_start_matches(['，', '（', ' ']);
            ["上年为", "去年为", "上一年为", "上年同期为", "去年同期为", "上年是"].contains(&left)
        };
        let next = at + 1;
        sides.base = (next < items.len() && amount(&next) && was(next) && same_unit(items, next, first))
            .then_some(next);
    }
    sides
}

/// 由37件, 由2022年的37件: what it was.
fn is_from(left: &str) -> bool {
    left.ends_with(['由', '从'])
        || ["由上年", "由去年", "由20", "从20", "从上年", "从去年"].iter().any(|word| left.contains(word))
}

/// 增至, 压减至, 增至2022年的: up or down to this figure.
fn is_to(left: &str) -> bool {
    let left =
        left.strip_suffix("年的").map_or(left, |rest| rest.trim_end_matches(|c: char| c.is_ascii_digit()));
    ["增至", "升至", "降至", "减至"].iter().any(|word| left.ends_with(word))
        || GROWN.iter().any(|word| left.ends_with(word))
}

/// Both sides in one clause, 由…增至…: behind the growth, or right before it where they are times.
fn from_to(text: &str, items: &[Item<'_>], kinds: &[MentionKind], at: usize) -> Option<Sides> {
    let item = &items[at];
    let left = |it: usize| items[it].left.text(text);
    let sized = |it: usize| {
        let kind = kinds.get(it)?;
        (kind.is_amount() || *kind == MentionKind::Duration).then_some(items[it].depth == item.depth)
    };
    let both = |from: usize, to: usize| {
        sized(from) == Some(true)
            && sized(to) == Some(true)
            && is_from(left(from))
            && is_to(left(to))
            && same_unit(items, from, to)
    };
    let both_before = at >= 2 && both(at - 2, at - 1);
    // 同比增长12.3%，由2021年的1461件增至1641件.
    let next = text[item.quantity.span.end as usize..].trim_start();
    let behind = next.starts_with('，')
        && both(at + 1, at + 2)
        && left(at + 1).trim_start_matches([' ', '，']).starts_with(['由', '从']);
    if behind && !both_before {
        return Some(Sides { current: Some(at + 2), base: Some(at + 1) });
    }
    // 办理时限由20个工作日缩短至9个工作日，缩短55%.
    let of_times = item.quantity.kind == QuantityKind::Percent
        && both_before
        && kinds[at - 1] == MentionKind::Duration
        && !names_subject(left(at));
    of_times.then(|| Sides { current: Some(at - 1), base: Some(at - 2) })
}

/// What it was before, in a parenthesis: 收到22件，比2022年（31件）下降29%.
fn in_parentheses(text: &str, items: &[Item<'_>], kinds: &[MentionKind], at: usize) -> Option<Sides> {
    let item = &items[at];
    let own = item.left.text(text).trim_start_matches(['，', ' ']);
    let base = at.checked_sub(1).filter(|&it| {
        items[it].depth == item.depth + 1
            && kinds[it].is_amount()
            && items[it].left.text(text).trim().is_empty()
            && own.starts_with(['比', '较', '与', '同'])
            && own.split(['（', '(']).next().is_some_and(|of| of.ends_with(['年', '期', '度']))
    })?;
    let current = (0..base).rev().find(|it| items[*it].depth == item.depth && kinds[*it].is_amount());
    Some(Sides { current: current.filter(|it| same_unit(items, *it, base)), base: Some(base) })
}

/// Both sides in a parenthesis behind, each with its year: 同比上升12.3%（2021年1461件，2022年1641件）.
fn years_in_parentheses(text: &str, items: &[Item<'_>], kinds: &[MentionKind], at: usize) -> Option<Sides> {
    let (one, other) = (at + 1, at + 2);
    let inside = |it: usize| {
        items.get(it).is_some_and(|item| item.depth == items[at].depth + 1) && kinds[it].is_amount()
    };
    if !(inside(one) && inside(other)) || items.get(other + 1).is_some_and(|it| it.depth > items[at].depth) {
        return None;
    }
    let told = |it: usize| year_in(items[it].left.text(text).trim_start_matches('（'));
    let ((first, of), (second, and)) = (told(one)?, told(other)?);
    let attached = text[items[at].quantity.span.end as usize..].starts_with('（');
    if !attached || of != and || !same_unit(items, one, other) {
        return None;
    }
    if first + 1 == second {
        Some(Sides { current: Some(other), base: Some(one) })
    } else if second + 1 == first {
        Some(Sides { current: Some(one), base: Some(other) })
    } else {
        None
    }
}

/// The figure that is a multiple, at item `at`, of one that is printed: 2.1亿次，是上年1.05亿次的2倍.
pub(super) fn multiple_of(text: &str, items: &[Item<'_>], kinds: &[MentionKind], at: usize) -> Option<Sides> {
    let (base, current) = (at.checked_sub(1)?, at.checked_sub(2)?);
    let left = |it: usize| items[it].left.text(text).trim_start_matches(['，', ' ']);
    let compared =
        ["是上年", "为上年", "是去年", "为去年", "达到上年", "是20", "为20", "相当于上年", "相当于20"]
            .iter()
            .any(|word| left(base).starts_with(word));
    let alike = |it: usize| kinds[it].is_amount() && items[it].depth == items[at].depth;
    let fits = left(at).trim_end_matches(['近', '约']) == "的" && compared && alike(base) && alike(current);
    (fits && same_unit(items, base, current)).then_some(Sides { current: Some(current), base: Some(base) })
}

/// The year that words begin with, and what follows it.
fn year_in(words: &str) -> Option<(u16, &str)> {
    let words = words.trim_start_matches(['，', '；', ' ']);
    let year = words.get(..4)?.parse().ok()?;
    Some((year, words[4..].strip_prefix('年')?.trim_start_matches(['度', '，', ' '])))
}
