//! Characters that print nothing.

/// Whether `c` has no width and no look of its own: soft hyphens, joiners, marks of direction, of variants and of byte
/// order. What turns the text behind it round is none of them, for its figures read otherwise than they stand.
pub(crate) const fn is_unprinted(c: char) -> bool {
    matches!(
        c,
        '\u{AD}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202D}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
    )
}
