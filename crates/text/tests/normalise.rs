//! What normalisation changes, what it leaves alone, and that every change maps back.

use gongkai_text::Span;
use gongkai_text::normalise::{Context, normalise};
use proptest::prelude::*;

use Context::{Cell, Heading, Line, Narrative, TableRow};

const CONTEXTS: [Context; 5] = [Narrative, Heading, TableRow, Cell, Line];

fn check(source: &str, context: Context, expected: &str) {
    let done = normalise(source, context);
    assert_eq!(done.text(), expected, "{context:?} of {source:?}");
    laws(source, context);
}

/// What holds for every text.
fn laws(source: &str, context: Context) {
    let done = normalise(source, context);
    let text = done.text();
    assert_eq!(normalise(text, context).text(), text, "{context:?} twice on {source:?}");

    let (mut at, mut from) = (0, 0);
    for edit in done.edits() {
        assert!(!edit.source.is_empty() && edit.source.start >= from && edit.target.start >= at, "{edit:?}");
        assert!(
            source.get(edit.source.range()).is_some() && text.get(edit.target.range()).is_some(),
            "{edit:?}"
        );
        let (kept, same) = (Span::new(at, edit.target.start), Span::new(from, edit.source.start));
        untouched(source, &done, kept, same);
        // An edit maps onto itself when nothing else happened at the same place.
        assert!(done.to_source(edit.target).is_empty() || done.to_source(edit.target).contains(edit.source));
        assert_eq!(done.from_source(edit.source), edit.target);
        (at, from) = (edit.target.end, edit.source.end);
    }
    let (kept, same) = (Span::new(at, text.len() as u32), Span::new(from, source.len() as u32));
    untouched(source, &done, kept, same);
}

/// Between two edits, target and source are the same bytes, and every span there and back is itself.
fn untouched(source: &str, done: &gongkai_text::normalise::Normalised, kept: Span, same: Span) {
    assert_eq!(kept.text(done.text()), same.text(source));
    if !kept.is_empty() {
        assert_eq!(done.to_source(kept), same);
        assert_eq!(done.from_source(same), kept);
    }
}

#[test]
fn width_and_radicals() {
    for (source, expected) in [
        ("主动公开政府信息１，２３４条", "主动公开政府信息1，234条"),
        ("增长－３．５％", "增长-3.5%"),
        ("ＡＰＰ：ｗｗｗ．ｇｏｖ．ｃｎ／ｘｘｇｋ", "APP：www.gov.cn/xxgk"),
        ("同比下降\u{2212}4%", "同比下降-4%"),
        ("⼀是⼈民政府受理⼗⼆件", "一是人民政府受理十二件"),
        ("⻔⼾⽹站、⻚面", "门户网站、页面"),
        ("\u{FEFF}办结\u{200B}12件", "办结12件"),
        ("\u{3000}\u{3000}全年办结\u{A0}12\u{2009}件", "全年办结12件"),
        ("包括：①12件②3件", "包括：①12件②3件"),
        ("⒈2023年", "⒈2023年"),
        ("面积10m²，占㎡", "面积10m²，占㎡"),
        ("第一行。\r\n第二行。\rC", "第一行。\n第二行。\nC"),
        ("上页。\u{C}下页。", "上页。\n下页。"),
    ] {
        check(source, Narrative, expected);
    }
}

#[test]
fn markup() {
    for (source, context, expected) in [
        ("一是**优化流程**，二是**“一件事”改革**。", Narrative, "一是优化流程，二是“一件事”改革。"),
        ("***重点***工作", Narrative, "重点工作"),
        ("申请人张**、李**", Narrative, "申请人张**、李**"),
        ("电话138****1234", Narrative, "电话138****1234"),
        ("<i>6</i>", Cell, "6"),
        ("<INPUT type=\"checkbox\"/>选项", Cell, "选项"),
        ("见<https://example.gov.cn/a?b=1>。", Narrative, "见https://example.gov.cn/a?b=1。"),
        ("规章<br/>数量", Cell, "规章数量"),
        ("12<br>34", Cell, "12\n34"),
        ("规章<br>数量\t1", TableRow, "规章 数量\t1"),
        ("若a<b且b>c", Narrative, "若a<b且b>c"),
        ("<<i>i>6", Cell, "6"),
    ] {
        check(source, context, expected);
    }
}

