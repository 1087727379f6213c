//! Rules on table 4: administrative reviews and litigation.

use super::examples::proceedings;
use gongkai_model::{Bilingual, Rule, Severity};

pub(super) const REVIEW_TOTAL: Rule = Rule {
    id: "review-total",
    severity: Severity::Error,
    title: Bilingual {
        zh: "行政复议各项之和等于总计", en: "The results of administrative reviews add up"
    },
    checks: Bilingual {
        zh: "第四部分的表，行政复议：结果维持＋结果纠正＋其他结果＋尚未审结＝总计。",
        en: "In table 4, administrative reviews: upheld, corrected, other and pending add up to the total.",
    },
    basis: Bilingual {
        zh: "表中“行政复议”下的“总计”栏。",
        en: "The column printed as the total of administrative reviews.",
    },
    why: Bilingual {
        zh: "尚未审结的案件容易漏计；总计与司法行政部门的统计对不上时会被追问。",
        en: "Pending cases are easily left out, and the total is compared with the figures of the review bodies.",
    },
    example: proceedings!("3\t1\t0\t0\t5\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0"),
    false_alarms: &[Bilingual {
        zh: "合并审理、部分维持部分纠正的案件，有的单位两栏各计一件；应按案件计。",
        en: "Cases upheld in part and corrected in part are sometimes counted in both columns; the form counts cases.",
    }],
    repair: Bilingual {
        zh: "对照复议案件清单核对五个数，尚未审结的也要计入总计。",
        en: "Check the five figures against the list of cases; pending ones belong to the total.",
    },
};

pub(super) const LITIGATION_TOTAL: Rule = Rule {
    id: "litigation-total",
    severity: Severity::Error,
    title: Bilingual { zh: "行政诉讼各项之和等于总计", en: "The results of litigation add up" },
    checks: Bilingual {
        zh: "第四部分的表，未经复议直接起诉、复议后起诉各自：结果维持＋结果纠正＋其他结果＋尚未审结＝总计。",
        en: "In table 4, for litigation without and after review each: upheld, corrected, other and pending add up to the total.",
    },
    basis: Bilingual {
        zh: "表中“未经复议直接起诉”“复议后起诉”下的“总计”栏。",
        en: "The columns printed as the totals of litigation without and after review.",
    },
    why: Bilingual {
        zh: "两组各五栏容易错填一栏，错位后各组总计都会不平。",
        en: "Two groups of five columns invite a slip by one column, which breaks both totals.",
    },
    example: proceedings!("0\t0\t0\t0\t0\t2\t1\t0\t1\t3\t0\t0\t0\t0\t0"),
    false_alarms: &[Bilingual {
        zh: "按审级重复统计（一审、二审各计一次）的单位，各栏之和可能与总计不等；应说明口径。",
        en: "Offices that count each instance of a case may not add up; they should say so.",
    }],
    repair: Bilingual {
        zh: "对照诉讼案件清单核对该组五个数，注意是否整体错了一栏。",
        en: "Check the five figures of the group, and whether they slipped by one column.",
    },
};
