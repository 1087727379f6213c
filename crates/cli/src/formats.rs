//! `gongkai formats`: which forms are known, and what each makes of a document.

use crate::args::{Args, Formats};
use crate::inputs::{Failure, Input};
use crate::output::{Output, complain};
use crate::read::{engine, guarded};
use crate::status::Status;
use crate::words;
use gongkai::render::{Lang, Paint, text};
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
        Some(path) => match claims(path, &engine, words, style.lang) {
            Ok(claims) => out.put(&text::claims(&claims, style))?,
            Err(failure) => {
                complain(&format!("{}: {}", failure.name, failure.why));
                status = Status::Unreadable;
            }
        },
        None => {
            for it in engine.extractors() {
                let id = Paint::Strong.on(it.id, style.colour);
                out.put(&format!("{id}  {}\n", it.title))?;
                out.put(&format!("  {}{}\n  {}{}\n", words.basis, it.basis, words.years, it.years))?;
                out.put(&format!("  {}\n", words.needs.trim_end()))?;
                for need in &it.needs {
                    out.put(&format!("    - {}\n", style.lang.message(need)))?;
                }
            }
        }
    }
    out.finish()?;
    Ok(status)
}

fn claims(
    path: &Path,
    engine: &gongkai::Engine,
    words: &words::Words,
    lang: Lang,
) -> Result<Vec<gongkai::model::ExtractorClaim>, Failure> {
    let input = Input::named(path);
    let bytes = input.bytes(words)?;
    let claims = guarded(&input.name, words, || engine.claims(&input.name, &bytes))?;
    if claims.is_empty() {
        // There is a form, so there is no document: the reading says why.
        let report = guarded(&input.name, words, || engine.read(&input.name, &bytes))?;
        let why = report.unreadable.map_or_else(words.no_reason, |why| lang.message(&why).to_owned());
        return Err(Failure { name: input.name, why });
    }
    Ok(claims)
}
