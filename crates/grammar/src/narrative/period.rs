//! Which time a figure is about.

use super::marks::{Lists, Passage};
use gongkai_model::Period;
use gongkai_text::Span;

/// Words after which a year is what something is compared with.
const COMPARED: [&str; 6] = ["比", "较", "与", "同", "和", "到"];

/// Lists of which one is in every text that names a period.
const NAMED: Lists = Lists::UP_TO.and(Lists::PART_OF_YEAR).and(Lists::YEAR);

/// The period that the words in `span` name last, when they name one; `year` is the report's.
pub(super) fn period(passage: &Passage<'_>, span: Span, year: Option<u16>) -> Option<Period> {
    if !passage.any(span, NAMED) {
        return None;
    }
    let text = passage.text;
    if let Some(mark) = passage.last(span, Lists::UP_TO) {
        // 截至2022年底: up to a day, whatever year is printed.
        let rest = Span::new(mark.start, span.end).text(text);
        return (!rest.contains('比')).then_some(Period::Cumulative);
    }
    if passage.any(span, Lists::PART_OF_YEAR) {
        return Some(Period::PartOfYear);
    }
    let previous = passage.last(span, Lists::YEAR_BEFORE).filter(|mark| {
        let rest = Span::new(mark.end(), span.end).text(text).trim_start_matches('度');
        let before = Span::new(span.start, mark.start).text(text);
        let compared = COMPARED.iter().any(|word| before.ends_with(word));
        !compared && !is_carried(rest)
    });
    if previous.is_some() {
        return Some(Period::Previous);
    }
    let this = || passage.any(span, Lists::THIS_YEAR).then_some(year).flatten();
    last_year(passage, span).or_else(this).map(Period::Year)
}

/// Whether `rest` goes on with what was carried over: from last year, and yet this year's figure.
fn is_carried(rest: &str) -> bool {
    ["结转", "转结", "转入", "接转"].iter().any(|next| rest.starts_with(next))
}

/// Words whose object a year may begin: 落实2022年工作要点.
const TAKING: [&str; 26] = [
    "落实", "按照", "根据", "依据", "对照", "对", "将", "把", "报送", "印发", "制定", "编制", "发布", "审议",
    "围绕", "结合", "参照", "贯彻", "修订", "公布", "公开", "执行", "完成", "“", "〈", "的",
];

/// Words behind a year that make it say what something is called or since when it has been.
const CALLED: [&str; 14] = [
    "修订",
    "修正",
    "施行",
    "实施",
    "印发",
    "以前",
    "及以前",
    "之前",
    "以来",
    "第三方",
    "版",
    "度考核",
    "度部门",
    "工作要点",
];

/// Whether a year between `before` and `rest` belongs to the name of something and says no time.
fn is_attribute(before: &str, rest: &str) -> bool {
    let clause = before.rsplit(['，', '；', '：', '。', '、']).next().unwrap_or_default();
    let in_title = clause.rfind('《').is_some_and(|open| !clause[open..].contains('》'));
    in_title
        || TAKING.iter().any(|word| clause.ends_with(word))
        || CALLED.iter().any(|word| rest.starts_with(word))
}

/// The last year that is printed and that nothing is compared with.
fn last_year(passage: &Passage<'_>, span: Span) -> Option<u16> {
    passage.all(span, Lists::YEAR).rev().find_map(|mark| {
        let before = Span::new(span.start, mark.start).text(passage.text);
        let digits = before.get(before.len().checked_sub(4)?..)?;
        let year = digits.parse().ok().filter(|year| (1990..2100).contains(year))?;
        // 1月1日 is part of a whole year's dates; 3月 alone is a month.
        let before = &before[..before.len() - 4];
        let rest = Span::new(mark.end(), span.end).text(passage.text);
        if is_attribute(before, rest) {
            return None;
        }
        if ["转至", "转到", "转入", "延至", "转"].iter().any(|word| before.ends_with(word)) {
            return None;
        }
        if is_carried(rest.trim_start_matches('度')) {
            return None;
        }
        (!COMPARED.iter().any(|word| before.ends_with(word))).then_some(year)
    })
}
