//! Identities compiled for the cells of each table.

use super::layout::grid;
use crate::localise::Localiser;
use crate::{Comparison, Conflict, Domain, Joint, Observation, Outcome, System};
use gongkai_model::{
    BoundBy, Fact, FormCell, Identity, Operand, Presence, Relation, Report, Status, TableRead, ValueKind,
};
use gongkai_text::Decimal;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// The identities of every known table, compiled once and used for any number of reports.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    /// By form id and table number.
    tables: BTreeMap<(String, u8), TableRules>,
    /// Report years of each form.
    years: BTreeMap<String, RangeInclusive<u16>>,
}

/// One identity on the cells of one table.
#[derive(Clone, Debug)]
pub(super) struct Instance {
    pub(super) identity: Identity,
    /// Positions in the table's cells.
    pub(super) left: Vec<usize>,
    pub(super) right: Vec<usize>,
}

impl Instance {
    /// All operands, left side first.
    pub(super) fn operands(&self) -> impl Iterator<Item = usize> + Clone + '_ {
        self.left.iter().chain(&self.right).copied()
    }

    /// Whether the cell at position `at` is an operand.
    pub(super) fn has(&self, at: usize) -> bool {
        self.operands().any(|it| it == at)
    }

    /// Whether the printing has the relation: some cell of each of its sides.
    pub(super) fn is_printed(&self, facts: &[Fact]) -> bool {
        let is_there = |side: &[usize]| side.is_empty() || side.iter().any(|&at| !facts[at].is_beyond_form());
        is_there(&self.left) && is_there(&self.right)
    }

    pub(super) fn is_equality(&self) -> bool {
        self.identity.relation == Relation::Equal
    }
}

/// The identities of one table: relation `i` of `system` is `instances[i]`, variable `i` is cell `i`.
#[derive(Clone, Debug)]
pub(super) struct TableRules {
    pub(super) system: System,
    pub(super) instances: Vec<Instance>,
    /// Finds what is wrong where `system` is violated.
    pub(super) localiser: Localiser,
    /// Whether printings of the form may lack the cell; empty where that is so of none.
    pub(super) optional: Vec<bool>,
}

impl Rules {
    /// No rules.
    pub fn new() -> Self {
        Self::default()
    }

    /// Compiles those instances of `identities` whose operands all lie in `cells`, the cells of table `table`
    /// of the form `template` in the order of its facts; other instances are skipped, so a form may pass all
    /// its identities for each of its tables. Identities across tables or years are not supported. An indicator that
    /// stands more than once in `cells` for one period means its first cell. Plain indicators are cells of the report
    /// year.
    ///
    /// A second call for the same table replaces the first.
    pub fn add<C: Into<FormCell>>(
        &mut self,
        template: &str,
        table: u8,
        cells: impl IntoIterator<Item = C>,
        identities: &[Identity],
    ) {
        let mut system = System::new();
        let mut position = BTreeMap::new();
        let mut optional = Vec::new();
        let mut indicators = Vec::new();
        for (at, cell) in cells.into_iter().enumerate() {
            let FormCell { indicator, measure, is_optional } = cell.into();
            let signed = indicator.kind() == ValueKind::SignedCount;
            system.variable(if signed { Domain::Signed } else { Domain::NonNegative });
            let operand = Operand { id: indicator.id(), measure, is_previous: false };
            position.entry(operand).or_insert(at);
            optional.push(is_optional);
            indicators.push(indicator);
        }
        let find = |side: &[String]| -> Option<Vec<usize>> {
            side.iter().map(|operand| position.get(&Operand::parse(operand)).copied()).collect()
        };
        let mut instances = Vec::new();
        for identity in identities {
            for (left, right) in identity.instances() {
                let (Some(left), Some(right)) = (find(&left), find(&right)) else { continue };
                let comparison = match identity.relation {
                    Relation::Equal => Comparison::Equal,
                    Relation::AtMost => Comparison::AtMost,
                    Relation::AtLeast => Comparison::AtLeast,
                };
                if system.relation(&left, comparison, &right).is_some() {
                    instances.push(Instance { identity: *identity, left, right });
                }
            }
        }
        if !optional.contains(&true) {
            optional.clear();
        }
        let localiser = Localiser::new(system.clone(), grid(&indicators, &system));
        let rules = TableRules { system, instances, localiser, optional };
        self.tables.insert((template.to_owned(), table), rules);
    }

    /// Says for which report years the form `template` is used; without it no year is wrong for the form.
    pub fn set_years(&mut self, template: &str, years: RangeInclusive<u16>) {
        self.years.insert(template.to_owned(), years);
    }

