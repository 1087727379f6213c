//! Tables with commas or semicolons between their cells, among other lines.

use std::ops::Range;

/// So many lines of as many cells make a table.
const LEAST_ROWS: usize = 3;

/// Fewer cells a row are no table.
const LEAST_CELLS: usize = 3;

/// One cell in so many is a figure or empty; a sentence has no such parts.
const FIGURES_IN: usize = 4;

/// A figure may have a unit of so many characters behind it.
const LONGEST_UNIT: usize = 2;

/// The ranges of `text` that are such tables, in order, each with what stands between its cells.
pub(super) fn runs(text: &str) -> Vec<(Range<usize>, char)> {
    if memchr::memchr2(b',', b';', text.as_bytes()).is_none() {
        return Vec::new();
    }
    let mut runs = Vec::new();
    let mut open = Open::default();
    let mut at = 0;
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).map(|end| end + 1).chain([text.len()]);
    for end in ends {
        let start = std::mem::replace(&mut at, end);
        let body = text[start..end].trim_end();
        if body.is_empty() {
            continue;
        }
        let between = separator(body).filter(|_| !body.contains(['\t', '|', '。']));
        let (width, figures) = between.map_or((0, 0), |between| measures(body, between));
        if (width, between) != (open.width, open.between) {
            runs.extend(std::mem::take(&mut open).table());
            (open.width, open.between) = (width, between);
            open.place.start = start;
        }
        open.rows += 1;
        open.figures += figures;
        open.place.end = start + body.len();
    }
    runs.extend(open.table());
    runs
}

/// Lines of as many cells, one after the other.
#[derive(Default)]
struct Open {
    place: Range<usize>,
    between: Option<char>,
    width: usize,
    rows: usize,
    figures: usize,
}

impl Open {
    fn table(self) -> Option<(Range<usize>, char)> {
        let has_figures = self.figures * FIGURES_IN >= self.rows * self.width;
        let is_table = self.rows >= LEAST_ROWS && self.width >= LEAST_CELLS && has_figures;
        self.between.filter(|_| is_table).map(|between| (self.place, between))
    }
}

/// What stands between the cells of a line: the commoner of the two.
fn separator(line: &str) -> Option<char> {
    let count = |mark| memchr::memchr_iter(mark, line.as_bytes()).count();
    match (count(b','), count(b';')) {
        (0, 0) => None,
        (commas, semicolons) if semicolons > commas => Some(';'),
        _ => Some(','),
    }
}

/// How many cells a line has, and how many of them are figures or empty.
fn measures(line: &str, between: char) -> (usize, usize) {
    let is_figure = |cell: &str| {
        let unit = cell.trim_start_matches(|c: char| c.is_ascii_digit() || ".,-+/".contains(c));
        unit.is_empty()
            || unit.len() < cell.len() && unit.chars().count() <= LONGEST_UNIT
            || cell.trim() == "无"
    };
    cells(line, between)
        .fold((0, 0), |(all, figures), cell| (all + 1, figures + usize::from(is_figure(cell))))
}

/// The cells of a line, out of their quotes.
pub(super) fn cells(line: &str, between: char) -> impl Iterator<Item = &str> {
    let mut rest = Some(line);
    std::iter::from_fn(move || {
        let line = rest?;
        let quoted = line.trim_start().strip_prefix('"');
        let close = quoted.and_then(|inner| {
            let ends = |&at: &usize| inner[at + 1..].is_empty() || inner[at + 1..].starts_with(between);
            let end = memchr::memchr_iter(b'"', inner.as_bytes()).find(ends)?;
            Some((&inner[..end], &inner[end + 1..]))
        });
        let (cell, after) = match close {
            Some((cell, after)) => (cell, after.strip_prefix(between)),
            None => line.split_once(between).map_or((line, None), |(cell, after)| (cell, Some(after))),
        };
        rest = after;
        Some(cell.trim())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_among_lines() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<String> = runs(text)
                .into_iter()
                .map(|(run, between)| {
                    let rows =
                        text[run].lines().map(|line| cells(line, between).collect::<Vec<_>>().join("|"));
                    rows.collect::<Vec<_>>().join(" ")
                })
                .collect();
            assert_eq!(found, expected, "{text}");
        };
        check(
            "标题\n规章,0,0,0\n规范性文件,3,1,20\n行政许可,5,,\n四、\n",
            &["规章|0|0|0 规范性文件|3|1|20 行政许可|5||"],
        );
        check("a,1,\"1,234\"\nb,2,3\n\"c, d\",4,5", &["a|1|1,234 b|2|3 c, d|4|5"]);
        check("规章;0;0\n\"甲;乙\";3;1,5\n行政许可;5;", &["规章|0|0 甲;乙|3|1,5 行政许可|5|"]);
        check(
            "行政复议,2件,3件\n行政诉讼,1件,0件\n培训,12人次,7人次",
            &["行政复议|2件|3件 行政诉讼|1件|0件 培训|12人次|7人次"],
        );
        check("一,二,三\n四,五,六\n七,八,九\n", &[]);
        check("规章,0,0\n规范性文件,3,1\n", &[]);
    }
}
