//! Tables align on a terminal, with and without colour, whatever a document puts into them.

use crate::sample;
use gongkai_render::table::{Align, Cell, Table};
use gongkai_render::{Lang, Paint, Style, text};
use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;

/// `text` without ANSI colours; nothing but colours may hold an escape character.
fn without_colour(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('\u{1b}') {
        out.push_str(&rest[..at]);
        let end = rest[at..].find('m').expect("a colour ends in m");
        rest = &rest[at + end + 1..];
    }
    out + rest
}

/// Every line of `table` is equally wide, and colour changes nothing that is seen.
fn check(table: &Table, indent: &str) {
    let plain = table.render(indent, false);
    assert!(!plain.contains('\u{1b}'), "{plain:?}");
    assert_eq!(without_colour(&table.render(indent, true)), plain);
    let widths: Vec<usize> = plain.lines().map(UnicodeWidthStr::width_cjk).collect();
    assert!(widths.windows(2).all(|pair| pair[0] == pair[1]), "{widths:?}\n{plain}");
}

fn cell() -> impl Strategy<Value = Cell> {
    let text = prop_oneof![
        "[0-9]{0,6}",
        "[一-龥（）：，·“”—…/0-9 ]{0,12}",
        "\\PC{0,8}",
        any::<String>(),
        Just("\u{1b}[31m红\t色\r\n\u{202e}".to_owned()),
    ];
    (text, prop_oneof![Just(Paint::Plain), Just(Paint::Error), Just(Paint::Dim)])
        .prop_map(|(text, paint)| Cell::new(&text, paint))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_line_is_equally_wide(
        rows in prop::collection::vec(prop::collection::vec(cell(), 0..5), 0..6),
        indent in " {0,4}",
    ) {
        let mut table = Table::new(&[("项目", Align::Left), ("表中数", Align::Right), ("line:col", Align::Left), ("", Align::Right)]);
        for row in rows {
            table.row(row);
        }
        check(&table, &indent);
    }

    #[test]
    fn no_document_reaches_the_terminal_with_control_characters(bad in any::<String>()) {
        let mut audit = sample::audit();
        audit.report.source.clone_from(&bad);
        audit.report.title = Some(bad.clone());
        audit.report.facts[6].raw.clone_from(&bad);
        audit.report.unread[0].text.clone_from(&bad);
        audit.report.diagnostics[0].message.en.clone_from(&bad);
        audit.report.mentions[0].text.clone_from(&bad);
        audit.findings[0].message.zh.clone_from(&bad);
        audit.findings[1].repairs[0].reason = gongkai_model::Message::new(bad.clone(), bad);
        for shown in [text::audit(&audit, Style::plain(Lang::Zh)), text::facts(&audit.report, Style::plain(Lang::En))] {
            prop_assert!(shown.chars().all(|c| c == '\n' || !c.is_control()), "{shown:?}");
        }
    }
}

#[test]
fn colour_changes_nothing_but_colour() {
    for audit in [sample::audit(), sample::clean(), sample::unreadable()] {
        for lang in [Lang::Zh, Lang::En] {
            let plain = text::audit(&audit, Style::plain(lang));
            let coloured = text::audit(&audit, Style::coloured(lang));
            assert!(coloured.contains('\u{1b}'));
            assert_eq!(without_colour(&coloured), plain);
        }
    }
}

#[test]
fn a_table_without_rows_or_columns_is_nothing() {
    let mut table = Table::new(&[("项目", Align::Left)]);
    assert_eq!(table.render("", false), "");
    table.row([Cell::from("")]);
    assert_eq!(table.render("", false), "", "no column has anything");
}
