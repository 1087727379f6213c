//! The code map in `ARCHITECTURE.md`: every source file with the first line of its own documentation.

use super::cell;
use crate::workspace::{fail, root, sources};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

/// One list per package folder, files in order.
pub(super) fn map() -> Result<String, Vec<String>> {
    let mut folders: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for file in sources()? {
        let name = file.to_string_lossy().into_owned();
        let parts: Vec<&str> = name.split('/').collect();
        let package =
            if parts[0] == "crates" { parts[..2.min(parts.len())].join("/") } else { parts[0].to_owned() };
        let text =
            fs::read_to_string(root().join(&file)).map_err(|error| vec![format!("{name}: {error}")])?;
        let Some(role) = text.lines().find_map(|line| line.strip_prefix("//! ")) else {
            return fail(format!("{name} does not say what it is: expected a first line `//! …`"));
        };
        let within = name.strip_prefix(&format!("{package}/")).unwrap_or(&name);
        let link = format!("[{within}]({name})");
        folders.entry(package).or_default().push((link, role.to_owned()));
    }
    let mut out = String::new();
    for (folder, files) in folders {
        let _ = writeln!(out, "\n### `{folder}`\n\n| file | what it is |\n| --- | --- |");
        for (link, role) in files {
            let _ = writeln!(out, "| {link} | {} |", cell(&role));
        }
    }
    Ok(out)
}
