//! A table that is published alone: its year and its agency stand above it, without the title of a report.

use crate::report::title::{squeeze, subject, year_in};
use gongkai_document::{Block, Document};

/// Blocks of the beginning that are searched.
const FRONT: usize = 40;

/// The longest caption, and the longest name of a body, in characters.
const LONGEST: usize = 40;

/// What stands before the name of the body that fills a table in.
const FILLED_IN_BY: [&str; 6] = ["填报单位", "填报机关", "填表单位", "报送单位", "报表单位", "单位名称"];

/// What stands behind it in the same line.
const BEHIND: [&str; 12] = [
    "填报日期",
    "填报时间",
    "填表日期",
    "填报人",
    "填表人",
    "报出日期",
    "报送日期",
    "日期",
    "单位负责人",
    "负责人",
    "联系",
    "计量单位",
];

/// What stands above a table that is published alone.
pub(crate) struct Alone {
    lines: Vec<String>,
}

impl Alone {
    /// The first lines and cells of `document`.
    pub(crate) fn of(document: &Document) -> Self {
        let mut lines = Vec::new();
        for block in document.blocks().iter().take(FRONT) {
            match block {
                Block::Paragraph(span) | Block::Heading(_, span) => {
                    lines.push(squeeze(document.slice(*span)));
                }
                Block::Row(row) => {
                    lines.extend(document.cells(*row).iter().map(|cell| squeeze(document.slice(cell.span))));
                }
            }
        }
        Self { lines }
    }

    /// The captions: 某县2012年政府信息公开情况统计表, 政府信息公开情况统计表（2012年度）.
    fn captions(&self) -> impl Iterator<Item = &str> {
        let is_caption = |line: &&String| {
            let core = line.split(['（', '(']).next().unwrap_or_default();
            core.ends_with('表')
                && core.contains("信息公开")
                && line.chars().count() <= LONGEST
                && !line.contains(['，', '。', ',', '、'])
        };
        self.lines.iter().filter(is_caption).map(String::as_str)
    }

    /// The year in the caption, or alone in a line: （2012年度）. None where they name several.
    pub(crate) fn year(&self) -> Option<u16> {
        let is_year = |line: &&String| {
            let bare = line.trim_matches(['（', '）', '(', ')']);
            bare.chars().count() <= 6 && bare.trim_end_matches("度").ends_with('年')
        };
        let alone = self.lines.iter().filter(is_year).map(String::as_str);
        let mut years = self.captions().chain(alone).filter_map(year_in);
        let first = years.next()?;
        years.all(|year| year == first).then_some(first)
    }

    /// The body that filled the table in, or that its caption begins with.
    pub(crate) fn agency(&self) -> Option<String> {
        let named = self.lines.iter().find_map(|line| {
            let rest = FILLED_IN_BY.iter().find_map(|label| line.strip_prefix(label))?;
            let rest = ["（盖章）", "(盖章)", "（公章）", "(公章)", "（章）"]
                .iter()
                .find_map(|seal| rest.strip_prefix(seal))
                .unwrap_or(rest);
            let name = rest.strip_prefix(['：', ':'])?;
            let end = BEHIND.iter().filter_map(|behind| name.find(behind)).min().unwrap_or(name.len());
            is_name(&name[..end]).then(|| name[..end].to_owned())
        });
        named.or_else(|| self.captions().map(subject).find(|name| is_name(name)))
    }
}

/// Whether `name` may be that of a body or a place.
fn is_name(name: &str) -> bool {
    let is_han = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c) || "（）()".contains(c);
    (2..=LONGEST).contains(&name.chars().count())
        && name.chars().all(is_han)
        && !["附", "表", "全省", "全市", "全县", "全区", "各", "本年度"]
            .iter()
            .any(|words| name.starts_with(words))
}
