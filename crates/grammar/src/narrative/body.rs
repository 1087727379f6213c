//! Whose figures a sentence gives: read from where the subject of a clause stands, at its beginning.

use gongkai_model::Body;

const AREA: [&str; 13] = [
    "全县",
    "全区",
    "全市",
    "全省",
    "全州",
    "全旗",
    "全盟",
    "各级行政机关",
    "各行政机关",
    "各级政府",
    "各级各部门",
    "各级机关",
    "全系统",
];
const DEPARTMENTS: [&str; 12] = [
    "各部门",
    "各单位",
    "县直",
    "区直",
    "市直",
    "省直",
    "职能部门",
    "组成部门",
    "政府部门",
    "政府各部门",
    "有关部门",
    "相关部门",
];
const LOWER: [&str; 14] = [
    "各乡镇",
    "各镇",
    "各乡",
    "各街道",
    "各县",
    "各区",
    "各市",
    "市、县（区）",
    "市、县",
    "县（区）",
    "县（市",
    "镇街",
    "镇（街道）",
    "各地",
];
const OWN: [&str; 15] = [
    "我局",
    "我办",
    "我委",
    "我厅",
    "我院",
    "我中心",
    "我部",
    "我单位",
    "本机关",
    "本单位",
    "本局",
    "本办",
    "局机关",
    "我馆",
    "机关本级",
];

/// A government's own hall: its meetings and its office, without departments and lower levels.
const HALL: [&str; 7] =
    ["政府办公室", "政府办公厅", "政府办", "政府常务会", "政府主要负责", "人民政府召开", "政府专题会"];

/// Endings of the names of offices below a government.
const OFFICES: [&str; 6] = ["局", "委", "中心", "办事处", "镇", "乡"];

/// A subject begins within so many characters.
const SUBJECT: usize = 10;

/// Whose figure the last clause of `text` that names a body says it is.
pub(super) fn body(text: &str, is_government: bool) -> Option<Body> {
    text.rsplit(['，', '；', '：', '。']).find_map(|clause| of_clause(clause, is_government))
}

fn of_clause(clause: &str, is_government: bool) -> Option<Body> {
    let clause = after_time(clause);
    let toward = ["向", "对", "为", "给", "面向", "要求", "组织", "指导", "督促", "与"];
    if clause.is_empty() || toward.iter().any(|word| clause.starts_with(word)) {
        return None;
    }
    let head_end = clause.char_indices().nth(SUBJECT + 14).map_or(clause.len(), |(at, _)| at);
    let head = &clause[..head_end];
    // Few places and short words: looking at each place is cheaper than searching for each word.
    let places = || head.char_indices().map(|(at, _)| at).take(SUBJECT + 1);
    let has = |words: &[&str]| {
        words.iter().any(|word| {
            places().find(|&at| begins(&head.as_bytes()[at..], word.as_bytes())).is_some_and(|at| {
                !head[..at].ends_with(['向', '对', '为', '给', '与', '到', '在', '赴', '送', '导'])
            })
        })
    };
    // 全县 before all: 全区各职能部门、镇街.
    if has(&AREA) {
        return Some(Body::Area);
    }
    if let Some(name) = account(clause) {
        return Some(Body::Named(name.to_owned()));
    }
    match (has(&DEPARTMENTS), has(&LOWER) || clause.starts_with("县区")) {
        (true, true) => return Some(Body::Area),
        (true, false) => return Some(Body::Departments),
        (false, true) => return Some(Body::Lower),
        (false, false) => {}
    }
    if has(&OWN) || (is_government && has(&HALL)) {
        return Some(Body::Own);
    }
    let short = head.char_indices().nth(SUBJECT + 4).map_or(head, |(at, _)| &head[..at]);
    if is_government { office(short).map(|name| Body::Named(name.to_owned())) } else { None }
}

/// Whether `text` begins with `word`, an ideograph at least; its last byte tells most of them apart.
fn begins(text: &[u8], word: &[u8]) -> bool {
    text.get(2) == word.get(2) && text.starts_with(word)
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
fn account(text: &str) -> Option<&str> {
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
fn office(head: &str) -> Option<&str> {
    if !head.starts_with(['县', '市', '区', '省', '州', '旗']) {
        return None;
    }
    let ends = OFFICES.iter().filter_map(|ending| {
        let end = head.find(ending)? + ending.len();
        (!head[end..].starts_with(['员', '会', '托', '派', '村'])).then_some(end)
    });
    let found = &head[..ends.min()?];
    ((3..=10).contains(&found.chars().count()) && !found.contains(['、', '的'])).then_some(found)
}
