//! Sums that stand behind their parts, and rests that stand behind what was taken away.

use super::marks::{Lists, Passage};
use super::sentence::Item;
use gongkai_model::MentionKind;

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
    let words = item.left.text(text).trim_matches([' ', '，', '、']).trim_start_matches("以上");
    let words = words.trim_end_matches(['为', '达', '是']);
    let (count, rest) = ["两", "三", "四", "五", "六"]
        .iter()
        .zip(2..)
        .find_map(|(word, count)| {
            let rest = words.strip_prefix(word)?.strip_prefix(['项', '者', '类', '种'])?;
            Some((Some(count), rest))
        })
        .unwrap_or((None, words));
    // 建议9件、提案12件，共21件: nothing else stands with it.
    let verb = rest.strip_prefix('共').unwrap_or("-");
    let of_parts = ["", "公开", "发布", "公布"].contains(&verb)
        && items[..at].iter().all(|part| part.left.text(text).contains(verb));
    let bare = of_parts && item.right.text(text).trim().is_empty() && item.gap.text(text).starts_with('，');
    let is_sum = bare || matches!(rest, "合计" | "共计" | "总计" | "总共" | "合计共");
    if !is_sum || !kinds[at].is_amount() {
        return None;
    }
    let alike = |it: &usize| {
        let other = &items[*it];
        kinds[*it].is_amount() && other.depth == item.depth && other.quantity.unit == item.quantity.unit
    };
    let first = match count {
        Some(count) => at.checked_sub(count)?,
        None => 0,
    };
    let parts = first..at;
    // Without a number all before it must be of one kind, and none a whole itself.
    let plain = |it: &usize| {
        let gap = items[*it].gap.text(text);
        let gap = ["共有", "共收到", "共受理", "共接到", "总体"]
            .iter()
            .fold(gap.to_owned(), |gap, word| gap.replace(word, ""));
        !["其中", "共", "总", "；", "。", "："].iter().any(|word| gap.contains(word))
    };
    let fit = parts.clone().all(|it| alike(&it)) && (count.is_some() || parts.clone().all(|it| plain(&it)));
    (fit && parts.len() >= 2).then_some(Total { whole: at, parts })
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
