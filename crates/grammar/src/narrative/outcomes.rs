//! What became of reviews and suits, behind their number: 行政复议3件，结果维持2件，结果纠正0件，其他结果0件，尚未审结1件.

use super::writer::{Scene, Writer};
use gongkai_model::StatementKind;
use gongkai_text::Decimal;

/// The proceedings that the forms count.
const PROCEEDINGS: [&str; 4] =
    ["review.", "litigation.all.", "litigation.direct.", "litigation.after_review."];

/// What becomes of them: nothing else can.
const OUTCOMES: [&str; 4] = ["upheld", "corrected", "other", "pending"];

impl Writer<'_> {
    /// Outcomes that stand behind their number without a word that makes them its parts; all four make it up.
    pub(super) fn state_outcomes(&mut self, scene: &Scene<'_>) {
        let mut at = 0;
        while at < scene.items.len() {
            let whole = at;
            at += 1;
            let Some(of) = self.cell(scene, whole).and_then(|id| id.strip_suffix("total")) else { continue };
            if !PROCEEDINGS.contains(&of) {
                continue;
            }
            let outcome = |item: usize| {
                let cell = self.cell(scene, item)?.strip_prefix(of)?;
                OUTCOMES.iter().position(|known| *known == cell)
            };
            let alike = |item: &usize| {
                scene.items[*item].depth == scene.items[whole].depth
                    && scene.items[*item].quantity.unit == scene.items[whole].quantity.unit
            };
            let mut told = [false; 4];
            let parts: Vec<usize> = (whole + 1..scene.items.len())
                .take_while(|item| {
                    let fresh = outcome(*item).filter(|outcome| !told[*outcome]).filter(|_| alike(item));
                    fresh.inspect(|outcome| told[*outcome] = true).is_some()
                })
                .collect();
            let listed = scene.lists.iter().any(|list| parts.iter().any(|part| list.members.contains(part)));
            if parts.len() < 2 || listed {
                continue;
            }
            // A case has one outcome: together they cannot be more than the cases, though some may be left unsaid.
            let sum: Decimal = parts.iter().map(|item| scene.items[*item].quantity.value).sum();
            let too_many = sum > scene.items[whole].quantity.value;
            let (wholes, closed) = (vec![scene.mentions[whole]], told == [true; 4] || too_many);
            let mentions = parts.iter().map(|item| scene.mentions[*item]).collect();
            let kind = StatementKind::Parts { wholes, parts: mentions, closed, overlapping: false };
            self.state(scene, kind, whole, whole + parts.len());
        }
    }

    /// The indicator that item `item` was given.
    fn cell(&self, scene: &Scene<'_>, item: usize) -> Option<&str> {
        self.out.mentions[scene.mentions[item]].indicator.as_deref()
    }
}
