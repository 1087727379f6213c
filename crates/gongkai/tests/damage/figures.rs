//! Damage to figures: digits changed, dropped, doubled, swapped, and cells blanked.

use crate::damaged::{Damaged, Figure};
use crate::rng::Rng;
use crate::source::{Cell, Printed, Source};

/// A cell with at least `least` digits; four times in five one that is not zero, where there is any.
fn figure<'a>(source: &'a Source, rng: &mut Rng, least: usize) -> Option<(&'a Cell, Figure)> {
    let all: Vec<&Cell> = source
        .cells
        .iter()
        .filter(|cell| Figure::of(source, cell).is_some_and(|it| it.digits(source).len() >= least))
        .collect();
    let telling: Vec<&Cell> = all
        .iter()
        .copied()
        .filter(|cell| matches!(cell.truth, Printed::Number(value) if !value.is_zero()))
        .collect();
    let among = if telling.is_empty() || rng.one_in(5) { all } else { telling };
    let cell = rng.pick(&among)?;
    Some((cell, Figure::of(source, cell)?))
}

/// `cell` with `digits` printed in place of its figure.
fn reprinted(source: &Source, cell: &Cell, figure: &Figure, digits: &str) -> Option<Damaged> {
    let now = figure.value(digits).map_or(Printed::Unclear, Printed::Number);
    Some(Damaged::new(source, vec![(figure.place.clone(), digits.to_owned())])?.with(cell, now))
}

/// The digits of a figure with `change` made to the digit at a random place.
fn at_digit(
    source: &Source,
    rng: &mut Rng,
    least: usize,
    change: fn(&str, &mut Rng) -> String,
) -> Option<Damaged> {
    let (cell, figure) = figure(source, rng, least)?;
    let at = *rng.pick(&figure.digits(source))? - figure.place.start;
    let old = &source.text[figure.place.clone()];
    let digits = format!("{}{}{}", &old[..at], change(&old[at..=at], rng), &old[at + 1..]);
    reprinted(source, cell, &figure, &digits)
}

pub(crate) fn digit_changed(source: &Source, rng: &mut Rng) -> Option<Damaged> {
    at_digit(source, rng, 1, |digit, rng| {
        let old: usize = digit.parse().unwrap_or(0);
        ((old + rng.within(1..10)) % 10).to_string()
    })
}

pub(crate) fn digit_dropped(source: &Source, rng: &mut Rng) -> Option<Damaged> {
    at_digit(source, rng, 2, |_, _| String::new())
}

pub(crate) fn digit_doubled(source: &Source, rng: &mut Rng) -> Option<Damaged> {
    at_digit(source, rng, 1, |digit, _| digit.repeat(2))
}

pub(crate) fn digits_swapped(source: &Source, rng: &mut Rng) -> Option<Damaged> {
    let differing = |cell: &Cell| -> Vec<usize> {
        let Some(figure) = Figure::of(source, cell) else { return Vec::new() };
        let bytes = source.text.as_bytes();
        let is_digit = |at: &usize| bytes[*at].is_ascii_digit();
        let pair = |at: &usize| is_digit(at) && is_digit(&(at + 1)) && bytes[*at] != bytes[at + 1];
        (figure.place.start..figure.place.end - 1).filter(pair).collect()
    };
    let cells: Vec<&Cell> = source.cells.iter().filter(|cell| !differing(cell).is_empty()).collect();
    let cell = rng.pick(&cells)?;
    let figure = Figure::of(source, cell)?;
    let at = *rng.pick(&differing(cell))? - figure.place.start;
    let old = &source.text[figure.place.clone()];
    let digits = format!("{}{}{}{}", &old[..at], &old[at + 1..at + 2], &old[at..=at], &old[at + 2..]);
    reprinted(source, cell, &figure, &digits)
}

pub(crate) fn cell_blanked(source: &Source, rng: &mut Rng) -> Option<Damaged> {
    let (cell, _) = figure(source, rng, 1)?;
    Some(Damaged::new(source, vec![(cell.span.clone()?, String::new())])?.with(cell, Printed::Without))
}