    pub(super) fn years(&self, template: &str) -> Option<&RangeInclusive<u16>> {
        self.years.get(template)
    }

    /// The compiled relations of one table, over its cells in order.
    pub fn system(&self, template: &str, table: u8) -> Option<&System> {
        self.find(template, table).map(|rules| &rules.system)
    }

    pub(super) fn find(&self, template: &str, table: u8) -> Option<&TableRules> {
        self.tables.get(&(template.to_owned(), table))
    }

    /// Every table of `report` that has rules and all its facts, with the range of those facts.
    pub(super) fn tables_of<'a>(
        &'a self,
        report: &'a Report,
    ) -> impl Iterator<Item = (usize, &'a TableRules, std::ops::Range<usize>)> + 'a {
        report.tables.iter().enumerate().filter_map(|(at, table)| {
            let rules = self.find(&table.template, table.number)?;
            let end = table.first_fact.checked_add(rules.system.variables())?;
            (end <= report.facts.len()).then_some((at, rules, table.first_fact..end))
        })
    }
}

/// The facts that belong to `table`, fewer where the report has fewer.
pub(super) fn facts_of<'a>(report: &'a Report, table: &TableRead) -> &'a [Fact] {
    let end = table.first_fact.saturating_add(table.form_cells as usize).min(report.facts.len());
    report.facts.get(table.first_fact..end).unwrap_or_default()
}

/// Decimal places that show the figures of all `facts` exactly; counts need none.
pub(super) fn common_scale(facts: &[Fact]) -> u8 {
    facts.iter().filter_map(|fact| fact.value.map(places)).max().unwrap_or(0)
}

/// Decimal places that show `value` exactly; none for a whole number, however it is printed.
pub(super) fn places(value: Decimal) -> u8 {
    if value.scale() == 0 || value.to_i64().is_some() { 0 } else { value.scale() }
}

/// A figure as an observation at `scale` decimal places. Counts are points however large; amounts are
/// rounded to their last printed place.
pub(super) fn observe(presence: Presence, value: Option<Decimal>, kind: ValueKind, scale: u8) -> Observation {
    match (presence, value) {
        (Presence::Number, Some(value)) => {
            let at_scale = |value: Decimal| {
                let mantissa =
                    if value.scale() == scale { Some(value.mantissa()) } else { value.at_scale(scale) };
                mantissa.and_then(|it| i64::try_from(it).ok())
            };
            let ulp = || Decimal::new(1, value.scale()).and_then(at_scale);
            match at_scale(value) {
                Some(value) if kind == ValueKind::Amount => {
                    Observation::Rounded { value, ulp: ulp().unwrap_or(1) }
                }
                Some(value) => Observation::Exact(value),
                // Too large to be a figure of a report: nothing is concluded from it.
                None => Observation::Unknown,
            }
        }
        (Presence::Number | Presence::NotFound, _) => Observation::Unknown,
        (Presence::Blank | Presence::NotApplicable | Presence::Dash | Presence::Text, _) => {
            Observation::Blank
        }
    }
}

/// A fact as an observation; an ambiguous one is unknown, so that nothing holds or fails on a guess.
pub(super) fn observe_fact(fact: &Fact, scale: u8) -> Observation {
    if fact.status == Status::Ambiguous {
        return Observation::Unknown;
    }
    match fact.bound_by {
        // A row that this variant of the form does not have adds nothing to any sum.
        BoundBy::RowAbsent => return Observation::Exact(0),
        BoundBy::ColumnAbsent => return Observation::Unknown,
        _ => {}
    }
    observe(fact.presence, fact.value, fact.indicator.kind(), scale)
}

impl TableRules {
    /// Identities that cannot hold together, whatever is missing, though each of them could.
    pub(super) fn conflict(&self, facts: &[Fact]) -> Option<Conflict> {
        let scale = common_scale(facts);
        let observations: Vec<_> = facts.iter().map(|fact| observe_fact(fact, scale)).collect();
        match self.system.jointly(&observations) {
            Joint::Impossible(conflict) => Some(conflict),
            Joint::Possible(_) | Joint::Unsettled => None,
        }
    }

    /// How every instance comes out on the facts of the table.
    pub(super) fn evaluate(&self, facts: &[Fact]) -> Vec<Outcome> {
        let scale = common_scale(facts);
        let observations: Vec<_> = facts.iter().map(|fact| observe_fact(fact, scale)).collect();
        let mut outcomes = Vec::new();
        self.system.evaluate_all(&observations, &mut outcomes);
        outcomes
    }
}
