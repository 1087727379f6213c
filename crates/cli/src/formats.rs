//! `gongkai formats`: which forms are known, and what each makes of a document.

use crate::args::{Args, Formats};
use crate::inputs::{Failure, Input};
use crate::output::{Output, complain};
use crate::read::{engine, guarded};
use crate::status::Status;
use crate::words::{self, Words};
use gongkai::render::{Lang, Paint, Style};
use gongkai::{Engine, ExtractorInfo};
use std::fmt::Write;
use std::io;
use std::path::Path;

pub(crate) fn run(formats: &Formats, args: &Args) -> io::Result<Status> {
    let words = words::of(args.lang());
    let Some(engine) = engine(words) else {
        return Ok(Status::Usage);
    };
    let style = args.style(false);
    let mut out = Output::open(None)?;
    let mut status = Status::Fine;
    match &formats.why {
        Some(path) => match why(path, &engine, words, style) {
            Ok(text) => out.put(&text)?,
            Err(failure) => {
                complain(&format!("{}: {}", failure.name, failure.why));
                status = Status::Unreadable;
            }
        },
        None => {
            for it in engine.extractors() {
                out.put(&heading(&it, style))?;
                out.put(&format!("  {}{}\n  {}{}\n", words.basis, it.basis, words.years, it.years))?;
                out.put(&format!("  {}\n", words.needs.trim_end()))?;
                for need in &it.needs {
                    out.put(&format!("    - {}\n", style.lang.message(need)))?;
                }
                if it.needs.is_empty() {
                    out.put(&format!("    - {}\n", words.needs_prose))?;
                }
            }
        }
    }
    out.finish()?;
    Ok(status)
}

/// The id of a form and its name, in English with the Chinese one behind it.
fn heading(it: &ExtractorInfo, style: Style) -> String {
    let id = Paint::Strong.on(it.id, style.colour);
    match style.lang {
        Lang::Zh => format!("{id}  {}\n", it.title),
        Lang::En => format!("{id}  {} ({})\n", it.name, it.title),
    }
}

/// What each form makes of a document, and what comes of it.
fn why(path: &Path, engine: &Engine, words: &Words, style: Style) -> Result<String, Failure> {
    let input = Input::named(path);
    let bytes = input.bytes(words)?;
    let claims = guarded(&input.name, words, || engine.claims(&input.name, &bytes))?;
    let report = guarded(&input.name, words, || engine.read(&input.name, &bytes))?;
    if claims.is_empty() {
        // There is a form, so there is no document: the reading says why.
        let why = report.unreadable.map_or_else(words.no_reason, |why| style.lang.message(&why).to_owned());
        return Err(Failure { name: input.name, why });
    }
    let mut out = String::new();
    for it in engine.extractors() {
        out.push_str(&heading(&it, style));
        let own = claims.iter().filter(|claim| claim.extractor == it.id);
        for evidence in own.flat_map(|claim| &claim.claim.evidence) {
            let _ = writeln!(out, "  - {}", style.lang.message(evidence));
        }
    }
    let outcomes: Vec<String> = match &report.template {
        Some(form) if report.tables.is_empty() => vec![(words.read_as_prose)(form)],
        _ => report
            .tables
            .iter()
            .map(|table| (words.read_by)(table.number, &table.template, table.found, table.cells))
            .collect(),
    };
    let outcomes = if outcomes.is_empty() { words.no_claim.to_owned() } else { outcomes.join("\n  ") };
    let _ = writeln!(out, "{}{outcomes}", Paint::Strong.on(words.conclusion, style.colour));
    Ok(out)
}
