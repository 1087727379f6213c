//! Chinese.

use super::{RuleWords, Words};
use gongkai_model::{Grade, Outcome, Presence, Severity, Status, Verdict};

pub(crate) static ZH: Words = Words {
    colon: "：",
    comma: "，",
    brackets: ["（", "）"],
    verdict: |it| match it {
        Verdict::Clean => "未发现问题",
        Verdict::Notes => "仅有提示",
        Verdict::Warnings => "有警告",
        Verdict::Errors => "有错误",
        Verdict::Unreadable => "无法读取",
    },
    severity: |it| match it {
        Severity::Error => "错误",
        Severity::Warning => "警告",
        Severity::Note => "提示",
    },
    outcome: |it| match it {
        Outcome::Satisfied => "成立",
        Outcome::WithinRounding => "在取整误差之内",
        Outcome::Violated => "不成立",
        Outcome::Undetermined => "无法判定",
    },
    grade: |it| match it {
        Grade::Rounded => "四舍五入",
        Grade::Truncated => "舍去尾数",
        Grade::RoundedUp => "进位",
        Grade::Loose => "按最宽的说法",
    },
    presence: |it| match it {
        Presence::Number => "数字",
        Presence::Blank => "空白",
        Presence::NotApplicable => "不适用",
        Presence::Dash => "横线",
        Presence::Text => "文字",
        Presence::NotFound => "未找到",
    },
    status: |it| match it {
        Status::Confirmed => "已印证",
        Status::Read => "已读取",
        Status::Disputed => "有出入",
        Status::Repaired => "已修复",
        Status::Ambiguous => "有歧义",
        Status::NotFound => "未找到",
    },
    applicability: |it| match it {
        "certain" => "可以确定",
        "plausible" => "有可能",
        "manual" => "需人工核实",
        other => other,
    },
    year: |year| format!("{year}年度"),
    whose: |tag| match tag {
        "previous" => "上年：".to_owned(),
        "cumulative" => "历年累计：".to_owned(),
        "cumulative@previous" => "上年历年累计：".to_owned(),
        body => format!("{body}："),
    },
    table: |number| match number {
        1 => "统计表".to_owned(),
        2 => "表二".to_owned(),
        3 => "表三".to_owned(),
        4 => "表四".to_owned(),
        other => format!("表{other}"),
    },
    at: |page, line, column| match page {
        Some(page) => format!("（第{page}页，第{line}行第{column}列）"),
        None => format!("（第{line}行第{column}列）"),
    },
    counts: |[errors, warnings, notes]| format!("（错误{errors}，警告{warnings}，提示{notes}）"),
    repair: |edits| {
        let each: Vec<String> = edits
            .iter()
            .map(|(place, from, to)| match *from {
                "" => format!("{place}的空白填“{to}”"),
                from => format!("{place}的“{from}”改为“{to}”"),
            })
            .collect();
        each.join("，同时")
    },
    more: |rest| format!("另有{rest}项"),
    coverage: |found, cells| format!("应有{cells}格，找到{found}格"),
    outcomes: |it| {
        let if_zero = match it.undetermined_if_zero {
            0 => String::new(),
            count => format!("（其中空白作零则成立的{count}）"),
        };
        format!(
            "成立{}，取整误差之内{}，不成立{}，无法判定{}{if_zero}",
            it.satisfied, it.within_rounding, it.violated, it.undetermined
        )
    },
    unread: |count| format!("表内未能归入任何一行的内容{count}处"),
    batch: |inputs| format!("共{inputs}份"),
    title: "标题",
    side: "边",
    left: "左",
    right: "右",
    left_total: "左边",
    right_total: "右边",
    difference: "相差",
    unknown: "未知",
    row: "行",
    column: "栏",
    printed: "表中数",
    unit: "单位",
    state: "状态",
    line_column: "行:列",
    raw: "原文",
    or: "或",
    sentence: "原文",
    look: "先看",
    place: "位置",
    proposal: "可能的改法",
    basis: "依据",
    rule: "规则",
    repaired: "读取时修复的数（请对照原件核实）",
    remarks: "读取说明",
    cells: "单元格",
    relations: "核对关系",
    reason: "原因",
    no_reason: "没有任何格式能够识别这份文件",
    claims: "各格式的识别得分（0至1）与所见",
    severity_title: "级别",
    findings_title: "处数",
    inputs_title: "份数",
    list_title: "政府信息公开年度报告整改清单",
    list_columns: ["序号", "问题", "位置", "表中数", "应为/另一侧", "依据", "建议"],
    summary_title: "汇总",
    summary_columns: ["结论", "份数"],
    rule_columns: ["级别", "规则", "处数", "份数"],
    source: "来源",
    page: RuleWords {
        severity: "级别",
        checks: "核对内容",
        basis: "依据",
        why: "为什么",
        example: "例",
        false_alarms: "可能的误报",
        repair: "修复",
        title: "名称",
        none: "未知",
    },
    label_width: 40,
};
