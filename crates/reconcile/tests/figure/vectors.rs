//! The vectors of the shared folder, all as given.

use super::claim::Claim;
use gongkai_reconcile::figure::{Number, Reading, Set, sum};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// How many there are, and how many must come out as given.
const VECTORS: usize = 39;

#[test]
fn every_vector_comes_out_as_given() {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/conformance/rounding_vectors.json");
    let Ok(text) = fs::read_to_string(&path) else {
        eprintln!("SKIPPED: {VECTORS} rounding vectors are not beside the project, in shared/conformance");
        return;
    };
    let vectors: Vec<Value> = serde_json::from_str(&text).unwrap();
    let mut before = None;
    let mut wrong = Vec::new();
    for (at, vector) in vectors.iter().enumerate() {
        let words = vector["claim"].as_str().unwrap();
        let Some(claim) = Claim::parse(words, before.as_ref()) else {
            wrong.push(format!("{at}: not read"));
            continue;
        };
        wrong.extend(complaint(&claim, vector).map(|it| format!("{at}: {it}")));
        before = Some(claim);
    }
    println!("rounding vectors: {} of {}", vectors.len() - wrong.len(), vectors.len());
    assert_eq!(wrong, Vec::<String>::new());
    assert_eq!(vectors.len(), VECTORS, "the collection has grown: read the new ones, then count them here");
}

/// What comes out otherwise than given.
fn complaint(claim: &Claim, vector: &Value) -> Option<String> {
    let (verdict, detail) = (vector["verdict"].as_str()?, &vector["detail"]);
    let differs = |what: &str, found: &str| {
        (found != what).then(|| format!("expected {what}, found {found} for {claim:?}"))
    };
    let set = |set: Set, key: &str| detail[key].as_str().and_then(|given| differs(given, &set.to_string()));
    match claim {
        Claim::Alone(figure) => {
            let preferred = figure.admits(Reading::Nearest);
            let of = |key| set(preferred, key);
            of("iv").or_else(|| of("preferred")).or_else(|| set(figure.admits(Reading::Loose), "loose"))
        }
        Claim::Before { .. } | Claim::WholeOf { .. } => {
            let derived = claim.derive().map_or(Set::closed(Number::ONE, Number::ZERO), |it| it.values);
            set(derived, "prev").or_else(|| set(derived, "den"))
        }
        Claim::Sum { parts, total } => differs(verdict, super::word(claim.assess().status))
            .or_else(|| set(sum(parts, Reading::Nearest), "sum"))
            .or_else(|| set(total.admits(Reading::Nearest), "total")),
        Claim::Share { share, .. } => {
            let status = claim.assess().status;
            let reading = match super::word(status) {
                "HOLDS_TRUNCATED" => Reading::Truncated,
                "HOLDS_ROUNDED_UP" | "VIOLATED" => Reading::RoundedUp,
                _ => Reading::Nearest,
            };
            differs(verdict, super::word(status)).or_else(|| set(share.admits(reading), "printed"))
        }
    }
}
