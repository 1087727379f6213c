//! The words that readers of sentences ask for, list by list. Those of the lexicon's rules stand there.

use super::marks::{Lists, Words};

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident = $words:literal;)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms, reason = "named after the lists they number")]
        enum Number { $($name),* }

        impl Lists {
            $($(#[$doc])* pub(super) const $name: Self = Self::one(Number::$name as u32);)*
        }

        /// Every list with its words, blanks between them.
        const LISTS: &[(Lists, &str)] = &[$((Lists::$name, $words)),*];
    };
}

/// Teaches `words` every list.
pub(super) fn learn(words: &mut Words) {
    for (list, all) in LISTS {
        for word in all.split(' ') {
            words.take(word, *list);
        }
    }
}

impl Lists {
    /// The words of one list, in their order.
    pub(super) fn words(self) -> impl Iterator<Item = &'static str> {
        LISTS.iter().filter(move |(list, _)| *list == self).flat_map(|(_, words)| words.split(' '))
    }
}

lists! {
    /// What ends a line.
    LINE_END = "\n";
    /// What parts the cells of a row.
    TAB = "\t";
    /// What parts the cells of a row of Markdown.
    BAR = "|";
    /// What a line of prose holds.
    SENTENCE = "。 ， ；";
    /// What ends a clause.
    CLAUSE_END = "， ； ： 。";
    /// Marks that cut a sentence into clauses and names.
    PUNCTUATION = "， ； ： , ; 、 （ ( ） )";
    /// Marks that end a sentence, and the parentheses in which they do not.
    STOPS = "。 ！ ？ （ ） .";

    // Whose figures they are.
    /// The whole area: own level, departments and lower levels.
    AREA = "全县 全区 全市 全省 全州 全旗 全盟 各级行政机关 各行政机关 各级政府 各级各部门 各级机关 全系统";
    /// Departments of a government.
    DEPARTMENTS = "各部门 各单位 县直 区直 市直 省直 职能部门 组成部门 政府部门 政府各部门 有关部门 相关部门";
    /// Governments below.
    LOWER = "各乡镇 各镇 各乡 各街道 各县 各区 各市 市、县（区） 市、县 县（区） 县（市 镇街 镇（街道） 各地";
    /// Governments below, when a clause begins with it.
    COUNTIES = "县区";
    /// The reporting body itself.
    OWN = "我局 我办 我委 我厅 我院 我中心 我部 我单位 本机关 本单位 本局 本办 局机关 我馆 机关本级";
    /// A government's own hall: its meetings and its office, without departments and lower levels.
    HALL = "政府办公室 政府办公厅 政府办 政府常务会 政府主要负责 人民政府召开 政府专题会";
    /// Endings of the names of offices below a government.
    OFFICES = "局 委 中心 办事处 镇 乡";
    /// What opens the name of an account or a paper.
    NAMES = "“ 《 \"";

    // Which time they are about.
    /// Up to a day, or since the beginning.
    UP_TO = "截至 截止 历年累计 历年";
    /// Less than a year.
    PART_OF_YEAR = "上半年 下半年 季度 月份";
    /// The year before.
    YEAR_BEFORE = "上年 去年 上一年 往年";
    /// The report's year.
    THIS_YEAR = "本年 今年 全年";
    /// What a year in digits ends with.
    YEAR = "年";

    // What was counted.
    /// Verbs after which the thing counted begins.
    VERBS = "收到 受理 接收 接到 办结 答复 制发 制定 印发 发布 公布 举办 召开 开展 组织 设立 设置 配备 收取 发放 推送 通过";
    /// What follows is a part of what stands before: 在…申请中.
    AMONG = "申请中 信息中 案件中 件中";
    /// Names of media, in whose lists one item may be counted several times.
    MEDIA = "网站 门户网 微博 微信 公众号 公报 报刊 电视 广播 客户端 抖音 日报 新闻网 平台 其他方式 其他渠道";
    /// What says that a figure is a sum.
    SUMS = "共 总";
    /// A class of things; 各类 is none.
    CLASS = "类";
    /// What leads a list of those who applied, or how.
    BY_APPLICANT = "申请人类型 申请人类别 申请人身份 申请人构成 申请人情况 申请人看 申请主体 申请方式 申请渠道";
    /// What leads a list of what became of applications.
    BY_RESULT = "办理结果 答复结果 答复情况看 办理情况看 处理结果看 答复类型 办理类型";
    /// What is done to rules and documents.
    DRAFTED = "制发 制定 出台 印发 现行有效 继续有效 废止";
    /// Who applied and how.
    APPLICANTS = "自然人 公民 法人 企业 科研机构 公益组织 网络 信函 当面 传真 邮件 网上";
    /// Results of applications.
    RESULTS = "予以公开 部分公开 不予公开 同意公开 无法提供 不予处理 其他处理 不掌握";
    /// Grounds that only an answer gives.
    GROUNDS = "信息不存在 执法案卷 其他途径 不属于政府信息";
    /// Applications.
    APPLICATIONS = "申请";

    // What a sentence is about.
    /// What people bring forward besides applications: what is said next is about those.
    OTHER_MATTERS = "热线 诉求 来信 工单 提案 人大议案 代表议案 信访 投诉 咨询 留言 来电 建议 信箱";
    /// Disclosure.
    DISCLOSURE = "信息公开 政务公开 依申请 公开申请 申请公开 公开政府信息";
    /// What is meant to be, not what was.
    PLANS = "计划 拟 力争 目标 下一步 争取 今后";
    /// What makes a sentence worth a look for zeros in words.
    NEGATION = "未 没有 无 免费 不存在";
    /// What says no.
    DENIAL = "未 没有 无";
    /// What says in words that there was none.
    NEGATIONS = "未收到 未接到 未接收到 未受理 未发生 未产生 未出现 未有 没有收到 没有接到 没有发生 没有受理 没有产生 没有出现 没有 未因 未引发 未被 未涉及 未收取 没有收取 未对 未向 没有对 没有向 不存在 尚未收到 无收到 均无 无";
    /// What says that applications went over from one year to the next.
    CARRIED = "结转 转结 转入 接转 顺延";
    /// What makes a clause say less than that there was none.
    LESS = "纠错 纠正 败诉 撤销 维持 驳回 超期 逾期 延期 除 如 若 对未 重大 不予 部分 导致 责任追究 答复不 反复 类 结案 审结 上年同期";
    /// What may be absent.
    ABSENT = "申请 复议 诉讼 应诉 举报 投诉 收费 处理费 费用 结转 公开件";
    /// All of them.
    ALL_OF_THEM = "均 全部 都已";

    // How figures relate.
    /// Part of what stands before.
    IN_WHICH = "其中";
    /// Some of it, perhaps not all.
    INCLUDING = "包括 包含 涵盖";
    /// The whole consists of them.
    MADE_OF = "组成 构成";
    /// As many figures as names stand before.
    RESPECTIVELY = "分别";
    /// One figure for every name.
    EACH = "均为 均是";
    /// What begins something new, no further part.
    NEWS = "同时 此外 另外 目前 截至 截止 全年 全部 累计 总计 合计 共计 已全部 均已 年内 以上";
    /// Figures that are wholes of their own.
    WHOLES = "行政诉讼 行政复议 收到 受理 未经复议 复议后起诉 提起诉讼 答复申请 办结申请";
    /// What keeps a list open.
    OPEN = "包括 包含 主要有 主要是 主要为 主要涉及 例如 涵盖";
    /// What leaves a list open when it is no part of a word.
    AND_SO_ON = "等";
    /// One thing may be counted in several parts.
    COUNTED_ONCE = "不重复 只计 仅计 去重 剔除重复 重复计";
    /// What is left of a figure.
    RESTS = "余下 其余 剩余 尚余";
    /// What a figure is set against.
    AGAINST = "比上 比去 同比 环比 较上 较去 相比 上年 去年";
    /// A comparison.
    COMPARED = "比 较";
}
