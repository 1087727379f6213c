//! Shares that have no figure beside them: of parts that nothing counts, and of the rest.

use super::marks::Lists;
use super::phrase::{bare_end, bare_start};
use super::shares::{self, Share};
use super::writer::{Scene, Writer};
use gongkai_model::{Mention, MentionKind, StatementKind};
use gongkai_text::{Decimal, Span};

impl Writer<'_> {
    /// A part and its share in a sentence of their own, behind one in whose sentence they are of a whole: of that whole too.
    pub(super) fn go_on(
        &mut self,
        scene: &Scene<'_>,
        at: usize,
        share: &Share<'_>,
        kind: &mut StatementKind,
    ) {
        let StatementKind::Share { parts, wholes, firm, .. } = kind else { return };
        let of_total = matches!(share, Share::Of(of) if shares::is_total(of));
        let ([part], true) = (&parts[..], of_total) else { return };
        if *firm {
            self.shared.clone_from(wholes);
            return;
        }
        let of = |whole: &&usize| {
            let (of, it) = (&self.out.mentions[**whole], &self.out.mentions[*part]);
            // Outcomes are of those handled, applicants of those received: of which is not said again.
            let plain = |it: &Mention| it.indicator.is_none() && it.group.is_none();
            let all = plain(of) || of.indicator.as_deref().is_some_and(|id| id.starts_with("proactive."));
            self.known[**whole].unit == self.known[*part].unit && of.value >= it.value && plain(it) && all
        };
        let all: Vec<usize> = self.shared.iter().filter(of).copied().collect();
        if at == 1 && scene.mentions[0] == *part && !all.is_empty() {
            (*wholes, *firm) = (all, true);
        }
    }

    /// Shares and the share of the rest: 网络申请占75%，其余25%为信函申请.
    pub(super) fn state_rest(&mut self, scene: &Scene<'_>) {
        let text = scene.passage.text;
        let left = |item: usize| scene.items[item].left.text(text);
        for at in 1..scene.items.len() {
            let words = bare_start(left(at)).trim_end_matches(['占', '约', '的']).trim_end_matches("占比");
            if scene.kinds[at] != MentionKind::Share
                || scene.items[at].quantity.denominator.is_some()
                || !Lists::RESTS.words().any(|rest| rest == words)
            {
                continue;
            }
            let mut shares = vec![at];
            for item in (0..at).rev() {
                let of_all =
                    matches!(shares::share(bare_start(left(item))), Share::Of(of) if shares::is_total(of));
                if scene.kinds[item] == MentionKind::Share && !of_all {
                    return;
                }
                if scene.kinds[item] == MentionKind::Share && scene.items[item].depth == scene.items[at].depth
                {
                    shares.push(item);
                }
                if scene.items[item].gap.text(text).contains(['；', '：']) {
                    break;
                }
            }
            if shares.len() < 2 {
                return;
            }
            // 自然人占75%，其中本县占60%，其余25%: of what it is the rest the sum tells, where one is near enough.
            let value = |item: &usize| scene.items[*item].quantity.value;
            let off = |count: &usize| {
                let sum: Decimal = shares[..*count].iter().map(value).sum();
                let hundred = Decimal::whole(100);
                if sum > hundred { sum - hundred } else { hundred - sum }
            };
            let nearest = (2..=shares.len()).min_by_key(off);
            let fits = nearest.filter(|count| off(count) < Decimal::whole(2));
            let nested = shares.len() > 2
                && shares[1..shares.len() - 1]
                    .iter()
                    .any(|item| scene.passage.any(scene.items[*item].gap, Lists::IN_WHICH));
            if fits.is_none() && nested {
                return;
            }
            shares.truncate(fits.unwrap_or(shares.len()));
            let shares: Vec<usize> = shares.iter().rev().map(|item| scene.mentions[*item]).collect();
            return self.state(scene, StatementKind::Shares { shares }, at, at);
        }
    }
}

/// The figure before, where the share at item `at` has a part of its own that no figure counts: 办理12件，其中予以公开占58%、
/// 不予公开占7%.
pub(super) fn share_of_next(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let text = scene.passage.text;
    let names = |item: usize| {
        let words = bare_end(shares::part_of(bare_start(scene.items[item].left.text(text)))?);
        (words.chars().count() >= 2).then_some(words)
    };
    let own = names(at)?;
    // Behind other shares of the kind.
    let first = (0..at).rev().find(|item| scene.kinds[*item] != MentionKind::Share || names(*item).is_none());
    let before = first?;
    let counted = Span::new(scene.items[before].left.start, scene.items[before].right.end).text(text);
    let passage = &scene.passage;
    let among = || scene.items[before + 1..=at].iter().any(|item| passage.any(item.gap, Lists::IN_WHICH));
    let other_result = || {
        let mut results = passage.all(passage.span(own), Lists::RESULTS);
        results.any(|mark| !counted.contains(Span::new(mark.start, mark.end()).text(text)))
    };
    (scene.kinds[before].is_amount()
        && scene.items[before].depth == scene.items[at].depth
        && (among() || other_result())
        && !counted.contains(own))
    .then_some(before)
}
