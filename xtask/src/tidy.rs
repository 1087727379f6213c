//! `cargo xtask tidy`: small rules of the repository that no compiler knows.

use crate::workspace::{Done, packages, root, tracked};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A file longer than this many lines is too long to hold in the head.
const MOST_LINES: usize = 600;

/// Files that are one long list, and may be as long as the list.
const LISTS: &[&str] = &["crates/model/src/catalog.rs"];

/// Pages written by hand, whose paths and commands must be true.
const PAGES: &[&str] = &[
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "benches/README.md",
    "docs/guide.md",
    "docs/use-a-crate.md",
    "docs/new-format.md",
    "docs/benchmarks.md",
];

/// What the files are called that the reader of `docs/new-format.md` makes.
const EXAMPLE: &str = "yunze";

/// Checks every rule.
pub(crate) fn run() -> Done {
    let files = tracked()?;
    let mut problems = Vec::new();
    for file in &files {
        // Files that are no text have no lines.
        if let Ok(text) = fs::read_to_string(root().join(file)) {
            machine_paths(file, &text, &mut problems);
            unsettled(file, &text, &mut problems);
            if file.extension().is_some_and(|end| end == "rs") {
                source(file, &text, &mut problems);
            }
        }
    }
    named_paths(&mut problems);
    commands(&mut problems)?;
    fixtures(&files, &mut problems);
    descriptions(&mut problems)?;
    if problems.is_empty() { Ok(format!("{} files", files.len())) } else { Err(problems) }
}

/// Where one machine keeps its files is nobody else's business, and breaks elsewhere.
fn machine_paths(file: &Path, text: &str, problems: &mut Vec<String>) {
    // Put together here, so that this file does not break its own rule.
    let roots = ["work", "tmp", "root", "home", "Users"].map(|name| format!("/{name}/"));
    for (at, line) in text.lines().enumerate() {
        let starts = |root: &str| {
            line.match_indices(root)
                .any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || "./-_".contains(c)))
        };
        if let Some(found) = roots.iter().find(|root| starts(root)) {
            problems.push(format!("{}:{}: a path of one machine ({found}…)", file.display(), at + 1));
        }
    }
}

/// What a generated form leaves to a person.
fn unsettled(file: &Path, text: &str, problems: &mut Vec<String>) {
    if file.starts_with("crates/formats/src/extractors") || file.starts_with("fixtures") {
        let lines = text.lines().enumerate().filter(|(_, line)| line.contains("TODO"));
        problems.extend(lines.map(|(at, line)| format!("{}:{}: {}", file.display(), at + 1, line.trim())));
    }
}

/// Length, and `unwrap` in libraries: `expect` says which assumption failed.
fn source(file: &Path, text: &str, problems: &mut Vec<String>) {
    let name = file.to_string_lossy();
    let lines = text.lines().count();
    if lines > MOST_LINES && !LISTS.contains(&name.as_ref()) {
        problems.push(format!("{name}: {lines} lines; split it, or name it a list in xtask/src/tidy.rs"));
    }
    let is_library = name.starts_with("crates/") && name.contains("/src/");
    if !is_library {
        return;
    }
    for (at, line) in text.lines().enumerate().take_while(|(_, line)| !line.contains("#[cfg(test)]")) {
        if line.contains(".unwrap()") && !line.trim_start().starts_with("//") {
            problems.push(format!("{name}:{}: unwrap() in a library; expect(\"which assumption\")", at + 1));
        }
    }
    if name.ends_with("/src/lib.rs") && !text.contains("#![warn(clippy::disallowed_methods") {
        problems.push(format!("{name}: no #![warn(clippy::disallowed_methods, …)]: libraries do no I/O"));
    }
}

/// Files and folders that the pages of the repository name in backticks or commands exist.
fn named_paths(problems: &mut Vec<String>) {
    for page in PAGES {
        let Ok(text) = fs::read_to_string(root().join(page)) else {
            problems.push(format!("{page} is missing"));
            continue;
        };
        let ends = |c: char| c.is_whitespace() || "`()|,;".contains(c);
        for word in text.split(ends).map(|word| word.trim_end_matches(['.', ':'])) {
            let is_path =
                ["crates/", "fixtures/", "xtask/", "docs/", "benches/"].iter().any(|it| word.starts_with(it));
            if is_path
                && !word.contains(['<', '*', '{', '…', '#', '：'])
                && !word.contains(EXAMPLE)
                && !root().join(word).exists()
            {
                problems.push(format!("{page} names {word}, which does not exist"));
            }
        }
    }
}

