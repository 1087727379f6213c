//! One figure: its numeral, sign and unit, and whether it is a quantity.

use super::scan::{Found, Scanner};
use super::{Flags, Qualifier, QuantityKind, Reason, dates, lexicon, range, words};
use crate::classifiers::{self, Classifier};
use crate::normalise::Context;
use crate::numeral::{Grouping, Numeral, Open, Token, digit_string, token};
use crate::{Decimal, Unit};

/// A figure as read, before the words around it are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    /// Where it begins, the sign included.
    pub(super) start: usize,
    /// Where its numeral ends.
    pub(super) figure_end: usize,
    /// Where its unit ends.
    pub(super) end: usize,
    pub(super) value: Decimal,
    pub(super) ulp: Decimal,
    pub(super) scale: i64,
    pub(super) spread: i128,
    /// The upper end of 几十.
    pub(super) decade: Option<Decimal>,
    pub(super) denominator: Option<Decimal>,
    pub(super) unit: Option<&'static Classifier>,
    pub(super) named: Option<Unit>,
    pub(super) kind: Option<QuantityKind>,
    pub(super) qualifier: Option<Qualifier>,
    pub(super) word: Option<&'static str>,
    pub(super) flags: Flags,
    /// It begins with 百分之, which a second figure of a range may lack.
    pub(super) spoken_percent: bool,
}

impl Reading {
    pub(super) fn new(start: usize, _at: usize, end: usize, value: Decimal) -> Self {
        Self {
            start,
            figure_end: end,
            end,
            value,
            ulp: Decimal::whole(1),
            scale: 1,
            spread: 0,
            decade: None,
            denominator: None,
            unit: None,
            named: None,
            kind: None,
            qualifier: None,
            word: None,
            flags: Flags::default(),
            spoken_percent: false,
        }
    }

    fn of(start: usize, negative: bool, numeral: &Numeral) -> Self {
        let mut reading = Self::new(start, start, numeral.end, numeral.value);
        if negative {
            reading.value = -reading.value;
        }
        (reading.ulp, reading.scale, reading.spread) = (numeral.ulp, numeral.scale, numeral.spread);
        match numeral.approx {
            Some(Open::Over(word)) => (reading.qualifier, reading.word) = (Some(Qualifier::Over), Some(word)),
            Some(Open::Some(word)) => {
                (reading.qualifier, reading.word) = (Some(Qualifier::Decade), Some(word));
                // 十几 ends at 二十, 几十 at 一百.
                let open = Decimal::new(numeral.open_place, 0).unwrap_or_default();
                let leading = open == numeral.value;
                let step = if leading { numeral.open_place * 9 } else { numeral.open_place * 10 };
                reading.decade = Decimal::new(step, 0).map(|step| numeral.value + step);
            }
            None => {}
        }
        if numeral.elided {
            reading.flags.set(Flags::ELIDED_UNIT);
        }
        if numeral.odd_point {
            reading.flags.set(Flags::OCR_DOT);
        }
        match numeral.grouping {
            Grouping::None => {}
            Grouping::Wide => reading.flags.set(Flags::COMMA_GROUPED),
            Grouping::Spaces => reading.flags.set(Flags::SPACE_GROUPED),
        }
        reading
    }

    pub(super) fn fold(&mut self) {
        (self.kind, self.named) = (Some(QuantityKind::Multiple), Some(Unit::FOLD));
        self.flags.set(Flags::IDIOMATIC);
    }

    fn take_unit(&mut self, unit: &'static Classifier, end: usize) {
        (self.unit, self.end) = (Some(unit), end);
    }

    pub(super) fn kind(&self) -> QuantityKind {
        self.kind.or(self.unit.map(|unit| unit.kind)).unwrap_or(QuantityKind::Count)
    }

    pub(super) fn unit(&self) -> Option<Unit> {
        self.named.or(self.unit.map(Unit::of))
    }
}

/// The unit at `at`, unless another word begins there.
pub(super) fn unit(text: &str, at: usize) -> Option<(&'static Classifier, usize)> {
    let (unit, end) = classifiers::at(text, at)?;
    let latin = unit.print.as_bytes()[0].is_ascii_alphabetic();
    if latin && text.as_bytes().get(end).is_some_and(u8::is_ascii_alphanumeric) {
        return None;
    }
    (unit.print.len() > 3 || !lexicon::is_word(text, at)).then_some((unit, end))
}

