//! The committed counts: one line each, so that a difference reads as a table.

use std::fmt::{self, Write};

/// How far a count may drift without being recorded, in percent.
pub(super) const PERCENT: u64 = 1;

const HEAD: &str = "\
# Instructions of one round of each stage of the hot path, and the digest of the whole audit of its input.
# Written by `cargo xtask counts --update`; `cargo xtask counts` fails on a drift above 1 %.
";

/// What one round of one stage on one input costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// `stage/input`.
    pub(super) name: String,
    /// Instructions.
    pub(super) instructions: u64,
    /// Digest of the audit of the input.
    pub(super) digest: String,
}

/// All counts, in the order they were taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Snapshot {
    pub(super) entries: Vec<Entry>,
}

impl Snapshot {
    /// Reads what [`fmt::Display`] wrote; lines that are no counts are passed over.
    pub(super) fn parse(text: &str) -> Self {
        let entry = |line: &str| {
            let mut words = line.split_whitespace();
            let (name, instructions, digest) = (words.next()?, words.next()?.parse().ok()?, words.next()?);
            Some(Entry { name: name.to_owned(), instructions, digest: digest.to_owned() })
        };
        Self { entries: text.lines().filter_map(entry).collect() }
    }

    fn find(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name == name)
    }

    /// What drifted from `committed`, appeared, vanished, or reads something else now.
    pub(super) fn problems(&self, committed: &Self) -> Vec<String> {
        let mut problems = Vec::new();
        for now in &self.entries {
            let Entry { name, instructions, digest } = now;
            let Some(old) = committed.find(name) else {
                problems.push(format!("{name}: not in the snapshot"));
                continue;
            };
            if instructions.abs_diff(old.instructions) * 100 > old.instructions * PERCENT {
                problems
                    .push(format!("{name}: {} instructions committed, {instructions} now", old.instructions));
            }
            if *digest != old.digest {
                problems.push(format!("{name}: the audit of its input is another than the committed one"));
            }
        }
        let gone = committed.entries.iter().filter(|old| self.find(&old.name).is_none());
        problems.extend(gone.map(|old| format!("{}: in the snapshot, and no longer measured", old.name)));
        problems
    }

    /// Every count beside the committed one.
    pub(super) fn beside(&self, committed: &Self) -> String {
        let mut out = String::new();
        for now in &self.entries {
            let old = committed.find(&now.name).map_or(0, |old| old.instructions);
            // In hundredths of a percent, so that nothing here needs a float.
            let drift = now.instructions.abs_diff(old) * 10_000 / old.max(1);
            let sign = if now.instructions < old { '-' } else { '+' };
            let _ = writeln!(
                out,
                "{:<20} {old:>12} -> {:>12}  {sign}{}.{:02} %",
                now.name,
                now.instructions,
                drift / 100,
                drift % 100
            );
        }
        out
    }
}

impl fmt::Display for Snapshot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HEAD)?;
        for Entry { name, instructions, digest } in &self.entries {
            writeln!(f, "{name:<20} {instructions:>12}  {digest}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Entry, Snapshot};

    fn snapshot(instructions: u64, digest: &str) -> Snapshot {
        Snapshot { entries: vec![Entry { name: "audit/small".into(), instructions, digest: digest.into() }] }
    }

    #[test]
    fn a_snapshot_survives_its_file() {
        let snapshot = snapshot(1_000_000, "00ff");
        assert_eq!(Snapshot::parse(&snapshot.to_string()), snapshot);
    }

    #[test]
    fn drift_above_one_percent_is_a_problem_either_way() {
        for (now, problems) in [(1_000_000, 0), (1_010_000, 0), (1_010_001, 1), (990_000, 0), (989_999, 1)] {
            assert_eq!(snapshot(now, "a").problems(&snapshot(1_000_000, "a")).len(), problems, "{now}");
        }
    }

    #[test]
    fn another_audit_is_a_problem() {
        assert_eq!(snapshot(5, "a").problems(&snapshot(5, "b")).len(), 1);
    }

    #[test]
    fn a_count_without_its_partner_is_a_problem() {
        let none = Snapshot { entries: Vec::new() };
        assert_eq!(snapshot(5, "a").problems(&none).len(), 1);
        assert_eq!(none.problems(&snapshot(5, "a")).len(), 1);
    }
}
