//! Shares and rates: of what, and of which figures.

/// Rates whose numerator or denominator no report states in figures.
const OPINIONS: [&str; 12] =
    ["满意", "知晓", "准确", "覆盖", "配备", "抽查", "好评", "合格", "达标", "参与", "提速", "上线"];

/// Rates of decline: what is left stands beside what there was.
const REDUCTIONS: [&str; 9] = ["整合", "压减", "压缩", "精简", "缩减", "核减", "清减", "下降", "减少"];

/// What the words before a percentage say it is a share of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Share<'a> {
    /// 占…: of what stands behind 占, which may be nothing.
    Of(&'a str),
    /// …率: what was done with a part of the whole.
    Rate(&'a str),
    /// Anything else.
    Loose,
}

/// Reads the words before a percentage.
pub(super) fn share(left: &str) -> Share<'_> {
    if let Some(at) = left.rfind('占') {
        let of = &left[at + '占'.len_utf8()..];
        let of = ["比例", "比重", "比"].iter().find_map(|word| of.strip_prefix(word)).unwrap_or(of);
        let of = of.trim_end_matches(['约', '近', '达', '为', '到', '的', '超']);
        return Share::Of(of.trim_end_matches("比例").trim_end_matches('的'));
    }
    let Some(at) = left.rfind('率') else { return Share::Loose };
    let after = left[at + '率'.len_utf8()..]
        .trim_matches(['约', '近', '达', '为', '到', '是', '均', '超', '高', '过']);
    if !after.is_empty() {
        return Share::Loose;
    }
    let stem = left[..at].rsplit(['，', '、', '；', '：', '的']).next().unwrap_or_default();
    let stem = stem.trim_start_matches("平均").trim_start_matches("其中");
    if OPINIONS.iter().chain(&REDUCTIONS).any(|word| stem.contains(word)) {
        Share::Loose
    } else {
        Share::Rate(stem)
    }
}

/// What stands before 占: what takes that share, where the words say it again or for the first time.
pub(super) fn part_of(left: &str) -> Option<&str> {
    let own = &left[..left.rfind('占')?];
    let own = own.rsplit(['，', '；', '：', '、']).next().unwrap_or(own).trim();
    let says_nothing =
        ["比例", "比重", "合计", "两项", "三项", "二者", "两者", "三者", "前者", "后者", "总量", "数量"];
    Some(if !own.is_empty() && says_nothing.iter().any(|word| own.contains(word)) { "" } else { own })
}

/// Whether `of` means the whole that stands before, without naming it.
pub(super) fn is_total(of: &str) -> bool {
    matches!(
        of,
        "" | "总数" | "总量" | "总体" | "总计" | "全部" | "总件数" | "总数量" | "总额" | "总条数" | "其中"
    )
}

/// Whether `of` says that it is a total, whatever of: 信息总数.
pub(super) fn names_total(of: &str) -> bool {
    ["总数", "总量", "总计", "总额", "总件数", "总条数"].iter().any(|word| of.ends_with(word))
}

/// Words of a rate that say how or when, not of what it is.
const MANNERS: [&str; 18] = [
    "按时",
    "按期",
    "及时",
    "限时",
    "法定期限内",
    "期限内",
    "时限内",
    "依法",
    "全部",
    "全年",
    "总体",
    "综合",
    "总",
    "均",
    "当年",
    "规范",
    "有效",
    "其",
];

/// Whether a count of `words`, whose noun is `subject`, is one that the rate with `stem` is about: 信访件15件 is not
/// what a 投诉受理率 counts, though both were 受理.
pub(super) fn names_it(words: &str, subject: &str, stem: &str) -> bool {
    let Some(shared) = stem_of(words, stem) else { return true };
    let mut of = &stem[..stem.len() - shared.len()];
    while let Some(shorter) = MANNERS.iter().find_map(|manner| of.strip_suffix(manner)) {
        of = shorter;
    }
    let of = MANNERS.iter().fold(of, |of, manner| of.trim_start_matches(manner));
    // 办结12件 has no noun of its own, and takes that of the rate.
    of.chars().count() < 2 || words.contains(of) || subject.contains(shared) || of.contains("申请")
}

/// Whether the words of a count, `subject`, hold the stem of a rate: 办结 of 按时办结率.
pub(super) fn has_stem(subject: &str, stem: &str) -> bool {
    stem_of(subject, stem).is_some()
}

/// As much of the stem of a rate as `subject` holds.
pub(super) fn stem_of<'s>(subject: &str, stem: &'s str) -> Option<&'s str> {
    let mut stem = stem;
    loop {
        if stem.chars().count() < 2 {
            return None;
        }
        // 未采纳 is no part of what an 采纳率 counts.
        let denied = |at: usize| subject[..at].ends_with(['未', '不', '非', '没']);
        if subject.match_indices(stem).any(|(at, _)| !denied(at)) {
            return Some(stem);
        }
        // The last words of a stem tell most: 按时办结, 办结.
        let first = stem.chars().next().map_or(0, char::len_utf8);
        stem = &stem[first..];
    }
}