/// Where the run of Chinese digits and weights at `at` ends.
pub(super) fn run_end(text: &str, at: usize) -> usize {
    let mut end = at;
    while token(text, end).0.is_figure() {
        end += 3;
    }
    end
}

/// Why a figure is none, and how far the words go that decide; no reason where nothing is worth a word.
pub(super) struct No {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) reason: Option<Reason>,
}

/// 百分之十二, 百分百, 千分之三 at `at`.
pub(super) fn percent(text: &str, at: usize) -> Option<Reading> {
    let rest = &text[at..];
    if rest.starts_with("百分百") {
        let mut reading = Reading::new(at, at, at + "百分百".len(), Decimal::whole(100));
        (reading.kind, reading.named) = (Some(QuantityKind::Percent), Some(Unit::PERCENT));
        return Some(reading);
    }
    let (weight, shift) = match token(text, at) {
        (Token::Small(100), len) => (len, 0),
        (Token::Small(1000), len) => (len, 1),
        (Token::Big(10_000), len) => (len, 2),
        _ => return None,
    };
    if !text[at + weight..].starts_with("分之") {
        return None;
    }
    let from = at + weight + "分之".len();
    let numeral = Numeral::at(text, from, Grouping::Wide)?;
    let mut reading = Reading::of(at, false, &numeral);
    let shifted = |value: Decimal| Decimal::new(value.mantissa(), value.scale() + shift);
    (reading.value, reading.ulp) = (shifted(reading.value)?, shifted(reading.ulp)?);
    (reading.kind, reading.named) = (Some(QuantityKind::Percent), Some(Unit::PERCENT));
    (reading.qualifier, reading.spoken_percent) = (None, true);
    Some(reading)
}

/// Where the figure at `at` begins with its sign, and whether it is below zero.
fn signed(text: &str, at: usize, floor: usize, reads_dash: bool) -> (usize, bool, Flags) {
    let bytes = text.as_bytes();
    let mut flags = Flags::default();
    let Some(&last) = bytes[..at].last() else { return (at, false, flags) };
    if at <= floor {
        return (at, false, flags);
    }
    match last {
        b'-' => {
            let before = text[floor..at - 1].chars().next_back();
            let minus = before.is_none_or(|c| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '%' | '—'));
            // Behind the last figure a dash makes a range.
            let apart = at - 1 > floor || floor == 0;
            if minus && apart { (at - 1, true, flags) } else { (at, false, flags) }
        }
        b'+' => {
            let before = text[floor..at - 1].chars().next_back();
            let plus = before.is_none_or(|c| !c.is_ascii_alphanumeric());
            if plus { (at - 1, false, flags) } else { (at, false, flags) }
        }
        0x94 if reads_dash && text[floor..at].ends_with('—') => {
            let start = at - '—'.len_utf8();
            if words::direction(text, start, floor).is_some() {
                flags.set(Flags::DASH_AS_MINUS);
                return (start, true, flags);
            }
            (at, false, flags)
        }
        0x9F | 0xA0 => {
            let head = &text[floor..at];
            let Some(head) = head.strip_suffix(['负', '負']) else { return (at, false, flags) };
            let other = head.chars().next_back().is_some_and(|c| "担肩抱胜自减欠背辜".contains(c));
            if other { (at, false, flags) } else { (at - 3, true, flags) }
        }
        _ => (at, false, flags),
    }
}

