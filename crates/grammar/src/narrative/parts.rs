//! Lists of parts: which figures of a sentence are parts of which whole.

use super::marks::{Lists, Passage};
use super::sentence::Item;
use gongkai_model::MentionKind;
use gongkai_text::Span;

/// What begins a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    /// 其中, or 在这些…中.
    InWhich,
    /// 包括, 含, 其中包括, 主要: never closed by itself.
    Including,
    /// A parenthesis right after the whole.
    Parenthesis,
    /// 从…看, 按…分.
    View,
    /// A colon right after the whole.
    Colon,
    /// 由…组成.
    Made,
}

/// Parts and their whole in one sentence, by positions among its items.
#[derive(Clone, Debug)]
pub(super) struct List {
    /// What begins it.
    pub cue: Cue,
    /// The whole, likeliest first; empty when it stands in the sentence before.
    pub wholes: Vec<usize>,
    /// The whole is what the words before the list name: 在主动公开的信息中.
    pub named: Option<Span>,
    /// The figures that are listed.
    pub members: Vec<usize>,
    /// From the cue to the end of the last part.
    pub region: Span,
    /// It ends where its sentence or clause ends.
    pub ended: bool,
}

/// The lists of a sentence.
pub(super) fn lists(passage: &Passage<'_>, items: &[Item<'_>], kinds: &[MentionKind]) -> Vec<List> {
    let mut lists: Vec<List> = Vec::new();
    let mut at = 0;
    while at < items.len() {
        if let Some(list) = list_at(passage, items, kinds, &lists, at) {
            // A second 其中 inside a list begins a list of its own; the first one goes on behind a parenthesis only.
            lists.push(list);
        }
        at += 1;
    }
    // What is a part of an inner list is none of the outer one.
    for inner in 1..lists.len() {
        let (before, rest) = lists.split_at_mut(inner);
        let first = rest[0].members[0];
        for outer in before {
            if items[first].depth == items[outer.members[0]].depth
                && let Some(cut) = outer.members.iter().position(|member| *member >= first)
            {
                outer.members.truncate(cut.max(1));
                outer.ended = false;
            }
        }
    }
    lists
}

