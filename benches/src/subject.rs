//! One input with everything before each stage made ready.

use crate::Stage;
use gongkai::document::Document;
use gongkai::grammar::narrative::{Chapter, Frame, narrative};
use gongkai::model::{Fact, Presence, Report};
use gongkai::reconcile::report::Rules;
use gongkai::reconcile::{Batch, Comparison, Observation, Outcome, Residual, System, Verdicts};
use gongkai::render::{Lang, Shape, json};
use gongkai::text::Decimal;
use gongkai::text::normalise::{Context, normalise};
use gongkai::text::quantity::{Found, Options, scan};
use gongkai::{Audit, Engine, Registry};
use std::cell::RefCell;
use std::hint::black_box;

/// The name the input goes by; it is part of the audit's digest.
const SOURCE: &str = "bench.txt";

/// An input, and what each stage needs of the stages before it.
#[derive(Debug)]
pub struct Subject {
    engine: Engine,
    registry: Registry,
    text: String,
    document: Document,
    report: Report,
    tables: Vec<Table>,
}

/// Records of each table in the stage [`Stage::Batch`].
pub const BATCH: usize = 64;

/// The relations of one table, with buffers for its cells.
#[derive(Debug)]
struct Table {
    system: System,
    batch: Batch,
    first_fact: usize,
    cells: RefCell<Cells>,
}

#[derive(Debug, Default)]
struct Cells {
    values: Vec<i64>,
    missing: Vec<bool>,
    residuals: Vec<Residual>,
    rows: Vec<i64>,
    verdicts: Verdicts,
    observations: Vec<Observation>,
    outcomes: Vec<Outcome>,
}

impl Subject {
    /// Makes `text`, a whole report, ready for every stage.
    ///
    /// # Panics
    /// When `text` is no report: a bench over an error path measures nothing.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let engine = Engine::linked().expect("the built-in forms agree");
        let registry = Registry::linked().expect("the built-in forms agree");
        let mut rules = Rules::new();
        for plan in registry.plans() {
            for table in &plan.tables {
                rules.add(plan.template.id, table.form.number, table.form_cells(), plan.template.identities);
            }
        }
        let document = gongkai::read::read(SOURCE, text.as_bytes()).expect("an input is text");
        let report = engine.read_document(SOURCE, &document);
        assert!(report.unreadable.is_none(), "an input is claimed by a form");
        let tables = report.tables.iter().filter_map(|table| {
            let system = rules.system(&table.template, table.number)?.clone();
            let cells = Cells {
                values: vec![0; system.variables()],
                missing: vec![true; system.variables()],
                residuals: vec![Residual::default(); system.relations()],
                ..Cells::default()
            };
            Some(Table {
                batch: Batch::new(&system),
                system,
                first_fact: table.first_fact,
                cells: RefCell::new(cells),
            })
        });
        let tables = tables.collect();
        let subject = Self { engine, registry, text, document, report, tables };
        subject.run(Stage::Identities);
        subject.tables.iter().for_each(Table::spread);
        subject
    }

    /// The input.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Runs `stage` once; the answer is a number that changes when the work does.
    pub fn run(&self, stage: Stage) -> u64 {
        let answer = match stage {
            Stage::Normalise => normalise(&self.text, Context::Narrative).text().len(),
            Stage::Quantities => quantities(&self.text),
            Stage::Grid => {
                let document = gongkai::read::read(SOURCE, self.text.as_bytes());
                document.map_or(0, |document| black_box(document).blocks().len())
            }
            Stage::Claim => self.registry.claims(&self.document).len(),
            Stage::Sentences => self.sentences(),
            Stage::Read => self.registry.extract(SOURCE, &self.document).report.facts.len(),
            Stage::Kernel => self.tables.iter().map(Table::kernel).sum(),
            Stage::Batch => self.tables.iter().map(Table::batch).sum(),
            Stage::Intervals => self.tables.iter().map(Table::intervals).sum(),
            Stage::Identities => self.tables.iter().map(|table| table.identities(&self.report.facts)).sum(),
            Stage::Check => self.engine.check_report(self.report.clone()).outcomes.satisfied as usize,
            Stage::Audit => self.audit().outcomes.satisfied as usize,
        };
        answer as u64
    }

    /// How much the sentences say, read as extraction has them read.
    fn sentences(&self) -> usize {
        let tables = self.report.tables.iter().filter_map(|table| Some(table.span?.span()));
        let chapters = self.report.sections.iter().map(|section| Chapter {
            number: section.number,
            start: section.span.start,
            applications: section.title.contains("申请"),
            proceedings: section.title.contains("诉讼"),
        });
        let (tables, chapters): (Vec<_>, Vec<_>) = (tables.collect(), chapters.collect());
        let has = |id: &str| self.report.fact(id).is_some();
        let frame = Frame {
            tables: &tables,
            chapters: &chapters,
            year: self.report.year,
            is_government: true,
            has: Some(&has),
        };
        let said = narrative(&self.document, &frame);
        said.mentions.len() + said.statements.len()
    }

    /// The audit of the input.
    pub fn audit(&self) -> Audit {
        self.engine.check(SOURCE, self.text.as_bytes())
    }

    /// FNV-1a over the audit's JSON: equal digests are equal audits, down to every span and message.
    pub fn digest(audit: &Audit) -> u64 {
        gongkai::text::label::digest(&json::audit(audit, Lang::Zh, Shape::Line))
    }
}

