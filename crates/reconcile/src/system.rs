//! Variables, and relations between sums of them.

/// Which integers a variable may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Domain {
    /// Zero or more: counts.
    NonNegative,
    /// Any integer: changes, balances.
    Signed,
}

/// How the two sides of a relation compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// `left = right`.
    Equal,
    /// `left <= right`.
    AtMost,
    /// `left >= right`.
    AtLeast,
}

impl Comparison {
    /// Whether `left - right` satisfies it.
    pub const fn holds(self, difference: i64) -> bool {
        match self {
            Self::Equal => difference == 0,
            Self::AtMost => difference <= 0,
            Self::AtLeast => difference >= 0,
        }
    }
}

/// One variable of a relation with its weight in `left - right`, never zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// Position of the variable.
    pub variable: u32,
    /// Positive on the left side, negative on the right.
    pub coefficient: i32,
}

/// A set of relations over a set of variables, compiled to one flat array of terms.
#[derive(Clone, Debug, Default)]
pub struct System {
    domains: Vec<Domain>,
    comparisons: Vec<Comparison>,
    ends: Vec<Ends>,
    terms: Vec<Term>,
}

/// Where the terms of a relation end: first stand those with weight 1, then those with weight -1, then the others.
#[derive(Clone, Copy, Debug)]
struct Ends {
    plus: u32,
    minus: u32,
    all: u32,
}

/// A relation with its terms by weight, so that nearly all of them are added or subtracted and never multiplied.
#[derive(Clone, Copy)]
pub(crate) struct Parted<'a> {
    pub(crate) comparison: Comparison,
    pub(crate) plus: &'a [Term],
    pub(crate) minus: &'a [Term],
    pub(crate) weighted: &'a [Term],
}

/// The sum of the weights of one relation up to which values of 47 bits and a sign cannot overflow eight bytes.
pub(crate) const MOST_WEIGHT: u64 = 1 << 15;

impl Parted<'_> {
    /// Whether its weights come to no more than [`MOST_WEIGHT`].
    pub(crate) fn is_light(self) -> bool {
        let weighted =
            self.weighted.iter().map(|term| u64::from(term.coefficient.unsigned_abs())).sum::<u64>();
        (self.plus.len() + self.minus.len()) as u64 + weighted <= MOST_WEIGHT
    }
}

impl System {
    /// No variables, no relations.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a variable and returns its position, counted from 0.
    pub fn variable(&mut self, domain: Domain) -> usize {
        self.domains.push(domain);
        self.domains.len() - 1
    }

    /// Adds the relation between the sum of `left` and the sum of `right` (an empty side is zero) and returns
    /// its position, counted from 0; `None` when a side names a variable that was not added.
    ///
    /// A variable that stands on both sides cancels; one that stands twice on a side counts twice.
    pub fn relation(&mut self, left: &[usize], comparison: Comparison, right: &[usize]) -> Option<usize> {
        if left.iter().chain(right).any(|&variable| variable >= self.domains.len()) {
            return None;
        }
        let start = self.terms.len();
        let signed = left.iter().map(|&v| (v, 1)).chain(right.iter().map(|&v| (v, -1)));
        for (variable, sign) in signed {
            let variable = u32::try_from(variable).ok()?;
            match self.terms[start..].iter_mut().find(|term| term.variable == variable) {
                Some(term) => term.coefficient += sign,
                None => self.terms.push(Term { variable, coefficient: sign }),
            }
        }
        let kept = {
            let mut at = start;
            for from in start..self.terms.len() {
                if self.terms[from].coefficient != 0 {
                    self.terms[at] = self.terms[from];
                    at += 1;
                }
            }
            at
        };
        self.terms.truncate(kept);
        let own = &mut self.terms[start..];
        own.sort_by_key(|term| match term.coefficient {
            1 => 0,
            -1 => 1,
            _ => 2,
        });
        let plus = start + own.partition_point(|term| term.coefficient == 1);
        let minus = plus + own[plus - start..].partition_point(|term| term.coefficient == -1);
        self.ends.push(Ends { plus: plus as u32, minus: minus as u32, all: kept as u32 });
        self.comparisons.push(comparison);
        Some(self.comparisons.len() - 1)
    }

    /// How many variables there are.
    pub fn variables(&self) -> usize {
        self.domains.len()
    }

    /// How many relations there are.
    pub fn relations(&self) -> usize {
        self.comparisons.len()
    }

    /// The domain of a variable; [`Domain::Signed`], the wider one, for a variable that does not exist.
    pub fn domain(&self, variable: usize) -> Domain {
        self.domains.get(variable).copied().unwrap_or(Domain::Signed)
    }

    /// The comparison of relation `relation`, when it exists.
    pub fn comparison(&self, relation: usize) -> Option<Comparison> {
        self.comparisons.get(relation).copied()
    }

    /// The terms of `left - right` of relation `relation`, those with weight 1 first, then those with weight -1, then
    /// the others; empty when it does not exist.
    pub fn terms(&self, relation: usize) -> &[Term] {
        let Some(end) = self.ends.get(relation) else { return &[] };
        let start = if relation == 0 { 0 } else { self.ends[relation - 1].all };
        &self.terms[start as usize..end.all as usize]
    }

    /// Every relation in order, its terms by weight.
    pub(crate) fn parted(&self) -> impl Iterator<Item = Parted<'_>> {
        let mut rest = &self.terms[..];
        let mut start = 0;
        self.comparisons.iter().zip(&self.ends).map(move |(&comparison, ends)| {
            let mut until = |end: u32| {
                let (own, others) = rest.split_at((end - start) as usize);
                (rest, start) = (others, end);
                own
            };
            let (plus, minus, weighted) = (until(ends.plus), until(ends.minus), until(ends.all));
            Parted { comparison, plus, minus, weighted }
        })
    }
}
