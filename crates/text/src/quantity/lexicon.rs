//! Set phrases in which a numeral counts nothing.

use crate::index::Index;

/// Phrases that begin with a Chinese numeral and stand for a name, a slogan or an adverb.
#[rustfmt::skip]
static PHRASES: Index<215> = Index::by_first_two([
    "一票否", "一人多", "一把钥", "一次性", "一次办", "一次全体", "一次全会", "一件事", "一张网", "一张图", "一张表", "一个窗口", "一个口子", "一个平台", "一个意见",
    "一个标准", "一个声音", "一个中心", "一个门", "一扇门", "一条龙", "一条线", "一条心", "一把手", "一把尺", "一把抓", "一盘棋", "一站式",
    "一步到", "一步一", "一对一", "一些", "一代代", "一代又", "一批又", "一家亲", "一户一", "一人一", "一企一", "一事一", "一项一",
    "一案一", "一件一", "一村一", "一名一", "一枚印", "一支笔", "一门式", "一门办", "一窗", "一章", "一个号", "一部分", "一道道",
    "一轮又", "一张蓝图", "一本账", "一方面", "一面", "一行", "一道", "一口", "一手", "一样", "一带", "一段时间", "一步", "一头",
    "一席", "一对", "一本通", "一队", "一片", "一方", "一通", "一段", "一回", "一路", "一排", "一单", "一课", "两个维护",
    "两个确立", "两个责任", "两个一百", "两个毫不", "两个大局", "两个结合", "两个先行", "两个健康", "两个覆盖", "两面", "两手", "两方面",
    "两头", "两代", "三个代表", "三个一", "三个务实", "三个必须", "三个务必", "三个清单", "三个到位", "三个区分", "三个转变", "三个导向",
    "三公", "三定", "三农", "三方", "三步走", "三条红线", "三项制度", "三项机制", "三项建设", "三项重点", "三张清单", "四个意识",
    "四个自信", "四个全面", "四个伟大", "四个最严", "四个一", "四个服务", "四个不", "四个革命", "四套班子", "四张清单", "四个统一",
    "四个方面军", "四个到位", "四面", "四方", "四通", "五个一", "五个统一", "五个必须", "五个为", "五项制度", "五位一体", "五个不",
    "五个到位", "五个坚持", "五方", "六个一", "六个统一", "六个必须", "六个坚持", "六项纪律", "六个为", "七个有之", "七个一", "八项规定",
    "八个一", "八个坚定", "八个统一", "八方", "九个坚持", "十个明确", "十个一", "十个坚持", "十分重", "十分必", "十分关", "十分注",
    "十分明", "十分紧", "十分有", "十分突", "十分", "十四个坚持", "十三个方面成就", "百日", "百姓", "千万", "万众", "万一",
    "零距离", "零报告", "零容忍", "零跑", "三七二十一", "五花", "两面三刀", "四面八方", "一封信", "一年一度", "一年来", "一如", "一度",
    "一再", "三门县", "三门峡", "三台县", "五台县", "七台河", "三支一扶", "一日游", "两张皮", "一件件", "一次次", "一个个", "一项项", "一桩桩", "一家家", "一份份", "一张张", "一班人", "一班子", "一套班子", "一份子", "一份力", "一次不", "一次都不", "一次也不",
]);

/// Whether a set phrase begins at `at`.
pub(super) fn phrase(text: &str, at: usize) -> bool {
    PHRASES.prefix(&text[at..]).is_some()
}

/// What follows 五个, 三项 and so on in a slogan.
pub(super) fn slogan_tail(rest: &str) -> bool {
    const TAILS: &[&str] = &[
        "一”", "一批", "为”", "为、", "不准", "不得", "必须", "坚持", "统一", "到位", "务必", "确立", "维护",
        "意识", "自信", "更加",
    ];
    TAILS.iter().any(|tail| rest.starts_with(tail))
}

/// Units that count only behind Arabic figures and longer numerals, and are parts of words behind one digit.
pub(super) fn is_weak(unit: &str) -> bool {
    const WEAK: &str = "方面手行代步道头样村站队班排单层对回位通度里口分路课段席副字片列尾羽\
                        注首集组门所章节天秒克升m元日年周票盘团句堂根则双";
    unit.len() <= '方'.len_utf8() && WEAK.contains(unit)
}

