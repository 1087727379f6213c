//! A report with its figures made ready, and what was found on it so far.

use super::super::fingerprint::fingerprint;
use super::super::rules;
use super::{Checked, figures};
use crate::Grade as EngineGrade;
use crate::figure::{Assessment, Figure, Status};
use gongkai_model::{
    Finding, Grade, Mention, Message, Outcome, Outcomes, Place, Report, Severity, Side, StatementKind,
};
use std::collections::{BTreeMap, BTreeSet};

/// What all checks look at and add to.
pub(super) struct Scene<'a> {
    pub report: &'a Report,
    /// The figure of each mention, in the order of the mentions.
    pub figures: Vec<Option<Figure>>,
    /// Mentions that are parts of a list.
    pub listed: BTreeSet<usize>,
    /// Growth without a stated base: the figure that grew, and what is said of it, in the order of the statements.
    growth: BTreeMap<usize, Vec<usize>>,
    /// Shares that hold only because they were cut off or rounded up, in words.
    pub bent: Vec<(usize, EngineGrade)>,
    /// Shares that were looked at.
    pub shares: usize,
    pub checked: Checked,
}

/// A finding before it has everything a finding has.
pub(super) struct Draft<'a> {
    pub rule: &'static str,
    pub severity: Severity,
    pub outcome: Outcome,
    pub grade: Option<Grade>,
    pub message: Message,
    pub left: Option<Side>,
    pub right: Option<Side>,
    /// Mentions taking part, the one to look at first.
    pub mentions: &'a [usize],
    /// Indicators of the tables taking part.
    pub facts: Vec<String>,
    pub span: Option<Place>,
}

impl<'a> Draft<'a> {
    /// A finding without sides, that points at the first of `mentions`.
    pub(super) const fn new(
        rule: &'static str,
        (severity, outcome): (Severity, Outcome),
        message: Message,
        mentions: &'a [usize],
    ) -> Self {
        Self {
            rule,
            severity,
            outcome,
            grade: None,
            message,
            left: None,
            right: None,
            mentions,
            facts: Vec::new(),
            span: None,
        }
    }

    /// A warning, or a note where another reading excuses what is found.
    pub(super) const fn accusing(
        rule: &'static str,
        excused: bool,
        message: Message,
        mentions: &'a [usize],
    ) -> Self {
        let (severity, outcome) = if excused {
            (Severity::Note, Outcome::Undetermined)
        } else {
            (Severity::Warning, Outcome::Violated)
        };
        Self::new(rule, (severity, outcome), message, mentions)
    }
}

impl<'a> Scene<'a> {
    pub(super) fn new(report: &'a Report) -> Self {
        let figures = report.mentions.iter().map(figures::of_mention).collect();
        let (mut listed, mut growth) = (BTreeSet::new(), BTreeMap::<_, Vec<_>>::new());
        for statement in &report.statements {
            match &statement.kind {
                StatementKind::Parts { parts, .. } => listed.extend(parts),
                StatementKind::Growth { growth: told, current: Some(now), base: None } => {
                    growth.entry(*now).or_default().push(*told);
                }
                _ => {}
            }
        }
        Self { report, figures, listed, growth, bent: Vec::new(), shares: 0, checked: Checked::default() }
    }

