//! Labels that Word prints before paragraphs and keeps no text of: 一、 （一） 1.

use super::super::xml::{Next, Node, walk};
use super::KIND;
use super::numerals::numeral;
use crate::ReadError;
use std::collections::{BTreeMap, BTreeSet};

/// Levels of a list.
const LEVELS: usize = 9;

/// One level of a list.
#[derive(Clone, Debug)]
struct Level {
    start: u32,
    format: String,
    /// `%1` stands for the number of level 1.
    text: String,
    /// Whether nothing parts the label from the text.
    is_close: bool,
}

impl Default for Level {
    fn default() -> Self {
        Self { start: 1, format: "decimal".to_owned(), text: String::new(), is_close: false }
    }
}

/// What a style says of its paragraphs.
#[derive(Clone, Debug, Default)]
struct Style {
    based_on: Option<String>,
    list: Option<u32>,
    level: Option<usize>,
    heading: Option<u8>,
}

/// The lists and styles of a document, and how far each list has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// The levels of each abstract list.
    lists: BTreeMap<u32, Vec<Level>>,
    /// Which abstract list a list is.
    is_a: BTreeMap<u32, u32>,
    /// Where the levels of a list begin anew.
    restarts: BTreeMap<(u32, usize), u32>,
    /// The level of a list that paragraphs of a style have.
    of_style: BTreeMap<(u32, String), usize>,
    styles: BTreeMap<String, Style>,
    counts: BTreeMap<u32, [Option<u32>; LEVELS]>,
    restarted: BTreeSet<(u32, usize)>,
}

impl Numbering {
    /// Reads `word/numbering.xml` and `word/styles.xml`.
    pub(super) fn new(numbering: Option<&str>, styles: Option<&str>) -> Result<Self, ReadError> {
        let mut lists = Self::default();
        if let Some(xml) = numbering {
            lists.read_lists(xml)?;
        }
        if let Some(xml) = styles {
            lists.read_styles(xml)?;
        }
        Ok(lists)
    }

    fn read_lists(&mut self, xml: &str) -> Result<(), ReadError> {
        let (mut abstract_list, mut list, mut level) = (None, None, 0_usize);
        walk(xml, KIND, |node| {
            let Node::Open(tag) = node else { return Ok(Next::Enter) };
            let name = tag.name();
            let value = || tag.attribute("val").unwrap_or_default();
            let level_of = || tag.number("ilvl").map_or(LEVELS, |level| level as usize);
            match name.split_once(':').map_or(name, |(_, local)| local) {
                "abstractNum" => (abstract_list, list) = (tag.number("abstractNumId"), None),
                "num" => (list, abstract_list) = (tag.number("numId"), None),
                "abstractNumId" => {
                    if let (Some(list), Some(id)) = (list, tag.number("val")) {
                        self.is_a.insert(list, id);
                    }
                }
                "lvl" | "lvlOverride" => level = level_of(),
                "startOverride" => {
                    if let (Some(list), Some(start)) = (list, tag.number("val")) {
                        self.restarts.insert((list, level), start);
                    }
                }
                property if level < LEVELS => {
                    let Some(id) = abstract_list else { return Ok(Next::Enter) };
                    let levels = self.lists.entry(id).or_insert_with(|| vec![Level::default(); LEVELS]);
                    let own = &mut levels[level];
                    match property {
                        "start" => own.start = tag.number("val").unwrap_or(1),
                        "numFmt" => own.format = value(),
                        "lvlText" => own.text = value(),
                        "suff" => own.is_close = value() == "nothing",
                        "pStyle" => {
                            self.of_style.insert((id, value()), level);
                        }
                        _ => {}
                    }
                }
                _ => {}
            }
            Ok(Next::Enter)
        })
    }

    fn read_styles(&mut self, xml: &str) -> Result<(), ReadError> {
        let mut id = String::new();
        walk(xml, KIND, |node| {
            let Node::Open(tag) = node else { return Ok(Next::Enter) };
            let name = tag.name();
            let local = name.split_once(':').map_or(name, |(_, local)| local);
            if local == "style" {
                id = tag.attribute("styleId").unwrap_or_default();
                return Ok(Next::Enter);
            }
            if !matches!(local, "name" | "basedOn" | "numId" | "ilvl" | "outlineLvl") {
                return Ok(Next::Enter);
            }
            let style = self.styles.entry(id.clone()).or_default();
            match local {
                "name" => style.heading = tag.attribute("val").as_deref().and_then(super::style_level),
                "basedOn" => style.based_on = tag.attribute("val"),
                "numId" => style.list = tag.number("val"),
                "ilvl" => style.level = tag.number("val").map(|level| level as usize),
                _ => {
                    let level = tag.number("val").filter(|level| *level < 9).map(|level| level as u8 + 1);
                    style.heading = level.or(style.heading);
                }
            }
            Ok(Next::Enter)
        })
    }

    /// A style and those it is based on, nearest first.
    fn chain(&self, style: &str) -> impl Iterator<Item = (&str, &Style)> {
        let own = self.styles.get_key_value(style);
        // A style that is based on itself ends too.
        std::iter::successors(own, |(_, style)| self.styles.get_key_value(style.based_on.as_deref()?))
            .take(16)
            .map(|(name, style)| (name.as_str(), style))
    }

    /// The level of heading that paragraphs of `style` are.
    pub(super) fn heading(&self, style: &str) -> Option<u8> {
        self.chain(style).find_map(|(_, style)| style.heading)
    }

    /// The label of the next paragraph, which has this `style`, and this list and level where it says so itself.
    pub(super) fn label(
        &mut self,
        style: Option<&str>,
        list: Option<u32>,
        level: Option<u32>,
    ) -> Option<String> {
        let by_style = || self.chain(style?).find(|(_, style)| style.list.is_some());
        let inherited = if list.is_none() { by_style() } else { None };
        let list = list.or(inherited.and_then(|(_, style)| style.list)).filter(|list| *list > 0)?;
        let id = *self.is_a.get(&list)?;
        let named = inherited.and_then(|(name, _)| self.of_style.get(&(id, name.to_owned())).copied());
        let level = level.map(|level| level as usize);
        let level = level.or(named).or(inherited.and_then(|(_, style)| style.level)).unwrap_or(0);
        let levels = self.lists.get(&id)?;
        let own = levels.get(level)?;
        let counts = self.counts.entry(id).or_default();
        let restart = self.restarts.get(&(list, level)).filter(|_| self.restarted.insert((list, level)));
        counts[level] = Some(match (restart, counts[level]) {
            (Some(&start), _) => start,
            (None, Some(count)) => count.saturating_add(1),
            (None, None) => own.start,
        });
        counts[level + 1..].fill(None);
        if matches!(own.format.as_str(), "bullet" | "none") {
            return None;
        }
        let mut label = String::new();
        let mut rest = own.text.chars().peekable();
        while let Some(c) = rest.next() {
            let at = rest.peek().and_then(|c| c.to_digit(10)).filter(|at| c == '%' && (1..=9).contains(at));
            let Some(at) = at.map(|at| at as usize - 1) else {
                label.push(c);
                continue;
            };
            rest.next();
            label.push_str(&numeral(counts[at].unwrap_or(levels[at].start), &levels[at].format));
        }
        if !own.is_close && label.ends_with(char::is_alphanumeric) {
            label.push(' ');
        }
        Some(label)
    }
}
