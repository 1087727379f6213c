//! PDF files, as small as they can be, against the grid or the blocks that they are.
#![cfg(feature = "pdf")]

mod builder;
mod hostile;

use builder::{Page, pdf};
use gongkai_document::{Block, Origin};
use gongkai_read::read;

/// A file as lines: rows with their spans as `<columns x rows>`, then remarks.
#[track_caller]
fn check(file: &[u8], expected: &str) {
    let found = match read("report.pdf", file) {
        Err(error) => error.to_string(),
        Ok(document) => {
            let mut lines: Vec<String> = Vec::new();
            for block in document.blocks() {
                lines.push(match *block {
                    Block::Heading(level, span) => format!("{level} {}", document.slice(span)),
                    Block::Paragraph(span) => document.slice(span).to_owned(),
                    Block::Row(row) => {
                        let cells = document.cells(row).iter().map(|cell| {
                            let text = document.slice(cell.span);
                            if (cell.column_span, cell.row_span) == (1, 1) {
                                text.to_owned()
                            } else {
                                format!("{text}<{}x{}>", cell.column_span, cell.row_span)
                            }
                        });
                        format!("|{}|", cells.collect::<Vec<_>>().join("|"))
                    }
                });
            }
            lines.extend(document.remarks().iter().map(|remark| format!("! {}", remark.code)));
            lines.join("\n")
        }
    };
    let expected: Vec<&str> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(found, expected.join("\n"));
}

fn page() -> Page {
    Page::default()
}

const TABLE: &[&[&str]] = &[&["信息内容", "制发", "现行"], &["规章", "0", "3"], &["行政许可", "1", "12"]];
const TABLE_READ: &str = "|信息内容|制发|现行|\n|规章|0|3|\n|行政许可|1|12|";

#[test]
fn a_table_between_lines_is_a_grid() {
    let file =
        pdf(&[page().text(250, 60, "工作年度报告").table(100, TABLE).text(100, 200, "三、收到和处理情况")]);
    check(&file, &format!("工作年度报告\n{TABLE_READ}\n三、收到和处理情况"));
}

#[test]
fn rules_are_strokes_hairlines_or_thin_rectangles() {
    let thin = |page: Page, (width, height): (f64, f64)| {
        let page =
            (0..4).fold(page, |page, at| page.fill(100.0, 100.0 + 20.0 * f64::from(at), width, height));
        (0..4).fold(page, |page, at| page.fill(100.0 + 60.0 * f64::from(at), 100.0, height, 60.0))
    };
    check(&pdf(&[thin(page(), (180.0, 0.5)).words(100, TABLE)]), TABLE_READ);
    check(&pdf(&[thin(page(), (180.0, 0.0)).words(100, TABLE)]), TABLE_READ);
    // Each cell with a box of its own, a little off.
    let mut boxed = page().words(100, TABLE);
    for (row, column) in (0..3).flat_map(|row| (0..3).map(move |column| (row, column))) {
        boxed = boxed.raw(&format!("{} {} 59 19 re S\n", 100 + 60 * column, 842 - 120 - 20 * row));
    }
    check(&pdf(&[boxed]), TABLE_READ);
    // Double lines, and dots.
    check(&pdf(&[page().table(100, TABLE).grid(&[102, 282], &[102, 162])]), TABLE_READ);
    let dots = (0..90).fold(page().grid(&[100, 160, 220, 280], &[100, 120, 160]), |page, at| {
        page.fill(100.0 + 2.0 * f64::from(at), 139.5, 1.0, 1.0)
    });
    check(&pdf(&[dots.words(100, TABLE)]), TABLE_READ);
}

#[test]
fn tables_of_one_page_keep_their_own_edges() {
    // 7 stands against the edge of its cell, behind which the table below has its own.
    let above = page().grid(&[100, 160, 220], &[100, 120]).text(105, 114, "规章").text(157, 114, "7");
    let both = above.grid(&[100, 158, 220], &[140, 160]).text(105, 154, "决定").text(165, 154, "8");
    check(&pdf(&[both]), "|规章 7||\n|决定|8|");
}

#[test]
fn merged_cells_keep_their_spans_and_columns() {
    let file = pdf(&[page()
        .grid(&[100, 160, 280], &[100, 120, 140, 160])
        .stroke(220, 120, 220, 160)
        .words(100, &[&["", "第二十条第（一）项"], &["三、办理", "（一）", "1"], &["", "（二）", "2"]])
        // The label's cell covers two rows: paint nothing between them.
        .raw("")]);
    check(&file, "||第二十条第（一）项<2x1>|\n|三、办理|（一）|1|\n||（二）|2|");
    let file = pdf(&[page()
        .grid(&[100, 160, 220, 280], &[100, 160])
        .stroke(160, 120, 280, 120)
        .stroke(160, 140, 280, 140)
        .words(100, &[&["三、办理", "（一）", "1"], &["结果", "（二）", "2"], &["", "（三）", "3"]])]);
    check(&file, "|三、办理结果<1x3>|（一）|1|\n||（二）|2|\n||（三）|3|");
}

