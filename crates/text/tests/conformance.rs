//! Scores on the suites of `../shared/conformance`: peers' numbers, ICU spell-outs, quantities of this domain.
//!
//! The data stays there. What is committed, in `conformance.snap`, are the scores and the ids that fail; a case that
//! passed once must pass for ever. `UPDATE_EXPECT=1` accepts a better score, `CONFORMANCE_DETAILS=1` prints what was
//! read where another reading was expected.

use gongkai_text::normalise::{Context, normalise};
use gongkai_text::quantity::{
    Bound, Options, Quantity, QuantityKind, Reason, Recognised, Rejected, recognise_source,
};
use gongkai_text::{Decimal, Span, Unit, numeral};
use serde_json::Value;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn cases(name: &str) -> Option<Vec<Value>> {
    let path = root().join("../shared/conformance").join(name);
    let Ok(text) = std::fs::read_to_string(&path) else {
        eprintln!("SKIPPED: {name}, because ../shared/conformance is not there");
        return None;
    };
    Some(text.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect())
}

/// Cases passed of those tried, and the ids of the others.
#[derive(Default)]
struct Score {
    passed: usize,
    tried: usize,
    failed: Vec<String>,
}

thread_local! {
    static SCORES: RefCell<BTreeMap<String, Score>> = RefCell::default();
}

fn count(suite: &str, id: &str, passed: bool) {
    SCORES.with_borrow_mut(|scores| {
        let score = scores.entry(suite.to_owned()).or_default();
        score.tried += 1;
        if passed {
            score.passed += 1;
        } else {
            score.failed.push(id.to_owned());
        }
    });
}

fn details(id: &str, source: &str, expected: &dyn std::fmt::Display, read: &Recognised) {
    if std::env::var_os("CONFORMANCE_DETAILS").is_none() {
        return;
    }
    println!("{id} {source:?}\n    expected {expected}");
    for it in &read.quantities {
        println!(
            "    read {:?} ({:?}) = {} ulp {} {:?} {:?} {:?} {:?} {:?}",
            it.span.text(source),
            it.figure.text(source),
            it.value,
            it.ulp,
            it.unit.map(Unit::label),
            it.kind,
            it.range.map(|(low, high)| format!("{low}..{high}")),
            it.qualifier,
            it.flags.names().collect::<Vec<_>>()
        );
    }
    for it in &read.rejected {
        println!("    not {:?} {}", it.span.text(source), it.reason.id());
    }
}

#[test]
fn scores_only_rise() {
    numbers();
    spellout();
    domain();
    let scores = SCORES.take();
    if scores.is_empty() {
        return;
    }
    let mut snapshot = String::new();
    for (suite, score) in &scores {
        let _ = writeln!(snapshot, "{suite}: {}/{}", score.passed, score.tried);
        for id in &score.failed {
            let _ = writeln!(snapshot, "  {id}");
        }
    }
    print!("{snapshot}");
    let path = root().join("crates/text/tests/conformance.snap");
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, &snapshot).expect("the snapshot can be written");
        return;
    }
    let known: Vec<&str> = committed.lines().filter_map(|line| line.strip_prefix("  ")).collect();
    let new: Vec<&String> =
        scores.values().flat_map(|score| &score.failed).filter(|id| !known.contains(&id.as_str())).collect();
    assert!(new.is_empty(), "cases that passed before, or are new, and fail: {new:?}");
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

/// Exact rational `n/d` of a decimal string or of `n/d`.
fn rational(text: &str) -> Option<(i128, i128)> {
    if let Some((top, bottom)) = text.split_once('/') {
        let (top, bottom) = (rational(top)?, rational(bottom)?);
        return Some((top.0 * bottom.1, top.1 * bottom.0));
    }
    let value: Decimal = text.parse().ok()?;
    Some((value.mantissa(), 10_i128.pow(u32::from(value.scale()))))
}

fn equals(quantity: &Quantity, expected: &str, approximate: bool) -> bool {
    let Some((top, bottom)) = rational(expected) else { return false };
    let own = rational(&quantity.value.to_string()).expect("a decimal prints as one");
    let over = quantity.denominator.map_or((1, 1), |over| rational(&over.to_string()).expect("as above"));
    let (own_top, own_bottom) = (own.0 * over.1, own.1 * over.0);
    let (left, right) = (own_top.checked_mul(bottom), top.checked_mul(own_bottom));
    let (Some(left), Some(right)) = (left, right) else { return false };
    left == right || (approximate && (left - right).abs() <= right.abs() / 1_000_000_000_000)
}

/// The place of characters `start..end` of `source`.
fn place(source: &str, value: &Value) -> Span {
    let at = |key: &str| {
        let chars = usize::try_from(value[key].as_u64().unwrap_or_default()).expect("offsets are small");
        source.char_indices().nth(chars).map_or(source.len(), |(at, _)| at) as u32
    };
    Span::new(at("start"), at("end"))
}

