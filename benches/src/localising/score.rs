//! What became of the errors.

use super::Damaged;
use gongkai::reconcile::Observation;
use gongkai::reconcile::localise::{Diagnosis, Evidence, Explanation, Localisation, Localiser};

/// Whether every equality of the system holds on `table`.
pub(super) fn is_consistent(localiser: &Localiser, table: &[i64]) -> bool {
    let observed: Vec<Observation> = table.iter().map(|&it| Observation::Exact(it)).collect();
    localiser.localise(&observed, &Evidence::default()).diagnosis == Diagnosis::Consistent
}

/// How one record came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Record {
    /// Unique, and the truth.
    Right,
    /// Unique, and not the truth.
    Wrong,
    /// Several, the truth among them, and another changes no more figures: arithmetic cannot tell.
    Tie,
    /// Several, the truth among them, the others less likely by their count alone.
    Open,
    /// Several, and the truth is not listed.
    Unlisted,
    /// No explanation.
    None,
    /// Nothing is violated: the error cannot be seen.
    Unseen,
}

/// How many records came out how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Seen errors.
    pub records: u32,
    /// See [`Record`].
    pub right: u32,
    /// See [`Record`].
    pub wrong: u32,
    /// See [`Record`].
    pub tie: u32,
    /// See [`Record`].
    pub open: u32,
    /// See [`Record`].
    pub unlisted: u32,
    /// See [`Record`].
    pub none: u32,
    /// Ambiguous records whose first explanation is the truth.
    pub first: u32,
    /// Steps of the longest search.
    pub nodes: u32,
}

impl Tally {
    /// Takes a record in; what is unseen is not counted.
    pub fn add(&mut self, record: Record, answer: &Localisation) {
        self.records += u32::from(record != Record::Unseen);
        self.nodes = self.nodes.max(answer.nodes);
        match record {
            Record::Right => self.right += 1,
            Record::Wrong => self.wrong += 1,
            Record::Tie => self.tie += 1,
            Record::Open => self.open += 1,
            Record::Unlisted => self.unlisted += 1,
            Record::None => self.none += 1,
            Record::Unseen => {}
        }
    }

    /// The sum of both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            records: self.records + other.records,
            right: self.right + other.right,
            wrong: self.wrong + other.wrong,
            tie: self.tie + other.tie,
            open: self.open + other.open,
            unlisted: self.unlisted + other.unlisted,
            none: self.none + other.none,
            first: self.first + other.first,
            nodes: self.nodes.max(other.nodes),
        }
    }

    /// Records whose truth is among what was listed.
    pub fn listed(&self) -> u32 {
        self.right + self.tie + self.open
    }
}

/// Localises the error of `damaged` and says how it came out.
pub fn score(localiser: &Localiser, damaged: &Damaged) -> (Record, Localisation) {
    score_beside(localiser, damaged, &Evidence::default())
}

/// The same with what is known beside the table.
pub fn score_beside(
    localiser: &Localiser,
    damaged: &Damaged,
    evidence: &Evidence<'_>,
) -> (Record, Localisation) {
    let observed: Vec<Observation> =
        damaged.printed.iter().map(|it| it.map_or(Observation::Blank, Observation::Exact)).collect();
    let answer = localiser.localise(&observed, evidence);
    let is_truth = |it: &Explanation| {
        let mut mended: Vec<i64> = damaged.printed.iter().map(|it| it.unwrap_or(0)).collect();
        for edit in &it.edits {
            mended[edit.variable] = edit.to;
        }
        mended == damaged.truth
    };
    let wrong = damaged
        .printed
        .iter()
        .zip(&damaged.truth)
        .filter(|(printed, truth)| **printed != Some(**truth) && (printed.is_some() || **truth != 0));
    let wrong = wrong.count();
    let others = || answer.explanations.iter().filter(|it| !is_truth(it));
    let record = match answer.diagnosis {
        Diagnosis::Consistent | Diagnosis::OutsideCode => Record::Unseen,
        Diagnosis::Unique if is_truth(&answer.explanations[0]) => Record::Right,
        Diagnosis::Unique => Record::Wrong,
        _ if answer.explanations.is_empty() => Record::None,
        _ if !answer.explanations.iter().any(is_truth) => Record::Unlisted,
        _ if others().any(|it| it.edits.len() <= wrong) => Record::Tie,
        _ => Record::Open,
    };
    (record, answer)
}
