//! `cargo xtask counts`: instructions of every stage of the hot path, against a committed snapshot.
//!
//! Wall time on a shared machine is noise; instructions under valgrind are not. Each stage runs twice, with few
//! rounds and with more; the difference divided by the rounds between is what one round costs, and start-up,
//! preparation and the final digest cancel out. The snapshot carries the audit's digest too: a change of what is
//! read or found is recorded in the same commit as its cost.

mod snapshot;

use crate::workspace::{Done, cargo, fail, output, root};
use serde_json::Value;
use snapshot::{Entry, Snapshot};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const SNAPSHOT: &str = "benches/counts.snap";

/// Rounds before those that are counted: the heap has grown.
const WARM: u64 = 3;

/// Stage, input, rounds to tell apart: more where one round is short.
const RUNS: &[(&str, &str, u64)] = &[
    ("normalise", "small", 20),
    ("normalise", "medium", 20),
    ("normalise", "large", 2),
    ("quantities", "small", 20),
    ("quantities", "medium", 20),
    ("quantities", "large", 2),
    ("grid", "small", 20),
    ("grid", "medium", 20),
    ("grid", "large", 2),
    ("claim", "small", 20),
    ("claim", "medium", 20),
    ("claim", "large", 2),
    ("sentences", "small", 20),
    ("sentences", "medium", 20),
    ("sentences", "large", 2),
    ("read", "small", 20),
    ("read", "medium", 20),
    ("read", "large", 2),
    ("kernel", "small", 1000),
    ("batch", "small", 100),
    ("intervals", "small", 1000),
    ("identities", "small", 1000),
    ("check", "small", 20),
    ("audit", "small", 20),
    ("audit", "medium", 20),
    ("audit", "large", 2),
];

/// Fails on a drift above the tolerance, and on a digest that changed.
pub(crate) fn compare() -> Done {
    let committed = fs::read_to_string(root().join(SNAPSHOT));
    let Ok(committed) = committed.map(|text| Snapshot::parse(&text)) else {
        return fail(format!("no {SNAPSHOT}; run `cargo xtask counts --update` and commit it"));
    };
    let now = measure()?;
    print!("{}", now.beside(&committed));
    let problems = now.problems(&committed);
    if problems.is_empty() {
        return Ok(format!("{} counts within {} %", RUNS.len(), snapshot::PERCENT));
    }
    let advice = "if that is meant, run `cargo xtask counts --update`, look at the difference and commit it with the change";
    Err(problems.into_iter().chain([advice.to_owned()]).collect())
}

/// Records the counts of now.
pub(crate) fn update() -> Done {
    let now = measure()?;
    fs::write(root().join(SNAPSHOT), now.to_string())
        .map_err(|error| vec![format!("cannot write {SNAPSHOT}: {error}")])?;
    print!("{now}");
    Ok(format!("{SNAPSHOT} written"))
}

fn measure() -> Result<Snapshot, Vec<String>> {
    if Command::new("valgrind").arg("--version").output().is_err() {
        return fail("valgrind is not installed: `apt-get install valgrind`, or let .ci/run do it");
    }
    let program = build()?;
    let mut entries = Vec::new();
    for &(stage, input, rounds) in RUNS {
        let (few, digest) = count(&program, stage, input, WARM)?;
        let (many, again) = count(&program, stage, input, WARM + rounds)?;
        if digest != again {
            return fail(format!("{stage} {input}: two runs gave two audits, {digest} and {again}"));
        }
        let instructions = many.saturating_sub(few) / rounds;
        entries.push(Entry { name: format!("{stage}/{input}"), instructions, digest });
    }
    Ok(Snapshot { entries })
}

/// Builds the program under measurement as it is released, and says where it is.
fn build() -> Result<PathBuf, Vec<String>> {
    let mut command = cargo();
    command.current_dir(root()).args([
        "build",
        "--release",
        "--package",
        "gongkai-benches",
        "--bin",
        "hot-path",
    ]);
    command.arg("--message-format=json-render-diagnostics");
    let messages = output(&mut command)?;
    let programs = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let built = programs.filter_map(|message| message["executable"].as_str().map(PathBuf::from)).next_back();
    built.ok_or_else(|| vec!["cargo built no hot-path".to_owned()])
}

/// Instructions of one run, and the digest it printed.
///
/// A path and an environment stand in the memory of a program and move its heap, which moves what the allocator does: it
/// is called by its bare name, in its own folder, with no environment, so that it counts the same everywhere.
fn count(program: &Path, stage: &str, input: &str, rounds: u64) -> Result<(u64, String), Vec<String>> {
    let (Some(folder), Some(name)) = (program.parent(), program.file_name()) else {
        return fail(format!("{} is no program in a folder", program.display()));
    };
    let mut command = Command::new("valgrind");
    command.env_clear().envs(std::env::var_os("PATH").map(|path| ("PATH", path))).current_dir(folder);
    command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]).arg(Path::new(".").join(name));
    command.args([stage, input, &rounds.to_string()]);
    let run = command.output().map_err(|error| vec![format!("cannot run valgrind: {error}")])?;
    let log = String::from_utf8_lossy(&run.stderr);
    let collected = log.lines().find_map(|line| line.split_once("Collected : ")?.1.trim().parse().ok());
    match collected {
        Some(instructions) if run.status.success() => {
            Ok((instructions, String::from_utf8_lossy(&run.stdout).trim().to_owned()))
        }
        _ => fail(format!("{stage} {input} failed under valgrind:\n{log}")),
    }
}
