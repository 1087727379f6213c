//! Office files as small as they can be, written part by part.

use std::io::{Cursor, Write};
use zip::write::{SimpleFileOptions, ZipWriter};

/// A ZIP container of `parts`.
pub(crate) fn container(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("memory takes it");
        writer.write_all(text.as_bytes()).expect("memory takes it");
    }
    writer.finish().expect("memory takes it").into_inner()
}

/// A DOCX file with this body.
pub(crate) fn docx(body: &str) -> Vec<u8> {
    docx_with(body, &[])
}

/// A DOCX file with this body and more parts.
pub(crate) fn docx_with(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let document = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    container(&[&[("word/document.xml", document.as_str())], parts].concat())
}

/// A paragraph of Word.
pub(crate) fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// A row of Word: cells as `text`, or as `properties;text`.
pub(crate) fn tr(cells: &[&str]) -> String {
    let cell = |cell: &&str| {
        let (properties, text) = cell.rsplit_once(';').unwrap_or(("", cell));
        format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(text))
    };
    format!("<w:tr>{}</w:tr>", cells.iter().map(cell).collect::<String>())
}

/// An OpenDocument file with this body.
pub(crate) fn odf(body: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x' xmlns:draw='d'>\
         <office:body>{body}</office:body></office:document-content>"
    );
    container(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", &content)])
}

/// An XLSX file with sheets given as name, rows and merged regions.
pub(crate) fn xlsx(sheets: &[(&str, &str, &[&str])]) -> Vec<u8> {
    xlsx_with("", sheets, "")
}

/// The same with what stands before the rows of each sheet, and with shared texts.
pub(crate) fn xlsx_with(before: &str, sheets: &[(&str, &str, &[&str])], strings: &str) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let (mut list, mut relations, mut parts) = (String::new(), String::new(), Vec::new());
    for (at, (name, rows, merged)) in sheets.iter().enumerate() {
        let at = at + 1;
        let sheet = format!("<sheet name='{name}' sheetId='{at}' r:id='r{at}'/>");
        list.push_str(&sheet);
        let target = format!("Target='worksheets/sheet{at}.xml'");
        let relation = format!("<Relationship Id='r{at}' Type='{office}/worksheet' {target}/>");
        relations.push_str(&relation);
        let merged: String = merged.iter().flat_map(|region| ["<mergeCell ref='", region, "'/>"]).collect();
        let sheet = format!(
            "<worksheet xmlns='{main}'>{before}<sheetData>{rows}</sheetData><mergeCells>{merged}</mergeCells></worksheet>"
        );
        parts.push((format!("xl/worksheets/sheet{at}.xml"), sheet));
    }
    if !strings.is_empty() {
        let relation =
            format!("<Relationship Id='rs' Type='{office}/sharedStrings' Target='sharedStrings.xml'/>");
        relations.push_str(&relation);
        parts.push((
            "xl/sharedStrings.xml".to_owned(),
            strings.replacen("<sst>", &format!("<sst xmlns='{main}'>"), 1),
        ));
    }
    let book = format!("<workbook xmlns='{main}' xmlns:r='{office}'><sheets>{list}</sheets></workbook>");
    parts.push(("xl/workbook.xml".to_owned(), book));
    let relations = format!("<Relationships xmlns='{package}'>{relations}</Relationships>");
    parts.push(("xl/_rels/workbook.xml.rels".to_owned(), relations));
    let root = format!(
        "<Relationships xmlns='{package}'><Relationship Id='r0' Type='{office}/officeDocument' \
         Target='xl/workbook.xml'/></Relationships>"
    );
    parts.push(("_rels/.rels".to_owned(), root));
    let parts: Vec<(&str, &str)> = parts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    container(&parts)
}

/// A cell of XLSX: a number where it reads like one, else text.
pub(crate) fn c(place: &str, value: &str) -> String {
    if value.parse::<f64>().is_ok() {
        format!("<c r='{place}'><v>{value}</v></c>")
    } else {
        format!("<c r='{place}' t='inlineStr'><is><t>{value}</t></is></c>")
    }
}

/// A row of XLSX from column A on, blanks left out.
pub(crate) fn row(number: u32, values: &[&str]) -> String {
    let cells = values.iter().zip('A'..).filter(|(value, _)| !value.is_empty());
    let cells: String = cells.map(|(value, column)| c(&format!("{column}{number}"), value)).collect();
    format!("<row r='{number}'>{cells}</row>")
}