#[test]
fn lines_of_a_cell_run_on() {
    let narrow = page().grid(&[100, 160, 186], &[100, 140]).lines(105, 114, &["行政事业性", "收费"]);
    check(&pdf(&[narrow.lines(163, 114, &["1,83", "7"])]), "|行政事业性收费|1,837|");
    // Numbers that had room for each other were printed as two.
    let wide =
        page().grid(&[100, 160, 220], &[100, 140]).text(105, 114, "规章").lines(165, 114, &["12", "7"]);
    check(&pdf(&[wide]), "|规章|12 7|");
}

#[test]
fn a_table_goes_on_over_pages() {
    let first = page().text(100, 60, "二、主动公开").table(740, &TABLE[..2]);
    check(&pdf(&[first.clone(), page().table(60, &TABLE[2..])]), &format!("二、主动公开\n{TABLE_READ}"));
    // Its header repeated, page numbers between, margins mirrored.
    let header = [TABLE[0], TABLE[2]];
    let pages = [first.clone().text(290, 820, "- 1 -"), page().table(60, &header).text(290, 820, "- 2 -")];
    check(&pdf(&pages), &format!("二、主动公开\n{TABLE_READ}"));
    // No rule where the page cut it.
    let open = page().grid(&[100, 160, 220, 280], &[740, 760]).words(740, &TABLE[..2]);
    let open = [100, 160, 220, 280].iter().fold(open, |page, &x| page.stroke(x, 760, x, 780));
    check(&pdf(&[open, page().table(60, &TABLE[2..])]), TABLE_READ);
    // A sentence between two tables keeps them apart, and so do other outer edges.
    let pages = [first.clone(), page().text(100, 60, "三、收到和处理情况").table(80, &TABLE[2..])];
    check(
        &pdf(&pages),
        "二、主动公开\n|信息内容|制发|现行|\n|规章|0|3|\n三、收到和处理情况\n|行政许可|1|12|",
    );
}

#[test]
fn a_row_cut_by_the_page_is_whole_again() {
    let first = page().table(760, &[&["信息内容", "制发", "现行"], &["其他对外管", "4", "5"]]);
    let rest = page().table(60, &[&["理服务事项", "", ""], &["行政许可", "1", "12"]]);
    check(&pdf(&[first.clone(), rest]), "|信息内容|制发|现行|\n|其他对外管理服务事项|4|5|\n|行政许可|1|12|");
    // A row of figures alone on its page is no part of the header above it.
    let header = page().table(760, &[&["行政复议", "行政诉讼", "总计"]]);
    check(
        &pdf(&[header, page().table(60, &[&["55", "107", "164"]])]),
        "|行政复议|行政诉讼|总计|\n|55|107|164|",
    );
    // A label that had room to end is not gone on with; an enumerator begins a row.
    let own = page().table(60, &[&["规章", "", ""], &["行政许可", "1", "12"]]);
    let short = page().table(760, &[&["信息内容", "制发", "现行"], &["强制", "4", "5"]]);
    check(&pdf(&[short, own]), "|信息内容|制发|现行|\n|强制|4|5|\n|规章|||\n|行政许可|1|12|");
}

#[test]
fn a_merged_label_goes_on_over_pages() {
    // The label's cell, 60 wide, beside two rows.
    let half = |y: i32, label: &[&str], rows: &[&[&str]]| {
        let page = page().grid(&[100, 160, 220, 280], &[y, y + 40]).stroke(160, y + 20, 280, y + 20);
        page.lines(105, y + 14, label).words(y, rows)
    };
    let above: &[&[&str]] = &[&["", "（一）", "1"], &["", "（二）", "2"]];
    let below: &[&[&str]] = &[&["", "（三）", "3"], &["", "（四）", "4"]];
    let whole = |label: &str| format!("|{label}<1x4>|（一）|1|\n||（二）|2|\n||（三）|3|\n||（四）|4|");
    let first = half(740, &["三、本年度"], above);
    check(&pdf(&[first.clone(), half(60, &[], below)]), &whole("三、本年度"));
    check(&pdf(&[first.clone(), half(60, &["三、本年度"], below)]), &whole("三、本年度"));
    check(&pdf(&[first.clone(), half(60, &["办理结果"], below)]), &whole("三、本年度办理结果"));
    // An enumerator begins a label of its own.
    let own = "|三、本年度<1x2>|（一）|1|\n||（二）|2|\n|四、结转<1x2>|（三）|3|\n||（四）|4|";
    check(&pdf(&[first, half(60, &["四、结转"], below)]), own);
}