#[test]
fn spaces() {
    for (source, context, expected) in [
        ("共 办 结 申 请 12 件 。", Narrative, "共办结申请12件。"),
        ("办 理 情 况", Heading, "办理情况"),
        ("2 0 2 4 年 度 报 告", Heading, "2024年度报告"),
        ("2 0 2 4\n年度报告", Heading, "2024年度报告"),
        ("编号 4 2 0 8 号", Narrative, "编号4 2 0 8号"),
        ("合计 2 748 456 元", Narrative, "合计2 748 456元"),
        ("电话 0571-5550101 5550102", Narrative, "电话0571-5550101 5550102"),
        ("电话: 0571—5550101; 邮编: 310000", Narrative, "电话：0571—5550101；邮编：310000"),
        ("使用 APP 2.0 版", Narrative, "使用APP 2.0版"),
        ("Open Data 平台", Narrative, "Open Data平台"),
        ("信息内容 本年制发件数", Cell, "信息内容本年制发件数"),
        ("  行政许可  ", Cell, "行政许可"),
        ("1. 2023 年工作", Narrative, "1. 2023年工作"),
        ("- 政务公开 12 条", Narrative, "- 政务公开12条"),
        ("## 一、 总体情况", Heading, "## 一、总体情况"),
        // Cells of a row stay apart.
        ("统 计 指 标\t单 位\t数 量", TableRow, "统计指标\t单位\t数量"),
        ("4 2 0 8", TableRow, "4 2 0 8"),
        ("规章  3  1  40", TableRow, "规章  3  1  40"),
        ("行政许可 120", TableRow, "行政许可 120"),
        ("基本信息 设定依据 办理流程", TableRow, "基本信息 设定依据 办理流程"),
        ("规章\t\t3\t ", TableRow, "规章\t\t3\t "),
        ("规 章 | 3 | 4", Line, "规章 | 3 | 4"),
    ] {
        check(source, context, expected);
    }
}

#[test]
fn line_ends() {
    for (source, expected) in [
        ("全年收到申请，其中自然人申\n请12件。", "全年收到申请，其中自然人申请12件。"),
        ("今年以来，公开信息\n\n\n120条。", "今年以来，公开信息120条。"),
        ("公开信息120\n\n条。", "公开信息120条。"),
        ("办结率达到 98\n% 以上，同比提高。", "办结率达到98%以上，同比提高。"),
        ("公开目录86\n\n- 条。公报4期。", "公开目录86条。公报4期。"),
        ("全县共收到公开申请\n— 5 —\n12件", "全县共收到公开申请12件"),
        ("收到，\n\n- 5 -\n\n办结。", "收到，办结。"),
        ("收到，\n第 5 页 共 9 页\n办结。", "收到，办结。"),
        ("收到，\n— 5 **—**\n办结。", "收到，办结。"),
        ("第一段。\n\n— 5 —\n\n第二段。", "第一段。\n\n\n第二段。"),
        ("今年以来，推动Open\nData建设。", "今年以来，推动Open Data建设。"),
        // What begins anew stays apart.
        ("（各栏之和，等于总数）\n自然人\n总计\n12", "（各栏之和，等于总数）\n自然人\n总计\n12"),
        ("其他\n只公开一部分，不公开另一部分", "其他\n只公开一部分，不公开另一部分"),
        ("一、总体情况\n2023年，全年公开信息120条。", "一、总体情况\n2023年，全年公开信息120条。"),
        (
            "二、建议、提案办理结果公开情况\n\n全年办理，均已办结。",
            "二、建议、提案办理结果公开情况\n\n全年办理，均已办结。",
        ),
        (
            "某县2023年政府信息公开工作年度报告\n根据条例，编制本报告。",
            "某县2023年政府信息公开工作年度报告\n根据条例，编制本报告。",
        ),
        ("一是健全机制，压实责任\n（二）依申请公开。", "一是健全机制，压实责任\n（二）依申请公开。"),
        ("一是健全机制，压实责任\n2. 依申请公开。", "一是健全机制，压实责任\n2.依申请公开。"),
        ("- 政府公报 12\n- 项目建设 3", "- 政府公报12\n- 项目建设3"),
        ("规章\n3\n规范性文件\n12", "规章\n3\n规范性文件\n12"),
        ("公开信息12，共34\n56件", "公开信息12，共34\n56件"),
        ("地址：某路1号\n电话：0571-5550101", "地址：某路1号\n电话：0571-5550101"),
        ("某县人民政府办公室\n2024年1月20日", "某县人民政府办公室\n2024年1月20日"),
        ("规章\t3\n文件\t4", "规章\t3\n文件\t4"),
    ] {
        check(source, Narrative, expected);
    }
    for (source, context, expected) in [
        ("不予公开政府\n信息的其他情形", Cell, "不予公开政府信息的其他情形"),
        ("9\n(县级)", Cell, "9（县级）"),
        ("12\n34", Cell, "12\n34"),
        ("三、收到和处理\n  申请情况", Heading, "三、收到和处理申请情况"),
        ("— 12 —", Line, ""),
        ("第 3 页", Line, ""),
        ("第3条", Line, "第3条"),
        ("-0", Line, "-0"),
        ("—", Line, "—"),
        ("— 12 —", TableRow, "— 12 —"),
    ] {
        check(source, context, expected);
    }
}

