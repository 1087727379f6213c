//! How a figure came to be read.

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
