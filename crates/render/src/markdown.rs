//! 整改清单: the list of corrections that a reviewing office sends back, one section per unit.
//!
//! [`header`] once, [`section`] for every input, [`summary`] at the end.

use crate::locate::{Atlas, Cell, singled_out};
use crate::put::Put;
use crate::text::{proposal, shown, summary::VERDICTS};
use crate::{Lang, Style, Tally};
use gongkai_model::{Audit, Fact, Finding, Status, Verdict};

/// The title of the list.
pub fn header(lang: Lang) -> String {
    format!("# {}\n", lang.words().list_title)
}

/// The section of one input, `number` being its place in the list; a clean one says so.
pub fn section(audit: &Audit, number: u32, lang: Lang) -> String {
    let words = lang.words();
    let report = &audit.report;
    let who = report.agency.as_ref().map(|it| it.name.as_str()).or(report.title.as_deref());
    let mut about = vec![who.unwrap_or(&report.source).to_owned()];
    about.extend(report.year.map(words.year));
    let heading = format!("{}{}{}", about.join(words.comma), words.colon, (words.verdict)(audit.verdict));
    let mut out = format!(
        "\n## {number}. {}\n\n{}{}{}\n",
        plain(&heading),
        words.source,
        words.colon,
        plain(&report.source)
    );
    if audit.verdict == Verdict::Unreadable || report.unreadable.is_some() {
        let why = report.unreadable.as_ref().map_or(words.no_reason, |why| lang.message(why));
        out.put(format_args!("\n{}{}{}\n", words.reason, words.colon, plain(why)));
        for it in &report.claims {
            let evidence =
                it.claim.evidence.iter().map(|seen| lang.message(seen)).collect::<Vec<_>>().join("; ");
            let line = format!("{} {}{}{evidence}", it.extractor, it.claim.score, words.colon);
            out.put(format_args!("\n- {}", plain(line.trim_end_matches(words.colon))));
        }
        if !report.claims.is_empty() {
            out.push('\n');
        }
        findings(&mut out, audit, lang);
        return out;
    }
    findings(&mut out, audit, lang);
    let style = Style::plain(lang);
    let told = singled_out(&audit.findings);
    let is_new = |it: &&Fact| it.status == Status::Repaired && !told.contains(it.key().as_ref());
    let repaired: Vec<_> = report.facts.iter().filter(is_new).collect();
    if !repaired.is_empty() {
        out.put(format_args!("\n{}{}\n\n", words.repaired, words.colon.trim_end()));
        for it in repaired {
            let at = it.span.map(|at| (words.at)(None, at.line, at.column)).unwrap_or_default();
            let line = format!("{}{at}{}{}", Cell::from(it).path(lang), words.colon, shown(it, style));
            out.put(format_args!("- {}\n", plain(&line)));
        }
    }
    let seen = (words.coverage)(audit.coverage.found, audit.coverage.cells);
    out.put(format_args!("\n{}{}{seen}\n", words.cells, words.colon));
    out
}

/// Counts by verdict and by rule.
pub fn summary(tally: &Tally, lang: Lang) -> String {
    let words = lang.words();
    let mut out = format!("\n## {}\n\n{}\n\n", words.summary_title, (words.batch)(tally.inputs()));
    head(&mut out, &words.summary_columns);
    for verdict in VERDICTS {
        row(&mut out, &[(words.verdict)(verdict).to_owned(), tally.count(verdict).to_string()]);
    }
    let mut rules = tally.rules().peekable();
    if rules.peek().is_some() {
        out.push('\n');
        head(&mut out, &words.rule_columns);
        for (severity, rule, count) in rules {
            let cells = [(words.severity)(severity).to_owned(), rule.to_owned()];
            let counts = [count.findings.to_string(), count.inputs.to_string()];
            row(&mut out, &[cells, counts].concat());
        }
    }
    out
}

fn entries(finding: &Finding, number: usize, atlas: &Atlas<'_>, lang: Lang) -> [String; 7] {
    let words = lang.words();
    let spot = atlas.place(finding);
    let pointed = spot.cell.and_then(|it| atlas.fact(&it.key()));
    let value = |side: Option<&gongkai_model::Side>| match side {
        Some(it) => it.value.map_or_else(|| words.unknown.to_owned(), |value| value.to_string()),
        None => String::new(),
    };
    let shown_here = match &finding.left {
        Some(_) => value(finding.left.as_ref()),
        None => pointed.map(|it| shown(it, Style::plain(lang))).unwrap_or_default(),
    };
    let repairs: Vec<String> =
        finding.repairs.iter().map(|it| proposal(it, atlas, Style::plain(lang))).collect();
    let message = lang.message(&finding.message);
    [
        number.to_string(),
        format!("{}{}{message}", (words.severity)(finding.severity), words.colon),
        spot.full(lang).trim_start().to_owned(),
        shown_here,
        value(finding.right.as_ref()),
        finding.basis.clone(),
        repairs.join("; "),
    ]
}

fn head(out: &mut String, titles: &[&str]) {
    let titles: Vec<String> = titles.iter().map(|&it| it.to_owned()).collect();
    row(out, &titles);
    out.push_str(&"| --- ".repeat(titles.len()));
    out.push_str("|\n");
}

fn row(out: &mut String, cells: &[String]) {
    for cell in cells {
        out.put(format_args!("| {} ", plain(cell)));
    }
    out.push_str("|\n");
}

/// `text` as words of a paragraph or a cell: no markup, no line end, no HTML.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '|' | '*' | '`' | '[' | '\\' | '<' => out.extend(['\\', c]),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// The findings as a table of corrections, worst first.
fn findings(out: &mut String, audit: &Audit, lang: Lang) {
    if audit.findings.is_empty() {
        return;
    }
    let atlas = Atlas::of(&audit.report);
    out.push('\n');
    head(out, &lang.words().list_columns);
    let mut findings: Vec<_> = audit.findings.iter().filter(|it| it.symptom_of.is_none()).collect();
    findings.sort_by_key(|it| std::cmp::Reverse(it.severity));
    for (nth, finding) in findings.into_iter().enumerate() {
        row(out, &entries(finding, nth + 1, &atlas, lang));
    }
}
