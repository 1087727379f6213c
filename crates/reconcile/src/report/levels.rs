//! A government's figures beside those of the bodies below it: bounds, sums where everybody is there, who is missing.
//!
//! [`Levels`] keeps a [`Brief`] of every report. Which body lies below which comes from a [`Membership`], else from the
//! names: 乙市甲县 lies in 乙市. Totals that count one thing once however many bodies report it are only bounded.

mod membership;

pub use membership::{Membership, MembershipError};

use super::Brief;
use super::across::{Confrontation, Draft, Term, confront, side};
use super::agencies::{is_own_level, key, lies_in, place};
use super::brief::Figure;
use crate::{Comparison, Outcome as Came};
use gongkai_model::{Measure, Message, Outcome, Report, Scope, Severity, ValueKind};
use std::collections::{BTreeMap, BTreeSet};

/// Beginnings of the ids of figures that add up over bodies.
const ADDITIVE: &[&str] = &[
    "applications.",
    "review.",
    "litigation.",
    "complaints.",
    "capacity.",
    "training.",
    "proactive.licensing.decisions",
    "proactive.penalties.decisions",
    "proactive.coercive_measures.decisions",
    "proactive.administrative_fees.amount",
];

/// Totals in which one thing counts once: the whole may be less than its parts.
const COUNTED_ONCE: &[&str] = &["proactive.items_total", "response.hot_topics"];

/// Rows and bodies named one by one.
const MOST_NAMED: usize = 6;

/// The reports of one or several years, parents and children among each other.
#[derive(Clone, Debug, Default)]
pub struct Levels {
    briefs: Vec<Brief>,
    /// By year and folded name.
    by_name: BTreeMap<(Option<u16>, String), usize>,
    membership: Option<Membership>,
}

/// The bodies below one.
#[derive(Default)]
struct Below<'a> {
    own: Option<&'a Brief>,
    children: Vec<&'a Brief>,
    missing: Vec<String>,
    /// Whether somebody said who belongs to it, so that nobody else does.
    is_declared: bool,
}

impl Levels {
    /// No reports yet; without a membership the names decide.
    pub fn new(membership: Option<Membership>) -> Self {
        Self { membership, ..Self::default() }
    }

    /// Adds a report. Of several of one agency and year the one is kept of which most was read.
    pub fn add(&mut self, brief: Brief) {
        let at = self.briefs.len();
        let names = [Some(key(brief.name())), place(brief.name()), Some(brief.source.clone())];
        for name in names.into_iter().flatten().filter(|name| !name.is_empty()) {
            let known = self.by_name.entry((brief.year, name)).or_insert(at);
            if self.briefs.get(*known).is_some_and(|other| other.numbers() < brief.numbers()) {
                *known = at;
            }
        }
        self.briefs.push(brief);
    }

    /// The parents of the membership that no report was found of, each with its line: nothing is checked for them.
    pub fn unmatched(&self) -> Vec<(usize, String)> {
        let known: BTreeSet<&str> = self.by_name.keys().map(|(_, name)| name.as_str()).collect();
        let mut seen = BTreeSet::new();
        let members = self.membership.iter().flat_map(Membership::members);
        let unmatched = members.filter(|member| {
            let names = [Some(key(&member.parent)), place(&member.parent), Some(member.parent.clone())];
            let is_known = names.into_iter().flatten().any(|it| known.contains(it.as_str()));
            !is_known && seen.insert(member.parent.as_str())
        });
        unmatched.map(|member| (member.line, member.parent.clone())).collect()
    }

    /// Whether by their names no report lies below another: nothing is checked then, unless a membership says more.
    pub fn is_flat(&self) -> bool {
        let holds_another = |whole: &Brief| {
            place(whole.name())
                .is_some_and(|place| self.inside(whole.year, &place, &whole.source).next().is_some())
        };
        self.membership.is_none() && !self.briefs.iter().any(holds_another)
    }

