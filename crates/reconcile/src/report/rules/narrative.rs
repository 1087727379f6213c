//! Rules on what sentences say: parts and wholes, rates, figures of the tables, claims, years.

use super::examples::sentences_2021;
use gongkai_model::{Bilingual, Rule, Severity};

pub(in crate::report) const PARTS_DISAGREE: Rule = Rule {
    id: "parts-disagree",
    severity: Severity::Warning,
    title: Bilingual {
        zh: "文中分项之和等于总数",
        en: "The parts that a sentence lists add up to its whole",
    },
    checks: Bilingual {
        zh: "文中列出的分项与其总数：列举穷尽的（分别、由……组成、共几类、含“其他”的、以“其中”或紧接的括号列出三项以上而无“等”“包括”“主要”的、专职与兼职一类的两半、列在前而“合计”在后的），各分项之和应等于总数；列举不穷尽的，任何一项不应大于总数。表中没有申请数字的，文中的新收加上年结转应等于办结加结转下年。按各数的印刷精度比较，万、亿、余、近、约都按其含义取区间。",
        en: "Parts listed in the text against their whole: where the list leaves nothing out they must add up to it (three or more parts after 其中 or in brackets, two halves such as full-time and part-time, a total behind its parts), else none may exceed it. Where no table gives them, applications new and carried in must be those closed and carried out. Figures are compared as the intervals that their scale words, decimals and qualifiers stand for.",
    },
    basis: Bilingual {
        zh: "文中自己的说法：“其中”“分别”“共”。",
        en: "The sentence's own words: of which, respectively, in all.",
    },
    why: Bilingual {
        zh: "文字中的分项与总数不符是最常见、也最容易被读者发现的错误。",
        en: "Parts that do not add up are the commonest error of the text, and the one readers notice.",
    },
    example: sentences_2021!(
        "2023年，我县主动公开政府信息60条，其中工作动态50条、通知公告3条、规划计划2条、财政信息2条。"
    ),
    false_alarms: &[
        Bilingual {
            zh: "同一信息在几个渠道公开、分别计数时，各渠道之和可以大于总数；文中没有说明时会被提示。",
            en: "The same item published and counted in several media lets the parts exceed the whole; where the text does not say so, this speaks.",
        },
        Bilingual {
            zh: "某一分项已含在另一分项之中而文字没有说明。不计该项即相符的，只作提示。",
            en: "One part is contained in another and the text does not say so. Where the others add up without it, it is a note only.",
        },
    ],
    repair: Bilingual {
        zh: "重新加总分项；列举不全的，加“等”字或补齐其余分项。",
        en: "Add the parts up again; where the list is not complete, say so or complete it.",
    },
};

pub(in crate::report) const RATE_DOES_NOT_FOLLOW: Rule = Rule {
    id: "rate-does-not-follow",
    severity: Severity::Warning,
    title: Bilingual {
        zh: "占比、比率和增幅与所依据的数相符",
        en: "Shares and rates follow from their figures",
    },
    checks: Bilingual {
        zh: "文中的占比（百分比、几分之几）、办结率等与分子、分母，增幅与本期数、上期数，平均数（月均、日均、平均每期）与总数和个数，百分点与前后两个比率，一组占比之和与100%，未写总数的各项与各自占比；满意率、公开率等不超过100%。四舍五入相符为正常；截尾、进位也算相符，合并为一条提示。",
        en: "Shares (percent and fractions) and rates against numerator and denominator, growth against both periods, averages against their total and what it is spread over, points against both rates, complete shares against 100 %, and parts without a stated total against their shares; rates of satisfaction and the like are at most 100 %. Rounding to nearest is silent; cutting off and rounding up are one note.",
    },
    basis: Bilingual {
        zh: "文中自己给出的数；修约按GB/T 8170。",
        en: "The figures of the text itself; rounding after GB/T 8170.",
    },
    why: Bilingual {
        zh: "百分比算不出来，说明三个数中至少有一个错。",
        en: "Where a rate does not follow, at least one of the three figures is wrong.",
    },
    example: sentences_2021!("2023年，我县共受理群众诉求800件，其中办结640件，占80%；转办120件，占25%。"),
    false_alarms: &[Bilingual {
        zh: "分母不是文中最近的总数，而是没有写出的另一个数（如有效诉求数）。",
        en: "The denominator is not the total nearest by but another figure that is not printed.",
    }],
    repair: Bilingual {
        zh: "按文中数重算；分母另有所指的，写明分母。",
        en: "Compute it again; where another denominator was meant, say which.",
    },
};

