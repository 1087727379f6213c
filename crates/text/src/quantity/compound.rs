//! Runs of digits and marks that are no figures: telephones, dates, times, codes, versions.

use super::reject::Reason;
use super::{dates, figure};
use crate::numeral::{digit_string, is_ten_thousands};

/// A compound that begins with the digit at `at`: where it ends and what it is; `None` for plain figures and ranges.
pub(super) fn at(text: &str, at: usize, official: bool) -> Option<(usize, Reason)> {
    let bytes = text.as_bytes();
    let digits = bytes.get(at..)?.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let end = at + digits;
    // Nearly all figures end here.
    let next = *bytes.get(end)?;
    if next == 0xEF {
        return wide_time(text, at, end);
    }
    let mark = match next {
        b'.' | b'-' | b'/' | b':' | b'+' | b'~' | b'*' | b'_' | b'^' | b'=' => 1,
        b'A'..=b'Z' | b'a'..=b'z' => 0,
        0xE2 | 0xC3 => dash_len(bytes, end),
        _ => return None,
    };
    if mark == 0 && next >= 0x80 {
        return None;
    }
    let follows = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    if mark > 0 && !follows(end + mark) {
        return None;
    }
    if mark == 0 && (is_unit(bytes, end) || is_ten_thousands(text, end)) {
        return None;
    }
    // 1.2w次: the letter stands behind the places.
    if next == b'.' {
        let places = end + 1 + bytes[end + 1..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        if is_ten_thousands(text, places) {
            return None;
        }
        // Nearly all of the rest are decimal fractions and nothing more.
        let goes_on = bytes.get(places).is_some_and(|byte| {
            byte.is_ascii_alphanumeric() || b".-~_/:+*^=@".contains(byte) || matches!(byte, 0xE2 | 0xC3)
        });
        if !goes_on {
            return None;
        }
    }
    shape(text, at, official)
}

/// 14：30 with a wide colon; a figure with a unit behind the colon is no minute.
fn wide_time(text: &str, at: usize, end: usize) -> Option<(usize, Reason)> {
    let from = text.len() - text[end..].strip_prefix('：')?.len();
    let (hour, minute) = (digit_string(text, at), digit_string(text, from));
    let is_time = hour.1 <= 2 && hour.0 <= 24 && minute.1 == 2 && minute.0 < 60;
    let unit = figure::unit(text, minute.2).is_some();
    (is_time && !unit && !crate::numeral::token(text, minute.2).0.weighs())
        .then_some((minute.2, Reason::Time))
}

/// The whole compound: groups of letters and digits and the marks between them.
fn shape(text: &str, at: usize, official: bool) -> Option<(usize, Reason)> {
    let bytes = text.as_bytes();
    let mut groups = [(0_usize, 0_usize); 4];
    let (mut count, mut end, mut letters, mut dots) = (0, at, false, 0);
    let (mut dashes, mut slashes, mut colons, mut signs) = (0, 0, 0, 0);
    loop {
        let start = end;
        while let Some(byte) = bytes.get(end).filter(|byte| byte.is_ascii_alphanumeric()) {
            if byte.is_ascii_alphabetic() {
                if is_unit(bytes, end) {
                    break;
                }
                letters = true;
            }
            end += 1;
        }
        if let Some(group) = groups.get_mut(count) {
            *group = (start, end);
        }
        count += 1;
        let len = match bytes.get(end) {
            Some(b'.' | b'-' | b'~' | b'_' | b'/' | b':' | b'+' | b'*' | b'^' | b'=' | b'@') => 1,
            Some(0xE2 | 0xC3) => dash_len(bytes, end),
            _ => 0,
        };
        if len == 0 || !bytes.get(end + len).is_some_and(u8::is_ascii_alphanumeric) {
            break;
        }
        match bytes[end] {
            b'.' => dots += 1,
            b'/' => slashes += 1,
            b':' => colons += 1,
            b'+' | b'*' | b'^' | b'=' | 0xC3 => signs += 1,
            b'@' | b'_' => letters = true,
            _ => dashes += 1,
        }
        end += len;
    }
    let len = |index: usize| groups[index].1 - groups[index].0;
    let number = |index: usize| {
        let (from, to) = groups[index];
        bytes[from..to]
            .iter()
            .fold(0_u64, |value, byte| value.wrapping_mul(10).wrapping_add(u64::from(byte & 0x0F)))
    };
    let leads_zero = |index: usize| bytes[groups[index].0] == b'0' && len(index) > 1;
    let ymd = count == 3 && len(0) == 4 && dates::is_year(number(0)) && number(1) <= 12 && number(2) <= 31;
    let reason = if bytes[at..end].contains(&b'@') {
        Reason::Url
    } else if letters {
        Reason::Code
    } else if signs > 0 {
        Reason::Formula
    } else if colons > 0 {
        let time = number(0) <= 24 && len(1) == 2 && dashes <= 1;
        if time { Reason::Time } else { Reason::Formula }
    } else if slashes > 0 {
        let years = count == 2 && len(0) == 4 && dates::is_year(number(0)) && number(1) <= 12;
        if ymd || years { Reason::Date } else { Reason::Code }
    } else if dots > 0 && dashes == 0 {
        match dots {
            1 => return None,
            _ if ymd => Reason::Date,
            _ => Reason::Version,
        }
    } else if dashes == 1 && dots <= 2 {
        let years = count == 2
            && len(0) == 4
            && len(1) == 4
            && dates::is_year(number(0))
            && dates::is_year(number(1));
        if dots == 0 && years && number(0) <= number(1) {
            Reason::Year
        } else if dots == 0 && leads_zero(0) && len(1) >= 7 || dots == 0 && len(1) >= 7 && len(0) <= 4 {
            let (end, _) = more_phones(text, end);
            return Some((end, Reason::Phone));
        } else if dots == 0
            && len(0) == 4
            && dates::is_year(number(0))
            && number(1) <= 12
            && leads_zero(1)
            && len(1) == 2
        {
            Reason::Date
        } else if dots == 0 && (leads_zero(0) || leads_zero(1)) {
            Reason::Code
        } else {
            return None;
        }
    } else if ymd {
        Reason::Date
    } else if dots == 0 && count == 3 && (leads_zero(0) || len(0) == 3) && end - at >= 9 && end - at <= 16 {
        Reason::Phone
    } else if official || dashes > 1 {
        Reason::Code
    } else {
        return None;
    };
    Some((end, reason))
}

/// Further telephone numbers behind one, set apart by a space, a slash or 、.
fn more_phones(text: &str, mut end: usize) -> (usize, usize) {
    let bytes = text.as_bytes();
    let mut count = 0;
    loop {
        let rest = &text[end..];
        let Some(mark) = [" ", "/", "、", "转"].into_iter().find(|mark| rest.starts_with(mark)) else {
            break;
        };
        let (_, digits, after) = digit_string(text, end + mark.len());
        let extension = mark == "转" && (1..=6).contains(&digits);
        if !(extension || (7..=8).contains(&digits)) || bytes.get(after).is_some_and(u8::is_ascii_alphabetic)
        {
            break;
        }
        (end, count) = (after, count + 1);
    }
    (end, count)
}

/// The length of an en dash, an em dash or a times sign at `at`; 0 for all else.
fn dash_len(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at..) {
        Some([0xE2, 0x80, 0x93..=0x95, ..]) => 3,
        Some([0xC3, 0x97, ..]) => 2,
        _ => 0,
    }
}

/// Whether the letters at `at` are a unit: 250m, 3km, 16GB.
fn is_unit(bytes: &[u8], at: usize) -> bool {
    let text = &bytes[at..];
    let len = text.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let ends = !text.get(len).is_some_and(u8::is_ascii_digit);
    ends && matches!(&text[..len], b"m" | b"km" | b"mm" | b"kg" | b"kW" | b"GB" | b"MB" | b"KB" | b"TB")
}

/// What a word of letters and digits is.
pub(super) fn latin(word: &[u8]) -> Reason {
    if word.contains(&b'@')
        || word.windows(3).any(|part| part == b"://")
        || (word.contains(&b'/') && word.contains(&b'.'))
        || word.starts_with(b"www.")
    {
        Reason::Url
    } else if matches!(word, [b'V' | b'v', b'0'..=b'9', ..]) {
        Reason::Version
    } else {
        Reason::Code
    }
}