    /// The reports of bodies whose names begin with `place`, by name, without the one in the file `source`.
    fn inside<'a, 'p>(
        &'a self,
        year: Option<u16>,
        place: &'p str,
        source: &'p str,
    ) -> impl Iterator<Item = &'a Brief> + use<'a, 'p> {
        self.by_name
            .range((year, place.to_owned())..)
            .take_while(move |((of, name), _)| *of == year && name.starts_with(place))
            .filter_map(|(_, &at)| self.briefs.get(at))
            .filter(move |brief| lies_in(brief.name(), place) && brief.source != source)
    }

    /// Confronts `report` with the reports of the bodies below it.
    pub fn check(&self, report: &Report) -> Confrontation {
        let mut out = Confrontation::default();
        let name = report.agency.as_ref().map_or("", |agency| &agency.name);
        if report.unreadable.is_some() || report.scope == Scope::Own || is_own_level(name) {
            return out;
        }
        let below = match &self.membership {
            Some(membership) => self.declared(report, name, membership),
            None => self.by_names(report, name),
        };
        let parent = Brief::of(report, super::Prose::default());
        for child in below.own.iter().chain(&below.children) {
            bounds(report, &parent, child, below.is_declared, &mut out);
        }
        sums(report, &parent, &below, &mut out);
        if !below.missing.is_empty() && (below.own.is_some() || !below.children.is_empty()) {
            out.findings.push(missing(report, &below));
        }
        out
    }

    fn find(&self, year: Option<u16>, name: &str) -> Option<&Brief> {
        let of = |name: String| self.by_name.get(&(year, name));
        let at = of(key(name)).or_else(|| of(name.to_owned())).or_else(|| of(place(name)?))?;
        self.briefs.get(*at)
    }

    fn declared<'a>(&'a self, report: &Report, name: &str, membership: &Membership) -> Below<'a> {
        let mut below = Below { is_declared: true, ..Below::default() };
        for member in membership.below(name, &report.source) {
            match self.find(report.year, &member.child).filter(|it| it.source != report.source) {
                Some(brief) if member.is_own => below.own = Some(brief),
                // One body under two names is one body.
                Some(brief) if below.children.iter().any(|it| it.source == brief.source) => {}
                Some(brief) => below.children.push(brief),
                None => below.missing.push(member.child.clone()),
            }
        }
        below
    }

    /// Those whose names begin with the place, the nearest only: a town belongs to its county, not to the province.
    fn by_names<'a>(&'a self, report: &Report, name: &str) -> Below<'a> {
        let (Some(whole), Some(_)) = (place(name), report.year) else { return Below::default() };
        let mut inside: Vec<&Brief> = self.inside(report.year, &whole, &report.source).collect();
        inside.dedup_by_key(|brief| &brief.source);
        // Names in order stand behind the place they begin with.
        let mut children: Vec<&Brief> = Vec::new();
        let mut within: Option<String> = None;
        for brief in inside {
            if within.as_ref().is_some_and(|place| lies_in(brief.name(), place)) {
                continue;
            }
            within = place(brief.name()).or(within);
            if !children.iter().any(|it| it.source == brief.source) {
                children.push(brief);
            }
        }
        Below { children, ..Below::default() }
    }
}

fn is_additive(id: &str) -> bool {
    ADDITIVE.iter().any(|start| id.starts_with(start))
}

/// The figures of the parent that bound those below.
fn bounding(parent: &Brief) -> impl Iterator<Item = &Figure> {
    let plain = |it: &&Figure| it.measure == Measure::Year && it.indicator.kind() != ValueKind::SignedCount;
    parent.figures.iter().filter(plain)
}

/// No figure of the whole is below that of a part.
fn bounds(report: &Report, parent: &Brief, child: &Brief, is_declared: bool, out: &mut Confrontation) {
    let mut broken = Vec::new();
    for figure in bounding(parent) {
        let id = figure.indicator.id();
        let Some(part) = child.figure(id, Measure::Year) else { continue };
        let left = [Term { id, tag: "", figure: Some(figure) }];
        let right = [Term { id, tag: child.name(), figure: Some(part) }];
        if out.count(&confront(&left, Comparison::AtLeast, &right)) {
            broken.push((left, right));
        }
    }
    as_printed(report, &mut broken);
    let Some((left, right)) = broken.first() else { return };
    let both_whole = report.scope == Scope::Aggregate && child.scope == Scope::Aggregate;
    let disputed = broken.iter().all(|(left, right)| left[0].is_disputed() || right[0].is_disputed());
    let severity = match (disputed, is_declared && both_whole) {
        (true, _) => Severity::Note,
        (_, true) => Severity::Error,
        _ => Severity::Warning,
    };
    let (zh, en) = named(broken.iter().map(|(left, right)| (left, right)), "不小于", "at least");
    let (child_zh, child_en) = other(child, right[0].figure);
    let draft = Draft {
        rule: "level-total",
        severity,
        outcome: Outcome::Violated,
        message: Message::new(
            format!(
                "本报告的数不应小于所属单位的数，但与{child_zh}相比：{zh}；先看本报告的这一格，再看所属单位是否报错或归属有误。"
            ),
            format!(
                "No figure may be below that of a body it includes, yet beside {child_en}: {en}; look at this report's box first, then whether that body reported wrongly or does not belong here."
            ),
        ),
        sides: Some((side(left), side(right))),
        facts: broken.iter().flat_map(|(left, right)| [left[0].tagged(), right[0].tagged()]).collect(),
    };
    out.findings.push(draft.finding(report));
}

