//! `gongkai read`: the figures, without checking.

use crate::args::{Args, Read, ReadFormat};
use crate::defect::contained;
use crate::inputs::{EXTENSIONS, Failure, Inputs};
use crate::output::{Output, complain};
use crate::progress::Progress;
use crate::status::Status;
use crate::words::{self, Words};
use gongkai::Engine;
use gongkai::model::{Carrier, Message, Report};
use gongkai::render::{Shape, Style, csv, json, text};
use std::cell::Cell;
use std::io;

pub(crate) fn run(read: &Read, args: &Args) -> io::Result<Status> {
    let words = words::of(args.lang());
    let Some(engine) = engine(words) else {
        return Ok(Status::Usage);
    };
    let (files, format) = (&read.files, read.format());
    let style = args.style(files.output.is_some());
    let mut out = Output::open(files.output.as_deref())?;
    let progress = Progress::over(&files.paths, words);
    let skipped = Cell::new(0);
    let mut status = Status::Fine;
    out.put(files.mark())?;
    if format == ReadFormat::Csv {
        out.put(csv::FACTS_HEADER)?;
    }
    for input in Inputs::new(&files.paths, &skipped, words) {
        let read = input.and_then(|input| {
            let bytes = input.bytes(words)?;
            guarded(&input.name, words, || engine.read_all(&input.name, &bytes))
        });
        // A file of facts may hold many reports.
        for report in read.unwrap_or_else(|failure| vec![unread_report(failure)]) {
            if let Some(why) = &report.unreadable {
                status = Status::Unreadable;
                progress.complain(&format!("{}: {}", report.source, style.lang.message(why)));
            }
            let entry = entry(&report, format, style);
            progress.aside(|| out.put(&entry))?;
        }
        progress.step();
    }
    drop(progress);
    out.finish()?;
    if skipped.get() > 0 {
        complain(&(words.skipped)(skipped.get(), &EXTENSIONS));
    }
    Ok(status)
}

fn entry(report: &Report, format: ReadFormat, style: Style) -> String {
    match format {
        ReadFormat::Json => json::report(report, Shape::Pretty),
        ReadFormat::Jsonl => json::report(report, Shape::Line),
        ReadFormat::Csv => csv::facts(report),
        ReadFormat::Text if report.unreadable.is_some() => String::new(),
        ReadFormat::Text => text::facts(report, style) + "\n",
    }
}

/// The extractors that are linked in; `None` after saying what is wrong with them.
pub(crate) fn engine(words: &Words) -> Option<Engine> {
    Engine::linked().map_err(|error| complain(&(words.registry)(&error.message()))).ok()
}

/// Runs `work`, so that a defect on one document does not take the other thousands with it.
pub(crate) fn guarded<T>(name: &str, words: &Words, work: impl FnOnce() -> T) -> Result<T, Failure> {
    contained(work).map_err(|place| Failure { name: name.to_owned(), why: (words.crashed)(&place) })
}

/// The report on an input of which there are no bytes: each input ends in exactly one result.
pub(crate) fn unread_report(failure: Failure) -> Report {
    let mut report = Report::empty(&failure.name, Carrier::Text);
    report.unreadable = Some(Message::new(failure.why.clone(), failure.why));
    report
}
