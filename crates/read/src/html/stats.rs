//! What stands below each node, counted once: how much text, how much of it links, how many figures.

use super::kind::Kind;
use super::tree::{Data, NONE, Step, Tree};
use std::ops::AddAssign;

/// Words of the imprint that sites carry at their foot.
const IMPRINT: [&str; 4] = ["ICP备", "版权所有", "网站标识码", "公网安备"];

/// What stands below a node, hidden things left out.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Stats {
    /// Characters that are no blanks.
    pub(crate) chars: u32,
    /// Those of them that belong to links.
    pub(crate) link_chars: u32,
    /// Those of them that are digits.
    digits: u32,
    /// Links.
    links: u32,
    /// Ends of sentences.
    stops: u32,
    /// Cells that hold digits only.
    pub(crate) figures: u32,
    /// Tables.
    pub(crate) tables: u32,
    /// Words of an imprint.
    imprint: u32,
    /// Pictures and boxes to be filled in.
    pictures: u32,
    /// Boxes to be filled in.
    controls: u32,
    /// Cells in which anything is shown.
    pub(crate) cells: u32,
}

impl AddAssign for Stats {
    fn add_assign(&mut self, other: Self) {
        self.chars += other.chars;
        self.link_chars += other.link_chars;
        self.digits += other.digits;
        self.links += other.links;
        self.stops += other.stops;
        self.figures += other.figures;
        self.tables += other.tables;
        self.imprint += other.imprint;
        self.pictures += other.pictures;
        self.controls += other.controls;
        self.cells += other.cells;
    }
}

impl Stats {
    /// Counts every node of `tree`.
    pub(crate) fn of(tree: &Tree) -> Vec<Self> {
        let mut all = vec![Self::default(); tree.nodes.len()];
        let mut links = 0;
        tree.walk(0, |step| match step {
            Step::Enter(id) => match tree.data(id) {
                Data::Text(text, _) => {
                    let mut stats = Self::text(text);
                    stats.link_chars = if links > 0 { stats.chars } else { 0 };
                    all[id as usize] = stats;
                    true
                }
                Data::Element(Kind::Hidden | Kind::Title | Kind::Chrome) => false,
                Data::Element(kind @ (Kind::Picture | Kind::Control)) => {
                    all[id as usize].pictures = 1;
                    all[id as usize].controls = u32::from(*kind == Kind::Control);
                    false
                }
                Data::Element(kind) => {
                    links += u32::from(*kind == Kind::Link);
                    true
                }
            },
            Step::Leave(id) => {
                let mut stats = all[id as usize];
                match tree.data(id) {
                    Data::Element(Kind::Link) => {
                        links = u32::saturating_sub(links, 1);
                        stats.links += 1;
                    }
                    Data::Element(Kind::Table) => stats.tables += 1,
                    Data::Element(Kind::Cell(..)) if !stats.is_blank() => {
                        let is_figure =
                            stats.chars == stats.digits && (stats.chars > 0 || stats.controls > 0);
                        stats.figures += u32::from(is_figure);
                        stats.cells += 1;
                    }
                    _ => {}
                }
                all[id as usize] = stats;
                let parent = tree.nodes[id as usize].parent;
                if parent != NONE {
                    all[parent as usize] += stats;
                }
                true
            }
        });
        all
    }

    fn text(text: &str) -> Self {
        let mut stats = Self::default();
        for c in text.chars() {
            match c {
                '0'..='9' => {
                    stats.digits += 1;
                    stats.chars += 1;
                }
                '。' => {
                    stats.stops += 1;
                    stats.chars += 1;
                }
                c if c.is_whitespace() => {}
                _ => stats.chars += 1,
            }
        }
        if stats.chars >= 4 && text.len() < 1000 {
            stats.imprint = u32::from(IMPRINT.iter().any(|words| text.contains(words)));
        }
        stats
    }

    /// Whether nothing is shown.
    pub(crate) const fn is_blank(&self) -> bool {
        self.chars == 0 && self.pictures == 0
    }

    /// How much it weighs as a part of an article.
    pub(crate) fn weight(&self) -> u32 {
        (self.chars - self.link_chars).saturating_add(self.figures.saturating_mul(10))
    }

    /// Whether it reads like a part of an article: sentences, or figures with their labels.
    pub(crate) fn is_content(&self) -> bool {
        let prose = self.stops > 0 && self.chars - self.link_chars >= 40 && !self.is_imprint();
        let table = self.figures >= 3 && self.chars - self.digits >= 20;
        (prose || table) && self.link_chars * 2 < self.chars
    }

    /// Whether it is a list of links, or the imprint of a site.
    pub(crate) fn is_chrome(&self) -> bool {
        let links = self.links >= 3 && self.link_chars * 10 >= self.chars * 6;
        self.figures < 3 && (links || self.is_imprint())
    }

    fn is_imprint(&self) -> bool {
        self.imprint > 0 && self.chars < 400
    }
}
