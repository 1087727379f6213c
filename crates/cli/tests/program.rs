//! The program as its users run it: exit status, standard output, standard error.

use serde_json::Value;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// A folder of its own that goes away with the test.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("gongkai-cli-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).expect("a folder for temporary files");
        Self(path)
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("inside the folder")).expect("a folder");
        fs::write(&path, bytes).expect("a file");
        path.to_string_lossy().into_owned()
    }

    fn path(&self) -> &str {
        self.0.to_str().expect("an ASCII path")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn run_with(args: &[&str], stdin: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_gongkai"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program");
    // A program that does not read its input closes it.
    let _ = child.stdin.take().expect("piped").write_all(stdin);
    child.wait_with_output().expect("the program ends")
}

/// Runs with `args` and answers with standard output and error, after comparing the exit status.
#[track_caller]
fn check(args: &[&str], status: i32) -> (String, String) {
    check_with(args, b"", status)
}

#[track_caller]
fn check_with(args: &[&str], stdin: &[u8], status: i32) -> (String, String) {
    let output = run_with(args, stdin);
    let out = String::from_utf8(output.stdout).expect("UTF-8");
    let err = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!(output.status.code(), Some(status), "{args:?}\nstdout: {out}\nstderr: {err}");
    assert!(!err.contains("panicked"), "{err}");
    assert!(!out.contains('\u{1b}') && !err.contains('\u{1b}'), "no colour into a pipe");
    (out, err)
}

/// Rows of table 3: label, and whether natural persons asked.
const ROWS: [(&str, u32); 25] = [
    ("一、本年新收政府信息公开申请数量", 5),
    ("二、上年结转政府信息公开申请数量", 1),
    ("（一）予以公开", 4),
    ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", 0),
    ("1.属于国家秘密", 0),
    ("2.其他法律行政法规禁止公开", 0),
    ("3.危及“三安全一稳定”", 0),
    ("4.保护第三方合法权益", 0),
    ("5.属于三类内部事务信息", 0),
    ("6.属于四类过程性信息", 0),
    ("7.属于行政执法案卷", 0),
    ("8.属于行政查询事项", 0),
    ("1.本机关不掌握相关政府信息", 1),
    ("2.没有现成信息需要另行制作", 0),
    ("3.补正后申请内容仍不明确", 0),
    ("1.信访举报投诉类申请", 0),
    ("2.重复申请", 0),
    ("3.要求提供公开出版物", 0),
    ("4.无正当理由大量反复申请", 0),
    ("5.要求行政机关确认或重新出具已获取信息", 0),
    ("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", 0),
    ("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", 0),
    ("3.其他", 0),
    ("（七）总计", 5),
    ("四、结转下年度继续办理", 1),
];

/// A report in the form of 2021 as a Markdown document; it balances when `processed` is 5.
fn report(processed: u32) -> String {
    let mut out = String::from(
        "# 甲县财政局2023年政府信息公开工作年度报告\n\n\
         根据《中华人民共和国政府信息公开条例》，现公布甲县财政局2023年政府信息公开工作年度报告。\
         本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。\n\n\
         ## 一、总体情况\n\n本机关按照要求推进政府信息公开工作。\n\n\
         ## 二、主动公开政府信息情况\n\n\
         | 第二十条第（一）项 | | | |\n| --- | --- | --- | --- |\n\
         | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n\
         | 规章 | 0 | 0 | 0 |\n| 行政规范性文件 | 2 | 1 | 9 |\n\
         | 第二十条第（五）项 | | | |\n| 信息内容 | 本年处理决定数量 | | |\n| 行政许可 | 12 | | |\n\
         | 第二十条第（六）项 | | | |\n| 信息内容 | 本年处理决定数量 | | |\n| 行政处罚 | 3 | | |\n| 行政强制 | 0 | | |\n\
         | 第二十条第（八）项 | | | |\n| 信息内容 | 本年收费金额（单位：万元） | | |\n| 行政事业性收费 | 0 | | |\n\n\
         ## 三、收到和处理政府信息公开申请情况\n\n\
         | （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | 申请人情况 | | | | | | |\n\
         | --- | --- | --- | --- | --- | --- | --- | --- |\n\
         | | 自然人 | 法人或其他组织 | | | | | 总计 |\n\
         | | | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |\n",
    );
    for (label, count) in ROWS {
        let count = if label == "（七）总计" { processed } else { count };
        let group = match label {
            "（一）予以公开" => "三、本年度办理结果",
            "1.属于国家秘密" => "（三）不予公开",
            "1.本机关不掌握相关政府信息" => "（四）无法提供",
            "1.信访举报投诉类申请" => "（五）不予处理",
            "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请" => {
                "（六）其他处理"
            }
            _ => "",
        };
        if !group.is_empty() {
            writeln!(out, "| {group} | | | | | | | |").expect("a string");
        }
        writeln!(out, "| {label} | {count} | 0 | 0 | 0 | 0 | 0 | {count} |").expect("a string");
    }
    out.push_str(
        "\n## 四、政府信息公开行政复议、行政诉讼情况\n\n\
         | 行政复议 | | | | | 行政诉讼 | | | | | | | | | |\n\
         | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n\
         | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | | | | | 复议后起诉 | | | | |\n\
         | | | | | | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n\
         | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n\n\
         ## 五、存在的主要问题及改进情况\n\n\
         公开目录更新不够及时，下一步将明确专人按月更新，并加强业务培训。\n\n\
         ## 六、其他需要报告的事项\n\n\
         按照《政府信息公开信息处理费管理办法》，本机关2023年未收取信息处理费。\n",
    );
    out
}

