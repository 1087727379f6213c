//! From the figures of a sentence to mentions: what was counted, whose it is, and of which time.

use super::body::body;
use super::known::Known;
use super::lexicon::{Neighbour, Phrase, Printed};
use super::marks::{Lists, Passage, Seen};
use super::period::period;
use super::phrase::{bare_end, bare_start, noun};
use super::prose::Prose;
use super::rule::{Rule, Topic, Units};
use super::sentence::Item;
use super::writer::{Scene, Writer};
use super::{growth, zero};
use gongkai_model::{Body, Mention, MentionKind, Period};
use gongkai_text::quantity::QuantityKind;
use gongkai_text::{Decimal, Span, Unit};

/// The words beside a figure.
struct Beside<'t> {
    /// Those of its own clause before it, behind 在…申请中.
    left: &'t str,
    /// The same without what says nothing.
    bare: &'t str,
    /// Those behind it, unless they belong to the next figure.
    right: &'t str,
    /// The clause before, where that may be about it.
    before: &'t str,
}

impl<'t> Beside<'t> {
    fn of(passage: &Passage<'t>, item: &Item<'_>) -> Self {
        let left = after_among(passage, item.left);
        let bare = bare_start(bare_end(left));
        let right = if item.stop == '0' && !bare.is_empty() { "" } else { item.right.text(passage.text) };
        Self { left, bare, right, before: item.words_before(passage.text) }
    }
}

impl<'a> Writer<'a> {
    pub(super) fn mention_all(&mut self, scene: &mut Scene<'a>) {
        let passage = scene.passage;
        // The time at every depth of parentheses: one inside a parenthesis ends with it.
        let mut times: Vec<Option<Period>> = Vec::new();
        let mut whose: Option<Body> = None;
        let mut listed = false;
        for at in 0..scene.items.len() {
            let item = &scene.items[at];
            let beside = Beside::of(&passage, item);
            let left = passage.span(beside.left);
            // Words since the last figure tell the time and the body; a list part keeps its whole's.
            let told = period(&passage, item.gap, self.frame.year);
            // 由2022年的37件: that figure alone.
            let alone = told.filter(|_| beside.left.contains(['由', '从', '比']));
            times.truncate(item.depth + 1);
            times.resize(item.depth + 1, times.last().copied().flatten());
            let when = &mut times[item.depth];
            *when = told.filter(|_| alone.is_none()).or(*when);
            let when = *when;
            let own_body = body(&passage, item.gap, self.frame.is_government);
            let list_whole = self.whole_of(scene, at);
            let body = if let Some(of) = list_whole {
                Some(own_body.unwrap_or_else(|| self.out.mentions[of].body.clone()))
            } else {
                whose = own_body.or(whose);
                whose.clone()
            };
            let mut topic = list_whole.map_or(self.topic, |whole| self.known[whole].topic);
            // 其中行政复议7件，结果维持6件: what stands behind a part may be told of that part.
            if let Some(whole) = list_whole.filter(|_| at > 0)
                && let Some(before) = self.known.last()
                && (self.known[whole].own.is_none() || before.own == Some(before.topic))
                && matches!(before.topic, Topic::Review | Topic::Litigation)
            {
                topic = before.topic;
            }
            // 从申请人看, 办理结果中: what the words before the first figure say is counted.
            if self.topic == Topic::None && topic == Topic::None {
                topic = led_by(&passage, item.gap);
                self.topic = topic;
            }
            let among = left.start > item.left.start && passage.any(item.left, Lists::APPLICATIONS);
            let topic = if among { Topic::Handled } else { topic };
            let subject = subject(&passage, &beside);
            let kind = scene.kinds[at];
            let plain = !item.quantity.flags.is_doubtful() && item.quantity.per.is_none();
            // A list may go on where its parts have no shares any more.
            listed = list_whole.map_or(listed, |whole| {
                self.out.mentions[whole].indicator.as_deref() == Some("proactive.items_total")
            });
            let about = if listed { Topic::Listed } else { topic };
            let rule = if kind.is_amount() && plain && !passage.any(item.gap, Lists::PLANS) {
                self.rule(scene, at, &beside, about)
            } else {
                None
            };
            let mut mention = self.mention(scene, item, kind, subject);
            mention.body = body.unwrap_or_default();
            mention.period = alone.or(when).unwrap_or_default();
            let right = passage.span(beside.right);
            let names_medium = passage.any(left, Lists::MEDIA) || passage.any(right, Lists::MEDIA);
            let named = |word: &&str| beside.left.contains(word) || beside.right.contains(word);
            let mut known = Known {
                words: subject,
                unit: item.quantity.unit,
                medium: names_medium.then(|| Lists::MEDIA.words().find(named)).flatten(),
                is_sum: passage.any(left, Lists::SUMS),
                topic,
                ..Known::default()
            };
            // Kinds of information are listed by the names of what they are about: 行政许可70条.
            let of_items = list_whole.is_some_and(|whole| self.known[whole].topic == Topic::Items);
            // Documents among the items are counted on the list of 2014: 其中主动公开规范性文件8条.
            let fits = |rule: &Rule| !of_items || rule.gives == Topic::Items || rule.units == Units::Informed;
            if let Some((rule, number)) = rule.filter(|(rule, _)| fits(rule)) {
                let printed = self.printed(rule, number);
                mention.indicator = printed.id.map(str::to_owned);
                mention.group = printed.group;
                known.topic = rule.gives;
                known.own = Some(rule.gives);
                if list_whole.is_none() {
                    self.topic = rule.gives;
                }
            } else if passage.any(item.gap, Lists::OTHER_MATTERS) {
                self.topic = Topic::None;
            }
            scene.mentions.push(self.out.mentions.len());
            self.out.mentions.push(mention);
            self.known.push(known);
        }
    }

