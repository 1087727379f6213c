//! What mentions say of each other's indicators: parts of one channel or one total are none of them that channel or total.

use super::mentions::DONE;
use super::writer::{Scene, Writer};
use gongkai_model::{Mention, Period, StatementKind};

impl Writer<'_> {
    /// Several parts of one channel are none of them that channel's figure: 政府网站12条，局网站30条.
    pub(super) fn settle_channels(&mut self, scene: &Scene<'_>) {
        for list in scene.lists.iter().filter(|list| list.members.len() > 1) {
            let members = || list.members.iter().map(|item| scene.mentions[*item]);
            for (id, words) in CHANNELS {
                let of_channel = |at: &usize| words.iter().any(|word| self.known[*at].words.contains(word));
                let named = |at: &usize| self.out.mentions[*at].indicator.as_deref() == Some(id);
                if members().any(|at| named(&at)) && members().filter(of_channel).count() > 1 {
                    let several: Vec<usize> = members().filter(named).collect();
                    for at in several {
                        self.out.mentions[at].indicator = None;
                    }
                }
            }
        }
    }

    /// 通过政府网站主动公开政府信息74条, where nothing else is said to be disclosed and no table has either: all that was.
    pub(super) fn settle_only_channel(&mut self) {
        let has = |id: &str| self.frame.has.is_some_and(|has| has(id));
        if has(DISCLOSED) || has(CHANNELS[1].0) {
            return;
        }
        let is_disclosure = |mention: &Mention| {
            let id = mention.indicator.as_deref().unwrap_or_default();
            id == DISCLOSED || id.starts_with("proactive.channel.")
        };
        let mut all = (0..self.out.mentions.len()).filter(|at| is_disclosure(&self.out.mentions[*at]));
        let (Some(only), None) = (all.next(), all.next()) else { return };
        let is_listed = self.out.statements.iter().any(|statement| {
            matches!(&statement.kind, StatementKind::Parts { parts, wholes, .. } if parts.contains(&only) || wholes.contains(&only))
        });
        let mention = &mut self.out.mentions[only];
        let by_website = mention.indicator.as_deref() == Some(CHANNELS[1].0);
        if by_website && !is_listed && mention.subject.contains("主动公开") {
            mention.indicator = Some(DISCLOSED.to_owned());
        }
    }

    /// Parts of one list that would all be the same total are none of them that total; what was disclosed so far
    /// stands beside what was added this year.
    pub(super) fn settle_totals(&mut self, scene: &Scene<'_>) {
        for list in scene.lists.iter().filter(|list| list.members.len() > 1) {
            let members = || list.members.iter().map(|item| scene.mentions[*item]);
            let total = |at: &usize| {
                let mention = &self.out.mentions[*at];
                mention.indicator.as_deref().filter(|id| TOTALS.contains(id)).map(|id| (id, &mention.body))
            };
            let same = |at: &usize| {
                total(at).is_some_and(|own| members().any(|it| it != *at && total(&it) == Some(own)))
            };
            let several: Vec<usize> = members().filter(same).collect();
            for at in several {
                self.out.mentions[at].indicator = None;
            }
        }
        // 收到申请12件，其中收到邮递申请1件: a part is not its whole.
        for list in &scene.lists {
            let Some(whole) = self.wholes(scene, list).first().copied() else { continue };
            for at in list.members.iter().map(|item| scene.mentions[*item]).filter(|at| *at != whole) {
                let (of, it) = (&self.out.mentions[whole], &self.out.mentions[at]);
                let is_total = it.indicator.as_deref() == Some(TOTALS[0]);
                let less = it.value < of.value && it.unit == of.unit && it.period == of.period;
                if is_total && it.indicator == of.indicator && it.body == of.body && less {
                    self.out.mentions[at].indicator = None;
                }
            }
        }
        let text = scene.passage.text;
        let of_all = |item: &usize| {
            let id = self.out.mentions[scene.mentions[*item]].indicator.as_deref();
            id == Some("proactive.items_total")
        };
        let said = |item: &usize, word: &str| scene.items[*item].left.text(text).contains(word);
        let all: Vec<usize> = (0..scene.items.len()).filter(of_all).collect();
        if all.len() > 1 && all.iter().any(|item| said(item, "新增")) {
            for item in all.into_iter().filter(|item| said(item, "累计") && !said(item, "新增")) {
                self.out.mentions[scene.mentions[item]].period = Period::Cumulative;
            }
        }
    }
}

/// Totals of which a list has one at most.
const TOTALS: [&str; 5] =
    ["applications.received.total", DONE[0], DONE[1], DONE[2], "applications.closed.on_time"];

/// All that was disclosed proactively.
const DISCLOSED: &str = "proactive.items_total";

/// Words of each channel, by which other parts of a list may be of it too.
const CHANNELS: [(&str, &[&str]); 6] = [
    ("applications.received_by_channel.online", &["网", "邮件", "邮箱"]),
    ("proactive.channel.website", &["网"]),
    ("proactive.channel.weibo", &["微博"]),
    ("proactive.channel.wechat", &["微信", "公众号"]),
    ("proactive.channel.gazette", &["公报"]),
    ("proactive.channel.other", &["其他", "其它"]),
];
