//! `cargo xtask codegen`: pages that say what the code says, committed and checked.

mod forms;
mod indicators;
mod rules;

use crate::workspace::{Done, root};
use std::fs;

const NOTICE: &str =
    "<!-- Written by `cargo xtask codegen` from the code; change the code, not this page. -->\n\n";

/// Each page with its text.
fn pages() -> Result<[(&'static str, String); 3], Vec<String>> {
    let forms = forms::page().map_err(|error| vec![error.to_string()])?;
    let pages = [
        ("docs/indicators.md", indicators::page()),
        ("docs/rules.md", rules::page()),
        ("docs/forms.md", forms),
    ];
    Ok(pages.map(|(path, text)| (path, format!("{NOTICE}{text}"))))
}

/// Writes every page that is not as it should be.
pub(crate) fn write() -> Done {
    let mut written = 0;
    for (path, text) in pages()? {
        let file = root().join(path);
        if fs::read_to_string(&file).is_ok_and(|old| old == text) {
            continue;
        }
        let folder = file.parent().map_or(Ok(()), fs::create_dir_all);
        folder
            .and_then(|()| fs::write(&file, text))
            .map_err(|error| vec![format!("cannot write {path}: {error}")])?;
        written += 1;
    }
    Ok(format!("{written} pages written"))
}

/// Names every page that is stale.
pub(crate) fn check() -> Done {
    let stale: Vec<String> = pages()?
        .into_iter()
        .filter(|(path, text)| fs::read_to_string(root().join(path)).ok().as_ref() != Some(text))
        .map(|(path, _)| format!("{path} is stale; run `cargo xtask codegen` and commit it"))
        .collect();
    if stale.is_empty() { Ok("all pages are up to date".to_owned()) } else { Err(stale) }
}

/// `text` inside a cell of a Markdown table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', "<br>")
}
