//! Zero said in words: 未收到政府信息公开申请, 没有行政复议和行政诉讼.

use super::marks::{Lists, Passage};
use gongkai_text::Span;

/// A thing that a clause says there was none of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Zero {
    /// The words that say so.
    pub span: Span,
    /// What there was none of.
    pub indicator: &'static str,
    /// Whether it is money.
    pub money: bool,
}

/// Endings of a clause that say nothing of what was absent.
const ENDINGS: [&str; 27] = [
    "等情况",
    "等问题",
    "等",
    ".",
    "的情况发生",
    "情况发生",
    "的情况",
    "的情形",
    "情况",
    "情形",
    "案件",
    "案",
    "案例",
    "事件",
    "事项",
    "问题",
    "现象",
    "行为",
    "的",
    "件",
    "发生",
    "产生",
    "出现",
    "记录",
    "。",
    "；",
    " ",
];

/// What a clause may say there was none of: words at its end, its id, money or not.
const THINGS: [(&str, &str, bool); 45] = [
    ("行政申诉", "", false),
    ("申诉", "", false),
    ("应诉", "", false),
    ("被申请行政复议", "review.total", false),
    ("申请行政复议", "review.total", false),
    ("提起行政复议", "review.total", false),
    ("收到投诉举报", "complaints.total", false),
    ("收到举报投诉", "complaints.total", false),
    ("行政复议申请", "review.total", false),
    ("行政复议", "review.total", false),
    ("复议", "review.total", false),
    ("提起行政诉讼", "litigation.all.total", false),
    ("行政诉讼", "litigation.all.total", false),
    ("诉讼", "litigation.all.total", false),
    ("举报投诉", "complaints.total", false),
    ("投诉举报", "complaints.total", false),
    ("举报", "complaints.total", false),
    ("政府信息公开申请", "applications.received.total", false),
    ("信息公开申请", "applications.received.total", false),
    ("公开政府信息的申请", "applications.received.total", false),
    ("政府信息公开的申请", "applications.received.total", false),
    ("信息公开的申请", "applications.received.total", false),
    ("依申请公开申请", "applications.received.total", false),
    ("依申请公开件", "applications.received.total", false),
    ("依申请公开来信", "applications.received.total", false),
    ("申请公开政府信息", "applications.received.total", false),
    ("依申请公开信息", "applications.received.total", false),
    ("依申请公开", "applications.received.total", false),
    ("公开信息申请", "applications.received.total", false),
    ("申请公开信息", "applications.received.total", false),
    ("公开申请", "applications.received.total", false),
    ("申请公开", "applications.received.total", false),
    ("信息处理费", "applications.fees_collected", true),
    ("处理费用", "applications.fees_collected", true),
    ("信息公开费用", "applications.fees_collected", true),
    ("行政事业性收费", "proactive.administrative_fees.amount", true),
    ("任何费用", "applications.fees_collected", true),
    ("等费用", "applications.fees_collected", true),
    ("费用", "applications.fees_collected", true),
    ("收费", "applications.fees_collected", true),
    ("以外信息的申请", "applications.received.total", false),
    ("下年度结转", "applications.carried_out.total", false),
    ("结转下年度", "applications.carried_out.total", false),
    ("上年结转", "applications.carried_in.total", false),
    ("上年度结转", "applications.carried_in.total", false),
];

/// Behind these 无 says that there was none: 全区无行政复议.
const BEFORE_NONE: [char; 19] = [
    '年', '度', '均', '本', '县', '区', '市', '镇', '乡', '省', '局', '委', '办', '厅', '我', '也', '暂',
    '更', '故',
];

/// The zeros that `sentence` says in words. Of a report without tables every fee is one of disclosure.
pub(super) fn zeros(passage: &Passage<'_>, sentence: Span, has_tables: bool) -> Vec<Zero> {
    let mut found = Vec::new();
    // Commas inside a list of things do not end what a negation reaches: only a clause with its own verb does.
    for clause in sentence.text(passage.text).split(['，', '；', '：', '。']) {
        clause_zeros(passage, passage.span(clause), (sentence, has_tables), &mut found);
    }
    if !has_tables {
        answered_none(passage, sentence, &mut found);
    }
    found
}

/// Things named before a colon with nothing but 无 behind it: 行政复议情况：无.
fn answered_none(passage: &Passage<'_>, sentence: Span, found: &mut Vec<Zero>) {
    let mut name = "";
    for clause in sentence.text(passage.text).split_inclusive(['，', '；', '：', '。']) {
        let words = clause.trim_end_matches(['，', '；', '。']).trim();
        if let Some(words) = words.strip_suffix('：') {
            name = words.trim_start_matches(|c: char| {
                "（）()、.．一二三四五六七八九十 ".contains(c) || c.is_ascii_digit()
            });
            continue;
        }
        let name = std::mem::take(&mut name);
        if !matches!(words, "无" | "没有" | "零") {
            continue;
        }
        let mut bare = name;
        while let Some(shorter) = ENDINGS.iter().find_map(|ending| bare.strip_suffix(ending)) {
            bare = shorter;
        }
        let bare = bare.strip_prefix("因").unwrap_or(bare);
        let is_whole = |thing: &str| {
            bare.strip_suffix(thing).is_some_and(|rest| matches!(rest, "" | "政府信息公开" | "信息公开"))
        };
        let thing = THINGS.iter().find(|(thing, id, _)| !id.is_empty() && is_whole(thing));
        if let Some((_, indicator, money)) = thing {
            let span = passage.span(name).cover(passage.span(words));
            if !found.iter().any(|known| known.indicator == *indicator) {
                found.push(Zero { span, indicator, money: *money });
            }
        }
    }
}