/// Whether the numeral at `at` is a quantity.
pub(super) fn judge<F: FnMut(Found)>(
    scanner: &Scanner<'_, F>,
    at: usize,
    numeral: &Numeral,
) -> Result<Reading, No> {
    let text = scanner.text;
    let official = scanner.is_official();
    let no = |end: usize, reason: Reason| No { start: at, end, reason: Some(reason) };
    let quiet = |end: usize| No { start: at, end, reason: None };
    let end = numeral.end;
    if numeral.arabic
        && let Some(date) = dates::at(text, at)
    {
        return Err(no(date.end, date.reason));
    }
    let (start, negative, flags) = signed(text, at, scanner.floor, true);
    let mut reading = Reading::of(start, negative, numeral);
    reading.flags.set(flags);
    let rest = &text[end..];

    if let Some(after) = rest.strip_prefix("分之")
        && let Some(top) = Numeral::at(text, text.len() - after.len(), Grouping::None)
    {
        (reading.denominator, reading.value) = (Some(numeral.value), top.value);
        (reading.kind, reading.ulp) = (Some(QuantityKind::Fraction), top.ulp);
        (reading.figure_end, reading.end) = (top.end, top.end);
        return Ok(reading);
    }
    if rest.starts_with('成') && tenths(numeral, &rest['成'.len_utf8()..]) {
        (reading.kind, reading.named) = (Some(QuantityKind::Percent), Some(Unit::PERCENT));
        reading.value =
            Decimal::new(numeral.value.mantissa() * 10, numeral.value.scale()).unwrap_or(numeral.value);
        reading.ulp = Decimal::new(numeral.ulp.mantissa() * 10, numeral.ulp.scale()).unwrap_or(numeral.ulp);
        reading.end = end + '成'.len_utf8();
        return Ok(reading);
    }
    if numeral.bare && upwards(text, start, scanner.floor).is_none() && words::open(text, end).is_none() {
        let qualified = words::before(text, start, scanner.floor).is_some();
        if !qualified {
            return Err(quiet(end));
        }
    }
    // 余, 多 behind the figure; 个多月.
    let mut from = end;
    if reading.qualifier.is_none()
        && let Some((word, len)) = words::open(text, end)
    {
        from += len;
        let after_scale = numeral.scale > 1;
        reading.qualifier = Some(if after_scale { Qualifier::OverAfterScale } else { Qualifier::Over });
        reading.word = Some(word);
    }
    reading.end = from;
    if lexicon::is_plan(text, at, from) {
        return Err(no(end, Reason::Idiom));
    }
    match unit(text, from) {
        Some((unit, unit_end)) => {
            reading.take_unit(unit, unit_end);
            if rest.starts_with("个多月") {
                (reading.named, reading.kind) = (Some(Unit::MONTH), Some(QuantityKind::Duration));
                (reading.qualifier, reading.word) = (Some(Qualifier::OverAfterScale), Some("多"));
                reading.end = end + "个多月".len();
            }
            if official {
                with_unit(scanner, at, numeral, reading, unit)
            } else {
                general(scanner, at, numeral, reading)
            }
        }
        // 3～5名, 三至五名: the unit stands behind the second figure.
        None if range::begins(scanner, &reading) => Ok(reading),
        None if official => without_unit(scanner, at, numeral, reading),
        None => general(scanner, at, numeral, reading),
    }
}

/// 上百, 上千, 上万: where 上 begins.
pub(super) fn upwards(text: &str, at: usize, floor: usize) -> Option<usize> {
    let head = text[floor..at].strip_suffix('上')?;
    let prior = head.chars().next_back().unwrap_or('\n');
    (!"网线路史会以晚早掌马台场地世身手".contains(prior)).then_some(floor + head.len())
}

/// Whether 成 behind a figure means tenths.
fn tenths(numeral: &Numeral, rest: &str) -> bool {
    let whole = numeral.value.scale() > 0 || (1..=10).contains(&numeral.value.to_i64().unwrap_or(0));
    let next = rest.chars().next().unwrap_or('\n');
    whole
        && !numeral.weighted
        && !"员立为了功果就效分都本绩长熟交年品型语份人套因名片千群家批果不体".contains(next)
}

