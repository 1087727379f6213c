//! Who reports, for which year, and whom to ask: title, agency, period, scope, contact.
//!
//! Read from the pages before the first chapter and from the last lines, as far as they are printed; nothing is
//! made up.

use crate::report::alone::Alone;
use crate::report::title::{squeeze, subject, title, year_in};
use gongkai_document::{Block, Document};
use gongkai_grammar::chapter;
use gongkai_model::{Agency, Contact, Level, Report, Scope};

/// Lines of the end that are searched for the contact.
const TAIL: usize = 12;

/// Lines of the beginning that are searched when no chapter heading ends them.
const FRONT: usize = 40;

/// Fills the masthead of `report` from `document`.
pub(crate) fn read(document: &Document, report: &mut Report) {
    let lines: Vec<&str> = document
        .blocks()
        .iter()
        .filter_map(|block| match block {
            Block::Paragraph(span) | Block::Heading(_, span) => Some(document.slice(*span)),
            // A page laid out as a table has its title in a row of its own.
            Block::Row(row) => {
                let mut printed = document.cells(*row).iter().filter(|cell| !cell.span.is_empty());
                printed.next().filter(|_| printed.next().is_none()).map(|cell| document.slice(cell.span))
            }
        })
        .collect();
    let front_end = lines.iter().position(|line| chapter(line).is_some()).unwrap_or(lines.len()).min(FRONT);
    let front: Vec<String> = lines[..front_end].iter().map(|line| squeeze(line)).collect();
    let tail: Vec<String> =
        lines[lines.len().saturating_sub(TAIL).max(front_end)..].iter().map(|line| squeeze(line)).collect();
    let front_text = front.join("\n");
    let tail_text = tail.join("\n");

    report.title = title(&front);
    report.period = period(&front_text).or_else(|| period(&tail_text));
    let title_year = report.title.as_deref().and_then(year_in);
    report.year =
        title_year.or_else(|| report.period.as_ref().and_then(|[start, _]| start.get(..4)?.parse().ok()));
    report.agency = agency(report.title.as_deref(), &front_text, &tail_text);
    if report.title.is_none() && (report.year.is_none() || report.agency.is_none()) {
        let above = Alone::of(document);
        report.year = report.year.or_else(|| above.year());
        report.agency = report.agency.take().or_else(|| above.agency().map(|name| described(&name)));
    }
    let level = report.agency.as_ref().map_or(Level::Unknown, |agency| agency.level);
    report.scope = scope(&front_text, document.text(), level);
    report.contact = contact(&front_text, &tail_text);
}

/// `从2023年1月1日至12月31日`, in any of its printings.
fn period(text: &str) -> Option<[String; 2]> {
    text.match_indices("1月1日").find_map(|(at, from)| {
        let year = year_in(text.get(at.checked_sub(7)?..at)?)?;
        let rest = text[at + from.len()..].trim_start_matches(['起', '始']);
        let rest = rest.strip_prefix(['至', '到', '—', '-', '－', '~', '～'])?;
        let rest = rest.trim_start_matches(['—', '-']);
        let (rest, end_year) = match year_in(rest.get(..7).unwrap_or_default()) {
            Some(end_year) => (&rest[7..], end_year),
            None => (rest, year),
        };
        let (month, rest) = rest.split_once('月')?;
        let (day, _) = rest.split_once('日')?;
        let (month, day): (u8, u8) = (month.parse().ok()?, day.parse().ok()?);
        Some([format!("{year}-01-01"), format!("{end_year}-{month:02}-{day:02}")])
    })
}

/// Endings of the names of bodies below a government.
const DEPARTMENTS: &[&str] = &[
    "局",
    "委",
    "委员会",
    "办公室",
    "办公厅",
    "厅",
    "处",
    "中心",
    "管委会",
    "院",
    "馆",
    "站",
    "队",
    "所",
    "部",
    "会",
    "社",
    "公司",
    "学校",
    "大学",
    "学院",
    "医院",
    "法院",
    "总队",
    "支队",
    "银行",
    "集团",
];

fn agency(title: Option<&str>, front: &str, tail: &str) -> Option<Agency> {
    let subject = title.map(subject).unwrap_or_default();
    let named = |name: &str| Some(described(name));
    // A title that names a body, not only a place.
    if !subject.is_empty() && !is_place(&subject) {
        return named(&subject);
    }
    // 本报告由…编制.
    let author = front.split("报告由").skip(1).find_map(|rest| {
        let end = rest.find(['根', '按', '汇', '编', '，', ',', '在', '负', '依'])?;
        let name = &rest[..end];
        (name.chars().count() >= 4 && name.chars().count() <= 30).then_some(name)
    });
    if let Some(name) = author {
        return named(name);
    }
    if subject.is_empty() {
        return None;
    }
    let government = format!("{subject}人民政府");
    let printed = front.contains(&government) || tail.contains(&government);
    named(if printed { &government } else { &subject })
}

fn is_place(name: &str) -> bool {
    name.ends_with(['省', '市', '县', '区', '州', '盟', '旗', '镇', '乡']) && !name.ends_with("开发区")
        || name.ends_with("自治区")
}

