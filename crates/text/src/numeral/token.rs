//! The characters that numerals are made of.

/// What one character means in a numeral.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    /// 一 to 九, 两 and the formal forms.
    Digit(u8),
    /// 零, 〇, ○.
    Zero,
    /// 十, 百, 千.
    Small(u16),
    /// 万, 亿, 兆.
    Big(i128),
    /// 点.
    Point,
    /// 余, 多, 几, 数.
    Open(&'static str),
    /// No part of a numeral.
    None,
}

impl Token {
    /// Whether it is 十 to 兆.
    pub(crate) const fn weighs(self) -> bool {
        matches!(self, Self::Small(_) | Self::Big(_))
    }

    /// Whether it is a digit, 零 or a weight.
    pub(crate) const fn is_figure(self) -> bool {
        matches!(self, Self::Digit(_) | Self::Zero | Self::Small(_) | Self::Big(_))
    }
}

/// The character of three bytes at `at` as a code point; 0 when there is none.
pub(crate) fn decode(bytes: &[u8], at: usize) -> u32 {
    match bytes.get(at..at + 3) {
        Some(&[a @ 0xE0..=0xEF, b, c]) => {
            u32::from(a & 0x0F) << 12 | u32::from(b & 0x3F) << 6 | u32::from(c & 0x3F)
        }
        _ => 0,
    }
}

/// What stands at `at`, and its length in bytes.
pub(crate) fn token(text: &str, at: usize) -> (Token, usize) {
    let code = decode(text.as_bytes(), at);
    let found = char::from_u32(code).map_or(Token::None, classify);
    (found, 3)
}

/// What stands before `at`, and its length in bytes.
pub(crate) fn previous(text: &str, at: usize) -> (Token, usize) {
    match at.checked_sub(3) {
        Some(before) if text.is_char_boundary(before) => token(text, before),
        _ => (Token::None, 0),
    }
}

#[allow(clippy::match_same_arms, reason = "one line a row of the numeral system reads best")]
const fn classify(c: char) -> Token {
    match c {
        '一' | '壹' | '弌' => Token::Digit(1),
        '二' | '贰' | '貳' | '两' | '兩' | '俩' | '倆' => Token::Digit(2),
        '三' | '叁' | '叄' | '參' => Token::Digit(3),
        '四' | '肆' => Token::Digit(4),
        '五' | '伍' => Token::Digit(5),
        '六' | '陆' | '陸' => Token::Digit(6),
        '七' | '柒' => Token::Digit(7),
        '八' | '捌' => Token::Digit(8),
        '九' | '玖' => Token::Digit(9),
        '零' | '〇' | '○' => Token::Zero,
        '十' | '拾' => Token::Small(10),
        '百' | '佰' => Token::Small(100),
        '千' | '仟' => Token::Small(1000),
        '万' | '萬' => Token::Big(10_000),
        '亿' | '億' => Token::Big(100_000_000),
        '兆' => Token::Big(1_000_000_000_000),
        '点' | '點' => Token::Point,
        '余' | '餘' => Token::Open("余"),
        '多' => Token::Open("多"),
        '几' | '幾' => Token::Open("几"),
        '数' | '數' => Token::Open("数"),
        _ => Token::None,
    }
}
