//! Numbers written in every way have one value.

use gongkai_text::quantity::{Options, recognise_source};
use gongkai_text::{Decimal, numeral};
use proptest::prelude::*;

const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
const FORMAL: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];

/// `value` in Chinese: 一万零三百.
fn spelled(value: u64, digits: &[&str; 10], weights: &[&str; 3]) -> String {
    let section = |value: u64| {
        let mut out = String::new();
        let mut gap = false;
        for (place, weight) in [(1000, weights[0]), (100, weights[1]), (10, weights[2]), (1, "")] {
            let digit = value / place % 10;
            if digit == 0 {
                gap = !out.is_empty();
                continue;
            }
            if std::mem::take(&mut gap) {
                out.push('零');
            }
            out.push_str(digits[digit as usize]);
            out.push_str(weight);
        }
        out
    };
    let mut out = String::new();
    for (unit, weight) in [(100_000_000, "亿"), (10_000, "万"), (1, "")] {
        let part = value / unit % 10_000;
        if part == 0 {
            continue;
        }
        if !out.is_empty()
            && (part < 1000 || !value.is_multiple_of(unit * 10_000) && value / unit % 10_000 < 1000)
        {
            out.push('零');
        }
        out.push_str(&section(part));
        out.push_str(weight);
    }
    if out.is_empty() { "零".to_owned() } else { out }
}

fn wide(text: &str) -> String {
    text.chars()
        .map(|c| char::from_u32(c as u32 + 0xFEE0).filter(|_| c.is_ascii_digit()).unwrap_or(c))
        .collect()
}

fn grouped(value: u64) -> String {
    let digits = value.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

proptest! {
    #[test]
    fn whole_numerals(value in 0_u64..999_999_999_999) {
        for (digits, weights) in [(&DIGITS, ["千", "百", "十"]), (&FORMAL, ["仟", "佰", "拾"])] {
            let text = spelled(value, digits, &weights);
            prop_assert_eq!(numeral::parse(&text), Decimal::new(value.into(), 0), "{}", text);
        }
        prop_assert_eq!(numeral::parse(&value.to_string()), Decimal::new(value.into(), 0));
    }

    #[test]
    fn one_value_in_every_spelling(value in prop_oneof![2_u64..10_000, 2_u64..99_999_999]) {
        let plain = value.to_string();
        let han = spelled(value, &DIGITS, &["千", "百", "十"]);
        let spaced: String = han.chars().flat_map(|c| [c, ' ']).collect();
        let scaled = format!("{}.{:04}万", value / 10_000, value % 10_000);
        for text in [wide(&plain), grouped(value), han, spaced, scaled, plain] {
            let source = format!("全年共受理申请{text}件，均已办结。");
            let read = recognise_source(&source, Options::OFFICIAL);
            prop_assert_eq!(read.quantities.len(), 1, "{}", source);
            prop_assert_eq!(read.quantities[0].value, Decimal::new(value.into(), 0).unwrap(), "{}", source);
            prop_assert!(read.quantities[0].unit.is_some_and(|unit| unit.label() == "件"));
        }
    }

    #[test]
    fn digit_by_digit(value in 1900_u64..2100) {
        let text: String = value.to_string().bytes().map(|digit| DIGITS[usize::from(digit - b'0')]).collect();
        prop_assert_eq!(numeral::digits(&text), Some(value));
        prop_assert_eq!(numeral::digits(&text.replace('零', "〇")), Some(value));
    }
}
