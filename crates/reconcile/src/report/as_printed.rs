//! Whether a cell's value is what anyone would read in its characters.

use gongkai_model::{Fact, Presence};
use gongkai_text::width::plain;

/// Whether the characters of a cell are its value as anyone would read them, a unit behind it and separators of
/// thousands aside: `1,234件` is, `-0`, `1O`, `1 4` and `07` are not.
///
/// Where they are not, the copy may be at fault and not the report.
pub(super) fn is_as_printed(fact: &Fact) -> bool {
    let raw = fact.raw.trim();
    let Some(value) = fact.value else { return raw.is_empty() || fact.presence != Presence::Blank };
    if raw.is_empty() {
        // A figure that came without its characters, as from a table of facts.
        return true;
    }
    let printed: String = raw.chars().map(plain).filter(|&c| c != ',').collect();
    let value = value.to_string();
    let rest = printed.strip_prefix('+').unwrap_or(&printed).strip_prefix(&value);
    rest.is_some_and(|rest| !rest.trim_start().starts_with(|c: char| c.is_ascii_alphanumeric() || c == '.'))
}
