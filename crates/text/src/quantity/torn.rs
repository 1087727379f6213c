//! Figures torn apart: every digit by itself, as in letter-spaced lines, or one half on the next line.

use super::figure;
use super::found::Found;
use super::scanner::Scanner;
use crate::numeral::{Arabic, Grouping, Numeral, digit_string};

/// More digits than this are a code, or a column of cells.
const MOST: usize = 9;

impl<F: FnMut(Found)> Scanner<'_, F> {
    /// `1 1 4件`, and `11⏎4件` in the middle of a sentence: one figure, where a unit stands behind its last digit.
    pub(super) fn torn(&mut self, at: usize) -> Option<usize> {
        if !self.is_official() || self.is_tabular() {
            return None;
        }
        let bytes = self.text.as_bytes();
        let end = digit_string(self.text, at).2;
        let figure = match bytes.get(end)? {
            b' ' if end == at + 1 => self.spaced(at)?,
            b'\n' => self.halves(at, end)?,
            _ => return None,
        };
        let (unit, _) = figure::unit(self.text, figure.end)?;
        if matches!(unit.print, "年" | "日" | "号" | "届" | "版") {
            return None;
        }
        Some(self.figure(at, &Numeral::plain(&figure)))
    }

    /// Single digits with single spaces between them.
    fn spaced(&self, at: usize) -> Option<Arabic> {
        let bytes = self.text.as_bytes();
        let (mut end, mut mantissa, mut count) = (at, 0_i128, 0);
        loop {
            let digit = bytes.get(end).filter(|byte| byte.is_ascii_digit())?;
            (mantissa, count, end) = (mantissa * 10 + i128::from(digit - b'0'), count + 1, end + 1);
            match bytes.get(end..) {
                Some([b' ', b'0'..=b'9', ..]) if count <= MOST => end += 1,
                _ => break,
            }
        }
        let begins =
            self.text[..at].ends_with(crate::han::is_han) && !self.text[..at].ends_with(['第', '表', '图']);
        let whole = (2..=MOST).contains(&count) && bytes[at] != b'0';
        (begins && whole).then_some(Arabic {
            end,
            mantissa,
            scale: 0,
            grouping: Grouping::Letters,
            odd_point: false,
        })
    }

    /// Digits at the end of a line that a sentence goes on behind, and the rest of them.
    fn halves(&self, at: usize, end: usize) -> Option<Arabic> {
        let bytes = self.text.as_bytes();
        let from = end + bytes[end..].iter().take_while(|byte| **byte == b'\n').count();
        let (first, second) = (digit_string(self.text, at), digit_string(self.text, from));
        let line = &self.text[self.text[..at].rfind('\n').map_or(0, |end| end + 1)..at];
        let sentence =
            line.ends_with(crate::han::is_han) && !line.ends_with(['第', '表', '图']) && !line.contains('\t');
        let year = first.1 == 4 && super::dates::is_year(first.0);
        if !sentence || year || first.0 == 0 || second.1 == 0 || first.1 + second.1 > MOST {
            return None;
        }
        let mantissa = i128::from(first.0) * 10_i128.pow(second.1 as u32) + i128::from(second.0);
        Some(Arabic { end: second.2, mantissa, scale: 0, grouping: Grouping::Lines, odd_point: false })
    }
}
