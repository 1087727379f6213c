//! Why a file is no document we can read, in English and in Chinese.

use crate::MOST_BYTES;
use std::fmt;

/// A few words in both languages; `Display` is English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// In English, to stand behind "found".
    pub english: &'static str,
    /// In Chinese, to stand behind 为.
    pub chinese: &'static str,
}

impl Phrase {
    pub(crate) const fn new(english: &'static str, chinese: &'static str) -> Self {
        Self { english, chinese }
    }
}

impl fmt::Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.english)
    }
}

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
    #[error(
        "expected HTML, text, DOCX, a workbook, OpenDocument or PDF, found {kind}; save it as DOCX, XLSX or HTML and try again"
    )]
    NotRead {
        /// What it is.
        kind: Phrase,
    },
    /// An archive: the reports in it are files of their own.
    #[error(
        "expected one report, found {kind}; unpack it and name the files in it, or the folder they are unpacked to"
    )]
    Archive {
        /// What it is.
        kind: Phrase,
    },
    /// A file that only its password opens.
    #[error(
        "expected a file that opens without a password, found {kind} that is password-protected; open it with its password, save it without one and try again"
    )]
    Locked {
        /// What it is.
        kind: Phrase,
    },
    /// A file that is cut off, broken or made to exhaust its reader.
    #[error("expected {kind} that is whole, found {why}; open it in its program, save it anew and try again")]
    Damaged {
        /// What it is.
        kind: Phrase,
        /// What is wrong with it.
        why: Phrase,
    },
    /// A scan or an image: nothing in it is text.
    #[error(
        "expected text, found {kind} without a text layer (page {}): a scan or an image; read the original file, or run text recognition over it first",
        page_list(pages)
    )]
    NoTextLayer {
        /// What it is.
        kind: Phrase,
        /// Its pages, from 1.
        pages: Vec<u32>,
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
    /// A file whose elements are nested too deep, or too many, or a text of more lines and cells than any report has.
    #[error(
        "expected at most 512 levels of elements, 4 million nodes and 2 million lines or places in tables, found more; save the file anew from its program"
    )]
    TooTangled,
}

impl ReadError {
    /// The same in Chinese; `Display` is English.
    pub fn chinese(&self) -> String {
        match self {
            Self::Empty => "应为一份报告，实为空文件；请确认文件已下载完整".to_owned(),
            Self::TooLarge { found } => format!("最多可读{MOST_BYTES}字节，实有{found}字节；请拆分文件"),
            Self::NotRead { kind } => format!(
                "可读HTML、文本、DOCX、工作簿、OpenDocument和PDF，此文件为{}；请另存为DOCX、XLSX或HTML再试",
                kind.chinese
            ),
            Self::Archive { kind } => {
                format!(
                    "应为单个报告文件，此文件为{}；请先解压，再指定其中的文件或解压后的文件夹",
                    kind.chinese
                )
            }
            Self::Locked { kind } => {
                format!(
                    "应为无需密码的文件，此文件为设有密码的{}；请用密码打开，取消密码另存后再试",
                    kind.chinese
                )
            }
            Self::Damaged { kind, why } => {
                format!("应为完整的{}，实为{}；请用相应程序打开并另存后再试", kind.chinese, why.chinese)
            }
            Self::NoTextLayer { kind, pages } => format!(
                "应为文本，实为没有文字层的{}（第{}页），是扫描件或图片；请用原始文件，或先作文字识别",
                kind.chinese,
                page_list(pages)
            ),
            Self::NotText { offset, byte } => {
                format!(
                    "应为文本，第{offset}字节处为0x{byte:02X}，且多处不成字符；请将文件另存为UTF-8文本再试"
                )
            }
            Self::TooTangled => {
                "元素至多512层、400万个节点，行或表格至多200万，此文件超出；请用相应程序重新保存".to_owned()
            }
        }
    }
}

/// Rising page numbers in short: `1-3, 7`.
pub(crate) fn page_list(pages: &[u32]) -> String {
    let runs = pages.chunk_by(|before, after| before + 1 == *after).map(|run| match run {
        [first, .., last] => format!("{first}-{last}"),
        _ => run.iter().map(u32::to_string).collect(),
    });
    runs.collect::<Vec<String>>().join(", ")
}
