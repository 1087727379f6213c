//! Carriers: the bytes of a file to one [`Document`].
//!
//! Plain text (tabs between cells), Markdown (pipe tables, HTML tables), HTML (feature `html`), DOCX (`docx`), XLSX
//! and XLS (`xlsx`), ODT and ODS (`odf`), PDF with a text layer (`pdf`); every carrier yields the same shape, so a new
//! one touches nothing else. The content decides first, the name second.
//! Text comes in UTF-8, UTF-16 with a byte order mark, the charset that it declares, or GB18030; offsets refer to
//! the decoded text.
//!
//! # Bounds
//!
//! No file costs more than these allow; beyond them it is refused with [`ReadError::TooLarge`],
//! [`ReadError::TooTangled`] or [`ReadError::Damaged`], and never half read:
//!
//! | of | at most |
//! | --- | --- |
//! | a file | 256 MiB ([`MOST_BYTES`]) |
//! | a text | 2 million lines and cells |
//! | a page of HTML | 512 levels, 4 million nodes, 2 million places in a table; a cell covers 999 rows and columns |
//! | a part of an office file | 64 MiB, and above 4 MiB 250 times its packed size; all of a workbook 256 MiB |
//! | XML | 512 levels, tables 32 deep; no entities but those of XML |
//! | a spreadsheet | 2 million places |
//! | a PDF | 2,000 pages, 4 million characters and strokes, 64 MiB in one stream and 512 MiB in all |
//!
//! Time grows linearly with the size of the file. Memory stays below 1 GiB and twelve times that size.
//!
//! ```
//! let document = gongkai_read::read("report.txt", "规章\t0\t0\t3\n".as_bytes()).unwrap();
//! assert_eq!(document.blocks().len(), 1);
//!
//! let refused = gongkai_read::read("scan.jpg", b"\xFF\xD8\xFF\xE0").unwrap_err();
//! assert!(refused.to_string().contains("JPEG"));
//! ```

#![warn(clippy::disallowed_methods, clippy::disallowed_types, clippy::disallowed_macros)]

mod decode;
mod error;
mod filler;
#[cfg(feature = "html")]
mod html;
mod marks;
mod office;
#[cfg(feature = "pdf")]
mod pdf;
mod text;
mod unprinted;

pub use error::{Phrase, ReadError};

use gongkai_document::Document;
use gongkai_text::Carrier;

/// The largest file that is read, in bytes: spans are 32 bits wide, and no report comes near it.
pub const MOST_BYTES: usize = 256 * 1024 * 1024;

/// Beginnings of files that are recognised only to be refused by name.
const RECOGNISED: &[(&[u8], Phrase)] = &[
    (b"MIME-Version:", Phrase::new("a web archive (MHTML)", "网页归档（MHTML）")),
    (b"From: <Saved by", Phrase::new("a web archive (MHTML)", "网页归档（MHTML）")),
];

/// Beginnings of archives, whose files are to be named one by one.
const ARCHIVES: &[(&[u8], Phrase)] = &[
    (b"Rar!\x1A\x07", Phrase::new("an archive (RAR)", "压缩包（RAR）")),
    (b"7z\xBC\xAF\x27\x1C", Phrase::new("an archive (7z)", "压缩包（7z）")),
    (b"\x1F\x8B\x08", Phrase::new("an archive (GZIP)", "压缩包（GZIP）")),
    (b"BZh", Phrase::new("an archive (BZIP2)", "压缩包（BZIP2）")),
    (b"\xFD7zXZ\0", Phrase::new("an archive (XZ)", "压缩包（XZ）")),
    (b"\x28\xB5\x2F\xFD", Phrase::new("an archive (ZSTD)", "压缩包（ZSTD）")),
    (b"MSCF\0", Phrase::new("an archive (CAB)", "压缩包（CAB）")),
];

/// An archive that has its mark behind the name of its first file.
const TAR: Phrase = Phrase::new("an archive (TAR)", "压缩包（TAR）");

/// Beginnings of images, which hold no text.
const IMAGES: &[(&[u8], Phrase)] = &[
    (b"\xFF\xD8\xFF", Phrase::new("a JPEG image", "JPEG图片")),
    (b"\x89PNG", Phrase::new("a PNG image", "PNG图片")),
    (b"GIF8", Phrase::new("a GIF image", "GIF图片")),
    (b"II*\0", Phrase::new("a TIFF image", "TIFF图片")),
    (b"MM\0*", Phrase::new("a TIFF image", "TIFF图片")),
];

/// A PDF file begins within so many bytes: some servers put a header before it.
const PDF_WITHIN: usize = 1024;

