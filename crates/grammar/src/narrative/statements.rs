//! What sentences say about how their figures relate, from their lists, shares and growths.

use super::known::Known;
use super::marks::Lists;
use super::parts::{Cue, List};
use super::phrase::bare_start;
use super::shares::{self, Share};
use super::totals;
use super::writer::{MOST_FIGURES, Scene, Writer};
use super::{complement, growth};
use gongkai_model::{Body, MentionKind, Period, Statement, StatementKind};
use gongkai_text::{Decimal, Span};

const RECEIVED: &str = "applications.received.total";

/// Figures a share may be taken of, at most.
const MOST_CANDIDATES: usize = 8;

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
            let loose =
                stray.iter().any(|figure| span.contains(*figure) && !is_list_mark(passage.text, *figure));
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

    /// Shares that stand together behind their parts: 分别占70%、20%、10%. Gives how many there are.
    fn share_out(&mut self, scene: &Scene<'_>, at: usize) -> Option<usize> {
        let text = scene.passage.text;
        let left = scene.items[at].left.text(text);
        if !(left.contains("分别") && left.contains('占')) {
            return None;
        }
        let is_next = |it: &usize| {
            scene.kinds[*it] == MentionKind::Share
                && bare_start(scene.items[*it].left.text(text)).trim().is_empty()
        };
        let count = 1 + (at + 1..scene.items.len()).take_while(is_next).count();
        let first = at.checked_sub(count)?;
        let unit = scene.items[first].quantity.unit;
        let alike = |it: usize| scene.kinds[it].is_amount() && scene.items[it].quantity.unit == unit;
        if count < 2 || !(first..at).all(alike) {
            return None;
        }
        let list = scene.lists.iter().rev().find(|list| list.members == (first..at).collect::<Vec<_>>());
        let mut wholes = list.map(|list| self.wholes(scene, list)).unwrap_or_default();
        if wholes.is_empty() {
            wholes.extend((0..first).rev().filter(|it| alike(*it)).map(|it| scene.mentions[it]));
        }
        let parts: Vec<usize> = (first..at).map(|item| scene.mentions[item]).collect();
        wholes.retain(|whole| !parts.contains(whole) && self.known[*whole].unit == unit);
        wholes.truncate(MOST_CANDIDATES);
        for (part, share) in parts.iter().zip(at..at + count) {
            let kind = StatementKind::Share {
                share: scene.mentions[share],
                parts: vec![*part],
                wholes: wholes.clone(),
                firm: !wholes.is_empty(),
            };
            self.state(scene, kind, share, share);
        }
        Some(count)
    }

    pub(super) fn state_shares(&mut self, scene: &Scene<'_>, stray: &[Span]) {
        let text = scene.passage.text;
        let mut next = 0;
        // One sentence after the other, each with one part and its share.
        if !(scene.items.len() == 2 && scene.kinds[1] == MentionKind::Share) {
            self.shared.clear();
        }
        for at in 0..scene.items.len() {
            if scene.kinds[at] != MentionKind::Share || at < next {
                continue;
            }
            if let Some(count) = self.share_out(scene, at) {
                next = at + count;
                continue;
            }
            if let Some(kind) = share_of_printed(scene, at) {
                self.state(scene, kind, at, at);
                continue;
            }
            // 约占 belongs to the figure.
            let item = &scene.items[at];
            let words = Span::new(item.left.start, item.quantity.figure.start.max(item.left.start));
            let share = shares::share(bare_start(words.text(text)));
            let mut kind = self.share(scene, at, &share, stray);
            self.go_on(scene, at, &share, &mut kind);
            if let (Share::Of(of), StatementKind::Share { parts, .. }) = (&share, &kind)
                && (shares::is_total(of) || shares::names_total(of))
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
        if let Some(whole) = complement::share_of_next(scene, at) {
            let wholes = vec![scene.mentions[whole]];
            return StatementKind::Share { share: mention, parts: Vec::new(), wholes, firm: false };
        }
        let counts = |from: usize| {
            (0..from).rev().filter(|item| scene.kinds[*item].is_amount() && scene.items[*item].depth <= depth)
        };
        let nothing =
            StatementKind::Share { share: mention, parts: Vec::new(), wholes: Vec::new(), firm: false };
        let mut parts: Vec<usize> = match share {
            Share::Loose => return nothing,
            Share::Of(_) => counts(at).take(1).collect(),
            Share::Rate(stem) => self.with_stem(scene, counts(at), stem),
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
        // 按时办结55件，延期办结7件: what was closed otherwise is no whole of a closing rate.
        let own = match share {
            Share::Rate(stem) if tied => {
                let item = &scene.items[part];
                shares::stem_of(Span::new(item.left.start, item.right.end).text(scene.passage.text), stem)
            }
            _ => None,
        };
        let of_part = self.known[scene.mentions[part]].words;
        let siblings = matches!(share, Share::Of(_));
        let of = if let Share::Of(of) = share { *of } else { "" };
        let fits = |it: &usize| {
            let found = &self.out.mentions[*it];
            // 1380余件 may be 1385.
            let large = found.value >= least || found.approx.is_some();
            (unit.is_none() || self.known[*it].unit == unit) && large && found.kind.is_amount()
        };
        let take = |it: usize, wholes: &mut Vec<usize>| {
            let sibling = siblings && self.known[it].is_shared
                || own.is_some_and(|stem| self.known[it].words.ends_with(stem))
                    && self.known[it].words != of_part;
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
            for it in &of_list {
                take(*it, &mut wholes);
            }
            // 在主动公开的信息中，A 178条，占总数的100%: of that figure, were it smaller than its part.
            if list.named.is_some() && siblings && wholes.is_empty() {
                wholes.extend(of_list.into_iter().filter(|of| self.known[*of].unit == unit));
            }
        }
        let in_sentence = wholes.len();
        for (it, near) in before(scene, part) {
            let count = wholes.len();
            take(it, &mut wholes);
            firm |= !named && near && wholes.len() > count;
        }
        for &it in self.paragraph.iter().rev() {
            take(it, &mut wholes);
        }
        let of_all = self.of_all_received(scene.mentions[part], &wholes);
        if let Some(all) = of_all.filter(|_| siblings && !named && !firm) {
            (wholes, firm) = (vec![all], true);
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

    /// What a share of one kind of applicant is of: 自然人1030件，占98.5% of the applications received, wherever among
    /// `wholes` they stand.
    fn of_all_received(&self, part: usize, wholes: &[usize]) -> Option<usize> {
        let mention = &self.out.mentions[part];
        let id = mention.indicator.as_deref().or(mention.group)?;
        let is_part = id.starts_with("applications.received") && id != RECEIVED;
        let is_all = |it: &usize| {
            let all = &self.out.mentions[*it];
            let now = match all.period {
                Period::Unstated => true,
                Period::Year(year) => self.frame.year == Some(year),
                _ => false,
            };
            let of_others = matches!(all.body, Body::Named(_) | Body::Departments | Body::Lower);
            now && (!of_others || all.body == mention.body) && all.indicator.as_deref() == Some(RECEIVED)
        };
        let mut all = wholes.iter().copied().filter(is_all);
        all.next().filter(|_| is_part && all.next().is_none())
    }

    /// The counts before item `at` that hold the stem of a rate and are of what it is a rate of; the nearest.
    fn with_stem(
        &self,
        scene: &Scene<'_>,
        mut counts: impl Iterator<Item = usize>,
        stem: &str,
    ) -> Vec<usize> {
        let words = |item: usize| {
            let it = &scene.items[item];
            Span::new(it.left.start, it.right.end).text(scene.passage.text)
        };
        let first = counts.find(|item| shares::has_stem(words(*item), stem));
        let own =
            |item: &usize| shares::names_it(words(*item), self.known[scene.mentions[*item]].words, stem);
        first.filter(own).into_iter().collect()
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
                && let Some(sides) = growth::multiple_of(text, &scene.items, &scene.kinds, at)
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

/// The share at item `at` of the figure before it, which stands between 占 and 的: 584件，占全部申请1641件的35.6%.
fn share_of_printed(scene: &Scene<'_>, at: usize) -> Option<StatementKind> {
    let (whole, part) = (at.checked_sub(1)?, at.checked_sub(2)?);
    let left = |it: usize| scene.items[it].left.text(scene.passage.text);
    let alike = |it: usize| {
        scene.kinds[it].is_amount()
            && scene.items[it].depth == scene.items[at].depth
            && scene.items[it].quantity.unit == scene.items[whole].quantity.unit
    };
    let of = left(whole).trim_start_matches(['，', ' ']).trim_start_matches('约');
    let fits = left(at).trim() == "的" && of.starts_with('占') && alike(whole) && alike(part);
    fits.then(|| StatementKind::Share {
        share: scene.mentions[at],
        parts: vec![scene.mentions[part]],
        wholes: vec![scene.mentions[whole]],
        firm: true,
    })
}

/// Whether `figure` numbers what follows it: 2. in a list.
fn is_list_mark(text: &str, figure: Span) -> bool {
    let (before, after) = (&text[..figure.start as usize], &text[figure.end as usize..]);
    before.ends_with(['，', '；', '：', '、', '。']) && after.starts_with(['.', '．', '、', '）', ')'])
}

/// The mentions before item `part`, the nearest first, and whether it may be a part of them: behind a semicolon
/// something else may be told, unless what came in stands before it.
fn before<'s>(scene: &'s Scene<'_>, part: usize) -> impl Iterator<Item = (usize, bool)> + 's {
    let text = scene.passage.text;
    let mut apart = false;
    (0..part).rev().map(move |item| {
        apart |= scene.items[item + 1].gap.text(text).contains('；');
        let left = scene.items[item].left.text(text);
        (scene.mentions[item], !apart || left.contains(['收', '受', '接', '共']))
    })
}
