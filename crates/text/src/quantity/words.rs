//! Words before and after a figure: how exact it is, on which side the truth lies, up or down, per what time.

use super::kind::{Bound, Direction, Qualifier, QuantityKind};
use crate::Unit;
use crate::index::Index;

/// What a word before or behind a figure says about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) text: &'static str,
    pub(super) qualifier: Option<Qualifier>,
    pub(super) bound: Option<Bound>,
}

const fn about(text: &'static str, qualifier: Qualifier) -> Word {
    Word { text, qualifier: Some(qualifier), bound: None }
}

const fn side(text: &'static str, qualifier: Qualifier, bound: Bound) -> Word {
    Word { text, qualifier: Some(qualifier), bound: Some(bound) }
}

/// Words that stand before a figure; longer ones come before those they end with.
const BEFORE: &[Word] = &[
    about("大约", Qualifier::About),
    about("大概", Qualifier::About),
    about("约为", Qualifier::About),
    about("约有", Qualifier::About),
    about("约达", Qualifier::About),
    about("约占", Qualifier::About),
    about("约", Qualifier::About),
    about("将近", Qualifier::Near),
    about("接近", Qualifier::Near),
    about("临近", Qualifier::Near),
    about("近", Qualifier::Near),
    side("不超过", Qualifier::AtMost, Bound::AtMost),
    side("未超过", Qualifier::AtMost, Bound::AtMost),
    side("不高于", Qualifier::AtMost, Bound::AtMost),
    side("不多于", Qualifier::AtMost, Bound::AtMost),
    side("不大于", Qualifier::AtMost, Bound::AtMost),
    side("不超", Qualifier::AtMost, Bound::AtMost),
    side("至多", Qualifier::AtMost, Bound::AtMost),
    side("最多", Qualifier::AtMost, Bound::AtMost),
    side("最高", Qualifier::AtMost, Bound::AtMost),
    side("不低于", Qualifier::AtLeast, Bound::AtLeast),
    side("不少于", Qualifier::AtLeast, Bound::AtLeast),
    side("不小于", Qualifier::AtLeast, Bound::AtLeast),
    side("不下于", Qualifier::AtLeast, Bound::AtLeast),
    side("不下", Qualifier::AtLeast, Bound::AtLeast),
    side("至少", Qualifier::AtLeast, Bound::AtLeast),
    side("最少", Qualifier::AtLeast, Bound::AtLeast),
    side("最低", Qualifier::AtLeast, Bound::AtLeast),
    side("超过", Qualifier::Above, Bound::Above),
    side("突破", Qualifier::AtLeast, Bound::Above),
    side("多于", Qualifier::Above, Bound::Above),
    side("大于", Qualifier::Above, Bound::Above),
    side("高于", Qualifier::Above, Bound::Above),
    side("不止", Qualifier::Above, Bound::Above),
    side("逾", Qualifier::AtLeast, Bound::Above),
    side("超", Qualifier::Above, Bound::Above),
    side("不足", Qualifier::Below, Bound::Below),
    side("不到", Qualifier::Below, Bound::Below),
    side("不满", Qualifier::Below, Bound::Below),
    side("未满", Qualifier::Below, Bound::Below),
    side("少于", Qualifier::Below, Bound::Below),
    side("低于", Qualifier::Below, Bound::Below),
    side("小于", Qualifier::Below, Bound::Below),
    side("≥", Qualifier::AtLeast, Bound::AtLeast),
    side("≤", Qualifier::AtMost, Bound::AtMost),
    side(">", Qualifier::Above, Bound::Above),
    side("<", Qualifier::Below, Bound::Below),
    Word { text: "等于", qualifier: None, bound: None },
];

