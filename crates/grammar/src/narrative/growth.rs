//! Growth: which figure grew, and from what.

use super::marks::{Lists, Passage};
use super::phrase::bare_start;
use super::sentence::Item;
use gongkai_model::MentionKind;
use gongkai_text::Span;
use gongkai_text::quantity::{Direction, QuantityKind};

/// Verbs of growth and decline, the longer ones first.
const UP: [&str; 14] = [
    "增长率",
    "同比增长",
    "增长",
    "增加",
    "上升",
    "提高",
    "提升",
    "上涨",
    "增幅",
    "涨幅",
    "增速",
    "提速",
    "净增",
    "多",
];
const DOWN: [&str; 11] =
    ["下降率", "下降", "减少", "降低", "降幅", "缩短", "压缩", "压减", "下滑", "回落", "少"];

/// The direction that the words right before a figure give, when they say growth or decline of that figure.
pub(super) fn direction(left: &str) -> Option<Direction> {
    let mut words = left;
    loop {
        let shorter =
            ["了", "约", "近", "超过", "达到", "达", "为", "是", "将近", "大约", "超", "逾", "幅度", "率"]
                .iter()
                .find_map(|word| words.strip_suffix(word));
        match shorter {
            Some(rest) => words = rest,
            None => break,
        }
    }
    let ends = |list: &[&str]| list.iter().any(|verb| words.ends_with(verb));
    if words.ends_with("至少") || words.ends_with("不少") || words.ends_with("多少") {
        return None;
    }
    if ends(&UP) {
        Some(Direction::Up)
    } else if ends(&DOWN) {
        Some(Direction::Down)
    } else {
        None
    }
}

/// What kind of figure `item` is in its clause; `before` is the clause before, as far as it is about it.
pub(super) fn kind(passage: &Passage<'_>, item: &Item<'_>, before: Span) -> Option<MentionKind> {
    let quantity = item.quantity;
    let left = bare_start(item.left.text(passage.text));
    let own = passage.span(left);
    let grows = direction(left);
    let set_against = passage.any(own, Lists::AGAINST);
    // 比2022年的80条增加26条: what it is set against is a figure of its clause.
    let beside_base = || {
        let clause = passage.text[..item.gap.start as usize].rsplit(['，', '；', '：', '。', '（']).next();
        item.gap.text(passage.text).trim() == left
            && clause.is_some_and(|clause| clause.starts_with(['比', '较']))
    };
    let against = || {
        set_against
            || passage.any(before, Lists::AGAINST)
            || passage.any(own, Lists::COMPARED)
            || beside_base()
    };
    // 较去年多发布20条, not 较去年增加到20条.
    let differs =
        set_against && left.contains(['多', '少', '增', '减']) && !left.ends_with(['到', '至', '为', '达']);
    Some(match quantity.kind {
        QuantityKind::Count | QuantityKind::Money if differs || grows.is_some() && against() => {
            MentionKind::Change
        }
        QuantityKind::Count => MentionKind::Count,
        QuantityKind::Money => MentionKind::Money,
        QuantityKind::Percent if grows.is_some() || quantity.direction.is_some() => MentionKind::Growth,
        QuantityKind::Percent => MentionKind::Share,
        QuantityKind::Points => MentionKind::Points,
        QuantityKind::Multiple => MentionKind::Multiple,
        QuantityKind::Duration => MentionKind::Duration,
        QuantityKind::Measure => MentionKind::Measure,
        _ => return None,
    })
}

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
    // Between them only the comparison may stand.
    let is_base = |it: usize| {
        let left = items[it].left.text(text);
        let start = left.trim_start_matches(['，', ' ']);
        start.starts_with(['比', '较', '与'])
            || ["比上", "比去", "较上", "较去"].iter().any(|word| left.contains(word))
    };
    let earlier = |it: usize| {
        let left = items[it].left.text(text).trim_start_matches(['，', ' ']);
        left.starts_with("上年") || left.starts_with("去年") || left.starts_with("上一年")
    };
    let from = |it: usize| {
        let left = items[it].left.text(text);
        left.ends_with('由') || left.ends_with('从') || left.contains("由上年") || left.contains("由20")
    };
    if is_base(first) {
        sides.base = Some(first);
        sides.current =
            before.find(amount).filter(|it| kinds[*it] == kinds[first] && same_unit(items, *it, first));
        return sides;
    }
    sides.current = Some(first);
    let grown = [
        "增加到",
        "增至",
        "增长到",
        "扩展为",
        "扩展到",
        "上升到",
        "升至",
        "减少到",
        "降至",
        "下降到",
        "提高到",
    ];
    if grown.iter().any(|word| items[first].left.text(text).ends_with(word)) {
        sides.base = before.next().filter(|it| amount(it) && from(*it) && same_unit(items, *it, first));
    } else {
        sides.base = before.next().filter(|it| amount(it) && earlier(*it) && same_unit(items, *it, first));
    }
    sides
}

fn same_unit(items: &[Item<'_>], one: usize, other: usize) -> bool {
    items[one].quantity.unit == items[other].quantity.unit
}

/// Whether the words before a growth name what grew: 申请量比上年上升.
fn names_subject(left: &str) -> bool {
    let start = left.trim_start_matches(['，', '、', '；', ' ']);
    ![
        "比",
        "较",
        "同比",
        "环比",
        "与",
        "和",
        "同",
        "增",
        "上升",
        "下降",
        "减",
        "提高",
        "降",
        "分别",
        "总量",
        "数量",
        "相比",
        "相较",
        "净",
        "上涨",
        "多",
        "少",
        "为上年",
        "是上年",
        "但",
        "且",
        "并",
    ]
    .iter()
    .any(|word| start.starts_with(word))
        && !start.is_empty()
}
