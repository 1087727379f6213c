//! Label folding: what two printings of one statutory label have in common.

use crate::traditional::simplified;
use crate::width::plain;

/// Appends the folded form of `label` to `out`.
///
/// Folding undoes width, radicals and traditional characters, drops blanks, punctuation and markup, and writes
/// 政务公开 as 政府信息公开, so that labels compare by `==` or by hash. It is lossy and keeps no offsets: fold a copy, never the source.
/// Digits are kept; enumerators are the grammar's business, not folding's.
pub fn fold_into(label: &str, out: &mut String) {
    let start = out.len();
    // Searching costs more than folding: search only where 务 was seen.
    let mut may_name_affairs = false;
    // Nearly every character of a label is an ideograph that stays: such runs are copied whole.
    let mut kept = 0;
    for (at, c) in label.char_indices() {
        let plain = if is_ideograph(c) { c } else { plain(c) };
        let is_han = is_ideograph(plain);
        let folded = if is_han { simplified(plain) } else { plain };
        may_name_affairs |= folded == '务';
        if is_han && folded == c {
            continue;
        }
        out.push_str(&label[kept..at]);
        kept = at + c.len_utf8();
        match folded {
            c if is_han || matches!(c, '+' | '%') => out.push(c),
            c if c.is_ascii_alphanumeric() => out.push(c.to_ascii_lowercase()),
            c if c.is_alphanumeric() => out.extend(c.to_lowercase()),
            _ => {}
        }
    }
    out.push_str(&label[kept..]);
    if !may_name_affairs {
        return;
    }
    if let Some(at) = out[start..].find("政务公开") {
        let tail = out[start + at..].replace("政务公开", "政府信息公开");
        out.truncate(start + at);
        out.push_str(&tail);
    }
}

const fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}')
}

/// The folded form of `label`; see [`fold_into`].
///
/// ```
/// use gongkai_text::label::fold;
/// assert_eq!(fold("统 计 指 标"), fold("统计指标"));
/// assert_eq!(fold("3. 危及\"三安全一稳定\""), fold("３．危及“三安全一稳定”"));
/// assert_eq!(fold("對外公開總數量"), fold("对外公开总数量"));
/// assert_eq!(fold("⾏政许可"), fold("行政许可"));
/// assert_eq!(fold("一、本年新收政务公开申请数量"), fold("一、 本年新收政府信息公开申请数量"));
/// ```
pub fn fold(label: &str) -> String {
    let mut out = String::with_capacity(label.len());
    fold_into(label, &mut out);
    out
}

/// A 64-bit FNV-1a digest of a folded label, the same on every machine and in every build.
pub fn digest(folded: &str) -> u64 {
    digest_of([folded])
}

/// The [`digest`] of several parts as one label.
///
/// ```
/// use gongkai_text::label::{digest, digest_of};
/// assert_eq!(digest_of(["予以", "公开"]), digest("予以公开"));
/// ```
pub fn digest_of<'p>(parts: impl IntoIterator<Item = &'p str>) -> u64 {
    parts.into_iter().flat_map(str::bytes).fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// The most characters of a label that are compared: one machine word holds a row of the comparison.
const MOST: usize = 64;

/// How alike two folded labels are, in thousandths: twice the longest common subsequence over both lengths.
///
/// 1000 is equality, 0 means no character in common, or that both are empty. Labels are cut at 64 characters.
/// To compare one label with many, make it a [`Pattern`].
///
/// ```
/// use gongkai_text::label::likeness;
/// assert_eq!(likeness("予以公开", "予以公开"), 1000);
/// assert_eq!(likeness("予以人公开", "予以公开"), 888);
/// assert_eq!(likeness("", "予以公开"), 0);
/// ```
pub fn likeness(left: &str, right: &str) -> u32 {
    let left: Vec<char> = left.chars().take(MOST).collect();
    Pattern::new(right).likeness(&left)
}

/// One bit for the lowest bits of a character's number.
const fn class(c: char) -> u64 {
    1 << (c as u32 % 64)
}

/// A folded label made ready to be compared with many others.
///
/// ```
/// use gongkai_text::label::Pattern;
/// let label = Pattern::new("结转下年度继续办理");
/// assert_eq!(label.likeness(&['结', '转', '下', '年', '度', '继', '续']), 875);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// Each character with the bits of its places, sorted.
    places: Vec<(char, u64)>,
    /// Which characters it may have, by the lowest bits of their numbers.
    classes: u64,
    len: u32,
}

impl Pattern {
    /// Prepares `label`, cut at 64 characters.
    pub fn new(label: &str) -> Self {
        let mut places: Vec<(char, u64)> = Vec::new();
        let (mut classes, mut len) = (0, 0);
        for c in label.chars().take(MOST) {
            match places.binary_search_by_key(&c, |place| place.0) {
                Ok(at) => places[at].1 |= 1 << len,
                Err(at) => places.insert(at, (c, 1 << len)),
            }
            classes |= class(c);
            len += 1;
        }
        Self { places, classes, len }
    }

    /// The likeness that no label of `len` characters can exceed.
    pub fn most_likeness(&self, len: usize) -> u32 {
        let len = len.min(MOST) as u32;
        2000 * len.min(self.len) / (len + self.len).max(1)
    }

    /// [`likeness`] to the characters of another folded label.
    pub fn likeness(&self, other: &[char]) -> u32 {
        let other = &other[..other.len().min(MOST)];
        // One bit per character of the pattern; a cleared bit is a character matched so far (Hyyrö 2004).
        let mut open = u64::MAX;
        for c in other {
            // Most characters of other labels are not among its own.
            if self.classes & class(*c) != 0
                && let Ok(at) = self.places.binary_search_by_key(c, |place| place.0)
            {
                let used = open & self.places[at].1;
                open = open.wrapping_add(used) | (open - used);
            }
        }
        let whole = other.len() as u32 + self.len;
        if whole == 0 {
            return 0;
        }
        let all = if self.len as usize == MOST { u64::MAX } else { (1 << self.len) - 1 };
        2000 * (!open & all).count_ones() / whole
    }
}
