//! What a sentence says of a figure whose digits ran together with its neighbour's.
//!
//! `主动公开文件数条294981916` is 2949 and 81916, or 294 and 981916: the relations of a form hold for both. Where the report
//! says 主动公开政府信息2949条 in a sentence, one division is left.

use crate::Decision;
use gongkai_model::{
    Body, Choice, ChoiceKind, Fact, Mention, MentionKind, Period, Presence, Reading, Report,
};

/// The choices with only those alternatives that a sentence bears out; `None` where no sentence tells.
///
/// Asked are only cells that lack nothing but a separator, and only while `decisions` leave them open: what the
/// relations of the form decide needs no witness.
pub(super) fn narrowed(
    report: &Report,
    choices: &[Choice],
    decisions: &[Option<Decision>],
) -> Option<Vec<Choice>> {
    let mut heard = false;
    let narrow = |(choice, decision): (&Choice, &Option<Decision>)| {
        let kept = decision.as_ref().map(|it| it.kept.as_slice()).unwrap_or_default();
        match borne_out(report, choice, kept) {
            Some(at) => {
                heard = true;
                Choice { alternatives: vec![choice.alternatives[at].clone()], ..choice.clone() }
            }
            None => choice.clone(),
        }
    };
    let narrowed = choices.iter().zip(decisions).map(narrow).collect();
    heard.then_some(narrowed)
}

/// The one of the `kept` alternatives of which sentences bear out more cells than of any other.
fn borne_out(report: &Report, choice: &Choice, kept: &[usize]) -> Option<usize> {
    if choice.kind != ChoiceKind::Separation || kept.len() < 2 {
        return None;
    }
    let is_said = |(reading, at): &(&Reading, &usize)| {
        let fact = report.facts.get(**at);
        let said = fact.and_then(|fact| Some((fact, reading.value?)));
        reading.presence == Presence::Number
            && said.is_some_and(|(fact, value)| {
                report.mentions.iter().any(|it| it.value == value && speaks_of(it, fact, report.year))
            })
    };
    let said = |at: usize| {
        let way = choice.alternatives.get(at);
        way.map_or(0, |way| way.readings.iter().zip(&choice.facts).filter(is_said).count())
    };
    let counts: Vec<(usize, usize)> = kept.iter().map(|&at| (said(at), at)).collect();
    let (most, best) = counts.iter().copied().max()?;
    (most > 0 && counts.iter().filter(|it| it.0 == most).count() == 1).then_some(best)
}

/// Whether a sentence gives the figure of the very cell: the same indicator, the report's year, the whole body, and
/// no rounding.
pub(super) fn speaks_of(mention: &Mention, fact: &Fact, year: Option<u16>) -> bool {
    let is_year = match mention.period {
        Period::Unstated => true,
        Period::Year(said) => year.is_none_or(|year| year == said),
        _ => false,
    };
    fact.measure.is_year()
        && mention.kind == MentionKind::Count
        && mention.approx.is_none()
        && mention.direction.is_none()
        && mention.indicator.as_deref() == Some(fact.indicator.id())
        && matches!(mention.body, Body::Unstated | Body::Own | Body::Area)
        && is_year
}
