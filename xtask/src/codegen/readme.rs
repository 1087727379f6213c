//! The terminal picture in `README.md`: what the program prints about a report of `fixtures/`, kept true.

use crate::workspace::root;
use gongkai::Engine;
use gongkai::render::{Lang, Style, text};
use std::fs;

/// The report that the README checks.
const SOURCE: &str = "fixtures/annual-2021/wrong-litigation/source.txt";

/// The picture, as a block of Markdown.
pub(super) fn picture() -> Result<String, Vec<String>> {
    let bytes = fs::read(root().join(SOURCE)).map_err(|error| vec![format!("{SOURCE}: {error}")])?;
    let engine = Engine::linked().map_err(|error| vec![error.to_string()])?;
    let printed = text::audit(&engine.check(SOURCE, &bytes), Style::plain(Lang::Zh));
    Ok(format!("```text\n$ gongkai check {SOURCE}\n{}\n```\n", printed.trim_end()))
}
