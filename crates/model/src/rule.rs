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
    /// 例: a small report, in the words of the form, that breaks the rule when it is checked.
    pub example: &'static str,
    /// 可能的误报: when it speaks and nothing is wrong.
    pub false_alarms: &'static [Bilingual],
    /// 修复: what to do.
    pub repair: Bilingual,
}
