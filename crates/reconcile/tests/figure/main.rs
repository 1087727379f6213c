//! Printed figures: what they admit and how their relations come out.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

mod claim;
mod properties;
mod vectors;

use claim::Claim;
use gongkai_reconcile::Grade;
use gongkai_reconcile::figure::{
    Assessment, Figure, Number, Obstacle, Reading, Status, Trend, before_growth, part_of, whole_of,
};

/// A claim in the words of a vector, and how it comes out.
fn check(claim: &str, expected: &str) {
    let claim = Claim::parse(claim, None).unwrap_or_else(|| panic!("cannot read {claim}"));
    assert_eq!(word(claim.assess().status), expected, "{claim:?}");
}

fn word(status: Status) -> &'static str {
    match status {
        Status::Exact => "HOLDS_EXACT",
        Status::Within(Grade::Rounded) => "HOLDS_ROUNDED",
        Status::Within(Grade::Truncated) => "HOLDS_TRUNCATED",
        Status::Within(Grade::RoundedUp) => "HOLDS_ROUNDED_UP",
        Status::Within(Grade::Loose) => "HOLDS_LOOSE",
        Status::Violated => "VIOLATED",
        Status::Vacuous => "VACUOUS",
        Status::NotAssessed(_) => "NOT_ASSESSED",
    }
}

#[test]
fn relations_come_out() {
    for (claim, expected) in [
        ("400 = 100 + 300", "HOLDS_EXACT"),
        ("401 = 100 + 300", "VIOLATED"),
        ("0 = 0 + 0", "VACUOUS"),
        ("4.1万 = 2.05万 + 2.05万", "HOLDS_ROUNDED"),
        ("4.1万 = 2.0万 + 2.0万", "HOLDS_ROUNDED"),
        ("4.2万 = 2.0万 + 2.0万", "HOLDS_LOOSE"),
        ("4.3万 = 2.0万 + 2.0万", "VIOLATED"),
        ("1.99万 = 19999", "HOLDS_TRUNCATED"),
        ("2.00万 = 19991", "HOLDS_ROUNDED"),
        ("2.01万 = 20001", "HOLDS_ROUNDED_UP"),
        ("2.01万 = 20000", "VIOLATED"),
        // Only the tens of thousands may be meant.
        ("300万 = 2860000", "HOLDS_LOOSE"),
        ("600余 = 600", "HOLDS_ROUNDED"),
        ("600余 = 699", "HOLDS_ROUNDED"),
        ("600余 = 700", "VIOLATED"),
        ("近600 = 600", "HOLDS_ROUNDED"),
        ("近600 = 601", "VIOLATED"),
        ("不足600 = 600", "VIOLATED"),
        ("不足600 = 550", "HOLDS_ROUNDED"),
        ("不足600 = 12", "HOLDS_LOOSE"),
        ("约600 = 540", "HOLDS_ROUNDED"),
        ("约650 = 600", "HOLDS_LOOSE"),
        ("超600 = 600", "VIOLATED"),
        ("超600 = 700", "HOLDS_ROUNDED"),
        ("超600 = 900", "HOLDS_LOOSE"),
        ("600以上 = 600", "HOLDS_ROUNDED"),
        ("至多600 = 601", "VIOLATED"),
        ("0.0万 = 0", "VACUOUS"),
        ("0.0万 = 499", "HOLDS_ROUNDED"),
        ("1/3 = 33.3%", "HOLDS_ROUNDED"),
        ("1/3 = 33%", "HOLDS_ROUNDED"),
        ("1/3 = 34%", "HOLDS_ROUNDED_UP"),
        ("2/3 = 66%", "HOLDS_TRUNCATED"),
        ("2/3 = 65%", "VIOLATED"),
        ("0/3 = 0%", "HOLDS_EXACT"),
        ("3/0 = 0%", "NOT_ASSESSED"),
        ("3/3 = 100%", "HOLDS_ROUNDED"),
        // Whole numbers near 30 and 40 that give 74.99 to 75.01 per cent: 30 of 40.
        ("30余/40余 = 75.00%", "HOLDS_ROUNDED"),
        ("10余/11余 = 99.9%", "VIOLATED"),
    ] {
        check(claim, expected);
    }
}

