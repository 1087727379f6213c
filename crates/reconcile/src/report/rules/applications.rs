//! Rules on table 3: applications received and handled.

use super::examples::applications_2021;
use gongkai_model::{Bilingual, Rule, Severity};

pub(super) const APPLICATIONS_BALANCE: Rule = Rule {
    id: "applications-balance",
    severity: Severity::Error,
    title: Bilingual {
        zh: "新收加结转等于办结加结转下年",
        en: "Received plus carried in equals processed plus carried out",
    },
    checks: Bilingual {
        zh: "第三部分的表，每一栏（六类申请人和总计，共七栏）：一、本年新收＋二、上年结转＝三（七）总计＋四、结转下年度继续办理。",
        en: "In table 3, for each of the seven columns: applications received plus those carried in from last year equal those processed plus those carried out to next year.",
    },
    basis: Bilingual {
        zh: "表头所印“本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和”（国办公开办函〔2019〕60号、〔2021〕30号所附格式）。",
        en: "The relation printed in the header of the table (annexes of the notices of 2019, No. 60, and 2021, No. 30).",
    },
    why: Bilingual {
        zh: "这是格式中唯一写明的算式。不平，说明有申请未计、重计或填错了栏，也会使下一年的上年结转对不上。",
        en: "It is the only formula that the form spells out. Where it fails, applications were lost, counted twice or put in the wrong column, and next year's carry-over will not match.",
    },
    example: applications_2021! {
        received: "10\t2\t0\t0\t0\t0\t12",
        carried_in: "1\t0\t0\t0\t0\t0\t1",
        granted_full: "8\t2\t0\t0\t0\t0\t10",
        granted_part: "1\t0\t0\t0\t0\t0\t1",
        processed: "9\t2\t0\t0\t0\t0\t11",
        carried_out: "1\t0\t0\t0\t0\t0\t1",
    },
    false_alarms: &[
        Bilingual {
            zh: "表格识别有误（数字错列、粘连）时会误报；先对照原件。",
            en: "A misread table (slipped or glued figures) raises it: compare with the original first.",
        },
        Bilingual {
            zh: "机构改革并入或划出的申请，有的单位只在文字中说明而不计入上年结转。",
            en: "Applications taken over in a reorganisation are sometimes explained in the text and not counted as carried in.",
        },
    ],
    repair: Bilingual {
        zh: "对照申请台账核对该栏四个数；如果只有总计栏不平，先核对各行的总计。",
        en: "Check the four figures of the column against the register of applications; if only the total column fails, check the row totals first.",
    },
};

pub(super) const OUTCOMES_TOTAL: Rule = Rule {
    id: "outcomes-total",
    severity: Severity::Error,
    title: Bilingual {
        zh: "各项办理结果之和等于（七）总计",
        en: "The outcomes add up to the applications processed",
    },
    checks: Bilingual {
        zh: "第三部分的表，每一栏：三、本年度办理结果（一）至（六）各行之和＝（七）总计。2019年格式的（六）为一行，2021年格式为三行。",
        en: "In table 3, for each column: the outcome rows (1) to (6) add up to row (7), total. Row (6) is one row in the form of 2019 and three in that of 2021.",
    },
    basis: Bilingual {
        zh: "（七）总计；“区分处理的，只计这一情形，不计其他情形”，即每件申请只计一种结果。",
        en: "Row (7) is printed as the total, and an application handled in part is counted in one row only: each application has one outcome.",
    },
    why: Bilingual {
        zh: "和与总计不等，说明有的申请没有计入结果，或一件申请计了两种结果。",
        en: "A difference means that applications lack an outcome or were counted under two.",
    },
    example: applications_2021! {
        received: "9\t0\t0\t0\t0\t0\t9",
        carried_in: "0\t0\t0\t0\t0\t0\t0",
        granted_full: "8\t0\t0\t0\t0\t0\t8",
        granted_part: "4\t0\t0\t0\t0\t0\t4",
        processed: "9\t0\t0\t0\t0\t0\t9",
        carried_out: "0\t0\t0\t0\t0\t0\t0",
    },
    false_alarms: &[Bilingual {
        zh: "有的单位按答复书份数而不是申请件数填写各行，一件申请多份答复时各行之和会大于总计；应按件填写。",
        en: "Some offices count replies instead of applications, so that one application with several replies makes the rows exceed the total; the form counts applications.",
    }],
    repair: Bilingual {
        zh: "逐件核对办理结果；漏计的补入相应行，重复的只保留一种情形。",
        en: "Check the outcome of each application; add the missing ones, keep one outcome for each.",
    },
};

