//! What sentences say about how their figures relate, from their lists, shares and growths.

use super::known::Known;
use super::marks::Lists;
use super::parts::{Cue, List};
use super::shares;
use super::totals;
use super::writer::{MOST_FIGURES, Scene, Writer};
use super::{growth, sides};
use gongkai_model::{MentionKind, Statement, StatementKind};
use gongkai_text::{Decimal, Span};

impl Writer<'_> {
    pub(super) fn state(&mut self, scene: &Scene<'_>, kind: StatementKind, from: usize, to: usize) {
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
        let passage = &scene.passage;
        let counts_once = passage.holds(Lists::COUNTED_ONCE);
        let rest = totals::rests(passage, &scene.items, &scene.kinds).filter(|_| scene.lists.is_empty());
        let periods = totals::periods(passage, &scene.items, &scene.kinds);
        let listed = |total: &totals::Total| {
            scene.lists.iter().any(|list| list.members.iter().copied().eq(total.parts.clone()))
        };
        let periods = periods.filter(|total| !listed(total));
        let totals = totals::totals(passage, &scene.items, &scene.kinds);
        for total in totals.into_iter().chain(rest).chain(periods) {
            let parts: Vec<usize> = total.parts.clone().map(|item| scene.mentions[item]).collect();
            // 合计 adds up what stands before, whatever media it was in.
            let adds = ["合计", "共计", "总计"].iter();
            let words = scene.items[total.whole].left.text(passage.text);
            let adds = adds.into_iter().any(|word| words.contains(word));
            let mut media = parts.iter().filter_map(|part| self.known[*part].medium).filter(|_| !adds);
            let first = media.next();
            let overlapping = counts_once || media.any(|medium| Some(medium) != first);
            let wholes = vec![scene.mentions[total.whole]];
            let kind = StatementKind::Parts { wholes, parts, closed: true, overlapping };
            self.state(scene, kind, total.whole.min(total.parts.start), total.whole.max(total.parts.end - 1));
        }
        for list in scene.lists.iter().filter(|_| !counts_once) {
            let wholes = self.wholes(scene, list);
            let first = list.members[0];
            let last = *list.members.last().expect("a list has its first part");
            let parts: Vec<usize> = list.members.iter().map(|item| scene.mentions[*item]).collect();
            let wholes: Vec<usize> = wholes.into_iter().filter(|whole| !parts.contains(whole)).collect();
            let Some(&whole) = wholes.first() else { continue };
            // A figure that could not be read may be one more part.
            let next = scene.items.get(last + 1).map_or(scene.span.end, |next| next.quantity.span.start);
            // Behind a semicolon it is none of this list.
            let ends = scene.items[last].quantity.span.end;
            let apart = Span::new(ends, next.max(ends)).text(passage.text).find('；');
            let next = apart.map_or(next, |at| ends + at as u32);
            let span = Span::new(scene.items[first].gap.start, next);
            let no_part =
                |figure: Span| is_list_mark(passage.text, figure) || is_degree(passage.text, figure);
            let loose = stray.iter().any(|figure| span.contains(*figure) && !no_part(*figure));
            let known: Vec<&Known<'_>> = parts.iter().map(|part| &self.known[*part]).collect();
            let mut closure = list.closure(passage, &known, Some(&self.known[whole]), loose);
            closure.closed &= !leaves_out(scene, list);
            let unit = self.known[whole].unit;
            // Parts in another unit are not parts of that figure.
            let comparable: Vec<usize> = parts
                .iter()
                .copied()
                .filter(|part| closure.closed || self.known[*part].unit == unit)
                .collect();
            // 办结30件（上年31件）: a lone figure in a parenthesis may be anything.
            let told = list.cue == Cue::InWhich || list.is_explicit() && list.members.len() > 1;
            if comparable.is_empty() || !(closure.closed || told || comparable.len() > 1) {
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
            if shares.len() != list.members.len() {
                continue;
            }
            let parts: Vec<usize> = list.members.iter().map(|item| scene.mentions[*item]).collect();
            // What was stated of this sentence stands last.
            let closed = self.out.statements.iter().rev().take(MOST_FIGURES).any(|statement| {
                matches!(&statement.kind, StatementKind::Parts { parts: listed, closed: true, overlapping: false, .. } if *listed == parts)
            });
            if closed {
                let (first, last) = (list.members[0], list.members[list.members.len() - 1]);
                self.state(scene, StatementKind::Shares { shares }, first, last);
            }
        }
    }

    pub(super) fn state_growth(&mut self, scene: &Scene<'_>) {
        let text = scene.passage.text;
        for at in 0..scene.items.len() {
            if scene.kinds[at] == MentionKind::Multiple
                && let Some(sides) = sides::multiple_of(text, &scene.items, &scene.kinds, at)
            {
                let of = |side: Option<usize>| side.map(|item| scene.mentions[item]);
                let (current, base) = (of(sides.current), of(sides.base));
                let kind = StatementKind::Growth { growth: scene.mentions[at], current, base };
                self.state(scene, kind, at, at);
            }
            if !matches!(scene.kinds[at], MentionKind::Growth | MentionKind::Change | MentionKind::Points) {
                continue;
            }
            if scene.kinds[at] == MentionKind::Points {
                if let Some((now, before)) = growth::points(text, &scene.items, &scene.kinds, at) {
                    let (current, base) = (Some(scene.mentions[now]), Some(scene.mentions[before]));
                    let kind = StatementKind::Growth { growth: scene.mentions[at], current, base };
                    self.state(scene, kind, at, at);
                }
                continue;
            }
            let sides = sides::sides(text, &scene.items, &scene.kinds, at);
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

/// Whether every part of `list` has its share, and the shares together say that there are other parts.
fn leaves_out(scene: &Scene<'_>, list: &List) -> bool {
    let mut sum = Decimal::ZERO;
    for member in &list.members {
        if scene.kinds.get(member + 1) != Some(&MentionKind::Share) {
            return false;
        }
        let share = scene.items[member + 1].quantity;
        if share.denominator.is_some() {
            return false;
        }
        sum = sum + share.value;
    }
    sum < Decimal::whole(95)
}

/// 6.2级地震, 2.0版: a number with a point and a word behind it counts nothing.
fn is_degree(text: &str, figure: Span) -> bool {
    let after = text[figure.end as usize..].chars().next();
    figure.text(text).contains('.') && after.is_some_and(char::is_alphabetic)
}

/// Whether `figure` numbers what follows it: 2. in a list.
fn is_list_mark(text: &str, figure: Span) -> bool {
    let (before, after) = (&text[..figure.start as usize], &text[figure.end as usize..]);
    before.ends_with(['，', '；', '：', '、', '。']) && after.starts_with(['.', '．', '、', '）', ')'])
}
