//! What looks like a quantity and is none.

use crate::{Decimal, Span};

/// Why a figure is no quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// 2023年, or a range of years.
    Year,
    /// 3月5日, 第一季度, 2023-12-31, or a range of dates.
    Date,
    /// 8:30, 9时.
    Time,
    /// 〔2021〕30号, 第649号.
    DocumentNumber,
    /// 0951-8021996, 12345.
    Phone,
    /// 750100 after 邮编.
    Postcode,
    /// An index number, a credit code, a model.
    Code,
    /// 第三十六条第（一）项.
    Clause,
    /// 第十二次, 前三名.
    Ordinal,
    /// 十二届, 一次会议, 十九大.
    Session,
    /// 2.0版本, V3.5.
    Version,
    /// An address of the web, or of mail.
    Url,
    /// ①, （一）, `1.` at the beginning of a line.
    ListIndex,
    /// Between “” or 《》: a name, not a count.
    QuotedName,
    /// 五个为, 三个代表.
    Slogan,
    /// 一次性, 十分, 百姓.
    Idiom,
    /// 109国道.
    Road,
    /// 3楼, 201室.
    Address,
    /// 图3, 附件1.
    Caption,
    /// `— 8 —`.
    PageNumber,
    /// A figure that fills a cell or a line that has no label.
    Cell,
    /// 24小时自助大厅.
    Attribute,
    /// 1+1, 3×5, 1:500.
    Formula,
    /// 一个, 一种: the indefinite article.
    Indefinite,
    /// A figure in the middle of a clause, without a unit.
    NoUnit,
    /// No numeral: a string of Chinese digits, too many digits.
    Malformed,
}

impl Reason {
    /// Stable id in kebab-case.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Date => "date",
            Self::Time => "time",
            Self::DocumentNumber => "document-number",
            Self::Phone => "phone",
            Self::Postcode => "postcode",
            Self::Code => "code",
            Self::Clause => "clause",
            Self::Ordinal => "ordinal",
            Self::Session => "session",
            Self::Version => "version",
            Self::Url => "url",
            Self::ListIndex => "list-index",
            Self::QuotedName => "quoted-name",
            Self::Slogan => "slogan",
            Self::Idiom => "idiom",
            Self::Road => "road",
            Self::Address => "address",
            Self::Caption => "caption",
            Self::PageNumber => "page-number",
            Self::Cell => "cell",
            Self::Attribute => "attribute",
            Self::Formula => "formula",
            Self::Indefinite => "indefinite",
            Self::NoUnit => "no-unit",
            Self::Malformed => "malformed",
        }
    }
}

/// A figure that is no quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// The figure with the words that decide.
    pub span: Span,
    /// The figure alone.
    pub figure: Span,
    /// Its value, where it has one: the year, the ordinal.
    pub value: Option<Decimal>,
    /// Why it is no quantity.
    pub reason: Reason,
}

impl Rejected {
    pub(super) fn page(span: Span) -> Self {
        Self { span, figure: span, value: None, reason: Reason::PageNumber }
    }
}

/// Why a figure is none, and how far the words go that decide; no reason where nothing is worth a word.
pub(super) struct No {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) reason: Option<Reason>,
}
