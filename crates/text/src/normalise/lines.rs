//! Which line ends of prose cut a sentence, and which lines are page numbers.

use crate::han::{is_han, is_han_digit, starts_unit};
use std::borrow::Cow;

/// How one physical line goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// It begins a line of its own.
    Own,
    /// It continues the text before it.
    Continued {
        /// Its bullet was invented.
        bullet: bool,
    },
    /// It is blank.
    Blank,
    /// It is a page number.
    Page,
}

impl Role {
    pub(super) const fn is_text(self) -> bool {
        matches!(self, Self::Own | Self::Continued { .. })
    }
}

/// The roles of the lines of prose, given by their byte ranges in `source`.
///
/// A decision looks at joined lines, and joining two lines asks again whether they join the one before:
/// so no pair is left that would join in a second run.
pub(super) fn prose_roles(source: &str, ranges: &[(usize, usize)]) -> Vec<Role> {
    let mut roles = Vec::with_capacity(ranges.len());
    let mut stack: Vec<Joined> = Vec::new();
    let mut cut = false;
    for (index, &(start, end)) in ranges.iter().enumerate() {
        let line = source[start..end].trim_matches(' ');
        if line.is_empty() || is_page_number(line) {
            cut |= !line.is_empty();
            roles.push(if line.is_empty() { Role::Blank } else { Role::Page });
            continue;
        }
        roles.push(Role::Own);
        stack.push(Joined::of(line, index, std::mem::take(&mut cut)));
        while let [.., before, after] = stack.as_mut_slice()
            && before.goes_on_in(after)
        {
            let after = stack.pop().expect("two are on the stack");
            roles[after.index] = Role::Continued { bullet: after.bullet };
            stack.last_mut().expect("two were on the stack").append(&after);
        }
    }
    roles
}

/// The roles of the lines of a heading or a cell, where a line end beside Chinese is a mere wrap.
pub(super) fn wrapped_roles(source: &str, ranges: &[(usize, usize)]) -> Vec<Role> {
    let mut last = '\n';
    let role = |&(start, end): &(usize, usize)| {
        let line = source[start..end].trim_matches(' ');
        let Some(first) = line.chars().next() else { return Role::Blank };
        let beside = is_han(last) || is_han(first);
        let inside =
            matches!(last, '，' | '、' | ',') || matches!(first, '，' | '、' | ',' | '（' | '(' | '）' | ')');
        let wraps = last != '\n' && (beside || inside);
        last = line.chars().next_back().unwrap_or(first);
        if wraps { Role::Continued { bullet: false } } else { Role::Own }
    };
    ranges.iter().map(role).collect()
}

/// The length of a bullet and its blanks at the start of a line without leading blanks; 0 when there is none.
pub(super) fn bullet_len(line: &str) -> usize {
    let Some(rest) = line.strip_prefix(['-', '*', '+']) else { return 0 };
    let text = rest.trim_start_matches(' ');
    if text.len() == rest.len() || text.is_empty() { 0 } else { line.len() - text.len() }
}

/// Whether the line is nothing but a page number: `— 8 —`, `-3-`, 第 3 页 共 12 页.
pub(super) fn is_page_number(line: &str) -> bool {
    const LONGEST: usize = 64;
    let line = line.trim_ascii();
    line.len() <= LONGEST
        && line.starts_with(|c| is_dash(c) || c == '第')
        && line.ends_with(|c| is_dash(c) || c == '页')
        && is_page(&line.chars().filter(|&c| c != ' ').collect::<Vec<_>>())
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐' | '–' | '—' | '―' | '─' | '－')
}

fn is_page(visible: &[char]) -> bool {
    let digits = |text: &[char]| (1..=4).contains(&text.len()) && text.iter().all(char::is_ascii_digit);
    let dashes = |c: &&char| is_dash(**c);
    let (left, right) =
        (visible.iter().take_while(dashes).count(), visible.iter().rev().take_while(dashes).count());
    if left > 0 && right > 0 && left + right < visible.len() {
        return digits(&visible[left..visible.len() - right]);
    }
    let mut parts = visible.split_inclusive(|&c| c == '页');
    let numbered = |part: &[char], word: char| match part {
        [first, number @ .., '页'] => *first == word && digits(number),
        _ => false,
    };
    parts.next().is_some_and(|part| numbered(part, '第'))
        && parts.next().is_none_or(|part| numbered(part.strip_prefix(&['，']).unwrap_or(part), '共'))
        && parts.next().is_none()
}