/// The objects printed one after another.
fn objects(text: &str) -> Vec<Value> {
    serde_json::Deserializer::from_str(text).into_iter().collect::<Result<_, _>>().expect("valid JSON")
}

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
    assert!(out.contains("annual-2021"), "{out}");
    check(&["formats", "--why", &folder.0.join("missing").to_string_lossy()], 2);
    let (_, err) = check(&["formats", "--why", &folder.file("bytes.txt", b"\xff\x00")], 2);
    assert!(err.contains("bytes.txt"), "{err}");
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

/// A report of the 2021 form for `year` in which `carried_in` natural persons were carried in.
fn report_of(year: u32, carried_in: u32) -> String {
    let received = 6 - carried_in;
    report(5)
        .replace("2023", &year.to_string())
        // The stock follows from the flows.
        .replace("| 行政规范性文件 | 2 | 1 | 9 |", "| 行政规范性文件 | 1 | 1 | 9 |")
        .replace(
            "申请数量 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |",
            &format!("申请数量 | {received} | 0 | 0 | 0 | 0 | 0 | {received} |"),
        )
        .replace(
            "申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |",
            &format!("申请数量 | {carried_in} | 0 | 0 | 0 | 0 | 0 | {carried_in} |"),
        )
}

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

/// Every command of the guide, on files with the names that it uses.
#[test]
fn the_guide_is_true() {
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/guide.md");
    let text = fs::read_to_string(guide).expect("the guide");
    let fixture = |name: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures").join(name);
        fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let folder = Folder::new();
    folder.file("2023.txt", fixture("series/clean/new.txt"));
    folder.file("2022.txt", fixture("series/clean/old.txt"));
    folder.file("reports/upper.txt", fixture("levels/declared/new.txt"));
    folder.file("reports/lower.txt", fixture("levels/declared/below-1.txt"));
    folder.file("members.csv", fixture("levels/declared/members.csv"));
    let commands: Vec<_> = text.lines().filter_map(|line| line.strip_prefix("gongkai ")).collect();
    assert!(commands.len() > 10, "the guide has lost its commands");
    for command in commands {
        let ended = Command::new(env!("CARGO_BIN_EXE_gongkai"))
            .args(command.split_whitespace())
            .current_dir(&folder.0)
            .output()
            .expect("the program");
        let said = String::from_utf8_lossy(&ended.stderr).into_owned();
        assert!(matches!(ended.status.code(), Some(0 | 1)), "gongkai {command}: {said}");
        let written = command.split_once("-o ").map(|(_, rest)| rest.split(' ').next().unwrap_or(rest));
        if let Some(name) = written {
            assert!(folder.0.join(name).metadata().is_ok_and(|it| it.len() > 0), "{command} wrote nothing");
        }
    }
}