/// How many quantities `text` holds once it is normalised, what was rejected apart.
fn quantities(text: &str) -> usize {
    let clean = normalise(text, Context::Narrative);
    let mut count = 0;
    scan(clean.text(), Options::OFFICIAL, |found| count += usize::from(matches!(found, Found::Quantity(_))));
    count
}

impl Table {
    /// How many relations hold on the integers that are in the buffers.
    fn kernel(&self) -> usize {
        let cells = &mut *self.cells.borrow_mut();
        self.system.residuals(black_box(&cells.values), &cells.missing, &mut cells.residuals);
        let residuals = cells.residuals.iter().enumerate();
        let holds = residuals.filter(|(relation, residual)| {
            residual.missing == 0
                && match self.system.comparison(*relation) {
                    Some(Comparison::Equal) => residual.difference == 0,
                    Some(Comparison::AtMost) => residual.difference <= 0,
                    Some(Comparison::AtLeast) => residual.difference >= 0,
                    None => false,
                }
        });
        holds.count()
    }

    /// Fills the buffers of the other paths from the integers that are there.
    fn spread(&self) {
        let cells = &mut *self.cells.borrow_mut();
        cells.rows = cells.values.repeat(BATCH);
        let rounded = |(at, &value): (usize, &i64)| match at % 2 {
            0 => Observation::Exact(value),
            _ => Observation::Rounded { value, ulp: 2 },
        };
        cells.observations = cells.values.iter().enumerate().map(rounded).collect();
    }

    /// How many records hold.
    fn batch(&self) -> usize {
        let cells = &mut *self.cells.borrow_mut();
        self.batch.check_rows(black_box(&cells.rows), &mut cells.verdicts);
        (0..BATCH).filter(|record| cells.verdicts.holds(*record)).count()
    }

    /// How many relations hold by the general path.
    fn intervals(&self) -> usize {
        let cells = &mut *self.cells.borrow_mut();
        self.system.evaluate_all(black_box(&cells.observations), &mut cells.outcomes);
        cells.outcomes.iter().filter(|outcome| outcome.holds()).count()
    }

    /// The same, after the integers were taken from the table's facts.
    fn identities(&self, facts: &[Fact]) -> usize {
        {
            let cells = &mut *self.cells.borrow_mut();
            let own = black_box(facts).get(self.first_fact..).unwrap_or_default();
            for ((fact, value), missing) in own.iter().zip(&mut cells.values).zip(&mut cells.missing) {
                let printed = (fact.presence == Presence::Number).then_some(fact.value).flatten();
                let whole = printed.and_then(Decimal::to_i64);
                (*value, *missing) = (whole.unwrap_or(0), whole.is_none());
            }
        }
        self.kernel()
    }
}
