//! From a page to its tree, piece by piece.
//!
//! Where html5ever's tokenizer would make one token of a whole piece, that token is made here and handed to the tree
//! builder past it: the tokenizer looks at every letter of a tag.

use super::pieces::{pieces, telling_parts};
use super::styles::Unseen;
use super::tokens;
use super::tree::{Handle, Sink, Tree};
use crate::ReadError;
use html5ever::TokenizerResult;
use html5ever::tendril::{SliceExt, StrTendril};
use html5ever::tokenizer::{BufferQueue, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use std::cell::Cell;
use std::ops::Range;

/// Parses `source`, byte `base` of the text that spans point into; what is `unseen` is hidden.
///
/// # Errors
/// When elements are nested deeper than [`MOST_DEPTH`](super::tree::MOST_DEPTH) or there are more than
/// [`MOST_NODES`](super::tree::MOST_NODES).
pub(super) fn parse(source: &str, base: u32, unseen: &Unseen) -> Result<Tree, ReadError> {
    built(source, base, unseen, true)
}

/// The same; `is_short` where the tokenizer may be passed by.
fn built(source: &str, base: u32, unseen: &Unseen, is_short: bool) -> Result<Tree, ReadError> {
    let options = TreeBuilderOpts { drop_doctype: true, ..TreeBuilderOpts::default() };
    let whole = source.to_tendril();
    let builder = TreeBuilder::new(Sink::new(whole.clone(), base, unseen.clone()), options);
    let guard = Guard { builder, is_settled: Cell::new(false) };
    let tokenizer = Tokenizer::new(guard, TokenizerOpts::default());
    let queue = BufferQueue::default();
    let part = |range: Range<usize>| whole.subtendril(range.start as u32, range.len() as u32);
    let mut parts = Vec::new();
    for piece in pieces(source.as_bytes()) {
        let guard = &tokenizer.sink;
        if guard.builder.sink.overflow.get() {
            break;
        }
        guard.builder.sink.begin(&piece);
        let printed = &source[piece.clone()];
        let is_tag = printed.starts_with('<');
        let is_text = !is_tag && !printed.starts_with('&');
        if is_tag {
            telling_parts(printed.as_bytes(), !unseen.is_empty(), unseen.has_looks, &mut parts);
            if is_short
                && guard.is_settled.get()
                && let Some(tag) = tokens::tag(printed.as_bytes(), &parts)
            {
                guard.take(Token::TagToken(tag));
                continue;
            }
        } else {
            parts.clear();
            if is_short && is_text && guard.is_settled.get() && tokens::is_plain(printed) {
                guard.text(piece.start, printed, part);
                continue;
            }
        }
        // No token may come of this piece.
        let was_settled = guard.is_settled.replace(false);
        let keeps = is_text && was_settled && !printed.ends_with('\r');
        if parts.is_empty() {
            queue.push_back(part(piece));
        } else {
            for &Range { start, end } in &parts {
                queue.push_back(part(piece.start + start..piece.start + end));
            }
        }
        while !matches!(tokenizer.feed(&queue), TokenizerResult::Done) {}
        // A piece that is a tag ends where the tag does, so nothing of it waits in the tokenizer.
        let is_settled = keeps || is_tag && tokenizer.sink.is_settled.get();
        tokenizer.sink.is_settled.set(is_settled);
    }
    tokenizer.end();
    let sink = tokenizer.sink.builder.sink;
    if sink.overflow.get() {
        return Err(ReadError::TooTangled);
    }
    Ok(sink.into_tree())
}

/// Stops building once the tree has outgrown its bounds, so that no page costs more than its length.
struct Guard {
    builder: TreeBuilder<Handle, Sink>,
    /// The last token was a tag behind which text is text: nothing is open in the tokenizer.
    is_settled: Cell<bool>,
}

impl Guard {
    /// Hands `token` to the tree builder past the tokenizer, where that is settled and stays so.
    fn take(&self, token: Token) {
        let result = self.process_token(token, 1);
        debug_assert!(matches!(result, TokenSinkResult::Continue), "no such element changes the tokenizer");
        self.is_settled.set(true);
    }

    /// Does so with the text `printed` at byte `start`, as the tokenizer does: line ends that begin it one by one.
    fn text(&self, start: usize, printed: &str, part: impl Fn(Range<usize>) -> StrTendril) {
        let lead = printed.bytes().take_while(|byte| *byte == b'\n').count();
        let ends = (1..=lead).chain([printed.len()].into_iter().filter(|len| *len > lead));
        let mut from = 0;
        for end in ends {
            self.take(Token::CharacterTokens(part(start + from..start + end)));
            from = end;
        }
    }
}

impl TokenSink for Guard {
    type Handle = Handle;

    fn process_token(&self, token: Token, line_number: u64) -> TokenSinkResult<Handle> {
        if self.builder.sink.overflow.get() || matches!(token, Token::ParseError(_)) {
            return TokenSinkResult::Continue;
        }
        let is_tag = matches!(token, Token::TagToken(_));
        let result = self.builder.process_token(token, line_number);
        self.is_settled.set(is_tag && matches!(result, TokenSinkResult::Continue));
        result
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

#[cfg(test)]
mod tests {
    use super::{Unseen, built};
    use proptest::prelude::*;

    /// Pieces of pages, and of what is none.
    const PIECES: [&str; 46] = [
        "<td>",
        "</td>",
        "<tr>",
        "</TR >",
        "<table border=1>",
        "</table>",
        "<p style='x'>",
        "</p>",
        "<span lang=EN>",
        "</span>",
        "<br/>",
        "<b>",
        "</b>",
        "<a href=\"x>y\">",
        "</a>",
        "<li>",
        "<h2>",
        "<o:p></o:p>",
        "<img/>",
        "<td colspan=2>",
        "<div",
        " class=x",
        ">",
        "<",
        "</",
        "信息12条",
        " ",
        "\n",
        "\n\n表",
        "\r\n",
        "\r",
        "\u{FEFF}",
        "\0",
        "&nbsp;",
        "&amp",
        "&am ",
        "&q\">&",
        "<!-- <td> ",
        "-->",
        "<script>",
        "</script>",
        "<title>",
        "</title>",
        "<svg>",
        "<![CDATA[",
        "]]>",
    ];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn nothing_is_read_otherwise_than_by_the_tokenizer(
            page in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..24),
        ) {
            let page = page.concat();
            let tree = |is_short: bool| {
                let tree = built(&page, 0, &Unseen::default(), is_short).expect("a short page");
                format!("{tree:?}")
            };
            prop_assert_eq!(tree(true), tree(false));
        }
    }
}