#[test]
fn figures_admit_what_their_words_say() {
    for (text, reading, expected) in [
        ("114", Reading::Loose, "[114, 114]Z"),
        ("70.67万", Reading::Nearest, "[706650, 706750]Z"),
        ("70.67万", Reading::Truncated, "[706700, 706799]Z"),
        ("70.67万", Reading::RoundedUp, "[706601, 706700]Z"),
        ("70.67万", Reading::Loose, "[706601, 706799]Z"),
        ("-3.2%", Reading::Truncated, "(-3.3, -3.2]"),
        ("-3.2%", Reading::Nearest, "[-3.25, -3.15]"),
        ("6000余", Reading::Nearest, "[6000, 6999]Z"),
        ("170余万", Reading::Nearest, "[1700000, 1799999]Z"),
        ("34万余", Reading::Nearest, "[340000, 349999]Z"),
        ("34万余", Reading::Loose, "[340000, 349999]Z"),
        ("近300万", Reading::Nearest, "[2990000, 3000000]Z"),
        ("近300万", Reading::Loose, "[2000000, 3000000]Z"),
        ("不足20", Reading::Nearest, "[10, 19]Z"),
        ("超600", Reading::Loose, "[601, ∞)Z"),
        ("以上600", Reading::Nearest, "[600, 700]Z"),
        ("2.5", Reading::Nearest, "[2.45, 2.55]"),
    ] {
        let figure = claim::figure(text).unwrap();
        assert_eq!(figure.admits(reading).to_string(), expected, "{text} {reading:?}");
    }
}

#[test]
fn unstated_operands_are_found() {
    let (percent, count) = (|it| Figure::percent(it).unwrap(), Figure::count);
    let whole =
        |part, share| whole_of(&count(part), &percent(share), Number::ONE).map(|it| it.values.to_string());
    assert_eq!(whole(963, "80.12").as_deref(), Some("[1202, 1202]Z"));
    assert_eq!(whole(286, "72").as_deref(), Some("[395, 400]Z"));
    assert_eq!(whole(3, "99.9"), None);
    assert_eq!(whole(1, "0").as_deref(), Some("[200, ∞)Z"));
    let before = |now, rate| {
        before_growth(&count(now), &percent(rate), Trend::Growth, Number::ONE).map(|it| it.values.to_string())
    };
    assert_eq!(before(114, "208.1").as_deref(), Some("[37, 37]Z"));
    assert_eq!(before(7, "75").as_deref(), Some("[4, 4]Z"));
    assert_eq!(before(0, "-100").as_deref(), Some("[1, ∞)Z"));
    assert_eq!(before(5, "-100").as_deref(), Some("[1000, ∞)Z"));
    let part = part_of(&count(1499), &percent("86.92"), Number::ONE).unwrap();
    assert_eq!(part.values.to_string(), "[1303, 1303]Z");
}

#[test]
fn nothing_is_assessed_beyond_exact_arithmetic() {
    let huge = Figure::scaled_count("99999999999999999999", 1).unwrap();
    let rate = Figure::percent("99999999999999999999").unwrap();
    let status = gongkai_reconcile::figure::share(&huge, &huge, &rate).status;
    assert!(matches!(status, Status::NotAssessed(Obstacle::TooLarge) | Status::Violated), "{status:?}");
    assert_eq!(Figure::scaled_count("999999999999999999999", 1), None);
    let Assessment { gap, .. } =
        gongkai_reconcile::figure::balance(&[Figure::count(i64::MAX)], &[Figure::count(1)]);
    assert_eq!(gap, Number::whole(i64::MAX - 1));
}
