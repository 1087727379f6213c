//! The kind of file a text came in.

/// The kind of file a text came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
#[allow(missing_docs, reason = "each variant is the file type it names")]
pub enum Carrier {
    Text,
    Markdown,
    Html,
    Docx,
    Xlsx,
    Xls,
    Ods,
    Odt,
    Rtf,
    Doc,
    Pdf,
    Image,
    Facts,
}
