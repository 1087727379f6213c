//! The same narrative in equivalent words: what agreed still agrees.

use crate::figures::{Figure, Fixture, accused, fixtures};
use crate::numerals::{chinese, full_width, over, ten_thousands};
use crate::rng::Rng;
use gongkai::Engine;
use gongkai::model::MentionKind;

/// Rewritings of each fixture.
const TIMES: u64 = 12;

/// A figure printed another way that means the same or less; `None` where there is none.
fn another(figure: &Figure, rng: &mut Rng) -> Option<String> {
    let whole: Option<u64> = figure.digits.parse().ok();
    let counted = figure.kind == MentionKind::Count && !figure.vague && !figure.scaled;
    match rng.below(6) {
        0 => Some(format!(" {} ", figure.digits)),
        1 => Some(full_width(&figure.digits)),
        2 => whole.filter(|value| counted && (3..100).contains(value)).map(chinese),
        3 => whole.filter(|value| counted && *value >= 20_000).map(ten_thousands),
        4 => whole.filter(|value| counted && *value >= 120 && !value.is_multiple_of(10)).map(over),
        _ => None,
    }
}

/// Neighbours in a list with 、 between them, exchanged.
fn exchanged(fixture: &Fixture, source: &mut String, rng: &mut Rng) {
    let mentions = &fixture.audit.report.mentions;
    let mut from = usize::MAX;
    for pair in mentions.windows(2).rev() {
        let (one, other) = (pair[0].span.span(), pair[1].span.span());
        let count = |at: usize| pair[at].kind == MentionKind::Count && pair[at].quantity.is_some();
        let named =
            |at: usize| pair[at].text.ends_with(['条', '件']) && !pair[at].text.contains(['其', '共', '总']);
        let between = fixture.source.get(one.end as usize..other.start as usize);
        // 分别 ties what follows to the order.
        let tied =
            fixture.source[other.end as usize..].lines().next().is_some_and(|rest| rest.contains("分别"));
        if between == Some("、")
            && !tied
            && other.end as usize <= from
            && count(0)
            && count(1)
            && named(0)
            && named(1)
            && rng.one_in(2)
        {
            let swapped = format!("{}、{}", other.text(&fixture.source), one.text(&fixture.source));
            source.replace_range(one.start as usize..other.end as usize, &swapped);
            from = one.start as usize;
        }
    }
}

#[test]
fn other_words_for_the_same_are_not_accused() {
    let engine = Engine::linked().expect("the built-in forms agree");
    let (mut tried, mut wrong) = (0, Vec::new());
    for fixture in fixtures(&engine) {
        for number in 0..TIMES {
            let mut rng = Rng::of_trial(&fixture.name, "rewritten", number);
            let mut source = fixture.source.clone();
            if number % 3 == 0 {
                exchanged(&fixture, &mut source, &mut rng);
            } else {
                // From the last to the first, so that the places before stay.
                for figure in fixture.figures.iter().rev() {
                    if let Some(text) = another(figure, &mut rng).filter(|_| rng.one_in(2)) {
                        source.replace_range(figure.place.clone(), &text);
                    }
                }
            }
            if rng.one_in(3) {
                source = source.replace("其中：", "其中").replace("其中，", "其中");
            }
            if rng.one_in(4) {
                source = source.replace('；', ";");
            }
            tried += 1;
            let audit = engine.check(&fixture.name, source.as_bytes());
            if accused(&audit) > 0 {
                let said: Vec<&str> = audit
                    .findings
                    .iter()
                    .filter(|it| !it.mentions.is_empty())
                    .map(|it| it.message.zh.as_str())
                    .collect();
                wrong.push(format!("{} {number}: {}", fixture.name, said.join("\n  ")));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {tried} rewritings\n{}", wrong.len(), wrong.join("\n"));
    assert!(tried > 100, "{tried} rewritings");
}