fn list_at(
    passage: &Passage<'_>,
    items: &[Item<'_>],
    kinds: &[MentionKind],
    lists: &[List],
    at: usize,
) -> Option<List> {
    let text = passage.text;
    if !kinds[at].is_amount() {
        return None;
    }
    let item = &items[at];
    let (cue, named) = cue(passage, items, at)?;
    let mut wholes: Vec<usize> = if named.is_some() { Vec::new() } else { wholes(passage, items, kinds, at) };
    // A second view is one of the same whole.
    wholes.retain(|whole| !lists.iter().any(|list| list.cue == Cue::View && list.members.contains(whole)));
    if wholes.is_empty() && at > 0 && named.is_none() && !items[..at].iter().all(|it| it.depth > item.depth) {
        return None;
    }
    let mut members = vec![at];
    let mut mark = None;
    let mut ended = true;
    for next in at + 1..items.len() {
        let candidate = &items[next];
        if candidate.depth > item.depth || !kinds[next].is_amount() && kinds[next] != MentionKind::Change {
            continue;
        }
        let last = &items[*members.last().expect("it has its first")];
        let between = Span::new(last.quantity.span.end, candidate.quantity.span.start).text(text);
        if candidate.depth < item.depth {
            break;
        }
        let words = candidate.left.text(text);
        let separator = match separator(between) {
            // 4件和5件.
            ' ' => mark.unwrap_or(' '),
            other => other,
        };
        let tighter = match (mark, separator) {
            // A 140条、B 42条，C 14条、D 3条: both marks by turns, in one list.
            (Some('、'), '，') => !goes_on(passage, items, kinds, at, next),
            (Some('、'), now) => now != '、',
            (Some('，'), now) => now == '；',
            _ => false,
        };
        if tighter {
            // 复议7件，维持6件，未审结1件；诉讼4件，维持…: the figures behind each part are parts of that part.
            let has_own = |item: &Item<'_>| passage.any(item.left, Lists::WHOLES);
            ended &= !(separator == '；' && has_own(item) && has_own(candidate));
            break;
        }
        // Every part so far has its share, this one has none: the list is over.
        let shared = |at: &usize| kinds.get(at + 1) == Some(&MentionKind::Share);
        if separator == '；' && members.iter().all(shared) && !shared(&next) {
            break;
        }
        // 其中A 12条、B 6条，开展征集3期: a verb and another unit begin what is no part of it, though more of it may follow.
        let own_verb = passage.all(candidate.left, Lists::VERBS).any(|verb| {
            Span::new(candidate.left.start, verb.start)
                .text(text)
                .trim_matches(['，', '、', '；', ' '])
                .is_empty()
        });
        let is_other = own_verb
            && candidate.quantity.unit != last.quantity.unit
            && !passage.any(item.left, Lists::VERBS);
        if is_other && members.len() > 2 && matches!(separator, '，' | '；') {
            let alike = |it: &Item<'_>| it.depth == item.depth && it.quantity.unit == last.quantity.unit;
            ended = !items[next + 1..].iter().any(alike);
            break;
        }
        let another = passage
            .all(candidate.left, Lists::WHOLES)
            .any(|mark| !passage.all(item.left, Lists::WHOLES).any(|own| own.word == mark.word));
        // 其中自然人212件，上年结转18件，办结338件: who applied is over, what became of applications begins.
        let who = Lists::APPLICANTS;
        let is_past_applicants = passage.any(item.left, who)
            && !passage.any(candidate.left, who)
            && passage.any(candidate.left, Lists::CARRIED.and(Lists::RESULTS).and(Lists::VERBS));
        if kinds[next] == MentionKind::Change
            || another
            || is_past_applicants
            || passage.any(candidate.left, Lists::NEWS) && !is_summed_class(passage, items, item.depth, next)
            || starts_anew(words)
            || between.contains('）') && !between.contains('（')
        {
            ended = separator == '；' || separator == '、';
            break;
        }
        mark = mark.or(Some(separator).filter(|mark| *mark != ' '));
        members.push(next);
    }
    let last = &items[*members.last().expect("it has its first")];
    let region = Span::new(item.gap.start, last.right.end.max(last.quantity.span.end));
    Some(List { cue, wholes, named, members, region, ended })
}

/// Whether the parts before and behind the comma before item `next` are of one list: a 、 comes again between figures,
/// all count the same unit, and no view of the whole begins anew.
fn goes_on(passage: &Passage<'_>, items: &[Item<'_>], kinds: &[MentionKind], at: usize, next: usize) -> bool {
    let alike = |item: &usize| {
        items[*item].depth == items[at].depth
            && kinds[*item].is_amount()
            && items[*item].quantity.unit == items[at].quantity.unit
    };
    let text = passage.text;
    let view =
        |item: &Item<'_>| (passage.any(item.left, Lists::APPLICANTS), passage.any(item.left, Lists::RESULTS));
    let again =
        items[next + 1..].iter().zip(next + 1..).take_while(|(_, item)| alike(item)).any(|(item, _)| {
            separator(Span::new(item.gap.start, item.quantity.span.start).text(text)) == '、'
        });
    // 各部门A 5条、B 3条，各县A 2条、B 1条: parts of parts.
    let bodies = Lists::AREA.and(Lists::DEPARTMENTS).and(Lists::LOWER).and(Lists::OWN);
    let name = |item: usize| items[item].left.text(text).trim_start_matches(['，', '、', ' ']);
    let by_body = (at..items.len()).filter(alike).any(|item| {
        passage.any(items[item].left, bodies) || (at..item).any(|other| name(other) == name(item))
    });
    again
        && !by_body
        && alike(&next)
        && (at..=next).all(|item| view(&items[item]) == (false, false))
        && !passage.any(items[next].left, Lists::VERBS)
}

/// The words for what is left when every other part is named.
pub(super) const RESIDUAL: [&str; 5] = ["其他", "其它", "其余", "剩余", "余下"];

/// A class with a word of summing up, 其他信息共计8条, in a list that names what is left: no new whole.
fn is_summed_class(passage: &Passage<'_>, items: &[Item<'_>], depth: usize, at: usize) -> bool {
    let words = items[at].left.text(passage.text).trim_start_matches(['，', '；', '、']).trim_end();
    let class = ["总计", "合计", "共计"].iter().find_map(|sum| words.strip_suffix(sum));
    let names_rest = |item: &&Item<'_>| {
        item.depth == depth && RESIDUAL.iter().any(|word| item.left.text(passage.text).contains(word))
    };
    class.is_some_and(|class| {
        let class = passage.span(class.trim_end());
        !class.is_empty() && !passage.any(class, Lists::NEWS)
    }) && items[at..].iter().any(|item| names_rest(&item))
}

/// A clause that speaks of the whole again, or of what was done with it.
fn starts_anew(words: &str) -> bool {
    let words = words.trim_start();
    ["共", "并", "已", "均", "还", "另"].iter().any(|word| words.starts_with(word))
        && !words.starts_with("共同")
}

/// The strongest mark between two figures, outside parentheses.
fn separator(between: &str) -> char {
    let mut depth = 0_usize;
    let mut last = ' ';
    for c in between.chars() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            '；' if depth == 0 => last = c,
            '，' if depth == 0 && last != '；' => last = c,
            '、' if depth == 0 && last != '，' && last != '；' => last = c,
            _ => {}
        }
    }
    last
}

