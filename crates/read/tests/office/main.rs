//! Word documents, workbooks and OpenDocument, as small as they can be, against the blocks that they are.
#![cfg(all(feature = "docx", feature = "odf", feature = "xlsx"))]

mod files;
mod looks;
mod open_document;
mod refusals;
mod word;
mod workbooks;

use gongkai_document::{Block, Document};
use gongkai_read::read;

/// A document as lines: `# ` before headings, `| ` between cells, `<` where a cell reaches, `⏎` for a line's end.
fn shown(document: &Document) -> String {
    let lines = document.blocks().iter().map(|block| match *block {
        Block::Heading(level, span) => format!("{} {}", "#".repeat(level.into()), document.slice(span)),
        Block::Paragraph(span) => document.slice(span).to_owned(),
        Block::Row(row) => {
            let cells = document.cells(row).iter().map(|cell| {
                let reached = " | <".repeat(usize::from(cell.column_span) - 1);
                document.slice(cell.span).replace('\n', "⏎") + &reached
            });
            format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check(bytes: &[u8], expected: &str) {
    let found = read("report", bytes).map_or_else(|error| error.to_string(), |document| shown(&document));
    let expected: Vec<&str> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(found, expected.join("\n"));
}

/// The refusal says `english` and, in Chinese, `chinese`.
#[track_caller]
fn check_refused(bytes: &[u8], english: &str, chinese: &str) {
    let error = read("report", bytes).expect_err("the file is refused");
    assert!(error.to_string().contains(english), "{error}");
    assert!(error.chinese().contains(chinese), "{}", error.chinese());
    assert!(!error.chinese().contains("a "), "{}", error.chinese());
}