fn general<F: FnMut(Found)>(
    scanner: &Scanner<'_, F>,
    at: usize,
    numeral: &Numeral,
    mut reading: Reading,
) -> Result<Reading, No> {
    let text = scanner.text;
    let quiet = |end: usize| No { start: at, end, reason: None };
    let next = text[numeral.end..].chars().next().unwrap_or('\n');
    let prior = text[..at].chars().next_back().unwrap_or('\n');
    if next == '号' {
        return Err(No { start: at, end: numeral.end, reason: Some(Reason::Address) });
    }
    if numeral.arabic {
        let code = text.as_bytes()[at] == b'0' && numeral.end - at > 1 && numeral.value.scale() == 0;
        let joint = prior == '.'
            || (next == '.' && text[numeral.end + 1..].starts_with(|c: char| c.is_ascii_digit()));
        if code || joint {
            return Err(No { start: at, end: numeral.end, reason: Some(Reason::Code) });
        }
        return Ok(reading);
    }
    let lone = numeral.han == 1 && numeral.spread == 0 && numeral.approx.is_none();
    if lone {
        let alone = text.trim().len() == numeral.end - at;
        let formal =
            !"一二三四五六七八九十零〇两兩倆俩".contains(text[at..].chars().next().unwrap_or_default());
        let counted = reading.unit.is_some_and(|unit| {
            !(lexicon::phrase(text, at)) && (!formal || unit.kind == QuantityKind::Money)
        });
        let plain = alone && !formal;
        if !plain && !counted {
            return Err(quiet(numeral.end));
        }
    }
    if numeral.han == 2 && numeral.spread == 0 && !numeral.weighted && numeral.value.scale() == 0 {
        return Err(quiet(numeral.end));
    }
    if lexicon::phrase(text, at) && !numeral.weighted {
        return Err(quiet(numeral.end));
    }
    if reading.unit.is_none() {
        reading.flags.set(Flags::NO_UNIT);
    }
    Ok(reading)
}

/// A figure with a unit, in official prose.
fn with_unit<F: FnMut(Found)>(
    scanner: &Scanner<'_, F>,
    at: usize,
    numeral: &Numeral,
    reading: Reading,
    unit: &'static Classifier,
) -> Result<Reading, No> {
    let text = scanner.text;
    let no = |end: usize, reason: Reason| No { start: at, end, reason: Some(reason) };
    let rest = &text[reading.end..];
    let prior = text[scanner.floor..reading.start].chars().next_back().unwrap_or('\n');
    let lone = !numeral.arabic && numeral.han == 1 && numeral.spread == 0 && numeral.approx.is_none();
    match unit.print {
        "届" => return Err(no(reading.end, Reason::Session)),
        "次" if prior == '届'
            && ["会议", "全会", "全体", "常委"].into_iter().any(|word| rest.starts_with(word)) =>
        {
            return Err(no(reading.end + "会议".len(), Reason::Session));
        }
        "版" if numeral.value.scale() > 0
            || dates::is_year(numeral.value.to_i64().unwrap_or(0).unsigned_abs()) =>
        {
            return Err(no(reading.end, Reason::Version));
        }
        "小时" if lexicon::is_attribute(rest) || prior == '×' => {
            return Err(no(reading.end, Reason::Attribute));
        }
        "分" if !numeral.arabic && text[at..].starts_with("十分") => {
            return Err(no(reading.end, Reason::Idiom));
        }
        "天" if prior == '×' => return Err(no(reading.end, Reason::Attribute)),
        "名" | "位" | "强" | "个" | "季度" if prior == '前' && unit.print != "个" => {
            return Err(no(reading.end, Reason::Ordinal));
        }
        "层" | "栋" | "幢" if rest.starts_with(|c: char| c.is_ascii_digit()) => {
            return Err(no(reading.end, Reason::Address));
        }
        "层" if prior == '楼' || rest.starts_with('楼') => return Err(no(reading.end, Reason::Address)),
        "年" if ["规划", "计划", "行动", "纲要"].into_iter().any(|word| rest.starts_with(word)) => {
            return Err(no(reading.end, Reason::Attribute));
        }
        _ => {}
    }
    if numeral.arabic {
        let zero = reading.value.is_zero() && reading.start < at;
        let mut reading = reading;
        if zero {
            reading.flags.set(Flags::NEGATIVE_ZERO);
        }
        // -12条 at the beginning of a line is a list item.
        if reading.start < at && unit.kind == QuantityKind::Count && scanner.at_line_start(at) {
            reading.start = at;
            reading.value = if reading.value.is_negative() { -reading.value } else { reading.value };
        }
        return Ok(reading);
    }
    let weak = lexicon::is_weak(unit.print);
    if !numeral.weighted || lone {
        if lexicon::phrase(text, at) {
            return Err(no(reading.end, Reason::Idiom));
        }
        if numeral.value.is_zero() && lone && unit.print == "件" {
            return Err(no(reading.end, Reason::Idiom));
        }
    }
    if lone
        && weak
        && !matches!(
            unit.print,
            "天" | "年" | "周" | "元" | "日" | "位" | "所" | "票" | "章" | "课" | "门" | "双"
        )
    {
        return Err(no(reading.end, Reason::Idiom));
    }
    if lone
        && numeral.value.to_i64() == Some(1)
        && is_article(text, scanner.floor, at, reading.end, unit.print)
    {
        return Err(no(reading.end, Reason::Indefinite));
    }
    if lone && lexicon::slogan_tail(rest) {
        return Err(no(reading.end, Reason::Slogan));
    }
    if numeral.han >= 2 && !numeral.weighted && numeral.spread == 0 && numeral.value.scale() == 0 {
        return Err(no(reading.end, Reason::Malformed));
    }
    Ok(reading)
}

