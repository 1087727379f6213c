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

const TABLES: &[Table] = &[Table {
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
}];

const STAFF: Template = Template {
    id: "honest",
    title: "机构情况",
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
    assert!(told.message.en.contains("foreign") && told.message.zh.contains("foreign"), "{:?}", told.message);
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
    assert!(evidence.iter().any(|it| it.contains("panicked (no such row)")), "{evidence:?}");
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
    assert_eq!(Registry::new([]).unwrap_err(), RegistryError::Empty);
}
