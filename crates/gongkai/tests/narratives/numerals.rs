//! One figure in the ways that reports print it.

use crate::rng::Rng;

const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// `value` as some report might print it: plain, spaced, full width, in Chinese, in 万, with 余.
pub(crate) fn numeral(value: u64, rng: &mut Rng) -> String {
    match rng.below(12) {
        0 => format!(" {value} "),
        1 => full_width(&value.to_string()),
        2 if (3..100).contains(&value) => chinese(value),
        3 if value >= 20_000 => ten_thousands(value),
        4 if value >= 120 && !value.is_multiple_of(10) => over(value),
        _ => value.to_string(),
    }
}

/// The same digits, each as wide as an ideograph.
pub(crate) fn full_width(digits: &str) -> String {
    let wide =
        |c: char| if c.is_ascii_digit() { char::from_u32(c as u32 - 0x30 + 0xFF10).unwrap_or(c) } else { c };
    digits.chars().map(wide).collect()
}

/// The tens below `value`, and some.
pub(crate) fn over(value: u64) -> String {
    format!("{}余", value / 10 * 10)
}

/// Two digits in Chinese.
pub(crate) fn chinese(value: u64) -> String {
    let (tens, ones) = ((value / 10) as usize, (value % 10) as usize);
    let mut text = String::new();
    if tens > 1 {
        text.push(DIGITS[tens]);
    }
    if tens > 0 {
        text.push('十');
    }
    if ones > 0 || tens == 0 {
        text.push(DIGITS[ones]);
    }
    text
}

/// Hundredths of 万, rounded half up.
pub(crate) fn ten_thousands(value: u64) -> String {
    let hundredths = (value + 50) / 100;
    format!("{}.{:02}万", hundredths / 100, hundredths % 100)
}

/// `part` of `whole` in percent with `places` decimals, rounded half up; `None` where there is no whole.
pub(crate) fn percent(part: u64, whole: u64, places: u32) -> Option<String> {
    let unit = 10_u64.pow(places);
    let scaled = (part * 100 * unit * 2 + whole).checked_div(whole * 2)?;
    Some(match places {
        0 => format!("{scaled}%"),
        _ => format!("{}.{:0width$}%", scaled / unit, scaled % unit, width = places as usize),
    })
}
