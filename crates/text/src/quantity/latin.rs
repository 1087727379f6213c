//! Words of Latin letters with digits in them, and letters that were digits once.

use super::figure::{self, Reading};
use super::flags::Flags;
use super::found::Found;
use super::kind::QuantityKind;
use super::scanner::Scanner;
use super::{compound, lexicon};
use crate::Decimal;
use crate::numeral::{digit_string, token};

impl<F: FnMut(Found)> Scanner<'_, F> {
    /// A word of Latin letters and what hangs on it: an address, a model, a code, a unit's own digits.
    pub(super) fn latin(&mut self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut end = at + 1;
        while let Some(byte) = bytes.get(end) {
            let hangs = byte.is_ascii_alphanumeric()
                || (b"._/:@%#?=&+-~".contains(byte)
                    && bytes.get(end + 1).is_some_and(u8::is_ascii_alphanumeric))
                || (*byte == b':' && bytes.get(end + 1) == Some(&b'/'))
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
            let strong = figure::unit(self.text, end)
                .is_none_or(|(unit, _)| !lexicon::is_weak(unit.print) || unit.kind == QuantityKind::Money);
            if letters >= 2 && figures && counted && strong {
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
        if !self.is_official() {
            return None;
        }
        let (mut value, mut letters, mut digits, mut after) = (0_i64, 0, 0, at);
        for c in self.text[at..].chars().take(LONGEST + 1) {
            let digit = match c {
                '0'..='9' => i64::from(c as u32 - u32::from(b'0')),
                'O' | 'o' | 'О' | 'о' | '〇' | '○' => 0,
                'l' | 'I' => 1,
                _ => break,
            };
            if c.is_ascii_digit() {
                digits += 1;
            } else {
                letters += 1;
            }
            value = value * 10 + digit;
            after += c.len_utf8();
        }
        if after < end || letters == 0 || digits == 0 || digits + letters > LONGEST {
            return None;
        }
        let end = after;
        let (unit, after) = figure::unit(self.text, end)?;
        let mut reading = Reading::new(at, end, Decimal::whole(value));
        reading.unit = Some(unit);
        reading.end = after;
        reading.flags.set(Flags::OCR_DIGIT);
        Some(self.finish(&reading))
    }

    /// A figure with a zero that is no digit: 1О件, 2〇件.
    pub(super) fn odd_zero(&mut self, at: usize) -> Option<usize> {
        let end = digit_string(self.text, at).2;
        // Most figures end before a byte that begins none of these.
        if !matches!(self.text.as_bytes().get(end), Some(0xD0 | 0xE2 | 0xE3)) {
            return None;
        }
        self.text[end..].starts_with(['О', 'о', '〇', '○']).then(|| self.ocr(at, end + 2)).flatten()
    }
}
