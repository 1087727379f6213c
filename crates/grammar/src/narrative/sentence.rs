//! A sentence cut into figures, each with the words that belong to it.

use gongkai_text::Span;
use gongkai_text::quantity::Quantity;

/// A figure in its sentence. All spans are into the normalised text.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// The figure.
    pub quantity: Quantity,
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

/// The sentences of one line: ended by 。！？ outside parentheses and quotes.
pub(super) fn sentences(line: &str, start: usize) -> impl Iterator<Item = Span> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        if from >= line.len() {
            return None;
        }
        let rest = &line.as_bytes()[from..];
        let end = ends(rest);
        let span = Span::new((start + from) as u32, (start + from + end) as u32);
        from += end;
        Some(span)
    })
}

/// Bytes up to and with the first 。！？ outside parentheses; a parenthesis that stays open ends nothing.
fn ends(bytes: &[u8]) -> usize {
    let mut depth = 0_usize;
    let mut inside = None;
    let mut at = 0;
    while at < bytes.len() {
        let lead = bytes[at];
        if lead < 0x80 {
            at += 1;
            continue;
        }
        let next = (at
            + if lead >= 0xF0 {
                4
            } else if lead >= 0xE0 {
                3
            } else {
                2
            })
        .min(bytes.len());
        match &bytes[at..next] {
            // （ ） 。 ！ ？
            [0xEF, 0xBC, 0x88] => depth += 1,
            [0xEF, 0xBC, 0x89] => depth = depth.saturating_sub(1),
            [0xE3, 0x80, 0x82] | [0xEF, 0xBC, 0x81 | 0x9F] => {
                if depth == 0 {
                    return next;
                }
                inside = inside.or(Some(next));
            }
            _ => {}
        }
        at = next;
    }
    if depth > 0 { inside.unwrap_or(bytes.len()) } else { bytes.len() }
}

/// One level of parentheses while a sentence is passed over.
struct Level {
    /// Where the words of the next figure begin.
    start: usize,
    /// The clause before, without a figure.
    before: Option<Span>,
    /// The last thing on this level was a figure.
    after_figure: bool,
    /// A figure stands in the clause that is open.
    has_figure: bool,
}

impl Level {
    const fn new(start: usize) -> Self {
        Self { start, before: None, after_figure: false, has_figure: false }
    }
}

/// Cuts `sentence` of `text` at its `quantities`.
pub(super) fn items(text: &str, sentence: Span, quantities: &[Quantity]) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::with_capacity(quantities.len());
    let mut levels = vec![Level::new(sentence.start as usize)];
    let mut last_end = sentence.start;
    let mut coming = quantities.iter().peekable();
    let mut at = sentence.start as usize;
    // The item whose words to the right are still open.
    let mut open: Option<usize> = None;
    while at < sentence.end as usize {
        let depth = levels.len() - 1;
        if let Some(quantity) = coming.next_if(|quantity| quantity.span.start as usize <= at) {
            let level = levels.last_mut().expect("one level always stays");
            if let Some(item) = open.take() {
                items[item].right.end = quantity.span.start.max(items[item].right.start);
                items[item].stop = '0';
            }
            items.push(Item {
                quantity: quantity.clone(),
                gap: Span::new(last_end, quantity.span.start),
                left: Span::new(level.start as u32, quantity.span.start),
                right: Span::new(quantity.span.end, quantity.span.end),
                before: level.before,
                depth,
                apart: false,
                stop: '\n',
            });
            open = Some(items.len() - 1);
            last_end = quantity.span.end;
            at = at.max(quantity.span.end as usize);
            level.start = at;
            level.before = None;
            level.after_figure = true;
            level.has_figure = true;
            continue;
        }
        let Some(c) = text[at..].chars().next() else { break };
        let next = at + c.len_utf8();
        let close = |items: &mut Vec<Item>, open: &mut Option<usize>| {
            if let Some(item) = open.take() {
                items[item].right.end = at as u32;
                items[item].stop = c;
            }
        };
        match c {
            '，' | '；' | '：' | ',' | ';' => {
                close(&mut items, &mut open);
                let level = levels.last_mut().expect("one level always stays");
                let clause = Span::new(level.start as u32, at as u32);
                if level.has_figure {
                    level.before = None;
                } else if !clause.is_empty() {
                    level.before = Some(clause);
                }
                level.start = next;
                level.after_figure = false;
                level.has_figure = false;
            }
            '、' => {
                let level = levels.last_mut().expect("one level always stays");
                // A mark between figures, not one inside a name: 市、县.
                if level.after_figure {
                    close(&mut items, &mut open);
                    level.start = next;
                    level.after_figure = false;
                }
            }
            '（' | '(' => {
                close(&mut items, &mut open);
                levels.push(Level::new(next));
            }
            '）' | ')' => {
                close(&mut items, &mut open);
                if levels.len() > 1 {
                    levels.pop();
                }
            }
            _ => {}
        }
        at = next;
    }
    if let Some(item) = open {
        items[item].right.end = sentence.end.max(items[item].right.start);
        let end = text[items[item].right.range()].trim_end_matches(['。', '！', '？', ' ']).len() as u32;
        items[item].right.end = items[item].right.start + end;
    }
    items
}
