//! Units and classifiers as printed.

use crate::traditional::simplified;
use std::fmt;

/// So many bytes has the longest unit of the statutory forms.
const LONGEST: usize = 6;

/// A unit as printed: a classifier such as 件, or an amount of money.
///
/// ```
/// use gongkai_text::Unit;
/// assert_eq!(Unit::parse("万元"), Some(Unit::TEN_THOUSAND_YUAN));
/// assert_eq!(Unit::TEN_THOUSAND_YUAN.yuan(), Some(10_000));
/// assert_eq!(Unit::parse("章"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unit(&'static str);

impl Unit {
    /// 件: cases, documents.
    pub const CASE: Self = Self("件");
    /// 条: items of information.
    pub const ITEM: Self = Self("条");
    /// 次: occasions.
    pub const TIME: Self = Self("次");
    /// 篇: articles.
    pub const ARTICLE: Self = Self("篇");
    /// 项: entries of a list.
    pub const ENTRY: Self = Self("项");
    /// 个: pieces, offices, projects.
    pub const PIECE: Self = Self("个");
    /// 人: persons.
    pub const PERSON: Self = Self("人");
    /// 人次: attendances.
    pub const ATTENDANCE: Self = Self("人次");
    /// 元: yuan.
    pub const YUAN: Self = Self("元");
    /// 万元: ten thousand yuan.
    pub const TEN_THOUSAND_YUAN: Self = Self("万元");
    /// 亿元: a hundred million yuan.
    pub const HUNDRED_MILLION_YUAN: Self = Self("亿元");

    /// Every unit the statutory forms print.
    pub const ALL: [Self; 11] = [
        Self::CASE,
        Self::ITEM,
        Self::TIME,
        Self::ARTICLE,
        Self::ENTRY,
        Self::PIECE,
        Self::PERSON,
        Self::ATTENDANCE,
        Self::YUAN,
        Self::TEN_THOUSAND_YUAN,
        Self::HUNDRED_MILLION_YUAN,
    ];

    /// The unit printed as `text`, exactly, in simplified or traditional characters.
    pub fn parse(text: &str) -> Option<Self> {
        let is_short = text.len() <= LONGEST && !text.is_ascii();
        let is_traditional = |unit: &Self| is_short && unit.0.chars().eq(text.chars().map(simplified));
        Self::ALL
            .into_iter()
            .find(|unit| unit.0 == text)
            .or_else(|| Self::ALL.into_iter().find(is_traditional))
    }

    /// The unit that figures in a text are counted in when `text` stands behind them: some 200 classifiers, money,
    /// times and measures. 个工作日 gives 工作日; scale words are no part of a unit.
    ///
    /// ```
    /// use gongkai_text::Unit;
    /// assert_eq!(Unit::classifier("个工作日").map(Unit::label), Some("工作日"));
    /// assert_eq!(Unit::classifier("万元"), None);
    /// ```
    pub fn classifier(text: &str) -> Option<Self> {
        let (found, end) = crate::classifiers::at(text, 0)?;
        (end == text.len()).then_some(Self(found.name))
    }

    /// The unit that `classifier` counts as.
    pub(crate) const fn of(classifier: &'static crate::classifiers::Classifier) -> Self {
        Self(classifier.name)
    }

    /// %: per cent.
    pub const PERCENT: Self = Self("%");
    /// 个百分点: percentage points.
    pub const POINT: Self = Self("个百分点");
    /// 月: months.
    pub const MONTH: Self = Self("月");
    /// 倍: times.
    pub const FOLD: Self = Self("倍");

    /// As printed.
    pub const fn label(self) -> &'static str {
        self.0
    }

    /// How many yuan one unit of money is; `None` when it is no money.
    pub fn yuan(self) -> Option<i64> {
        match self {
            Self::YUAN => Some(1),
            Self::TEN_THOUSAND_YUAN => Some(10_000),
            Self::HUNDRED_MILLION_YUAN => Some(100_000_000),
            _ => None,
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Unit {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0)
    }
}