/// An OLE2 container with one stream of its root.
pub(crate) fn ole(name: &str, stream: &[u8]) -> Vec<u8> {
    let sectors = stream.len().max(4096).div_ceil(512);
    let mut header = vec![0_u8; 512];
    header[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    for (at, value) in [(24, 0x3E_u16), (26, 3), (28, 0xFFFE), (30, 9), (32, 6)] {
        header[at..at + 2].copy_from_slice(&value.to_le_bytes());
    }
    let none = u32::MAX - 1;
    for (at, value) in [(44, 1), (48, 1), (56, 4096), (60, none), (68, none), (76, 0)] {
        header[at..at + 4].copy_from_slice(&u32::to_le_bytes(value));
    }
    header[80..512].fill(0xFF);
    // Sector 0 is the allocation, 1 the directory, the stream follows.
    let mut table: Vec<u32> = vec![u32::MAX - 2, none];
    table.extend((0..sectors as u32).map(|at| if at + 1 == sectors as u32 { none } else { at + 3 }));
    table.resize(128, u32::MAX);
    let mut directory = Vec::new();
    for (name, kind, child, start, len) in
        [("Root Entry", 5, 1, none, 0), (name, 2, u32::MAX, 2, sectors as u32 * 512)]
    {
        let mut entry = [0_u8; 128];
        for (at, unit) in name.encode_utf16().enumerate() {
            entry[2 * at..2 * at + 2].copy_from_slice(&unit.to_le_bytes());
        }
        entry[64] = (name.len() as u8 + 1) * 2;
        entry[66] = kind;
        for (at, value) in [(68, u32::MAX), (72, u32::MAX), (76, child), (116, start), (120, len)] {
            entry[at..at + 4].copy_from_slice(&value.to_le_bytes());
        }
        directory.extend(entry);
    }
    directory.resize(512, 0);
    let mut stream = stream.to_vec();
    stream.resize(sectors * 512, 0);
    let table: Vec<u8> = table.into_iter().flat_map(u32::to_le_bytes).collect();
    [header, table, directory, stream].concat()
}

/// The same with a stream so small that it lies in sectors of 64 bytes inside the stream of the root, here from the
/// last of them to the first.
pub(crate) fn ole_of_small(name: &str, stream: &[u8]) -> Vec<u8> {
    let pieces: Vec<Vec<u8>> =
        stream.chunks(64).rev().map(|piece| [piece, &[0; 64][piece.len()..]].concat()).collect();
    let count = pieces.len() as u32;
    let mut bytes = ole(name, &pieces.concat());
    let sectors = (bytes.len() / 512 - 1) as u32;
    let mut put = |at: usize, value: u32| bytes[at..at + 4].copy_from_slice(&value.to_le_bytes());
    let (table, root, entry) = (512, 1024, 1024 + 128);
    for (at, value) in [
        (60, sectors),
        (64, 1),
        (table + 4 * sectors as usize, u32::MAX - 1),
        (root + 116, 2),
        (root + 120, (sectors - 2) * 512),
        (entry + 116, count - 1),
        (entry + 120, stream.len() as u32),
    ] {
        put(at, value);
    }
    let next = (0..128).map(|at| {
        if at == 0 {
            u32::MAX - 1
        } else if at < count {
            at - 1
        } else {
            u32::MAX
        }
    });
    bytes.extend(next.flat_map(u32::to_le_bytes));
    bytes
}

/// The workbook stream of an XLS file with one sheet: cells by row and column, merged regions as first row, last
/// row, first column, last column.
pub(crate) fn xls_stream(cells: &[(u16, u16, &str)], merged: &[[u16; 4]]) -> Vec<u8> {
    let record =
        |kind: u16, body: &[u8]| [&kind.to_le_bytes(), &(body.len() as u16).to_le_bytes(), body].concat();
    let begin = |kind: u16| {
        let fields = [0x0600, kind, 0, 0, 0, 0, 0, 0].map(u16::to_le_bytes).concat();
        record(0x0809, &fields)
    };
    let units = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let name = units("表");
    let globals = begin(5);
    let bound = |start: u32| record(0x0085, &[&start.to_le_bytes()[..], &[0, 0, 1, 1], &name].concat());
    let end = record(0x000A, &[]);
    let start = globals.len() + bound(0).len() + end.len();
    let mut stream = [globals, bound(start as u32), end.clone(), begin(0x10)].concat();
    for (row, column, value) in cells {
        let place = [*row, *column, 0].map(u16::to_le_bytes).concat();
        stream.extend(if let Ok(number) = value.parse::<f64>() {
            record(0x0203, &[&place[..], &number.to_le_bytes()].concat())
        } else {
            let text = units(value);
            let len = (text.len() as u16 / 2).to_le_bytes();
            record(0x0204, &[&place[..], &len, &[1], &text].concat())
        });
    }
    let regions = merged.iter().flatten().flat_map(|bound| bound.to_le_bytes());
    let count = (merged.len() as u16).to_le_bytes();
    stream.extend(record(0x00E5, &count.into_iter().chain(regions).collect::<Vec<u8>>()));
    stream.extend(end);
    stream
}
