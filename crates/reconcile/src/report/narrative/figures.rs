//! From mentions and cells to printed figures.

use crate::figure::{Approximation, Figure, Number, UnitClass};
use gongkai_model::{Fact, Mention, MentionKind, Presence, Status};
use gongkai_text::Decimal;
use gongkai_text::quantity::Qualifier;

/// A cent: the smallest part of an amount.
const CENT: Number = Number::HUNDREDTH;

/// The figure of a mention; nothing where it is no count, amount or rate, or does not fit exact arithmetic.
pub(super) fn of_mention(mention: &Mention) -> Option<Figure> {
    if let Some(bottom) = mention.quantity.as_ref().and_then(|it| it.denominator) {
        return fraction(mention, bottom);
    }
    with_class(mention, class(mention)?)
}

/// The figure of a mention that is an average: rounded like a rate, whatever it counts.
pub(super) fn of_average(mention: &Mention) -> Option<Figure> {
    mention.quantity.as_ref().filter(|it| it.denominator.is_none())?;
    with_class(mention, UnitClass::Rate)
}

/// 三分之一 as percent: said in words, it is as exact as 三成, and the more so the smaller the part.
fn fraction(mention: &Mention, bottom: Decimal) -> Option<Figure> {
    let (top, bottom) = (mention.value.to_i64()?, bottom.to_i64().filter(|it| (2..=100).contains(it))?);
    // Four places of a percent, towards the side that the word leaves open: 近1/3 may be 1/3.
    let from_below = matches!(
        mention.quantity.as_ref().and_then(|it| it.qualifier),
        Some(Qualifier::Near | Qualifier::Below | Qualifier::AtMost)
    );
    let percent = |of: i64, up: bool| {
        let (of, bottom) = (i128::from(of) * 10_000, i128::from(bottom));
        Number::decimal(if up { (of + bottom - 1) / bottom } else { of / bottom }, 4)
    };
    let ulp = percent(30, false)?.min(Number::whole(10));
    let figure = Figure::new(percent(top * 100, from_below)?, ulp, Number::ONE, UnitClass::Rate);
    approximated(figure, mention)
}

/// What a mention measures; nothing for what has no parts and no rates.
fn class(mention: &Mention) -> Option<UnitClass> {
    Some(match mention.kind {
        MentionKind::Count | MentionKind::Change | MentionKind::Duration
            if mention.unit.is_none_or(|unit| unit.yuan().is_none()) =>
        {
            UnitClass::Counted
        }
        MentionKind::Count | MentionKind::Change | MentionKind::Money => UnitClass::Amount { smallest: CENT },
        MentionKind::Share | MentionKind::Growth | MentionKind::Points | MentionKind::Multiple => {
            UnitClass::Rate
        }
        _ => return None,
    })
}

fn with_class(mention: &Mention, class: UnitClass) -> Option<Figure> {
    let value = number(mention.value)?;
    // Zero said in words is as exact as a printed one.
    let Some(quantity) = &mention.quantity else {
        return Some(match class {
            UnitClass::Counted => Figure::new(value, Number::ONE, Number::ONE, class),
            _ => Figure::exact(value),
        });
    };
    approximated(Figure::new(value, number(mention.ulp)?, number(quantity.scale)?, class), mention)
}

/// `figure` with the word that says how exact it is.
fn approximated(figure: Figure, mention: &Mention) -> Option<Figure> {
    let Some(quantity) = &mention.quantity else { return Some(figure) };
    if let Some((_, upper)) = quantity.range {
        let is_decade = quantity.qualifier == Some(Qualifier::Decade);
        return Some(
            figure.approximately(Approximation::Between { upper: number(upper)?, vague: is_decade }),
        );
    }
    Some(match quantity.qualifier {
        None => figure,
        Some(Qualifier::Over) => figure.approximately(Approximation::Over),
        Some(Qualifier::OverAfterScale) => figure.approximately(Approximation::OverAfterScale),
        Some(Qualifier::Near) => figure.approximately(Approximation::Near),
        Some(Qualifier::Below) => figure.approximately(Approximation::Below),
        Some(Qualifier::About) => figure.approximately(Approximation::About),
        Some(Qualifier::Above) => figure.approximately(Approximation::Above),
        Some(Qualifier::AtLeast) => figure.approximately(Approximation::AtLeast),
        Some(Qualifier::AtMost) => figure.approximately(Approximation::AtMost),
        // A decade without its ends, or a word that is not known here: nothing to compare.
        Some(_) => return None,
    })
}

/// The figure of a cell that was read for certain, an amount in yuan.
pub(super) fn of_fact(fact: &Fact) -> Option<Figure> {
    let certain = matches!(fact.status, Status::Confirmed | Status::Read | Status::Repaired);
    let value = fact.value.filter(|_| certain && fact.presence == Presence::Number)?;
    let ulp = Number::decimal(1, value.scale())?;
    let Some(yuan) = fact.unit.and_then(gongkai_text::Unit::yuan) else {
        return Some(Figure::new(number(value)?, ulp, Number::ONE, UnitClass::Counted));
    };
    let amount = UnitClass::Amount { smallest: CENT };
    Some(Figure::new(number(value)?.times(yuan)?, ulp.times(yuan)?, Number::whole(yuan), amount))
}

/// A decimal as an exact number, where it fits.
pub(super) fn number(value: Decimal) -> Option<Number> {
    Number::decimal(value.mantissa(), value.scale())
}

/// An exact number as a decimal.
pub(super) fn decimal(value: Number) -> Decimal {
    let (mantissa, places) = value.parts();
    Decimal::new(mantissa, places).unwrap_or_default()
}
