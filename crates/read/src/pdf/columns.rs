//! Rows without ruling: the columns of their figures, so that a blank one keeps its place.

use super::lines::{Line, Word, is_numeral};
use std::collections::BTreeMap;

/// A row of so many figures shows where the columns of its neighbours stand.
const LEAST: usize = 6;

/// So many lines above and below may be measured by it.
const REACH: usize = 40;

/// Parts the figures of each row of `lines` by the columns of a fuller row near it, blank columns included. Lines whose
/// figures do not each stand in one column of their own stay as they are.
pub(super) fn align(lines: &mut [Line]) {
    let figures: Vec<usize> = lines.iter().map(figures).collect();
    let models: Vec<usize> = (0..lines.len())
        .filter(|&at| {
            let line = &lines[at];
            let values = &line.words[line.words.len() - figures[at]..];
            let behind_tab = |word: &Word| word.at == 0 || line.text[..word.at].ends_with('\t');
            values.len() >= LEAST && values.iter().all(behind_tab)
        })
        .collect();
    let mut parted: Vec<(usize, String)> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let words = &line.words[line.words.len() - figures[at]..];
        let is_row = words.len() > 1 || words.len() == 1 && line.text.contains('\t');
        if !is_row || is_broken(lines, at) {
            continue;
        }
        let near = models.partition_point(|&model| model + REACH < at);
        let near = models[near..].iter().copied().take_while(|&model| model <= at + REACH);
        let fuller = near.filter(|&model| model != at && figures[model] >= words.len());
        // As many columns as most of them have: rows that lack a figure themselves are fewer.
        let mut fits: BTreeMap<usize, (usize, Vec<Word>)> = BTreeMap::new();
        for model in fuller {
            let columns = &lines[model].words[lines[model].words.len() - figures[model]..];
            if places(words, columns).is_some() {
                let fit = fits.entry(columns.len()).or_insert_with(|| (0, columns.to_vec()));
                fit.0 += 1;
                for (whole, column) in fit.1.iter_mut().zip(columns) {
                    (whole.start, whole.end) = (whole.start.min(column.start), whole.end.max(column.end));
                }
            }
        }
        let most = fits.into_iter().max_by_key(|(columns, (models, _))| (*models, *columns));
        let Some((_, (_, columns))) = most else { continue };
        if let Some(places) = places(words, &columns).filter(|places| is_clear(line, &columns, places)) {
            parted.push((at, text(line, words, columns.len(), &places)));
        }
    }
    for (at, text) in parted {
        lines[at].text = text;
    }
}

/// Whether figures of line `at` may go on in a line close to it: one of figures alone is the rest of narrow cells.
fn is_broken(lines: &[Line], at: usize) -> bool {
    let is_bare = |line: &Line| line.text.chars().all(|c| c.is_whitespace() || is_figure(c));
    let own = &lines[at];
    let is_close = |other: &Line| (other.base - own.base).abs() < 2 * own.size;
    let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|it| lines.get(it));
    let holds_figures = |line: &Line| line.text.ends_with(is_figure);
    beside.filter(|line| is_close(line)).any(|line| is_bare(line) || is_bare(own) && holds_figures(line))
}

const fn is_figure(c: char) -> bool {
    is_numeral(c) || matches!(c, '/' | '-' | '—' | '－' | '+')
}

/// How many figures end a line; a line of one word is none of a table.
fn figures(line: &Line) -> usize {
    let ends = line.words.iter().skip(1).map(|word| word.at).chain([line.text.len()]);
    let is_whole = |(word, end): (&Word, usize)| line.text[word.at..end].trim_end().chars().all(is_figure);
    let whole: Vec<bool> = line.words.iter().zip(ends).map(is_whole).collect();
    whole.iter().rev().take_while(|it| **it).count()
}

/// For each word the one column that it stands in, left to right; none when any stands in several or in none.
fn places(words: &[Word], columns: &[Word]) -> Option<Vec<usize>> {
    let mut places: Vec<usize> = Vec::with_capacity(words.len());
    for word in words {
        let mut under =
            columns.iter().enumerate().filter(|(_, it)| it.start < word.end && word.start < it.end);
        let (Some((place, _)), None) = (under.next(), under.next()) else { return None };
        if places.last().is_some_and(|&before| before >= place) {
            return None;
        }
        places.push(place);
    }
    Some(places)
}

/// Whether nothing of `line` reaches into a column that is to be blank: a figure there may touch its neighbour.
fn is_clear(line: &Line, columns: &[Word], places: &[usize]) -> bool {
    let label = line.words.len() - places.len();
    let room = line.size / 2;
    (0..columns.len()).filter(|column| !places.contains(column)).all(|blank| {
        let behind = places.partition_point(|&place| place < blank);
        let before = (label + behind).checked_sub(1).map(|at| &line.words[at]);
        let after = line.words.get(label + behind);
        let reaches = |word: &Word, is_next: bool| {
            let own = if is_next { places.get(behind) } else { behind.checked_sub(1).map(|at| &places[at]) };
            let edge = own.map(|&place| if is_next { columns[place].start } else { columns[place].end });
            match edge {
                Some(edge) if is_next => word.start < edge - room,
                Some(edge) => word.end > edge + room,
                None => word.end > columns[blank].start,
            }
        };
        !before.is_some_and(|word| reaches(word, false)) && !after.is_some_and(|word| reaches(word, true))
    })
}

/// The text of `line` with its last `words` in their places among `columns`.
fn text(line: &Line, words: &[Word], columns: usize, places: &[usize]) -> String {
    let first = words.first().map_or(line.text.len(), |word| word.at);
    let mut text = line.text[..first].trim_end().to_owned();
    let mut next = 0;
    for column in 0..columns {
        if column > 0 || first > 0 {
            text.push('\t');
        }
        if places.get(next) == Some(&column) {
            let end = words.get(next + 1).map_or(line.text.len(), |word| word.at);
            text.push_str(line.text[words[next].at..end].trim_end());
            next += 1;
        }
    }
    text
}
