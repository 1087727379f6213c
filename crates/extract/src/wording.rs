//! What the words of a cell look like, before anything is asked of a form: where a label ends, what is a figure.

use gongkai_grammar::{Cell, Enumerator, cell, enumerator};
use gongkai_text::Unit;

/// A label up to its first bracket, unless it begins with one, or the bracket numbers what follows: 办理结果（一）予以公开.
pub(crate) fn head(label: &str) -> &str {
    match inner_bracket(label) {
        Some(at) if enumerator(&label[at..]).0.is_none() => label[..at].trim_end(),
        _ => label,
    }
}

/// What a bracket inside a label numbers, with its number.
pub(crate) fn numbered_inside(label: &str) -> Option<(Enumerator, &str)> {
    let (mark, rest) = enumerator(&label[inner_bracket(label)?..]);
    Some((mark?, rest.trim_start())).filter(|(_, rest)| !rest.is_empty())
}

/// Where the first bracket opens, when the label does not begin with it.
fn inner_bracket(label: &str) -> Option<usize> {
    // The first byte of either bracket tells for most labels that they have none.
    let from = memchr::memchr2(b'(', 0xEF, label.as_bytes())?;
    label[from..].find(['(', '（']).map(|at| from + at).filter(|at| *at > 0)
}

/// Whether a line holds a page number: `— 12 —`, `- 3 -`, `第 4 页`.
pub(crate) fn is_page_number(line: &str) -> bool {
    let is_frame = |c: char| c.is_whitespace() || "-—–－―*·/第页共".contains(c);
    let line = line.trim();
    let digits = line.trim_matches(is_frame);
    // -2 in a line of its own is a figure with its sign: a page number has blanks, or a mark on both sides.
    let is_signed = line.strip_prefix(['-', '－', '−']) == Some(digits);
    digits.len() < line.len()
        && !is_signed
        && (1..=4).contains(&digits.len())
        && digits.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a character alone is a speck of ink.
pub(crate) const fn is_speck(c: char) -> bool {
    matches!(c, '.' | '。' | '·' | ',' | '，' | '、' | '\'' | '‘' | '’' | '`' | '_' | '~')
}

/// A unit before a figure in one cell: `条 2750`, `人次60`.
pub(crate) fn leading_unit(text: &str) -> Option<(Unit, &str)> {
    // Nearly every cell is a figure alone, or has none.
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let text = text.trim();
    let (unit, figure) = text.split_at(text.find(|c: char| c.is_ascii_digit())?);
    Some((Unit::parse(unit.trim_end())?, figure))
}

/// The unit that `words` are, alone in their cell: one of the statutory forms, or any other that things are counted in.
pub(crate) fn classifier(words: &str) -> Option<Unit> {
    const LONGEST: usize = 2;
    if words.chars().count() > LONGEST { None } else { Unit::classifier(words) }
}

/// Whether `words` are a code of letters and digits: A01, X-12.
pub(crate) fn is_code(words: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b"-.".contains(&byte);
    words.bytes().any(|byte| byte.is_ascii_digit()) && words.bytes().all(is_part)
}

/// Whether `words` are a share or a growth in per cent: 12.5%, -3％.
pub(crate) fn is_share(words: &str) -> bool {
    let Some(figure) = words.strip_suffix(['%', '％', '‰']) else { return false };
    matches!(cell(figure), Cell::Number(number) if number.note.is_none() && number.unit.is_none())
}

/// Whether `words` are digits that end with a point.
pub(crate) fn is_cut_figure(words: &str) -> bool {
    words
        .strip_suffix('.')
        .is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit() || b == b','))
}

/// Whether `words` are whole numbers with blanks between.
pub(crate) fn are_figures(words: &str) -> bool {
    words.split_whitespace().all(|word| word.len() <= 12 && word.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A label and the figure behind it that was cut at its point: `行政事业性收费 1188.`.
pub(crate) fn cut_figure_behind(words: &str) -> Option<(&str, &str)> {
    let (label, figure) = words.strip_suffix('.').and_then(|_| words.rsplit_once(char::is_whitespace))?;
    (is_cut_figure(figure) && !label.is_ascii()).then_some((label.trim_end(), figure))
}

/// Whether every bracket in `words` is closed: a figure inside one belongs to the label (计 1 次).
pub(crate) fn are_closed(words: &[&str]) -> bool {
    let depth = |c: char| match c {
        '(' | '（' => 1,
        ')' | '）' => -1,
        _ => 0,
    };
    words.iter().flat_map(|word| word.chars()).map(depth).sum::<i32>() <= 0
}

/// Whether a line is a row of its own: words, a blank, a figure.
pub(crate) fn ends_with_figure(words: &str) -> bool {
    words.rsplit_once(char::is_whitespace).is_some_and(|(_, last)| matches!(cell(last), Cell::Number(_)))
}
