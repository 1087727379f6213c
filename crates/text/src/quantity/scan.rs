//! The pass over the text: where a figure may begin, and what it must not be mistaken for.

use super::beside::{Beside, Rule};
use super::figure::{self, Reading};
use super::flags::Flags;
use super::found::Found;
use super::options::Options;
use super::reject::Reason;
use super::scanner::Scanner;
use super::{compound, dates, judge, range, words};
use crate::Decimal;
use crate::char_set::CharSet;
use crate::normalise::Context;
use crate::numeral::{Grouping, Numeral, Token, decode, digit_string, token};

/// Reads the quantities of a normalised text, in order, one by one; nothing is allocated.
pub fn scan(text: &str, options: Options, sink: impl FnMut(Found)) {
    let mut scanner = Scanner::new(text, options, sink);
    if !scanner.cell() {
        scanner.run();
    }
    scanner.flush();
}

/// Characters at which something may begin: numerals, 第, 翻; brackets and quotation marks; circled and dotted numbers.
static STARTS: CharSet = CharSet::of(
    "一二三四五六七八九十百千万亿零两几数壹贰叁肆伍陆柒捌玖拾佰仟貳參陸兩億萬倆俩幾數弌叄翻第廿卅卌〇○“「《（〔［﹝【",
)
.with('①', '⒛');

