//! Where violated systems are wrong: by example, and against an oracle that tries everything.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

mod oracle;

use gongkai_reconcile::localise::{
    Anchor, Candidate, Diagnosis, Evidence, Grid, Localisation, Localiser, OperationKind as K,
};
use gongkai_reconcile::{Comparison, Domain, Observation as O, System};

/// Rows and columns that add up, totals last in both.
fn table(rows: usize, columns: usize) -> Localiser {
    let mut system = System::new();
    for _ in 0..rows * columns {
        system.variable(Domain::NonNegative);
    }
    for row in 0..rows {
        let cells: Vec<usize> = (0..columns - 1).map(|column| row * columns + column).collect();
        system.relation(&cells, Comparison::Equal, &[row * columns + columns - 1]);
    }
    for column in 0..columns {
        let cells: Vec<usize> = (0..rows - 1).map(|row| row * columns + column).collect();
        system.relation(&cells, Comparison::Equal, &[(rows - 1) * columns + column]);
    }
    let grid = Grid::new(columns, (0..rows * columns).map(Some)).with_totals_of(&system);
    Localiser::new(system, grid)
}

fn observed(words: &str) -> Vec<O> {
    let one = |word: &str| match word {
        "_" => O::Blank,
        "?" => O::Unknown,
        number => O::Exact(number.parse().unwrap()),
    };
    words.split_whitespace().map(one).collect()
}

fn say(answer: &Localisation) -> String {
    let explanation = |it: &gongkai_reconcile::localise::Explanation| {
        let kinds: Vec<String> = it.operations.iter().map(|it| format!("{:?}", it.kind)).collect();
        let edit = |it: &gongkai_reconcile::localise::Edit| {
            format!("{}:{}→{}", it.variable, it.from.map_or("_".to_owned(), |it| it.to_string()), it.to)
        };
        let edits: Vec<String> = it.edits.iter().map(edit).collect();
        format!("\n{} {}", kinds.join("+"), edits.join(" "))
    };
    format!("{:?}", answer.diagnosis) + &answer.explanations.iter().map(explanation).collect::<String>()
}

/// The table all examples damage.
const WHOLE: &str = "12 30 8 50  47 71 9 127  3 5 25 33  62 106 42 210";

fn check(words: &str, expected: &str) {
    let observed = observed(words);
    let answer = table(4, 4).localise(&observed, &Evidence::default());
    assert_eq!(say(&answer), expected, "{words}");
}

#[test]
fn what_adds_up_is_consistent() {
    check(WHOLE, "Consistent");
    check("12 30 8 50  47 71 9 127  3 5 _ 33  62 106 42 210", "Unique\nLeftOut 10:_→25");
    check("12 30 8 50  47 71 9 127  3 5 ? 33  62 106 42 210", "Consistent");
    check("0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0", "Consistent");
}

#[test]
fn errors_have_their_kind() {
    for (damaged, expected) in [
        ("12 30 8 50  47 17 9 127  3 5 25 33  62 106 42 210", "Unique\nTransposition 5:17→71"),
        ("12 30 3 50  47 71 9 127  3 5 25 33  62 106 42 210", "Unique\nDigitConfusion 2:3→8"),
        ("12 30 8 50  47 71 9 127  3 5 25 33  62 166 42 210", "Unique\nDigitConfusion 13:166→106"),
        ("12 30 8 50  47 71 9 27  3 5 25 33  62 106 42 210", "Unique\nDroppedDigit 7:27→127"),
        ("12 30 8 50  47 71 9 127  3 55 25 33  62 106 42 210", "Unique\nDoubledDigit 9:55→5"),
        ("12 30 8 50  47 71 9 127  3 5 0 33  62 106 42 210", "Unique\nLeftOut 10:0→25"),
        ("12 30 8 50  47 71 9 127  3 5 250000 33  62 106 42 210", "Unique\nUnitSlip 10:250000→25"),
        ("12 30 8 50  47 71 963 127  3 5 25 33  62 106 42 210", "Unique\nInsertedDigit+x"),
    ] {
        let expected = expected.replace("InsertedDigit+x", "Arbitrary 6:963→9");
        check(damaged, &expected);
    }
}

#[test]
fn shapes_are_found() {
    for (damaged, expected) in [
        ("12 30 8 50  71 47 9 127  3 5 25 33  62 106 42 210", "Unique\nExchangedInRow 4:71→47 5:47→71"),
        ("12 71 8 50  47 30 9 127  3 5 25 33  62 106 42 210", "Unique\nExchangedInColumn 1:71→30 5:30→71"),
        // A blank was gained: the total fell off the end.
        ("12 30 8 50  0 47 71 9  3 5 25 33  62 106 42 210", "Unique\nRowSlip 4:0→47 5:47→71 6:71→9 7:9→127"),
        (
            "12 30 8 50  47 71 9 127  62 106 42 210  3 5 25 33",
            "Unique\nRowsExchanged 8:62→3 9:106→5 10:42→25 11:210→33 12:3→62 13:5→106 14:25→42 15:33→210",
        ),
        (
            "12 30 50 8  47 71 127 9  3 5 33 25  62 106 210 42",
            "Unique\nColumnsExchanged 2:50→8 3:8→50 6:127→9 7:9→127 10:33→25 11:25→33 14:210→42 15:42→210",
        ),
        (
            "12 30 8 50  47 17 9 127  33 5 25 33  62 106 42 210",
            "Unique\nTransposition+DoubledDigit 5:17→71 8:33→3",
        ),
    ] {
        check(damaged, expected);
    }
}

