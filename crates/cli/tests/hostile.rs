//! Files made to exhaust or mislead their reader, given to the program as users would give them.
//!
//! Each ends with an error that says what was expected, what was found and what to do, in both languages, or is read
//! right; within [`SECONDS`] and, where the system can hold a program to it, [`MEMORY`].

#[path = "hostile/cut.rs"]
mod cut;
#[path = "hostile/files.rs"]
mod files;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// The most time that one file may take, built for tests and on a machine that others share.
const SECONDS: u64 = 60;

/// The most address space, in KiB, as `gongkai-read` states it for files of this size.
const MEMORY: u64 = 1536 * 1024;

/// A folder of its own that goes away with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("gongkai-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).expect("a folder for temporary files");
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The program, held to [`MEMORY`] where there is a shell that can.
fn program() -> Command {
    let program = env!("CARGO_BIN_EXE_gongkai");
    if !cfg!(target_os = "linux") {
        eprintln!("SKIPPED: the bound on memory, which only Linux is asked to hold");
        return Command::new(program);
    }
    let mut command = Command::new("sh");
    command.args(["-c", &format!("ulimit -v {MEMORY}; exec \"$0\" \"$@\""), program]);
    command
}

/// What the program prints about `file` in `lang`, and its exit status.
fn printed(file: &Path, lang: &str) -> (String, Option<i32>) {
    let begun = Instant::now();
    let output = program().args(["check", "--lang", lang]).arg(file).output().expect("the program runs");
    let name = file.display();
    let err = String::from_utf8_lossy(&output.stderr);
    assert!(begun.elapsed() < Duration::from_secs(SECONDS), "{name} took {:?}", begun.elapsed());
    assert!(!err.contains("panicked") && !err.contains("allocation"), "{name}: {err}");
    (String::from_utf8(output.stdout).expect("UTF-8"), output.status.code())
}

/// The file is refused with these words, in English and in Chinese.
#[track_caller]
fn check_refused(folder: &Folder, name: &str, bytes: &[u8], [english, chinese]: [&str; 2]) {
    let file = folder.0.join(name);
    fs::write(&file, bytes).expect("a file");
    for (lang, words) in [("en", english), ("zh", chinese)] {
        let (out, status) = printed(&file, lang);
        assert_eq!(status, Some(2), "{name}: {out}");
        assert!(out.contains(words), "{name}: expected {words}, found {out}");
    }
}

/// No words about tables stand in it: it is read, and no form claims it.
const UNCLAIMED: [&str; 2] = ["no form claims this document", "没有格式"];
const TANGLED: [&str; 2] = ["expected at most 512 levels of elements", "元素至多512层"];
const BOMB: [&str; 2] = ["inflates beyond 64 MiB, or 250 times its size", "解压后超过64 MiB"];
const BROKEN: [&str; 2] =
    ["expected a PDF that is whole, found one that is cut off or broken", "应为完整的PDF文件"];
const OVERFULL: [&str; 2] =
    ["expected a PDF that is whole, found more than 2,000 pages", "应为完整的PDF文件"];
const EMPTY: [&str; 2] = ["expected a report, found an empty file", "应为一份报告，实为空文件"];
const UNPACK: [&str; 2] = ["unpack it and name the files in it", "请先解压"];

#[test]
fn files_without_measure_end_within_bounds() {
    let folder = Folder::new("measure");
    let check = |name: &str, bytes: &[u8], words| check_refused(&folder, name, bytes, words);
    check("deep.html", "<div>".repeat(1_000_000).as_bytes(), TANGLED);
    check("tables.html", "<table><tr><td>".repeat(1_000_000).as_bytes(), TANGLED);
    check("spans.html", files::SPANS.as_bytes(), UNCLAIMED);
    check("many-spans.html", files::many_spans().as_bytes(), UNCLAIMED);
    check("entities.html", format!("{}<table><tr><td>&e19;</table>", files::laughs()).as_bytes(), UNCLAIMED);
    check("cells.txt", "1|".repeat(3_000_000).as_bytes(), TANGLED);
    check("rows.txt", "规章\t0\t0\t0\n".repeat(700_000).as_bytes(), TANGLED);
    check("line.txt", "政务公开，便民利民。".repeat(300_000).as_bytes(), UNCLAIMED);
    check("bomb.docx", &files::docx(&" ".repeat(80 << 20)), BOMB);
    check("deep.docx", &files::docx(&"<w:sdt>".repeat(100_000)), TANGLED);
    check("laughs.docx", &files::laughing_docx(), ["an entity that nothing defines", "未定义的实体"]);
    check("parts.xlsx", &files::many_parts(), BOMB);
    check("far.xlsx", &files::far_xlsx(), UNCLAIMED);
    check("repeated.ods", &files::repeating_ods(), TANGLED);
    check("xref-loop.pdf", &files::looping_pdf(), BROKEN);
    check("pages-loop.pdf", &files::pages_in_pages_pdf(), BROKEN);
    check("million.pdf", &files::million_objects_pdf(), BROKEN);
    check("huge-page.pdf", &files::pdf_page("0 0 1000000000 1000000000", "(report) Tj"), UNCLAIMED);
    check("marks.pdf", &files::pdf_page("0 0 595 842", &"(aaaaaaaaaa) Tj ".repeat(500_000)), OVERFULL);
    check("nested.pdf", &[b"%PDF-1.7\n".as_slice(), &b"[".repeat(1_000_000)].concat(), BROKEN);
}

