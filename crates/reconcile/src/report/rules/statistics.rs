//! Rules on the list of 2014: parts and wholes, topics, replies and closures.

use super::examples::statistics_2014;
use gongkai_model::{Bilingual, Rule, Severity};

pub(super) const PART_ABOVE_WHOLE: Rule = Rule {
    id: "part-above-whole",
    severity: Severity::Error,
    title: Bilingual { zh: "“其中”项不多于所属总项", en: "A part is not above its whole" },
    checks: Bilingual {
        zh: "2014年统计表：主动公开规范性文件数≤主动公开政府信息数；主要负责同志参加新闻发布会次数≤新闻发布会总次数；主要负责同志参加在线访谈次数≤在线访谈次数。",
        en: "In the list of 2014: normative documents among the items disclosed, press conferences and online interviews attended by the principal, are at most their wholes.",
    },
    basis: Bilingual {
        zh: "表中所印“其中：”。", en: "The words “of which” printed on the form."
    },
    why: Bilingual {
        zh: "“其中”项包含在总项之内，不可能更多；通常是两行填反或错行。",
        en: "A part cannot exceed its whole; usually two rows were exchanged or slipped.",
    },
    example: statistics_2014!(
        "二、回应解读情况\t\t\n（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）\t次\t3\n（二）通过不同渠道和方式回应解读的情况\t\t\n1.参加或举办新闻发布会总次数\t次\t2\n其中：主要负责同志参加新闻发布会次数\t次\t5\n2.政府网站在线访谈次数\t次\t4\n其中：主要负责同志参加政府网站在线访谈次数\t次\t1\n3.政策解读稿件发布数\t篇\t12\n4.微博微信回应事件数\t次\t6\n5.其他方式回应事件数\t次\t0\n"
    ),
    false_alarms: &[Bilingual {
        zh: "多位负责同志参加同一场发布会时按人次填写，会多于场次；应按场次填写。",
        en: "Where several principals attend one conference and attendances are counted, the part exceeds the whole; the form counts conferences.",
    }],
    repair: Bilingual {
        zh: "核对两行是否填反、是否按同一单位计数。",
        en: "Check whether the rows were exchanged and count the same thing.",
    },
};

pub(super) const TOPICS_ABOVE_RESPONSES: Rule = Rule {
    id: "topics-above-responses",
    severity: Severity::Warning,
    title: Bilingual {
        zh: "回应热点数不多于各种回应方式之和",
        en: "No more topics are answered than answers were given",
    },
    checks: Bilingual {
        zh: "2014年统计表：回应公众关注热点或重大舆情数≤新闻发布会、在线访谈、政策解读稿件、微博微信回应、其他方式五项之和。",
        en: "In the list of 2014: topics responded to are at most the sum of the five ways of responding.",
    },
    basis: Bilingual {
        zh: "“不同方式回应同一热点或舆情计1次”：每个热点至少用了一种方式。格式未印算式。",
        en: "The form counts a topic once, however it was answered: each needs at least one answer. No formula is printed.",
    },
    why: Bilingual {
        zh: "热点数更多，说明有的回应方式没有统计，或热点重复计数。",
        en: "More topics than answers means that a way was left out or topics were counted twice.",
    },
    example: statistics_2014!(
        "二、回应解读情况\t\t\n（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）\t次\t9\n（二）通过不同渠道和方式回应解读的情况\t\t\n1.参加或举办新闻发布会总次数\t次\t1\n其中：主要负责同志参加新闻发布会次数\t次\t0\n2.政府网站在线访谈次数\t次\t1\n其中：主要负责同志参加政府网站在线访谈次数\t次\t1\n3.政策解读稿件发布数\t篇\t2\n4.微博微信回应事件数\t次\t0\n5.其他方式回应事件数\t次\t0\n"
    ),
    false_alarms: &[Bilingual {
        zh: "一场发布会回应多个热点时，热点数可以多于回应次数。",
        en: "One press conference may answer several topics, so there may rightly be more topics than answers.",
    }],
    repair: Bilingual {
        zh: "核对各种回应方式是否漏计。",
        en: "Check whether a way of responding was left out.",
    },
};

