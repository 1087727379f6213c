//! What sentences say: one block a row in `narrative/*.txt`, the sentence first, then what is read from it.
//!
//! `UPDATE_EXPECT=1 cargo test -p gongkai-grammar --test narrative` writes what is read now; read the difference.

use gongkai_document::Builder;
use gongkai_grammar::narrative::{Frame, Narrative, narrative};
use gongkai_model::{Body, Mention, MentionKind, Period, StatementKind};
use gongkai_text::quantity::Direction;
use gongkai_text::{Carrier, Span};
use std::fmt::Write as _;
use std::path::Path;

/// The report year of every row.
const YEAR: u16 = 2023;

fn read(text: &str, is_government: bool) -> Narrative {
    let mut builder = Builder::new(text, Carrier::Text);
    let mut start = 0;
    for line in text.split('\n') {
        let end = start + line.len() as u32;
        if !line.is_empty() {
            builder.paragraph(Span::new(start, end));
        }
        start = end + 1;
    }
    narrative(&builder.finish(), &Frame { year: Some(YEAR), is_government, ..Frame::default() })
}

fn figure(mention: &Mention) -> String {
    let approx = mention.approx.as_deref().unwrap_or_default();
    let unit = mention.unit.map_or("", |unit| unit.label());
    format!("{}{approx}{unit}", mention.value)
}

fn described(mention: &Mention) -> String {
    let mut line = figure(mention);
    let kind = match mention.kind {
        MentionKind::Count => "",
        MentionKind::Money => " money",
        MentionKind::Share => " share",
        MentionKind::Growth => " growth",
        MentionKind::Change => " change",
        MentionKind::Points => " points",
        MentionKind::Multiple => " multiple",
        MentionKind::Duration => " duration",
        _ => " measure",
    };
    line += kind;
    match mention.direction {
        Some(Direction::Up) => line += " up",
        Some(Direction::Down) => line += " down",
        None => {}
    }
    match (&mention.indicator, mention.group) {
        (Some(id), _) => write!(line, " {id}").expect("strings take everything"),
        (None, Some(group)) => write!(line, " {group}.*").expect("strings take everything"),
        (None, None) => write!(line, " “{}”", mention.subject).expect("strings take everything"),
    }
    match &mention.body {
        Body::Unstated => {}
        Body::Named(name) => write!(line, " [{name}]").expect("strings take everything"),
        other => write!(line, " [{other:?}]").expect("strings take everything"),
    }
    match mention.period {
        Period::Unstated | Period::Year(YEAR) => {}
        Period::Year(year) => write!(line, " ({year})").expect("strings take everything"),
        other => write!(line, " ({other:?})").expect("strings take everything"),
    }
    line
}

fn rendered(found: &Narrative) -> String {
    let mut out = String::new();
    for mention in &found.mentions {
        writeln!(out, "  {}", described(mention)).expect("strings take everything");
    }
    let name = |at: &usize| figure(&found.mentions[*at]);
    let all = |list: &[usize], mark: &str| list.iter().map(name).collect::<Vec<_>>().join(mark);
    for statement in &found.statements {
        let line = match &statement.kind {
            StatementKind::Parts { wholes, parts, closed, overlapping } => {
                let sign = match (closed, overlapping) {
                    (true, false) => "=",
                    (true, true) => "<=",
                    (false, _) => ">",
                };
                format!("{} {sign} {}", all(wholes, " or "), all(parts, " + "))
            }
            StatementKind::Share { share, parts, wholes, firm } => {
                let sign = if *firm { "=" } else { "~" };
                format!("{} {sign} {} / {}", name(share), all(parts, " or "), all(wholes, " or "))
            }
            StatementKind::Shares { shares } => format!("100% = {}", all(shares, " + ")),
            StatementKind::Growth { growth, current, base } => {
                let side = |at: &Option<usize>| at.as_ref().map_or("?".to_owned(), name);
                format!("{}: {} -> {}", name(growth), side(base), side(current))
            }
            StatementKind::AllClosed => "all closed".to_owned(),
            _ => "?".to_owned(),
        };
        writeln!(out, "  : {}", line.trim_end()).expect("strings take everything");
    }
    out
}

fn check(path: &Path) -> (usize, Vec<String>) {
    let written = std::fs::read_to_string(path).expect("a listed file can be read");
    let is_government = written.starts_with("# government");
    let (mut rows, mut wrong, mut fresh) = (0, Vec::new(), String::new());
    for block in written.split("\n\n") {
        let mut text: Vec<&str> = Vec::new();
        let mut expected = String::new();
        for line in block.lines() {
            if line.starts_with("  ") {
                expected += line;
                expected.push('\n');
            } else {
                text.push(line);
            }
        }
        let comment = text.iter().take_while(|line| line.starts_with('#')).count();
        let sentence = text[comment..].join("\n");
        fresh += &text.join("\n");
        fresh.push('\n');
        if !sentence.is_empty() {
            rows += 1;
            let found = rendered(&read(&sentence, is_government));
            if found != expected {
                wrong.push(format!("{sentence}\nexpected\n{expected}found\n{found}"));
            }
            fresh += &found;
        }
        fresh.push('\n');
    }
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(path, format!("{}\n", fresh.trim_end())).expect("a listed file can be written");
        wrong.clear();
    }
    (rows, wrong)
}

#[test]
fn sentences_say_what_they_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/narrative");
    let entries = std::fs::read_dir(folder).expect("the rows are there");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("an entry can be read").path()).collect();
    files.sort();
    let (mut rows, mut wrong) = (0, Vec::new());
    for file in files {
        let (here, differ) = check(&file);
        rows += here;
        wrong.extend(differ);
    }
    assert!(wrong.is_empty(), "{} rows differ\n\n{}", wrong.len(), wrong.join("\n"));
    assert!(rows >= 150, "{rows} rows");
}
