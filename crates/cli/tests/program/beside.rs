//! What is checked beside the report: last year's, other levels, facts of other programs.

use crate::report::{report, report_of};
use crate::run::{Folder, check, check_with};

#[test]
fn last_years_report_is_found_by_name_and_year() {
    let folder = Folder::new();
    let old = folder.file("old/a.md", report_of(2022, 1));
    folder.file("old/b.md", report_of(2021, 2));
    folder.file("old/c.md", report_of(2022, 3).replace("甲县财政局", "甲县审计局"));
    let good = folder.file("good.md", report_of(2023, 1));
    let bad = folder.file("bad.md", report_of(2023, 3));
    let archive = folder.0.join("old");
    let archive = archive.to_string_lossy();
    let (out, _) = check(&["check", &good, "--previous", &archive], 0);
    assert!(!out.contains("carry-over"), "{out}");
    let (out, _) = check(&["check", &bad, "--previous", &archive], 1);
    assert!(
        out.contains("carry-over") && out.contains("上年：结转下年度继续办理") && out.contains("a.md"),
        "{out}"
    );
    let (out, _) = check(&["check", "--lang", "en", &bad, "--previous", &old], 1);
    assert!(out.contains("carry-over") && out.contains("report of 2022"), "{out}");
    // Several years in one folder are their own archive: 2022 has one carried in of the 2021 report's one.
    let (out, _) = check(&["check", &archive, "--previous", &archive, "--format", "csv"], 0);
    assert!(!out.contains("carry-over"), "{out}");
    let other = folder.file("other.md", report_of(2022, 1).replace("甲县财政局", "甲县审计局"));
    let (out, _) = check(&["check", &good, "--previous", &other], 0);
    assert!(out.contains("previous-differs"), "{out}");
    let (_, err) = check(&["check", &good, "--previous", &folder.0.join("none").to_string_lossy()], 2);
    assert!(err.contains("跨年"), "{err}");
}

#[test]
fn levels_are_checked_by_names_or_by_a_table() {
    let folder = Folder::new();
    let whole = report(5).replace("甲县财政局", "乙市");
    let part = report_of(2023, 0).replace("甲县财政局", "乙市甲县");
    folder.file("in/whole.md", whole);
    folder.file("in/part.md", part);
    let inputs = folder.0.join("in");
    let inputs = inputs.to_string_lossy();
    let (out, _) = check(&["check", &inputs], 0);
    assert!(!out.contains("level-total"), "{out}");
    let (out, _) = check(&["check", &inputs, "--levels"], 1);
    assert!(out.contains("level-total"), "{out}");
    let table = folder.file("members.csv", "parent,child\n乙市,乙市丙县\n乙市,乙市甲县\n");
    let (out, _) = check(&["check", &inputs, "--members", &table], 1);
    assert!(out.contains("level-total") && out.contains("乙市丙县"), "{out}");
    let (_, err) = check(&["check", &inputs, "--members", &folder.file("bad.csv", "乙市\n")], 3);
    assert!(err.contains("第1行"), "{err}");
    check_with(&["check", "-", "--levels"], report(5).as_bytes(), 3);
}

#[test]
fn facts_go_round_through_the_program() {
    let folder = Folder::new();
    let bad = folder.file("bad.md", report(4));
    let (wanted, _) = check(&["check", "--format", "csv", &bad], 1);
    for format in ["json", "jsonl", "csv"] {
        let (facts, _) = check(&["read", "--format", format, &bad], 0);
        let (found, _) = check_with(&["check", "--format", "csv", "-"], facts.as_bytes(), 1);
        let rules = |text: &str| {
            text.lines()
                .map(|line| line.rsplit(',').next().unwrap_or_default().to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(rules(&found), rules(&wanted), "{format}");
    }
    let (facts, _) = check(&["check", "--format", "jsonl", &bad, &bad], 1);
    let (out, _) = check_with(&["check", "-"], facts.as_bytes(), 1);
    assert!(out.contains("共2份"), "{out}");
    let (_, err) = check_with(&["read", "-"], b"{\"schema\":\"gongkai.report/1\",\n\"facts\":[7]}", 2);
    assert!(err.contains("第2行") && err.contains("facts[0]"), "{err}");
}
