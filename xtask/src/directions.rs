//! `cargo xtask directions`: data flows one way, and so do the crates.
//!
//! What a crate may depend on is written down here once more, by hand: a change of this table is the rare kind of
//! change that goes alone. Dev-dependencies are free, a test may look at anything.

use crate::workspace::{Done, fail, packages, root};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Each package of ours, from the leaf up, with what it may name.
const ALLOWED: &[(&str, &[&str])] = &[
    ("gongkai-text", &[]),
    ("gongkai-model", &["gongkai-text"]),
    ("gongkai-document", &["gongkai-text"]),
    ("gongkai-grammar", &["gongkai-text", "gongkai-document", "gongkai-model"]),
    ("gongkai-read", &["gongkai-text", "gongkai-document"]),
    ("gongkai-extract", &["gongkai-text", "gongkai-document", "gongkai-model", "gongkai-grammar"]),
    ("gongkai-formats", &["gongkai-model", "gongkai-extract"]),
    ("gongkai-reconcile", &["gongkai-text", "gongkai-model"]),
    ("gongkai-render", &["gongkai-text", "gongkai-model", "gongkai-reconcile"]),
    (
        "gongkai",
        &[
            "gongkai-text",
            "gongkai-model",
            "gongkai-document",
            "gongkai-grammar",
            "gongkai-read",
            "gongkai-extract",
            "gongkai-formats",
            "gongkai-reconcile",
            "gongkai-render",
        ],
    ),
    ("gongkai-cli", &["gongkai"]),
    ("gongkai-benches", &["gongkai"]),
    ("xtask", &["gongkai"]),
];

/// Packages of others that one crate alone may name.
const ONE_OWNER: &[(&str, &str)] = &[("inventory", "gongkai-extract")];

/// Checks the manifests of this workspace.
pub(crate) fn run() -> Done {
    let (edges, problems) = check(&packages(&root().join("Cargo.toml"))?);
    if problems.is_empty() { Ok(format!("{edges} dependencies, all downwards")) } else { Err(problems) }
}

/// Checks manifests that break every rule, in a folder of their own, and fails if that goes unnoticed.
pub(crate) fn planted() -> Done {
    let folder = std::env::temp_dir().join(format!("gongkai-directions-{}", std::process::id()));
    let found = plant(&folder).and_then(|()| packages(&folder.join("Cargo.toml")));
    let _ = fs::remove_dir_all(&folder);
    let (_, problems) = check(&found?);
    let expected = ["gongkai-text may not depend on gongkai-model", "inventory", "gongkai-stray"];
    for words in expected {
        if !problems.iter().any(|problem| problem.contains(words)) {
            return fail(format!("a planted violation went unnoticed: {words}"));
        }
    }
    if problems.len() != expected.len() {
        return fail(format!("expected {} violations, found {problems:?}", expected.len()));
    }
    Ok(format!("{} planted violations were all found", problems.len()))
}

/// Writes a workspace in which the leaf depends upwards, a wrong crate knows the registry, and one is unknown.
/// The same upward dependency for tests only is no violation.
fn plant(folder: &Path) -> Result<(), Vec<String>> {
    let manifests = [
        ("text", "gongkai-text", "[dependencies]\ngongkai-model = { path = \"../model\" }\n"),
        (
            "model",
            "gongkai-model",
            "[dependencies]\ninventory = \"0.3\"\n[dev-dependencies]\ngongkai-stray = { path = \"../stray\" }\n",
        ),
        ("stray", "gongkai-stray", ""),
    ];
    let mut files =
        vec![(folder.join("Cargo.toml"), "[workspace]\nresolver = \"3\"\nmembers = [\"*\"]\n".to_owned())];
    for (name, package, dependencies) in manifests {
        let head = format!("[package]\nname = \"{package}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n");
        files.push((folder.join(name).join("Cargo.toml"), head + dependencies));
        files.push((folder.join(name).join("src/lib.rs"), String::new()));
    }
    for (path, text) in files {
        let parent = path.parent().unwrap_or(folder);
        let written = fs::create_dir_all(parent).and_then(|()| fs::write(&path, text));
        written.map_err(|error| vec![format!("cannot plant {}: {error}", path.display())])?;
    }
    Ok(())
}

/// How many edges between crates of ours there are, and what is wrong with them.
fn check(packages: &[Value]) -> (usize, Vec<String>) {
    let name_of = |value: &Value| value["name"].as_str().unwrap_or_default().to_owned();
    let ours: Vec<String> = packages.iter().map(name_of).collect();
    let (mut edges, mut problems) = (0, Vec::new());
    for package in packages {
        let name = name_of(package);
        let Some((_, allowed)) = ALLOWED.iter().find(|(known, _)| *known == name) else {
            problems.push(format!(
                "{name} has no place among the crates: give it one in xtask/src/directions.rs"
            ));
            continue;
        };
        let dependencies = package["dependencies"].as_array().into_iter().flatten();
        for dependency in dependencies.filter(|it| it["kind"] != "dev").map(name_of) {
            if ours.contains(&dependency) {
                edges += 1;
                if !allowed.contains(&dependency.as_str()) {
                    problems
                        .push(format!("{name} may not depend on {dependency}: it may name only {allowed:?}"));
                }
            }
            if let Some((_, owner)) =
                ONE_OWNER.iter().find(|(other, owner)| *other == dependency && *owner != name)
            {
                problems.push(format!("{name} names {dependency}, which is the business of {owner} alone"));
            }
        }
    }
    (edges, problems)
}

#[cfg(test)]
mod tests {
    #[test]
    fn this_workspace_flows_one_way() {
        super::run().unwrap();
    }

    #[test]
    fn planted_violations_are_found() {
        super::planted().unwrap();
    }
}
