//! Reports without tables: the free text of 2008 to 2013, and later ones whose tables are missing.
//!
//! Basis: 中华人民共和国政府信息公开条例 (2007) 第三十二条, which lists what a report must tell and lays down no table.
//! Its facts are the figures of its sentences. From 2014 on a form was laid down: there a sentence is a sentence, no
//! fact is made of it, and the missing tables are a finding.

use crate::implied::Implied;
use gongkai_extract::{Document, Extractor, Prose, Template, fact_told, indicators_told_as, register};
use gongkai_model::{Body, Indicator, Mention, Message, Period, Report};

static FORM: Template = Template {
    id: "free-form",
    title: "正文式年度报告（无统计表）",
    name: "Report in free text, without tables",
    basis: "《中华人民共和国政府信息公开条例》（2007年）第三十二条",
    years: "2008-2013",
    tables: &[],
    identities: &[],
    indicators: &[],
};

/// The last year for which no form of tables was laid down for the whole country.
const LAST_YEAR: u16 = 2013;

/// So many kinds of figures make any text a report of this kind; with a report's title one is enough.
const ENOUGH: usize = 3;

/// The claim of a text that speaks of publishing and tells no figure that the catalogue knows, in percent.
const LEAST: usize = 10;

struct FreeForm;

impl Extractor for FreeForm {
    fn template(&self) -> &'static Template {
        &FORM
    }

    fn read_prose(&self, document: &Document, report: &Report) -> Option<Prose> {
        let is_free = report.year.or_else(|| only_year(report)).is_some_and(|year| year <= LAST_YEAR);
        let implied = if is_free { Implied::of(document, report) } else { Implied::default() };
        let as_then = |mention| {
            let own = || if is_free { earlier(mention) } else { later(mention) };
            implied.name(mention, own)
        };
        let told = indicators_told_as(report, as_then);
        // A report that says so, or part of one that speaks of publishing, has sentences to check, whatever they count.
        let is_ours = names_itself(report) || report.mentions.iter().any(|mention| mention.text.contains("公开"));
        if told.is_empty() && (!is_ours || report.mentions.is_empty()) {
            return None;
        }
        let titled = report.title.as_deref().is_some_and(|title| title.contains("报告"));
        let percent = if titled { 100 } else { (100 * told.len().min(ENOUGH) / ENOUGH).max(LEAST) };
        let names: Vec<&str> = told.iter().map(|(indicator, _)| indicator.label()).collect();
        let english: Vec<&str> = told.iter().map(|(indicator, _)| indicator.name()).collect();
        let evidence = if told.is_empty() {
            Message::new("标题或正文说的是信息公开", "its title or its sentences speak of disclosure")
        } else {
            Message::new(
                format!("正文写有：{}", names.join("、")),
                format!("its sentences tell: {}", english.join("; ")),
            )
        };
        // 区政府本级收到4件，各部门收到9件: where others counted beside it, the own figure is no whole.
        let others: Vec<&str> = report
            .mentions
            .iter()
            .filter(|it| matches!(it.body, Body::Departments | Body::Lower))
            .filter_map(as_then)
            .collect();
        let is_part = |(indicator, mentions): &(Indicator, Vec<&Mention>)| {
            mentions.iter().all(|it| implied.is_of_some(it)) && others.contains(&indicator.id())
        };
        let facts = told.iter().filter(|it| is_free && !is_part(it));
        let facts = facts.map(|(indicator, mentions)| fact_told(*indicator, mentions)).collect();
        Some(Prose { percent: percent as u8, evidence, facts })
    }
}

/// Whether the title is that of a report of this kind.
fn names_itself(report: &Report) -> bool {
    let title = report.title.as_deref().unwrap_or_default();
    title.contains("信息公开") && (title.contains("报告") || title.contains("年报"))
}

/// What the words of the forms of 2019 and later count was counted under other heads before: an answer, not a result.
const EARLIER: &[(&str, &str)] = &[
    ("applications.outcome.granted_full.total", "applications.replied.granted_full"),
    ("applications.outcome.granted_part.total", "applications.replied.granted_part"),
];

/// What an answer is called, whatever the sentence around it: 同意公开的934件, “不予公开”61件.
const ANSWERS: &[(&str, &str)] = &[
    ("同意公开", "applications.replied.granted_full"),
    ("同意部分公开", "applications.replied.granted_part"),
    ("不予公开", "applications.replied.denied.total"),
    ("不同意公开", "applications.replied.denied.total"),
    ("否决公开", "applications.replied.denied.total"),
];

/// The answer that the words before a figure name, and nothing else.
fn answer(text: &str) -> Option<&'static str> {
    let words = text.split(|c: char| c.is_ascii_digit()).next()?;
    let words = words.trim_matches(|c: char| "“”\"‘’「」的有为共".contains(c) || c.is_whitespace());
    ANSWERS.iter().find(|it| it.0 == words).map(|it| it.1)
}

/// What the forms of 2019 ask for first: before, 行政许可220项 was the length of a list of powers.
const LATER: &[&str] = &[
    "proactive.licensing.",
    "proactive.other_external_services.",
    "proactive.penalties.",
    "proactive.coercive_measures.",
    "proactive.administrative_fees.",
    "proactive.central_procurement.",
];

/// The indicator of a figure in a report of the years before 2014.
fn earlier(mention: &Mention) -> Option<&str> {
    match (mention.indicator.as_deref(), mention.group) {
        (None, None) => answer(&mention.text),
        (Some(id), _) if LATER.iter().any(|later| id.starts_with(later)) => None,
        (None, Some("applications.outcome.denied")) => Some("applications.replied.denied.total"),
        // 办结 closes an application, 答复 answers it.
        (Some("applications.processed.total"), _) if mention.text.contains("答复") => {
            Some("applications.replied.total")
        }
        (Some("applications.processed.total"), _) => Some("applications.closed.total"),
        (Some(id), _) => Some(EARLIER.iter().find(|it| it.0 == id).map_or(id, |it| it.1)),
        (None, Some(_)) => None,
    }
}

/// The indicator of a figure as its words have it.
fn later(mention: &Mention) -> Option<&str> {
    mention.indicator.as_deref()
}

/// The year that every dated sentence names, where the report has no title.
fn only_year(report: &Report) -> Option<u16> {
    let mut years = report.mentions.iter().filter_map(|mention| match mention.period {
        Period::Year(year) => Some(year),
        _ => None,
    });
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}

register!(FreeForm);
