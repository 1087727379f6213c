//! What comes out and where it goes: formats, files, pipes.

use crate::report::report;
use crate::run::{Folder, check, check_with, objects};
use std::fs;
use std::process::{Command, Stdio};

#[test]
fn json_is_one_object_per_input() {
    let folder = Folder::new();
    let (good, bad) = (folder.file("good.md", report(5)), folder.file("bad.md", report(6)));
    let (out, _) = check(&["check", "--format", "json", &good], 0);
    let all = objects(&out);
    assert_eq!(all.len(), 1);
    assert_eq!(all[0]["schema"], "gongkai.audit/1");
    assert_eq!(all[0]["source"], good.as_str());
    assert!(out.starts_with("{\n  \"schema\""), "pretty, schema first: {out}");
    let (out, _) = check(&["check", "--format", "jsonl", &bad, &good], 1);
    assert_eq!(out.lines().count(), 2);
    let all = objects(&out);
    assert_eq!((&all[0]["verdict"], &all[1]["source"]), (&"errors".into(), &good.as_str().into()));
    let (out, _) = check(&["read", &good, &bad], 0);
    let all = objects(&out);
    assert_eq!(all.len(), 2, "json is the default of read");
    assert_eq!(all[1]["schema"], "gongkai.report/1");
    assert!(
        all[0]["facts"].as_array().expect("facts").iter().any(|it| it["value"] == "5"),
        "decimal strings"
    );
    let (again, _) = check(&["read", &good, &bad], 0);
    assert_eq!(out, again, "the same answer every time");
}

#[test]
fn csv_has_one_header_for_many_inputs() {
    let folder = Folder::new();
    let (good, bad) = (folder.file("good.md", report(5)), folder.file("bad.md", report(6)));
    for (command, status, header) in
        [("read", 0, "source,template,agency"), ("check", 1, "source,agency,year,rule")]
    {
        let (out, _) = check(&[command, "--format", "csv", &good, &bad], status);
        assert!(out.starts_with(header), "{out}");
        assert_eq!(out.matches(header).count(), 1);
        assert!(out.lines().skip(1).any(|line| line.contains("bad.md")), "{out}");
    }
}

#[test]
fn csv_for_excel_is_marked_and_can_be_checked_again() {
    let folder = Folder::new();
    let bad = folder.file("bad.md", report(4));
    for (command, status) in [("read", 0), ("check", 1)] {
        let (plain, _) = check(&[command, "--format", "csv", &bad], status);
        let (marked, _) = check(&[command, "--excel", &bad], status);
        assert_eq!(marked.strip_prefix('\u{feff}'), Some(plain.as_str()));
        check(&[command, "--excel", "--format", "json", &bad], 3);
    }
    let (facts, _) = check(&["read", "--excel", &bad], 0);
    check_with(&["check", "-"], facts.as_bytes(), 1);
}

#[test]
fn markdown_names_clean_units_and_counts() {
    let folder = Folder::new();
    folder.file("a.md", report(5));
    folder.file("b.md", report(6));
    let (out, _) = check(&["check", "--format", "markdown", folder.path()], 1);
    let (one, two, end) = (out.find("## 1. "), out.find("## 2. "), out.find("## 汇总"));
    assert!(one.is_some() && one < two && two < end, "{out}");
}

#[test]
fn an_output_file_is_whole_and_nothing_else_is_left() {
    let folder = Folder::new();
    let good = folder.file("in/good.md", report(5));
    let target = folder.file("out/result.json", "old");
    let (out, _) = check(&["check", "--format", "json", "-o", &target, &good], 0);
    assert!(out.is_empty());
    let written = fs::read_to_string(&target).expect("the result");
    assert_eq!(objects(&written).len(), 1);
    let left: Vec<_> = fs::read_dir(folder.0.join("out")).expect("a folder").collect();
    assert_eq!(left.len(), 1, "{left:?}");
    // A dash is standard output here as it is standard input there.
    let (out, _) = check(&["check", "--format", "json", "-o", "-", &good], 0);
    assert_eq!(out, written);
}

#[cfg(unix)]
#[test]
fn an_output_that_is_no_file_is_written_and_not_replaced() {
    let folder = Folder::new();
    let good = folder.file("good.md", report(5));
    let (target, link) = (folder.file("target.json", "old"), folder.0.join("link.json"));
    std::os::unix::fs::symlink(&target, &link).expect("a link");
    check(&["read", "-o", &link.to_string_lossy(), &good], 0);
    assert!(link.is_symlink() && fs::read_to_string(&target).expect("the result").starts_with('{'));
    check(&["read", "-o", folder.path(), &good], 3);
    let device = folder.0.join("null");
    std::os::unix::fs::symlink("/dev/null", &device).expect("a link");
    check(&["read", "-o", &device.to_string_lossy(), &good], 0);
    assert!(!fs::metadata("/dev/null").expect("a device").is_file());
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_ends_quietly() {
    let folder = Folder::new();
    for nth in 0..50 {
        folder.file(&format!("{nth}.md"), report(5));
    }
    let mut child = Command::new(env!("CARGO_BIN_EXE_gongkai"))
        .args(["read", folder.path()])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}