/// As many characters of a line as any rule asks for. A line that has more is prose.
const HEAD: usize = 48;

/// A line that is shorter and has no punctuation is a cell, a caption or a signature.
const SHORT: usize = 15;

/// What the rules see of a line, or of several joined: visible characters only, so that it is the same
/// before and after spaces go. ASCII and wide punctuation count alike for the same reason.
#[derive(Debug)]
struct Joined<'a> {
    /// Index of the first physical line.
    index: usize,
    /// Text of the line without its bullet; of several, the beginning of all.
    text: Cow<'a, str>,
    /// Number of visible characters, as far as one beyond `HEAD`; 0 until a rule needs it.
    len: usize,
    /// The last two visible characters.
    tail: [char; 2],
    /// A `- ` stands before the text.
    bullet: bool,
    /// It holds a tab or a `|`: a row of a table.
    row: bool,
    /// A page number stands before it.
    cut: bool,
}

impl<'a> Joined<'a> {
    fn of(line: &'a str, index: usize, cut: bool) -> Self {
        let bullet = bullet_len(line);
        let line = &line[bullet..];
        let mut last = line.chars().rev().filter(|&c| c != ' ');
        let end = last.next().unwrap_or_default();
        let tail = [last.next().unwrap_or_default(), end];
        let row = memchr::memchr2(b'\t', b'|', line.as_bytes()).is_some();
        Self { index, text: Cow::Borrowed(line), len: 0, tail, bullet: bullet > 0, row, cut }
    }

    /// Its visible characters, as far as one beyond `HEAD`.
    fn visible(&self) -> impl Iterator<Item = char> {
        self.text.chars().filter(|&c| c != ' ').take(HEAD + 1)
    }

    /// Counts its characters: most lines end a sentence and follow one that does, and never need it.
    fn count(&mut self) {
        const AT_ONCE: usize = 64;
        if self.len > 0 {
            return;
        }
        // One byte of every character is no continuation.
        let begins = |byte: &&u8| byte.cast_signed() >= -0x40 && **byte != b' ';
        let mut chunks = self.text.as_bytes().chunks(AT_ONCE);
        while self.len <= HEAD
            && let Some(chunk) = chunks.next()
        {
            self.len += chunk.iter().filter(begins).count();
        }
        self.len = self.len.min(HEAD + 1);
    }

    /// Takes in the line `after`, when both have been counted.
    fn append(&mut self, after: &Self) {
        if !self.is_long() {
            let both: String = self.visible().chain(after.visible()).take(HEAD + 1).collect();
            self.len = (self.len + after.len).min(HEAD + 1);
            self.text = Cow::Owned(both);
        }
        self.tail = if after.len == 1 { [self.tail[1], after.tail[1]] } else { after.tail };
    }

    fn is_long(&self) -> bool {
        self.len > HEAD
    }

    fn first(&self) -> char {
        self.visible().next().unwrap_or_default()
    }

    fn last(&self) -> char {
        self.tail[1]
    }

    /// Whether the sentence goes on in the line `after`.
    fn goes_on_in(&mut self, after: &mut Self) -> bool {
        if self.row || after.row || self.is_closed() {
            return false;
        }
        self.count();
        after.count();
        let (last, first) = (self.last(), after.first());
        let digits_meet = last.is_ascii_digit() && first.is_ascii_digit();
        if digits_meet || self.first() == '#' {
            return false;
        }
        if after.opens_block()
            || self.is_date()
            || after.is_date()
            || self.is_number()
            || self.makes_page(after)
        {
            return false;
        }
        // 239⏎条: a number waits for its unit.
        if last.is_ascii_digit() && starts_unit(first) {
            return !(self.bullet && after.bullet);
        }
        let comma = matches!(last, '，' | '、' | ',' | '（' | '(' | '《' | '“' | '〔');
        if after.bullet {
            return comma && !self.bullet;
        }
        if comma || matches!(first, '，' | '。' | '、' | '；' | '）' | '》' | '”' | '〕' | ',' | ';' | ')')
        {
            return true;
        }
        if self.is_heading()
            || (self.bullet && !self.is_prose())
            || (after.is_keyed() && (self.is_keyed() || !self.is_prose()))
        {
            return false;
        }
        // Both sides must look like prose: cells that stand one on a line are short and bare.
        let before = self.is_prose() || self.len > SHORT;
        let behind = after.is_prose() || after.len > SHORT || after.is_closed();
        (before && behind) || (after.cut && self.len > SHORT / 2 && !after.is_number())
    }

