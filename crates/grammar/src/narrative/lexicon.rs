//! From words to indicators: a table, first match wins.
//!
//! A rule names the thing only when the words leave no doubt; where two indicators fit, no rule may.

use super::entries::RULES;
use super::marks::{MOST_WORDS, Mark, Seen, Words, bits};
use super::vocabulary;
use std::sync::LazyLock;

/// What a clause is about, which later clauses of the sentence and paragraph take for granted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Topic {
    /// Nothing that is known.
    #[default]
    None,
    /// Applications received.
    Received,
    /// Applications carried in or out.
    Carried,
    /// Applications answered or closed.
    Handled,
    /// One result of applications.
    Outcome,
    /// Administrative reviews.
    Review,
    /// Litigation of any kind.
    Litigation,
    /// Litigation without a review before it.
    Direct,
    /// Litigation after a review.
    AfterReview,
    /// Items disclosed proactively.
    Items,
    /// Normative documents.
    Documents,
    /// Regulations (规章).
    Regulations,
    /// Staff for disclosure work.
    Staff,
    /// Something else that was counted.
    Other,
    /// A part of the items disclosed proactively.
    Listed,
}

impl Topic {
    pub(super) const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// Which units a rule accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Units {
    /// Cases and documents: 件 份 宗 例 起 条 项 个 次.
    Cases,
    /// Cases that are no items of information: 件 项 宗 起 例 个.
    Files,
    /// Items of information: 条 件 篇 项 个 份 则 期.
    Items,
    /// Items of information alone: 条.
    Informed,
    /// Persons: 人 名.
    Persons,
    /// Occasions: 次 场 场次 期.
    Times,
    /// Places and offices: 个 处 家.
    Places,
    /// Money.
    Money,
}

impl Units {
    fn accept(self, unit: Option<&str>, money: bool) -> bool {
        let Some(unit) = unit else {
            return !money && matches!(self, Self::Cases | Self::Items);
        };
        match self {
            Self::Cases => {
                matches!(unit, "件" | "份" | "宗" | "例" | "起" | "条" | "项" | "个" | "次" | "件次")
            }
            Self::Files => matches!(unit, "件" | "项" | "宗" | "起" | "例" | "个" | "次" | "份"),
            Self::Items => {
                matches!(unit, "条" | "件" | "篇" | "项" | "个" | "份" | "则" | "条次" | "篇次" | "条目")
            }
            Self::Informed => unit == "条",
            Self::Persons => matches!(unit, "人" | "名" | "位"),
            Self::Times => matches!(unit, "次" | "场" | "场次" | "期" | "篇" | "件" | "条" | "起"),
            Self::Places => matches!(unit, "个" | "处" | "家"),
            Self::Money => money,
        }
    }
}

/// One line of the lexicon.
pub(super) struct Rule {
    /// The indicator; of several, the one that the report's tables have, else the first.
    pub ids: &'static [&'static str],
    /// Beginning of the ids whose sum was counted, where no indicator stands for it; else empty.
    pub group: &'static str,
    /// What later clauses are about.
    pub gives: Topic,
    pub(super) need: &'static [&'static str],
    pub(super) not: &'static str,
    pub(super) tails: &'static str,
    pub(super) within: u16,
    /// Only where no table has the indicator: the words leave open whether it is what the table counts.
    pub alone: bool,
    /// What it may be counted in.
    pub units: Units,
}

struct Compiled {
    rule: &'static Rule,
    need: Vec<Seen>,
    not: Seen,
    tails: Vec<&'static str>,
}

/// The lexicon made ready.
pub(super) struct Lexicon {
    words: Words,
    rules: Vec<Compiled>,
    /// For each word, the rules whose first need it meets.
    opens: Vec<Rules>,
    /// The words for the year before and the one after.
    years: [Seen; 2],
}

/// A year beside the report's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Neighbour {
    /// The one before.
    Before,
    /// The one after.
    After,
}

/// Rules by their numbers, one bit each.
type Rules = [u64; 4];

/// The words of one figure as the lexicon wants them.
pub(super) struct Phrase<'a> {
    /// Words seen beside the figure.
    pub seen: Seen,
    /// The noun phrase right before the figure (or right after it), bare.
    pub bare: &'a str,
    /// What the sentence is about so far.
    pub topic: Topic,
    /// Unit as printed.
    pub unit: Option<&'a str>,
    /// Whether it is money.
    pub money: bool,
}

impl Lexicon {
    /// The lexicon, compiled once.
    pub(super) fn get() -> &'static Self {
        static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::compile);
        &LEXICON
    }

    fn compile() -> Self {
        let mut words = Words::new();
        let rules: Vec<Compiled> = RULES
            .iter()
            .map(|rule| Compiled {
                rule,
                need: rule.need.iter().map(|group| words.set(group)).collect(),
                not: words.set(rule.not),
                tails: rule.tails.split('|').filter(|tail| !tail.is_empty()).collect(),
            })
            .collect();
        let years = [words.set("上年"), words.set("下年")];
        vocabulary::learn(&mut words);
        let mut opens = vec![Rules::default(); MOST_WORDS];
        for (number, rule) in rules.iter().enumerate() {
            for word in rule.need[0].words() {
                opens[word][number / 64] |= 1 << (number % 64);
            }
        }
        Self { words, rules, opens, years }
    }

    /// What 上年 and 下年 say, for a year in digits that means one of them.
    pub(super) const fn beside(&self, year: Neighbour) -> &Seen {
        &self.years[year as usize]
    }

    /// Every word in `text` that a rule or a reader of sentences asks for.
    pub(super) fn marks(&self, text: &str) -> Vec<Mark> {
        self.words.marks(text)
    }

    /// How many rules there are.
    pub(super) fn rules(&self) -> usize {
        self.rules.len()
    }

    /// The first rule that fits, and its number.
    pub(super) fn rule(&self, phrase: &Phrase<'_>) -> Option<(&'static Rule, usize)> {
        let fits = |number: &usize| {
            let compiled = &self.rules[*number];
            let rule = compiled.rule;
            (rule.within == 0 || rule.within & phrase.topic.bit() != 0)
                && compiled.need[1..].iter().all(|group| phrase.seen.any(group))
                && !phrase.seen.any(&compiled.not)
                && rule.units.accept(phrase.unit, phrase.money)
                && (compiled.tails.is_empty()
                    || compiled.tails.iter().any(|tail| phrase.bare.ends_with(tail)))
        };
        let mut open = Rules::default();
        for word in phrase.seen.words() {
            open.iter_mut().zip(&self.opens[word]).for_each(|(all, its)| *all |= its);
        }
        let number = bits(&open).find(fits)?;
        Some((self.rules[number].rule, number))
    }
}

/// What a report prints for a rule.
#[derive(Clone, Copy, Debug)]
pub(super) struct Printed {
    /// The indicator.
    pub id: Option<&'static str>,
    /// The group whose sum was counted, where no indicator stands for it.
    pub group: Option<&'static str>,
}

impl Rule {
    /// The indicator that the tables have, else the first; a sum that only other forms print is a group.
    pub(super) fn printed(&self, has: impl Fn(&str) -> bool) -> Printed {
        let printed = self.ids.iter().copied().find(|id| has(id));
        if self.group.is_empty() {
            Printed { id: printed.or(self.ids.first().copied()), group: None }
        } else {
            Printed { id: printed, group: printed.is_none().then_some(self.group) }
        }
    }
}
