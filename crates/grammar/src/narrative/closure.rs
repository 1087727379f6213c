//! What closes a list: whether its parts leave nothing of their whole out.

use super::known::Known;
use super::marks::{Lists, Passage};
use super::parts::{Cue, List, RESIDUAL};
use super::rule::Topic;
use gongkai_text::Span;

/// Whether the list closes, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Closure {
    /// The parts must add up.
    pub closed: bool,
    /// One thing may be counted in several parts.
    pub overlapping: bool,
}

impl List {
    /// Whether nothing may be left out: the rule of three and its kin.
    pub(super) fn closure(
        &self,
        passage: &Passage<'_>,
        known: &[&Known<'_>],
        whole: Option<&Known<'_>>,
        stray: bool,
    ) -> Closure {
        let residual = known.last().is_some_and(|last| {
            let words = last.words.trim_start_matches(['、', '，', '；', '和', '及']);
            RESIDUAL
                .iter()
                .any(|word| words.starts_with(word) || words.contains(word) && words.chars().count() <= 12)
        });
        let rest_last = known.len() >= 3
            && known.last().is_some_and(|last| RESIDUAL.iter().any(|word| last.words.starts_with(word)));
        // 包括…，其他…: where the rest is a part too, what was named before it needs not be all.
        let rest_named = known.len() >= 3
            && known.last().is_some_and(|last| {
                RESIDUAL.iter().any(|word| last.words.contains(word))
                    && passage.span(last.words).start > self.region.start
            });
        let open_words = if rest_named {
            let first = known.first().map_or(self.region.start, |first| passage.span(first.words).start);
            let last = known.last().map_or(self.region.end, |last| passage.span(last.words).start);
            Span::new(first, last.max(first))
        } else {
            self.region
        };
        let residual = residual || rest_named;
        let open = self.cue == Cue::Including && !rest_named
            || stays_open(passage, open_words, rest_last)
            || stray
            || !self.ended;
        let respectively = passage.any(self.region, Lists::RESPECTIVELY);
        // Applications are counted in 件 and 份 alike.
        let unit =
            |it: &Known<'_>| it.unit.map(|unit| if unit.label() == "份" { "件" } else { unit.label() });
        let alike = |part: &&&Known<'_>| {
            whole.is_some_and(|whole| match whole.topic {
                Topic::Received | Topic::Handled => unit(part) == unit(whole),
                _ => part.unit == whole.unit,
            })
        };
        // 工作动态12条、民意征集16期、其他信息11条: one part is counted as what it is.
        let one_of_its_own = || {
            let own: Vec<_> = known.iter().filter(|part| !alike(part)).collect();
            residual
                && known.len() >= 4
                && known.last().is_some_and(|last| alike(&last))
                && matches!(own[..], [one] if one.unit.is_some())
        };
        let in_unit = known.iter().all(|part| alike(&part)) || one_of_its_own();
        let three = self.cue == Cue::InWhich && known.len() >= 3;
        // Received and carried in is answered and carried out: results do not make up what was received.
        let flows = whole.is_some_and(|whole| matches!(whole.topic, Topic::Received | Topic::Carried))
            && known
                .iter()
                .any(|part| matches!(part.own, Some(Topic::Outcome | Topic::Handled | Topic::Carried)));
        // 已全部答复，其中…: the answers make up what was received.
        let flows = flows && !answers_all(passage, self.region.start);
        // 予以公开2件，…，其他1件, …，结转下年1件: what was received is told to the last case.
        let told_out = known.split_last().is_some_and(|(last, results)| {
            let is_result = |part: &&Known<'_>| matches!(part.own, Some(Topic::Outcome) | None);
            results.len() >= 2
                && results.iter().all(is_result)
                && results.iter().any(|part| part.own.is_some())
                && (residual || last.own == Some(Topic::Carried))
        });
        let flows = flows && !told_out;
        let repeats = repeats(known);
        // 规章14部，其中修改2部、新制定1部: what was done to some of them this year.
        let changes = known.iter().all(|part| CHANGES.iter().any(|word| part.words.contains(word)));
        // Every part of 共…： and of a parenthesis right behind its whole.
        let spelt_out = known.len() >= 3
            && (self.cue == Cue::Parenthesis
                || self.cue == Cue::Colon && whole.is_some_and(|whole| whole.is_sum));
        let halves = match known {
            [one, other] => {
                HALVES.iter().any(|pair| are_halves(one.words, other.words, *pair))
                    || denies(one.words, other.words)
                    || denies(other.words, one.words)
                    || whole.is_some_and(|whole| {
                        names_both(whole.words, one.words, other.words)
                            || names_both(whole.words, proposal(one.words), proposal(other.words))
                    })
            }
            _ => false,
        };
        let halves = halves && self.cue != Cue::View;
        let closed = !open
            && in_unit
            && !flows
            && !repeats
            && !changes
            && known.len() >= 2
            && (self.cue == Cue::Made
                || three
                || residual
                || spelt_out
                || halves
                || respectively && self.cue == Cue::InWhich);
        // Accounts are in one medium each; what they publish may be in several.
        let accounts =
            whole.and_then(|whole| whole.unit).is_some_and(|unit| matches!(unit.label(), "个" | "家"));
        let mut media = known.iter().filter_map(|part| part.medium).filter(|_| !accounts);
        let first = media.next();
        let overlapping = media.any(|medium| Some(medium) != first);
        Closure { closed, overlapping }
    }
}

