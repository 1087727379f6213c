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
mod given;
mod judge;
mod labels;
mod latin;
mod lexicon;
mod marks;
pub(crate) mod money;
mod quoted;
mod range;
mod reject;
mod scan;
mod torn;
mod unitless;
mod words;

use crate::normalise::{Context, EditKind, Normalised, normalise};
use crate::{Decimal, Span, Unit};
pub use reject::{Reason, Rejected};
pub use scan::{Found, scan};

/// What kind of figure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum QuantityKind {
    /// Things counted: 114件, 70.67万条.
    Count,
    /// Money, its value in yuan where it is in yuan: 2602.76万元.
    Money,
    /// A share or rate, in percent (in per mille where ‰ is printed): 95.9%, 百分之十二, 八成 as 80.
    Percent,
    /// A difference of two percentages: 3.2个百分点.
    Points,
    /// A multiple: 2倍, 翻一番 as 2.
    Multiple,
    /// A fraction as printed: 五分之二 has the value 2 and the [denominator](Quantity::denominator) 5.
    Fraction,
    /// A length of time: 20个工作日.
    Duration,
    /// A physical measure: 120平方米.
    Measure,
}

/// A word that says how exact a figure is, and on which side it errs (`spec/reconcile.md` 3.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Qualifier {
    /// 余, 多, 来 before the scale word or without one: 170余万, 13230余. The value or more.
    Over,
    /// 余, 多 after the scale word: 34万余.
    OverAfterScale,
    /// 近, 将近, 接近: the value or less.
    Near,
    /// 不足, 不到, 少于: below the value.
    Below,
    /// 约, 大约, 左右, 上下: either side.
    About,
    /// 超, 超过, 多于: above the value.
    Above,
    /// 以上, 逾, 突破, 达…以上, 至少: the value or above.
    AtLeast,
    /// 以下, 至多, 不超过: the value or below.
    AtMost,
    /// 几十, 数百, 上千, 十几: a decade, given by [`Quantity::range`].
    Decade,
}

/// On which side of the value the truth lies, in the words' legal sense (Civil Code, art. 1259).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bound {
    /// 以上, 不低于, 至少: the value is included.
    AtLeast,
    /// 超过, 逾, 突破: it is not.
    Above,
    /// 以下, 以内, 不超过: it is included.
    AtMost,
    /// 不足, 不到, 低于: it is not.
    Below,
}

/// Up or down, as the words before a growth or a change say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// 增长, 上升, 增加.
    Up,
    /// 下降, 减少, 降低.
    Down,
}

/// What a reader should know about how a figure came to be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Flags(u16);

impl Flags {
    /// A line end or a page number stood inside it.
    pub const SPANS_LINE_BREAK: Self = Self(1);
    /// A letter was read as a digit: 1O件.
    pub const OCR_DIGIT: Self = Self(1 << 1);
    /// `·` or 。 was read as the decimal point: 99·5%.
    pub const OCR_DOT: Self = Self(1 << 2);
    /// Its thousands are set apart by spaces: 2 748 456.
    pub const SPACE_GROUPED: Self = Self(1 << 3);
    /// Its thousands are set apart by wide commas, which end clauses too: 1，234.
    pub const COMMA_GROUPED: Self = Self(1 << 4);
    /// The last weight is left out: 两千三.
    pub const ELIDED_UNIT: Self = Self(1 << 5);
    /// A dash was read as a minus: 增长—3.2%.
    pub const DASH_AS_MINUS: Self = Self(1 << 6);
    /// `-0`.
    pub const NEGATIVE_ZERO: Self = Self(1 << 7);
    /// Its characters were set apart by spaces: 三 十 二.
    pub const LETTER_SPACED: Self = Self(1 << 8);
    /// No unit is printed.
    pub const NO_UNIT: Self = Self(1 << 9);
    /// Said in words that are no figure: 翻一番.
    pub const IDIOMATIC: Self = Self(1 << 10);
    /// Two digits in a row mean about so many: 两三件.
    pub const CONSECUTIVE: Self = Self(1 << 11);
    /// A list mark was cut from it: `1.12件` at the start of a line.
    pub const LIST_MARK: Self = Self(1 << 12);
    /// A line ended between its digits: 11 at the end of one, 4件 at the beginning of the next.
    pub const JOINED_LINES: Self = Self(1 << 13);

