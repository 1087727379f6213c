//! Sums that stand behind their parts, and rests that stand behind what was taken away.

use super::marks::{Lists, Passage};
use super::sentence::Item;
use gongkai_model::MentionKind;
use gongkai_text::Decimal;
use gongkai_text::quantity::Quantity;

/// A figure that adds up those before it: A 3件、B 5件，合计8件.
pub(super) struct Total {
    /// The sum.
    pub whole: usize,
    /// What it adds up.
    pub parts: std::ops::Range<usize>,
}

/// The sums of a sentence that stand behind their parts.
pub(super) fn totals(passage: &Passage<'_>, items: &[Item<'_>], kinds: &[MentionKind]) -> Vec<Total> {
    (2..items.len()).filter_map(|at| total_at(passage, items, kinds, at)).collect()
}

fn total_at(passage: &Passage<'_>, items: &[Item<'_>], kinds: &[MentionKind], at: usize) -> Option<Total> {
    let (text, item) = (passage.text, &items[at]);
    // No sum is told without one of these: 合计, 共计, 累计, 共, 应办, 需办.
    if !kinds[at].is_amount() || !item.left.text(text).contains(['计', '共', '应', '需']) {
        return None;
    }
    let words = item.left.text(text).trim_matches([' ', '，', '、']).trim_start_matches("以上");
    let words = words.trim_end_matches(['为', '达', '是']);
    let (count, rest) = HOW_MANY
        .iter()
        .zip(2..)
        .find_map(|(word, count)| {
            let rest = words.strip_prefix(word)?.strip_prefix(KINDS_OF)?;
            Some((Some(count), rest))
        })
        .unwrap_or((said_before(&text[..item.left.start as usize]), words));
    // 建议9件、提案12件，共21件: nothing else stands with it.
    let verb = rest.strip_prefix('共').unwrap_or("-");
    let of_parts = ["", "公开", "发布", "公布"].contains(&verb)
        && items[..at].iter().all(|part| part.left.text(text).contains(verb));
    let bare = of_parts && item.right.text(text).trim().is_empty() && item.gap.text(text).starts_with('，');
    let is_sum = bare || matches!(rest, "合计" | "共计" | "总计" | "总共" | "合计共");
    let alike = |it: &usize| {
        let other = &items[*it];
        kinds[*it].is_amount() && other.depth == item.depth && other.quantity.unit == item.quantity.unit
    };
    // 新收1641件，加上年结转63件，应办理1704件.
    let added = ADDED
        .iter()
        .any(|word| items[at - 1].left.text(text).trim_start_matches(['，', ' ']).starts_with(word));
    if added
        && ["应办", "需办", "合计", "共计", "总计", "共有", "应处理"].iter().any(|word| words.contains(word))
    {
        let parts = at - 2..at;
        let fit = kinds[at].is_amount() && parts.clone().all(|it| alike(&it));
        return fit.then_some(Total { whole: at, parts });
    }
    // 分别为1200件、1461件、1641件，累计4302件.
    let respectively = rest == "累计"
        && at >= 2
        && items[..at].iter().any(|it| it.left.text(text).contains("分别"))
        && item.right.text(text).trim().is_empty();
    let is_sum = is_sum || respectively;
    if !is_sum || !kinds[at].is_amount() {
        return None;
    }
    let first = if let Some(count) = count {
        at.checked_sub(count)?
    } else {
        // Behind a semicolon something else is told.
        let semicolon = (0..at).rev().find(|it| items[*it].gap.text(text).contains('；'));
        // 梳理26个目录，其中市级812项，…，共2122项: what is counted otherwise is no part of it.
        let other =
            |it: &usize| items[*it].depth == item.depth && items[*it].quantity.unit != item.quantity.unit;
        let behind_other = (0..at).rev().find(other).map(|it| it + 1);
        semicolon.max(behind_other).unwrap_or(0)
    };
    // 听取汇报2次，批示3次、5次，共8次: the last ones, where they make it up.
    let makes_up = |from: &usize| {
        let sum: Decimal = items[*from..at].iter().map(|part| part.quantity.value).sum();
        sum == item.quantity.value
    };
    let first = if count.is_none() && !makes_up(&first) {
        (first + 1..at.saturating_sub(1)).find(makes_up).unwrap_or(first)
    } else {
        first
    };
    let parts = first..at;
    // Without a number all before it must be of one kind, and none a whole itself.
    let plain = |it: &usize| {
        let mut gap = items[*it].gap.text(text);
        // Nothing stands before it that it could be a part of.
        let of_another = *it == first && first > 0 && {
            let before = &items[first - 1];
            before.quantity.unit != item.quantity.unit && before.depth == item.depth
        };
        if *it == 0 || of_another {
            gap = gap.trim_start_matches([' ', '，']);
            gap = gap
                .split_once("其中")
                .map_or(gap, |(before, rest)| if before.contains(['共', '总', '；']) { gap } else { rest });
        }
        if *it == first {
            gap = gap.rsplit('；').next().unwrap_or(gap);
        }
        // 申请渠道：网络40件: what leads them counts nothing.
        if *it == 0 {
            gap = gap.rsplit('：').next().unwrap_or(gap);
        }
        // 共交办建议216件、提案188件: the parts side by side.
        let side_by_side = *it == first && items[first + 1].gap.text(text).starts_with('、');
        if side_by_side && !gap.ends_with('共') && !gap.contains('总') && !gap.contains("其中") {
            return !["；", "。", "：", "合计", "共计"].iter().any(|word| gap.contains(word));
        }
        let gap = ["共有", "共收到", "共受理", "共接到", "总体"]
            .iter()
            .fold(gap.to_owned(), |gap, word| gap.replace(word, ""));
        !["其中", "共", "总", "；", "。", "："].iter().any(|word| gap.contains(word))
    };
    let fit = parts.clone().all(|it| alike(&it)) && (count.is_some() || parts.clone().all(|it| plain(&it)));
    (fit && parts.len() >= 2).then_some(Total { whole: at, parts })
}

