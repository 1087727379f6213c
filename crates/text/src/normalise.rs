//! Normalisation: the text as it was meant, with every change on record.
//!
//! Files that were printed, scanned, converted and pasted carry spaces inside words, sentences cut by page
//! numbers, full-width digits, radicals in place of ideographs. [`normalise`] undoes what has one reading and
//! leaves the rest alone: it guesses no digit, repairs no word, moves nothing. What it did is a sparse list of
//! [`Edit`]s, through which any span maps back to the source.
//!
//! Two passes over the bytes: characters and markup first, which need no context, then lines and spaces.

mod characters;
mod edits;
mod lines;
mod spacing;

pub use edits::{Edit, EditKind, Normalised};

/// Where a text stood, which decides what its spaces and line ends mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Context {
    /// Prose of one or more paragraphs: spaces beside Chinese go, cut sentences are joined.
    #[default]
    Narrative,
    /// One heading: as prose, and every line end inside it is a wrap.
    Heading,
    /// One row of a table as a line: tabs and spaces may separate cells, and stay.
    TableRow,
    /// One cell of a table: as a heading.
    Cell,
    /// A line whose role is not known yet: as a table row, and a page number goes.
    Line,
}

impl Context {
    /// Whether spaces are never separators.
    const fn closes_up(self) -> bool {
        matches!(self, Self::Narrative | Self::Heading | Self::Cell)
    }
}

/// Undoes damage of layout and conversion in `source`; `source` must be below 4 GiB.
///
/// * width: `５０％` to `50%`, exotic blanks to spaces, invisible characters dropped; `，（）：；` stay wide;
/// * radicals and compatibility ideographs to ordinary ones, as [`plain`](crate::width::plain) does;
/// * markup residue: `**`, `<i>`, `<input …/>`, the brackets of `<http://…>`;
/// * spaces beside Chinese and letter-spacing, as the [`Context`] allows;
/// * sentences cut by line ends, blank lines, page numbers or an invented bullet (`Narrative`);
/// * ASCII `,;:!?()` beside Chinese to the wide forms; `1,234` and `10:30` stay.
///
/// Tabs, hyphens and dashes, 〔〕, list marks such as ① and straight quotes are never touched. Normalising
/// twice changes nothing more.
///
/// ```
/// use gongkai_text::{Span, normalise::{normalise, Context}};
///
/// let source = "全年公开 信息２８\n\n— 8 **—**\n\n条,其中规章 3 件。";
/// let clean = normalise(source, Context::Narrative);
/// assert_eq!(clean.text(), "全年公开信息28条，其中规章3件。");
///
/// let at = clean.text().find("28条").unwrap() as u32;
/// let span = clean.to_source(Span::new(at, at + 5));
/// assert_eq!(span.text(source), "２８\n\n— 8 **—**\n\n条");
/// assert_eq!(clean.from_source(span), Span::new(at, at + 5));
///
/// let rules: Vec<_> = clean.edits().iter().map(|edit| edit.kind.rule()).collect();
/// assert_eq!(rules, ["spacing", "width", "width", "page-number", "punctuation", "spacing", "spacing"]);
/// ```
pub fn normalise(source: &str, context: Context) -> Normalised {
    // Stripped markup and joined lines can bring new markup together (`*<i></i>*`). Each round takes
    // something away, texts without such debris need one, and the bound keeps the cost linear.
    const MOST_ROUNDS: usize = 8;
    let mut done: Option<Normalised> = None;
    for _ in 0..MOST_ROUNDS {
        let text = done.as_ref().map_or(source, Normalised::text);
        let characters = characters::pass(text, context);
        if done.is_some() && characters.is_none() {
            break;
        }
        let spaced = match &characters {
            Some(first) => spacing::pass(&first.text, context),
            None => spacing::pass(text, context),
        };
        if characters.is_none() && spaced.is_none() {
            break;
        }
        let mut next = done.take().unwrap_or_else(|| Normalised::untouched(source.len() as u32));
        for rewrite in [characters, spaced].into_iter().flatten() {
            next.then(rewrite);
        }
        let more = characters::may_hold_markup(next.text());
        done = Some(next);
        if !more {
            break;
        }
    }
    done.unwrap_or_else(|| Normalised::unchanged(source))
}
