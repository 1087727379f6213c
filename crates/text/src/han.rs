//! Classes of characters that decide about spaces and punctuation.

/// Whether `c` is an ideograph, with 〇 and 々.
pub(crate) const fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '〇' | '々' | '\u{3400}'..='\u{4DBF}' | '\u{2E80}'..='\u{2FD5}'
        | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Whether `c` fills a square without being an ideograph: 、。《》〔〕，（）： and their kin.
///
/// Quotes “”, dashes and … are not among them: Latin text uses the same code points.
pub(crate) const fn is_wide(c: char) -> bool {
    matches!(c, '、' | '。' | '〃' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301F}' | '\u{FF01}'..='\u{FF60}')
}

/// A space beside such a character says nothing.
pub(crate) const fn is_square(c: char) -> bool {
    is_han(c) || is_wide(c)
}

/// Whether `c` is a Han digit or power of ten as used in enumerators and dates.
pub(crate) const fn is_han_digit(c: char) -> bool {
    matches!(c, '〇' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '○')
}

/// Whether `c` opens quoted or bracketed Chinese text and never arises from an ASCII character here.
pub(crate) const fn is_opening(c: char) -> bool {
    matches!(c, '《' | '〈' | '“' | '‘' | '【' | '〔' | '「' | '『')
}

/// Whether a number that ends a line and `c` at the start of the next are one quantity.
pub(crate) fn starts_unit(c: char) -> bool {
    "条件次个项人元万亿年月日份册本块名篇期户家场批类宗起多余处幅部台辆间天小点页张座所例倍%".contains(c)
}
