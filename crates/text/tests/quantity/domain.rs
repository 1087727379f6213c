//! What official prose prints as quantities, and what it prints that looks like one: a table of short cases.
//!
//! Each line of `domain.txt` is a text, `=>`, its quantities, and behind `|` what was rejected; `\n` stands for a line
//! end. Lines with `#` and blank ones part the classes. `UPDATE_EXPECT=1` writes what is read now: read the
//! difference before committing it.

use super::{quantities, rejected};
use gongkai_text::quantity::{Options, recognise_source};
use std::path::Path;

fn line(source: &str) -> String {
    let text = source.replace("\\n", "\n").replace("\\t", "\t");
    let read = recognise_source(&text, Options::OFFICIAL);
    let escaped = |text: String| text.replace('\n', "\\n").replace('\t', "\\t");
    let (found, not) = (escaped(quantities(&text, &read)), escaped(rejected(&text, &read)));
    let mut line = format!("{source} => {found}").trim_end().to_owned();
    if !not.is_empty() {
        line.push_str(" | ");
        line.push_str(&not);
    }
    line
}

#[test]
fn every_row_of_the_domain_reads_as_committed() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/quantity/domain.txt");
    let committed = std::fs::read_to_string(&path).expect("the rows can be read");
    let is_row = |line: &str| !line.is_empty() && !line.starts_with('#');
    let read: Vec<String> = committed
        .lines()
        .map(|row| if is_row(row) { line(row.split(" =>").next().unwrap_or(row)) } else { row.to_owned() })
        .collect();
    let rows = read.iter().filter(|row| is_row(row)).count();
    assert!(rows >= 400, "the table holds {rows} rows");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, read.join("\n") + "\n").expect("the rows can be written");
        return;
    }
    let wrong: Vec<String> = committed
        .lines()
        .zip(&read)
        .filter(|(row, read)| row != read)
        .map(|(row, read)| format!("  committed {row}\n  read      {read}"))
        .collect();
    assert!(wrong.is_empty(), "{} rows are read otherwise:\n{}", wrong.len(), wrong.join("\n"));
}
