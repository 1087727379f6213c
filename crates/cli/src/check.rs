//! `gongkai check`: what does not add up.

use crate::args::{Args, Check, CheckFormat};
use crate::beside::Beside;
use crate::inputs::{EXTENSIONS, Failure, Inputs};
use crate::output::{Output, complain};
use crate::progress::Progress;
use crate::read::{engine, guarded, unread_report};
use crate::status::Status;
use crate::words;
use gongkai::model::{Audit, Coverage, Outcomes, Report, Verdict};
use gongkai::render::{Lang, Shape, Style, Tally, csv, json, markdown, text};
use std::cell::Cell;
use std::io;

pub(crate) fn run(check: &Check, args: &Args) -> io::Result<Status> {
    let words = words::of(args.lang());
    let Some(engine) = engine(words) else {
        return Ok(Status::Usage);
    };
    let (files, format) = (&check.files, check.format());
    let style = args.style(files.output.is_some());
    let Some(beside) = Beside::gather(check, &engine, style.lang, words) else {
        return Ok(Status::Usage);
    };
    let mut many = files.are_many();
    let mut out = Output::open(files.output.as_deref())?;
    let progress = Progress::over(&files.paths, words);
    let skipped = Cell::new(0);
    let mut tally = Tally::default();
    let mut status = beside.status;
    out.put(files.mark())?;
    out.put(&opening(format, style.lang))?;
    for input in Inputs::new(&files.paths, &skipped, words) {
        let checked = input.and_then(|input| {
            let bytes = input.bytes(words)?;
            guarded(&input.name, words, || beside.check(&engine, &input.name, &bytes))
        });
        // Text tells why a form does not claim a document; of an input without bytes there is nothing to show.
        let (audits, told) = match checked {
            Ok(audits) => (audits, format == CheckFormat::Text),
            Err(failure) => (vec![unread(failure)], false),
        };
        // A file of facts may hold many reports.
        many |= audits.len() > 1;
        for audit in audits {
            tally.add(&audit);
            status = status.max(audit.verdict.into());
            let complained = audit.verdict == Verdict::Unreadable && !told;
            if complained {
                let why = audit
                    .report
                    .unreadable
                    .as_ref()
                    .map_or_else(words.no_reason, |why| style.lang.message(why).to_owned());
                progress.complain(&format!("{}: {why}", audit.report.source));
            }
            if !complained || format != CheckFormat::Text {
                let entry = entry(&audit, format, many, tally.inputs(), style);
                progress.aside(|| out.put(&entry))?;
            }
        }
        progress.step();
    }
    drop(progress);
    if many {
        out.put(&closing(&tally, format, style))?;
    }
    out.finish()?;
    if skipped.get() > 0 {
        complain(&(words.skipped)(skipped.get(), &EXTENSIONS));
    }
    Ok(status)
}

fn opening(format: CheckFormat, lang: Lang) -> String {
    match format {
        CheckFormat::Csv => csv::FINDINGS_HEADER.to_owned(),
        CheckFormat::Markdown => markdown::header(lang),
        CheckFormat::Text | CheckFormat::Json | CheckFormat::Jsonl => String::new(),
    }
}

fn entry(audit: &Audit, format: CheckFormat, many: bool, number: u32, style: Style) -> String {
    match format {
        CheckFormat::Text if many => text::entry(audit, style),
        CheckFormat::Text => text::audit(audit, style),
        CheckFormat::Json => json::audit(audit, style.lang, Shape::Pretty),
        CheckFormat::Jsonl => json::audit(audit, style.lang, Shape::Line),
        CheckFormat::Csv => csv::findings(audit, style.lang),
        CheckFormat::Markdown => markdown::section(audit, number, style.lang),
    }
}

fn closing(tally: &Tally, format: CheckFormat, style: Style) -> String {
    match format {
        CheckFormat::Text => format!("\n{}", text::summary(tally, style)),
        CheckFormat::Markdown => markdown::summary(tally, style.lang),
        CheckFormat::Json | CheckFormat::Jsonl | CheckFormat::Csv => String::new(),
    }
}

fn unread(failure: Failure) -> Audit {
    let report: Report = unread_report(failure);
    Audit {
        report,
        verdict: Verdict::Unreadable,
        coverage: Coverage::default(),
        outcomes: Outcomes::default(),
        statement_outcomes: Outcomes::default(),
        derived: Vec::new(),
        findings: Vec::new(),
    }
}
