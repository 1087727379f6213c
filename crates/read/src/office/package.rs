//! The parts of a ZIP container, inflated within bounds.

use crate::{Phrase, ReadError};
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// The most bytes of one inflated part.
const MOST_PART: u64 = 64 << 20;

/// The most bytes of all inflated parts of a spreadsheet.
#[cfg(feature = "xlsx")]
const MOST_PARTS: u64 = 256 << 20;

/// Parts up to this size may be packed as tightly as they like.
const FREE_PART: u64 = 4 << 20;

/// How many times its packed size a larger part may have.
const MOST_RATIO: u64 = 250;

/// An open container.
pub(crate) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    kind: Phrase,
}

impl<'b> Package<'b> {
    /// Opens `bytes` as a container of `kind`.
    pub(crate) fn open(bytes: &'b [u8], kind: Phrase) -> Result<Self, ReadError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| refusal(&error, kind))?;
        Ok(Self { archive, kind })
    }

    /// The text of the part `name`, if there is one.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        let Some(index) = self.archive.index_for_name(name) else { return Ok(None) };
        let bytes = self.inflate(index, MOST_PART)?;
        let text = match encoding_rs::Encoding::for_bom(&bytes) {
            Some((encoding, _)) if encoding != encoding_rs::UTF_8 => encoding.decode(&bytes).0.into_owned(),
            _ => String::from_utf8(bytes).map_err(|_| self.damaged(NOT_UTF8))?,
        };
        Ok(Some(text))
    }

    /// The text of the part `name`.
    pub(crate) fn needed(&mut self, name: &str) -> Result<String, ReadError> {
        self.part(name)?.ok_or(self.damaged(NO_PART))
    }

    /// The error that a file of this kind is damaged.
    pub(crate) fn damaged(&self, why: Phrase) -> ReadError {
        ReadError::Damaged { kind: self.kind, why }
    }

    /// Inflates every part once, for readers that know no bounds.
    #[cfg(feature = "xlsx")]
    pub(crate) fn is_bounded(&mut self) -> Result<(), ReadError> {
        let mut left = MOST_PARTS;
        for index in 0..self.archive.len() {
            let is_text = self
                .archive
                .name_for_index(index)
                .is_some_and(|name| name.is_ok_and(|name| name.ends_with(".xml") || name.ends_with(".rels")));
            if is_text {
                left = left.saturating_sub(self.inflate(index, MOST_PART.min(left))?.len() as u64);
            }
        }
        Ok(())
    }

    fn inflate(&mut self, index: usize, most: u64) -> Result<Vec<u8>, ReadError> {
        let kind = self.kind;
        let file = self.archive.by_index(index).map_err(|error| refusal(&error, kind))?;
        let most = most.min(FREE_PART.max(file.compressed_size().saturating_mul(MOST_RATIO)));
        // What the container says of the size is a hint, never trusted.
        let mut bytes = Vec::with_capacity(file.size().min(FREE_PART) as usize);
        let read = file.take(most + 1).read_to_end(&mut bytes);
        if bytes.len() as u64 > most {
            return Err(ReadError::Damaged { kind, why: BOMB });
        }
        match read {
            Ok(_) => Ok(bytes),
            Err(_) => Err(ReadError::Damaged { kind, why: NOT_INFLATED }),
        }
    }
}

const NOT_UTF8: Phrase = Phrase::new("a part that is no text", "某一部件不是文本");
const NO_PART: Phrase = Phrase::new("no main part in it", "缺少正文部件");
const BOMB: Phrase = Phrase::new(
    "a part that inflates beyond 64 MiB, or 250 times its size",
    "某一部件解压后超过64 MiB，或超过压缩前250倍",
);
const NOT_INFLATED: Phrase = Phrase::new("a part that does not inflate", "某一部件无法解压");
const NO_END: Phrase =
    Phrase::new("no end of the container (an unfinished download?)", "文件不完整（下载未完成？）");
const METHOD: Phrase =
    Phrase::new("a part packed in a way that office programs do not use", "某一部件的压缩方式不常用");

fn refusal(error: &ZipError, kind: Phrase) -> ReadError {
    match error {
        ZipError::InvalidPassword | ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            ReadError::Locked { kind }
        }
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => {
            ReadError::Damaged { kind, why: METHOD }
        }
        _ => ReadError::Damaged { kind, why: NO_END },
    }
}
