//! From prose to sentences, in reading order, and what one sentence leaves for the next.

use super::distribute::distribute;
use super::known::Known;
use super::lexicon::{Lexicon, Printed};
use super::marks::{Lists, Passage};
use super::parts::{self, List};
use super::prose::Prose;
use super::rule::Topic;
use super::sentence::{Item, items, sentences};
use super::{Chapter, Frame, Narrative, claim, growth, totals};
use gongkai_document::Document;
use gongkai_model::{MentionKind, Place, Statement, StatementKind};
use gongkai_text::quantity::Quantity;
use gongkai_text::{Position, Span};
use std::cell::Cell;
use std::collections::BTreeSet;

/// Collects mentions and statements.
pub(super) struct Writer<'a> {
    pub document: &'a Document,
    pub frame: &'a Frame<'a>,
    pub lexicon: &'static Lexicon,
    pub out: Narrative,
    /// What later clauses need to know of every mention.
    pub known: Vec<Known<'a>>,
    /// What the report prints for each rule, once that was asked.
    pub printed: Vec<Option<Printed>>,
    /// The place that was told last: the next one is near it.
    near: Cell<(u32, Position)>,
    /// Sentences that were read.
    told: BTreeSet<&'a str>,
    /// The one before.
    last: &'a str,
    /// Counts of this paragraph, in order.
    pub paragraph: Vec<usize>,
    /// Counts of the sentence before, within the paragraph.
    pub sentence_before: Vec<usize>,
    /// What the last share of its total, in the sentence before, may have been of.
    pub shared: Vec<usize>,
    /// What the sentence is about so far.
    pub topic: Topic,
    /// The chapter is about applications or proceedings on disclosure.
    pub chapter_about: bool,
}

/// A sentence while it is read.
pub(super) struct Scene<'a> {
    pub prose: &'a Prose,
    /// Its words.
    pub passage: Passage<'a>,
    pub span: Span,
    pub place: Place,
    pub items: Vec<Item<'a>>,
    pub kinds: Vec<MentionKind>,
    pub lists: Vec<List>,
    /// Position in the mentions of every item.
    pub mentions: Vec<usize>,
    /// It is about disclosure.
    pub disclosure: bool,
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

/// The figures of a text: those that are quantities, and those that may be more parts of a list.
#[derive(Clone, Copy)]
pub(super) struct Figures<'a> {
    pub quantities: &'a [Quantity],
    pub stray: &'a [Span],
}

impl Figures<'_> {
    /// Those inside `span`.
    fn within(self, span: Span) -> Self {
        Self {
            quantities: within(self.quantities, span, |quantity| quantity.span),
            stray: within(self.stray, span, |stray| *stray),
        }
    }
}

/// The elements of a sorted slice that lie inside `span`.
fn within<T>(all: &[T], span: Span, of: impl Fn(&T) -> Span) -> &[T] {
    let start = all.partition_point(|it| of(it).start < span.start);
    let end = start + all[start..].partition_point(|it| of(it).end <= span.end);
    &all[start..end]
}

impl<'a> Writer<'a> {
    /// For a document of so many `figures`.
    pub(super) fn new(document: &'a Document, frame: &'a Frame<'a>, figures: usize) -> Self {
        let lexicon = Lexicon::get();
        let out = Narrative { mentions: Vec::with_capacity(figures), statements: Vec::new() };
        Self {
            document,
            frame,
            lexicon,
            out,
            known: Vec::with_capacity(figures),
            printed: vec![None; lexicon.rules()],
            near: Cell::new((0, document.position(0))),
            told: BTreeSet::new(),
            last: "",
            paragraph: Vec::new(),
            sentence_before: Vec::new(),
            shared: Vec::new(),
            topic: Topic::None,
            chapter_about: false,
        }
    }

    pub(super) fn finish(mut self) -> Narrative {
        self.settle_only_channel();
        self.out
    }

