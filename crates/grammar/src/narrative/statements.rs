//! What sentences say about how their figures relate, from their lists, shares and growths.

use super::growth;
use super::known::Known;
use super::mentions::is_amount;
use super::phrase::bare_start;
use super::shares::{self, Share};
use super::writer::{Scene, Writer};
use gongkai_model::{MentionKind, Statement, StatementKind};
use gongkai_text::Span;

/// Figures a share may be taken of, at most.
const MOST_CANDIDATES: usize = 8;

impl Writer<'_> {
    fn state(&mut self, scene: &Scene<'_>, kind: StatementKind, from: usize, to: usize) {
        let span = scene.items[from].gap.cover(scene.items[to].quantity.span);
        let text = scene.passage.text;
        let lead = span.text(text);
        let trimmed = lead.trim_start_matches(['，', '、', '；', '：', '。', ' ']);
        let start = span.end - trimmed.len() as u32;
        self.out
            .statements
            .push(Statement { kind, span: self.place(scene.prose, Span::new(start, span.end)) });
    }

    pub(super) fn state_parts(&mut self, scene: &Scene<'_>, stray: &[Span]) {
        for list in &scene.lists {
            let wholes = self.wholes(scene, list);
            let first = list.members[0];
            let last = *list.members.last().expect("a list has its first part");
            let parts: Vec<usize> = list.members.iter().map(|item| scene.mentions[*item]).collect();
            let wholes: Vec<usize> = wholes.into_iter().filter(|whole| !parts.contains(whole)).collect();
            let Some(&whole) = wholes.first() else { continue };
            // A figure that could not be read may be one more part.
            let next = scene.items.get(last + 1).map_or(scene.span.end, |next| next.quantity.span.start);
            let span = Span::new(scene.items[first].gap.start, next);
            let loose = stray.iter().any(|figure| span.contains(*figure));
            let known: Vec<&Known<'_>> = parts.iter().map(|part| &self.known[*part]).collect();
            let closure = list.closure(&scene.passage, &known, Some(&self.known[whole]), loose);
            let unit = self.known[whole].unit;
            // Parts in another unit are not parts of that figure.
            let comparable: Vec<usize> =
                parts.iter().copied().filter(|part| self.known[*part].unit == unit).collect();
            if comparable.is_empty() || !(closure.closed || list.is_explicit() || comparable.len() > 1) {
                continue;
            }
            let wholes = wholes.into_iter().filter(|whole| self.known[*whole].unit == unit).collect();
            let kind = StatementKind::Parts {
                wholes,
                parts: comparable,
                closed: closure.closed,
                overlapping: closure.overlapping,
            };
            self.state(scene, kind, first, last);
        }
    }

    pub(super) fn state_shares(&mut self, scene: &Scene<'_>, stray: &[Span]) {
        let text = scene.passage.text;
        for at in 0..scene.items.len() {
            if scene.kinds[at] != MentionKind::Share {
                continue;
            }
            let share = shares::share(bare_start(scene.items[at].left.text(text)));
            let kind = self.share(scene, at, &share, stray);
            if let (Share::Of(of), StatementKind::Share { parts, .. }) = (&share, &kind)
                && shares::is_total(of)
            {
                for part in parts {
                    self.known[*part].is_shared = true;
                }
            }
            self.state(scene, kind, at, at);
        }
    }

    fn share(&self, scene: &Scene<'_>, at: usize, share: &Share<'_>, stray: &[Span]) -> StatementKind {
        let mention = scene.mentions[at];
        let depth = scene.items[at].depth;
        let counts = |from: usize| {
            (0..from).rev().filter(|item| is_amount(scene.kinds[*item]) && scene.items[*item].depth <= depth)
        };
        let nothing =
            StatementKind::Share { share: mention, parts: Vec::new(), wholes: Vec::new(), firm: false };
        let mut parts: Vec<usize> = match share {
            Share::Loose => return nothing,
            Share::Of(_) => counts(at).take(1).collect(),
            Share::Rate(stem) => {
                let text = scene.passage.text;
                let with_stem = counts(at).filter(|item| {
                    let item = &scene.items[*item];
                    let words = Span::new(item.left.start, item.right.end).text(text);
                    shares::has_stem(words, stem)
                });
                with_stem.take(1).collect()
            }
        };
        let tied = !parts.is_empty();
        if parts.is_empty() {
            // 不见面率: the words of the rate are nowhere else. Any count may be meant, none is tied to it.
            parts = counts(at).take(2).collect();
        }
        let Some(&part) = parts.first() else { return nothing };
        let between = Span::new(scene.items[part].quantity.span.end, scene.items[at].quantity.span.start);
        // A figure that could not be read stands nearer.
        if stray.iter().any(|figure| between.contains(*figure)) {
            return nothing;
        }
        let near = matches!(share, Share::Rate(_))
            || between.text(scene.passage.text).matches(['，', '；']).count() < 2;
        let unit = scene.items[part].quantity.unit;
        let least = scene.items[part].quantity.value;
        let part_list = scene.lists.iter().rev().find(|list| list.members.contains(&part));
        let mut wholes: Vec<usize> = Vec::new();
        let siblings = matches!(share, Share::Of(_));
        let of = if let Share::Of(of) = share { *of } else { "" };
        let fits = |it: &usize| {
            let found = &self.out.mentions[*it];
            (unit.is_none() || self.known[*it].unit == unit) && found.value >= least && is_amount(found.kind)
        };
        let take = |it: usize, wholes: &mut Vec<usize>| {
            let sibling = siblings && self.known[it].is_shared;
            if fits(&it) && !sibling && !wholes.contains(&it) && it != scene.mentions[part] {
                wholes.push(it);
            }
        };
        let named = !shares::is_total(of);
        let stem = of.trim_end_matches("总数").trim_end_matches("总量").trim_start_matches("全部");
        let earlier: Vec<usize> =
            scene.mentions[..part].iter().rev().chain(self.paragraph.iter().rev()).copied().collect();
        let mut firm = false;
        if named {
            for &it in
                earlier.iter().filter(|it| self.known[**it].words.contains(stem) && stem.chars().count() >= 2)
            {
                take(it, &mut wholes);
            }
            firm = !wholes.is_empty();
        }
        if let Some(list) = part_list {
            let of_list = self.wholes(scene, list);
            firm |= !of_list.is_empty() && !named;
            for it in of_list {
                take(it, &mut wholes);
            }
        }
        let in_sentence = wholes.len();
        for it in scene.mentions[..part].iter().rev().copied() {
            take(it, &mut wholes);
        }
        firm |= !named && wholes.len() > in_sentence;
        for &it in self.paragraph.iter().rev() {
            take(it, &mut wholes);
        }
        let told = wholes.len().min(in_sentence);
        // 共, 总 before the others.
        wholes[told..].sort_by_key(|it| !self.known[*it].is_sum);
        wholes.truncate(MOST_CANDIDATES);
        let parts = parts.into_iter().filter(|item| scene.items[*item].quantity.unit == unit);
        StatementKind::Share {
            share: mention,
            parts: parts.map(|item| scene.mentions[item]).collect(),
            firm: firm && tied && near && !wholes.is_empty(),
            wholes,
        }
    }

    /// Shares of all parts of a closed list add up.
    pub(super) fn state_closing(&mut self, scene: &Scene<'_>) {
        for list in &scene.lists {
            let mut shares: Vec<usize> = Vec::new();
            for (at, member) in list.members.iter().enumerate() {
                let next = list.members.get(at + 1).copied().unwrap_or(scene.items.len());
                let share = (member + 1..next).find(|item| scene.kinds[*item] == MentionKind::Share);
                shares.extend(share.map(|item| scene.mentions[item]).filter(|share| {
                    let words = self.out.mentions[*share].subject.as_str();
                    words.starts_with('占') && shares::is_total(words.trim_start_matches('占'))
                }));
            }
            let parts: Vec<usize> = list.members.iter().map(|item| scene.mentions[*item]).collect();
            let closed = self.out.statements.iter().any(|statement| {
                matches!(&statement.kind, StatementKind::Parts { parts: listed, closed: true, overlapping: false, .. } if *listed == parts)
            });
            if closed && shares.len() == parts.len() {
                let (first, last) = (list.members[0], list.members[list.members.len() - 1]);
                self.state(scene, StatementKind::Shares { shares }, first, last);
            }
        }
    }

    pub(super) fn state_growth(&mut self, scene: &Scene<'_>) {
        let text = scene.passage.text;
        for at in 0..scene.items.len() {
            if !matches!(scene.kinds[at], MentionKind::Growth | MentionKind::Change) {
                continue;
            }
            let sides = growth::sides(text, &scene.items, &scene.kinds, at);
            // Behind the last of several parts it may be the whole that grew.
            let current = sides.current.filter(|item| !scene.ends_list(*item));
            let current = current.map(|item| scene.mentions[item]);
            let left = scene.items[at].left.text(text);
            let kind = StatementKind::Growth {
                growth: scene.mentions[at],
                current: current.or_else(|| self.named_current(scene, at, left)),
                base: sides.base.map(|item| scene.mentions[item]),
            };
            self.state(scene, kind, at, at);
        }
    }
}

impl Writer<'_> {
    /// The figure that the words of a growth name: 申请量比上年上升.
    fn named_current(&self, scene: &Scene<'_>, at: usize, left: &str) -> Option<usize> {
        let subject =
            left.split(['比', '较', '同', '增', '上', '下', '减', '降', '与']).next().unwrap_or_default();
        let id = if subject.contains("申请") && !subject.contains("网络") {
            "applications.received.total"
        } else if subject.contains("主动公开") {
            "proactive.items_total"
        } else {
            return None;
        };
        let earlier = scene.mentions[..at].iter().rev().chain(self.paragraph.iter().rev());
        earlier.copied().find(|it| self.out.mentions[*it].indicator.as_deref() == Some(id))
    }
}
