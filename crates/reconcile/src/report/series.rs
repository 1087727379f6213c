//! One agency's reports over the years: carry-over, stocks and flows, cumulative columns, jumps, copied reports.
//!
//! [`Archive`] keeps a [`Brief`] of every report of other years and finds the one before; [`check`] confronts a report
//! with it. What the other year does not show is undetermined, never a finding; reorganisations and changed scopes
//! are named in a note, not accused.

mod archive;
mod carry;
mod cumulative;
mod growth;
mod jump;
mod likeness;
mod stock;

pub use archive::{Archive, Previous};

use super::across::{Confrontation, Draft};
use super::brief::Figure;
use super::{Brief, Prose};
use gongkai_model::{Measure, Message, Outcome, Report, Scope, Severity};

/// The tag of figures of the report of the year before.
const PREVIOUS: &str = "previous";

/// A report beside the one of the year before.
struct Pair<'a> {
    report: &'a Report,
    new: &'a Brief,
    old: &'a Brief,
}

/// Confronts `report`, whose sentences `prose` sketches, with the report of the year before.
pub fn check(report: &Report, prose: &Prose, previous: &Previous<'_>) -> Confrontation {
    let mut out = Confrontation::default();
    if report.unreadable.is_some() {
        return out;
    }
    let new = Brief::of(report, prose.clone());
    let pair = Pair { report, new: &new, old: previous.brief };
    if let Some(remark) = remark(&pair, previous) {
        out.findings.push(remark);
    }
    if previous.is_year_before {
        carry::check(&pair, &mut out);
        stock::check(&pair, &mut out);
        growth::check(&pair, &mut out);
        jump::check(&pair, &mut out);
    }
    if previous.is_earlier {
        cumulative::check(&pair, previous.is_year_before, &mut out);
    }
    likeness::check(&pair, previous, &mut out);
    out
}

/// That the report given as last year's is another agency's by its name, or of another year.
fn remark(pair: &Pair<'_>, previous: &Previous<'_>) -> Option<gongkai_model::Finding> {
    let (source, name) = (&pair.old.source, pair.old.name());
    let mut zh = Vec::new();
    let mut en = Vec::new();
    if previous.is_other_name {
        let ours = pair.new.name();
        zh.push(format!("机关名称为“{name}”，本报告为“{ours}”"));
        en.push(format!("it is of “{name}” and this report of “{ours}”"));
    }
    if !previous.is_year_before {
        let year = |year: Option<u16>| year.map_or_else(|| "?".to_owned(), |it| it.to_string());
        let (old, new) = (year(pair.old.year), year(pair.new.year));
        zh.push(format!("年度为{old}，不是{new}年度的上一年，结转等没有核对"));
        en.push(format!("it is of {old}, not of the year before {new}, so the carry-over was not checked"));
    }
    if zh.is_empty() {
        return None;
    }
    let draft = Draft {
        rule: "previous-differs",
        severity: Severity::Note,
        outcome: Outcome::Undetermined,
        message: Message::new(
            format!("作为上年报告给出的“{source}”：{}；请确认是否给对了文件。", zh.join("；")),
            format!(
                "Of “{source}”, given as last year's report: {}; make sure it is the right file.",
                en.join("; ")
            ),
        ),
        sides: None,
        facts: Vec::new(),
    };
    Some(draft.finding(pair.report))
}

impl<'a> Pair<'a> {
    fn new_figure(&self, id: &str) -> Option<&'a Figure> {
        self.new.figure(id, Measure::Year)
    }

    fn old_figure(&self, id: &str) -> Option<&'a Figure> {
        self.old.figure(id, Measure::Year)
    }

    /// Why figures of the two years may differ and nothing be wrong: a reorganisation, another scope, another name.
    fn excuse(&self) -> Option<Message> {
        let told = |prose: &Prose| prose.reorganised();
        if let Some(words) = told(&self.new.prose).or(told(&self.old.prose)) {
            return Some(Message::new(
                format!("报告提到“{words}”，可能因此不同"),
                format!("the reports speak of “{words}”, which may be why"),
            ));
        }
        if let (Scope::Own, Scope::Aggregate) | (Scope::Aggregate, Scope::Own) =
            (self.new.scope, self.old.scope)
        {
            return Some(Message::new(
                "两年的统计范围不同（本机关、本地区汇总）",
                "the two years cover different bodies (one the agency alone, one its whole area)",
            ));
        }
        None
    }

    /// The other report in words: year, file, line.
    fn other(&self, line: u32) -> (String, String) {
        let (zh_year, en_year) = match self.old.year {
            Some(year) => (format!("{year}年度报告"), format!("report of {year}")),
            None => ("上年报告".to_owned(), "last year's report".to_owned()),
        };
        let source = &self.old.source;
        match line {
            0 => (format!("{zh_year}（{source}）"), format!("{en_year} ({source})")),
            _ => (format!("{zh_year}（{source}第{line}行）"), format!("{en_year} ({source}, line {line})")),
        }
    }

    /// This report in words.
    fn this(&self) -> (String, String) {
        match self.new.year {
            Some(year) => (format!("{year}年度报告"), format!("report of {year}")),
            None => ("本报告".to_owned(), "this report".to_owned()),
        }
    }
}
