//! From sentences to mentions and statements.

use super::body::body;
use super::distribute::distribute;
use super::known::Known;
use super::lexicon::{Lexicon, Phrase, Rule, Topic};
use super::parts::{self, List};
use super::period::period;
use super::phrase::{bare_end, bare_start, noun};
use super::prose::Prose;
use super::sentence::{Item, items, sentences};
use super::words::Seen;
use super::{Chapter, Frame, Narrative, claim, growth, zero};
use gongkai_document::Document;
use gongkai_model::{Body, Mention, MentionKind, Period, Place, Statement, StatementKind};
use gongkai_text::quantity::{Quantity, QuantityKind};
use gongkai_text::{Decimal, Span, Unit};
use std::collections::BTreeSet;

/// Collects mentions and statements.
pub(super) struct Writer<'a> {
    document: &'a Document,
    frame: &'a Frame<'a>,
    lexicon: &'static Lexicon,
    pub out: Narrative,
    pub known: Vec<Known>,
    told: BTreeSet<String>,
    last: String,
    /// Counts of this paragraph, in order.
    pub paragraph: Vec<usize>,
    /// Counts of the sentence before, within the paragraph.
    sentence_before: Vec<usize>,
    topic: Topic,
    /// The chapter is about applications or proceedings on disclosure.
    chapter_about: bool,
}

/// A sentence while it is read.
pub(super) struct Scene<'s> {
    pub prose: &'s Prose,
    pub span: Span,
    pub items: Vec<Item>,
    pub kinds: Vec<MentionKind>,
    pub lists: Vec<List>,
    /// Position in the mentions of every item.
    pub mentions: Vec<usize>,
    disclosure: bool,
}

impl Scene<'_> {
    /// Whether `item` is the last of several parts of which none has a growth of its own.
    pub(super) fn ends_list(&self, item: usize) -> bool {
        let grows = |at: usize| {
            self.kinds
                .get(at + 1)
                .is_some_and(|kind| matches!(kind, MentionKind::Growth | MentionKind::Change))
        };
        self.lists.iter().any(|list| {
            let (last, others) = list.members.split_last().expect("a list has its first part");
            *last == item && !others.is_empty() && !others.iter().any(|other| grows(*other))
        })
    }
}

impl<'a> Writer<'a> {
    pub(super) fn new(document: &'a Document, frame: &'a Frame<'a>) -> Self {
        Self {
            document,
            frame,
            lexicon: Lexicon::get(),
            out: Narrative::default(),
            known: Vec::new(),
            told: BTreeSet::new(),
            last: String::new(),
            paragraph: Vec::new(),
            sentence_before: Vec::new(),
            topic: Topic::None,
            chapter_about: false,
        }
    }

    pub(super) fn finish(self) -> Narrative {
        self.out
    }

    /// Reads one run of prose with its quantities; `stray` are figures that are none.
    pub(super) fn run(&mut self, prose: &Prose, quantities: &[Quantity], stray: &[Span]) {
        let text = prose.text();
        let mut start = 0;
        for line in text.split('\n') {
            let span = Span::new(start as u32, (start + line.len()) as u32);
            start += line.len() + 1;
            let found = within(quantities, span, |quantity| quantity.span);
            if is_prose(line, found.len()) {
                self.line(prose, line, span, found, within(stray, span, |span| *span));
            }
        }
    }