    /// Whether a sentence ends with it.
    fn is_closed(&self) -> bool {
        let ends = |c| matches!(c, '。' | '！' | '？' | '；' | '：' | '…' | '!' | '?' | ';' | ':' | '.');
        let [before, last] = self.tail;
        ends(last) || (matches!(last, '”' | '’' | '）' | '》' | '」' | '』' | ')' | '"') && ends(before))
    }

    /// Whether it runs on like a sentence: it is long, or has sentence punctuation.
    fn is_prose(&self) -> bool {
        let stops = |c| matches!(c, '，' | '。' | '；' | '、' | '！' | '？' | ',' | ';' | '!' | '?');
        self.is_long() || self.visible().any(stops)
    }

    /// Whether it is a title: short, and with a number before it or the word of a title at its end.
    fn is_heading(&self) -> bool {
        const TITLES: [[char; 2]; 12] = [
            ['情', '况'],
            ['报', '告'],
            ['问', '题'],
            ['措', '施'],
            ['事', '项'],
            ['目', '录'],
            ['说', '明'],
            ['工', '作'],
            ['打', '算'],
            ['公', '开'],
            ['计', '表'],
            ['年', '度'],
        ];
        let runs_on = |c| matches!(c, '，' | '。' | '；' | '！' | '？' | ',' | ';' | '!' | '?');
        !self.is_long()
            && (!self.is_prose() && TITLES.contains(&self.tail)
                || self.enumerator().is_some_and(|mut rest| !rest.any(runs_on)))
    }

    /// Whether it begins something new, whatever stands before it.
    fn opens_block(&self) -> bool {
        let begins = |word: &str| self.visible().take(word.chars().count()).eq(word.chars());
        match self.first() {
            '#' | '>' | '•' | '●' | '■' | '◆' | '▪' | '①'..='⒛' => true,
            '附' => begins("附件") || begins("附：") || begins("附:"),
            '注' => begins("注：") || begins("注:"),
            '备' => begins("备注"),
            _ => self.enumerator().is_some(),
        }
    }

    /// What follows 一、 （一） 1. 1、 (1) 第一条; `None` when nothing of the kind begins the line.
    fn enumerator(&self) -> Option<impl Iterator<Item = char>> {
        let mut rest = self.visible().peekable();
        let open = rest.next_if(|c| matches!(c, '（' | '(')).is_some();
        let ordinal = !open && rest.next_if_eq(&'第').is_some();
        let ascii = rest.peek()?.is_ascii_digit();
        let mut count = 0;
        while rest.next_if(|&c| if ascii { c.is_ascii_digit() } else { is_han_digit(c) }).is_some() {
            count += 1;
        }
        if count == 0 || (ascii && count > 3) {
            return None;
        }
        let plain = !open && !ordinal;
        let found = match rest.next()? {
            '条' | '章' | '节' => ordinal,
            '）' | ')' => open || (plain && ascii),
            '、' => plain,
            // 2.5万 is a number.
            '.' => plain && !rest.peek().is_some_and(char::is_ascii_digit),
            _ => false,
        };
        found.then_some(rest)
    }

    /// Whether it is a label with a colon, as 地址：, and its value.
    fn is_keyed(&self) -> bool {
        const LONGEST: usize = 8;
        let label = self.visible().take(LONGEST).position(|c| !is_han(c));
        label.is_some_and(|len| len >= 2 && matches!(self.visible().nth(len), Some('：' | ':')))
    }

    /// Whether it is a date and nothing else, as below a signature.
    fn is_date(&self) -> bool {
        !self.is_long()
            && matches!(self.last(), '日' | '月')
            && self.visible().any(|c| c == '年')
            && self
                .visible()
                .all(|c| c.is_ascii_digit() || is_han_digit(c) || matches!(c, '年' | '月' | '日'))
    }

    /// Whether it is a number and nothing else: a cell that stands on a line of its own.
    fn is_number(&self) -> bool {
        let part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '%' | '/' | '-' | '—');
        !self.is_long() && self.visible().all(part)
    }

    /// Whether both together would read as a page number.
    fn makes_page(&self, after: &Self) -> bool {
        (self.first() == '第' || is_dash(self.first()))
            && is_page(&self.visible().chain(after.visible()).collect::<Vec<_>>())
    }
}
