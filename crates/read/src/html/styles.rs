//! What the style sheets in a page take off it: classes and ids that are not displayed.

use html5ever::Attribute;

/// A class or an id, perhaps of one element only.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Selector {
    element: String,
    is_id: bool,
    name: String,
    look: Look,
}

/// What the page takes off itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Unseen {
    /// The classes and ids that are not displayed.
    selectors: Vec<Selector>,
    /// Whether styles of elements may say more than that these are not displayed: see [`TELLING`].
    pub(crate) has_looks: bool,
}

/// What a style mentions that hides, strikes out or raises text, displaying it apart.
const TELLING: [&[u8]; 7] = [b"isibility", b"-through", b"pacity", b"n:su", b"n: su", b"size:0", b"size: 0"];

/// The most selectors that are kept.
const MOST: usize = 64;

impl Unseen {
    /// Looks through the style sheets inside `source`.
    ///
    /// Only selectors of one class or id are understood; what a sheet says for print or for narrow screens is left out.
    pub(crate) fn of(source: &str) -> Self {
        let mut unseen = Self { has_looks: has_looks(source), ..Self::default() };
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
        self.selectors.is_empty()
    }

    /// What a part of a page inside another text takes off itself: it has no sheets.
    pub(crate) fn of_part(source: &str) -> Self {
        Self { has_looks: has_looks(source), ..Self::default() }
    }

    /// The same page with all of its classes and ids displayed.
    pub(crate) fn displayed(&self) -> Self {
        Self { selectors: Vec::new(), ..*self }
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
            let look = look_of_rule(&body[..end]);
            if look >= Look::Unseen {
                let known = selectors.split(',').filter_map(|selector| Selector::of(selector, look));
                let left = MOST.saturating_sub(self.selectors.len());
                self.selectors.extend(known.take(left));
            }
            rest = &body[end..];
        }
    }

    /// How an element with these `attributes` shows its text, by its classes and its id.
    pub(crate) fn look(&self, element: &str, attributes: &[Attribute]) -> Look {
        let has = |selector: &Selector| {
            let attribute = if selector.is_id { "id" } else { "class" };
            let mut values = attributes.iter().filter(|it| &*it.name.local == attribute);
            values.any(|it| it.value.split_ascii_whitespace().any(|name| name == selector.name))
        };
        let hiding =
            self.selectors.iter().filter(|it| (it.element.is_empty() || it.element == element) && has(it));
        hiding.map(|it| it.look).max().unwrap_or(Look::Shown)
    }
}

impl Selector {
    fn of(text: &str, look: Look) -> Option<Self> {
        let text = text.trim();
        let at = text.find(['.', '#'])?;
        let name = &text[at + 1..];
        let is_name = |text: &str| text.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
        (!name.is_empty() && is_name(name) && is_name(&text[..at])).then(|| Self {
            element: text[..at].to_ascii_lowercase(),
            is_id: text[at..].starts_with('#'),
            name: name.to_owned(),
            look,
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

/// Whether text on `source` may be hidden, struck out or raised by the style of its element.
fn has_looks(source: &str) -> bool {
    TELLING.iter().any(|word| memchr::memmem::find(source.as_bytes(), word).is_some())
}

/// How an element shows its text, by its style; what hides more comes later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Look {
    Shown,
    /// Above or below the line.
    Raised,
    /// Struck out.
    Struck,
    /// In its place, and not seen: text may show itself again in it.
    Unseen,
    /// Off the page.
    Hidden,
}

impl Look {
    pub(crate) fn of(style: &str) -> Self {
        style.split(';').map(Self::declared).max().unwrap_or(Self::Shown)
    }

    fn declared(declaration: &str) -> Self {
        let Some((name, value)) = declaration.split_once(':') else { return Self::Shown };
        let (name, value) = (name.trim(), value.trim());
        let value = value.split(['!', ' ']).next().unwrap_or_default();
        let is = |other: &str| value.eq_ignore_ascii_case(other);
        let is_nothing = || value.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse() == Ok(0_u8);
        match name.len() {
            7 if name.eq_ignore_ascii_case("display") && is("none") => Self::Hidden,
            10 if name.eq_ignore_ascii_case("visibility") && (is("hidden") || is("collapse")) => Self::Unseen,
            9 if name.eq_ignore_ascii_case("font-size") && is_nothing() => Self::Unseen,
            7 if name.eq_ignore_ascii_case("opacity") && is_nothing() => Self::Unseen,
            15 | 20 if name.to_ascii_lowercase().starts_with("text-decoration") && is("line-through") => {
                Self::Struck
            }
            14 if name.eq_ignore_ascii_case("vertical-align") && (is("super") || is("sub")) => Self::Raised,
            _ => Self::Shown,
        }
    }
}

/// How a rule shows the elements of its classes; what is left to those who have the page read out is not seen.
fn look_of_rule(rule: &str) -> Look {
    let has = |word: &str| rule.contains(word);
    let is_clipped = has("absolute") && has("clip:") && has("1px");
    Look::of(rule).max(if is_clipped { Look::Unseen } else { Look::Shown })
}
