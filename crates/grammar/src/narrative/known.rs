//! What later clauses and sentences need to know of a mention.

use super::rule::Topic;
use gongkai_text::Unit;

/// A mention as the words around it have it.
#[derive(Clone, Debug, Default)]
pub(super) struct Known<'t> {
    /// Its words, without those that say nothing.
    pub words: &'t str,
    /// Its unit.
    pub unit: Option<Unit>,
    /// The medium it names: one item may stand in several.
    pub medium: Option<&'static str>,
    /// A share of its total follows it, so it is a part.
    pub is_shared: bool,
    /// A sum: 共, 总.
    pub is_sum: bool,
    /// What its own words say it is about.
    pub own: Option<Topic>,
    /// What it is about, taken from its whole or the sentence where its own words do not say.
    pub topic: Topic,
}