fn clause_zeros(
    passage: &Passage<'_>,
    clause: Span,
    (sentence, has_tables): (Span, bool),
    found: &mut Vec<Zero>,
) {
    // The first negation, and of those that begin there the longest.
    let mut negations = passage.all(clause, Lists::NEGATIONS);
    let Some(first) = negations.next() else { return };
    let longer = negations.take_while(|other| other.start == first.start);
    let negation =
        longer.fold(first, |longest, other| if other.end() > longest.end() { other } else { longest });
    let text = passage.text;
    // 无 begins many words: 无障碍, 无正当理由.
    let prefix = Span::new(clause.start, negation.start).text(text);
    let said = Span::new(negation.end(), clause.end).text(text);
    let whole = Span::new(negation.start, clause.end);
    let alone = negation.end() - negation.start == '无'.len_utf8() as u32;
    if alone && !(prefix.is_empty() || prefix.ends_with(BEFORE_NONE)) {
        return;
    }
    let whole = whole.text(text);
    if whole.bytes().any(|byte| byte.is_ascii_digit()) && !only_years(whole) {
        return;
    }
    // 因…引起的: why there was none is no part of what.
    let core = said
        .rsplit_once("引起的")
        .or_else(|| said.rsplit_once("引发的"))
        .or_else(|| said.rsplit_once("导致的"));
    let core = core.map_or(said, |(_, rest)| rest);
    if passage.any(passage.span(core), Lists::LESS) || prefix.contains('如') || prefix.contains('对') {
        return;
    }
    let mut rest = core;
    loop {
        let mut bare = rest;
        while let Some(shorter) = ENDINGS.iter().find_map(|ending| bare.strip_suffix(ending)) {
            bare = shorter;
        }
        let Some((thing, id, money)) = THINGS.iter().find(|(thing, _, _)| bare.ends_with(thing)) else {
            break;
        };
        // Who took no fee at all may have taken none for something else.
        let is_of_disclosure = || ["公开", "依申请"].iter().any(|it| sentence.text(text).contains(it));
        let of_any = !has_tables && takes_fees(&bare[..bare.len() - thing.len()]);
        if matches!(*thing, "任何费用" | "等费用") && !of_any && !is_of_disclosure() {
            break;
        }
        // 减免费用, 违规收费: that there was none says nothing of what was taken.
        if matches!(*thing, "费用" | "收费") && !of_any {
            break;
        }
        // 未收到法人申请: others may have applied.
        if *id == "applications.received.total" && of_some(said) {
            break;
        }
        // 无行政事业性收费事项公开 says nothing of what was taken.
        if *thing == "行政事业性收费" && !whole.contains("收取") {
            break;
        }
        // 未对…收取: that speaks of what was taken, not of what came.
        if !money && Span::new(negation.start, negation.end()).text(text).ends_with(['对', '向']) {
            break;
        }
        let span = passage.span(whole);
        let span = Span::new(span.start, span.start + whole.trim_end_matches(['。', ' ']).len() as u32);
        let zero = Zero { span, indicator: id, money: *money };
        if !id.is_empty() && !found.iter().any(|known| known.indicator == zero.indicator) {
            found.push(zero);
        }
        let left = &bare[..bare.len() - thing.len()];
        let joining = |left: &str| {
            let marks = ["、", "和", "及", "以及", "或", "或者", "与", "及其"].into_iter();
            marks.filter(|mark| left.ends_with(mark)).max_by_key(|mark| mark.len())
        };
        // 申请、政府信息公开行政复议: what the second is about does not part it from the first.
        let bare = ["有关的", "相关的", "因政府信息公开", "政府信息公开"].iter();
        let mut bare = bare.filter_map(|it| left.strip_suffix(it));
        let left = bare.find(|bare| joining(bare).is_some()).unwrap_or(left);
        // 无行政复议、无行政诉讼: said again before each.
        let again = ["未发生", "没有", "无"].iter().find_map(|none| left.strip_suffix(none));
        let left = again.filter(|left| joining(left).is_some()).unwrap_or(left);
        // 复议诉讼: side by side, with nothing between them.
        let side_by_side = (*thing == "诉讼" && left.ends_with("复议")).then_some("");
        let Some(mark) = joining(left).or(side_by_side) else { break };
        rest = &left[..left.len() - mark.len()];
    }
}

/// Whether the words between 未 and 费用 say no more than that fees were taken.
fn takes_fees(words: &str) -> bool {
    let words = words.strip_suffix("有关的").unwrap_or(words);
    words.is_empty()
        || ["收取", "信息公开", "依申请公开", "公开相关的"].iter().any(|end| words.ends_with(end))
}

/// Whether every digit of `clause` belongs to a year or a date.
fn only_years(clause: &str) -> bool {
    let mut rest = clause;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let after = rest[at..].trim_start_matches(|c: char| c.is_ascii_digit());
        if !after.starts_with(['年', '月', '日']) {
            return false;
        }
        rest = after;
    }
    true
}

/// Whether words tell of one kind of applicant or one way to apply, and so not of all applications.
fn of_some(said: &str) -> bool {
    const KINDS: [&str; 9] = ["法人", "企业", "科研", "公益", "信函", "当面", "传真", "邮件", "书面"];
    let everyone = ["公民", "自然人", "个人"].iter().any(|word| said.contains(word));
    !everyone && KINDS.iter().any(|word| said.contains(word))
}