    /// The rule that names what was counted, with its number.
    fn rule(
        &self,
        scene: &Scene<'_>,
        at: usize,
        beside: &Beside<'_>,
        topic: Topic,
    ) -> Option<(&'static Rule, usize)> {
        let (passage, item) = (&scene.passage, &scene.items[at]);
        let mut seen = Seen::default();
        passage.see(passage.span(beside.left), &mut seen);
        passage.see(passage.span(beside.right), &mut seen);
        self.see_years(passage, beside.left, &mut seen);
        self.see_years(passage, beside.right, &mut seen);
        if matches!(topic, Topic::Regulations | Topic::Documents)
            && scene.passage.text[item.gap.start as usize..].starts_with('、')
        {
            // 制定规章1件、规范性文件22件: the verb is said once.
            if let Some(before) = at.checked_sub(1).map(|before| &scene.items[before]) {
                for mark in passage.all(before.left, Lists::DRAFTED) {
                    passage.see(Span::new(mark.start, mark.end()), &mut seen);
                }
            }
        }
        let phrase_end = if beside.bare.is_empty() && !beside.before.is_empty() {
            passage.see(passage.span(beside.before), &mut seen);
            bare_end(beside.before)
        } else {
            beside.bare
        };
        let joined;
        let is_verb =
            ["公开", "收到", "受理", "发布", "收到的"].iter().any(|verb| phrase_end.ends_with(verb));
        let phrase_end = if is_verb && !beside.right.is_empty() && item.stop != '0' {
            joined = format!("{phrase_end}{}", beside.right.trim_start_matches('的').trim_end_matches('中'));
            joined.as_str()
        } else if phrase_end.is_empty() {
            beside.right
        } else {
            phrase_end
        };
        let unit = item.quantity.unit.map(Unit::label);
        // 公开申请予以公开的31件: its own words say what was answered.
        let own =
            topic == Topic::None && ["公开申请", "依申请"].iter().any(|word| beside.left.contains(word));
        let topic = if own { Topic::Handled } else { topic };
        let phrase =
            Phrase { seen, bare: phrase_end, topic, unit, money: item.quantity.kind == QuantityKind::Money };
        let (rule, number) = self.lexicon.rule(&phrase)?;
        if rule.alone && rule.ids.iter().any(|id| self.frame.has.is_some_and(|has| has(id))) {
            return None;
        }
        let proceeding =
            matches!(rule.gives, Topic::Review | Topic::Litigation | Topic::Direct | Topic::AfterReview);
        // A bureau of justice has reviews of its own: only those about disclosure count here.
        // None at all is none about disclosure either.
        let about = scene.disclosure
            || topic != Topic::None
            || matches!(rule.gives, Topic::Direct | Topic::AfterReview)
            || self.chapter_about
            || item.quantity.value.is_zero();
        let told = || {
            let words = [beside.left, beside.right, if beside.bare.is_empty() { beside.before } else { "" }];
            words.into_iter().any(|words| passage.any(passage.span(words), Lists::DISCLOSURE))
        };
        // 收到申请5件 may be any application where nothing says of what; 新收 is the word of the form.
        let by_applicant = || beside.left.contains("申请人") && (scene.disclosure || self.chapter_about);
        let loose =
            || rule.gives == Topic::Received && !told() && !beside.left.contains("新收") && !by_applicant();
        // 受理复议案件812件，其中涉及政府信息公开77件: only those below are about disclosure.
        let wider = || {
            let narrows = |it: &Item<'_>| {
                let words = it.left.text(passage.text);
                passage.any(it.left, Lists::DISCLOSURE) && (words.contains("其中") || words.contains("涉及"))
            };
            proceeding && item.depth == 0 && scene.items[at + 1..].iter().any(narrows) && !told()
        };
        ((about || !(proceeding || loose())) && !wider()).then_some((rule, number))
    }

    /// 2022年结转 in a report on 2023 is 上年结转, and 结转至2024年 is 结转至下年.
    fn see_years(&self, passage: &Passage<'_>, words: &str, seen: &mut Seen) {
        let left = passage.span(words);
        let Some(year) = self.frame.year.filter(|_| passage.any(left, Lists::CARRIED)) else { return };
        for mark in passage.all(left, Lists::YEAR) {
            let words = Span::new(left.start, mark.start).text(passage.text);
            let digits = words.len().checked_sub(4).and_then(|from| words.get(from..));
            let told: Option<u16> = digits.and_then(|digits| digits.parse().ok());
            let after = passage.all(Span::new(mark.end(), left.end), Lists::CARRIED).next().is_some();
            match told {
                Some(told) if after && told + 1 == year => seen.and(self.lexicon.beside(Neighbour::Before)),
                Some(told) if !after && told == year + 1 => seen.and(self.lexicon.beside(Neighbour::After)),
                _ => {}
            }
        }
    }

    /// What the report prints for `rule`, asked once.
    fn printed(&mut self, rule: &'static Rule, number: usize) -> Printed {
        let has = |id: &str| self.frame.has.is_some_and(|has| has(id));
        *self.printed[number].get_or_insert_with(|| rule.printed(has))
    }

    fn mention(&self, scene: &Scene<'_>, item: &Item<'_>, kind: MentionKind, subject: &str) -> Mention {
        let text = scene.passage.text;
        let quantity = item.quantity;
        let own = Span::of(subject, text).filter(|span| !span.is_empty());
        let own = own.filter(|_| !item.apart);
        let span = own.map_or(quantity.span, |own| own.cover(quantity.span));
        let printed = scene.prose.in_document(span);
        let place = self.place_of(printed);
        let grows = matches!(
            kind,
            MentionKind::Growth | MentionKind::Change | MentionKind::Points | MentionKind::Multiple
        );
        let direction = || quantity.direction.or_else(|| growth::direction(bare_start(item.left.text(text))));
        Mention {
            text: self.document.slice(printed).to_owned(),
            kind,
            value: quantity.value,
            unit: quantity.unit,
            ulp: quantity.ulp,
            approx: quantity.word.map(str::to_owned),
            direction: grows.then(direction).flatten(),
            indicator: None,
            span: place,
            group: None,
            quantity: Some(quantity.clone()),
            subject: subject.to_owned(),
            body: Body::Unstated,
            period: Period::Unstated,
            section: self.chapter_at(place.start).map(|chapter| chapter.number),
            sentence: scene.place,
        }
    }

    /// The zeros that `sentence` says in words.
    pub(super) fn zeros(&mut self, prose: &'a Prose, passage: &Passage<'a>, sentence: Span) {
        for zero in zero::zeros(passage, sentence, !self.frame.tables.is_empty()) {
            let words = zero.span.text(passage.text);
            let before = Span::new(sentence.start, zero.span.start);
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
                body: body(passage, before, self.frame.is_government).unwrap_or_default(),
                period: period(passage, before, self.frame.year).unwrap_or_default(),
                section: self.chapter_at(place.start).map(|chapter| chapter.number),
                sentence: self.place(prose, sentence),
            });
            self.known.push(Known { words, ..Known::default() });
        }
    }
}

