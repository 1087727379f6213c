//! How much a PDF file may hold, checked before the library sees it.

use super::PDF;
use crate::{Phrase, ReadError};
use flate2::{Decompress, FlushDecompress, Status};
use memchr::memmem;

/// The most pages of a file.
pub(super) const MOST_PAGES: usize = 2000;

/// The most characters, strokes, shapes and clips of a file.
pub(super) const MOST_MARKS: u32 = 4_000_000;

/// The most bytes that one packed stream of a file may hold.
pub(super) const MOST_IN_STREAM: u64 = 64 * 1024 * 1024;

/// The most bytes that all packed streams of a file may hold together.
const MOST_UNPACKED: u64 = 512 * 1024 * 1024;

/// Packed streams within packed streams: no program writes more than two levels.
const DEEPEST: u32 = 3;

/// The file holds more than is read.
pub(super) const fn overfull() -> ReadError {
    let why = Phrase::new(
        "more than 2,000 pages, 4 million marks, 2 million places in tables, or packed streams that grow without measure",
        "页数逾2000、笔画逾400万、表格逾200万格或压缩数据无限膨胀的文件",
    );
    ReadError::Damaged { kind: PDF, why }
}

/// Fails when the packed streams of `bytes` would grow beyond the bounds.
///
/// What matters is what a stream holds, not what it declares. Encrypted streams look like no packed ones.
pub(super) fn check_growth(bytes: &[u8]) -> Result<(), ReadError> {
    let mut meter = Meter { inflater: Decompress::new(true), chunk: vec![0; 32 * 1024], left: MOST_UNPACKED };
    for at in memmem::find_iter(bytes, b"stream") {
        let body = &bytes[at + 6..];
        let body = body.strip_prefix(b"\r").unwrap_or(body);
        let body = body.strip_prefix(b"\n").unwrap_or(body);
        meter.measure(body, 0)?;
    }
    Ok(())
}

/// Inflates only to count.
struct Meter {
    inflater: Decompress,
    chunk: Vec<u8>,
    /// What may still come out, in bytes.
    left: u64,
}

impl Meter {
    /// Inflates what `body` begins with, and looks into what comes out.
    fn measure(&mut self, body: &[u8], depth: u32) -> Result<(), ReadError> {
        if !is_packed(body) {
            return Ok(());
        }
        if depth >= DEEPEST {
            return Err(overfull());
        }
        self.inflater.reset(true);
        let mut inner = Vec::new();
        let mut is_nested = false;
        loop {
            let (read, written) = (self.inflater.total_in(), self.inflater.total_out());
            let rest = &body[read as usize..];
            let status = self.inflater.decompress(rest, &mut self.chunk, FlushDecompress::None);
            let grown = self.inflater.total_out() - written;
            self.left = self.left.saturating_sub(grown);
            if self.left == 0 || self.inflater.total_out() > MOST_IN_STREAM {
                return Err(overfull());
            }
            let out = &self.chunk[..grown as usize];
            is_nested |= written == 0 && is_packed(out);
            if is_nested {
                inner.extend_from_slice(out);
            }
            let is_stuck = grown == 0 && self.inflater.total_in() == read;
            if is_stuck || !matches!(status, Ok(Status::Ok | Status::BufError)) {
                return self.measure(&inner, depth + 1);
            }
        }
    }
}

/// Whether `body` begins as a zlib stream does.
fn is_packed(body: &[u8]) -> bool {
    let Some((&first, &second)) = body.first().zip(body.get(1)) else { return false };
    first & 0x0F == 8 && (u16::from(first) << 8 | u16::from(second)).is_multiple_of(31)
}
