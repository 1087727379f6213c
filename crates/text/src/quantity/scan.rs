//! The pass over the text: where a figure may begin, and what it must not be mistaken for.

use super::figure::{self, Reading};
use super::judge;
use super::range;
use super::{Bound, Flags, Options, Quantity, Reason, Rejected, Style, compound, dates, words};
use crate::normalise::Context;
use crate::numeral::{Grouping, Numeral, decode, digit_string, token};
use crate::{Decimal, Span};

/// One thing that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(
    clippy::large_enum_variant,
    reason = "handed over once, by value; a box would be an allocation per figure"
)]
pub enum Found {
    /// A quantity.
    Quantity(Quantity),
    /// What looks like one and is none.
    Rejected(Rejected),
}

/// Reads the quantities of a normalised text, in order, one by one; nothing is allocated.
pub fn scan(text: &str, options: Options, sink: impl FnMut(Found)) {
    let mut scanner = Scanner { text, options, sink, floor: 0, quoted: 0, held: None };
    if !scanner.cell() {
        scanner.run();
    }
    scanner.flush();
}

pub(super) struct Scanner<'t, F> {
    pub(super) text: &'t str,
    pub(super) options: Options,
    sink: F,
    /// Where the last thing found ends: words before a figure are looked for no further back.
    pub(super) floor: usize,
    /// Where the quotation ends that makes every figure in it a part of a name.
    quoted: usize,
    /// The quantity found last, which may be the lower bound of a range.
    held: Option<Quantity>,
}

/// Characters of three bytes at which something may begin, one bit for each of U+4E00..=U+9FFF.
static STARTS: [u64; 0x5200 / 64] = {
    let mut words = [0; 0x5200 / 64];
    let all = "一二三四五六七八九十百千万亿零两几数壹贰叁肆伍陆柒捌玖拾佰仟貳參陸兩億萬倆俩幾數弌叄翻第";
    let bytes = all.as_bytes();
    let mut i = 0;
    while i < bytes.len() {
        let code =
            (bytes[i] as u32 & 0x0F) << 12 | (bytes[i + 1] as u32 & 0x3F) << 6 | (bytes[i + 2] as u32 & 0x3F);
        let at = (code - 0x4E00) as usize;
        words[at / 64] |= 1 << (at % 64);
        i += 3;
    }
    words
};

fn may_start(code: u32) -> bool {
    let at = code.wrapping_sub(0x4E00) as usize;
    STARTS.get(at / 64).is_some_and(|word| word >> (at % 64) & 1 == 1)
}

