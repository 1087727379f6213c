//! What is wrong with a file of facts: where, which field, what was expected, what was found, what to do.

use gongkai_model::Message;
use gongkai_text::{LineIndex, Position};

/// The most characters of a wrong value that are repeated.
const MOST_SHOWN: usize = 40;

/// A place in the file; columns are counted only when somebody is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum At {
    /// Byte offset.
    Byte(u32),
    /// Line, from 1.
    Line(u32),
}

/// Why facts were not accepted; boxed, for it travels through every reader of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Problem(Box<Fault>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Fault {
    at: At,
    /// The field, as a path: `facts[3].value`, or the name of a column.
    field: String,
    expected: Message,
    found: Message,
    advice: Message,
}

impl Problem {
    /// A value that is not what it should be; `found` is shown in quotes and shortened.
    pub(super) fn value(at: At, field: &str, expected: (&str, &str), found: &str) -> Self {
        let shown = shown(found);
        Self(Box::new(Fault {
            at,
            field: field.to_owned(),
            expected: Message::new(expected.0, expected.1),
            found: Message::new(format!("“{shown}”"), format!("“{shown}”")),
            advice: Message::new("请改正后重试", "correct it and try again"),
        }))
    }

    /// Something that should be there and is not.
    pub(super) fn missing(at: At, field: &str, expected: (&str, &str)) -> Self {
        Self(Box::new(Fault {
            at,
            field: field.to_owned(),
            expected: Message::new(expected.0, expected.1),
            found: Message::new("没有这一项", "nothing"),
            advice: Message::new("请补上后重试", "add it and try again"),
        }))
    }

    /// The same with other advice.
    #[must_use]
    pub(super) fn advise(mut self, zh: impl Into<String>, en: impl Into<String>) -> Self {
        self.0.advice = Message::new(zh, en);
        self
    }

    /// In both languages, with the place in `text`.
    pub(super) fn message(&self, text: &str, lines: &LineIndex) -> Message {
        let (place_zh, place_en) = match self.0.at {
            At::Line(line) => (format!("第{line}行"), format!("line {line}")),
            At::Byte(offset) => {
                let Position { line, column } = lines.position(text, offset);
                (format!("第{line}行第{column}列"), format!("line {line}, column {column}"))
            }
        };
        let (field_zh, field_en) = match self.0.field.as_str() {
            "" => (String::new(), String::new()),
            field => (format!("字段 {field}"), format!(", field {field}")),
        };
        Message {
            zh: format!(
                "{place_zh}{field_zh}：应为{}，但为{}；{}",
                self.0.expected.zh, self.0.found.zh, self.0.advice.zh
            ),
            en: format!(
                "{place_en}{field_en}: expected {}, found {}; {}",
                self.0.expected.en, self.0.found.en, self.0.advice.en
            ),
        }
    }
}

fn shown(found: &str) -> String {
    let mut chars = found.chars().map(|c| if c.is_control() { ' ' } else { c });
    let head: String = chars.by_ref().take(MOST_SHOWN).collect();
    if chars.next().is_some() { head + "…" } else { head }
}
