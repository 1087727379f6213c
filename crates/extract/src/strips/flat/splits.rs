//! The ways to divide a run of digits into cells.

use crate::strips::strip::{Printed, Token};
use gongkai_grammar::{Cell, cell};
use gongkai_text::Span;

/// The most ways to divide a run that are kept.
const MOST_SPLITS: usize = 600;

/// No figure of a form takes more bytes, blanks around it included.
const LONGEST_FIGURE: usize = 24;

/// Every way to divide `run`, which stands at `span`, into `n` numbers without leading zeros.
///
/// Blanks in the run divide it as far as they go; a decimal point can only stand in the last number. `None` when
/// there are too few digits, or more than 600 ways.
pub(crate) fn splits<'d>(run: &'d str, span: Span, n: usize) -> Option<Vec<Vec<Token<'d>>>> {
    if run.len() > n * LONGEST_FIGURE {
        return None;
    }
    let parts: Vec<&'d str> = run.split_whitespace().flat_map(before_signs).collect();
    let mut ways: Vec<Vec<&'d str>> = Vec::new();
    if parts.len() == n {
        ways.push(parts);
    } else {
        divide(&parts, n, &mut Vec::new(), &mut ways);
    }
    if ways.len() > MOST_SPLITS {
        return None;
    }
    let token = |part: &'d str| {
        let at = Span::of(part, run)?.shifted(span.start);
        let printed = match cell(part) {
            Cell::Number(number) => Printed::Number(number),
            Cell::Dash => Printed::Dash,
            Cell::NotApplicable => Printed::NotApplicable,
            _ => return None,
        };
        Some(Token { printed, span: at, column: 0 })
    };
    let ways: Vec<Vec<Token<'d>>> =
        ways.into_iter().filter_map(|way| way.into_iter().map(token).collect()).collect();
    (!ways.is_empty()).then_some(ways)
}

/// The pieces of `part`, cut before each sign, and around the marks of cells without a figure.
fn before_signs(part: &str) -> impl Iterator<Item = &str> {
    let mut rest = part;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let later = &rest[first.len_utf8()..];
        let next = if is_mark(first) && first != '-' {
            first.len_utf8()
        } else {
            later.find(|c: char| c == '+' || is_mark(c)).map_or(rest.len(), |at| at + first.len_utf8())
        };
        let (piece, later) = rest.split_at(next);
        rest = later;
        Some(piece)
    })
}

/// Adds to `out` every way to continue `way` with exactly `n` numbers made of `parts`, up to one more than are kept.
fn divide<'d>(parts: &[&'d str], n: usize, way: &mut Vec<&'d str>, out: &mut Vec<Vec<&'d str>>) {
    let Some((&part, later)) = parts.split_first() else {
        if n == 0 {
            out.push(way.clone());
        }
        return;
    };
    let digits: usize = parts.iter().map(|part| part.find('.').unwrap_or(part.len())).sum();
    if n < parts.len() || n > digits || out.len() > MOST_SPLITS {
        return;
    }
    for at in 1..part.find('.').unwrap_or(part.len()) {
        if part.is_char_boundary(at) && is_figure(&part[..at]) {
            way.push(&part[..at]);
            let mut rest = vec![&part[at..]];
            rest.extend_from_slice(later);
            divide(&rest, n - 1, way, out);
            way.pop();
        }
    }
    if is_figure(part) {
        way.push(part);
        divide(later, n - 1, way, out);
        way.pop();
    }
}

/// Whether `part` may be one cell: a figure without leading zeros, its thousands set apart by threes, or a mark alone.
fn is_figure(part: &str) -> bool {
    match part.strip_prefix(['+', '-']).unwrap_or(part) {
        "" => part == "-",
        mark if mark.starts_with(is_mark) => mark.len() == part.len() && mark.chars().count() == 1,
        digits => {
            let by_threes =
                || digits.split(',').skip(1).all(|group| group.split('.').next().map_or(0, str::len) == 3);
            let begins = digits.len() == 1 || !digits.starts_with('0') || digits.starts_with("0.");
            begins && digits.starts_with(|c: char| c.is_ascii_digit()) && by_threes()
        }
    }
}

/// A mark that a cell without a figure prints.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '-' | '—' | '－' | '–' | '/' | '／')
}
