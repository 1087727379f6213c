//! Rules on proactive disclosure: table 2, and the first part of the list of 2014.

use super::examples::{proactive_2019, statistics_2014};
use gongkai_model::{Bilingual, Rule, Severity};

pub(super) const DISCLOSED_ABOVE_STOCK: Rule = Rule {
    id: "disclosed-above-stock",
    severity: Severity::Warning,
    title: Bilingual {
        zh: "本年新公开不多于对外公开总数",
        en: "No more is newly disclosed than is disclosed in all",
    },
    checks: Bilingual {
        zh: "2019年格式第二部分的表，规章、规范性文件各自：本年新公开数量≤对外公开总数量。",
        en: "In table 2 of 2019, for regulations and normative documents each: those newly disclosed are at most those disclosed in all.",
    },
    basis: Bilingual {
        zh: "由两栏的含义推出，格式未印算式：新公开的件数包含在总数之内。",
        en: "It follows from what the columns mean; no formula is printed. What is newly disclosed is part of the whole.",
    },
    why: Bilingual {
        zh: "常见原因是把两栏填反，或总数只填了历年数而没有加上本年。",
        en: "Usually the two columns were exchanged, or the whole leaves out the year.",
    },
    example: proactive_2019!(
        "第二十条第（一）项\t\t\t\n信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n规章\t0\t0\t0\n规范性文件\t9\t9\t7\n"
    ),
    false_alarms: &[Bilingual {
        zh: "年内公开后又废止的文件，有的单位从总数中扣除而仍计入本年新公开。",
        en: "Documents disclosed and repealed within the year may be left out of the whole and still be counted as new.",
    }],
    repair: Bilingual {
        zh: "核对两栏是否填反，总数是否包括本年。",
        en: "Check whether the columns were exchanged and whether the whole includes the year.",
    },
};

pub(super) const NEGATIVE_STOCK: Rule = Rule {
    id: "negative-stock",
    severity: Severity::Warning,
    title: Bilingual {
        zh: "项目数加本年增减不为负", en: "Items plus their change are not negative"
    },
    checks: Bilingual {
        zh: "2019年格式第二部分的表，行政许可、其他对外管理服务事项、行政处罚、行政强制、行政事业性收费各自：上一年项目数量＋本年增/减≥0。",
        en: "In table 2 of 2019, for each kind of item: the items of the previous year plus the change in the year are not below zero.",
    },
    basis: Bilingual {
        zh: "由“上一年项目数量”“本年增/减”的含义推出，格式未印算式。",
        en: "It follows from what the two columns mean; no formula is printed.",
    },
    why: Bilingual {
        zh: "减少的比原有的还多，说明本年增/减填成了别的数，或符号填反。",
        en: "More was taken away than there was: the change is another figure, or its sign is wrong.",
    },
    example: proactive_2019!(
        "第二十条第（五）项\t\t\t\n信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政许可\t12\t-15\t30\n其他对外管理服务事项\t0\t0\t0\n"
    ),
    false_alarms: &[Bilingual {
        zh: "上一年项目数量按拆分后的子项、本年增/减按主项计算时，两数口径不同。",
        en: "Where one figure counts sub-items and the other main items, they cannot be added.",
    }],
    repair: Bilingual {
        zh: "核对增减的符号和口径。",
        en: "Check the sign of the change and what both figures count.",
    },
};

pub(super) const IN_FORCE_BELOW_ISSUED: Rule = Rule {
    id: "in-force-below-issued",
    severity: Severity::Warning,
    title: Bilingual {
        zh: "现行有效加本年废止不少于本年制发",
        en: "What was issued is in force or was repealed",
    },
    checks: Bilingual {
        zh: "2021年格式第二部分的表，规章、行政规范性文件各自：现行有效件数＋本年废止件数≥本年制发件数。",
        en: "In table 2 of 2021, for regulations and normative documents each: those in force plus those repealed in the year are at least those issued in the year.",
    },
    basis: Bilingual {
        zh: "由三栏的含义推出，格式未印算式：本年制发的文件，年底或者有效，或者已废止。",
        en: "It follows from what the columns mean; no formula is printed. A document issued in the year is in force at its end or was repealed.",
    },
    why: Bilingual {
        zh: "常见原因是现行有效件数只填了历年数，或三栏错位。",
        en: "Usually the stock leaves out the year, or the columns slipped.",
    },
    example: concat!(
        "某县2023年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n",
        "第二十条第（一）项\t\t\t\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n行政规范性文件\t9\t1\t6\n",
        "第二十条第（五）项\t\t\t\n信息内容\t本年处理决定数量\t\t\n行政许可\t120\t\t\n",
        "第二十条第（六）项\t\t\t\n信息内容\t本年处理决定数量\t\t\n行政处罚\t45\t\t\n行政强制\t2\t\t\n",
        "第二十条第（八）项\t\t\t\n信息内容\t本年收费金额（单位：万元）\t\t\n行政事业性收费\t31.5\t\t\n",
    ),
    false_alarms: &[Bilingual {
        zh: "本年制发、年内有效期届满而自动失效的文件，格式没有“失效”一栏，三数可以不符。",
        en: "Documents that lapse within the year have no column on the form, so the figures may differ rightly.",
    }],
    repair: Bilingual {
        zh: "核对现行有效件数是否包括本年制发的文件；有失效的在文字中说明。",
        en: "Check that the stock includes the year's documents; explain lapsed ones in the text.",
    },
};

