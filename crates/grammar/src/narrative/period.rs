//! Which time a figure is about.

use gongkai_model::Period;

/// Words after which a year is what something is compared with.
const COMPARED: [&str; 6] = ["比", "较", "与", "同", "和", "到"];

/// The period that `text` names last, when it names one; `year` is the report's.
pub(super) fn period(text: &str, year: Option<u16>) -> Option<Period> {
    if let Some(at) = rfind_any(text, &["截至", "截止", "历年累计", "历年"]) {
        // 截至2022年底: up to a day, whatever year is printed.
        return (!text[at..].contains('比')).then_some(Period::Cumulative);
    }
    if rfind_any(text, &["上半年", "下半年", "季度", "月份"]).is_some() {
        return Some(Period::PartOfYear);
    }
    let printed = last_year(text).map(Period::Year);
    let previous =
        ["上年", "去年", "上一年", "往年"].iter().filter_map(|word| Some((text.rfind(word)?, word)));
    let previous = previous.max().filter(|(at, word)| {
        let rest = text[at + word.len()..].trim_start_matches('度');
        let compared = COMPARED.iter().any(|before| text[..*at].ends_with(before));
        // What was carried over from last year is this year's figure.
        !compared && !["结转", "转结", "转入", "接转", "度结转"].iter().any(|next| rest.starts_with(next))
    });
    if previous.is_some() {
        return Some(Period::Previous);
    }
    let this = || {
        let words = ["本年", "今年", "全年"];
        words.iter().any(|word| text.contains(word)).then(|| year.map(Period::Year)).flatten()
    };
    printed.or_else(this)
}

/// The last year that is printed and that nothing is compared with.
fn last_year(text: &str) -> Option<u16> {
    let mut found = None;
    for (at, _) in text.match_indices('年') {
        let Some(digits) = at.checked_sub(4).and_then(|from| text.get(from..at)) else { continue };
        let Some(year) = digits.parse().ok().filter(|year| (1990..2100).contains(year)) else { continue };
        let before = &text[..at - 4];
        // 1月1日 is part of a whole year's dates; 3月 alone is a month.
        if COMPARED.iter().any(|word| before.ends_with(word)) {
            continue;
        }
        found = Some(year);
    }
    found
}

fn rfind_any(text: &str, words: &[&str]) -> Option<usize> {
    words.iter().filter_map(|word| text.rfind(word)).max()
}
