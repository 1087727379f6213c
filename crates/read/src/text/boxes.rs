//! Tables drawn with lines of their own: `│规章│0│0│`, `├──┼──┤`, and `+---+---+` between rows with bars.

/// Whether `line` only parts rows.
pub(super) fn is_rule(line: &str) -> bool {
    let is_ascii = line.starts_with('+') && (line.contains("--") || line.contains("=="));
    match line.chars().next() {
        Some(first) if is_line(first) => line.chars().all(|c| is_line(c) || c == ' '),
        _ => is_ascii && line.bytes().all(|byte| b"+-=|: ".contains(&byte)),
    }
}

/// Whether `line` is a row between drawn lines.
pub(super) fn is_row(line: &str) -> bool {
    line.starts_with(is_line) && line.contains(is_upright)
}

/// Whether a line is drawn through part of the row, where cells beside it go on.
pub(super) fn is_parted(line: &str) -> bool {
    line.contains(['─', '━', '═'])
}

/// Whether the tables of `text` have lines between all their rows, and not only below their headers.
pub(super) fn are_ruled(text: &str) -> bool {
    let bytes = text.as_bytes();
    // Drawn lines begin with these two bytes; few texts hold any.
    if memchr::memmem::find(bytes, &[0xE2, 0x94])
        .or_else(|| memchr::memmem::find(bytes, &[0xE2, 0x95]))
        .is_none()
    {
        return false;
    }
    let lines = text.lines().map(str::trim).filter(|line| line.starts_with(is_line));
    let (rules, rows) = lines.fold((0, 0), |(rules, rows), line| {
        if is_rule(line) || is_parted(line) { (rules + 1, rows) } else { (rules, rows + 1) }
    });
    rules * MOST_LINES >= rows
}

/// A row of more lines than these between two drawn lines is several rows.
const MOST_LINES: usize = 5;

/// The cells of such a row; where a line ends in the middle of it, the part of the line is an empty cell.
pub(super) fn cells(line: &str) -> impl Iterator<Item = &str> {
    let inner = line.trim_matches(is_line);
    inner.split(is_upright).map(|cell| {
        let cell = cell.trim();
        if cell.chars().all(is_line) { &cell[..0] } else { cell }
    })
}

/// The characters that lines of tables are drawn with.
fn is_line(c: char) -> bool {
    ('\u{2500}'..='\u{257F}').contains(&c)
}

/// Those that part cells.
fn is_upright(c: char) -> bool {
    matches!(c, '│' | '┃' | '║' | '┆' | '┇' | '┊' | '┋' | '├' | '┤' | '┼')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_and_rules() {
        let check = |line: &str, expected: &str| {
            let found = if is_rule(line) {
                "rule".to_owned()
            } else if is_row(line) {
                cells(line).collect::<Vec<_>>().join("|")
            } else {
                "words".to_owned()
            };
            assert_eq!(found, expected, "{line}");
        };
        check("┌────┬──┐", "rule");
        check("+----+:==+", "rule");
        check("│规章│ 0 │", "规章|0");
        check("│三、│（一）│ 1 │", "三、|（一）|1");
        check("│    ├────┤ 1 │", "||1");
        check("+12", "words");
        check("—— 3 ——", "words");
    }
}
