//! From mentions and cells to printed figures.

use crate::figure::{Approximation, Figure, Number, UnitClass};
use gongkai_model::{Fact, Mention, MentionKind, Presence, Status};
use gongkai_text::Decimal;
use gongkai_text::quantity::Qualifier;

/// A cent: the smallest part of an amount.
const CENT: Number = Number::HUNDREDTH;

/// The figure of a mention; nothing where it is no count, amount or rate, or does not fit exact arithmetic.
pub(super) fn of_mention(mention: &Mention) -> Option<Figure> {
    let class = match mention.kind {
        MentionKind::Count | MentionKind::Change if mention.unit.is_none_or(|unit| unit.yuan().is_none()) => {
            UnitClass::Counted
        }
        MentionKind::Count | MentionKind::Change | MentionKind::Money => UnitClass::Amount { smallest: CENT },
        MentionKind::Share | MentionKind::Growth | MentionKind::Points | MentionKind::Multiple => {
            UnitClass::Rate
        }
        _ => return None,
    };
    let value = number(mention.value)?;
    // Zero said in words is as exact as a printed one.
    let Some(quantity) = &mention.quantity else {
        return Some(match class {
            UnitClass::Counted => Figure::new(value, Number::ONE, Number::ONE, class),
            _ => Figure::exact(value),
        });
    };
    let figure = Figure::new(value, number(mention.ulp)?, number(quantity.scale)?, class);
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
