//! Words that fewer offices use: shares of parts that no figure counts, the share of the rest, a year by its quarters, what
//! it was before in parentheses, letters for 万.

use crate::numerals::percent;
use crate::truth::OUTCOMES;
use crate::wording::Writer;

impl Writer<'_> {
    /// One of them, true of the tables or of nothing in them.
    pub(crate) fn rarer(&mut self) -> String {
        match self.rng.below(12) {
            8 => self.averages(),
            9 => self.fractions(),
            10 => self.times_shortened(),
            11 => self.of_the_figure_before(),
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

    /// 培训12期、960人次，平均每期80人次; 全年1641件，月均136.75件.
    fn averages(&mut self) -> String {
        let (times, each) = (self.rng.within(2..40) as u64, self.rng.within(2..300) as u64);
        let total = times * each + self.rng.below(times as usize) as u64;
        let shown = |top: u64, bottom: u64, places: u32| {
            let unit = 10_u64.pow(places);
            let value = (top * unit * 2 + bottom) / (bottom * 2);
            match places {
                0 => value.to_string(),
                _ => format!("{}.{:0width$}", value / unit, value % unit, width = places as usize),
            }
        };
        let places = self.rng.below(3) as u32;
        let new = self.truth.of("applications.received.total");
        match self.rng.below(4) {
            0 => format!(
                "举办政策讲座{times}期，听众{total}人次，平均每期{}人次。",
                shown(total, times, places)
            ),
            1 => format!("全年编发简讯{total}条，月均{}条。", shown(total, 12, places)),
            2 => format!("全年新收政府信息公开申请{new}件，平均每月{}件。", shown(new, 12, 2)),
            _ => {
                format!("开展送政策上门{times}场，发放手册{total}册，场均{}册。", shown(total, times, places))
            }
        }
    }

    /// 其中企业代表20名，占一成: said roundly, as offices do.
    fn fractions(&mut self) -> String {
        let (bottom, word) = [(2, "二"), (3, "三"), (4, "四"), (5, "五")][self.rng.below(4)];
        let part = self.rng.within(20..400) as u64;
        let whole = part * bottom + self.rng.below(part as usize / 20 + 1) as u64;
        let about = self.pick(&["约", "近", ""]);
        match self.rng.below(2) {
            0 => format!("收到建议{whole}条，其中民生类{part}条，{about}占{word}分之一。"),
            _ => format!("收到建议{whole}条，其中民生类{part}条，占{about}1/{bottom}。"),
        }
    }

    /// 由20个工作日缩短至9个工作日，缩短55%.
    fn times_shortened(&mut self) -> String {
        let before = self.rng.within(4..61) as u64;
        let now = self.rng.within(1..before as usize) as u64;
        let (to, less) = [("缩短至", "缩短"), ("压缩至", "压缩"), ("压缩到", "压减")][self.rng.below(3)];
        let rate = percent(before - now, before, 1);
        rate.map_or_else(String::new, |rate| {
            format!("平均办理时限由{before}个工作日{to}{now}个工作日，{less}{rate}。")
        })
    }

    /// 584件，占全部来信1641件的35.6%.
    fn of_the_figure_before(&mut self) -> String {
        let part = self.count(500);
        let whole = part + self.count(900);
        let rate = percent(part, whole, 1);
        rate.map_or_else(String::new, |rate| match self.rng.below(2) {
            0 => format!("征地类来信{part}封，占全部来信{whole}封的{rate}。"),
            _ => format!("学区类来电{part}通，占来电总数的{rate}，其他来电{}通。", whole - part),
        })
    }

    fn no_fee(&mut self) -> String {
        let review = self.truth.of("review.total");
        let upheld = self.truth.of(&format!("review.{}", OUTCOMES[0]));
        format!(
            "未对依申请提供政府信息收取检索、复印、邮寄等费用.因政府信息公开被申请行政复议{review}件，其中维持{upheld}件."
        )
    }
}