#[test]
fn wrapped_lines_are_one_paragraph() {
    let full = "本机关全年共收到政府信息公开申请若干件，办结若干件，其中予以公开";
    let file = pdf(&[page().lines(100, 100, &[full, full, "十二件。"]).text(100, 156, "二、主动公开")]);
    check(&file, &format!("{full}{full}十二件。\n二、主动公开"));
    // Over a page, past the page number.
    let pages = [
        page().lines(100, 760, &[full, full]).text(290, 820, "1"),
        page().lines(100, 60, &[full, "十二件。"]),
    ];
    check(&pdf(&pages), &format!("{full}{full}{full}十二件。"));
}

#[test]
fn text_on_its_side_is_read() {
    let upright = pdf(&[page().table(100, TABLE)]);
    check(&upright, TABLE_READ);
    let mut turned = page().table(100, TABLE);
    turned.entries = "/Rotate 90";
    // Drawn upright and shown turned: read the way it was drawn.
    check(&pdf(&[turned]), TABLE_READ);
    let mut drawn = page().raw("q 0 1 -1 0 842 0 cm\n").table(100, TABLE).raw("Q\n");
    drawn.entries = "/MediaBox[0 0 842 595]";
    check(&pdf(&[drawn]), TABLE_READ);
    // A label that stands in a column, letter by letter.
    let label =
        page().grid(&[100, 120, 180], &[100, 160]).lines(105, 114, &["总", "体", "数"]).text(125, 114, "7");
    check(&pdf(&[label]), "|总体数|7|");
    let beside = page()
        .grid(&[100, 120, 180], &[100, 160])
        .raw("BT /F1 10 Tf 0 1 -1 0 113 690 Tm <603B4F536570> Tj ET\n")
        .text(125, 114, "7")
        .text(100, 200, "三、收到和处理情况");
    check(&pdf(&[beside]), "|总体数|7|\n三、收到和处理情况");
}

#[test]
fn what_is_printed_twice_is_read_once_and_radicals_are_mended() {
    let file = pdf(&[page().table(100, TABLE).words(100, TABLE)]);
    check(&file, TABLE_READ);
    let raw = page().raw("BT /F1 10 Tf 0.3 0 Td 1 0 0 1 100 700 Tm <7B2C4E8C5341676100320030> Tj ET\n");
    check(&pdf(&[raw]), "第二十条20");
}

#[test]
fn lines_with_gaps_are_rows() {
    let file = pdf(&[page().text(100, 100, "规章").text(200, 100, "0").text(260, 100, "3")]);
    check(&file, "|规章|0|3|");
}

/// A page of lines, each a label and figures beside it, of which the blank ones leave their column empty.
fn unruled(rows: &[(&str, [&str; 7])]) -> Vec<u8> {
    let mut page = page();
    for (at, (label, figures)) in rows.iter().enumerate() {
        let y = 100 + 30 * at as i32;
        page = page.text(40, y, label);
        for (x, figure) in (200..).step_by(40).zip(figures).filter(|(_, figure)| !figure.is_empty()) {
            page = page.text(x, y, figure);
        }
    }
    pdf(&[page])
}

#[test]
fn a_blank_keeps_its_place_in_rows_without_ruling() {
    let full = ("予以公开", ["25", "2", "1", "0", "0", "0", "28"]);
    check(
        &unruled(&[full, ("部分公开", ["25", "", "", "0", "8", "", "33"]), full]),
        "|予以公开|25|2|1|0|0|0|28|\n|部分公开|25|||0|8||33|\n|予以公开|25|2|1|0|0|0|28|",
    );
    // The first figure touches the label: nothing tells that its column is blank.
    let long = "补正后申请内容仍不明确依规定办理12";
    check(
        &unruled(&[full, (long, ["", "0", "0", "0", "0", "0", "12"]), full]),
        &format!("|予以公开|25|2|1|0|0|0|28|\n|{long}|0|0|0|0|0|12|\n|予以公开|25|2|1|0|0|0|28|"),
    );
    // Numbers stand in columns of their own where they are but a character apart.
    let close = page().text(100, 100, "总计").text(150, 100, "114").text(180, 100, "0").text(200, 100, "7");
    check(&pdf(&[close]), "|总计|114|0|7|");
}

#[test]
fn places_are_pages() {
    let file = pdf(&[page().text(100, 700, "一、总体情况"), page().table(60, TABLE)]);
    let document = read("report.pdf", &file).expect("a report");
    let pages: Vec<_> = document.blocks().iter().map(|block| document.origin(block.span().start)).collect();
    assert_eq!(pages, [1, 2, 2, 2].map(|page| Some(Origin::Page(page))));
}

#[test]
fn pages_without_text_are_named() {
    let picture = || page().fill(100.0, 100.0, 300.0, 300.0);
    check(
        &pdf(&[picture(), picture(), page()]),
        "expected text, found a PDF without a text layer (page 1-3): a scan or an image; read the original file, or \
         run text recognition over it first",
    );
    check(&pdf(&[picture(), page().text(100, 100, "规章")]), "规章\n! pages-without-text");
}
