//! Figures in sentences, and what the sentences say about how they relate.

use crate::Place;
use gongkai_text::quantity::{Direction, Quantity};
use gongkai_text::{Decimal, Unit};

/// What a figure in a sentence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum MentionKind {
    /// Things counted; also a count of zero that is said in words (未收到, 没有).
    Count,
    /// Money, in yuan.
    Money,
    /// A part of a whole in percent: 占, 办结率, 满意率.
    Share,
    /// A growth rate in percent against another period: 同比增长208.1%.
    Growth,
    /// A growth by a count: 比上年增加23件.
    Change,
    /// A difference of percentages: 提高3.2个百分点.
    Points,
    /// A multiple of something: 是上年的2.3倍.
    Multiple,
    /// A length of time.
    Duration,
    /// Anything else that is measured.
    Measure,
}

impl MentionKind {
    /// Whether it is so many things or so much money: what has parts, and may stand in a table.
    pub const fn is_amount(self) -> bool {
        matches!(self, Self::Count | Self::Money)
    }
}

/// Whose figure a sentence gives, so that a part is never compared with the whole (the scope guard of
/// `spec/reconcile.md` 3.2).
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Body {
    /// The sentence does not say; the reporting body's own statement, as the tables.
    #[default]
    Unstated,
    /// The reporting body alone: 我局, 本机关, 县政府办公室.
    Own,
    /// Its departments: 各部门, 县直部门.
    Departments,
    /// The whole area with lower levels: 全县, 全区各级行政机关.
    Area,
    /// The lower levels alone: 各乡镇, 市、县（区）.
    Lower,
    /// One named body or account that is not the reporting one.
    Named(String),
}

/// The time a figure is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Period {
    /// The sentence does not say: the report year.
    #[default]
    Unstated,
    /// A calendar year that is printed, or 本年/今年 with the report's year.
    Year(u16),
    /// 上年, 去年, or the year before the one the sentence speaks of.
    Previous,
    /// Up to a day: 截至年底, 累计 since the regulation came into force.
    Cumulative,
    /// A part of a year: 上半年, 3月, 第一季度.
    PartOfYear,
}

/// A figure in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Mention {
    /// The words the figure was read from, what was counted included, as the source has them.
    pub text: String,
    /// What it is.
    pub kind: MentionKind,
    /// The figure in base units.
    pub value: Decimal,
    /// Its unit as printed, without a scale word.
    pub unit: Option<Unit>,
    /// One unit of the last written place, in base units.
    pub ulp: Decimal,
    /// 余, 近, 约 and the like, as printed.
    pub approx: Option<String>,
    /// Up or down.
    #[cfg_attr(feature = "serde", serde(serialize_with = "direction"))]
    pub direction: Option<Direction>,
    /// Id of the indicator that was counted, when the words leave no doubt.
    pub indicator: Option<String>,
    /// Where the words stand.
    pub span: Place,
    /// Beginning of the ids whose totals together were counted, where no indicator of the tables stands for the sum:
    /// `applications.outcome.denied` for 不予公开, `applications.received.organizations` for the five kinds of legal
    /// entities.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub group: Option<&'static str>,
    /// The figure as recognised, with qualifier, range and scale; `None` where zero is said in words.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub quantity: Option<Quantity>,
    /// The noun phrase that says what was counted; empty where none was found.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub subject: String,
    /// Whose figure it is.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub body: Body,
    /// The time it is about.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub period: Period,
    /// Number of the chapter it stands in.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub section: Option<u32>,
    /// The sentence it stands in.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub sentence: Place,
}

#[cfg(feature = "serde")]
#[allow(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "the signature that serde asks for")]
fn direction<S: serde::Serializer>(direction: &Option<Direction>, serializer: S) -> Result<S::Ok, S::Error> {
    match direction {
        None => serializer.serialize_none(),
        Some(Direction::Up) => serializer.serialize_str("up"),
        Some(Direction::Down) => serializer.serialize_str("down"),
    }
}

/// A relation between figures that a sentence or paragraph states or plainly means. Numbers are positions in
/// [`Report::mentions`](crate::Report::mentions).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The relation.
    pub kind: StatementKind,
    /// The words that state it.
    pub span: Place,
}

/// What a [`Statement`] says. Where the words leave open which figures are meant, every admissible one is listed,
/// likeliest first; the statement holds if one choice holds.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum StatementKind {
    /// The parts make up the whole (`closed`), or are among it and none may exceed it (open list: 等, 包括, 主要).
    Parts {
        /// Figures that may be the whole.
        wholes: Vec<usize>,
        /// The parts, in order.
        parts: Vec<usize>,
        /// Whether the parts must add up to the whole.
        closed: bool,
        /// Whether one thing may be counted in several parts, as the same item in several media: the parts may then
        /// exceed the whole together, though none alone.
        overlapping: bool,
    },
    /// One figure is so many percent of another: 占, 办结率.
    Share {
        /// The percentage.
        share: usize,
        /// Figures that may be the numerator; empty where it is not stated.
        parts: Vec<usize>,
        /// Figures that may be the denominator; empty where it is not stated.
        wholes: Vec<usize>,
        /// Whether the words tie the share to these figures; else they only stand near, and a share that follows
        /// from none of them is undetermined.
        firm: bool,
    },
    /// Shares of one whole that leave nothing out and so add up to 100 %.
    Shares {
        /// The percentages.
        shares: Vec<usize>,
    },
    /// Every application was answered or closed: 均已办结, 全部按时答复.
    AllClosed,
    /// A figure grew or fell against an earlier one, by a rate, a count or a multiple.
    Growth {
        /// The rate, change or multiple.
        growth: usize,
        /// The figure of this period.
        current: Option<usize>,
        /// The figure of the earlier period, where it is stated.
        base: Option<usize>,
    },
    /// One figure is another, spread evenly: 培训12期、960人次，平均每期80人次; 全年1641件，月均137件.
    Average {
        /// The average.
        average: usize,
        /// What it is the average of.
        total: usize,
        /// What it is spread over.
        over: Over,
    },
}

/// What an average is taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// So many things, by another mention: 12期.
    Count(usize),
    /// The months of the year.
    Months,
    /// The days of the year, or its working days.
    Days,
}