fn numbers() {
    let Some(cases) = cases("numbers.jsonl") else { return };
    for case in cases {
        let (id, aim, task, input) =
            (text(&case, "id"), text(&case, "aim"), text(&case, "task"), text(&case, "input"));
        if aim == "skip" {
            continue;
        }
        let suite = format!("numbers {aim}");
        let expected: Vec<&Value> =
            case["expected"].as_array().map(|all| all.iter().collect()).unwrap_or_default();
        let passed = match task {
            "parse_whole" if expected.first().is_some_and(|it| it["lo"].is_string() || aim == "adapt") => {
                extracted(&case, input, &expected, aim)
            }
            "parse_whole" => {
                let clean = normalise(input, Context::Cell);
                let value = numeral::parse(clean.text());
                let passed = value
                    .is_some_and(|value| value == text(expected[0], "value").parse().expect("a decimal"));
                if !passed && std::env::var_os("CONFORMANCE_DETAILS").is_some() {
                    println!("{id} {input:?} whole: {value:?}, expected {}", expected[0]["value"]);
                }
                passed
            }
            "reject_whole" => numeral::parse(input).is_none(),
            "digit_string" => {
                numeral::digits(input).is_some_and(|value| value.to_string() == text(expected[0], "value"))
            }
            _ => extracted(&case, input, &expected, aim),
        };
        count(&suite, id, passed);
    }
}

/// Whether the quantities of `input` are the expected ones, no more and no fewer.
fn extracted(case: &Value, input: &str, expected: &[&Value], aim: &str) -> bool {
    let read = recognise_source(input, Options::GENERAL);
    let family = text(case, "source").contains("Recognizers");
    let whole = text(case, "span") == "quantity";
    let model = text(case, "model");
    let all = text(case, "coverage") == "all-numbers";
    let mut unused: Vec<&Quantity> = read.quantities.iter().collect();
    let mut passed = true;
    for want in expected {
        let at = place(input, want);
        match text(want, "kind") {
            "date" | "year" | "ordinal" => {
                passed &= read.rejected.iter().any(|it| same_date(it, at, want, input));
                continue;
            }
            _ if model == "ordinal" => {
                passed &= read.rejected.iter().any(|it| {
                    it.reason == Reason::Ordinal
                        && it.figure == at
                        && it.value == text(want, "value").parse().ok()
                });
                continue;
            }
            _ => {}
        }
        let found = unused.iter().position(|it| {
            let within = it.span.contains(at) && at.contains(it.figure);
            let exact = if aim == "adapt" {
                it.span.contains(at) || at.contains(it.figure)
            } else if family && !whole {
                it.figure == at
            } else if it.kind == QuantityKind::Percent {
                it.span == at || within
            } else {
                within
            };
            exact && same_value(it, want, model)
        });
        match found {
            Some(found) => {
                unused.remove(found);
            }
            None => passed = false,
        }
    }
    let other = unused.iter().any(|it| match model {
        _ if all => true,
        "percent" => it.kind == QuantityKind::Percent,
        "currency" => it.kind == QuantityKind::Money,
        "dimension" => it.kind == QuantityKind::Measure,
        _ => false,
    });
    passed &= !other;
    if !passed {
        details(text(case, "id"), input, &case["expected"], &read);
    }
    passed
}

fn same_date(it: &Rejected, at: Span, want: &Value, input: &str) -> bool {
    let reason = match text(want, "kind") {
        "ordinal" => return it.reason == Reason::Ordinal && it.figure == at,
        "year" => Reason::Year,
        _ => Reason::Date,
    };
    let value = text(want, "value");
    if it.reason != reason || it.span != at {
        return false;
    }
    // The fields of a date, read one by one.
    let fields = at.text(input).split(['年', '月', '日']).filter(|field| !field.is_empty());
    let read: Vec<u64> = fields
        .filter_map(|field| {
            numeral::digits(&field.replace('零', "〇")).or_else(|| {
                numeral::parse(field).and_then(Decimal::to_i64).and_then(|value| u64::try_from(value).ok())
            })
        })
        .collect();
    let wanted: Vec<u64> = value.split('-').filter_map(|field| field.parse().ok()).collect();
    read == wanted
}

fn same_value(it: &Quantity, want: &Value, model: &str) -> bool {
    let approximate = want["approx"].as_bool() == Some(true);
    if want.get("lo").is_none() {
        let value = text(want, "value");
        let high = || it.range.is_some_and(|(_, high)| Some(high) == value.parse().ok());
        return equals(it, value, approximate) || (model == "percent" && high());
    }
    let (low, high) = (want["lo"].as_str(), want["hi"].as_str());
    let parse = |text: &str| text.parse::<Decimal>().ok();
    match (low, high) {
        (Some(low), Some(high)) if low == high => it.value == parse(low).expect("a decimal"),
        (Some(low), Some(high)) => it.range == parse(low).zip(parse(high)),
        (Some(low), None) => {
            let open = matches!(it.bound, Some(Bound::AtLeast | Bound::Above)) || it.qualifier.is_some();
            open && Some(it.value) == parse(low)
        }
        (None, Some(high)) => {
            matches!(it.bound, Some(Bound::AtMost | Bound::Below)) && Some(it.value) == parse(high)
        }
        (None, None) => false,
    }
}

