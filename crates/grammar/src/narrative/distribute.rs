//! Names first, figures after: A、B、C分别为1件、2件、3件, and A、B均为0件.

use super::marks::{Lists, Passage};
use super::phrase::{bare_end, bare_start};
use super::sentence::Item;
use gongkai_text::Span;

/// Gives every figure of such a list the name it stands for.
pub(super) fn distribute<'q>(passage: &Passage<'_>, items: Vec<Item<'q>>) -> Vec<Item<'q>> {
    if !passage.holds(Lists::RESPECTIVELY.and(Lists::EACH)) {
        return items;
    }
    let text = passage.text;
    let mut out: Vec<Item<'_>> = Vec::with_capacity(items.len());
    let mut at = 0;
    while at < items.len() {
        let item = items[at];
        if let Some(mark) = passage.last(item.left, Lists::RESPECTIVELY) {
            let tail = Span::new(mark.end(), item.left.end).text(text);
            let tail = tail.trim_start_matches(['为', '是', '有', '达']);
            let run = 1 + items[at + 1..]
                .iter()
                .take_while(|next| {
                    next.depth == item.depth && bare_start(bare_end(next.left.text(text))).is_empty()
                })
                .count();
            let names = names(text, &item, Span::new(item.left.start, mark.start).text(text));
            if tail.is_empty() && run > 1 && names.len() == run {
                for (item, name) in items[at..at + run].iter().zip(names) {
                    out.push(Item { left: name, before: None, apart: true, ..*item });
                }
                at += run;
                continue;
            }
        }
        if let Some(mark) = passage.all(item.left, Lists::EACH).next() {
            let names = names(text, &item, Span::new(item.left.start, mark.start).text(text));
            if names.len() > 1 {
                out.extend(names.into_iter().map(|name| Item {
                    left: name,
                    before: None,
                    apart: true,
                    ..item
                }));
                at += 1;
                continue;
            }
        }
        out.push(item);
        at += 1;
    }
    out
}

/// The names in `before`, or in the clause before when nothing else stands there.
fn names(text: &str, item: &Item<'_>, before: &str) -> Vec<Span> {
    const LONGEST: usize = 16;
    let own = bare_start(before);
    let list =
        if own.is_empty() { item.before.map_or("", |clause| bare_start(clause.text(text))) } else { own };
    let mut names = Vec::new();
    for part in list.split('、') {
        let mut rest = part;
        while let Some((at, word)) = ["以及", "和", "及", "与"]
            .iter()
            .filter_map(|word| Some((rest.find(word).filter(|at| *at > 0)?, *word)))
            .min()
        {
            names.push(&rest[..at]);
            rest = &rest[at + word.len()..];
        }
        names.push(rest);
    }
    let fits = |name: &&str| (2..=LONGEST).contains(&name.chars().count());
    // The first name may follow a verb and a year.
    let all = names.iter().skip(1).all(fits) && names.len() > 1;
    if !all {
        return Vec::new();
    }
    names.into_iter().filter_map(|name| Span::of(name, text)).collect()
}
