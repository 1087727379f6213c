//! The files themselves, written in code.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::write::{SimpleFileOptions, ZipWriter};

/// A cell over more columns and rows than any table has.
pub(crate) const SPANS: &str =
    "<table><tr><td colspan=1000000000 rowspan=1000000000>规章<td>1<tr><td>2</table>";

/// Thousands of rows of cells that each reach over a thousand columns and rows.
pub(crate) fn many_spans() -> String {
    let row = format!("<tr>{}", "<td colspan=999 rowspan=999>1".repeat(50));
    format!("<table>{}</table>", row.repeat(2000))
}

/// Entities that double what they stand for, ten times ten times ten.
pub(crate) fn laughs() -> String {
    let mut out = String::from("<!DOCTYPE x [<!ENTITY e0 \"ha\">");
    for at in 1..20 {
        write!(out, "<!ENTITY e{at} \"{}\">", format!("&e{};", at - 1).repeat(10)).expect("a string");
    }
    out + "]>"
}

/// A ZIP container of `parts`.
pub(crate) fn container(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("memory takes it");
        writer.write_all(text.as_bytes()).expect("memory takes it");
    }
    writer.finish().expect("memory takes it").into_inner()
}

/// A Word document of this body.
pub(crate) fn docx(body: &str) -> Vec<u8> {
    let document = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    container(&[("word/document.xml", &document)])
}

pub(crate) fn laughing_docx() -> Vec<u8> {
    let text =
        "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>&e19;</w:t></w:r></w:p></w:body></w:document>";
    container(&[("word/document.xml", &format!("{}{text}", laughs()))])
}

/// A workbook of one sheet with these rows.
fn xlsx(rows: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let relations = |id: &str, kind: &str, target: &str| {
        format!(
            "<Relationships xmlns='{package}'><Relationship Id='{id}' Type='{office}/{kind}' Target='{target}'/>\
             </Relationships>"
        )
    };
    let book = format!(
        "<workbook xmlns='{main}' xmlns:r='{office}'><sheets><sheet name='a' sheetId='1' r:id='r1'/></sheets></workbook>"
    );
    let sheet = format!(
        "<worksheet xmlns='{main}'><dimension ref='A1:XFD1048576'/><sheetData>{rows}</sheetData></worksheet>"
    );
    let (root, own) = (
        relations("r0", "officeDocument", "xl/workbook.xml"),
        relations("r1", "worksheet", "worksheets/sheet1.xml"),
    );
    let parts = [
        ("_rels/.rels", root.as_str()),
        ("xl/_rels/workbook.xml.rels", &own),
        ("xl/workbook.xml", &book),
        ("xl/worksheets/sheet1.xml", &sheet),
    ];
    container(&[&parts, more].concat())
}

/// Two cells as far apart as a sheet allows.
pub(crate) fn far_xlsx() -> Vec<u8> {
    xlsx("<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>2</v></c></row>", &[])
}

/// More parts than fit in memory, each of them modest.
pub(crate) fn many_parts() -> Vec<u8> {
    let blanks = " ".repeat(3 << 20);
    let names: Vec<String> = (0..100).map(|at| format!("xl/worksheets/more{at}.xml")).collect();
    let parts: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), blanks.as_str())).collect();
    xlsx("", &parts)
}

/// A cell that is repeated a billion times.
pub(crate) fn repeating_ods() -> Vec<u8> {
    let content = "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x'><office:body><office:spreadsheet>\
                   <table:table><table:table-row><table:table-cell table:number-columns-repeated='1000000000'>\
                   <text:p>1</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>\
                   </office:body></office:document-content>";
    container(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content)])
}

/// The archive of one small file.
pub(crate) fn tar() -> Vec<u8> {
    let mut bytes = vec![0; 1536];
    bytes[..11].copy_from_slice(b"report.html");
    bytes[257..262].copy_from_slice(b"ustar");
    bytes[512..519].copy_from_slice(b"<table>");
    bytes
}

