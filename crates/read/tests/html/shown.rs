//! What a page shows in its cells, and what only stands in its source.

use crate::check;

/// A row of a label and what each of `cells` holds.
fn row(cells: &[&str]) -> String {
    let cells: String = cells.iter().flat_map(|cell| ["<td>", cell, "</td>"]).collect();
    format!("<table><tr><td>规章</td>{cells}</tr></table>")
}

/// Each line: what a cell holds, what is read of it.
#[track_caller]
fn check_cells(cells: &[(&str, &str)]) {
    for (source, shown) in cells {
        check(&row(&[source, "7"]), &format!("| 规章 | {shown} | 7 |"));
    }
}

#[test]
fn what_is_not_seen_is_left_out() {
    check_cells(&[
        ("12<span style='visibility: hidden'>9</span>", "12"),
        ("12<span style='color:red;font-size:0px'>9</span>", "12"),
        ("12<font style='opacity:0'>9</font>", "12"),
        ("<rt>9</rt><ruby>12<rp>(</rp><rt>9</rt></ruby>", "12"),
        // What may show itself again, or looks only small.
        ("<div style='font-size:0'><p>12</p></div>", "12"),
        ("<span style='font-size:0.8em;opacity:0.9'>12</span>", "12"),
    ]);
    check("<table><tr><td>甲<td>1<tr style='visibility:collapse'><td>乙<td>2</table>", "| 甲 | 1 |");
    let read_out =
        "<style>.sr{position:absolute;width:1px;clip:rect(0,0,0,0)} .vh{visibility:hidden}</style>";
    check(
        &format!("{read_out}<table><tr><td>甲<td>1<span class=sr>9</span><b class=vh>8</b></table>"),
        "| 甲 | 1 |",
    );
}

#[test]
fn the_mark_of_a_note_is_no_digit() {
    check_cells(&[
        ("12<sup>1</sup>", "12（1）"),
        ("12<sup>[3]</sup>", "12（3）"),
        ("<sup>①</sup>12", "12（①）"),
        ("12<a href=#n><sub>2</sub></a>", "12（2）"),
        ("12<span style='vertical-align:super'>1</span>", "12（1）"),
        // Nothing else stands there; a word is none.
        ("<sup>12</sup>", "12"),
        ("12<sup>件</sup>", "12件"),
    ]);
    check("<table><tr><td>规章<sup>1</sup><td>-<sup>1</sup></table>", "| 规章 | - |");
    check("<p>收到申请12<sup>1</sup>件。</p>", "收到申请12件。");
}

#[test]
fn what_is_struck_out_is_gone_and_what_cannot_be_read_is_no_blank() {
    check_cells(&[
        ("<del>9</del><ins>12</ins>", "12"),
        ("<s>9</s>12", "12"),
        ("12<span style='text-decoration:line-through'>9</span>", "12"),
        ("<strike>9</strike>", "\u{FFFC}"),
        ("<img src='12.gif'>", "\u{FFFC}"),
        ("<p><svg><text>12</text></svg></p>", "\u{FFFC}"),
        ("12<img src='icon.gif'>", "12"),
        ("<select><option>9<option selected>12</select>", "\u{FFFC}"),
    ]);
}

#[test]
fn boxes_that_were_filled_in_are_read_in_tables_only() {
    check_cells(&[
        ("<input value='12'>", "12"),
        ("<input type=TEXT readonly value=12>件", "12件"),
        ("<input type=hidden value=9>12", "12"),
        ("<input type=checkbox value=9>12", "12"),
        ("<textarea>12</textarea>", "12"),
        ("<button>12</button>", "12"),
    ]);
    check("<p>甲<input value='请输入关键字'><button>搜索</button></p>", "甲");
}

#[test]
fn marks_of_direction_and_of_variants_print_nothing() {
    check_cells(&[
        ("\u{200E}1\u{200F}2", "12"),
        ("&#8294;12&#8297;", "12"),
        ("1\u{200B}2\u{FE0E}", "12"),
        ("1&shy;2&zwnj;", "12"),
        // It turns the figure round.
        ("\u{202E}21", "\u{202E}21"),
    ]);
}

#[test]
fn tables_in_cells_are_what_the_cells_hold() {
    let boxed = "<table><tr><td></td><td>12</td></tr></table>";
    check(
        &format!("<table><tr><td>规章<td>1<td>{boxed}<tr><td>许可<td>{boxed}<td>3</table>"),
        "| 规章 | 1 | 12 |\n| 许可 | 12 | 3 |",
    );
}
