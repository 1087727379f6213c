//! Figures whose own words leave out what they are of, where the heading or the sentence before says it.
//!
//! Nothing is guessed: the clause before a figure must be one of a few phrases and words that say nothing, to the last
//! character, and what it is about must have been said. 答复12件 under 依申请公开情况 is an answer; under 建议提案 it is not.

use gongkai_extract::{Document, Told, told};
use gongkai_model::{Mention, MentionKind, Report};

/// What the text is about where a figure stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum About {
    #[default]
    Nothing,
    Items,
    Applications,
    Fees,
    Proceedings,
}

/// The figures of a report that are read by what stands around them.
#[derive(Debug, Default)]
pub(crate) struct Implied {
    /// Where the words of a figure begin, and its id; `None` where the sentence shows that it is none.
    known: Vec<(u32, Option<&'static str>)>,
    /// Where figures of one of several bodies begin.
    of_some: Vec<u32>,
}

impl Implied {
    /// Goes once through the text of `report`.
    pub(crate) fn of(document: &Document, report: &Report) -> Self {
        let mut reader = Reader::default();
        for step in told(document, report) {
            match step {
                Told::Heading(text) => {
                    reader.clause.clear();
                    reader.is_ended = true;
                    reader.line();
                    reader.about = under(&text, reader.about);
                }
                Told::Paragraph => reader.line(),
                Told::Words(words) => reader.words(&words),
                Told::Figure(at) => reader.figure(&report.mentions[at]),
                _ => {}
            }
        }
        reader.known.sort_unstable();
        reader.of_some.sort_unstable();
        Self { known: reader.known, of_some: reader.of_some }
    }

    /// Whether the sentence of `mention` counts one of several bodies.
    pub(crate) fn is_of_some(&self, mention: &Mention) -> bool {
        self.of_some.binary_search(&mention.span.start).is_ok()
    }

    /// The id of `mention`: what the text around it has decided, else what its own words say.
    pub(crate) fn name<'m>(
        &self,
        mention: &Mention,
        own: impl FnOnce() -> Option<&'m str>,
    ) -> Option<&'m str> {
        let known = self.known.binary_search_by_key(&mention.span.start, |it| it.0);
        known.map_or_else(|_| own(), |at| self.known[at].1)
    }
}

/// What was said since the last full stop.
#[derive(Debug, Default)]
struct Sentence {
    /// Of one of several bodies, or of the year before.
    is_of_some: bool,
    /// Parts are being listed.
    in_parts: bool,
    /// A medium was named.
    names_medium: bool,
    /// What the clause of the figure before said.
    before: String,
    /// The last figure of a channel: its place and value.
    channel: Option<(u32, gongkai_model::Decimal)>,
}

#[derive(Debug, Default)]
struct Reader {
    about: About,
    sentence: Sentence,
    /// The text so far ended with a sentence.
    is_ended: bool,
    /// The clause that the next figure ends.
    clause: String,
    /// The last figure counted applications received, in the same paragraph.
    received: bool,
    /// The last number of applications received.
    applied: Option<gongkai_model::Decimal>,
    known: Vec<(u32, Option<&'static str>)>,
    of_some: Vec<u32>,
}

/// What people bring forward besides applications, and what agencies count besides disclosure.
const OTHER_MATTERS: &str = "热线 诉求 来信 工单 提案 议案 信访 投诉 咨询 留言 来电 建议 信箱 许可 处罚 执法 法治 \
    依法行政 审批 培训 登记 低保 救助 补贴 仲裁 听证 查阅";

/// Bodies of which a sentence counts one after the other, and years before.
const SOME: &str = "本级 部门 下属 直属 各县 各区 各市 各镇 各乡 乡镇 街道 办公室 市政府 县政府 区政府 \
    省政府 结转";

/// All of them together, and one's own name.
const ALL: &str = "政府及各部门 政府及其各部门 政府及其部门 各级各部门 各级政府及其部门 我街道 本街道";

const MEDIA: &str = "网站 微博 微信 公报 公开栏 宣传栏 广播 电视 报纸 报刊 平台 电子屏 公开点";

/// Whether one of `words`, blanks between them, stands in `text`.
fn names(text: &str, words: &str) -> bool {
    words.split(' ').any(|word| text.contains(word))
}

/// Whether `text` is one of `words`, blanks between them.
fn one_of(words: &str, text: &str) -> bool {
    words.split(' ').any(|word| word == text)
}

/// What stands under a heading that stands where the text was about `before`.
fn under(heading: &str, before: About) -> About {
    if names(heading, "支出 人员") || names(&heading.replace("复议案", "复议"), OTHER_MATTERS) {
        About::Nothing
    } else if names(heading, "收费 收取 费用") {
        About::Fees
    } else if names(heading, "复议 诉讼") {
        About::Proceedings
    } else if heading.contains("申请") {
        About::Applications
    } else if heading.contains("主动公开") {
        About::Items
    } else if before == About::Applications && names(heading, "处理情况 答复情况 办理情况") {
        before
    } else {
        About::Nothing
    }
}

impl Reader {
    /// A line begins; where the one before ended no sentence, it goes on.
    fn line(&mut self) {
        if self.is_ended {
            self.sentence = Sentence::default();
            self.received = false;
        }
    }

