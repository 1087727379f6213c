//! What holds for every text, and for every spelling of one sentence.

use gongkai_document::{Builder, Document};
use gongkai_grammar::narrative::{Chapter, Frame, Narrative, narrative};
use gongkai_model::StatementKind;
use gongkai_text::{Carrier, Decimal, Span};
use proptest::prelude::*;
use std::path::Path;

fn document(text: &str) -> Document {
    let mut builder = Builder::new(text, Carrier::Text);
    let mut start = 0;
    for line in text.split('\n') {
        let end = start + line.len() as u32;
        if !line.is_empty() {
            builder.paragraph(Span::new(start, end));
        }
        start = end + 1;
    }
    builder.finish()
}

fn read(text: &str) -> Narrative {
    narrative(&document(text), &Frame { year: Some(2023), ..Frame::default() })
}

/// The sentences of the rows.
fn sentences() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/narrative");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the rows are there")
        .map(|entry| entry.expect("an entry can be read").path())
        .collect();
    files.sort();
    let mut all = Vec::new();
    for file in files {
        let rows = std::fs::read_to_string(file).expect("a listed file can be read");
        let sentence = |block: &str| {
            let lines = block.lines().filter(|line| !line.starts_with("  ") && !line.starts_with('#'));
            lines.collect::<Vec<_>>().join("\n")
        };
        all.extend(rows.split("\n\n").map(sentence).filter(|text| !text.is_empty()));
    }
    all
}

/// What must not depend on spelling.
fn gist(found: &Narrative) -> Vec<(Decimal, Option<String>, bool)> {
    let one =
        |mention: &gongkai_model::Mention| (mention.value, mention.indicator.clone(), mention.unit.is_some());
    found.mentions.iter().map(one).collect()
}

fn places(found: &Narrative) -> Vec<usize> {
    let mut all = Vec::new();
    for statement in &found.statements {
        match &statement.kind {
            StatementKind::Parts { wholes, parts, .. } => all.extend(wholes.iter().chain(parts)),
            StatementKind::Share { share, parts, wholes, .. } => {
                all.extend([share].into_iter().chain(wholes).chain(parts));
            }
            StatementKind::Shares { shares } => all.extend(shares),
            StatementKind::Growth { growth, current, base } => {
                all.extend([growth].into_iter().chain(current).chain(base));
            }
            _ => {}
        }
    }
    all
}

#[test]
fn full_width_figures_are_the_same_figures() {
    for sentence in sentences() {
        let wide: String = sentence
            .chars()
            .map(|c| if c.is_ascii_digit() { char::from_u32(c as u32 + 0xFEE0).unwrap_or(c) } else { c })
            .collect();
        assert_eq!(gist(&read(&sentence)), gist(&read(&wide)), "{wide}");
    }
}

#[test]
fn spaces_beside_figures_say_nothing() {
    for sentence in sentences() {
        let mut spaced = String::new();
        let mut last = '。';
        for c in sentence.chars() {
            let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
            if last.is_ascii_digit() && han(c) || han(last) && c.is_ascii_digit() {
                spaced.push(' ');
            }
            spaced.push(c);
            last = c;
        }
        assert_eq!(gist(&read(&sentence)), gist(&read(&spaced)), "{spaced}");
    }
}

#[test]
fn a_sentence_said_twice_is_read_once() {
    for sentence in sentences() {
        let once = read(&sentence);
        let twice = read(&format!("{sentence}\n{sentence}"));
        assert_eq!(gist(&once), gist(&twice), "{sentence}");
    }
}

/// Words that sentences of reports are made of, and debris.
fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "收到",
        "政府信息公开申请",
        "其中",
        "，",
        "。",
        "；",
        "、",
        "：",
        "（",
        "）",
        "分别",
        "均为",
        "为",
        "114件",
        "28.7%",
        "3",
        "万条",
        "占",
        "办结率",
        "同比增长",
        "下降",
        "自然人",
        "不予公开",
        "行政复议",
        "未收到",
        "无",
        "没有",
        "2023年",
        "等",
        "其他",
        "\n",
        " ",
        "“",
        "”",
        "《",
        "由",
        "组成",
        "从申请形式看",
        "在主动公开的信息中",
        "一百二十余",
        "０",
        "0.86万元",
        "-",
        "　",
        "\u{feff}",
        "𠀀",
        "结转",
        "下年度",
    ])
}

proptest! {
    #[test]
    fn places_stand_on_characters_of_the_text(pieces in prop::collection::vec(piece(), 0..60)) {
        let text = pieces.concat();
        let found = read(&text);
        for mention in &found.mentions {
            for span in [mention.span.span(), mention.sentence.span()] {
                prop_assert!(text.get(span.range()).is_some(), "{span:?} of {text:?}");
            }
            prop_assert!(mention.sentence.span().contains(mention.span.span()));
            prop_assert_eq!(&mention.text, mention.span.span().text(&text));
        }
        prop_assert!(places(&found).iter().all(|at| *at < found.mentions.len()));
    }

    #[test]
    fn any_text_is_read(text in "\\PC*") {
        read(&text);
    }

    #[test]
    fn tables_and_chapters_may_stand_anywhere(
        pieces in prop::collection::vec(piece(), 0..40),
        start in 0_u32..300,
        len in 0_u32..300,
    ) {
        let text = pieces.concat();
        let tables = [Span::new(start, start + len)];
        let chapters = [Chapter { number: 3, start, applications: true, proceedings: false }];
        let frame = Frame { tables: &tables, chapters: &chapters, is_government: true, ..Frame::default() };
        for mention in narrative(&document(&text), &frame).mentions {
            prop_assert!(text.get(mention.span.span().range()).is_some());
        }
    }
}

#[test]
fn a_sentence_without_end_costs_what_its_length_costs() {
    let text = "其中收到政府信息公开申请3件，占5%，".repeat(4_000);
    assert!(read(&text).mentions.len() <= 8_000);
    let text = "（其中1件".repeat(4_000);
    read(&text);
}
