//! The reports of other years, and which of them is the one before.

use crate::report::Brief;
use crate::report::agencies::{Agreement, agree};
use gongkai_model::Report;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Briefs of reports of other years; see [`Brief`] for what is kept of each.
#[derive(Clone, Debug, Default)]
pub struct Archive {
    /// By year; `None` where a report prints none.
    by_year: BTreeMap<Option<u16>, Vec<Brief>>,
    is_single: bool,
}

/// The report that was found to stand before another, and how well it fits.
#[derive(Clone, Copy, Debug)]
pub struct Previous<'a> {
    /// Its figures.
    pub brief: &'a Brief,
    /// Whether it is of the year before, or was given as such and prints no year.
    pub is_year_before: bool,
    /// Whether it is of that or an earlier year.
    pub is_earlier: bool,
    /// Whether the names of the agencies differ: it was given as the one file to compare with.
    pub is_other_name: bool,
}

impl Archive {
    /// No reports yet; the agency is found by name and place, the year by what is printed.
    pub fn new() -> Self {
        Self::default()
    }

    /// An archive of the one report that somebody named: it is taken as the same agency's, whatever its name.
    pub fn single(brief: Brief) -> Self {
        let mut archive = Self { is_single: true, ..Self::default() };
        archive.add(brief);
        archive
    }

    /// Adds a report.
    pub fn add(&mut self, brief: Brief) {
        self.by_year.entry(brief.year).or_default().push(brief);
    }

    /// How many reports there are.
    pub fn len(&self) -> usize {
        self.by_year.values().map(Vec::len).sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.by_year.is_empty()
    }

    /// The report of the same agency for the year before `report`, or the nearest earlier one.
    ///
    /// Of several printings of one report the one is taken of which most was read.
    pub fn previous(&self, report: &Report) -> Option<Previous<'_>> {
        if self.is_single {
            return self.by_year.values().flatten().next().map(|brief| given(report, brief));
        }
        let (agency, year) = (report.agency.as_ref()?, report.year?);
        self.by_year.range(Some(0)..Some(year)).rev().find_map(|(of, briefs)| {
            let fitting = briefs.iter().filter_map(|brief| {
                let agreement = agree(agency, brief.agency.as_ref()?);
                (agreement != Agreement::None).then_some((agreement, brief))
            });
            let best = fitting
                .max_by_key(|(agreement, brief)| (*agreement, brief.numbers(), Reverse(&brief.source)))?;
            // Near names count only where nobody else comes as near.
            let rivals = briefs.iter().filter(|it| {
                best.0 == Agreement::Near
                    && it.agency.as_ref().is_some_and(|other| {
                        agree(agency, other) == Agreement::Near
                            && best
                                .1
                                .agency
                                .as_ref()
                                .is_some_and(|best| agree(best, other) == Agreement::None)
                    })
            });
            (rivals.count() == 0).then_some(Previous {
                brief: best.1,
                is_year_before: of.is_some_and(|it| it + 1 == year),
                is_earlier: true,
                is_other_name: false,
            })
        })
    }
}

/// What was given as last year's is taken as that, unless its year says otherwise.
fn given<'a>(report: &Report, brief: &'a Brief) -> Previous<'a> {
    let gap = report.year.zip(brief.year).map(|(new, old)| i32::from(new) - i32::from(old));
    let names = report.agency.as_ref().zip(brief.agency.as_ref());
    Previous {
        brief,
        is_year_before: gap.is_none_or(|gap| gap == 1),
        is_earlier: gap.is_none_or(|gap| gap >= 1),
        is_other_name: names.is_some_and(|(ours, theirs)| agree(ours, theirs) == Agreement::None),
    }
}
