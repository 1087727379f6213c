//! What the trials of each kind came to, and the committed counts they are held to.

use crate::judge::Judgement;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// The sums over the trials of one kind.
#[derive(Clone, Copy, Default)]
pub(crate) struct Tally {
    pub(crate) trials: u64,
    /// Trials with a silent cell whose damage is visible.
    pub(crate) silent: u64,
    pub(crate) exempt_on_seeds: u64,
    pub(crate) exempt_on_fixtures: u64,
    pub(crate) untouched: u64,
    pub(crate) kept: u64,
    pub(crate) plain_before: u64,
    pub(crate) plain: u64,
}

/// `part` of `whole` in hundredths of a percent, rounded down; all of nothing is all.
const fn share(part: u64, whole: u64) -> u64 {
    match (part * 10_000).checked_div(whole) {
        Some(share) => share,
        None => 10_000,
    }
}

/// A share as a percentage.
pub(crate) fn percent(share: u64) -> String {
    format!("{}.{:02}", share / 100, share % 100)
}

impl Tally {
    pub(crate) fn add(&mut self, judgement: &Judgement, is_seed: bool) {
        self.trials += 1;
        let is_exempt = u64::from(!judgement.silent.is_empty() && judgement.is_invisible);
        self.silent += u64::from(!judgement.silent.is_empty() && !judgement.is_invisible);
        self.exempt_on_seeds += is_exempt * u64::from(is_seed);
        self.exempt_on_fixtures += is_exempt * u64::from(!is_seed);
        self.untouched += judgement.untouched;
        self.kept += judgement.kept;
        self.plain_before += judgement.plain_before;
        self.plain += judgement.plain;
    }

    pub(crate) fn join(&mut self, other: &Self) {
        self.trials += other.trials;
        self.silent += other.silent;
        self.exempt_on_seeds += other.exempt_on_seeds;
        self.exempt_on_fixtures += other.exempt_on_fixtures;
        self.untouched += other.untouched;
        self.kept += other.kept;
        self.plain_before += other.plain_before;
        self.plain += other.plain;
    }

    /// Untouched cells that lost their value.
    const fn lost(&self) -> u64 {
        self.untouched - self.kept
    }

    /// Kept cells, plain before the damage, that are not after it.
    const fn flagged(&self) -> u64 {
        self.plain_before - self.plain
    }

    /// Untouched cells that keep their right value.
    pub(crate) const fn kept_share(&self) -> u64 {
        share(self.kept, self.untouched)
    }

    /// Kept cells, plain before the damage, that are plain after it.
    pub(crate) const fn plain_share(&self) -> u64 {
        share(self.plain, self.plain_before)
    }
}

/// The table of all kinds, with their sum below.
pub(crate) fn table(tallies: &BTreeMap<&str, Tally>, overall: &Tally) -> String {
    let mut out = format!(
        "{:<24} {:>7} {:>7} {:>7} {:>8} {:>11}\n",
        "damage", "trials", "silent", "exempt", "kept %", "unflagged %"
    );
    for (name, it) in tallies.iter().chain([(&"overall", overall)]) {
        let exempt = it.exempt_on_seeds + it.exempt_on_fixtures;
        let (kept, plain) = (percent(it.kept_share()), percent(it.plain_share()));
        let _ =
            writeln!(out, "{name:<24} {:>7} {:>7} {exempt:>7} {kept:>8} {plain:>11}", it.trials, it.silent);
    }
    out
}

/// The sources with untouched cells that were lost or flagged, by kind, the worst first.
pub(crate) fn losses(by_source: &BTreeMap<(&str, String), Tally>) -> String {
    let mut lossy: Vec<_> = by_source.iter().filter(|(_, it)| it.lost() + it.flagged() > 0).collect();
    lossy.sort_by_key(|((kind, name), it)| (*kind, std::cmp::Reverse(it.lost() + it.flagged()), name));
    let mut out = String::new();
    for ((kind, name), it) in lossy {
        let (lost, flagged) = (it.lost(), it.flagged());
        let _ = writeln!(out, "{kind:<24} lost {lost:>5} flagged {flagged:>5} of {:>6} {name}", it.untouched);
    }
    out
}

/// What is committed about one kind: exempt trials at most, shares at least.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Bound {
    pub(crate) exempt_on_seeds: u64,
    pub(crate) exempt_on_fixtures: u64,
    pub(crate) kept: u64,
    pub(crate) plain: u64,
}

const HEAD: &str =
    "# Exempt trials by kind of damage (at most), then untouched cells kept and kept cells unflagged, in
# hundredths of a percent (at least). UPDATE_EXPECT=1 cargo test -p gongkai --test damage rewrites it.
# kind exempt-on-seeds exempt-on-fixtures kept unflagged
";

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/damage/exempt.txt")
}

/// Writes the bounds that `tallies` keep: the shares with a little room, and no lower than they were while they hold.
pub(crate) fn write(tallies: &BTreeMap<&str, Tally>) -> std::io::Result<()> {
    const ROOM: u64 = 50;
    let before = read();
    let mut out = HEAD.to_owned();
    for (name, it) in tallies {
        let floor = |share: u64, of: fn(&Bound) -> u64| {
            before
                .get(*name)
                .map(of)
                .filter(|&floor| floor <= share)
                .unwrap_or(0)
                .max(share.saturating_sub(ROOM))
        };
        let (kept, plain) = (floor(it.kept_share(), |it| it.kept), floor(it.plain_share(), |it| it.plain));
        let _ = writeln!(out, "{name} {} {} {kept} {plain}", it.exempt_on_seeds, it.exempt_on_fixtures);
    }
    std::fs::write(path(), out)
}

/// The committed bounds.
pub(crate) fn read() -> BTreeMap<String, Bound> {
    let text = std::fs::read_to_string(path()).unwrap_or_default();
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let bound = |line: &str| {
        let (name, numbers) = line.split_once(' ')?;
        let numbers: Vec<u64> = numbers.split(' ').map(|it| it.parse().ok()).collect::<Option<_>>()?;
        let [exempt_on_seeds, exempt_on_fixtures, kept, plain] = numbers[..] else { return None };
        Some((name.to_owned(), Bound { exempt_on_seeds, exempt_on_fixtures, kept, plain }))
    };
    lines.filter_map(bound).collect()
}
