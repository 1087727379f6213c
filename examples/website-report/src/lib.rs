//! 政府网站工作年度报表: the yearly form of a government website, as a format for gongkai from a project of its own.
//!
//! Basis: 国办函〔2018〕12号. The form is a list of figures, which `figures` holds as data, and among them boxes
//! with words in them (the site's name, 是 or 否), which data cannot say and `words` reads in code.
//!
//! A program has it in every engine once it names this crate: `use website_report as _;`.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod figures;
mod indicators;
mod words;

use gongkai_extract::plan::TablePlan;
use gongkai_extract::sheet::Sheet;
use gongkai_extract::survey::Survey;
use gongkai_extract::{Extractor, TableReading, Template, read_table, register};

/// The id of the form, and the beginning of the ids of its indicators.
pub const ID: &str = "website-report";

static FORM: Template = Template {
    id: ID,
    title: "政府网站工作年度报表",
    name: "Yearly form of a government website",
    basis: "国办函〔2018〕12号",
    years: "2017-",
    tables: &[figures::TABLE, words::TABLE],
    identities: figures::IDENTITIES,
    indicators: indicators::INDICATORS,
};

struct WebsiteReport;

impl Extractor for WebsiteReport {
    fn template(&self) -> &'static Template {
        &FORM
    }

    fn survey(&self, table: &TablePlan, sheet: &Sheet<'_>) -> Survey {
        if table.form.number == words::TABLE.number {
            words::survey(table, sheet)
        } else {
            Survey::new(table, sheet)
        }
    }

    fn read_table(&self, table: &TablePlan, sheet: &Sheet<'_>, survey: &Survey) -> TableReading {
        if table.form.number == words::TABLE.number {
            words::read(table, sheet)
        } else {
            read_table(table, sheet, survey)
        }
    }
}

register!(WebsiteReport);
