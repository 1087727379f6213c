//! Rules on what was seen and how well it could be read.

use super::examples::{applications_2021, proactive_2019};
use gongkai_model::{Bilingual, Rule, Severity};

pub(super) const COVERAGE_INCOMPLETE: Rule = Rule {
    id: "coverage-incomplete",
    severity: Severity::Warning,
    title: Bilingual {
        zh: "表中有格没有找到或没有数字",
        en: "Cells of a table were not found or hold no figure",
    },
    checks: Bilingual {
        zh: "逐表清点格式应有的每一格：没有找到的报警告；都找到、但有空白、“/”或“-”的，只作提示。每表一条。",
        en: "Counts every cell that the form has, table by table: cells not found are a warning; cells found but blank, “/” or “-” are a note. One finding for each table.",
    },
    basis: Bilingual {
        zh: "报告所用格式的行和列；全国格式见国办发〔2014〕32号，国办公开办函〔2019〕60号、〔2021〕30号所附。",
        en: "The rows and columns of the report's form; those of the national forms stand in the annexes of the notices of 2014 (No. 32), 2019 (No. 60) and 2021 (No. 30).",
    },
    why: Bilingual {
        zh: "没有找到的格不能核对，也不能当作0；不说明就会把没看见当成没问题。",
        en: "A cell that was not found can be neither checked nor taken for zero; silence would pass the unseen for sound.",
    },
    example: applications_2021! {
        received: "3\t0\t0\t0\t0\t0\t3",
        carried_in: "0\t0\t0\t0\t0\t0\t0",
        granted_full: "3\t0\t0\t0\t0\t0\t3",
        granted_part: "0\t0\t0\t0\t0\t0\t0",
        processed: "3\t0\t0\t0\t0\t0\t3",
        carried_out: "0\t0\t0\t0\t0\t0\t0",
    },
    false_alarms: &[
        Bilingual {
            zh: "县级以下机关无权制定规章，规章一行填“/”是对的（提示）。",
            en: "A body below the prefecture cannot issue regulations and rightly prints “/” there (a note).",
        },
        Bilingual {
            zh: "扫描件或截图中的表格识别不全时，原件可能是完整的。",
            en: "The original may be complete where a scan or a screenshot was read in part.",
        },
    ],
    repair: Bilingual {
        zh: "补齐缺少的行、列；没有发生的填0，不要留空。",
        en: "Add the missing rows or columns; write 0 where there was nothing instead of leaving a blank.",
    },
};

pub(super) const TABLE_MISSING: Rule = Rule {
    id: "table-missing",
    severity: Severity::Warning,
    title: Bilingual { zh: "缺少法定表格", en: "A statutory table is missing" },
    checks: Bilingual {
        zh: "格式规定的每一张表都应能找到；一格都没有找到的表，报缺表。",
        en: "Every table of the form should be there; a table of which no cell was found is missing.",
    },
    basis: Bilingual {
        zh: "年度报告格式第二、三、四部分各有一张表（2019年、2021年）；2014年为一张统计表。",
        en: "Chapters two, three and four have one table each (2019, 2021); the form of 2014 is one list.",
    },
    why: Bilingual {
        zh: "缺表的报告没有可核对的数字，不能算通过。",
        en: "Without the table there is nothing to check, which is no pass.",
    },
    example: applications_2021! {
        received: "0\t0\t0\t0\t0\t0\t0",
        carried_in: "0\t0\t0\t0\t0\t0\t0",
        granted_full: "0\t0\t0\t0\t0\t0\t0",
        granted_part: "0\t0\t0\t0\t0\t0\t0",
        processed: "0\t0\t0\t0\t0\t0\t0",
        carried_out: "0\t0\t0\t0\t0\t0\t0",
    },
    false_alarms: &[
        Bilingual {
            zh: "表格以图片或附件形式发布时，原件中有表而文字中没有。",
            en: "A table published as an image or an attachment is there, but not in the text.",
        },
        Bilingual {
            zh: "没有行政复议、行政诉讼时，有的单位以一句话代替第四部分的表。",
            en: "Offices without reviews or litigation sometimes write a sentence instead of table 4.",
        },
    ],
    repair: Bilingual {
        zh: "按格式补上表格，没有数字的填0。",
        en: "Add the table as the form has it, with 0 where there was nothing.",
    },
};

