//! What an element means for reading; everything else about it is forgotten.

use super::pieces::mentions_display;
use super::styles::is_hiding;
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
    /// A table.
    Table,
    /// A row; `flat` when it is given no height.
    Row { flat: bool },
    /// A cell with the columns and rows it covers; 0 rows: to the end of the table.
    Cell(u16, u16),
}

impl Kind {
    /// The meaning of an element called `name`.
    pub(crate) fn of(name: &QualName, attributes: &[Attribute]) -> Self {
        let kind = Self::named(&name.local, attributes);
        if kind != Self::Hidden && attributes.iter().any(hides) { Self::Hidden } else { kind }
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
            "nav" | "aside" | "footer" => Self::Chrome,
            "script" | "style" | "template" | "noscript" | "noframes" | "noembed" | "iframe" | "object"
            | "svg" | "math" | "video" | "audio" | "canvas" | "map" | "select" | "textarea" | "button"
            | "datalist" | "meta" | "link" | "input" => Self::Hidden,
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

/// Whether an attribute takes its element off the page.
fn hides(attribute: &Attribute) -> bool {
    match &*attribute.name.local {
        "hidden" => true,
        "style" => {
            // Nearly every style is about fonts.
            mentions_display(attribute.value.as_bytes()) && attribute.value.split(';').any(is_hiding)
        }
        _ => false,
    }
}