#[test]
fn what_cannot_be_told_is_not_told() {
    let own = table(4, 4);
    // One unit moved from one leaf to another: any row may have been meant.
    let answer =
        own.localise(&observed("11 31 8 50  47 71 9 127  3 5 25 33  62 106 42 210"), &Evidence::default());
    assert_eq!(answer.diagnosis, Diagnosis::Ambiguous);
    assert!(answer.count >= 3, "{}", say(&answer));
    assert!(answer.backbone.is_empty() && answer.suspects.len() >= 6);
    // One sum alone: any of its figures, even where a slip of digits would explain one of them.
    let mut sum = System::new();
    let cells = [(); 4].map(|()| sum.variable(Domain::NonNegative));
    sum.relation(&cells[..3], Comparison::Equal, &cells[3..]);
    let own = Localiser::new(sum, Grid::new(4, cells.map(Some)));
    let answer = own.localise(&observed("31 5 2 20"), &Evidence::default());
    assert_eq!(answer.diagnosis, Diagnosis::Ambiguous, "{}", say(&answer));
    assert_eq!(answer.explanations[0].operations[0].kind, K::Transposition);
    // … unless something else says so.
    let anchor = [Anchor { variable: 0, value: 13, cost: 5_000 }];
    let answer = own.localise(&observed("31 5 2 20"), &Evidence { anchors: &anchor, ..Evidence::default() });
    assert_eq!(answer.unique().unwrap().edits[0].to, 13, "{}", say(&answer));
    // No equality, no code.
    let mut free = System::new();
    let cells = [(); 2].map(|()| free.variable(Domain::NonNegative));
    free.relation(&cells[..1], Comparison::AtMost, &cells[1..]);
    let own = Localiser::new(free, Grid::new(1, cells.map(Some)));
    assert_eq!(own.localise(&observed("3 1"), &Evidence::default()).diagnosis, Diagnosis::OutsideCode);
    assert_eq!((own.guards(0), table(4, 4).guards(0)), (0, 2));
}

#[test]
fn evidence_counts() {
    let own = table(4, 4);
    let book = observed("12 30 8 50  47 71 9 127  3 5 29 33  62 106 42 210");
    let candidates = [Candidate { variable: 10, value: 25, cost: 700 }];
    let answer = own.localise(&book, &Evidence { candidates: &candidates, ..Evidence::default() });
    assert_eq!(say(&answer), "Unique\nOtherReading 10:29→25");
    // The second column is last year's.
    let previous: Vec<Option<i64>> = "1 20 8 29  40 66 9 115  3 1 2 6  44 87 19 150"
        .split_whitespace()
        .map(|it| it.parse().ok())
        .collect();
    let book = observed("12 20 8 50  47 66 9 127  3 1 25 33  62 87 42 210");
    let answer = own.localise(&book, &Evidence { previous: &previous, ..Evidence::default() });
    assert_eq!(say(&answer), "Unique\nColumnPasted 1:20→30 5:66→71 9:1→5 13:87→106");
}

#[test]
fn limits_are_said() {
    let book = observed("12 30 8 50  47 17 9 127  33 5 25 33  62 106 42 210");
    let answer = table(4, 4).with_most_nodes(3).localise(&book, &Evidence::default());
    assert_eq!(answer.diagnosis, Diagnosis::SearchLimit);
    let wild = observed("91 30 8 50  47 17 9 627  33 5 1 33  62 106 88 210");
    let answer = table(4, 4).localise(&wild, &Evidence::default());
    assert_ne!(answer.diagnosis, Diagnosis::Unique, "{}", say(&answer));
    assert!(!answer.region.is_empty());
}

#[test]
fn unknown_figures_take_their_equalities_with_them() {
    // With the total column unread, rows cannot be checked: a wrong figure can be any of its column.
    let book = observed("12 30 8 ?  47 17 9 ?  3 5 25 ?  62 106 42 ?");
    let answer = table(4, 4).localise(&book, &Evidence::default());
    assert_eq!(answer.diagnosis, Diagnosis::Ambiguous, "{}", say(&answer));
    assert_eq!(answer.region, [1, 5, 9, 13]);
    // Blanks that must hold something are tried as unknown after they failed as zeros.
    let book = observed("12 30 8 _  47 17 9 _  3 5 25 _  62 106 42 _");
    let answer = table(4, 4).localise(&book, &Evidence::default());
    assert_eq!(answer.diagnosis, Diagnosis::Ambiguous, "{}", say(&answer));
    assert_eq!(answer.region, [1, 5, 9, 13]);
}
