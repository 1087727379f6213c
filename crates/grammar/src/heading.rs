//! Chapter headings: `三、收到和处理政府信息公开申请情况`.

use crate::label::numeral;

/// A line that opens with a chapter number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chapter<'a> {
    /// Its number, from 1.
    pub number: u8,
    /// The heading with its number, up to the first full stop.
    pub title: &'a str,
}

/// Reads a chapter heading at the beginning of `line`.
///
/// A heading may run on into its text (`六、加强解读。全县…`): it ends at the first `。`.
///
/// ```
/// use gongkai_grammar::chapter;
/// let found = chapter("十一、存在的问题。有些部门").unwrap();
/// assert_eq!((found.number, found.title), (11, "十一、存在的问题"));
/// assert!(chapter("一是强化领导").is_none());
/// ```
pub fn chapter(line: &str) -> Option<Chapter<'_>> {
    let line = line.trim_start_matches(['*', '#', ' ', '\u{3000}']);
    let (rest, number) = numeral(line).ok()?;
    let body = rest.trim_start().strip_prefix(['、', '．', '.'])?;
    let body_end = body.find(['。', '\t']).unwrap_or(body.len());
    let start = body.as_ptr() as usize - line.as_ptr() as usize;
    let title = line[..start + body_end].trim_end().trim_end_matches('*').trim_end();
    (body[..body_end].trim().chars().count() >= 2).then_some(Chapter { number, title })
}
