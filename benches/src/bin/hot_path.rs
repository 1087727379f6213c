//! Runs one stage of the hot path a number of times, for instruction counts and profilers.

use gongkai_benches::{Size, Stage, Subject, report};
use std::process::ExitCode;

const USAGE: &str = "usage: hot-path STAGE INPUT ROUNDS

Runs STAGE (normalise, quantities, grid, claim, sentences, read, kernel, batch, intervals, identities, check, audit) on
INPUT (small, medium, large, or a file) ROUNDS times and prints the digest of the whole audit of INPUT.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [stage, input, rounds] = arguments.as_slice() else {
        eprintln!("{USAGE}");
        return ExitCode::from(3);
    };
    let text = match Size::named(input) {
        Some(size) => Ok(report(size)),
        None => std::fs::read_to_string(input),
    };
    let (Some(stage), Ok(text), Ok(rounds)) = (Stage::named(stage), text, rounds.parse::<u32>()) else {
        eprintln!("expected a stage, an input and a number, found {stage} {input} {rounds}\n{USAGE}");
        return ExitCode::from(3);
    };
    let subject = Subject::new(text);
    let expected = subject.run(stage);
    for _ in 0..rounds {
        assert_eq!(subject.run(stage), expected, "a stage gives the same answer every time");
    }
    println!("{:016x}", Subject::digest(&subject.audit()));
    ExitCode::SUCCESS
}
