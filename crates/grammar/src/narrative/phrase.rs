//! The words around a figure, without those that say nothing of what was counted.

use super::marks::{Lists, Passage};

/// Words that may stand between what was counted and its figure, by their last characters, longer ones first.
const BEFORE_FIGURE: [(char, &[&str]); 21] = [
    ('计', &["共计", "合计", "总计", "累计", "计"]),
    ('有', &["共有", "有"]),
    ('共', &["总共", "共"]),
    ('数', &["总数", "件数", "条数", "数"]),
    ('量', &["总量", "数量", "量"]),
    ('别', &["分别"]),
    ('到', &["达到"]),
    ('约', &["大约", "约"]),
    ('为', &["均为", "为"]),
    ('是', &["是"]),
    ('达', &["达"]),
    ('各', &["各"]),
    ('了', &["了"]),
    ('已', &["已"]),
    ('均', &["均"]),
    ('的', &["的"]),
    ('：', &["："]),
    ('“', &["“"]),
    ('”', &["”"]),
    (' ', &[" "]),
    ('仅', &["仅"]),
];

/// Words that may open a clause and say nothing of what was counted, by their first characters.
const OPENERS: [(char, &[&str]); 16] = [
    ('其', &["其中包括", "其中"]),
    ('以', &["以及"]),
    ('同', &["同时"]),
    ('此', &["此外"]),
    ('另', &["另外"]),
    ('分', &["分别"]),
    ('包', &["包括", "包含"]),
    ('：', &["："]),
    ('，', &["，"]),
    ('、', &["、"]),
    ('和', &["和"]),
    ('及', &["及"]),
    ('并', &["并"]),
    ('与', &["与"]),
    ('；', &["；"]),
    (' ', &[" "]),
];

/// The words of a table that a text may end or begin with, when that character is `c`.
fn by(c: char, table: &'static [(char, &[&str])]) -> &'static [&'static str] {
    table.iter().find(|(known, _)| *known == c).map_or(&[], |(_, words)| words)
}

/// Without the words before a figure that say nothing.
pub(super) fn bare_end(mut text: &str) -> &str {
    while let Some(last) = text.chars().next_back() {
        match by(last, &BEFORE_FIGURE).iter().find_map(|word| text.strip_suffix(word)) {
            Some(rest) => text = rest,
            None => break,
        }
    }
    text
}

/// Without the words at the beginning that say nothing.
pub(super) fn bare_start(mut text: &str) -> &str {
    while let Some(first) = text.chars().next() {
        // 及时, 并联, 和谐 are words of their own.
        let own = |word: &str, rest: &str| word.len() == 3 && rest.starts_with(['时', '联', '谐', '格']);
        let strip = |word: &&str| text.strip_prefix(word).filter(|rest| !own(word, rest));
        match by(first, &OPENERS).iter().find_map(strip) {
            Some(rest) => text = rest,
            None => break,
        }
    }
    text
}

/// The noun phrase of `text`: what follows its last verb, or all of it.
pub(super) fn noun<'t>(passage: &Passage<'_>, text: &'t str) -> &'t str {
    let span = passage.span(text);
    let verbs = || passage.all(span, Lists::VERBS);
    // Of each verb the last place counts.
    let from = verbs().rev().find_map(|verb| {
        let after = (verb.end() - span.start) as usize;
        let rest = text[after..].trim_start_matches(['了', '的', '共']);
        let last = !verbs().any(|other| other.word == verb.word && other.start > verb.start);
        // 发布 in 新闻发布会 is no verb.
        let is_verb = !(rest.starts_with('会') && text[..after].ends_with("发布"));
        (is_verb && last && rest.chars().nth(1).is_some()).then_some(after)
    });
    text[from.unwrap_or(0)..].trim_start_matches(['了', '共', '的', '、', '并'])
}