    fn words(&mut self, words: &str) {
        self.is_ended = words.trim_end().ends_with(['。', '！', '：']);
        let mut rest = words.trim_end();
        while let Some(at) =
            rest.find(['，', ',', '；', ';', '。', '：', ':', '、', '（', '(', '）', ')', '！', '\n'])
        {
            self.clause.push_str(&rest[..at]);
            let clause = std::mem::take(&mut self.clause);
            self.clause_ends(&clause);
            let mark = rest[at..].chars().next().unwrap_or('，');
            match mark {
                '。' | '！' => self.sentence = Sentence::default(),
                '；' | ';' => self.sentence.in_parts = false,
                _ => {}
            }
            rest = &rest[at + mark.len_utf8()..];
        }
        self.clause.push_str(rest);
    }

    /// Learns from a clause what the text is about.
    fn clause_ends(&mut self, clause: &str) {
        self.learn(clause);
        if clause.contains("复议") || clause.contains("诉讼") {
            let of_disclosure = names(clause, "信息公开 依申请");
            if of_disclosure {
                self.about = About::Proceedings;
            }
        } else if names(clause, "依申请 公开申请 申请公开 信息公开的申请") {
            self.about = About::Applications;
        } else if clause.contains("主动公开") && !self.received {
            self.about = About::Items;
        } else if names(clause, "收费情况 收费及 收费和") {
            self.about = About::Fees;
        }
    }

    fn learn(&mut self, clause: &str) {
        // 行政复议案件 is no 议案.
        if names(&clause.replace("复议案", "复议"), OTHER_MATTERS) {
            self.about = About::Nothing;
        }
        let all = names(clause, ALL);
        // 全市政府信息 names no government of a city.
        self.sentence.is_of_some |= !all && names(&clause.replace("政府信息", "信息"), SOME);
        self.sentence.in_parts |= clause.contains("其中");
        self.sentence.names_medium |= names(clause, MEDIA);
    }

    fn figure(&mut self, mention: &Mention) {
        let clause = std::mem::take(&mut self.clause);
        self.learn(&clause);
        let start = mention.span.start;
        if self.sentence.is_of_some {
            self.of_some.push(start);
        }
        let known = mention.indicator.as_deref();
        if known == Some("proactive.items_total")
            && let Some((channel, value)) = self.sentence.channel
            && self.sentence.in_parts
            && mention.value < value
        {
            // 网站发布信息4562条，其中主动公开政府信息1889条: the first counts more than disclosure.
            self.known.push((channel, None));
        }
        let implied =
            if known.is_none() && mention.quantity.is_some() { self.implied(&clause, mention) } else { None };
        if let Some(id) = implied {
            self.known.push((start, Some(id)));
        }
        let id = known.or(implied).unwrap_or_default();
        self.received = id.starts_with("applications.received") || id.is_empty() && self.received;
        if id == RECEIVED {
            self.applied = Some(mention.value);
        }
        if id.starts_with("proactive.channel.") {
            self.sentence.channel = Some((start, mention.value));
        }
        if id.starts_with("applications.fees") {
            self.about = About::Fees;
        } else if id.starts_with("applications.") {
            self.about = About::Applications;
        } else if id.starts_with("review.") || id.starts_with("litigation.") {
            self.about = About::Proceedings;
        } else if id.starts_with("proactive.") {
            self.about = About::Items;
        } else if clause.contains("依申请") || clause.contains("公开申请") {
            self.about = About::Applications;
        }
        self.sentence.before = clause;
    }

