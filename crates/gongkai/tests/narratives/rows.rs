//! Sentences beside the tables of a fixture: true ones however tricky, of which none is accused, and false ones, which are.
//!
//! `rows/*.txt`: `# annual-2021/clean` names the tables from there on; a block is one narrative, and the lines of it that
//! are set in name the rules that warn, each as often as it does.

use crate::beside::Tables;
use gongkai::model::Severity;
use gongkai::{Audit, Engine};
use std::path::Path;

fn warnings(audit: &Audit) -> Vec<(&'static str, &str)> {
    let of_sentence = |rule: &str| !matches!(rule, "coverage-incomplete" | "table-missing");
    let accused = audit.findings.iter().filter(|it| it.severity >= Severity::Warning && of_sentence(it.rule));
    accused.map(|it| (it.rule, it.message.zh.as_str())).collect()
}

fn check(engine: &Engine, path: &Path) -> (usize, Vec<String>) {
    let written = std::fs::read_to_string(path).expect("a listed file can be read");
    let name = path.file_name().expect("a file has a name").to_string_lossy();
    let (mut tables, mut rows, mut wrong) = (None, 0, Vec::new());
    for block in written.split("\n\n") {
        let (mut prose, mut expected) = (Vec::new(), Vec::new());
        for line in block.lines() {
            if let Some(rest) = line.strip_prefix("# ") {
                if rest.contains('/') && !rest.contains(' ') {
                    tables = Some(Tables::of_fixture(engine, rest));
                }
            } else if let Some(rule) = line.strip_prefix("  ") {
                expected.push(rule.trim());
            } else {
                prose.push(line);
            }
        }
        let prose = prose.join("\n");
        if prose.trim().is_empty() {
            continue;
        }
        rows += 1;
        let audit = tables.as_ref().expect("tables are named first").check(engine, &prose);
        let found = warnings(&audit);
        let mut rules: Vec<&str> = found.iter().map(|(rule, _)| *rule).collect();
        rules.sort_unstable();
        expected.sort_unstable();
        if rules != expected {
            let all: Vec<String> = audit
                .findings
                .iter()
                .map(|it| format!("    {:?} {}: {}", it.severity, it.rule, it.message.zh))
                .collect();
            wrong.push(format!(
                "{name}: {prose}\n  expected {expected:?}, found {rules:?}\n{}",
                all.join("\n")
            ));
        }
    }
    (rows, wrong)
}

#[test]
fn true_sentences_are_left_alone_and_false_ones_are_not() {
    let engine = Engine::linked().expect("the built-in forms agree");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/narratives/rows");
    let entries = std::fs::read_dir(folder).expect("the rows are there");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("an entry can be read").path()).collect();
    files.sort();
    let (mut rows, mut wrong) = (0, Vec::new());
    for file in files {
        let (here, differ) = check(&engine, &file);
        rows += here;
        wrong.extend(differ);
    }
    assert!(wrong.is_empty(), "{} of {rows} rows differ\n\n{}", wrong.len(), wrong.join("\n\n"));
    assert!(rows >= 100, "{rows} rows");
}
