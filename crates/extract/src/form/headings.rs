//! The headings of all forms, looked for all at once: enough of one form in one paragraph make it a flattened table.

use crate::form::forms::{Count, Forms};
use aho_corasick::{AhoCorasick, Input, MatchKind};
use gongkai_text::label::fold;

/// A paragraph shorter than this many bytes is no flattened table.
const SHORTEST: usize = 120;

/// Words of every form, as a page in traditional characters prints them.
const TRADITIONAL: &[&str] = &["公開", "數量"];

/// The headings of all forms as they are printed, looked for all at once.
#[derive(Debug, Default)]
pub(crate) struct Headings {
    words: Vec<Heading>,
    /// `None` while there are none.
    finder: Option<AhoCorasick>,
}

#[derive(Debug)]
struct Heading {
    printed: String,
    /// For paragraphs in traditional characters.
    folded: String,
    forms: Forms,
}

/// So many different headings of a form in one paragraph make it one.
pub(crate) const LEAST_HEADINGS: usize = 3;

impl Headings {
    /// Makes `words`, each of which may be given several times, ready to be looked for.
    pub(crate) fn new(words: impl IntoIterator<Item = (String, Forms)>) -> Self {
        let mut all: Vec<(String, Forms)> =
            words.into_iter().filter(|(words, _)| !words.is_empty()).collect();
        all.sort_by(|a, b| a.0.cmp(&b.0));
        let same = all.chunk_by(|a, b| a.0 == b.0);
        let words = same.map(|same| Heading {
            printed: same[0].0.clone(),
            folded: fold(&same[0].0),
            forms: same.iter().fold(Forms::NONE, |all, (_, forms)| all.or(*forms)),
        });
        let words: Vec<Heading> = words.collect();
        let finder = (!words.is_empty()).then(|| {
            let built = AhoCorasick::builder()
                .match_kind(MatchKind::LeftmostFirst)
                .build(words.iter().map(|heading| &heading.printed));
            built.expect("the headings of some forms fill no automaton")
        });
        Self { words, finder }
    }

    /// For which forms `paragraph` holds a table without separators.
    pub(crate) fn make_table(&self, paragraph: &str) -> Forms {
        let Some(finder) = self.finder.as_ref().filter(|_| paragraph.len() >= SHORTEST) else {
            return Forms::NONE;
        };
        let mut seen: Vec<&str> = Vec::new();
        let mut count = Count::<LEAST_HEADINGS>::new();
        let mut at = 0;
        while let Some(found) = finder.find(Input::new(paragraph).range(at..)) {
            let here = &paragraph[found.start()..];
            // One heading may begin as another does, or inside another.
            for heading in self.words.iter().filter(|heading| here.starts_with(&heading.printed)) {
                if !seen.contains(&&*heading.printed) {
                    seen.push(&heading.printed);
                    count.add(heading.forms);
                }
            }
            at = found.start() + here.chars().next().map_or(1, char::len_utf8);
        }
        count.enough().or(self.make_table_in_traditional(paragraph))
    }

    /// The same for a paragraph in traditional characters.
    fn make_table_in_traditional(&self, paragraph: &str) -> Forms {
        let is_traditional =
            |word: &&str| memchr::memmem::find(paragraph.as_bytes(), word.as_bytes()).is_some();
        if !TRADITIONAL.iter().any(is_traditional) {
            return Forms::NONE;
        }
        let words = fold(paragraph);
        let mut seen: Vec<&str> = Vec::new();
        let mut count = Count::<LEAST_HEADINGS>::new();
        for heading in self.words.iter().filter(|heading| words.contains(heading.folded.as_str())) {
            // Its brackets in either width are one heading.
            if !seen.contains(&&*heading.folded) {
                seen.push(&heading.folded);
                count.add(heading.forms);
            }
        }
        count.enough()
    }
}