    /// What the words before a figure, and what the text is about, say without doubt.
    fn implied(&self, clause: &str, mention: &Mention) -> Option<&'static str> {
        let (core, counts_all) = core(clause);
        let unit = mention.unit.map(gongkai_model::Unit::label);
        let is_file =
            unit.is_none_or(|unit| ["件", "起", "宗", "例", "份", "项", "件次", "个"].contains(&unit));
        if is_file && let Some(id) = self.of_disclosure(core) {
            return Some(id);
        }
        if self.sentence.is_of_some {
            return None;
        }
        if mention.kind == MentionKind::Money {
            // 收取诉讼费1万元，收取费用20元: one after the other may be anything.
            if self.sentence.before.contains('费') {
                return None;
            }
            let fees = one_of(FEES, core) && self.about != About::Nothing && self.about != About::Items
                || self.about == About::Fees && one_of(FEES_THERE, core);
            return fees.then_some("applications.fees_collected");
        }
        if mention.kind != MentionKind::Count {
            return None;
        }
        let is_item = unit.is_some_and(|unit| ["条", "件", "篇", "项", "份", "则"].contains(&unit));
        match self.about {
            _ if is_file && one_of(APPLIED_FOR, core) => Some(RECEIVED),
            // 收到书面申请 alone may be one way to apply among others.
            About::Applications if is_file && counts_all && one_of(APPLIED_IN_WRITING, core) => {
                Some(RECEIVED)
            }
            About::Applications if is_file => self.application(core, mention).or_else(|| proceeding(core)),
            About::Fees | About::Proceedings if is_file => proceeding(core),
            About::Items
                if is_item && counts_all && !self.sentence.names_medium && !self.sentence.in_parts =>
            {
                one_of(ITEMS, core).then_some("proactive.items_total")
            }
            _ => None,
        }
    }

    fn application(&self, core: &str, mention: &Mention) -> Option<&'static str> {
        if one_of(APPLIED, core) {
            return Some(RECEIVED);
        }
        if one_of(ANSWERED, core) {
            // What stands in a list of parts may answer that part alone.
            let of_all = !self.sentence.in_parts || self.applied == Some(mention.value);
            return of_all.then_some("applications.replied.total");
        }
        if let Some((_, id)) = ANSWERS.iter().find(|it| it.0 == core) {
            return Some(id);
        }
        let way = way(core);
        let channel = CHANNELS.iter().find(|it| it.0.contains(&way)).map(|it| it.1);
        channel.filter(|_| self.received)
    }

    /// 行政复议案件35件，其中涉及政府信息公开2件: the second is the one that counts.
    fn of_disclosure(&self, core: &str) -> Option<&'static str> {
        if !one_of(OF_DISCLOSURE, core) || !self.sentence.in_parts {
            return None;
        }
        let before = &self.sentence.before;
        match (before.contains("复议"), names(before, "诉讼 行政案件 应诉")) {
            (true, false) => Some("review.total"),
            (false, true) => Some("litigation.all.total"),
            _ => None,
        }
    }
}

const RECEIVED: &str = "applications.received.total";

/// Words before what was counted that say nothing of it, longer ones first.
const OPENERS: &str = "各级行政机关 在规定时限内 在法定期限内 我中心 我单位 本机关 本单位 我街道 全系统 本年度 \
    按规定 按要求 其中 全年 本年 今年 当年 年内 全市 全县 全区 全省 全镇 全乡 全局 我局 \
    我委 我办 我镇 我乡 我县 我区 我市 我省 我厅 我院 我处 我站 本局 本办 本镇 本乡 本县 \
    本区 本市 总共 总计 合计 共计 新增 依法 按时 按期 及时 一是 二是 三是 共 已 均 新 度 \
    “";

/// Openers after which a figure counts all there was.
const OF_ALL: &str = "全年 本年 本年度 总共 总计 合计 共计 新增 共";

/// Words between what was counted and its figure.
const CLOSERS: &str = "共计 合计 总计 达到 共 计 有 为 是 达 了 的 ”";

/// The words of a clause that say what was counted, and whether others say that it is all there was.
fn core(clause: &str) -> (&str, bool) {
    let mut rest = clause.trim();
    let mut counts_all = false;
    loop {
        let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        if digits.len() + 4 == rest.len()
            && let Some(after) = digits.strip_prefix('年')
        {
            rest = after;
            counts_all = true;
        } else if let Some(opener) = OPENERS.split(' ').find(|opener| rest.starts_with(opener)) {
            counts_all |= one_of(OF_ALL, opener);
            rest = &rest[opener.len()..];
        } else {
            break;
        }
    }
    while let Some(shorter) = CLOSERS.split(' ').find_map(|closer| rest.strip_suffix(closer)) {
        rest = shorter;
    }
    (rest, counts_all)
}

