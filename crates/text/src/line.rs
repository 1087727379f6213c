//! Lines and columns, computed once, when something is shown.

/// A place a person can find: line and column, both counted from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters (Unicode scalar values), from 1.
    pub column: u32,
}

/// The line starts of one text.
///
/// ```
/// use gongkai_text::LineIndex;
/// let text = "一、总体情况\n规章\t0";
/// let index = LineIndex::new(text);
/// let zero = text.rfind('0').unwrap() as u32;
/// let place = index.position(text, zero);
/// assert_eq!((place.line, place.column), (2, 4));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// Indexes `text`; a line ends after each `\n`.
    pub fn new(text: &str) -> Self {
        let mut starts = Vec::with_capacity(text.len() / 64 + 1);
        starts.push(0);
        starts.extend(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at as u32 + 1));
        Self { starts }
    }

    /// How many lines there are; an empty text has one.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Never true: an empty text has one line.
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// The line (from 1) that holds byte `offset`.
    pub fn line(&self, offset: u32) -> u32 {
        self.starts.partition_point(|&start| start <= offset) as u32
    }

    /// Line and column of byte `offset` in `text`, which must be the text indexed.
    pub fn position(&self, text: &str, offset: u32) -> Position {
        let line = self.line(offset);
        let start = self.starts.get(line.saturating_sub(1) as usize).copied().unwrap_or(0);
        Position { line, column: characters(text, start, offset) + 1 }
    }

    /// The same where the position of another byte is known: on one line only what stands between them is counted,
    /// so that a line of many figures is not counted anew for each.
    ///
    /// ```
    /// use gongkai_text::LineIndex;
    /// let text = "收到12件，办结11件";
    /// let index = LineIndex::new(text);
    /// let first = index.position(text, 6);
    /// assert_eq!(index.position_near(text, 20, (6, first)), index.position(text, 20));
    /// ```
    pub fn position_near(&self, text: &str, offset: u32, (known, at): (u32, Position)) -> Position {
        let start = self.starts.get(at.line.saturating_sub(1) as usize);
        let next = self.starts.get(at.line as usize);
        if start.is_none_or(|start| offset < *start) || next.is_some_and(|next| offset >= *next) {
            return self.position(text, offset);
        }
        let column = if known <= offset {
            at.column.saturating_add(characters(text, known, offset))
        } else {
            at.column.saturating_sub(characters(text, offset, known))
        };
        Position { line: at.line, column }
    }
}

/// How many characters begin in `start..end` of `text`: bytes that continue none.
fn characters(text: &str, start: u32, end: u32) -> u32 {
    let bytes = text.as_bytes().get(start as usize..end as usize).unwrap_or_default();
    bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count() as u32
}
