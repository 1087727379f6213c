//! What an entry of the lexicon says: which words must stand, which must not, and what may be counted.

/// What a clause is about, which later clauses of the sentence and paragraph take for granted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Topic {
    /// Nothing that is known.
    #[default]
    None,
    /// Applications received.
    Received,
    /// Applications carried in or out.
    Carried,
    /// Applications answered or closed.
    Handled,
    /// One result of applications.
    Outcome,
    /// Administrative reviews.
    Review,
    /// Litigation of any kind.
    Litigation,
    /// Litigation without a review before it.
    Direct,
    /// Litigation after a review.
    AfterReview,
    /// Items disclosed proactively.
    Items,
    /// Normative documents.
    Documents,
    /// Regulations (规章).
    Regulations,
    /// Staff for disclosure work.
    Staff,
    /// Something else that was counted.
    Other,
    /// A part of the items disclosed proactively.
    Listed,
}

impl Topic {
    pub(super) const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// Which units a rule accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Units {
    /// Cases and documents: 件 份 宗 例 起 条 项 个 次.
    Cases,
    /// Cases that are no items of information: 件 项 宗 起 例 个.
    Files,
    /// Items of information: 条 件 篇 项 个 份 则 期.
    Items,
    /// Items of information alone: 条.
    Informed,
    /// Persons: 人 名.
    Persons,
    /// Occasions: 次 场 场次 期.
    Times,
    /// Places and offices: 个 处 家.
    Places,
    /// Money.
    Money,
}

impl Units {
    pub(super) fn accept(self, unit: Option<&str>, money: bool) -> bool {
        let Some(unit) = unit else {
            return !money && matches!(self, Self::Cases | Self::Items);
        };
        match self {
            Self::Cases => {
                matches!(unit, "件" | "份" | "宗" | "例" | "起" | "条" | "项" | "个" | "次" | "件次")
            }
            Self::Files => matches!(unit, "件" | "项" | "宗" | "起" | "例" | "个" | "次" | "份"),
            Self::Items => {
                matches!(unit, "条" | "件" | "篇" | "项" | "个" | "份" | "则" | "条次" | "篇次" | "条目")
            }
            Self::Informed => unit == "条",
            Self::Persons => matches!(unit, "人" | "名" | "位"),
            Self::Times => matches!(unit, "次" | "场" | "场次" | "期" | "篇" | "件" | "条" | "起"),
            Self::Places => matches!(unit, "个" | "处" | "家"),
            Self::Money => money,
        }
    }
}

/// One line of the lexicon.
pub(super) struct Rule {
    /// The indicator; of several, the one that the report's tables have, else the first.
    pub ids: &'static [&'static str],
    /// Beginning of the ids whose sum was counted, where no indicator stands for it; else empty.
    pub group: &'static str,
    /// What later clauses are about.
    pub gives: Topic,
    pub(super) need: &'static [&'static str],
    pub(super) not: &'static str,
    pub(super) tails: &'static str,
    pub(super) within: u16,
    /// Only where no table has the indicator: the words leave open whether it is what the table counts.
    pub alone: bool,
    /// What it may be counted in.
    pub units: Units,
}
