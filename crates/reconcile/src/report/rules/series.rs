//! Rules on one agency's reports over the years.

use super::examples::{carried, cumulative, previous, proactive_2021};
use gongkai_model::{Bilingual, Rule, Severity};

/// Why two years may differ and nothing be wrong.
const REORGANISED: Bilingual = Bilingual {
    zh: "机构改革、区划调整或统计范围变化使两年口径不同；报告中提到的，只作提示并说明。",
    en: "A reorganisation or another scope makes the years differ; where the reports speak of it there is only a note that says so.",
};

pub(super) const CARRY_OVER: Rule = Rule {
    id: "carry-over",
    severity: Severity::Error,
    title: Bilingual {
        zh: "上年结转等于上年报告的结转下年度",
        en: "Applications carried in are those that last year's report carried out",
    },
    checks: Bilingual {
        zh: "第三部分的表，每一栏（六类申请人和总计）：本年“二、上年结转”＝上年报告“四、结转下年度继续办理”。用 --previous 给出上年的报告。报警告；两份都是本机关自己的数据、又没有提到机构改革的，总计不一致为错误。空白不作0。",
        en: "In table 3, for each of the seven columns: applications carried in this year equal those carried out in last year's report, given by --previous. A warning; an error where both reports are the agency's own figures, no reorganisation is mentioned and the totals differ. A blank is not taken for zero.",
    },
    basis: Bilingual {
        zh: "两行的含义：上年末尚未办结的申请，就是本年初结转的申请（国办公开办函〔2019〕60号、〔2021〕30号所附格式）；格式未印跨年的算式。",
        en: "What the two rows mean: applications open at the end of one year are those carried into the next (annexes of the notices of 2019, No. 60, and 2021, No. 30); no formula across years is printed.",
    },
    why: Bilingual {
        zh: "不衔接说明有申请在两年之间丢失或多出，多是上年结转漏填，或上年报告填错。",
        en: "A break means that applications were lost or appeared between the years; usually the row was left at zero or last year's report was wrong.",
    },
    example: concat!(
        carried!("某县财政局2023年", "7", "1", "2"),
        previous!(),
        carried!("某县财政局2022年", "9", "0", "3"),
    ),
    false_alarms: &[
        REORGANISED,
        Bilingual {
            zh: "上年报告发布后更正过而给出的是更正前的一份；或申请人类别经核实后改栏，总计一致而分栏不同。",
            en: "Last year's report was corrected after it was published and the old one was given; or the kind of applicant was put right, so that columns differ and totals agree.",
        },
    ],
    repair: Bilingual {
        zh: "先看本年“上年结转”这一行是否照抄上年报告末行；确有更正的，在文中说明。",
        en: "See first whether this row was taken from the last row of last year's table; where something was corrected, say so in the text.",
    },
};

pub(super) const COPIED_REPORT: Rule = Rule {
    id: "copied-report",
    severity: Severity::Warning,
    title: Bilingual {
        zh: "与上年（或另一机关）的报告雷同",
        en: "The report is like last year's, or like another agency's",
    },
    checks: Bilingual {
        zh: "去掉数字和例行语句后逐句比较，并比较表中全部数字。数字全部相同（至少4个不同的、不小于10的数）并且六成以上句子相同，报警告；只有数字全同，或只有九成以上句子相同（至少8句），作提示；与同一年度另一机关数字全同，作提示。",
        en: "Sentences are compared without their numbers and without what every report says, and all figures of the tables. All figures the same (at least 4 different ones of 10 or more) and 60 % of the sentences: a warning; the figures alone, or 90 % of at least 8 sentences alone: a note; the same figures as another agency of the same year: a note.",
    },
    basis: Bilingual {
        zh: "《政府信息公开条例》第四十九条、第五十条：年度报告应当反映上一年度的工作情况。",
        en: "Articles 49 and 50 of the Regulation: the annual report tells of the work of the year.",
    },
    why: Bilingual {
        zh: "照抄上年报告是被公开批评过的问题；有时只是发错了文件。",
        en: "Copied reports have been criticised in public; sometimes the wrong file was published.",
    },
    example: concat!(
        proactive_2021!("某县2023年", "0\t0\t0", "12\t3\t86", "1432", "57"),
        previous!(),
        proactive_2021!("某县2022年", "0\t0\t0", "12\t3\t86", "1432", "57"),
    ),
    false_alarms: &[Bilingual {
        zh: "工作内容年年相同的小单位，文字相近而数字已更新，只作提示。",
        en: "Small bodies whose work is the same every year write alike and update the numbers: only a note.",
    }],
    repair: Bilingual {
        zh: "确认发布的是本年的文件；数字确实相同的，在文中说明。",
        en: "Make sure that this year's file was published; where the figures are truly the same, say so in the text.",
    },
};

