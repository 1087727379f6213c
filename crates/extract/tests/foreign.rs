//! Extractors that misbehave, each beside an honest one: the honest one reads, and a diagnostic names the other.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use gongkai_document::{Builder, Document};
use gongkai_extract::plan::TablePlan;
use gongkai_extract::sheet::Sheet;
use gongkai_extract::survey::Survey;
use gongkai_extract::{
    Block, Column, Extractor, Needs, Registration, Registry, RegistryError, Row, Table, TableReading,
    Template, read_table,
};
use gongkai_model::Severity;
use gongkai_text::{Carrier, Span};

const TABLES: &[Table] = &[TABLE];

const TABLE: Table = Table {
    number: 1,
    caption: "机构情况",
    needs: Needs::USUAL,
    headings: &["统计指标"],
    blocks: &[Block {
        columns: &[Column::new("", "统计数")],
        rows: &[
            Row::new("（三）从事政府信息公开工作人员数", "capacity.staff.total"),
            Row::new("1.专职人员数", "capacity.staff.full_time"),
            Row::new("2.兼职人员数", "capacity.staff.part_time"),
        ],
    }],
};

const STAFF: Template = Template {
    id: "honest",
    title: "机构情况",
    name: "Staff",
    basis: "a test",
    years: "",
    tables: TABLES,
    identities: &[],
    indicators: &[],
};

static HONEST: Template = STAFF;
static FOREIGN: Template = Template { id: "foreign", ..STAFF };

struct Honest;
impl Extractor for Honest {
    fn template(&self) -> &'static Template {
        &HONEST
    }
}

/// Does one thing wrong: while it is asked what it sees, or while it reads.
struct Foreign {
    survey: fn(&TablePlan, &Sheet<'_>) -> Survey,
    read: fn(&TablePlan, &Sheet<'_>, &Survey) -> TableReading,
}

impl Extractor for Foreign {
    fn template(&self) -> &'static Template {
        &FOREIGN
    }

    fn survey(&self, table: &TablePlan, sheet: &Sheet<'_>) -> Survey {
        (self.survey)(table, sheet)
    }

    fn read_table(&self, table: &TablePlan, sheet: &Sheet<'_>, survey: &Survey) -> TableReading {
        (self.read)(table, sheet, survey)
    }
}

/// Sees the table whole, wherever it looks.
fn everything(_: &TablePlan, sheet: &Sheet<'_>) -> Survey {
    let mut survey = Survey::default();
    survey.lines = 0..sheet.lines.len();
    (survey.rows, survey.headers, survey.columns, survey.score) = (99, 99, 99, 1000);
    survey
}

fn nothing(table: &TablePlan, _: &Sheet<'_>, _: &Survey) -> TableReading {
    TableReading::missing(table)
}

fn document(lines: &[&str]) -> Document {
    let mut builder = Builder::new(lines.join("\n"), Carrier::Text);
    let mut start = 0;
    for line in lines {
        builder.paragraph(Span::new(start, start + line.len() as u32));
        start += line.len() as u32 + 1;
    }
    builder.finish()
}

fn staff() -> Document {
    document(&["从事政府信息公开工作人员数 78", "专职人员数 38", "兼职人员数 40"])
}

/// Reads the staff table with `foreign` beside the honest form: all is read, and `code` tells of it.
#[track_caller]
fn check(foreign: &'static Foreign, code: &str) {
    let entry = |extractor: &'static dyn Extractor| Registration { extractor, file: file!() };
    let registry = Registry::new([entry(foreign), entry(&Honest)]).unwrap();
    let report = registry.extract("staff", &staff()).report;
    assert_eq!(report.template.as_deref(), Some("honest"));
    assert_eq!(report.fact("capacity.staff.full_time").unwrap().value.unwrap().to_string(), "38");
    let said: Vec<&str> = report.diagnostics.iter().map(|it| it.code.as_ref()).collect();
    assert_eq!(said, [code]);
    let told = &report.diagnostics[0];
    assert_eq!(told.severity, Severity::Warning);
    // Who, what was expected, what to do, in both languages.
    for words in ["extractor foreign", "expected ", "tell the author"] {
        assert!(told.message.en.contains(words), "{words}: {:?}", told.message);
    }
    for words in ["格式“foreign”", "应", "请告知该格式的作者"] {
        assert!(told.message.zh.contains(words), "{words}: {:?}", told.message);
    }
    for (words, text) in [("tell the author", &told.message.en), ("请告知该格式的作者", &told.message.zh)]
    {
        assert_eq!(text.matches(words).count(), 1, "{text}");
    }
    // Alone it reads nothing, and nothing is passed over in silence.
    let report = Registry::new([entry(foreign)]).unwrap().extract("staff", &staff()).report;
    assert!(report.facts.iter().all(|fact| fact.value.is_none()));
    assert!(!report.diagnostics.is_empty());
}

/// One test for each misbehaviour: what it sees, how it reads, and the code of the diagnostic.
macro_rules! contained {
    ($($name:ident: $survey:expr, $read:expr => $code:literal;)*) => {$(
        #[test]
        fn $name() {
            static FOREIGN: Foreign = Foreign { survey: $survey, read: $read };
            check(&FOREIGN, $code);
        }
    )*};
}

contained! {
    panics_where_it_looks: |_, _| panic!("no such row"), read_table => "extractor-panicked";
    panics_where_it_reads: everything, |_, _, _| panic!("no such cell") => "extractor-panicked";
    looks_on_and_on: |table, sheet| loop { let _ = Survey::new(table, sheet); }, read_table => "extractor-exhausted";
    folds_on_and_on: |_, sheet| loop {
        for piece in sheet.strips.iter().flat_map(|strip| &strip.label) { let _ = sheet.folded(piece); }
    }, read_table => "extractor-exhausted";
    reads_on_and_on: everything, |table, sheet, survey| loop {
        let _ = read_table(table, sheet, survey);
    } => "extractor-exhausted";
    aligns_on_and_on: everything, |table, sheet, survey| loop {
        let _ = gongkai_extract::align::align(table, sheet, survey);
    } => "extractor-exhausted";
    claims_everything_and_reads_nothing: everything, nothing => "claim-unfounded";
    scores_beyond_the_scale: |table, sheet| {
        let mut survey = everything(table, sheet);
        survey.score = u32::MAX;
        survey
    }, nothing => "extractor-contradicts-itself";
    sees_strips_that_are_not_there: |table, sheet| {
        let mut survey = everything(table, sheet);
        survey.chain = vec![(usize::MAX, 0)];
        survey
    }, read_table => "extractor-contradicts-itself";
    gives_fewer_facts_than_cells: everything, |_, _, _| TableReading::default() => "extractor-contradicts-itself";
}

#[test]
fn a_claim_tells_of_the_failure() {
    static FOREIGN: Foreign = Foreign { survey: |_, _| panic!("no such row"), read: read_table };
    let registry = Registry::new([Registration { extractor: &FOREIGN, file: file!() }]).unwrap();
    let claims = registry.claims(&staff());
    let evidence: Vec<&str> = claims[0].claim.evidence.iter().map(|it| it.en.as_str()).collect();
    assert!(evidence.iter().any(|it| it.contains("found a panic (no such row)")), "{evidence:?}");
}

/// The evidence of the claims of the honest form and of one with another row, on `lines`.
#[track_caller]
fn check_claims(lines: &[&str], honest: &str, longer: &str) {
    static LONGER: Template = Template {
        id: "longer",
        tables: &[Table {
            blocks: &[Block {
                columns: &[Column::new("", "统计数")],
                rows: &[
                    Row::new("（三）从事政府信息公开工作人员数", "capacity.staff.total"),
                    Row::new("1.专职人员数", "capacity.staff.full_time"),
                    Row::new("2.兼职人员数", "capacity.staff.part_time"),
                    Row::new("（四）政府信息公开专项经费", "capacity.budget"),
                ],
            }],
            ..TABLE
        }],
        ..STAFF
    };
    struct Longer;
    impl Extractor for Longer {
        fn template(&self) -> &'static Template {
            &LONGER
        }
    }
    let entry = |extractor: &'static dyn Extractor| Registration { extractor, file: file!() };
    let claims = Registry::new([entry(&Honest), entry(&Longer)]).unwrap().claims(&document(lines));
    let evidence = |at: usize| claims[at].claim.evidence[0].en.as_str();
    assert_eq!([evidence(0), evidence(1)], [honest, longer]);
}

