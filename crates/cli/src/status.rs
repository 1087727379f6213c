//! The exit status.

use gongkai::model::Verdict;
use std::process::ExitCode;

/// How the program ends; the worst of all inputs counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Status {
    /// Nothing worse than a note.
    #[default]
    Fine = 0,
    /// Warnings or errors were found.
    Found = 1,
    /// A document could not be read or claimed.
    Unreadable = 2,
    /// The command line makes no sense, or the result could not be written.
    Usage = 3,
}

impl From<Verdict> for Status {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Clean | Verdict::Notes => Self::Fine,
            Verdict::Warnings | Verdict::Errors => Self::Found,
            Verdict::Unreadable => Self::Unreadable,
        }
    }
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(status as u8)
    }
}
