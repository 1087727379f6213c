//! Files that are refused, and files that are damaged.

use crate::check_refused;
use crate::files::{container, docx, odf, ole, p, row, tr, xls_stream, xlsx};
use gongkai_read::{ReadError, read};
use proptest::prelude::*;

#[test]
fn refusals_say_what_the_file_is() {
    let whole = docx(&p("正文"));
    check_refused(&whole[..whole.len() - 30], "no end of the container", "Word文档（DOCX）");
    check_refused(&docx("<w:p><w:r><w:t>规章"), "not well-formed", "XML格式有误");
    check_refused(&docx("<w:p>"), "not well-formed", "XML格式有误");
    check_refused(
        &container(&[("word/other.xml", ""), ("word/document.xml", "<a>")]),
        "ends too early",
        "XML不完整",
    );
    check_refused(&docx("<w:p><w:r><w:t>&laugh;</w:t></w:r></w:p>"), "nothing defines", "未定义的实体");
    check_refused(&container(&[("a.txt", "甲")]), "unpack it", "压缩包（ZIP）；请先解压");
    check_refused(&container(&[("OFD.xml", "")]), "an OFD document", "OFD文件");
    check_refused(&container(&[("ppt/presentation.xml", "")]), "a presentation", "演示文稿");
    check_refused(b"{\\rtf1 x}", "RTF", "RTF文档");
    #[cfg(not(feature = "doc"))]
    check_refused(&ole("WordDocument", b""), "save it as DOCX", "旧版Word或WPS文档");
    #[cfg(feature = "doc")]
    check_refused(&ole("WordDocument", b""), "that is whole", "旧版Word或WPS文档");
    check_refused(&ole("EncryptedPackage", b""), "opens without a password", "取消密码");
    let manifest = "<manifest:encryption-data/>";
    let locked = container(&[("content.xml", "?"), ("META-INF/manifest.xml", manifest)]);
    check_refused(&locked, "opens without a password", "取消密码");
    let bomb = " ".repeat(80 << 20);
    check_refused(&docx(&bomb), "inflates beyond 64 MiB", "解压后超过");
    assert_eq!(read("report", &docx("")).unwrap_err(), ReadError::Empty);
    assert_eq!(read("report", &docx(&"<w:sdt>".repeat(1_000_000))).unwrap_err(), ReadError::TooTangled);
    let nested = "<w:tbl><w:tr><w:tc>".repeat(40);
    assert_eq!(read("report", &docx(&nested)).unwrap_err(), ReadError::TooTangled);
    let wide = tr(&["<w:gridSpan w:val='999'/>;甲"; 3]);
    assert_eq!(read("report", &docx(&format!("<w:tbl>{wide}</w:tbl>"))).unwrap_err(), ReadError::TooTangled);
}

/// One file of each kind.
fn samples() -> Vec<Vec<u8>> {
    let table = format!(
        "<w:tbl>{}{}</w:tbl>",
        tr(&["<w:vMerge w:val='restart'/>;甲", "1"]),
        tr(&["<w:vMerge/>;", "2"])
    );
    let sheet = [row(1, &["规章", "0"]), row(2, &["收费", "4482.67"])].concat();
    let cell = "<table:table-cell table:number-columns-repeated='2'><text:p>1</text:p></table:table-cell>";
    let rows = format!("<table:table><table:table-row>{cell}</table:table-row></table:table>");
    vec![
        docx(&table),
        xlsx(&[("表", &sheet, &["A1:A2"])]),
        ole("Workbook", &xls_stream(&[(0, 0, "规章"), (0, 1, "3")], &[[0, 0, 0, 1]])),
        odf(&format!("<office:text>{rows}</office:text>")),
        odf(&format!("<office:spreadsheet>{rows}</office:spreadsheet>")),
    ]
}

/// The parts that hold the text, to be damaged before they are packed.
fn damaged_part(kind: usize, xml: &str) -> Vec<u8> {
    match kind {
        0 => container(&[("word/document.xml", xml)]),
        1 => container(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", xml)]),
        _ => xlsx(&[("表", xml, &["A1:B2"])]),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_files_never_panic(
        kind in 0_usize..5,
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = samples().swap_remove(kind);
        for (at, byte) in edits {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = read("report", &bytes);
        bytes.truncate(cut.index(bytes.len()));
        let _ = read("report", &bytes);
    }

    #[test]
    fn strange_markup_never_panics(
        kind in 0_usize..3,
        pieces in prop::collection::vec(prop::sample::select(&[
            "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:p>", "</w:p>", "<w:r><w:t>1</w:t></w:r>",
            "<w:txbxContent>", "</w:txbxContent>", "<w:gridSpan w:val='7'/>", "<w:vMerge/>", "<w:hMerge/>",
            "<w:vMerge w:val='restart'/>", "<w:gridBefore w:val='9'/>", "<w:trPr><w:del/></w:trPr>",
            "<office:text>", "</office:text>", "<office:spreadsheet>", "</office:spreadsheet>", "<table:table>",
            "</table:table>", "<table:table-row>", "</table:table-row>", "<table:table-cell>", "</table:table-cell>",
            "<table:table-cell table:number-rows-spanned='4' table:number-columns-repeated='3'/>", "<text:p>1</text:p>",
            "<row r='1'>", "</row>", "<c r='B2'><v>1</v></c>", "<c r='XFD1048576'><v>2</v></c>", "<c r='A1'><v>1e300</v></c>",
        ][..]), 1..40),
    ) {
        // Every element that is open at the end is closed, so that more than the first slip is tried.
        let mut open: Vec<&str> = Vec::new();
        let mut xml = String::new();
        for piece in pieces {
            if let Some(name) = piece.strip_prefix("</") {
                if open.last().is_none_or(|last| *last != name.trim_end_matches('>')) {
                    continue;
                }
                open.pop();
            } else if !piece.ends_with("/>") && !piece.contains("</") {
                open.push(piece.trim_start_matches('<').trim_end_matches('>').split(' ').next().unwrap_or_default());
            }
            xml.push_str(piece);
        }
        while let Some(name) = open.pop() {
            xml.extend(["</", name, ">"]);
        }
        let root = if kind == 2 { xml } else { format!("<w:document>{xml}</w:document>") };
        let _ = read("report", &damaged_part(kind, &root));
    }
}
