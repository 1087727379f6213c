//! `gongkai explain`: what a rule checks, and on what basis.

use crate::args::{Args, Explain};
use crate::output::{Output, complain};
use crate::status::Status;
use crate::words;
use gongkai::render::rule;
use gongkai::rules;
use std::io;

/// The most rules named as possibly meant.
const MOST_NAMED: usize = 3;

pub(crate) fn run(explain: &Explain, args: &Args) -> io::Result<Status> {
    let style = args.style(false);
    let page = match explain.rule.as_deref().map(|id| (id, rules::find(id))) {
        None => rule::list(rules::all(), style),
        Some((_, Some(it))) => rule::page(it, style),
        Some((id, None)) => {
            let ids: Vec<&str> = rules::all().iter().map(|it| it.id).collect();
            complain(&(words::of(style.lang).unknown_rule)(id, &close(id, &ids)));
            return Ok(Status::Usage);
        }
    };
    let mut out = Output::open(None)?;
    out.put(&page)?;
    out.finish()?;
    Ok(Status::Fine)
}

/// The ids that `wanted` may stand for, the nearest first: few edits away, or with a word in common.
fn close<'a>(wanted: &str, ids: &[&'a str]) -> Vec<&'a str> {
    let wanted = wanted.to_lowercase().replace(['_', ' '], "-");
    let mut near: Vec<(usize, &str)> = ids
        .iter()
        .map(|&id| (distance(&wanted, id), id))
        .filter(|&(edits, id)| edits <= 1 + wanted.len() / 4 || shares_a_word(&wanted, id))
        .collect();
    near.sort_unstable();
    near.into_iter().take(MOST_NAMED).map(|(_, id)| id).collect()
}

fn shares_a_word(wanted: &str, id: &str) -> bool {
    wanted.split('-').any(|word| word.len() > 2 && id.split('-').any(|it| it == word))
}

/// Edits (insert, delete, replace) from one word to the other.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    // An argument may be of any length; nothing beyond this is close.
    let from = from.chars().take(64);
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (nth, c) in from.enumerate() {
        let mut diagonal = row[0];
        row[0] = nth + 1;
        for (at, &other) in to.iter().enumerate() {
            let replaced = diagonal + usize::from(c != other);
            diagonal = row[at + 1];
            row[at + 1] = replaced.min(diagonal + 1).min(row[at] + 1);
        }
    }
    row[to.len()]
}

#[cfg(test)]
mod tests {
    use super::close;

    fn check(wanted: &str, expected: &[&str]) {
        let ids =
            ["applications-balance", "litigation-total", "mention-disagrees", "review-total", "row-total"];
        assert_eq!(close(wanted, &ids), expected, "{wanted}");
    }

    #[test]
    fn close_rules_are_named_nearest_first() {
        check("row-totl", &["row-total"]);
        check("row_total", &["row-total", "review-total", "litigation-total"]);
        check("balance", &["applications-balance"]);
        check("MENTION-DISAGREE", &["mention-disagrees"]);
        check("xyz", &[]);
        check("", &[]);
    }
}