/// What adds up is at least the sum of the parts there are, and is their sum where all of them are there.
fn sums(report: &Report, parent: &Brief, below: &Below<'_>, out: &mut Confrontation) {
    let parts: Vec<&Brief> = below.own.iter().chain(&below.children).copied().collect();
    if parts.len() < 2 {
        return;
    }
    let is_complete = below.is_declared && below.own.is_some() && below.missing.is_empty();
    let (mut equal, mut at_least, mut at_most) = (Vec::new(), Vec::new(), Vec::new());
    for figure in bounding(parent) {
        let id = figure.indicator.id();
        let (comparison, broken) = match (is_additive(id), is_complete) {
            (true, true) => (Comparison::Equal, &mut equal),
            (true, false) => (Comparison::AtLeast, &mut at_least),
            (false, true) if COUNTED_ONCE.contains(&id) => (Comparison::AtMost, &mut at_most),
            _ => continue,
        };
        let left = [Term { id, tag: "", figure: Some(figure) }];
        let right: Vec<Term<'_>> = parts
            .iter()
            .map(|part| Term { id, tag: part.name(), figure: part.figure(id, Measure::Year) })
            .collect();
        // A child on another form has no such cell: nothing can be said of the sum.
        if right.iter().any(|term| term.figure.is_none()) {
            continue;
        }
        // One part above the whole is told already.
        let above = |part: &Term<'_>| confront(&left, Comparison::AtLeast, &[*part]) == Came::Violated;
        let told = right.iter().any(above);
        if out.count(&confront(&left, comparison, &right)) && !told {
            broken.push((left, right));
        }
    }
    let kinds = [
        (equal, Severity::Warning, "等于", "equal to"),
        (at_least, Severity::Warning, "不小于", "at least"),
        // What several bodies made together is counted once above.
        (at_most, Severity::Note, "不大于", "at most"),
    ];
    for (broken, severity, what_zh, what_en) in kinds {
        out.findings.extend(unlike_sums(report, parts.len(), broken, (severity, what_zh, what_en)));
    }
}

/// A finding on the cells of the parent that are not to the sums of its parts what they should be.
fn unlike_sums<'t>(
    report: &Report,
    parts: usize,
    mut broken: Vec<([Term<'t>; 1], Vec<Term<'t>>)>,
    (severity, what_zh, what_en): (Severity, &str, &str),
) -> Option<gongkai_model::Finding> {
    as_printed(report, &mut broken);
    let (left, right) = broken.first()?;
    let (zh, en) = named(broken.iter().map(|(left, right)| (left, right)), what_zh, what_en);
    let draft = Draft {
        rule: "level-total",
        severity,
        outcome: Outcome::Violated,
        message: Message::new(
            format!("本报告的数应{what_zh}所属{parts}个单位之和：{zh}；请核对是否漏汇总、重复汇总。"),
            format!(
                "The figures should be {what_en} the sum of those of {parts} bodies: {en}; check whether one was left out or counted twice.",
            ),
        ),
        sides: Some((side(left), side(right))),
        facts: broken.iter().map(|(left, _)| left[0].tagged()).collect(),
    };
    Some(draft.finding(report))
}

/// In the order in which the report prints the cells.
fn as_printed<R>(report: &Report, broken: &mut [([Term<'_>; 1], R)]) {
    broken.sort_by_cached_key(|(left, _)| {
        report
            .facts
            .iter()
            .position(|fact| fact.indicator.id() == left[0].id && fact.measure == Measure::Year)
    });
}

/// The rows that break, with both values.
fn named<'t, R: AsRef<[Term<'t>]> + 't>(
    broken: impl ExactSizeIterator<Item = (&'t [Term<'t>; 1], &'t R)>,
    what_zh: &str,
    what_en: &str,
) -> (String, String) {
    let count = broken.len();
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    for (left, right) in broken.take(MOST_NAMED) {
        let Some((ours, theirs)) = side(left).value.zip(side(right.as_ref()).value) else { continue };
        let (label, name) = left[0].figure.map_or(("", ""), |it| (it.indicator.label(), it.indicator.name()));
        zh.push(format!("“{label}”本报告{ours}，应{what_zh}{theirs}"));
        en.push(format!("“{name}” is {ours} and should be {what_en} {theirs}"));
    }
    if count > MOST_NAMED {
        zh.push(format!("另有{}项", count - MOST_NAMED));
        en.push(format!("and {} more", count - MOST_NAMED));
    }
    (zh.join("，"), en.join(", "))
}

fn other(child: &Brief, figure: Option<&Figure>) -> (String, String) {
    let (name, source) = (child.name(), &child.source);
    match figure.map_or(0, |it| it.line) {
        0 => (format!("{name}（{source}）"), format!("{name} ({source})")),
        line => (format!("{name}（{source}第{line}行）"), format!("{name} ({source}, line {line})")),
    }
}

fn missing(report: &Report, below: &Below<'_>) -> gongkai_model::Finding {
    let (missing, present) = (&below.missing, below.children.len() + usize::from(below.own.is_some()));
    let shown = |joint: &str| missing.iter().take(MOST_NAMED * 2).cloned().collect::<Vec<_>>().join(joint);
    let count = missing.len();
    let draft = Draft {
        rule: "level-incomplete",
        severity: Severity::Note,
        outcome: Outcome::Undetermined,
        message: Message::new(
            format!(
                "所属{}个单位中有{count}个没有提供报告，只按已有的{present}个核对下限：缺{}。",
                present + count,
                shown("、")
            ),
            format!(
                "Of {} bodies that belong to it {count} have no report, so only lower bounds were checked against the {present} there are: {} missing.",
                present + count,
                shown(", ")
            ),
        ),
        sides: None,
        facts: Vec::new(),
    };
    draft.finding(report)
}
