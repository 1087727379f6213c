//! One figure of a true narrative changed beyond its rounding: for how many of them that is noticed.
//!
//! `caught.txt` holds the share, fixture by fixture; it may only rise. `UPDATE_EXPECT=1` writes it anew.

use crate::figures::{Figure, accused, fixtures};
use gongkai::Engine;
use std::fmt::Write as _;
use std::path::Path;

/// The least share of figures, in percent, whose change is noticed.
const LEAST: usize = 70;

/// `figure` three units of its last place off, or half as much again where a word says that it is not exact.
fn otherwise(figure: &Figure) -> String {
    let digits: String = figure.digits.replace(',', "");
    let (whole, places) = digits.split_once('.').unwrap_or((&digits, ""));
    let value: u64 = format!("{whole}{places}").parse().unwrap_or(0);
    let off = match (figure.vague, figure.scaled) {
        (true, _) => value.div_ceil(2).max(3),
        // What was rounded may add up a little otherwise.
        (_, true) => 10,
        _ => 3,
    };
    // Up and down in turn.
    let value = if figure.mention.is_multiple_of(2) || value <= off { value + off } else { value - off };
    let changed = format!("{value:0width$}", width = places.len() + 1);
    match places.len() {
        0 => changed,
        len => format!("{}.{}", &changed[..changed.len() - len], &changed[changed.len() - len..]),
    }
}

#[test]
fn a_changed_figure_is_noticed() {
    let engine = Engine::linked().expect("the built-in forms agree");
    let (mut caught, mut all) = (0, 0);
    let (mut lines, mut missed) = (String::new(), String::new());
    for fixture in fixtures(&engine) {
        let mut here = 0;
        for figure in &fixture.figures {
            let mut changed = fixture.source.clone();
            changed.replace_range(figure.place.clone(), &otherwise(figure));
            if accused(&engine.check(&fixture.name, changed.as_bytes())) > 0 {
                here += 1;
            } else {
                let text = &fixture.audit.report.mentions[figure.mention].text;
                writeln!(missed, "{}: {text} → {}", fixture.name, otherwise(figure))
                    .expect("strings take everything");
            }
        }
        caught += here;
        all += fixture.figures.len();
        writeln!(lines, "{} {here} of {}", fixture.name, fixture.figures.len())
            .expect("strings take everything");
    }
    writeln!(lines, "all {caught} of {all}").expect("strings take everything");
    println!("{missed}{lines}");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/narratives/caught.txt");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, &lines).expect("a listed file can be written");
    }
    let recorded = std::fs::read_to_string(&path).expect("the share is recorded");
    let last = recorded.lines().last().and_then(|line| {
        let (caught, all) = line.strip_prefix("all ")?.split_once(" of ")?;
        Some((caught.parse::<usize>().ok()?, all.parse::<usize>().ok()?))
    });
    let (before, of) = last.expect("the last line is the sum");
    assert!(
        caught * of >= before * all,
        "{caught} of {all} noticed, recorded are {before} of {of}\n{missed}"
    );
    assert!(caught * 100 >= all * LEAST, "{caught} of {all} noticed\n{missed}");
}
