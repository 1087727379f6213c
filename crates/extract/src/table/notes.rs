//! What the reader of a table has to say about it.

use crate::form::plan::TablePlan;
use crate::form::template::Template;
use gongkai_model::{Diagnostic, Fact, Message, Place, Severity};

/// Says that figures of a table are gone because they stood elsewhere as well.
pub(crate) fn repeats_dropped(table: &TablePlan, place: Place) -> Diagnostic {
    let number = table.form.number;
    Diagnostic {
        code: "repeats-dropped".into(),
        severity: Severity::Warning,
        message: Message::new(
            format!(
                "表{number}每格一行，却没有两行数字相同：转成文本时重复的行被删去，空着的格未必没有数；请改用原网页或附件"
            ),
            format!(
                "table {number} has one cell a line and no figure twice: repeated lines were dropped on the way to text, \
                 and cells without a figure may have had one; use the page itself or its attachment"
            ),
        ),
        span: Some(place),
    }
}

/// A note that a damaged cell was read all the same.
pub(crate) fn repaired_note(fact: &Fact) -> Diagnostic {
    let value = fact.value.map(|value| value.to_string()).unwrap_or_default();
    Diagnostic {
        code: "damaged-cell".into(),
        severity: Severity::Note,
        message: Message::new(
            format!("“{}”应为数字，原文为“{}”，按{value}读取", fact.label, fact.raw),
            format!("expected a plain number for {}, found {:?}; read as {value}", fact.name(), fact.raw),
        ),
        span: fact.span,
    }
}

/// Says that a table of another form stands in the document, beside those that are read.
pub(crate) fn not_read(template: &Template, table: &TablePlan, at: Place) -> Diagnostic {
    let (id, number, caption) = (template.id, table.form.number, table.form.caption);
    Diagnostic {
        code: "table-not-read".into(),
        severity: Severity::Warning,
        message: Message::new(
            format!(
                "文件另有一张表，像是“{id}”的第{number}表（{caption}）；本报告按别的格式读取，这张表没有读；请单独保存后再检查"
            ),
            format!(
                "another table stands in the document, like table {number} of {id} ({caption}); the report is read by another form and that table is not; save it in a file of its own and check that"
            ),
        ),
        span: Some(at),
    }
}
