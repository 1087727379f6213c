//! The words around a figure, without those that say nothing of what was counted.

/// Words that may stand between what was counted and its figure.
const BEFORE_FIGURE: [&str; 34] = [
    "共计", "合计", "总计", "累计", "共有", "总共", "总数", "总量", "数量", "件数", "条数", "分别", "达到",
    "大约", "均为", "共", "为", "是", "达", "约", "各", "计", "有", "了", "已", "数", "均", "的", "：", "“",
    "”", " ", "仅", "量",
];

/// Words that may open a clause and say nothing of what was counted.
const OPENERS: [&str; 19] = [
    "其中包括",
    "其中",
    "以及",
    "同时",
    "此外",
    "另外",
    "分别",
    "包括",
    "包含",
    "包含了",
    "：",
    "，",
    "、",
    "和",
    "及",
    "并",
    "与",
    "；",
    " ",
];

/// Without the words before a figure that say nothing.
pub(super) fn bare_end(mut text: &str) -> &str {
    'again: loop {
        for word in BEFORE_FIGURE {
            if let Some(rest) = text.strip_suffix(word) {
                text = rest;
                continue 'again;
            }
        }
        return text;
    }
}

/// Without the words at the beginning that say nothing.
pub(super) fn bare_start(mut text: &str) -> &str {
    'again: loop {
        for word in OPENERS {
            // 及时, 并联, 和谐 are words of their own.
            if let Some(rest) = text.strip_prefix(word)
                && !(word.len() == 3 && rest.starts_with(['时', '联', '谐', '格']))
            {
                text = rest;
                continue 'again;
            }
        }
        return text;
    }
}

/// Verbs after which the thing counted begins.
const VERBS: [&str; 22] = [
    "收到", "受理", "接收", "接到", "办结", "答复", "制发", "制定", "印发", "发布", "公布", "举办", "召开",
    "开展", "组织", "设立", "设置", "配备", "收取", "发放", "推送", "通过",
];

/// The noun phrase of `text`: what follows its last verb, or all of it.
pub(super) fn noun(text: &str) -> &str {
    let mut from = 0;
    for verb in VERBS {
        if let Some(at) = text.rfind(verb) {
            let after = at + verb.len();
            let rest = &text[after..];
            if rest.trim_start_matches(['了', '的', '共']).chars().count() >= 2 {
                from = from.max(after);
            }
        }
    }
    text[from..].trim_start_matches(['了', '共', '的', '、', '并'])
}