pub(super) const GROWTH_DISAGREES: Rule = Rule {
    id: "growth-disagrees",
    severity: Severity::Warning,
    title: Bilingual {
        zh: "文中的同比与上年报告推不出来",
        en: "What the text says about last year does not follow from last year's report",
    },
    checks: Bilingual {
        zh: "文中的数与本年表格一致、又说了同比增减的：用上年报告的同一项推算，四舍五入、截尾、进位都不符的报警告。文中直接说上年为多少而与上年报告不同的，作提示。有余、近、约等字的不判断。",
        en: "Where a figure in the text is the table's own and a growth or change is stated: last year's figure must lead to it, rounded in any way, else a warning. A figure that the text gives for last year and that is not last year's: a note. Figures with 余, 近, 约 are not judged.",
    },
    basis: Bilingual {
        zh: "同比的含义：（本年－上年）÷上年。",
        en: "What growth means: this year less last year, over last year.",
    },
    why: Bilingual {
        zh: "多是上年的数取自更正前或另一口径，或百分数算错。",
        en: "Usually last year's figure was taken before a correction or in another scope, or the rate was miscalculated.",
    },
    example: concat!(
        "某县2023年政府信息公开工作年度报告\n\n一、总体情况\n\n全年收到政府信息公开申请12件，同比增长100%。\n\n",
        "三、收到和处理政府信息公开申请情况\n\n",
        "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t\t申请人情况\n",
        "\t\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n",
        "一、本年新收政府信息公开申请数量\t\t12\t0\t0\t0\t0\t0\t12\n",
        "二、上年结转政府信息公开申请数量\t\t0\t0\t0\t0\t0\t0\t0\n",
        "四、结转下年度继续办理\t\t1\t0\t0\t0\t0\t0\t1\n",
        previous!(),
        carried!("某县2022年", "8", "0", "0"),
    ),
    false_alarms: &[
        REORGANISED,
        Bilingual {
            zh: "上年报告发布后更正过，文中用的是更正后的数。",
            en: "Last year's report was corrected after it was published, and the text uses the corrected figure.",
        },
    ],
    repair: Bilingual {
        zh: "用上年报告的数重算同比；口径不同的写明。",
        en: "Work the rate out again from last year's report; where the scope differs, say so.",
    },
};

pub(super) const PREVIOUS_DIFFERS: Rule = Rule {
    id: "previous-differs",
    severity: Severity::Note,
    title: Bilingual {
        zh: "作为上年报告给出的文件，名称或年度不符",
        en: "What was given as last year's report has another name or is of another year",
    },
    checks: Bilingual {
        zh: "用 --previous 给出单个文件时，认作同一机关上年的报告；机关名称不同的照样核对，年度不是上一年的不核对结转，都作提示。",
        en: "A single file given by --previous is taken as the same agency's report of the year before; another name is checked all the same, of another year the carry-over is not checked, and a note says so.",
    },
    basis: Bilingual {
        zh: "跨年核对只在同一机关相邻两年之间成立。",
        en: "Relations across years hold between two years of one agency that follow each other.",
    },
    why: Bilingual {
        zh: "给错文件，会使本来衔接的数看起来不衔接。",
        en: "With the wrong file figures that do follow seem not to.",
    },
    example: concat!(
        carried!("某县财政局2023年", "7", "2", "1"),
        previous!(),
        carried!("某县审计局2022年", "9", "0", "2"),
    ),
    false_alarms: &[Bilingual { zh: "机关更名后名称不同。", en: "The agency was renamed." }],
    repair: Bilingual {
        zh: "确认 --previous 给出的是同一机关上一年的报告。",
        en: "Make sure that --previous names the same agency's report of the year before.",
    },
};

pub(super) const CUMULATIVE_FLOW: Rule = Rule {
    id: "cumulative-flow",
    severity: Severity::Warning,
    title: Bilingual {
        zh: "历年累计等于上年累计加本年",
        en: "A cumulative figure is last year's and this year's",
    },
    checks: Bilingual {
        zh: "印有“历年累计”栏的统计表，每一行：本年报告的历年累计＝上年报告的历年累计＋本年度。用 --previous 给出上年的报告；隔了年份的，只核对累计没有减少。不等报警告；报告提到机构改革或统计范围变化的，作提示。空白不作0。",
        en: "In forms that print a cumulative column, row by row: this report's cumulative figure equals that of last year's report, given by --previous, plus the year's. Where years lie between, it may only not fall. A warning; a note where the reports speak of a reorganisation or another scope. A blank is not taken for zero.",
    },
    basis: Bilingual {
        zh: "“历年累计”一栏的含义；格式未印跨年的算式。",
        en: "What a cumulative column means; no formula across years is printed.",
    },
    why: Bilingual {
        zh: "多是累计沿用了旧数、只填了本年，或更正了以前年度的数而没有说明。",
        en: "Usually the cumulative figure was not carried on, or earlier years were corrected without a word.",
    },
    example: concat!(
        cumulative!("2016", "4\t44", "1\t9"),
        previous!(),
        cumulative!("2015", "3\t40", "2\t12"),
    ),
    false_alarms: &[
        Bilingual {
            zh: "以前年度的数经过更正，累计随之改变；应在报告中说明。",
            en: "Figures of earlier years were corrected and the total with them; the report should say so.",
        },
        REORGANISED,
    ],
    repair: Bilingual {
        zh: "从上年报告的历年累计起，加上本年度，重算这一栏；更正以前年度的，在文中说明。",
        en: "Start from last year's cumulative figure, add the year's, and write the column anew; say so where earlier years were corrected.",
    },
};

