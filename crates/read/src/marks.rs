//! Marks of notes that stand beside figures, above or below the line.

/// The mark of a note has at most so many characters.
const LONGEST_MARK: usize = 6;

/// Stands for a picture where there is nothing else: a figure may be on it, so that its cell is not blank.
pub(crate) const PICTURE: &str = "\u{FFFC}";

/// What the mark of a note may stand in.
const BRACKETS: &str = "()（）[]［］〔〕";

/// Whether what is raised is the mark of a note: `1`, `[1]`, `①`, `*`, `注1`.
pub(crate) fn is_mark(raised: impl Iterator<Item = char>) -> bool {
    let mut count = 0;
    let mut printed = raised.filter(|c| !c.is_whitespace());
    let is_part = |c: char| c.is_numeric() || BRACKETS.contains(c) || "*＊#†‡※注".contains(c);
    printed.all(|c| {
        count += 1;
        is_part(c)
    }) && (1..=LONGEST_MARK).contains(&count)
}

/// A mark without its brackets.
pub(crate) fn bare(mark: &str) -> &str {
    mark.trim_matches(|c: char| c.is_whitespace() || BRACKETS.contains(c))
}

/// Whether a text is a figure, so that a mark beside it could be taken for a digit.
pub(crate) fn is_figure(text: &str) -> bool {
    text.contains(char::is_numeric) && text.chars().all(|c| c.is_numeric() || " +-,.，．".contains(c))
}

/// What a cell or a paragraph says that prints `text` and `marks`: the mark beside a figure becomes its note in
/// brackets; beside words it says nothing.
pub(crate) fn noted(text: &mut String, marks: &str) {
    if text.trim().is_empty() {
        text.push_str(marks);
    } else if !marks.is_empty() && is_figure(text.trim()) {
        text.truncate(text.trim_end().len());
        text.extend(["（", bare(marks), "）"]);
    }
}
