//! Tokens of what nearly all of a page is, made here: tags without attributes that are read, and plain text.
//!
//! The tokenizer looks at a tag letter by letter. Where it would make one token of a whole piece, and nothing of an
//! earlier piece waits in it, that token is handed to the tree builder past it.

use html5ever::tokenizer::{Tag, TagKind};
use html5ever::{LocalName, local_name};
use std::ops::Range;

/// The longest name that [`known`] knows.
const LONGEST: usize = 10;

/// The token of `tag`, of which `parts` are what says something: none where it has attributes that are read, or where
/// its element might change how the text behind it is cut.
pub(super) fn tag(tag: &[u8], parts: &[Range<usize>]) -> Option<Tag> {
    let (kind, name, tail) = match parts {
        [name, tail] => (TagKind::StartTag, tag.get(1..name.end)?, &tag[tail.clone()]),
        [] => {
            let name = tag.strip_prefix(b"</")?;
            let len = name.iter().position(|byte| !byte.is_ascii_alphanumeric() && *byte != b':')?;
            (TagKind::EndTag, &name[..len], &name[len..])
        }
        _ => return None,
    };
    let self_closing = match tail.trim_ascii_start() {
        b">" => false,
        b"/>" => kind == TagKind::StartTag,
        _ => return None,
    };
    let name = known(name)?;
    Some(Tag { kind, name, self_closing, attrs: Vec::new(), had_duplicate_attributes: false })
}

/// The elements of articles, behind which text is text.
fn known(name: &[u8]) -> Option<LocalName> {
    let mut lower = [0; LONGEST];
    let lower = lower.get_mut(..name.len())?;
    lower.copy_from_slice(name);
    lower.make_ascii_lowercase();
    Some(match &*lower {
        b"a" => local_name!("a"),
        b"b" => local_name!("b"),
        b"i" => local_name!("i"),
        b"p" => local_name!("p"),
        b"u" => local_name!("u"),
        b"br" => local_name!("br"),
        b"em" => local_name!("em"),
        b"h1" => local_name!("h1"),
        b"h2" => local_name!("h2"),
        b"h3" => local_name!("h3"),
        b"hr" => local_name!("hr"),
        b"li" => local_name!("li"),
        b"ol" => local_name!("ol"),
        b"td" => local_name!("td"),
        b"th" => local_name!("th"),
        b"tr" => local_name!("tr"),
        b"ul" => local_name!("ul"),
        b"col" => local_name!("col"),
        b"div" => local_name!("div"),
        b"img" => local_name!("img"),
        b"o:p" => LocalName::from("o:p"),
        b"font" => local_name!("font"),
        b"span" => local_name!("span"),
        b"table" => local_name!("table"),
        b"tbody" => local_name!("tbody"),
        b"thead" => local_name!("thead"),
        b"center" => local_name!("center"),
        b"strong" => local_name!("strong"),
        b"section" => local_name!("section"),
        b"colgroup" => local_name!("colgroup"),
        _ => return None,
    })
}

/// Whether the tokenizer gives `text` out as it stands: it folds ends of lines, and drops marks of byte order.
pub(super) fn is_plain(text: &str) -> bool {
    memchr::memchr2(b'\r', 0, text.as_bytes()).is_none() && !text.starts_with('\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::{Range, tag};
    use crate::html::pieces::telling_parts;
    use html5ever::tokenizer::TagKind;

    #[test]
    fn plain_tags_are_told() {
        let check = |source: &str, expected: Option<(TagKind, &str, bool)>| {
            let mut parts: Vec<Range<usize>> = Vec::new();
            telling_parts(source.as_bytes(), false, false, &mut parts);
            let found = tag(source.as_bytes(), &parts);
            let found = found.as_ref().map(|tag| (tag.kind, &*tag.name, tag.self_closing));
            assert_eq!(found, expected, "{source}");
        };
        check("<td>", Some((TagKind::StartTag, "td", false)));
        check("<TD width=\"72\" >", Some((TagKind::StartTag, "td", false)));
        check("<br/>", Some((TagKind::StartTag, "br", true)));
        check("</Span >", Some((TagKind::EndTag, "span", false)));
        // An attribute that is read, a comment, text that is cut otherwise behind it, no tag at all.
        for other in ["<td colspan=\"2\">", "<!-- p>", "<script>", "</title>", "</>", "<p", "</p x>", "< p>"]
        {
            check(other, None);
        }
    }
}
