//! Rules on the figures of a government beside those of the bodies below it.

use super::examples::{below, carried, members};
use gongkai_model::{Bilingual, Rule, Severity};

pub(super) const LEVEL_INCOMPLETE: Rule = Rule {
    id: "level-incomplete",
    severity: Severity::Note,
    title: Bilingual {
        zh: "所属单位的报告不全", en: "Reports of bodies that belong to it are missing"
    },
    checks: Bilingual {
        zh: "隶属表（--members）列出而没有报告的单位，逐一列出；这时只核对下限，不核对总和。",
        en: "Bodies that the membership table (--members) lists and that have no report are named; only lower bounds are checked then, no sums.",
    },
    basis: Bilingual {
        zh: "国办发〔2014〕32号：汇总统计数据，逐级向上一级政府信息公开主管部门报送汇总统计情况。",
        en: "Notice of 2014, No. 32: figures are collected and reported upwards level by level.",
    },
    why: Bilingual {
        zh: "缺少的单位使总和无法核对；不说明就会把没有核对当成一致。",
        en: "Without them the sum cannot be checked, and silence would pass the unchecked for sound.",
    },
    example: concat!(
        carried!("某市2023年", "20", "1", "2"),
        below!(),
        carried!("某市甲县2023年", "12", "1", "2"),
        members!(),
        "某市,某市甲县\n某市,某市乙县\n",
    ),
    false_alarms: &[Bilingual {
        zh: "单位更名后隶属表没有更新。",
        en: "A body was renamed and the table was not updated.",
    }],
    repair: Bilingual {
        zh: "补齐报告，或更新隶属表。", en: "Add the reports or update the table."
    },
};

pub(super) const LEVEL_TOTAL: Rule = Rule {
    id: "level-total",
    severity: Severity::Error,
    title: Bilingual {
        zh: "汇总的数不小于所属单位的数",
        en: "The whole is not below the bodies it includes",
    },
    checks: Bilingual {
        zh: "用 --levels（按名称）或 --members（隶属表）把各级报告放在一起：汇总报告的每个数不小于任一所属单位的同一个数；可加的数不小于已有各单位之和；隶属表列有本级并且报告齐全时，应等于本级与所属单位之和。去重计算的总数（主动公开政府信息数、回应热点数）齐全时只要求不大于总和（提示）。报警告；隶属表给出、两份都是汇总报告而下级大于上级的，为错误。",
        en: "With --levels (by names) or --members (a table): no figure of a report for a whole area is below that of a body in it; figures that add up are not below the sum of the bodies there are, and where the table lists the own level and nobody is missing they equal the sum. Totals that count one thing once are only bounded above by the sum (a note). A warning; an error where the table says so, both are reports for whole areas and the part is above the whole.",
    },
    basis: Bilingual {
        zh: "国办发〔2014〕32号：报送本级政府信息公开统计情况和本行政区域汇总统计情况；其余格式由汇总的含义推出。",
        en: "Notice of 2014, No. 32: figures of the own level and of the whole area are reported; for the other forms it follows from what a total is.",
    },
    why: Bilingual {
        zh: "下级大于上级，说明汇总漏了单位、用了旧数，或有一方填错。",
        en: "A part above the whole means that a body was left out, old figures were used, or one side is wrong.",
    },
    example: concat!(
        "本报告由某市人民政府办公室汇总各县区、各部门数据编制。\n",
        carried!("某市2023年", "20", "1", "2"),
        below!(),
        carried!("某市甲县2023年", "24", "1", "2"),
    ),
    false_alarms: &[
        Bilingual {
            zh: "上级报告只统计本级而文中没有说明，或名称相近而并不隶属。",
            en: "The upper report covers its own level only and does not say so, or the names begin alike and the body does not belong to it.",
        },
        Bilingual {
            zh: "垂直管理的单位不计入地方汇总。",
            en: "Bodies under vertical management are not part of the local total.",
        },
    ],
    repair: Bilingual {
        zh: "先核对汇总表是否收齐、是否用了最新的数，再请所属单位核对这一格。",
        en: "Check first whether the collection is complete and up to date, then have the body check this box.",
    },
};
