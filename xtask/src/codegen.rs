//! `cargo xtask codegen`: pages that say what the code says, committed and checked.

mod code_map;
mod forms;
mod indicators;
mod readme;
mod rules;

use crate::workspace::{Done, fail, root};
use std::fs;

const NOTICE: &str =
    "<!-- Written by `cargo xtask codegen` from the code; change the code, not this page. -->\n\n";

/// Marks around a part of a page that is otherwise written by hand.
const BEGIN: &str = "<!-- Written by `cargo xtask codegen`, down to the next mark. -->";
const END: &str = "<!-- The rest is written by hand. -->";

/// Each page with its text.
fn pages() -> Result<Vec<(&'static str, String)>, Vec<String>> {
    let forms = forms::page().map_err(|error| vec![error.to_string()])?;
    let whole = [
        ("docs/forms.md", forms),
        ("docs/indicators.md", indicators::page()),
        ("docs/rules.md", rules::page()),
    ];
    let mut pages: Vec<_> = whole.into_iter().map(|(path, text)| (path, format!("{NOTICE}{text}"))).collect();
    pages.push(("README.md", with_part("README.md", &readme::picture()?)?));
    pages.push(("ARCHITECTURE.md", with_part("ARCHITECTURE.md", &code_map::map()?)?));
    Ok(pages)
}

/// The page at `path`, written by hand, with `part` between its marks.
fn with_part(path: &str, part: &str) -> Result<String, Vec<String>> {
    let page = fs::read_to_string(root().join(path)).map_err(|error| vec![format!("{path}: {error}")])?;
    let marks = page.split_once(BEGIN).and_then(|(before, rest)| Some((before, rest.split_once(END)?.1)));
    let Some((before, after)) = marks else {
        return fail(format!("{path} has lost its marks {BEGIN} and {END}"));
    };
    Ok(format!("{before}{BEGIN}\n\n{}\n\n{END}{after}", part.trim()))
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