/// A year and its quarters or halves: 一季度512条、二季度620条、三季度580条、四季度710条，全年2422条.
pub(super) fn periods(passage: &Passage<'_>, items: &[Item<'_>], kinds: &[MentionKind]) -> Option<Total> {
    if !passage.holds(Lists::PART_OF_YEAR) {
        return None;
    }
    let text = passage.text;
    let left = |it: usize| items[it].left.text(text);
    let alike = |it: usize, first: usize| {
        kinds[it].is_amount()
            && items[it].depth == items[first].depth
            && items[it].quantity.unit == items[first].quantity.unit
    };
    let (parts, words) = PERIODS.iter().find_map(|words| {
        let last = items.len().checked_sub(words.len())?;
        let fits = |first: &usize| {
            (*first..).zip(*words).all(|(it, word)| alike(it, *first) && left(it).contains(word))
        };
        let first = (0..=last).find(fits)?;
        Some((first..first + words.len(), *words))
    })?;
    let of_year = |it: &usize| {
        alike(*it, parts.start)
            && left(*it).contains("全年")
            && !words.iter().any(|word| left(*it).contains(word))
    };
    let is_sum = |it: &usize| ["共", "合计", "总计", "累计"].iter().any(|word| left(*it).contains(word));
    let behind = Some(parts.end).filter(|it| *it < items.len() && is_sum(it));
    let whole = behind.filter(of_year).or_else(|| parts.start.checked_sub(1).filter(of_year))?;
    Some(Total { whole, parts })
}

/// What a year is divided into.
const PERIODS: [&[&str]; 2] = [&["一季度", "二季度", "三季度", "四季度"], &["上半年", "下半年"]];

const HOW_MANY: [&str; 5] = ["两", "三", "四", "五", "六"];

/// What a number of parts is counted in.
const KINDS_OF: [char; 9] = ['项', '者', '类', '种', '区', '县', '市', '地', '家'];

/// What adds one figure to the one before.
const ADDED: [&str; 5] = ["加上", "加往年", "加去年", "加结转", "加之"];

/// How many parts the words `before` a sum say it has, where they were read as a figure: 三项, before 合计.
fn said_before(before: &str) -> Option<usize> {
    let counted = before.strip_suffix(KINDS_OF)?;
    HOW_MANY.iter().zip(2..).find(|(word, _)| counted.ends_with(**word)).map(|(_, count)| count)
}

/// Whether a figure only says how many parts a sum has: 三项合计. `right` stands behind it.
pub(super) fn counts_parts(quantity: &Quantity, right: &str) -> bool {
    let small = quantity.value >= Decimal::whole(2) && quantity.value <= Decimal::whole(6);
    let of_parts = quantity.unit.is_some_and(|unit| matches!(unit.label(), "项" | "者" | "类" | "种"));
    small && of_parts && ["合计", "共计", "总计"].iter().any(|word| right.starts_with(word))
}

/// What is left of a figure beside what was done: 受理37件，答复36件，余下1件.
pub(super) fn rests(passage: &Passage<'_>, items: &[Item<'_>], kinds: &[MentionKind]) -> Option<Total> {
    let text = passage.text;
    let at = items.len().checked_sub(1).filter(|at| *at >= 2)?;
    if !passage.any(items[at].left, Lists::RESTS) {
        return None;
    }
    let words = items[at].left.text(text).trim_start_matches([' ', '，', '、']);
    let is_rest = Lists::RESTS.words().any(|word| words.starts_with(word));
    let own = |it: usize| {
        kinds[it].is_amount()
            && items[it].depth == items[at].depth
            && items[it].quantity.unit == items[at].quantity.unit
            && !["结转", "其中", "新增", "比", "较", "总", "累计"]
                .iter()
                .any(|word| items[it].gap.text(text).contains(word))
    };
    let first = at - 2;
    let alone = first == 0 || items[first].gap.text(text).contains('；');
    (is_rest && alone && (first..=at).all(own)).then_some(Total { whole: first, parts: first + 1..at + 1 })
}
