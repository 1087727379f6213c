//! Where a violated system of sums is wrong, and what the figures should have been.
//!
//! A table whose rows and columns add up is an error-correcting code. When it does not add up, a [`Localiser`]
//! looks for the likeliest errors that explain every violated relation at once: digits confused, exchanged,
//! dropped or doubled, cells exchanged, a row slipped by a cell, a value out of nowhere. Each kind of error has a
//! price, minus the logarithm of how likely it is, in integers; the cheapest explanation wins (minimum
//! description length), and it is called unique only when all others together are far less likely. Where several
//! remain, all are given: nothing is ever picked among equals.
//!
//! The search is exhaustive up to three wrong figures, two errors of a shape, or one of each; it counts its steps
//! instead of looking at a clock, and gives the same answer everywhere. Every explanation satisfies every relation.
//!
//! Blanks are taken for zero first, as a left-out number where that does not do, and where nothing explains the
//! table so, as unknown. What is unknown takes part in nothing.
//!
//! ```
//! use gongkai_reconcile::localise::{Diagnosis, Evidence, Grid, Localiser, OperationKind};
//! use gongkai_reconcile::{Comparison, Domain, Observation, System};
//!
//! // Crates of fruit sold at three stalls, and what each fruit and each stall came to.
//! let mut sales = System::new();
//! for _ in 0..16 { sales.variable(Domain::NonNegative); }
//! for line in 0..4 {
//!     sales.relation(&[4 * line, 4 * line + 1, 4 * line + 2], Comparison::Equal, &[4 * line + 3]);
//!     sales.relation(&[line, line + 4, line + 8], Comparison::Equal, &[line + 12]);
//! }
//! let grid = Grid::new(4, (0..16).map(Some)).with_totals_of(&sales);
//! let localiser = Localiser::new(sales, grid);
//!
//! // 71 oranges at the second stall were written down as 17.
//! let book = [12, 30, 8, 50, 40, 17, 9, 120, 0, 5, 25, 30, 52, 106, 42, 200].map(Observation::Exact);
//! let answer = localiser.localise(&book, &Evidence::default());
//! assert_eq!(answer.diagnosis, Diagnosis::Unique);
//! let found = &answer.explanations[0];
//! assert_eq!(found.operations[0].kind, OperationKind::Transposition);
//! assert_eq!((found.edits[0].variable, found.edits[0].from, found.edits[0].to), (5, Some(17), 71));
//!
//! // 3 apples moved from one stall to another in the books: four explanations, and no reason to choose.
//! let book = [9, 33, 8, 50, 40, 71, 9, 120, 0, 5, 25, 30, 52, 106, 42, 200].map(Observation::Exact);
//! let answer = localiser.localise(&book, &Evidence::default());
//! assert_eq!(answer.diagnosis, Diagnosis::Ambiguous);
//! assert!(answer.explanations.iter().any(|it| it.edits.iter().any(|edit| (edit.variable, edit.to) == (0, 12))));
//! ```

mod answer;
mod code;
mod compound;
mod cost;
mod gathered;
mod grid;
mod price;
mod search;
mod shapes;
mod supports;
mod verdict;

pub use answer::{Diagnosis, Edit, Explanation, Localisation, Operation, OperationKind};
pub use cost::Costs;
pub use grid::Grid;

use crate::{Comparison, Observation, System};
use code::Code;
use search::Search;
use shapes::Visible;

/// The most explanations that are listed; more are counted.
pub const MOST_LISTED: usize = 20;

/// Steps of one search: some milliseconds at the most.
pub const MOST_NODES: u32 = 60_000;

/// Another reading of a figure, with its price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Position of the variable.
    pub variable: usize,
    /// The value under this reading.
    pub value: i64,
    /// How unlikely it is beside what was observed, in milli-nats.
    pub cost: u32,
}