pub(in crate::report) const MENTION_DISAGREES: Rule = Rule {
    id: "mention-disagrees",
    severity: Severity::Warning,
    title: Bilingual {
        zh: "文中的数与表中的数相符", en: "Figures of the text agree with the tables"
    },
    checks: Bilingual {
        zh: "文中说到表格所载事项的数（收到、办结、结转、复议、诉讼、规范性文件、公开条数等）与表中相应格；表中没有的，与文中前后两处。先与各种可能的口径比较：总数、新收加结转、减结转、减其他处理、自然人、法人或其他组织、本级与全部、万位取整、余近约。与别的口径相符的只作提示并说明是哪一种；都不相符的为警告。汇总报告中没有写明是谁的数而少于表中数的，只作提示，除非邻近的同类数与表一致，或者与表中数只差一位数字。",
        en: "Figures in the text for what the tables count, against the cells; where no table has it, against other sentences. Every admissible expression is tried first (new plus carried in, less pending, one kind of applicant, own level against the whole area, rounding, approximate words): agreement with another one is a note that says which, agreement with none a warning. In a report that covers many bodies a figure below the cell that does not say whose it is stays a note, unless kindred figures nearby agree with the tables or it differs by one digit.",
    },
    basis: Bilingual {
        zh: "同一报告中同一事项只应有一个数。",
        en: "One thing has one figure in one report.",
    },
    why: Bilingual {
        zh: "文字和表格不一致，读者不知道该信哪一个。",
        en: "Where text and table differ, the reader cannot tell which to believe.",
    },
    example: sentences_2021!("2023年，我局收到政府信息公开申请7件，均按时答复。"),
    false_alarms: &[
        Bilingual {
            zh: "文字只说本级，表格是全县汇总，而文中没有写明。",
            en: "The text speaks of one office and the tables of a whole county, and the text does not say so.",
        },
        Bilingual {
            zh: "受理数不含撤回或不予处理的申请，而表中新收数包含。",
            en: "Accepted applications leave out withdrawn ones, which the table counts as received.",
        },
    ],
    repair: Bilingual {
        zh: "改正其中一处；口径不同的，在文字中写明口径。",
        en: "Correct one of them; where they count differently, say so in the text.",
    },
};

pub(in crate::report) const STATEMENT_CONTRADICTS: Rule = Rule {
    id: "statement-contradicts",
    severity: Severity::Note,
    title: Bilingual { zh: "文中的说法与数相符", en: "What the text claims fits the figures" },
    checks: Bilingual {
        zh: "“全部办结”“均已答复”等说法与结转下年度继续办理数。",
        en: "Claims such as “all were closed” against the applications carried out.",
    },
    basis: Bilingual { zh: "文中自己的说法。", en: "The sentence's own words." },
    why: Bilingual {
        zh: "既说全部办结又有结转，读者会怀疑其中一个。",
        en: "All closed and some carried over cannot both be.",
    },
    example: sentences_2021!("2023年，我局收到政府信息公开申请3件，所有申请均已办结。"),
    false_alarms: &[Bilingual {
        zh: "“均已办结”是指到期的申请，未到期的结转下年。",
        en: "All that were due were closed, and only the others carried over.",
    }],
    repair: Bilingual {
        zh: "写明截至何时、哪些申请已办结。",
        en: "Say which applications were closed, and by when.",
    },
};

pub(in crate::report) const STALE_YEAR: Rule = Rule {
    id: "stale-year",
    severity: Severity::Note,
    title: Bilingual { zh: "文中年份是报告年度", en: "Sentences speak of the report's year" },
    checks: Bilingual {
        zh: "说到信息公开数量的句子写的是上一年或下一年，而全文没有报告年度的同一数字；标题的年份与文中写明的统计期限不是同一年（警告）。",
        en: "A sentence that counts disclosure or applications names last year or next, and nowhere is that figure given for the report's year; or the year of the title is not that of the period the text states (a warning).",
    },
    basis: Bilingual { zh: "报告的统计期限是报告年度。", en: "A report covers its own year." },
    why: Bilingual {
        zh: "多半是沿用了上年报告的文字，数字可能也没有更新。",
        en: "Usually last year's words were kept, and perhaps its figures.",
    },
    example: sentences_2021!("2022年，我局制发规范性文件0件，废止规范性文件0件。"),
    false_alarms: &[Bilingual {
        zh: "句子本来就在回顾上一年。",
        en: "The sentence does look back at last year.",
    }],
    repair: Bilingual { zh: "更新年份和数字。", en: "Bring year and figures up to date." },
};
