//! Who belongs to whom, as a table of two columns.

use crate::report::agencies::{key, place};
use gongkai_model::Message;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Words in the third column that mark the own level of the parent.
const OWN: &[&str] = &["own", "本级", "是"];

/// Names of the first column, by which a first line is known as a header.
const HEADER: &[&str] = &["parent", "上级", "上级单位", "上级机关", "上级部门", "主管单位"];

/// Which bodies report to which, in the order given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Membership {
    members: Vec<Member>,
    /// Positions of the members of each parent: by its name, its place, and as written.
    by_parent: BTreeMap<String, Vec<usize>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Member {
    pub(super) parent: String,
    pub(super) child: String,
    pub(super) is_own: bool,
    /// From 1.
    pub(super) line: usize,
}

/// Why a line is no entry of a membership table; `Display` is English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MembershipError {
    /// Line, from 1.
    pub line: usize,
    /// Expected, found, what to do, in both languages.
    pub message: Message,
}

impl fmt::Display for MembershipError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message.en)
    }
}

impl std::error::Error for MembershipError {}

impl MembershipError {
    fn new(line: usize, zh: &str, en: &str) -> Self {
        let message = Message::new(format!("第{line}行：{zh}"), format!("line {line}: {en}"));
        Self { line, message }
    }
}

/// The fields of a line; a comma in quotes parts nothing.
fn fields(line: &str) -> Vec<String> {
    let (mut fields, mut field, mut is_quoted) = (Vec::new(), String::new(), false);
    for c in line.chars() {
        match c {
            '"' => is_quoted = !is_quoted,
            ',' | '，' | '\t' if !is_quoted => fields.push(std::mem::take(&mut field)),
            _ => field.push(c),
        }
    }
    fields.push(field);
    fields.iter().map(|it| it.trim().to_owned()).collect()
}

/// The entry that `fields` of line `line` make.
fn entry(line: usize, fields: &[String]) -> Result<Member, MembershipError> {
    let field = |at: usize| fields.get(at).map_or("", String::as_str);
    let (parent, child, kind) = (field(0), field(1), field(2));
    for (name, zh, value) in [("parent", "上级", parent), ("child", "下级", child)] {
        if value.is_empty() {
            return Err(MembershipError::new(
                line,
                &format!("{zh}（{name}）没有填；每行应为“上级,下级”或“上级,下级,own”，请补上"),
                &format!("{name} is empty; expected parent,child or parent,child,own: fill it in"),
            ));
        }
    }
    let is_own = OWN.contains(&kind);
    if !is_own && !kind.is_empty() {
        return Err(MembershipError::new(
            line,
            &format!("第三栏（own）应为空、own或本级，但为“{kind}”；请改正"),
            &format!("own is expected to be empty, own or 本级, found “{kind}”; correct it"),
        ));
    }
    if let Some(more) = fields[3.min(fields.len())..].iter().find(|it| !it.is_empty()) {
        return Err(MembershipError::new(
            line,
            &format!("多出一栏“{more}”；每行应为“上级,下级”或“上级,下级,own”，名称中有逗号时请加引号"),
            &format!(
                "found a field too many, “{more}”; expected parent,child or parent,child,own: quote a name with a comma"
            ),
        ));
    }
    if parent == child {
        return Err(MembershipError::new(
            line,
            &format!("上级与下级都是“{parent}”；本级请另写名称或文件名，并在第三栏写own"),
            &format!(
                "parent and child are both “{parent}”; give the own level another name or its file, and own in the third column"
            ),
        ));
    }
    Ok(Member { parent: parent.to_owned(), child: child.to_owned(), is_own, line })
}

impl Membership {
    /// Reads lines of `parent,child` or `parent,child,own`: names of agencies as their reports print them, or of files
    /// as they are given to the program. The third column marks the parent's own level (本级). A first line
    /// `parent,child` or `上级,下级` is a header; empty lines and lines that begin with `#` are passed over. Fields may
    /// stand in quotes, and be parted by commas, full-width commas or tabs.
    ///
    /// # Errors
    /// When a field is missing, too many or not understood, a body belongs to itself, or an entry comes twice.
    ///
    /// ```
    /// use gongkai_reconcile::report::levels::Membership;
    /// assert!(Membership::parse("parent,child\n乙市,甲县\n乙市,乙市本级,own\n").is_ok());
    /// assert_eq!(Membership::parse("乙市\n").unwrap_err().line, 1);
    /// ```
    pub fn parse(text: &str) -> Result<Self, MembershipError> {
        let mut out = Self::default();
        let (mut is_first, mut seen) = (true, BTreeMap::new());
        for (at, text) in text.trim_start_matches('\u{FEFF}').lines().enumerate() {
            let (line, fields) = (at + 1, fields(text));
            let is_empty = fields.iter().all(String::is_empty);
            if is_empty || fields[0].starts_with('#') {
                continue;
            }
            let names = fields[0].to_lowercase();
            if std::mem::take(&mut is_first) && HEADER.contains(&names.as_str()) {
                continue;
            }
            let member = entry(line, &fields)?;
            if let Some(earlier) = seen.insert((key(&member.parent), member.child.clone()), line) {
                let child = &member.child;
                return Err(MembershipError::new(
                    line,
                    &format!("“{child}”在第{earlier}行已列入同一上级；请删去其中一行"),
                    &format!(
                        "“{child}” was named under the same parent in line {earlier}; remove one of the two"
                    ),
                ));
            }
            let mut names = vec![key(&member.parent), member.parent.clone()];
            names.extend(place(&member.parent));
            names.sort();
            names.dedup();
            for name in names {
                out.by_parent.entry(name).or_default().push(out.members.len());
            }
            out.members.push(member);
        }
        Ok(out)
    }

    pub(super) fn members(&self) -> &[Member] {
        &self.members
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// The members of the body called `name`, whose report is in the file `source`, in the order given.
    pub(super) fn below(&self, name: &str, source: &str) -> Vec<&Member> {
        let names = [Some(key(name)), place(name), Some(source.to_owned())];
        let positions = names.into_iter().flatten().filter(|name| !name.is_empty());
        let positions: BTreeSet<usize> =
            positions.filter_map(|name| self.by_parent.get(&name)).flatten().copied().collect();
        positions.into_iter().filter_map(|at| self.members.get(at)).collect()
    }
}