#[test]
fn files_that_are_no_reports_say_what_they_are() {
    let folder = Folder::new("kinds");
    let check = |name: &str, bytes: &[u8], words| check_refused(&folder, name, bytes, words);
    check("empty.docx", b"", EMPTY);
    check("blank.txt", " \n\t\u{3000}\u{FEFF}".as_bytes(), EMPTY);
    check("zeros.txt", &[0; 4096], ["that are no characters", "多处不成字符"]);
    check("report.zip", &files::container(&[("年报.txt", "规章")]), UNPACK);
    let inner = String::from_utf8_lossy(&files::container(&[("a", &"0".repeat(1 << 20))])).into_owned();
    check("nested.zip", &files::container(&[("b.zip", &inner)]), UNPACK);
    check(
        "report.rar",
        b"Rar!\x1A\x07\x01\x00\x33\x92\xB5\xE5",
        ["an archive (RAR); unpack it", "压缩包（RAR）；请先解压"],
    );
    check(
        "report.7z",
        b"7z\xBC\xAF\x27\x1C\x00\x04",
        ["an archive (7z); unpack it", "压缩包（7z）；请先解压"],
    );
    check("report.tar.gz", b"\x1F\x8B\x08\x00\x00\x00\x00\x00", UNPACK);
    check("report.tar", &files::tar(), UNPACK);
    check("report.ofd", &files::container(&[("OFD.xml", "<ofd/>")]), ["an OFD document", "OFD文件"]);
    check("report.rtf", b"{\\rtf1\\ansi}", ["an RTF document; save it as DOCX", "RTF文档；请另存为DOCX"]);
    check("report.jpg", b"\xFF\xD8\xFF\xE0\x00\x10JFIF", ["run text recognition over it", "先作文字识别"]);
    check("report.json", b"{\"html\":\"<table><td>1</td></table>\"}", ["HTML inside JSON", "JSON中的HTML"]);
    check(
        "locked.docx",
        &files::locked_office(),
        ["an Office file (DOCX, XLSX, PPTX) that is password-protected", "设有密码的Office文件"],
    );
    check("locked.pdf", &files::locked_pdf(), ["a PDF that is password-protected", "设有密码的PDF文件"]);
}

#[test]
fn a_wrong_name_does_not_matter() {
    let folder = Folder::new("names");
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/annual-2021");
    let names = [
        ("in-docx/source.docx", "report.pdf"),
        ("in-html/source.html", "report.doc"),
        ("in-xlsx/source.xlsx", "report.xls"),
        ("in-xls-of-libreoffice/source.xls", "report.xlsx"),
        ("clean/source.txt", "report.pdf"),
        ("in-odt/source.odt", "report.docx"),
        ("in-ods/source.ods", "report"),
    ];
    let pdf = [("in-pdf/source.pdf", "report.docx")];
    for (source, name) in names.iter().chain(if cfg!(feature = "pdf") { &pdf[..] } else { &[] }) {
        let file = folder.0.join(name);
        fs::copy(fixtures.join(source), &file).expect("a fixture that is committed");
        let (out, status) = printed(&file, "en");
        assert_eq!(status, Some(0), "{source} as {name}: {out}");
        assert!(out.contains("200 of 200 found"), "{source} as {name}: {out}");
    }
}

/// So many copies of each file are spoiled.
const SPOILED: u64 = 40;

/// A few bytes of a file are others: each file ends in one answer, and the program never fails.
#[test]
fn spoiled_files_end_in_an_answer() {
    let folder = Folder::new("spoiled");
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/annual-2021");
    let mut files = 0;
    for source in cut::FILES.iter().filter(|name| cfg!(feature = "pdf") || !name.ends_with("pdf")) {
        let whole = fs::read(fixtures.join(source)).expect("a fixture that is committed");
        let kind = source.rsplit('.').next().expect("an ending");
        for seed in 0..SPOILED {
            // Knuth's multiplier: places and bytes without a pattern, the same every time.
            let mut state = seed + 1;
            let mut drawn = || {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                (state >> 33) as usize
            };
            let mut bytes = whole.clone();
            for _ in 0..=drawn() % 8 {
                let (at, len) = (drawn() % bytes.len(), 1 + drawn() % 4);
                let byte = [0xFF, 0x7F, 0x00, drawn() as u8][drawn() % 4];
                bytes.iter_mut().skip(at).take(len).for_each(|it| *it = byte);
            }
            fs::write(folder.0.join(format!("{seed}.{kind}")), bytes).expect("a file");
            files += 1;
        }
    }
    let output = program()
        .args(["check", "--format", "jsonl"])
        .arg(&folder.0)
        .env_remove("RUST_BACKTRACE")
        .output()
        .expect("the program runs");
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(matches!(output.status.code(), Some(1 | 2)), "{:?}: {err}", output.status);
    assert_eq!(out.lines().count(), files, "{err}");
    for words in ["panicked", "allocation", "程序的缺陷"] {
        assert!(!err.contains(words) && !out.contains(words), "{err}");
    }
}
