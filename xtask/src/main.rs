//! Developer tasks, one module each; see [`USAGE`].

mod api;
mod carriers;
mod codegen;
mod counts;
mod directions;
mod localise;
mod new_extractor;
mod publish;
mod score;
mod tidy;
mod workspace;

use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask TASK [OPTIONS]

  score [DIR…]           how well the reports of a gold collection are read (default ../shared)
         --verbose       name every cell that is not right and unflagged
  new-extractor NAME --from FILE
                         begin a form: the extractor with the labels in FILE, and its first case
  new-extractor --try    the same on every report of xtask/samples, compiled, tested and removed
         --keep          copy what was made to target/samples, to be looked at
  directions             no crate depends on one that stands above it
         --planted       show, on manifests that break the rule, that the check can fail
  tidy                   small rules of the repository: sizes, fixtures, descriptions, machine paths
  api [--update]         public items of the crates against docs/api; --update records them
  carriers [--soffice]   write the clean case of each form in every carrier under fixtures; --soffice: what
                         LibreOffice makes of them too
  codegen [--check]      write docs/*.md from the code; --check fails where they are stale
  publish                what must hold before the crates go to a registry, beside `cargo package`
  localise [RECORDS [SEED]] [--verbose]
                         how well errors in tables are localised, per kind; --verbose shows what went wrong
  counts [--update]      instructions of the hot path against benches/counts.snap; --update records them

Exit status: 0 all is well, 1 something is not, 2 nothing to work on, 3 wrong usage.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((task, options)) = arguments.split_first() else { return usage() };
    let words: Vec<&str> = options.iter().map(String::as_str).collect();
    let done = match (task.as_str(), words.as_slice()) {
        ("score", _) => return score::run(options),
        ("new-extractor", ["--try"]) => new_extractor::try_out(false),
        ("new-extractor", ["--try", "--keep"]) => new_extractor::try_out(true),
        ("new-extractor", [name, "--from", file]) => new_extractor::run(name, file),
        ("directions", []) => directions::run(),
        ("directions", ["--planted"]) => directions::planted(),
        ("tidy", []) => tidy::run(),
        ("api", []) => api::compare(),
        ("api", ["--update"]) => api::update(),
        ("carriers", []) => carriers::run(false),
        ("carriers", ["--soffice"]) => carriers::run(true),
        ("codegen", []) => codegen::write(),
        ("codegen", ["--check"]) => codegen::check(),
        ("publish", []) => publish::run(),
        ("localise", options) => localise::run(options),
        ("counts", []) => counts::compare(),
        ("counts", ["--update"]) => counts::update(),
        ("help" | "--help" | "-h", _) => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        _ => return usage(),
    };
    match done {
        Ok(summary) => {
            println!("{task}: {summary}");
            ExitCode::SUCCESS
        }
        Err(problems) => {
            for problem in &problems {
                eprintln!("{task}: {problem}");
            }
            ExitCode::FAILURE
        }
    }
}

fn usage() -> ExitCode {
    eprintln!("{USAGE}");
    ExitCode::from(3)
}
