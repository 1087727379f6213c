//! Words that fewer offices use: shares of parts that no figure counts, the share of the rest, a year by its quarters, what
//! it was before in parentheses, letters for 万.

use crate::numerals::percent;
use crate::truth::OUTCOMES;
use crate::wording::Writer;

impl Writer<'_> {
    /// One of them, true of the tables or of nothing in them.
    pub(crate) fn rarer(&mut self) -> String {
        match self.rng.below(8) {
            0 => self.shares_of_outcomes(),
            1 => self.share_of_the_rest(),
            2 => self.quarters(),
            3 => self.before_in_parentheses(),
            4 => self.handled_with_carried(),
            5 => self.examples(),
            6 => self.letters(),
            _ => self.no_fee(),
        }
    }

    fn count(&mut self, most: usize) -> u64 {
        self.rng.within(1..most) as u64
    }

    /// 办理1635件，其中予以公开占41.8%、不予公开占11.5%.
    fn shares_of_outcomes(&mut self) -> String {
        let done = self.truth.of("applications.processed.total");
        let list: Vec<String> = self
            .truth
            .outcomes()
            .iter()
            .filter_map(|(name, value)| Some(format!("{name}占{}", percent(*value, done, 1)?)))
            .collect();
        let mark = self.pick(&["、", "，", "；"]);
        let lead = self.pick(&["共办理政府信息公开申请", "办结申请", "答复政府信息公开申请"]);
        if list.is_empty() {
            String::new()
        } else {
            format!("{lead}{done}件，其中{}。", list.join(mark))
        }
    }

    fn share_of_the_rest(&mut self) -> String {
        let one = self.rng.within(1..600);
        let other = self.rng.within(1..1000 - one);
        let said = |tenths: usize| format!("{}.{}%", tenths / 10, tenths % 10);
        let rest = self.pick(&["其余", "其余占", "剩余"]);
        let (first, second, last) = (said(one), said(other), said(1000 - one - other));
        format!("图文解读占{first}，视频解读占{second}，{rest}{last}为文字解读。")
    }

    fn quarters(&mut self) -> String {
        let all = [(); 4].map(|()| self.count(900));
        let sum: u64 = all.iter().sum();
        let [one, two, three, four] = all;
        match self.rng.below(3) {
            0 => format!(
                "一季度编发简讯{one}条，二季度{two}条，三季度{three}条，四季度{four}条，全年共编发{sum}条。"
            ),
            1 => format!(
                "全年编发简讯{sum}条，其中一季度{one}条、二季度{two}条、三季度{three}条、四季度{four}条。"
            ),
            _ => format!("全年编发简讯{sum}条，其中上半年{}条，下半年{}条。", one + two, three + four),
        }
    }

    fn before_in_parentheses(&mut self) -> String {
        let (now, before) = (self.rng.within(40..900) as u64, self.rng.within(40..900) as u64);
        let grew = if now > before { "增长" } else { "下降" };
        let rate = percent(now.abs_diff(before), before, 1).filter(|_| now != before);
        rate.map_or_else(String::new, |rate| format!("举办讲座{now}场，比2022年（{before}场）{grew}{rate}。"))
    }

    /// 共处理申请1704件（含上年结转63件），答复1635件，结转下年69件.
    fn handled_with_carried(&mut self) -> String {
        let of = |id: &str| self.truth.of(&format!("applications.{id}.total"));
        let (new, before, left) = (of("received"), of("carried_in"), of("carried_out"));
        let done = of("processed");
        format!(
            "全年共处理政府信息公开申请{}件（含上年结转{before}件），答复{done}件，结转下年度继续办理{left}件。",
            new + before
        )
    }

    /// A few of many, without a word that says so.
    fn examples(&mut self) -> String {
        let parts = [(); 3].map(|()| self.count(30));
        let all = parts.iter().sum::<u64>() * 3 + self.count(90);
        let [one, two, three] = parts;
        // With a digit less it would be all of them.
        let sum = (one + two + three).to_string();
        let digits = all.to_string();
        let shorter = (0..digits.len()).any(|at| format!("{}{}", &digits[..at], &digits[at + 1..]) == sum);
        if shorter {
            return String::new();
        }
        format!("市级以上媒体刊发稿件{all}篇，其中日报{one}篇、晚报{two}篇、电视台{three}篇。")
    }

    fn letters(&mut self) -> String {
        let (whole, tenths) = (self.count(40), self.count(10));
        let unit = self.pick(&["w", "W", "万"]);
        format!("短视频播放量{whole}.{tenths}{unit}次，单条最高播放{}{unit}+次。", self.count(10))
    }

    fn no_fee(&mut self) -> String {
        let review = self.truth.of("review.total");
        let upheld = self.truth.of(&format!("review.{}", OUTCOMES[0]));
        format!(
            "未对依申请提供政府信息收取检索、复印、邮寄等费用.因政府信息公开被申请行政复议{review}件，其中维持{upheld}件."
        )
    }
}
