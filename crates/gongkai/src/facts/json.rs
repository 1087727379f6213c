//! Facts as JSON: objects of schema `gongkai.report/1` or `gongkai.audit/1`, one, in an array, or one a line.
//!
//! Every value keeps its place in the file, so that what is wrong with it can be pointed at.

use super::loose::{
    BINDINGS, LEVELS, LooseFact, LooseReport, LooseTable, LooseUnit, MEASURES, PRESENCES, Placed, SCOPES,
    SEVERITIES, STATUSES, Words, cell, decimal, unit, word, year,
};
use super::problem::{At, Problem};
use gongkai_model::{
    Agency, BoundBy, Contact, Diagnostic, JointReading, Locator, Message, Place, Section, Unread,
};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// The schemas that are accepted.
const SCHEMAS: [&str; 2] = ["gongkai.report/1", "gongkai.audit/1"];

/// Every report of a file, each accepted or not.
pub(super) fn reports(text: &str) -> Vec<Result<LooseReport, Problem>> {
    let start = text.len() - text.trim_start().len();
    if text[start..].starts_with('[') {
        return match serde_json::from_str::<Vec<&RawValue>>(text) {
            Ok(values) => values.into_iter().map(|raw| report(text, raw)).collect(),
            Err(error) => vec![Err(syntax(&error, text, 0).0)],
        };
    }
    let mut out = Vec::new();
    let mut from = start;
    while from < text.len() {
        let mut stream = serde_json::Deserializer::from_str(&text[from..]).into_iter::<&RawValue>();
        let failed = loop {
            match stream.next() {
                Some(Ok(raw)) => out.push(report(text, raw)),
                Some(Err(error)) => break Some(error),
                None => break None,
            }
        };
        let Some(error) = failed else { break };
        let (problem, broken) = syntax(&error, text, from);
        out.push(Err(problem));
        if error.is_eof() {
            break;
        }
        // One bad line does not stop the rest: go on where the next object begins a line.
        match text[broken..].find("\n{") {
            Some(at) => from = broken + at + 1,
            None => break,
        }
    }
    out
}

/// The problem, and the offset of the line it is on; parsing began at byte `from`.
fn syntax(error: &serde_json::Error, text: &str, from: usize) -> (Problem, usize) {
    let line = error.line().checked_sub(2).and_then(|nth| text[from..].match_indices('\n').nth(nth));
    let line = from + line.map_or(0, |(at, _)| at + 1);
    // The parser counts bytes; it stops behind what it does not understand.
    let offset = (line + error.column().saturating_sub(1)).min(text.len());
    let said = error.to_string();
    let said = said.split(" at line ").next().unwrap_or_default();
    let problem = Problem::value(At::Byte(offset as u32), "", ("符合语法的JSON", "well-formed JSON"), said)
        .advise("请检查此处的括号、引号和逗号", "check brackets, quotes and commas here");
    (problem, line)
}

/// A value with its path.
#[derive(Clone)]
struct Node<'a> {
    /// The whole file.
    text: &'a str,
    raw: &'a RawValue,
    path: String,
}

/// An object's fields in order; a key that is repeated stands twice.
struct Fields<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Fields<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Fields<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(Fields(fields))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

/// An object whose fields are looked up by name.
struct Object<'a> {
    node: Node<'a>,
    fields: Vec<(String, &'a RawValue)>,
}

impl<'a> Node<'a> {
    fn at(&self) -> At {
        // The raw value is a slice of the text, so the distance of their beginnings is its offset.
        At::Byte((self.raw.get().as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize) as u32)
    }

    fn is_null(&self) -> bool {
        self.raw.get() == "null"
    }

    fn wrong(&self, zh: &str, en: &str) -> Problem {
        Problem::value(self.at(), &self.path, (zh, en), self.raw.get())
    }

    fn object(self) -> Result<Object<'a>, Problem> {
        let Ok(Fields(mut fields)) = serde_json::from_str(self.raw.get()) else {
            return Err(self.wrong("一个对象", "an object"));
        };
        fields.sort_by(|left, right| left.0.cmp(&right.0));
        if let Some(twice) = fields.windows(2).find(|pair| pair[0].0 == pair[1].0) {
            let (name, raw) = (&twice[1].0, twice[1].1);
            let second = Node { text: self.text, raw, path: join(&self.path, name) };
            return Err(second
                .wrong("对象中每个名称只出现一次", "each name once in an object")
                .advise("请删去重复的一项", "drop one of the two"));
        }
        Ok(Object { node: self, fields })
    }

    fn list(&self) -> Result<Vec<Node<'a>>, Problem> {
        let Ok(items) = serde_json::from_str::<Vec<&'a RawValue>>(self.raw.get()) else {
            return Err(self.wrong("一个数组", "an array"));
        };
        let node = |(at, raw)| Node { text: self.text, raw, path: format!("{}[{at}]", self.path) };
        Ok(items.into_iter().enumerate().map(node).collect())
    }

    fn string(&self) -> Result<String, Problem> {
        serde_json::from_str(self.raw.get()).map_err(|_| self.wrong("一个字符串", "a string"))
    }

    fn number(&self) -> Result<u32, Problem> {
        serde_json::from_str(self.raw.get())
            .map_err(|_| self.wrong("一个非负整数", "a whole number, zero or more"))
    }

    fn word<T: Copy>(&self, words: Words<T>) -> Result<T, Problem> {
        word(self.at(), &self.path, &self.string()?, words)
    }

    fn placed(&self) -> Result<Placed<String>, Problem> {
        Ok(Placed { value: self.string()?, at: self.at(), field: self.path.clone() })
    }
}