/// Words that stand behind a figure and its unit, longer ones first.
const BEHIND: &[Word] = &[
    side("（含）以上", Qualifier::AtLeast, Bound::AtLeast),
    side("（含）以下", Qualifier::AtMost, Bound::AtMost),
    side("(含)以上", Qualifier::AtLeast, Bound::AtLeast),
    side("(含)以下", Qualifier::AtMost, Bound::AtMost),
    side("及其以上", Qualifier::AtLeast, Bound::AtLeast),
    side("或者以上", Qualifier::AtLeast, Bound::AtLeast),
    side("或者更多", Qualifier::AtLeast, Bound::AtLeast),
    side("或以上", Qualifier::AtLeast, Bound::AtLeast),
    side("及以上", Qualifier::AtLeast, Bound::AtLeast),
    side("及以下", Qualifier::AtMost, Bound::AtMost),
    side("以上", Qualifier::AtLeast, Bound::AtLeast),
    side("之上", Qualifier::AtLeast, Bound::AtLeast),
    side("以下", Qualifier::AtMost, Bound::AtMost),
    side("之下", Qualifier::AtMost, Bound::AtMost),
    side("以内", Qualifier::AtMost, Bound::AtMost),
    side("之内", Qualifier::AtMost, Bound::AtMost),
    side("封顶", Qualifier::AtMost, Bound::AtMost),
    about("左右", Qualifier::About),
    about("上下", Qualifier::About),
];

pub(super) const BEFORE_TEXTS: [&str; BEFORE.len()] = texts(BEFORE);
pub(super) const BEHIND_TEXTS: [&str; BEHIND.len()] = texts(BEHIND);

/// [`BEFORE`] by the last characters.
static BEFORE_BY_LAST: Index<{ BEFORE.len() }> = Index::by_last(BEFORE_TEXTS);

/// [`BEHIND`] by the first characters.
static BEHIND_BY_FIRST: Index<{ BEHIND.len() }> = Index::by_first(BEHIND_TEXTS);

/// What may stand between a word of [`BEFORE`] and the figure: 超过了80, 至少有10个, 最多为5.
pub(super) const BETWEEN: &str = "了有是为达";

const fn texts<const N: usize>(words: &[Word]) -> [&'static str; N] {
    let mut texts = [""; N];
    let mut at = 0;
    while at < N {
        texts[at] = words[at].text;
        at += 1;
    }
    texts
}

/// Before these, 约 ends another word: 预约12次, 节约3万元.
const BEFORE_YUE: &str = "预节签条合公违制契缔简特履续邀失毁";

/// The word that qualifies the figure at `at`, looking back as far as `floor`, and where it begins.
pub(super) fn before(text: &str, at: usize, floor: usize) -> Option<(Word, usize)> {
    let head = &text[floor..at];
    let find = |head: &str| BEFORE_BY_LAST.suffix(head).map(|found| BEFORE[found]);
    let (word, rest) = if let Some(word) = find(head) {
        (word, head)
    } else {
        let shorter = head.strip_suffix(|last| BETWEEN.chars().any(|c| c == last))?;
        (find(shorter)?, shorter)
    };
    let start = floor + rest.len() - word.text.len();
    let prior = text[floor..start].chars().next_back().unwrap_or('\n');
    let other_word = match word.text {
        "约" => BEFORE_YUE.chars().any(|c| c == prior),
        "近" => "最附邻靠远临亲就新贴".contains(prior),
        "超" => "高赶".contains(prior),
        // <i>6: the end of a tag. At the start of a further line: a quotation in Markdown.
        ">" => {
            prior.is_ascii_alphanumeric()
                || matches!(prior, '/' | '"' | '-' | '=' | '>')
                || text[..start].ends_with('\n')
        }
        _ => false,
    };
    (!other_word).then_some((word, start))
}

/// The word that qualifies the figure that ends at `at`, and where the word ends.
pub(super) fn behind(text: &str, at: usize) -> Option<(Word, usize)> {
    let rest = &text[at..];
    let word = &BEHIND[BEHIND_BY_FIRST.prefix(rest)?];
    // 10件以上述方式 is no bound.
    let after = rest[word.text.len()..].chars().next();
    if matches!(word.text, "以上" | "以下") && matches!(after, Some('述' | '简' | '称')) {
        return None;
    }
    // 12项上下联动 neither.
    if word.text == "上下" && after.is_some_and(|c| crate::han::is_han(c) && c != '的') {
        return None;
    }
    Some((*word, at + word.text.len()))
}

