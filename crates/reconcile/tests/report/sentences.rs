//! What each check on sentences does, on figures put together by hand: no sentence is read here.

use gongkai_model::{
    Agency, Body, Carrier, Fact, Finding, Level, Mention, MentionKind, Period, Place, Presence, Report,
    Scope, Severity, Statement, StatementKind, Status, catalog,
};
use gongkai_reconcile::report::{Rules, check};
use gongkai_text::{Position, Span};

use gongkai_text::quantity::{Direction, Options, QuantityKind, recognise};

/// A figure as it may be printed: `86.83万件`, `95.9%`, `120余条`; each in a sentence of its own until told otherwise.
fn told(figure: &str) -> Mention {
    let quantity = recognise(figure, Options::OFFICIAL).quantities.swap_remove(0);
    let kind = match quantity.kind {
        QuantityKind::Percent => MentionKind::Share,
        QuantityKind::Money => MentionKind::Money,
        _ => MentionKind::Count,
    };
    Mention {
        text: figure.to_owned(),
        kind,
        value: quantity.value,
        unit: quantity.unit,
        ulp: quantity.ulp,
        approx: quantity.word.map(str::to_owned),
        direction: None,
        indicator: None,
        span: place(0),
        group: None,
        quantity: Some(quantity),
        subject: String::new(),
        body: Body::Unstated,
        period: Period::Unstated,
        section: Some(1),
        sentence: place(0),
    }
}

fn place(at: u32) -> Place {
    Place::new(Span::new(at, at + 1), Position { line: 1, column: at + 1 })
}

/// A figure of an indicator.
fn of(indicator: &str, figure: &str) -> Mention {
    Mention { indicator: Some(indicator.to_owned()), ..told(figure) }
}

fn by(body: Body, mention: Mention) -> Mention {
    Mention { body, ..mention }
}

fn growth(figure: &str, direction: Direction) -> Mention {
    Mention { kind: MentionKind::Growth, direction: Some(direction), ..told(figure) }
}

/// A report of a bureau, of itself alone.
fn bureau(mentions: Vec<Mention>) -> Report {
    let mut report = Report::empty("by hand", Carrier::Facts);
    report.year = Some(2023);
    report.scope = Scope::Own;
    let name = "某县水务局".to_owned();
    report.agency = Some(Agency { name, jurisdiction: None, level: Level::Department });
    report.mentions = mentions;
    for (at, mention) in report.mentions.iter_mut().enumerate() {
        mention.span = place(10 * u32::try_from(at).unwrap());
    }
    report
}

/// A report of a county, of all its bodies.
fn county(mentions: Vec<Mention>) -> Report {
    let mut report = bureau(mentions);
    report.scope = Scope::Aggregate;
    let name = "某县人民政府".to_owned();
    report.agency = Some(Agency { name, jurisdiction: Some("某县".to_owned()), level: Level::County });
    report
}

fn with_cells(mut report: Report, cells: &[(&str, &str)]) -> Report {
    for (id, value) in cells {
        let mut fact = Fact::not_found(catalog::find(id).unwrap());
        (fact.presence, fact.status) = (Presence::Number, Status::Confirmed);
        fact.value = Some(value.parse().unwrap());
        report.facts.push(fact);
    }
    report
}

fn saying(mut report: Report, kind: StatementKind) -> Report {
    report.statements.push(Statement { kind, span: place(0) });
    report
}

/// What is found, without what tables are said to lack.
fn found(report: Report) -> Vec<Finding> {
    let findings = check(report, &Rules::new()).findings;
    findings.into_iter().filter(|it| !it.mentions.is_empty() || it.rule == "statement-contradicts").collect()
}

#[track_caller]
fn finds(report: Report, expected: &[(Severity, &str)]) {
    let found: Vec<_> = found(report).into_iter().map(|it| (it.severity, it.rule)).collect();
    assert_eq!(found, expected);
}

const WARNING: Severity = Severity::Warning;
const NOTE: Severity = Severity::Note;

fn parts(figures: &[&str], closed: bool, overlapping: bool) -> Report {
    let mentions = figures.iter().map(|figure| told(figure)).collect();
    let parts = (1..figures.len()).collect();
    saying(bureau(mentions), StatementKind::Parts { wholes: vec![0], parts, closed, overlapping })
}

