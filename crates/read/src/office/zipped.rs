//! What a ZIP container holds, by the names of its parts.

use crate::Phrase;
use memchr::memmem;

/// A kind of ZIP container.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Zipped {
    Docx,
    Xlsx,
    Xlsb,
    Presentation,
    /// Text or spreadsheet: its content says which.
    Odf,
    /// The fixed layout of Chinese documents, GB/T 33190.
    Ofd,
    Archive,
}

impl Zipped {
    pub(crate) const fn phrase(self) -> Phrase {
        match self {
            Self::Docx => Phrase::new("a Word document (DOCX)", "Word文档（DOCX）"),
            Self::Xlsx => Phrase::new("a workbook (XLSX)", "工作簿（XLSX）"),
            Self::Xlsb => super::XLSB,
            Self::Presentation => super::PPT,
            Self::Odf => Phrase::new("an OpenDocument file (ODT, ODS)", "OpenDocument文件（ODT、ODS）"),
            Self::Ofd => super::OFD,
            Self::Archive => super::ARCHIVE,
        }
    }
}

/// The kind of the container `bytes`, which may be cut off at its end.
pub(crate) fn kind(bytes: &[u8]) -> Zipped {
    let names = directory(bytes).unwrap_or_else(|| local_names(bytes));
    let any = |start: &[u8]| names.iter().any(|name| name.starts_with(start));
    // The type that OpenDocument puts first, unpacked.
    if any(b"mimetype") && memmem::find(&bytes[..bytes.len().min(200)], b"application/vnd.oasis").is_some()
        || any(b"content.xml") && (any(b"META-INF/manifest.xml") || any(b"mimetype"))
    {
        Zipped::Odf
    } else if any(b"word/document") {
        Zipped::Docx
    } else if any(b"xl/workbook.bin") {
        Zipped::Xlsb
    } else if any(b"xl/workbook") {
        Zipped::Xlsx
    } else if any(b"ppt/") {
        Zipped::Presentation
    } else if any(b"OFD.xml") {
        Zipped::Ofd
    } else {
        Zipped::Archive
    }
}

/// The names in the central directory, which the last bytes of the container point to.
fn directory(bytes: &[u8]) -> Option<Vec<&[u8]>> {
    let end = memmem::rfind(bytes, b"PK\x05\x06")?;
    let mut at = number(bytes, end + 16, 4)?;
    let mut names = Vec::new();
    while bytes.get(at..at + 4) == Some(b"PK\x01\x02") && at < end {
        let [name, extra, comment] = [28, 30, 32].map(|field| number(bytes, at + field, 2).unwrap_or(0));
        names.push(bytes.get(at + 46..at + 46 + name)?);
        at += 46 + name + extra + comment;
    }
    (!names.is_empty()).then_some(names)
}

/// The names before each part: all that a container without its end has.
fn local_names(bytes: &[u8]) -> Vec<&[u8]> {
    let names = memmem::find_iter(bytes, b"PK\x03\x04").filter_map(|at| {
        let len = number(bytes, at + 26, 2)?;
        bytes.get(at + 30..at + 30 + len)
    });
    names.collect()
}

/// The little-endian number of `len` bytes at `at`.
fn number(bytes: &[u8], at: usize, len: usize) -> Option<usize> {
    let bytes = bytes.get(at..at + len)?;
    Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte)))
}
