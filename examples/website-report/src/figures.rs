//! The figures of the form, as data: one value to a row, units in brackets behind the labels.

use gongkai_extract::{Block, Column, Row, Table};
use gongkai_model::{Identity, Relation, Severity, Strength};

pub(crate) const TABLE: Table = Table::new(
    1,
    "政府网站工作年度报表",
    &[
        "信息发布",
        "专栏专题",
        "解读回应",
        "办事服务",
        "留言办理",
        "征集调查",
        "在线访谈",
        "安全防护",
        "移动新媒体",
    ],
    &[Block {
        columns: &[Column::new("", "数值")],
        rows: &[
            Row::new("独立用户访问总量（单位：个）", "website-report.visits.unique"),
            Row::new("网站总访问量（单位：次）", "website-report.visits.total"),
            Row::new("总数", "website-report.published.total").under("信息发布"),
            Row::new("概况类信息更新量", "website-report.published.overview"),
            Row::new("政务动态信息更新量", "website-report.published.news"),
            Row::new("信息公开目录信息更新量", "website-report.published.catalogue"),
            Row::new("维护数量", "website-report.topics.maintained").under("专栏专题"),
            Row::new("新开设数量", "website-report.topics.opened").under("专栏专题"),
            Row::new("总数", "website-report.interpretation.total").under("解读信息发布"),
            Row::new("解读材料数量", "website-report.interpretation.texts"),
            Row::new("解读产品数量", "website-report.interpretation.products"),
            Row::new("媒体评论文章数量", "website-report.interpretation.comments"),
            Row::new("回应公众关注热点或重大舆情数量（单位：次）", "website-report.responses"),
            Row::new("注册用户数（单位：个）", "website-report.services.users"),
            Row::new("政务服务事项数量（单位：项）", "website-report.services.items"),
            Row::new("可全程在线办理政务服务事项数量（单位：项）", "website-report.services.online_items"),
            Row::new("总数", "website-report.services.handled.total").under("办件量"),
            Row::new("自然人办件量", "website-report.services.handled.persons"),
            Row::new("法人办件量", "website-report.services.handled.bodies"),
            Row::new("收到留言数量（单位：条）", "website-report.messages.received"),
            Row::new("办结留言数量（单位：条）", "website-report.messages.closed"),
            Row::new("平均办理时间（单位：天）", "website-report.messages.days"),
            Row::new("公开答复数量（单位：条）", "website-report.messages.published"),
            Row::new("征集调查期数（单位：期）", "website-report.surveys.held"),
            Row::new("收到意见数量（单位：条）", "website-report.surveys.opinions"),
            Row::new("公布调查结果期数（单位：期）", "website-report.surveys.published"),
            Row::new("访谈期数（单位：期）", "website-report.interviews.held"),
            Row::new("网民留言数量（单位：条）", "website-report.interviews.questions"),
            Row::new("答复网民提问数量（单位：条）", "website-report.interviews.answers"),
            Row::new("安全检测评估次数（单位：次）", "website-report.security.tests"),
            Row::new("发现问题数量（单位：个）", "website-report.security.problems"),
            Row::new("问题整改数量（单位：个）", "website-report.security.solved"),
            Row::new("信息发布量（单位：条）", "website-report.weibo.published").under("微博"),
            Row::new("关注量（单位：个）", "website-report.weibo.followers").under("微博"),
            Row::new("信息发布量（单位：条）", "website-report.wechat.published").under("微信"),
            Row::new("订阅数（单位：个）", "website-report.wechat.subscribers").under("微信"),
        ],
    }],
);

/// What the form prints as parts of a whole.
pub(crate) static IDENTITIES: &[Identity] = &[
    sum(
        "W01",
        &["website-report.published.total"],
        &[
            "website-report.published.overview",
            "website-report.published.news",
            "website-report.published.catalogue",
        ],
        "信息发布：总数",
    ),
    sum(
        "W02",
        &["website-report.interpretation.total"],
        &[
            "website-report.interpretation.texts",
            "website-report.interpretation.products",
            "website-report.interpretation.comments",
        ],
        "解读信息发布：总数",
    ),
    sum(
        "W03",
        &["website-report.services.handled.total"],
        &["website-report.services.handled.persons", "website-report.services.handled.bodies"],
        "办件量：总数",
    ),
    part(
        "W04",
        &["website-report.topics.opened"],
        &["website-report.topics.maintained"],
        "专栏专题：维护数量、新开设数量",
    ),
    part(
        "W05",
        &["website-report.services.online_items"],
        &["website-report.services.items"],
        "可全程在线办理政务服务事项数量",
    ),
    part("W06", &["website-report.surveys.published"], &["website-report.surveys.held"], "公布调查结果期数"),
    part("W07", &["website-report.security.solved"], &["website-report.security.problems"], "问题整改数量"),
];

/// A whole and its parts, which nothing but the layout of the form says add up: a warning.
const fn sum(
    id: &'static str,
    whole: &'static [&'static str],
    parts: &'static [&'static str],
    basis: &'static str,
) -> Identity {
    Identity {
        id,
        rule: "parts-total",
        left: whole,
        relation: Relation::Equal,
        right: parts,
        each: &[],
        strength: Strength::Implied,
        severity: Severity::Warning,
        basis,
    }
}

/// A part that its whole cannot fall short of; what was solved or answered may be left from the year before, so a note.
const fn part(
    id: &'static str,
    part: &'static [&'static str],
    whole: &'static [&'static str],
    basis: &'static str,
) -> Identity {
    Identity {
        id,
        rule: "part-above-whole",
        left: part,
        relation: Relation::AtMost,
        right: whole,
        each: &[],
        strength: Strength::Implied,
        severity: Severity::Note,
        basis,
    }
}
