//! Quantities as printed: a figure, its unit, and the words that say how exact it is.
//!
//! [`recognise`] reads prose: one pass over the bytes, no allocation per figure, exact decimals. What looks like a
//! quantity and is none (a year, a document number, a telephone, a slogan) is returned too, with the [`Reason`], so
//! that a figure is either read, or its absence explained.
//!
//! ```
//! use gongkai_text::{Decimal, quantity::{recognise, Options, Qualifier, Reason}};
//!
//! let found = recognise("2023年主动公开信息70.67万条，同比增长8%；受理申请1,300余件。", Options::default());
//! let values: Vec<String> = found.quantities.iter().map(|it| it.value.to_string()).collect();
//! assert_eq!(values, ["706700", "8", "1300"]);
//! assert_eq!(found.quantities[0].ulp, Decimal::whole(100));
//! assert_eq!(found.quantities[2].qualifier, Some(Qualifier::Over));
//! assert_eq!(found.rejected[0].reason, Reason::Year);
//! ```

mod beside;
mod compound;
mod dates;
mod figure;
mod flags;
mod found;
mod judge;
pub(crate) mod kind;
mod labels;
mod latin;
mod lexicon;
mod marks;
mod options;
mod quoted;
mod range;
mod reject;
mod scan;
mod scanner;
mod torn;
mod unitless;
mod words;

use crate::normalise::{EditKind, normalise};
pub use flags::Flags;
pub use found::{Found, Quantity};
pub use kind::{Bound, Direction, Qualifier, QuantityKind};
pub use options::{Options, Style};
pub use reject::{Reason, Rejected};
pub use scan::scan;

/// What was found in a text, in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recognised {
    /// The quantities.
    pub quantities: Vec<Quantity>,
    /// What looks like quantities and is none.
    pub rejected: Vec<Rejected>,
}

/// The quantities of a normalised text; spans are into `text`.
///
/// [`scan`] does the same without a list.
pub fn recognise(text: &str, options: Options) -> Recognised {
    let mut all = Recognised::default();
    scan(text, options, |found| match found {
        Found::Quantity(quantity) => all.quantities.push(quantity),
        Found::Rejected(rejected) => all.rejected.push(rejected),
    });
    all
}

/// The quantities of a raw text, which is normalised first; spans are into `source`.
///
/// ```
/// use gongkai_text::quantity::{recognise_source, Flags, Options};
/// let source = "全年公开信息 ２３９\n\n— 3 —\n\n条。";
/// let found = recognise_source(source, Options::default());
/// let one = &found.quantities[0];
/// assert_eq!((one.value.to_string().as_str(), one.span.text(source)), ("239", "２３９\n\n— 3 —\n\n条"));
/// assert!(one.flags.contains(Flags::SPANS_LINE_BREAK));
/// ```
pub fn recognise_source(source: &str, options: Options) -> Recognised {
    let clean = normalise(source, options.context);
    let mut all = recognise(clean.text(), options);
    for quantity in &mut all.quantities {
        quantity.to_source(&clean);
    }
    for rejected in &mut all.rejected {
        rejected.span = clean.to_source(rejected.span);
        rejected.figure = clean.to_source(rejected.figure);
    }
    let pages = clean.edits().iter().filter(|edit| edit.kind == EditKind::PageNumber);
    all.rejected.extend(pages.map(|edit| Rejected::page(edit.source)));
    all.rejected.sort_by_key(|rejected| rejected.span);
    all
}