pub(super) const ROW_TOTAL: Rule = Rule {
    id: "row-total",
    severity: Severity::Error,
    title: Bilingual {
        zh: "各类申请人之和等于总计", en: "The applicants of a row add up to its total"
    },
    checks: Bilingual {
        zh: "第三部分的表，每一行：自然人＋商业企业＋科研机构＋社会公益组织＋法律服务机构＋其他＝总计。",
        en: "In table 3, for each row: natural persons and the five kinds of organisation add up to the total.",
    },
    basis: Bilingual {
        zh: "表头“申请人情况”下的“总计”栏。",
        en: "The column printed as the total of the kinds of applicant.",
    },
    why: Bilingual {
        zh: "总计栏常被文字部分和上级汇总引用，错一格会带错多处。",
        en: "The total column is what texts and higher levels quote: one wrong cell spreads.",
    },
    example: applications_2021! {
        received: "10\t2\t0\t0\t0\t0\t13",
        carried_in: "0\t0\t0\t0\t0\t0\t0",
        granted_full: "8\t2\t0\t0\t0\t0\t10",
        granted_part: "2\t0\t0\t0\t0\t0\t2",
        processed: "10\t2\t0\t0\t0\t0\t12",
        carried_out: "0\t0\t0\t0\t0\t0\t0",
    },
    false_alarms: &[Bilingual {
        zh: "“总计”栏整栏空白而各类申请人已填时不报错误，只提示应填的数。",
        en: "A total column left blank is no error: only the figures it should hold are noted.",
    }],
    repair: Bilingual {
        zh: "重新加总该行；如该栏的其他算式也不平，先核对这一格。",
        en: "Add the row up again; where the column fails too, look at the cell they share.",
    },
};

pub(super) const CARRIED_OUT_ABOVE_INTAKE: Rule = Rule {
    id: "carried-out-above-intake",
    severity: Severity::Error,
    title: Bilingual {
        zh: "结转下年不多于新收加上年结转", en: "No more is carried out than came in"
    },
    checks: Bilingual {
        zh: "第三部分的表，每一栏：四、结转下年度继续办理≤一、本年新收＋二、上年结转。",
        en: "In table 3, for each column: applications carried out are at most those received plus those carried in.",
    },
    basis: Bilingual {
        zh: "由表头所印勾稽关系和件数不为负推出；不依赖（七）总计，该行缺失时也能核对。",
        en: "It follows from the printed balance and from counts not being negative; it needs no row (7), so it works where that row is missing.",
    },
    why: Bilingual {
        zh: "没有办完的申请只能来自本年新收和上年结转；多出来的必是填错。",
        en: "What is still open can only have been received or carried in; anything more is a slip.",
    },
    example: applications_2021! {
        received: "3\t0\t0\t0\t0\t0\t3",
        carried_in: "1\t0\t0\t0\t0\t0\t1",
        granted_full: "0\t0\t0\t0\t0\t0\t0",
        granted_part: "0\t0\t0\t0\t0\t0\t0",
        processed: "0\t0\t0\t0\t0\t0\t0",
        carried_out: "6\t0\t0\t0\t0\t0\t6",
    },
    false_alarms: &[Bilingual {
        zh: "表格识别有误时，四、结转下年度一行可能读入了别的行；先对照原件。",
        en: "In a damaged table the last row may have been read from another one: compare with the original first.",
    }],
    repair: Bilingual {
        zh: "核对四、结转下年度继续办理，并看该栏的勾稽关系差多少。",
        en: "Check the carried-out row and by how much the balance of the column fails.",
    },
};