    /// Reads one run of prose with its figures.
    pub(super) fn run(&mut self, prose: &'a Prose, passage: Passage<'a>, figures: Figures<'a>) {
        let whole = Span::new(0, passage.text.len() as u32);
        let ends = passage.all(whole, Lists::LINE_END).map(|mark| mark.start).chain([whole.end]);
        let mut start = 0;
        for end in ends {
            let line = Span::new(std::mem::replace(&mut start, end + 1), end);
            let found = figures.within(line);
            let passage = passage.within(line);
            if is_prose(&passage, line, found.quantities.len()) {
                self.line(prose, passage, line, found);
            }
        }
    }

    fn line(&mut self, prose: &'a Prose, passage: Passage<'a>, span: Span, figures: Figures<'a>) {
        self.paragraph.clear();
        self.sentence_before.clear();
        self.shared.clear();
        let chapter = self.chapter(prose.in_document(span).start);
        self.topic =
            if chapter.is_some_and(|chapter| chapter.applications) { Topic::Handled } else { Topic::None };
        self.chapter_about = chapter.is_some_and(|chapter| chapter.applications || chapter.proceedings);
        for sentence in sentences(&passage, span) {
            let passage = passage.within(sentence);
            let found = figures.within(sentence);
            let disclosure = passage.holds(Lists::DISCLOSURE);
            let may_deny = passage.holds(Lists::NEGATION) && passage.holds(Lists::ABSENT);
            if disclosure && claim::all_closed(&passage, sentence) {
                let span = self.place(prose, sentence);
                self.out.statements.push(Statement { kind: StatementKind::AllClosed, span });
            }
            if found.quantities.is_empty() && !may_deny {
                if disclosure && self.topic == Topic::None && passage.holds(Lists::APPLICATIONS) {
                    self.topic = Topic::Handled;
                }
                continue;
            }
            if self.is_told(sentence.text(passage.text)) {
                continue;
            }
            let mut start = sentence.start;
            for some in found.quantities.chunks(MOST_FIGURES) {
                let last = some.last().map_or(sentence.end, |quantity| quantity.span.end);
                let all = found.quantities.last().is_some_and(|quantity| quantity.span.end == last);
                let part = Span::new(start, if all { sentence.end } else { last });
                let some = Figures { quantities: some, ..found.within(part) };
                self.sentence(prose, passage.within(part), part, some, disclosure);
                start = part.end;
            }
            if may_deny {
                self.zeros(prose, &passage, sentence);
            }
        }
    }

    /// Whether `sentence` was read before: text pasted twice, or the tail of a sentence at the head of the next page.
    fn is_told(&mut self, sentence: &'a str) -> bool {
        const LEAST: usize = 6;
        let bare = sentence.trim_end_matches(['。', '；', ' ']).trim_start();
        let told =
            bare.chars().nth(LEAST - 1).is_some() && (self.last.ends_with(bare) || !self.told.insert(bare));
        if !told {
            self.last = bare;
        }
        told
    }