fn described(name: &str) -> Agency {
    let place = name.find("人民政府").map(|at| &name[..at]);
    let tail = place.map_or("", |place| &name[place.len() + "人民政府".len()..]);
    let office = matches!(tail, "" | "办公室" | "办公厅");
    let jurisdiction = place.or(is_place(name).then_some(name));
    let level = match jurisdiction {
        Some(place) if office => level_of(place),
        _ if name.ends_with("街道")
            || name.ends_with("街道办事处")
            || name.ends_with("管理委员会") && name.contains('镇') =>
        {
            Level::Township
        }
        _ if DEPARTMENTS.iter().any(|end| name.ends_with(end)) => Level::Department,
        _ => Level::Unknown,
    };
    Agency { name: name.to_owned(), jurisdiction: jurisdiction.map(str::to_owned), level }
}

fn level_of(place: &str) -> Level {
    match place.chars().last() {
        _ if place.ends_with("自治区") || ["北京市", "上海市", "天津市", "重庆市"].contains(&place) => {
            Level::Province
        }
        Some('省') => Level::Province,
        Some('市' | '州' | '盟') => Level::City,
        Some('县' | '区' | '旗') => Level::County,
        Some('镇' | '乡') => Level::Township,
        _ => Level::Unknown,
    }
}

/// Whose figures: what the preface says of its making first, then the body, then 全县 and the like in the text.
fn scope(front: &str, text: &str, level: Level) -> Scope {
    let made = front.split(['。', '\n']).filter(|sentence| sentence.contains("编制"));
    for sentence in made {
        if ["汇总", "各乡镇", "各部门", "各街道", "各单位", "各市"]
            .iter()
            .any(|words| sentence.contains(words))
        {
            return Scope::Aggregate;
        }
        if ["本单位", "本机关", "我局", "本局", "本部门"].iter().any(|words| sentence.contains(words))
        {
            return Scope::Own;
        }
    }
    match level {
        Level::Department => Scope::Own,
        Level::Province | Level::City | Level::County | Level::Township => {
            let whole = ["全省", "全市", "全县", "全区", "全州", "全镇", "全乡", "我省", "我市", "我县"];
            if whole.iter().any(|words| text.contains(words)) { Scope::Aggregate } else { Scope::Unknown }
        }
        Level::Unknown => Scope::Unknown,
    }
}

fn contact(front: &str, tail: &str) -> Contact {
    // The contact stands in one place: where an address or a telephone is labelled.
    let labelled = |text: &str| {
        let labels = ["地址：", "地址:", "电话：", "电话:"];
        labels.iter().any(|label| text.contains(label)) || after(text, UNIT_LABELS).is_some()
    };
    let (near, other) = if labelled(front) || !labelled(tail) { (front, tail) } else { (tail, front) };
    let website = website(near).or_else(|| website(other));
    if !labelled(near) {
        return Contact { website, ..Contact::default() };
    }
    Contact {
        unit: unit(near).or_else(|| after(near, UNIT_LABELS)),
        address: after(near, &["地址"]),
        postcode: after(near, &["邮政编码", "邮编"])
            .filter(|code| code.len() == 6 && code.bytes().all(|b| b.is_ascii_digit())),
        phone: numbers_after(near, "电话"),
        fax: numbers_after(near, "传真"),
        email: email(near),
        website,
    }
}

/// Labels of the office to ask.
const UNIT_LABELS: &[&str] = &["联系人所在单位", "联系单位", "联系部门"];

/// 与…联系.
fn unit(text: &str) -> Option<String> {
    text.match_indices("联系").find_map(|(at, _)| {
        let before = &text[..at];
        let start = before.rfind('与').map(|at| at + '与'.len_utf8())?;
        let name = &before[start..];
        (name.chars().count() >= 3 && name.chars().count() <= 40 && !name.contains(['，', '。', '\n']))
            .then(|| name.to_owned())
    })
}

/// What follows a label and its colon, up to the next punctuation.
fn after(text: &str, labels: &[&str]) -> Option<String> {
    labels.iter().find_map(|label| {
        text.match_indices(label).find_map(|(at, _)| {
            let rest = text[at + label.len()..].strip_prefix([':', '：'])?;
            let end =
                rest.find(['，', ',', '；', ';', '。', '（', '(', '）', ')', '\n']).unwrap_or(rest.len());
            let value = rest[..end].trim();
            (!value.is_empty()).then(|| value.to_owned())
        })
    })
}

fn numbers_after(text: &str, label: &str) -> Vec<String> {
    let dashes = ['-', '—', '－', '–'];
    text.match_indices(label)
        .filter_map(|(at, _)| text[at + label.len()..].strip_prefix([':', '：']))
        .flat_map(|rest| {
            let end = rest
                .find(|c: char| !c.is_ascii_digit() && !dashes.contains(&c) && !" 、/".contains(c))
                .unwrap_or(rest.len());
            rest[..end].split([' ', '、', '/'])
        })
        .filter(|number| number.bytes().filter(u8::is_ascii_digit).count() >= 5)
        .map(str::to_owned)
        .collect()
}

fn email(text: &str) -> Option<String> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
    text.match_indices('@').find_map(|(at, _)| {
        let start = text[..at]
            .rfind(|c| !is_part(c))
            .map_or(0, |last| last + text[last..].chars().next().map_or(1, char::len_utf8));
        let end = text[at + 1..].find(|c| !is_part(c)).map_or(text.len(), |len| at + 1 + len);
        let found = &text[start..end];
        (start < at && found[at - start..].contains('.')).then(|| found.trim_end_matches('.').to_owned())
    })
}

fn website(text: &str) -> Option<String> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "._-/:?=&%~".contains(c);
    ["http://", "https://", "www."].iter().filter_map(|start| text.find(start)).min().map(|at| {
        let rest = &text[at..];
        let end = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        rest[..end].trim_end_matches(['.', '/', ':']).to_owned()
    })
}
