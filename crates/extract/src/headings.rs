//! The headings of all forms, looked for all at once: enough of them in one paragraph make it a flattened table.

use aho_corasick::{AhoCorasick, Input, MatchKind};
use gongkai_text::label::fold;

/// A paragraph shorter than this many bytes is no flattened table.
const SHORTEST: usize = 120;

/// So many different headings in one paragraph make it one.
const LEAST_HEADINGS: usize = 3;

/// Words of every form, as a page in traditional characters prints them.
const TRADITIONAL: &[&str] = &["公開", "數量"];

/// The headings of all forms as they are printed, looked for all at once.
#[derive(Debug, Default)]
pub(crate) struct Headings {
    words: Vec<String>,
    /// The same folded, for paragraphs in traditional characters.
    folded: Vec<String>,
    /// `None` while there are none.
    finder: Option<AhoCorasick>,
}

impl Headings {
    /// Makes `words`, each of which may be given several times, ready to be looked for.
    pub(crate) fn new(words: impl IntoIterator<Item = String>) -> Self {
        let mut words: Vec<String> = words.into_iter().filter(|words| !words.is_empty()).collect();
        words.sort_unstable();
        words.dedup();
        let finder = (!words.is_empty()).then(|| {
            let built = AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(&words);
            built.expect("the headings of some forms fill no automaton")
        });
        let folded = words.iter().map(|words| fold(words)).collect();
        Self { words, folded, finder }
    }

    /// Whether `paragraph` holds a table without separators.
    pub(crate) fn make_table(&self, paragraph: &str) -> bool {
        let Some(finder) = self.finder.as_ref().filter(|_| paragraph.len() >= SHORTEST) else { return false };
        let mut seen: Vec<&str> = Vec::new();
        let mut at = 0;
        while let Some(found) = finder.find(Input::new(paragraph).range(at..)) {
            let here = &paragraph[found.start()..];
            // One heading may begin as another does, or inside another.
            for words in self.words.iter().filter(|words| here.starts_with(words.as_str())) {
                if !seen.contains(&words.as_str()) {
                    seen.push(words);
                }
            }
            if seen.len() >= LEAST_HEADINGS {
                return true;
            }
            at = found.start() + here.chars().next().map_or(1, char::len_utf8);
        }
        self.make_table_in_traditional(paragraph)
    }

    /// The same for a paragraph in traditional characters.
    fn make_table_in_traditional(&self, paragraph: &str) -> bool {
        let is_traditional =
            |word: &&str| memchr::memmem::find(paragraph.as_bytes(), word.as_bytes()).is_some();
        if !TRADITIONAL.iter().any(is_traditional) {
            return false;
        }
        let words = fold(paragraph);
        self.folded.iter().filter(|heading| words.contains(heading.as_str())).count() >= LEAST_HEADINGS
    }
}