/// Whether 一个, 一种 is the indefinite article: nothing before it counts, and a noun follows.
fn is_article(text: &str, floor: usize, at: usize, end: usize, unit: &str) -> bool {
    let prior = text[floor..at].chars().next_back().unwrap_or('\n');
    if "同每另某任唯第这那进首逐统之前后下上单".contains(prior) {
        return true;
    }
    let next = text[end..].chars().next().unwrap_or('\n');
    let ends = !crate::han::is_han(next) || "的".contains(next);
    let counts = "共有到了仅各为计加少增减设立开办现新".contains(prior);
    let article = [
        "个", "种", "批", "套", "系", "类", "张", "支", "部", "块", "条", "项", "款", "片", "轮", "道", "本",
        "只", "根", "座", "组", "栏",
    ];
    if article.contains(&unit) {
        !(ends || counts && unit != "种" && unit != "批" && unit != "套")
    } else {
        false
    }
}

/// A figure without a unit, in official prose.
fn without_unit<F: FnMut(Found)>(
    scanner: &Scanner<'_, F>,
    at: usize,
    numeral: &Numeral,
    mut reading: Reading,
) -> Result<Reading, No> {
    let text = scanner.text;
    let end = reading.end;
    let rest = &text[end..];
    let no = |end: usize, reason: Reason| No { start: at, end, reason: Some(reason) };
    let next = rest.chars().next().unwrap_or('\n');
    let prior = text[..reading.start].chars().next_back().unwrap_or('\n');
    reading.flags.set(Flags::NO_UNIT);
    match next {
        '号' => return Err(no(end + 3, Reason::DocumentNumber)),
        '国' | '省' | '县' if rest[3..].starts_with('道') => return Err(no(end + 6, Reason::Road)),
        '楼' | '室' | '弄' => return Err(no(end + 3, Reason::Address)),
        '版' => return Err(no(end + 3, Reason::Version)),
        '大' if !numeral.arabic && (12..=30).contains(&numeral.value.to_i64().unwrap_or(0)) => {
            return Err(no(end + 3, Reason::Session));
        }
        '中' if rest.starts_with("中全会") => return Err(no(end + 9, Reason::Session)),
        '×' | '+' | '＋' => return Err(no(end, Reason::Formula)),
        _ => {}
    }
    if rest.starts_with("版本") {
        return Err(no(end + 6, Reason::Version));
    }
    let open = reading.qualifier.is_some();
    if !numeral.arabic {
        let ends = !crate::han::is_han(next);
        let counted = numeral.weighted && (open || (ends && numeral.han >= 2 && crate::han::is_han(prior)));
        let scaled = numeral.scale > 1 && numeral.han >= 2;
        if (counted || scaled) && !lexicon::phrase(text, at) && !numeral.elided {
            return Ok(reading);
        }
        let worth = numeral.han > 1 || numeral.weighted;
        return Err(No { start: at, end: numeral.end, reason: worth.then_some(Reason::NoUnit) });
    }
    if scanner.is_tabular() {
        return in_cell(scanner, at, numeral, reading, prior, next);
    }
    if numeral.weighted || open || words::before(text, reading.start, scanner.floor).is_some() {
        return Ok(reading);
    }
    let plain = bare(text, at, numeral, prior, next);
    plain.map_or(Ok(reading), |reason| Err(no(numeral.end, reason)))
}

