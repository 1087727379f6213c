//! Facts that are given twice.

use gongkai_model::{Diagnostic, Fact, Message, Severity, Status, ValueKind};
use gongkai_text::{Decimal, Unit};

/// What to say of a fact that stands twice, in the terms of XBRL: a complete duplicate says the same, a consistent
/// one the same more roughly, an inconsistent one something else. Of the last both readings are kept.
pub(super) fn repeated(first: &mut Fact, second: Fact) -> Diagnostic {
    let (zh, en) = (first.label.to_string(), first.indicator.id());
    let span = second.span.or(first.span);
    let same = first.presence == second.presence && first.value == second.value && first.unit == second.unit;
    if same {
        return Diagnostic {
            code: "fact-repeated".into(),
            severity: Severity::Note,
            message: Message::new(
                format!("“{zh}”给出了不止一次，内容相同（完全重复），取其一"),
                format!("{en} is given more than once and says the same (complete duplicate); one is kept"),
            ),
            span,
        };
    }
    let (shown, other) = (figure(first), figure(&second));
    if let Some(finer) = agreeing(first, &second) {
        if finer {
            *first = second;
        }
        let kept = figure(first);
        return Diagnostic {
            code: "fact-repeated".into(),
            severity: Severity::Note,
            message: Message::new(
                format!("“{zh}”给出了不止一次，{shown}与{other}在末位之内一致（一致重复），取较精确的{kept}"),
                format!(
                    "{en} is given more than once, {shown} and {other} agree within the last place (consistent duplicate); {kept} is kept"
                ),
            ),
            span,
        };
    }
    for reading in [candidate(first), candidate(&second)] {
        if !first.candidates.contains(&reading) {
            first.candidates.push(reading);
        }
    }
    first.candidates.sort();
    first.status = Status::Ambiguous;
    Diagnostic {
        code: "fact-contradicted".into(),
        severity: Severity::Warning,
        message: Message::new(
            format!(
                "“{zh}”给出了不止一次，{shown}与{other}不一致（矛盾重复），两种读法都保留；请只留正确的一项"
            ),
            format!(
                "{en} is given more than once, as {shown} and as {other} (inconsistent duplicate); both are kept, leave only the right one"
            ),
        ),
        span,
    }
}

/// Whether the second of two printings of one amount is the finer one, when the coarser one rounds it.
fn agreeing(first: &Fact, second: &Fact) -> Option<bool> {
    if first.indicator.kind() != ValueKind::Amount {
        return None;
    }
    let (left, right) = (in_base(first)?, in_base(second)?);
    let (gap, coarse) =
        (if left.0 < right.0 { right.0 - left.0 } else { left.0 - right.0 }, left.1.max(right.1));
    (gap + gap <= coarse).then_some(right.1 < left.1)
}

/// An amount in yuan where it is money, with one unit of its last printed place.
fn in_base(fact: &Fact) -> Option<(Decimal, Decimal)> {
    let value = fact.value?;
    let weight = i128::from(fact.unit.and_then(Unit::yuan).unwrap_or(1));
    let ulp = Decimal::new(weight, value.scale())?;
    Some((Decimal::new(value.mantissa().checked_mul(weight)?, value.scale())?, ulp))
}

fn figure(fact: &Fact) -> String {
    match fact.value {
        Some(value) => format!("{value}{}", fact.unit.map(Unit::label).unwrap_or_default()),
        None => format!("“{}”", fact.raw.trim()),
    }
}

fn candidate(fact: &Fact) -> String {
    fact.value.map(|value| value.to_string()).unwrap_or_default()
}
