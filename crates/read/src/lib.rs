//! Carriers: the bytes of a file to one [`Document`].
//!
//! Plain text (tabs between cells) and Markdown (pipe tables) so far; every carrier yields the same shape, so a
//! new one touches nothing else. The content decides first, the name second.
//!
//! ```
//! let document = gongkai_read::read("report.txt", "规章\t0\t0\t3\n".as_bytes()).unwrap();
//! assert_eq!(document.blocks().len(), 1);
//!
//! let refused = gongkai_read::read("scan.jpg", b"\xFF\xD8\xFF\xE0").unwrap_err();
//! assert!(refused.to_string().contains("JPEG"));
//! ```

#![warn(clippy::disallowed_methods, clippy::disallowed_types, clippy::disallowed_macros)]

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
    #[error("expected plain text or Markdown, found {kind}; save it as a text file (UTF-8) and try again")]
    NotRead {
        /// What it is.
        kind: &'static str,
    },
    /// Not valid UTF-8.
    #[error(
        "expected UTF-8 text, found the byte 0x{byte:02X} at offset {offset}; save the file as UTF-8 and try again"
    )]
    NotUtf8 {
        /// Offset of the first byte that is no UTF-8.
        offset: usize,
        /// That byte.
        byte: u8,
    },
}

impl ReadError {
    /// The same in Chinese; `Display` is English.
    pub fn chinese(&self) -> String {
        match self {
            Self::Empty => "应为一份报告，实为空文件；请确认文件已下载完整".to_owned(),
            Self::TooLarge { found } => format!("最多可读{MOST_BYTES}字节，实有{found}字节；请拆分文件"),
            Self::NotRead { kind } => {
                format!("目前只读纯文本和Markdown，此文件为{kind}；请另存为文本文件（UTF-8）再试")
            }
            Self::NotUtf8 { offset, byte } => {
                format!("应为UTF-8文本，第{offset}字节处为0x{byte:02X}；请将文件另存为UTF-8再试")
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
    (b"\xFF\xD8\xFF", "a JPEG image"),
    (b"\x89PNG", "a PNG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"\xFF\xFE", "UTF-16 text"),
    (b"\xFE\xFF", "UTF-16 text"),
];

/// Reads the file called `name` from its bytes.
///
/// # Errors
/// When the bytes are empty, too many, not UTF-8, or of a kind that is not read; see [`ReadError`].
pub fn read(name: &str, bytes: &[u8]) -> Result<Document, ReadError> {
    if bytes.len() > MOST_BYTES {
        return Err(ReadError::TooLarge { found: bytes.len() });
    }
    if let Some((_, kind)) = RECOGNISED.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(ReadError::NotRead { kind });
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let offset = error.valid_up_to();
        ReadError::NotUtf8 { offset, byte: bytes.get(offset).copied().unwrap_or_default() }
    })?;
    if text.chars().all(|c| c.is_whitespace() || c == '\u{FEFF}') {
        return Err(ReadError::Empty);
    }
    Ok(text::document(text, carrier(name, text)))
}

/// Plain text or Markdown: by a table rule or a heading first, by the name second.
fn carrier(name: &str, text: &str) -> Carrier {
    let marked = text.lines().any(|line| {
        let line = line.trim();
        text::is_table_rule(line) || text::heading_level(line).is_some()
    });
    let named = name
        .rsplit('.')
        .next()
        .is_some_and(|end| end.eq_ignore_ascii_case("md") || end.eq_ignore_ascii_case("markdown"));
    if marked || named { Carrier::Markdown } else { Carrier::Text }
}
