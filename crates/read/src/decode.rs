//! Bytes to text: byte order mark, valid UTF-8, the declared charset, else GB18030.

use crate::ReadError;
use encoding_rs::{Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};
use gongkai_document::Remark;
use std::borrow::Cow;

/// Bytes at the beginning in which a charset is looked for.
const HEAD: usize = 4096;

/// One character in so many may be unreadable before bytes count as no text.
const LEAST_READABLE: usize = 20;

/// So many bytes beyond ASCII that are valid UTF-8 are no accident.
const LEAST_UTF_8: usize = 60;

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
    if let Ok(text) = simdutf8::basic::from_utf8(bytes) {
        let wrong = declared.filter(|&it| it != UTF_8 && !text.is_ascii());
        return check(bytes, UTF_8, Cow::Borrowed(text), wrong);
    }
    let valid = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
    // A declaration that fits is believed; one that does not gives way to the encoding that fits best. Bytes that
    // begin with much valid UTF-8 are UTF-8 that was damaged.
    let damaged = bytes[..valid].iter().filter(|byte| !byte.is_ascii()).count() >= LEAST_UTF_8;
    // Any bytes fit a charset of 256 characters, and no report is written in one.
    let fits = declared.filter(|declared| !declared.is_single_byte());
    let first = if damaged { UTF_8 } else { fits.unwrap_or(GB18030) };
    let text = first.decode_without_bom_handling(bytes).0;
    let lost = unreadable(&text);
    let others = [GB18030, UTF_8].into_iter().filter(|&it| it != first && lost > 0 && !damaged);
    let better = others.map(|it| (unreadable(&it.decode_without_bom_handling(bytes).0), it));
    match better.min_by_key(|(unreadable, _)| *unreadable).filter(|(unreadable, _)| *unreadable < lost) {
        Some((_, better)) => finish(better, bytes, declared.filter(|&declared| declared != better)),
        None => check(bytes, first, text, declared.filter(|&declared| declared != first)),
    }
}

fn finish<'b>(
    encoding: &'static Encoding,
    bytes: &'b [u8],
    wrong: Option<&'static Encoding>,
) -> Result<Decoded<'b>, ReadError> {
    check(bytes, encoding, encoding.decode_without_bom_handling(bytes).0, wrong)
}

/// How many places could not be read.
fn unreadable(text: &str) -> usize {
    memchr::memmem::find_iter(text.as_bytes(), "\u{FFFD}").count()
}

/// Refuses what is no text, remarks what is odd about it.
fn check<'b>(
    bytes: &[u8],
    encoding: &'static Encoding,
    text: Cow<'b, str>,
    wrong: Option<&'static Encoding>,
) -> Result<Decoded<'b>, ReadError> {
    let lost = unreadable(&text);
    let odd = lost + memchr::memchr_iter(0, text.as_bytes()).count();
    if odd * LEAST_READABLE > text.len() / 2 {
        let offset = bytes.iter().position(|&byte| byte >= 0x80 || byte == 0).unwrap_or_default();
        return Err(ReadError::NotText { offset, byte: bytes.get(offset).copied().unwrap_or_default() });
    }
    let mut remarks: Vec<Remark> =
        wrong.map(|declared| wrong_charset(declared, encoding)).into_iter().collect();
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
    Ok(Decoded { text, remarks })
}

/// UTF-16 without a mark: every other byte of its markup and digits is 0.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(256) & !1)?;
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = head.len() / 8;
    (head.len() >= 8 && even.max(odd) > many && even.min(odd) < many / 2).then_some(if even > odd {
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
