//! Bytes to text: byte order mark, valid UTF-8, the declared charset, else GB18030.

use crate::ReadError;
use encoding_rs::{Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};
use gongkai_document::Remark;
use std::borrow::Cow;

/// Bytes at the beginning in which a charset is looked for.
const HEAD: usize = 4096;

/// One character in so many may be unreadable before bytes count as no text.
const LEAST_READABLE: usize = 20;

/// Text, and what was odd about its bytes.
#[derive(Debug)]
pub(crate) struct Decoded<'b> {
    /// The text, without a byte order mark. Offsets of a document refer to it.
    pub(crate) text: Cow<'b, str>,
    /// A wrong declaration; characters that could not be read.
    pub(crate) remarks: Vec<Remark>,
}

/// Decodes `bytes`.
///
/// # Errors
/// When the bytes are no text in any of the encodings tried.
pub(crate) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, ReadError> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return finish(encoding, &bytes[mark..], None);
    }
    if let Some(encoding) = wide(bytes) {
        return finish(encoding, bytes, None);
    }
    let declared = declared(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        let wrong = declared.filter(|&it| it != UTF_8 && !text.is_ascii());
        let remarks = wrong.map(|declared| wrong_charset(declared, UTF_8)).into_iter().collect();
        return check(bytes, Decoded { text: Cow::Borrowed(text), remarks });
    }
    // A declaration that fits is believed; one that does not gives way to the encoding that fits best.
    let mut tried: Vec<&'static Encoding> = declared.into_iter().collect();
    tried.extend([GB18030, UTF_8].into_iter().filter(|&it| Some(it) != declared));
    let best = tried.iter().copied().min_by_key(|encoding| unreadable(encoding, bytes)).unwrap_or(GB18030);
    finish(best, bytes, declared.filter(|&declared| declared != best))
}

fn finish<'b>(
    encoding: &'static Encoding,
    bytes: &'b [u8],
    wrong: Option<&'static Encoding>,
) -> Result<Decoded<'b>, ReadError> {
    let text = encoding.decode_without_bom_handling(bytes).0;
    let mut remarks: Vec<Remark> =
        wrong.map(|declared| wrong_charset(declared, encoding)).into_iter().collect();
    let lost = text.matches('\u{FFFD}').count();
    if lost > 0 {
        remarks.push(Remark {
            code: "unreadable-characters",
            chinese: format!("按{}解码，有{lost}处字节无法识别", encoding.name()),
            english: format!(
                "decoded as {}, {lost} places hold bytes that are no characters",
                encoding.name()
            ),
        });
    }
    check(bytes, Decoded { text, remarks })
}

/// Refuses what is no text.
fn check<'b>(bytes: &[u8], decoded: Decoded<'b>) -> Result<Decoded<'b>, ReadError> {
    let is_odd = |c: char| c == '\u{FFFD}' || c == '\0';
    let odd = decoded.text.matches(is_odd).count();
    if odd * LEAST_READABLE <= decoded.text.len() / 2 {
        return Ok(decoded);
    }
    let offset = bytes.iter().position(|&byte| byte >= 0x80 || byte == 0).unwrap_or_default();
    Err(ReadError::NotText { offset, byte: bytes.get(offset).copied().unwrap_or_default() })
}

/// How many places `encoding` cannot read.
fn unreadable(encoding: &'static Encoding, bytes: &[u8]) -> usize {
    encoding.decode_without_bom_handling(bytes).0.matches('\u{FFFD}').count()
}

/// UTF-16 without a mark: every other byte of its markup and digits is 0.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(256) & !1)?;
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = head.len() / 8;
    (head.len() >= 8 && even.max(odd) > many && even.min(odd) == 0).then_some(if even > odd {
        UTF_16BE
    } else {
        UTF_16LE
    })
}

/// The encoding that `charset=` or an XML declaration names in the first bytes.
///
/// What calls itself gb2312 or gbk is read as GB18030, which holds both.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(HEAD)];
    let lower = head.to_ascii_lowercase();
    ["charset", "encoding"].iter().find_map(|word| {
        memchr::memmem::find_iter(&lower, word).find_map(|at| {
            let rest = lower[at + word.len()..].trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
            let rest = rest.strip_prefix(b"\"").or(rest.strip_prefix(b"'")).unwrap_or(rest);
            let is_label = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_:".contains(byte);
            let end = rest.iter().position(|byte| !is_label(byte)).unwrap_or(rest.len());
            let encoding = Encoding::for_label(&rest[..end])?;
            // A page that can be asked for its charset in ASCII is not in UTF-16.
            let encoding = if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding };
            Some(if encoding == GBK { GB18030 } else { encoding })
        })
    })
}

fn wrong_charset(declared: &'static Encoding, found: &'static Encoding) -> Remark {
    let (declared, found) = (declared.name(), found.name());
    Remark {
        code: "charset-mismatch",
        chinese: format!("文件声明编码为{declared}，实为{found}，已按{found}读取"),
        english: format!("declared as {declared}, is {found}; read as {found}"),
    }
}
