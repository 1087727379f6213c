//! Facts as CSV: a header, then one row per fact, in the columns of `gongkai read --format csv`.

use super::loose::{
    LEVELS, LooseFact, LooseReport, LooseUnit, MEASURES, PRESENCES, Placed, STATUSES, Words, cell, decimal,
    unit, word, year,
};
use super::problem::{At, Problem};
use csv::StringRecord;
use gongkai_model::{Agency, BoundBy, Locator, Place};

/// The columns that are read, in any order; others are passed over.
const COLUMNS: [&str; 18] = [
    "source",
    "template",
    "agency",
    "level",
    "region",
    "year",
    "indicator",
    "measure",
    "presence",
    "value",
    "unit",
    "status",
    "raw",
    "repaired",
    "repair_basis",
    "line",
    "column",
    "page",
];

/// Whether a line is the header of such a table.
pub(super) fn is_header(line: &str) -> bool {
    let has = |name: &str| line.split(',').any(|it| it.trim().trim_matches('"') == name);
    has("indicator") && (has("value") || has("presence"))
}

/// Every report of a table: rows of one source, agency and year that follow each other.
pub(super) fn reports(text: &str) -> Vec<Result<LooseReport, Problem>> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let header = match reader.headers() {
        Ok(header) => Header::of(header),
        Err(error) => return vec![Err(broken(&error))],
    };
    let mut out: Vec<Result<LooseReport, Problem>> = Vec::new();
    let mut current: Option<[String; 3]> = None;
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                out.push(Err(broken(&error)));
                break;
            }
        };
        let row = Row { header: &header, record: &record };
        let key = ["source", "agency", "year"].map(|name| row.get(name).unwrap_or_default().to_owned());
        if current.as_ref() != Some(&key) {
            out.push(row.report());
            current = Some(key);
        }
        let Some(last) = out.last_mut() else { break };
        if let Ok(report) = last {
            match row.fact() {
                Ok(fact) => report.facts.push(fact),
                // The first wrong row of a report is told; its others are passed over.
                Err(problem) => *last = Err(problem),
            }
        }
    }
    if out.is_empty() {
        out.push(Err(Problem::missing(At::Line(2), "", ("每行一项数据", "one row per fact"))));
    }
    out
}

fn broken(error: &csv::Error) -> Problem {
    let line = error.position().map_or(1, |it| it.line() as u32);
    Problem::value(At::Line(line), "", ("一行CSV", "a row of CSV"), &error.to_string())
        .advise("请检查引号", "check the quotes")
}

/// Where each column stands.
struct Header([Option<usize>; COLUMNS.len()]);

impl Header {
    fn of(record: &StringRecord) -> Self {
        Self(COLUMNS.map(|name| record.iter().position(|it| it.trim() == name)))
    }

    fn position(&self, name: &str) -> Option<usize> {
        self.0[COLUMNS.iter().position(|it| *it == name)?]
    }
}

struct Row<'a> {
    header: &'a Header,
    record: &'a StringRecord,
}

impl<'a> Row<'a> {
    fn at(&self) -> At {
        At::Line(self.record.position().map_or(1, |it| it.line() as u32))
    }

    /// The column `name`, when there is one and it is not empty.
    fn get(&self, name: &str) -> Option<&'a str> {
        self.record.get(self.header.position(name)?).filter(|it| !it.trim().is_empty())
    }

    fn placed(&self, name: &str) -> Option<Placed<String>> {
        Some(Placed { value: self.get(name)?.trim().to_owned(), at: self.at(), field: name.to_owned() })
    }

    fn map<T>(
        &self,
        name: &str,
        read: impl Fn(At, &str, &str) -> Result<T, Problem>,
    ) -> Result<Option<T>, Problem> {
        self.get(name).map(|text| read(self.at(), name, text.trim())).transpose()
    }

    fn word<T: Copy>(&self, name: &str, words: Words<T>) -> Result<Option<T>, Problem> {
        self.map(name, |at, field, text| word(at, field, text, words))
    }

    fn count(&self, name: &str) -> Result<Option<u32>, Problem> {
        self.map(name, |at, field, text| {
            text.parse().map_err(|_| {
                Problem::value(at, field, ("一个非负整数", "a whole number, zero or more"), text)
            })
        })
    }

    fn report(&self) -> Result<LooseReport, Problem> {
        let level = self.word("level", LEVELS)?.unwrap_or_default();
        let agency =
            self.get("agency").map(|name| Agency { jurisdiction: None, name: name.to_owned(), level });
        Ok(LooseReport {
            at: Some(self.at()),
            source: self.get("source").map(str::to_owned),
            agency,
            region: self.get("region").map(str::to_owned),
            year: self.map("year", year)?,
            ..LooseReport::default()
        })
    }

    fn fact(&self) -> Result<LooseFact, Problem> {
        // The level is the report's, taken from its first row; a slip in a later one is a slip all the same.
        self.word("level", LEVELS)?;
        let Some(id) = self.placed("indicator") else {
            return Err(Problem::missing(self.at(), "indicator", ("指标名", "the id of an indicator")));
        };
        let value = self.map("value", decimal)?;
        let status = self.word("status", STATUSES)?;
        let presence = cell(&id, self.word("presence", PRESENCES)?, value, status)?;
        let unit = self.map("unit", unit)?;
        let (line, column, page) = (self.count("line")?, self.count("column")?, self.count("page")?);
        let raw = self.header.position("raw").and_then(|at| self.record.get(at)).map(str::to_owned);
        Ok(LooseFact {
            template: self.placed("template"),
            measure: self.word("measure", MEASURES)?.unwrap_or_default(),
            presence,
            value,
            // A table that has the column and leaves it empty says no more than the form does.
            unit: unit.map_or(LooseUnit::Unsaid, LooseUnit::Printed),
            raw,
            note: None,
            bound_by: BoundBy::Label,
            status,
            candidates: Vec::new(),
            span: line.map(|line| Place { start: 0, end: 0, line, column: column.unwrap_or(1) }),
            locator: page.map(|page| Locator { page: Some(page), sheet: None, cell: None }),
            id,
        })
    }
}
