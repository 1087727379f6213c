//! What reads like the title of a report, and what a title says.

use gongkai_text::width::plain;

/// `text` without the blanks that layout put between Chinese characters; blanks between Latin words stay.
pub(crate) fn squeeze(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut pending = false;
    let is_blank = |c: char| !matches!(c, '\u{4E00}'..='\u{9FFF}') && plain(c).is_whitespace();
    let mut rest = text;
    // Nearly all of it is copied whole, piece by piece.
    while let Some(at) = rest.find(|c| c == '*' || is_blank(c)) {
        let (piece, after) = rest.split_at(at);
        push_apart(&mut out, piece, &mut pending);
        let mark = after.chars().next().unwrap_or(' ');
        pending |= mark != '*';
        rest = &after[mark.len_utf8()..];
    }
    push_apart(&mut out, rest, &mut pending);
    out
}

/// Adds `piece`, apart from what stands before it when blanks are `pending` and both are Latin there.
fn push_apart(out: &mut String, piece: &str, pending: &mut bool) {
    if piece.is_empty() {
        return;
    }
    let is_latin = |c: char| c.is_ascii_alphanumeric();
    if *pending && piece.starts_with(is_latin) && out.ends_with(is_latin) {
        out.push(' ');
    }
    *pending = false;
    out.push_str(piece);
}

/// The most characters a title has.
const LONGEST_TITLE: usize = 60;

/// The first line, or two lines together, that read like a title.
pub(crate) fn title(front: &[String]) -> Option<String> {
    let bare = |line: &str| {
        line.strip_prefix("标题").map_or(line, |rest| rest.trim_start_matches([':', '：'])).to_owned()
    };
    for (at, line) in front.iter().enumerate() {
        if is_title(line) {
            return Some(bare(line));
        }
        let whole = front.get(at + 1).map(|next| format!("{line}{next}"));
        if let Some(whole) = whole.filter(|whole| is_title(whole) && whole.chars().count() <= 45) {
            // A cover that prints the year alone is no title when a whole one follows.
            let later = front[at + 1..].iter().find(|line| is_title(line));
            return Some(later.map_or_else(|| bare(&whole), |line| bare(line)));
        }
    }
    front.iter().find_map(|line| title_of_run(line)).map(bare)
}

/// Whether a line reads like a title: `某县2023年政府信息公开工作年度报告`, `政府信息公开工作报告（2023年度）`.
fn is_title(line: &str) -> bool {
    let core = line.strip_suffix(['）', ')']).and_then(|inside| Some(&line[..inside.rfind(['（', '('])?]));
    let core = core.unwrap_or(line);
    let about = core.contains("信息公开") || core.contains("政务公开");
    let kind = core.ends_with("报告") || core.ends_with("年报");
    about
        && kind
        && line.chars().count() <= LONGEST_TITLE
        && !line.contains(['，', '。', ',', '>', '＞', '»'])
        && year_in(line).is_some()
}

/// The title that a page without line breaks begins with.
fn title_of_run(line: &str) -> Option<&str> {
    let end = line.char_indices().nth(LONGEST_TITLE).map(|(at, _)| at)?;
    let (at, kind) = line[..end].match_indices("年度报告").next()?;
    let head = &line[..at + kind.len()];
    let tells_of_it = head.contains(['《', '：', ':'])
        || ["根据", "按照", "依据", "现将", "本"].iter().any(|word| head.starts_with(word));
    (!tells_of_it && is_title(head)).then_some(head)
}

/// The first `20xx年` of `text`.
pub(crate) fn year_in(text: &str) -> Option<u16> {
    text.match_indices('年').find_map(|(at, _)| {
        let digits = text.get(at.checked_sub(4)?..at)?;
        digits.parse().ok().filter(|year| (2000..2100).contains(year))
    })
}

/// What stands in a title besides its year and its kind: `永宁县2023年政府信息公开工作年度报告` → `永宁县`.
pub(crate) fn subject(title: &str) -> String {
    let mut subject = title.to_owned();
    for kind in ["政府信息公开", "政务公开", "信息公开"] {
        if let Some(at) = subject.rfind(kind) {
            subject.truncate(at);
            break;
        }
    }
    if let Some(at) = subject.find('年').filter(|at| *at >= 4) {
        let after = subject[at..].trim_start_matches(['年', '度']).to_owned();
        let before = subject.get(..at - 4).unwrap_or_default();
        subject = format!("{before}{after}");
    }
    subject.trim_matches(['（', '）', '(', ')', '《', '》', '：', ':']).to_owned()
}
