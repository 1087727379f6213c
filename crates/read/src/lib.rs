//! Carriers: the bytes of a file to one [`Document`].
//!
//! Plain text (tabs between cells), Markdown (pipe tables, HTML tables) and HTML (feature `html`); every carrier
//! yields the same shape, so a new one touches nothing else. The content decides first, the name second.
//! Text comes in UTF-8, UTF-16 with a byte order mark, the charset that it declares, or GB18030; offsets refer to
//! the decoded text.
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
#[cfg(feature = "html")]
mod html;
mod text;

use gongkai_document::Document;
use gongkai_text::Carrier;

/// The largest file that is read, in bytes: spans are 32 bits wide, and no report comes near it.
pub const MOST_BYTES: usize = 256 * 1024 * 1024;

/// Why the bytes of a file are no document we can read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// Nothing but blanks.
    #[error("expected a report, found an empty file; check that the download finished")]
    Empty,
    /// Larger than [`MOST_BYTES`].
    #[error("expected at most {MOST_BYTES} bytes, found {found}; split the file")]
    TooLarge {
        /// Its size.
        found: usize,
    },
    /// A kind of file that is recognised and not read.
    #[error("expected HTML, plain text or Markdown, found {kind}; save it as HTML or text and try again")]
    NotRead {
        /// What it is.
        kind: &'static str,
    },
    /// Neither text nor any kind of file that is recognised.
    #[error(
        "expected text, found the byte 0x{byte:02X} at offset {offset} among others that are no characters; save the file as UTF-8 text and try again"
    )]
    NotText {
        /// Offset of the first byte that is no ASCII.
        offset: usize,
        /// That byte.
        byte: u8,
    },
    /// A page whose elements are nested too deep, or too many.
    #[error(
        "expected a page with at most 512 levels of elements, 4 million nodes and 2 million places in a table, found more; save the page anew from a browser"
    )]
    TooTangled,
}

impl ReadError {
    /// The same in Chinese; `Display` is English.
    pub fn chinese(&self) -> String {
        match self {
            Self::Empty => "应为一份报告，实为空文件；请确认文件已下载完整".to_owned(),
            Self::TooLarge { found } => format!("最多可读{MOST_BYTES}字节，实有{found}字节；请拆分文件"),
            Self::NotRead { kind } => {
                format!("目前只读HTML、纯文本和Markdown，此文件为{kind}；请另存为HTML或文本再试")
            }
            Self::NotText { offset, byte } => {
                format!(
                    "应为文本，第{offset}字节处为0x{byte:02X}，且多处不成字符；请将文件另存为UTF-8文本再试"
                )
            }
            Self::TooTangled => {
                "网页元素至多512层、400万个节点，表格至多200万格，此文件超出；请用浏览器重新保存网页"
                    .to_owned()
            }
        }
    }
}

/// Beginnings of files that are recognised only to be refused by name.
const RECOGNISED: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP container (DOCX, XLSX, ODT or an archive)"),
    (b"\xD0\xCF\x11\xE0", "an old Office or WPS file (DOC, XLS, WPS)"),
    (b"{\\rtf", "an RTF document"),
    (b"MIME-Version:", "a web archive (MHTML)"),
    (b"From: <Saved by", "a web archive (MHTML)"),
    (b"\xFF\xD8\xFF", "a JPEG image"),
    (b"\x89PNG", "a PNG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
];

/// Reads the file called `name` from its bytes.
///
/// # Errors
/// When the bytes are empty, too many, no text, or of a kind that is not read; see [`ReadError`].
pub fn read(name: &str, bytes: &[u8]) -> Result<Document, ReadError> {
    if bytes.len() > MOST_BYTES {
        return Err(ReadError::TooLarge { found: bytes.len() });
    }
    if let Some((_, kind)) = RECOGNISED.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(ReadError::NotRead { kind });
    }
    let decoded = decode::decode(bytes)?;
    let text = &*decoded.text;
    if text.chars().all(|c| c.is_whitespace() || c == '\u{FEFF}') {
        return Err(ReadError::Empty);
    }
    if is_quoted_html(text) {
        return Err(ReadError::NotRead { kind: "HTML inside JSON" });
    }
    let document = match carrier(name, text) {
        #[cfg(feature = "html")]
        Carrier::Html => html::document(text)?,
        carrier => text::document(text, carrier)?,
    };
    Ok(document.with_remarks(decoded.remarks))
}

/// HTML by its tags; Markdown by a table rule or a heading, by the name second; else plain text.
fn carrier(name: &str, text: &str) -> Carrier {
    let marked = text.lines().any(|line| {
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