/// What a figure is said to be elsewhere: in a sentence, in another report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// Position of the variable.
    pub variable: usize,
    /// The value there.
    pub value: i64,
    /// What it costs an explanation to disagree, in milli-nats.
    pub cost: u32,
}

/// What is known beside the observations.
#[derive(Clone, Copy, Debug, Default)]
pub struct Evidence<'a> {
    /// Readings that a reader could not rule out. They come before any guess about digits.
    pub candidates: &'a [Candidate],
    /// The same figures from elsewhere. They never veto, they have their price.
    pub anchors: &'a [Anchor],
    /// The same variables a year before; empty when not known.
    pub previous: &'a [Option<i64>],
}

/// A system made ready for localising: make it once, use it for any number of tables.
#[derive(Clone, Debug)]
pub struct Localiser {
    system: System,
    grid: Grid,
    costs: Costs,
    most_nodes: u32,
    /// Equalities, by position in `system`.
    equalities: Vec<usize>,
    /// Per equality: the part of the system it belongs to, the first equality of it.
    parts: Vec<usize>,
    inequalities: Vec<usize>,
    /// `None` when the system is too large to hold densely.
    code: Option<Code>,
    row_equations: Vec<Option<usize>>,
    visible: Visible,
}

impl Localiser {
    /// Prepares `system`, whose variables stand in `grid`; an empty grid knows no rows to slip.
    pub fn new(system: System, grid: Grid) -> Self {
        let equal = |&it: &usize| system.comparison(it) == Some(Comparison::Equal);
        let (equalities, inequalities): (Vec<usize>, Vec<usize>) = (0..system.relations()).partition(equal);
        let code = Code::new(&system, &equalities);
        let mut localiser = Self {
            parts: parts(&system, &equalities),
            row_equations: vec![None; grid.rows()],
            visible: Visible::default(),
            costs: Costs::default(),
            most_nodes: MOST_NODES,
            system,
            grid,
            equalities,
            inequalities,
            code,
        };
        localiser.find_rows();
        localiser.find_visible();
        localiser
    }

    /// The same with other prices.
    #[must_use]
    pub fn with_costs(mut self, costs: Costs) -> Self {
        self.costs = costs;
        self
    }

    /// The same with another limit of steps than [`MOST_NODES`].
    #[must_use]
    pub fn with_most_nodes(mut self, most_nodes: u32) -> Self {
        self.most_nodes = most_nodes;
        self
    }

    /// The system it was made of.
    pub fn system(&self) -> &System {
        &self.system
    }

    /// The grid it was made of.
    pub fn grid(&self) -> &Grid {
        &self.grid
    }

    /// How many equalities stand between variable `variable` and an error that nobody sees: with none it cannot be
    /// checked, with one it can be seen to be wrong but not told from its neighbours.
    pub fn guards(&self, variable: usize) -> usize {
        let on = |&&it: &&usize| self.system.terms(it).iter().any(|term| term.variable as usize == variable);
        self.equalities.iter().filter(on).count()
    }

    /// Explains what is violated among `observations`; those beyond its end are unknown.
    ///
    /// Only exact figures take part: an equality with a rounded figure is tested, never solved.
    pub fn localise(&self, observations: &[Observation], evidence: &Evidence<'_>) -> Localisation {
        self.localise_part(observations, evidence, None)
    }

    /// The same for each part of the system by itself, where a part shares no equality with the others and is
    /// violated: errors in separate sums need no common explanation. In the order of the relations; empty when no
    /// equality is violated.
    pub fn localise_parts(&self, observations: &[Observation], evidence: &Evidence<'_>) -> Vec<Localisation> {
        let mut parts = self.parts.clone();
        parts.sort_unstable();
        parts.dedup();
        let answers = parts.into_iter().map(|part| self.localise_part(observations, evidence, Some(part)));
        answers.filter(|it| !matches!(it.diagnosis, Diagnosis::Consistent | Diagnosis::OutsideCode)).collect()
    }