/// Words of growth, and what may stand between them and the figure.
pub(super) const GROWTH_TEXTS: [&str; 45] = [
    "增长",
    "增加",
    "上升",
    "提高",
    "提升",
    "上涨",
    "攀升",
    "增幅",
    "涨幅",
    "升幅",
    "增速",
    "递增",
    "扩大",
    "增",
    "升",
    "涨",
    "负增长",
    "下降",
    "减少",
    "降低",
    "下滑",
    "回落",
    "下跌",
    "降幅",
    "跌幅",
    "减幅",
    "缩减",
    "递减",
    "减",
    "降",
    "跌",
    "了",
    "达到",
    "达",
    "约",
    "近",
    "超过",
    "超",
    "逾",
    "率",
    "为",
    "幅度",
    "：",
    "不足",
    "比例",
];

/// [`GROWTH_TEXTS`] by the last characters.
static GROWTH: Index<{ GROWTH_TEXTS.len() }> = Index::by_last(GROWTH_TEXTS);

const FIRST_DOWN: usize = 16;
const FIRST_BETWEEN: usize = 31;
/// Up or down, as the words before `at` say; a level that was reached (增至, 提高到) is no direction.
pub(super) fn direction(text: &str, at: usize, floor: usize) -> Option<Direction> {
    let mut head = &text[floor..at];
    for _ in 0..3 {
        let found = GROWTH.suffix(head)?;
        let rest = &head[..head.len() - GROWTH.word(found).len()];
        if found < FIRST_DOWN {
            // 稳增长20条 is a name, 新增12条 no growth.
            return (!rest.ends_with(['稳', '保', '促', '新'])).then_some(Direction::Up);
        }
        if found < FIRST_BETWEEN {
            // 增减5件 says neither.
            return (!rest.ends_with(['增', '升'])).then_some(Direction::Down);
        }
        head = rest;
    }
    None
}

/// The last characters of what 每 stands before.
pub(super) const TIMES: &str = "年月周日天度人户次";

/// The time of 每月1次, 每季度至少一次.
pub(super) fn per(text: &str, at: usize, floor: usize) -> Option<Unit> {
    let head = &text[floor..at];
    let last = head.chars().next_back()?;
    if !TIMES.chars().any(|c| c == last) {
        return None;
    }
    let at = head.rfind('每')?;
    Unit::classifier(&head[at + '每'.len_utf8()..]).or_else(|| head.ends_with("每月").then_some(Unit::MONTH))
}

/// The first characters of what stands between the two ends of a range.
pub(super) const RANGE: &str = " -~—–－～〜至到与和";

/// The characters of [`open`].
pub(super) const OPEN: &str = "余餘多来";

/// 多, 余, 来 between the figure and its unit, or behind both: its length.
pub(super) fn open(text: &str, at: usize) -> Option<(&'static str, usize)> {
    let rest = &text[at..];
    let word = match rest.chars().next()? {
        '余' | '餘' => "余",
        '多' => "多",
        '来' => "来",
        _ => return None,
    };
    // 多次, 来自, 余额: another word begins here.
    let after = &rest[word.len()..];
    let next = after.chars().next().unwrap_or('\n');
    let other = match word {
        "来" => next == '自' || crate::classifiers::at(after, 0).is_none(),
        "多" => matches!(next, '样' | '少' | '么' | '数') || (next == '方' && !after.starts_with("方米")),
        _ => matches!(next, '额' | '款' | '力'),
    };
    (!other).then_some((word, word.len()))
}

/// Whether a figure of this kind can be stated with two or more decimals of a count: 2.5件 is an average.
pub(super) const fn is_whole(kind: QuantityKind) -> bool {
    matches!(kind, QuantityKind::Count)
}
