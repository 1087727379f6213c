//! A sentence cut into figures, each with the words that belong to it.

use super::marks::{Lists, Passage};
use gongkai_text::Span;
use gongkai_text::quantity::Quantity;

/// A figure in its sentence. All spans are into the normalised text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item<'q> {
    /// The figure.
    pub quantity: &'q Quantity,
    /// From the figure before it (or the beginning of the sentence) to this one.
    pub gap: Span,
    /// The words of its own clause before it.
    pub left: Span,
    /// The words after it, up to a mark of punctuation or the next figure.
    pub right: Span,
    /// The clause before its own, when that one has no figure.
    pub before: Option<Span>,
    /// How many parentheses are open around it.
    pub depth: usize,
    /// Its words stand in a list of names apart from it.
    pub apart: bool,
    /// The mark that ends the words after it; `\n` where the sentence ends.
    pub stop: char,
}

impl Item<'_> {
    /// The clause before, unless it has a figure that is no quantity: then it is about something else.
    pub(super) fn words_before<'t>(&self, text: &'t str) -> &'t str {
        let clause = self.before.map_or("", |before| before.text(text));
        if clause.bytes().any(|byte| byte.is_ascii_digit()) && !clause.contains('年') { "" } else { clause }
    }
}

/// The sentences of one line: ended by 。！？ or a dot in the place of 。 outside parentheses and quotes.
pub(super) fn sentences(passage: &Passage<'_>, line: Span) -> impl Iterator<Item = Span> {
    let mut start = line.start;
    std::iter::from_fn(move || {
        let rest = Span::new(start, line.end);
        start = end(passage, rest);
        (!rest.is_empty()).then(|| Span::new(rest.start, start))
    })
}

/// Up to and with the first 。！？ outside parentheses; a parenthesis that stays open ends nothing.
fn end(passage: &Passage<'_>, rest: Span) -> u32 {
    let mut depth = 0_usize;
    let mut inside = None;
    for mark in passage.all(rest, Lists::STOPS) {
        match Span::new(mark.start, mark.end()).text(passage.text) {
            "（" => depth += 1,
            "）" => depth = depth.saturating_sub(1),
            "." if !is_full_stop(passage.text, mark.start as usize) => {}
            _ if depth == 0 => return mark.end(),
            _ => inside = inside.or(Some(mark.end())),
        }
    }
    inside.filter(|_| depth > 0).unwrap_or(rest.end)
}

/// Whether the dot at `at` stands for 。: an ideograph before it, and behind it what may begin a sentence.
fn is_full_stop(text: &str, at: usize) -> bool {
    let ideograph = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c);
    let begins = |c: char| ideograph(c) || c.is_ascii_digit() || matches!(c, '\n' | '“' | '《' | '（');
    let (before, after) = (&text[..at], &text[at + 1..]);
    before.chars().next_back().is_some_and(ideograph)
        && after.trim_start_matches(' ').chars().next().is_none_or(begins)
}

/// One level of parentheses while a sentence is passed over.
struct Level {
    /// Where the words of the next figure begin.
    start: u32,
    /// The clause before, without a figure.
    before: Option<Span>,
    /// The last thing on this level was a figure.
    after_figure: bool,
    /// A figure stands in the clause that is open.
    has_figure: bool,
}

impl Level {
    const fn new(start: u32) -> Self {
        Self { start, before: None, after_figure: false, has_figure: false }
    }
}

/// Cuts `sentence` at its `quantities`.
pub(super) fn items<'q>(passage: &Passage<'_>, sentence: Span, quantities: &'q [Quantity]) -> Vec<Item<'q>> {
    let text = passage.text;
    let mut items: Vec<Item<'q>> = Vec::with_capacity(quantities.len());
    let mut levels = vec![Level::new(sentence.start)];
    let mut last_end = sentence.start;
    let mut coming = quantities.iter().peekable();
    let mut marks = passage.all(sentence, Lists::PUNCTUATION).peekable();
    // The item whose words to the right are still open.
    let mut open: Option<usize> = None;
    loop {
        let depth = levels.len() - 1;
        let level = levels.last_mut().expect("one level always stays");
        let next = marks.peek().map_or(sentence.end, |mark| mark.start);
        if let Some(quantity) = coming.next_if(|quantity| quantity.span.start <= next) {
            let Span { start, end } = quantity.span;
            if let Some(item) = open.take() {
                items[item].right.end = start.max(items[item].right.start);
                items[item].stop = '0';
            }
            items.push(Item {
                quantity,
                gap: Span::new(last_end, start),
                left: Span::new(level.start, start),
                right: Span::new(end, end),
                before: level.before,
                depth,
                apart: false,
                stop: '\n',
            });
            open = Some(items.len() - 1);
            last_end = end;
            *level = Level { start: end, before: None, after_figure: true, has_figure: true };
            // What stands inside the figure is part of it.
            while marks.next_if(|mark| mark.start < end).is_some() {}
            continue;
        }
        let Some(mark) = marks.next() else { break };
        let c = text[mark.start as usize..].chars().next().expect("a mark is a character");
        let mut close = || {
            if let Some(item) = open.take() {
                items[item].right.end = mark.start;
                items[item].stop = c;
            }
        };
        match c {
            // A mark between figures, not one inside a name: 市、县.
            '、' if level.after_figure => {
                close();
                level.start = mark.end();
                level.after_figure = false;
            }
            '、' => {}
            '（' | '(' => {
                close();
                levels.push(Level::new(mark.end()));
            }
            '）' | ')' => {
                close();
                if levels.len() > 1 {
                    levels.pop();
                }
            }
            _ => {
                close();
                let clause = Span::new(level.start, mark.start);
                if level.has_figure {
                    level.before = None;
                } else if !clause.is_empty() {
                    level.before = Some(clause);
                }
                (level.start, level.after_figure, level.has_figure) = (mark.end(), false, false);
            }
        }
    }
    if let Some(item) = open {
        items[item].right.end = sentence.end.max(items[item].right.start);
        let end = items[item].right.text(text).trim_end_matches(['。', '！', '？', '.', ' ']).len() as u32;
        items[item].right.end = items[item].right.start + end;
    }
    items
}