    fn line(&mut self, prose: &Prose, line: &str, span: Span, quantities: &[Quantity], stray: &[Span]) {
        self.paragraph.clear();
        self.sentence_before.clear();
        let chapter = self.chapter(prose.in_document(span).start);
        self.topic =
            if chapter.is_some_and(|chapter| chapter.applications) { Topic::Handled } else { Topic::None };
        self.chapter_about = chapter.is_some_and(|chapter| chapter.applications || chapter.proceedings);
        for sentence in sentences(line, span.start as usize) {
            let found = within(quantities, sentence, |quantity| quantity.span);
            let text = sentence.text(prose.text());
            let seen = self.lexicon.seen(text);
            let cues = self.lexicon.cues();
            let disclosure = seen.any(&cues.disclosure);
            let may_deny = seen.any(&cues.negation) && seen.any(&cues.absent);
            if disclosure && claim::all_closed(text) {
                let span = self.place(prose, sentence);
                self.out.statements.push(Statement { kind: StatementKind::AllClosed, span });
            }
            if found.is_empty() && !may_deny {
                if disclosure && self.topic == Topic::None && text.contains("申请") {
                    self.topic = Topic::Handled;
                }
                continue;
            }
            let bare = text.trim_end_matches(['。', '；', ' ']).trim_start();
            // Text pasted twice, or the tail of a sentence at the head of the next page.
            if bare.chars().count() >= 6 && (self.last.ends_with(bare) || !self.told.insert(bare.to_owned()))
            {
                continue;
            }
            bare.clone_into(&mut self.last);
            self.sentence(prose, sentence, found, within(stray, sentence, |span| *span), disclosure);
            if may_deny {
                self.zeros(prose, sentence);
            }
        }
    }

    fn sentence(
        &mut self,
        prose: &Prose,
        sentence: Span,
        quantities: &[Quantity],
        stray: &[Span],
        disclosure: bool,
    ) {
        let text = prose.text();
        let mut all = items(text, sentence, quantities);
        drop_repeats(text, &mut all);
        let all = distribute(text, &all);
        let mut kept = Vec::with_capacity(all.len());
        let mut kinds = Vec::with_capacity(all.len());
        for item in all {
            let left = item.left.text(text);
            let before = item.before.map_or("", |before| before.text(text));
            let whole_range = item.quantity.range.is_some() && item.quantity.qualifier.is_none()
                || item.quantity.denominator.is_some();
            let name = KINDS.iter().any(|word| item.right.text(text).starts_with(word));
            if let Some(kind) =
                growth::kind(&item.quantity, bare_start(left), before).filter(|_| !whole_range && !name)
            {
                kept.push(item);
                kinds.push(kind);
            }
        }
        let lists = parts::lists(text, &kept, &kinds);
        let mut scene =
            Scene { prose, span: sentence, items: kept, kinds, lists, mentions: Vec::new(), disclosure };
        self.mention_all(&mut scene);
        self.state_parts(&scene, stray);
        self.state_shares(&scene, stray);
        self.state_closing(&scene);
        self.state_growth(&scene);
        let counts = scene.mentions.iter().copied().filter(|at| is_amount(self.out.mentions[*at].kind));
        let counts: Vec<usize> = counts.collect();
        self.paragraph.extend(&counts);
        if !counts.is_empty() {
            self.sentence_before = counts;
        }
    }

