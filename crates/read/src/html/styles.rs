//! What the style sheets in a page take off it: classes and ids that are not displayed.

use html5ever::Attribute;

/// A class or an id, perhaps of one element only.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Selector {
    element: String,
    is_id: bool,
    name: String,
}

/// The classes and ids that are not displayed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Unseen(Vec<Selector>);

/// The most selectors that are kept.
const MOST: usize = 64;

impl Unseen {
    /// Looks through the style sheets inside `source`.
    ///
    /// Only selectors of one class or id are understood; what a sheet says for print or for narrow screens is left out.
    pub(crate) fn of(source: &str) -> Self {
        let mut unseen = Self::default();
        let bytes = source.as_bytes();
        for at in memchr::memmem::find_iter(bytes, b"style") {
            let is_tag = bytes[..at].ends_with(b"<")
                && bytes.get(at + 5).is_some_and(|byte| b" >\t\r\n".contains(byte));
            if is_tag && let Some(start) = source[at..].find('>') {
                let sheet = &source[at + start + 1..];
                unseen.sheet(&sheet[..sheet.find("</").unwrap_or(sheet.len())]);
            }
        }
        unseen
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn sheet(&mut self, sheet: &str) {
        let mut rest = sheet;
        while let Some(open) = rest.find('{') {
            let (selectors, body) = (&rest[..open], &rest[open + 1..]);
            let selectors = selectors.rsplit(['}', ';']).next().unwrap_or_default();
            let selectors = selectors.rsplit("*/").next().unwrap_or_default().trim();
            if selectors.starts_with('@') {
                rest = after_block(body);
                continue;
            }
            let end = body.find('}').unwrap_or(body.len());
            if body[..end].split(';').any(is_hiding) {
                let known = selectors.split(',').filter_map(Selector::of);
                self.0.extend(known.take(MOST.saturating_sub(self.0.len())));
            }
            rest = &body[end..];
        }
    }

    /// Whether an element with these `attributes` is not displayed.
    pub(crate) fn hides(&self, element: &str, attributes: &[Attribute]) -> bool {
        let has = |selector: &Selector| {
            let attribute = if selector.is_id { "id" } else { "class" };
            let mut values = attributes.iter().filter(|it| &*it.name.local == attribute);
            values.any(|it| it.value.split_ascii_whitespace().any(|name| name == selector.name))
        };
        self.0.iter().any(|it| (it.element.is_empty() || it.element == element) && has(it))
    }
}

impl Selector {
    fn of(text: &str) -> Option<Self> {
        let text = text.trim();
        let at = text.find(['.', '#'])?;
        let name = &text[at + 1..];
        let is_name = |text: &str| text.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
        (!name.is_empty() && is_name(name) && is_name(&text[..at])).then(|| Self {
            element: text[..at].to_ascii_lowercase(),
            is_id: text[at..].starts_with('#'),
            name: name.to_owned(),
        })
    }
}

/// What follows the block that is open.
fn after_block(text: &str) -> &str {
    let mut depth = 1_u32;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &text[at + 1..];
        }
    }
    ""
}

/// `display: none`.
pub(crate) fn is_hiding(declaration: &str) -> bool {
    let Some((name, value)) = declaration.split_once(':') else { return false };
    let value = value.trim().split(['!', ' ']).next().unwrap_or_default();
    name.trim().eq_ignore_ascii_case("display") && value.eq_ignore_ascii_case("none")
}