impl<F: FnMut(Found)> Scanner<'_, F> {
    pub(super) fn is_official(&self) -> bool {
        self.options.style == Style::Official
    }

    /// Whether spaces and line ends separate cells.
    pub(super) fn is_tabular(&self) -> bool {
        matches!(self.options.context, Context::TableRow | Context::Line | Context::Cell)
    }

    fn run(&mut self) {
        let bytes = self.text.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            at = match byte {
                b'0'..=b'9' => self.arabic(at),
                b'A'..=b'Z' | b'a'..=b'z' => self.latin(at),
                b'(' => self.bracket(at, 1),
                b'[' => self.document_number(at, 1),
                b'"' => self.quotation(at, 1, "\""),
                0..0x80 => at + 1,
                0xE4..=0xE9 => {
                    let code = decode(bytes, at);
                    if may_start(code) { self.han(at) } else { at + 3 }
                }
                0xE2 | 0xE3 | 0xEF => self.special(at),
                0xC0..=0xDF => at + 2,
                0xF0.. => at + 4,
                _ => at + 3,
            };
        }
    }

    /// Brackets, quotation marks, circled numbers, 〇.
    fn special(&mut self, at: usize) -> usize {
        match char::from_u32(decode(self.text.as_bytes(), at)).unwrap_or_default() {
            '“' => self.quotation(at, 3, "”"),
            '「' => self.quotation(at, 3, "」"),
            '《' => self.title(at),
            '（' => self.bracket(at, 3),
            '〔' | '［' => self.document_number(at, 3),
            '〇' | '○' => self.han(at),
            '①'..='⒛' => {
                self.reject(at, at + 3, at, at + 3, None, Reason::ListIndex);
                at + 3
            }
            _ => at + 3,
        }
    }

    /// A short quotation is a name; a long one, or one with clauses in it, is a sentence.
    fn quotation(&mut self, at: usize, len: usize, close: &str) -> usize {
        const LONGEST: usize = 72;
        let from = at + len;
        if from > self.quoted && self.is_official() {
            let window = window(self.text, from, LONGEST);
            if let Some(length) = window.find(close) {
                let inner = &window[..length];
                if !inner.contains(['，', '。', '；', '\n']) {
                    self.quoted = from + length;
                }
            }
        }
        from
    }

    fn title(&mut self, at: usize) -> usize {
        const LONGEST: usize = 300;
        let from = at + '《'.len_utf8();
        if self.is_official()
            && let Some(length) = window(self.text, from, LONGEST).find('》')
        {
            self.quoted = self.quoted.max(from + length);
        }
        from
    }

    /// （一）, (1): a list mark. （2021）30号: a document number.
    fn bracket(&mut self, at: usize, len: usize) -> usize {
        let from = at + len;
        let next = self.document_number(at, len);
        if next > from {
            return next;
        }
        let arabic = self.text.as_bytes().get(from).is_some_and(u8::is_ascii_digit);
        let end = if arabic {
            digit_string(self.text, from).2
        } else {
            let mut end = from;
            while token(self.text, end).0.is_figure() {
                end += 3;
            }
            end
        };
        let rest = &self.text[end..];
        let close = if rest.starts_with('）') { 3 } else { usize::from(rest.starts_with(')')) };
        let short = if arabic { end - from <= 2 } else { end - from <= 9 };
        if end > from && close > 0 && self.is_official() && self.options.context != Context::Cell {
            let reason = if short { Reason::ListIndex } else { Reason::NoUnit };
            let value = Numeral::at(self.text, from, Grouping::None).map(|numeral| numeral.value);
            self.reject(at, end + close, from, end, value, reason);
            return end + close;
        }
        from
    }

    /// 〔2021〕30号 with the bracket at `at`; otherwise the place behind the bracket.
    fn document_number(&mut self, at: usize, len: usize) -> usize {
        let from = at + len;
        let (year, count, end) = digit_string(self.text, from);
        let close = self.text[end..].chars().next().unwrap_or_default();
        if count == 4 && dates::is_year(year) && matches!(close, '〕' | '］' | ']' | '）' | ')') {
            let mut end = end + close.len_utf8();
            if self.text[end..].starts_with('第') {
                end += 3;
            }
            let (_, count, after) = digit_string(self.text, end);
            if count > 0 && self.text[after..].starts_with('号') {
                self.reject(at, after + 3, end, after, None, Reason::DocumentNumber);
                return after + 3;
            }
            if matches!(close, '〕' | '］') {
                self.reject(at, end, from, from + 4, None, Reason::DocumentNumber);
                return end;
            }
        }
        from
    }

    /// A word of Latin letters and what hangs on it: an address, a model, a code, a unit's own digits.
    fn latin(&mut self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut end = at + 1;
        while let Some(byte) = bytes.get(end) {
            let hangs = byte.is_ascii_alphanumeric()
                || (b"._/:@%#?=&+-~".contains(byte)
                    && bytes.get(end + 1).is_some_and(u8::is_ascii_alphanumeric))
                || (*byte == b'/' && bytes[end - 1] == b':')
                || (*byte == b'/' && bytes[end - 1] == b'/');
            if !hangs {
                break;
            }
            end += 1;
        }
        let word = &bytes[at..end];
        if word.iter().any(u8::is_ascii_digit) {
            // l2件: a letter for a digit; APP3个: a name and a figure.
            if let Some(next) = self.ocr(at, end) {
                return next;
            }
            let letters = word.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
            let figures = word[letters..].iter().all(|byte| byte.is_ascii_digit() || *byte == b'.');
            let counted = figure::unit(self.text, end).is_some() || token(self.text, end).0.weighs();
            if letters >= 2 && figures && counted {
                self.floor = at + letters;
                return self.arabic(at + letters);
            }
            self.reject(at, end, at, end, None, compound::latin(word));
            self.floor = self.floor.max(end);
        }
        end
    }

    /// Digits with letters that look like digits, before a unit.
    pub(super) fn ocr(&mut self, at: usize, end: usize) -> Option<usize> {
        const LONGEST: usize = 9;
        let word = &self.text.as_bytes()[at..end];
        if word.len() > LONGEST || !self.is_official() {
            return None;
        }
        let mut value = 0_i64;
        let mut letters = 0;
        for byte in word {
            let digit = match byte {
                b'0'..=b'9' => byte - b'0',
                b'O' | b'o' => 0,
                b'l' | b'I' => 1,
                _ => return None,
            };
            letters += usize::from(!byte.is_ascii_digit());
            value = value * 10 + i64::from(digit);
        }
        let (unit, after) = figure::unit(self.text, end)?;
        if letters == 0 || letters == word.len() {
            return None;
        }
        let mut reading = Reading::new(at, at, end, Decimal::whole(value));
        reading.unit = Some(unit);
        reading.end = after;
        reading.flags.set(Flags::OCR_DIGIT);
        Some(self.finish(&reading))
    }

    /// A cell that holds nothing but a figure: `12`, `-0`, `O`, `9（县级）`.
    fn cell(&mut self) -> bool {
        if self.options.context != Context::Cell {
            return false;
        }
        let from = self.text.len() - self.text.trim_start().len();
        let whole = self.text.trim();
        if matches!(whole, "O" | "o" | "〇" | "○" | "零") {
            let end = from + whole.len();
            let mut reading = Reading::new(from, from, end, Decimal::ZERO);
            if whole.is_ascii() {
                reading.flags.set(Flags::OCR_DIGIT);
            }
            self.finish(&reading);
            return true;
        }
        false
    }

    /// A figure that begins with an Arabic digit.
    fn arabic(&mut self, at: usize) -> usize {
        if let Some((end, reason)) = compound::at(self.text, at, self.is_official()) {
            if reason == Reason::Code
                && let Some(next) = self.ocr(at, end)
            {
                return next;
            }
            return self.date_or(at, end, reason);
        }
        let official = self.is_official();
        let allowed = match (official, self.is_tabular()) {
            (_, true) => Grouping::None,
            (true, false) => Grouping::Spaces,
            (false, false) => Grouping::Wide,
        };
        let Some(mut numeral) = Numeral::at(self.text, at, allowed) else {
            let mut end = digit_string(self.text, at).2;
            if end == at {
                end = at + 1;
            }
            self.reject(at, end, at, end, None, Reason::Code);
            return end;
        };
        // Only a unit tells `1，234条` and `2 748 456元` from two figures.
        if official
            && numeral.grouping > Grouping::None
            && !numeral.weighted
            && figure::unit(self.text, numeral.end).is_none()
        {
            let Some(strict) = Numeral::at(self.text, at, Grouping::None) else { return at + 1 };
            numeral = strict;
        }
        if self.at_line_start(at)
            && let Some(next) = self.list_mark(at, &numeral)
        {
            return next;
        }
        self.figure(at, &numeral)
    }

    /// Rejects `at..end`, and the rest of a date that goes on there.
    fn date_or(&mut self, at: usize, end: usize, reason: Reason) -> usize {
        let date = matches!(reason, Reason::Year | Reason::Date);
        let end = if date { dates::at(self.text, at).map_or(end, |date| date.end.max(end)) } else { end };
        let value = date.then(|| Decimal::whole(digit_string(self.text, at).0 as i64));
        self.reject(at, end, at, end, value, reason);
        end
    }

    /// Whether nothing but blanks and a list mark stands before `at` on its line.
    pub(super) fn at_line_start(&self, at: usize) -> bool {
        let bytes = self.text.as_bytes();
        let mut from = at;
        while from > 0 && matches!(bytes[from - 1], b' ' | b'-' | b'#' | b'*' | b'\t') {
            from -= 1;
        }
        from == 0 || bytes[from - 1] == b'\n'
    }

    /// `1.`, `2、`, `3）` at the beginning of a line.
    fn list_mark(&mut self, at: usize, numeral: &Numeral) -> Option<usize> {
        let (value, count, end) = digit_string(self.text, at);
        if count > 2 || value > 60 || self.is_tabular() || !self.is_official() {
            return None;
        }
        let rest = &self.text[end..];
        let after = rest.chars().nth(1).unwrap_or('\n');
        let mark = match rest.chars().next()? {
            // 2.5万元 is a figure; 1.12件 is a mark and a figure, and so is 1.2023年.
            '.' if after.is_ascii_digit() => {
                let counted = figure::unit(self.text, numeral.end);
                let whole = counted.is_some_and(|(unit, _)| {
                    (words::is_whole(unit.kind) && unit.print != "版" && unit.print != "分")
                        || unit.print == "年"
                });
                if numeral.weighted || !whole {
                    return None;
                }
                1
            }
            '.' | ')' => 1,
            '、' | '）' => 3,
            _ => return None,
        };
        let cut = after.is_ascii_digit();
        self.reject(at, end + mark, at, end, Some(Decimal::whole(value as i64)), Reason::ListIndex);
        self.floor = end + mark;
        if cut && mark == 1 {
            // What was cut from a decimal is flagged.
            let before = self.held.take();
            self.emit_held(before);
            let next = self.arabic(end + 1);
            if let Some(held) = &mut self.held {
                held.flags.set(Flags::LIST_MARK);
            }
            return Some(next);
        }
        Some(end + mark)
    }

    /// A figure that begins with a Chinese character.
    fn han(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        if rest.starts_with('第') {
            return self.ordinal(at);
        }
        if rest.starts_with('翻') {
            return self.doubling(at);
        }
        if let Some(reading) = figure::percent(self.text, at) {
            return self.finish(&reading);
        }
        if rest.starts_with(['数', '數']) && self.ends_noun(at) {
            return at + 3;
        }
        let run = figure::run_end(self.text, at);
        if let Some(date) = dates::at(self.text, at) {
            let value = Decimal::whole(date.value as i64);
            self.reject(at, date.end, at, date.figure, Some(value), date.reason);
            return date.end;
        }
        let numeral = Numeral::at(self.text, at, Grouping::None);
        match numeral {
            Some(numeral) if numeral.end >= run || figure::unit(self.text, numeral.end).is_some() => {
                self.figure(at, &numeral)
            }
            _ if run > at => {
                // 二〇二三 and other strings of digits; a lone digit is not worth a word.
                let year = dates::han_year(self.text, at);
                let reason = if year.is_some_and(dates::is_year) { Reason::Year } else { Reason::Malformed };
                let value = year.map(|year| Decimal::whole(year as i64));
                self.reject(at, run, at, run, value, reason);
                run
            }
            _ => at + 3,
        }
    }

    /// 人数百余 is 人数 and 百余, not 数百.
    fn ends_noun(&self, at: usize) -> bool {
        const NOUNS: &str = "人总件次点票户家条基指分系参岁期个少多字天量篇份册本项届倍位函代计读无";
        self.text[..at].chars().next_back().is_some_and(|c| NOUNS.contains(c))
    }

    /// 第三十六条第（一）项, 第十二次.
    fn ordinal(&mut self, at: usize) -> usize {
        let mut from = at + '第'.len_utf8();
        let open = self.text[from..].chars().next().filter(|c| matches!(c, '（' | '(' | ' '));
        from += open.map_or(0, char::len_utf8);
        let Some((value, mut end)) = self.ordinal_number(from) else { return at + 3 };
        let figure = end;
        let mut rest = &self.text[end..];
        if open.is_some_and(|c| c != ' ') && rest.starts_with(['）', ')']) {
            end += rest.chars().next().map_or(0, char::len_utf8);
            rest = &self.text[end..];
        }
        // 第一、二、三项; 第1-3批.
        let mut last = end;
        while let Some(mark) = ["、", "至", "到", "-", "—", "和", "～", "~"]
            .into_iter()
            .find(|mark| self.text[last..].starts_with(mark))
        {
            let Some((_, next)) = self.ordinal_number(last + mark.len()) else { break };
            last = next;
            if figure::unit(self.text, last).is_some() || self.text[last..].starts_with(['季', '编', '号'])
            {
                end = last;
            }
        }
        if end != figure {
            rest = &self.text[end..];
        }
        let (reason, len) = match rest.chars().next() {
            Some('条' | '款' | '项' | '章' | '节' | '编' | '目') => (Reason::Clause, 3),
            Some('号') => (Reason::DocumentNumber, 3),
            Some('季') if rest.starts_with("季度") => (Reason::Date, "季度".len()),
            Some('页') => (Reason::PageNumber, 3),
            Some('届') => (Reason::Session, 3),
            _ => (Reason::Ordinal, figure::unit(self.text, end).map_or(0, |(_, after)| after - end)),
        };
        let reason = if self.is_official() { reason } else { Reason::Ordinal };
        self.reject(at, end + len, at, figure, Some(value), reason);
        end + len
    }

    fn ordinal_number(&self, at: usize) -> Option<(Decimal, usize)> {
        let numeral = Numeral::at(self.text, at, Grouping::None).filter(|numeral| !numeral.bare)?;
        Some((numeral.value, numeral.end))
    }

    /// 翻一番, 翻了两番, 翻倍.
    fn doubling(&mut self, at: usize) -> usize {
        let mut from = at + '翻'.len_utf8();
        for word in ["了", "近", "约", "超过", "超"] {
            if self.text[from..].starts_with(word) {
                from += word.len();
            }
        }
        let (times, end) = match Numeral::at(self.text, from, Grouping::None) {
            Some(numeral) => (numeral.value.to_i64().unwrap_or(0), numeral.end),
            None => (1, from),
        };
        let rest = &self.text[end..];
        let fold = match times {
            1..=9 if rest.starts_with('番') => 1 << times,
            1 if rest.starts_with('倍') && end == from => 2,
            _ => return at + 3,
        };
        let mut reading = Reading::new(at, at, end + 3, Decimal::whole(fold));
        reading.end = end + 3;
        reading.fold();
        self.finish(&reading)
    }

    /// Whether the figure `reading` is none after all.
    pub(super) fn finish(&mut self, reading: &Reading) -> usize {
        let (quantity, end) = range::complete(self, reading);
        self.push(quantity);
        end
    }

    /// Takes `quantity`, or makes it the upper end of the one before it: 1000以上，1500以下.
    fn push(&mut self, quantity: Quantity) {
        self.floor = quantity.span.end as usize;
        if (quantity.span.end as usize) <= self.quoted {
            self.flush();
            let value = Some(quantity.value);
            (self.sink)(Found::Rejected(Rejected {
                span: quantity.span,
                figure: quantity.figure,
                value,
                reason: Reason::QuotedName,
            }));
            return;
        }
        if let Some(held) = &mut self.held {
            let between = &self.text[held.span.end as usize..quantity.span.start as usize];
            let sides = match (held.bound, quantity.bound) {
                (Some(Bound::AtLeast | Bound::Above), Some(Bound::AtMost | Bound::Below)) => {
                    Some((held.value, quantity.value))
                }
                (Some(Bound::AtMost | Bound::Below), Some(Bound::AtLeast | Bound::Above)) => {
                    Some((quantity.value, held.value))
                }
                _ => None,
            };
            let same_unit = held.unit == quantity.unit || held.unit.is_none() || quantity.unit.is_none();
            if let Some((low, high)) = sides
                && same_unit
                && low < high
                && matches!(between.trim(), "" | "，" | "," | "、")
            {
                held.range = Some((low, high));
                held.value = low;
                held.unit = held.unit.or(quantity.unit);
                held.span.end = quantity.span.end;
                (held.bound, held.qualifier, held.word) = (None, None, None);
                return;
            }
        }
        let before = self.held.replace(quantity);
        self.emit_held(before);
    }

    fn emit_held(&mut self, held: Option<Quantity>) {
        if let Some(quantity) = held {
            (self.sink)(Found::Quantity(quantity));
        }
    }

    fn flush(&mut self) {
        let held = self.held.take();
        self.emit_held(held);
    }

    /// Reports `at..end` as no quantity.
    pub(super) fn reject(
        &mut self,
        at: usize,
        end: usize,
        figure: usize,
        figure_end: usize,
        value: Option<Decimal>,
        reason: Reason,
    ) {
        self.flush();
        self.floor = end;
        let span = |from: usize, to: usize| Span::new(from as u32, to as u32);
        let rejected = Rejected { span: span(at, end), figure: span(figure, figure_end), value, reason };
        (self.sink)(Found::Rejected(rejected));
    }

    /// A numeral at `at`: decides whether it is a quantity.
    fn figure(&mut self, at: usize, numeral: &Numeral) -> usize {
        match judge::judge(self, at, numeral) {
            Ok(reading) => self.finish(&reading),
            Err(no) => {
                if let Some(reason) = no.reason {
                    self.reject(no.start, no.end, at, numeral.end, Some(numeral.value), reason);
                }
                no.end.max(at + 1)
            }
        }
    }
}

/// At most `len` bytes of `text` from `at` on, cut at a character.
fn window(text: &str, at: usize, len: usize) -> &str {
    let mut end = text.len().min(at + len);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[at..end]
}
