//! One character to its plain form: full width to half width, exotic blanks to a space.

/// The plain form of `c`: half-width letters, digits and signs, ordinary spaces; all else as it is.
///
/// This is deliberately not NFKC, which would turn `⒈2023年` into `1.2023年` and merge list marks with numbers.
pub fn plain(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{3000}' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' => ' ',
        '\u{2212}' | '\u{2012}' | '\u{2010}' | '\u{2011}' => '-',
        _ => c,
    }
}
