//! Damage to labels: characters replaced, inserted, lost; 政务公开 for 政府信息公开 and back.

use crate::damaged::Damaged;
use crate::rng::Rng;
use crate::source::{Source, ideographs, tokens};
use gongkai::text::label::fold;
use std::ops::Range;

/// Characters that converters and tired eyes put in: frequent ones, and pairs that look alike.
const STRAY: &[char] = &[
    '数', '公', '开', '信', '息', '本', '年', '其', '他', '总', '件', '申', '请', '处', '理', '的', '一',
    '二', '三', '四', '不', '予', '人', '大', '工', '口', '日', '曰', '已', '己', '末', '未', '土', '士',
    '切', '旧', '况', '言',
];

/// The label of a row, or one time in five the header of a column.
fn label(source: &Source, rng: &mut Rng) -> Option<Range<usize>> {
    let row = rng.pick(&source.rows)?;
    if rng.one_in(5)
        && let Some(header) = source.header_of(row)
    {
        let words: Vec<Range<usize>> =
            header.flat_map(|line| tokens(&source.text, source.lines[line].clone())).collect();
        return rng.pick(&words).cloned();
    }
    source.label_of(row)
}

/// One to three neighbouring characters of a label.
fn characters(source: &Source, rng: &mut Rng) -> Option<Vec<Range<usize>>> {
    let places = ideographs(&source.text, label(source, rng)?);
    let count = rng.within(1..4).min(places.len());
    if count == 0 {
        return None;
    }
    let first = rng.within(0..places.len() - count + 1);
    Some(places[first..first + count].to_vec())
}

pub(crate) fn characters_replaced(source: &Source, rng: &mut Rng) -> Option<Damaged> {
    let places = characters(source, rng)?;
    let edits = places.into_iter().map(|place| (place, STRAY[rng.below(STRAY.len())].to_string())).collect();
    Damaged::new(source, edits)
}

pub(crate) fn characters_inserted(source: &Source, rng: &mut Rng) -> Option<Damaged> {
    let places = characters(source, rng)?;
    let edits = places
        .into_iter()
        .map(|place| (place.start..place.start, STRAY[rng.below(STRAY.len())].to_string()))
        .collect();
    Damaged::new(source, edits)
}

pub(crate) fn characters_lost(source: &Source, rng: &mut Rng) -> Option<Damaged> {
    let places = characters(source, rng)?;
    // 信函、申请数 is the label of another row: nobody can tell that 传真 was lost.
    let (first, last) = (places.first()?.start, places.last()?.end);
    let row = source.rows.iter().find(|row| source.lines[row.line].contains(&first));
    if let Some((row, label)) = row.and_then(|row| Some((row, source.label_of(row)?)))
        && label.start <= first
        && last <= label.end
    {
        let is_mark = |c: char| c.is_ascii_digit() || "其中:：.、".contains(c);
        let left = source.text[label.start..first].to_owned() + &source.text[last..label.end];
        if source.tables[row.table].labels.contains(&fold(left.trim_start_matches(is_mark))) {
            return None;
        }
    }
    Damaged::new(source, places.into_iter().map(|place| (place, String::new())).collect())
}

/// `from` written as `to`, in one place of a table and its caption, or in all.
fn renamed(source: &Source, rng: &mut Rng, from: &str, to: &str) -> Option<Damaged> {
    let places: Vec<Vec<Range<usize>>> = source
        .tables
        .iter()
        .map(|table| {
            let first = source.lines[table.lines.start.saturating_sub(5)].start;
            let last = source.lines[table.lines.end.saturating_sub(1)].end;
            let found = source.text[first..last].match_indices(from);
            found.map(|(at, words)| first + at..first + at + words.len()).collect::<Vec<_>>()
        })
        .filter(|places: &Vec<_>| !places.is_empty())
        .collect();
    let table = rng.pick(&places)?;
    let all = rng.one_in(3);
    let chosen = if all { table.clone() } else { vec![rng.pick(table)?.clone()] };
    Damaged::new(source, chosen.into_iter().map(|place| (place, to.to_owned())).collect())
}

pub(crate) fn name_shortened(source: &Source, rng: &mut Rng) -> Option<Damaged> {
    renamed(source, rng, "政府信息公开", "政务公开")
}

pub(crate) fn name_lengthened(source: &Source, rng: &mut Rng) -> Option<Damaged> {
    renamed(source, rng, "政务公开", "政府信息公开")
}