#[test]
fn parts_that_leave_nothing_out_make_up_their_whole() {
    finds(parts(&["283条", "27条", "109条", "138条", "9条"], true, false), &[]);
    finds(parts(&["283条", "27条", "109条", "138条", "8条"], true, false), &[(WARNING, "parts-disagree")]);
    // Each rounded by itself.
    finds(parts(&["70.67万条", "12.83万条", "57.83万条"], true, false), &[]);
    finds(parts(&["70.67万条", "12.83万条", "58.83万条"], true, false), &[(WARNING, "parts-disagree")]);
    finds(parts(&["13230余条", "7970条", "2309条", "132条", "2819条"], true, false), &[]);
}

#[test]
fn a_part_may_be_contained_in_another_unless_it_is_small() {
    finds(parts(&["2139条", "1744条", "393条", "21条", "2条"], true, false), &[(NOTE, "parts-disagree")]);
    finds(parts(&["139条", "100条", "37条", "3条", "2条"], true, false), &[(WARNING, "parts-disagree")]);
}

#[test]
fn an_open_list_is_wrong_only_where_a_part_exceeds_the_whole() {
    finds(parts(&["60条", "45条", "6条"], false, false), &[]);
    finds(parts(&["60条", "65条", "6条"], false, false), &[(WARNING, "parts-disagree")]);
    finds(parts(&["60条", "65条"], false, false), &[(WARNING, "parts-disagree")]);
    // A lone figure that is not exact may stand beside the other by chance.
    finds(parts(&["60条", "65余条"], false, false), &[(NOTE, "parts-disagree")]);
}

#[test]
fn what_stands_in_several_media_counts_once() {
    finds(parts(&["100条", "80条", "60条"], true, true), &[]);
    finds(parts(&["100条", "30条", "60条"], true, true), &[(WARNING, "parts-disagree")]);
}

fn share(part: &str, whole: &str, share: &str, firm: bool) -> Report {
    let report = bureau(vec![told(whole), told(part), told(share)]);
    saying(report, StatementKind::Share { share: 2, parts: vec![1], wholes: vec![0], firm })
}

#[test]
fn a_share_follows_from_its_figures() {
    finds(share("16条", "734条", "2.18%", true), &[]);
    finds(share("16条", "734条", "2.8%", true), &[(WARNING, "rate-does-not-follow")]);
    finds(share("82.27万件", "86.83万件", "95.9%", true), &[(WARNING, "rate-does-not-follow")]);
    // The words do not tie it to these figures.
    finds(share("16条", "734条", "2.8%", false), &[]);
    // Cut off, not rounded: the habit of the document.
    finds(share("20件", "94件", "21.2%", true), &[(NOTE, "rate-does-not-follow")]);
}

#[test]
fn shares_of_everything_add_up() {
    let of = |figures: &[&str]| {
        let report = bureau(figures.iter().map(|figure| told(figure)).collect());
        saying(report, StatementKind::Shares { shares: (0..figures.len()).collect() })
    };
    finds(of(&["33.3%", "33.3%", "33.3%"]), &[]);
    finds(of(&["33.3%", "33.3%", "38.3%"]), &[(WARNING, "rate-does-not-follow")]);
}

#[test]
fn growth_follows_from_what_it_grew_from() {
    let from = |base: Option<usize>, rate: &str| {
        let report = bureau(vec![told("37件"), told("114件"), growth(rate, Direction::Up)]);
        saying(report, StatementKind::Growth { growth: 2, current: Some(1), base })
    };
    finds(from(Some(0), "208.1%"), &[]);
    finds(from(Some(0), "280.1%"), &[(WARNING, "rate-does-not-follow")]);
    // Without its base it says what that was.
    let audit = check(from(None, "208.1%"), &Rules::new());
    assert_eq!(audit.derived[0].low.to_string(), "37");
    assert_eq!(audit.derived[0].high.unwrap().to_string(), "37");
}

const RECEIVED: &str = "applications.received.total";
const CELLS: [(&str, &str); 4] = [
    (RECEIVED, "1641"),
    ("applications.carried_in.total", "63"),
    ("applications.processed.total", "1635"),
    ("applications.carried_out.total", "69"),
];

#[test]
fn a_sentence_gives_the_figure_of_its_cell_or_another_reading() {
    let says = |figure: &str| with_cells(bureau(vec![of(RECEIVED, figure)]), &CELLS);
    finds(says("1641件"), &[]);
    finds(says("1600余件"), &[]);
    finds(says("1400余件"), &[(WARNING, "mention-disagrees")]);
    finds(says("0.16万件"), &[]);
    // New and carried in; newly received less carried out.
    finds(says("1704件"), &[(NOTE, "mention-disagrees")]);
    finds(says("1572件"), &[(NOTE, "mention-disagrees")]);
    finds(says("1500件"), &[(WARNING, "mention-disagrees")]);
}

