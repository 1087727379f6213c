//! The characters that numerals are made of.

/// A character that stands for figures left open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Blank {
    /// 余.
    Yu,
    /// 多.
    Duo,
    /// 几.
    Ji,
    /// 数.
    Shu,
}

impl Blank {
    /// The word.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Yu => "余",
            Self::Duo => "多",
            Self::Ji => "几",
            Self::Shu => "数",
        }
    }
}

/// What one character means in a numeral.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    /// 一 to 九, 两 and the formal forms.
    Digit(u8),
    /// 零, 〇, ○.
    Zero,
    /// 廿, 卅, 卌: so many tens in one character.
    Tens(u8),
    /// 十, 百, 千.
    Small(u16),
    /// 万, 亿, 兆: the power of ten.
    Big(u8),
    /// 点.
    Point,
    /// 余, 多, 几, 数.
    Open(Blank),
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
        matches!(self, Self::Digit(_) | Self::Zero | Self::Tens(_) | Self::Small(_) | Self::Big(_))
    }
}

/// The character of three bytes at `at` as a code point; 0 when there is none.
pub(crate) fn decode(bytes: &[u8], at: usize) -> u32 {
    match bytes.get(at..) {
        Some(&[a @ 0xE0..=0xEF, b, c, ..]) => {
            u32::from(a & 0x0F) << 12 | u32::from(b & 0x3F) << 6 | u32::from(c & 0x3F)
        }
        _ => 0,
    }
}

/// What stands at `at`, and its length in bytes.
pub(crate) fn token(text: &str, at: usize) -> (Token, usize) {
    (classify(decode(text.as_bytes(), at)), 3)
}

/// What stands before `at`, and its length in bytes.
pub(crate) fn previous(text: &str, at: usize) -> (Token, usize) {
    match at.checked_sub(3) {
        Some(before) if text.is_char_boundary(before) => token(text, before),
        _ => (Token::None, 0),
    }
}

const SLOTS: usize = 512;

const fn slot(code: u32) -> usize {
    (code.wrapping_mul(0x9E37_79B1) >> 23) as usize
}

/// Open hash table of the characters of [`ROWS`].
static TABLE: [(u32, Token); SLOTS] = {
    let mut table = [(0, Token::None); SLOTS];
    let mut row = 0;
    while row < ROWS.len() {
        let (chars, token) = ROWS[row];
        let bytes = chars.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let code = (bytes[at] as u32 & 0x0F) << 12
                | (bytes[at + 1] as u32 & 0x3F) << 6
                | (bytes[at + 2] as u32 & 0x3F);
            let mut place = slot(code);
            while table[place].0 != 0 {
                place = (place + 1) % SLOTS;
            }
            table[place] = (code, token);
            at += 3;
        }
        row += 1;
    }
    table
};

fn classify(code: u32) -> Token {
    let mut place = slot(code);
    loop {
        let (found, token) = TABLE[place];
        if found == code || found == 0 {
            return token;
        }
        place = (place + 1) % SLOTS;
    }
}

/// The characters, all of three bytes, and what they mean.
const ROWS: [(&str, Token); 24] = [
    ("一壹弌", Token::Digit(1)),
    ("二贰貳两兩俩倆", Token::Digit(2)),
    ("三叁叄參", Token::Digit(3)),
    ("四肆", Token::Digit(4)),
    ("五伍", Token::Digit(5)),
    ("六陆陸", Token::Digit(6)),
    ("七柒", Token::Digit(7)),
    ("八捌", Token::Digit(8)),
    ("九玖", Token::Digit(9)),
    ("零〇○", Token::Zero),
    ("廿", Token::Tens(2)),
    ("卅", Token::Tens(3)),
    ("卌", Token::Tens(4)),
    ("十拾", Token::Small(10)),
    ("百佰", Token::Small(100)),
    ("千仟", Token::Small(1000)),
    ("万萬", Token::Big(4)),
    ("亿億", Token::Big(8)),
    ("兆", Token::Big(12)),
    ("点點", Token::Point),
    ("余餘", Token::Open(Blank::Yu)),
    ("多", Token::Open(Blank::Duo)),
    ("几幾", Token::Open(Blank::Ji)),
    ("数數", Token::Open(Blank::Shu)),
];
