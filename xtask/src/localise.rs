//! `cargo xtask localise`: how well errors in tables are localised, per kind.

use crate::workspace::{Done, cargo, fail, root};

/// Runs the benchmark with `options`, which it explains itself; optimised, because it tells times as well.
pub(crate) fn run(options: &[&str]) -> Done {
    let mut command = cargo();
    command.args(["run", "--quiet", "--release", "--package", "gongkai-benches", "--bin", "localise", "--"]);
    match command.args(options).current_dir(root()).status() {
        Ok(status) if status.success() => Ok("see the table above".to_owned()),
        Ok(status) => fail(format!("the benchmark ended with {status}")),
        Err(error) => fail(format!("cannot run cargo: {error}")),
    }
}