    /// What is said of the growth of mention `now`, without a stated base.
    pub(super) fn growth_of(&self, now: usize) -> impl Iterator<Item = usize> + '_ {
        self.growth.get(&now).into_iter().flatten().copied()
    }

    pub(super) fn mention(&self, at: usize) -> &'a Mention {
        &self.report.mentions[at]
    }

    pub(super) fn figure(&self, at: usize) -> Option<Figure> {
        self.figures.get(at).copied().flatten()
    }

    /// The figures of several mentions; nothing where one of them has none.
    pub(super) fn figures_of(&self, mentions: &[usize]) -> Option<Vec<Figure>> {
        mentions.iter().map(|&at| self.figure(at)).collect()
    }

    /// Counts how a relation came out.
    pub(super) fn count(&mut self, status: Status) {
        let Outcomes { satisfied, within_rounding, violated, undetermined, .. } = &mut self.checked.outcomes;
        *match status {
            Status::Exact | Status::Vacuous => satisfied,
            Status::Within(_) => within_rounding,
            Status::Violated => violated,
            Status::NotAssessed(_) => undetermined,
        } += 1;
    }

    /// Adds a finding.
    pub(super) fn find(&mut self, draft: Draft<'_>) {
        let Draft { rule, severity, outcome, grade, message, left, right, mentions, facts, span } = draft;
        let values = left.as_ref().and_then(|it| it.value).zip(right.as_ref().and_then(|it| it.value));
        // Without an indicator, what was counted is its name.
        let names: Vec<String> =
            if facts.is_empty() { mentions.iter().map(|&at| self.name(at)).collect() } else { facts.clone() };
        let first = mentions.first().copied().unwrap_or_default();
        let finding = Finding {
            rule,
            severity,
            outcome,
            grade,
            message,
            left,
            right,
            difference: values.map(|(left, right)| left - right),
            fingerprint: fingerprint(self.report, rule, &names),
            facts,
            mentions: mentions.to_vec(),
            basis: rules::basis(rule),
            repairs: Vec::new(),
            symptom_of: None,
            span: span.or_else(|| self.report.mentions.get(first).map(|it| it.span)),
        };
        self.checked.findings.push((first, finding));
    }

    fn name(&self, at: usize) -> String {
        let mention = self.mention(at);
        mention.indicator.clone().unwrap_or_else(|| mention.subject.clone())
    }

    /// A side made of mentions.
    pub(super) fn side(&self, mentions: &[usize]) -> Side {
        let expr: Vec<String> = mentions.iter().map(|at| format!("mentions[{at}]")).collect();
        let total = mentions.iter().map(|&at| self.mention(at).value).sum();
        Side { expr: expr.join(" + "), value: Some(total) }
    }

    /// Whether two mentions count in the same unit, as far as units are printed.
    pub(super) fn same_unit(&self, one: usize, other: usize) -> bool {
        let (one, other) = (self.mention(one), self.mention(other));
        one.kind == other.kind && (one.unit == other.unit || one.unit.is_none() || other.unit.is_none())
    }

    /// Whether both are counted in one unit, whatever kind of figure each is.
    pub(super) fn same_counted(&self, one: usize, other: usize) -> bool {
        self.mention(one).unit == self.mention(other).unit
    }

    /// Mention `at` and those around it, so many that a passage has no more: cost stays linear.
    pub(super) fn around(&self, at: usize) -> std::ops::Range<usize> {
        const MOST: usize = 96;
        at.saturating_sub(MOST)..self.report.mentions.len().min(at + MOST)
    }

    /// Mentions of the same sentence as mention `at`, itself left out; those of a sentence stand together.
    pub(super) fn neighbours(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        let sentence = self.mention(at).sentence;
        let same = move |other: &usize| self.mention(*other).sentence == sentence;
        let first = (0..at).rev().take_while(same).last().unwrap_or(at);
        (first..self.report.mentions.len()).take_while(same).filter(move |other| *other != at)
    }
}

/// The grade of the public vocabulary.
pub(super) fn grade(status: Status) -> Option<Grade> {
    Some(match status.grade()? {
        EngineGrade::Rounded => Grade::Rounded,
        EngineGrade::Truncated => Grade::Truncated,
        EngineGrade::RoundedUp => Grade::RoundedUp,
        EngineGrade::Loose => Grade::Loose,
    })
}

/// The better of two outcomes: whichever holds, with the least stretching.
pub(super) fn better(one: Assessment, other: Assessment) -> Assessment {
    let rank = |it: &Assessment| match it.status {
        Status::Exact | Status::Vacuous => 0,
        Status::Within(grade) => 1 + grade as u8,
        Status::NotAssessed(_) => 8,
        Status::Violated => 9,
    };
    if rank(&other) < rank(&one) { other } else { one }
}