#[test]
fn claims_say_what_was_missed_and_what_became_of_them() {
    check_claims(
        &["从事政府信息公开工作人员数 78", "专职人员数 38", "兼职人员数 40"],
        "table 1 (机构情况): 3 of 3 rows, 0 headers seen; read by this form",
        "table 1 (机构情况): 3 of 4 rows, 0 headers seen; not seen by their labels: “（四）政府信息公开专项经费”; honest fits better and reads it",
    );
    check_claims(
        &["专职人员数 38", "经费 4"],
        "table 1 (机构情况): 1 of 3 rows, 0 headers seen, too little to claim it (it needs 3 rows, or 1 and 2 headers); not seen by their labels: “（三）从事政府信息公开工作人员数”“2.兼职人员数”",
        "table 1 (机构情况): 1 of 4 rows, 0 headers seen, too little to claim it (it needs 3 rows, or 1 and 2 headers); not seen by their labels: “（三）从事政府信息公开工作人员数”“2.兼职人员数”“（四）政府信息公开专项经费”",
    );
}

#[test]
fn the_budget_grows_with_the_document() {
    /// Looks as often as a form may that looks a few times at every line.
    static THOROUGH: Foreign = Foreign {
        survey: |table, sheet| {
            for _ in 0..40 {
                let _ = Survey::new(table, sheet);
            }
            Survey::new(table, sheet)
        },
        read: read_table,
    };
    for size in [1, 100, 5000] {
        let mut lines = vec!["从事政府信息公开工作人员数 78", "专职人员数 38", "兼职人员数 40"];
        lines.resize(3 + size, "某项工作 7");
        let registry = Registry::new([Registration { extractor: &THOROUGH, file: file!() }]).unwrap();
        let report = registry.extract("long", &document(&lines)).report;
        assert_eq!(report.diagnostics, [], "{size} lines");
        assert!(report.fact("capacity.staff.total").unwrap().value.is_some());
    }
}

#[test]
fn two_extractors_with_one_id_are_refused() {
    let entry = |file| Registration { extractor: &Honest, file };
    let refused = Registry::new([entry("b.rs"), entry("a.rs")]).unwrap_err();
    assert_eq!(refused, RegistryError::Duplicate { id: "honest", first: "a.rs", second: "b.rs" });
    for words in ["a.rs", "b.rs", "honest"] {
        let told = refused.message();
        assert!(told.zh.contains(words) && told.en.contains(words), "{words}: {told:?}");
    }
    assert_eq!(Registry::new([]).unwrap_err(), RegistryError::Empty);
}
