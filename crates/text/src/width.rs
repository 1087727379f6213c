//! One character to its plain form: full width to half width, exotic blanks to a space, radicals to ideographs.

use crate::radicals::ordinary;

/// The plain form of `c`: half-width letters, digits and signs, ordinary spaces and ideographs; all else as it is.
///
/// This is deliberately not NFKC, which would turn `⒈2023年` into `1.2023年` and merge list marks with
/// numbers, and which leaves the minus sign and most radicals of the supplement alone.
///
/// ```
/// use gongkai_text::width::plain;
/// let plainly = |text: &str| text.chars().map(plain).collect::<String>();
/// assert_eq!(plainly("⼗⼆件，５０％"), "十二件,50%");
/// assert_eq!(plainly("①②⒈"), "①②⒈");
/// ```
pub fn plain(c: char) -> char {
    // Nearly everything: ASCII and ordinary ideographs.
    if matches!(c, '\0'..='\u{9F}' | '\u{4E00}'..='\u{9FFF}') {
        return c;
    }
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{3000}' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' => ' ',
        '\u{2212}' | '\u{2012}' | '\u{2010}' | '\u{2011}' => '-',
        '\u{2E80}'..='\u{2FD5}' | '\u{F900}'..='\u{FAD9}' => ordinary(c),
        '｡' => '。',
        '､' => '、',
        '｢' => '「',
        '｣' => '」',
        _ => c,
    }
}
