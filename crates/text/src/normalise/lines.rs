//! Which line ends of prose cut a sentence, and which lines are page numbers.

use crate::han::{is_han, is_han_digit, starts_unit};

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
    /// Text of the first physical line, without its bullet.
    line: &'a str,
    /// Visible characters, as far as one beyond `HEAD`; empty until a rule needs them.
    head: Vec<char>,
    /// The last two visible characters.
    tail: [char; 2],
    /// A `- ` stands before the head.
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
        Self { index, line, head: Vec::new(), tail, bullet: bullet > 0, row, cut }
    }

    /// Reads the head: most lines end a sentence and follow one that does, and never need it.
    fn read(&mut self) {
        if self.head.is_empty() {
            self.head.reserve_exact(self.line.len().min(HEAD + 1));
            self.head.extend(self.line.chars().filter(|&c| c != ' ').take(HEAD + 1));
        }
    }

    /// Takes in the line `after`, when both have been read.
    fn append(&mut self, after: &Self) {
        let room = (HEAD + 1).saturating_sub(self.head.len());
        self.head.extend(after.head.iter().take(room));
        let one = after.head.len() == 1;
        self.tail = if one { [self.tail[1], after.tail[1]] } else { after.tail };
    }

    fn is_long(&self) -> bool {
        self.head.len() > HEAD
    }

    fn first(&self) -> char {
        self.head[0]
    }

    fn last(&self) -> char {
        self.tail[1]
    }

    /// Whether the sentence goes on in the line `after`.
    fn goes_on_in(&mut self, after: &mut Self) -> bool {
        if self.row || after.row || self.is_closed() {
            return false;
        }
        self.read();
        after.read();
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
        let before = self.is_prose() || self.head.len() > SHORT;
        let behind = after.is_prose() || after.head.len() > SHORT || after.is_closed();
        (before && behind) || (after.cut && self.head.len() > SHORT / 2 && !after.is_number())
    }

    /// Whether a sentence ends with it.
    fn is_closed(&self) -> bool {
        let ends = |c| matches!(c, '。' | '！' | '？' | '；' | '：' | '…' | '!' | '?' | ';' | ':' | '.');
        let [before, last] = self.tail;
        ends(last) || (matches!(last, '”' | '’' | '）' | '》' | '」' | '』' | ')' | '"') && ends(before))
    }

    /// Whether it runs on like a sentence: it is long, or has sentence punctuation.
    fn is_prose(&self) -> bool {
        let stops = |&c: &char| matches!(c, '，' | '。' | '；' | '、' | '！' | '？' | ',' | ';' | '!' | '?');
        self.is_long() || self.head.iter().any(stops)
    }

    /// Whether it is a title: short, and with a number before it or the word of a title at its end.
    fn is_heading(&self) -> bool {
        const TITLES: &str = "情况 报告 问题 措施 事项 目录 说明 工作 打算 公开 计表 年度";
        let runs_on = |&c: &char| matches!(c, '，' | '。' | '；' | '！' | '？' | ',' | ';' | '!' | '?');
        !self.is_long()
            && (!self.is_prose() && TITLES.split(' ').any(|word| word.chars().eq(self.tail))
                || self.enumerator().is_some_and(|rest| !rest.iter().any(runs_on)))
    }

    /// Whether it begins something new, whatever stands before it.
    fn opens_block(&self) -> bool {
        let head = &self.head;
        let word =
            |text: &str| text.chars().zip(head).filter(|(a, b)| a == *b).count() == text.chars().count();
        matches!(self.first(), '#' | '>' | '•' | '●' | '■' | '◆' | '▪' | '①'..='⒛')
            || ["附件", "附：", "附:", "注：", "注:", "备注"].into_iter().any(word)
            || self.enumerator().is_some()
    }

    /// What follows 一、 （一） 1. 1、 (1) 第一条; `None` when nothing of the kind begins the line.
    fn enumerator(&self) -> Option<&[char]> {
        let head = &self.head;
        let open = usize::from(matches!(self.first(), '（' | '('));
        let ordinal = usize::from(self.first() == '第');
        let from = open + ordinal;
        let number = |test: fn(char) -> bool| head[from..].iter().take_while(|&&c| test(c)).count();
        let (han, ascii) = (number(is_han_digit), number(|c| c.is_ascii_digit()));
        let count = han.max(ascii);
        if count == 0 || ascii > 3 {
            return None;
        }
        let (mark, rest) = head[from + count..].split_first()?;
        let found = match mark {
            '条' | '章' | '节' => ordinal == 1,
            '）' | ')' => ordinal == 0 && (open == 1 || ascii > 0),
            '、' => from == 0,
            // 2.5万 is a number.
            '.' => from == 0 && !rest.first().is_some_and(char::is_ascii_digit),
            _ => false,
        };
        found.then_some(rest)
    }

    /// Whether it is a label with a colon, as 地址：, and its value.
    fn is_keyed(&self) -> bool {
        const LONGEST: usize = 8;
        let label = self.head.iter().take(LONGEST).position(|c| matches!(c, '：' | ':'));
        label.is_some_and(|len| len >= 2 && self.head[..len].iter().all(|&c| is_han(c)))
    }

    /// Whether it is a date and nothing else, as below a signature.
    fn is_date(&self) -> bool {
        let head = &self.head;
        !self.is_long()
            && matches!(self.last(), '日' | '月')
            && head.contains(&'年')
            && head.iter().all(|&c| c.is_ascii_digit() || is_han_digit(c) || matches!(c, '年' | '月' | '日'))
    }

    /// Whether it is a number and nothing else: a cell that stands on a line of its own.
    fn is_number(&self) -> bool {
        let part = |c: &char| c.is_ascii_digit() || matches!(c, '.' | ',' | '%' | '/' | '-' | '—');
        !self.is_long() && self.head.iter().all(part)
    }

    /// Whether both together would read as a page number.
    fn makes_page(&self, after: &Self) -> bool {
        (self.first() == '第' || is_dash(self.first()))
            && is_page(&[self.head.as_slice(), &after.head].concat())
    }
}
