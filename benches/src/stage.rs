//! The stages that are measured.

/// One stage of the way from bytes to an audit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The whole text normalised as prose.
    Normalise,
    /// The same, and every quantity in it recognised.
    Quantities,
    /// Bytes to a document: lines, grids, cells, folded labels.
    Grid,
    /// Every form's claim on the document.
    Claim,
    /// The sentences of a document whose tables are known: mentions and statements.
    Sentences,
    /// The document to a report: alignment, binding, masthead, outline, sentences.
    Read,
    /// The exact kernel: every identity of every table on plain integers.
    Kernel,
    /// The kernel over [`BATCH`](crate::BATCH) records of each table at once.
    Batch,
    /// Every identity of every table by the general path, half of the figures rounded.
    Intervals,
    /// The identities of a report already extracted: facts to integers, kernel, outcomes counted.
    Identities,
    /// An extracted report to its audit, findings and coverage included.
    Check,
    /// Bytes to an audit.
    Audit,
}

impl Stage {
    /// Every stage, in the order of the data.
    pub const ALL: [Self; 12] = [
        Self::Normalise,
        Self::Quantities,
        Self::Grid,
        Self::Claim,
        Self::Sentences,
        Self::Read,
        Self::Kernel,
        Self::Batch,
        Self::Intervals,
        Self::Identities,
        Self::Check,
        Self::Audit,
    ];

    /// Its name in benches and counts.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Normalise => "normalise",
            Self::Quantities => "quantities",
            Self::Grid => "grid",
            Self::Claim => "claim",
            Self::Sentences => "sentences",
            Self::Read => "read",
            Self::Kernel => "kernel",
            Self::Batch => "batch",
            Self::Intervals => "intervals",
            Self::Identities => "identities",
            Self::Check => "check",
            Self::Audit => "audit",
        }
    }

    /// The stage called `name`.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.name() == name)
    }

    /// Whether its cost grows with the bytes of the input, not only with the cells of its tables.
    pub const fn grows_with_bytes(self) -> bool {
        !matches!(self, Self::Kernel | Self::Batch | Self::Intervals | Self::Identities | Self::Check)
    }
}
