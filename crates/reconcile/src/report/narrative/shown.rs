//! How mentions, figures and places read in messages.

use super::figures::{decimal, number};
use crate::figure::Number;
use gongkai_model::{Mention, MentionKind};
use gongkai_text::Decimal;

/// Characters of a mention's own words that are quoted at most.
const LONGEST: usize = 28;

/// The words of a mention, in quotes.
pub(super) fn quoted(mention: &Mention) -> String {
    let words: String = mention.text.split_whitespace().collect();
    let count = words.chars().count();
    if count <= LONGEST {
        return format!("“{words}”");
    }
    let kept: String = words.chars().skip(count - LONGEST).collect();
    format!("“…{kept}”")
}

/// The figure of a mention as it is printed: `70.67万条`, `95.9%`.
pub(super) fn figure(mention: &Mention) -> String {
    if let Some(bottom) = mention.quantity.as_ref().and_then(|it| it.denominator) {
        let word = mention.approx.as_deref().unwrap_or_default();
        return if ["以上", "以下", "左右"].contains(&word) {
            format!("{}/{bottom}{word}", mention.value)
        } else {
            format!("{word}{}/{bottom}", mention.value)
        };
    }
    let percent = matches!(mention.kind, MentionKind::Share | MentionKind::Growth);
    let (scale, word) = match mention.quantity.as_ref().and_then(|it| it.scale.to_i64()) {
        Some(10_000) => (4, "万"),
        Some(100_000_000) => (8, "亿"),
        _ => (0, ""),
    };
    let value = Decimal::new(mention.value.mantissa(), mention.value.scale() + scale).and_then(number);
    let value = if scale == 0 {
        mention.value.to_string()
    } else {
        value.map_or_else(String::new, |it| it.to_string())
    };
    let unit = mention.unit.map_or("", gongkai_text::Unit::label);
    let unit = if percent { "%" } else { unit };
    match &mention.approx {
        Some(word_of) if ["余", "多", "来"].contains(&word_of.as_str()) => {
            format!("{value}{word_of}{word}{unit}")
        }
        Some(word_of) if ["以上", "以下", "左右", "上下"].contains(&word_of.as_str()) => {
            format!("{value}{word}{unit}{word_of}")
        }
        Some(word_of) => format!("{word_of}{value}{word}{unit}"),
        None => format!("{value}{word}{unit}"),
    }
}

/// Figures joined by plus signs; the middle of a long list is only counted.
pub(super) fn sum<'a>(mentions: impl Iterator<Item = &'a Mention>) -> String {
    let figures: Vec<String> = mentions.map(figure).collect();
    if figures.len() <= MOST_NAMED {
        return figures.join("＋");
    }
    format!("{}＋…＋{}", figures[..MOST_NAMED - 2].join("＋"), figures[figures.len() - 1])
}

/// Parts named one by one in a message.
const MOST_NAMED: usize = 12;

/// The lines on which a mention stands, in both languages.
pub(super) fn line(mention: &Mention) -> (String, String) {
    let line = mention.span.line;
    (format!("（第{line}行）"), format!(" (line {line})"))
}

/// A number in plain digits.
pub(super) fn plain(value: Number) -> String {
    decimal(value).to_string()
}

/// English words as the beginning of a sentence.
pub(super) fn begun(words: &str) -> String {
    let mut rest = words.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}
