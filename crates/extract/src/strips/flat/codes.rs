//! Numbers of rows that stand in the runs of digits behind their labels.

use crate::strips::strip::{Printed, Strip, Token};
use gongkai_text::Span;

/// So many runs that go on counting hold the numbers of their rows.
pub(super) const LEAST_NUMBERED: usize = 6;

/// No row is numbered with more digits.
const LONGEST_CODE: usize = 3;

/// The numbers of two rows with figures are at most so far apart: headings between them are numbered too.
const MOST_APART: u32 = 4;

/// Takes the numbers of rows out of the runs that hold them, where each run begins or ends with the next number.
///
/// A number printed before its label ends the run of the row above, so the last row's run has none, unless another row
/// follows (`goes_on`).
pub(super) fn without_codes(strips: &mut [Strip<'_>], goes_on: bool) {
    let is_run =
        |strip: &&mut Strip<'_>| matches!(strip.values[..], [Token { printed: Printed::Run(_), .. }]);
    let mut rows: Vec<&mut Strip<'_>> = strips.iter_mut().filter(is_run).collect();
    let digits: Vec<&str> = rows.iter().filter_map(|strip| run_of(strip)).collect();
    let cuts: Vec<(usize, usize)> = if let Some(codes) = rising(&digits, true) {
        codes.into_iter().zip(&digits).map(|(len, digits)| (len, digits.len())).collect()
    } else {
        let before = &digits[..digits.len().saturating_sub(usize::from(!goes_on))];
        let codes = rising(before, false).unwrap_or_default();
        codes.into_iter().zip(before).map(|(len, digits)| (0, digits.len() - len)).collect()
    };
    for ((strip, digits), (start, end)) in rows.iter_mut().zip(digits).zip(cuts) {
        let kept = digits[start..end].trim();
        let token = strip.values[0];
        strip.values.clear();
        if let Some(part) = Span::of(kept, digits).filter(|_| !kept.is_empty()) {
            let span = part.shifted(token.span.start);
            strip.values.push(Token { printed: Printed::Run(kept), span, ..token });
        }
    }
}

/// The run of a row.
fn run_of<'d>(strip: &Strip<'d>) -> Option<&'d str> {
    match strip.values[..] {
        [Token { printed: Printed::Run(digits), .. }] => Some(digits),
        _ => None,
    }
}

/// The numbers that a run may begin or end with, each with its length in bytes.
fn codes_of(run: &str, in_front: bool) -> impl Iterator<Item = (u32, usize)> {
    (1..=LONGEST_CODE.min(run.len())).filter_map(move |len| {
        let code = if in_front { run.get(..len) } else { run.get(run.len() - len..) }?;
        let is_code = code.bytes().all(|byte| byte.is_ascii_digit());
        Some((code.parse().ok()?, len)).filter(|_| is_code)
    })
}

/// One number of each of `runs`, such that they count on from run to run: their lengths. The path that leaves out the
/// fewest numbers is taken; headings print nothing but theirs.
fn rising(runs: &[&str], in_front: bool) -> Option<Vec<usize>> {
    let counted = codes_of(runs.first()?, in_front).filter_map(|(start, len)| {
        let mut lengths = vec![len];
        let mut last = start;
        for run in &runs[1..] {
            let is_next = |(code, _): &(u32, usize)| (1..=MOST_APART).contains(&code.wrapping_sub(last));
            let (code, len) = codes_of(run, in_front).filter(is_next).min()?;
            last = code;
            lengths.push(len);
        }
        let is_row = |(run, len): &(&&str, &usize)| run.len() > **len;
        let rows = runs.iter().zip(&lengths).filter(is_row).count();
        (rows >= LEAST_NUMBERED).then_some((last - start, lengths))
    });
    counted.min_by_key(|(apart, _)| *apart).map(|(_, lengths)| lengths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_that_count_on_hold_the_numbers_of_rows() {
        let check = |digits: &[&str], in_front: bool, expected: Option<&[usize]>| {
            let found = rising(digits, in_front);
            assert_eq!(found.as_deref(), expected, "{digits:?}");
        };
        check(
            &["2", "760693", "284", "285", "77", "756568", "09", "41110"],
            false,
            Some(&[1, 1, 1, 1, 1, 1, 1, 2]),
        );
        check(&["02756", "0328", "0428", "050", "077", "0812"], true, Some(&[2, 2, 2, 2, 2, 2]));
        check(&["0000000", "0000000", "0000000", "0000000", "0000000", "0000000"], false, None);
        check(&["12", "34", "5", "67", "8", "90"], false, None);
    }
}