/// Commands in the pages name tasks, packages and tests that there are, and manifests the version that is current.
fn commands(problems: &mut Vec<String>) -> Result<(), Vec<String>> {
    let packages = packages(&root().join("Cargo.toml"))?;
    let is_package = |name: &str| packages.iter().any(|package| package["name"] == name);
    let is_test = |name: &str| {
        let mut targets = packages.iter().filter_map(|package| package["targets"].as_array()).flatten();
        targets.any(|target| target["name"] == name && target["kind"][0] == "test")
    };
    for page in PAGES {
        let text = fs::read_to_string(root().join(page)).unwrap_or_default();
        let mut block = "";
        for (at, line) in text.lines().enumerate() {
            if let Some(kind) = line.strip_prefix("```") {
                block = if block.is_empty() && !kind.is_empty() { kind } else { "" };
                continue;
            }
            let mut complain = |what: &str| problems.push(format!("{page}:{}: {what}: {line}", at + 1));
            let words: Vec<&str> = line.split_whitespace().collect();
            if block == "toml" && line.contains("path = ") {
                let crates = packages.iter().filter(|it| it["publish"].is_null());
                let is_current = crates.clone().any(|package| {
                    let (name, version) = (&package["name"], &package["version"]);
                    Some(words[0]) == name.as_str() && line.contains(&format!("version = {version}"))
                });
                if !is_current {
                    complain("no crate of ours in this version");
                }
            }
            let is_cargo = words.iter().position(|word| *word == "cargo");
            let (Some(cargo), true) = (is_cargo, block == "sh") else { continue };
            for pair in words[cargo..].windows(2).take_while(|pair| pair[0] != "--") {
                match pair {
                    ["xtask", task] if !crate::USAGE.contains(&format!("\n  {task}")) => {
                        complain("no such task");
                    }
                    ["-p", name] if !is_package(name) => complain("no such package"),
                    ["--test", name] if !is_test(name) => complain("no such test"),
                    _ => {}
                }
            }
        }
    }
    Ok(())
}

/// A case is a folder `fixtures/<form>/<case>` with a source and both expectations, nothing missing on either side.
fn fixtures(files: &[PathBuf], problems: &mut Vec<String>) {
    let mut cases: BTreeMap<&Path, BTreeSet<&str>> = BTreeMap::new();
    for file in files.iter().filter(|file| file.starts_with("fixtures") && file.components().count() > 2) {
        let (Some(folder), Some(name)) = (file.parent(), file.file_name().and_then(|name| name.to_str()))
        else {
            continue;
        };
        if file.components().count() != 4 {
            problems.push(format!("{}: a case is fixtures/<form>/<case>/<file>", file.display()));
        }
        cases.entry(folder).or_default().insert(name);
    }
    for (folder, names) in cases {
        let is_source = |name: &&&str| name.starts_with("source.") || name.starts_with("new.");
        if names.iter().filter(is_source).count() != 1 {
            problems.push(format!("{}: expected one source.txt, source.md or new.txt", folder.display()));
        }
        for wanted in ["report.expect", "findings.expect", "note.md"] {
            if !names.contains(wanted) {
                problems.push(format!("{}: no {wanted}", folder.display()));
            }
        }
        for stray in names.iter().filter(|name| {
            let is_document = ["source.", "new.", "old.", "below-"].iter().any(|it| name.starts_with(it));
            !(is_document || name.ends_with(".expect") || ["note.md", "members.csv"].contains(*name))
        }) {
            problems.push(format!("{}: {stray} belongs to no case", folder.display()));
        }
    }
}

/// Every package says what it is, and points at a page that exists.
fn descriptions(problems: &mut Vec<String>) -> Result<(), Vec<String>> {
    for package in packages(&root().join("Cargo.toml"))? {
        let name = package["name"].as_str().unwrap_or_default();
        if package["description"].as_str().is_none_or(str::is_empty) {
            problems.push(format!("{name}: no description in its manifest"));
        }
        let manifest = Path::new(package["manifest_path"].as_str().unwrap_or_default());
        let readme =
            package["readme"].as_str().map(|readme| manifest.parent().unwrap_or(manifest).join(readme));
        if !readme.is_some_and(|readme| readme.exists()) {
            problems.push(format!("{name}: no readme, or one that does not exist"));
        }
    }
    Ok(())
}
