//! What a cell or a caption shows: its text, the marks of notes beside a figure, pictures.

use super::kind::Kind;
use super::tree::{Data, Step, Tree};
use super::words::Words;
use crate::marks::{self, PICTURE, is_figure};
use gongkai_text::Span;

/// Adds what stands at and below `root` to `words`. The mark of a note beside a figure is put in brackets behind it,
/// and left out beside other words.
pub(super) fn gather(tree: &Tree, root: u32, words: &mut Words) {
    let mut raised = Vec::new();
    let mut picture = None;
    tree.walk(root, |step| {
        let (Step::Enter(id) | Step::Leave(id)) = step;
        match tree.data(id) {
            Data::Text(text, place) => {
                if matches!(step, Step::Enter(_)) {
                    words.run(text, *place);
                }
            }
            Data::Element(Kind::Hidden | Kind::Title) => return false,
            Data::Element(Kind::Picture) => {
                picture.get_or_insert(tree.begins(id));
                return false;
            }
            Data::Element(Kind::Raised) if is_mark(tree, id) => {
                if matches!(step, Step::Enter(_)) {
                    raised.push(id);
                }
                return false;
            }
            Data::Element(Kind::Inline | Kind::Link | Kind::Raised | Kind::Control) => {}
            Data::Element(_) => words.end_line(),
        }
        true
    });
    words.run_on();
    let printed = raised.iter().flat_map(|&mark| texts(tree, mark));
    match (words.text(), picture) {
        ("", Some(at)) if raised.is_empty() => words.run(PICTURE, Span::new(at, at)),
        ("", _) => printed.for_each(|(text, place)| words.run(text, place)),
        (text, _) if !raised.is_empty() && is_figure(text) => {
            let nowhere = tree.begins(raised[0]);
            words.run("（", Span::new(nowhere, nowhere));
            for (text, place) in printed {
                let bare = marks::bare(text);
                let skipped = Span::of(bare, text).unwrap_or_default().start;
                let is_verbatim = place.len() as usize == text.len();
                let start = place.start + skipped;
                words
                    .run(bare, if is_verbatim { Span::new(start, start + bare.len() as u32) } else { place });
            }
            words.run("）", Span::new(nowhere, nowhere));
        }
        _ => {}
    }
}

/// Whether what is raised at `root` is the mark of a note: `1`, `[1]`, `①`, `*`, `注1`.
pub(super) fn is_mark(tree: &Tree, root: u32) -> bool {
    marks::is_mark(texts(tree, root).iter().flat_map(|(text, _)| text.chars()))
}

/// The texts at and below `root`, with their places.
fn texts(tree: &Tree, root: u32) -> Vec<(&str, Span)> {
    let mut texts = Vec::new();
    tree.walk(root, |step| match (step, step_data(tree, step)) {
        (Step::Enter(_), Data::Text(text, place)) => {
            texts.push((&**text, *place));
            true
        }
        (_, Data::Element(kind)) => *kind != Kind::Hidden,
        _ => true,
    });
    texts
}

fn step_data(tree: &Tree, step: Step) -> &Data {
    let (Step::Enter(id) | Step::Leave(id)) = step;
    tree.data(id)
}