/// What words that lead a list of applications say it is about.
fn led_by(passage: &Passage<'_>, gap: Span) -> Topic {
    if passage.any(gap, Lists::OTHER_MATTERS) {
        return Topic::None;
    }
    if passage.any(gap, Lists::BY_APPLICANT) {
        Topic::Received
    } else if passage.any(gap, Lists::BY_RESULT) {
        Topic::Handled
    } else {
        Topic::None
    }
}

/// The noun phrase of a figure: before it, right after it, or in the clause before.
fn subject<'t>(passage: &Passage<'_>, beside: &Beside<'t>) -> &'t str {
    let own = beside.bare;
    // 对3件规范性文件: the noun follows.
    let follows = matches!(own, "对" | "将" | "把" | "由" | "与") && !beside.right.is_empty();
    if !own.is_empty() && !follows {
        return short(noun(passage, own));
    }
    let after = beside.right.trim_start_matches(['的', ' ']);
    if !after.is_empty() {
        return after;
    }
    short(noun(passage, bare_start(bare_end(beside.before))))
}

/// The last part of a noun phrase that lists many things.
fn short(noun: &str) -> &str {
    const LONGEST: usize = 30;
    let is_long = |noun: &str| noun.chars().nth(LONGEST).is_some();
    if !is_long(noun) {
        return noun;
    }
    let last = noun.rfind('、').map_or(noun, |at| &noun[at + '、'.len_utf8()..]);
    if is_long(last) { "" } else { last }
}

/// What follows 在…申请中: the words before say among which the figure is.
fn after_among<'t>(passage: &Passage<'t>, left: Span) -> &'t str {
    let words = left.text(passage.text);
    if !passage.any(left, Lists::AMONG) {
        return words;
    }
    Lists::AMONG.words().find_map(|word| Some(&words[words.rfind(word)? + word.len()..])).unwrap_or(words)
}

/// What is said of applications that are done with.
pub(super) const DONE: [&str; 3] =
    ["applications.processed.total", "applications.closed.total", "applications.replied.total"];