/// Why a plain figure without unit, scale word or qualifier is no quantity.
fn bare(text: &str, at: usize, numeral: &Numeral, prior: char, next: char) -> Option<Reason> {
    let digits = numeral.end - at;
    let value = numeral.value.to_i64().unwrap_or(i64::MAX);
    let head = &text[..at];
    let label = |words: &[&str]| {
        let head = head.trim_end_matches([' ', '：', ':']);
        words.iter().any(|word| head.ends_with(word))
    };
    if label(&["邮编", "邮政编码", "邮码"]) {
        return Some(Reason::Postcode);
    }
    if label(&["电话", "传真", "热线", "手机", "座机", "专线", "服务号", "总机"])
        || text[numeral.end..].starts_with("热线")
    {
        return Some(Reason::Phone);
    }
    if label(&["图", "表", "附件", "附录", "附表", "案例", "专栏", "样例", "示例"]) {
        return Some(Reason::Caption);
    }
    if label(&[
        "编号",
        "代码",
        "编码",
        "序号",
        "文号",
        "账号",
        "号码",
        "帐号",
        "证号",
        "索引号",
        "号",
        "QQ",
        "条例",
        "No.",
    ]) {
        return Some(Reason::Code);
    }
    if text.as_bytes()[at] == b'0' && digits > 1 && numeral.value.scale() == 0 {
        return Some(Reason::Code);
    }
    if numeral.value.scale() == 0 && digits == 4 && dates::is_year(value.unsigned_abs()) {
        return Some(Reason::Year);
    }
    // 12345, 12333, 110: service lines.
    let line = (digits == 5 && (12_000..13_000).contains(&value))
        || (digits == 3 && matches!(value, 110 | 119 | 120 | 122 | 114));
    if line && numeral.value.scale() == 0 {
        return Some(Reason::Phone);
    }
    if digits >= 7
        && numeral.value.scale() == 0
        && numeral.grouping == Grouping::None
        && !text[at..numeral.end].contains(',')
    {
        return Some(if matches!(digits, 7 | 8 | 11) { Reason::Phone } else { Reason::Code });
    }
    let han = crate::han::is_han(prior) || matches!(prior, '：' | ':' | '=' | '-' | '+');
    if !han || matches!(prior, '前' | '第' | '版') {
        let alone = matches!(prior, '\n' | '\t') && matches!(next, '\n' | '\t');
        return Some(if alone {
            Reason::Cell
        } else if prior == '前' {
            Reason::Ordinal
        } else {
            Reason::NoUnit
        });
    }
    let ends = matches!(
        next,
        '，' | '。' | '；' | '、' | '！' | '？' | '）' | ',' | ';' | ')' | '\n' | '.' | '（' | '('
    );
    (!ends).then_some(Reason::NoUnit)
}

/// A figure without a unit in a row or a cell of a table.
fn in_cell<F: FnMut(Found)>(
    scanner: &Scanner<'_, F>,
    at: usize,
    numeral: &Numeral,
    mut reading: Reading,
    prior: char,
    next: char,
) -> Result<Reading, No> {
    let text = scanner.text;
    let no = |reason: Reason| Err(No { start: at, end: numeral.end, reason: Some(reason) });
    let edge = |c: char| matches!(c, '\n' | '\t' | ' ' | '|');
    if reading.value.is_zero() && reading.start < at && edge(prior) {
        reading.flags.set(Flags::NEGATIVE_ZERO);
        return Ok(reading);
    }
    if !edge(prior) || !(edge(next) || matches!(next, '（' | '(')) {
        return no(Reason::NoUnit);
    }
    if scanner.options.context == Context::Cell {
        let whole = text[..reading.start].trim().is_empty();
        let alone = text[reading.end..].trim_start().is_empty() || matches!(next, '（' | '(');
        return if whole && alone { Ok(reading) } else { no(Reason::Cell) };
    }
    let from = text[..at].rfind('\n').map_or(0, |at| at + 1);
    let to = text[at..].find('\n').map_or(text.len(), |len| at + len);
    let (_, digits, _) = digit_string(text, at);
    let labelled = text[from..to].chars().any(crate::han::is_han);
    if labelled && digits < 16 { Ok(reading) } else { no(Reason::Cell) }
}
