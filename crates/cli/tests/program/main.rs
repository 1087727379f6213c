//! The program as its users run it: exit status, standard output, standard error.

mod beside;
mod guide;
mod output;
mod report;
mod run;

use report::report;
use run::{Folder, check, check_with, objects};
use std::path::Path;

#[test]
fn a_report_that_adds_up_ends_in_0_and_one_that_does_not_in_1() {
    let folder = Folder::new();
    let good = folder.file("good.md", report(5));
    let bad = folder.file("bad.md", report(6));
    let (out, err) = check(&["check", &good], 0);
    assert!(out.contains("good.md") && err.is_empty(), "{out}{err}");
    let (out, _) = check(&["check", &bad], 1);
    assert!(out.contains("[错误]") && out.contains("applications-balance"), "{out}");
    let (out, _) = check(&["check", "--lang", "en", &bad], 1);
    assert!(out.contains("[error]"), "{out}");
    let (out, _) = check(&["check", &good, &bad], 1);
    assert!(out.contains("共2份"), "{out}");
    check(&["read", &bad], 0);
}

#[test]
fn one_bad_input_does_not_stop_the_rest() {
    let folder = Folder::new();
    let good = folder.file("good.md", report(5));
    let missing = folder.0.join("missing.txt").to_string_lossy().into_owned();
    let bytes = folder.file("bytes.txt", b"\xff\xfe\x00\x81 no text");
    let empty = folder.file("empty.txt", "");
    let other = folder.file("other.txt", "今天天气很好。\n");
    for bad in [&missing, &bytes, &empty, &other] {
        let (out, err) = check(&["check", bad, &good], 2);
        assert!(out.contains("good.md"), "{out}");
        assert!(out.contains(bad.as_str()) || err.contains(bad.as_str()), "{bad}\n{out}\n{err}");
        let (out, err) = check(&["check", "--format", "jsonl", bad, &good], 2);
        let all = objects(&out);
        assert_eq!(all.len(), 2, "each input ends in exactly one object");
        assert_eq!(all[0]["verdict"], "unreadable");
        assert!(all[0]["unreadable"].is_string());
        assert_ne!(all[1]["verdict"], "unreadable");
        assert!(err.contains(bad.as_str()), "{err}");
        let (out, err) = check(&["read", "--format", "csv", bad, &good], 2);
        assert!(out.contains("good.md") && err.contains(bad.as_str()));
    }
    let (_, err) = check(&["check", &missing], 2);
    assert!(err.contains("找不到"), "{err}");
    let (_, err) = check(&["check", "--lang", "en", &missing], 2);
    assert!(err.contains("expected a file"), "{err}");
}

#[test]
fn a_folder_is_walked_in_order_and_only_where_readable() {
    let folder = Folder::new();
    for name in ["b.md", "a/z.txt", "a/y.MARKDOWN", ".hidden.md", ".git/x.md", "picture.png"] {
        folder.file(name, report(5));
    }
    let (out, err) = check(&["read", "--format", "jsonl", folder.path()], 0);
    let sources: Vec<String> = objects(&out)
        .iter()
        .map(|it| {
            let source = Path::new(it["source"].as_str().expect("a name"));
            source.strip_prefix(&folder.0).expect("inside").to_string_lossy().into_owned()
        })
        .collect();
    assert_eq!(sources, ["a/y.MARKDOWN", "a/z.txt", "b.md"]);
    assert!(err.contains("跳过1个"), "what was left out is said: {err}");
    // A hidden file that is named itself is tried.
    check(&["check", &folder.0.join(".hidden.md").to_string_lossy()], 0);
}

#[test]
fn a_folder_without_readable_files_is_an_error() {
    let folder = Folder::new();
    folder.file("picture.png", "x");
    let (_, err) = check(&["check", folder.path()], 2);
    assert!(err.contains("一个也没有"), "{err}");
}

#[cfg(unix)]
#[test]
fn links_that_lead_nowhere_or_in_circles_are_told_of() {
    let folder = Folder::new();
    folder.file("a/good.md", report(5));
    std::os::unix::fs::symlink(&folder.0, folder.0.join("a/loop")).expect("a link");
    let (out, err) = check(&["read", "--format", "jsonl", folder.path()], 2);
    assert_eq!(objects(&out).len(), 2);
    assert!(err.contains("loop"), "{err}");
}

#[test]
fn standard_input_is_a_dash() {
    let (out, _) = check_with(&["check", "--format", "json", "-"], report(6).as_bytes(), 1);
    assert_eq!(objects(&out)[0]["source"], "-");
    check_with(&["check", "-"], b"", 2);
    check_with(&["read", "-"], b"\xff", 2);
}

#[test]
fn wrong_usage_ends_in_3_and_help_in_0() {
    for args in [
        &[][..],
        &["check"],
        &["chek", "x"],
        &["check", "--format", "yaml", "x"],
        &["check", "--lang", "fr", "x"],
        &["read", "--nonsense", "x"],
        &["explain", "no-such-rule"],
        &["check", "-", "-o", "/no/such/folder/out.json"],
    ] {
        let (_, err) = check(args, 3);
        assert!(!err.is_empty(), "{args:?}");
    }
    for args in [&["--help"][..], &["check", "--help"], &["--version"]] {
        let (out, _) = check(args, 0);
        assert!(!out.is_empty(), "{args:?}");
    }
}

#[test]
fn explain_prints_pages_and_names_close_rules() {
    let (list, _) = check(&["explain"], 0);
    let (page, _) = check(&["explain", "applications-balance"], 0);
    assert!(page.contains("核对内容") && page.contains("依据") && page.contains("可能的误报"), "{page}");
    let (page, _) = check(&["explain", "--lang", "en", "applications-balance"], 0);
    assert!(page.contains("What it checks"), "{page}");
    let (_, err) = check(&["explain", "application-balance"], 3);
    assert!(err.contains("applications-balance"), "{err}");
    // Two lines of header, then every rule, and every rule has a page.
    let ids: Vec<&str> = list.lines().skip(2).filter_map(|line| line.split_whitespace().nth(1)).collect();
    assert!(ids.contains(&"row-total"), "{list}");
    for id in ids {
        check(&["explain", id], 0);
    }
}

#[test]
fn formats_lists_extractors_and_their_claims() {
    let folder = Folder::new();
    let other = folder.file("other.txt", "今天天气很好。\n");
    let (out, _) = check(&["formats"], 0);
    assert!(out.contains("annual-2021") && out.contains("30号"), "{out}");
    let (out, _) = check(&["formats", "--why", &other], 0);
    assert!(out.contains("annual-2021") && out.contains("结论：没有格式认领"), "{out}");
    let claimed = folder.file("claimed.md", report(5).as_bytes());
    let (out, _) = check(&["formats", "--why", &claimed], 0);
    assert!(
        out.contains("annual-2021 更合，由它读") && out.contains("第3表由 annual-2021 读，175格中找到175格"),
        "{out}"
    );
    let (out, _) = check(&["--lang", "en", "formats"], 0);
    assert!(out.contains("free-form  Report in free text"), "{out}");
    check(&["formats", "--why", &folder.0.join("missing").to_string_lossy()], 2);
    let (_, err) = check(&["formats", "--why", &folder.file("bytes.txt", b"\xff\x00")], 2);
    assert!(err.contains("bytes.txt"), "{err}");
}