impl<'a> Object<'a> {
    /// The field `name`, unless it is absent or null.
    fn get(&self, name: &str) -> Option<Node<'a>> {
        self.find(name).filter(|node| !node.is_null())
    }

    fn find(&self, name: &str) -> Option<Node<'a>> {
        let at = self.fields.binary_search_by(|(field, _)| field.as_str().cmp(name)).ok()?;
        let path = join(&self.node.path, name);
        Some(Node { text: self.node.text, raw: self.fields[at].1, path })
    }

    fn need(&self, name: &str, expected: (&str, &str)) -> Result<Node<'a>, Problem> {
        self.get(name).ok_or_else(|| Problem::missing(self.node.at(), &join(&self.node.path, name), expected))
    }

    fn map<T>(
        &self,
        name: &str,
        read: impl Fn(&Node<'a>) -> Result<T, Problem>,
    ) -> Result<Option<T>, Problem> {
        self.get(name).map(|node| read(&node)).transpose()
    }

    fn each<T>(&self, name: &str, read: impl Fn(Node<'a>) -> Result<T, Problem>) -> Result<Vec<T>, Problem> {
        match self.get(name) {
            Some(node) => node.list()?.into_iter().map(read).collect(),
            None => Ok(Vec::new()),
        }
    }

    fn text(&self, name: &str) -> Result<Option<String>, Problem> {
        self.map(name, Node::string)
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

fn report<'a>(text: &'a str, raw: &'a RawValue) -> Result<LooseReport, Problem> {
    let object = Node { text, raw, path: String::new() }.object()?;
    let expected = SCHEMAS.join("、");
    let schema = object.need("schema", (&expected, &SCHEMAS.join(" or ")))?;
    if !SCHEMAS.contains(&schema.string()?.as_str()) {
        return Err(schema.wrong(&expected, &SCHEMAS.join(" or ")));
    }
    let unreadable = object.text("unreadable")?;
    let mut out = LooseReport {
        at: Some(object.node.at()),
        source: object.text("source")?,
        template: object.map("template", Node::placed)?,
        title: object.text("title")?,
        agency: object.map("agency", agency)?,
        region: object.text("region")?,
        year: object.map("year", |node| year(node.at(), &node.path, node.raw.get()))?,
        scope: object.map("scope", |node| node.word(SCOPES))?.unwrap_or_default(),
        period: object.map("period", period)?,
        contact: object.map("contact", contact)?.unwrap_or_default(),
        sections: object.each("sections", section)?,
        joint: object.each("joint", joint)?,
        unread: object.each("unread", unread)?,
        diagnostics: object.each("diagnostics", diagnostic)?,
        unreadable: unreadable.map(|why| Message::new(why.clone(), why)),
        ..LooseReport::default()
    };
    if object.get("tables").is_some() {
        out.tables = Some(object.each("tables", table)?);
    }
    if out.unreadable.is_none() {
        object.need("facts", ("数据的数组", "the array of facts"))?;
    }
    out.facts = object.each("facts", fact)?;
    Ok(out)
}

fn agency(node: &Node<'_>) -> Result<Agency, Problem> {
    let object = node.clone().object()?;
    Ok(Agency {
        name: object.need("name", ("机关名称", "the name of the agency"))?.string()?,
        jurisdiction: object.text("jurisdiction")?,
        level: object.map("level", |node| node.word(LEVELS))?.unwrap_or_default(),
    })
}

fn period(node: &Node<'_>) -> Result<[String; 2], Problem> {
    let days = node.list()?.iter().map(Node::string).collect::<Result<Vec<_>, _>>()?;
    days.try_into().map_err(|_| node.wrong("起止两个日期", "two dates, the first and the last day"))
}

fn contact(node: &Node<'_>) -> Result<Contact, Problem> {
    let object = node.clone().object()?;
    Ok(Contact {
        unit: object.text("unit")?,
        address: object.text("address")?,
        postcode: object.text("postcode")?,
        phone: object.each("phone", |node| node.string())?,
        fax: object.each("fax", |node| node.string())?,
        email: object.text("email")?,
        website: object.text("website")?,
    })
}

fn place(node: &Node<'_>) -> Result<Place, Problem> {
    let object = node.clone().object()?;
    let number = |name: &str| object.need(name, ("一个非负整数", "a whole number, zero or more"))?.number();
    Ok(Place {
        start: number("start")?,
        end: number("end")?,
        line: number("line")?,
        column: number("column")?,
    })
}

/// The place of something that cannot be shown without one.
fn placed(object: &Object<'_>) -> Result<Place, Problem> {
    place(&object.need("span", ("位置", "its place"))?)
}

fn section(node: Node<'_>) -> Result<Section, Problem> {
    let object = node.object()?;
    Ok(Section {
        number: object.need("number", ("章节号", "the number of the chapter"))?.number()?,
        title: object.text("title")?.unwrap_or_default(),
        span: placed(&object)?,
    })
}

fn joint(node: Node<'_>) -> Result<JointReading, Problem> {
    let object = node.object()?;
    let count = |name: &str| Ok(object.map(name, Node::number)?.unwrap_or_default() as usize);
    Ok(JointReading {
        facts: object.each("facts", |node| Ok(node.number()? as usize))?,
        rejected: object.each("rejected", |node| node.list()?.iter().map(Node::string).collect())?,
        cells: count("cells")?,
        figures: count("figures")?,
        unused: object.each("unused", |node| node.string())?,
    })
}

fn unread(node: Node<'_>) -> Result<Unread, Problem> {
    let object = node.object()?;
    let why = object.text("why")?.unwrap_or_default();
    Ok(Unread {
        text: object.text("text")?.unwrap_or_default(),
        why: Message::new(why.clone(), why),
        span: placed(&object)?,
    })
}

fn diagnostic(node: Node<'_>) -> Result<Diagnostic, Problem> {
    let object = node.object()?;
    let message = object.text("message")?.unwrap_or_default();
    Ok(Diagnostic {
        code: object.text("code")?.unwrap_or_default().into(),
        severity: object
            .need("severity", ("note、warning、error之一", "one of note, warning, error"))?
            .word(SEVERITIES)?,
        message: Message::new(message.clone(), message),
        span: object.map("span", place)?,
    })
}

fn table(node: Node<'_>) -> Result<LooseTable, Problem> {
    let object = node.object()?;
    let number = object.need("number", ("表号", "the number of the table"))?;
    Ok(LooseTable {
        number: number
            .number()?
            .try_into()
            .map_err(|_| number.wrong("小于256的表号", "a table number below 256"))?,
        template: object.need("template", ("格式名", "the id of a form"))?.placed()?,
        span: object.map("span", place)?,
    })
}

fn fact(node: Node<'_>) -> Result<LooseFact, Problem> {
    let object = node.object()?;
    let id = object.need("id", ("指标名", "the id of an indicator"))?.placed()?;
    let value = object.map("value", |node| {
        let text = node.string().map_err(|_| {
            node.wrong("加引号的十进制数，如 \"4482.67\"", "a decimal in quotes such as \"4482.67\"").advise(
                "请给数加上引号，以免变成浮点数",
                "quote the number, so that nothing makes a float of it",
            )
        })?;
        decimal(node.at(), &node.path, &text)
    })?;
    let status = object.map("status", |node| node.word(STATUSES))?;
    let presence = cell(&id, object.map("presence", |node| node.word(PRESENCES))?, value, status)?;
    let unit = match object.find("unit") {
        Some(node) if node.is_null() => LooseUnit::Absent,
        Some(node) => LooseUnit::Printed(unit(node.at(), &node.path, &node.string()?)?),
        None => LooseUnit::Unsaid,
    };
    Ok(LooseFact {
        template: object.map("template", Node::placed)?,
        measure: object.map("measure", |node| node.word(MEASURES))?.unwrap_or_default(),
        presence,
        value,
        unit,
        raw: object.text("raw")?,
        note: object.text("note")?,
        bound_by: object.map("bound_by", |node| node.word(BINDINGS))?.unwrap_or(BoundBy::Label),
        status,
        candidates: object.each("candidates", |node| node.string())?,
        span: object.map("span", place)?,
        locator: object.map("locator", locator)?,
        id,
    })
}

fn locator(node: &Node<'_>) -> Result<Locator, Problem> {
    let object = node.clone().object()?;
    Ok(Locator {
        page: object.map("page", Node::number)?,
        sheet: object.text("sheet")?,
        cell: object.text("cell")?,
    })
}
