//! The program `gongkai`: checks and reads government-information-disclosure annual reports.
//!
//! It only moves bytes: paths to the façade library, values to the renderers, text to where it was asked for.
//! What is read, what is found and how it is worded is decided in the libraries.

mod args;
mod beside;
mod check;
mod defect;
mod explain;
mod formats;
mod inputs;
mod output;
mod progress;
mod read;
mod status;
mod words;

use args::{Args, Command};
use clap::Parser;
use status::Status;
use std::io::ErrorKind;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            // Help and version come this way too; a closed pipe is no reason to complain.
            let _ = error.print();
            return if error.use_stderr() { Status::Usage } else { Status::Fine }.into();
        }
    };
    let words = words::of(args.lang());
    defect::hush();
    let done = defect::contained(|| match &args.command {
        Command::Check(check) => check::run(check, &args),
        Command::Read(read) => read::run(read, &args),
        Command::Formats(formats) => formats::run(formats, &args),
        Command::Explain(explain) => explain::run(explain, &args),
    });
    match done {
        Ok(Ok(status)) => status,
        Ok(Err(error)) if error.kind() == ErrorKind::BrokenPipe => Status::Fine,
        Ok(Err(error)) => {
            output::complain(&(words.stopped)(&error.to_string()));
            Status::Usage
        }
        Err(place) => {
            output::complain(&(words.crashed)(&place));
            Status::Unreadable
        }
    }
    .into()
}
