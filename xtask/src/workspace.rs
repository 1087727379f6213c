//! The workspace as the tasks see it: its root, its packages, its tracked files.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a task ends with: one line when all is well, one line per problem when not.
pub(crate) type Done = Result<String, Vec<String>>;

/// A single problem.
pub(crate) fn fail<T>(problem: impl Into<String>) -> Result<T, Vec<String>> {
    Err(vec![problem.into()])
}

/// The root of the workspace that this task was built in.
pub(crate) fn root() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().map_or_else(|| own.to_path_buf(), Path::to_path_buf)
}

/// The cargo that runs this task.
pub(crate) fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs `command` to its end and gives what it printed.
pub(crate) fn output(command: &mut Command) -> Result<String, Vec<String>> {
    let name = command.get_program().to_string_lossy().into_owned();
    match command.output() {
        Ok(output) if output.status.success() => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        Ok(output) => {
            fail(format!("{name} ended with {}:\n{}", output.status, String::from_utf8_lossy(&output.stderr)))
        }
        Err(error) => fail(format!("cannot run {name}: {error}")),
    }
}

/// The packages of the workspace whose manifest is `manifest`, as `cargo metadata` describes them.
pub(crate) fn packages(manifest: &Path) -> Result<Vec<Value>, Vec<String>> {
    let mut command = cargo();
    command
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1", "--manifest-path"])
        .arg(manifest);
    let metadata: Value = serde_json::from_str(&output(&mut command)?)
        .map_err(|error| vec![format!("cargo metadata: {error}")])?;
    Ok(metadata["packages"].as_array().cloned().unwrap_or_default())
}

/// Every file under version control, relative to the root, sorted.
pub(crate) fn tracked() -> Result<Vec<PathBuf>, Vec<String>> {
    listed(&["ls-files"])
}

/// Every Rust file that is or will be under version control, relative to the root, sorted.
pub(crate) fn sources() -> Result<Vec<PathBuf>, Vec<String>> {
    listed(&["ls-files", "--cached", "--others", "--exclude-standard", "--", "*.rs"])
}

fn listed(arguments: &[&str]) -> Result<Vec<PathBuf>, Vec<String>> {
    let mut git = Command::new("git");
    git.args(["-c", "core.quotePath=false"]).args(arguments).current_dir(root());
    let listed = output(&mut git)?;
    let mut files: Vec<PathBuf> =
        listed.lines().map(PathBuf::from).filter(|file| root().join(file).exists()).collect();
    files.sort();
    files.dedup();
    Ok(files)
}