pub(super) const STOCK_FLOW: Rule = Rule {
    id: "stock-flow",
    severity: Severity::Warning,
    title: Bilingual {
        zh: "现行有效件数与上年衔接", en: "What is in force follows from last year's report"
    },
    checks: Bilingual {
        zh: "2021年格式第二部分的表，规章、行政规范性文件各自：本年现行有效＋本年废止＝上年现行有效＋本年制发，不等报警告；文中提到文件失效而本年较少的，作提示。2019年格式：对外公开总数量不大于上年总数量＋本年新公开；上一年项目数量＝上年报告的上一年项目数量＋本年增/减，都作提示。两年格式不同的不比较，定义已经不同。",
        en: "In table 2 of 2021, for regulations and for normative documents: those in force plus those repealed equal those in force last year plus those issued; a warning, or a note where fewer are in force and the text speaks of documents that lapsed. In the form of 2019: the whole disclosed is not above last year's plus those newly disclosed, and items in the previous year are last year's items plus their change; notes. Years on different forms are not compared: the definitions changed.",
    },
    basis: Bilingual {
        zh: "由“本年制发件数”“本年废止件数”“现行有效件数”的含义推出，格式未印算式。",
        en: "It follows from what the columns mean; no formula is printed.",
    },
    why: Bilingual {
        zh: "不衔接多是现行有效件数没有更新，或把历年累计当作现行有效。",
        en: "Usually the stock was not updated, or documents of all years were counted as in force.",
    },
    example: concat!(
        proactive_2021!("某县2023年", "0\t0\t0", "12\t3\t86", "0", "0"),
        previous!(),
        proactive_2021!("某县2022年", "0\t0\t0", "8\t2\t80", "0", "0"),
    ),
    false_alarms: &[
        Bilingual {
            zh: "失效（有效期届满）的文件在表中没有栏目，不计入废止时就会相差。",
            en: "Documents that lapsed have no column; where they are not counted as repealed the sides differ.",
        },
        REORGANISED,
    ],
    repair: Bilingual {
        zh: "对照现行有效文件目录核对本年和上年的件数；有失效或清理的，在文中说明件数。",
        en: "Check both years against the list of documents in force; where some lapsed or were cleared, give their number in the text.",
    },
};

pub(super) const YEAR_JUMP: Rule = Rule {
    id: "year-jump",
    severity: Severity::Note,
    title: Bilingual { zh: "与上年相比变化很大", en: "A figure is many times last year's" },
    checks: Bilingual {
        zh: "收到申请、办理结果、处理决定、收费金额等总数，两年都不小于30（金额30万元）而相差5倍以上的，作提示。小数目不判断。",
        en: "Totals of applications, decisions, fees and the like that are five times last year's or a fifth of it, where both are 30 or more (amounts: 300,000 yuan). Small numbers are not judged.",
    },
    basis: Bilingual { zh: "经验界限，不是规定。", en: "Experience, not a regulation." },
    why: Bilingual {
        zh: "单位弄错（元、万元）、口径变化或多录一位数字，常表现为成倍的变化。",
        en: "A wrong unit, another scope or a digit too many often shows as a multiple.",
    },
    example: concat!(
        proactive_2021!("某县2023年", "0\t0\t0", "0\t0\t0", "43210", "60"),
        previous!(),
        proactive_2021!("某县2022年", "0\t0\t0", "0\t0\t0", "4321", "57"),
    ),
    false_alarms: &[Bilingual {
        zh: "业务确有大的变化，如许可事项划入划出。",
        en: "The work truly changed, as when licensing was taken over or given away.",
    }],
    repair: Bilingual {
        zh: "核对单位、口径和录入；属实的在文中说明原因。",
        en: "Check unit, scope and typing; where it is true say why in the text.",
    },
};
