//! Claims on printed figures, read from their words: `70.67万 = 12.83万 + 57.83万`, `20/94 = 21.2%`.

use gongkai_reconcile::figure::{
    Approximation, Assessment, Derived, Figure, Number, Trend, UnitClass, balance, before_growth, share,
    whole_of,
};

/// What a claim says.
#[derive(Clone, Debug)]
pub(crate) enum Claim {
    Sum { parts: Vec<Figure>, total: Figure },
    Share { part: Figure, whole: Figure, share: Figure },
    Before { now: Figure, rate: Figure },
    WholeOf { part: Figure, share: Figure },
    Alone(Figure),
}

impl Claim {
    /// Reads a claim; what it leaves out, it takes from the one before.
    pub(crate) fn parse(text: &str, before: Option<&Self>) -> Option<Self> {
        let tokens = tokens(text);
        let figures: Vec<Figure> = tokens.iter().filter_map(|it| figure(it)).collect();
        let percent = |it: &Figure| it.class() == UnitClass::Rate;
        let rate = figures.iter().find(|it| percent(it)).copied();
        let plain: Vec<Figure> = figures.iter().filter(|it| !percent(it)).copied().collect();
        if text.contains("growth") {
            return Some(Self::Before { now: *plain.first()?, rate: rate? });
        }
        if text.contains('?') {
            return Some(Self::WholeOf { part: *plain.first()?, share: rate? });
        }
        if let (Some(Self::Share { part, share, .. }), true) = (before, text.contains("same")) {
            return Some(Self::Share { part: *part, whole: *plain.first()?, share: *share });
        }
        if text.contains('/') {
            let inherited = before.and_then(|it| match it {
                Self::Share { share, .. } => Some(*share),
                _ => None,
            });
            return Some(Self::Share {
                part: *plain.first()?,
                whole: *plain.get(1)?,
                share: rate.or(inherited)?,
            });
        }
        match plain.as_slice() {
            [alone] => Some(Self::Alone(*alone)),
            [one, other] => Some(Self::Sum { parts: vec![*one], total: *other }),
            // The total stands alone on one side.
            [first, rest @ ..] if text.find('=') < text.find('+') => {
                Some(Self::Sum { parts: rest.to_vec(), total: *first })
            }
            [rest @ .., last] => Some(Self::Sum { parts: rest.to_vec(), total: *last }),
            [] => None,
        }
    }

    pub(crate) fn assess(&self) -> Assessment {
        match self {
            Self::Sum { parts, total } => balance(parts, &[*total]),
            Self::Share { part, whole, share: rate } => share(part, whole, rate),
            Self::Before { .. } | Self::WholeOf { .. } | Self::Alone(_) => panic!("{self:?} is no relation"),
        }
    }

    pub(crate) fn derive(&self) -> Option<Derived> {
        match self {
            Self::Before { now, rate } => before_growth(now, rate, Trend::Growth, Number::ONE),
            Self::WholeOf { part, share } => whole_of(part, share, Number::ONE),
            _ => panic!("{self:?} derives nothing"),
        }
    }
}

/// The figures of a text with the words that stick to them; notes in brackets left out.
fn tokens(text: &str) -> Vec<String> {
    let mut kept = String::new();
    let mut depth = 0;
    for c in text.chars() {
        depth += i32::from(c == '(');
        if depth == 0 {
            kept.push(c);
        }
        depth -= i32::from(c == ')');
    }
    let money = kept.contains("万元");
    let text = kept.split(" => ").next().unwrap_or_default().replace(" 万", "万");
    let text = text.split_once(':').map_or(text.as_str(), |(_, rest)| rest).replace('=', " ");
    let words = text.split([' ', '+', '/']).filter(|word| word.bytes().any(|byte| byte.is_ascii_digit()));
    words
        .map(|word| if money && !word.contains('万') { format!("{word}万元") } else { word.to_owned() })
        .collect()
}

/// A figure with its words: `近300万条`, `170余万`, `95.9%`.
pub(crate) fn figure(text: &str) -> Option<Figure> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let start = if text[..start].ends_with('-') { start - 1 } else { start };
    let rest = &text[start..];
    let end = rest.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-')).unwrap_or(rest.len());
    let (digits, after, before) = (&rest[..end], &rest[end..], &text[..start]);
    let scale = if after.contains('万') { 10_000 } else { 1 };
    let class = if after.contains('%') {
        UnitClass::Rate
    } else if after.contains('元') || digits.contains('.') && scale == 1 {
        UnitClass::Amount { smallest: Number::ZERO }
    } else {
        UnitClass::Counted
    };
    let plain = Figure::printed(digits, scale, class)?;
    let words = [
        ("近", Approximation::Near),
        ("不足", Approximation::Below),
        ("约", Approximation::About),
        ("超", Approximation::Above),
        ("以上", Approximation::AtLeast),
        ("至多", Approximation::AtMost),
    ];
    let said = words.into_iter().find(|(word, _)| before.ends_with(word) || after.ends_with(word));
    Some(match said {
        Some((_, word)) => plain.approximately(word),
        None if after.contains("万余") => plain.approximately(Approximation::OverAfterScale),
        None if after.contains('余') => plain.approximately(Approximation::Over),
        None => plain,
    })
}
