//! Amounts with 元, 角 and 分.

use super::{Grouping, Numeral, Token, token};
use crate::Decimal;

/// 角, 分 and 整 behind 元: what they add, and where they end.
pub(crate) fn tail(text: &str, at: usize) -> (Decimal, usize) {
    let (mut added, mut end) = (Decimal::ZERO, at);
    if let (Token::Zero, len) = token(text, end)
        && small(text, end + len).is_some()
    {
        end += len;
    }
    while let Some((value, after)) = small(text, end) {
        (added, end) = (added + value, after);
    }
    for word in ["整", "正"] {
        if text[end..].starts_with(word)
            && !text[end..].starts_with("正式")
            && !text[end..].starts_with("整改")
        {
            end += word.len();
            break;
        }
    }
    (added, end)
}

/// One digit with 角 or 分.
fn small(text: &str, at: usize) -> Option<(Decimal, usize)> {
    let (digit, end) = match token(text, at) {
        (Token::Digit(digit), len) => (digit, at + len),
        _ => match text.as_bytes().get(at) {
            Some(byte @ b'0'..=b'9') => (byte - b'0', at + 1),
            _ => return None,
        },
    };
    let rest = &text[end..];
    let scale = if rest.starts_with('角') {
        1
    } else if rest.starts_with('分') && !rest.starts_with("分别") {
        2
    } else {
        return None;
    };
    Some((Decimal::new(i128::from(digit), scale)?, end + '角'.len_utf8()))
}

/// A whole amount at `at`, without sign: 壹拾壹元壹角, 壹分. Its value in yuan, and where it ends.
pub(crate) fn amount(text: &str, at: usize) -> Option<(Decimal, usize)> {
    if let Some((value, mut end)) = small(text, at) {
        let mut value = value;
        while let Some((more, after)) = small(text, end) {
            (value, end) = (value + more, after);
        }
        return Some((value, end));
    }
    let numeral = Numeral::at(text, at, Grouping::Wide)?;
    let rest = &text[numeral.end..];
    let unit = ["元", "圆", "圓"].into_iter().find(|unit| rest.starts_with(unit))?;
    if numeral.bare || numeral.approx.is_some() {
        return None;
    }
    let (added, end) = tail(text, numeral.end + unit.len());
    Some((numeral.value + added, end))
}
