//! Where on a page the article stands, by its shape alone: no site is known by name.

use super::grid::is_of_figures;
use super::kind::Kind;
use super::stats::Stats;
use super::tree::{Data, Step, Tree};
use super::words::Words;

/// How many characters of the article's beginning are searched for the title.
const BEGINNING: usize = 600;

/// The smallest element outside which nothing reads like a part of the article.
pub(crate) fn article(tree: &Tree, stats: &[Stats]) -> u32 {
    let mut at = 0;
    loop {
        let is_open = |id: u32| match tree.data(id) {
            Data::Element(Kind::Table) => !is_of_figures(tree, stats, id),
            Data::Element(Kind::Block | Kind::Inline | Kind::Row { .. } | Kind::Cell(..)) => true,
            _ => false,
        };
        let heaviest = tree.children(at).max_by_key(|&id| stats[id as usize].weight());
        let Some(best) = heaviest.filter(|&id| stats[id as usize].weight() > 0 && is_open(id)) else {
            return at;
        };
        let belongs = |id: u32| {
            let stats = &stats[id as usize];
            let own_words = stats.chars >= 8 && stats.link_chars * 2 < stats.chars;
            match tree.data(id) {
                Data::Element(Kind::Hidden | Kind::Title | Kind::Chrome) => false,
                Data::Text(..) | Data::Element(Kind::Paragraph | Kind::Inline) => {
                    own_words && !stats.is_chrome() || stats.is_content()
                }
                Data::Element(_) => stats.is_content(),
            }
        };
        if tree.children(at).any(|id| id != best && belongs(id)) {
            return at;
        }
        at = best;
    }
}

/// The titles that the page gives outside the article at `root`: in its metadata, in the last heading before the
/// article, in the title of the window; those that the article itself begins with are left out.
pub(crate) fn titles(tree: &Tree, stats: &[Stats], root: u32) -> Vec<Words> {
    let (mut heading, mut window) = (None, None);
    let mut reached = false;
    tree.walk(0, |step| {
        if let Step::Enter(id) = step {
            reached |= id == root;
            let counted = stats[id as usize];
            match tree.data(id) {
                Data::Element(Kind::Heading(1..=3))
                    if !reached && counted.chars >= 6 && counted.link_chars == 0 =>
                {
                    heading = Some(id);
                }
                Data::Element(Kind::Title) if window.is_none() => window = Some(id),
                _ => {}
            }
        }
        !reached
    });
    let window = window.map(|id| words(tree, id, BEGINNING));
    // 年度报告_某县人民政府: the site stands behind the page.
    let window = window.map(|mut title| {
        title.cut(title.text().find(['_', '|', '-', '–', '—', '>']));
        title
    });
    let heading = heading.map(|id| words(tree, id, BEGINNING));
    let named = tree.title.as_ref().map(|(title, place)| {
        let mut words = Words::default();
        words.run(title, *place);
        words
    });
    let solid = |text: &str| -> String { text.chars().filter(|c| !c.is_whitespace()).collect() };
    let mut seen = solid(words(tree, root, BEGINNING).text());
    let mut titles = Vec::new();
    for title in [named, heading, window].into_iter().flatten() {
        let bare = solid(title.text());
        if !bare.is_empty() && !seen.contains(&bare) {
            seen.push_str(&bare);
            titles.push(title);
        }
    }
    titles
}

/// About the first `most` bytes of the text below `root`.
fn words(tree: &Tree, root: u32, most: usize) -> Words {
    let mut words = Words::default();
    tree.walk(root, |step| match step {
        Step::Enter(id) if words.text().len() < most => match tree.data(id) {
            Data::Text(text, place) => {
                words.run(text, *place);
                true
            }
            Data::Element(kind) => {
                id == root || !matches!(kind, Kind::Hidden | Kind::Picture | Kind::Control | Kind::Title)
            }
        },
        _ => false,
    });
    words
}
