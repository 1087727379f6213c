//! Which value of a row stands in which column.

use crate::strips::flat;
use crate::strips::sheet::Sheet;
use crate::strips::strip::{Printed, Strip, Token};
use crate::strips::torn;
use crate::wording::is_share;
use gongkai_grammar::{Cell, Number, Oddity, cell};
use gongkai_model::ChoiceKind;
use gongkai_text::Span;

/// One cell: what stands there, or nothing when the place itself was not found.
pub(crate) type Place<'d> = Option<Token<'d>>;

/// The cells of a row, with every other way to read them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bound<'d> {
    /// The plainest reading.
    pub(crate) cells: Vec<Place<'d>>,
    /// Other readings, with their cost.
    pub(crate) others: Vec<(Vec<Place<'d>>, u32)>,
    /// Why there is more than one reading.
    pub(crate) kind: ChoiceKind,
    /// Whether the readings are not all there could be, so that even what they agree on is a guess.
    pub(crate) is_guess: bool,
    /// Printed values that no cell took.
    pub(crate) spare: Vec<Token<'d>>,
}

impl<'d> Bound<'d> {
    fn plain(cells: Vec<Place<'d>>) -> Self {
        Self { cells, ..Self::default() }
    }

    fn among(mut ways: Vec<(Vec<Place<'d>>, u32)>) -> Self {
        ways.sort_by_key(|way| way.1);
        let mut ways = ways.into_iter();
        let cells = ways.next().map(|way| way.0).unwrap_or_default();
        Self { cells, others: ways.collect(), ..Self::default() }
    }
}

impl<'d> Bound<'d> {
    /// Of the ways to divide digits without separators, keeps those that are fitting, where any is.
    pub(crate) fn divided(&mut self, is_fitting: impl Fn(&[Place<'d>]) -> bool) {
        if self.kind == ChoiceKind::Separation {
            self.keep(is_fitting);
        }
    }

    /// Of all readings, keeps those that are fitting, where any is.
    pub(crate) fn keep(&mut self, is_fitting: impl Fn(&[Place<'d>]) -> bool) {
        let ways = std::iter::once((self.cells.clone(), 0)).chain(self.others.iter().cloned());
        let mut fitting = ways.filter(|(cells, _)| is_fitting(cells));
        if let Some((first, _)) = fitting.next() {
            self.others = fitting.collect();
            self.cells = first;
        }
    }
}

/// Two columns in one place: what a grid with fewer columns than the table says of the places of values.
pub(crate) const CROWDED: &[u16] = &[0, 0];

/// Whether two of the `n` values of a row stand in one column of the grid.
pub(crate) fn is_crowded(sheet: &Sheet<'_>, strip: &Strip<'_>, n: usize) -> bool {
    let printed: Vec<Token<'_>> = strip.values.iter().copied().filter(Token::is_printed).collect();
    printed.windows(2).any(|pair| pair[0].column == pair[1].column)
        || (printed.len() < n && whole_row(sheet, &printed, n).is_some())
}

/// The `n` figures of a row in which two columns are drawn as one, 49 12, when their total bears them out.
fn whole_row<'d>(sheet: &Sheet<'d>, printed: &[Token<'d>], n: usize) -> Option<Vec<Token<'d>>> {
    let apart: Vec<Token<'d>> = printed.iter().flat_map(|token| taken_apart(sheet, *token)).collect();
    (apart.len() == n && torn::has_total(&apart)).then_some(apart)
}

/// The most placements of values among blanks that are kept as candidates.
const MOST_WAYS: usize = 60;

/// Binds the values of a row, as [`bind`] does, without the one at `code` and without those in the grid columns `copies`,
/// which repeat the value to their left.
pub(crate) fn bind_below<'d>(
    sheet: &Sheet<'d>,
    strips: &[usize],
    n: usize,
    places: Option<&[u16]>,
    (code, copies): (Option<usize>, &[u16]),
) -> Bound<'d> {
    if let [only] = *strips {
        let strip = &sheet.strips[only];
        if let Some(at) = code {
            let mut values = strip.values.clone();
            values.remove(at);
            return bind_run(sheet, &values, n, places);
        }
        if strip.printed() > n
            && let Some(values) = without_copies(sheet, &strip.values, copies)
        {
            return bind_run(sheet, &values, n, places);
        }
    }
    bind(sheet, strips, n, places)
}

/// The values outside of the columns `copies`, when each value in one of those repeats the value to its left.
fn without_copies<'d>(sheet: &Sheet<'d>, values: &[Token<'d>], copies: &[u16]) -> Option<Vec<Token<'d>>> {
    let is_copy = |at: usize| copies.contains(&values[at].column);
    let text = |at: usize| sheet.document.slice(values[at].span);
    let repeats = |at: usize| at > 0 && text(at) == text(at - 1);
    let places = 0..values.len();
    let are_copies = !copies.is_empty() && places.clone().filter(|&at| is_copy(at)).all(repeats);
    are_copies.then(|| places.filter(|&at| !is_copy(at)).map(|at| values[at]).collect())
}

/// Binds the values of `strips` to `n` cells; `places` are the grid columns of the values in like rows, when known.
pub(crate) fn bind<'d>(sheet: &Sheet<'d>, strips: &[usize], n: usize, places: Option<&[u16]>) -> Bound<'d> {
    let strips: Vec<&Strip<'d>> = strips.iter().map(|&at| &sheet.strips[at]).collect();
    let with_values: Vec<&Strip<'d>> = strips.iter().copied().filter(|strip| strip.printed() > 0).collect();
    // A row split over lines with labels of its own in each: the full line is the row, the rest is noise.
    let mut full = (0..with_values.len()).filter(|&at| with_values[at].printed() == n);
    if with_values.len() > 1
        && let (Some(full), None) = (full.next(), full.next())
        && with_values.iter().all(|strip| !strip.label.is_empty())
    {
        let mut bound = bind_run(sheet, &with_values[full].values, n, places);
        let noise = (0..with_values.len()).filter(|&at| at != full).flat_map(|at| &with_values[at].values);
        bound.spare.extend(noise.filter(|token| token.is_printed()));
        return bound;
    }
    if let [strip] = with_values[..] {
        return bind_run(sheet, &strip.values, n, places);
    }
    if with_values.is_empty() && strips.iter().any(|strip| strip.stacked && !strip.label.is_empty()) {
        // Printed cell by cell, an empty cell leaves no trace: a label with nothing after it is a row of blanks.
        let at = strips.last().map_or(0, |strip| strip.span().end);
        let blank = Token { printed: Printed::Blank, span: Span::new(at, at), column: 0 };
        return Bound::plain(vec![Some(blank); n]);
    }
    if with_values.is_empty() {
        let longest = strips.iter().max_by_key(|strip| strip.values.len());
        return bind_run(sheet, longest.map_or(&[], |strip| &strip.values), n, places);
    }
    let run: Vec<Token<'d>> =
        with_values.iter().flat_map(|strip| strip.values.iter().copied()).filter(Token::is_printed).collect();
    // Where one line ends and the next begins: a number cut there is the likeliest flaw.
    let joint = with_values[0].printed();
    bind_run_cut(sheet, &run, n, None, Some(joint))
}

/// Binds `values`, all that is printed of a row, to `n` cells.
pub(crate) fn bind_values<'d>(sheet: &Sheet<'d>, values: &[Token<'d>], n: usize) -> Bound<'d> {
    bind_run(sheet, values, n, None)
}

fn bind_run<'d>(sheet: &Sheet<'d>, run: &[Token<'d>], n: usize, places: Option<&[u16]>) -> Bound<'d> {
    bind_run_cut(sheet, run, n, places, None)
}

fn bind_run_cut<'d>(
    sheet: &Sheet<'d>,
    run: &[Token<'d>],
    n: usize,
    places: Option<&[u16]>,
    joint: Option<usize>,
) -> Bound<'d> {
    let printed: Vec<Token<'d>> = run.iter().copied().filter(Token::is_printed).collect();
    if let [Token { printed: Printed::Run(digits), span, .. }] = printed[..] {
        return match flat::splits(digits, span, n) {
            Some(ways) => {
                let ways = ways.into_iter().map(|way| (way.into_iter().map(Some).collect(), 1)).collect();
                Bound { kind: ChoiceKind::Separation, ..Bound::among(ways) }
            }
            None => Bound { cells: vec![None; n], spare: printed, ..Bound::default() },
        };
    }
    if printed.len() == n {
        return Bound::plain(printed.into_iter().map(Some).collect());
    }
    if printed.len() > n {
        let is_share = |token: &Token<'d>| is_share(sheet.document.slice(token.span));
        let (shares, counts): (Vec<_>, Vec<_>) = printed.iter().copied().partition(is_share);
        if counts.len() == n {
            // A share is none of the counts of a form: the column is no column of its table.
            return Bound { spare: shares, ..Bound::plain(counts.into_iter().map(Some).collect()) };
        }
        return too_many(sheet, &printed, n, joint);
    }
    if let Some(apart) = whole_row(sheet, &printed, n) {
        return Bound::plain(apart.into_iter().map(Some).collect());
    }
    let apart: Vec<Place<'d>> =
        printed.iter().flat_map(|token| taken_apart(sheet, *token)).map(Some).collect();
    if apart.len() == n {
        // 49 12 where a figure is missing, without a total to tell.
        let whole = too_few(&printed, n);
        let wholes = std::iter::once((whole.cells, 2)).chain(whole.others);
        return Bound::among(std::iter::once((apart, 1)).chain(wholes).collect());
    }
    // Where two figures share a column, here or in the rows around, the grid has fewer columns than the table: blank
    // places say nothing.
    let twice = |columns: &[u16]| columns.windows(2).any(|pair| pair[0] == pair[1]);
    let columns: Vec<u16> = printed.iter().map(|token| token.column).collect();
    let is_crowded = twice(&columns) || places.is_some_and(twice);
    if is_crowded && !printed.is_empty() {
        return too_few(&printed, n);
    }
    if let Some(cells) = places.and_then(|places| at_places(run, &printed, places)) {
        return Bound::plain(cells);
    }
    if printed.is_empty() {
        let cells = (0..n).map(|at| run.get(at).copied().filter(|_| run.len() >= n)).collect();
        return Bound::plain(cells);
    }
    let is_printed = |token: &Token<'_>| token.is_printed();
    let (first, last) =
        (run.iter().position(is_printed).unwrap_or(0), run.iter().rposition(is_printed).unwrap_or(0));
    if run.len() >= n && last - first < n {
        let starts: Vec<usize> =
            ((last + 1).saturating_sub(n)..=first).filter(|start| start + n <= run.len()).collect();
        let window = |start: usize| run[start..start + n].iter().copied().map(Some).collect::<Vec<_>>();
        if let [start] = starts[..] {
            return Bound::plain(window(start));
        }
        let first = places.and_then(|places| places.first());
        if let Some(&start) = starts.iter().find(|&&start| Some(&run[start].column) == first) {
            return Bound::plain(window(start));
        }
        if !starts.is_empty() {
            return Bound::among(starts.into_iter().map(|start| (window(start), 1)).collect());
        }
    }
    too_few(&printed, n)
}

/// What `run` holds in each of the grid columns `places`, when nothing is printed beside them.
fn at_places<'d>(run: &[Token<'d>], printed: &[Token<'d>], places: &[u16]) -> Option<Vec<Place<'d>>> {
    let is_placed = printed.iter().all(|token| places.contains(&token.column));
    let at = |place: &u16| run.iter().copied().find(|token| token.column == *place);
    let cells = || places.iter().map(|place| at(place).map(Some)).collect();
    (is_placed && !printed.is_empty()).then(cells).flatten()
}

/// The figures of a token that has blanks between its digits; any other as it is.
fn taken_apart<'d>(sheet: &Sheet<'d>, token: Token<'d>) -> Vec<Token<'d>> {
    let is_spaced = matches!(
        token.printed,
        Printed::Number(Number { oddity: Some(Oddity::InnerSpace), note: None, unit: None, .. })
    );
    let text = sheet.document.slice(token.span);
    let figure = |word: &'d str| match cell(word) {
        Cell::Number(number) => {
            let span = Span::of(word, text)?.shifted(token.span.start);
            Some(Token { printed: Printed::Number(number), span, ..token })
        }
        _ => None,
    };
    let apart = || text.split_whitespace().map(figure).collect::<Option<Vec<_>>>();
    is_spaced.then(apart).flatten().unwrap_or_else(|| vec![token])
}

/// Values without their places: every way to spread them over the cells in order, blanks between.
fn too_few<'d>(printed: &[Token<'d>], n: usize) -> Bound<'d> {
    let blank = |beside: &Token<'d>| {
        let at = Span::new(beside.span.end, beside.span.end);
        Some(Token { printed: Printed::Blank, span: at, column: beside.column })
    };
    let mut ways = vec![Vec::new()];
    for slot in 0..n {
        let mut next = Vec::new();
        for way in ways {
            let used = way.iter().flatten().filter(|token: &&Token<'_>| token.is_printed()).count();
            let open = n - slot;
            if used < printed.len() {
                let mut taken = way.clone();
                taken.push(Some(printed[used]));
                next.push(taken);
            }
            if printed.len() - used < open {
                let mut left = way;
                left.push(blank(&printed[used.min(printed.len() - 1)]));
                next.push(left);
            }
        }
        ways = next;
        if ways.len() > MOST_WAYS {
            return Bound { cells: vec![None; n], spare: printed.to_vec(), ..Bound::default() };
        }
    }
    Bound::among(ways.into_iter().map(|way| (way, 1)).collect())
}

