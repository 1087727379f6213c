//! What sentences say a share is of: which part, and which wholes it may be measured against.

use super::complement;
use super::parts::RESIDUAL;
use super::phrase::{bare_end, bare_start};
use super::shares::{self, Share};
use super::writer::{Scene, Writer};
use gongkai_model::{Body, MentionKind, Period, StatementKind};
use gongkai_text::Span;

const RECEIVED: &str = "applications.received.total";

/// Figures a share may be taken of, at most.
const MOST_CANDIDATES: usize = 8;

impl Writer<'_> {
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
        if let Some(whole) = complement::share_of_next(scene, at) {
            let wholes = vec![scene.mentions[whole]];
            return StatementKind::Share { share: mention, parts: Vec::new(), wholes, firm: false };
        }
        let nothing =
            StatementKind::Share { share: mention, parts: Vec::new(), wholes: Vec::new(), firm: false };
        let (parts, tied) = self.parts_of(scene, at, share);
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
            // 其他来信 is no total of letters.
            let is_rest = |words: &str| RESIDUAL.iter().any(|rest| words.contains(rest));
            let names_it = |it: &&usize| {
                let words = self.known[**it].words;
                words.contains(stem) && stem.chars().count() >= 2 && !is_rest(words)
            };
            for &it in earlier.iter().filter(names_it) {
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
        // 维持74件、纠错11件，纠错率10%: parts side by side, of which none is the whole of another.
        let beside = |it: usize| {
            scene.mentions.iter().position(|of| *of == it).is_some_and(|item| side_by_side(scene, item, part))
        };
        for (it, near) in before(scene, part).filter(|(it, _)| !beside(*it)) {
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

    /// The items that may be the part whose share stands at item `at`, and whether the words tie it to them.
    fn parts_of(&self, scene: &Scene<'_>, at: usize, share: &Share<'_>) -> (Vec<usize>, bool) {
        let text = scene.passage.text;
        let depth = scene.items[at].depth;
        let counts = || {
            (0..at).rev().filter(|item| scene.kinds[*item].is_amount() && scene.items[*item].depth <= depth)
        };
        let parts: Vec<usize> = match share {
            Share::Loose => return (Vec::new(), false),
            Share::Of(_) => {
                // 干部12名、工人6名，干部占60%: the part that is told again.
                let lead = Span::new(scene.items[at].left.start, scene.items[at].quantity.figure.start);
                let name = shares::part_of(bare_start(lead.text(text))).map_or("", bare_end);
                let words = |item: usize| {
                    Span::new(scene.items[item].left.start, scene.items[item].right.end).text(text)
                };
                let again = counts().find(|item| name.chars().count() >= 2 && words(*item).contains(name));
                again.or_else(|| counts().next()).into_iter().collect()
            }
            Share::Rate(stem) => self.with_stem(scene, counts(), stem),
        };
        if parts.is_empty() {
            // 不见面率: the words of the rate are nowhere else. Any count may be meant, none is tied to it.
            return (counts().take(2).collect(), false);
        }
        (parts, true)
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

/// Whether `item` stands beside `part` in one row of parts with 、 between them, and nothing says that it came in.
fn side_by_side(scene: &Scene<'_>, item: usize, part: usize) -> bool {
    let text = scene.passage.text;
    let left = scene.items[item].left.text(text);
    item < part
        && (item + 1..=part).all(|it| scene.items[it].gap.text(text).trim_start().starts_with('、'))
        && !left.contains(['收', '受', '接', '共', '总', '应', '报', '提', '办', '有'])
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
