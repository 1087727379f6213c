//! Whether two names are one agency's, and which place lies in which.

use gongkai_model::Agency;
use gongkai_text::label::fold;

/// Endings of the name of a government as its place goes by.
const GOVERNMENTS: &[&str] = &[
    "人民政府办公室",
    "人民政府办公厅",
    "人民政府",
    "管理委员会办公室",
    "管理委员会",
    "管委会办公室",
    "管委会",
    "街道办事处",
    "行政公署",
];

/// Last characters of the name of a place.
const PLACES: &[char] = &['省', '市', '县', '区', '州', '盟', '旗', '镇', '乡', '道'];

/// Words for the own level of a government in a name.
const OWN: &[&str] = &["本级", "本部", "机关本身"];

/// How two names agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Agreement {
    /// They do not.
    None,
    /// One is the other with the places above it, or an office for its government.
    Near,
    /// They are the same.
    Same,
}

/// The name with what does not tell agencies apart folded away.
pub(super) fn key(name: &str) -> String {
    let mut name = name.trim();
    for open in ['（', '('] {
        // 某县人民政府（本级）: what stands in brackets is no part of the name.
        if let Some(at) = name.find(open).filter(|at| *at > 0) {
            name = &name[..at];
        }
    }
    fold(name)
}

/// The place whose government `name` names: 某县, of 某县人民政府办公室 as of 某县.
pub(super) fn place(name: &str) -> Option<String> {
    let name = key(name);
    let bare = GOVERNMENTS.iter().find_map(|end| name.strip_suffix(end)).filter(|it| !it.is_empty());
    match bare {
        Some(place) => Some(place.to_owned()),
        None => name.ends_with(PLACES).then_some(name),
    }
}

/// Whether `name` is said to be the own level of a government.
pub(super) fn is_own_level(name: &str) -> bool {
    OWN.iter().any(|words| name.contains(words))
}

/// Whether two reports are one agency's, by name and place.
pub(super) fn agree(left: &Agency, right: &Agency) -> Agreement {
    names_agree(&left.name, &right.name)
}

pub(super) fn names_agree(left: &str, right: &str) -> Agreement {
    if is_own_level(left) != is_own_level(right) {
        return Agreement::None;
    }
    let (one, two) = (key(left), key(right));
    if one.is_empty() || two.is_empty() {
        return Agreement::None;
    }
    if one == two {
        return Agreement::Same;
    }
    let (one, two) = match (place(left), place(right)) {
        (Some(one), Some(two)) if one == two => return Agreement::Near,
        (Some(one), Some(two)) => (one, two),
        (None, None) => (one, two),
        _ => return Agreement::None,
    };
    let (long, short) = if one.len() > two.len() { (one, two) } else { (two, one) };
    let above = long.strip_suffix(short.as_str()).unwrap_or_default();
    if !above.is_empty() && above.ends_with(PLACES) { Agreement::Near } else { Agreement::None }
}

/// Whether the agency `name` lies within the place `whole`: its name goes on where the place ends.
pub(super) fn lies_in(name: &str, whole: &str) -> bool {
    let name = key(name);
    name.len() > whole.len() && name.starts_with(whole) && place(&name).as_deref() != Some(whole)
}

#[cfg(test)]
mod tests {
    use super::{Agreement, lies_in, names_agree, place};

    fn check(left: &str, right: &str, expected: Agreement) {
        assert_eq!(names_agree(left, right), expected, "{left} {right}");
        assert_eq!(names_agree(right, left), expected, "{right} {left}");
    }

    #[test]
    fn names_of_one_agency_agree() {
        check("甲县财政局", "甲县财政局", Agreement::Same);
        check("甲县 财政局", "甲县财政局", Agreement::Same);
        check("甲县人民政府办公室", "甲县人民政府", Agreement::Near);
        check("甲县", "甲县人民政府", Agreement::Near);
        check("某某实验区管委会", "某某实验区", Agreement::Near);
        check("乙市甲县丙镇人民政府", "丙镇人民政府", Agreement::Near);
        check("甲县财政局", "乙市甲县财政局", Agreement::Near);
        check("甲县财政局", "甲县教育局", Agreement::None);
        check("甲县", "甲县财政局", Agreement::None);
        check("东甲县人民政府", "甲县人民政府", Agreement::None);
        check("某省本级", "某省", Agreement::None);
        check("", "", Agreement::None);
    }

    #[test]
    fn places_hold_places() {
        assert_eq!(place("甲县人民政府办公室").as_deref(), Some("甲县"));
        assert_eq!(place("甲县财政局"), None);
        assert!(lies_in("乙市甲县人民政府", "乙市"));
        assert!(lies_in("乙市财政局", "乙市"));
        assert!(!lies_in("乙市人民政府", "乙市"));
        assert!(!lies_in("甲县人民政府", "乙市"));
    }
}
