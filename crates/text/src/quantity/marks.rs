//! List marks, ordinals, document numbers and other figures with a mark of their own.

use super::figure::{self, Reading};
use super::found::Found;
use super::reject::Reason;
use super::scanner::Scanner;
use super::{dates, words};
use crate::Decimal;
use crate::normalise::Context;
use crate::numeral::{Grouping, Numeral, digit_string, token};

impl<F: FnMut(Found)> Scanner<'_, F> {
    /// （一）, (1): a list mark. （2021）30号: a document number.
    pub(super) fn bracket(&mut self, at: usize, len: usize) -> usize {
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
    pub(super) fn document_number(&mut self, at: usize, len: usize) -> usize {
        let from = at + len;
        let (year, count, end) = digit_string(self.text, from);
        let close = self.text[end..].chars().next().unwrap_or_default();
        if count == 4 && dates::is_year(year) && matches!(close, '〕' | '］' | '﹞' | '】' | ']' | '）' | ')')
        {
            let mut end = end + close.len_utf8();
            if self.text[end..].starts_with(' ') {
                end += 1;
            }
            if self.text[end..].starts_with('第') {
                end += 3;
            }
            let (_, count, after) = digit_string(self.text, end);
            if count > 0 && self.text[after..].starts_with('号') {
                self.reject(at, after + 3, end, after, None, Reason::DocumentNumber);
                return after + 3;
            }
            if matches!(close, '〕' | '］' | '﹞') {
                self.reject(at, end, from, from + 4, None, Reason::DocumentNumber);
                return end;
            }
        }
        from
    }

    /// 第三十六条第（一）项, 第十二次.
    pub(super) fn ordinal(&mut self, at: usize) -> usize {
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
            Some('条' | '條' | '款' | '项' | '項' | '章' | '节' | '節' | '编' | '目') => {
                (Reason::Clause, 3)
            }
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

    pub(super) fn ordinal_number(&self, at: usize) -> Option<(Decimal, usize)> {
        let numeral = Numeral::at(self.text, at, Grouping::None).filter(|numeral| !numeral.bare)?;
        Some((numeral.value, numeral.end))
    }

    /// 翻一番, 翻了两番, 翻倍.
    pub(super) fn doubling(&mut self, at: usize) -> usize {
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
        let mut reading = Reading::new(at, end + 3, Decimal::whole(fold));
        reading.end = end + 3;
        reading.fold();
        self.finish(&reading)
    }

    /// `1.`, `2、`, `3）` at the beginning of a line.
    pub(super) fn list_mark(&mut self, at: usize, numeral: &Numeral) -> Option<usize> {
        let (value, count, end) = digit_string(self.text, at);
        if count > 2 || value == 0 || value > 60 || self.is_tabular() || !self.is_official() {
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
            self.cut = true;
            let next = self.arabic(end + 1);
            self.cut = false;
            return Some(next);
        }
        Some(end + mark)
    }
}