    fn mention_all(&mut self, scene: &mut Scene<'_>) {
        let text = scene.prose.text();
        let mut when: Option<Period> = None;
        let mut whose: Option<Body> = None;
        for at in 0..scene.items.len() {
            let item = &scene.items[at];
            let left = after_among(item.left.text(text));
            // Words since the last figure tell the time and the body; a list part keeps its whole's.
            let gap = item.gap.text(text);
            let year = self.frame.year;
            let told = period(gap, year);
            // 由2022年的37件: that figure alone.
            let alone = told.filter(|_| left.contains('由') || left.contains('从') || left.contains('比'));
            when = told.filter(|_| alone.is_none()).or(when);
            let own_body = body(gap, self.frame.is_government);
            let list_whole = self.whole_of(scene, at);
            let inherited = list_whole.map(|whole| self.out.mentions[whole].body.clone());
            let part_body = own_body.clone().or(inherited);
            if own_body.is_some() && list_whole.is_none() {
                whose = own_body;
            }
            let body = if list_whole.is_some() { part_body } else { whose.clone() }.unwrap_or_default();
            let topic = list_whole.map_or(self.topic, |whole| self.known[whole].topic);
            let among = item.left.text(text).len() > left.len() && item.left.text(text).contains("申请");
            let topic = if among { Topic::Handled } else { topic };
            let stop = item.stop;
            let right = if stop == '0' && !bare_start(bare_end(left)).is_empty() {
                ""
            } else {
                item.right.text(text)
            };
            let before = item.before.map_or("", |before| before.text(text));
            let subject = subject(left, right, before);
            let kind = scene.kinds[at];
            let planned = self.lexicon.seen(gap).any(&self.lexicon.cues().plans);
            let plain = !item.quantity.flags.is_doubtful() && item.quantity.per.is_none();
            let rule = if is_amount(kind) && plain && !planned {
                self.rule(scene, item, (left, right, before), topic)
            } else {
                None
            };
            let mut mention = self.mention(scene, item, kind, subject);
            mention.body = body;
            mention.period = alone.or(when).unwrap_or_default();
            let mut known = Known {
                words: subject.to_owned(),
                unit: item.quantity.unit,
                medium: MEDIA.iter().find(|word| left.contains(*word) || right.contains(*word)).copied(),
                is_sum: left.contains('共') || left.contains('总'),
                topic,
                ..Known::default()
            };
            // Kinds of information are listed by the names of what they are about: 行政许可70条.
            let of_items = list_whole.is_some_and(|whole| self.known[whole].topic == Topic::Items);
            let rule = rule.filter(|rule| !of_items || rule.gives == Topic::Items);
            if let Some(rule) = rule {
                let gives = rule.gives;
                mention.indicator = self.id(rule).map(str::to_owned);
                if !rule.group.is_empty() && !mention.indicator.as_deref().is_some_and(|id| self.has(id)) {
                    mention.group = Some(rule.group);
                }
                known.topic = gives;
                known.own = Some(gives);
                if list_whole.is_none() {
                    self.topic = gives;
                }
            }
            scene.mentions.push(self.out.mentions.len());
            self.out.mentions.push(mention);
            self.known.push(known);
        }
    }

    /// The mention of the whole that the item belongs to, once that was written.
    fn whole_of(&self, scene: &Scene<'_>, at: usize) -> Option<usize> {
        let list = scene.lists.iter().rev().find(|list| list.members.contains(&at))?;
        self.wholes(scene, list).first().copied()
    }

