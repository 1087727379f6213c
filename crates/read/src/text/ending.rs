//! Where a text breaks off.

use gongkai_document::Ending;

/// Between cells: a row that has fewer of them than the one above was cut.
const BETWEEN: [u8; 4] = [b'|', b'\t', b',', b';'];

/// So many rows above are looked at.
const MOST_ABOVE: usize = 16;

/// How `text` ends: in its last row, when that has fewer cells than a row above, or ends before a cell.
pub(super) fn ending(text: &str) -> Ending {
    let text = text.trim_end_matches([' ', '\u{FEFF}']);
    let mut lines = text.rsplit('\n').map(|line| line.trim_matches([' ', '\r']));
    let last = lines.next().unwrap_or_default();
    let count = |line: &str, between: u8| memchr::memchr_iter(between, line.as_bytes()).count();
    let Some(between) = BETWEEN.into_iter().find(|&it| count(last, it) > 0) else { return Ending::Whole };
    let above = lines.filter(|line| !line.is_empty()).map(|line| count(line, between));
    let most = above.take(MOST_ABOVE).take_while(|&cells| cells > 0).max().unwrap_or_default();
    let is_before_cell = last.ends_with(char::from(between));
    // A bar closes the row too.
    let is_short = count(last, between) < most || is_before_cell && between != b'|' && most > 0;
    match (is_short, is_before_cell) {
        (false, _) => Ending::Whole,
        (true, true) => Ending::InRow,
        (true, false) => Ending::InCell,
    }
}

#[cfg(test)]
mod tests {
    use super::{Ending, ending};

    #[test]
    fn a_text_is_cut_where_its_last_row_is_shorter_than_the_one_above() {
        let check = |text: &str, expected| assert_eq!(ending(text), expected, "{text:?}");
        check("", Ending::Whole);
        check("甲\t1\t2\n乙\t3\t4", Ending::Whole);
        check("甲\t1\t2\n乙\t3\n", Ending::Whole);
        check("甲\t1\t2\n乙\t3\t", Ending::InRow);
        check("甲\t1\t2\n乙\t3\n丙\t4", Ending::InCell);
        check("甲\t1\t2\n乙\t3", Ending::InCell);
        check("甲\t1\t2\n乙\t3\t4\n\n五、存在的问题", Ending::Whole);
        check("|甲|1|2|\n|乙|3|4|", Ending::Whole);
        check("|甲|1|2|\n|乙|3|4", Ending::InCell);
        check("|甲|1|2|\n|乙|3|", Ending::InRow);
        check("|甲|1|2|\n|乙|3| ", Ending::InRow);
        check("甲,1,2\r\n乙,3", Ending::InCell);
    }
}
