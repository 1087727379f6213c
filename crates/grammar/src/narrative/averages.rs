//! Averages: what was spread evenly, and over how many things, months or days.

use super::writer::{Scene, Writer};
use gongkai_model::{MentionKind, Over, Period, StatementKind};
use gongkai_text::{Span, Unit};

/// What the words before an average say it is taken over.
enum Each<'t> {
    /// 月均, 平均每月.
    Month,
    /// 日均.
    Day,
    /// 平均每期, 平均每个部门: the unit, and the noun that follows it.
    One(Unit, &'t str),
}

impl Writer<'_> {
    /// States what the averages of a sentence are averages of, where one figure only can be meant.
    pub(super) fn state_averages(&mut self, scene: &Scene<'_>) {
        let text = scene.passage.text;
        let averages: Vec<Option<Each<'_>>> =
            scene.items.iter().map(|item| each(item.gap.text(text))).collect();
        for (at, each) in averages.iter().enumerate() {
            let Some(each) = each.as_ref().filter(|_| scene.kinds[at].is_amount()) else { continue };
            let alike = |it: &usize| {
                *it != at
                    && averages[*it].is_none()
                    && scene.kinds[*it].is_amount()
                    && scene.items[*it].quantity.unit == scene.items[at].quantity.unit
            };
            let over = |over: Over, total: usize| StatementKind::Average {
                average: scene.mentions[at],
                total: scene.mentions[total],
                over,
            };
            let kind = match *each {
                Each::Month | Each::Day => {
                    let between = |it: &usize| {
                        matches!(
                            scene.kinds[*it],
                            MentionKind::Growth | MentionKind::Change | MentionKind::Share
                        ) || averages[*it].is_some()
                    };
                    let before = (0..at).rev().find(|it| !between(it)).filter(|it| alike(it));
                    let Some(total) = before.filter(|it| self.is_of_year(scene, *it)) else { continue };
                    over(if matches!(each, Each::Month) { Over::Months } else { Over::Days }, total)
                }
                Each::One(unit, noun) => {
                    let counts = |it: &usize| {
                        let item = &scene.items[*it];
                        *it != at
                            && averages[*it].is_none()
                            && scene.kinds[*it] == MentionKind::Count
                            && item.quantity.unit == Some(unit)
                            && item.quantity.value.scale() == 0
                            && item.right.text(text).starts_with(noun)
                    };
                    let Some(count) = only((0..scene.items.len()).filter(counts)) else { continue };
                    let Some(total) = only((0..at).filter(alike)).filter(|it| *it != count) else { continue };
                    over(Over::Count(scene.mentions[count]), total)
                }
            };
            self.state(scene, kind, at, at);
        }
    }

    /// Whether the figure of `item` is one of the whole year.
    fn is_of_year(&self, scene: &Scene<'_>, item: usize) -> bool {
        /// Words of a time that is no whole year.
        const OTHERWISE: [&str; 10] =
            ["以来", "上线", "开通", "季度", "半年", "截至", "截止", "期间", "月至", "启用"];
        let words =
            Span::new(scene.span.start, scene.items[item].quantity.span.start).text(scene.passage.text);
        matches!(self.out.mentions[scene.mentions[item]].period, Period::Unstated | Period::Year(_))
            && !OTHERWISE.iter().any(|word| words.contains(word))
    }
}

/// The one of them, where there is one only.
fn only(mut all: impl Iterator<Item = usize>) -> Option<usize> {
    all.next().filter(|_| all.next().is_none())
}

/// Reads what stands between the figure before and an average that says nothing else.
fn each(gap: &str) -> Option<Each<'_>> {
    let words = gap.trim_start_matches(['，', '（', '、', '；', ' ']);
    let words = words.trim_end_matches(['约', '近', '达', '为', '超', '逾', '到', '过', '有']);
    match words {
        "月均" | "平均每月" | "每月平均" | "平均每个月" => return Some(Each::Month),
        "日均" | "平均每天" | "平均每日" | "每天平均" | "每日平均" => {
            return Some(Each::Day);
        }
        _ => {}
    }
    // 场均, 期均; of whom 人均 and 户均 are told, no sentence says.
    if let Some(unit) = words.strip_suffix('均').and_then(Unit::classifier) {
        return (!matches!(unit.label(), "人" | "户")).then_some(Each::One(unit, ""));
    }
    let of = words.strip_prefix("平均每").or_else(|| words.strip_suffix("平均")?.strip_prefix('每'))?;
    let ends = of.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST);
    let (unit, end) = ends.filter_map(|end| Some((Unit::classifier(&of[..end])?, end))).last()?;
    Some(Each::One(unit, &of[end..]))
}

/// Characters of a unit at most.
const LONGEST: usize = 4;
