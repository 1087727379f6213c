//! The boxes of the form that hold words: names, numbers of registrations, 是 or 否.
//!
//! No figure tells such a row from a sentence, so it is read in code: what stands behind the label in its line.

use gongkai_extract::plan::TablePlan;
use gongkai_extract::sheet::Sheet;
use gongkai_extract::strip::{Piece, Strip};
use gongkai_extract::survey::Survey;
use gongkai_extract::{Block, Column, Row, Table, TableReading};
use gongkai_model::{BoundBy, Presence, Span, Status};

pub(crate) const TABLE: Table = Table::new(
    2,
    "政府网站工作年度报表（文字项）",
    &[],
    &[Block {
        columns: &[Column::new("", "内容")],
        rows: &[
            Row::new("网站名称", "website-report.site.name"),
            Row::new("首页网址", "website-report.site.address"),
            Row::new("主办单位", "website-report.site.sponsor"),
            Row::new("网站类型", "website-report.site.kind"),
            Row::new("政府网站标识码", "website-report.site.code"),
            Row::new("ICP备案号", "website-report.site.icp"),
            Row::new("公安机关备案号", "website-report.site.police"),
            Row::new("是否发布服务事项目录", "website-report.services.catalogue"),
            Row::new("是否使用统一平台", "website-report.messages.platform"),
            Row::new("是否提供智能问答", "website-report.answers.automatic"),
            Row::new("是否建立安全监测预警机制", "website-report.security.warning"),
            Row::new("是否开展应急演练", "website-report.security.drill"),
            Row::new("是否明确网站安全责任人", "website-report.security.officer"),
            Row::new("是否有移动新媒体", "website-report.media.present"),
            Row::new("名称", "website-report.weibo.name").under("微博"),
            Row::new("名称", "website-report.wechat.name").under("微信"),
            Row::new("其他", "website-report.media.other").under("移动新媒体"),
            Row::new("创新发展", "website-report.innovation"),
        ],
    }],
);

/// Where the boxes stand: each row of the form, in its order, at the first line that is left with its label.
fn boxes<'s, 'd>(table: &TablePlan, sheet: &'s Sheet<'d>) -> Vec<(usize, usize, &'s Piece)> {
    let mut found = Vec::new();
    let mut from = 0;
    for (row, plan) in table.rows.iter().enumerate() {
        let named = |strip: &'s Strip<'d>| {
            strip.label.iter().find(|piece| plan.keys.iter().any(|key| key == sheet.folded(piece)))
        };
        let next = (from..sheet.strips.len()).find_map(|at| Some((row, at, named(&sheet.strips[at])?)));
        if let Some(it) = next {
            from = it.1 + 1;
            found.push(it);
        }
    }
    found
}

pub(crate) fn survey(table: &TablePlan, sheet: &Sheet<'_>) -> Survey {
    let found = boxes(table, sheet);
    let mut survey = Survey::default();
    let (Some(first), Some(last)) = (found.first(), found.last()) else { return survey };
    survey.lines = sheet.strips[first.1].line..sheet.strips[last.1].line + 1;
    survey.chain = found.iter().map(|&(row, strip, _)| (strip, row)).collect();
    survey.rows = found.len();
    survey.score = (1000 * found.len() / table.rows.len()) as u32;
    survey
}

pub(crate) fn read(table: &TablePlan, sheet: &Sheet<'_>) -> TableReading {
    let mut reading = TableReading::missing(table);
    let mut whole: Option<Span> = None;
    for (row, at, label) in boxes(table, sheet) {
        let line = sheet.lines[sheet.strips[at].line].span;
        let behind = Span::new(label.span.end, line.end);
        let text = sheet.document.slice(behind);
        let words = text.trim_matches(|c: char| c.is_whitespace() || c == '|');
        let span = Span::of(words, sheet.document.text()).unwrap_or(behind);
        let fact = &mut reading.facts[table.rows[row].first_cell];
        fact.presence = if words.is_empty() { Presence::Blank } else { Presence::Text };
        fact.status = Status::Read;
        fact.bound_by = BoundBy::Label;
        words.clone_into(&mut fact.raw);
        fact.note = ticked(words).map(str::to_owned);
        fact.span = Some(sheet.place(span));
        reading.strips.push(at);
        whole = Some(whole.map_or(line, |whole| whole.cover(line)));
    }
    reading.span = whole.map(|whole| sheet.place(whole));
    reading
}

/// Marks of the answer that is chosen.
const TICKS: [char; 6] = ['√', '☑', '■', '✓', '✔', '☒'];

/// Marks of the others.
const EMPTY: [char; 4] = ['□', '☐', '○', '▢'];

/// The answer of a box with 是 and 否: the one that is ticked when not both are, or the only one printed.
fn ticked(words: &str) -> Option<&'static str> {
    let marks: String =
        words.chars().filter(|c| !c.is_whitespace() && !"()（）[]【】、／/".contains(*c)).collect();
    if let Some(only) = ["是", "否"].into_iter().find(|answer| *answer == marks) {
        return Some(only);
    }
    // √是□否 has its marks before the answers, 是√否□ behind them; 是√否 says neither.
    let is_mark = |c: char| TICKS.contains(&c) || EMPTY.contains(&c);
    let is_before = marks.starts_with(is_mark);
    if !is_before && !marks.ends_with(is_mark) {
        return None;
    }
    let is_ticked = |answer: char| {
        marks.split_once(answer).is_some_and(|(before, behind)| {
            let mark = if is_before { before.chars().next_back() } else { behind.chars().next() };
            mark.is_some_and(|mark| TICKS.contains(&mark))
        })
    };
    match (is_ticked('是'), is_ticked('否')) {
        (true, false) => Some("是"),
        (false, true) => Some("否"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::ticked;

    #[test]
    fn the_answer_with_the_mark_is_the_one() {
        for (words, expected) in [
            ("√是　□否", Some("是")),
            ("□是 ☑否", Some("否")),
            ("是√ 否□", Some("是")),
            ("是（　）否（√）", Some("否")),
            ("■ 是 / □ 否", Some("是")),
            ("是", Some("是")),
            ("是　√否", None),
            ("□是　□否", None),
            ("√是　√否", None),
            ("是　否", None),
            ("", None),
        ] {
            assert_eq!(ticked(words), expected, "{words}");
        }
    }
}
