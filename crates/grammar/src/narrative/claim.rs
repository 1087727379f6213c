//! Claims about applications that need no figure: all of them were closed.

use super::marks::{Lists, Passage};
use gongkai_text::Span;

/// Words for being done with them; the last one only after 已.
const DONE: [&str; 5] = ["办结", "办理完", "处理完", "答复完", "答复"];

/// How many characters after the first word the second one stands at most.
const REACH: usize = 14;

/// Whether `sentence` says that every application was closed or answered, not merely in time.
pub(super) fn all_closed(passage: &Passage<'_>, sentence: Span) -> bool {
    passage.any(sentence, Lists::APPLICATIONS)
        && passage.all(sentence, Lists::ALL_OF_THEM).any(|mark| {
            let before = Span::new(sentence.start, mark.start).text(passage.text);
            let words = Span::new(mark.start, sentence.end).text(passage.text);
            !of_a_part(before) && done(words)
        })
}

/// Whether the words up to `before` say that only a part is meant: 其中11件.
fn of_a_part(before: &str) -> bool {
    before.rsplit(['，', '。', '；', '：', ',', ';']).next().is_some_and(|clause| clause.contains("其中"))
}

fn done(words: &str) -> bool {
    let end = words.char_indices().nth(REACH + 2).map_or(words.len(), |(at, _)| at);
    let clause = words[..end].split(['，', '。', '；', '：']).next().unwrap_or_default();
    let Some((verb, at)) = DONE.iter().find_map(|verb| Some((*verb, clause.find(verb)?))) else {
        return false;
    };
    let between = &clause[..at];
    let plain = !between.contains(['未', '不', '无', '按'])
        || between.contains("按要求")
        || between.contains("按规定");
    plain && !between.contains("期限") && (verb != "答复" || between.contains('已'))
}

#[cfg(test)]
mod tests {
    use super::all_closed;
    use crate::narrative::lexicon::Lexicon;
    use crate::narrative::marks::Passage;
    use gongkai_text::Span;

    #[test]
    fn claims_are_told() {
        for (sentence, expected) in [
            ("收到申请3件，所有申请均已按要求办理完成", true),
            ("收到申请3件，全部办结", true),
            ("受理申请9件，均已答复", true),
            ("受理申请9件，其中5件均已答复", false),
            ("受理申请9件，均按时答复", false),
            ("受理申请9件，均在法定期限内答复", false),
            ("提案9件，全部办结", false),
            ("申请均未办结", false),
        ] {
            let marks = Lexicon::get().marks(sentence);
            let passage = Passage::new(sentence, &marks);
            let whole = Span::new(0, sentence.len() as u32);
            assert_eq!(all_closed(&passage, whole), expected, "{sentence}");
        }
    }
}
