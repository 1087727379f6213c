//! Office files: Word documents, spreadsheets and OpenDocument, by the parts they are made of.
//!
//! The content says what a file is: the parts of a ZIP container, the streams of an OLE2 container, the first
//! characters of RTF. Bounds, beyond which a file is refused and never half read: an inflated part has at most
//! 64 MiB, and above 4 MiB at most 250 times its packed size; the parts of a spreadsheet have 256 MiB together; XML
//! is nested at most 512 levels deep, tables at most 32; a file has at most 2 million places in tables and a table
//! 1,000 columns.

#![cfg_attr(
    not(all(feature = "docx", feature = "odf", feature = "xlsx")),
    allow(dead_code, reason = "what carriers share is there with any of them")
)]

#[cfg(feature = "xlsx")]
mod biff;
#[cfg(feature = "doc")]
mod doc;
#[cfg(feature = "docx")]
mod docx;
#[cfg(any(feature = "doc", feature = "docx", feature = "odf"))]
mod flow;
#[cfg(any(feature = "doc", feature = "docx", feature = "odf", feature = "xlsx"))]
mod grid;
#[cfg(any(feature = "odf", feature = "xlsx"))]
mod number;
#[cfg(feature = "odf")]
mod odf;
mod ole;
#[cfg(any(feature = "docx", feature = "odf", feature = "xlsx"))]
mod package;
#[cfg(any(feature = "odf", feature = "xlsx"))]
mod sheet;
#[cfg(feature = "xlsx")]
mod workbook;
#[cfg(any(feature = "docx", feature = "odf"))]
mod xml;
mod zipped;

use crate::{Phrase, ReadError};
use gongkai_document::Document;
use ole::Stored;
use zipped::Zipped;

const PPT: Phrase = Phrase::new("a presentation", "演示文稿");
const RTF: Phrase = Phrase::new("an RTF document", "RTF文档");
const DOC: Phrase = Phrase::new("an old Word or WPS document (DOC, WPS)", "旧版Word或WPS文档（DOC、WPS）");
const OLE: Phrase = Phrase::new("an OLE2 container of an unknown program", "未知程序的OLE2文件");
const ARCHIVE: Phrase = Phrase::new("an archive (ZIP)", "压缩包（ZIP）");
const OFD: Phrase = Phrase::new("an OFD document", "OFD文件");
const XLSB: Phrase = Phrase::new("a binary workbook (XLSB)", "二进制工作簿（XLSB）");
const OOXML: Phrase = Phrase::new("an Office file (DOCX, XLSX, PPTX)", "Office文件（DOCX、XLSX、PPTX）");

/// The document of an office file; `None` when the bytes are no office file.
pub(crate) fn document(bytes: &[u8]) -> Option<Result<Document, ReadError>> {
    if bytes.starts_with(b"{\\rtf") {
        return Some(Err(ReadError::NotRead { kind: RTF }));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Some(zipped(bytes));
    }
    bytes.starts_with(&ole::MAGIC).then(|| stored(bytes))
}

fn zipped(bytes: &[u8]) -> Result<Document, ReadError> {
    let refused = |kind| Err(ReadError::NotRead { kind });
    match zipped::kind(bytes) {
        #[cfg(feature = "docx")]
        Zipped::Docx => docx::document(bytes),
        #[cfg(feature = "xlsx")]
        Zipped::Xlsx => workbook::xlsx(bytes),
        #[cfg(feature = "odf")]
        Zipped::Odf => odf::document(bytes),
        Zipped::Presentation => refused(PPT),
        Zipped::Xlsb => refused(XLSB),
        Zipped::Ofd => refused(OFD),
        Zipped::Archive => Err(ReadError::Archive { kind: ARCHIVE }),
        #[allow(unreachable_patterns, reason = "which kinds are left depends on the features")]
        kind => refused(kind.phrase()),
    }
}

fn stored(bytes: &[u8]) -> Result<Document, ReadError> {
    let refused = |kind| Err(ReadError::NotRead { kind });
    match ole::kind(bytes) {
        Stored::Locked => Err(ReadError::Locked { kind: OOXML }),
        #[cfg(feature = "xlsx")]
        Stored::Workbook => workbook::xls(bytes),
        #[cfg(not(feature = "xlsx"))]
        Stored::Workbook => refused(Phrase::new("an old workbook (XLS, ET)", "旧版工作簿（XLS、ET）")),
        #[cfg(feature = "doc")]
        Stored::Word => doc::document(bytes),
        #[cfg(not(feature = "doc"))]
        Stored::Word => refused(DOC),
        Stored::Presentation => refused(PPT),
        Stored::Other => refused(OLE),
    }
}

/// The reader of another crate must not take the program down with a damaged file.
#[cfg(any(feature = "doc", feature = "xlsx"))]
fn guarded(kind: Phrase, read: impl FnOnce() -> Result<Document, ReadError>) -> Result<Document, ReadError> {
    let why = Phrase::new("a structure that its reader cannot follow", "结构无法解析");
    let read = std::panic::AssertUnwindSafe(read);
    std::panic::catch_unwind(read).unwrap_or(Err(ReadError::Damaged { kind, why }))
}