    /// The mentions that may be the whole of `list`, likeliest first.
    pub(super) fn wholes(&self, scene: &Scene<'_>, list: &List) -> Vec<usize> {
        let unit = scene.items[list.members[0]].quantity.unit;
        let mut found: Vec<usize> = if let Some(named) = list.named {
            let words = named.text(scene.prose.text());
            let all = self.out.mentions.iter().enumerate().rev();
            let named = all.filter(|(_, mention)| {
                let id = mention.indicator.as_deref();
                id == Some("proactive.items_total") && words.contains("公开") && words.ends_with("信息")
                    || words.contains("申请") && id == Some("applications.received.total")
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
        found.retain(|at| is_amount(self.out.mentions[*at].kind));
        let first = &scene.items[list.members[0]];
        let words = Span::new(first.left.start, first.right.end).text(scene.prose.text());
        let among = |list: &[&str]| list.iter().any(|word| words.contains(word));
        let wanted = if among(&APPLICANTS) {
            Some(Topic::Received)
        } else if among(&RESULTS) {
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

    fn rule(
        &self,
        scene: &Scene<'_>,
        item: &Item,
        (left, right, before): (&str, &str, &str),
        topic: Topic,
    ) -> Option<&'static Rule> {
        let mut seen: Seen = self.lexicon.seen(left).and(&self.lexicon.seen(right));
        let bare = bare_start(bare_end(left));
        let phrase_end = if bare.is_empty() && !before.is_empty() {
            seen = seen.and(&self.lexicon.seen(before));
            bare_end(before)
        } else {
            bare
        };
        let joined;
        let is_verb =
            ["公开", "收到", "受理", "发布", "收到的"].iter().any(|verb| phrase_end.ends_with(verb));
        let phrase_end = if is_verb && !right.is_empty() && item.stop != '0' {
            joined = format!("{phrase_end}{}", right.trim_start_matches('的'));
            joined.as_str()
        } else if phrase_end.is_empty() {
            right
        } else {
            phrase_end
        };
        let unit = item.quantity.unit.map(Unit::label);
        let phrase =
            Phrase { seen, bare: phrase_end, topic, unit, money: item.quantity.kind == QuantityKind::Money };
        let rule = self.lexicon.rule(&phrase)?;
        let proceeding =
            matches!(rule.gives, Topic::Review | Topic::Litigation | Topic::Direct | Topic::AfterReview);
        // A bureau of justice has reviews of its own: only those about disclosure count here.
        // None at all is none about disclosure either.
        let about = scene.disclosure
            || topic != Topic::None
            || matches!(rule.gives, Topic::Direct | Topic::AfterReview)
            || self.chapter_about
            || item.quantity.value.is_zero();
        // 收到申请5件 may be any application where nothing says of what.
        let loose = rule.gives == Topic::Received && !seen.any(&self.lexicon.cues().disclosure);
        (!(proceeding || loose) || about).then_some(rule)
    }

    fn has(&self, id: &str) -> bool {
        self.frame.has.is_some_and(|has| has(id))
    }

    /// The indicator of `rule`: one that the tables have, else the first. A sum that only other forms print is none.
    fn id(&self, rule: &'static Rule) -> Option<&'static str> {
        let printed = rule.ids.iter().find(|id| self.has(id));
        printed.or(rule.ids.first().filter(|_| rule.group.is_empty())).copied()
    }

    pub(super) fn place(&self, prose: &Prose, span: Span) -> Place {
        let source = self.document.in_source(prose.in_document(span));
        Place::new(source, self.document.position(source.start))
    }

    fn mention(&self, scene: &Scene<'_>, item: &Item, kind: MentionKind, subject: &str) -> Mention {
        let text = scene.prose.text();
        let quantity = &item.quantity;
        let own = Span::of(subject, text).filter(|span| !span.is_empty());
        let own = own.filter(|_| !item.apart);
        let span = own.map_or(quantity.span, |own| own.cover(quantity.span));
        let place = self.place(scene.prose, span);
        let left = bare_start(item.left.text(text));
        let direction = quantity.direction.or_else(|| growth::direction(left));
        let grows = matches!(
            kind,
            MentionKind::Growth | MentionKind::Change | MentionKind::Points | MentionKind::Multiple
        );
        Mention {
            text: self.document.slice(scene.prose.in_document(span)).to_owned(),
            kind,
            value: quantity.value,
            unit: quantity.unit,
            ulp: quantity.ulp,
            approx: quantity.word.map(str::to_owned),
            direction: direction.filter(|_| grows),
            indicator: None,
            span: place,
            group: None,
            quantity: Some(quantity.clone()),
            subject: subject.to_owned(),
            body: Body::Unstated,
            period: Period::Unstated,
            section: self.section(place.start),
            sentence: self.place(scene.prose, scene.span),
        }
    }

    /// The chapter in which byte `at` of the document stands.
    fn chapter(&self, at: u32) -> Option<&'a Chapter> {
        let at = self.document.in_source(Span::new(at, at + 1)).start;
        let after = self.frame.chapters.partition_point(|chapter| chapter.start <= at);
        after.checked_sub(1).map(|chapter| &self.frame.chapters[chapter])
    }

    fn section(&self, at: u32) -> Option<u32> {
        let after = self.frame.chapters.partition_point(|chapter| chapter.start <= at);
        after.checked_sub(1).map(|chapter| self.frame.chapters[chapter].number)
    }

    fn zeros(&mut self, prose: &Prose, sentence: Span) {
        for zero in zero::zeros(prose.text(), sentence) {
            let words = zero.span.text(prose.text());
            let year = self.frame.year;
            let before = Span::new(sentence.start, zero.span.start).text(prose.text());
            let place = self.place(prose, zero.span);
            self.out.mentions.push(Mention {
                text: self.document.slice(prose.in_document(zero.span)).to_owned(),
                kind: if zero.money { MentionKind::Money } else { MentionKind::Count },
                value: Decimal::ZERO,
                unit: None,
                ulp: Decimal::whole(1),
                approx: None,
                direction: None,
                indicator: Some(zero.indicator.to_owned()),
                span: place,
                group: None,
                quantity: None,
                subject: words.to_owned(),
                body: body(before, self.frame.is_government).unwrap_or_default(),
                period: period(before, year).unwrap_or_default(),
                section: self.section(place.start),
                sentence: self.place(prose, sentence),
            });
            self.known.push(Known { words: words.to_owned(), ..Known::default() });
        }
    }
}

/// What stands behind 三类 and 四类 in the names of two grounds of denial.
const KINDS: [&str; 2] = ["内部事务", "过程性"];

/// Words that say who applied and how.
const APPLICANTS: [&str; 12] = [
    "自然人",
    "公民",
    "法人",
    "企业",
    "科研机构",
    "公益组织",
    "网络",
    "信函",
    "当面",
    "传真",
    "邮件",
    "网上",
];

/// Words of results of applications.
const RESULTS: [&str; 8] =
    ["予以公开", "部分公开", "不予公开", "同意公开", "无法提供", "不予处理", "其他处理", "不掌握"];

/// Names of media, in whose lists one item may be counted several times.
const MEDIA: [&str; 16] = [
    "网站",
    "门户网",
    "微博",
    "微信",
    "公众号",
    "公报",
    "报刊",
    "电视",
    "广播",
    "客户端",
    "抖音",
    "日报",
    "新闻网",
    "平台",
    "其他方式",
    "其他渠道",
];

pub(super) const fn is_amount(kind: MentionKind) -> bool {
    matches!(kind, MentionKind::Count | MentionKind::Money)
}

/// The noun phrase of a figure: before it, right after it, or in the clause before.
fn subject<'t>(left: &'t str, right: &'t str, before: &'t str) -> &'t str {
    let own = bare_start(bare_end(left));
    // 对3件规范性文件: the noun follows.
    let follows = matches!(own, "对" | "将" | "把" | "由" | "与") && !right.is_empty();
    if !own.is_empty() && !follows {
        return short(noun(own));
    }
    let after = right.trim_start_matches(['的', ' ']);
    if !after.is_empty() {
        return after;
    }
    short(noun(bare_start(bare_end(before))))
}

/// The last part of a noun phrase that lists many things.
fn short(noun: &str) -> &str {
    const LONGEST: usize = 30;
    if noun.chars().count() <= LONGEST {
        return noun;
    }
    let last = noun.rfind('、').map_or(noun, |at| &noun[at + '、'.len_utf8()..]);
    if last.chars().count() > LONGEST { "" } else { last }
}

/// What follows 在…申请中: the words before say among which the figure is.
fn after_among(left: &str) -> &str {
    ["申请中", "信息中", "案件中", "件中"]
        .iter()
        .find_map(|word| Some(&left[left.rfind(word)? + word.len()..]))
        .unwrap_or(left)
}

/// The elements of a sorted slice that lie inside `span`.
fn within<T>(all: &[T], span: Span, of: impl Fn(&T) -> Span) -> &[T] {
    let start = all.partition_point(|it| of(it).start < span.start);
    let end = start + all[start..].partition_point(|it| of(it).end <= span.end);
    &all[start..end]
}

/// Whether a line is a sentence and no caption, row or heading.
fn is_prose(line: &str, figures: usize) -> bool {
    if line.contains('\t') || line.matches('|').count() > 1 {
        return false;
    }
    let stops = line.contains(['。', '，', '；']);
    let speaks = line.contains('：') && figures > 0 || figures > 1;
    let denies = ["未", "没有", "无"].iter().any(|word| line.contains(word));
    stops || line.chars().count() >= SHORTEST && (speaks || denies || figures > 0)
}

/// Shorter lines without punctuation are captions.
const SHORTEST: usize = 12;

/// Drops clauses that repeat one before, word for word.
fn drop_repeats(text: &str, items: &mut Vec<Item>) {
    const LEAST: usize = 8;
    let words = |item: &Item| {
        let own = Span::new(item.left.start, item.quantity.span.end).text(text);
        own.trim_start_matches(['，', '、', '；', ' ']).to_owned()
    };
    let mut told: Vec<String> = Vec::new();
    items.retain(|item| {
        let words = words(item);
        if words.chars().count() < LEAST {
            return true;
        }
        let fresh = !told.contains(&words);
        if fresh {
            told.push(words);
        }
        fresh
    });
}