impl<F: FnMut(Found)> Scanner<'_, F> {
    fn run(&mut self) {
        let bytes = self.text.as_bytes();
        let mut at = 0;
        loop {
            let Some(&byte) = bytes.get(at) else { return };
            at = match byte {
                b'0'..=b'9' => self.arabic(at),
                b'A'..=b'Z' | b'a'..=b'z' => self.latin(at),
                b'(' => self.bracket(at, 1),
                b'[' => self.document_number(at, 1),
                b'"' => self.quotation(at, 1, '"'),
                0..0x80 => at + 1,
                0xE0..0xF0 => {
                    // Nearly all of a text: ideographs and marks at which nothing begins.
                    let start = STARTS.next(bytes, at);
                    if start > at { start } else { self.wide(at) }
                }
                0xF0.. => at + 4,
                _ => at + 2,
            };
        }
    }

    /// A character of [`STARTS`].
    fn wide(&mut self, at: usize) -> usize {
        match char::from_u32(decode(self.text.as_bytes(), at)).unwrap_or_default() {
            '“' => self.quotation(at, 3, '”'),
            '「' => self.quotation(at, 3, '」'),
            '《' => self.title(at),
            '（' => self.bracket(at, 3),
            '〔' | '［' | '﹝' | '【' => self.document_number(at, 3),
            '①'..='⒛' => {
                self.reject(at, at + 3, at, at + 3, None, Reason::ListIndex);
                at + 3
            }
            _ => self.han(at),
        }
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
            let mut reading = Reading::new(from, end, Decimal::ZERO);
            if whole.is_ascii() {
                reading.flags.set(Flags::OCR_DIGIT);
            }
            self.finish(&reading);
            return true;
        }
        false
    }

    /// A figure that begins with an Arabic digit.
    pub(super) fn arabic(&mut self, at: usize) -> usize {
        // Nothing else can begin with such a figure, and no list mark either.
        if let Some(numeral) = Numeral::simple(self.text, at) {
            return self.figure(at, &numeral);
        }
        if let Some((end, reason)) = compound::at(self.text, at, self.is_official()) {
            if reason == Reason::Code
                && let Some(next) = self.ocr(at, end)
            {
                return next;
            }
            if reason == Reason::Code
                && let Some(reading) = figure::slashed(self.text, at, end)
            {
                return self.finish(&reading);
            }
            return self.date_or(at, end, reason);
        }
        let official = self.is_official();
        let allowed = match (official, self.is_tabular()) {
            (_, true) => Grouping::None,
            (true, false) => Grouping::Spaces,
            (false, false) => Grouping::Wide,
        };
        if official && let Some(next) = self.odd_zero(at) {
            return next;
        }
        let Some(mut numeral) = Numeral::at(self.text, at, allowed) else {
            let mut end = digit_string(self.text, at).2;
            if end == at {
                end = at + 1;
            }
            self.reject(at, end, at, end, None, Reason::Code);
            return end;
        };
        // Nearly no figure stands before a blank or a line end.
        if matches!(self.text.as_bytes().get(numeral.end), Some(b' ' | b'\n'))
            && let Some(next) = self.torn(at)
        {
            return next;
        }
        // Only a unit tells `1，234条` and `2 748 456元` from two figures.
        if official
            && numeral.grouping > Grouping::None
            && !numeral.weighted
            && figure::unit(
                self.text,
                words::open(self.text, numeral.end).map_or(numeral.end, |(_, len)| numeral.end + len),
            )
            .is_none()
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

    /// A figure that begins with a Chinese character.
    fn han(&mut self, at: usize) -> usize {
        if let Some((year, end)) = dates::odd_year(self.text, at) {
            self.reject(at, end, at, end - '年'.len_utf8(), Some(Decimal::whole(year)), Reason::Year);
            return end;
        }
        // Nearly always one digit inside a word.
        if let (Token::Digit(_), _) = token(self.text, at)
            && self.is_official()
            && !goes_on(self.text, at + 3)
        {
            return at + 3;
        }
        let rest = &self.text[at..];
        if rest.starts_with('第') {
            return self.ordinal(at);
        }
        if rest.starts_with('翻') {
            return self.doubling(at);
        }
        if let Some(mut reading) = figure::percent(self.text, at) {
            let (start, negative, _) = figure::signed(self.text, at, self.floor, false);
            reading.start = start;
            if negative {
                reading.value = -reading.value;
            }
            return self.finish(&reading);
        }
        if rest.starts_with(['数', '數']) && self.ends_noun(at) {
            return at + 3;
        }
        let run = figure::run_end(self.text, at);
        if self.is_official() && self.text[run..].starts_with('、') && self.at_line_start(at) {
            let value = Numeral::at(self.text, at, Grouping::None).map(|numeral| numeral.value);
            self.reject(at, run + 3, at, run, value, Reason::ListIndex);
            return run + 3;
        }
        // Nearly all stand before something else.
        let bytes = self.text.as_bytes();
        let may_begin =
            Beside::behind(self.text, run).may(Rule::Date) || bytes.get(run).is_some_and(u8::is_ascii_digit);
        if may_begin && let Some(date) = dates::at(self.text, at) {
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

    /// Whether the figure `reading` is none after all.
    pub(super) fn finish(&mut self, reading: &Reading) -> usize {
        let (mut quantity, end) = range::complete(self, reading);
        if self.cut {
            quantity.flags.set(Flags::LIST_MARK);
        }
        self.push(quantity);
        end
    }

    /// A numeral at `at`: decides whether it is a quantity.
    #[inline]
    pub(super) fn figure(&mut self, at: usize, numeral: &Numeral) -> usize {
        let mut reading = Reading::of(at, numeral);
        match judge::judge(self, at, numeral, &mut reading) {
            Ok(()) => self.finish(&reading),
            Err(no) => {
                if let Some(reason) = no.reason {
                    self.reject(no.start, no.end, at, numeral.end, Some(numeral.value), reason);
                }
                no.end.max(at + 1)
            }
        }
    }
}

/// Whether one Chinese digit before `at` can be part of anything: of a numeral, a date, a range, or a count.
fn goes_on(text: &str, at: usize) -> bool {
    let next = char::from_u32(decode(text.as_bytes(), at)).unwrap_or_default();
    token(text, at).0 != Token::None
        || matches!(
            next,
            '年' | '月'
                | '日'
                | '时'
                | '季'
                | '世'
                | '分'
                | '成'
                | '至'
                | '到'
                | '、'
                | '—'
                | '～'
                | '中'
                | '楼'
                | '号'
                | '室'
                | '和'
                | '版'
        )
        || text.as_bytes().get(at).is_some_and(|byte| matches!(byte, b'-' | b'~'))
        || crate::classifiers::at(text, at).is_some()
}
