//! Rules on what a form or a body cannot well say.

use super::examples::{proactive_2019, proactive_2021};
use gongkai_model::{Bilingual, Rule, Severity};

pub(super) const COLUMN_MISREAD: Rule = Rule {
    id: "column-misread",
    severity: Severity::Note,
    title: Bilingual {
        zh: "“处理决定数量”像是填成了现有项目数",
        en: "“Decisions in the year” looks like the number of items now",
    },
    checks: Bilingual {
        zh: "2019年格式第二部分的表：有数的各行（至少两行）处理决定数量都恰好等于上一年项目数量＋本年增/减，而且至少一行的增减不为0。",
        en: "In table 2 of 2019: on every row with figures (at least two) the decisions equal the items of the previous year plus their change, and on at least one row the change is not zero.",
    },
    basis: Bilingual {
        zh: "国办公开办函〔2019〕60号所附格式：项目数量以“项”计，处理决定数量以“件”计，两者没有相加的关系。",
        en: "Annex of the notice of 2019, No. 60: items are counted in 项 and decisions in 件; they do not add up.",
    },
    why: Bilingual {
        zh: "把第三栏理解成“现有项目数”，会使处理决定的件数无从得知。",
        en: "With the third column taken for the number of items now, nobody learns how many decisions there were.",
    },
    example: proactive_2019!(
        "第二十条第（五）项\t\t\t\n信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政许可\t31\t4\t35\n其他对外管理服务事项\t12\t-2\t10\n"
    ),
    false_alarms: &[Bilingual {
        zh: "数目很小时可能碰巧相等。",
        en: "Small numbers may be equal by chance.",
    }],
    repair: Bilingual {
        zh: "核对第三栏填的是不是本年作出的决定件数。",
        en: "Check that the third column has the decisions made in the year.",
    },
};

pub(super) const LEVEL_CANNOT_ISSUE: Rule = Rule {
    id: "level-cannot-issue",
    severity: Severity::Note,
    title: Bilingual {
        zh: "这一级机关不能制定规章", en: "A body of this level cannot issue regulations"
    },
    checks: Bilingual {
        zh: "县级、乡级机关（和名称表明属于县、乡的部门）的报告，规章一行不应有大于0的数。级别不明的不判断。",
        en: "In reports of counties and townships, and of departments whose names place them there, the row of regulations has no figure above zero. Bodies of unknown level are not judged.",
    },
    basis: Bilingual {
        zh: "《立法法》：规章由国务院部门，省、自治区、直辖市和设区的市、自治州的人民政府制定。",
        en: "The Legislation Law: regulations are made by departments of the State Council and by governments of provinces and prefecture-level cities.",
    },
    why: Bilingual {
        zh: "多是把“规章制度”或上级的规章填进了这一行。",
        en: "Usually internal rules, or regulations of a higher level, were put into the row.",
    },
    example: proactive_2021!("某县某镇人民政府2023年", "2\t0\t2", "0\t0\t0", "0", "0"),
    false_alarms: &[Bilingual {
        zh: "汇总报告把上级适用于本地的规章计入；自治县的单行条例填在此处。",
        en: "A report counts regulations of a higher level that apply here, or the separate regulations of an autonomous county.",
    }],
    repair: Bilingual {
        zh: "没有制定权的机关，规章一行填0。",
        en: "A body without that power writes 0 on the row.",
    },
};

pub(super) const OUTDATED_FORM: Rule = Rule {
    id: "outdated-form",
    severity: Severity::Note,
    title: Bilingual { zh: "使用了已经停用的格式", en: "The form is no longer in use" },
    checks: Bilingual {
        zh: "按表头认出的格式与报告年度对照：2014年统计表用于2018及以前年度，2019年格式用于2019、2020年度，2021年格式用于2021年度起。",
        en: "The form found by its headers against the report year: the list of 2014 is for years up to 2018, the form of 2019 for 2019 and 2020, that of 2021 from 2021 on.",
    },
    basis: Bilingual {
        zh: "国办公开办函〔2019〕60号、〔2021〕30号：自该年度起使用所附格式。",
        en: "Notices of 2019, No. 60, and 2021, No. 30: their forms are used from that year on.",
    },
    why: Bilingual {
        zh: "旧格式缺少新格式的行，填的数也不是同一个意思。",
        en: "The old form lacks rows of the new one, and its figures mean something else.",
    },
    example: concat!(
        "某县2023年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n",
        "第二十条第（一）项\t\t\t\n信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n规章\t0\t0\t0\n规范性文件\t2\t2\t9\n"
    ),
    false_alarms: &[Bilingual {
        zh: "补报往年的报告，而题目写的是发布年份。",
        en: "A report of an earlier year, published late, whose title has the year of publication.",
    }],
    repair: Bilingual { zh: "改用该年度的格式重新填报。", en: "Fill in the form of that year." },
};