fn spellout() {
    let Some(cases) = cases("icu_spellout.jsonl") else { return };
    for case in cases {
        let (id, task, input) = (text(&case, "id"), text(&case, "task"), text(&case, "input"));
        let value = text(&case["expected"][0], "value");
        let read = match task {
            "digit_string" => numeral::digits(input).map(|value| value.to_string()),
            _ => numeral::parse(input).map(|value| value.to_string()),
        };
        count(&format!("icu {task}"), id, read.as_deref() == Some(value));
    }
}

fn context(case: &Value) -> Context {
    match text(case, "context") {
        "heading" => Context::Heading,
        "table-row" => Context::TableRow,
        "table-cell" => Context::Cell,
        "line" => Context::Line,
        _ => Context::Narrative,
    }
}

/// Every expected value found, in place; then whether anything else was read, or a `not_quantities` span touched.
fn domain() {
    let Some(cases) = cases("domain_quantities.jsonl") else { return };
    for case in cases {
        let (id, input) = (text(&case, "id"), text(&case, "input"));
        let read = recognise_source(input, Options::OFFICIAL.within(context(&case)));
        let mut unused: Vec<&Quantity> = read.quantities.iter().collect();
        let mut all = true;
        let mut exact = true;
        for want in case["quantities"].as_array().into_iter().flatten() {
            let at = place(input, want);
            // A unit that only the header of a column prints cannot be in the value.
            let by_header = text(want, "unit_from").starts_with("column header");
            let found = unused.iter().position(|it| {
                let overlaps = it.span.start < at.end && at.start < it.span.end;
                let value = match (want["lo"].as_str(), want["hi"].as_str()) {
                    (Some(low), Some(high)) => it.range == low.parse().ok().zip(high.parse().ok()),
                    _ if by_header => Some(it.value) == text(want, "text").parse().ok(),
                    _ => equals(it, text(want, "value"), false),
                };
                overlaps && value
            });
            count("domain values", &format!("{id}:{}", text(want, "start")), found.is_some());
            all &= found.is_some();
            if let Some(found) = found {
                exact &= attributes(unused.remove(found), want, at, by_header);
            }
        }
        let hits = case["not_quantities"].as_array().into_iter().flatten().any(|no| {
            let at = place(input, no);
            read.quantities.iter().any(|it| it.span.start < at.end && at.start < it.span.end)
        });
        count("domain exact", id, all && unused.is_empty());
        count("domain not-quantities untouched", id, !hits);
        count("domain attributes", id, all && exact);
        if !all || !unused.is_empty() || hits || !exact {
            details(id, input, &case["quantities"], &read);
        }
    }
}

/// Whether unit, kind, span, direction, bound, word and flags are the expected ones too.
fn attributes(it: &Quantity, want: &Value, at: Span, by_header: bool) -> bool {
    let optional = |key: &str| want[key].as_str();
    let unit = by_header || optional("unit_from").is_some() || optional("unit") == it.unit.map(Unit::label);
    let kind = match it.kind {
        QuantityKind::Count => "count",
        QuantityKind::Money => "money",
        QuantityKind::Percent => "percent",
        QuantityKind::Points => "pp",
        QuantityKind::Multiple => "ratio",
        QuantityKind::Fraction => "fraction",
        QuantityKind::Duration => "duration",
        QuantityKind::Measure => "measure",
        _ => "",
    };
    let kind = by_header || Some(kind) == optional("kind");
    let bound = it.bound.map(|bound| match bound {
        Bound::AtLeast => "ge",
        Bound::Above => "gt",
        Bound::AtMost => "le",
        Bound::Below => "lt",
    });
    let direction = it.direction.map(|direction| format!("{direction:?}").to_lowercase());
    let ulp = by_header || optional("ulp").is_none_or(|ulp| Some(it.ulp) == ulp.parse().ok());
    let flags = want["flags"].as_array().into_iter().flatten();
    let flags = flags.filter_map(Value::as_str).all(|flag| it.flags.names().any(|name| name == flag));
    let word = optional("approx").is_none_or(|word| word == "consecutive" || it.word == Some(word));
    let per = optional("per") == it.per.map(Unit::label);
    it.span == at
        && unit
        && kind
        && bound == optional("bound")
        && direction.as_deref() == optional("dir")
        && ulp
        && flags
        && word
        && per
}
