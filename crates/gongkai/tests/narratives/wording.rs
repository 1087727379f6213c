//! The same figures in many words. Everything said is true of the tables.

use crate::numerals::{numeral, percent};
use crate::rng::Rng;
use crate::truth::{COLUMNS, OUTCOMES, Truth};

/// Writes the prose of one report.
pub(crate) struct Writer<'a> {
    pub truth: &'a Truth,
    pub rng: &'a mut Rng,
    /// Only what the tables have, each figure once and in the words of the form.
    pub plain: bool,
}

/// Who is said to have done it; the tables are those of the whole area.
const WHO: [&str; 4] = ["", "全县", "全县各级行政机关", "我县"];

/// The time that opens a sentence.
const WHEN: [&str; 5] = ["2023年，", "全年", "本年度", "2023年", ""];

impl Writer<'_> {
    pub(crate) fn pick<'t>(&mut self, words: &[&'t str]) -> &'t str {
        self.rng.pick(words).copied().unwrap_or_default()
    }

    pub(crate) fn figure(&mut self, id: &str, unit: &str) -> String {
        let value = self.truth.of(id);
        self.said(value, unit)
    }

    pub(crate) fn said(&mut self, value: u64, unit: &str) -> String {
        format!("{}{unit}", numeral(value, self.rng))
    }

    pub(crate) fn opening(&mut self) -> String {
        let (when, who) = (self.pick(&WHEN), self.pick(&WHO));
        format!("{when}{who}")
    }

    /// Parts after 其中, with or without their shares.
    fn listed(&mut self, parts: &[(String, u64)], whole: u64, unit: &str) -> String {
        let shares = whole > 0 && self.rng.one_in(3);
        let mark = if shares { "；" } else { self.pick(&["，", "、"]) };
        let places = self.rng.below(3) as u32;
        let items: Vec<String> = parts
            .iter()
            .map(|(name, value)| {
                let said = self.said(*value, unit);
                let share = percent(*value, whole, places).filter(|_| shares);
                share.map_or_else(|| format!("{name}{said}"), |share| format!("{name}{said}，占{share}"))
            })
            .collect();
        items.join(mark)
    }

    pub(crate) fn received(&mut self) -> String {
        if !self.plain && self.rng.one_in(2) {
            return self.received_otherwise();
        }
        let total = self.truth.of("applications.received.total");
        let opening = self.opening();
        let verb = self.pick(&["共收到", "收到", "受理", "新收", "共受理", "收到公民、法人和其他组织提交的"]);
        let what = self.pick(&["政府信息公开申请", "依申请公开申请", "政府信息公开申请共"]);
        let said = self.said(total, "件");
        let mut text = match self.rng.below(4) {
            0 if !verb.ends_with('的') => format!("{opening}{verb}{said}政府信息公开申请"),
            _ => format!("{opening}{verb}{what}{said}"),
        };
        let before = self.rng.within(1..2 * total as usize + 2) as u64;
        let rate =
            percent(total.abs_diff(before), before, 1).filter(|_| self.rng.one_in(3) && total != before);
        if let Some(rate) = rate {
            let against = self.pick(&["同比", "比上年", "较上年"]);
            let verb = if total > before { "增长" } else { "下降" };
            let growth = match self.rng.below(3) {
                0 => format!("，较2022年的{before}件{verb}{rate}"),
                1 => format!(
                    "，比上年{}{}件，{verb}{rate}",
                    if total > before { "增加" } else { "减少" },
                    total.abs_diff(before)
                ),
                _ => format!("，{against}{verb}{rate}"),
            };
            text.push_str(&growth);
        }
        let count = |column: &str| self.truth.of(&format!("applications.received.{column}"));
        let natural = count("natural_person");
        let parts: Vec<(String, u64)> = match self.rng.below(3) {
            0 => vec![("自然人".to_owned(), natural), ("法人或其他组织".to_owned(), total - natural)],
            1 => ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
                .iter()
                .zip(COLUMNS)
                .map(|(name, column)| ((*name).to_owned(), count(column)))
                .collect(),
            _ => Vec::new(),
        };
        if !parts.is_empty() {
            let lead = self.pick(&["，其中", "，其中：", "。其中，"]);
            text = format!("{text}{lead}{}", self.listed(&parts, total, "件"));
        }
        text + "。"
    }

    pub(crate) fn handled(&mut self) -> String {
        if !self.plain && self.rng.one_in(2) {
            return self.handled_otherwise();
        }
        let processed = self.truth.of("applications.processed.total");
        let carried_in = self.figure("applications.carried_in.total", "件");
        let carried_out = self.figure("applications.carried_out.total", "件");
        let mut text = match self.rng.below(3) {
            0 => format!("上年结转政府信息公开申请{carried_in}，"),
            1 => format!("上一年度结转{carried_in}，"),
            _ => String::new(),
        };
        let verb = self.pick(&["办结政府信息公开申请", "答复政府信息公开申请", "共办理答复政府信息公开申请"]);
        text = format!("{text}{verb}{}", self.said(processed, "件"));
        let rest = match self.rng.below(3) {
            0 => format!("，结转下年度继续办理{carried_out}"),
            1 => format!("，{carried_out}结转下年度"),
            _ => String::new(),
        };
        text.push_str(&rest);
        text.push('。');
        if self.rng.one_in(2) {
            let parts = self.truth.outcomes().map(|(name, value)| (name.to_owned(), value));
            let said = self.said(processed, "件");
            let lead = self.pick(&["在办结的", "全部"]);
            let list = self.listed(&parts, processed, "件");
            let results = match lead {
                "全部" => format!("答复申请{said}，其中{list}。"),
                _ => format!("办结申请{said}，其中：{list}。"),
            };
            text.push_str(&results);
        }
        text
    }

    pub(crate) fn proceedings(&mut self) -> String {
        let review = self.truth.of("review.total");
        let direct = self.truth.of("litigation.direct.total");
        let after = self.truth.of("litigation.after_review.total");
        if review + direct + after == 0 && self.rng.one_in(2) {
            return self
                .pick(&[
                    "全年未发生因政府信息公开引起的行政复议、行政诉讼。",
                    "没有因政府信息公开被申请行政复议或者提起行政诉讼的案件。",
                    "因政府信息公开引起的行政复议、行政诉讼均为0件。",
                ])
                .to_owned();
        }
        if !self.plain && self.rng.one_in(2) {
            return self.proceedings_otherwise();
        }
        let parts = |truth: &Truth, block: &str| -> Vec<(String, u64)> {
            let names = ["结果维持", "结果纠正", "其他结果", "尚未审结"];
            let cells = OUTCOMES[..4].iter().map(|outcome| truth.of(&format!("{block}.{outcome}")));
            names.iter().map(|name| (*name).to_owned()).zip(cells).collect()
        };
        let said = self.said(review, "件");
        let mut text = format!("因政府信息公开{}行政复议{said}", self.pick(&["引起的", "被申请", "产生的"]));
        if self.rng.one_in(2) {
            let names = parts(self.truth, "review");
            text = format!("{text}，其中{}", self.listed(&names, review, "件"));
        }
        text += match self.rng.below(2) {
            0 => "；",
            _ => "。",
        };
        if self.rng.one_in(2) {
            let (direct, after) = (self.said(direct, "件"), self.said(after, "件"));
            text + &format!("未经复议直接起诉{direct}，复议后起诉{after}。")
        } else {
            text + &format!("因政府信息公开提起的行政诉讼{}。", self.said(direct + after, "件"))
        }
    }

    pub(crate) fn documents(&mut self) -> String {
        if !self.plain && self.rng.one_in(2) {
            return self.documents_otherwise();
        }
        let cell = |what: &str| format!("proactive.normative_documents.{what}");
        let issued = self.figure(&cell("issued"), "件");
        let repealed = self.figure(&cell("repealed"), "件");
        let in_force = self.figure(&cell("in_force"), "件");
        match self.rng.below(3) {
            0 => format!("全年制发规范性文件{issued}，废止{repealed}，现行有效{in_force}。"),
            1 => {
                format!("制定规范性文件{issued}、废止规范性文件{repealed}，现行有效的规范性文件{in_force}。")
            }
            _ => format!("2023年印发行政规范性文件{issued}，集中公开现行有效行政规范性文件{in_force}。"),
        }
    }

    pub(crate) fn decisions(&mut self) -> String {
        if !self.plain && self.rng.one_in(2) {
            return self.decisions_otherwise();
        }
        let mut of = |kind: &str| self.figure(&format!("proactive.{kind}.decisions"), "件");
        let (licensing, penalties, measures) = (of("licensing"), of("penalties"), of("coercive_measures"));
        match self.rng.below(2) {
            0 => format!("公开行政许可{licensing}，行政处罚{penalties}，行政强制{measures}。"),
            _ => format!("作出行政许可决定{licensing}、行政处罚决定{penalties}、行政强制决定{measures}。"),
        }
    }

    /// Items disclosed, which the form does not count: what is said must agree with itself.
    pub(crate) fn items(&mut self) -> String {
        const KINDS: [&str; 8] = [
            "工作动态",
            "通知公告",
            "政策文件",
            "财政预决算信息",
            "规划计划",
            "人事信息",
            "重点领域信息",
            "政策解读",
        ];
        if !self.plain && self.rng.one_in(2) {
            return self.items_otherwise();
        }
        let count = self.rng.within(3..KINDS.len() - 1);
        let from = self.rng.below(KINDS.len() - count);
        let mut parts: Vec<(String, u64)> = KINDS[from..from + count]
            .iter()
            .map(|name| ((*name).to_owned(), self.rng.below(900) as u64))
            .collect();
        if self.rng.one_in(2) {
            parts.push(("其他信息".to_owned(), self.rng.below(300) as u64));
        }
        let whole: u64 = parts.iter().map(|(_, value)| value).sum();
        let opening = self.opening();
        let verb = self.pick(&["主动公开政府信息", "公开政府信息", "共发布各类信息"]);
        let said = self.said(whole, "条");
        let list = self.listed(&parts, whole, "条");
        match self.rng.below(4) {
            0 => format!("{opening}{verb}{said}（{list}）。"),
            1 => {
                let open: Vec<_> = parts[..2].to_vec();
                format!("{opening}{verb}{said}，其中{}等。", self.listed(&open, 0, "条"))
            }
            2 => format!("{opening}{verb}{said}。其中，{list}。"),
            _ => format!("{opening}{verb}{said}，其中：{list}。"),
        }
    }

    /// Work with a rate of its own.
    pub(crate) fn rates(&mut self) -> String {
        if !self.plain && self.rng.one_in(2) {
            return self.rates_otherwise();
        }
        let whole = self.rng.within(20..9000) as u64;
        let part = self.rng.within(10..whole as usize + 1) as u64;
        let places = self.rng.below(3) as u32;
        let rate = percent(part, whole, places).unwrap_or_default();
        let (whole, part) = (self.said(whole, "件"), self.said(part, "件"));
        let lead = self.pick(&["12345热线共受理群众诉求", "平台受理咨询", "“县长信箱”受理来信"]);
        let verb = self.pick(&["办结", "已办结", "回复"]);
        let name = if verb == "回复" { "回复率" } else { "办结率" };
        let link = self.pick(&["", "为", "达", "达到"]);
        format!("{lead}{whole}，{verb}{part}，{name}{link}{rate}。")
    }

    /// Sentences with figures that count nothing of the tables.
    pub(crate) fn noise(&mut self) -> String {
        let n = self.rng.within(1..40);
        let words = [
            format!("举办政务公开业务培训{n}场次，培训{}人次。", n * 37),
            format!("根据国办发〔2022〕{n}号文件要求，修订《公开指南》{n}处。"),
            format!("政府网站首页更新{n}次，整改错链{}个。", n * 3),
            "在第三届政府开放日活动中接待群众，现场发放宣传册。".to_owned(),
            format!("全县{n}个部门设置政务公开专区，配备专职人员。"),
        ];
        self.rng.pick(&words).cloned().unwrap_or_default()
    }
}
