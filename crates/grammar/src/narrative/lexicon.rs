//! From words to indicators: a table, first match wins.
//!
//! A rule names the thing only when the words leave no doubt; where two indicators fit, no rule may.

use super::entries::RULES;
use super::marks::{MOST_WORDS, Mark, Seen, Words, bits};
use super::rule::{Rule, Topic};
use super::vocabulary;
use std::sync::LazyLock;

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