pub(super) const READING_REPAIRED: Rule = Rule {
    id: "reading-repaired",
    severity: Severity::Note,
    title: Bilingual {
        zh: "损坏的数字已据勾稽关系读出",
        en: "A damaged figure was read with the help of the sums",
    },
    checks: Bilingual {
        zh: "原文不是规范的数字（如“-0”、“O”、粘连或拆开的数字），或一行的数与格数目不符，但数值的类型或表内数字关系只允许一种读法。一行之内一并确定的各格报一条。",
        en: "The characters are no proper figure (such as “-0”, “O”, glued or split digits), or a row has more or fewer figures than boxes, but the kind of value or the sums of the table admit one reading only. Cells of a row that were decided together are one finding.",
    },
    basis: Bilingual {
        zh: "件数不为负；各行、各列的合计和表头所印勾稽关系。",
        en: "Counts are not negative; the totals of rows and columns and the printed balance.",
    },
    why: Bilingual {
        zh: "读法是推出来的，应让人看见原文并对照一次。",
        en: "The reading is inferred: a person should see the characters and compare them once.",
    },
    example: applications_2021! {
        received: "3\t0\t0\t0\t-0\t0\t3",
        carried_in: "0\t0\t0\t0\t0\t0\t0",
        granted_full: "3\t0\t0\t0\t0\t0\t3",
        granted_part: "0\t0\t0\t0\t0\t0\t0",
        processed: "3\t0\t0\t0\t0\t0\t3",
        carried_out: "0\t0\t0\t0\t0\t0\t0",
    },
    false_alarms: &[Bilingual {
        zh: "原件本身就这样印刷时，并非识别损坏；结论相同。",
        en: "The original may itself be printed so; the reading is the same.",
    }],
    repair: Bilingual {
        zh: "对照原件，把该格改成规范的数字。",
        en: "Compare with the original and write a proper figure.",
    },
};

pub(super) const READING_AMBIGUOUS: Rule = Rule {
    id: "reading-ambiguous",
    severity: Severity::Warning,
    title: Bilingual { zh: "数字有不止一种读法", en: "A figure may be read in more than one way" },
    checks: Bilingual {
        zh: "原文可以读成几个数（或几种单位），而表内数字关系不足以确定是哪一个。只差单位，或只差空白与0的，作提示。",
        en: "The characters may stand for several figures (or units), and the sums of the table do not decide. Where only the unit, or blank against zero, is open, it is a note.",
    },
    basis: Bilingual {
        zh: "报告所用格式每格一个数，金额有单位。",
        en: "The report's form has one figure to a cell, and amounts have a unit.",
    },
    why: Bilingual {
        zh: "含有这一格的勾稽关系没有核对；不猜。",
        en: "The sums it belongs to were not checked; nothing is guessed.",
    },
    example: proactive_2019!(
        "第二十条第（一）项\t\t\t\n信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n规章\t0\t0\t0\n规范性文件\t2\t2\t7\n第二十条第（八）项\t\t\t\n信息内容\t上一年项目数量\t本年增/减\t\n行政事业性收费\t3\t0\t\n第二十条第（九）项\t\t\t\n信息内容\t采购项目数量\t采购总金额\t\n政府集中采购\t4\t52.15\t\n"
    ),
    false_alarms: &[Bilingual {
        zh: "采购总金额没有写单位时，按惯例多为万元，但格式没有规定。",
        en: "An amount of procurement without a unit is usually in ten thousand yuan, but the form does not say so.",
    }],
    repair: Bilingual {
        zh: "对照原件写清数字和单位。",
        en: "Compare with the original; write the figure and its unit clearly.",
    },
};
