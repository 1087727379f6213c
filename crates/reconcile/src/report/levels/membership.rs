//! Who belongs to whom, as a table of two columns.

use crate::report::agencies::{key, place};
use gongkai_model::Message;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Words in the third column that mark the own level of the parent.
const OWN: &[&str] = &["own", "本级"];

/// Which bodies report to which, in the order given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Membership {
    members: Vec<Member>,
    /// Positions of the members of each parent: by its name, its place, and as written.
    by_parent: BTreeMap<String, Vec<usize>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Member {
    pub(super) child: String,
    pub(super) is_own: bool,
}

/// Why a line is no entry of a membership table; `Display` is English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MembershipError {
    /// Line, from 1.
    pub line: usize,
    /// Expected, found, what to do, in both languages.
    pub message: Message,
}

impl fmt::Display for MembershipError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message.en)
    }
}

impl std::error::Error for MembershipError {}

impl Membership {
    /// Reads lines of `parent,child` or `parent,child,own`: names of agencies as their reports print them, or of files
    /// as they are given to the program. The third column marks the parent's own level (本级). A first line
    /// `parent,child` is a header; empty lines and lines that begin with `#` are passed over.
    ///
    /// # Errors
    /// When a line has no two names, a third column that is not `own` or 本级, or a body that belongs to itself.
    ///
    /// ```
    /// use gongkai_reconcile::report::levels::Membership;
    /// assert!(Membership::parse("parent,child\n乙市,甲县\n乙市,乙市本级,own\n").is_ok());
    /// assert_eq!(Membership::parse("乙市\n").unwrap_err().line, 1);
    /// ```
    pub fn parse(text: &str) -> Result<Self, MembershipError> {
        let mut out = Self::default();
        for (at, line) in text.trim_start_matches('\u{FEFF}').lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let fields: Vec<&str> =
                line.split([',', '，']).map(|field| field.trim().trim_matches('"').trim()).collect();
            if at == 0 && fields.first().is_some_and(|it| it.eq_ignore_ascii_case("parent") || *it == "上级")
            {
                continue;
            }
            let (parent, child, kind) = match fields[..] {
                [parent, child] => (parent, child, ""),
                [parent, child, kind] => (parent, child, kind),
                _ => ("", "", ""),
            };
            let is_own = OWN.contains(&kind);
            if parent.is_empty() || child.is_empty() || !(is_own || kind.is_empty()) || parent == child {
                return Err(MembershipError {
                    line: at + 1,
                    message: Message::new(
                        format!(
                            "第{}行：应为“上级,下级”或“上级,下级,own”，但为“{line}”；请改正后重试",
                            at + 1
                        ),
                        format!(
                            "line {}: expected parent,child or parent,child,own, found “{line}”; correct it and try again",
                            at + 1
                        ),
                    ),
                });
            }
            let mut names = vec![key(parent), parent.to_owned()];
            names.extend(place(parent));
            names.sort();
            names.dedup();
            for name in names {
                out.by_parent.entry(name).or_default().push(out.members.len());
            }
            out.members.push(Member { child: child.to_owned(), is_own });
        }
        Ok(out)
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// The members of the body called `name`, whose report is in the file `source`, in the order given.
    pub(super) fn below(&self, name: &str, source: &str) -> Vec<&Member> {
        let names = [Some(key(name)), place(name), Some(source.to_owned())];
        let positions = names.into_iter().flatten().filter(|name| !name.is_empty());
        let positions: BTreeSet<usize> =
            positions.filter_map(|name| self.by_parent.get(&name)).flatten().copied().collect();
        positions.into_iter().filter_map(|at| self.members.get(at)).collect()
    }
}
