//! What localisation answers.

/// A typed error: how a figure, or several together, came to be printed as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum OperationKind {
    /// One digit was taken for one that looks like it: 0 6 8, 1 7, 3 8, 5 6, 4 9, 2 7.
    DigitConfusion,
    /// One digit is another.
    OtherDigit,
    /// Two neighbouring digits changed places.
    Transposition,
    /// A digit was left out.
    DroppedDigit,
    /// A digit stands twice.
    DoubledDigit,
    /// A digit was put in.
    InsertedDigit,
    /// A number was left out: the place is blank or holds zero.
    LeftOut,
    /// The value is ten thousand times what it should be, or a ten thousandth of it: a slip of the unit.
    UnitSlip,
    /// One value stands for another without likeness.
    Arbitrary,
    /// The reading is another of those that were offered with the observation.
    OtherReading,
    /// The values of a row stand one place off: a blank was lost or gained.
    RowSlip,
    /// Two cells of a row changed places.
    ExchangedInRow,
    /// Two cells of a column changed places.
    ExchangedInColumn,
    /// Two rows changed places.
    RowsExchanged,
    /// Two columns changed places.
    ColumnsExchanged,
    /// A figure and its total were changed by the same amount, what they enter was not.
    TotalNotUpdated,
    /// An amount was moved from one figure to another.
    Reclassified,
    /// A whole column is that of another year.
    ColumnPasted,
}

/// One change of a repair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Edit {
    /// Position of the variable.
    pub variable: usize,
    /// As observed; `None` for a blank.
    pub from: Option<i64>,
    /// As it must have been.
    pub to: i64,
}

/// One error of an explanation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operation {
    /// What happened.
    pub kind: OperationKind,
    /// To which variables, ascending.
    pub variables: Vec<usize>,
}

/// One way to explain what is violated: after its edits every relation holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The errors.
    pub operations: Vec<Operation>,
    /// What undoes them, by variable.
    pub edits: Vec<Edit>,
    /// Minus the logarithm of how likely it was, in thousandths of a nat.
    pub cost: u32,
    /// Its share among all explanations that were found, in thousandths.
    pub share: u32,
}

/// How far the search came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Diagnosis {
    /// Nothing is violated.
    Consistent,
    /// One explanation is likelier than all others together by far, and more than one relation speaks for each
    /// figure it changes. Assumes at most three wrong figures, or two errors of a shape.
    Unique,
    /// Several explanations are left, or the one that is left rests on one relation alone.
    Ambiguous,
    /// Nothing within three wrong figures or two errors of a shape explains it.
    NoneWithin,
    /// What is violated says nothing about where: no equality between observed figures is.
    OutsideCode,
    /// The search was given up; explanations may be missing.
    SearchLimit,
}

/// Where a violated system is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Localisation {
    /// How sure it is.
    pub diagnosis: Diagnosis,
    /// The likeliest first, at most [`MOST_LISTED`](super::MOST_LISTED).
    pub explanations: Vec<Explanation>,
    /// How many there are, listed or not.
    pub count: usize,
    /// Variables that every explanation changes.
    pub backbone: Vec<usize>,
    /// Variables that some explanation changes.
    pub suspects: Vec<usize>,
    /// Variables on violated equalities.
    pub region: Vec<usize>,
    /// Steps the search took: the same on every machine.
    pub nodes: u32,
}

impl Localisation {
    pub(super) fn without_explanation(diagnosis: Diagnosis, region: Vec<usize>, nodes: u32) -> Self {
        Self {
            diagnosis,
            explanations: Vec::new(),
            count: 0,
            backbone: Vec::new(),
            suspects: Vec::new(),
            region,
            nodes,
        }
    }

    /// The one explanation, where it is [`Diagnosis::Unique`].
    pub fn unique(&self) -> Option<&Explanation> {
        self.explanations.first().filter(|_| self.diagnosis == Diagnosis::Unique)
    }
}
