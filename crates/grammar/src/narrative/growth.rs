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

pub(super) fn same_unit(items: &[Item<'_>], one: usize, other: usize) -> bool {
    items[one].quantity.unit == items[other].quantity.unit
}

/// Whether the words before a growth name what grew: 申请量比上年上升.
pub(super) fn names_subject(left: &str) -> bool {
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

/// Verbs that end with where a figure went to.
pub(super) const GROWN: [&str; 20] = [
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
