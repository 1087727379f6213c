//! Words of offices of every kind: shares without their whole, outcomes without 其中, figures that went from one to another.

use crate::numerals::percent;
use crate::truth::OUTCOMES;
use crate::wording::Writer;

impl Writer<'_> {
    fn some(&mut self, most: usize) -> u64 {
        self.rng.within(1..most) as u64
    }

    /// One more sentence, true of the tables or of nothing in them.
    pub(crate) fn further(&mut self) -> String {
        match self.rng.below(18) {
            0 => self.outcomes_behind(),
            1 => self.shares_alone(),
            2 => self.applicants(),
            3 => {
                let (new, before) = (
                    self.truth.of("applications.received.total"),
                    self.truth.of("applications.carried_in.total"),
                );
                format!(
                    "新收政府信息公开申请{new}件，加上年结转{before}件，全年应办理申请{}件。",
                    new + before
                )
            }
            4..7 => self.went(),
            7 => {
                let before = self.rng.within(700..960);
                let more = self.rng.within(1..40);
                let said = |tenths: usize| format!("{}.{}", tenths / 10, tenths % 10);
                let (now, was, points) = (said(before + more), said(before), said(more));
                match self.rng.below(2) {
                    0 => format!("群众满意率{now}%，较上年的{was}%提高{points}个百分点。"),
                    _ => format!("群众知晓率由{was}%提高到{now}%，提高{points}个百分点。"),
                }
            }
            8 => {
                let (one, other) = (self.some(300), self.some(300));
                let lead = self.pick(&["共交办", "共承办", "全年办理", ""]);
                match self.rng.below(2) {
                    0 => format!("{lead}人大代表建议{one}件、政协提案{other}件，合计{}件。", one + other),
                    _ => format!("{lead}建议提案{}件，其中人大建议{one}件，政协提案{other}件。", one + other),
                }
            }
            9 => {
                let [one, other, third] = [self.some(400), self.some(400), self.some(400)];
                let sum = one + other + third;
                format!("党务公开{one}项、村务公开{other}项、财务公开{third}项，三项合计{sum}项。")
            }
            10 => {
                let [heard, one, other] = [self.some(6), self.some(9), self.some(9)];
                format!(
                    "听取政务公开汇报{heard}次，主要负责人批示{one}次，分管负责人批示{other}次，共{}次。",
                    one + other
                )
            }
            11 => {
                let [one, other] = [self.some(40), self.some(40)];
                let all = one + other + self.some(90);
                let rate = percent(one + other, all, 1).unwrap_or_default();
                format!("全年编发简报{all}期，被市级采用{one}期，省级采用{other}期，采用率{rate}。")
            }
            12 => {
                let [main, joint] = [self.some(40), self.some(40)];
                let taken = self.rng.within(1..(main + joint) as usize + 1) as u64;
                let rate = percent(taken, main + joint, 1).unwrap_or_default();
                format!("主办件{main}件、协办件{joint}件，其中采纳{taken}件，采纳率{rate}。")
            }
            _ => self.rarer(),
        }
    }

    fn outcomes_behind(&mut self) -> String {
        let review = self.truth.of("review.total");
        let cell = |outcome: &str| self.truth.of(&format!("review.{outcome}"));
        let [upheld, corrected, other, pending] = [0, 1, 2, 3].map(|at| cell(OUTCOMES[at]));
        let (lead, mark) = (self.pick(&["，", "：", "，具体为："]), self.pick(&["，", "、"]));
        format!(
            "因政府信息公开被申请行政复议{review}件{lead}维持{upheld}件{mark}纠正{corrected}件{mark}其他结果{other}件{mark}尚未审结{pending}件。"
        )
    }

    fn shares_alone(&mut self) -> String {
        let parts = self.truth.outcomes();
        let whole = self.truth.of("applications.processed.total");
        let places = self.rng.below(3) as u32;
        let list: Vec<String> = parts
            .iter()
            .filter_map(|(name, value)| {
                Some(format!("{name}{value}件，占{}", percent(*value, whole, places)?))
            })
            .collect();
        let lead = self.pick(&["从办理结果看，", "申请办理结果中，", "办理结果：", "2023年度办理结果中，"]);
        if list.is_empty() { String::new() } else { format!("{lead}{}。", list.join("；")) }
    }

    fn applicants(&mut self) -> String {
        let total = self.truth.of("applications.received.total");
        let natural = self.truth.of("applications.received.natural_person");
        let others = total - natural;
        let share =
            |part: u64| percent(part, total, 1).map_or_else(String::new, |share| format!("，占{share}"));
        let (one, other) = (share(natural), share(others));
        format!("政府信息公开申请人为自然人的{natural}件{one}；申请人为法人或其他组织的{others}件{other}。")
    }

    /// A figure that went up or down, with both ends said in one of the ways that there are.
    fn went(&mut self) -> String {
        let before = self.rng.within(40..900) as u64;
        let now = self.rng.within(40..900) as u64;
        let Some(rate) = percent(now.abs_diff(before), before, 1).filter(|_| now != before) else {
            return String::new();
        };
        let off = now.abs_diff(before);
        let up = now > before;
        let (grew, more) = if up { ("增长", "增加") } else { ("下降", "减少") };
        let to = if up {
            self.pick(&["增至", "增加到", "上升到"])
        } else {
            self.pick(&["压减至", "降至", "减少到"])
        };
        match self.rng.below(5) {
            0 => format!("政务新媒体账号由{before}个{to}{now}个，{more}{off}个，{grew}{rate}。"),
            1 => format!("网站栏目更新量同比{grew}{rate}，由2022年的{before}条{to}{now}条。"),
            2 => format!("门户网站编发简讯{now}条，同比{grew}{rate}，上年为{before}条。"),
            3 => format!("2023年举办讲座{now}场，2022年举办讲座{before}场，{grew}{rate}。"),
            _ => format!("举办讲座{now}场，比上年{more}{off}场，{grew}{rate}。"),
        }
    }
}