/// Words that a unit's character begins, so that it is no unit: 12分别, 3本报告.
#[rustfmt::skip]
static NOT_UNITS: Index<133> = Index::by_first_two([
    "分别", "分为", "分类", "分布", "分析", "分发", "分之", "本报", "本级", "本单", "本机", "本年", "本县", "本市", "本区",
    "本局", "本地", "本行", "本部", "本计", "本项", "部门", "部分", "部署", "单元", "单位", "家庭", "人员", "人均", "人民政府", "期间",
    "期限", "条例", "条款规", "步骤", "类别", "页面", "节点", "站点", "场地", "场所", "组织", "处理", "处置", "处室", "所有",
    "所属", "起到", "起草", "例如", "面向", "道路", "口头", "门户", "批准", "批复", "版本", "名称", "天津", "日常", "年度报",
    "方面", "方式", "方案", "行政", "行业", "代表", "手续", "样板", "通过", "通知", "通报", "口径", "户籍", "集中", "集体",
    "首次", "首页", "对应", "对外", "对照", "团队", "队伍", "村级", "层面", "级别", "段落", "排名", "票据", "课题", "位于",
    "位居", "回复", "回应", "度假", "里程", "票务", "根据", "则为", "章程", "节能", "节气", "次元", "句话", "堂课", "头条", "把握", "把关",
    "支持", "支付", "支出", "支撑", "只有", "只需", "头部", "项目", "字样", "字段", "次日", "次年", "米兰", "克服",
    "升级", "升至", "注册", "注重", "面貌", "组成", "组建", "班子", "列入", "列为", "列席",
]);

/// Whether the characters at `at` begin a word that is no unit.
pub(super) fn is_word(text: &str, at: usize) -> bool {
    NOT_UNITS.prefix(&text[at..]).is_some()
}

/// What makes 24小时 a property of a thing: 24小时自助大厅.
pub(super) fn is_attribute(rest: &str) -> bool {
    const NOUNS: &[&str] = &[
        "自助",
        "服务",
        "热线",
        "值班",
        "值守",
        "不打烊",
        "不间断",
        "在线",
        "开放",
        "全天",
        "政务",
        "无人",
        "智能",
        "便民",
        "客服",
        "咨询",
        "营业",
        "响应",
        "应急",
        "监控",
        "接听",
        "受理",
        "平台",
        "图书",
    ];
    NOUNS.iter().any(|noun| rest.starts_with(noun))
}

/// Whether `numeral`, 十四五 and the like, names a five-year plan where no unit stands behind it.
pub(super) fn is_plan(numeral: &str) -> bool {
    const PLANS: &[&str] = &["十一五", "十二五", "十三五", "十四五", "十五五"];
    PLANS.contains(&numeral)
}

/// Whether 一起, with `head` before it and `rest` behind it, is one case and not 一起 "together".
pub(super) fn is_case(head: &str, rest: &str) -> bool {
    const CASES: &[&str] = &[
        "案", "事", "行政", "诉", "复议", "投诉", "举报", "突发", "安全", "重大", "因", "涉", "火", "交通",
        "信访",
    ];
    const NAMES: &[&str] = &["诉讼", "复议", "案件", "诉讼案", "复议案"];
    let ends = !rest.starts_with(crate::han::is_han);
    CASES.iter().any(|word| rest.starts_with(word))
        || ends
            && (head.ends_with(|prior| "生到理出共有了现办结".contains(prior))
                || NAMES.iter().any(|name| head.ends_with(name)))
}

/// What is counted without a classifier.
#[rustfmt::skip]
static COUNTED: Index<24> = Index::by_first([
    "部门", "单位", "乡镇", "街道", "社区", "企业", "学校", "医院", "领域", "群众", "党员", "干部", "职工", "农户",
    "学生", "市民", "网民", "居民", "村民", "用户", "粉丝", "行政村", "村", "大",
]);

/// Things that are counted without a classifier behind an Arabic figure.
pub(super) fn is_counted_noun(rest: &str) -> bool {
    COUNTED.prefix(rest).is_some() && !rest.starts_with("大道") && !rest.starts_with("大厦")
}
