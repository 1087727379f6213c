//! The indicators of the form: no catalogue has them, so they are its own, their ids beginning with the form's.

use gongkai_model::ValueKind::{Count, Words};
use gongkai_model::{IndicatorDef, Unit};

/// An indicator of this form.
macro_rules! own {
    ($id:literal, $label:literal, $name:literal; $kind:ident) => {
        IndicatorDef::new(concat!("website-report.", $id), $label, $name, $kind)
    };
    ($id:literal, $label:literal, $name:literal) => {
        own!($id, $label, $name; Count)
    };
    ($id:literal, $label:literal, $name:literal, $unit:ident) => {
        own!($id, $label, $name).in_unit(Unit::$unit)
    };
}

pub(crate) static INDICATORS: &[IndicatorDef] = &[
    // Figures.
    own!("visits.unique", "独立用户访问总量", "Unique visitors", PIECE),
    own!("visits.total", "网站总访问量", "Visits", TIME),
    own!("published.total", "信息发布总数", "Items published", ITEM),
    own!("published.overview", "概况类信息更新量", "Items published: overview", ITEM),
    own!("published.news", "政务动态信息更新量", "Items published: government news", ITEM),
    own!("published.catalogue", "信息公开目录信息更新量", "Items published: disclosure catalogue", ITEM),
    own!("topics.maintained", "专栏专题维护数量", "Topic pages maintained", PIECE),
    own!("topics.opened", "专栏专题新开设数量", "Topic pages opened", PIECE),
    own!("interpretation.total", "解读信息发布总数", "Policy interpretation published", ITEM),
    own!("interpretation.texts", "解读材料数量", "Policy interpretation: texts", ITEM),
    own!("interpretation.products", "解读产品数量", "Policy interpretation: graphics and films", ITEM),
    own!("interpretation.comments", "媒体评论文章数量", "Policy interpretation: comments in the press", ITEM),
    own!("responses", "回应公众关注热点或重大舆情数量", "Responses to matters of public concern", TIME),
    own!("services.users", "注册用户数", "Registered users", PIECE),
    own!("services.items", "政务服务事项数量", "Services offered", ENTRY),
    own!("services.online_items", "可全程在线办理政务服务事项数量", "Services wholly online", ENTRY),
    own!("services.handled.total", "办件量总数", "Service cases handled", CASE),
    own!("services.handled.persons", "自然人办件量", "Service cases handled: natural persons", CASE),
    own!("services.handled.bodies", "法人办件量", "Service cases handled: legal persons", CASE),
    own!("messages.received", "收到留言数量", "Messages received", ITEM),
    own!("messages.closed", "办结留言数量", "Messages closed", ITEM),
    own!("messages.days", "平均办理时间", "Mean days to close a message"),
    own!("messages.published", "公开答复数量", "Replies published", ITEM),
    own!("surveys.held", "征集调查期数", "Public surveys held"),
    own!("surveys.opinions", "收到意见数量", "Opinions received", ITEM),
    own!("surveys.published", "公布调查结果期数", "Public surveys with published results"),
    own!("interviews.held", "访谈期数", "Online interviews held"),
    own!("interviews.questions", "网民留言数量", "Questions put in interviews", ITEM),
    own!("interviews.answers", "答复网民提问数量", "Questions answered in interviews", ITEM),
    own!("security.tests", "安全检测评估次数", "Security assessments", TIME),
    own!("security.problems", "发现问题数量", "Security problems found", PIECE),
    own!("security.solved", "问题整改数量", "Security problems solved", PIECE),
    own!("weibo.published", "微博信息发布量", "Items published on Weibo", ITEM),
    own!("weibo.followers", "微博关注量", "Followers on Weibo", PIECE),
    own!("wechat.published", "微信信息发布量", "Items published on WeChat", ITEM),
    own!("wechat.subscribers", "微信订阅数", "Subscribers on WeChat", PIECE),
    // Words.
    own!("site.name", "网站名称", "Name of the website"; Words),
    own!("site.address", "首页网址", "Address of the home page"; Words),
    own!("site.sponsor", "主办单位", "Sponsoring agency"; Words),
    own!("site.kind", "网站类型", "Kind of website"; Words),
    own!("site.code", "政府网站标识码", "Identification code"; Words),
    own!("site.icp", "ICP备案号", "ICP registration"; Words),
    own!("site.police", "公安机关备案号", "Police registration"; Words),
    own!("services.catalogue", "是否发布服务事项目录", "Whether a catalogue of services is published"; Words),
    own!("messages.platform", "是否使用统一平台", "Whether a common platform is used"; Words),
    own!("answers.automatic", "是否提供智能问答", "Whether questions are answered automatically"; Words),
    own!("security.warning", "是否建立安全监测预警机制", "Whether a warning system is in place"; Words),
    own!("security.drill", "是否开展应急演练", "Whether emergency drills were held"; Words),
    own!("security.officer", "是否明确网站安全责任人", "Whether somebody answers for security"; Words),
    own!("media.present", "是否有移动新媒体", "Whether there are mobile and new media"; Words),
    own!("weibo.name", "微博名称", "Name on Weibo"; Words),
    own!("wechat.name", "微信名称", "Name on WeChat"; Words),
    own!("media.other", "其他移动新媒体", "Other new media"; Words),
    own!("innovation", "创新发展", "Innovations"; Words),
];