#[test]
fn punctuation() {
    for (source, expected) in [
        ("办结114件,同比增长;其中公报28,网站30条", "办结114件，同比增长；其中公报28，网站30条"),
        ("共1,234件,其中12,345条", "共1,234件，其中12,345条"),
        ("时间:8:30-17:30", "时间：8:30-17:30"),
        ("是否公开?是!", "是否公开？是！"),
        ("第(一)项(含2件)", "第（一）项（含2件）"),
        ("信息（县级)12条", "信息（县级）12条"),
        ("1)健全机制", "1)健全机制"),
        ("f(x, y)", "f(x, y)"),
        ("发文时,\n一并填写,方可", "发文时，一并填写，方可"),
        ("报送28 ,政府网站", "报送28，政府网站"),
        ("推进\"一网通办\"", "推进\"一网通办\""),
    ] {
        check(source, Narrative, expected);
    }
    check("办班次数\t次\t9(县级)", TableRow, "办班次数\t次\t9（县级）");
}

#[test]
fn left_alone() {
    for text in [
        "（国办发〔2021〕30号）",
        "宁政办发〔2018〕61号",
        "0571-5550101，0571—5550102",
        "索引号330100-103/2019-00002",
        "GB/T 15834—2011",
        "COVID-19",
        "15项—20项，2个—6个月，2-3个",
        "2018年—2019年",
        "由23个扩展为96个",
        "第二十条第（一）项",
        "“12345”热线、“1+1”模式、“两微一端”",
        "—",
        "/",
        "",
        "10²、1O件、二○二三年",
    ] {
        for context in CONTEXTS {
            check(text, context, text);
            assert!(normalise(text, context).edits().is_empty());
        }
    }
}

#[test]
fn every_edit_names_its_rule() {
    for (source, context, rules) in [
        ("５ 件", Narrative, "width spacing"),
        ("⼈\u{3000}a", Cell, "ideograph blank spacing"),
        ("a\u{3000}b", Cell, "blank"),
        ("a\u{200B}b", Cell, "invisible"),
        ("甲。\r\n乙。", Narrative, "line-end"),
        ("**甲**,乙", Narrative, "markup markup punctuation"),
        ("公开，\n甲", Narrative, "soft-break"),
        ("公开5\n- 条", Narrative, "bullet"),
        ("公开，\n- 3 -\n甲", Narrative, "page-number"),
    ] {
        let done = normalise(source, context);
        let found: Vec<_> = done.edits().iter().map(|edit| edit.kind.rule()).collect();
        // A blank that goes is one edit, by the rule that had the last word.
        let expected = rules.replace("blank spacing", "spacing");
        assert_eq!(found.join(" "), expected, "{source:?}");
    }
}

#[test]
fn spans_map_both_ways_and_beyond_the_end() {
    let source = "共 ２８\n\n条。";
    let done = normalise(source, Narrative);
    assert_eq!(done.text(), "共28条。");
    for (part, printed) in
        [("共", "共"), ("28", "２８"), ("2", "２"), ("28条", "２８\n\n条"), ("共28", "共 ２８")]
    {
        let at = done.text().find(part).expect("the part is there") as u32;
        let span = Span::new(at, at + part.len() as u32);
        assert_eq!(done.to_source(span).text(source), printed);
        assert_eq!(done.from_source(done.to_source(span)), span);
    }
    let all = Span::new(0, source.len() as u32);
    assert_eq!(done.to_source(Span::new(0, u32::MAX)), all);
    assert_eq!(done.to_source(Span::new(90, 99)), Span::new(all.end, all.end));
    assert_eq!(done.from_source(Span::new(0, u32::MAX)), Span::new(0, done.text().len() as u32));
}

/// Texts dense in what the rules look at.
fn debris() -> impl Strategy<Value = String> {
    let parts = [
        "中",
        "条",
        "年",
        "文",
        "第",
        "页",
        "一",
        "情况",
        "１",
        "2",
        "34",
        "a",
        "B",
        " ",
        " ",
        "  ",
        "\u{3000}",
        "\n",
        "\n\n",
        "\n",
        "\r\n",
        "\t",
        "- ",
        "-",
        "—",
        "— 8 —",
        "\n- 3 -\n",
        "**",
        "*",
        "<i>",
        "</i>",
        "<",
        ">",
        "<http://",
        "<br>",
        ",",
        "，",
        "、",
        "。",
        ";",
        ":",
        "：",
        "(",
        ")",
        "（",
        "）",
        "“",
        "”",
        "《",
        "|",
        "#",
        ".",
        "/",
        "\u{200B}",
        "⼈",
        "2 0 2 3",
        "（一）",
        "1.",
        "①",
        "!",
        "%",
    ];
    proptest::collection::vec(proptest::sample::select(parts.to_vec()), 0..24)
        .prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn laws_hold_on_debris(source in debris()) {
        for context in CONTEXTS {
            laws(&source, context);
        }
    }

    #[test]
    fn laws_hold_on_any_text(source in "\\PC{0,60}") {
        for context in CONTEXTS {
            laws(&source, context);
        }
    }

    #[test]
    fn mapping_is_total(source in debris(), start in 0_u32..200, len in 0_u32..200) {
        let span = Span::new(start, start + len);
        for context in CONTEXTS {
            let done = normalise(&source, context);
            prop_assert!(done.to_source(span).end as usize <= source.len());
            prop_assert!(done.from_source(span).end as usize <= done.text().len());
        }
    }
}
