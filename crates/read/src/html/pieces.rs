//! The source of a page cut at tags and entities, and tags rid of what says nothing.
//!
//! Pages carry more bytes of `style` than of text, and the parser looks at each. Dropping the attributes that
//! reading has no use for, before they are parsed, halves the time a page takes.

use std::ops::Range;

/// Cuts `source` at tags and entities, so that each piece of text is known by its place.
pub(crate) fn pieces(source: &[u8]) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = source.get(start..).filter(|rest| !rest.is_empty())?;
        let len = match rest[0] {
            // A tag up to its end; an entity up to its semicolon; else up to the next of either.
            b'<' => memchr::memchr(b'>', rest).map(|at| at + 1),
            b'&' => memchr::memchr3(b';', b'<', b' ', rest).map(|at| at + usize::from(rest[at] == b';')),
            _ => memchr::memchr2(b'<', b'&', rest),
        };
        let piece = start..start + len.unwrap_or(rest.len()).max(1);
        start = piece.end;
        Some(piece)
    })
}

/// Attributes that are read, by us or by the tree builder.
const READ: [&[u8]; 7] = [b"colspan", b"rowspan", b"height", b"hidden", b"type", b"encoding", b"value"];

/// The parts of `tag` that say something, or nothing when it is to be parsed as it is: no start tag, metadata, an
/// attribute cut at a `>`.
///
/// Classes and ids say something where `has_classes`, every style where `has_looks`.
///
/// Inside scripts and comments a piece may look like a tag and lose its attributes too; nobody reads those.
pub(crate) fn telling_parts(tag: &[u8], has_classes: bool, has_looks: bool, parts: &mut Vec<Range<usize>>) {
    parts.clear();
    let name =
        1 + tag.iter().skip(1).take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b':').count();
    if !tag.get(1).is_some_and(u8::is_ascii_alphabetic) || tag[1..name].eq_ignore_ascii_case(b"meta") {
        return;
    }
    parts.push(0..name);
    let mut at = name;
    loop {
        let from = at;
        at += tag[at..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        match tag.get(at) {
            Some(b'>') => break,
            Some(b'/') if tag.get(at + 1) == Some(&b'>') => break,
            Some(byte) if byte.is_ascii_alphabetic() && at > from => {}
            _ => return parts.clear(),
        }
        let is_end = |byte: &u8| byte.is_ascii_whitespace() || b"=>/\"'<".contains(byte);
        let name = at..at + tag[at..].iter().position(is_end).unwrap_or_default();
        at = name.end;
        let value = match (tag.get(at), tag.get(at + 1)) {
            (Some(b'='), Some(&quote @ (b'"' | b'\''))) => {
                let Some(len) = memchr::memchr(quote, &tag[at + 2..]) else { return parts.clear() };
                let value = at + 2..at + 2 + len;
                at = value.end + 1;
                value
            }
            (Some(b'='), Some(byte)) if !is_end(byte) => {
                let is_end = |byte: &u8| byte.is_ascii_whitespace() || b">\"'".contains(byte);
                let len = tag[at + 1..].iter().position(is_end).unwrap_or_default();
                let value = at + 1..at + 1 + len;
                at = value.end;
                value
            }
            (Some(b'='), _) => return parts.clear(),
            _ => at..at,
        };
        let (name, value) = (&tag[name], &tag[value]);
        let hides = || name.eq_ignore_ascii_case(b"style") && (has_looks || mentions_display(value));
        let is_class = || name.eq_ignore_ascii_case(b"class") || name.eq_ignore_ascii_case(b"id");
        if READ.iter().any(|read| name.eq_ignore_ascii_case(read)) || has_classes && is_class() || hides() {
            parts.push(from..at);
        }
    }
    parts.push(at..tag.len());
}

/// Whether a style sets `display`, in any case of letters; entities count as a maybe.
fn mentions_display(style: &[u8]) -> bool {
    memchr::memchr3_iter(b'y', b'Y', b'&', style)
        .any(|at| style[at] == b'&' || at >= 6 && style[at - 6..at].eq_ignore_ascii_case(b"displa"))
}
