//! What a figure is of, and what the words around it say of it.

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
    /// A fraction as printed: 五分之二 has the value 2 and the [denominator](super::Quantity::denominator) 5.
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
    /// 几十, 数百, 上千, 十几: a decade, given by [`Quantity::range`](super::Quantity::range).
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
