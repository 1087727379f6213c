//! Lines outside of tables: page numbers left out, wrapped lines put together again.

use super::lines::Line;
use std::collections::BTreeMap;

/// A line with this many characters is prose.
const PROSE: usize = 15;

/// A line, its page, and how far down it stands.
#[derive(Clone, Debug)]
pub(super) struct Printed {
    pub(super) line: Line,
    /// From 1.
    pub(super) page: u32,
    /// Per mille of the page's height.
    pub(super) depth: i32,
}

/// The column of type that prose fills.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measure {
    left: i32,
    right: i32,
}

impl Measure {
    /// Where most lines of prose end, and where those begin that end there.
    pub(super) fn of<'l>(lines: impl Iterator<Item = &'l Line> + Clone) -> Option<Self> {
        let prose = lines.filter(|line| line.text.chars().count() >= PROSE && !line.text.contains('\t'));
        let mut ends: BTreeMap<i32, (u32, i32)> = BTreeMap::new();
        for line in prose.clone() {
            let bin = ends.entry(line.end / line.size).or_insert((0, line.end));
            *bin = (bin.0 + 1, bin.1.max(line.end));
        }
        let (_, right) = ends.into_values().max()?;
        let full = prose.filter(|line| line.end > right - 2 * line.size);
        Some(Self { left: full.map(|line| line.start).min()?, right })
    }

    /// Whether `below` goes on where `above` had to end; `pitch` is the distance of the paragraph's lines so far.
    pub(super) fn runs_on(self, above: &Line, below: &Line, pitch: Option<i32>) -> bool {
        let size = above.size.max(below.size);
        let is_full = above.end + below.head + size > self.right;
        let is_flush = below.start <= self.left + below.size * 4 / 5;
        let is_near = pitch.is_none_or(|pitch| below.base - above.base <= pitch * 13 / 10);
        let is_plain = !above.text.contains('\t') && !below.text.contains('\t');
        let is_even = (above.size - below.size).abs() * 20 <= size * 3;
        is_full && is_flush && is_near && is_plain && is_even && !begins_section(&below.text)
    }
}

/// Begins with 一、 or （一）, which no sentence goes on with.
fn begins_section(text: &str) -> bool {
    let number = text.trim_start_matches(['（', '(']);
    let mark = number.trim_start_matches(|c| "一二三四五六七八九十".contains(c));
    mark.len() < number.len()
        && (mark.starts_with('、') || number.len() < text.len() && mark.starts_with(['）', ')']))
}

/// Finds page numbers, and what is repeated at the top or bottom of pages.
#[derive(Debug, Default)]
pub(super) struct Furniture(BTreeMap<(String, i32), u32>);

impl Furniture {
    /// Whether `printed` is a page number, or repeats a line at that place of an earlier page.
    pub(super) fn holds(&mut self, printed: &Printed) -> bool {
        let text = printed.line.text.trim();
        if (80..=900).contains(&printed.depth) {
            return text.chars().count() <= 10 && text.contains("续表");
        }
        let masked = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
        let first = *self.0.entry((masked, printed.depth / 4)).or_insert(printed.page);
        is_page_number(text) || first != printed.page
    }
}

/// `- 3 -`, `第3页`, `3 / 12`.
fn is_page_number(text: &str) -> bool {
    let rest = text.trim_matches(|c: char| "-－—–─·•~～ \t第页共,，/|".contains(c));
    !rest.is_empty()
        && rest.len() <= 16
        && rest.chars().all(|c| c.is_ascii_digit() || "０１２３４５６７８９/ 页共第，,of".contains(c))
        && rest.starts_with(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c))
}
