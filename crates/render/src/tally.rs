//! Counting over many inputs without keeping them.

use gongkai_model::{Audit, Coverage, Severity, Verdict};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What came out of a batch so far; its size depends on the number of rules, not of inputs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    inputs: u32,
    verdicts: BTreeMap<Verdict, u32>,
    rules: BTreeMap<(Reverse<Severity>, &'static str), RuleCount>,
    coverage: Coverage,
}

/// How often a rule spoke.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct RuleCount {
    pub(crate) findings: u32,
    pub(crate) inputs: u32,
}

impl Tally {
    /// Counts one more input.
    pub fn add(&mut self, audit: &Audit) {
        self.inputs += 1;
        *self.verdicts.entry(audit.verdict).or_default() += 1;
        self.coverage.cells = self.coverage.cells.saturating_add(audit.coverage.cells);
        self.coverage.found = self.coverage.found.saturating_add(audit.coverage.found);
        let mut here: BTreeMap<(Reverse<Severity>, &'static str), u32> = BTreeMap::new();
        for finding in audit.findings.iter().filter(|it| it.symptom_of.is_none()) {
            *here.entry((Reverse(finding.severity), finding.rule)).or_default() += 1;
        }
        for (rule, findings) in here {
            let count = self.rules.entry(rule).or_default();
            count.findings += findings;
            count.inputs += 1;
        }
    }

    /// How many inputs were counted.
    pub fn inputs(&self) -> u32 {
        self.inputs
    }

    /// How many inputs came out as `verdict`.
    pub fn count(&self, verdict: Verdict) -> u32 {
        self.verdicts.get(&verdict).copied().unwrap_or(0)
    }

    /// The worst verdict; `None` before the first input.
    pub fn worst(&self) -> Option<Verdict> {
        self.verdicts.keys().next_back().copied()
    }

    pub(crate) fn coverage(&self) -> Coverage {
        self.coverage
    }

    /// Rules that spoke, the worst first, then by id.
    pub(crate) fn rules(&self) -> impl Iterator<Item = (Severity, &'static str, RuleCount)> {
        self.rules.iter().map(|(&(Reverse(severity), rule), &count)| (severity, rule, count))
    }
}
