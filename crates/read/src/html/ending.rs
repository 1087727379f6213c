//! Where a page breaks off.

use gongkai_document::Ending;

/// The tags that tell, the longest names first.
const TELLING: [&str; 9] = ["/table", "/tbody", "/body", "/html", "/tr", "/td", "/th", "td", "th"];

/// How `source` ends: within the last cell that it opened, behind it within its row, or behind the row or the table.
///
/// HTML lets end tags be left out, yet nobody leaves out those of the row, the table and the page together.
pub(crate) fn ending(source: &str) -> Ending {
    let bytes = source.as_bytes();
    let mut ending = Ending::InCell;
    for at in memchr::memrchr_iter(b'<', bytes) {
        let tag = &bytes[at + 1..];
        let is = |name: &&&str| {
            let begins = tag.get(..name.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(name.as_bytes()));
            begins && !tag.get(name.len()).is_some_and(u8::is_ascii_alphanumeric)
        };
        match TELLING.iter().find(is) {
            None => {}
            Some(&("td" | "th")) => return ending,
            Some(&("/td" | "/th")) => ending = Ending::InRow,
            Some(_) => return Ending::Whole,
        }
    }
    Ending::Whole
}

#[cfg(test)]
mod tests {
    use super::{Ending, ending};

    #[test]
    fn a_page_is_whole_once_its_last_row_is_closed() {
        let check = |source: &str, expected| assert_eq!(ending(source), expected, "{source}");
        check("<p>甲</p>", Ending::Whole);
        check("<table><tr><td>1</td></tr></table>", Ending::Whole);
        check("<TABLE><TR><TD>1<TD>2</TABLE>", Ending::Whole);
        check("<table><tr><td>1<td>2</body>", Ending::Whole);
        check("<table><tr><td>1</td><td>2</td></tr>", Ending::Whole);
        check("<table><tr><td>1</td><td>2</td>\n", Ending::InRow);
        check("<table><tr><td>1</td><td>2</t", Ending::InCell);
        check("<table><tr><td>1</td><td><p>2</p>", Ending::InCell);
        check("<table><tr><td>1</td><td", Ending::InCell);
        check("<table><thead><tr><td>1</td>", Ending::InRow);
    }
}
