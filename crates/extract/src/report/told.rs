//! A report's text as a reader goes through it: headings, words, figures.

use gongkai_document::{Block, Document};
use gongkai_model::{Mention, Report};
use gongkai_text::{Span, in_simplified};
use std::borrow::Cow;

/// What comes next in the text of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Told<'d> {
    /// A heading.
    Heading(Cow<'d, str>),
    /// The beginning of a paragraph.
    Paragraph,
    /// Words without a figure that [`Report::mentions`] lists, in simplified characters, marks included.
    Words(Cow<'d, str>),
    /// A figure, by its place in [`Report::mentions`]; its words stand before it, its unit opens those behind.
    Figure(usize),
}

/// The longest line, in characters, that is taken for a heading where the carrier marks none.
const HEADING_CHARS: usize = 40;

/// The paragraphs of `document` around the figures of `report`: what a form reads whose sentences leave out what the
/// heading or the sentence before has said. Tables are passed over, and so are figures whose words run over the end of a paragraph.
pub fn told<'d>(document: &'d Document, report: &Report) -> Vec<Told<'d>> {
    let mut steps = Vec::new();
    let mut order: Vec<usize> = (0..report.mentions.len()).collect();
    order.sort_by_key(|&at| report.mentions[at].span.start);
    let mut next = order.into_iter().peekable();
    for block in document.blocks() {
        let (span, marked) = match *block {
            Block::Heading(_, span) => (span, true),
            Block::Paragraph(span) => (span, false),
            Block::Row(_) => continue,
        };
        let text = document.slice(span);
        let place = document.in_source(span);
        while next.next_if(|&at| report.mentions[at].span.start < place.start).is_some() {}
        let mut inside: Vec<usize> = Vec::new();
        while let Some(at) = next.next_if(|&at| report.mentions[at].span.start < place.end) {
            inside.push(at);
        }
        if inside.is_empty() && (marked || is_heading(text)) {
            steps.push(Told::Heading(simplified(text)));
            continue;
        }
        steps.push(Told::Paragraph);
        let mut told = 0;
        for at in inside {
            let mention = &report.mentions[at];
            let Some(start) = within(document, span, mention) else { continue };
            let figure = start + figure_of(mention);
            if figure < told {
                continue;
            }
            steps.push(Told::Words(simplified(&text[told..figure])));
            steps.push(Told::Figure(at));
            told = figure;
            let digits =
                text[told..].trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ',');
            told = text.len() - digits.len();
        }
        steps.push(Told::Words(simplified(&text[told..])));
    }
    steps
}

fn simplified(text: &str) -> Cow<'_, str> {
    in_simplified(text).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// Whether a line of plain text is a heading: numbered or ended by nothing, short, and no sentence.
fn is_heading(line: &str) -> bool {
    let line = line.trim();
    let opens = |c: char| "一二三四五六七八九十（(第".contains(c);
    line.starts_with(opens)
        && line.chars().count() <= HEADING_CHARS
        && !line.contains(['。', '；', '，', '：', ':'])
}

/// Where the words of `mention` begin in the paragraph under `span`.
fn within(document: &Document, span: Span, mention: &Mention) -> Option<usize> {
    let source = |at: u32| document.in_source(Span::new(at, at + 1)).start;
    let (mut low, mut high) = (span.start, span.end);
    while low < high {
        let middle = low + (high - low) / 2;
        if source(middle) < mention.span.start {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    let at = (low - span.start) as usize;
    document.slice(span).get(at..)?.starts_with(&mention.text).then_some(at)
}

/// Where the figure begins in the words of `mention`; a year is none.
fn figure_of(mention: &Mention) -> usize {
    let text = &mention.text;
    let mut at = 0;
    while let Some(found) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let start = at + found;
        let rest = text[start..].trim_start_matches(|c: char| c.is_ascii_digit());
        if !rest.starts_with(['年', '月', '日']) {
            return start;
        }
        at = text.len() - rest.len();
    }
    // 行政诉讼一起: in characters, before its unit.
    let before_unit = mention.unit.and_then(|unit| text.strip_suffix(unit.label()));
    before_unit.map_or(0, |words| words.trim_end_matches(|c| "一二两三四五六七八九十百千".contains(c)).len())
}
