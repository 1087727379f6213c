//! Figures without a unit: totals at the end of a clause, cells, and the many numbers that are names.

use super::beside::{Beside, Rule};
use super::figure::{Reading, leads_zero};
use super::flags::Flags;
use super::found::Found;
use super::reject::{No, Reason};
use super::scanner::Scanner;
use super::{dates, labels, lexicon, words};
use crate::normalise::Context;
use crate::numeral::{Grouping, Numeral, digit_string};

/// A figure without a unit, in official prose.
pub(super) fn without_unit<F: FnMut(Found)>(
    scanner: &Scanner<'_, F>,
    at: usize,
    numeral: &Numeral,
    reading: &mut Reading,
) -> Result<(), No> {
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
        '版' => {
            let len = if rest.starts_with("版本") { 6 } else { 3 };
            return Err(no(end + len, Reason::Version));
        }
        '大' if !numeral.arabic && (12..=30).contains(&numeral.value.to_i64().unwrap_or(0)) => {
            return Err(no(end + 3, Reason::Session));
        }
        '中' if rest.starts_with("中全会") => return Err(no(end + 9, Reason::Session)),
        '×' | '+' | '＋' => return Err(no(end, Reason::Formula)),
        _ => {}
    }
    // 政务服务2.0, 3.0时代.
    if numeral.arabic && !numeral.weighted && numeral.value.scale() == 1 && text[at..end].ends_with(".0") {
        return Err(no(end, Reason::Version));
    }
    let open = reading.qualifier.is_some();
    if !numeral.arabic {
        let ends = !crate::han::is_han(next);
        let large = numeral.value >= crate::Decimal::whole(100);
        let counted = numeral.weighted && (open || (ends && large && crate::han::is_han(prior)));
        let scaled = numeral.scale > 1 && numeral.han >= 2;
        if (counted || scaled) && !lexicon::phrase(text, at) && !numeral.elided {
            return Ok(());
        }
        let worth = numeral.han > 1 || numeral.weighted;
        return Err(No { start: at, end: numeral.end, reason: worth.then_some(Reason::NoUnit) });
    }
    if matches!(prior, '¥' | '￥') {
        return Ok(());
    }
    if scanner.is_tabular() {
        return in_cell(scanner, at, numeral, reading, prior, next);
    }
    let (before, behind) = (Beside::before(text, scanner.floor, reading.start), Beside::behind(text, end));
    if numeral.weighted
        || open
        || (before.may(Rule::Qualifier) && words::before(text, reading.start, scanner.floor).is_some())
        || (behind.may(Rule::Bound) && words::behind(text, end).is_some())
    {
        return Ok(());
    }
    // 分别为12、8、5件: a list of figures.
    let between = &text[scanner.floor..reading.start];
    let listed = scanner.follows && matches!(between, "、" | "，" | "和");
    let prior = if listed { '为' } else { prior };
    let plain = bare(text, at, numeral, prior, next);
    plain.map_or(Ok(()), |reason| {
        // 表3-1 is one number, 代码12345678-9 too.
        let hangs = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(**byte, b'-' | b'*');
        let named = matches!(reason, Reason::Caption | Reason::Code | Reason::Phone | Reason::Postcode);
        let tail = text.as_bytes()[numeral.end..].iter().take_while(hangs);
        let more = if named { tail.count() } else { 0 };
        Err(no(numeral.end + more, reason))
    })
}