    const NAMES: [(Self, &'static str); 14] = [
        (Self::SPANS_LINE_BREAK, "spans-line-break"),
        (Self::OCR_DIGIT, "ocr-digit"),
        (Self::OCR_DOT, "ocr-dot"),
        (Self::SPACE_GROUPED, "space-grouped"),
        (Self::COMMA_GROUPED, "comma-grouped"),
        (Self::ELIDED_UNIT, "elided-unit"),
        (Self::DASH_AS_MINUS, "dash-as-minus"),
        (Self::NEGATIVE_ZERO, "negative-zero"),
        (Self::LETTER_SPACED, "letter-spaced"),
        (Self::NO_UNIT, "no-unit"),
        (Self::IDIOMATIC, "idiomatic"),
        (Self::CONSECUTIVE, "consecutive"),
        (Self::LIST_MARK, "list-mark"),
        (Self::JOINED_LINES, "joined-lines"),
    ];

    /// Whether all of `other` are set.
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether none is set.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Their ids in kebab-case.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        Self::NAMES.into_iter().filter(move |(flag, _)| self.contains(*flag)).map(|(_, name)| name)
    }

    /// Whether the reading is a guess that a cautious reader looks up: a letter for a digit, thousands by wide
    /// commas or across lines, an odd decimal point.
    pub const fn is_doubtful(self) -> bool {
        let guesses = Self::OCR_DIGIT.0
            | Self::OCR_DOT.0
            | Self::SPACE_GROUPED.0
            | Self::COMMA_GROUPED.0
            | Self::DASH_AS_MINUS.0
            | Self::LIST_MARK.0
            | Self::JOINED_LINES.0;
        self.0 & guesses != 0
    }

    pub(crate) fn set(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// One figure in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The figure with its unit and qualifiers: 13230余条.
    pub span: Span,
    /// The figure alone, sign and scale word included: 70.67万.
    pub figure: Span,
    /// What kind it is.
    pub kind: QuantityKind,
    /// Its value in base units: 万 and 亿 multiplied out, money in yuan, percent as the number before %.
    /// Of a range, its lower end; of a fraction, its numerator.
    pub value: Decimal,
    /// One unit of the last written place, in base units: 100 for 70.67万.
    pub ulp: Decimal,
    /// The scale word's weight: 1, 10⁴ for 万, 10⁸ for 亿.
    pub scale: Decimal,
    /// What divides the value, where a fraction is printed: 3 in 三分之一.
    pub denominator: Option<Decimal>,
    /// Its unit, where one is printed.
    pub unit: Option<Unit>,
    /// How exact it is, where a word says so.
    pub qualifier: Option<Qualifier>,
    /// That word: 余, 近, 约.
    pub word: Option<&'static str>,
    /// On which side the truth lies, where a word says so.
    pub bound: Option<Bound>,
    /// Both ends of a range, in base units, closed.
    pub range: Option<(Decimal, Decimal)>,
    /// Up or down.
    pub direction: Option<Direction>,
    /// The time it is stated for: 月 in 每月1次.
    pub per: Option<Unit>,
    /// How it came to be read.
    pub flags: Flags,
}

/// For what texts the grammar is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Style {
    /// Official prose: a single Chinese digit counts only before a unit and outside set phrases; slogans, names and
    /// figures without a unit in the middle of a clause are no quantities.
    #[default]
    Official,
    /// Any text: every numeral counts.
    General,
}

/// How a text is to be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// For what texts the grammar is meant.
    pub style: Style,
    /// Where the text stood: in cells and rows, spaces and line ends separate figures.
    pub context: Context,
}

impl Options {
    /// Official prose.
    pub const OFFICIAL: Self = Self { style: Style::Official, context: Context::Narrative };
    /// Any prose.
    pub const GENERAL: Self = Self { style: Style::General, context: Context::Narrative };

    /// The same, for a text that stood in `context`.
    #[must_use]
    pub const fn within(self, context: Context) -> Self {
        Self { context, ..self }
    }
}

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

impl Quantity {
    /// Moves the spans from the normalised text to its source, and flags what normalisation took out of the figure.
    pub fn to_source(&mut self, clean: &Normalised) {
        let edits = clean.edits();
        let from = edits.partition_point(|edit| edit.target.end <= self.span.start);
        let inside = edits[from..].iter().take_while(|edit| edit.target.start < self.span.end);
        let text = clean.text().as_bytes();
        for edit in inside.filter(|edit| edit.target.start > self.span.start) {
            match edit.kind {
                EditKind::SoftBreak | EditKind::Bullet | EditKind::PageNumber => {
                    self.flags.set(Flags::SPANS_LINE_BREAK);
                }
                EditKind::Spacing
                    if self.figure.start < edit.target.start && edit.target.end < self.figure.end =>
                {
                    let at = edit.target.start as usize;
                    if at > 0 && text[at - 1] >= 0x80 && text.get(at).is_some_and(|byte| *byte >= 0x80) {
                        self.flags.set(Flags::LETTER_SPACED);
                    }
                }
                _ => {}
            }
        }
        self.span = clean.to_source(self.span);
        self.figure = clean.to_source(self.figure);
    }
}
