//! What is counted.

use gongkai_text::Unit;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

/// Which numbers an indicator admits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueKind {
    /// A whole number, zero or more.
    Count,
    /// A whole number that may be negative (本年增/减).
    SignedCount,
    /// An amount with decimal places, zero or more.
    Amount,
    /// No number: a name, a registration, 是 or 否. That such a box holds no figure is no remark.
    Words,
}

/// The definition of one indicator: a row of the catalogue, or of a form's own file.
#[derive(Debug)]
pub struct IndicatorDef {
    /// Stable public id, lower snake case with dots: `applications.received.total`.
    pub id: &'static str,
    /// Chinese label as printed on the form, with the column after ` · ` where there are columns.
    pub label: &'static str,
    /// English name, in the terms of the field.
    pub name: &'static str,
    /// Unit, where the form fixes one.
    pub unit: Option<Unit>,
    /// Which numbers it admits.
    pub kind: ValueKind,
}

impl IndicatorDef {
    /// An indicator whose unit no form fixes.
    ///
    /// ```
    /// use gongkai_model::{IndicatorDef, Unit, ValueKind};
    /// static BULLETINS: IndicatorDef =
    ///     IndicatorDef::new("dingxi-2008.bulletins", "公报期数", "Bulletins published", ValueKind::Count).in_unit(Unit::TIME);
    /// assert_eq!(BULLETINS.unit, Some(Unit::TIME));
    /// ```
    pub const fn new(id: &'static str, label: &'static str, name: &'static str, kind: ValueKind) -> Self {
        Self { id, label, name, unit: None, kind }
    }

    /// The same in a unit that the form fixes.
    #[must_use]
    pub const fn in_unit(self, unit: Unit) -> Self {
        Self { unit: Some(unit), ..self }
    }
}

/// A handle on an [`IndicatorDef`]; compares, orders and hashes by id.
#[derive(Clone, Copy)]
pub struct Indicator(&'static IndicatorDef);

impl Indicator {
    /// A handle on `definition`.
    pub const fn new(definition: &'static IndicatorDef) -> Self {
        Self(definition)
    }

    /// Stable public id.
    pub const fn id(self) -> &'static str {
        self.0.id
    }

    /// Chinese label as printed.
    pub const fn label(self) -> &'static str {
        self.0.label
    }

    /// English name.
    pub const fn name(self) -> &'static str {
        self.0.name
    }

    /// Unit, where the form fixes one.
    pub const fn unit(self) -> Option<Unit> {
        self.0.unit
    }

    /// Which numbers it admits.
    pub const fn kind(self) -> ValueKind {
        self.0.kind
    }
}

impl fmt::Debug for Indicator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl fmt::Display for Indicator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl PartialEq for Indicator {
    fn eq(&self, other: &Self) -> bool {
        self.id() == other.id()
    }
}

impl Eq for Indicator {}

impl PartialOrd for Indicator {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Indicator {
    fn cmp(&self, other: &Self) -> Ordering {
        self.id().cmp(other.id())
    }
}

impl Hash for Indicator {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.id().hash(state);
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Indicator {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}
