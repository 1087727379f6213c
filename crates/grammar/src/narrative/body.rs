//! Whose figures a sentence gives: read from where the subject of a clause stands, at its beginning.

use super::marks::{Lists, Passage};
use gongkai_model::Body;
use gongkai_text::Span;

/// A subject begins within so many characters.
const SUBJECT: usize = 10;

/// Lists of which one is in every clause that names a body.
const NAMED: Lists = Lists::AREA
    .and(Lists::DEPARTMENTS)
    .and(Lists::LOWER)
    .and(Lists::COUNTIES)
    .and(Lists::OWN)
    .and(Lists::NAMES);

/// The same for what only a government has.
const OF_GOVERNMENTS: Lists = Lists::HALL.and(Lists::OFFICES);

/// Whose figure the last clause in `span` that names a body says it is.
pub(super) fn body(passage: &Passage<'_>, span: Span, is_government: bool) -> Option<Body> {
    let named = if is_government { NAMED.and(OF_GOVERNMENTS) } else { NAMED };
    if !passage.any(span, named) {
        return None;
    }
    let mut clauses = passage.clauses_back(span).filter(|clause| passage.any(*clause, named));
    clauses.find_map(|clause| of_clause(passage, clause, is_government))
}

fn of_clause(passage: &Passage<'_>, clause: Span, is_government: bool) -> Option<Body> {
    let clause = after_time(clause.text(passage.text));
    let toward = ["向", "对", "为", "给", "面向", "要求", "组织", "指导", "督促", "与"];
    if clause.is_empty() || toward.iter().any(|word| clause.starts_with(word)) {
        return None;
    }
    let after = |characters: usize| clause.char_indices().nth(characters).map_or(clause.len(), |(at, _)| at);
    let head = passage.span(&clause[..after(SUBJECT + 14)]);
    let last = head.start + after(SUBJECT + 1) as u32;
    // The first of each word counts, and only as a subject.
    let has = |lists: Lists| {
        passage.firsts(head, lists).take_while(|mark| mark.start < last).any(|mark| {
            let before = Span::new(head.start, mark.start).text(passage.text);
            !before.ends_with(['向', '对', '为', '给', '与', '到', '在', '赴', '送', '导'])
        })
    };
    // 全县 before all: 全区各职能部门、镇街.
    if has(Lists::AREA) {
        return Some(Body::Area);
    }
    if let Some(name) = account(passage, clause) {
        return Some(Body::Named(name.to_owned()));
    }
    match (has(Lists::DEPARTMENTS), has(Lists::LOWER) || clause.starts_with("县区")) {
        (true, true) => return Some(Body::Area),
        (true, false) => return Some(Body::Departments),
        (false, true) => return Some(Body::Lower),
        (false, false) => {}
    }
    if has(Lists::OWN) || (is_government && has(Lists::HALL)) {
        return Some(Body::Own);
    }
    let short = &clause[..after(SUBJECT + 4)];
    if is_government { office(passage, short).map(|name| Body::Named(name.to_owned())) } else { None }
}

/// Without 2023年, 截至目前 and the like at the beginning.
fn after_time(clause: &str) -> &str {
    let mut rest = clause.trim_start_matches([' ', '、']);
    loop {
        let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let next = if digits.len() < rest.len() {
            digits.strip_prefix(['年', '月', '日'])
        } else {
            [
                "度",
                "其中",
                "全年",
                "本年",
                "今年",
                "截至",
                "截止",
                "底",
                "末",
                "上半年",
                "通过",
                "由",
                "的",
                "共",
                "同时",
                "并",
            ]
            .iter()
            .find_map(|word| rest.strip_prefix(word))
        };
        match next {
            Some(shorter) => rest = shorter,
            None => return rest,
        }
    }
}

/// `“永宁微博”`, 《某某公报》: an account or a paper.
fn account<'t>(passage: &Passage<'_>, text: &'t str) -> Option<&'t str> {
    if !passage.any(passage.span(text), Lists::NAMES) {
        return None;
    }
    let (open, close, start) = [("“", "”"), ("《", "》"), ("\"", "\"")]
        .into_iter()
        .find_map(|(open, close)| Some((open, close, text.find(open)? + open.len())))?;
    let _ = open;
    let len = text[start..].find(close)?;
    let name = &text[start..start + len];
    let after = &text[start + len + close.len()..];
    let kinds = ["微博", "微信", "公众号", "网站", "抖音", "视频号", "客户端", "头条", "快手", "平台"];
    let papers = ["公报", "日报", "晚报", "时报", "简报"];
    let next = after.trim_start_matches(['官', '方', '政', '务', '新', '浪', '（', '）', '、']);
    (kinds.iter().any(|word| next.starts_with(word) || name.ends_with(word))
        || papers.iter().any(|word| name.ends_with(word)))
    .then_some(name)
}

/// 县教育局, 区审计局: one office of a government.
fn office<'t>(passage: &Passage<'_>, head: &'t str) -> Option<&'t str> {
    if !head.starts_with(['县', '市', '区', '省', '州', '旗']) {
        return None;
    }
    let span = passage.span(head);
    let ends = passage.firsts(span, Lists::OFFICES).map(|mark| (mark.end() - span.start) as usize);
    let ends = ends.filter(|end| !head[*end..].starts_with(['员', '会', '托', '派', '村']));
    let found = &head[..ends.min()?];
    ((3..=10).contains(&found.chars().count()) && !found.contains(['、', '的'])).then_some(found)
}