    fn localise_part(
        &self,
        observations: &[Observation],
        evidence: &Evidence<'_>,
        part: Option<usize>,
    ) -> Localisation {
        let Some(code) = &self.code else {
            return Localisation::without_explanation(Diagnosis::SearchLimit, Vec::new(), 0);
        };
        let first = Search::new(self, code, observations, evidence, part, false).run();
        if first.diagnosis != Diagnosis::NoneWithin || !observations.contains(&Observation::Blank) {
            return first;
        }
        let second = Search::new(self, code, observations, evidence, part, true).run();
        if second.explanations.is_empty() { first } else { second }
    }

    /// The equality within each row: all its variables stand there.
    fn find_rows(&mut self) {
        for (equation, &relation) in self.equalities.iter().enumerate() {
            let mut rows = self
                .system
                .terms(relation)
                .iter()
                .map(|term| Some(self.grid.place(term.variable as usize)?.0));
            let Some(Some(first)) = rows.next() else { continue };
            if rows.all(|row| row == Some(first)) && self.row_equations[first].is_none() {
                self.row_equations[first] = Some(equation);
            }
        }
    }

    /// Lines whose cells stand on different equalities across them: only their exchange shows.
    fn find_visible(&mut self) {
        let Some(code) = &self.code else { return };
        let (rows, columns) = (self.grid.rows(), self.grid.columns());
        if rows > MOST_LINES || columns > MOST_LINES {
            return;
        }
        // What a cell stands on beside the equality of its own line.
        let across = |variable: usize, own: Option<usize>| {
            code.column(variable).iter().filter(move |(equation, _)| Some(*equation as usize) != own)
        };
        for one in 0..rows {
            for other in one + 1..rows {
                let differs = (0..columns).any(|column| {
                    match (self.grid.at(one, column), self.grid.at(other, column)) {
                        (Some(a), Some(b)) => {
                            !across(a, self.row_equations[one]).eq(across(b, self.row_equations[other]))
                        }
                        _ => false,
                    }
                });
                if differs {
                    self.visible.rows.push((one as u32, other as u32));
                }
            }
        }
        let row_terms = |row: usize, variable: usize| {
            self.row_equations[row].map_or(0, |equation| code.coefficient(equation, variable))
        };
        for one in 0..columns {
            for other in one + 1..columns {
                let differs = (0..rows).any(|row| match (self.grid.at(row, one), self.grid.at(row, other)) {
                    (Some(a), Some(b)) => row_terms(row, a) != row_terms(row, b),
                    _ => false,
                });
                if differs {
                    self.visible.columns.push((one as u32, other as u32));
                }
            }
        }
    }

    /// Pairs of rows of the grid whose exchange no equality shows.
    pub fn invisible_rows(&self) -> Vec<(usize, usize)> {
        let rows = self.grid.rows();
        let pairs = (0..rows).flat_map(|one| (one + 1..rows).map(move |other| (one, other)));
        pairs.filter(|&(one, other)| !self.visible.rows.contains(&(one as u32, other as u32))).collect()
    }
}

/// Per equality, the first of those that share a variable with it, directly or through others.
fn parts(system: &System, equalities: &[usize]) -> Vec<usize> {
    let mut part_of: Vec<usize> = (0..equalities.len()).collect();
    let mut first_on = vec![usize::MAX; system.variables()];
    for (equation, &relation) in equalities.iter().enumerate() {
        for term in system.terms(relation) {
            let slot = &mut first_on[term.variable as usize];
            if *slot == usize::MAX {
                *slot = equation;
                continue;
            }
            let (one, other) = (part_of[*slot], part_of[equation]);
            if one != other {
                let (keep, drop) = (one.min(other), one.max(other));
                part_of.iter_mut().filter(|it| **it == drop).for_each(|it| *it = keep);
            }
        }
    }
    part_of
}

/// Beyond this many rows or columns exchanges of whole lines are not looked for.
const MOST_LINES: usize = 128;