pub(super) const PARTS_TOTAL: Rule = Rule {
    id: "parts-total",
    severity: Severity::Error,
    title: Bilingual { zh: "分项之和等于总项", en: "The parts add up to the total" },
    checks: Bilingual {
        zh: "2014年统计表：收到申请数、申请办结数、申请答复数、不同意公开答复数、行政复议数量、行政诉讼数量、从事政府信息公开工作人员数，各等于其下分项之和。后三者为警告。",
        en: "In the list of 2014: applications received, closed, replied to and denied, reviews, litigation and staff each equal the sum of the rows below them. The last three are warnings.",
    },
    basis: Bilingual {
        zh: "由统计表的层级和编号推出，格式未印算式；含“其他情形”的分项是穷尽的。",
        en: "It follows from the levels and numbers of the list; no formula is printed. Parts that include a remainder are exhaustive.",
    },
    why: Bilingual {
        zh: "总项与分项不符，至少有一个数错。",
        en: "Where the total and its parts differ, at least one figure is wrong.",
    },
    example: statistics_2014!(
        "三、依申请公开情况\t\t\n（一）收到申请数\t件\t10\n1.当面申请数\t件\t2\n2.传真申请数\t件\t1\n3.网络申请数\t件\t3\n4.信函申请数\t件\t5\n（二）申请办结数\t件\t10\n1.按时办结数\t件\t10\n2.延期办结数\t件\t0\n"
    ),
    false_alarms: &[
        Bilingual {
            zh: "尚未审结的复议、诉讼案件没有对应分项，总数可以多于分项之和（警告）。",
            en: "Pending reviews and cases have no row of their own, so the total may exceed the parts (a warning).",
        },
        Bilingual {
            zh: "专职人员数不包括政府公报和政府网站人员，工作人员总数可以多于专职加兼职（警告）。",
            en: "Full-time staff leave out those of the gazette and the website, so the staff total may exceed its parts (a warning).",
        },
    ],
    repair: Bilingual {
        zh: "重新加总分项；确有合理差额的在文字中说明。",
        en: "Add the parts up again; explain a rightful difference in the text.",
    },
};

pub(super) const REPLIED_CLOSED: Rule = Rule {
    id: "replied-closed",
    severity: Severity::Warning,
    title: Bilingual {
        zh: "申请答复数等于申请办结数", en: "Applications replied to equal those closed"
    },
    checks: Bilingual {
        zh: "2014年统计表：申请答复数＝申请办结数。",
        en: "In the list of 2014: applications replied to equal applications closed.",
    },
    basis: Bilingual {
        zh: "由统计表结构推出：办结以答复为标志。格式未印算式。",
        en: "It follows from the structure of the list: an application is closed by its reply. No formula is printed.",
    },
    why: Bilingual {
        zh: "两数不等，往往是答复按份、办结按件统计。",
        en: "A difference usually means that replies and applications were counted differently.",
    },
    example: statistics_2014!(
        "三、依申请公开情况\t\t\n（二）申请办结数\t件\t10\n1.按时办结数\t件\t10\n2.延期办结数\t件\t0\n（三）申请答复数\t件\t9\n1.属于已主动公开范围数\t件\t4\n2.同意公开答复数\t件\t5\n3.同意部分公开答复数\t件\t0\n4.不同意公开答复数\t件\t0\n5.不属于本行政机关公开数\t件\t0\n6.申请信息不存在数\t件\t0\n7.告知作出更改补充数\t件\t0\n8.告知通过其他途径办理数\t件\t0\n"
    ),
    false_alarms: &[
        Bilingual {
            zh: "申请人撤回的申请已办结而没有答复。",
            en: "Withdrawn applications are closed without a reply.",
        },
        Bilingual {
            zh: "一件申请可以有几份答复（例如先告知补正再答复）。",
            en: "One application may get several replies, such as a request to amend it first.",
        },
    ],
    repair: Bilingual {
        zh: "按申请件数统一口径；确有撤回的在文字中说明。",
        en: "Count applications in both; explain withdrawals in the text.",
    },
};

pub(super) const CLOSED_ABOVE_RECEIVED: Rule = Rule {
    id: "closed-above-received",
    severity: Severity::Note,
    title: Bilingual {
        zh: "申请办结数不多于收到申请数",
        en: "No more applications are closed than received",
    },
    checks: Bilingual {
        zh: "2014年统计表：申请办结数≤收到申请数。",
        en: "In the list of 2014: applications closed are at most those received.",
    },
    basis: Bilingual {
        zh: "由统计表结构推出；该表没有结转栏，所以只作提示。",
        en: "It follows from the structure of the list, which has no row for carry-overs: hence only a note.",
    },
    why: Bilingual {
        zh: "办结更多，或是办结了上年的申请，或是填错，值得看一眼。",
        en: "More closures are either last year's applications or a slip: worth a look.",
    },
    example: statistics_2014!(
        "三、依申请公开情况\t\t\n（一）收到申请数\t件\t10\n1.当面申请数\t件\t2\n2.传真申请数\t件\t0\n3.网络申请数\t件\t3\n4.信函申请数\t件\t5\n（二）申请办结数\t件\t12\n1.按时办结数\t件\t12\n2.延期办结数\t件\t0\n"
    ),
    false_alarms: &[Bilingual {
        zh: "年初办结上年收到的申请，完全正常。",
        en: "Applications received last year and closed this year make it speak, and all is well.",
    }],
    repair: Bilingual {
        zh: "确认多出的是上年收到的申请。",
        en: "Make sure that the surplus was received last year.",
    },
};
