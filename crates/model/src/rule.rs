//! The page behind a rule id.

use crate::Severity;

/// A text in Chinese and English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bilingual {
    /// Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

/// What `gongkai explain` prints about a rule.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Stable kebab-case id.
    pub id: &'static str,
    /// The worst severity it reports with.
    pub severity: Severity,
    /// One line.
    pub title: Bilingual,
    /// 核对内容: what it checks.
    pub checks: Bilingual,
    /// 依据: the notice, the printed words.
    pub basis: Bilingual,
    /// 为什么: why it matters.
    pub why: Bilingual,
    /// 例: a small report, in the words of the form, that breaks the rule when it is checked. Where it breaks only
    /// beside others they follow, each after a line [`Rule::PREVIOUS`], [`Rule::BELOW`] or
    /// [`Rule::MEMBERS`].
    pub example: &'static str,
    /// 可能的误报: when it speaks and nothing is wrong.
    pub false_alarms: &'static [Bilingual],
    /// 修复: what to do.
    pub repair: Bilingual,
}

/// What a document of an example is to the first one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The report that breaks the rule.
    Checked,
    /// The report of the year before.
    Previous,
    /// A report of a body below.
    Below,
    /// The table of who belongs to whom.
    Members,
}

impl Rule {
    /// The line before last year's report in an example.
    pub const PREVIOUS: &'static str = "=== 上年报告 / last year's report ===";
    /// The line before the report of a body below in an example.
    pub const BELOW: &'static str = "=== 下级报告 / report of a body below ===";
    /// The line before a table of who belongs to whom in an example.
    pub const MEMBERS: &'static str = "=== 隶属表 / who belongs to whom ===";

    /// The documents of the example, the one that breaks the rule first.
    pub fn documents(&self) -> Vec<(Role, String)> {
        let mut out = vec![(Role::Checked, String::new())];
        for line in self.example.lines() {
            match line {
                Self::PREVIOUS => out.push((Role::Previous, String::new())),
                Self::BELOW => out.push((Role::Below, String::new())),
                Self::MEMBERS => out.push((Role::Members, String::new())),
                _ => {
                    if let Some((_, text)) = out.last_mut() {
                        text.push_str(line);
                        text.push('\n');
                    }
                }
            }
        }
        out
    }
}
