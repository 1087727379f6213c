//! `cargo xtask publish`: what must hold before the crates go to a registry, beside `cargo package`.

use crate::workspace::{Done, cargo, fail, output, packages, root};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Crates that others take for themselves alone, so they bring at most a handful of crates with them.
const LEAN: &[&str] = &["gongkai-text", "gongkai-model", "gongkai-document", "gongkai-reconcile"];

/// A handful: crates that a lean one brings with it by its default features, ours counted.
const MOST_BROUGHT: usize = 5;

/// The contract between extractors and programs: one version in each program.
const CONTRACT: &str = "gongkai-extract";

/// Checks every crate that can be published.
pub(crate) fn run() -> Done {
    let packages = packages(&root().join("Cargo.toml"))?;
    // An empty list of registries is `publish = false`.
    let is_public = |package: &&Value| !package["publish"].as_array().is_some_and(Vec::is_empty);
    let public: Vec<&Value> = packages.iter().filter(is_public).collect();
    let mut problems = Vec::new();
    for package in &public {
        presented(package, &mut problems);
    }
    let mut brought = Vec::new();
    for name in LEAN {
        let crates = brought_by(name)?;
        if crates.len() > MOST_BROUGHT {
            problems
                .push(format!("{name} brings {} crates: {crates:?}; {MOST_BROUGHT} at most", crates.len()));
        }
        brought.push(format!("{name} {}", crates.len()));
    }
    if let Err(why) = two_versions_are_refused(&packages) {
        problems.extend(why);
    }
    let summary = format!(
        "{} crates; brought with: {}; a second {CONTRACT} is refused",
        public.len(),
        brought.join(", ")
    );
    if problems.is_empty() { Ok(summary) } else { Err(problems) }
}

/// What a registry and its visitors ask of a crate.
fn presented(package: &Value, problems: &mut Vec<String>) {
    let name = package["name"].as_str().unwrap_or_default();
    let mut complain = |what: String| problems.push(format!("{name}: {what}"));
    for key in ["description", "documentation", "license", "rust_version"] {
        if package[key].as_str().is_none_or(str::is_empty) {
            complain(format!("no {key} in its manifest"));
        }
    }
    for key in ["keywords", "categories"] {
        let count = package[key].as_array().map_or(0, Vec::len);
        if !(1..=5).contains(&count) {
            complain(format!("expected one to five {key}, found {count}"));
        }
    }
    if package["metadata"]["docs"]["rs"]["all-features"] != true {
        complain("no `all-features = true` for docs.rs".to_owned());
    }
    let manifest = Path::new(package["manifest_path"].as_str().unwrap_or_default());
    let folder = manifest.parent().unwrap_or(manifest);
    for file in ["README.md", "LICENSE-MIT", "LICENSE-APACHE"] {
        if !folder.join(file).exists() {
            complain(format!("no {file} of its own"));
        }
    }
    let readme = fs::read_to_string(folder.join("README.md")).unwrap_or_default();
    let text = fs::read_to_string(manifest).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    for feature in package["features"].as_object().into_iter().flatten().map(|it| it.0) {
        let table = lines.iter().position(|line| *line == "[features]").unwrap_or(0);
        let declared = (table..lines.len()).find(|&at| lines[at].starts_with(&format!("{feature} =")));
        // Features of optional dependencies have no line; they are named `dep:`.
        let Some(at) = declared else { continue };
        if feature == "default" {
            continue;
        }
        if !at.checked_sub(1).is_some_and(|above| lines[above].starts_with('#')) {
            complain(format!("no line in the manifest says what the feature {feature} is for"));
        }
        if !readme.contains(&format!("`{feature}`")) {
            complain(format!("its README does not name the feature {feature}"));
        }
    }
}

/// The crates that come with `name` by its default features.
fn brought_by(name: &str) -> Result<BTreeSet<String>, Vec<String>> {
    let mut command = cargo();
    command.args(["tree", "--locked", "-e", "normal", "--prefix", "none", "-f", "{p}", "-p", name]);
    let tree = output(command.current_dir(root()))?;
    let names = tree.lines().filter_map(|line| line.split(' ').next());
    Ok(names.filter(|it| *it != name && !it.is_empty()).map(str::to_owned).collect())
}

/// Two versions of the contract in one program would be two registries, and the extractors of one would vanish:
/// Cargo itself must refuse them. Tried on a program that asks for the contract and for another version of it.
fn two_versions_are_refused(packages: &[Value]) -> Result<(), Vec<String>> {
    let contract = packages.iter().find(|package| package["name"] == CONTRACT);
    let links = contract.and_then(|package| package["links"].as_str());
    let Some(links) = links else { return fail(format!("{CONTRACT} has no `links` key")) };
    let folder = std::env::temp_dir().join(format!("gongkai-versions-{}", std::process::id()));
    let with = resolved(&folder, &format!("links = \"{links}\"\n"));
    let without = resolved(&folder, "");
    let _ = fs::remove_dir_all(&folder);
    match (with, without) {
        (Ok(()), _) => fail(format!("Cargo takes two versions of {CONTRACT} in one program")),
        (Err(why), Ok(())) if why.concat().contains(links) => Ok(()),
        // Where even a second version without the key is refused, something else is in the way.
        (Err(why), _) => Err(why),
    }
}

/// Whether Cargo resolves a program with our contract and, as another version of it, a crate with `key`.
fn resolved(folder: &Path, key: &str) -> Result<(), Vec<String>> {
    let package = |name: &str, version: &str| {
        format!("[package]\nname = \"{name}\"\nversion = \"{version}\"\nedition = \"2024\"\n")
    };
    let ours = root().join("crates/extract");
    let ours = ours.display();
    let program = format!(
        "{}[dependencies]\n{CONTRACT} = {{ path = '{ours}' }}\nother = {{ package = \"{CONTRACT}\", path = \"other\" }}\n[workspace]\n",
        package("program", "0.0.0")
    );
    let files = [
        ("Cargo.toml", program),
        ("src/main.rs", "fn main() {}\n".to_owned()),
        ("other/Cargo.toml", format!("{}{key}", package(CONTRACT, "99.0.0"))),
        ("other/build.rs", "fn main() {}\n".to_owned()),
        ("other/src/lib.rs", String::new()),
    ];
    for (path, text) in files {
        let path = folder.join(path);
        let written =
            fs::create_dir_all(path.parent().unwrap_or(folder)).and_then(|()| fs::write(&path, text));
        written.map_err(|error| vec![format!("cannot write {}: {error}", path.display())])?;
    }
    // The versions that are here already, so that nothing is fetched.
    let _ = fs::copy(root().join("Cargo.lock"), folder.join("Cargo.lock"));
    let mut command = cargo();
    command.args(["metadata", "--offline", "--format-version", "1", "--manifest-path"]);
    output(command.arg(folder.join("Cargo.toml"))).map(drop)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_second_contract_is_refused() {
        let packages = super::packages(&super::root().join("Cargo.toml")).unwrap();
        super::two_versions_are_refused(&packages).unwrap();
    }
}
