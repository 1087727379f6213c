//! Reports without tables: facts from the sentences alone.

use gongkai_model::{
    Body, BoundBy, CellLabel, Decimal, Fact, Indicator, Mention, Message, Period, Presence, Report, Status,
    Unit, catalog,
};

/// What a form makes of a report's sentences.
#[derive(Clone, Debug)]
pub struct Prose {
    /// How much of what the form asks for the sentences tell, in percent: the score of the claim.
    pub percent: u8,
    /// What they tell, in words.
    pub evidence: Message,
    /// What the sentences tell, in the catalogue's order; empty where a sentence is no source of facts.
    pub facts: Vec<Fact>,
}

/// The figures of `report` that say without doubt what was counted, in the catalogue's order: one entry per
/// indicator, with every mention of it.
///
/// Figures of other years, other bodies and parts of the year are left out.
pub fn indicators_told(report: &Report) -> Vec<(Indicator, Vec<&Mention>)> {
    indicators_told_as(report, |mention| mention.indicator.as_deref())
}

/// As [`indicators_told`], where the form has ids of its own choice for what is counted: `name` gives a figure's.
pub fn indicators_told_as<'r>(
    report: &'r Report,
    name: impl Fn(&'r Mention) -> Option<&'r str>,
) -> Vec<(Indicator, Vec<&'r Mention>)> {
    let told = |indicator: Indicator| {
        let of = |mention: &&'r Mention| {
            name(mention) == Some(indicator.id())
                && mention.kind.is_amount()
                && matches!(mention.body, Body::Unstated | Body::Own | Body::Area)
                && is_of_year(mention.period, report.year)
        };
        let mentions: Vec<&'r Mention> = report.mentions.iter().filter(of).collect();
        (!mentions.is_empty()).then_some((indicator, mentions))
    };
    catalog::all().iter().copied().filter_map(told).collect()
}

fn is_of_year(period: Period, year: Option<u16>) -> bool {
    match period {
        Period::Unstated => true,
        Period::Year(stated) => year.is_none_or(|year| year == stated),
        _ => false,
    }
}

/// The fact that `mentions` tell of `indicator`: ambiguous where they disagree or are only about so much.
pub fn fact_told(indicator: Indicator, mentions: &[&Mention]) -> Fact {
    let blank = Fact::not_found_at(indicator, CellLabel::of(indicator));
    let Some(first) = mentions.first() else { return blank };
    // 1.2万元 is what a cell would print, and no 12000元.
    let in_ten_thousands = first.unit == Some(Unit::YUAN)
        && first.quantity.as_ref().is_some_and(|quantity| quantity.scale == Decimal::whole(10_000));
    let printed = |value: Decimal| if in_ten_thousands { ten_thousandth(value) } else { value };
    let unit = if in_ten_thousands { Some(Unit::TEN_THOUSAND_YUAN) } else { first.unit };
    let agree = mentions.iter().all(|mention| mention.value == first.value);
    let exact = mentions.iter().all(|mention| mention.approx.is_none());
    let mut candidates: Vec<String> = Vec::new();
    if !agree || !exact {
        for mention in mentions {
            let value = printed(mention.value).to_string();
            if !candidates.contains(&value) {
                candidates.push(value);
            }
        }
    }
    Fact {
        presence: Presence::Number,
        value: Some(printed(first.value)),
        unit: unit.or(indicator.unit()),
        raw: first.text.clone(),
        bound_by: BoundBy::Sentence,
        status: if agree && exact { Status::Read } else { Status::Ambiguous },
        candidates,
        span: Some(first.span),
        ..blank
    }
}

/// `value` divided by 10000, without zeros at its end.
fn ten_thousandth(value: Decimal) -> Decimal {
    let (mut mantissa, mut scale) = (value.mantissa(), value.scale() + 4);
    while scale > 0 && mantissa % 10 == 0 {
        (mantissa, scale) = (mantissa / 10, scale - 1);
    }
    Decimal::new(mantissa, scale).unwrap_or(value)
}