fn cue(passage: &Passage<'_>, items: &[Item<'_>], at: usize) -> Option<(Cue, Option<Span>)> {
    let text = passage.text;
    let gap = items[at].gap.text(text);
    if let Some(mark) = passage.last(items[at].gap, Lists::IN_WHICH) {
        let rest = Span::new(mark.end(), items[at].gap.end).text(text);
        let rest = rest.trim_start_matches(['，', '：', '、']);
        let open = ["包括", "包含", "含", "主要", "有"].iter().any(|word| rest.starts_with(word));
        return Some((if open { Cue::Including } else { Cue::InWhich }, None));
    }
    let before = at.checked_sub(1).map(|last| &items[last]);
    // 不予公开188件，具体为：国家秘密2件.
    let told = gap.trim_start_matches(['，', '：', ' ']);
    if before.is_some() && IN_DETAIL.iter().any(|words| told.starts_with(words)) {
        return Some((Cue::InWhich, None));
    }
    if let Some(before) = before {
        let after = before.right.text(text);
        if after.ends_with('中') && matches!(before.stop, '，' | '：') && after.chars().count() <= 16 {
            return Some((Cue::InWhich, None));
        }
        if items[at].depth > before.depth {
            let bare = gap.trim_start_matches(|c: char| c != '（' && c != '(');
            let inside = bare.trim_start_matches(['（', '(']);
            let attached = gap.len() == bare.len();
            if attached && inside.len() < bare.len() {
                let open = ["含", "包括", "包含", "不含", "主要"].iter().any(|word| inside.starts_with(word));
                let excluded = inside.starts_with("不含") || inside.starts_with("不包括");
                if excluded {
                    return None;
                }
                return Some((if open { Cue::Including } else { Cue::Parenthesis }, None));
            }
        }
    }
    if let Some(mark) = before.and_then(|_| passage.last(items[at].gap, Lists::INCLUDING)) {
        // 11条，包括概况、职能等；执法15条: what it names has no figures, and the next part is none of it.
        let names = Span::new(mark.end(), items[at].gap.end).text(text);
        if !(names.contains('；') || names.contains("等，")) {
            return Some((Cue::Including, None));
        }
    }
    if let Some(before) = before {
        let own = items[at].left.text(text).trim_start();
        let rest = Span::new(items[at].quantity.span.end, items[items.len() - 1].right.end);
        if own.starts_with('由') && passage.any(rest, Lists::MADE_OF) {
            return Some((Cue::Made, None));
        }
        if before.stop == '：' && before.depth == items[at].depth && !gap.contains(['，', '；']) {
            return Some((Cue::Colon, None));
        }
    }
    if let Some(lead) = passage.clauses_back(items[at].gap).nth(1) {
        let lead = lead.text(text).trim();
        let view =
            lead.starts_with('从') && lead.ends_with('看') || lead.starts_with('按') && lead.ends_with('分');
        // 从办理结果看: of the applications, whatever the sentence before tells of.
        let words = passage.span(lead);
        let of_applications =
            before.is_none() && passage.any(words, Lists::BY_APPLICANT.and(Lists::BY_RESULT));
        if view || of_applications {
            return Some((Cue::View, Some(words).filter(|_| of_applications)));
        }
        // 在主动公开的信息中，A 16条.
        // 在办结的申请中, 办结的申请中.
        if let Some(inside) = lead.strip_suffix('中')
            && before.is_none()
            && (inside.starts_with('在') || inside.ends_with("申请"))
        {
            return Some((Cue::InWhich, Span::of(inside.trim_start_matches('在'), text)));
        }
        // 主动公开政府信息的主要类别有：A 16条.
        let kinds = lead.contains("类别") && lead.ends_with(['有', '为', '是', '别']);
        if kinds && before.is_none() && gap.contains('：') {
            return Some((Cue::View, Span::of(lead, text)));
        }
    }
    None
}

/// Words that spell out what stands before.
const IN_DETAIL: [&str; 8] =
    ["内有", "内含", "具体为", "具体是", "具体如下", "分别为：", "分别是：", "具体情况为"];

/// The figures of the sentence that may be the whole of the list that begins at `at`.
fn wholes(passage: &Passage<'_>, items: &[Item<'_>], kinds: &[MentionKind], at: usize) -> Vec<usize> {
    let depth = items[at].depth;
    let mut found: Vec<usize> = Vec::new();
    for before in (0..at).rev() {
        if !kinds[before].is_amount() || items[before].depth > depth {
            continue;
        }
        // Inside a parenthesis, what it stands behind.
        if items[before].depth < depth {
            if found.is_empty() {
                found.push(before);
            }
            return found;
        }
        found.push(before);
        // A semicolon ends what 其中 can reach, unless it opens its own clause right behind it.
        let own = &items[before];
        if own.gap.text(passage.text).contains('；') || passage.any(own.left, Lists::IN_WHICH) {
            break;
        }
    }
    found
}

impl List {
    /// Whether the list names its parts without doubt.
    pub(super) const fn is_explicit(&self) -> bool {
        matches!(self.cue, Cue::InWhich | Cue::Parenthesis)
    }
}
