//! A text that is one numeral from end to end.

use super::{Grouping, Numeral, digit_string, money, sign};
use crate::Decimal;

/// The value of `text`, when all of it is one numeral; a sign, and 元, 圆, 角, 分, 整 of a formal amount are part of it.
///
/// ```
/// use gongkai_text::numeral::parse;
/// let value = |text| parse(text).map(|value| value.to_string());
/// assert_eq!(value("一万零三百").as_deref(), Some("10300"));
/// assert_eq!(value("3亿5千万").as_deref(), Some("350000000"));
/// assert_eq!(value("两千三").as_deref(), Some("2300"));
/// assert_eq!(value("壹拾壹元壹角").as_deref(), Some("11.1"));
/// assert_eq!(value("十一十二"), None);
/// ```
pub fn parse(text: &str) -> Option<Decimal> {
    let (negative, from) = sign(text, 0);
    if let Some((bottom, top)) = text[from..].split_once("分之") {
        let value = divide(parse(top)?, parse(bottom)?)?;
        return Some(if negative { -value } else { value });
    }
    let numeral = Numeral::at(text, from, Grouping::Wide)?;
    let value = if numeral.end == text.len() && !numeral.bare && numeral.approx.is_none() {
        numeral.value
    } else {
        let (value, end) = money::amount(text, from)?;
        (end == text.len()).then_some(value)?
    };
    (numeral.spread == 0).then_some(if negative { -value } else { value })
}

/// `top / bottom`, when it is a decimal of at most 18 places.
fn divide(top: Decimal, bottom: Decimal) -> Option<Decimal> {
    const MOST: u8 = 18;
    let (bottom, top) = (bottom.at_scale(0)?, top.at_scale(0)?);
    (0..=MOST).find_map(|scale| {
        let lifted = top.checked_mul(10_i128.pow(u32::from(scale)))?;
        (bottom != 0 && lifted % bottom == 0).then(|| Decimal::new(lifted / bottom, scale))?
    })
}

/// The value of a numeral written digit by digit, as years are: 二〇二三, 2023. At most 18 digits.
///
/// ```
/// use gongkai_text::numeral::digits;
/// assert_eq!(digits("二○二三"), Some(2023));
/// assert_eq!(digits("二十三"), None);
/// ```
pub fn digits(text: &str) -> Option<u64> {
    const MOST: usize = 18;
    let (value, count, end) = digit_string(text, 0);
    (end == text.len() && (1..=MOST).contains(&count)).then_some(value)
}