pub(super) const DISCLOSED_ABOVE_CHANNELS: Rule = Rule {
    id: "disclosed-above-channels",
    severity: Severity::Error,
    title: Bilingual {
        zh: "主动公开总数不多于各渠道之和",
        en: "No more is disclosed than the channels carry together",
    },
    checks: Bilingual {
        zh: "2014年统计表：主动公开政府信息数≤政府公报、政府网站、政务微博、政务微信、其他方式五项之和。",
        en: "In the list of 2014: the items disclosed are at most the sum over the five channels.",
    },
    basis: Bilingual {
        zh: "“不同渠道和方式公开相同信息计1条”：去重后的总数不会多于各渠道之和。",
        en: "The form counts the same item once, however many channels carry it: the total is at most the sum.",
    },
    why: Bilingual {
        zh: "总数更多，说明有的公开渠道没有统计，或总数填错。",
        en: "A larger total means that a channel was left out or the total is wrong.",
    },
    example: statistics_2014!(
        "一、主动公开情况\t\t\n（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）\t条\t200\n其中：主动公开规范性文件数\t条\t6\n制发规范性文件总数\t件\t6\n（二）通过不同渠道和方式公开政府信息的情况\t\t\n1.政府公报公开政府信息数\t条\t10\n2.政府网站公开政府信息数\t条\t90\n3.政务微博公开政府信息数\t条\t20\n4.政务微信公开政府信息数\t条\t25\n5.其他方式公开政府信息数\t条\t5\n"
    ),
    false_alarms: &[Bilingual {
        zh: "各渠道之和大于总数是正常的（同一信息多渠道公开），不会报。",
        en: "A sum above the total is normal, since one item may use several channels; it is not reported.",
    }],
    repair: Bilingual {
        zh: "核对总数，补计遗漏的渠道（计入其他方式）。",
        en: "Check the total; count forgotten channels under other ways.",
    },
};

pub(super) const CHANNEL_ABOVE_DISCLOSED: Rule = Rule {
    id: "channel-above-disclosed",
    severity: Severity::Warning,
    title: Bilingual {
        zh: "单一渠道不多于主动公开总数",
        en: "No channel carries more than is disclosed in all",
    },
    checks: Bilingual {
        zh: "2014年统计表：政府公报、政府网站、政务微博、政务微信、其他方式各自≤主动公开政府信息数。",
        en: "In the list of 2014: each of the five channels carries at most the items disclosed in all.",
    },
    basis: Bilingual {
        zh: "由统计表结构推出：某一渠道公开的信息都包含在总数之内。",
        en: "It follows from the structure of the list: what one channel carries is part of the whole.",
    },
    why: Bilingual {
        zh: "常见原因是渠道数按发布次数或访问量统计，或总数只计了一个渠道。",
        en: "Usually the channel counts posts or visits, or the total leaves channels out.",
    },
    example: statistics_2014!(
        "一、主动公开情况\t\t\n（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）\t条\t200\n其中：主动公开规范性文件数\t条\t6\n制发规范性文件总数\t件\t6\n（二）通过不同渠道和方式公开政府信息的情况\t\t\n1.政府公报公开政府信息数\t条\t10\n2.政府网站公开政府信息数\t条\t250\n3.政务微博公开政府信息数\t条\t20\n4.政务微信公开政府信息数\t条\t25\n5.其他方式公开政府信息数\t条\t5\n"
    ),
    false_alarms: &[Bilingual {
        zh: "微博、微信账号转发其他机关的信息，有的单位计入本渠道而不计入总数。",
        en: "Reposts of other bodies' items are sometimes counted for a channel and not for the whole.",
    }],
    repair: Bilingual {
        zh: "统一口径：渠道数和总数都按信息条数去重统计。",
        en: "Count items, not posts, for both the channel and the whole.",
    },
};
