//! `cargo xtask api`: the public items of each library crate, committed, so that they change only on purpose.
//!
//! Read from the sources with `syn`; a listing is a skeleton of the crate as its users see it: modules, types with
//! their public fields, signatures, the traits that are implemented. Bodies, values and documentation are left out.

mod krate;
mod strip;
mod walk;

use crate::workspace::{Done, packages, root};
use std::fs;
use std::path::{Path, PathBuf};

/// Where the listings are.
const FOLDER: &str = "docs/api";

const NOTICE: &str = "// The public items of this crate, written by `cargo xtask api --update`. A change here is a change for users:
// it belongs in CHANGELOG.md, and one that breaks them asks for a new minor version.\n\n";

/// Each listing with its text: the library crates that can be published.
fn listings() -> Result<Vec<(PathBuf, String)>, Vec<String>> {
    let mut listings = Vec::new();
    for package in packages(&root().join("Cargo.toml"))? {
        let library = package["targets"].as_array().into_iter().flatten().find(|it| it["kind"][0] == "lib");
        // An empty list of registries is `publish = false`.
        let is_private = package["publish"].as_array().is_some_and(Vec::is_empty);
        let (Some(library), false, Some(name)) = (library, is_private, package["name"].as_str()) else {
            continue;
        };
        let source = Path::new(library["src_path"].as_str().unwrap_or_default());
        let krate = krate::load(source)?;
        listings.push((
            Path::new(FOLDER).join(format!("{name}.txt")),
            format!("{NOTICE}{}", walk::skeleton(&krate)),
        ));
    }
    listings.sort();
    Ok(listings)
}

/// Writes every listing that is not as it should be.
pub(crate) fn update() -> Done {
    let listings = listings()?;
    fs::create_dir_all(root().join(FOLDER)).map_err(|error| vec![format!("{FOLDER}: {error}")])?;
    let mut written = 0;
    for (path, text) in &listings {
        let file = root().join(path);
        if fs::read_to_string(&file).is_ok_and(|old| old == *text) {
            continue;
        }
        fs::write(file, text).map_err(|error| vec![format!("cannot write {}: {error}", path.display())])?;
        written += 1;
    }
    Ok(format!("{} crates, {written} listings written", listings.len()))
}

/// Names every crate whose public items are not those on record, with the first lines that differ.
pub(crate) fn compare() -> Done {
    let listings = listings()?;
    let mut problems = Vec::new();
    for (path, text) in &listings {
        let old = fs::read_to_string(root().join(path)).unwrap_or_default();
        if old == *text {
            continue;
        }
        let gone =
            old.lines().filter(|line| !text.lines().any(|it| it == *line)).map(|line| format!("  - {line}"));
        let new =
            text.lines().filter(|line| !old.lines().any(|it| it == *line)).map(|line| format!("  + {line}"));
        let lines: Vec<String> = gone.chain(new).take(12).collect();
        problems.push(format!(
            "{} is not what the crate has now; if that is meant, run `cargo xtask api --update` and commit it\n{}",
            path.display(),
            lines.join("\n")
        ));
    }
    if problems.is_empty() { Ok(format!("{} crates as on record", listings.len())) } else { Err(problems) }
}