/// More values than cells: one of them is no value of this row, or one number came apart in two.
fn too_many<'d>(sheet: &Sheet<'d>, printed: &[Token<'d>], n: usize, joint: Option<usize>) -> Bound<'d> {
    let all = |tokens: &[Token<'d>]| tokens.iter().copied().map(Some).collect::<Vec<_>>();
    let mut ways = Vec::new();
    if printed.len() == n + 1 {
        for at in 0..=n {
            let mut kept = printed.to_vec();
            kept.remove(at);
            let cost = if at == n {
                1
            } else if at == 0 {
                2
            } else {
                4
            };
            ways.push((all(&kept), cost));
        }
        for at in 0..n {
            if let Some(joined) = joined(sheet, printed[at], printed[at + 1]) {
                let mut kept = printed.to_vec();
                kept.splice(at..at + 2, [joined]);
                ways.push((all(&kept), if joint == Some(at + 1) { 0 } else { 3 }));
            }
        }
    } else {
        // Bound to the right edge, or to the left; whatever stands beside is not believed without arithmetic.
        ways.push((all(&printed[printed.len() - n..]), 1));
        ways.push((all(&printed[..n]), 2));
    }
    let mut bound = Bound::among(ways);
    bound.is_guess = printed.len() > n + 1;
    bound.spare = printed.iter().copied().filter(|token| !bound.cells.contains(&Some(*token))).collect();
    bound
}

/// Two tokens read as one number.
pub(crate) fn joined<'d>(sheet: &Sheet<'d>, left: Token<'d>, right: Token<'d>) -> Option<Token<'d>> {
    let Printed::Number(tail) = right.printed else { return None };
    let whole = match left.printed {
        Printed::Number(head) => !tail.signed && head.note.is_none() && head.unit.is_none(),
        // A number cut after its point.
        Printed::Words => sheet.document.slice(left.span).ends_with('.'),
        _ => false,
    };
    let text = format!("{}{}", sheet.document.slice(left.span), sheet.document.slice(right.span));
    let (true, Cell::Number(number)) = (whole, cell(&text)) else { return None };
    let printed = Printed::Number(Number { value: number.value, oddity: Some(Oddity::InnerSpace), ..tail });
    Some(Token { printed, span: left.span.cover(right.span), column: left.column })
}
