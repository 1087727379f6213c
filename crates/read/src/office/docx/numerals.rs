//! Numbers of lists as Word writes them.

const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const LEGAL: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const STEMS: [char; 10] = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];
const BRANCHES: [char; 12] = ['子', '丑', '寅', '卯', '辰', '巳', '午', '未', '申', '酉', '戌', '亥'];

/// `number` in the `format` of a list.
///
/// Formats as named in ECMA-376, part 1, 17.18.59; those of other scripts come out as digits.
pub(super) fn numeral(number: u32, format: &str) -> String {
    let decimal = || number.to_string();
    let from = |set: &[char]| {
        let at = (number as usize).checked_sub(1).filter(|at| *at < set.len());
        at.map_or_else(decimal, |at| set[at].to_string())
    };
    let above = |base: u32, most: u32| {
        let c = char::from_u32(base + number.saturating_sub(1)).filter(|_| (1..=most).contains(&number));
        c.map_or_else(decimal, |c| c.to_string())
    };
    match format {
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand" => chinese(number, &DIGITS, ["", "十", "百", "千"]),
        "chineseLegalSimplified" => chinese(number, &LEGAL, ["", "拾", "佰", "仟"]),
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" => {
            decimal().chars().filter_map(|c| Some(DIGITS[c.to_digit(10)? as usize])).collect()
        }
        "ideographTraditional" => from(&STEMS),
        "ideographZodiac" => from(&BRANCHES),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => above('①' as u32, 20),
        "decimalEnclosedParen" => above('⑴' as u32, 20),
        "decimalEnclosedFullstop" => above('⒈' as u32, 20),
        "ideographEnclosedCircle" => above('㊀' as u32, 10),
        "decimalFullWidth" | "decimalFullWidth2" => {
            decimal().chars().filter_map(|c| char::from_u32(c as u32 - '0' as u32 + '０' as u32)).collect()
        }
        "decimalZero" => format!("{number:02}"),
        "upperLetter" => above('A' as u32, 26),
        "lowerLetter" => above('a' as u32, 26),
        "upperRoman" => roman(number),
        "lowerRoman" => roman(number).to_lowercase(),
        _ => decimal(),
    }
}

/// Numerals with their powers of ten, below ten thousand.
fn chinese(number: u32, digits: &[char; 10], powers: [&str; 4]) -> String {
    if number == 0 || number > 9999 {
        return number.to_string();
    }
    let mut out = String::new();
    let mut is_gap = false;
    for power in (0..4).rev() {
        let digit = number / 10_u32.pow(power as u32) % 10;
        if digit == 0 {
            is_gap |= !out.is_empty();
            continue;
        }
        if std::mem::take(&mut is_gap) {
            out.push('零');
        }
        // Ten is 十, not 一十.
        if !(digit == 1 && power == 1 && out.is_empty()) {
            out.push(digits[digit as usize]);
        }
        out.push_str(powers[power]);
    }
    out
}

fn roman(number: u32) -> String {
    const PARTS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number > 3999 {
        return number.to_string();
    }
    let mut left = number;
    let mut out = String::new();
    for (value, letters) in PARTS {
        while left >= value {
            out.push_str(letters);
            left -= value;
        }
    }
    out
}
