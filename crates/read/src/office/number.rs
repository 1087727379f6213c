//! Numbers of spreadsheets as the digits that a reader sees.

/// The digits that spreadsheets keep.
const DIGITS: usize = 15;

/// The shortest decimal for `value` at the precision of spreadsheets; nothing is compared with it.
pub(crate) fn digits(value: f64) -> String {
    // Fifteen significant digits, as spreadsheets show them, drop what binary arithmetic left behind.
    let rounded: f64 = format!("{value:.*e}", DIGITS - 1).parse().unwrap_or(value);
    // Minus zero is zero.
    format!("{}", rounded + 0.0)
}
