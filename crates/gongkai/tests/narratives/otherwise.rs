//! More ways in which officials write the same figures: sums behind their parts, brackets, enumerations, shares set apart.

use crate::numerals::percent;
use crate::truth::{OUTCOMES, RESULTS};
use crate::wording::Writer;

/// Groups of results, with the words of a form of 2021.
const GROUPS: [(&str, &str); 6] = [
    ("granted_full", "予以公开"),
    ("granted_part", "部分公开"),
    ("denied", "不予公开"),
    ("unable_to_provide", "无法提供"),
    ("not_processed", "不予处理"),
    ("other", "其他处理"),
];

/// Words for the reasons of a denial, in the order of the form.
const DENIALS: [&str; 8] = [
    "属于国家秘密",
    "其他法律行政法规禁止公开",
    "危及“三安全一稳定”",
    "保护第三方合法权益",
    "属于三类内部事务信息",
    "属于四类过程性信息",
    "属于行政执法案卷",
    "属于行政查询事项",
];

impl Writer<'_> {
    /// Parts of `whole` by chance, `names` of them.
    fn split(&mut self, whole: u64, names: &[&str]) -> Vec<(String, u64)> {
        let mut left = whole;
        let mut parts = Vec::with_capacity(names.len());
        for (at, name) in names.iter().enumerate() {
            let last = at + 1 == names.len();
            let here = if last { left } else { self.rng.below(left as usize + 1) as u64 };
            left -= here;
            parts.push(((*name).to_owned(), here));
        }
        parts
    }

    /// Names and figures with `mark` between them.
    fn joined(&mut self, parts: &[(String, u64)], unit: &str, mark: &str) -> String {
        let items: Vec<String> =
            parts.iter().map(|(name, value)| format!("{name}{}", self.said(*value, unit))).collect();
        items.join(mark)
    }

    fn group(&self, group: &str) -> u64 {
        self.truth.group(group, "total")
    }

    pub(crate) fn received_otherwise(&mut self) -> String {
        let total = self.truth.of("applications.received.total");
        let carried = self.truth.of("applications.carried_in.total");
        let natural = self.truth.of("applications.received.natural_person");
        let others = total - natural;
        let opening = self.opening();
        let said = self.said(total, "件");
        let (one, other) = (self.said(natural, "件"), self.said(others, "件"));
        let shares = percent(natural, total, 1).zip(percent(others, total, 1));
        match self.rng.below(9) {
            0 => {
                let (all, carried) = (self.said(total + carried, "件"), self.said(carried, "件"));
                let lead = self.pick(&["其中", "包括", "含"]);
                format!("{opening}共办理政府信息公开申请{all}，{lead}本年新收{said}、上年结转{carried}。")
            }
            1 => {
                let ways = self.split(total, &["网络申请", "信函申请", "当面申请"]);
                let ways = self.joined(&ways, "件", "、");
                let (p, q) = shares.unwrap_or_default();
                format!(
                    "{opening}收到政府信息公开申请{said}，从申请人看，自然人{one}（占{p}），法人或其他组织{other}（占{q}）；\
                     从申请方式看，{ways}。"
                )
            }
            2 => format!("自然人、法人或其他组织提交的政府信息公开申请分别为{one}、{other}，合计{said}。"),
            3 => {
                format!("在收到的{said}政府信息公开申请中，{one}来自自然人，{other}来自法人或其他组织。")
            }
            4 => {
                let (p, q) = shares.unwrap_or_default();
                format!(
                    "{opening}新收政府信息公开申请{said}，其中自然人{one}、法人或其他组织{other}，分别占{p}、{q}。"
                )
            }
            5 => format!("受理政府信息公开申请{said}（自然人{one}，法人或其他组织{other}）。"),
            6 => {
                let quarters = self.split(total, &["一季度收到申请", "二季度", "三季度", "四季度"]);
                let quarters = self.joined(&quarters, "件", "，");
                format!("{quarters}，全年共收到政府信息公开申请{said}。")
            }
            7 => {
                let bodies = self.split(total, &["县政府办公室", "县直各部门", "各乡镇"]);
                let bodies = self.joined(&bodies, "件", "、");
                format!("{opening}共收到政府信息公开申请{said}，其中{bodies}。")
            }
            _ => {
                let carried = self.said(carried, "件");
                format!("{opening}新收政府信息公开申请{said}。上年结转{carried}，均已纳入本年度办理。")
            }
        }
    }

    pub(crate) fn handled_otherwise(&mut self) -> String {
        let processed = self.truth.of("applications.processed.total");
        let left = self.truth.of("applications.carried_out.total");
        let parts: Vec<(String, u64)> =
            GROUPS.iter().map(|(id, name)| ((*name).to_owned(), self.group(id))).collect();
        let said = self.said(processed, "件");
        match self.rng.below(7) {
            0 => {
                let rate = percent(processed, processed + left, 1).unwrap_or_default();
                let left = self.said(left, "件");
                format!("办结政府信息公开申请{said}，办结率{rate}；结转下年度继续办理{left}。")
            }
            1 => format!("政府信息公开申请答复情况：{}，合计{said}。", self.joined(&parts, "件", "、")),
            2 => {
                let numerals = ["一是", "二是", "三是", "四是", "五是", "六是"];
                let items: Vec<(String, u64)> = numerals
                    .iter()
                    .zip(&parts)
                    .map(|(word, (name, value))| (format!("{word}{name}"), *value))
                    .collect();
                format!("办结政府信息公开申请{said}。{}。", self.joined(&items, "件", "；"))
            }
            3 => {
                let reasons: Vec<(String, u64)> = RESULTS[2..10]
                    .iter()
                    .zip(DENIALS)
                    .map(|((id, _), name)| {
                        (name.to_owned(), self.truth.of(&format!("applications.outcome.{id}.total")))
                    })
                    .collect();
                let (denied, reasons) =
                    (self.said(self.group("denied"), "件"), self.joined(&reasons, "件", "，"));
                format!("答复政府信息公开申请{said}，不予公开{denied}（{reasons}）。")
            }
            4 => {
                let lines: Vec<String> = parts
                    .iter()
                    .zip(1..)
                    .map(|((name, value), number)| format!("（{number}）{name}{}。", self.said(*value, "件")))
                    .collect();
                format!("办结政府信息公开申请{said}。\n{}\n", lines.join("\n"))
            }
            5 => {
                let granted = self.group("granted_full") + self.group("granted_part");
                let rate = percent(granted, processed, 1).unwrap_or_else(|| "0%".to_owned());
                let granted = self.said(granted, "件");
                format!("答复政府信息公开申请{said}，予以公开和部分公开{granted}，占{rate}。")
            }
            _ => {
                let left = self.said(left, "件");
                format!("政府信息公开申请已办结{said}，尚有{left}结转下年度办理。")
            }
        }
    }

    pub(crate) fn proceedings_otherwise(&mut self) -> String {
        let of = |truth: &crate::truth::Truth, block: &str| -> Vec<(String, u64)> {
            let names = ["结果维持", "结果纠正", "其他结果", "尚未审结"];
            let cells = OUTCOMES[..4].iter().map(|outcome| truth.of(&format!("{block}.{outcome}")));
            names.iter().map(|name| (*name).to_owned()).zip(cells).collect()
        };
        let review = self.truth.of("review.total");
        let direct = self.truth.of("litigation.direct.total");
        let after = self.truth.of("litigation.after_review.total");
        let (reviews, suits) = (self.said(review, "件"), self.said(direct + after, "件"));
        match self.rng.below(4) {
            0 => {
                let parts = of(self.truth, "review");
                let parts = self.joined(&parts, "件", "、");
                format!("因政府信息公开引发行政复议{reviews}（{parts}），行政诉讼{suits}。")
            }
            1 => {
                let others = self.rng.within(1..900) as u64;
                let all = self.said(review + others, "件");
                format!("全县行政复议机构受理行政复议案件{all}，其中涉及政府信息公开{reviews}。")
            }
            2 => {
                let (one, other) =
                    (of(self.truth, "litigation.direct"), of(self.truth, "litigation.after_review"));
                let (direct, after) = (self.said(direct, "件"), self.said(after, "件"));
                let (one, other) = (self.joined(&one, "件", "、"), self.joined(&other, "件", "、"));
                format!(
                    "因政府信息公开提起的行政诉讼中，未经复议直接起诉{direct}，其中{one}；复议后起诉{after}，其中{other}。"
                )
            }
            _ => format!("涉及政府信息公开的行政复议、行政诉讼案件分别为{reviews}、{suits}。"),
        }
    }

    pub(crate) fn documents_otherwise(&mut self) -> String {
        let cell = |what: &str| format!("proactive.normative_documents.{what}");
        let (issued, repealed, in_force) = (
            self.truth.of(&cell("issued")),
            self.truth.of(&cell("repealed")),
            self.truth.of(&cell("in_force")),
        );
        let (new, old, valid) =
            (self.said(issued, "件"), self.said(repealed, "件"), self.said(in_force, "件"));
        match self.rng.below(4) {
            0 => {
                let amended = self.rng.below(40) as u64;
                let (all, amended) =
                    (self.said(in_force + repealed + amended, "件"), self.said(amended, "件"));
                format!("全面清理规范性文件{all}，其中继续有效{valid}、废止{old}、修改{amended}。")
            }
            1 => format!("制发行政规范性文件{new}，同步制作解读材料{new}，解读率100%。"),
            2 => {
                let rules = self.figure("proactive.regulations.in_force", "件");
                format!("截至2023年底，现行有效规章{rules}，现行有效行政规范性文件{valid}。")
            }
            _ => {
                let names = self.split(issued, &["以县政府名义印发", "以县政府办公室名义印发", "部门印发"]);
                let names = self.joined(&names, "件", "、");
                format!("2023年全县制发行政规范性文件{new}，其中{names}。")
            }
        }
    }

    pub(crate) fn decisions_otherwise(&mut self) -> String {
        let of = |truth: &crate::truth::Truth, kind: &str| truth.of(&format!("proactive.{kind}.decisions"));
        let (licensing, penalties, measures) =
            (of(self.truth, "licensing"), of(self.truth, "penalties"), of(self.truth, "coercive_measures"));
        match self.rng.below(3) {
            0 => {
                let all = self.said(licensing + penalties + measures, "件");
                let parts = [("行政许可", licensing), ("行政处罚", penalties), ("行政强制", measures)];
                let parts: Vec<(String, u64)> =
                    parts.iter().map(|(name, value)| ((*name).to_owned(), *value)).collect();
                format!("办理{}，三项合计{all}。", self.joined(&parts, "件", "、"))
            }
            1 => {
                let ways = self.split(penalties, &["简易程序", "普通程序"]);
                let (all, ways) = (self.said(penalties, "件"), self.joined(&ways, "件", "、"));
                format!("作出行政处罚决定{all}，其中{ways}。")
            }
            _ => {
                let fees = self.truth.of("proactive.administrative_fees.amount");
                format!("全年收取行政事业性收费{}.{:02}万元。", fees / 100, fees % 100)
            }
        }
    }

    pub(crate) fn items_otherwise(&mut self) -> String {
        let opening = self.opening();
        let total = self.rng.within(40..9000) as u64;
        let said = self.said(total, "条");
        match self.rng.below(5) {
            0 => {
                // Each at most the total, together at least that.
                let website = self.rng.within(total as usize / 2..total as usize + 1) as u64;
                let other = total - website;
                let (weibo, wechat) = (self.rng.below(total as usize), self.rng.below(total as usize));
                let parts = [
                    ("政府网站", website),
                    ("政务微博", weibo as u64),
                    ("政务微信", wechat as u64),
                    ("其他渠道", other),
                ];
                let parts: Vec<(String, u64)> =
                    parts.iter().map(|(name, value)| ((*name).to_owned(), *value)).collect();
                let once = self.pick(&["", "，同一信息多渠道发布的只计1条", "（不重复计算）"]);
                format!("{opening}主动公开政府信息{said}，其中{}{once}。", self.joined(&parts, "条", "、"))
            }
            1 => {
                let groups = self.split(total, &["法定主动公开内容", "政府公开目录信息", "工作动态"]);
                let mut text = Vec::new();
                for (name, value) in groups {
                    let inner = self.split(value, &["机构职能", "规划计划", "财政资金", "公共服务"]);
                    let (said, inner) = (self.said(value, "条"), self.joined(&inner, "条", "，"));
                    text.push(format!("{name}{said}（其中：{inner}）"));
                }
                format!("{opening}累计公开政府信息{said}。其中，{}。", text.join("，"))
            }
            2 => {
                let parts = self.split(total, &["政策文件类", "工作动态类", "通知公告类"]);
                let shares: Vec<String> =
                    parts.iter().filter_map(|(_, value)| percent(*value, total, 1)).collect();
                let parts = self.joined(&parts, "条", "、");
                format!("{opening}主动公开政府信息{said}，其中{parts}，分别占{}。", shares.join("、"))
            }
            3 => {
                let parts = self.split(total, &["概况类信息", "动态类信息", "公开目录类信息"]);
                format!("县政府网站发布{}，合计{said}。", self.joined(&parts, "条", "、"))
            }
            _ => {
                let parts = self.split(total, &["网站信息", "公众号信息", "公示栏信息", "其他信息"]);
                format!("{opening}共公开政府信息{said}：{}。", self.joined(&parts, "条", "，"))
            }
        }
    }

    pub(crate) fn rates_otherwise(&mut self) -> String {
        let whole = self.rng.within(20..3000) as u64;
        let part = self.rng.below(whole as usize + 1) as u64;
        let (all, some, rest) =
            (self.said(whole, "件"), self.said(part, "件"), self.said(whole - part, "件"));
        let rate = percent(part, whole, 1).unwrap_or_default();
        match self.rng.below(5) {
            0 => format!("征集意见建议{all}，采纳{some}，未采纳{rest}，采纳率{rate}。"),
            1 => format!("群众来信按时办结{some}，延期办结{rest}，按时办结率{rate}。"),
            2 => format!("收到群众来信{all}，已办结{some}，正在办理{rest}，办结率达{rate}，满意率98.6%。"),
            3 => format!("{all}来信中，办结{some}，占来信总数的{rate}，余下{rest}限期办理。"),
            _ => {
                let before = self.rng.within(10..3000) as u64;
                let word = if whole >= before { "增长" } else { "下降" };
                let rate = percent(whole.abs_diff(before), before, 1).unwrap_or_default();
                let before = self.said(before, "件");
                format!("受理群众来信{all}，上年为{before}，同比{word}{rate}。")
            }
        }
    }

    /// Figures that only look as if the tables had them.
    pub(crate) fn traps(&mut self) -> String {
        let n = self.rng.within(2..900) as u64;
        let received = self.truth.of("applications.received.total") as usize;
        let some = self.rng.below(received + 1);
        let (a, b) = (self.rng.within(1..80), self.rng.within(1..80));
        let tens = 10 * self.rng.within(10..99);
        match self.rng.below(18) {
            0 => format!("计划2024年办结政府信息公开申请{n}件以上，力争按时答复率达到100%。"),
            1 => format!("2022年，全县收到政府信息公开申请{n}件，办结{n}件。"),
            2 => format!("县教育局收到政府信息公开申请{some}件，均按期答复。"),
            3 => format!("《条例》施行以来，全县历年累计收到政府信息公开申请{}件。", n + 20_000),
            4 => format!("12345热线受理群众诉求{tens}件，办结{tens}件，办结率100%。"),
            5 => format!(
                "根据《中华人民共和国政府信息公开条例》第{a}条、国办公开办函〔2021〕{b}号文件要求编制指南。"
            ),
            6 => format!("上半年全县收到政府信息公开申请{some}件。"),
            7 => format!("县政府常务会议审议重大行政决策{a}项，邀请公众代表列席{b}次、{n}人次。"),
            8 => format!("承办人大代表建议{a}件、政协提案{b}件，共{}件，办复率100%。", a + b),
            9 => format!("县政府网站年访问量{n}万次，比上年增长{a}.{}%。", b % 10),
            10 => format!(
                "现有政务新媒体{}个，其中微信公众号{a}个、微博{b}个、抖音{n}个。",
                a as u64 + b as u64 + n
            ),
            11 => format!("在全省政务公开第三方评估中得{a}.5分，列第{b}位，较上年提升2位。"),
            12 => format!("监督电话：0600-{}，邮编000{tens}。", 5_000_000 + n),
            13 => format!("公开内容涵盖教育、卫生、养老等{a}个领域{b}个事项{n}个环节。"),
            14 => format!("与上年相比，培训场次增加{a}场，参训人数增加{n}人。"),
            15 => format!("错情率由上年的千分之{a}降至千分之{b}，整改问题{n}个。"),
            16 => format!("召开新闻发布会{a}场，其中县政府领导出席{}场，发布解读稿件{n}篇。", a / 2),
            _ => format!("目标是到2025年每万人公开信息{n}条、网站适老化率达到{a}%。"),
        }
    }
}