/// 以信函方式申请: 信函.
fn way(core: &str) -> &str {
    let core = ["以", "通过", "采用", "采取"].iter().find_map(|it| core.strip_prefix(it)).unwrap_or(core);
    let core = ["提出申请", "递交", "提交", "提出", "申请数", "申请"]
        .iter()
        .find_map(|it| core.strip_suffix(it))
        .unwrap_or(core);
    ["方式", "形式"].iter().find_map(|it| core.strip_suffix(it)).unwrap_or(core)
}

const CHANNELS: &[(&[&str], &str)] = &[
    (&["当面", "现场", "当面书面"], "applications.received_by_channel.in_person"),
    (&["传真"], "applications.received_by_channel.fax"),
    (&["网上", "网络", "互联网", "在线"], "applications.received_by_channel.online"),
    (&["信函", "信件", "邮寄", "书信"], "applications.received_by_channel.mail"),
];

/// What names applications for disclosure by itself.
const APPLIED_FOR: &str = "政府信息公开申请量 政府信息公开申请总数 政府信息公开申请总量 政府信息公开申请数 信息公开申请总数 \
    信息公开申请总量 依申请公开总数 依申请公开申请总数 受理依申请公开信息总数 收到政府信息公开申请总数 \
    受理政府信息公开申请总数";

const APPLIED: &str = "申请总数 申请总量 申请数 申请量 收到申请 收到的申请 受理申请 受理的申请 接到申请 接收申请 \
    收到申请总数 受理申请总数 收到申请数 受理申请数";

const APPLIED_IN_WRITING: &str = "收到书面申请 受理书面申请 接到书面申请";

const ANSWERED: &str =
    "答复 答复总数 答复数 予以答复 作出答复 给予答复 答复申请 对申请的答复总数 对申请答复总数";

const ANSWERS: &[(&str, &str)] = &[
    ("予以公开", "applications.replied.granted_full"),
    ("全部公开", "applications.replied.granted_full"),
    ("部分公开", "applications.replied.granted_part"),
    ("予以部分公开", "applications.replied.granted_part"),
    ("不予公开的申请", "applications.replied.denied.total"),
];

const FEES: &str = "收取费用 收取的费用 收取各项费用 收取成本费 收取成本费用 收取信息公开费用 收取依申请公开费用 \
    收取政府信息公开费用 收费 收费总额 收费金额";

const FEES_THERE: &str = "费用 费用总额 收取 实际收取 收取金额";

const ITEMS: &str = "公开信息 公开政府信息 公开各类信息 公开各类政府信息";

const OF_DISCLOSURE: &str = "涉及政府信息公开 涉及信息公开 政府信息公开类 涉及政府信息公开案件 因政府信息公开引发 \
    政府信息公开案件 涉及政府信息公开类";

const PROCEEDINGS: &[(&str, &str)] = &[("复议", "review.total"), ("诉讼", "litigation.all.total")];

/// A review or a case in court, told by words that say nothing else.
fn proceeding(core: &str) -> Option<&'static str> {
    if matches!(core, "被诉" | "被起诉") {
        return Some("litigation.all.total");
    }
    let reasons = ["因不服答复", "因对答复不服", "对答复不服", "不服答复"];
    let core = reasons.iter().find_map(|it| core.strip_prefix(it)).unwrap_or(core);
    // 向市国土局申请行政复议, 向法院提起行政诉讼: who applied is who asked for information.
    let said =
        core.starts_with('向').then(|| core.rfind("申请行政").or_else(|| core.rfind("提起行政"))).flatten();
    let core = said.map_or(core, |at| &core[at..]);
    let opened = [
        "发生",
        "收到",
        "接到",
        "被申请",
        "被提起",
        "申请",
        "提起",
        "因政府信息公开被申请",
        "因政府信息公开被提起",
    ];
    let core = opened.iter().find_map(|it| core.strip_prefix(it)).unwrap_or(core);
    let core = core.strip_prefix("行政").unwrap_or(core);
    PROCEEDINGS.iter().find_map(|(thing, id)| {
        let rest = core.strip_prefix(thing)?;
        ["", "案", "案件", "申请", "数", "案件数"].contains(&rest).then_some(*id)
    })
}