/// Why a plain figure without unit, scale word or qualifier is no quantity.
fn bare(text: &str, at: usize, numeral: &Numeral, prior: char, next: char) -> Option<Reason> {
    let digits = numeral.end - at;
    let value = numeral.value.to_i64().unwrap_or(i64::MAX);
    let head = &text[..at];
    let label = Beside::before(text, 0, at).may(Rule::Label).then(|| labels::before(head)).flatten();
    if matches!(label, Some(Reason::Postcode | Reason::Phone)) {
        return label;
    }
    if text[numeral.end..].starts_with("热线") {
        return Some(Reason::Phone);
    }
    // 同意公开答复数条342: the cells of a table that lost its columns.
    let column = head.trim_end();
    let is_cell = column.ends_with('条')
        || column.strip_suffix(['件', '次', '篇', '个', '人']).is_some_and(|noun| noun.ends_with('数'));
    if is_cell {
        return Some(Reason::Cell);
    }
    // 85251234转8012: an extension.
    let extends = ["转", "分机"].iter().find_map(|word| head.strip_suffix(word));
    if extends.is_some_and(|head| head.ends_with(|c: char| c.is_ascii_digit())) {
        return Some(Reason::Phone);
    }
    if head.ends_with("号-") || head.ends_with("号") && text[at..].starts_with('-') {
        return Some(Reason::Code);
    }
    if label.is_some() {
        return label;
    }
    // GB 2312-80: the rest of a number that has parts.
    if head.strip_suffix('-').is_some_and(|head| head.ends_with(|c: char| c.is_ascii_alphanumeric())) {
        return Some(Reason::Code);
    }
    // 3月30 has lost its 日; 2比1.
    let after_digit =
        |mark: char| head.strip_suffix(mark).is_some_and(|head| head.ends_with(|c: char| c.is_ascii_digit()));
    if after_digit('月') && digits <= 2 {
        return Some(Reason::Date);
    }
    if after_digit('比') {
        return Some(Reason::Formula);
    }
    if leads_zero(text, at) {
        return Some(Reason::Code);
    }
    if numeral.value.scale() == 0 && digits == 4 && dates::is_year(value.unsigned_abs()) {
        return Some(Reason::Year);
    }
    // 12345, 12333, 110: service lines.
    let line = (digits == 5 && (12_000..13_000).contains(&value))
        || (digits == 3 && matches!(value, 110 | 119 | 120 | 122 | 114));
    if line && numeral.value.scale() == 0 && !"数量计共为达了有到".contains(prior) {
        return Some(Reason::Phone);
    }
    let han = crate::han::is_han(prior) || matches!(prior, '：' | ':' | '=' | '-' | '+');
    let mobile = digits == 11 && text.as_bytes()[at] == b'1';
    if (digits >= 10 || mobile || (digits >= 7 && !han))
        && numeral.value.scale() == 0
        && numeral.grouping == Grouping::None
        && !text[at..numeral.end].contains(',')
    {
        return Some(if matches!(digits, 7 | 8 | 11) { Reason::Phone } else { Reason::Code });
    }
    if lexicon::is_counted_noun(&text[numeral.end..]) && !matches!(prior, '.' | '-' | '第') {
        return None;
    }
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
    // 其中：1.网站, 2、窗口: list marks.
    let after = text[numeral.end..].chars().nth(1).unwrap_or('\n');
    let opens = matches!(prior, '：' | ':') && next == '、';
    if value <= 30 && digits <= 2 && crate::han::is_han(after) && (next == '.' || opens) {
        return Some(Reason::ListIndex);
    }
    (!ends).then_some(Reason::NoUnit)
}

/// A figure without a unit in a row or a cell of a table.
fn in_cell<F: FnMut(Found)>(
    scanner: &Scanner<'_, F>,
    at: usize,
    numeral: &Numeral,
    reading: &mut Reading,
    prior: char,
    next: char,
) -> Result<(), No> {
    let text = scanner.text;
    let no = |reason: Reason| Err(No { start: at, end: numeral.end, reason: Some(reason) });
    let edge = |c: char| matches!(c, '\n' | '\t' | ' ' | '|');
    if reading.value.is_zero() && reading.start < at && edge(prior) {
        reading.flags.set(Flags::NEGATIVE_ZERO);
        return Ok(());
    }
    if !edge(prior) || !(edge(next) || matches!(next, '（' | '(')) {
        return no(Reason::NoUnit);
    }
    if scanner.options.context == Context::Cell {
        let whole = text[..reading.start].trim().is_empty();
        let alone = text[reading.end..].trim_start().is_empty() || matches!(next, '（' | '(');
        return if whole && alone { Ok(()) } else { no(Reason::Cell) };
    }
    let (from, to, labelled) = scanner.row.get();
    let labelled = if (from..to).contains(&at) {
        labelled
    } else {
        let from = text[..at].rfind('\n').map_or(0, |at| at + 1);
        let to = text[at..].find('\n').map_or(text.len(), |len| at + len);
        let labelled = text[from..to].chars().any(crate::han::is_han);
        scanner.row.set((from, to, labelled));
        labelled
    };
    let (_, digits, _) = digit_string(text, at);
    if labelled && digits < 16 { Ok(()) } else { no(Reason::Cell) }
}