/// What Office makes of a file with a password: a container of two streams, neither of them legible.
pub(crate) fn locked_office() -> Vec<u8> {
    let none = u32::MAX - 1;
    let mut bytes = vec![0_u8; 512];
    bytes[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    for (at, value) in [(24, 0x3E_u16), (26, 3), (28, 0xFFFE), (30, 9), (32, 6)] {
        bytes[at..at + 2].copy_from_slice(&value.to_le_bytes());
    }
    for (at, value) in [(44, 1), (48, 1), (56, 4096), (60, none), (68, none)] {
        bytes[at..at + 4].copy_from_slice(&u32::to_le_bytes(value));
    }
    bytes[80..512].fill(0xFF);
    // The table of sectors, then the directory: root, and two entries without a sector.
    bytes.extend(u32::to_le_bytes(u32::MAX - 2));
    bytes.extend(none.to_le_bytes());
    bytes.resize(1024, 0xFF);
    for (name, kind, child, right) in [
        ("Root Entry", 5, 1, u32::MAX),
        ("EncryptedPackage", 2, u32::MAX, 2),
        ("EncryptionInfo", 2, u32::MAX, u32::MAX),
    ] {
        let mut entry = [0_u8; 128];
        for (at, unit) in name.encode_utf16().enumerate() {
            entry[2 * at..2 * at + 2].copy_from_slice(&unit.to_le_bytes());
        }
        entry[64] = (name.len() as u8 + 1) * 2;
        entry[66] = kind;
        for (at, value) in [(68, u32::MAX), (72, right), (76, child), (116, none)] {
            entry[at..at + 4].copy_from_slice(&value.to_le_bytes());
        }
        bytes.extend(entry);
    }
    bytes.resize(1536, 0);
    bytes
}

/// A PDF of `objects` with its table of places; `more` goes to the trailer.
fn pdf(objects: &[String], more: &str) -> Vec<u8> {
    let mut out = String::from("%PDF-1.7\n");
    let mut places = String::new();
    for (at, object) in objects.iter().enumerate() {
        writeln!(places, "{:010} 00000 n ", out.len()).expect("a string");
        write!(out, "{} 0 obj\n{object}\nendobj\n", at + 1).expect("a string");
    }
    let (start, len) = (out.len(), objects.len() + 1);
    let more = more.replace("SELF", &start.to_string());
    write!(
        out,
        "xref\n0 {len}\n0000000000 65535 f \n{places}trailer<</Size {len}/Root 1 0 R{more}>>\nstartxref\n{start}\n%%EOF\n"
    )
    .expect("a string");
    out.into_bytes()
}

fn catalog(kids: &str) -> Vec<String> {
    vec!["<</Type/Catalog/Pages 2 0 R>>".to_owned(), format!("<</Type/Pages/Count 1/Kids[{kids}]>>")]
}

/// Places that lead back to themselves, and no page.
pub(crate) fn looping_pdf() -> Vec<u8> {
    pdf(&catalog(""), "/Prev SELF/XRefStm SELF")
}

/// Pages that hold each other.
pub(crate) fn pages_in_pages_pdf() -> Vec<u8> {
    let mut objects = catalog("3 0 R 3 0 R");
    objects.push("<</Type/Pages/Count 2/Kids[2 0 R 2 0 R]/Parent 2 0 R>>".to_owned());
    pdf(&objects, "")
}

/// A million objects that are nothing, and no page.
pub(crate) fn million_objects_pdf() -> Vec<u8> {
    let mut objects = catalog("");
    objects.resize(1_000_000, "<<>>".to_owned());
    pdf(&objects, "")
}

/// One page of this size with these marks in a plain font.
pub(crate) fn pdf_page(size: &str, marks: &str) -> Vec<u8> {
    let mut objects = catalog("3 0 R");
    objects.push(format!(
        "<</Type/Page/Parent 2 0 R/MediaBox[{size}]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
    ));
    let marks = format!("BT /F 9 Tf 72 700 Td {marks} ET");
    objects.push(format!("<</Length {}>>stream\n{marks}\nendstream", marks.len()));
    objects.push("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned());
    pdf(&objects, "")
}

/// A PDF that opens with a password which is not the empty one.
pub(crate) fn locked_pdf() -> Vec<u8> {
    let mut objects = catalog("");
    let key = "41".repeat(32);
    objects.push(format!("<</Filter/Standard/V 2/R 3/Length 128/P -4/O<{key}>/U<{key}>>>"));
    pdf(&objects, "/Encrypt 3 0 R/ID[<41><41>]")
}
