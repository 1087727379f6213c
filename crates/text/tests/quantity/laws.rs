//! What holds for every text.

use gongkai_text::Span;
use gongkai_text::normalise::{Context, normalise};
use gongkai_text::quantity::{Options, Style, recognise, recognise_source};
use proptest::prelude::*;

const CONTEXTS: [Context; 5] =
    [Context::Narrative, Context::Heading, Context::TableRow, Context::Cell, Context::Line];

fn laws(source: &str) {
    for context in CONTEXTS {
        for style in [Style::Official, Style::General] {
            let options = Options { style, context };
            let clean = normalise(source, context);
            // The scanner also meets text that nobody normalised.
            for text in [source, clean.text()] {
                let read = recognise(text, options);
                let spans = read.quantities.iter().map(|it| (it.span, it.figure));
                ordered(text, spans, options);
                ordered(text, read.rejected.iter().map(|it| (it.span, it.figure)), options);
                for it in &read.quantities {
                    assert!(
                        !read
                            .rejected
                            .iter()
                            .any(|no| no.span.start < it.span.end && it.span.start < no.span.end),
                        "{options:?} {text:?}"
                    );
                    assert!(it.range.is_none_or(|(low, high)| low <= high && low == it.value), "{text:?}");
                }
            }
            let again = normalise(clean.text(), context);
            assert_eq!(recognise(clean.text(), options), recognise(again.text(), options));
            for it in &recognise_source(source, options).quantities {
                assert!(!it.span.text(source).is_empty() && it.span.contains(it.figure), "{source:?}");
            }
        }
    }
}

/// Spans are in order, apart, inside the text and on its characters.
fn ordered(text: &str, spans: impl Iterator<Item = (Span, Span)>, options: Options) {
    let mut end = 0;
    for (span, figure) in spans {
        assert!(end <= span.start && !span.text(text).is_empty(), "{options:?} {text:?} {span:?}");
        assert!(span.contains(figure) && !figure.text(text).is_empty(), "{options:?} {text:?} {figure:?}");
        end = span.end;
    }
}

/// Texts dense in what the grammar looks at.
fn debris() -> impl Strategy<Value = String> {
    const PARTS: &str = "1 2 12 0 00 2023 1.5 1,234 １ ３０ 一 二 三 十 百 千 万 亿 零 〇 ○ 两 几 数 余 多 点 半 \
        件 条 个 次 年 月 日 号 % ‰ 元 角 分 分之 百分之 成 倍 个百分点 工作日 翻 番 第 （ ） ( ) 〔 〕 “ ” 《 》 ， 、 。 ； ： \
        - — -- ~ ～ 至 到 和 与 之间 约 近 超 不足 以上 以下 左右 增长 下降 每 人民币 ¥ 上 负 + × : / . , ; @ O l I a V www. \
        届 会议 版 楼 国道 图 附件 电话 中 ① · é 𠀀 ⼗ \n \t | 起 大 整";
    let parts: Vec<&str> = PARTS.split(' ').filter(|part| !part.is_empty()).chain([" ", "  "]).collect();
    proptest::collection::vec(proptest::sample::select(parts), 0..16).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn hold_on_debris(source in debris()) {
        laws(&source);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn hold_on_any_text(source in "\\PC{0,60}") {
        laws(&source);
    }
}

#[test]
fn long_runs_cost_no_more_than_their_length() {
    for part in
        ["9", "一", "万", "1-", "1.", "第一、", "（", "“", "1,", "百分之", "1 ", "分之", "几十", "1至"]
    {
        let source = part.repeat(40_000);
        laws_once(&source);
    }
}

fn laws_once(source: &str) {
    let read = recognise(source, Options::OFFICIAL);
    ordered(source, read.quantities.iter().map(|it| (it.span, it.figure)), Options::OFFICIAL);
}
