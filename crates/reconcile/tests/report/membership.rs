//! Tables of who belongs to whom: what is read, and what is refused with line and field.

use gongkai_reconcile::report::levels::Membership;

#[track_caller]
fn reads(text: &str, entries: usize) {
    assert_eq!(Membership::parse(text).map(|it| it.len()), Ok(entries), "{text:?}");
}

#[track_caller]
fn refused(text: &str, line: usize, zh: &str, en: &str) {
    let error = Membership::parse(text).expect_err(text);
    assert_eq!(error.line, line, "{text:?}");
    assert!(error.message.zh.starts_with(&format!("第{line}行：")), "{}", error.message.zh);
    assert!(error.message.zh.contains(zh) && error.message.en.contains(en), "{:?}", error.message);
}

#[test]
fn tables_of_spreadsheet_programs_are_read() {
    for (text, entries) in [
        ("parent,child\n乙市,甲县\n", 1),
        ("\u{FEFF}上级,下级\r\n乙市,甲县\r\n\r\n乙市,丙县\r\n", 2),
        ("# 注\n\nParent,Child,Own\n乙市,乙市本级,own\n", 1),
        ("乙市，甲县\n乙市\t丙县\n", 2),
        ("\"乙市\",\"甲县, 政府办\"\n", 1),
        ("乙市,甲县,,\n", 1),
        (",,\n乙市,甲县\n", 1),
        ("乙市,甲县\n丁市,甲县\n", 2),
        ("", 0),
    ] {
        reads(text, entries);
    }
}

#[test]
fn entries_that_cannot_be_meant_are_refused_with_line_and_field() {
    refused("乙市\n", 1, "下级（child）没有填", "child is empty");
    refused("乙市,甲县\n,丙县\n", 2, "上级（parent）没有填", "parent is empty");
    refused("parent,child\n乙市,甲县,x\n", 2, "第三栏（own）", "own is expected");
    refused("乙市,甲县,,丙县\n", 1, "多出一栏“丙县”", "a field too many");
    refused("乙市,乙市\n", 1, "上级与下级都是“乙市”", "both “乙市”");
    refused("乙市,甲县\n\n乙市,甲县\n", 3, "在第1行已列入", "in line 1");
}