    fn sentence(
        &mut self,
        prose: &'a Prose,
        passage: Passage<'a>,
        span: Span,
        figures: Figures<'a>,
        disclosure: bool,
    ) {
        let text = passage.text;
        let mut all = items(&passage, span, figures.quantities);
        drop_repeats(text, &mut all);
        let mut kept = Vec::with_capacity(all.len());
        let mut kinds = Vec::with_capacity(all.len());
        for item in distribute(&passage, all) {
            let quantity = item.quantity;
            let (left, right) = (item.left.text(text), item.right.text(text));
            // 占三分之一 is a share; any other fraction may be of anything.
            let lead = Span::new(item.left.start, quantity.figure.start.max(item.left.start)).text(text);
            let loose_fraction = quantity.denominator.is_some() && !lead.contains('占');
            let whole_range = quantity.range.is_some() && quantity.qualifier.is_none() || loose_fraction;
            let is_name = KINDS.iter().any(|word| right.starts_with(word))
                || COUNTED_AS.iter().any(|word| left.ends_with(word));
            if whole_range || is_name || totals::counts_parts(quantity, right) {
                continue;
            }
            let before = passage.span(item.words_before(text));
            if let Some(kind) = growth::kind(&passage, &item, before) {
                kept.push(item);
                kinds.push(kind);
            }
        }
        let lists = parts::lists(&passage, &kept, &kinds);
        let place = self.place(prose, span);
        let mentions = Vec::with_capacity(kept.len());
        let mut scene =
            Scene { prose, passage, span, place, items: kept, kinds, lists, mentions, disclosure };
        self.mention_all(&mut scene);
        self.settle_channels(&scene);
        self.settle_totals(&scene);
        self.state_parts(&scene, figures.stray);
        self.state_outcomes(&scene);
        self.state_shares(&scene, figures.stray);
        self.state_closing(&scene);
        self.state_rest(&scene);
        self.state_growth(&scene);
        self.state_averages(&scene);
        let counts = scene.mentions.iter().copied().filter(|at| self.out.mentions[*at].kind.is_amount());
        let counts: Vec<usize> = counts.collect();
        self.paragraph.extend(&counts);
        let old = self.paragraph.len().saturating_sub(MOST_FIGURES);
        self.paragraph.drain(..old);
        if !counts.is_empty() {
            self.sentence_before = counts;
        }
    }

    pub(super) fn place(&self, prose: &Prose, span: Span) -> Place {
        self.place_of(prose.in_document(span))
    }

    /// Where `span` of the document stands.
    pub(super) fn place_of(&self, span: Span) -> Place {
        let source = self.document.in_source(span);
        let position = self.document.position_near(source.start, self.near.get());
        self.near.set((source.start, position));
        Place::new(source, position)
    }

    /// The chapter in which byte `at` of the document stands.
    fn chapter(&self, at: u32) -> Option<&'a Chapter> {
        let at = self.document.in_source(Span::new(at, at + 1)).start;
        self.chapter_at(at)
    }

    /// The chapter in which byte `at` of the source stands.
    pub(super) fn chapter_at(&self, at: u32) -> Option<&'a Chapter> {
        let after = self.frame.chapters.partition_point(|chapter| chapter.start <= at);
        after.checked_sub(1).map(|chapter| &self.frame.chapters[chapter])
    }
}

/// So many figures are looked at together, in a sentence and before it: cost stays linear.
pub(super) const MOST_FIGURES: usize = 128;

/// Words before a figure that say how things are counted: 相同信息只计1条.
const COUNTED_AS: [&str; 4] = ["只计", "仅计", "只算", "均计"];

/// What stands behind 三类 and 四类 in the names of two grounds of denial.
const KINDS: [&str; 2] = ["内部事务", "过程性"];

/// Whether a line is a sentence and no caption, row or heading.
fn is_prose(passage: &Passage<'_>, line: Span, figures: usize) -> bool {
    if passage.holds(Lists::TAB) || passage.all(line, Lists::BAR).nth(1).is_some() {
        return false;
    }
    let says = figures > 0 || passage.holds(Lists::DENIAL);
    passage.holds(Lists::SENTENCE) || says && line.text(passage.text).chars().nth(SHORTEST - 1).is_some()
}

/// Shorter lines without punctuation are captions.
const SHORTEST: usize = 12;

/// Drops clauses that repeat one before, word for word.
fn drop_repeats(text: &str, items: &mut Vec<Item<'_>>) {
    const LEAST: usize = 8;
    let mut told: Vec<&str> = Vec::with_capacity(items.len());
    items.retain(|item| {
        let words = Span::new(item.left.start, item.quantity.span.end).text(text);
        let words = words.trim_start_matches(['，', '、', '；', ' ']);
        if words.chars().nth(LEAST - 1).is_none() {
            return true;
        }
        let fresh = !told.contains(&words);
        if fresh {
            told.push(words);
        }
        fresh
    });
}