/// Reads the file called `name` from its bytes.
///
/// # Errors
/// When the bytes are empty, too many, no text, or of a kind that is not read; see [`ReadError`].
pub fn read(name: &str, bytes: &[u8]) -> Result<Document, ReadError> {
    if bytes.len() > MOST_BYTES {
        return Err(ReadError::TooLarge { found: bytes.len() });
    }
    if let Some((_, kind)) = RECOGNISED.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(ReadError::NotRead { kind: *kind });
    }
    if let Some(kind) = archive(bytes) {
        return Err(ReadError::Archive { kind });
    }
    if let Some((_, kind)) = IMAGES.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(ReadError::NoTextLayer { kind: *kind, pages: vec![1] });
    }
    if memchr::memmem::find(&bytes[..bytes.len().min(PDF_WITHIN)], b"%PDF-").is_some() {
        #[cfg(feature = "pdf")]
        return pdf::document(bytes);
        #[cfg(not(feature = "pdf"))]
        return Err(ReadError::NotRead { kind: Phrase::new("a PDF", "PDF文件") });
    }
    if let Some(result) = office::document(bytes) {
        return result;
    }
    let decoded = decode::decode(bytes)?;
    let text = &*decoded.text;
    if text.chars().all(|c| c.is_whitespace() || c == '\u{FEFF}') {
        return Err(ReadError::Empty);
    }
    if is_quoted_html(text) {
        return Err(ReadError::NotRead { kind: Phrase::new("HTML inside JSON", "JSON中的HTML") });
    }
    let document = match carrier(name, text) {
        #[cfg(feature = "html")]
        Carrier::Html => html::document(text)?,
        carrier => text::document(text, carrier)?,
    };
    Ok(document.with_remarks(decoded.remarks))
}

/// What kind of archive other than ZIP the file is.
fn archive(bytes: &[u8]) -> Option<Phrase> {
    let is_tar = bytes.get(257..262) == Some(b"ustar") && bytes[..100].contains(&0);
    let found = ARCHIVES.iter().find(|(start, _)| bytes.starts_with(start));
    // BZh is a word too: the size of its blocks and their mark follow.
    let found = found.filter(|(start, _)| *start != b"BZh" || bytes.get(4..10) == Some(b"1AY&SY"));
    found.map(|(_, kind)| *kind).or(is_tar.then_some(TAR))
}

/// The kind of file that `bytes` called `name` are, also where they cannot be read; by content first, by name second.
pub fn carrier_of(name: &str, bytes: &[u8]) -> Carrier {
    let begins = |starts: &[(&[u8], Phrase)]| starts.iter().any(|(start, _)| bytes.starts_with(start));
    let end = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    if begins(IMAGES) {
        return Carrier::Image;
    }
    if memchr::memmem::find(&bytes[..bytes.len().min(PDF_WITHIN)], b"%PDF-").is_some() {
        return Carrier::Pdf;
    }
    match end.as_str() {
        "docx" => Carrier::Docx,
        "xlsx" => Carrier::Xlsx,
        "xls" | "et" => Carrier::Xls,
        "ods" => Carrier::Ods,
        "odt" => Carrier::Odt,
        "rtf" => Carrier::Rtf,
        "doc" | "wps" => Carrier::Doc,
        _ => decode::decode(bytes).map_or(Carrier::Text, |decoded| carrier(name, &decoded.text)),
    }
}

/// HTML by its tags; Markdown by a table rule or a heading, by the name second; else plain text.
fn carrier(name: &str, text: &str) -> Carrier {
    // Texts without a bar or a `#` need no look at their lines.
    let may_be = memchr::memchr2(b'|', b'#', text.as_bytes()).is_some();
    let marked = may_be
        && text.lines().any(|line| {
            let line = line.trim();
            text::is_table_rule(line) || text::heading_level(line).is_some()
        });
    let named = |ends: &[&str]| {
        let end = name.rsplit('.').next().unwrap_or_default();
        ends.iter().any(|it| end.eq_ignore_ascii_case(it))
    };
    #[cfg(feature = "html")]
    if html::is_html(text, marked) || named(&["html", "htm", "shtml"]) && text.contains("</") {
        return Carrier::Html;
    }
    if marked || named(&["md", "markdown"]) { Carrier::Markdown } else { Carrier::Text }
}

/// Whether `text` is an object or list of JSON, or a call in JavaScript, whose strings hold tables.
fn is_quoted_html(text: &str) -> bool {
    text.trim_start().starts_with(['{', '['])
        && text.trim_end().ends_with(['}', ']', ';', ')'])
        && ["<td", "\\u003ctd", "\\u003Ctd", "&lt;td"].iter().any(|tag| text.contains(tag))
}
