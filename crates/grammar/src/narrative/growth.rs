//! Growth: which figure grew, and from what.

use super::marks::{Lists, Passage};
use super::phrase::bare_start;
use super::sentence::Item;
use gongkai_model::MentionKind;
use gongkai_text::Span;
use gongkai_text::quantity::{Direction, QuantityKind};

/// The direction that the words right before a figure give, when they say growth or decline of that figure.
pub(super) fn direction(left: &str) -> Option<Direction> {
    use Direction::{Down, Up};
    let mut words = left;
    loop {
        let last = words.chars().next_back()?;
        let before = &words[..words.len() - last.len_utf8()];
        let ends = |with: &[char], direction: Direction| before.ends_with(with).then_some(direction);
        words = match last {
            // What may stand between the verb and the figure.
            '约' => before.strip_suffix('大').unwrap_or(before),
            '近' => before.strip_suffix(['将', '接']).unwrap_or(before),
            '了' | '达' | '为' | '是' | '超' | '逾' | '率' => before,
            // 多出12%.
            '出' => return ends(&['多', '高'], Up),
            '过' => before.strip_suffix('超')?,
            '到' => before.strip_suffix('达')?,
            '度' => before.strip_suffix('幅')?,
            // 增长, 上升, 涨幅.
            '长' | '加' => return ends(&['增'], Up),
            '升' => return ends(&['上', '提'], Up),
            '高' => return ends(&['提'], Up),
            '涨' => return ends(&['上'], Up),
            '速' => return ends(&['增', '提'], Up),
            '增' => return ends(&['净'], Up),
            '多' => return Some(Up),
            '幅' => return ends(&['增', '涨'], Up).or_else(|| ends(&['降'], Down)),
            // 下降, 减少, 回落; 至少 and 不少 are none.
            '少' => return (!before.ends_with(['至', '不', '多'])).then_some(Down),
            '降' | '滑' => return ends(&['下'], Down),
            '低' => return ends(&['降'], Down),
            '短' => return ends(&['缩'], Down),
            '缩' | '减' => return ends(&['压'], Down),
            '落' => return ends(&['回'], Down),
            _ => return None,
        };
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
    // 由91.2分提高到94.6分，提高3.4分: the change between the two.
    let beside_both = || {
        let clause = passage.text[..item.gap.start as usize].rsplit(['，', '；', '：', '。', '（']).next();
        item.gap.text(passage.text).trim_start_matches(['，', ' ']) == left
            && clause.is_some_and(|clause| {
                let went = clause.contains(['到', '至']) || GROWN.iter().any(|word| clause.contains(word));
                clause.contains(['由', '从']) && went
            })
    };
    let against = || {
        set_against
            || passage.any(before, Lists::AGAINST)
            || passage.any(own, Lists::COMPARED)
            || beside_base()
            || beside_both()
    };
    // 较去年多发布20条, not 较去年增加到20条.
    let differs =
        set_against && left.contains(['多', '少', '增', '减']) && !left.ends_with(['到', '至', '为', '达']);
    // 较上年提高0.2个点: points, in spoken words.
    let right = item.right.text(passage.text);
    let in_points = quantity.unit.is_some_and(|unit| unit.label() == "个")
        && right.starts_with('点')
        && !["点位", "点次", "点击", "点赞", "点多"].iter().any(|word| right.starts_with(word));
    Some(match quantity.kind {
        QuantityKind::Count if in_points && (differs || grows.is_some()) => MentionKind::Points,
        QuantityKind::Count | QuantityKind::Money if differs || grows.is_some() && against() => {
            MentionKind::Change
        }
        QuantityKind::Count => MentionKind::Count,
        QuantityKind::Money => MentionKind::Money,
        QuantityKind::Percent if grows.is_some() || quantity.direction.is_some() => MentionKind::Growth,
        QuantityKind::Percent | QuantityKind::Fraction => MentionKind::Share,
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
        left.ends_with('由')
            || left.ends_with('从')
            || ["由上年", "由去年", "由20", "从20", "从上年", "从去年"].iter().any(|word| left.contains(word))
    };
    // 增至, 压减至, 增至2022年的: up or down to this figure.
    let to = |it: usize| {
        let left = items[it].left.text(text);
        let left = left
            .strip_suffix("年的")
            .map_or(left, |rest| rest.trim_end_matches(|c: char| c.is_ascii_digit()));
        left.ends_with("增至")
            || left.ends_with("升至")
            || left.ends_with("降至")
            || left.ends_with("减至")
            || GROWN.iter().any(|word| left.ends_with(word))
    };
    if let Some(both) = in_parentheses(text, items, kinds, at) {
        return both;
    }
    // 办理时限由20个工作日缩短至9个工作日，缩短55%.
    let sized =
        |it: usize| kinds.get(it).is_some_and(|kind| kind.is_amount() || *kind == MentionKind::Duration);
    let both = |from_it: usize, to_it: usize| {
        let alike = |it: usize| sized(it) && items[it].depth == item.depth;
        alike(from_it) && alike(to_it) && from(from_it) && to(to_it) && same_unit(items, from_it, to_it)
    };
    // 同比增长12.3%，由2021年的1461件增至1641件: both stand behind.
    let behind = |it: usize| {
        let next = text[item.quantity.span.end as usize..].trim_start();
        let starts =
            |it: usize| items[it].left.text(text).trim_start_matches([' ', '，']).starts_with(['由', '从']);
        next.starts_with('，') && both(it, it + 1) && starts(it)
    };
    if behind(at + 1) && !both_before(at, &both) {
        sides.current = Some(at + 2);
        sides.base = Some(at + 1);
        return sides;
    }
    if item.quantity.kind == QuantityKind::Percent
        && at >= 2
        && kinds[at - 1] == MentionKind::Duration
        && both(at - 2, at - 1)
        && !names_subject(own)
    {
        (sides.current, sides.base) = (Some(at - 1), Some(at - 2));
        return sides;
    }
    if let Some(both) = years_in_parentheses(text, items, kinds, at) {
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

/// What it was before, in a parenthesis: 收到22件，比2022年（31件）下降29%.
fn in_parentheses(text: &str, items: &[Item<'_>], kinds: &[MentionKind], at: usize) -> Option<Sides> {
    let item = &items[at];
    let own = item.left.text(text).trim_start_matches(['，', ' ']);
    let base = at.checked_sub(1).filter(|&it| {
        items[it].depth == item.depth + 1
            && kinds[it].is_amount()
            && items[it].left.text(text).trim().is_empty()
            && own.starts_with(['比', '较'])
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

/// The rates between which item `at` is the difference in points: 98.5%，比上年的97.3%提高1.2个百分点.
pub(super) fn points(
    text: &str,
    items: &[Item<'_>],
    kinds: &[MentionKind],
    at: usize,
) -> Option<(usize, usize)> {
    let before = at.checked_sub(1)?;
    let first = at.checked_sub(2)?;
    let rate = |it: usize| kinds[it] == MentionKind::Share && items[it].depth == items[at].depth;
    let words = |it: usize| items[it].left.text(text).trim_start_matches(['，', ' ', '、']);
    if !(rate(first) && rate(before))
        || direction(bare_start(words(at))).is_none()
        || names_subject(words(at))
    {
        return None;
    }
    let compared = ["比", "较"].iter().any(|word| words(before).starts_with(word))
        && ["年的", "同期的", "上年", "去年"].iter().any(|word| words(before).ends_with(word));
    if compared && bare_start(words(at)).chars().count() <= 3 {
        return Some((first, before));
    }
    let (came, went) = (words(first), words(before));
    let from =
        came.ends_with('由') || came.ends_with('从') || came.contains("由20") || came.contains("由上年");
    let to = went.ends_with(['到', '至']) && went.chars().count() <= 4;
    (from && to).then_some((before, first))
}

/// Verbs that end with where a figure went to.
const GROWN: [&str; 20] = [
    "增加到",
    "增长到",
    "扩展为",
    "扩展到",
    "上升到",
    "减少到",
    "下降到",
    "提高到",
    "压减到",
    "压缩至",
    "整合至",
    "精简至",
    "整合为",
    "精简为",
    "压减为",
    "压缩为",
    "压缩到",
    "精简到",
    "缩短至",
    "缩短到",
];

/// The year that words begin with, and what follows it.
fn year_in(words: &str) -> Option<(u16, &str)> {
    let words = words.trim_start_matches(['，', '；', ' ']);
    let year = words.get(..4)?.parse().ok()?;
    Some((year, words[4..].strip_prefix('年')?.trim_start_matches(['度', '，', ' '])))
}

/// Whether a figure and what it came from stand right before item `at`.
fn both_before(at: usize, both: &impl Fn(usize, usize) -> bool) -> bool {
    at >= 2 && both(at - 2, at - 1)
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
        "缩短",
        "缩减",
        "压缩",
        "压减",
        "精简",
        "整合",
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
