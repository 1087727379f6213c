//! Pages, as small as they can be, against the grid or the blocks that they are.
#![cfg(feature = "html")]

mod shown;

use gongkai_document::{Block, Document};
use gongkai_read::{ReadError, read};
use gongkai_text::Carrier;
use proptest::prelude::*;

/// A document as lines: `# ` before headings, `| ` between cells, `⏎` for a line's end inside a cell.
fn shown(document: &Document) -> String {
    let lines = document.blocks().iter().map(|block| match *block {
        Block::Heading(level, span) => format!("{} {}", "#".repeat(level.into()), document.slice(span)),
        Block::Paragraph(span) => document.slice(span).to_owned(),
        Block::Row(row) => {
            let mut columns = Vec::new();
            for cell in document.cells(row) {
                columns.resize((cell.column as usize).max(columns.len()), "<".to_owned());
                columns.push(document.slice(cell.span).replace('\n', "⏎"));
            }
            format!("| {} |", columns.join(" | "))
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check(html: &str, expected: &str) {
    check_bytes("page.html", html.as_bytes(), expected);
}

#[track_caller]
fn check_bytes(name: &str, bytes: &[u8], expected: &str) {
    let found = read(name, bytes).map_or_else(|error| error.to_string(), |document| shown(&document));
    let expected: Vec<&str> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(found, expected.join("\n"));
}

#[test]
fn spans_are_expanded() {
    check(
        "<table><tr><td rowspan=2>三、本年度办理结果</td><td>（一）予以公开</td><td>3</td></tr><tr><td>（二）部分公开</td><td>4</td></tr></table>",
        "| 三、本年度办理结果 | （一）予以公开 | 3 |
         |  | （二）部分公开 | 4 |",
    );
    check(
        "<table><tr><td colspan=2>行政复议</td><td>总计</td></tr><tr><td>维持</td><td>纠正</td><td>9</td></tr></table>",
        "| 行政复议 | < | 总计 |
         | 维持 | 纠正 | 9 |",
    );
    // A value under two spans from above goes to the column that is free.
    check(
        "<table><tr><td rowspan=3>甲</td><td rowspan=2>乙</td><td>1</td></tr><tr><td>2</td></tr><tr><td>丙</td><td>3</td></tr></table>",
        "| 甲 | 乙 | 1 |
         |  |  | 2 |
         |  | 丙 | 3 |",
    );
}

#[test]
fn absurd_spans_are_cut_to_the_table() {
    let grid = "| 甲 | 1 |\n| 乙 | 2 |";
    check("<table><tr><td>甲<td>1<tr><td>乙<td colspan=1000000000>2</table>", grid);
    check(
        "<table><tr><td rowspan=0>甲<td rowspan=-4>1<td rowspan=999999>乙<td>丙<tr><td>2<td>丁</table>",
        "| 甲 | 1 | 乙 | 丙 |
         |  | 2 |  | 丁 |",
    );
    check("<table><tr><td colspan=0>甲<td colspan=x>1<tr><td>乙<td>2</table>", grid);
}

#[test]
fn fragments_of_a_cell_run_together() {
    check(
        "<table><tr><td><p>本年新<br>制作数量</p></td><td><span>1,83</span><span>7</span><o:p></o:p></td></tr>
         <tr><td><p>行政</p><p>许可</p></td><td><p>1,83</p><p>7</p></td></tr>
         <tr><td>&nbsp;规 章&nbsp;</td><td>&nbsp;&nbsp;0&nbsp;</td></tr></table>",
        "| 本年新⏎制作数量 | 1,837 |
         | 行政⏎许可 | 1,837 |
         | 规 章 | 0 |",
    );
    // Two figures below each other stay two; what wraps in the source runs on.
    check("<table><tr><td>行政\n  处罚</td><td>12<br>34</td></tr></table>", "| 行政处罚 | 12⏎34 |");
}

#[test]
fn missing_end_tags_are_repaired() {
    check(
        "<TABLE><TR><TD><P>规章<TD><P>3<!-- <td>9 --><TR><TD>行&#x653f;许可<TD>4</TABLE>",
        "| 规章 | 3 |
         | 行政许可 | 4 |",
    );
}

#[test]
fn layout_is_walked_into() {
    check(
        "<table><tr><td>导语<table><tr><td>规章</td><td>1</td></tr></table>结语</td></tr></table>",
        "导语
         | 规章 | 1 |
         结语",
    );
    check("<table><tr><td><p>第一段</p><p>第二段</p></td></tr></table>", "第一段\n第二段");
}

#[test]
fn hidden_things_are_left_out() {
    check(
        "<style>td{}</style><script>'<table><tr><td>9'</script><table><tr><td>规章<td>1<td style='color:red; DISPLAY : none'>8
         <tr style=\"display:none\"><td>隐<td>9<tr hidden><td>隐<td>9<tr><td>许可<td><span hidden>7</span>2</table><template><p>九</p></template>",
        "| 规章 | 1 |
         | 许可 | 2 |",
    );
}

#[test]
fn classes_that_the_page_does_not_display_are_left_out() {
    let body = "<p class='tip old'>藏</p><p class=tips>明</p><div id=box>盒</div><table><tr><td class='a tip'>8<td>规章<td>1</table>";
    let shown = "明\n盒\n| 规章 | 1 |";
    for sheet in [
        ".tip{display:none}",
        "p{color:red} /* x */\n.b , .tip { color : red; DISPLAY : none !important }",
        "@media print{.tips,#box{display:none}}.tip{display:none}",
    ] {
        check(&format!("<html><head><style type='text/css'>{sheet}</style></head><body>{body}"), shown);
    }
    let none = "藏\n明\n盒\n| 8 | 规章 | 1 |";
    for sheet in [
        "@media print{.tip{display:none}}",
        ".menu .tip{display:none}",
        ".tip:hover{display:none}",
        ".tip{display:block",
    ] {
        check(&format!("<html><head><style>{sheet}</style></head><body>{body}"), none);
    }
    // A page that only a script shows is read all the same.
    let page = "<html><style>.main{display:none}</style><body><div class=main><p>一、总体情况</p><p>本年度良好。</p></div><p>首页</p>";
    check(page, "一、总体情况\n本年度良好。");
}

#[test]
fn phantom_columns_and_rows_of_exports_go() {
    // 总计 was split by rounding: no cell stands in either half alone.
    check(
        "<table><tr><td>表头<td colspan=2>总<tr><td>甲<td colspan=2>1<tr><td>乙<td colspan=2>2<tr height=0><td><td><td></table>",
        "| 表头 | 总 |
         | 甲 | 1 |
         | 乙 | 2 |",
    );
    check(
        "<table><tr><td colspan=2>左<td colspan=3>右<tr><td>甲<td colspan=2>乙<td colspan=2>丙<tr><td>1<td colspan=2>2<td colspan=2>3</table>",
        "| 左 | < | 右 |
         | 甲 | 乙 | 丙 |
         | 1 | 2 | 3 |",
    );
    // Of the rows left blank at the end the first is kept: it may be all that a table was filled in with.
    check(
        "<table><tr><td>甲<td>1<tr><td>&nbsp;<td> <tr><td><td></table>",
        "| 甲 | 1 |
         |  |  |",
    );
    check("<table><tr><td>甲<td>1<tr><td colspan=2>&nbsp;</table>", "| 甲 | 1 |");
}

#[test]
fn only_the_article_is_read() {
    check(
        "<html><head><title>某县2023年政府信息公开工作年度报告_某县人民政府</title></head><body>
         <div><ul><li><a href=1>首页</a><li><a href=2>政务公开</a><li><a href=3>年报</a></ul></div>
         <div><div class=a><p>一、总体情况</p><p>本年度主动公开政府信息若干条，办理申请若干件，没有收费，也没有诉讼，情况良好。</p>
         <table><tr><td>规章</td><td>1</td></tr></table></div>
         <div><a href=4>上一篇：2022年度报告</a><a href=5>下一篇：2024年度报告</a><a href=6>更多</a></div></div>
         <div><p>主办：某县人民政府办公室 ICP备00000000号 联系电话：0000-0000000</p></div></body></html>",
        "# 某县2023年政府信息公开工作年度报告
         一、总体情况
         本年度主动公开政府信息若干条，办理申请若干件，没有收费，也没有诉讼，情况良好。
         | 规章 | 1 |",
    );
}

#[test]
fn the_article_is_found_without_a_wrapper() {
    let links = "<ul><li><a href=1>首页</a><li><a href=2>要闻动态</a><li><a href=3>政务公开</a></ul>";
    let prose =
        "本年度主动公开政府信息若干条，办理申请若干件，没有收费，也没有诉讼，情况总体良好，问题仍有不少。";
    let table = "<table><tr><td>规章</td><td>1</td></tr><tr><td>许可</td><td>2</td></tr><tr><td>处罚</td><td>3</td></tr></table>";
    let read = format!(
        "# 某局2023年年度报告\n一、总体情况\n{prose}\n| 规章 | 1 |\n| 许可 | 2 |\n| 处罚 | 3 |\n二、问题\n{prose}"
    );
    let parts = [
        // Flat.
        format!("{links}<h1>某局2023年年度报告</h1><p>一、总体情况</p><p>{prose}</p>{table}<p>二、问题</p><p>{prose}</p>{links}<div>版权所有：某局</div>"),
        // A layout table with side bars, each part in a box of its own.
        format!(
            "<table><tr><td>{links}<td><div><h1>某局2023年年度报告</h1></div><div><p>一、总体情况<p>{prose}</div><div>{table}</div><div><p>二、问题<p>{prose}</div>
             <td><table><tr><th>日<th>一<tr><td><a href=7>1</a><td><a href=8>2</a><tr><td><a href=9>3</a><td>4</table></table><footer>联系我们</footer>"
        ),
        // Lines instead of paragraphs.
        format!("<div>{links}</div><div><h1>某局2023年年度报告</h1>一、总体情况<br>{prose}<br>{table}二、问题<br><br>{prose}</div>"),
    ];
    for part in parts {
        check(&format!("<html><body>{part}</body></html>"), &read);
    }
}

#[test]
fn a_spreadsheet_saved_as_a_page_has_sentences_between_its_rows() {
    let wide = "<td></td><td></td>";
    check(
        &format!(
            "<table><tr><td>某局2023年年度报告</td>{wide}</tr>\
             <tr><td>2023年，本局全年办理行政许可12件，均按期办结。</td>{wide}</tr>\
             <tr><td>规章</td><td>1</td><td>2</td></tr><tr><td>说明。</td>{wide}</tr></table>"
        ),
        "| 某局2023年年度报告 |  |  |
         2023年，本局全年办理行政许可12件，均按期办结。
         | 规章 | 1 | 2 |
         | 说明。 |  |  |",
    );
    // A label that reaches beside other rows is none.
    check(
        "<table><tr><td rowspan=2>本行数据应当等于以下各行数据之和，请核对后填写。</td><td></td></tr>\
         <tr><td>1</td></tr></table>",
        "| 本行数据应当等于以下各行数据之和，请核对后填写。 |  |
         |  | 1 |",
    );
}

#[test]
fn titles_and_captions_stand_before_what_they_name() {
    check(
        "<h1>某局 2021 年报</h1><table><caption>表一</caption><thead><tr><th>项<th>数<tbody><tr><td>甲<td>1</table><h2>二、<b>情</b>况</h2>",
        "# 某局 2021 年报
         表一
         | 项 | 数 |
         | 甲 | 1 |
         ## 二、情况",
    );
}

#[test]
fn html_inside_markdown_and_text_is_read_in_place() {
    let text = "# 年报\n\n<table><tr><td>规章</td><td>12</td></tr><tr><td>许可</td><td></td></tr></table>五、问题\n\n| 甲<br>乙 | 3 |\n";
    check_bytes("a.md", text.as_bytes(), "# 年报\n| 规章 | 12 |\n| 许可 |  |\n五、问题\n| 甲乙 | 3 |");
    let document = read("a.md", text.as_bytes()).unwrap();
    let Block::Row(row) = document.blocks()[1] else { panic!("a row") };
    assert_eq!(document.cells(row)[1].span.start as usize, text.find("12").unwrap());
    check_bytes(
        "a.txt",
        "说明\n<table><tr><td>甲<td>1\n\n二、说明\n".as_bytes(),
        "说明\n| 甲 | 1 |\n二、说明",
    );
}

/// What stands in the source where blocks and cells point to, with line and column.
#[track_caller]
fn check_places(name: &str, bytes: &[u8], expected: &[&str]) {
    let document = read(name, bytes).expect("a document");
    let mut found = Vec::new();
    let mut note = |span| {
        let place = document.in_source(span);
        let at = document.position(place.start);
        found.push(format!("{}:{} {}", at.line, at.column, place.text(document.source())));
    };
    for block in document.blocks() {
        match *block {
            Block::Row(row) => document.cells(row).iter().for_each(|cell| note(cell.span)),
            Block::Heading(_, span) | Block::Paragraph(span) => note(span),
        }
    }
    assert_eq!(found, expected);
}

#[test]
fn places_are_places_of_the_source() {
    let page = "<!DOCTYPE html>\r\n<title>某局2023年年报_某局</title>\r\n<body>\r\n<p>一、总体\r\n  情况</p>\r\n\
        <table border=1>\r\n<tr><td>规&nbsp;章</td><td> 3 </td><td></td></tr>\r\n\
        <tr><td><span>许</span><span>可</span></td><td>&#49;</td><td>1,83<b>7</b></td></tr></table>\r\n<p>&lt;完&gt;";
    let expected = [
        "2:8 某局2023年年报",
        "4:4 一、总体\r\n  情况",
        "7:9 规&nbsp;章",
        "7:27 3",
        "7:38 ",
        "8:15 许</span><span>可",
        "8:46 &#49;",
        "8:60 1,83<b>7",
        "9:4 &lt;完&gt;",
    ];
    check_places("a.html", page.as_bytes(), &expected);
    // Offsets of another charset refer to the decoded text.
    check_places("a.html", &encoding_rs::GB18030.encode(page).0, &expected);
    // Text that a table does not take stands before it and points into it.
    check_places(
        "a.html",
        "<p>甲</p><table><tr>乙<td>1<td>2</table>".as_bytes(),
        &["1:4 甲", "1:20 乙", "1:25 1", "1:30 2"],
    );
    // A title out of the window, without the name of the site behind it.
    check_places(
        "a.html",
        "<title>　某局年报_某局</title><p>一、情况好。".as_bytes(),
        &["1:9 某局年报", "1:27 一、情况好。"],
    );
    // A title out of the metadata.
    let page = "<html><head><meta name=ArticleTitle content='某局年报'></head><p>一、情况&mdash;&mdash;好";
    check_places("a.html", page.as_bytes(), &["1:46 某局年报", "1:62 一、情况&mdash;&mdash;好"]);
    // Blanks of Chinese print, before and behind, in cells and out of them.
    check_places(
        "a.html",
        "<p>　　甲&emsp;</p><table><tr><td>　规章　<td>　1<b>2</b>　\t</table>　乙".as_bytes(),
        &["1:6 甲", "1:33 规章", "1:41 1<b>2", "1:61 乙"],
    );
    // In Markdown, in place and put together.
    check_places(
        "a.md",
        "| 甲<br>乙 | 3 |\n\n<table><tr><td>规<b>章</b><td>1<tr><td><td>&amp;</table>\n".as_bytes(),
        &["1:3 甲<br>乙", "1:12 3", "3:16 规<b>章", "3:29 1", "3:38 ", "3:42 &amp;"],
    );
}

#[test]
fn content_decides_before_the_name() {
    let carrier = |name: &str, text: &str| read(name, text.as_bytes()).map(|document| document.carrier());
    assert_eq!(carrier("a.txt", "<!DOCTYPE html><p>一</p>"), Ok(Carrier::Html));
    assert_eq!(carrier("a.md", "<table><tr><td>规章<td>1</table>"), Ok(Carrier::Html));
    assert_eq!(carrier("a.md", "<div align=center>\n\n# 年报\n\n</div>"), Ok(Carrier::Markdown));
    assert_eq!(carrier("a.html", "规章\t0\n"), Ok(Carrier::Text));
    let refused = carrier("a.json", "{\"content\":\"<table><tr><td>1</td></tr></table>\"}");
    assert!(matches!(refused, Err(ReadError::NotRead { .. })), "{refused:?}");
    assert_eq!(carrier("a.html", "<html><body><div></div></body></html>"), Err(ReadError::Empty));
}

#[test]
fn bytes_are_decoded_by_mark_validity_declaration_and_habit() {
    let page = |charset: &str| format!("<html><meta charset={charset}><p>规章许可㐀</p></html>");
    let gb = |text: &str| encoding_rs::GB18030.encode(text).0.into_owned();
    let utf_16 = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let cases: [(Vec<u8>, &[&str]); 8] = [
        (page("utf-8").into_bytes(), &[]),
        (page("gb2312").into_bytes(), &["charset-mismatch"]),
        (gb(&page("gb2312")), &[]),
        (gb(&page("utf-8")), &["charset-mismatch"]),
        (gb("<html><p>规章许可㐀</p></html>"), &[]),
        ([b"\xEF\xBB\xBF", page("gbk").as_bytes()].concat(), &[]),
        ([b"\xFF\xFE".to_vec(), utf_16(&page("utf-16"))].concat(), &[]),
        (utf_16(&page("utf-16")), &[]),
    ];
    for (bytes, remarks) in cases {
        let document = read("a.html", &bytes).unwrap();
        assert_eq!(shown(&document), "规章许可㐀");
        assert_eq!(document.remarks().iter().map(|it| it.code).collect::<Vec<_>>(), remarks);
    }
    let document = read("a.txt", &gb("规章\t0\n许可\t3\n")).unwrap();
    assert_eq!(shown(&document), "| 规章 | 0 |\n| 许可 | 3 |");
    // One byte lost out of a long text.
    let mut damaged = "本年度收到的申请都已经按时办结没有结转".repeat(3).into_bytes();
    damaged.push(0xE4);
    let document = read("a.txt", &damaged).unwrap();
    assert!(shown(&document).starts_with("本年度收到"));
    assert_eq!(document.remarks()[0].code, "unreadable-characters");
    assert!(matches!(read("a.txt", &[0, 1, 2, 0xFF, 0xFF, 0, 0, 9, 0]), Err(ReadError::NotText { .. })));
}

#[test]
fn bombs_end_within_bounds() {
    let deep = "<div>".repeat(1_000_000);
    assert_eq!(read("a.html", deep.as_bytes()).map(|_| ()), Err(ReadError::TooTangled));
    let nested = "<table><tr><td>".repeat(100_000);
    assert_eq!(read("a.html", nested.as_bytes()).map(|_| ()), Err(ReadError::TooTangled));
    let formatted: Vec<String> = (0..20_000).map(|at| format!("<p><font type={at}>甲")).collect();
    let formatted = formatted.concat();
    assert_eq!(read("a.html", formatted.as_bytes()).map(|_| ()), Err(ReadError::TooTangled));
    let row = "<td rowspan=65534>".repeat(900);
    let tall = format!("<table><tr>{row}{}", "<tr><td>1".repeat(20_000));
    assert_eq!(read("a.html", tall.as_bytes()).map(|_| ()), Err(ReadError::TooTangled));
    let wide = format!("<table><tr>{}", "<td>1".repeat(50_000));
    assert!(read("a.html", wide.as_bytes()).is_ok());
    let unclosed = "x\n<table><tr><td>\n\n".repeat(20_000);
    assert_eq!(read("a.md", unclosed.as_bytes()).map(|_| ()), Err(ReadError::TooTangled));
}

const PAGE: &str = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>某县2023年年报_某县</title></head><body>\
    <table class=\"layout\"><tr><td><h1>某县 2023 年年报</h1><div style=\"text-indent:2em\"><p>一、总体情况&nbsp;</p>\
    <table border=1><tbody><tr><td colspan=\"2\" rowspan=2>申请</td><td>总&#x8ba1;</td></tr><tr height=0><td><b><i>4</b></i>\
    </td></tr><tr><td>自然人<td>1<td style='display:none'>2</table><!-- 注 --><script>if(a<b){}</script></div></td></tr></table>\
    <select><option>甲</select><svg><title>图</title></svg><template><tr><td>9</template></body></html>";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Whatever happens to a page, reading it ends, and every span lies in the text.
    #[test]
    fn no_damage_panics(edits in prop::collection::vec((any::<prop::sample::Index>(), 0..6_u8, any::<u8>(), 0..40_usize), 1..12)) {
        let mut bytes = PAGE.as_bytes().to_vec();
        for (at, kind, byte, len) in edits {
            let at = at.index(bytes.len().max(1));
            let end = (at + len).min(bytes.len());
            match kind {
                0 => { bytes.splice(at..end, []); }
                1 => { let part = bytes[at..end].to_vec(); bytes.splice(at..at, part); }
                2 => if let Some(slot) = bytes.get_mut(at) { *slot = byte },
                3 => bytes.insert(at.min(bytes.len()), b"<>\"'&/"[usize::from(byte) % 6]),
                4 => bytes.truncate(at),
                _ => { let tags = ["<table>", "</td>", "<tr>", "</table>", "<td colspan=4294967296>", "<p>", "　\t", "&emsp;", "\u{200B}"]; bytes.splice(at..at, tags[usize::from(byte) % 9].as_bytes().iter().copied()); }
            }
        }
        for name in ["a.html", "a.md"] {
            if let Ok(document) = read(name, &bytes) {
                for block in document.blocks() {
                    let end = block.span().end as usize;
                    prop_assert!(end <= document.text().len());
                    let place = document.in_source(block.span());
                    prop_assert!(document.source().get(place.range()).is_some(), "{place:?} {block:?}\n{}", document.source());
                    if let Block::Row(row) = *block {
                        let columns: Vec<u16> = document.cells(row).iter().map(|cell| cell.column).collect();
                        prop_assert!(columns.is_sorted());
                        for cell in document.cells(row) {
                            prop_assert!(document.text().get(cell.span.range()).is_some());
                            let place = document.in_source(cell.span);
                            prop_assert!(document.source().get(place.range()).is_some(), "{place:?}");
                        }
                    }
                }
            }
        }
    }
}
