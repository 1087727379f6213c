//! Which mentions may be the whole of a list: those that stand before it, or those that its lead names.

use super::marks::Lists;
use super::mentions::DONE;
use super::parts::List;
use super::rule::Topic;
use super::writer::{MOST_FIGURES, Scene, Writer};
use gongkai_model::{Body, Period};
use gongkai_text::Span;

impl Writer<'_> {
    /// The mention of the whole that the item belongs to, once that was written.
    pub(super) fn whole_of(&self, scene: &Scene<'_>, at: usize) -> Option<usize> {
        let list = scene.lists.iter().rev().find(|list| list.members.contains(&at))?;
        self.wholes(scene, list).first().copied()
    }

    /// The mentions that may be the whole of `list`, likeliest first.
    pub(super) fn wholes(&self, scene: &Scene<'_>, list: &List) -> Vec<usize> {
        let passage = &scene.passage;
        let unit = scene.items[list.members[0]].quantity.unit;
        // 从办理结果看: of which applications is not said, those carried in are among them or not.
        let unsaid = |named: &Span| passage.any(*named, Lists::BY_APPLICANT.and(Lists::BY_RESULT));
        let mut found: Vec<usize> = if list.named.as_ref().is_some_and(unsaid) {
            Vec::new()
        } else if let Some(named) = list.named {
            let words = named.text(passage.text);
            let done = ["办结", "答复", "办理"].iter().any(|word| words.contains(word));
            let applied: &[&str] = if done { &DONE } else { &["applications.received.total"] };
            let of_applications = words.contains("申请");
            let by_class = words.contains("类别");
            let of_items = words.contains("公开") && (words.ends_with("信息") || by_class);
            let all = self.out.mentions.iter().enumerate().rev().take(MOST_FIGURES);
            let named = all.filter(|(_, mention)| {
                let id = mention.indicator.as_deref();
                let now = match mention.period {
                    Period::Unstated => true,
                    Period::Year(year) => self.frame.year == Some(year),
                    _ => false,
                };
                let of_all = matches!(mention.body, Body::Unstated | Body::Area | Body::Own);
                id == Some("proactive.items_total") && of_items && (of_all || !by_class)
                    || of_applications && now && id.is_some_and(|id| applied.contains(&id))
            });
            named.map(|(at, _)| at).take(1).collect()
        } else if list.wholes.is_empty() {
            let mut before = self.sentence_before.clone();
            // The one that says it is a sum, else the first.
            before.sort_by_key(|at| !self.known[*at].is_sum);
            before
        } else {
            list.wholes.iter().filter_map(|item| scene.mentions.get(*item).copied()).collect()
        };
        found.retain(|at| self.out.mentions[*at].kind.is_amount());
        let first = &scene.items[list.members[0]];
        let words = Span::new(first.left.start, first.right.end);
        let wanted = if passage.any(words, Lists::APPLICANTS) {
            Some(Topic::Received)
        } else if passage.any(words, Lists::RESULTS) || passage.any(list.region, Lists::GROUNDS) {
            Some(Topic::Handled)
        } else {
            None
        };
        // One in the parts' unit and of the kind that has such parts first; the order is kept otherwise.
        found.sort_by_key(|at| {
            let known = &self.known[*at];
            (known.unit != unit, wanted.is_some_and(|topic| known.topic != topic))
        });
        found
    }
}
