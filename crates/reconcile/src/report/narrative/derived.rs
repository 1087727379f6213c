//! Operands that a sentence does not state and yet determines.

use super::figures::decimal;
use super::scene::Scene;
use crate::figure::{Derived, Number};
use gongkai_model::{DerivedFact, DerivedFrom, MentionKind};

/// Notes what `of` was, or is part of, as far as the sentence determines it.
pub(super) fn note(scene: &mut Scene<'_>, from: DerivedFrom, of: usize, by: usize, derived: Derived) {
    let mention = scene.mention(of);
    let (low, high) = (derived.values.low(), derived.values.high());
    let Some(low) = low.filter(|_| derived.grade == crate::Grade::Rounded) else { return };
    scene.checked.derived.push(DerivedFact {
        from,
        indicator: mention.indicator.clone(),
        subject: mention.subject.clone(),
        unit: mention.unit,
        low: decimal(low),
        high: high.map(decimal),
        mentions: vec![of, by],
        span: scene.mention(by).span,
    });
}

/// The lattice on which what was counted lies.
pub(super) fn step(scene: &Scene<'_>, at: usize) -> Number {
    match scene.mention(at).kind {
        MentionKind::Money => Number::HUNDREDTH,
        _ => Number::ONE,
    }
}
