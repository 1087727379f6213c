//! Checks reports by every form that gongkai has, and by the yearly form of government websites beside them.
//!
//! ```text
//! website-check FILE…
//! ```
//!
//! Ends with 0 when nothing worse than a note was found, with 1 on warnings and errors, with 2 when a file could not be
//! read or no form claims it.

use gongkai::Engine;
use gongkai::model::Verdict;
use gongkai::render::{Lang, Style, text};
use std::process::ExitCode;
// A crate that is only named in the manifest is not linked: without this line the form would be missing.
use website_report as _;

fn main() -> ExitCode {
    let engine = match Engine::linked() {
        Ok(engine) => engine,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::from(2);
        }
    };
    let forms: Vec<&str> = engine.extractors().map(|form| form.id).collect();
    println!("{}\n", forms.join(" "));
    let mut worst = 0;
    for path in std::env::args().skip(1) {
        let bytes = match std::fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) => {
                eprintln!("{path}: {error}");
                worst = 2;
                continue;
            }
        };
        let audit = engine.check(&path, &bytes);
        println!("{}", text::audit(&audit, Style::plain(Lang::Zh)));
        worst = worst.max(match audit.verdict {
            Verdict::Clean | Verdict::Notes => 0,
            Verdict::Unreadable => 2,
            _ => 1,
        });
    }
    ExitCode::from(worst)
}