/// What is done to a few of the rules in force.
const CHANGES: [&str; 7] = ["废止", "修改", "修订", "制定", "失效", "新增", "制发"];

/// Words for two parts that leave nothing between them.
///
/// A body and all of those below it are halves; one county alone, or a level with others below it, is none.
const HALVES: [(&str, &str); 29] = [
    ("省政府及", "各市"),
    ("省级", "各市"),
    ("市政府及", "各县"),
    ("市政府及", "各区"),
    ("市级", "各县"),
    ("市级", "各区"),
    ("县政府及", "各镇"),
    ("县政府及", "各乡"),
    ("上半年", "下半年"),
    ("按时办结", "延期办结"),
    ("按期办结", "延期办结"),
    ("市本级", "县"),
    ("市本级", "区"),
    ("县本级", "乡"),
    ("县本级", "镇"),
    ("区本级", "街"),
    ("区本级", "镇"),
    ("线上", "线下"),
    ("主办", "协办"),
    ("主办", "会办"),
    ("网上", "书面"),
    ("专职", "兼职"),
    ("自然人", "法人"),
    ("公民", "法人"),
    ("合格", "不合格"),
    ("采纳", "未采纳"),
    ("办结", "正在办理"),
    ("办结", "未办结"),
    ("办结", "在办"),
];

/// Whether one of the parts is called `pair.0` and the other `pair.1`.
fn are_halves(one: &str, other: &str, pair: (&str, &str)) -> bool {
    let is = |first: &str, second: &str| {
        first.contains(pair.0) && !first.contains(pair.1) && second.contains(pair.1)
    };
    is(one, other) || is(other, one)
}

/// Whether `other` is all that is not `one`: 采纳 and 未采纳, 公开 and 不公开. What was closed or answered has more between.
fn denies(one: &str, other: &str) -> bool {
    let denied = ["不予", "不", "未予", "未", "非"].iter().find_map(|no| other.strip_prefix(no));
    let plain =
        |words: &str| words.chars().count() >= 2 && !words.contains(['办', '结', '答', '复', '审', '理']);
    denied.is_some_and(|denied| plain(denied) && one.trim_start_matches("予以") == denied)
}

/// Whether a whole is called by both its parts: 建议和提案21件，其中建议9件、提案12件.
fn names_both(whole: &str, one: &str, other: &str) -> bool {
    let named = |word: &str| word.chars().count() >= 2 && whole.contains(word);
    named(one) && named(other) && !one.contains(other) && !other.contains(one)
}

/// 人大建议 is 建议: of whom a proposal is needs no telling.
fn proposal(words: &str) -> &str {
    let words = words.trim_start_matches(['市', '县', '区', '省']);
    let of = ["人大代表", "政协委员", "人大", "政协", "代表", "委员"];
    of.iter().find_map(|of| words.strip_prefix(of)).unwrap_or(words)
}

/// Two parts with the same words: a table in a sentence, two wholes crossed.
fn repeats(known: &[&Known<'_>]) -> bool {
    known.iter().enumerate().any(|(at, part)| {
        let words = part.words;
        !words.is_empty() && known[..at].iter().any(|other| other.words == words)
    })
}

/// Whether the clauses up to `cue`, in its sentence, say that all applications were answered and none was left.
fn answers_all(passage: &Passage<'_>, list: u32) -> bool {
    let (before, rest) = passage.text.split_at(list as usize);
    let cue = rest.find("其中").filter(|at| !rest[..*at].contains('。')).unwrap_or(0);
    let before = &passage.text[..before.len() + cue];
    let start = before.rfind('。').map_or(0, |at| at + '。'.len_utf8());
    let sentence = before[start..].trim_end_matches(['，', '：', '；', '。']);
    let clause = sentence.rsplit(['，', '；']).next().unwrap_or_default();
    ["全部", "均已", "都已"].iter().any(|all| clause.contains(all))
        && ["答复", "办结", "办理完"].iter().any(|done| clause.ends_with(done))
        && !sentence.contains("结转")
}

/// Whether a word outside quotes, where names stand, leaves the list open. Where its last part is the rest, only what
/// stands behind a figure does: 2条等; 体育等民生事业11条 and 11条，包括概况 tell of one part.
fn stays_open(passage: &Passage<'_>, region: Span, rest_last: bool) -> bool {
    passage.any(region, Lists::OPEN.and(Lists::AND_SO_ON)) && {
        let own = without_quotes(region.text(passage.text));
        if rest_last {
            return own.match_indices('等').any(|(at, _)| ends_in_figure(&own[..at]));
        }
        Lists::OPEN.words().any(|word| own.contains(word)) || has_and_so_on(&own)
    }
}

/// Whether words end in a number with a unit of one character at most.
fn ends_in_figure(words: &str) -> bool {
    let digit = |words: &str| words.ends_with(|c: char| c.is_ascii_digit());
    let mut before = words.chars();
    digit(words) || before.next_back().is_some() && digit(before.as_str())
}

/// 等 that leaves a list open, no part of a word.
fn has_and_so_on(region: &str) -> bool {
    region.match_indices('等').any(|(at, word)| {
        let (before, after) = (&region[..at], &region[at + word.len()..]);
        !before.ends_with(['高', '平', '相', '同', '中', '初', '均'])
            && !after.starts_with(['级', '额', '次', '待', '候', '同'])
    })
}

/// Names in quotes may hold any word.
fn without_quotes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut depth = 0_usize;
    for c in text.chars() {
        match c {
            '“' | '《' | '〈' => depth += 1,
            '”' | '》' | '〉' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}