#[test]
fn a_part_of_the_bodies_is_not_compared_with_all_of_them() {
    let says = |body: Body, figure: &str| with_cells(county(vec![by(body, of(RECEIVED, figure))]), &CELLS);
    finds(says(Body::Area, "1500件"), &[(WARNING, "mention-disagrees")]);
    finds(says(Body::Own, "212件"), &[(NOTE, "mention-disagrees")]);
    finds(says(Body::Departments, "1700件"), &[(WARNING, "mention-disagrees")]);
    // Nothing is said of whose it is: less may be the government's own.
    finds(says(Body::Unstated, "1500件"), &[(NOTE, "mention-disagrees")]);
    finds(says(Body::Unstated, "1700件"), &[(WARNING, "mention-disagrees")]);
    // But for one digit it is the cell: a slip.
    finds(says(Body::Unstated, "1541件"), &[(WARNING, "mention-disagrees")]);
}

#[test]
fn a_figure_nearby_tells_whose_figures_are_meant() {
    let both = |first: &str| {
        let mentions = vec![of(RECEIVED, first), of("applications.carried_out.total", "60件")];
        with_cells(county(mentions), &CELLS)
    };
    finds(both("1641件"), &[(WARNING, "mention-disagrees")]);
    finds(both("212件"), &[(NOTE, "mention-disagrees"), (NOTE, "mention-disagrees")]);
}

#[test]
fn another_year_is_another_figure() {
    let last = |period: Period| {
        let before = Mention { period, ..of(RECEIVED, "1461件") };
        with_cells(county(vec![of(RECEIVED, "1641件"), before]), &CELLS)
    };
    finds(last(Period::Year(2022)), &[]);
    finds(last(Period::Previous), &[]);
    finds(last(Period::Cumulative), &[]);
    finds(last(Period::PartOfYear), &[]);
    // Only last year's figure, where the report should give its own: perhaps its words were kept.
    let kept = Mention { period: Period::Year(2022), ..of("proactive.items_total", "60条") };
    finds(bureau(vec![kept]), &[(NOTE, "stale-year")]);
}

#[test]
fn everything_closed_and_something_carried_over_is_worth_a_note() {
    let all = saying(with_cells(bureau(vec![of(RECEIVED, "1641件")]), &CELLS), StatementKind::AllClosed);
    finds(all, &[(NOTE, "statement-contradicts")]);
    let none = [(RECEIVED, "5"), ("applications.carried_out.total", "0")];
    finds(saying(with_cells(bureau(vec![of(RECEIVED, "5件")]), &none), StatementKind::AllClosed), &[]);
}

#[test]
fn a_total_is_not_above_what_its_channels_carried() {
    let of_counties = |total: &str| {
        let lower = |id: &str, figure: &str| by(Body::Lower, of(id, figure));
        county(vec![
            lower("proactive.items_total", total),
            lower("proactive.channel.website", "217600条"),
            lower("proactive.channel.weibo", "37581条"),
            lower("proactive.channel.wechat", "72700条"),
            lower("proactive.channel.other", "209900条"),
        ])
    };
    finds(of_counties("537000条"), &[]);
    finds(of_counties("57.83万条"), &[(WARNING, "disclosed-above-channels")]);
}

#[test]
fn the_same_thing_said_twice_and_differently_is_worth_a_note() {
    let twice = |other: &str| {
        let words = |figure: &str| Mention {
            subject: "全县公开信息".to_owned(),
            ..of("proactive.items_total", figure)
        };
        bureau(vec![words("18529条"), words(other)])
    };
    finds(twice("18529条"), &[]);
    finds(twice("1.85万条"), &[]);
    finds(twice("18592条"), &[(NOTE, "mention-disagrees")]);
}

#[test]
fn applications_in_and_out_balance_where_only_sentences_tell_them() {
    let told = |done: &str, left: &str| {
        vec![
            of(RECEIVED, "12件"),
            of("applications.carried_in.total", "1件"),
            of("applications.processed.total", done),
            of("applications.carried_out.total", left),
        ]
    };
    finds(bureau(told("11件", "2件")), &[]);
    // 收到 may mean what was carried in too.
    finds(bureau(told("11件", "1件")), &[]);
    finds(bureau(told("11件", "4件")), &[(WARNING, "parts-disagree")]);
}
