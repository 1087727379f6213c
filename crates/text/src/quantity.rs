//! Quantities as printed: a figure, its unit, and the words that say how exact it is.

use crate::{Decimal, Span, Unit};

/// What kind of figure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum QuantityKind {
    /// Things counted: 114件, 70.67万条.
    Count,
    /// Money, its value in yuan: 2602.76万元.
    Money,
    /// A share or rate in percent: 95.9%, 八成, 四分之一 as 25.
    Percent,
    /// A difference of two percentages: 3.2个百分点.
    Points,
    /// A multiple: 2倍, 翻一番 as 2.
    Multiple,
    /// A fraction or ratio as printed: 3:1, 五分之二.
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

/// Up or down, as the words before a growth or a change say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// 增长, 上升, 增加.
    Up,
    /// 下降, 减少, 降低.
    Down,
}

/// One figure in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The figure with its unit and qualifiers: 13230余条.
    pub span: Span,
    /// The figure alone, scale word included: 70.67万.
    pub figure: Span,
    /// What kind it is.
    pub kind: QuantityKind,
    /// Its value in base units: 万 and 亿 multiplied out, money in yuan, percent as the number before %.
    /// Of a range, its lower end.
    pub value: Decimal,
    /// One unit of the last written place, in base units: 100 for 70.67万.
    pub ulp: Decimal,
    /// The scale word's weight: 1, 10⁴ for 万, 10⁸ for 亿.
    pub scale: Decimal,
    /// Its unit, where one is printed.
    pub unit: Option<Unit>,
    /// How exact it is, where a word says so.
    pub qualifier: Option<Qualifier>,
    /// Both ends of a range, in base units.
    pub range: Option<(Decimal, Decimal)>,
    /// Up or down.
    pub direction: Option<Direction>,
}
