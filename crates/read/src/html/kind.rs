//! What an element means for reading; everything else about it is forgotten.

use super::styles::Look;
use html5ever::{Attribute, QualName};

/// The most columns or rows one cell may cover, as browsers have it for rows; larger spans are cut to it.
pub(crate) const MOST_SPAN: u16 = 999;

/// What an element means for reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Runs on with the text around it, as do all elements that are not known.
    Inline,
    /// Text that leads elsewhere.
    Link,
    /// Begins and ends a line.
    Block,
    /// A paragraph.
    Paragraph,
    /// A heading of a level.
    Heading(u8),
    /// Ends a line.
    Break,
    /// The title of the window.
    Title,
    /// Navigation, a side bar, a footer, by its own word.
    Chrome,
    /// Not shown.
    Hidden,
    /// Shown, and no text: a picture, a list to choose from, what was struck out.
    Picture,
    /// A box to be filled in: in a table its text is what the cell shows, elsewhere it is no part of the article.
    Control,
    /// Set above or below the line: the mark of a note, where other text stands beside it.
    Raised,
    /// A table.
    Table,
    /// A row; `flat` when it is given no height.
    Row { flat: bool },
    /// A cell with the columns and rows it covers; 0 rows: to the end of the table.
    Cell(u16, u16),
}

impl Kind {
    /// The meaning of an element called `name`, which the page shows as `look` says.
    pub(crate) fn of(name: &QualName, attributes: &[Attribute], look: Look) -> Self {
        let kind = Self::named(&name.local, attributes);
        let own = attributes.iter().map(|attribute| match &*attribute.name.local {
            "hidden" => Look::Hidden,
            "style" => Look::of(&attribute.value),
            _ => Look::Shown,
        });
        match (own.max().map_or(look, |own| own.max(look)), kind) {
            // What is not seen leaves the place of a cell or a block, and what stands in these may show itself again.
            (_, Self::Hidden)
            | (Look::Hidden, _)
            | (Look::Unseen, Self::Inline | Self::Raised | Self::Link | Self::Row { .. }) => Self::Hidden,
            (Look::Struck, Self::Inline) => Self::Picture,
            (Look::Raised, Self::Inline) => Self::Raised,
            _ => kind,
        }
    }

    fn named(name: &str, attributes: &[Attribute]) -> Self {
        let value = |name: &str| {
            let mut found = attributes.iter().filter(|attribute| &*attribute.name.local == name);
            found.next().map(|attribute| &*attribute.value)
        };
        match name {
            "a" => Self::Link,
            "p" => Self::Paragraph,
            "br" => Self::Break,
            "td" | "th" => Self::Cell(span(value("colspan"), 1).max(1), span(value("rowspan"), 1)),
            "tr" => Self::Row { flat: value("height").is_some_and(|height| span(Some(height), 1) == 0) },
            "table" => Self::Table,
            "h1" => Self::Heading(1),
            "h2" => Self::Heading(2),
            "h3" => Self::Heading(3),
            "h4" => Self::Heading(4),
            "h5" => Self::Heading(5),
            "h6" => Self::Heading(6),
            "title" => Self::Title,
            "sup" | "sub" => Self::Raised,
            "img" | "svg" | "math" | "canvas" | "object" | "embed" | "video" | "select" | "del" | "s"
            | "strike" => Self::Picture,
            "textarea" | "button" => Self::Control,
            "input" if value("type").is_none_or(is_written_in) => Self::Control,
            "nav" | "aside" | "footer" => Self::Chrome,
            "script" | "style" | "template" | "noscript" | "noframes" | "noembed" | "iframe" | "audio"
            | "map" | "datalist" | "rt" | "rp" | "meta" | "link" | "input" => Self::Hidden,
            "html" | "head" | "body" | "div" | "section" | "article" | "main" | "header" | "ul" | "ol"
            | "li" | "dl" | "dt" | "dd" | "pre" | "center" | "blockquote" | "form" | "fieldset"
            | "figure" | "figcaption" | "address" | "hr" | "details" | "summary" | "caption" | "tbody"
            | "thead" | "tfoot" | "colgroup" | "col" | "menu" | "dir" | "hgroup" | "search" => Self::Block,
            _ => Self::Inline,
        }
    }
}

/// The number at the beginning of an attribute, cut to [`MOST_SPAN`]; `default` when there is none.
fn span(value: Option<&str>, default: u16) -> u16 {
    let digits = value.unwrap_or_default().trim_start();
    let end = digits.bytes().position(|byte| !byte.is_ascii_digit()).unwrap_or(digits.len());
    match digits[..end].trim_start_matches('0') {
        "" if end == 0 => default,
        "" => 0,
        digits => digits.parse().map_or(MOST_SPAN, |number: u16| number.min(MOST_SPAN)),
    }
}

/// Whether an `input` of this type shows what it holds.
fn is_written_in(kind: &str) -> bool {
    ["", "text", "number", "tel", "button"].iter().any(|shown| kind.trim().eq_ignore_ascii_case(shown))
}
